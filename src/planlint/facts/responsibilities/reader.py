"""One document's units: its text with the words of its rulebook and its own place, asked by every way of naming units."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint.facts.responsibilities.names import names_of
from planlint.facts.responsibilities.words import unit_words
from planlint.model.span import Span
from planlint.rulebook.labels import label_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.facts.responsibilities.found import Name
    from planlint.facts.responsibilities.words import UnitWords
    from planlint.model.document import Outline
    from planlint.model.terms import Terms
    from planlint.reading.reading import Reading
    from planlint.rulebook import Rulebook
    from planlint.rulebook.labels import LabelWords

# Ends that several attributes share.
_SHARED = ("部门", "机构", "单位")
_LONGEST_ATTRIBUTE = 4


@dataclass(frozen=True, slots=True)
class UnitReader:
    """`own` is what names of the place begin with (云岭 of 云岭市): 云岭港 and 云岭移动 are units there."""

    text: str
    outline: Outline
    terms: Terms
    words: UnitWords
    labels: LabelWords
    own: str

    def names(self, span: Span) -> list[Name]:
        """The names in a stretch that holds a list. 医保、医疗、医药主管部门 is one: what stands before the last are its attributes."""
        names = names_of(self.text, span, self.words, self.labels)
        if (
            len(names) > 1
            and names[-1].unit.endswith(_SHARED)
            and all(self._is_attribute(name) for name in names[:-1])
        ):
            whole = Span(names[0].span.start, names[-1].span.end)
            return [
                replace(names[-1], unit=self.text[whole.start : whole.end], span=whole, rank=names[0].rank)
            ]
        return names

    def _is_attribute(self, name: Name) -> bool:
        return len(name.unit) <= _LONGEST_ATTRIBUTE and not self.is_unit(name.unit)

    def is_unit(self, name: str) -> bool:
        """Whether a name ends as units do or begins as the place does."""
        return self.words.is_unit(name) or (bool(self.own) and name.startswith(self.own))

    def is_list(self, names: Sequence[Name]) -> bool:
        """Whether most of the names are units and the others could be, as companies are; one must be a unit beyond doubt or have a role."""
        words = self.words
        units = sum(self.is_unit(name.unit) for name in names)
        certain = any(
            n.role is not None
            or words.is_strong(n.unit)
            or (n.unit.startswith("各") and words.is_unit(n.unit))
            for n in names
        )
        return (
            bool(names) and certain and 2 * units >= len(names) and all(words.could_be(n.unit) for n in names)
        )


def unit_reader(reading: Reading, rules: Rulebook) -> UnitReader:
    """The reader of one document."""
    place = reading.terms.place or ""
    own = place[:-1] if len(place) > 2 else ""
    return UnitReader(
        reading.clean.text, reading.outline, reading.terms, unit_words(rules), label_words(rules), own
    )
