// A box above a long list of check boxes that leaves only the matching ones; ticked ones stay.
document.querySelectorAll("[data-pick-list]").forEach((list) => {
  const rows = [...list.querySelectorAll("input[type=checkbox]")].map((box) => ({
    box,
    row: box.closest("div:not([id]), li, label"),
    text: box.closest("label").textContent.toLowerCase(),
  }));
  if (rows.length < 8) return;
  const search = document.createElement("input");
  search.type = "search";
  search.className = "pick-list__search";
  search.placeholder = list.dataset.pickListLabel;
  search.setAttribute("aria-label", list.dataset.pickListLabel);
  // Above the box that scrolls, not in it.
  rows[0].box.closest("[id]:not(input)").before(search);
  search.addEventListener("input", () => {
    const wanted = search.value.trim().toLowerCase();
    rows.forEach(({ box, row, text }) => {
      row.hidden = Boolean(wanted) && !box.checked && !text.includes(wanted);
    });
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
});
