"""doccano's documents: `label` has start, end and label of each span; the fields, of which doccano knows nothing, travel beside it in `facts`."""

from __future__ import annotations

from typing import Any

from planlint.model.span import Span
from planlint.review.action import FACTS
from planlint.review.exchange.annotation import Annotation, BadTaskError, Task, whole_span

_Key = tuple[Any, Any, Any]


def record_of(task: Task, number: int) -> dict[str, Any]:
    """The document with its labels."""
    return {
        "id": number,
        "text": task.text,
        "label": [[*found.span, found.kind] for found in task.annotations],
        "path": task.path,
        "facts": [
            {"start": found.span.start, "end": found.span.end, "kind": found.kind, "fields": dict(found.fields or {})}
            for found in task.annotations
        ],
    }  # fmt: skip


def task_of(record: dict[str, Any]) -> Task:
    """The task of a document, in the shape of `label` or that of `entities`; BadTaskError where it is none."""
    text = record.get("text")
    if not isinstance(text, str):
        raise BadTaskError("text")
    meta = record.get("meta") if isinstance(record.get("meta"), dict) else {}
    known = _fields(record.get("facts") or (meta or {}).get("facts") or [])
    found = []
    for start, end, kind in _labels(record):
        if kind not in FACTS:
            continue
        span = Span(*whole_span(start, end, text))
        mine = known.get((start, end, kind))
        found.append(Annotation(kind, span, mine.pop(0) if mine else None))
    path = record.get("path") or (meta or {}).get("path") or ""
    return Task(str(path), text, tuple(found))


def _labels(record: dict[str, Any]) -> list[_Key]:
    given = record.get("label", record.get("labels"))
    if given is None:
        entities = record.get("entities") or []
        if not isinstance(entities, list) or not all(isinstance(one, dict) for one in entities):
            raise BadTaskError("entities")
        return [(one.get("start_offset"), one.get("end_offset"), one.get("label")) for one in entities]
    if not isinstance(given, list) or not all(isinstance(one, list) and len(one) == 3 for one in given):
        raise BadTaskError("label")
    return [(one[0], one[1], one[2]) for one in given]


def _fields(facts: Any) -> dict[_Key, list[dict[str, Any]]]:  # noqa: ANN401 - JSON
    known: dict[_Key, list[dict[str, Any]]] = {}
    for fact in facts if isinstance(facts, list) else []:
        if isinstance(fact, dict) and isinstance(fact.get("fields"), dict):
            known.setdefault((fact.get("start"), fact.get("end"), fact.get("kind")), []).append(
                fact["fields"]
            )
    return known
