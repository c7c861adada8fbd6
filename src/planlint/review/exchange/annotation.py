"""A text with labelled spans, which every tool has in a shape of its own: kind, span, and the fields of the fact where the tool keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.review.action import FACTS
from planlint.review.fields import snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.model.fact import Extraction
    from planlint.model.span import Span


class BadTaskError(ValueError):
    """A record of the tool that cannot be read; says which key is wrong."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One labelled span; `fields` is None where the tool knows nothing but the label."""

    kind: str
    span: Span
    fields: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Task:
    """One document of the tool."""

    path: str
    text: str
    annotations: tuple[Annotation, ...]


def task_of(extraction: Extraction) -> Task:
    """The facts of a plan as annotations, kind by kind."""
    found = tuple(
        Annotation(kind, fact.span, {k: v for k, v in snapshot(kind, fact).items() if v not in (None, False)})
        for kind in FACTS
        for fact in getattr(extraction, kind)
    )
    return Task(extraction.source.path, extraction.source.text, found)


def whole_span(start: object, end: object, text: str) -> tuple[int, int]:
    """The ends of a span within the text; BadTaskError where they are none."""
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        raise BadTaskError(f"{start}, {end}")
    return start, end
