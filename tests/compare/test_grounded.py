"""Every quote of a comparison stands in its source at its span, in the samples and in all the real plans."""

from pathlib import Path

import pytest

from planlint import read_document

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
REAL = sorted([*CORPUS.glob("*.txt"), *(CORPUS / "more").glob("*.txt")])


def evidence_of(comparison):
    """(plan, evidence) of everything that quotes."""
    for row in comparison.indicators:
        yield from ((cell.plan, cell.evidence) for cell in row.cells)
    for row in comparison.subsidies:
        for cell in row.cells:
            yield cell.plan, cell.evidence
            yield from ((cell.plan, term) for term in cell.terms)
    for row in comparison.units:
        yield from ((cell.plan, task.evidence) for cell in row.cells for task in cell.tasks)
    for load in comparison.workloads:
        yield from ((load.plan, task.evidence) for task in load.without)
    yield from ((event.plan, event.evidence) for event in comparison.timeline)
    for theme in comparison.text.themes:
        yield from ((place.plan, place.evidence) for place in theme.places)
    for pair in comparison.text.pairs:
        for passage in pair.passages:
            yield pair.first, passage.first_evidence
            yield pair.second, passage.second_evidence


def check(comparison) -> int:
    sources = {plan.label: read_document(plan.path) for plan in comparison.plans}
    count = 0
    for label, found in evidence_of(comparison):
        source = sources[label]
        assert found.quote
        assert source.text[found.span.start : found.span.end] == found.quote
        assert source.place(found.span.start) == (found.line, found.column)
        count += 1
    return count


def test_samples(samples) -> None:
    assert check(samples) > 40


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real plans are kept in ../shared, which is not here")
def test_all_real_plans(compared) -> None:
    assert len(REAL) >= 40
    assert check(compared(REAL)) > 2000
