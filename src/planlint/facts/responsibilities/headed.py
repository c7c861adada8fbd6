"""Items that a unit heads: under 成员单位职责 `1.县交通运输局：加强……`, or `3.各中小学校。由分管领导……` among items of its kind."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.facts.responsibilities.found import Found
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.facts.responsibilities.found import Name
    from planlint.facts.responsibilities.reader import UnitReader
    from planlint.model.document import Section

_DUTIES = re.compile("职责|分工|责任")
_ITEM = re.compile("[ ]?([^，。；：:\n]{2,40})[:：。](?P<task>[^\n]{2,12})")
_HELPS = ("配合", "协助", "协同")


def headed_items(reader: UnitReader) -> Iterator[tuple[Span, Found]]:
    """The units that open the items of a list; an item that opens with 配合 makes its unit cooperate.

    One such item under a heading of duties is enough; elsewhere two of a heading's items must be headed by units, and most of them.
    """
    items: defaultdict[str | None, list[tuple[Section, re.Match[str], list[Name]] | None]] = defaultdict(list)
    for section in reader.outline.sections:
        item = _ITEM.match(reader.text, section.span.start + len(section.label))
        names = (
            [
                n
                for n in reader.names(Span(*item.span(1)))
                if reader.words.is_unit(n.unit) and not reader.words.is_person(n.unit)
            ]
            if item
            else []
        )
        all_strong = all(reader.words.is_strong(n.unit) or n.unit.startswith("各") for n in names)
        items[section.parent].append(
            (section, item, names) if item is not None and names and all_strong else None
        )
    for parent, children in items.items():
        heading = reader.outline.section(parent)
        # what a standing body does (路长办公室职责) is its remit
        duties = (
            heading is not None
            and not reader.words.remit.search(heading.heading)
            and _DUTIES.search(heading.heading) is not None
        )
        headed = [child for child in children if child is not None]
        if not headed or not (duties or (len(headed) > 1 and 2 * len(headed) > len(children))):
            continue
        for _, item, names in headed:
            helps = item["task"].lstrip().startswith(_HELPS)
            yield Span(*item.span(1)), Found(names, "cooperate" if helps else "responsible", "RSP-duty")
