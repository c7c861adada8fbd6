"""rules/lexicon/provisions.yaml: each class has a text in which its word decides, and a word of the user's decides as ours do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planlint import Rulebook, extract

WORDS = Rulebook().words("provisions")
EXAMPLES = WORDS["examples"]


def sums(text: str, rules: Rulebook | None = None) -> list[str]:
    """What a text gives: sums, rates, and caps behind ≤."""
    found = extract(text, rules or Rulebook()).subsidies
    said = [(subsidy.amount, subsidy.rate, subsidy.cap) for subsidy in found]
    return [
        f"{sign}{value}"
        for values in said
        for sign, value in zip(("", "", "≤"), values, strict=True)
        if value is not None
    ]


def test_each_class_has_its_example() -> None:
    assert set(WORDS) - {"examples"} == {row["class"] for row in EXAMPLES}


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["class"])
def test_the_word_decides(row: dict[str, object]) -> None:
    text = str(row["text"])
    word = re.search("⟦(.*?)⟧", text)
    assert word is not None
    assert word[1] in WORDS[str(row["class"])]
    assert sums(re.sub("[⟦⟧]", "", text)) == row["sums"]
    assert sums(re.sub("⟦.*?⟧", "云岭", text)) != row["sums"]


def test_a_word_of_the_user_decides(tmp_path: Path) -> None:
    lexicon = tmp_path / "lexicon" / "provisions.yaml"
    lexicon.parent.mkdir()
    lexicon.write_text("loans: [云岭贷]\n", encoding="utf-8")
    text = "对企业给予最高1000万元云岭贷。"
    assert sums(text) == ["≤10000000"]
    assert sums(text, Rulebook((tmp_path,))) == []
