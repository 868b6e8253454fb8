/* Help for forms; every form works without it. A counter under a limited field, a preview
   of a chosen photograph, a button that shows it was pressed, and the list of errors read first. */
(function () {
  "use strict";

  function countOf(text) {
    return Array.from(text.replace(/\r\n/g, "\n")).length;
  }

  document.querySelectorAll("[data-count-for]").forEach(function (note) {
    var field = document.getElementById(note.dataset.countFor);
    var limit = Number(note.dataset.limit);
    if (!field || !limit) return;
    function show() {
      var used = countOf(field.value);
      note.textContent = note.dataset.words
        .replace("{used}", used)
        .replace("{limit}", limit);
      note.classList.toggle("field__count--near", used > limit * 0.9 && used <= limit);
      note.classList.toggle("field__count--over", used > limit);
    }
    field.addEventListener("input", show);
    show();
  });

  document.querySelectorAll("input[type=file][data-preview]").forEach(function (input) {
    var frame = document.getElementById(input.dataset.preview);
    if (!frame || !window.URL) return;
    input.addEventListener("change", function () {
      var file = input.files && input.files[0];
      if (!file || file.type.indexOf("image/") !== 0) return;
      var picture = document.createElement("img");
      picture.alt = "";
      picture.src = URL.createObjectURL(file);
      picture.onload = function () {
        URL.revokeObjectURL(picture.src);
      };
      frame.textContent = "";
      frame.appendChild(picture);
    });
  });

  // Pressed, and the answer is on its way: see .button[aria-busy] in base.css.
  document.addEventListener("submit", function (event) {
    var button = event.submitter;
    if (!button || event.defaultPrevented) return;
    button.setAttribute("aria-busy", "true");
  });

  window.addEventListener("pageshow", function () {
    document.querySelectorAll("button[aria-busy]").forEach(function (button) {
      button.removeAttribute("aria-busy");
    });
  });

  var errors = document.querySelector("[data-focus-first]");
  if (errors) errors.focus();
})();
