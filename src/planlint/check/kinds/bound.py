"""Numbers whose bound and verb contradict each other or say one thing twice: 控制在50起以上, 约10家左右, 下降2倍."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from planlint.check.reading import reading_of
from planlint.model.span import Span
from planlint.rulebook.options import Options, Regex, Rows, Ways
from planlint.text.han import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule

_FIGURE = r"\d[\d,.]*\s?[十百千万亿]{0,3}"
_UNIT = r"(?:%|[一-鿿]{1,5}?|[a-zA-Z/㎡]{1,5})"
# Behind 以下 the clause must end: 50家以下企业, 35岁以下青年 name a class.
_ENDS = r"(?=[，。；、）,;)\n]|和|及|$)"
# What may stand between a verb and its number, no other number or clause within.
_GAP = r"[^，。；：、,;:\d\n]{0,16}?"

OPTIONS = Ways(
    {
        "against-verb": Options(pairs=Rows(verbs=list[str], bounds=list[str], unless=Regex)),
        "doubled": Options(pairs=Rows(before=list[str], behind=list[str]), unless=Regex),
        "multiple": Options(verbs=list[str]),
    }
)


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The findings of one rule; `find` is `against-verb`, `doubled` or `multiple`."""
    ways = {"against-verb": _against_verb, "doubled": _doubled, "multiple": _multiple}
    yield from ways[rule.options["find"]](context, rule)


def _either(words: Sequence[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


@lru_cache(maxsize=8)
def _contradictions(
    pairs: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...],
) -> tuple[re.Pattern[str], ...]:
    return tuple(
        compiled(
            rf"(?P<verb>{_either(verbs)})(?P<gap>{_GAP})(?P<number>{_FIGURE})\s?{_UNIT}?(?P<bound>{_either(bounds)}){_ENDS}"
        )
        for verbs, bounds in pairs
    )


def _against_verb(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Verbs that go up with a ceiling, verbs that go down with a floor."""
    options = rule.options
    reading = reading_of(context)
    pairs = tuple((tuple(pair["verbs"]), tuple(pair["bounds"])) for pair in options["pairs"])
    excuses = [compiled(pair["unless"]) for pair in options["pairs"]]
    for pattern, excused in zip(_contradictions(pairs), excuses, strict=True):
        for match in pattern.finditer(reading.folded):
            clause = reading.clause_at(match.start())
            if clause is None or match.end() > clause.end + 1 or not context.says(match.start()):
                continue
            if not excused.search(reading.folded[clause.start : match.end()]):
                yield context.find(rule, Span(*match.span()), verb=match["verb"], bound=match["bound"])


@lru_cache(maxsize=8)
def _doubling(pairs: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(
        compiled(
            rf"(?P<before>{_either(before)})\s?{_FIGURE}\s?(?P<inner>[多余几]?)\s?[十百千万亿]{{0,3}}{_UNIT}?(?P<behind>{_either(behind)})"
            if not set(behind) & _INNER
            else rf"(?P<before>{_either(before)})\s?{_FIGURE}\s?(?P<behind>{_either(behind)})(?=[十百千万亿]{{0,3}}[一-鿿%])"
        )
        for before, behind in pairs
    )


_INNER = frozenset("多余")


def _doubled(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """A bound before the number and the same again behind it."""
    options: dict[str, Any] = rule.options
    pairs = tuple((tuple(pair["before"]), tuple(pair["behind"])) for pair in options["pairs"])
    excused = compiled(options["unless"])
    for pattern in _doubling(pairs):
        for match in pattern.finditer(context.text):
            lead = context.text[max(0, match.start() - 2) : match.end() + 1]
            if context.says(match.start()) and not excused.search(lead):
                yield context.find(
                    rule, _with_unit(context.text, match), before=match["before"], behind=match["behind"]
                )


def _with_unit(text: str, match: re.Match[str]) -> Span:
    """The match with the unit behind 余: 近100余家."""
    end = match.end()
    if match["behind"] in _INNER:
        tail = compiled(r"[十百千万亿]{0,3}[一-鿿%]").match(text, end)
        end = tail.end() if tail else end
    return Span(match.start(), end)


def _multiple(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Falls told in multiples: what falls by one multiple is nothing any more."""
    options = rule.options
    falls = compiled(
        rf"(?P<verb>{_either(options['verbs'])})(?:[了约近至到超]|将近|接近|超过|幅度?达到?){{0,2}}\s?(?P<n>\d+(?:\.\d+)?|[一二两三四五六七八九十数几]+)\s?(?:多|余)?倍"
    )
    for match in falls.finditer(context.text):
        if context.says(match.start()):
            yield context.find(rule, Span(*match.span()), verb=match["verb"])
