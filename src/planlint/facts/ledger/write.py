"""The ledger of numbers: every numeral and placeholder of the source exactly once, with its role, its rule and its fact."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.facts.ledger.shapes import by_shape
from planlint.model.fact import NumberRecord
from planlint.model.span import Span
from planlint.text.document_numbers import document_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.facts.claim import Claim
    from planlint.model.decision import Decision
    from planlint.model.document import SourceDocument
    from planlint.model.fact import Citation, DocumentData, Milestone, Responsibility
    from planlint.model.mention import Numeral
    from planlint.reading.reading import Reading

_ROLE_OF_DATA = {"signed_on": "date", "published_on": "date"}
_DATED = re.compile("(?:日期|时间)[^:：]{0,4}[:：]")
_COPIED = re.compile("检索|打印|访问|浏览|更新|抓取|://")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_CELL = re.compile("[\\d,.%—–~～\\-－<>≤≥＜＞()（）/ ]*")


@dataclass(frozen=True, slots=True)
class _Layer:
    """Sorted, disjoint spans that say what the numerals in them are; the first layer that covers a numeral decides."""

    starts: list[int]
    spans: list[Span]
    labels: list[tuple[str, str | None, str]]

    def at(self, span: Span) -> tuple[str, str | None, str] | None:
        i = bisect.bisect_right(self.starts, span.start) - 1
        if i >= 0 and span.start < self.spans[i].end:
            return self.labels[i]
        return None


def write_ledger(
    reading: Reading, decisions: Iterable[Decision], claims: Iterable[Claim], document: DocumentData, milestones: list[Milestone],
    citations: list[Citation], responsibilities: list[Responsibility],
) -> list[NumberRecord]:  # fmt: skip
    """One record for each numeral of the source, in order; what nobody knows gets the role `unknown`."""
    clean = reading.clean
    in_clean = [
        _layer((c.span, ("chrome", None, c.rule)) for c in clean.chrome),
        _layer((span, ("heading", None, "LED-heading")) for span in reading.outline.labels()),
        _layer((c.span, (c.role, c.fact, c.rule)) for c in claims),
        _layer((d.quantity.number, (d.role, d.fact, d.rule)) for d in decisions if d.role != "unknown"),
    ]  # fmt: skip
    in_source = [
        _layer(
            (s, (_ROLE_OF_DATA.get(name, "document"), None, f"LED-{name}"))
            for name, s in document.evidence.items()
        ),
        _layer((c.span, ("citation", c.id, c.rule)) for c in citations),
        _layer((m.span, ("date", m.id, m.rule)) for m in milestones),
    ]
    in_clean.append(
        _layer((Span(*m.span()), ("citation", None, "LED-number")) for m in document_numbers(clean.text))
    )
    in_clean.append(_layer((span, ("repeat", None, "LED-repeat")) for span in reading.repeated()))
    names = _layer((r.span, ("name", r.id, r.rule)) for r in responsibilities)
    times = _layer((t.span, ("date", None, f"LED-{t.role}")) for t in reading.mentions.times)
    quantities = _layer((q.number, ("quantity", None, "LED-quantity")) for q in reading.mentions.quantities)
    measured = _layer(
        (q.number, ("quantity", None, "LED-quantity")) for q in reading.mentions.quantities if q.unit
    )
    cells = _layer((span, ("cell", None, "LED-cell")) for span in _cells_of_numbers(clean.source))
    records: list[NumberRecord] = []
    for numeral in reading.mentions.numerals:
        source = clean.to_source(numeral.span)
        label = next((hit for layer in in_clean if (hit := layer.at(numeral.span))), None)
        time = times.at(numeral.span)
        if label is not None and label[0] == "chrome" and time and _dates_document(clean.text, numeral):
            label = time
        if label is None:
            label = next(
                (hit for layer in in_source if (hit := layer.at(source)) and (hit[0] != "date" or time)), None
            )
        label = (
            label
            or time
            or names.at(source)
            or _outside(reading, numeral)
            or cells.at(source)
            or by_shape(
                clean.text,
                numeral,
                counted=quantities.at(numeral.span) is not None,
                parted=measured.at(numeral.span) is None
                and clean.source.text[source.end : source.end + 1].isspace(),
            )
        )
        records.append(
            NumberRecord(label[0], label[1], label[2], clean.source.text[source.start : source.end], source)
        )
    return _swept(clean.source.text, records, [(r.source_span, r.rule) for r in clean.removed])


def _dates_document(text: str, numeral: Numeral) -> bool:
    """Whether a date in a page's head is the document's (发布日期：…), not that of the copy (检索时间：…)."""
    line = text[text.rfind("\n", 0, numeral.span.start) + 1 : numeral.span.start]
    return _DATED.search(line) is not None and _COPIED.search(line) is None


def _cells_of_numbers(source: SourceDocument) -> Iterator[Span]:
    """The cells of the file's tables that hold numbers and nothing else, whatever the table is about."""
    for mark in source.marks:
        if mark.kind == "cell" and _CELL.fullmatch(source.text, *mark.span):
            yield mark.span


def _outside(reading: Reading, numeral: Numeral) -> tuple[str, str | None, str] | None:
    """What stands in no paragraph of the plan: its table of contents, or the same text printed a second time."""
    outline = reading.outline
    if not outline.paragraphs or outline.paragraph_at(numeral.span.start) is not None:
        return None
    return ("repeat", None, "LED-outside")


def _layer(items: Iterable[tuple[Span, tuple[str, str | None, str]]]) -> _Layer:
    spans: list[Span] = []
    labels: list[tuple[str, str | None, str]] = []
    for span, label in sorted(items, key=lambda item: (item[0], -item[0].end)):
        if not spans or span.start >= spans[-1].end:
            spans.append(Span(*span))
            labels.append(label)
    return _Layer([span.start for span in spans], spans, labels)


def _swept(text: str, records: list[NumberRecord], removed: list[tuple[Span, str]]) -> list[NumberRecord]:
    """Add what cleaning dropped (page marks): each run of digits of the source that no record covers yet."""
    records.sort(key=lambda r: r.span)
    dropped = _layer((span, ("chrome", None, rule)) for span, rule in removed)
    added: list[NumberRecord] = []
    i = 0
    for match in _DIGITS.finditer(text):
        at, stop = match.span()
        while i < len(records) and records[i].span.end <= at:
            i += 1
        j = i
        while at < stop:
            free = records[j].span.start if j < len(records) else stop
            if free > at and text[at : min(free, stop)].strip(".,"):
                span = Span(at, min(free, stop))
                label = dropped.at(span) or ("chrome", None, "LED-dropped")
                added.append(NumberRecord(label[0], label[1], label[2], text[span.start : span.end], span))
            if j >= len(records):
                break
            at = max(at, records[j].span.end)
            j += 1
    return sorted(records + added, key=lambda r: r.span)
