// The name of a rule unfolds its explanation under it; without this script it leads to the explanations at the end of the page.
"use strict";
(function () {
  for (const link of document.querySelectorAll("a.explain")) link.setAttribute("aria-expanded", "false");
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a.explain");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const note = document.getElementById(link.hash.slice(1));
    if (!note) return;
    event.preventDefault();
    const line = link.closest("p");
    const open = line.nextElementSibling;
    if (open && open.matches(".rule-body")) open.remove();
    else line.after(note.querySelector(".rule-body").cloneNode(true));
    link.setAttribute("aria-expanded", String(!(open && open.matches(".rule-body"))));
  });
})();
