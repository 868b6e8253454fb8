/* Saves a step of the nomination form while one types. Without this file the buttons save.

   What could not be saved yet is kept in this browser's tab (sessionStorage) under
   data-keep-as; the step with personal data has none and is never kept. */
(function () {
  "use strict";

  var form = document.querySelector("form[data-autosave]");
  if (!form || !window.fetch || !window.FormData) return;
  var status = form.querySelector("[data-save-status]");
  var words = form.dataset;
  var key = words.keepAs;
  var WAIT = 1500;
  var LONGEST_WAIT = 60000;
  // A request that outlives its page may carry 64 KB.
  var KEEPALIVE_MAX = 60000;

  var dirty = false;
  var stopped = "conflict" in words;
  var running = null;
  var timer = null;
  var retry = 5000;
  var submitting = false;

  function say(text, bad) {
    if (!status) return;
    status.textContent = text;
    status.classList.toggle("sticky-actions__status--bad", Boolean(bad));
  }

  function values() {
    var pairs = [];
    new FormData(form).forEach(function (value, name) {
      if (name !== "csrfmiddlewaretoken" && name !== "version") pairs.push([name, String(value)]);
    });
    return pairs;
  }

  function keep(submitted) {
    if (!key) return;
    try {
      window.sessionStorage.setItem(
        key,
        JSON.stringify({
          version: form.elements.version.value,
          values: values(),
          submitted: Boolean(submitted),
        })
      );
    } catch (error) {
      // Storage is full or forbidden: the status line says when a save fails.
    }
  }

  function forget() {
    if (!key) return;
    try {
      window.sessionStorage.removeItem(key);
    } catch (error) {
      // Nothing was kept then.
    }
  }

  function kept() {
    if (!key) return null;
    try {
      return JSON.parse(window.sessionStorage.getItem(key));
    } catch (error) {
      return null;
    }
  }

  function putBack(pairs) {
    pairs.forEach(function (pair) {
      var field = form.elements[pair[0]];
      if (field) field.value = pair[1]; // A list of radio buttons takes a value as well.
    });
    Array.from(form.elements).forEach(function (field) {
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  function plan(wait) {
    window.clearTimeout(timer);
    timer = window.setTimeout(save, wait);
  }

  function failed() {
    say(key ? words.failedKept : words.failed, true);
    plan(retry);
    retry = Math.min(retry * 2, LONGEST_WAIT);
  }

  function saved(answer, sent) {
    form.elements.version.value = answer.version;
    retry = 5000;
    var refused = Object.keys(answer.unsaved);
    var text = refused.length ? words.unsaved : words.saved;
    say(
      text.replace("{time}", answer.saved_at).replace("{fields}", refused.join(", ")),
      refused.length
    );
    if (JSON.stringify(values()) !== sent) {
      keep();
      plan(WAIT);
      return;
    }
    dirty = false;
    if (refused.length) keep();
    else forget();
  }

  function read(response, sent) {
    if (response.type === "opaqueredirect") {
      say(words.signedOut, true);
      return null;
    }
    if (response.status >= 500) {
      failed();
      return null;
    }
    return response.json().then(function (answer) {
      if (response.ok) {
        saved(answer, sent);
      } else {
        // Somebody else saved, or the nomination has moved on: the button shows both.
        stopped = true;
        say(answer.reason, true);
      }
    });
  }

  function save() {
    window.clearTimeout(timer);
    if (!dirty || stopped || submitting) return Promise.resolve();
    if (running) return running;
    var sent = JSON.stringify(values());
    say(words.saving);
    running = window
      .fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
        credentials: "same-origin",
        redirect: "manual",
        keepalive: sent.length * 3 < KEEPALIVE_MAX,
      })
      .then(function (response) {
        return read(response, sent);
      })
      .catch(failed)
      .then(function () {
        running = null;
      });
    return running;
  }

  function changed() {
    dirty = true;
    keep();
    if (!stopped) plan(WAIT);
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);

  form.addEventListener("submit", function (event) {
    if (submitting) {
      event.preventDefault();
      return;
    }
    if (running) {
      // The answer brings a new version; posting the old one would look like a conflict.
      var button = event.submitter;
      event.preventDefault();
      running.then(function () {
        if (form.requestSubmit) form.requestSubmit(button);
        else form.submit();
      });
      return;
    }
    submitting = true;
    window.clearTimeout(timer);
    if (dirty) keep(true);
  });

  // A link elsewhere on the page: save first, then go.
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href]");
    if (!link || !dirty || stopped || event.defaultPrevented) return;
    if (link.target || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (link.hash && link.pathname === window.location.pathname) return;
    event.preventDefault();
    function go() {
      window.location.assign(link.href);
    }
    var late = new Promise(function (resolve) {
      window.setTimeout(resolve, 4000);
    });
    Promise.race([save(), late]).then(go, go);
  });

  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") save();
  });
  window.addEventListener("online", save);
  window.addEventListener("beforeunload", function (event) {
    if (dirty && !key && !submitting) event.preventDefault();
  });
  window.addEventListener("pageshow", function () {
    submitting = false;
  });

  var before = kept();
  if (stopped) {
    dirty = true;
    keep();
  } else if (before) {
    var same = JSON.stringify(before.values) === JSON.stringify(values());
    var savedSince = before.version !== form.elements.version.value;
    if (same || (before.submitted && savedSince)) {
      forget();
    } else if (!savedSince) {
      putBack(before.values);
      say(words.restored);
    } else {
      offer(before.values);
    }
  }

  /* The saved text has changed since: the reader decides. */
  function offer(pairs) {
    var box = document.createElement("div");
    var text = document.createElement("p");
    var yes = document.createElement("button");
    var no = document.createElement("button");
    box.className = "message message--warn";
    box.setAttribute("role", "status");
    text.textContent = words.found;
    yes.type = no.type = "button";
    yes.className = no.className = "button";
    yes.textContent = words.putBack;
    no.textContent = words.drop;
    yes.addEventListener("click", function () {
      box.remove();
      putBack(pairs);
    });
    no.addEventListener("click", function () {
      box.remove();
      forget();
    });
    box.append(text, yes, " ", no);
    form.before(box);
  }
})();
