"""The dictionary of indicators: every spelling leads to its noun, and none to two."""

from collections import Counter

import pytest

from planlint.compare.concepts import NEAR, blocks, concepts
from planlint.compare.names import parse_name
from planlint.compare.spelling import spelling
from planlint.compare.vocabulary import vocabulary
from planlint.rulebook import Rulebook

RULES = Rulebook()
WORDS = vocabulary(RULES)
ENTRIES = [
    (noun, other)
    for block in blocks(RULES)
    for noun, others in block["nouns"].items()
    for other in (noun, *(others or ()))
]
# Growth, shares and levels of the same thing differ in the cell; these are the dimensions that a level can have.
DIMENSIONS = {
    "money", "area", "land", "share", "length", "mass", "volume", "energy", "power", "compute", "duration", "age", "count", "people",
    "homes",
}  # fmt: skip


def test_there_are_enough_of_them() -> None:
    assert len(concepts(RULES).of) >= 600


@pytest.mark.parametrize("block", list(blocks(RULES)), ids=lambda block: next(iter(block["nouns"])))
def test_a_block_says_what_its_nouns_share(block) -> None:
    if "dimension" in block:
        assert block["dimension"] in DIMENSIONS
        assert block["better"] in ("more", "less", "none")
        assert block["unit"]


def test_every_spelling_leads_to_its_noun() -> None:
    wrong = [
        (other, noun, got)
        for noun, other in ENTRIES
        if not other.startswith(NEAR) and (got := parse_name(other, WORDS)).noun != noun
    ]
    assert not wrong


def test_a_near_spelling_is_told_apart_in_the_row_of_its_noun() -> None:
    wrong = []
    for noun, other in ENTRIES:
        if other.startswith(NEAR):
            got = parse_name(other[1:], WORDS)
            if got.noun != noun or not (got.scope or got.level):
                wrong.append((other, noun, got))
    assert not wrong


def test_no_spelling_stands_for_two_nouns() -> None:
    spelled = spelling(RULES)
    homes: dict[str, set[str]] = {}
    for noun, other in ENTRIES:
        homes.setdefault(spelled(other.removeprefix(NEAR)), set()).add(noun)
    assert {name: nouns for name, nouns in homes.items() if len(nouns) > 1} == {}
    assert [
        noun for noun, n in Counter(noun for noun, other in ENTRIES if noun == other).items() if n > 1
    ] == []


def test_every_family_member_is_a_noun() -> None:
    families = RULES.words("indicators")["families"]
    assert {noun for members in families.values() for noun in members} <= set(concepts(RULES).of)
    members = [noun for members in families.values() for noun in members]
    assert len(members) == len(set(members))


def test_every_word_that_is_held_belongs_to_a_noun() -> None:
    assert {noun for _, noun in concepts(RULES).holds} <= set(concepts(RULES).of)
