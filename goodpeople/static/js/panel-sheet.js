/* Help for the score sheet, which works without it: the running total, and saving as one goes.
   One save at a time; a stale version or a lost connection says so and keeps what was entered. */
(function () {
  "use strict";

  var form = document.querySelector("form[data-score-sheet]");
  if (!form || !window.fetch || !window.FormData) return;
  var status = form.querySelector("[data-status]");
  var shown = form.querySelector("[data-total]");
  var version = form.elements.version;
  var timer = null;
  var saving = false;
  var dirty = false;
  var stopped = false;
  var submitAfter = null;

  function say(words, bad) {
    status.textContent = words;
    status.classList.toggle("sticky-actions__status--bad", Boolean(bad));
  }

  function pointsOf(criterion) {
    var chosen = criterion.querySelector("input:checked, input[type=number]");
    if (!chosen || chosen.value === "") return null;
    var points = Number(chosen.value);
    var most = Number(criterion.dataset.most);
    return points >= 0 && points <= most ? points : null;
  }

  // The same sum as goodpeople.panels.methods.means.total_so_far.
  function showTotal() {
    var sum = 0;
    var weights = 0;
    form.querySelectorAll("[data-criterion]").forEach(function (criterion) {
      var weight = Number(criterion.dataset.weight);
      var points = pointsOf(criterion);
      weights += weight;
      if (points !== null) sum += (weight * points) / Number(criterion.dataset.most);
    });
    shown.textContent = weights ? ((100 * sum) / weights).toFixed(2) : "0.00";
  }

  function finished() {
    saving = false;
    if (submitAfter) {
      var button = submitAfter;
      submitAfter = null;
      dirty = false;
      form.requestSubmit(button);
    } else if (dirty && !stopped) {
      later(300);
    }
  }

  function save() {
    window.clearTimeout(timer);
    timer = null;
    if (saving || stopped || !dirty) return;
    saving = true;
    dirty = false;
    say(form.dataset.saving);
    fetch(form.getAttribute("action").split("#")[0], {
      method: "POST",
      body: new FormData(form),
      headers: { "X-Requested-With": "XMLHttpRequest", Accept: "application/json" },
      credentials: "same-origin",
      redirect: "manual",
      // Outlives the page, when the member moves on to the next candidate at once.
      keepalive: true,
    })
      .then(function (answer) {
        if (answer.type === "opaqueredirect") {
          dirty = true;
          stopped = true;
          say(form.dataset.signedOut, true);
          return null;
        }
        return answer.json().then(function (body) {
          if (answer.ok) {
            version.value = body.version;
            if (!dirty) say(body.message);
            return;
          }
          dirty = true;
          // A field out of range can be mended and saved again; the rest cannot by itself.
          stopped = answer.status !== 422;
          say(body.reason, true);
        });
      })
      .catch(function () {
        dirty = true;
        stopped = true;
        say(form.dataset.offline, true);
      })
      .then(finished);
  }

  function later(wait) {
    window.clearTimeout(timer);
    timer = window.setTimeout(save, wait);
  }

  function changed(event) {
    if (event.target === version) return;
    dirty = true;
    showTotal();
    if (stopped) return;
    say(form.dataset.unsaved);
    later(event.target.type === "radio" ? 500 : 1500);
  }

  form.addEventListener("input", changed);

  form.addEventListener("submit", function (event) {
    window.clearTimeout(timer);
    if (saving && form.requestSubmit) {
      // The answer brings the version that this submission must carry.
      event.preventDefault();
      submitAfter = event.submitter;
      return;
    }
    dirty = false;
  });

  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") save();
  });

  window.addEventListener("beforeunload", function (event) {
    if (!dirty) return;
    if (stopped || saving) event.preventDefault();
    else save();
  });

  showTotal();
})();
