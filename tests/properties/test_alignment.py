"""Alignment: whatever is edited, a span leads back to the characters it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planlint.clean import clean_text
from planlint.model.alignment import Edit, apply_edits
from planlint.model.document import SourceDocument
from planlint.model.span import Span
from planlint.rulebook import Rulebook

AWKWARD = st.text(
    alphabet=st.sampled_from(
        list("甲乙丙一二三、。；，（）()〔〕《》0123456789.%％ 　\u00a0\u200b\r\n\tx×年月日万元家第条")
    ),
    max_size=160,
)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text(alphabet="甲乙丙丁 12", max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [Edit(a, b, draw(st.sampled_from(["", "X", "YZ"]))) for a, b in pairs]


@given(edited())
def test_untouched_characters_lead_back_to_themselves(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    clean, alignment = apply_edits(text, edits)
    for at, ch in enumerate(clean):
        if ch in "甲乙丙丁 12":
            start, end = alignment.to_source(Span(at, at + 1))
            assert text[start:end] == ch or any(e.start <= start < e.end for e in edits)


@given(edited(), st.data())
def test_spans_stay_in_order(case: tuple[str, list[Edit]], data: st.DataObject) -> None:
    text, edits = case
    clean, alignment = apply_edits(text, edits)
    a = data.draw(st.integers(0, len(clean)))
    b = data.draw(st.integers(a, len(clean)))
    start, end = alignment.to_source(Span(a, b))
    assert 0 <= start <= end <= len(text)


@given(edited(), st.data())
def test_what_cleaning_leaves_of_a_span_leads_back_into_it(
    case: tuple[str, list[Edit]], data: st.DataObject
) -> None:
    text, edits = case
    clean, alignment = apply_edits(text, edits)
    a = data.draw(st.integers(0, len(text)))
    b = data.draw(st.integers(a, len(text)))
    left = alignment.from_source(Span(a, b))
    assert 0 <= left.start <= left.end <= len(clean)
    touched = [edit for edit in edits if edit.start < b and edit.end > a]
    if left.end > left.start and not touched:
        assert alignment.to_source(left) == Span(a, b)
        assert clean[left.start : left.end] == text[a:b]


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        apply_edits("甲乙丙", [Edit(0, 2, ""), Edit(1, 3, "")])


@given(AWKWARD)
def test_cleaning_keeps_every_han_character_where_it_came_from(text: str) -> None:
    clean = clean_text(SourceDocument("t", text, ""), Rulebook())
    for at, ch in enumerate(clean.text):
        if "一" <= ch <= "鿿":
            assert clean.quote(Span(at, at + 1)) == ch


def test_a_page_mark_stays_inside_the_quote() -> None:
    pages = "".join(f"{i}、重点支持企业创新发展，总投入3\n" for i in range(1, 8))
    clean = clean_text(SourceDocument("t", pages, ""), Rulebook())
    at = clean.text.index("总投入3重点")
    assert clean.quote(Span(at, at + 6)).startswith("总投入3\n2、重点")
    assert [pages[r.source_span.start : r.source_span.end].strip() for r in clean.removed][:2] == [
        "1、",
        "2、",
    ]
