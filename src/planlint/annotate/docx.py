"""Word bytes and what to note in them in, Word bytes out, read again before they are handed on: text and facts must be the same."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from planlint.annotate.anchors import Anchors
from planlint.annotate.comments import comments_part
from planlint.annotate.parts import announced, comments_name, markup_of
from planlint.annotate.repack import repacked
from planlint.annotate.runs import Runs
from planlint.errors import InputError
from planlint.model.alignment import apply_edits
from planlint.read.docx import read_docx
from planlint.read.docx.document import parts_of, read_body
from planlint.read.docx.relations import main_part, related
from planlint.read.package import Package

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.annotate.author import Author
    from planlint.model.alignment import Edit
    from planlint.model.span import Span

_ID = re.compile(rb""":id\s*=\s*["'](\d+)["']""")


class Note(NamedTuple):
    """One comment: the source span it is on, and its paragraphs."""

    span: Span
    lines: tuple[str, ...]


class TextChanged(Exception):  # noqa: N818 - what happened; the file is not handed on
    """The new file would not read as it should."""


class Draft:
    """One Word file, opened to be written into."""

    def __init__(self, data: bytes, path: str) -> None:
        self._data, self._path = data, path
        self._package = Package(data, path)
        self._main = main_part(self._package)
        markup = markup_of(self._package, self._main)
        assert markup is not None
        self._markup = markup
        self._parts = parts_of(self._package, related(self._package, self._main).values())
        body = read_body(self._markup.root, self._parts)
        self.text, _ = body.linear.finish()
        self._anchors = Anchors(self._markup, self.text, body.runs, self._parts)

    def carries(self, edit: Edit) -> bool:
        """Whether an edit of the text can be a tracked change."""
        return self._anchors.carries(edit)

    def carries_in_one(self, edit: Edit) -> bool:
        """Whether an edit lies in one run of words, so that a single change keeps their look."""
        return len(self._anchors.touched(edit)) == 1 and self._anchors.carries(edit)

    def annotated(self, notes: Sequence[Note], edits: Sequence[Edit], author: Author) -> bytes:
        """The file with these comments and changes; TextChanged where it would read otherwise than the text with the edits.

        A paragraph of a cell that grows beyond a short line, for example, is read with a blank that was not there before.
        """
        made = self._made(notes, edits, author)
        if not self._reads_as(made, apply_edits(self.text, edits)[0]):
            raise TextChanged(self._path)
        return made

    def _reads_as(self, data: bytes, text: str) -> bool:
        return read_docx(data, self._path).text == text and self._original(data) == self._original(self._data)

    def _original(self, data: bytes) -> str:
        try:
            return read_docx(data, self._path, "original").text
        except InputError:  # all of it was inserted
            return ""

    def _made(self, notes: Sequence[Note], edits: Sequence[Edit], author: Author) -> bytes:
        if not notes and not edits:
            return self._data
        name, related = comments_name(self._package, self._main)
        before = markup_of(self._package, name)
        used = {int(key) for part in (self._markup, before) if part for key in _ID.findall(part.data)}
        free = (key for key in itertools.count(1) if key not in used)
        runs = Runs(self._markup, author, free)
        keyed = [(next(free), note) for note in notes]
        for key, note in keyed:
            runs.comment(self._anchors.of(note.span), key)
        for edit in edits:
            self._change(runs, edit)
        parts: dict[str, bytes] = {}
        if notes:
            if before is None:
                parts |= announced(self._package, self._main, name, self._markup.namespace, related=related)
            parts[name] = comments_part(
                before, self._markup.namespace, [(key, note.lines) for key, note in keyed], author
            )
        parts[self._package.stored(self._main) or self._main] = runs.written()
        return repacked(self._data, parts, self._path)

    def _change(self, runs: Runs, edit: Edit) -> None:
        touched = self._anchors.touched(edit)
        for run, start, end in touched:
            if end > start:
                runs.delete(self._anchors.cut(run, start), self._anchors.cut(run, end))
        if edit.text:
            first, (last, _, end) = touched[0][0], touched[-1]
            look = runs.look(self._anchors.cut(first, first.span.start).carrier)
            runs.insert(self._anchors.cut(last, end), edit.text, look)
