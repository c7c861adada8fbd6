"""docs/decisions.md prints the order as the code has it."""

from pathlib import Path

from planlint.decisions.order import ORDER

PAGE = Path(__file__).resolve().parents[2] / "docs" / "decisions.md"


def test_the_page_lists_every_step_in_order():
    listed = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line[:1].isdigit()]
    assert listed == [f"{i}. **{step.name}**: {step.asks}" for i, step in enumerate(ORDER, 1)]
