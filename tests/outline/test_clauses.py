"""Clause, half-sentence and sentence of a place."""

from __future__ import annotations

TEXT = "一、目标\n到2027年，建成园区3个，投资1,000万元；新增就业500人。力争翻番。\n"


def words(span):
    return TEXT[span.start : span.end]


def test_a_clause_with_what_is_around_it(outline):
    found = outline(TEXT).clause_at(TEXT.index("1,000"))
    assert words(found.span) == "投资1,000万元；"
    assert words(found.half) == "到2027年，建成园区3个，投资1,000万元；"
    assert words(found.sentence) == "到2027年，建成园区3个，投资1,000万元；新增就业500人。"


def test_clauses_of_a_paragraph_cover_it(outline):
    found = outline(TEXT)
    clauses = found.clauses(found.paragraph_at(TEXT.index("园区")))
    assert "".join(words(c.span) for c in clauses) == words(clauses[0].paragraph.span)


def test_outside_all_paragraphs(outline):
    assert outline(TEXT).clause_at(len(TEXT) + 5) is None
