"""A finder finds what its pattern finds, and its first characters leave out none."""

from __future__ import annotations

import re

import pytest

from planlint.facts.responsibilities import clauses
from planlint.mentions import times
from planlint.text.finder import Finder, first_characters

FINDERS = [
    *(pytest.param(found, id=name) for name, found in vars(times).items() if isinstance(found, Finder)),
    pytest.param(clauses._VERB, id="verb"),
]


@pytest.mark.parametrize("finder", FINDERS)
def test_every_first_character_is_given(finder: Finder) -> None:
    assert finder._first is not None
    derived = re.compile(f"[{first_characters(finder.pattern.pattern)}]")
    ours = (chr(i) for i in range(0xA000))
    assert [ch for ch in ours if derived.match(ch) and not finder._first.match(ch)] == []


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        pytest.param("(?P<a>甲(?!乙))|(?P<b>丙丁)", "丙甲", id="named groups"),
        pytest.param(
            "(?<!密)(?:配合|协助)(?=实施)", "协配", id="what looks back or ahead takes no character"
        ),
        pytest.param("到?2\\d", "2到", id="what may be left out"),
        pytest.param("[一-三\\d]月", "\\d一-三", id="a class"),
        pytest.param("[^甲]乙", "", id="any but one"),
        pytest.param("甲*", "", id="nothing at all"),
        pytest.param(".甲", "", id="any"),
    ],
)
def test_first_characters(pattern: str, first: str) -> None:
    assert first_characters(pattern) == first


@pytest.mark.parametrize("pattern", ["甲乙|(?P<n>甲)(?!丙)", "(?<=甲)乙|乙乙", "甲+?乙", ".乙"])
def test_finds_what_the_pattern_finds(pattern: str) -> None:
    text = "甲甲乙丙甲丙乙乙乙甲乙甲"
    finder = Finder(pattern, first_characters(pattern))
    for start, end in ((0, len(text)), (1, 9), (4, 6)):
        found = [m.span() for m in finder.finditer(text, start, end)]
        assert found == [m.span() for m in re.compile(pattern).finditer(text, start, end)]
