"""Parallel lists: 国家级、省级、市级分别给予100万元、50万元 has three objects and two sums."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.check.audit.items import count_items, number_of
from planlint.check.reading import reading_of
from planlint.model.span import Span
from planlint.rulebook.options import Options, Regex, Ways
from planlint.text.han import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.audit.figures import Figure
    from planlint.check.context import CheckContext
    from planlint.check.reading import DocumentReading
    from planlint.model.finding import Finding
    from planlint.rulebook.check_rule import CheckRule

_LINK = compiled(r"\s*(?:、|和|及|与|，|,|以及|/)\s*(?:[<>≥≤约]|不低于|不少于|不超过|最高)?\s*")
_TIER = "(?:国家|省|自治区|市|区|县|镇|乡|校|院|州|部)"
_TIERS = compiled(f"{_TIER}(?:级|部级)?(?:[、和及或与](?:{_TIER})(?:级)?)+")
_GRADE = compiled("[特一二三四五六]、?(?:[、和及][一二三四五六特])*")
_RUNS = compiled("(?<![第十百])(?P<run>[一二三四五]{2,4})(?=产|等|级|期|季)")
_YEARS = compiled("前?(?P<n>[二两三四五2-5])(?:个)?年|(?P<m>[二两三四五六2-6])(?:个|类|档|种|项|级|大|家|等)")
_GIVES = compiled("给予|予以|奖励|补贴|补助|资助|奖补|支持")
_APART = compiled("分别|依次|各自|各(?=给|奖|补)|按.{0,6}顺序|逐年|分档")

OPTIONS = Ways({"unequal": Options(), "no-respectively": Options(), "range-unit": Options(pattern=Regex)})


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The findings of one rule; `find` is `unequal`, `no-respectively` or `range-unit`."""
    ways = {"unequal": _unequal, "no-respectively": _no_respectively, "range-unit": _range_unit}
    yield from ways[rule.options["find"]](context, rule)


def _unequal(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    reading = reading_of(context)
    for half, _ in reading.halves():
        words = reading.folded[half.start : half.end]
        at = words.find("分别")
        if at < 0 or words.find("分别", at + 1) >= 0:
            continue
        behind = Span(half.start + at + 2, half.end)
        run = _run_behind(reading, behind)
        if len(run) < 2:
            continue
        objects = words[:at]
        counts = _object_counts(objects)
        # 7000万吨、1280万吨、10亿立方米: a run may change its unit
        if not counts or counts & {len(run), len(_run_behind(reading, behind, any_unit=True))}:
            continue
        span = Span(half.start + _opening(objects), run[-1].span.end)
        yield context.find(rule, span, n=min(counts, key=lambda n: abs(n - len(run))), m=len(run))


def _run_behind(reading: DocumentReading, span: Span, *, any_unit: bool = False) -> list[Figure]:
    """The first list of figures of one unit: 40万元、20万元."""
    run: list[Figure] = []
    for figure in _with_bare(reading, span):
        if run and not (
            _LINK.fullmatch(reading.text[run[-1].span.end : figure.span.start])
            and (any_unit or figure.unit == run[-1].unit)
        ):
            break
        if not run and figure.span.start - span.start > 24:
            break
        run.append(figure)
    return run


def _with_bare(reading: DocumentReading, span: Span) -> list[Figure]:
    """The figures of a stretch, the numbers of a list that borrow the unit of the one behind them (30、20、10万元) with them."""
    figures = reading.figures.within(span)
    if not figures:
        return figures
    from planlint.check.audit.figures import Figure

    first = figures[0]
    head = re.search(r"(?:\d+(?:\.\d+)?(?:、|和|及|，|,))+$", reading.text[span.start : first.span.start])
    if head is None:
        return figures
    bare = [
        Figure(
            Span(span.start + head.start() + m.start(), span.start + head.start() + m.end()),
            first.value,
            first.unit,
            "",
        )
        for m in re.finditer(r"\d+(?:\.\d+)?", head.group())
    ]
    return [*bare, *figures]


def _object_counts(objects: str) -> set[int]:
    """Every number of objects that the words before 分别 can be read as; empty where they name no list at all."""
    clauses = [c for c in re.split("[，：]", objects) if c.strip()]
    listing = [c for c in clauses if re.search("[、]|和|及|与", c)]
    if not listing:
        return set()
    counts: set[int] = set()
    total_least = total_most = 0
    for clause in clauses:
        count = count_items(clause)
        if clause in listing:
            counts |= set(range(count.least, count.most + 1))
            # 国际性、全国性主办的会议、会展、竞赛: the adjectives may be the objects
            parts = [count_items(part) for part in re.split("的|等", clause)]
            counts |= {n for part in parts for n in range(part.least, part.most + 1)}
            total_least, total_most = total_least + count.least, total_most + count.most
        counts |= {len(re.findall(_TIER, m.group())) for m in _TIERS.finditer(clause)}
        counts |= {len(re.findall("[特一二三四五六]", m.group())) for m in _GRADE.finditer(clause)}
        counts |= {len(m["run"]) + count.least - 1 for m in _RUNS.finditer(clause)}
        counts |= {n for m in _YEARS.finditer(clause) if (n := number_of(m["n"] or m["m"])) is not None}
        counts |= {2 * count.least} if re.search("城乡|男女|东西|南北|进出口", clause) else set()
    if total_most:
        counts |= set(range(total_least, total_most + 1))
        # the clauses may be parallel objects themselves: 对甲，对乙、丙，分别
        counts |= {len(clauses)}
    return counts - {0, 1}


def _opening(objects: str) -> int:
    cut = max(objects.rfind("对"), 0)
    return cut if "、" in objects[cut:] or "和" in objects[cut:] else 0


def _no_respectively(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Two or more sums or rates in a row over as many objects, with nothing that says which is whose."""
    reading = reading_of(context)
    for half, _ in reading.halves():
        words = reading.folded[half.start : half.end]
        if "、" not in words or _GIVES.search(words) is None or _APART.search(words):
            continue
        run = _first_run(reading, half)
        if len(run) < 2 or run[0].unit not in ("元", "%"):
            continue
        before = words[: run[0].span.start - half.start]
        if len(run) not in _object_counts(before) or not _GIVES.search(
            before + words[run[-1].span.end - half.start :]
        ):
            continue
        verb = next((m.start() for m in reversed(list(_GIVES.finditer(before)))), None)
        start = half.start + verb if verb is not None else run[0].span.start
        clause = reading.clause_at(run[-1].span.start) or half
        end = max(run[-1].span.end, clause.end)
        while end > run[-1].span.end and reading.folded[end - 1] in "，。；：":
            end -= 1
        yield context.find(rule, Span(start, end), n=len(run))


def _first_run(reading: DocumentReading, half: Span) -> list[Figure]:
    run: list[Figure] = []
    for figure in reading.figures.within(half):
        gap = reading.text[run[-1].span.end : figure.span.start] if run else ""
        if "、" in gap and figure.unit == run[-1].unit and _LINK.fullmatch(gap):
            run.append(figure)
            continue
        if len(run) >= 2:
            return run
        run = [figure]
    return run if len(run) >= 2 else []


def _range_unit(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """`50-100万元`: the first number of a range of money lacks its 万 and its unit."""
    reading = reading_of(context)
    pattern = compiled(rule.options["pattern"])
    for match in pattern.finditer(reading.text):
        sentence = reading.sentence_at(match.start())
        if sentence is None or match.end() > sentence.span.end:
            continue
        unit = match["unit"].strip()
        fixed = f"{match['low']}{unit}—{match['high']}{unit}"
        span = Span(*match.span())
        edits = context.edit(span, fixed)
        yield context.find(rule, span, edits=edits, fix=fixed, a=match["low"], b=match["high"])
