"""The ledger of numbers: every numeral and placeholder of the source exactly once, with its role, its rule and its fact."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

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

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_CODE = re.compile("[A-Za-z0-9+/_.:@#×-]")
_SLOGAN = re.compile("[+＋×*]")
# What the characters right before and behind a numeral (and its line) say, asked in this order.
_ASCII_RUN = re.compile("[!-~]+")
_ADDRESS = re.compile(
    "://|%[0-9A-Fa-f]{2}|\\.(?:html?|pdf|docx?|com|cn|gov)|/[\\w.-]+/|[_@#]|[A-Za-z]\\d|\\d[A-Za-z]"
)
_AS_LABEL_BEHIND = re.compile("[.、．)）\\]]|\\s?[)）]")
_CELL = re.compile("[\\d,.%—–~～\\-－<>≤≥＜＞()（）/ ]*")
_ORDINAL_BEHIND = re.compile("届|中全会|次会议|大精神|号|期|年级|版|批|等奖|中|全会")
_REACH = 90


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
        _layer((s.span._replace(end=s.span.start + len(s.label)), ("heading", None, "LED-heading")) for s in reading.outline.sections),
        _layer((c.span, (c.role, c.fact, c.rule)) for c in claims),
        _layer((d.quantity.number, (d.role, d.fact, d.rule)) for d in decisions if d.role != "unknown"),
    ]  # fmt: skip
    in_source = [
        _layer((s, ("document", None, f"LED-{name}")) for name, s in document.evidence.items()),
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
    cells = _layer((span, ("cell", None, "LED-cell")) for span in _cells_of_numbers(clean.source))
    records: list[NumberRecord] = []
    for numeral in reading.mentions.numerals:
        source = clean.to_source(numeral.span)
        label = next((hit for layer in in_clean if (hit := layer.at(numeral.span))), None)
        time = times.at(numeral.span)
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
            or _by_shape(clean.text, numeral, quantities.at(numeral.span) is not None)
        )
        records.append(
            NumberRecord(label[0], label[1], label[2], clean.source.text[source.start : source.end], source)
        )
    return _swept(clean.source.text, records, [(r.source_span, r.rule) for r in clean.removed])


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


def _by_shape(text: str, numeral: Numeral, counted: bool) -> tuple[str, str | None, str]:
    """What the characters around a numeral say when no rule does."""
    start, end = numeral.span
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if numeral.form is not None:
        return (numeral.form, None, f"LED-{numeral.form}")
    if not counted:
        if numeral.kind == "han":
            return ("ordinal", None, "LED-ordinal") if before == "第" else ("word", None, "LED-word")
        if numeral.kind == "placeholder":
            return ("placeholder", None, "LED-placeholder")
    shape = _shape(text, start, end)
    if shape is not None:
        return shape[0], None, shape[1]
    if numeral.kind == "arabic":
        if before == "第":
            return ("ordinal", None, "LED-ordinal")
        if _SLOGAN.match(before) or _SLOGAN.match(after):
            return ("name", None, "LED-slogan")
        if not counted and ((_CODE.match(before) and not before.isdigit()) or _CODE.match(after)):
            return ("code", None, "LED-code")
    return ("unknown", None, "LED-unknown")


def _shape(text: str, start: int, end: int) -> tuple[str, str] | None:
    """Role and rule from the characters around a numeral: table cell, list label, address, ratio, page number, contents."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    line_start = text.rfind("\n", max(0, start - _REACH), start) + 1
    line_end = text.find("\n", end, end + _REACH)
    line_end = line_end if line_end >= 0 else min(len(text), end + _REACH)
    opens_line = before in ("", "\n")
    if (
        (opens_line or line_start)
        and line_end - line_start < 40
        and _CELL.fullmatch(text, line_start, line_end)
    ):
        return "cell", "LED-cell"
    if before in "(（" and before and after in ")）" and after:
        return "heading", "LED-label"
    if (
        (opens_line or before in "。；：:;） )")
        and _AS_LABEL_BEHIND.match(text, end)
        and not text[end + 1 : end + 2].isdigit()
    ):
        return "heading", "LED-label"
    if (after in "∶:：" and after and text[end + 1 : end + 2].isdigit()) or (
        before in "∶:：" and before and text[max(0, start - 2) : start - 1].isdigit()
    ):
        return "ratio", "LED-ratio"
    if text[max(0, start - 3) : start] == "...":
        return "chrome", "LED-contents"
    if opens_line and (after == " " or "一" <= after <= "鿿"):
        # 14.8 创新……: a label of a decimal style; 64业新动能: a page number that the copy glued to the line
        return ("heading", "LED-label") if after == " " or "." in text[start:end] else ("chrome", "LED-page")
    if _ORDINAL_BEHIND.match(text, end):
        return "ordinal", "LED-ordinal"
    run = _ASCII_RUN.search(text, max(0, start - 1))
    if run is not None:
        begin = start
        while begin > max(0, start - _REACH) and "!" <= text[begin - 1] <= "~":
            begin -= 1
        if _ADDRESS.search(text, begin, min(run.end(), end + _REACH)):
            return "code", "LED-address"
    return None


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
