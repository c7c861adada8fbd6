"""The JSON Schema of the report, made from the fact classes themselves (pydantic is imported here alone)."""

from __future__ import annotations

from typing import Any

from planlint.report.record import KINDS, SCHEMA_VERSION

_PLACE = {
    "type": "object", "required": ["start", "end", "line", "column"], "additionalProperties": False,
    "properties": {name: {"type": "integer", "minimum": 0} for name in ("start", "end", "line", "column")},
}  # fmt: skip


def report_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) that every report of `extract --format json` fulfils."""
    from planlint.model import fact

    classes = {
        "targets": fact.Target, "milestones": fact.Milestone, "subsidies": fact.Subsidy, "responsibilities": fact.Responsibility,
        "citations": fact.Citation, "numbers": fact.NumberRecord,
    }  # fmt: skip
    properties: dict[str, Any] = {kind: {"type": "array", "items": _of(classes[kind])} for kind in KINDS if kind != "sections"}
    properties["sections"] = {"type": "array", "items": _section()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "planlint report",
        "type": "object",
        "required": ["schema_version", "source", "document", "warnings"],
        "properties": {
            "schema_version": {"const": SCHEMA_VERSION},
            "source": {"type": "object", "required": ["path", "sha256", "media_type", "encoding", "characters"]},
            "document": _of(fact.DocumentData),
            "warnings": {"type": "array", "items": {"type": "string"}},
            **properties,
        },
    }


def _section() -> dict[str, Any]:
    text = {"type": "string"}
    return {
        "type": "object", "required": ["id", "label", "heading", "level", "parent", "path", "span"], "additionalProperties": False,
        "properties": {"id": text, "label": text, "heading": text, "path": text, "level": {"type": "integer", "minimum": 1},
                       "parent": {"type": ["string", "null"]}, "span": _PLACE},
    }  # fmt: skip


def _of(cls: type) -> dict[str, Any]:
    """The schema of one fact class: all fields required (null where they do not apply), spans with line and column."""
    from dataclasses import fields
    from decimal import Decimal
    from typing import get_type_hints

    from pydantic import TypeAdapter

    from planlint.model import fact as module
    from planlint.model.span import Span

    names = {**vars(module), "Decimal": Decimal, "Span": Span}
    for unused in ("CleanText", "Outline", "SourceDocument"):
        names.setdefault(unused, object)
    hints = get_type_hints(cls, globalns=names)
    properties = {f.name: _field(hints[f.name], TypeAdapter, Span, Decimal) for f in fields(cls)}
    return {"type": "object", "required": list(properties), "additionalProperties": False, "properties": properties}


def _field(hint: Any, adapter: Any, span: type, decimal: type) -> dict[str, Any]:  # noqa: ANN401
    if hint is span:
        return _PLACE
    if hint == dict[str, span]:
        return {"type": "object", "additionalProperties": _PLACE}
    if hint == decimal | None:
        return {"type": ["number", "null"]}
    schema: dict[str, Any] = adapter(hint).json_schema()
    if "$defs" in schema:
        return {"type": ["object", "null"]}
    return schema
