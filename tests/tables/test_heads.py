"""The examples of rules/lexicon/tables.yaml, and what else a head says: its year, its unit."""

from __future__ import annotations

import pytest

from planlint.model.span import Span
from planlint.rulebook import Rulebook
from planlint.tables.heads import caption_above, column_of, is_table_of_facts, resolved

RULES = Rulebook()
EXAMPLES = RULES.words("tables")["examples"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: "-".join(e["heads"]))
def test_example(example) -> None:
    columns = [column_of(head, Span(0, 0), RULES) for head in example["heads"]]
    if example["kinds"] == "none":
        assert not is_table_of_facts(columns)
    else:
        assert is_table_of_facts(columns)
        assert [column.kind for column in resolved(columns)] == example["kinds"]


def test_the_examples_have_both_sides() -> None:
    assert {example["kinds"] == "none" for example in EXAMPLES} == {True, False}


@pytest.mark.parametrize(
    ("head", "kind", "year", "unit"),
    [
        ("2027年目标值（万吨）", "target", "2027", "万吨"),
        ("目标值(2027年)", "target", "2027", None),
        ("2023年现状", "baseline", "2023", None),
        ("“十五五”目标", "target", "2030", None),
        ("年均增长（%）", "target", None, "%"),
        ("责任单位（部门）", "responsible", None, None),
        ("市级责任单位", "responsible", None, None),
        ("牵头单位及配合单位", "responsible", None, None),
        ("牵头、配合单位", "responsible", None, None),
        ("2026年", "target", "2026", None),
        ("完 成 时 限", "deadline", None, None),
        ("联系电话号码", None, None, None),
    ],
)
def test_head(head, kind, year, unit) -> None:
    column = column_of(head, Span(0, 0), RULES)
    assert (column.kind, column.year, column.unit) == (kind, year, unit)


def test_a_caption_names_the_year() -> None:
    text = "前文。\n表1 “十五五”主要指标\n"
    caption = caption_above(text, len(text))
    assert caption is not None
    assert (caption.year, text[slice(*caption.span)]) == ("2030", "表1 “十五五”主要指标")
    assert caption_above("到2027年，指标见下表。\n", 12) is None


def test_the_words_of_columns_are_disjoint() -> None:
    heads = [head for words in RULES.words("tables")["columns"].values() for head in words]
    assert len(heads) == len(set(heads))
