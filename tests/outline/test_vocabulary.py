"""Every group of the heading vocabulary comes with examples, and they hold."""

from __future__ import annotations

import pytest

from planlint.rulebook import Rulebook

WORDS = Rulebook().words("headings")
CASES = [(group, case) for group, cases in WORDS["examples"].items() for case in cases]


def test_every_group_has_an_example():
    assert set(WORDS) - {"examples"} == set(WORDS["examples"])


@pytest.mark.parametrize(
    "case", [case for _, case in CASES], ids=[f"{g}-{i}" for i, (g, _) in enumerate(CASES)]
)
def test_example(case, outline):
    found = outline(case["text"])
    if "sections" in case:
        assert [s.label + s.heading for s in found.sections] == case["sections"]
    if "headings" in case:
        assert [h.text for h in found.headings] == case["headings"]
    if "title" in case:
        title = case["text"][found.title.start : found.title.end] if found.title else None
        assert title == case["title"]


@pytest.mark.parametrize("group", ["ranks", "names", "verbs", "objects", "genres", "idioms"])
def test_no_word_twice(group):
    assert len(WORDS[group]) == len(set(WORDS[group]))


def test_idioms_end_in_one():
    assert all(len(word) == 2 and word[1] == "一" for word in WORDS["idioms"])
