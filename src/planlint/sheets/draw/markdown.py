"""Markdown: a document for people; every block stands behind an empty line, every sheet is a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planlint.sheets.document import Entry, Heading, Pairs, Paragraph, Title
from planlint.sheets.sheet import Filled
from planlint.sheets.whole import each_whole
from planlint.text.visible import visible, visible_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.sheets.document import Block, Shown
    from planlint.sheets.look import Look

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~])")


def pieces(shown: Shown, subject: Any, look: Look) -> Iterator[str]:  # noqa: ANN401 - what is reported
    """The pieces of the text, as the blocks come."""
    documents = (
        (document.name, document.blocks) for document in shown.documents(subject, look, screen=False)
    )
    for i, found in enumerate(each_whole(documents, look, _blocks)):
        yield from (["\n"] if i else [])
        yield from found


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for i, block in enumerate(blocks):
        if i:
            yield "\n"
        yield from _drawn(block)


def _drawn(block: Block) -> Iterator[str]:
    match block:
        case Title(text):
            yield f"# {_line(text)}\n"
        case Heading(text):
            yield f"## {_line(text)}\n"
        case Paragraph(text, caution):
            yield f"{'> ' if caution else ''}{_line(text.strip())}\n"
        case Pairs(heads, rows):
            yield from _table(heads, rows)
        case Entry(tag, text):
            yield f"- {_line(tag)} {_line(text)}\n"
        case Filled():
            yield from _sheet(block)


def _sheet(sheet: Filled) -> Iterator[str]:
    if sheet.title:
        yield f"## {_line(sheet.title)}\n\n"
    rows = list(sheet.rows)
    if rows:
        yield from _table(sheet.heads, rows)
        for note in sheet.notes:
            yield f"\n{_line(note)}\n"
    else:
        yield f"{escaped(sheet.nothing)}\n"


def _table(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    yield f"| {' | '.join(map(_line, heads))} |\n"
    yield f"|{' --- |' * len(heads)}\n"
    for row in rows:
        yield f"| {' | '.join(escaped(cell or '').replace(chr(10), '<br>') for cell in row)} |\n"


def _line(text: str) -> str:
    """A text that must stay one line: a name with a line break in it starts no line of its own."""
    return escaped(visible(text))


def escaped(text: str) -> str:
    """The text with what Markdown would read as a mark made plain, and what would act shown; line breaks stay."""
    return _SPECIAL.sub(r"\\\1", visible_lines(text))
