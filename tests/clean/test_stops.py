"""A half-width point that ends a sentence is read as 。, one of a label, a number or a name is not."""

import pytest

from planlint.clean import clean_text
from planlint.clean.stops import full_stops
from planlint.model.document import SourceDocument
from planlint.rulebook import Rulebook


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("建成园区3个.引进企业20家.", "建成园区3个。引进企业20家。", id="between sentences"),
        pytest.param("增长3.5%.投资1,000万元.", "增长3.5%。投资1,000万元。", id="a number's point stays"),
        pytest.param("一.总体要求\n加快发展.二.主要任务", "一.总体要求\n加快发展。二.主要任务", id="labels"),
        pytest.param("(一).目标.\n1.\n重点.", "(一).目标。\n1.\n重点。", id="labels in brackets and alone"),
        pytest.param("(责任单位:县水利局).完成.", "(责任单位:县水利局)。完成。", id="behind a bracket"),
        pytest.param("产值达到1500.\n用工增加.", "产值达到1500。\n用工增加。", id="a number ends the line"),
        pytest.param("总则......3\n附则......5", "总则......3\n附则......5", id="leaders of a contents"),
        pytest.param("登录www.云岭.com下载.", "登录www.云岭.com下载。", id="an address"),
        pytest.param("建成园区.引进企业。新增就业。", "建成园区.引进企业。新增就业。", id="full-width text"),
    ],
)
def test_full_stops(text, read) -> None:
    assert full_stops(text) == read


def test_way_back_is_kept() -> None:
    source = "到2027年,建成园区3个.引进企业20家."
    clean = clean_text(SourceDocument("<text>", source, ""), Rulebook())
    assert clean.text == "到2027年,建成园区3个。引进企业20家。"
    assert clean.source.text == source
