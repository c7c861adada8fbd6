"""A document on the screen: aligned columns that keep to its width; tables in colour are rich's, which is imported for them alone."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from planlint.sheets.document import Entry, Heading, Pairs, Paragraph, Title
from planlint.sheets.draw.layout import GAP, blocks, shared
from planlint.sheets.sheet import Filled
from planlint.sheets.whole import each_whole
from planlint.text.visible import visible
from planlint.text.width import columns, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.sheets.document import Block, Shown
    from planlint.sheets.look import Look

_STYLES = {
    "bold": "1", "dim": "2", "head": "1;32", "bad": "1;31", "doubtful": "1;33", "good": "1;32", "other": "1;36", "none": "1;0",
}  # fmt: skip
_MARGIN = " " * GAP


def pieces(shown: Shown, subject: Any, look: Look) -> Iterator[str]:  # noqa: ANN401 - what is reported
    """The pieces of the text, as the blocks come."""
    documents = ((document.name, document.blocks) for document in shown.documents(subject, look, screen=True))
    for i, found in enumerate(each_whole(documents, look, lambda blocks: _blocks(blocks, look))):
        yield from (["\n\n"] if i else [])
        yield from found


def _blocks(blocks: Iterable[Block], look: Look) -> Iterator[str]:
    return (piece for block in blocks for piece in _drawn(block, look))


def _drawn(block: Block, look: Look) -> Iterator[str]:
    match block:
        case Title(text):  # a path that is broken cannot be copied
            yield _painted(text, "bold", look)
        case Heading(text):
            yield "\n"
            yield _painted(text, "head", look)
        case Paragraph(text, _, indent):
            yield from (f"{line}\n" for line in wrap(visible(text), look.width - len(indent), indent))
        case Pairs(_, rows):
            yield from _pairs(rows, look)
        case Entry():
            yield from _entry(block, look)
        case Filled():
            yield from _sheet(block, look)


def _painted(text: str, style: str, look: Look, end: str = "\n") -> str:
    text = visible(text)
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m{end}" if look.colour else f"{text}{end}"


def _pairs(rows: Sequence[tuple[str, str]], look: Look) -> Iterator[str]:
    if look.colour:
        from planlint.sheets.draw.colour import pairs

        yield pairs(rows, look.width)
        return
    left = max((columns(name) for name, _ in rows), default=0) + GAP
    for name, value in rows:
        for i, line in enumerate(wrap(value, look.width - left - GAP, "")):
            yield f"{_MARGIN}{_pad(name if i == 0 else '', left)}{line}\n"


def _entry(entry: Entry, look: Look) -> Iterator[str]:
    yield "\n"
    tag = _painted(entry.tag, entry.style, look, end="")
    for i, line in enumerate(wrap(visible(entry.text), look.width - columns(entry.tag) - 1, "")):
        yield f"{tag} {line}\n" if i == 0 else f"       {line}\n"
    for text in entry.below:
        yield from (f"{line}\n" for line in wrap(visible(text), look.width, "    "))


def _sheet(sheet: Filled, look: Look) -> Iterator[str]:
    if sheet.title:
        yield from _drawn(Heading(sheet.title), look)
    rows = [[cell or "" for cell in row] for row in sheet.rows]
    if not rows:
        yield f"{_MARGIN}{sheet.nothing}\n" if sheet.nothing else ""
        return
    if any(column.wide for column in sheet.columns):
        yield from _squeezed(sheet, rows, look)
    else:
        for block, sizes in blocks(sheet, rows, look.width):
            yield from _block(sheet, rows, block, sizes, look)
    for note in sheet.notes:
        yield from _drawn(Paragraph(note, indent=_MARGIN), look)


def _squeezed(sheet: Filled, rows: Sequence[Sequence[str]], look: Look) -> Iterator[str]:
    sizes = shared(sheet, rows, look.width - GAP)
    if look.colour:
        from planlint.sheets.draw.colour import table

        yield table(sheet, rows, sizes, look.width)
        return
    right = [column.right for column in sheet.columns]
    yield _line(sheet.heads, sizes, right)
    yield _line(["-" * size for size in sizes], sizes, right)
    for row in rows:
        yield from _row(row, sizes, right)


def _block(
    sheet: Filled, rows: Sequence[Sequence[str]], block: Sequence[int], sizes: Sequence[int], look: Look
) -> Iterator[str]:
    shown = [row for row in rows if any(row[i] for i in block[sheet.fixed :]) or len(block) == sheet.fixed]
    if not shown:
        return
    right = [sheet.columns[i].right for i in block]
    yield _painted(_line([sheet.heads[i] for i in block], sizes, right).rstrip("\n"), "dim", look)
    yield _line(["-" * size for size in sizes], sizes, right)
    before: Sequence[str] = ()
    for row in shown:
        cells = [row[i] for i in block]
        # what the row above says already is not said again: the steps of one ladder
        if sheet.fixed > 1 and row[:1] == before[:1]:
            cells[0] = ""
        yield from _row(cells, sizes, right)
        before = row


def _row(cells: Sequence[str], sizes: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    broken = [list(wrap(cell, size, "")) for cell, size in zip(cells, sizes, strict=True)]
    for lines in zip_longest(*broken, fillvalue=""):
        yield _line(lines, sizes, right)


def _line(cells: Sequence[str], sizes: Sequence[int], right: Sequence[bool]) -> str:
    padded = (
        _pad(cell, size, right=is_right) for cell, size, is_right in zip(cells, sizes, right, strict=True)
    )
    return f"{_MARGIN}{_MARGIN.join(padded)}".rstrip() + "\n"


def _pad(text: str, size: int, *, right: bool = False) -> str:
    blanks = " " * max(0, size - columns(text))
    return blanks + text if right else text + blanks
