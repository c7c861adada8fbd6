"""Items that a unit heads: under 成员单位职责 `1.县交通运输局：加强……`, or `3.各中小学校。由分管领导……` among items of its kind."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from planlint.facts.responsibilities.found import Found
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.facts.responsibilities.found import Name
    from planlint.facts.responsibilities.reader import UnitReader
    from planlint.model.document import Section

_DUTIES = re.compile("职责|分工|责任")
_ITEM = re.compile("[ ]?([^，。；：:\n]{2,40})[:：。](?P<task>[^\n]{2,12})")
# Without a number of its own an item is one only where its unit stands before a colon.
_LINE = re.compile("[ ]?([^，。；：:\n]{2,40})[:：](?P<task>[^\n]{2,12})")
_HELPS = ("配合", "协助", "协同")


class _Item(NamedTuple):
    """The head of an item, the task behind it, and the units that the head names."""

    match: re.Match[str]
    names: list[Name]


def headed_items(reader: UnitReader) -> Iterator[tuple[Span, Found]]:
    """The units that open the items of a list; an item that opens with 配合 makes its unit cooperate.

    Items have numbers, or are lines of their own. One under a heading of duties is enough; elsewhere two of a heading's items must be
    headed by units, and most of them.
    """
    items: defaultdict[str | None, list[_Item | None]] = defaultdict(list)
    lines: defaultdict[str | None, list[_Item | None]] = defaultdict(list)
    numbered = set()
    for section in reader.outline.sections:
        numbered.add(section.span.start)
        items[section.parent].append(_item(reader, _ITEM, section.span.start + len(section.label)))
    for paragraph in reader.outline.paragraphs:
        if paragraph.kind == "body" and paragraph.span.start not in numbered:
            lines[paragraph.section].append(_item(reader, _LINE, paragraph.span.start))
    for groups in (items, lines):
        for path, children in groups.items():
            yield from _of_group(reader, reader.outline.section(path), children)


def _of_group(
    reader: UnitReader, heading: Section | None, children: list[_Item | None]
) -> Iterator[tuple[Span, Found]]:
    # what a standing body does (路长办公室职责) is its remit
    duties = (
        heading is not None
        and not reader.words.remit.search(heading.heading)
        and _DUTIES.search(heading.heading) is not None
    )
    headed = [child for child in children if child is not None]
    if not headed or not (duties or (len(headed) > 1 and 2 * len(headed) > len(children))):
        return
    for match, names in headed:
        helps = match["task"].lstrip().startswith(_HELPS)
        yield Span(*match.span(1)), Found(names, "cooperate" if helps else "responsible", "RSP-duty")


def _item(reader: UnitReader, pattern: re.Pattern[str], start: int) -> _Item | None:
    """The item that begins there, where its head names nothing but units beyond doubt."""
    match = pattern.match(reader.text, start)
    if match is None:
        return None
    words = reader.words
    names = [
        n for n in reader.names(Span(*match.span(1))) if words.is_unit(n.unit) and not words.is_person(n.unit)
    ]
    sure = names and all(words.is_strong(n.unit) or n.unit.startswith("各") for n in names)
    return _Item(match, names) if sure else None
