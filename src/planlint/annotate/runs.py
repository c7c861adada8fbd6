"""Marks and changes at points of the document in, its markup with the runs split there out; their look is copied, their text stays.

A comment on 最高不超过 in `<w:r><w:rPr/><w:t>每年最高不超过20万元</w:t></w:r>` makes three runs of it, each with the same `w:rPr`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Literal, NamedTuple

from planlint.annotate.markup import Splice
from planlint.read.elements import child, local

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from planlint.annotate.anchors import Point, Stretch
    from planlint.annotate.author import Author
    from planlint.annotate.markup import Markup

# At one place: a deletion ends, what replaces it follows, comments end, others begin, the next deletion begins.
_RANK = {"keep": 0, "insert": 1, "close": 2, "open": 3, "delete": 4}
Kind = Literal["keep", "insert", "close", "open", "delete"]


class _Step(NamedTuple):
    offset: int
    rank: int
    turn: int
    kind: Kind
    data: str
    look: bytes


@dataclass(slots=True)
class Runs:
    """The changes of one document as they are collected; `author` signs them, `free` are the ids that are left."""

    markup: Markup
    author: Author
    free: Iterator[int]
    _steps: dict[Element, dict[Element, list[_Step]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    _splices: list[Splice] = field(default_factory=list)
    _count: int = 0

    def comment(self, stretch: Stretch, key: int) -> None:
        """Mark a stretch as what comment `key` is about."""
        opening, closing = f'<w:commentRangeStart w:id="{key}"/>', f'<w:commentRangeEnd w:id="{key}"/>'
        if stretch.whole:
            paragraph = stretch.start.carrier
            start, end = self.markup.inside(paragraph)
            properties = child(paragraph, "pPr")
            start = start if properties is None else self.markup.end(properties)
            run = next((e for e in paragraph.iter() if local(e) == "r"), None)
            self._put(start, "open", self.markup.written(opening))
            self._put(end, "close", self.markup.written(closing) + self._reference(key, self.look(run)))
            return
        self._mark(stretch.start, "open", opening, key)
        self._mark(stretch.end, "close", closing, key)

    def delete(self, start: Point, end: Point) -> None:
        """Strike out what stands between two points of one text element."""
        self._step(start, "delete", "")
        self._step(end, "keep", "")

    def insert(self, at: Point, text: str, look: bytes) -> None:
        """Put text in, in the look of the run it belongs to."""
        self._step(at, "insert", text, look)

    def look(self, run: Element | None) -> bytes:
        """The properties of a run as a new run may have them: without the record of how they were changed."""
        properties = child(run, "rPr")
        if properties is None:
            return b""
        data = self.markup.cut(properties)
        for change in properties:
            if local(change) in ("rPrChange", "ins", "del", "moveFrom", "moveTo"):
                data = data.replace(self.markup.cut(change), b"")
        return data

    def written(self) -> bytes:
        """The document's markup with all that was asked for."""
        whole = [
            Splice(self.markup.start(run), self.markup.end(run), len(_RANK), self._rewritten(run, steps))
            for run, steps in self._steps.items()
        ]
        return self.markup.spliced([*self._splices, *whole])

    def _mark(self, point: Point, kind: Kind, markup: str, key: int) -> None:
        if point.text is not None:
            self._step(point, kind, str(key), self.look(point.carrier))
            return
        edge = self.markup.end if kind == "close" else self.markup.start
        run = next((e for e in point.carrier.iter() if local(e) == "r"), None)
        data = self.markup.written(markup)
        self._put(
            edge(point.carrier),
            kind,
            data + self._reference(key, self.look(run)) if kind == "close" else data,
        )

    def _put(self, at: int, kind: Kind, data: bytes) -> None:
        self._splices.append(Splice(at, at, _RANK[kind], data))

    def _step(self, point: Point, kind: Kind, data: str, look: bytes = b"") -> None:
        assert point.text is not None
        self._count += 1
        step = _Step(point.offset, _RANK[kind], self._count, kind, data, look)
        self._steps[point.carrier][point.text].append(step)

    def _reference(self, key: int, look: bytes) -> bytes:
        return self._run(look, self.markup.written(f'<w:commentReference w:id="{key}"/>'))

    def _run(self, look: bytes, content: bytes) -> bytes:
        start, end = self.markup.written("<w:r>"), self.markup.written("</w:r>")
        return start + look + content + end

    def _rewritten(self, run: Element, steps: dict[Element, list[_Step]]) -> bytes:
        """One run as the runs it is split into, with what stands between them."""
        opening, closing = self.markup.tags(run)
        properties = child(run, "rPr")
        look = b"" if properties is None else self.markup.cut(properties)
        pieces: list[bytes] = []
        held: list[bytes] = []
        deleting = False

        def flush() -> None:
            if held:
                whole = opening + look + b"".join(held) + closing
                pieces.append(self._tracked("del", whole) if deleting else whole)
                held.clear()

        for element in run:
            if element is properties:
                continue
            if element not in steps:
                held.append(self.markup.cut(element))
                continue
            text, at = element.text or "", 0
            for step in sorted(steps[element]):
                self._hold(held, text[at : step.offset], deleting)
                at = step.offset
                flush()
                if step.kind in (
                    "delete",
                    "keep",
                ):  # both stand in one element: what is no text is never struck out
                    deleting = step.kind == "delete"
                else:
                    pieces.append(self._between(run, step))
            self._hold(held, text[at:], deleting)
        flush()
        return b"".join(pieces)

    def _hold(self, held: list[bytes], text: str, deleted: bool) -> None:
        if text:
            name = "w:delText" if deleted else "w:t"
            # a bare carriage return would come back as a line feed
            bare = escape(text, quote=False).replace("\r", "&#13;")
            held.append(
                self.markup.written(f'<{name} xml:space="preserve">')
                + bare.encode()
                + self.markup.written(f"</{name}>")
            )

    def _between(self, run: Element, step: _Step) -> bytes:
        if step.kind == "open":
            return self.markup.written(f'<w:commentRangeStart w:id="{step.data}"/>')
        if step.kind == "close":
            return self.markup.written(f'<w:commentRangeEnd w:id="{step.data}"/>') + self._reference(
                int(step.data), step.look
            )
        content: list[bytes] = []
        self._hold(content, step.data, deleted=False)
        data = self._tracked("ins", self._run(step.look, b"".join(content)))
        around = self.markup.parent[run]
        if local(around) != "ins":
            return data
        # an insertion within an insertion of another author's: theirs ends before ours and goes on after it
        opening, closing = self.markup.tags(around)
        again = re.sub(rb"""(:id\s*=\s*["'])-?\d+""", lambda m: m[1] + str(next(self.free)).encode(), opening)
        return closing + data + again

    def _tracked(self, name: Literal["ins", "del"], content: bytes) -> bytes:
        who = f'w:id="{next(self.free)}" w:author="{escape(self.author.name)}" w:date="{self.author.date}"'
        return self.markup.written(f"<w:{name} {who}>") + content + self.markup.written(f"</w:{name}>")
