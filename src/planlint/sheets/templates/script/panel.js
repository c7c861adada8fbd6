// The panel that shows the evidence of what is pointed at, focused or clicked. Without this script each chip is a plain link to its
// evidence at the end of the page.
"use strict";
(function () {
  const panel = document.getElementById("panel");
  const title = document.getElementById("panel-title");
  const note = document.getElementById("panel-note");
  const body = document.getElementById("panel-body");
  const more = document.getElementById("panel-more");
  const MOST = Number(panel.dataset.most); // 0: all
  let opener = null; // the chip that was clicked; null while the panel only follows the pointer
  let leaving = 0;

  function fill(chip) {
    note.textContent = chip.dataset.note || "";
    note.hidden = !chip.dataset.note;
    body.replaceChildren();
    const refs = chip.dataset.refs.split(" ");
    title.textContent = chip.dataset.title || panel.dataset.here.replace("{n}", refs.length);
    for (const ref of MOST ? refs.slice(0, MOST) : refs) {
      const entry = document.getElementById("e" + ref);
      if (!entry) continue;
      const box = document.createElement("div");
      box.className = "entry";
      if (entry.tagName === "TR") fillFromRow(box, entry);
      else for (const child of entry.childNodes) box.append(child.cloneNode(true));
      for (const inner of box.querySelectorAll("[id]")) inner.removeAttribute("id");
      body.append(box);
    }
    const left = MOST ? refs.length - MOST : 0;
    more.hidden = left <= 0;
    more.textContent = more.dataset.text.replace("{n}", left);
  }

  // A row of a table as a list of its heads and cells; where its cells are a text by themselves, without the heads.
  function fillFromRow(box, row) {
    const table = row.closest("[data-table]");
    if (table) box.append(make("p", table.querySelector(".key-name").textContent, "entry-kind key k-" + table.dataset.table));
    const list = document.createElement("dl");
    for (const cell of row.cells) {
      if (!cell.textContent.trim()) continue;
      const value = make(row.matches(".card") ? "div" : "dd", "");
      for (const child of cell.childNodes) value.append(child.cloneNode(true));
      if (row.matches(".card")) box.append(value);
      else list.append(make("dt", cell.dataset.head), value);
    }
    if (list.childNodes.length) box.append(list);
    if (row.dataset.more) box.append(make("p", row.dataset.more, "where"));
    const link = make("a", panel.dataset.rowText, "to-row");
    link.href = "#" + row.id;
    box.append(link);
  }

  function make(tag, text, name) {
    const made = document.createElement(tag);
    made.textContent = text;
    if (name) made.className = name;
    return made;
  }

  // Beside the chip where there is room, over its upper edge otherwise; on a phone the style sheet keeps it at the bottom.
  function put(chip) {
    panel.hidden = false;
    if (window.matchMedia("(max-width: 640px)").matches) {
      panel.style.left = panel.style.top = "";
      return;
    }
    const at = chip.getBoundingClientRect();
    const size = panel.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - size.width - 8));
    const below = at.bottom + 6;
    const fits = below + size.height <= window.innerHeight - 8;
    panel.style.left = left + "px";
    panel.style.top = (fits ? below : Math.max(8, at.top - size.height - 6)) + "px";
  }

  function show(chip) {
    window.clearTimeout(leaving);
    fill(chip);
    put(chip);
  }

  function mark(chip) {
    for (const open of document.querySelectorAll("[data-open]")) open.removeAttribute("data-open");
    if (chip) chip.setAttribute("data-open", "");
  }

  function pin(chip) {
    show(chip);
    opener = chip;
    mark(chip);
    panel.classList.add("pinned");
    panel.focus({ preventScroll: true });
  }

  function hide() {
    window.clearTimeout(leaving);
    panel.hidden = true;
    panel.classList.remove("pinned");
    mark(null);
    const was = opener;
    opener = null;
    if (was && panel.contains(document.activeElement)) was.focus({ preventScroll: true });
  }

  const chipOf = (event) => (event.target instanceof Element ? event.target.closest("[data-refs]") : null);

  document.addEventListener("click", (event) => {
    const chip = chipOf(event);
    if (chip) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      pin(chip);
      document.dispatchEvent(new CustomEvent("planlint:open", { detail: chip }));
    } else if (opener && !panel.contains(event.target)) {
      hide();
    }
  });
  document.addEventListener("pointerover", (event) => {
    const chip = chipOf(event);
    if (chip && !opener && event.pointerType === "mouse") show(chip);
    if (panel.contains(event.target)) window.clearTimeout(leaving);
  });
  document.addEventListener("pointerout", (event) => {
    if (!opener && (chipOf(event) || panel.contains(event.target))) {
      window.clearTimeout(leaving);
      leaving = window.setTimeout(() => { if (!opener) hide(); }, 180);
    }
  });
  document.addEventListener("focusin", (event) => {
    const chip = chipOf(event);
    if (chip && !opener && chip.matches(":focus-visible")) show(chip);
  });
  document.addEventListener("focusout", (event) => {
    if (chipOf(event) && !opener) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      if (opener) opener.focus({ preventScroll: true });
      hide();
    }
  });
  document.getElementById("panel-close").addEventListener("click", () => {
    if (opener) opener.focus({ preventScroll: true });
    hide();
  });
  window.addEventListener("scroll", () => { if (!opener) panel.hidden = true; else put(opener); }, { passive: true });
})();
