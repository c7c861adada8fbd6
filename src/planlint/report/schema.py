"""The JSON Schema of the report, made from the fact classes themselves (pydantic is imported here)."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_type_hints

from pydantic import TypeAdapter

from planlint.model import fact
from planlint.model.span import Span
from planlint.model.table import ColumnKind, InTable
from planlint.report.record import KINDS, SCHEMA_VERSION
from planlint.words import Text

if TYPE_CHECKING:
    from planlint.words import Words

_CLASSES = {
    "targets": fact.Target,
    "milestones": fact.Milestone,
    "subsidies": fact.Subsidy,
    "responsibilities": fact.Responsibility,
    "citations": fact.Citation,
    "numbers": fact.NumberRecord,
}
_PLACE = {"$ref": "#/$defs/place"}
_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_YEAR = {"type": "integer"}


def report_schema(words: Words) -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `extract --format json` prints: one report, or an array of them."""
    report = {"$ref": "#/$defs/report"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "planlint extract --format json",
        "anyOf": [report, {"type": "array", "items": report}],
        "$defs": {
            "report": _report(words),
            # page and paragraph (or cell) of the original file, where it has them
            "place": _object(
                dict.fromkeys(("start", "end", "line", "column"), _COUNT),
                dict.fromkeys(("page", "paragraph"), _TEXT),
            ),
        },
    }


def _report(words: Words) -> dict[str, Any]:
    kinds = {
        kind: _object(_section())
        if kind == "sections"
        else _object(_fields(_CLASSES[kind], words), {"reviewed": _reviewed(words)})
        for kind in KINDS
    }
    source = dict.fromkeys(("path", "sha256", "media_type", "encoding"), _TEXT)
    return _object(
        {
            "schema_version": {"const": SCHEMA_VERSION},
            "source": _object({**source, "characters": _COUNT}),
            "document": _object(_fields(fact.DocumentData, words)),
            # null: left out by --only
            **{
                kind: {"description": words[kind], "type": ["array", "null"], "items": kinds[kind]}
                for kind in KINDS
            },
            "warnings": {"type": "array", "items": _object(_fields(fact.Caution, words))},
        },
        {"review": _review(words)},
    )


def _review(words: Words) -> dict[str, Any]:
    """What `--reviewed` adds to a report: who reviewed the plan, and what could not be placed."""
    unplaced = _object(dict.fromkeys(("id", "by", "do", "kind", "why", "quote"), _TEXT))
    return {
        "description": words["review.reviewed"],
        **_object(
            {
                "by": {"type": "array", "items": _TEXT},
                "actions": _COUNT,
                "rejected": _COUNT,
                "unplaced": {"type": "array", "items": unplaced},
                "unreadable": {"type": "array", "items": _object({"line": _COUNT, "key": _TEXT})},
            }
        ),
    }


def _reviewed(words: Words) -> dict[str, Any]:
    """What `--reviewed` adds to a fact that somebody said something of."""
    texts = {"type": "array", "items": _TEXT}
    return {
        "description": words["review.reviewed"],
        **_object(
            {
                "state": {"enum": ["accepted", "corrected", "added"]},
                "by": texts,
                "changed": texts,
                "notes": {"type": "array", "items": _object(dict.fromkeys(("by", "note"), _TEXT))},
            }
        ),
    }


def _object(properties: dict[str, Any], also: dict[str, Any] | None = None) -> dict[str, Any]:
    """An object that has all of these properties, and may have those of `also`."""
    return {
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": {**properties, **(also or {})},
    }


def _section() -> dict[str, Any]:
    texts = dict.fromkeys(("id", "label", "heading", "path"), _TEXT)
    level = {"type": "integer", "minimum": 1}
    return {**texts, "level": level, "parent": {"type": ["string", "null"]}, "span": _PLACE}


def _fields(cls: type, words: Words) -> dict[str, Any]:
    """The schema of each field of a fact class; a field is null where it does not apply."""
    hints = get_type_hints(
        cls,
        globalns={
            **vars(fact),
            "Decimal": Decimal,
            "Span": Span,
            "InTable": InTable,
            "ColumnKind": ColumnKind,
        },
    )
    return {f.name: {"description": words.get(f.name), **_field(hints[f.name])} for f in fields(cls)}


def _field(hint: Any) -> dict[str, Any]:  # noqa: ANN401 - an annotation is anything
    if hint == Span:
        return _PLACE
    if hint == dict[str, Span]:
        return {"type": "object", "additionalProperties": _PLACE}
    if hint == Decimal | None:
        return {"type": ["number", "null"]}
    if hint == InTable | None:
        cell = _object({"table": _COUNT, "row": _COUNT, "column": _TEXT})
        return {"anyOf": [cell, {"type": "null"}]}
    if hint == fact.Period | None:
        return {"anyOf": [_object(dict.fromkeys(("start", "end"), _YEAR)), {"type": "null"}]}
    return TypeAdapter(hint).json_schema()


def in_words(schema: Any, words: Words) -> Any:  # noqa: ANN401 - any part of a JSON Schema
    """A schema whose descriptions are codes of texts, with the texts in their place."""
    if isinstance(schema, list):
        return [in_words(part, words) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: words.of(Text.of(part))
        if key == "description" and isinstance(part, str)
        else in_words(part, words)
        for key, part in schema.items()
    }
