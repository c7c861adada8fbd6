"""What a promise of money lacks: 按利息的一定比例给予补贴 has no number, 最高给予20万元 only a cap, 按20%给予支持 no base."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.check.reading import reading_of
from planlint.model.span import Span
from planlint.rulebook.options import Default, Options, Regex, Ways
from planlint.text.han import compiled
from planlint.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from planlint.check.context import CheckContext
    from planlint.model.fact import Subsidy
    from planlint.model.finding import Finding, Level
    from planlint.rulebook.check_rule import CheckRule


# Without one of these a half-sentence promises no money.
_SOON = 60
# What opens a promise to others.
_OTHERS = ("对", "给", "支", "鼓")
_MONEY = compiled("[奖补贴助持额]")

OPTIONS = Ways(
    {
        "unquantified": Options(
            vague=Regex,
            promise=Regex,
            unless=Regex,
            sections=Regex,
            procedure=Regex,
            appeals=Regex,
            standard=Regex,
            most=Default(int, 6),
        ),
        "cap-only": Options(),
        "no-cap": Options(unless=Regex),
        "unclear-base": Options(pattern=Regex, unless=Regex, bases=Regex),
    }
)


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The findings of one rule; `find` is `unquantified`, `cap-only`, `no-cap` or `unclear-base`."""
    ways = {
        "unquantified": _unquantified,
        "cap-only": _cap_only,
        "no-cap": _no_cap,
        "unclear-base": _unclear_base,
    }
    yield from ways[rule.options["find"]](context, rule)


def _unquantified(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Vague words of money (error), and promises without any figure in their half-sentence (warning); of many the rest with the last."""
    most = rule.options["most"]
    found = list(_bare_promises(context, rule))
    yield from (context.find(rule, span, level=level) for span, level in found[: most - 1])
    if len(found) >= most:
        span, level = found[most - 1]
        yield context.find(rule, span, level=level, related=[other for other, _ in found[most:]])


def _bare_promises(context: CheckContext, rule: CheckRule) -> Iterator[tuple[Span, Level | None]]:
    reading = reading_of(context)
    options = rule.options
    vague, promise = compiled(options["vague"]), compiled(options["promise"])
    unless, exempt = compiled(options["unless"]), compiled(options["sections"])
    excused, appeals, standard = (compiled(options[key]) for key in ("procedure", "appeals", "standard"))
    for half, sentence in reading.halves():
        words = reading.folded[half.start : half.end]
        if _MONEY.search(words) is None or exempt.search(reading.headings(sentence.section)):
            continue
        for pattern, level in ((vague, None), (promise, "warning")):
            match = pattern.search(words)
            if match is None:
                continue
            clause = reading.clause_at(half.start + match.start()) or half
            if unless.search(reading.folded[clause.start : clause.end]) or excused.search(words):
                continue
            if appeals.search(reading.folded[sentence.span.start : half.start + match.start()]):
                continue  # what a higher level asks of a lower one is no promise of its own
            behind = Span(sentence.span.end, min(sentence.span.end + _SOON, sentence.paragraph.span.end))
            if standard.search(reading.folded[half.start + match.end() : behind.end]):
                continue
            goes_on = level is not None and not reading.folded.startswith(_OTHERS, behind.start)
            if goes_on and any(f.unit == "元" for f in reading.figures.within(behind)):
                continue  # 按演出规模给予奖励。单场售票5000人的，给予3万元
            rest = Span(half.start, sentence.span.end if level is None else half.end)
            # a ceiling in yuan does not say what 一定比例 is
            units = ("%", "倍") if "比例" in match.group() else ("元", "%", "倍")
            if any(f.unit in units or f.unit.startswith(units) for f in reading.figures.within(rest)):
                continue
            start = half.start + match.start() if level else clause.start
            end = max(half.start + match.end(), clause.end if level is None else 0)
            span = _trimmed(reading.text, Span(start, end))
            yield span, "warning" if level else None
            break


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    return Span(
        span.start + len(words) - len(words.lstrip()),
        span.end - (len(words) - len(words.rstrip("，。；：,;: \n"))),
    )


def _cap_only(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Sums with a ceiling and nothing that says how much below it, and ceilings that are no multiple of the unit price."""
    for span, group in _by_place(context).items():
        first = group[0]
        bare = all(
            s.cap is not None and s.amount is None and s.rate is None and s.amount_min is None for s in group
        )
        if (bare and first.per is None and first.cap is not None) or (
            first.cap and first.amount and first.per and first.cap % first.amount
        ):
            yield context.find_source(rule, span, cap=_money(first.cap))


def _no_cap(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Rates that nothing bounds; what is waived as a whole has its bound in itself."""
    unless = compiled(rule.options["unless"])
    for span, group in _by_place(context).items():
        first = group[0]
        rates = [s.rate for s in group if s.rate is not None and s.rate < 1]
        if (
            rates
            and all(s.cap is None and s.amount is None for s in group)
            and not unless.search(first.quote)
        ):
            yield context.find_source(rule, span, pct=f"{(rates[0] * 100).normalize():f}%")


def _by_place(context: CheckContext) -> dict[Span, list[Subsidy]]:
    places: dict[Span, list[Subsidy]] = defaultdict(list)
    for subsidy in context.extraction.subsidies:
        places[subsidy.span].append(subsidy)
    return places


def _money(value: Decimal) -> Text:
    for size, code in ((10**8, "finding.yi_yuan"), (10**4, "finding.wan_yuan")):
        if value >= size:
            return Text.of(code, n=f"{(value / size).normalize():f}")
    return Text.of("finding.yuan", n=f"{value.normalize():f}")


def _unclear_base(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """A rate right behind 按 or 给予 whose base no word of the half-sentence names."""
    reading = reading_of(context)
    options = rule.options
    bare, based, named = (compiled(options[key]) for key in ("pattern", "unless", "bases"))
    for half, sentence in reading.halves():
        words = reading.folded[half.start : half.end]
        if "%" not in words and "％" not in words:
            continue
        # the base may stand in an earlier clause: 属于地方留用的土地价款，三星级按60%奖励
        whole = reading.folded[sentence.span.start : half.end]
        for match in bare.finditer(words):
            if based.search(words) or named.search(whole[: len(whole) - len(words) + match.start()]):
                break
            yield context.find(
                rule, Span(half.start + match.start(), half.start + match.end()), pct=match["rate"]
            )
