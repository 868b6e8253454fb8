/* What a script adds to a public page: copy the address, share, print, filters opened on a
   wide screen. Nothing here is needed to read, search or filter. */
(function () {
  "use strict";
  document.documentElement.className += " js";

  var facets = document.querySelector("details.facets");
  if (facets && window.matchMedia("(min-width: 60em)").matches) facets.open = true;

  // Names under a search box come with its first use, so that no page pays for them before.
  document.addEventListener("focusin", function (event) {
    var form = event.target.closest("form[data-suggest]");
    if (!form || document.querySelector("script[data-suggests]")) return;
    var style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = form.dataset.style;
    var script = document.createElement("script");
    script.src = form.dataset.script;
    script.dataset.suggests = "";
    document.head.append(style, script);
  });

  function on(name, act) {
    var button = document.querySelector("[data-act=" + name + "]");
    if (button) button.addEventListener("click", act);
    return button;
  }

  on("print", function () {
    window.print();
  });

  var said = document.querySelector("[data-copied]");
  var copy = on("copy", function () {
    navigator.clipboard.writeText(copy.dataset.address).then(function () {
      said.textContent = said.dataset.copied;
    });
  });
  if (copy && !navigator.clipboard) copy.hidden = true;

  var share = on("share", function () {
    navigator.share({ title: document.title, url: share.dataset.address }).catch(function () {});
  });
  if (share && navigator.share) share.hidden = false;
})();
