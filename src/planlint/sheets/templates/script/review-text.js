// Places of the text: a code point of the source is a node and an offset in the page, and the other way round.
"use strict";
const text = (function () {
  const pane = document.getElementById("text");
  let starts = [0];
  let lines = [];
  const size = (string) => [...string].length;

  function load(html, from) {
    pane.innerHTML = html;
    starts = from;
    lines = [...pane.querySelectorAll(".line")];
    // a mark is a link, and no selection can begin in a link
    for (const mark of pane.querySelectorAll(".mark")) mark.removeAttribute("href");
  }

  function lineAt(offset) {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  // The node and offset of a code point.
  function point(offset) {
    const at = lineAt(offset);
    let left = offset - starts[at];
    const walker = document.createTreeWalker(lines[at], NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    let last = [lines[at], 0];
    while (node) {
      const signs = [...node.data];
      if (left <= signs.length) return [node, signs.slice(0, left).join("").length];
      left -= signs.length;
      last = [node, node.data.length];
      node = walker.nextNode();
    }
    return last;
  }

  // The code point of a node and offset; null outside of the text.
  function offset(node, at) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const line = element.closest("#text .line");
    if (!line) return null;
    const range = document.createRange();
    range.setStart(line, 0);
    range.setEnd(node, at);
    return starts[lines.indexOf(line)] + size(range.toString());
  }

  function range(start, end) {
    const found = document.createRange();
    found.setStart(...point(start));
    found.setEnd(...point(end));
    return found;
  }

  // What is selected, as code points; null for nothing.
  function selected() {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const chosen = selection.getRangeAt(0);
    const start = offset(chosen.startContainer, chosen.startOffset);
    const end = offset(chosen.endContainer, chosen.endOffset);
    return start === null || end === null || start >= end ? null : [start, end];
  }

  // Light some places up under a name; the style sheet says how.
  function light(name, spans) {
    if (!window.CSS || !CSS.highlights) return;
    CSS.highlights.set(name, new Highlight(...spans.map(([start, end]) => range(start, end))));
  }

  // The clauses of the text in order: what stands between 。；， and the ends of lines.
  function clauses() {
    const found = [];
    lines.forEach((line, n) => {
      let start = starts[n];
      let at = start;
      for (const sign of line.textContent) {
        at += 1;
        if ("。；，\r\n".includes(sign)) {
          if (at - 1 > start) found.push([start, at - 1]);
          start = at;
        }
      }
      if (at > start) found.push([start, at]);
    });
    return found;
  }

  const end = () => starts[starts.length - 1];
  const show = (offset_) => lines[lineAt(offset_)].scrollIntoView({ block: "center" });
  return { pane, load, selected, light, clauses, end, show };
})();
