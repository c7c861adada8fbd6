"""Labelled lines: the label, what it asks for, and the value, wherever in the document the label stands."""

import pytest

from planlint.clean import clean_text
from planlint.mentions import scan
from planlint.model.document import SourceDocument
from planlint.model.terms import Terms
from planlint.outline import find_outline
from planlint.rulebook import Rulebook
from planlint.rulebook.labels import label_words
from planlint.terms import find_terms

RULES = Rulebook()
EXAMPLES = RULES.words("labels")["examples"]


def terms_of(text: str) -> tuple[str, Terms]:
    clean = clean_text(SourceDocument("<text>", text, ""), RULES)
    outline = find_outline(clean, RULES)
    return clean.text, find_terms(clean, outline, scan(clean, RULES), RULES)


@pytest.mark.parametrize(
    ("kind", "row"),
    [pytest.param(kind, row, id=row["text"]) for kind, rows in EXAMPLES.items() for row in rows],
)
def test_examples_of_the_lexicon(kind, row) -> None:
    found = [(label.words, label.kind, label.role) for label in label_words(RULES).find(row["text"])]
    assert found == ([] if kind == "none" else [(row["label"], kind, row.get("role"))])


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "（一）改造管网。分片推进。（责任单位：县水利局、县财政局；完成时限：2027年6月底前）",
            [("units", "县水利局、县财政局"), ("time", "2027年6月底前")],
            id="two in one bracket",
        ),
        pytest.param(
            "（一）改造管网。分片推进。\n牵头单位：县水利局\n\n完成时限：2027年7月底前，此后每年实施\n（二）清淤。",
            [("units", "县水利局"), ("time", "2027年7月底前，此后每年实施")],
            id="lines of their own, to the line's end",
        ),
        pytest.param(
            "（一）改造管网。分片推进。牵头单位：县水利局；配合单位：县财政局，各镇政府。（二）清淤。",
            [("units", "县水利局"), ("units", "县财政局，各镇政府")],
            id="behind a task in one line",
        ),
        pytest.param("【牵头单位】县水利局\n【完成时限】2027年6月", [("units", "县水利局"), ("time", "2027年6月")], id="boxed"),
        pytest.param("牵头单位：\n县水利局、县财政局\n", [("units", "县水利局、县财政局")], id="the value in the next line"),
        pytest.param("责 任 单 位：县水利局\n", [("units", "县水利局")], id="blanks inside the label"),
        pytest.param("责任单位 县水利局、县财政局\n", [("units", "县水利局、县财政局")], id="a blank for the colon"),
        pytest.param("牵头单位：县水利局，各镇政府完成时限：2027年", [("units", "县水利局，各镇政府"), ("time", "2027年")], id="glued"),
        pytest.param(
            "（责任单位：各区政府（含云岭新区管委会，下同）、县水利局）",
            [("units", "各区政府（含云岭新区管委会，下同）、县水利局")],
            id="a bracket inside the value",
        ),
        pytest.param("（县水利局牵头。配合单位：县财政局。联系电话：2100000）", [("units", "县财政局"), ("text", "2100000")], id="kinds"),
        pytest.param("申请书载明贷款期限：三年。", [], id="a word that ends like a label"),
        pytest.param("各责任单位要按月调度，完成时限以清单为准。", [], id="labels as words of a sentence"),
    ],
)  # fmt: skip
def test_labelled_lines(text, want) -> None:
    clean, terms = terms_of("云岭县供水方案\n一、主要任务\n" + text)
    assert [(line.kind, clean[slice(*line.value)]) for line in terms.labelled] == want


def test_a_line_is_asked_by_place() -> None:
    clean, terms = terms_of("云岭县供水方案\n一、任务\n改造管网。\n完成时限：2027年6月底前\n清淤。")
    line = terms.labelled_at(clean.index("2027"))
    assert line is not None
    assert (line.label, line.kind) == ("完成时限", "time")
    assert terms.labelled_at(clean.index("清淤")) is None
