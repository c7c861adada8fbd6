"""What a target lacks: 建设160套人才公寓 has no deadline, 增加值所占比重不低于70% no denominator, 发展目标 without a number is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.check.reading import PlacedTarget, reading_of
from planlint.rulebook.options import Default, Options, Regex, Ways
from planlint.text.han import compiled
from planlint.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.check.context import CheckContext
    from planlint.check.reading import DocumentReading
    from planlint.model.document import Section
    from planlint.model.finding import Finding, Level
    from planlint.model.span import Span
    from planlint.rulebook.check_rule import CheckRule


_DIGIT = re.compile(r"\d")
_TIME = compiled("20\\d\\d年|年[底末内]|月底|季度|时限|每[年月]|期间|长期|今年|明年|持续")
_TIME_UNITS = frozenset({"年", "月", "日", "天", "周", "届", "次", "小时"})

OPTIONS = Ways(
    {
        "no-deadline": Options(schemas=list[str], unless=Regex),
        "no-denominator": Options(schemas=list[str], pattern=Regex, unless=Regex, named=Regex),
        "no-number": Options(schemas=list[str], pattern=Regex, unless=Regex),
        "soft": Options(schemas=list[str], words=list[str]),
        "mixed": Options(schemas=list[str], pattern=Regex, least=Default(int, 4)),
        "scope": Options(schemas=list[str], pattern=Regex, unless=Regex, units=list[str]),
    }
)


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The findings of one rule; `find` says which lack."""
    ways = {
        "no-deadline": _no_deadline, "no-denominator": _no_denominator, "no-number": _no_number, "soft": _soft,
        "mixed": _mixed, "scope": _scope,
    }  # fmt: skip
    yield from ways[rule.options["find"]](context, rule)


def _is_plan(rule: CheckRule, reading: DocumentReading) -> bool:
    """Whether the plan is of a kind that the rule is about; a plan without a known kind is not."""
    schema = reading.schema
    return schema is not None and schema.id in rule.options["schemas"]


def _no_deadline(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Targets that no time governs, in a plan that has no period to end with; one finding a sentence."""
    reading = reading_of(context)
    if context.period is not None or not _is_plan(rule, reading):
        return
    unless = compiled(rule.options["unless"])
    # said again in a task, an indicator keeps the time that the goals give it
    dated = {p.fact.indicator for p in reading.targets if p.fact.deadline is not None}
    # where others are dated, an undated one may be meant by the same time: only told
    level: Level | None = "info" if dated else None
    for group in _by_sentence(reading.targets):
        late = [
            p for p in group
            if p.fact.value is not None and _DIGIT.search(p.fact.quote) and p.fact.deadline is None and p.fact.indicator not in dated and p.fact.recurrence is None and not unless.search(_words(reading, p.span))
            and not unless.search(reading.headings(p.sentence.section if p.sentence else None))
        ]  # fmt: skip
        if late and not _timed(reading, late[0]):
            yield context.find(
                rule,
                late[0].span,
                related=[p.span for p in late[1:]],
                level=level,
                # 培训200人次 counts no noun: then its own words name it
                indicator=tuple(p.fact.indicator or p.fact.quote for p in late[:3]),
            )


def _timed(reading: DocumentReading, placed: PlacedTarget) -> bool:
    """Whether a time stands in the target's paragraph or in the line behind it (完成时限：…)."""
    if placed.sentence is None:
        return False
    span = placed.sentence.paragraph.span
    stop = reading.folded.find("\n", span.end + 1)
    return _TIME.search(reading.folded, span.start, stop if stop >= 0 else len(reading.folded)) is not None


def _words(reading: DocumentReading, span: Span) -> str:
    clause = reading.clause_at(span.start) or span
    return reading.folded[min(clause.start, span.start) : max(clause.end, span.end)]


def _by_sentence(targets: Iterable[PlacedTarget]) -> Iterator[list[PlacedTarget]]:
    group: list[PlacedTarget] = []
    for placed in targets:
        if group and placed.sentence is not group[-1].sentence:
            yield group
            group = []
        group.append(placed)
    if group:
        yield group


def _no_denominator(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """A share whose clause names what it is a share of nowhere."""
    reading = reading_of(context)
    if not _is_plan(rule, reading):
        return
    options = rule.options
    share, whole, named = (
        compiled(options["pattern"]),
        compiled(options["unless"]),
        compiled(options["named"]),
    )
    for placed in reading.targets:
        if placed.fact.unit != "%" or placed.sentence is None or placed.fact.placeholder:
            continue
        clause = reading.clause_at(placed.span.start) or placed.span
        start = min(clause.start, placed.span.start)
        words = reading.folded[start : placed.span.end]
        if share.search(words) and not whole.search(words):
            # 护理型床位占比 leaves its whole to be guessed; 所占比重 does not even let one guess
            yield context.find(rule, placed.span, level="info" if named.search(words) else None)


def _no_number(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """A section about goals in whose text, its sub-sections' included, no target stands."""
    reading = reading_of(context)
    if not _is_plan(rule, reading):
        return
    options = rule.options
    named, exempt = compiled(options["pattern"]), compiled(options["unless"])
    held = {p.fact.section for p in reading.targets}
    goals = [s for s in context.outline.sections if named.search(s.heading) and not exempt.search(s.heading)]
    for section in goals:
        if any(parent in goals for parent in context.outline.ancestors(section)[1:]):
            continue
        paths = {
            section.path,
            *(s.path for s in context.outline.sections if s.path.startswith(f"{section.path}|")),
        }
        if not paths & held and not _numbers_in(reading, context, section):
            yield context.find(rule, section.span, title=section.heading)


def _numbers_in(reading: DocumentReading, context: CheckContext, section: Section) -> bool:
    """Whether a figure stands in a section: then the extraction may have missed a target, and nothing is said."""
    inside = [section, *(s for s in context.outline.sections if s.path.startswith(f"{section.path}|"))]
    figures = (f for s in inside for f in reading.figures.within(s.body))
    return any(figure.unit not in _TIME_UNITS for figure in figures)


def _soft(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Targets softened by 力争, 争取, 努力: one finding for each softening word."""
    reading = reading_of(context)
    if not _is_plan(rule, reading):
        return
    words = rule.options["words"]
    soft = compiled("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    seen: set[int] = set()
    for placed in reading.targets:
        if not placed.fact.aspirational or placed.sentence is None:
            continue
        found = list(soft.finditer(reading.text, placed.sentence.span.start, placed.span.end))
        if found and found[-1].start() not in seen:
            seen.add(found[-1].start())
            yield context.find(
                rule,
                placed.span._replace(start=min(found[-1].start(), placed.span.start)),
                word=found[-1].group(),
            )


def _mixed(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """A sentence whose targets are bounded in many ways, or one indicator counted in two measure words."""
    reading = reading_of(context)
    if not _is_plan(rule, reading):
        return
    bounds = compiled(rule.options["pattern"])
    least = rule.options["least"]
    for group in _by_sentence(reading.targets):
        if len(group) < least:
            continue
        kinds: dict[str, PlacedTarget] = {}
        for placed in group:
            match = bounds.search(
                reading.text, placed.span.start, min(placed.span.end + 2, len(reading.text))
            )
            kinds.setdefault(match.group() if match else "", placed)
        if len(kinds) >= least:
            odd = list(kinds.values())
            yield context.find(
                rule,
                odd[-1].span,
                related=[p.span for p in odd[:-1]],
                list=tuple(kind or Text.of("finding.none") for kind in kinds),
            )
    yield from _two_measures(context, rule, reading)


def _two_measures(context: CheckContext, rule: CheckRule, reading: DocumentReading) -> Iterator[Finding]:
    first: dict[tuple[str | None, str], PlacedTarget] = {}
    for placed in reading.targets:
        key = (placed.fact.section, placed.fact.indicator)
        before = first.setdefault(key, placed)
        units = (before.fact.unit, placed.fact.unit)
        if units[0] != units[1] and all(
            unit is not None and len(unit) == 1 and unit not in "%元亩米吨" for unit in units
        ):
            yield context.find(
                rule,
                placed.span,
                related=[before.span],
                list=Text.of(
                    "finding.indicator_units", indicator=placed.fact.indicator, a=units[0], b=units[1]
                ),
            )


def _scope(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Targets of stock and flow at once (引进培育……40家): whether new or in all is not said; one finding a sentence."""
    reading = reading_of(context)
    if not _is_plan(rule, reading):
        return
    options = rule.options
    unclear, clear = compiled(options["pattern"]), compiled(options["unless"])
    for group in _by_sentence(reading.targets):
        found = []
        for placed in group:
            clause = reading.clause_at(placed.span.start) or placed.span
            words = reading.folded[min(clause.start, placed.span.start) : max(placed.span.end, clause.end)]
            if placed.fact.unit in options["units"] and unclear.search(words) and not clear.search(words):
                found.append(placed)
        if found:
            yield context.find(
                rule, found[0].span, related=[p.span for p in found[1:]], indicator=found[0].fact.indicator
            )
