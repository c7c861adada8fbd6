"""The same tables give the same facts with tabs, pipes, a cell a line, in a Word file and in a web page."""

from __future__ import annotations

from decimal import Decimal
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from planlint import decode_document, extract
from planlint.model.span import Span

_spec = spec_from_file_location("plans", Path(__file__).with_name("plans.py"))
plans = module_from_spec(_spec)
_spec.loader.exec_module(plans)

WAYS = {
    "tabs": lambda: extract(plans.tabs()),
    "pipes": lambda: extract(plans.pipes()),
    "stacked": lambda: extract(plans.stacked()),
    "docx": lambda: extract(decode_document(plans.docx(), "plan.docx")),
    "html": lambda: extract(decode_document(plans.page(), "plan.html")),
}


@pytest.fixture(params=WAYS)
def extraction(request):
    return WAYS[request.param]()


def test_indicators_are_targets_with_baseline_and_attribute(extraction) -> None:
    got = [
        (t.indicator, t.comparator, t.value, t.unit, t.deadline, t.baseline, t.baseline_year, t.attribute)
        for t in extraction.targets
    ]
    assert got == plans.TARGETS
    assert [t.id for t in extraction.targets] == ["t1", "t2", "t3", "t4"]
    assert {t.section for t in extraction.targets} == {"一、", "二、"}


def test_tasks_have_their_units_and_dates(extraction) -> None:
    assert [(r.unit, r.role, r.task, r.deadline) for r in extraction.responsibilities] == plans.UNITS
    assert {r.section for r in extraction.responsibilities} == {"二、|1.", "二、|2.", "二、|3."}
    assert [m.deadline for m in extraction.milestones] == plans.MILESTONES


def test_sums_are_subsidies(extraction) -> None:
    assert [(b.beneficiary, b.amount, b.cap, b.per) for b in extraction.subsidies] == plans.SUBSIDIES


def test_every_fact_is_in_the_source_and_every_number_in_the_ledger(extraction) -> None:
    text = extraction.source.text
    facts = [*extraction.targets, *extraction.responsibilities, *extraction.milestones, *extraction.subsidies]
    assert all(fact.quote == text[fact.span.start : fact.span.end] for fact in facts)
    assert [n.quote for n in extraction.numbers if n.role == "unknown"] == []
    assert [n.quote for n in extraction.numbers if n.role == "status-quo"] == ["1.2", "3", "61.5"]
    assert [n.fact for n in extraction.numbers if n.role == "target"] == ["t1", "t2", "t3", "t4"]


def test_row_numbers_are_no_headings(extraction) -> None:
    assert [s.label for s in extraction.outline.sections] == ["一、", "二、", "三、"]


def test_merged_cells_reach_over_their_rows() -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("云岭县绿色交通行动方案（2024—2027年）")
    table = document.add_table(4, 5)
    heads = ["类别", "指标", "单位", "目标值", "目标值"], ["类别", "指标", "单位", "2025年", "2027年"]
    rows = [*heads, ["公交", "新能源公交车占比", "%", "60", "80"], ["公交", "公交站点数", "个", "90", "120"]]
    for y, row in enumerate(rows):
        for x, words in enumerate(row):
            table.cell(y, x).text = words
    for a, b, words in (
        ((0, 0), (1, 0), "类别"), ((0, 1), (1, 1), "指标"), ((0, 2), (1, 2), "单位"), ((0, 3), (0, 4), "目标值"), ((2, 0), (3, 0), "公交"),
    ):  # fmt: skip
        table.cell(*a).merge(table.cell(*b)).text = words
    out = plans.io.BytesIO()
    document.save(out)
    got = [
        (t.indicator, t.value, t.deadline) for t in extract(decode_document(out.getvalue(), "a.docx")).targets
    ]
    assert got == [
        ("新能源公交车占比", 60, "2025"), ("新能源公交车占比", 80, "2027"), ("公交站点数", 90, "2025"), ("公交站点数", 120, "2027"),
    ]  # fmt: skip


def test_a_merged_unit_answers_for_each_of_its_tasks() -> None:
    page = (
        "<p>云岭县水利建设方案</p><table><tr><td>重点任务</td><td>责任单位</td></tr>"
        "<tr><td>整治山塘</td><td rowspan='2'>县水利局</td></tr><tr><td>疏浚河道</td></tr></table>"
    )
    extraction = extract(decode_document(page.encode(), "a.html"))
    assert [(r.unit, r.role, r.task) for r in extraction.responsibilities] == [
        ("县水利局", "responsible", "整治山塘"),
        ("县水利局", "responsible", "疏浚河道"),
    ]
    assert len({r.span for r in extraction.responsibilities}) == 1


def test_ditto_is_the_cell_above() -> None:
    extraction = extract(
        "云岭县方案\n重点任务\t责任单位\n整治山塘\t县水利局\n疏浚河道\t同上\n修复湿地\t县林业局"
    )
    assert [(r.unit, r.task) for r in extraction.responsibilities] == [
        ("县水利局", "整治山塘"), ("县水利局", "疏浚河道"), ("县林业局", "修复湿地"),
    ]  # fmt: skip


def test_a_bare_sum_without_a_unit_is_not_read() -> None:
    table = "补贴对象\t补贴标准\n省级基地\t30\n市级基地\t10"
    assert extract(f"云岭县办法\n{table}").subsidies == ()
    got = extract(f"云岭县办法\n单位：万元\n{table}").subsidies
    assert [(b.beneficiary, b.amount) for b in got] == [("省级基地", 300000), ("市级基地", 100000)]
    rates = extract("云岭县办法\n补贴对象\t补贴比例（%）\n省级基地\t30\n市级基地\t不超过10").subsidies
    assert [(b.rate, b.amount, b.cap) for b in rates] == [
        (Decimal("0.3"), None, None),
        (Decimal("0.1"), None, None),
    ]


def test_each_column_has_its_own_unit_and_the_last_past_value_is_the_baseline() -> None:
    text = "云岭市方案（2025—2027年）\n指标\t2022年实际（亿元）\t2023年实际（亿元）\t2027年目标（亿元）\t年均增长（%）\n工业增加值\t80\t90\t130\t8"
    got = [(t.value, t.unit, t.deadline, t.baseline, t.baseline_year) for t in extract(text).targets]
    assert got == [
        (13_000_000_000, "元", "2027", 9_000_000_000, "2023"),
        (8, "%", None, None, None),
    ]


def test_a_table_goes_on_over_the_page() -> None:
    page = (
        "<p>云岭县水利建设方案（2025—2027年）</p><table><tr><td>重点任务</td><td>责任单位</td></tr><tr><td>整治山塘</td><td>县水利局</td></tr></table>"
        "<table><tr><td>疏浚河道</td><td>县农业农村局</td></tr></table><p>一、其他</p>"
        "<table><tr><td>甲</td><td>县教育局</td></tr></table>"
    )
    extraction = extract(decode_document(page.encode(), "a.html"))
    assert [(r.unit, r.task) for r in extraction.responsibilities] == [
        ("县水利局", "整治山塘"),
        ("县农业农村局", "疏浚河道"),
    ]


def test_a_table_of_other_things_stays_prose() -> None:
    extraction = extract("云岭县方案\n姓名\t单位\t电话\n甲\t县水利局\t12345678\n到2027年，建成水库3座。")
    assert not any(table.has("unit", "responsible") for table in extraction.clean.tables)
    assert [t.value for t in extraction.targets] == [3]


@pytest.mark.parametrize("way", WAYS)
def test_cells_are_at_their_places_in_the_clean_text(way: str) -> None:
    clean = WAYS[way]().clean
    for table in clean.tables:
        for row in table.rows:
            for cell in row:
                if cell is not None:
                    start, end = clean.from_source(cell.span)
                    assert "".join(clean.text[start:end].split()) == "".join(cell.text.split())
                    assert clean.to_source(Span(start, end)) == cell.span


def test_numbers_in_cells_of_other_tables_are_cells() -> None:
    page = "<p>云岭县安置任务</p><table><tr><td>接收单位</td><td>人数</td></tr><tr><td>县水利局</td><td>3</td></tr></table>"
    extraction = extract(decode_document(page.encode(), "a.html"))
    assert [(n.quote, n.role) for n in extraction.numbers] == [("3", "cell")]


def test_a_merged_task_has_a_row_for_each_measure() -> None:
    page = (
        "<p>云岭县教育方案（2025—2027年）</p><p>一、任务</p><table>"
        "<tr><td>重点任务</td><td>具体举措</td><td>牵头单位</td><td>责任单位</td><td>完成时限</td></tr>"
        "<tr><td rowspan='2'>扩容学位</td><td>新增公办学位3000个</td><td rowspan='2'>县教育局</td><td>县发改局</td><td>2025年8月</td></tr>"
        "<tr><td>推进集团化办学</td><td>县财政局</td><td>2026年底前</td></tr></table>"
    )
    extraction = extract(decode_document(page.encode(), "a.html"))
    assert [(r.unit, r.task, r.measure, r.deadline) for r in extraction.responsibilities] == [
        ("县教育局", "扩容学位", "新增公办学位3000个", "2025-08"),
        ("县教育局", "扩容学位", "推进集团化办学", "2026"),
        ("县发改局", "扩容学位", "新增公办学位3000个", "2025-08"),
        ("县财政局", "扩容学位", "推进集团化办学", "2026"),
    ]
    assert [(t.indicator, t.value, t.deadline) for t in extraction.targets] == [("公办学位", 3000, "2025-08")]
    assert [(m.deadline, m.quote) for m in extraction.milestones] == [
        ("2026", "推进集团化办学\t\t县财政局\t2026年底前")
    ]
