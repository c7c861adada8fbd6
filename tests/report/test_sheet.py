"""Sheets: a declaration is drawn in every format; a new column is one line, a new format one function."""

from __future__ import annotations

import pytest

from planlint.sheets.document import Document, Entry, Heading, Paragraph, Title
from planlint.sheets.draw import delimited, markdown, screen, workbook
from planlint.sheets.look import Look
from planlint.sheets.sheet import Cell, Column, Filled, Kind, Sheet, View
from planlint.text.width import columns as columns_of
from planlint.words import Words

TOWNS = [
    {"plan": "云岭", "value": 1_200_000, "rate": 0.2, "change": "raised", "agency": ["市科技局", "市财政局"], "binding": True, "quote": "=1+1"},
    {"plan": "青溪", "value": None, "rate": None, "change": None, "agency": [], "binding": False, "quote": "新建\n3座"},
]  # fmt: skip
SHEET = Sheet(
    "targets",
    of=lambda towns: towns,
    fixed=1,
    columns=(
        Column("plan"),
        Column("value", kind=Kind.NUMBER, views=View.FILES),
        Column("value", lambda row, words: f"{row['value'] or '—'} {words['unit']}", Kind.SAID, View.EYES, wide=True),
        Column("rate", kind=Kind.SHARE, views=View.FILES),
        Column("change", kind=Kind.CODE, codes="change."),
        Column("agency", kind=Kind.NAMES),
        Column("aspirational", lambda row: row["binding"], Kind.TRUTH, View.FILES),
        Column("quote", views=View.FILES),
    ),
)  # fmt: skip


class Shown:
    """The sheet as a report of one document."""

    def documents(self, subject, look, *, screen):  # noqa: ARG002
        yield Document("towns", [Title("两地"), SHEET.filled(subject, View.EYES, look.words)])

    def book(self, subject, look):
        yield SHEET.filled(subject, View.BOOK, look.words)


class Alone:
    """A sheet that is filled already, as a document."""

    def __init__(self, sheet: Filled) -> None:
        self.sheet = sheet

    def documents(self, *_, screen):  # noqa: ARG002
        yield Document("towns", [self.sheet])


@pytest.mark.parametrize(
    ("lang", "want"),
    [
        ("zh", "计划,目标值,比例,变动,责任单位,软性,原文\n云岭,1200000,0.2,提高,市科技局、市财政局,是,'=1+1\n青溪,,,,,否,新建\\n3座\n"),
        ("en", "Plan,Value,Rate,Change,Agency,Aspirational,Quote\n云岭,1200000,0.2,raised,\"市科技局, 市财政局\",yes,'=1+1\n青溪,,,,,no,新建\\n3座\n"),
    ],
)  # fmt: skip
def test_files(lang: str, want: str) -> None:
    look = Look(Words(lang))
    heads = {key: Words(lang)[key] for key in ("plan", "change")}
    text = "".join(delimited.commas(SHEET.filled(TOWNS, View.FLAT, look.words), look))
    head, rows = want.split("\n", 1)
    shown = head.split(",")
    shown[0], shown[3] = heads["plan"], heads["change"]
    assert text == f"{','.join(shown)}\n{rows}"
    assert "".join(delimited.tabs(SHEET.filled(TOWNS, View.FLAT, look.words), look)).count("\t") == 3 * 6


def test_eyes() -> None:
    look = Look(Words("zh"), width=60)
    text = "".join(screen.pieces(Shown(), TOWNS, look))
    assert "1200000 单位" in text
    assert "=1+1" not in text
    assert "\x1b" not in text
    page = "".join(markdown.pieces(Shown(), TOWNS, look))
    assert page.startswith("# 两地\n\n## 目标指标\n\n| ")
    assert "| 云岭 | 1200000 单位 | 提高 | 市科技局、市财政局 |" in page


@pytest.mark.parametrize(
    ("width", "wide"),
    [
        pytest.param(60, True, id="squeezed"),
        pytest.param(120, True, id="squeezed with room"),
        pytest.param(100, False, id="in blocks"),
    ],
)
def test_lines_keep_to_the_width(width: int, *, wide: bool) -> None:
    rows = [["云岭市" * 9, "不少于四十家" * 12, "2025"] for _ in range(3)]
    columns = [Column("plan", wide=wide), Column("value", wide=wide), Column("year")]
    sheet = Filled("targets", "表", columns, ("地", "值", "年"), rows, fixed=1)
    text = "".join(screen.pieces(Alone(sheet), None, Look(Words("zh"), width=width)))
    assert max(map(columns_of, text.splitlines())) <= width


def test_a_workbook_knows_the_kinds() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    import io

    data = b"".join(workbook.pieces(Shown(), TOWNS, Look(Words("zh"))))
    (sheet,) = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert [cell.value for cell in sheet[2]] == [
        "云岭",
        1_200_000,
        0.2,
        "提高",
        "市科技局、市财政局",
        "是",
        "=1+1",
    ]
    assert sheet["C2"].number_format == "0%"
    assert sheet["G2"].data_type == "s"
    assert sheet.freeze_panes == "B2"


def test_a_cell_may_carry_a_link_that_only_a_workbook_shows() -> None:
    linked = Sheet("targets", lambda rows: rows, (Column("id", lambda row: Cell(row, link=("台账", 1))),))
    look = Look(Words("zh"))
    assert "".join(delimited.commas(linked.filled(["t1"], View.FLAT, look.words), look)).endswith("\nt1\n")


def test_declared_sheets_have_heads_in_every_language_and_one_key_a_view() -> None:
    from planlint.report.cascade.shown import ITEMS
    from planlint.report.comparison.shown import SHEETS as FACETS
    from planlint.report.difference.shown import DIFFERENCES
    from planlint.report.facts.shown import BOOK
    from planlint.report.facts.shown import SHEETS as KINDS
    from planlint.report.findings.sheet import FINDINGS

    facets = [sheet for sheets in FACETS.values() for sheet in sheets]
    for sheet in (ITEMS, DIFFERENCES, FINDINGS, *facets, *KINDS.values(), *(sheet for sheet, _ in BOOK)):
        for lang in ("zh", "en"):
            assert all(column.headed(Words(lang)) for column in sheet.columns), sheet.name
        for view in (View.FLAT, View.BOOK, View.EYES):
            keys = [column.key for column in sheet.seen(view).columns]
            assert len(keys) == len(set(keys)), (sheet.name, view)


def test_a_name_with_a_line_break_starts_no_line() -> None:
    class Named:
        def documents(self, *_, screen):  # noqa: ARG002
            name = "a\n::stop-commands::x\x1b[31m"
            sheet = Filled("s", name, [Column("plan")], (name,), [["云岭"]], notes=(name,))
            yield Document(
                name,
                [Title(name), Heading(name), Paragraph(name), Entry("[降低]", name, "bad", (name,)), sheet],
            )

    look = Look(Words("zh"))
    for text in (screen.pieces(Named(), None, look), markdown.pieces(Named(), None, look)):
        drawn = "".join(text)
        assert not any(line.startswith("::stop") for line in drawn.splitlines())
        assert "\x1b" not in drawn
