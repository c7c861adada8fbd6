"""Words found again in a text that has moved; where it would be a guess, they are not placed."""

import pytest

from planlint.model.span import Span
from planlint.review.action import Place
from planlint.review.placing import placed

OLD = "一、目标\n到2025年，培育高新技术企业40家，培育瞪羚企业40家。\n二、措施\n引进人才40人。"


def place(words: str, nth: int = 0) -> Place:
    start = -1
    for _ in range(nth + 1):
        start = OLD.index(words, start + 1)
    return Place.of(OLD, Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("words", "nth", "new", "want"),
    [
        pytest.param("高新技术企业40家", 0, OLD, "高新技术企业40家", id="where they stood"),
        pytest.param("高新技术企业40家", 0, "各县：\n" + OLD, "高新技术企业40家", id="behind a new line"),
        pytest.param(
            "高新技术企业40家", 0, OLD.replace("技术", "技\n术"), "高新技\n术企业40家", id="wrapped anew"
        ),
        pytest.param("40", 1, "新的一段。\n" + OLD, "40", id="one of three alike, by what stands around it"),
        pytest.param("高新技术企业40家", 0, OLD.replace("40家", "45家"), None, id="words that have changed"),
        pytest.param("40", 0, "共40个，另40个。", None, id="two places and nothing that tells them apart"),
        pytest.param(
            "企业40家", 0, "新术企业40家、企业40家", None, id="one of two, told apart by one character"
        ),
        pytest.param("40", 0, "共有40个。", None, id="short words among others"),
        pytest.param("高新技术企业40家", 0, "", None, id="an empty text"),
    ],
)
def test_placed(words: str, nth: int, new: str, want: str | None) -> None:
    span = placed(place(words, nth), new)
    assert (new[span.start : span.end] if span else None) == want


def test_one_of_three_alike_is_the_one_with_its_neighbours() -> None:
    new = "前言。\n" + OLD
    span = placed(place("40", 1), new)
    assert span is not None
    assert new[: span.start].endswith("瞪羚企业")


def test_astral_characters_count_one() -> None:
    text = "𠮷𠮷𠮷培育企业40家"
    assert placed(Place.of(text, Span(3, 10)), "𠮷" + text) == Span(4, 11)
