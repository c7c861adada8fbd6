"""A seeded draw of findings at levels error and warning over the plans at hand and those that no rule was written for, each with its verdict by hand.

    python benchmarks/precision.py             prints the draw with its context; what has no verdict yet is marked ?
    python benchmarks/precision.py --write     writes docs/precision.md
    python benchmarks/precision.py --everything judges the whole population instead of a draw

Verdicts stand in benchmarks/verdicts.yaml, by plan, rule and place, so that a new draw asks only for what nobody has read.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import yaml

from planlint.check.rules import load_checks
from planlint.checking import Checker, check_source
from planlint.read import read_document
from planlint.rulebook import Rulebook

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / ".." / "shared" / "corpus"
# reports, notices, letters, opinions: documents that no rule was written for
UNSEEN = ROOT / ".." / "shared" / "roles" / "docs"
VERDICTS = ROOT / "benchmarks" / "verdicts.yaml"
REPORT = ROOT / "docs" / "precision.md"
SEED, DRAWN, BAR = 20260101, 60, 54


@dataclass(frozen=True)
class Case:
    """One finding of one plan."""

    plan: str
    rule: str
    level: str
    line: int
    start: int
    message: str
    quote: str
    before: str
    behind: str

    @property
    def key(self) -> tuple[str, str, int]:
        """What a verdict is found by."""
        return self.plan, self.rule, self.start


def population() -> list[Case]:
    """All findings at error and warning of the profile `recommended`, plan by plan."""
    rules = tuple(
        rule for rule in load_checks(Rulebook()) if not rule.profiles or "recommended" in rule.profiles
    )
    checker = Checker(rules=rules, named=rules)
    cases = []
    for path in sorted((*CORPUS.glob("*.txt"), *(CORPUS / "more").glob("*.txt"), *UNSEEN.glob("*.txt"))):
        source = read_document(path)
        for f in check_source(source, checker).findings:
            if f.level in ("error", "warning"):
                text, (start, end) = source.text, f.span
                cases.append(
                    Case(path.name, f.rule, f.level, source.place(start)[0], start, f.message, f.quote, text[max(0, start - 60) : start], text[end : end + 60])
                )  # fmt: skip
    return cases


def verdicts() -> dict[tuple[str, str, int], dict]:
    """The verdicts written by hand: right or wrong, and why."""
    rows = yaml.safe_load(VERDICTS.read_text(encoding="utf-8")) if VERDICTS.is_file() else []
    return {(row["plan"], row["rule"], row["at"]): row for row in rows or []}


def flat(text: str) -> str:
    """A text on one line."""
    return text.replace("\n", "⏎")


def shown(case: Case, row: dict | None) -> str:
    """A finding with its verdict and its surroundings."""
    mark = "?" if row is None else "right" if row["right"] else "WRONG"
    why = f" ({row['why']})" if row and row.get("why") else ""
    return f"{mark:5} {case.plan}:{case.line} {case.rule} {case.level} @{case.start} {flat(case.message)}{why}\n      {flat(case.before)}⟦{flat(case.quote[:120])}⟧{flat(case.behind)}"


def report(cases: list[Case], known: dict, everything: int) -> str:
    """The page docs/precision.md: counts, the wrong ones named, the table of the draw."""
    right = sum(bool(known[c.key]["right"]) for c in cases if c.key in known)
    unread = sum(c.key not in known for c in cases)
    by_rule = Counter(c.rule for c in cases)
    lines = [
        "# Precision, read by hand", "",
        f"Of the {everything} findings at levels error and warning over the plans of the shared corpus and 28 documents that no rule was written for, {len(cases)} were drawn (seed {SEED}, "
        f"`python benchmarks/precision.py`) and read against the source: **{right} of {len(cases)} are right**"
        + (f", {unread} not read yet" if unread else "") + f". The bar is {BAR} of {DRAWN}.", "",
        ("A finding is right where a drafter who reads the place would agree that what the message says is so. "
         "Documents are named by their file; quotes are cut to a few words."), "", "## Wrong ones", "",
    ]  # fmt: skip
    wrong = [c for c in cases if c.key in known and not known[c.key]["right"]]
    lines += [f"- `{c.plan}` line {c.line}, {c.rule}: {known[c.key]['why']}" for c in wrong] or [
        "None of those drawn."
    ]
    lines += [
        "",
        "## By rule",
        "",
        ", ".join(f"{rule} {n}" for rule, n in sorted(by_rule.items())),
        "",
        "## The draw",
        "",
    ]
    lines += [
        "| # | plan | line | rule | level | words | verdict | note |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for i, case in enumerate(cases, 1):
        row = known.get(case.key)
        verdict = "not read" if row is None else "right" if row["right"] else "**wrong**"
        words = flat(case.quote).replace("|", "\\|")
        words = words if len(words) <= 12 else f"{words[:12]}…"
        note = (row or {}).get("why", "")
        lines.append(
            f"| {i} | {case.plan[:-4]} | {case.line} | {case.rule} | {case.level} | {words} | {verdict} | {note} |"
        )
    return "\n".join(lines) + "\n"


def main() -> int:
    """Draw, print, and say whether the bar is held."""
    asked = argparse.ArgumentParser(description="findings drawn at random, with verdicts")
    asked.add_argument("--write", action="store_true", help="write docs/precision.md")
    asked.add_argument("--everything", action="store_true", help="the whole population, not a draw")
    options = asked.parse_args()
    if not CORPUS.is_dir():
        print(f"skipped: {CORPUS} is not there")
        return 0
    cases = population()
    count = len(cases)
    if not options.everything:
        cases = sorted(
            random.Random(SEED).sample(cases, min(DRAWN, count)), key=lambda c: (c.plan, c.start, c.rule)
        )
    known = verdicts()
    if options.write:
        REPORT.write_text(report(cases, known, count), encoding="utf-8")
    for case in cases:
        print(shown(case, known.get(case.key)))
    right = sum(bool(known[c.key]["right"]) for c in cases if c.key in known)
    unread = sum(c.key not in known for c in cases)
    print(
        f"{right} of {len(cases)} right, {unread} without a verdict (population {count}); the bar is {BAR} of {DRAWN}",
        file=sys.stderr,
    )
    return 0 if unread == 0 and right >= BAR / DRAWN * len(cases) else 1


if __name__ == "__main__":
    raise SystemExit(main())
