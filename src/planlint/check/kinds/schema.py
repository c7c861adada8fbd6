"""What the kind of plan requires and the plan lacks: a part (保障措施), a text (施行日期), an element of an official document (主送机关)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.check.elements import find_elements, out_of_order
from planlint.check.parts import find_parts, has_text, lead_line, schemas_of
from planlint.rulebook.options import Options, Ways

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding, Level
    from planlint.rulebook.checks import CheckRule

OPTIONS = Ways({"section": Options(), "element": Options()})


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The findings of one rule; `find` is `section` or `element`."""
    yield from {"section": _sections, "element": _elements}[rule.options["find"]](context, rule)


def _sections(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    place = context.document_place()
    for schema in schemas_of(context):
        parts = find_parts(context, schema)
        for need in schema.sections:
            if need.level != "none" and not parts[need.id] and lead_line(context, need) is None:
                yield context.find_source(rule, place, level=_level(need.level), name=need.title)
        for text in schema.texts:
            if text.level != "none" and not has_text(context, text):
                yield context.find_source(rule, place, level=_level(text.level), name=text.title)


def _elements(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    place = context.document_place()
    for schema in schemas_of(context):
        if not schema.elements:
            continue
        found = find_elements(context)
        for need in schema.elements:
            if need.level != "none" and need.element not in found:
                yield context.find_source(rule, place, level=_level(need.level), name=need.title)
        titles = {need.element: need.title for need in schema.elements}
        for early, late in out_of_order(found, schema.order):
            yield context.find_source(
                rule,
                found[late],
                related=[found[early]],
                name=f"{titles.get(late, late)}”应在“{titles.get(early, early)}”之后的位置“",
            )


def _level(level: str) -> Level:
    assert level in ("error", "warning", "info")
    return level  # type: ignore[return-value]
