"""The tasks of one plan in the order of the text: the rows of its tables, the sections that units answer for, and those nobody has.

A blank in the plan is a task without units, never left out.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from planlint.compare.brief.answering import Answer, above_row
from planlint.model.brief import Task
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.compare.brief.answering import Answering, RowKey
    from planlint.model.document import SourceDocument
    from planlint.model.fact import Extraction, Responsibility, Target
    from planlint.model.plan_facts import PlanFacts, PlanSection

# What joins a heading to the words of its own paragraph.
_RUN_ON = "。：；，、,:; "
# A line with the issuer's name or the date alone is shorter.
_SIGNATURE = 40


def tasks_of(extraction: Extraction, plan: PlanFacts, answering: Answering) -> tuple[Task, ...]:
    """All of them."""
    headings = {section.path: section.heading for section in extraction.outline.sections}
    found = [
        *_in_tables(extraction, answering, headings),
        *_in_sections(extraction, plan, answering, headings),
    ]
    return tuple(sorted(found, key=lambda task: task.span.start))


def _in_tables(extraction: Extraction, answering: Answering, headings: dict[str, str]) -> Iterator[Task]:
    of_row: dict[RowKey | None, list[Target]] = defaultdict(list)
    for target in extraction.targets:
        of_row[answering.row_of(target)].append(target)
    for (section, task, measure), duties in answering.of_row.items():
        targets = of_row[section, task, measure]
        yield Task(
            name=task, measure=measure, section=section, units=_by_role(duties), dates=_dates((*duties, *targets)),
            targets=tuple(target.quote for target in targets), clause=_clause(section, headings), above=None,
            in_table=duties[0].in_table, **_stretch(extraction.source, duties),
        )  # fmt: skip


def _in_sections(
    extraction: Extraction, plan: PlanFacts, answering: Answering, headings: dict[str, str]
) -> Iterator[Task]:
    own_words = _own_words(extraction)
    # of two sections of one path the first is meant
    sections = {
        shown.path: (shown, own_words.get(section.id, []))
        for section, shown in reversed(list(zip(extraction.outline.sections, plan.sections, strict=True)))
        if shown.is_task
    }
    in_order = [shown.path for shown in plan.sections if shown.is_task]
    in_tables = {path for section, _, _ in answering.of_row for path in (section, above_row(section))}
    targets, milestones = _by_section(extraction.targets), _by_section(extraction.milestones)
    for section in dict.fromkeys((*answering.of_section, *in_order)):
        own = answering.of_section.get(section)
        if own is None and section in in_tables:
            continue  # its rows are the tasks
        answer = Answer(tuple(own)) if own is not None else answering.above(section)
        shown, said = sections.get(section or "", (None, []))
        yield Task(
            name=headings.get(section or "", ""), measure="\n".join(said) or None, section=section, units=_by_role(answer.duties),
            dates=_dates((*targets[section], *milestones[section])), targets=tuple(target.quote for target in targets[section]),
            clause=_clause(section, headings), above=_clause(answer.above, headings),
            in_table=answer.duties[0].in_table if answer.duties and answer.above is None else None,
            **(_stretch(extraction.source, own) if own else _heading(shown)),
        )  # fmt: skip


def _by_section(facts: Iterable[Any]) -> dict[str | None, list[Any]]:
    found: dict[str | None, list[Any]] = defaultdict(list)
    for fact in facts:
        found[fact.section].append(fact)
    return found


def _by_role(duties: Iterable[Responsibility]) -> dict[str, tuple[str, ...]]:
    """The units of each role, each once."""
    found: dict[str, dict[str, None]] = {}
    for duty in duties:
        found.setdefault(duty.role, {})[duty.unit] = None
    return {role: tuple(units) for role, units in found.items()}


def _dates(facts: Iterable[Any]) -> tuple[str, ...]:
    return tuple(sorted({fact.deadline for fact in facts if fact.deadline}))


def _clause(path: str | None, headings: dict[str, str]) -> str | None:
    """`二、（一） 建设载体`: a section as a reader finds it; a table's row has the heading that the table stands under."""
    if not path:
        return None
    heading = headings.get(path) or headings.get(above_row(path) or "", "")
    return f"{path.replace('|', '')} {heading}".strip()


def _stretch(source: SourceDocument, duties: Sequence[Responsibility]) -> dict[str, Any]:
    """The source from the first unit of a task to its last."""
    start, end = min(duty.span.start for duty in duties), max(duty.span.end for duty in duties)
    return {"quote": source.text[start:end], "line": source.place(start)[0], "span": Span(start, end)}


def _heading(section: PlanSection | None) -> dict[str, Any]:
    """The heading of a task that no units stand in."""
    assert section is not None, "a section without units is here because it is a task"
    shown = section.evidence
    return {"quote": shown.quote, "line": shown.line, "span": shown.span}


def _own_words(extraction: Extraction) -> dict[str | None, list[str]]:
    """The paragraphs of each section without its heading; tables stand in sheets of their own, and the last one is not signed."""
    clean, outline = extraction.clean, extraction.outline
    zones = [clean.from_source(table.span) for table in clean.tables]
    starts = [zone.start for zone in zones]
    signed = [
        clean.from_source(span).start
        for name, span in extraction.document.evidence.items()
        if name in ("issuer", "signed_on")
    ]
    found: dict[str | None, list[str]] = defaultdict(list)
    for paragraph in outline.paragraphs:
        section = outline.section(paragraph.section)
        start = max(paragraph.span.start, section.body.start) if section is not None else paragraph.span.start
        zone = bisect.bisect_right(starts, start) - 1
        words = clean.text[start : paragraph.span.end].lstrip(_RUN_ON).rstrip()
        in_table = zone >= 0 and start < zones[zone].end
        is_signature = len(words) < _SIGNATURE and any(start <= at < paragraph.span.end for at in signed)
        if words and not in_table and not is_signature:
            found[paragraph.section].append(words)
    return found
