"""Excel files of facts and of comparisons: sheets, links, notes, and text that looks like a formula."""

import io
from pathlib import Path

import pytest

from planlint import extract, read_document
from planlint.comparing import Wishes, brief_of, compare, facts_of
from planlint.report.formats import format_of, render
from planlint.report.record import KINDS, report_of
from planlint.sheets.draw.workbook import workbook
from planlint.sheets.look import Look
from planlint.sheets.sheet import Column, Filled, Kind
from planlint.words import Words

openpyxl = pytest.importorskip("openpyxl")
SAMPLES = Path(__file__).resolve().parents[2] / "samples"


XLSX = format_of("compare", "xlsx")


def filled(heads: str, rows: list[list[object]], shares: str = "") -> Filled:
    columns = [Column(head, kind=Kind.SHARE if head in shares else Kind.TEXT) for head in heads]
    return Filled("sheet", "表", columns, list(heads), rows)


def opened(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data))


def test_text_is_never_a_formula() -> None:
    rows = [["=1+1", "+A1", "-2", "@x", "https://example.org", "0012", None, True, 3.5]]
    sheet = opened(workbook([filled("abcdefghi", rows)], Words("zh"))).worksheets[0]
    cells = next(iter(sheet.iter_rows(min_row=2, max_row=2)))
    assert [c.value for c in cells] == [
        "=1+1",
        "+A1",
        "-2",
        "@x",
        "https://example.org",
        "0012",
        None,
        "是",
        3.5,
    ]
    assert all(c.data_type == "s" for c in cells[:6])
    assert not any(c.hyperlink for c in cells)


def test_facts_of_several_plans_are_one_workbook() -> None:
    names = ("clean-action-plan.txt", "subsidy-measures.txt")
    plans = [extract(read_document(SAMPLES / name)) for name in names]
    reports = [{**report_of(plan), "brief": brief_of(plan)} for plan in plans]
    book = opened(b"".join(render("extract", XLSX, reports, Look(Words("zh"), kinds=KINDS))))
    assert book.sheetnames[:5] == ["文件", "目标指标", "任务分工", "惠企事项", "补贴阶梯"]
    targets = book["目标指标"]
    assert targets.max_row == 1 + sum(len(r["targets"]) for r in reports)
    assert targets.freeze_panes
    assert targets.auto_filter.ref
    ledger = book["数字台账"]
    for row in targets.iter_rows(min_row=2):
        link = row[1].hyperlink.location
        at = int(link.rsplit("A", 1)[1])
        assert ledger.cell(at, 7).value == row[1].value
    assert "检查" not in book.sheetnames  # an empty sheet would say that nothing was found
    tasks = book["任务分工"]
    lead = [c.value for c in tasks[1]].index("牵头单位")
    assert tasks.cell(2, lead + 1).value == "市科技局"


def test_shares_sums_and_long_texts_can_be_read() -> None:
    rows = [[0.2, 0.125, 12_000_000_000, "第一行\n第二行"], [0.29, None, 3.5, "短"]]
    sheet = opened(workbook([filled("abcd", rows, shares="ab")], Words("zh"))).worksheets[0]
    assert [c.number_format for c in sheet[2]][:3] == ["0%", "0.##%", "#,##0"]
    assert sheet["A3"].number_format == "0%"
    assert sheet.column_dimensions["C"].width >= len("12,000,000,000")
    assert sheet.row_dimensions[2].height == 30
    assert sheet.row_dimensions[3].height is None


def test_the_matrix_leads_to_its_evidence() -> None:
    plans = [facts_of(read_document(path)) for path in sorted((SAMPLES / "compare").glob("*.txt"))]
    comparison = compare(plans, wishes=Wishes())
    book = opened(b"".join(render("compare", XLSX, comparison, Look(Words("zh")))))
    matrix, flat = book["矩阵"], book["目标指标"]
    heads = [c.value for c in flat[1]]
    quote = heads.index("原文")
    for row in matrix.iter_rows(min_row=2, min_col=5):
        for cell in row:
            if cell.value is not None:
                at = int(cell.hyperlink.location.rsplit("A", 1)[1])
                assert flat.cell(at, quote + 1).value in cell.comment.text


def test_the_comparison_shows_the_value_at_the_start_and_the_nature_of_a_target() -> None:
    plans = [facts_of(read_document(SAMPLES / name)) for name in ("tables.txt", "clean-action-plan.txt")]
    book = opened(b"".join(render("compare", XLSX, compare(plans, wishes=Wishes()), Look(Words("zh")))))
    flat = book["目标指标"]
    heads = [c.value for c in flat[1]]
    rows = [dict(zip(heads, (c.value for c in row), strict=True)) for row in flat.iter_rows(min_row=2)]
    (lifts,) = [row for row in rows if row["指标归一"] == "既有住宅加装电梯"]
    assert (lifts["口径"], lifts["基期年"], lifts["基期值"], lifts["属性"]) == ("达到", "2024", 310, "预期性")
    (renewed,) = [row for row in rows if row["指标归一"] == "老旧小区改造面积"]
    assert (renewed["归一值"], renewed["基期值"], renewed["归一单位"]) == (2_600_000, 850_000, "平方米")
