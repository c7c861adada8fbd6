"""Edits made in several passes are the same edits made in one; marks move with their words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planlint.model.alignment import Edit, apply_edits, composed, trimmed
from planlint.model.document import Mark
from planlint.model.moved import moved
from planlint.model.span import Span

texts = st.text("市区局50万元—、\n", max_size=40)


@st.composite
def rounds(draw: st.DrawFn) -> tuple[str, list, str]:
    before = text = draw(texts)
    passes = []
    for _ in range(draw(st.integers(0, 4))):
        places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
        edits = [
            Edit(a, b, draw(st.text("新50万。", max_size=3)))
            for a, b in zip(places[::2], places[1::2], strict=False)
        ]
        text, alignment = apply_edits(text, edits)
        passes.append(alignment)
    return before, passes, text


@given(rounds())
def test_several_passes_are_one(made: tuple[str, list, str]) -> None:
    before, passes, after = made
    edits = composed(passes, before, after)
    assert apply_edits(before, edits)[0] == after
    assert all(edit == trimmed(edit, before) and (edit.text or edit.end > edit.start) for edit in edits)


@given(texts, st.data())
def test_marks_move_with_their_words(text: str, data: st.DataObject) -> None:
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Mark("paragraph", Span(at, at + len(line)), ""))
        at += len(line) + 1
    edits = []
    for mark in lines:
        if mark.span.length and data.draw(st.booleans()):
            start = data.draw(st.integers(*mark.span))
            end = data.draw(st.integers(start, mark.span.end))
            edits.append(Edit(start, end, data.draw(st.text("新万", max_size=3))))
    after = apply_edits(text, edits)[0]
    assert [after[slice(*mark.span)] for mark in moved(lines, edits)] == after.split("\n")
