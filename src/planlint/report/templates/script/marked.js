// A marked text: kinds shown or hidden, ways from the text to the tables and back, search in the text.
"use strict";
(function () {
  const marks = [...document.querySelectorAll("a.mark")];
  const boxes = [...document.querySelectorAll("[data-kind]")];
  const tags = {};
  for (const mark of marks) {
    mark.dataset.all = mark.dataset.kinds;
    mark.dataset.href = mark.getAttribute("href");
    const opens = (mark.dataset.opens || "").split(" ");
    if (opens.length === 1 && mark.dataset.tag) tags[opens[0]] = mark.dataset.tag;
  }

  function showKinds() {
    const hidden = new Set(boxes.filter((box) => !box.checked).map((box) => box.dataset.kind));
    for (const mark of marks) {
      const kinds = mark.dataset.all.split(" ").filter((kind) => !hidden.has(kind));
      mark.dataset.kinds = kinds.join(" ");
      if (mark.dataset.opens) {
        mark.dataset.tag = mark.dataset.opens.split(" ").filter((kind) => !hidden.has(kind)).map((kind) => tags[kind] || "").join("");
        if (kinds.length) mark.removeAttribute("tabindex");
        else mark.tabIndex = -1;
      }
    }
    for (const table of document.querySelectorAll("[data-table]")) table.hidden = hidden.has(table.dataset.table);
  }
  for (const box of boxes) box.addEventListener("change", showKinds);
  if (boxes.some((box) => !box.checked)) showKinds();

  function light(refs) {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    for (const ref of refs) {
      const row = document.getElementById("e" + ref);
      if (row) row.classList.add("lit");
      for (const mark of document.querySelectorAll('a.mark[data-refs~="' + CSS.escape(ref) + '"]')) mark.classList.add("lit");
    }
  }

  // A click in the text lights the rows, and brings the first into view where the tables stand beside the text.
  document.addEventListener("planlint:open", (event) => {
    const refs = event.detail.dataset.refs.split(" ");
    light(refs);
    const row = document.getElementById("e" + refs[0]);
    const pane = row && row.closest(".found");
    if (!pane || window.matchMedia("(max-width: 960px)").matches) return;
    const table = row.closest("details");
    if (table) table.open = true;
    pane.scrollTop += row.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  });

  function followHash() {
    const id = decodeURIComponent(location.hash.slice(1));
    const place = id && document.getElementById(id);
    if (!place) return;
    const fold = place.closest("details");
    if (fold) fold.open = true;
    if (id.startsWith("f-")) light([id.slice(2)]);
    else if (place.tagName === "TR") light([id.slice(1)]);
    else return;
    place.scrollIntoView({ block: "center" });
    const target = place.matches("a") ? place : place.closest("a") || place.querySelector("a");
    if (target) target.focus({ preventScroll: true });
  }
  window.addEventListener("hashchange", followHash);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a.goto, a.to-row");
    if (!link) return;
    if (link.matches(".to-row")) document.getElementById("panel-close").click();
    // the same place again changes no hash
    if (link.hash === location.hash) { event.preventDefault(); followHash(); }
  });
  if (location.hash) followHash();

  // ---- search --------------------------------------------------------------------------------------------------------
  const field = document.getElementById("find-text");
  const said = document.getElementById("find-hits");
  let found = [];
  let at = -1;

  function rangesIn(line, wanted) {
    const text = line.textContent.toLowerCase();
    const ranges = [];
    for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + wanted.length)) {
      ranges.push(rangeOf(line, from, from + wanted.length));
    }
    return ranges;
  }

  function rangeOf(line, start, end) {
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let passed = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const next = passed + node.length;
      if (start >= passed && start < next) range.setStart(node, start - passed);
      if (end > passed && end <= next) { range.setEnd(node, end - passed); break; }
      passed = next;
    }
    return range;
  }

  function paint() {
    if (!window.CSS || !CSS.highlights) return;
    CSS.highlights.set("found", new Highlight(...found));
    CSS.highlights.set("found-now", at >= 0 ? new Highlight(found[at]) : new Highlight());
  }

  function find() {
    const wanted = field.value.trim().toLowerCase();
    found = [];
    at = -1;
    if (wanted) for (const line of document.querySelectorAll(".line")) found.push(...rangesIn(line, wanted));
    if (found.length) step(1);
    else { said.textContent = wanted ? said.dataset.none : ""; paint(); }
  }

  function step(way) {
    if (!found.length) return;
    at = (at + way + found.length) % found.length;
    said.textContent = said.dataset.text.replace("{n}", at + 1).replace("{all}", found.length);
    paint();
    found[at].startContainer.parentElement.scrollIntoView({ block: "center" });
  }

  if (field) {
    field.addEventListener("input", find);
    document.getElementById("find").addEventListener("submit", (event) => event.preventDefault());
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    });
    document.getElementById("find-on").addEventListener("click", () => step(1));
    document.getElementById("find-back").addEventListener("click", () => step(-1));
  }
})();
