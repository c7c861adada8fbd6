"""An Excel workbook, a tab a sheet: heads frozen and filtered, widths that fit, text never run as a formula."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from planlint.sheets.sheet import Cell, Kind
from planlint.text.visible import visible_lines
from planlint.text.width import columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.sheets.document import Shown
    from planlint.sheets.look import Look
    from planlint.sheets.sheet import Column, Filled
    from planlint.words import Words

# Excel's own limits, and how wide a column may grow.
_LONGEST_CELL = 32_000
_LONGEST_TITLE = 31
_LONGEST_LINK = 2000
_NARROWEST, _WIDEST = 6, 60
# Not every program makes a row as high as its text; one row must not fill the screen either.
_LINE_HEIGHT, _MOST_LINES = 15, 8
_A4 = 9
_NOTHING = 1e-9
_HEADER = {"bold": True, "bg_color": "#DCE6F1", "border": 1, "valign": "top", "text_wrap": True}
_NOTE_SIZE = {"x_scale": 2.5, "y_scale": 1.2}


def pieces(shown: Shown, subject: Any, look: Look) -> Iterator[bytes]:  # noqa: ANN401 - what is reported
    """The whole file, as one piece."""
    yield workbook(shown.book(subject, look), look.words)


def workbook(sheets: Iterable[Filled], words: Words) -> bytes:
    """The bytes of an .xlsx file with a tab for each sheet."""
    import xlsxwriter

    stream = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(stream, options) as book:
        looks = {
            "head": book.add_format(_HEADER),
            "text": book.add_format({"valign": "top", "text_wrap": True}),
            "number": book.add_format({"valign": "top", "num_format": "#,##0.##"}),
            "whole": book.add_format({"valign": "top", "num_format": "#,##0"}),
            "percent": book.add_format({"valign": "top", "num_format": "0.##%"}),
            # a fifth under the format above is 20.% with a bare point
            "whole percent": book.add_format({"valign": "top", "num_format": "0%"}),
            "link": book.add_format(
                {"valign": "top", "text_wrap": True, "font_color": "#1F5FA8", "underline": 1}
            ),
        }
        for sheet in sheets:
            _tab(book, sheet, looks, words)
    return stream.getvalue()


def _tab(book: Any, filled: Filled, looks: dict[str, Any], words: Words) -> None:  # noqa: ANN401 - XlsxWriter has no types
    sheet = book.add_worksheet(_title(filled.title))
    sheet.write_row(0, 0, list(filled.heads), looks["head"])
    sizes = [columns(head) for head in filled.heads]
    long: list[tuple[int, int, list[int]]] = []
    last = 0
    for last, row in enumerate(filled.rows, 1):
        for column, given in enumerate(row):
            cell = given if isinstance(given, Cell) else Cell(given)
            shown = _write(sheet, last, column, cell, filled.columns[column], looks, words)
            lines = [columns(line) for line in shown.split("\n")]
            sizes[column] = max(sizes[column], *lines)
            if len(lines) > 1 or lines[0] > _NARROWEST:
                long.append((last, column, lines))
    widths = [min(max(size + 1, _NARROWEST), _WIDEST) for size in sizes]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for high, count in _heights(long, widths).items():
        sheet.set_row(high, _LINE_HEIGHT * min(count, _MOST_LINES))
    sheet.freeze_panes(1, filled.fixed or 1)
    _on_paper(sheet, filled)
    if filled.heads:
        sheet.autofilter(0, 0, max(last, 1), len(filled.heads) - 1)


def _on_paper(sheet: Any, filled: Filled) -> None:  # noqa: ANN401 - XlsxWriter has no types
    """Across A4, as wide as a page, with the heads on each of them and the name of the sheet and the page below."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    name = filled.title.replace("&", "&&")[:_LONGEST_TITLE]
    sheet.set_footer(f"&L{name}&R&P / &N")


def _heights(cells: Iterable[tuple[int, int, list[int]]], widths: Sequence[int]) -> dict[int, int]:
    """How many lines each row takes that has a cell of several, where text is broken at the width of its column."""
    counts: dict[int, int] = {}
    for row, column, lines in cells:
        count = sum(max(1, -(-line // widths[column])) for line in lines)
        if count > 1:
            counts[row] = max(counts.get(row, 1), count)
    return counts


def _write(
    sheet: Any,  # noqa: ANN401 - XlsxWriter has no types
    row: int,
    column: int,
    cell: Cell,
    of: Column,
    looks: dict[str, Any],
    words: Words,
) -> str:
    """Write one cell and return what it shows."""
    value = cell.value
    if isinstance(value, (list, tuple)):
        value = "；".join(map(str, value))
    if value is None or value == "":
        return ""
    shown = visible_lines(value) if isinstance(value, str) else value
    hidden, value = shown != value, shown
    if isinstance(value, bool):
        value = words["yes" if value else "no"]
    if isinstance(value, (int, float, Decimal)) and cell.beside is None:
        sheet.write_number(row, column, float(value), looks[_look(value, share=of.kind is Kind.SHARE)])
        value = f"{value:,}"  # as wide as it is shown
    elif cell.link is not None:
        target = f"internal:'{_title(cell.link[0])}'!A{cell.link[1] + 1}"
        sheet.write_url(row, column, target, looks["link"], str(value)[:_LONGEST_CELL])
    elif cell.beside is not None and len(cell.beside) <= _LONGEST_LINK:
        sheet.write_url(row, column, f"external:{cell.beside}", looks["link"], str(value)[:_LONGEST_CELL])
    else:
        sheet.write_string(row, column, str(value)[:_LONGEST_CELL], looks["text"])
    note = visible_lines(cell.note or "")
    if hidden:
        note = f"{words['hidden_signs']}\n{note}".rstrip()
    if note:
        sheet.write_comment(row, column, note[:_LONGEST_CELL], _NOTE_SIZE)
    return str(value)


def _look(value: float | Decimal, *, share: bool) -> str:
    """The format of a number; of 0.29 only about 29 hundredths are left of it in binary."""
    if share:
        hundredths = float(value) * 100
        return "whole percent" if abs(hundredths - round(hundredths)) < _NOTHING else "percent"
    return "whole" if value == int(value) else "number"


def _title(text: str) -> str:
    return "".join("_" if ch in "[]:*?/\\'" else ch for ch in text)[:_LONGEST_TITLE]
