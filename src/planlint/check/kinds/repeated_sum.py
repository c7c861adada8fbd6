"""One sum told in two sizes: 总投资1.2亿元 and later 总投资1.2万元, 5000万元 that becomes 5000元."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from planlint.check.reading import reading_of
from planlint.rulebook.options import Options, Regex
from planlint.text.han import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.audit.figures import Figure
    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook.check_rule import CheckRule

# The words right before a number, its bound taken off: what the sum is of.
_BEFORE = compiled("[一-鿿]{4,12}$")
_BOUND = re.compile("(?:不少于|不低于|不超过|达到|超过|突破|约为|共计|合计|达|约|超|为|至|到|近)+$")
_KEY = 4
_NUMBER = re.compile(r"\d[\d.,]+")

OPTIONS = Options(generic=Regex)


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Sums with the same words before them and the same digits whose sizes differ by a factor of 万 or 亿."""
    reading = reading_of(context)
    generic = compiled(rule.options["generic"])
    first: dict[tuple[str, str, str], Figure] = {}
    # only a number that stands twice can stand in two sizes
    counted = Counter(_NUMBER.findall(reading.text))
    twice = frozenset(number for number, n in counted.items() if n > 1)
    for sentence in reading.sentences:
        if twice.isdisjoint(_NUMBER.findall(reading.text, *sentence.span)):
            continue
        for figure in reading.figures.within(sentence.span):
            number = re.match(r"[\d.,]+", reading.text[figure.span.start : figure.span.end])
            key = _key(reading.folded, sentence.span.start, figure.span.start)
            if number is None or key is None or len(number.group()) < 2 or generic.search(key):
                continue
            same = (key, number.group(), figure.unit)
            before = first.setdefault(same, figure)
            if before.value != figure.value:
                a, b = (reading.text[f.span.start : f.span.end] for f in (before, figure))
                yield context.find(rule, figure.span, related=[before.span], key=key, a=a, b=b)


def _key(text: str, start: int, at: int) -> str | None:
    bare = _BOUND.sub("", text[max(start, at - 16) : at].rstrip())
    match = _BEFORE.search(bare)
    return match.group()[-6:] if match is not None and len(match.group()) >= _KEY else None
