"""Lists that give each unit its tasks: under 成员单位职责, `1.县交通运输局：加强……` is one record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.facts.responsibilities.lists import Name, names_of
from planlint.facts.responsibilities.places import Found
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.facts.responsibilities.words import UnitWords
    from planlint.model.document import Outline

_DUTIES = re.compile("职责|分工|责任")
_ITEM = re.compile("[ ]?([^，。；：:\n]{2,40})[:：](?P<task>[^\n]{2,12})")


def duty_lists(text: str, outline: Outline, words: UnitWords) -> Iterator[tuple[Span, Found]]:
    """The units that open the items of a list of duties; an item that opens with 配合 makes its unit cooperate."""
    for section in outline.sections:
        parent = outline.section(section.parent)
        if parent is None or _DUTIES.search(parent.heading) is None:
            continue
        item = _ITEM.match(text, section.span.start + len(section.label))
        if item is None:
            continue
        names = names_of(text, Span(*item.span(1)), words)
        kept: list[Name] = [
            n for n in names if words.any_end.search(n.unit) and not words.persons.search(n.unit)
        ]
        if kept:
            cooperates = item["task"].lstrip().startswith("配合")
            yield (
                Span(*item.span(1)),
                Found(kept, "cooperate" if cooperates else "responsible", "RSP-duty", True),
            )
