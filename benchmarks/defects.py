"""How many of the known defects of the seed plans `planlint check` finds: ../shared/gold/defects.jsonl in, a table out.

A defect is found where a finding of the same rule, or of the same group (TGT, SUB …), overlaps its place; a place that must not be
reported counts against the rule that it names. Run: python benchmarks/defects.py [--all]
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from planlint.check.rules import load_checks
from planlint.checking import Checker, check_source
from planlint.read import read_document
from planlint.rulebook import Rulebook

SHARED = Path(__file__).resolve().parents[1] / ".." / "shared"


def findings_of(name: str) -> list[tuple[str, int, int]]:
    """Rule, start and end of each finding of one seed plan."""
    rules = tuple(
        rule for rule in load_checks(Rulebook()) if not rule.profiles or "recommended" in rule.profiles
    )
    checked = check_source(read_document(SHARED / "corpus" / name), Checker(rules=rules, named=rules))
    return [(f.rule, f.span.start, f.span.end) for f in checked.findings]


def main() -> int:
    """Print what is found, level by level, and what is missed."""
    path = SHARED / "gold" / "defects.jsonl"
    if not path.is_file():
        print(f"skipped: {path} is not there")
        return 0
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    found = {name: findings_of(name) for name in {row["seed"] for row in rows}}
    total, hit, missed, wrong = Counter(), Counter(), [], []
    for row in rows:
        over = [f for f in found[row["seed"]] if f[1] < row["end"] and row["offset"] < f[2]]
        if row["kind"] == "pass":
            if any(f[0] == row["rule"] for f in over):
                wrong.append(row)
            continue
        total[row["severity"]] += 1
        if any(f[0][:3] == row["rule"][:3] for f in over):
            hit[row["severity"]] += 1
        else:
            missed.append(row)
    for level in ("error", "warning", "info"):
        print(f"{level:8} {hit[level]:3} of {total[level]:3}")
    both = hit["error"] + hit["warning"], total["error"] + total["warning"]
    print(
        f"error and warning: {both[0]} of {both[1]} ({both[0] / both[1]:.0%}); places wrongly reported: {len(wrong)}"
    )
    for row in missed:
        if row["severity"] != "info" or "--all" in sys.argv:
            print(
                "missed",
                row["seed"][:3],
                row["line"],
                row["rule"],
                row["severity"],
                row["quote"][:40].replace("\n", "⏎"),
            )
    for row in wrong:
        print("WRONG ", row["seed"][:3], row["line"], row["rule"], row["quote"][:40])
    return 0 if both[0] >= 0.8 * both[1] and not wrong else 1


if __name__ == "__main__":
    raise SystemExit(main())
