"""All units that answer for tasks, each with its role, its task's heading path and its full name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.facts.responsibilities.acting import acting_words
from planlint.facts.responsibilities.assigned import assigned_lists
from planlint.facts.responsibilities.canonical import canonical, prefix_of
from planlint.facts.responsibilities.clauses import inline_clauses
from planlint.facts.responsibilities.columns import unit_columns
from planlint.facts.responsibilities.duties import duty_sentences
from planlint.facts.responsibilities.headed import headed_items
from planlint.facts.responsibilities.labelled import labelled_lists
from planlint.facts.responsibilities.lists import closing_words, unit_brackets
from planlint.facts.responsibilities.reader import unit_reader
from planlint.facts.responsibilities.roles import role_of
from planlint.model.fact import Responsibility

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.facts.responsibilities.found import Found, Name
    from planlint.facts.responsibilities.reader import UnitReader
    from planlint.model.span import Span
    from planlint.reading.reading import Reading
    from planlint.rulebook import Rulebook


def find_responsibilities(reading: Reading, rules: Rulebook) -> list[Responsibility]:
    """The responsibilities of the plan in reading order; spans are source spans of the units' names."""
    clean, outline, terms = reading.clean, reading.outline, reading.terms
    reader = unit_reader(reading, rules)
    short_names = {said.short: said.full for said in terms.short_names}
    found = _found(reading, reader, rules)
    in_tables = {name.span for one in found if one.row is not None for name in one.names}
    # a name counts once, that of a merged cell once for each row; prose leaves alone what a table has taken
    named: dict[tuple[Span, int], tuple[Name, Found]] = {}
    for one in found:
        for name in one.names:
            key = (name.span, -1 if one.row is None else one.row)
            taken = key in named or (one.row is None and name.span in in_tables)
            if not taken and outline.paragraph_at(name.span.start) is not None:
                named[key] = (name, one)
    records: list[Responsibility] = []
    for key in sorted(named):
        span, (name, one) = key[0], named[key]
        section = outline.section_at(span.start)
        path = one.section if one.row is not None else section.path if section is not None else None
        records.append(
            Responsibility(
                id=f"r{len(records) + 1}", unit=name.unit,
                canonical=canonical(name.unit, prefix_of(one.names[0].unit), terms.place, reader.words, short_names), gloss=name.gloss,
                role=role_of(name, one, terms.scope_at(span.start)), section=path, rule=one.rule,
                quote=clean.quote(span), span=clean.to_source(span), task=one.task, measure=one.measure,
                deadline=one.deadline, in_table=one.in_table,
            )
        )  # fmt: skip
    return records


def _found(reading: Reading, reader: UnitReader, rules: Rulebook) -> list[Found]:
    """All places that name units, the surest kind first; brackets and clauses leave alone what an earlier kind has taken."""
    acting = acting_words(rules)
    taken: list[Span] = []
    found: list[Found] = []

    def take(ways: Iterable[tuple[Span, Found]]) -> None:
        batch = [(span, one) for span, one in ways if not reading.clean.is_chrome(span.start)]
        found.extend(one for _, one in batch)
        taken.extend(span for span, _ in batch)
        taken.extend(rule.span for rule in reading.terms.scope if not batch)
        taken.sort()

    take(unit_columns(reading, reader, rules))
    take(labelled_lists(reader))
    take(unit_brackets(reader, tuple(taken)))
    take(closing_words(reader, tuple(taken)))
    take(headed_items(reader))
    take(duty_sentences(reader, acting))
    take(assigned_lists(reader, acting))
    take(inline_clauses(reader, acting, tuple(taken)))
    return found
