"""Names that the document makes for itself: （以下简称“高新区”） with what stands before it, and the place whose plan it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.model.terms import ShortName
from planlint.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.document import CleanText
    from planlint.model.fact import DocumentData
    from planlint.rulebook import Rulebook

# （以下简称“高新区”）, （下称高新区）, （以下统称为“基地”）
_SAID = re.compile(
    "[（(](?:以下|下文|下面)?(?:简称|统称|合称|并称|下称)(?:为)?[“\"'‘「《]?(?P<short>[^，。；：”\"'’」》（）()\n]{2,20})[”\"'’」》]?[）)]"
)
_CUTS = "，,。；;：:！？\n（）()“”、 "
_LONGEST = 50
_TITLE = re.compile("《([^《》]{2,60})》$")
_PLACE = re.compile(f"^({HAN}{{2,8}}?(?:省|自治区|市|自治县|县|区|州|旗|镇|乡))(?![长委])")


def find_short_names(clean: CleanText, rules: Rulebook) -> Iterator[ShortName]:
    """What is short for what. The full name begins at the clause, or behind the verb or preposition that leads to it."""
    text = clean.text
    leads = tuple(rules.words("short_names")["leads"])
    for match in _SAID.finditer(text):
        low = max(0, match.start() - _LONGEST)
        title = _TITLE.search(text, low, match.start())
        if title is not None:
            yield ShortName(match["short"], title.group(1), Span(title.start(), match.end()))
            continue
        start = max(text.rfind(mark, low, match.start()) for mark in _CUTS) + 1
        start = max(start, low)
        start = max(
            [
                start,
                *(at + len(lead) for lead in leads if (at := text.rfind(lead, start, match.start())) >= 0),
            ]
        )
        full = text[start : match.start()]
        if len(full) > len(match["short"]):
            yield ShortName(match["short"], full, Span(start, match.end()))


def place_of(document: DocumentData) -> str | None:
    """The place that the title opens with, else the issuer: 澄江区科创载体行动方案 is of 澄江区."""
    for name in (document.title, document.issuer):
        match = _PLACE.match(name) if name else None
        if match is not None:
            return match.group(1)
    return None
