"""Cutting a text at its marks loses nothing and knows, for each character, exactly the marks that cover it."""

from hypothesis import given
from hypothesis import strategies as st

from planlint.model.document import SourceDocument
from planlint.sheets.draw.marked_text import Mark, lines_of

TEXTS = st.text(alphabet="甲乙1a\n\r ", max_size=40)


@st.composite
def marked(draw):
    text = draw(TEXTS)
    edges = st.integers(-2, len(text) + 2)
    spans = draw(st.lists(st.tuples(edges, edges, st.integers(0, 2)), max_size=8))
    return text, [Mark(f"k{i}", "targets", a, b, rank=rank) for i, (a, b, rank) in enumerate(spans)]


@given(marked())
def test_the_pieces_joined_are_the_text(case) -> None:
    text, marks = case
    assert "".join(piece.text for line in lines_of(text, marks) for piece in line.pieces) == text


@given(marked())
def test_each_character_has_the_marks_that_cover_it(case) -> None:
    text, marks = case
    good = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    at, opened = 0, []
    for line in lines_of(text, marks):
        for piece in line.pieces:
            opened += [m.key for m in piece.opens]
            assert piece.text
            assert set(piece.opens) <= set(piece.marks)
            for offset in range(at, at + len(piece.text)):
                assert {m.key for m in piece.marks} == {m.key for m in good if m.start <= offset < m.end}
            at += len(piece.text)
    assert sorted(opened) == sorted(m.key for m in good)


@given(TEXTS)
def test_lines_are_those_of_the_reports(text) -> None:
    source = SourceDocument("x", text, "")
    at = 0
    for line in lines_of(text, []):
        if line.pieces:
            assert source.place(at)[0] == line.number
        at += sum(len(piece.text) for piece in line.pieces)


def test_a_fact_lies_over_its_number() -> None:
    marks = [
        Mark("n", "numbers", 2, 3, rank=1),
        Mark("long", "targets", 0, 5),
        Mark("short", "targets", 1, 5),
    ]
    (line,) = lines_of("abcde", marks)
    assert [(p.text, [m.key for m in p.marks]) for p in line.pieces] == [
        ("a", ["long"]),
        ("b", ["short", "long"]),
        ("c", ["short", "long", "n"]),
        ("de", ["short", "long"]),
    ]
