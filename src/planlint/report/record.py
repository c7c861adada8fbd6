"""The report as plain values: the one shape that JSON, JSONL, CSV and the schema share."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from planlint.model.span import Span
from planlint.model.table import InTable
from planlint.sheets.sheet import plain

if TYPE_CHECKING:
    from planlint.model.document import SourceDocument
    from planlint.model.fact import DocumentData, Extraction
    from planlint.sheets.look import Report

SCHEMA_VERSION = "1.0"
KINDS = ("sections", "targets", "milestones", "subsidies", "responsibilities", "citations", "numbers")


def report_of(extraction: Extraction, *, with_text: bool = False) -> Report:
    """The report of one document; every key is there, null where it does not apply.

    `with_text` puts the source text beside its hash, for the one format that shows it.
    """
    source = extraction.source
    facts = {
        kind: [_record(fact, source) for fact in getattr(extraction, kind)]
        for kind in KINDS
        if kind != "sections"
    }
    return {
        "schema_version": SCHEMA_VERSION,
        "source": {
            "path": source.path, "sha256": source.sha256, "media_type": source.media_type, "encoding": source.encoding,
            "characters": len(source.text),
            **({"text": source.text} if with_text else {}),
        },
        "document": _document(extraction.document, source),
        "sections": _sections(extraction),
        **facts,
        "warnings": [_record(caution, source) for caution in extraction.warnings],
    }  # fmt: skip


def failure_of(path: str, what: str, stage: str) -> Report:
    """What stands in the place of a report where a document could not be done: its path, the stage that failed, and why."""
    return {
        "schema_version": SCHEMA_VERSION,
        "source": {"path": path},
        "stage": stage,
        "error": what.removeprefix("planlint: "),
    }


def place(span: Span, source: SourceDocument) -> dict[str, Any]:
    """A source span with its line and column, and where the file has such things with its page and its paragraph or cell (`12`, `T1R2C3`)."""
    line, column = source.place(span.start)
    found: dict[str, Any] = {"start": span.start, "end": span.end, "line": line, "column": column}
    if source.marks:
        page, paragraph = source.home("page", span.start), source.home("paragraph", span.start)
        found |= {"page": page} if page is not None else {}
        found |= {"paragraph": paragraph} if paragraph is not None else {}
    return found


def _sections(extraction: Extraction) -> list[dict[str, Any]]:
    clean = extraction.clean
    return [
        {
            "id": s.id, "label": s.label, "heading": s.heading, "level": s.level, "parent": s.parent, "path": s.path,
            "span": place(clean.to_source(s.span), clean.source),
        }
        for s in extraction.outline.sections
    ]  # fmt: skip


def _document(data: DocumentData, source: SourceDocument) -> dict[str, Any]:
    record = {f.name: getattr(data, f.name) for f in fields(data)}
    period = data.period
    record["period"] = {"start": period.start, "end": period.end} if period is not None else None
    record["evidence"] = {name: place(span, source) for name, span in data.evidence.items()}
    return record


def _record(fact: Any, source: SourceDocument) -> dict[str, Any]:  # noqa: ANN401 - any of the fact classes
    return {f.name: _value(getattr(fact, f.name), source) for f in fields(fact)}


def _value(value: Any, source: SourceDocument) -> Any:  # noqa: ANN401
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, Span):
        return place(value, source)
    if isinstance(value, InTable):
        return value._asdict()
    if isinstance(value, dict):
        return {key: _value(item, source) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_value(item, source) for item in value]
    return value
