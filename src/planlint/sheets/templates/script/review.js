// A plan under review: keys, forms, edges of words; each action goes to the server, which answers when it is on the disk.
"use strict";
(function () {
  const desk = document.getElementById("desk");
  const pane = document.getElementById("items");
  const edgesLine = document.getElementById("edges");
  const message = document.getElementById("message");
  const help = document.getElementById("help");
  const filter = document.getElementById("filter");
  const first = document.getElementById("unsure-first");
  const side = document.getElementById("side");
  const spec = JSON.parse(desk.dataset.spec);
  const said = JSON.parse(desk.dataset.texts);
  const was = desk.dataset.earlier ? JSON.parse(desk.dataset.earlier) : null;
  let stamp = "";
  let rows = [];
  let current = null; // the key of the item that the keys speak of
  let edges = null; // words whose ends are being moved: {start, end, key}, no key for a fact that is added
  let busy = false;
  let looking = false;
  let pressed = Promise.resolve(); // a key waits until what the one before it did is done

  // ---- what the server says --------------------------------------------------------------------------------------------
  async function ask(path, body) {
    const options = body ? { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) } : {};
    const answer = await fetch(`${desk.dataset.plan}/${path}`, options);
    if (answer.status === 204) return null;
    const found = await answer.json().catch(() => ({ error: answer.status }));
    if (!answer.ok) throw new Error(found.error);
    return found;
  }

  function tell(words, bad) {
    message.textContent = words;
    message.classList.toggle("bad", Boolean(bad));
  }

  function show(state) {
    stamp = state.stamp;
    text.load(state.text, state.starts);
    const top = pane.scrollTop;
    pane.innerHTML = state.items;
    pane.scrollTop = top;
    document.getElementById("progress").textContent = state.progress;
    const bar = document.getElementById("bar");
    bar.max = state.all || 1;
    bar.value = state.all ? state.done : 1;
    if (desk.dataset.added) text.light("added", JSON.parse(desk.dataset.added));
    arrange();
  }

  // What others did; never while somebody is at something, for the list is drawn anew.
  async function look() {
    const occupied = () => busy || edges || document.querySelector("form.edit");
    if (looking || document.hidden || occupied()) return;
    looking = true;
    try {
      const state = await ask(`state?since=${encodeURIComponent(stamp)}`);
      if (state && !occupied()) show(state);
    } catch (error) {
      tell(`${said.not_saved} ${error.message}`, true);
    } finally {
      looking = false;
    }
  }

  async function act(body) {
    if (busy) return false;
    busy = true;
    try {
      const state = await ask("act", { ...body, sha: stamp.split("-")[0] });
      show(state);
      tell(state.undone ? said.nothing_to_undo : body.do === "undo" ? said.undone : said.saved);
      return true;
    } catch (error) {
      tell(`${said.not_saved} ${error.message}`, true);
      return false;
    } finally {
      busy = false;
    }
  }

  // ---- the list --------------------------------------------------------------------------------------------------------
  const row = () => rows.find((one) => one.dataset.key === current) || null;
  const shown = () => rows.filter((one) => !one.hidden);

  function wanted(one) {
    const which = filter.value;
    if (!which) return one.dataset.asks === "1";
    if (which === "open") return one.dataset.asks === "1" && one.dataset.state === "open";
    if (which === "unsure") return one.matches(".unsure");
    if (which === "touched") return one.dataset.state !== "open";
    return one.dataset.kind === which;
  }

  function arrange() {
    const list = pane.querySelector(".items");
    rows = [...list.children];
    for (const one of rows) one.hidden = !wanted(one) && one.dataset.key !== current;
    const place = (one) => (first.checked && !one.matches(".unsure") ? 1 : 0);
    rows = rows.map((one, n) => [one, n]).sort((a, b) => place(a[0]) - place(b[0]) || a[1] - b[1]).map(([one]) => one);
    list.append(...rows);
    if (!row() || row().hidden) current = shown().length ? shown()[0].dataset.key : null;
    choose(current, false);
  }

  function choose(key, scroll = true) {
    current = key;
    for (const one of rows) {
      one.toggleAttribute("data-current", one.dataset.key === key);
      if (one.dataset.key === key) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    }
    for (const mark of text.pane.querySelectorAll(".mark.lit")) mark.classList.remove("lit");
    const one = row();
    if (!one) { text.light("now", []); return; }
    const span = [Number(one.dataset.start), Number(one.dataset.end)];
    if (span[1] > span[0]) text.light("now", [span]);
    if (!scroll) return;
    one.hidden = false;
    one.scrollIntoView({ block: "nearest" });
    text.show(span[0]);
    if (was) document.getElementById(`was-${was[Number(one.dataset.line) - 1]}`)?.scrollIntoView({ block: "center" });
  }

  function move(by) {
    const all = shown();
    const at = all.findIndex((one) => one.dataset.key === current);
    const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    if (next) choose(next.dataset.key);
  }

  function nextOpen() {
    const all = shown();
    const at = all.findIndex((one) => one.dataset.key === current);
    const next = [...all.slice(at + 1), ...all.slice(0, at)].find((one) => one.dataset.state === "open");
    if (next) choose(next.dataset.key);
    else tell(said.nothing);
  }

  // ---- forms -----------------------------------------------------------------------------------------------------------
  function control(field, value) {
    if (field.shape === "flag") {
      const box = document.createElement("input");
      box.type = "checkbox";
      box.checked = value === true;
      return box;
    }
    if (field.shape === "choice") {
      const list = document.createElement("select");
      const choices = field.needed ? [...field.choices] : [["", said.empty], ...field.choices];
      if (value && !choices.some(([name]) => name === value)) choices.push([value, value]);
      for (const [name, label] of choices) list.append(new Option(label, name, false, name === (value ?? "")));
      return list;
    }
    const line = document.createElement("input");
    line.type = "text";
    line.autocomplete = "off";
    line.value = value ?? "";
    return line;
  }

  // A form with the fields of a kind behind an element; `send` gets what was changed, and the reason.
  function edit(kind, values, behind, key, send, fresh) {
    closeForm();
    const form = document.createElement("form");
    form.className = "edit";
    const controls = new Map();
    for (const field of spec[kind]) {
      const label = document.createElement("label");
      const one = control(field, values[field.name]);
      one.name = field.name;
      controls.set(field, [one, one.type === "checkbox" ? one.checked : one.value]);
      label.append(`${field.label} `, one);
      form.append(label);
    }
    const reason = document.createElement("input");
    reason.name = "reason";
    reason.autocomplete = "off";
    const label = document.createElement("label");
    label.append(`${said.reason} `, reason);
    const save = document.createElement("button");
    save.textContent = said.save;
    const cancel = document.createElement("button");
    cancel.type = "button";
    cancel.textContent = said.cancel;
    cancel.addEventListener("click", closeForm);
    form.append(label, save, cancel);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const set = {};
      for (const [field, [one, before]] of controls) {
        const now = one.type === "checkbox" ? one.checked : one.value.trim();
        if (fresh || now !== before) set[field.name] = now;
      }
      await send(set, reason.value.trim());
    });
    behind.append(form);
    const wantedField = key === "n" ? reason : [...controls].find(([field]) => field.key && field.key === key)?.[1][0];
    const focus = wantedField || [...controls.values()][0]?.[0] || reason;
    focus.focus();
    if (focus.select) focus.select();
    form.scrollIntoView({ block: "nearest" });
  }

  function closeForm() {
    const form = document.querySelector("form.edit");
    if (!form) return false;
    const draft = form.closest(".draft");
    (draft || form).remove();
    if (draft) text.light("edges", []);
    return true;
  }

  function correct(key) {
    const one = row();
    if (!one) return;
    const name = one.dataset.key;
    edit(one.dataset.kind, JSON.parse(one.dataset.fields), one, key, async (set, reason) => {
      const body = Object.keys(set).length ? { do: "correct", set } : { do: "note" };
      if (await act({ ...body, key: name, reason })) closeForm();
    }, false);
  }

  // ---- the edges of words ------------------------------------------------------------------------------------------------
  function openEdges(key) {
    const chosen = text.selected();
    const one = row();
    let span = chosen;
    if (!span && key && one) span = [Number(one.dataset.start), Number(one.dataset.end)];
    if (!span) span = nextClause(one ? Number(one.dataset.end) : 0, 1);
    if (!span) return;
    edges = { start: span[0], end: span[1], key };
    window.getSelection().removeAllRanges();
    drawEdges();
  }

  function nextClause(from, by) {
    const all = text.clauses();
    if (by > 0) return all.find(([start]) => start >= from) || all[all.length - 1];
    return all.filter(([start]) => start < from).pop() || all[0];
  }

  function drawEdges() {
    edgesLine.hidden = !edges;
    text.light("edges", edges ? [[edges.start, edges.end]] : []);
    if (!edges) return;
    edgesLine.textContent = edges.key ? said.edges_mark : said.edges_add;
    const buttons = document.getElementById("kinds").content.cloneNode(true);
    if (edges.key) for (const button of buttons.querySelectorAll("[value]")) button.remove();
    edgesLine.append(" ", buttons);
    text.show(edges.start);
  }

  function closeEdges() {
    if (!edges) return false;
    edges = null;
    drawEdges();
    return true;
  }

  async function edgeKey(key, shift) {
    const { start, end } = edges;
    if (key === "ArrowRight") Object.assign(edges, shift ? { start: Math.min(start + 1, end - 1) } : { end: Math.min(end + 1, text.end()) });
    else if (key === "ArrowLeft") Object.assign(edges, shift ? { start: Math.max(start - 1, 0) } : { end: Math.max(end - 1, start + 1) });
    else if (key === "ArrowDown" || key === "ArrowUp") {
      const [from, to] = key === "ArrowDown" ? nextClause(end, 1) : nextClause(start, -1);
      Object.assign(edges, { start: from, end: to });
    } else if (key === "Enter" && edges.key) {
      const body = { do: "mark", key: edges.key, span: [edges.start, edges.end] };
      closeEdges();
      await act(body);
      return true;
    } else if (!edges.key && /^[1-9]$/.test(key)) {
      const button = document.getElementById("kinds").content.querySelector(`[data-press="${key}"]`);
      if (button) await draft(button.value);
      return true;
    } else if (key === "Escape") return closeEdges();
    else return false;
    drawEdges();
    return true;
  }

  // A new fact: its fields as the words seem to say them.
  async function draft(kind) {
    const span = [edges.start, edges.end];
    let values;
    try {
      values = await ask(`propose?kind=${kind}&start=${span[0]}&end=${span[1]}`);
    } catch (error) {
      tell(`${said.not_saved} ${error.message}`, true);
      return;
    }
    closeEdges();
    const card = document.createElement("div");
    card.className = "item draft";
    card.textContent = said.new;
    pane.prepend(card);
    edit(kind, values, card, "", async (set, reason) => {
      if (await act({ do: "add", kind, span, set, reason })) {
        closeForm();
        text.light("edges", []);
        const added = rows.find((one) => one.dataset.kind === kind && Number(one.dataset.start) === span[0] && Number(one.dataset.end) === span[1]);
        if (added) choose(added.dataset.key);
      }
    }, true);
    text.light("edges", [span]);
  }

  // ---- keys --------------------------------------------------------------------------------------------------------------
  const simple = {
    j: () => move(1), ArrowDown: () => move(1), k: () => move(-1), ArrowUp: () => move(-1),
    e: () => correct(""), n: () => correct("n"), m: () => row() && openEdges(current), a: () => openEdges(null),
    z: () => act({ do: "undo" }), o: nextOpen, "?": () => help.showModal(),
    f: () => { filter.selectedIndex = (filter.selectedIndex + 1) % filter.options.length; current = null; arrange(); },
    u: () => { first.checked = !first.checked; current = null; arrange(); },
    s: () => { if (side) { side.checked = !side.checked; beside(); } },
    g: () => { if (document.querySelector(".home")) location.href = desk.dataset.base; },
    Enter: () => answer("accept"), x: () => answer("reject"),
  };

  async function answer(what) {
    if (current && await act({ do: what, key: current })) nextOpen();
  }

  async function press(key, shift) {
    if (edges) return edgeKey(key, shift);
    if (key === "Escape") return closeForm();
    const one = row();
    const field = one && spec[one.dataset.kind].some((each) => each.key === key);
    if (field) { correct(key); return true; }
    if (!simple[key]) return false;
    await simple[key]();
    return true;
  }

  function pressNext(key, shift) {
    pressed = pressed.then(() => press(key, shift)).catch((error) => tell(error.message, true));
  }

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const typing = event.target.matches("input:not([type=checkbox]), select, textarea");
    if (event.key === "Escape") { if (closeForm() || closeEdges()) event.preventDefault(); return; }
    if (typing || (event.key === "Enter" && event.target.matches("a, button, summary"))) return;
    const known = edges ? /^(Arrow|Enter|[1-9]$)/.test(event.key) : simple[event.key] || /^[a-z]$/.test(event.key);
    if (!known) return;
    event.preventDefault();
    pressNext(event.key, event.shiftKey);
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-press]");
    if (button) { pressNext(button.dataset.press, false); return; }
    const mark = event.target.closest("#text .mark");
    const one = event.target.closest("#items .item[data-key]");
    if (mark) {
      event.preventDefault();
      if (!edges) choose(mark.dataset.refs.split(" ")[0].slice(1));
    } else if (one && !event.target.closest("form")) choose(one.dataset.key);
  });

  function beside() {
    document.getElementById("was").hidden = !side.checked;
    document.querySelector(".panes").classList.toggle("three", side.checked);
  }

  filter.addEventListener("change", () => { current = null; arrange(); filter.blur(); });
  first.addEventListener("change", () => { current = null; arrange(); });
  if (side) side.addEventListener("change", beside);
  document.getElementById("help-open").addEventListener("click", () => help.showModal());
  document.addEventListener("visibilitychange", look);
  window.addEventListener("focus", look);
  window.setInterval(look, 2000);
  look();
})();
