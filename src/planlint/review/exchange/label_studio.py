"""Label Studio's tasks: a region of type `labels` a fact, and a region of type `textarea` with the same id for each of its fields."""

from __future__ import annotations

from typing import Any

from planlint.model.span import Span
from planlint.review.action import FACTS
from planlint.review.exchange.annotation import Annotation, BadTaskError, Task, whole_span


def record_of(task: Task, number: int) -> dict[str, Any]:
    """The task with one finished annotation."""
    regions: list[dict[str, Any]] = []
    for n, found in enumerate(task.annotations, 1):
        start, end = found.span
        place = {"start": start, "end": end, "text": task.text[start:end]}
        region = {"id": f"f{n}", "to_name": "text"}
        regions.append(
            {**region, "from_name": "fact", "type": "labels", "value": {**place, "labels": [found.kind]}}
        )
        regions += [
            {**region, "from_name": name, "type": "textarea", "value": {**place, "text": [_said(value)]}}
            for name, value in (found.fields or {}).items()
        ]
    return {
        "id": number, "data": {"text": task.text, "path": task.path}, "annotations": [{"result": regions}],
    }  # fmt: skip


def task_of(record: dict[str, Any]) -> Task:
    """The task of a record, with its last annotation that was not cancelled; BadTaskError where it is none."""
    data = record.get("data")
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        raise BadTaskError("data.text")
    text: str = data["text"]
    done = record.get("annotations") or []
    if not isinstance(done, list) or not all(isinstance(one, dict) for one in done):
        raise BadTaskError("annotations")
    kept = [one for one in done if not one.get("was_cancelled")]
    regions = kept[-1].get("result") or [] if kept else []
    if not isinstance(regions, list) or not all(
        isinstance(r, dict) and isinstance(r.get("value"), dict) for r in regions
    ):
        raise BadTaskError("annotations.result")
    fields: dict[str, dict[str, Any]] = {}
    for region in regions:
        if region.get("type") == "textarea":
            said = region["value"].get("text")
            said = said[0] if isinstance(said, list) and said else said
            fields.setdefault(str(region.get("id")), {})[str(region.get("from_name"))] = said
    found = []
    for region in regions:
        labels = region["value"].get("labels")
        if region.get("type") != "labels" or not isinstance(labels, list) or not labels:
            continue
        if labels[0] in FACTS:
            span = Span(*whole_span(region["value"].get("start"), region["value"].get("end"), text))
            found.append(Annotation(labels[0], span, fields.get(str(region.get("id")))))
    return Task(str(data.get("path", "")), text, tuple(found))


def _said(value: Any) -> str:  # noqa: ANN401 - a plain value
    return str(value).lower() if isinstance(value, bool) else str(value)
