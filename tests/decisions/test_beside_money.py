"""A commitment in a clause of its own beside a sum of money, told by the verbs of `commitments.beside_money`, which a user adds to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planlint import Rulebook, extract

if TYPE_CHECKING:
    from pathlib import Path


def role(text: str, rules: Rulebook | None = None) -> str:
    """What the first number of a text is."""
    return extract(text, rules or Rulebook()).numbers[0].role


@pytest.mark.parametrize("verb", ["培育", "打造", "新增"])
def test_a_verb_of_ours(verb: str) -> None:
    assert role(f"{verb}示范村10个以上，每村补助5万元。") == "target"


def test_a_verb_of_the_users(tmp_path: Path) -> None:
    text = "推出示范村10个以上，每村补助5万元。"
    lexicon = tmp_path / "lexicon" / "commitments.yaml"
    lexicon.parent.mkdir()
    lexicon.write_text("beside_money: [推出]\n", encoding="utf-8")
    assert role(text) == "threshold"
    assert role(text, Rulebook((tmp_path,))) == "target"
