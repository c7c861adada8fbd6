"""The annotated plans in, a table of found and exact F1 out, and the facts gained and lost against the stored baseline.

    python benchmarks/accuracy.py             the table, then `+ targets 40家 2025 「…不少于40家」` for each fact gained, `-` for each lost
    python benchmarks/accuracy.py --update    write the facts of today into baseline.json

Needs the annotated plans beside the checkout (../shared). The baseline holds offsets and values, no text of the plans.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from planlint import extract, read_document
from planlint.report.record import report_of

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
BASELINE = HERE / "baseline.json"
FIELDS = {
    "targets": ("value", "value_max", "unit", "comparator", "deadline"),
    "milestones": ("deadline",),
    "subsidies": ("amount", "amount_min", "amount_max", "rate", "cap", "per"),
    "responsibilities": ("role", "section"),
    "citations": ("document_number",),
}


def facts_of(path: Path) -> tuple[dict[str, str], int, int]:
    """The facts of one plan as `kind values start-end` with their quotes, how many numbers it has, how many stay unknown."""
    report = report_of(extract(read_document(path)))
    facts = {}
    for kind, fields in FIELDS.items():
        for fact in report[kind]:
            values = " ".join("" if fact[name] is None else str(fact[name]) for name in fields)
            facts[f"{kind} {values} {fact['span']['start']}-{fact['span']['end']}"] = fact["quote"]
    unknown = sum(record["role"] == "unknown" for record in report["numbers"])
    return facts, len(report["numbers"]), unknown


def main() -> int:
    """Print the table and the changes; 1 where a fact was lost, 2 where the annotated plans are missing."""
    if not (SHARED / "gold" / "score.py").is_file():
        print("the annotated plans are not beside this checkout (../shared)", file=sys.stderr)
        return 2
    command = f"{sys.executable} -m planlint extract {{file}} --format json"
    subprocess.run([sys.executable, str(SHARED / "gold" / "score.py"), "--command", command], check=False)
    plans = [*sorted((SHARED / "corpus").glob("*.txt")), *sorted((SHARED / "corpus" / "more").glob("*.txt"))]
    now, numbers, unknown = {}, 0, 0
    for path in plans:
        facts, count, left = facts_of(path)
        now[path.name] = facts
        numbers += count
        unknown += left
    print(f"ledger over {len(plans)} plans: {numbers} numbers, {unknown} unknown ({unknown / numbers:.2%})")
    if "--update" in sys.argv:
        kept = {name: sorted(facts) for name, facts in now.items()}
        BASELINE.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        return 0
    before = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.is_file() else {}
    lost = 0
    for name, facts in now.items():
        old = set(before.get(name, ()))
        for fact in sorted(facts.keys() - old):
            print(f"+ {name} {fact} 「{facts[fact][:50]}」")
        for fact in sorted(old - facts.keys()):
            print(f"- {name} {fact}")
            lost += 1
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
