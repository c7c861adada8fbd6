"""A number with all that a step may look at: its phrase, its clause, its sentence, the headings above, the zone that it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.text.lines import is_in_brackets
from planlint.text.lists import LIST_LINK

if TYPE_CHECKING:
    from planlint.model.mention import Quantity
    from planlint.model.zone import Zone
    from planlint.reading import HalfSentence, Reading

# How far left and right of a number a rule may look.
REACH = 80
# How far its own phrase goes.
_PHRASE = 20
_COUNTED = frozenset({"count", "area", "length", "mass", "energy", "share", "points", "money", "times"})
_FIGURE = re.compile("\\d")


@dataclass(frozen=True, slots=True)
class NumberInText:
    """One quantity of a half-sentence, and its surroundings as the rules' patterns see them (marks in full width).

    `before` and `after` reach to the ends of the half-sentence, but no farther than REACH; `scene` is what is decided already of the numbers
    to the left in the same half-sentence, role by role.
    """

    quantity: Quantity
    half: HalfSentence
    number: str
    before: str
    after: str
    clause: str
    sentence: str
    section: str
    zone: Zone

    @property
    def dimension(self) -> str:
        """What is counted or measured: count, money, share …"""
        return self.quantity.dimension

    @property
    def is_counted(self) -> bool:
        """Whether the number, in figures, counts or measures something: 300项, not 三个 and not a bare 300."""
        q = self.quantity
        return q.dimension in _COUNTED and q.unit is not None and _FIGURE.search(self.number) is not None

    @property
    def tense(self) -> str:
        """What the zone is: review, plan, norm or unknown."""
        return self.zone.tense

    def continues(self, before: Quantity) -> bool:
        """Whether the number, bare as it is, goes on with the list of 分别 that another one opens."""
        start = self.half.span.start
        between = self.sentence[before.span.end - start : self.quantity.span.start - start]
        return (
            self.quantity.comparator == "="
            and "分别" in self.sentence[: before.span.start - start]
            and LIST_LINK.fullmatch(between) is not None
        )

    def is_said_near(self, words: tuple[str, ...]) -> bool:
        """Whether one of some words stands in the number's own phrase: in it, right before or right behind."""
        phrase = self.before[-_PHRASE:] + self.number + self.after[: _PHRASE // 2]
        return any(word in phrase for word in words)

    @property
    def in_heading(self) -> bool:
        """Whether the number stands in a heading that is no sentence: （一）建成网点30个。 is both, and says what is to be done."""
        return self.half.paragraph.kind == "heading" and not self.sentence.rstrip().endswith("。")

    @property
    def in_brackets(self) -> bool:
        """Whether the number stands in a bracket that its half-sentence opens: 污水厂（0.8万吨/日）."""
        return is_in_brackets(self.sentence, self.quantity.span.start - self.half.span.start)


def number_in_text(reading: Reading, half: HalfSentence, quantity: Quantity) -> NumberInText:
    """One quantity with its surroundings."""
    text = reading.rule_text
    clause = reading.clause(half.span, quantity.number.start)
    start, end = quantity.span
    return NumberInText(
        quantity=quantity,
        half=half,
        number=text[start:end],
        before=text[max(half.span.start, start - REACH) : start],
        after=text[end : min(half.span.end, end + REACH)],
        clause=text[clause.start : clause.end],
        sentence=text[half.span.start : half.span.end],
        section=reading.headings(half.section),
        zone=reading.zones.at(quantity.number.start),
    )
