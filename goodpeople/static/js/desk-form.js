/* The nominator's form: live counters, fields that fit the kind of nominee, one press a form.
   Every form works without this file. */
(function () {
  "use strict";

  // What validators.count_characters leaves out: Python's white space, which is not quite \s.
  var SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;

  function countOf(text) {
    return Array.from(text.replace(SPACE, "")).length;
  }

  document.querySelectorAll("[data-characters-of]").forEach(function (note) {
    var field = document.getElementById(note.dataset.charactersOf);
    if (!field) return;
    var limit = Number(note.dataset.limit);
    function show() {
      var used = countOf(field.value);
      note.textContent = note.dataset.words
        .replace("{used}", used)
        .replace("{least}", note.dataset.least || "")
        .replace("{limit}", limit);
      note.classList.toggle("field__count--near", used > limit * 0.9 && used <= limit);
      note.classList.toggle("field__count--over", used > limit);
    }
    field.addEventListener("input", show);
    show();
  });

  // A long text grows with what is in it, so that one scrolls the page and not a box in it.
  document.querySelectorAll("textarea").forEach(function (field) {
    function grow() {
      if (field.scrollHeight > field.clientHeight) {
        field.style.height = field.scrollHeight + 2 + "px";
      }
    }
    field.addEventListener("input", grow);
    grow();
  });

  var parts = document.querySelectorAll("[data-only-for]");
  function showParts() {
    var chosen = document.querySelector("input[name=kind]:checked");
    parts.forEach(function (part) {
      part.hidden = Boolean(chosen) && part.dataset.onlyFor !== chosen.value;
    });
  }
  if (parts.length) {
    document.addEventListener("change", function (event) {
      if (event.target.name === "kind") showParts();
    });
    showParts();
  }

  // A second press while the first is on its way would send everything twice.
  document.querySelectorAll("form[data-once], form[data-uploading]").forEach(function (form) {
    var sent = false;
    form.addEventListener("submit", function (event) {
      if (sent) {
        event.preventDefault();
        return;
      }
      sent = true;
      var status = form.querySelector("[data-save-status]");
      var files = Array.from(form.querySelectorAll("input[type=file]")).some(function (input) {
        return input.files.length > 0;
      });
      if (status && files) status.textContent = form.dataset.uploading;
    });
    window.addEventListener("pageshow", function () {
      sent = false;
    });
  });

  // Coming back by the browser's button shows the page as it was left, with an old version in
  // it; what was saved meanwhile must be read again.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) window.location.reload();
  });
})();
