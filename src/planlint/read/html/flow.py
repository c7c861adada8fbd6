"""A tree in, its lines and tables in reading order out: blocks end lines, `<br>` ends lines, a data table is a grid."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planlint.read.linear import GridCell, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.read.html.tree import Element

_BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
     "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend",
     "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"]
)  # fmt: skip
_WIDE = "[一-鿿〇　-〿！-｠‘-”—…·]"
# A break of the markup between two wide characters is no blank: Word saves its pages with lines of 76 characters.
_SOURCE_BREAK = re.compile(f"(?<={_WIDE})[ \t]*[\r\n][ \t\r\n\f]*(?={_WIDE})")
_BLANKS = re.compile("[ \t\r\n\f\x0b]+")
_EDGES = " \xa0\u3000\u200b\ufeff"
_NUMBERED = re.compile(
    "[（(]?[一二三四五六七八九十\\d]{1,3}[、.．）)]|第[一二三四五六七八九十百\\d]{1,4}[章节条]|[①-⑳]"
)
_ROW_GROUPS = ("thead", "tbody", "tfoot")
# What a page can claim and still be a table that people read.
_MOST_COLUMNS = 200
_LONG_CELL = 500


class Grid(NamedTuple):
    """A data table with its cells."""

    cells: list[GridCell]


def lines_and_grids(element: Element) -> Iterator[str | Grid]:
    """What the element shows, in order; no line is empty."""
    buffer: list[str] = []
    yield from _flow(element, buffer)
    yield from _flush(buffer)


def lines(element: Element) -> list[str]:
    """The same with the rows of tables as lines."""
    found: list[str] = []
    for item in lines_and_grids(element):
        if isinstance(item, Grid):
            rows: dict[int, list[str]] = {}
            for cell in item.cells:
                rows.setdefault(cell.row, []).append(cell.text)
            found += ["\t".join(row) for row in rows.values()]
        else:
            found.append(item)
    return found


def _flow(element: Element, buffer: list[str]) -> Iterator[str | Grid]:
    number = _first_number(element)
    for child in element.children:
        if isinstance(child, str):
            buffer.append(child if element.tag != "pre" else child.replace("\n", "\v"))
            if element.tag == "pre" and "\v" in buffer[-1]:
                yield from _flush_preformatted(buffer)
        elif child.tag == "br":
            yield from _flush(buffer)
        elif child.tag == "table" and not is_layout(child):
            yield from _flush(buffer)
            for caption in child.elements():
                if caption.tag == "caption":
                    yield from lines_and_grids(caption)
            yield Grid(cells(child))
        elif child.tag in _BLOCKS:
            yield from _flush(buffer)
            if child.tag == "li" and number is not None:
                label, number = f"{number}.", number + 1
                buffer += [label] if child.han and not _NUMBERED.match(_first_text(child)) else []
            yield from _flow(child, buffer)
            yield from _flush(buffer)
        else:
            yield from _flow(child, buffer)


def _flush(buffer: list[str]) -> Iterator[str]:
    text = _BLANKS.sub(" ", _SOURCE_BREAK.sub("", "".join(buffer).strip(_EDGES + "\t\r\n\f"))).strip(_EDGES)
    buffer.clear()
    if text:
        yield text


def _flush_preformatted(buffer: list[str]) -> Iterator[str]:
    *whole, rest = "".join(buffer).split("\v")
    for line in whole:
        yield from _flush([line])
    buffer[:] = [rest]


def _first_number(element: Element) -> int | None:
    """Where a numbered list begins to count, as a browser prints it."""
    if element.tag != "ol" or "none" in (element.attributes.get("style") or ""):
        return None
    start = element.attributes.get("start") or "1"
    return int(start) if start.isdecimal() and len(start) < 6 else 1


def _first_text(element: Element) -> str:
    for child in element.children:
        text = child if isinstance(child, str) else _first_text(child)
        if text.strip():
            return text.strip()
    return ""


def is_layout(table: Element) -> bool:
    """Whether a table only sets out the page: one column, a table inside, or a cell that holds a whole text."""
    if (table.attributes.get("role") or "") == "presentation":
        return True
    rows = _rows(table)
    widest = max((len(row) for row in rows), default=0)
    if widest <= 1 or any(_holds_table(cell) for row in rows for cell in row):
        return True
    return len(rows) <= 2 and any(cell.han > _LONG_CELL for row in rows for cell in row)


def _holds_table(element: Element) -> bool:
    return any(child.tag == "table" or _holds_table(child) for child in element.elements())


def _rows(table: Element) -> list[list[Element]]:
    found = []
    for child in table.elements():
        if child.tag == "tr":
            found.append([cell for cell in child.elements() if cell.tag in ("td", "th")])
        elif child.tag in _ROW_GROUPS:
            found += _rows(child)
    return found


def cells(table: Element) -> list[GridCell]:
    """The cells at their places; what spans rows pushes the cells of later rows to the right."""
    found = []
    taken: dict[tuple[int, int], bool] = {}
    rows = _rows(table)
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            across = min(_span(cell, "colspan"), _MOST_COLUMNS - x)
            if across <= 0:
                break
            down = min(_span(cell, "rowspan"), len(rows) - y)
            if down > 1:
                taken.update(
                    {(below, x + i): True for below in range(y + 1, y + down) for i in range(across)}
                )
            found.append(GridCell(y, x, one_line(lines(cell)), down, across))
            x += across
    return found


def _span(cell: Element, name: str) -> int:
    given = (cell.attributes.get(name) or "1").strip()
    return max(1, int(given)) if given.isdecimal() and len(given) < 5 else 1
