"""Parts and totals: 总面积1245亩，其中……390亩、372亩、493亩 do not add up; a share of 120% is more than the whole."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from planlint.check.audit.totals import mismatches
from planlint.check.reading import reading_of
from planlint.rulebook.options import Default, Options, Regex, Ways
from planlint.text.han import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.audit.figures import Figure
    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook.check_rule import CheckRule

_LEAST_SHARES = 2
# A little more than a hundred is rounding.
_WHOLE = Decimal("100.5")

OPTIONS = Ways(
    {
        "total": Options(tolerance=Default(int | float, 0)),
        "share": Options(pattern=Regex),
        "whole": Options(opens=Regex, share=Regex),
    }
)


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The findings of one rule; `find` is `total`, `share` or `whole`."""
    options = rule.options
    yield from {"total": _totals, "share": _shares, "whole": _wholes}[options["find"]](context, rule)


def _totals(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    reading = reading_of(context)
    tolerance = Decimal(str(rule.options["tolerance"]))
    for sentence in reading.sentences:
        for found in mismatches(reading.text, sentence.span, reading.figures, tolerance):
            total, scale = _printed(reading.text, found.total)
            yield context.find(
                rule, found.span, related=[found.total.span, *(p.span for p in found.parts)],
                sum=_plain(found.sum / scale), total=total, unit=found.total.unit,
            )  # fmt: skip


def _printed(text: str, figure: Figure) -> tuple[str, Decimal]:
    """The number of a figure as printed, and what one of its units of print is worth: 3万元 is `3万`, 10000."""
    words = text[figure.span.start : figure.span.end]
    match = re.match(r"[\d.,]+", words)
    number = match.group().replace(",", "") if match else "1"
    scale = figure.value / Decimal(number) if Decimal(number) else Decimal(1)
    return _plain(figure.value / scale), scale


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _shares(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Shares above 100 %, where the words before say that it is a share of a whole."""
    reading = reading_of(context)
    options = rule.options
    share = compiled(options["pattern"])
    for sentence in reading.sentences:
        if "%" not in reading.text[sentence.span.start : sentence.span.end]:
            continue
        for figure in reading.figures.within(sentence.span):
            if figure.unit != "%" or figure.value <= 100:
                continue
            clause = reading.clause_at(figure.span.start) or sentence.span
            match = share.search(reading.folded, clause.start, figure.span.start)
            if match is not None:
                yield context.find(
                    rule, figure.span._replace(start=match.start()), value=_plain(figure.value)
                )


def _wholes(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Shares of one whole that come to more than the whole: 其中工业占60%、农业占30%、服务业占20%."""
    reading = reading_of(context)
    options = rule.options
    opens, share = compiled(options["opens"]), compiled(options["share"])
    for half, _ in reading.halves():
        opening = opens.search(reading.folded, half.start, half.end)
        if opening is None:
            continue
        parts: list[Figure] = []
        at = opening.start()
        for figure in reading.figures.within(half):
            if (
                figure.unit == "%"
                and figure.span.start > at
                and share.search(reading.folded, at, figure.span.start)
            ):
                parts.append(figure)
                at = figure.span.end
        whole = sum((part.value for part in parts), Decimal(0))
        if len(parts) >= _LEAST_SHARES and whole > _WHOLE and not any(part.bound == "<" for part in parts):
            span = parts[0].span._replace(end=parts[-1].span.end)
            yield context.find(rule, span, related=[part.span for part in parts], sum=_plain(whole))
