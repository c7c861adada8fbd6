"""rules/lexicon/provisions.yaml: each class has a text in which its word decides, and a word of the user's decides as ours do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from planlint import Rulebook, extract

if TYPE_CHECKING:
    from pathlib import Path

WORDS = Rulebook().words("provisions")
EXAMPLES = WORDS["examples"]


def said(what: str, text: str, rules: Rulebook | None = None) -> list[str]:
    """What a text says of the money: its sums (a cap behind ≤), for what and to whom they are paid, the verb, or the ledger's rules."""
    found = extract(text, rules or Rulebook())
    if what == "rules":
        return [number.rule for number in found.numbers]
    if what != "sums":
        return [str(getattr(b, {"who": "beneficiary"}.get(what, what))) for b in found.subsidies]
    return [
        " ".join(
            f"{sign}{value}"
            for sign, value in (("", b.amount), ("", b.rate), ("≤", b.cap))
            if value is not None
        )
        for b in found.subsidies
    ]


def test_each_class_has_its_example() -> None:
    assert set(WORDS) - {"examples"} == {row["class"] for row in EXAMPLES}


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["class"])
def test_the_word_decides(row: dict[str, object]) -> None:
    text = str(row["text"])
    word = re.search("⟦(.*?)⟧", text)
    assert word is not None
    assert word[1] in WORDS[str(row["class"])]
    (what,) = set(row) - {"class", "text"}
    assert said(what, re.sub("[⟦⟧]", "", text)) == row[what]
    assert said(what, re.sub("⟦.*?⟧", "云岭", text)) != row[what]


def test_a_word_of_the_user_decides(tmp_path: Path) -> None:
    lexicon = tmp_path / "lexicon" / "provisions.yaml"
    lexicon.parent.mkdir()
    lexicon.write_text("loans: [云岭贷]\n", encoding="utf-8")
    text = "对企业给予最高1000万元云岭贷。"
    assert said("sums", text) == ["≤10000000"]
    assert said("sums", text, Rulebook((tmp_path,))) == []
