// A marked text: what is shown and hidden, ways from the text to the tables and back, search in the text.
"use strict";
(function () {
  // ---- rows and their marks ---------------------------------------------------------------------------------------------
  const entry = (word) => { const [row, kind, tag] = word.split(":"); return { row, kind, tag }; };
  const entries = (words) => (words ? words.split(" ").map(entry) : []);
  const marks = [...document.querySelectorAll("a.mark")].map((place) => ({
    place, of: entries(place.dataset.of), opens: entries(place.dataset.opens),
  }));
  const placesOf = new Map(); // the marks of each row
  for (const { place, of } of marks) {
    for (const { row } of of) {
      if (!placesOf.has(row)) placesOf.set(row, []);
      placesOf.get(row).push(place);
    }
  }
  const rows = [...document.querySelectorAll("[data-row]")];
  const boxes = [...document.querySelectorAll("[data-kind]")];
  const choices = [...document.querySelectorAll("[data-choice]")];
  const search = document.getElementById("find-row");
  const hits = document.getElementById("row-hits");
  const texts = new Map();

  function textOf(row) {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  }

  // Hide the rows that the tools leave out, and with them their marks in the text.
  function apply() {
    const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.dataset.kind));
    const wanted = choices.filter((choice) => choice.value);
    const words = search ? search.value.toLowerCase().split(/\s+/).filter(Boolean) : [];
    const gone = new Set();
    let shown = 0;
    let all = 0;
    for (const row of rows) {
      const counted = row.matches(".card");
      const keep = !off.has(row.dataset.row)
        && (!counted || (wanted.every((choice) => row.dataset[choice.dataset.choice] === choice.value)
          && words.every((word) => textOf(row).includes(word))));
      if (row.hidden === keep) row.hidden = !keep;
      if (!keep) gone.add(row.id.slice(1));
      all += counted;
      shown += counted && keep;
    }
    const stays = ({ row, kind }) => !off.has(kind) && !gone.has(row);
    for (const mark of marks) showMark(mark, mark.of.filter(stays), mark.opens.filter(stays));
    for (const table of document.querySelectorAll("[data-table]")) table.hidden = off.has(table.dataset.table);
    for (const part of document.querySelectorAll("[data-with]")) part.hidden = !part.querySelector("[data-row]:not([hidden])");
    if (hits) hits.textContent = shown < all ? hits.dataset.text.replace("{n}", shown).replace("{all}", all) : "";
  }

  function showMark({ place, opens }, of, opening) {
    const kinds = of.map((one) => one.kind).join(" ");
    const refs = [...new Set(of.map((one) => one.row))].join(" ");
    if (place.dataset.kinds === kinds && (place.dataset.refs || "") === refs) return;
    place.dataset.kinds = kinds;
    if (refs) place.dataset.refs = refs;
    else place.removeAttribute("data-refs");
    if (refs) place.href = "#e" + of[0].row;
    else place.removeAttribute("href");
    if (!opens.length) return;
    place.dataset.tag = [...new Set(opening.map((one) => one.tag))].join("");
    if (refs) place.removeAttribute("tabindex");
    else place.tabIndex = -1;
  }

  for (const tool of [...boxes, ...choices]) tool.addEventListener("change", apply);
  if (search) search.addEventListener("input", apply);
  if (boxes.some((box) => !box.checked) || choices.some((choice) => choice.value) || (search && search.value)) apply();

  // The tables beside the text begin below the tools, however many lines these take.
  const tools = document.querySelector(".marked-top");
  const measure = () => document.documentElement.style.setProperty("--tools", tools.offsetHeight + "px");
  new ResizeObserver(measure).observe(tools);

  // ---- from the text to the tables and back -----------------------------------------------------------------------------
  function light(refs) {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    for (const ref of refs) {
      const row = document.getElementById("e" + ref);
      if (row) row.classList.add("lit");
      for (const place of placesOf.get(ref) || []) place.classList.add("lit");
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
    if (id.startsWith("f-")) light([id.slice(2).split(".")[0]]);
    else if (place.matches("[data-row]")) light([id.slice(1)]);
    else return;
    place.scrollIntoView({ block: "center" });
    const target = place.matches("a") ? place : place.closest("a") || place.querySelector("a");
    if (target) target.focus({ preventScroll: true });
  }
  window.addEventListener("hashchange", followHash);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a.goto, a.to-row");
    if (!link) return;
    if (link.closest("#panel")) document.getElementById("panel-close").click();
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
