"""Accuracy on the annotated real plans, where they lie beside the checkout (skipped, and said so, elsewhere)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = pytest.mark.skipif(
    not (SHARED / "gold" / "score.py").is_file(), reason="the annotated plans are not beside this checkout"
)

BARS = {
    "sections": (0.97, 0.95), "targets": (0.93, 0.85), "milestones": (0.75, 0.70), "subsidies": (0.93, 0.85),
    "responsibilities": (0.96, 0.92), "citations": (0.95, 0.90),
}  # fmt: skip


@pytest.fixture(scope="module")
def scores() -> dict:
    command = f"{sys.executable} -m planlint extract {{file}} --format json"
    run = subprocess.run(
        [sys.executable, str(SHARED / "gold" / "score.py"), "--json", "--command", command], capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return json.loads(run.stdout)


@pytest.mark.parametrize("kind", BARS)
def test_bar(scores: dict, kind: str) -> None:
    found, exact = BARS[kind]
    assert scores["kinds"][kind]["found"]["f1"] >= found
    assert scores["kinds"][kind]["exact"]["f1"] >= exact


def test_document_data_and_grounding(scores: dict) -> None:
    assert scores["metadata"] >= 0.90
    assert scores["grounded"] == 1.0


def test_ledger_over_all_plans() -> None:
    from planlint import extract, read_document

    total = unknown = 0
    for path in [*SHARED.glob("corpus/*.txt"), *SHARED.glob("corpus/more/*.txt")]:
        for record in extract(read_document(path)).numbers:
            total += 1
            unknown += record.role == "unknown"
    assert unknown <= 0.03 * total
