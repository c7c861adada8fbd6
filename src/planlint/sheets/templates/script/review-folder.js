// The progress of each plan of a folder, asked for one after the other.
"use strict";
(async function () {
  const whole = document.getElementById("whole");
  let done = 0;
  let all = 0;
  for (const row of document.querySelectorAll("tr[data-plan]")) {
    const said = row.querySelector(".how-far");
    const answer = await fetch(`${row.dataset.plan}/progress`).then((found) => found.json(), (error) => ({ error: String(error) }));
    if (answer.error) {
      said.textContent = answer.error;
      row.classList.add("unreadable");
      continue;
    }
    done += answer.done;
    all += answer.all;
    said.textContent = answer.said;
    row.querySelector(".who").textContent = answer.by;
    const bar = row.querySelector("progress");
    bar.hidden = false;
    bar.max = answer.all || 1;
    bar.value = answer.all ? answer.done : 1;
    whole.textContent = whole.dataset.text.replace("{done}", done).replace("{all}", all);
  }
})();
