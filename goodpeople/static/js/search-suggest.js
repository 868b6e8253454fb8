/* Names under a search box while somebody types: an ARIA combobox over a plain form. Loaded when
   a box is first used (see page.js); without it the form does all that it does. */
(function () {
  "use strict";
  var WAIT = 150; // milliseconds without another key before the site is asked
  var LONGEST = 40;
  var answers = new Map(); // what was asked on this page is not asked again

  function make(tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function enhance(form) {
    var input = form.querySelector("input[name=q]");
    if (!input || input.getAttribute("role") === "combobox") return;
    var list = make("ul", "suggestions");
    var said = make("p", "visually-hidden");
    var names = [];
    var active = -1;
    var timer = null;
    var pending = null;

    list.id = input.id + "-names";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.dataset.label);
    said.setAttribute("role", "status");
    form.append(list, said);
    form.classList.add("search-box--suggests");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);

    function close() {
      list.hidden = true;
      list.textContent = "";
      names = [];
      choose(-1);
      said.textContent = "";
      input.setAttribute("aria-expanded", "false");
    }

    function choose(number) {
      active = number;
      Array.prototype.forEach.call(list.children, function (option, at) {
        option.setAttribute("aria-selected", at === number ? "true" : "false");
        if (at === number) option.scrollIntoView({ block: "nearest" });
      });
      if (number < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", list.children[number].id);
    }

    function show(found) {
      close();
      if (!found.length || document.activeElement !== input) return;
      names = found;
      found.forEach(function (one, at) {
        var option = make("li", "suggestion");
        option.id = list.id + "-" + at;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.append(make("span", "suggestion__name", one.name));
        if (one.reading) option.append(" ", make("span", "suggestion__reading", one.reading));
        var where = [one.year, one.place].filter(Boolean).join(" · ");
        if (where) option.append(" ", make("span", "suggestion__where", where));
        list.append(option);
      });
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      said.textContent = form.dataset.count.replace("{n}", found.length);
    }

    function stop() {
      clearTimeout(timer);
      if (pending) pending.abort();
      pending = null;
    }

    function ask() {
      stop();
      var text = input.value.trim();
      if (!text || text.length > LONGEST) {
        close();
        return;
      }
      if (answers.has(text)) {
        show(answers.get(text));
        return;
      }
      var request = (pending = new AbortController());
      fetch(form.dataset.suggest + "?q=" + encodeURIComponent(text), { signal: request.signal })
        .then(function (response) {
          return response.ok ? response.json() : { names: [] };
        })
        .then(function (answer) {
          answers.set(text, answer.names);
          if (request === pending && input.value.trim() === text) show(answer.names);
        })
        .catch(function () {
          // Aborted, or no network: the form still searches.
          if (request === pending) close();
        });
    }

    function askSoon(event) {
      stop();
      // While an input method is composing, the letters are not yet what is meant.
      if (!event.isComposing) timer = setTimeout(ask, WAIT);
    }

    function go(number) {
      stop();
      window.location.assign(names[number].url);
    }

    input.addEventListener("input", askSoon);
    input.addEventListener("compositionend", askSoon);
    input.addEventListener("blur", function () {
      stop();
      close();
    });
    form.addEventListener("submit", stop);

    input.addEventListener("keydown", function (event) {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (!names.length) {
          ask();
          return;
        }
        // One place more than there are names: the box itself.
        var places = names.length + 1;
        var step = event.key === "ArrowDown" ? 1 : -1;
        choose(((active + 1 + step + places) % places) - 1);
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        go(active);
      } else if (event.key === "Escape" && names.length) {
        // The first one closes the list; the next is the browser's and empties the box.
        event.preventDefault();
        stop();
        close();
      }
    });

    // The box keeps the focus, or the list would be gone before the press ends.
    list.addEventListener("mousedown", function (event) {
      event.preventDefault();
    });
    list.addEventListener("click", function (event) {
      var option = event.target.closest("[role=option]");
      if (option) go(Array.prototype.indexOf.call(list.children, option));
    });

    if (document.activeElement === input && input.value !== input.defaultValue) ask();
  }

  Array.prototype.forEach.call(document.querySelectorAll("form[data-suggest]"), enhance);
})();
