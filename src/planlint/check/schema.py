"""How a plan meets the schema of its kind: each requirement met, missed or not applicable, with the places that show it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.check.elements import find_elements
from planlint.check.kinds.responsibility import is_assigned, task_sections
from planlint.check.parts import find_parts, has_text, lead_line, schemas_of
from planlint.model.finding import Requirement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.model.span import Span
    from planlint.rulebook.checks import CheckRule
    from planlint.rulebook.plan_schema import FactNeed, PlanSchema, ValueNeed

# More places than these show nothing more.
_SHOWN = 20
_Verdict = tuple[bool | None, list["Span"]]


def check_schema(
    context: CheckContext,
    rules: Sequence[CheckRule] = (),  # noqa: ARG001 - the rules of kind `schema` make the findings (check/kinds/schema.py)
    findings: Sequence[Finding] = (),  # noqa: ARG001 - as above
) -> tuple[str | None, tuple[Finding, ...], tuple[Requirement, ...]]:
    """The id of the plan's schema and its requirements; the findings are those of the rules and none are added here."""
    schemas = schemas_of(context)
    requirements = [requirement for schema in schemas for requirement in _requirements(context, schema)]
    return (schemas[0].id if schemas else None), (), tuple(requirements)


def _requirements(context: CheckContext, schema: PlanSchema) -> Iterator[Requirement]:
    parts = find_parts(context, schema)
    for section in schema.sections:
        places = [context.clean.to_source(s.span) for s in parts[section.id]]
        if not places and (line := lead_line(context, section)) is not None:
            places = [context.clean.to_source(line)]
        yield _said(section.id, f"有“{section.title}”部分", bool(places), places)
    for text in schema.texts:
        at = has_text(context, text)
        yield _said(text.id, f"写明{text.title}", at is not None, [context.clean.to_source(at)] if at else [])
    for fact in schema.facts:
        met, places = _NEEDS[fact.need](context, schema, fact)
        yield _said(fact.id, fact.title, met, places)
    if schema.elements:
        found = find_elements(context)
        for element in schema.elements:
            place = found.get(element.element)
            optional = element.level == "none" and place is None
            yield _said(
                element.id,
                f"有{element.title}",
                None if optional else place is not None,
                [place] if place else [],
            )
    for value in schema.values:
        met, places = _value(context, value)
        yield _said(value.id, value.title, met, places)


def _said(name: str, message: str, met: bool | None, places: list[Span]) -> Requirement:
    status = "not-applicable" if met is None else "met" if met else "missed"
    return Requirement(name, status, message, tuple(places[:_SHOWN]))  # type: ignore[arg-type]


# ---- facts: whether met, and the places that show it (where missed: those that lack it) --------------------------------
def _judge(lacking: list[Span], having: list[Span]) -> _Verdict:
    if lacking:
        return False, lacking
    return (True, having) if having else (None, [])


def _quantified_goal(context: CheckContext, schema: PlanSchema, _: FactNeed) -> _Verdict:
    goals = find_parts(context, schema).get("goals", ())
    if not goals:
        return None, []
    paths = tuple(s.path for s in goals)
    inside = [
        t.span for t in context.extraction.targets
        if t.section is not None and any(t.section == p or t.section.startswith(f"{p}|") for p in paths) and not t.placeholder
    ]  # fmt: skip
    return (True, inside) if inside else (False, [context.clean.to_source(s.span) for s in goals])


def _dated_target(context: CheckContext, _: PlanSchema, __: FactNeed) -> _Verdict:
    targets = context.extraction.targets
    # the end of a plan that names its period is the time for what has no other
    dated = [t for t in targets if t.deadline or t.recurrence or context.period]
    return _judge([t.span for t in targets if t not in dated], [t.span for t in dated])


def _deadline_in_period(context: CheckContext, _: PlanSchema, __: FactNeed) -> _Verdict:
    period = context.period
    if period is None:
        return None, []
    years = [
        (int(t.deadline[:4]), t.span)
        for t in context.extraction.targets
        if t.deadline and t.deadline[:4].isdigit()
    ]
    inside = [span for year, span in years if period.start <= year <= period.end]
    return _judge([span for year, span in years if not period.start <= year <= period.end], inside)


def _assigned_task(context: CheckContext, _: PlanSchema, __: FactNeed) -> _Verdict:
    tasks = task_sections(context)
    assigned = [s for s in tasks if is_assigned(s, context)]
    lacking = [context.clean.to_source(s.span) for s in tasks if s not in assigned]
    return _judge(lacking, [context.clean.to_source(s.span) for s in assigned])


def _quantified_subsidy(context: CheckContext, _: PlanSchema, __: FactNeed) -> _Verdict:
    subsidies = context.extraction.subsidies
    sums = [s for s in subsidies if any(v is not None for v in (s.amount, s.amount_min, s.rate, s.cap))]
    return _judge([s.span for s in subsidies if s not in sums], [s.span for s in sums])


def _capped_rate(context: CheckContext, _: PlanSchema, __: FactNeed) -> _Verdict:
    # what is waived as a whole or by half has its bound in itself
    rates = [
        s
        for s in context.extraction.subsidies
        if s.rate is not None and s.rate != 1 and not re.search("减半|减免", s.quote)
    ]
    return _judge([s.span for s in rates if s.cap is None], [s.span for s in rates if s.cap is not None])


_NEEDS: dict[str, Callable[[CheckContext, PlanSchema, FactNeed], _Verdict]] = {
    "quantified-goal": _quantified_goal, "dated-target": _dated_target, "deadline-in-period": _deadline_in_period,
    "assigned-task": _assigned_task, "quantified-subsidy": _quantified_subsidy, "capped-rate": _capped_rate,
}  # fmt: skip


# ---- values -----------------------------------------------------------------------------------------------------------
def _value(context: CheckContext, need: ValueNeed) -> _Verdict:
    """Whether a datum of the document is one of those allowed; not applicable where the document does not say."""
    data = context.extraction.document
    if need.field == "period_years":
        period = context.period
        value: str | int | None = period.end - period.start + 1 if period is not None else None
        place = data.evidence.get("period")
    else:
        value, place = getattr(data, need.field), data.evidence.get(need.field)
    if value is None:
        return None, []
    met = not (
        (need.pattern is not None and re.search(need.pattern, str(value)) is None)
        or (need.one_of and str(value) not in need.one_of)
        or (need.least is not None and int(value) < need.least)
        or (need.most is not None and int(value) > need.most)
    )
    return met, [place] if place is not None else []
