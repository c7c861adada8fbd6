"""Parts against their total: 总面积1245亩，其中甲390亩、乙372亩、丙483亩 adds up; 其中甲400亩、…… does not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.audit.figures import Figure, Figures

# What opens the parts behind a total; the second group says that the parts are all there is.
_OPENS = re.compile("(?P<some>其中)|(?P<all>包括|包含|分为|分别为|分别是)")
_SUMS = re.compile(r"(?:共计|合计|总计|一共|累计共|共)(?:约|有|为|达)?\s?$")
# A part's clause opens with no verb of its own: ……，引进企业200家 begins another matter.
_OTHER = re.compile(
    "[，,；;]\\s*(?:并|且|同时|到|至|力争|争取|确保|新增|新建|新引进|引进|培育|建设|建成|打造|实现|推动|推进|形成|设立|完成|带动|组织|开展|举办|累计|总|年|全[市省县区]|平均|人均|较|比|同比|增长)"
)
_DIGITS = re.compile(r"\d+")
_WITHIN = 30
# Parts that come to less than this share of the total are some of it, not all.
_NEARLY = Decimal("0.9")
_LEAST_PARTS = 3


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A total and parts that cannot both be right; `total` and `parts` are figures of the text."""

    total: Figure
    parts: tuple[Figure, ...]
    sum: Decimal

    @property
    def span(self) -> Span:
        """From the first to the last of the figures."""
        figures = (self.total, *self.parts)
        return Span(min(f.span.start for f in figures), max(f.span.end for f in figures))


def mismatches(
    text: str, sentence: Span, figures: Figures, tolerance: Decimal = Decimal(0)
) -> Iterator[Mismatch]:
    """The totals of one sentence that their parts contradict; `tolerance` is the share of the total that may be missing or over."""
    words = text[sentence.start : sentence.end]
    if not any(word in words for word in ("其中", "包括", "包含", "分", "共", "合计", "总计")):
        return
    if len(_DIGITS.findall(words)) < 2 or not (_OPENS.search(words) or "共" in words or "计" in words):
        return
    here = figures.within(sentence)
    if len(here) < 2:
        return
    for match in _OPENS.finditer(text, sentence.start, sentence.end):
        found = _behind(text, here, match, tolerance)
        if found is not None:
            yield found
    yield from _before(text, here, tolerance)


def _behind(text: str, figures: list[Figure], opens: re.Match[str], tolerance: Decimal) -> Mismatch | None:
    total = _total(text, figures, opens.start())
    if (
        total is None
        or "每" in text[max(0, total.span.start - 6) : total.span.start]
        or opens.start() - total.span.end > _WITHIN
        or re.search("[。；;]", text[total.span.end : opens.start()])
    ):
        return None
    if opens["all"] and re.search("[，,]", text[total.span.end : opens.start()].strip("，,（( ")):
        return None
    parts = _parts(text, figures, opens.end(), total)
    if not parts:
        return None
    if opens["some"]:
        return _judge_some(total, parts, tolerance)
    last = parts[-1].span.end
    if (
        len(parts) < 2
        or "等" in text[last : last + 8]
        or re.search("[，,；;]", text[opens.end() : parts[0].span.start])
    ):
        return None
    return _judge_all(total, parts, tolerance)


def _total(text: str, figures: list[Figure], at: int) -> Figure | None:
    """The figure right before `at`; of a list (甲1000个、乙300个，其中……) the greatest, for the parts may be of any."""
    before = [f for f in figures if f.span.end <= at]
    if not before:
        return None
    total = nearest = before[-1]
    for figure in reversed(before[:-1]):
        gap = text[figure.span.end : nearest.span.start]
        if figure.unit != total.unit or "、" not in gap or re.search("[，,；;]", gap):
            break
        nearest = figure
        total = max(total, figure, key=lambda f: f.value)
    return total


def _parts(text: str, figures: list[Figure], at: int, total: Figure) -> tuple[Figure, ...]:
    """The figures behind `at` that may be parts: of the total's unit, up to where another matter begins."""
    parts: list[Figure] = []
    for figure in (f for f in figures if f.span.start >= at):
        gap = text[at : figure.span.start]
        if (parts and _OTHER.search(gap)) or "其中" in gap or len(gap) > _WITHIN + 10:
            break
        at = figure.span.end
        if figure.unit == total.unit:
            if figure.value > total.value and parts:
                break
            parts.append(figure)
        elif not parts:
            break
    return tuple(parts)


def _judge_some(total: Figure, parts: tuple[Figure, ...], tolerance: Decimal) -> Mismatch | None:
    if total.unit in ("%", "个百分点", "百分点", "倍", "‰") or total.bound == ">":
        # a share of the whole and the share of a part are no parts of each other
        return None
    first = parts[0]
    if first.value > total.value * (1 + tolerance):
        return Mismatch(total, (first,), first.value)
    whole = sum((p.value for p in parts), Decimal(0))
    if len(parts) >= 2 and whole > total.value * (1 + tolerance):
        return Mismatch(total, parts, whole)
    nearly_all = len(parts) >= _LEAST_PARTS and total.value * _NEARLY <= whole
    if nearly_all and whole < total.value * (1 - tolerance) and not any(p.bound == ">" for p in parts):
        return Mismatch(total, parts, whole)
    return None


def _judge_all(total: Figure, parts: tuple[Figure, ...], tolerance: Decimal) -> Mismatch | None:
    if total.unit in ("个百分点", "百分点", "倍") or total.bound in ("<", ">") or any(p.bound for p in parts):
        return None
    whole = sum((p.value for p in parts), Decimal(0))
    if abs(whole - total.value) > total.value * tolerance:
        return Mismatch(total, parts, whole)
    return None


def _before(text: str, figures: list[Figure], tolerance: Decimal) -> Iterator[Mismatch]:
    """`甲12个、乙13个，共计25个`: the parts stand before their total."""
    for i, total in enumerate(figures):
        start = figures[i - 1].span.end if i else 0
        link = text[start : total.span.start] if i >= 2 else ""
        if not link or len(link) > 6 or _SUMS.search(link) is None:
            continue
        parts: list[Figure] = []
        for figure in reversed(figures[:i]):
            gap = text[figure.span.end : parts[-1].span.start] if parts else ""
            if figure.unit != total.unit or len(gap) > _WITHIN or re.search("[；;。]|共|合计|其中", gap):
                break
            parts.append(figure)
        parts.reverse()
        if len(parts) >= 2:
            found = _judge_all(total, tuple(parts), tolerance)
            if found is not None:
                yield found
