"""All units that answer for tasks, each with its role, its task's heading path and its full name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.facts.responsibilities.assigned import assigned_lists
from planlint.facts.responsibilities.canonical import canonical, place_of_title, prefix_of
from planlint.facts.responsibilities.clauses import blanket_clauses, inline_clauses, main_bodies
from planlint.facts.responsibilities.columns import unit_columns
from planlint.facts.responsibilities.duties import duty_lists
from planlint.facts.responsibilities.labelled import labelled_lists, unit_brackets
from planlint.facts.responsibilities.own_lines import own_lines
from planlint.facts.responsibilities.words import unit_words
from planlint.model.fact import Responsibility

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.facts.responsibilities.lists import Name
    from planlint.facts.responsibilities.places import Found
    from planlint.model.fact import Role
    from planlint.model.span import Span
    from planlint.reading.reading import Reading
    from planlint.rulebook import Rulebook

_FIRST_LEADS = re.compile(
    "(?:列|排)(?:在)?(?:第一位|首位|第一|最前)(?:的)?(?:单位|部门)?为(?:牵头|主办)|第一个(?:单位|部门)?为牵头|首位(?:单位|部门)?为牵头"
)
_COMMA_LEADS = re.compile("(?:列)?(?:在)?逗号(?:之)?前的?(?:单位|部门)?为牵头")
_REST_COOPERATES = re.compile("(?:其余|其他|其它|后面|逗号(?:之)?后)[^。；]{0,8}为(?:配合|协办|参与)")


@dataclass(frozen=True, slots=True)
class _Scope:
    """What the document says once about all its lists: who in a list leads, and what the rest do."""

    first: bool
    comma: bool
    rest: Role


def find_responsibilities(reading: Reading, rules: Rulebook) -> list[Responsibility]:
    """The responsibilities of the plan in reading order; spans are source spans of the units' names."""
    words = unit_words(rules)
    clean, outline = reading.clean, reading.outline
    text = clean.text
    scope = _scope(text)
    place = place_of_title(
        text[outline.title.start : outline.title.end] if outline.title is not None else None
    )
    found = _found(reading, rules)
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
        path = section.path if section is not None and one.row is None else one.section
        prefix = prefix_of(one.names[0].unit)
        records.append(
            Responsibility(
                id=f"r{len(records) + 1}", unit=name.unit, canonical=canonical(name.unit, prefix, place, words), gloss=name.gloss,
                role=_role(name, one, scope), section=path, rule=one.rule,
                quote=clean.quote(span), span=clean.to_source(span), task=one.task, measure=one.measure,
                deadline=one.deadline,
            )
        )  # fmt: skip
    return records


def _found(reading: Reading, rules: Rulebook) -> list[Found]:
    """All places that name units, the surest kind first; brackets and clauses leave alone what an earlier kind has taken."""
    clean, outline, words = reading.clean, reading.outline, unit_words(rules)
    text = clean.text
    taken: list[Span] = []
    found: list[Found] = []

    def take(ways: Iterable[tuple[Span, Found]]) -> None:
        batch = [(span, one) for span, one in ways if not clean.is_chrome(span.start)]
        found.extend(one for _, one in batch)
        taken.extend(span for span, _ in batch)
        taken.sort()

    take(unit_columns(reading, rules))
    take(labelled_lists(text, outline, words))
    take(blanket_clauses(text, words))
    take(unit_brackets(text, words, tuple(taken)))
    take(own_lines(text, outline, words, tuple(taken)))
    take(duty_lists(text, outline, words))
    take(main_bodies(text, outline, words))
    take(assigned_lists(text, outline))
    take(inline_clauses(text, outline, words, tuple(taken)))
    return found


def _scope(text: str) -> _Scope:
    rest: Role = "cooperate" if _REST_COOPERATES.search(text) else "responsible"
    return _Scope(_FIRST_LEADS.search(text) is not None, _COMMA_LEADS.search(text) is not None, rest)


def _role(name: Name, found: Found, scope: _Scope) -> Role:
    if name.role is not None and (found.explicit or name.role != "responsible"):
        return name.role
    if (
        found.rule.startswith(("RSP-label-responsible", "RSP-bracket", "TBL-responsible"))
        and len(found.names) > 1
    ):
        if scope.comma and any(not n.before_comma for n in found.names):
            return "lead" if name.before_comma else scope.rest
        if scope.first:
            return "lead" if name.rank == 0 else scope.rest
    return name.role or found.role
