"""Comments in, the comments part of the Word file out: a new one, or the drafter's own with ours behind theirs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.annotate.author import Author
    from planlint.annotate.markup import Markup

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
# Small and without the indents of the document's own paragraphs, whose style a comment would otherwise take.
_PARAGRAPH = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
_RUN = '<w:rPr>{bold}<w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'


def comments_part(
    before: Markup | None, namespace: str, comments: Iterable[tuple[int, Sequence[str]]], author: Author
) -> bytes:
    """The part with a comment for each id and its paragraphs, behind those that `before` has."""
    made = "".join(_comment(key, lines, author) for key, lines in comments)
    if before is not None:
        return before.appended(before.written(made))
    return f'{_HEAD}<w:comments xmlns:w="{namespace}">{made}</w:comments>'.encode()


def _comment(key: int, lines: Sequence[str], author: Author) -> str:
    head = f'w:id="{key}" w:author="{escape(author.name)}" w:date="{author.date}" w:initials="{escape(author.name[:2])}"'
    paragraphs = "".join(_paragraph(line, first=i == 0) for i, line in enumerate(lines))
    return f"<w:comment {head}>{paragraphs}</w:comment>"


def _paragraph(text: str, *, first: bool) -> str:
    look = _RUN.format(bold="<w:b/>" if first else "")
    mark = f"<w:r>{look}<w:annotationRef/></w:r>" if first else ""
    return f'<w:p>{_PARAGRAPH}{mark}<w:r>{look}<w:t xml:space="preserve">{_plain(text)}</w:t></w:r></w:p>'


def _plain(text: str) -> str:
    """The text as XML can hold it: a control character that a plan holds by mistake is a blank."""
    shown = "".join(
        ch if ch >= " " and not "\ud800" <= ch <= "\udfff" and ch not in "\ufffe\uffff" else " "
        for ch in text
    )
    return escape(shown, quote=False)
