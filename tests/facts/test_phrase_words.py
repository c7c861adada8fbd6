"""rules/lexicon/phrases.yaml: each class has a text in which its word decides what is counted, and a word of the user's decides as ours do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from planlint import Rulebook, extract

if TYPE_CHECKING:
    from pathlib import Path

WORDS = Rulebook().words("phrases")
EXAMPLES = WORDS["examples"]


def indicators(text: str, rules: Rulebook | None = None) -> list[str]:
    """What the targets of a text count."""
    return [target.indicator for target in extract(text, rules or Rulebook()).targets]


def test_each_class_has_its_example() -> None:
    assert set(WORDS) - {"examples"} == {row["class"] for row in EXAMPLES}


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["class"])
def test_the_word_decides(row: dict[str, str]) -> None:
    word = re.search("⟦(.*?)⟧", row["text"])
    assert word is not None
    assert word[1] in WORDS[row["class"]]
    found = indicators(re.sub("[⟦⟧]", "", row["text"]))
    assert found == row["indicators"]
    assert indicators(re.sub("⟦.*?⟧", "云岭", row["text"])) != [one.replace(word[1], "云岭") for one in found]


def test_a_word_of_the_user_decides(tmp_path: Path) -> None:
    lexicon = tmp_path / "lexicon" / "phrases.yaml"
    lexicon.parent.mkdir()
    lexicon.write_text("marks_passed: [云岭关]\n", encoding="utf-8")
    text = "到2025年，软件产业营业收入突破500亿元云岭关。"
    assert indicators(text) != ["软件产业营业收入"]
    assert indicators(text, Rulebook((tmp_path,))) == ["软件产业营业收入"]
