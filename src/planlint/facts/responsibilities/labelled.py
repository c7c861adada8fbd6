"""Units behind a label: `责任单位：甲局、乙局` on a line of its own, in a bracket, behind a task; the lines themselves are terms."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from planlint.facts.responsibilities.found import Found
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.facts.responsibilities.reader import UnitReader


def labelled_lists(reader: UnitReader) -> Iterator[tuple[Span, Found]]:
    """The lists of all labelled lines; what can be no unit is left out, and a value that is mostly that is prose."""
    title = reader.outline.title
    scope = [rule.span.start for rule in reader.terms.scope]
    for line in reader.terms.labelled:
        if line.kind != "units" or (title is not None and line.span.start < title.start):
            continue  # before the title stands what the page says of itself
        i = bisect_left(scope, line.value.start)
        end = min(scope[i], line.value.end) if i < len(scope) else line.value.end
        names = reader.names(Span(line.value.start, end))
        kept = [name for name in names if reader.words.could_be(name.unit)]
        persons = sum(reader.words.is_person(name.unit) for name in names)
        if 2 * len(kept) < len(names) - persons:
            continue
        role = line.role or "responsible"
        is_open = role == "responsible" and all(name.role in (None, "responsible") for name in kept)
        yield line.span, Found(kept, role, f"RSP-label-{role}", open_roles=is_open)
