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
        names = [name for name in names if not reader.words.is_person(name.unit)]
        kept = [name for name in names if reader.words.could_be(name.unit)]
        units = sum(reader.is_unit(name.unit) for name in kept)
        # 建设主体：鼓励机构、企业设立平台，…… goes on as prose; a single company needs no company
        if 2 * units < len(names) and not len(names) == len(kept) == 1:
            continue
        role = line.role or "responsible"
        is_open = role == "responsible" and all(name.role is None for name in kept)
        yield line.span, Found(kept, role, f"RSP-label-{role}", open_roles=is_open)
