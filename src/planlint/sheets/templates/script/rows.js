// Search boxes and check boxes that leave only some rows of a table or list.
"use strict";
(function () {
  function apply(id) {
    const table = document.getElementById(id);
    const box = document.querySelector('[data-filter="' + id + '"]');
    const words = (box ? box.value : "").toLowerCase().split(/\s+/).filter(Boolean);
    const only = [...document.querySelectorAll('[data-for="' + id + '"]:checked')].map((c) => c.dataset.only);
    let shown = 0;
    const rows = table.querySelectorAll("[data-row]");
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const keep = words.every((word) => text.includes(word)) && only.every((name) => name in row.dataset);
      row.hidden = !keep;
      if (keep) shown += 1;
    }
    const hits = document.querySelector('[data-hits="' + id + '"]');
    const active = words.length || only.length;
    if (hits) hits.textContent = active ? hits.dataset.text.replace("{n}", shown).replace("{all}", rows.length) : "";
  }
  for (const box of document.querySelectorAll("[data-filter]")) {
    box.addEventListener("input", () => apply(box.dataset.filter));
    if (box.value) apply(box.dataset.filter);
  }
  for (const box of document.querySelectorAll("[data-only]")) {
    box.addEventListener("change", () => apply(box.dataset.for));
    if (box.checked) apply(box.dataset.for);
  }
})();
