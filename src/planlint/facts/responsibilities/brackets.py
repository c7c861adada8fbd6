"""Lists of units in brackets and behind labels: `（责任单位：甲局、乙局）`, `（甲局牵头，乙局配合）`, `责任单位：甲局`, `（甲局、乙局）`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.facts.responsibilities.claims import UnitClaim
from planlint.facts.responsibilities.lists import ListReading, read_list
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.facts.responsibilities.layout import LabelAt, Layout
    from planlint.facts.responsibilities.vocabulary import Agencies
    from planlint.model.fact import Role

_LIST_TOKEN = re.compile(r"[（(〔\[【）)〕\]】。\n]")
_OPEN = "（(〔[【"
_LONGEST_LIST = 900
_BOUNDARY = "（(〔[【；;，,、。：: \n！？!?”）)】]"


def find_lists(layout: Layout, words: Agencies) -> Iterator[tuple[Span, list[UnitClaim]]]:
    """Every list with the stretch of text it takes up; labelled ones first where they start earlier."""
    done = -1
    labels = iter(layout.labels)
    label = next(labels, None)
    for opened in sorted(layout.closes):
        while label is not None and label.match.start() < opened:
            found = _labelled(layout, label, words) if label.match.start() >= done else None
            if found:
                done = found[0].end
                yield found
            label = next(labels, None)
        if opened >= done and layout.depths[opened] < 2:
            bare = _bracket(layout, opened, words)
            if bare:
                done = bare[0].end
                yield bare
    while label is not None:
        found = _labelled(layout, label, words) if label.match.start() >= done else None
        if found:
            done = found[0].end
            yield found
        label = next(labels, None)


def _labelled(layout: Layout, label: LabelAt, words: Agencies) -> tuple[Span, list[UnitClaim]] | None:
    text, match = layout.text, label.match
    strict = not match["colon"].strip(" 为是")
    if not match["noun"] and (match["words"] not in words.bare_labels or strict):
        return None
    if (strict or not match["noun"]) and match.start() and text[match.start() - 1] not in _BOUNDARY:
        return None
    close = layout.closes.get(label.opened)
    if match["colon"][0] in "】]":
        close = None
    end = close if close is not None else _open_end(text, match.end(), layout.next_start(match.start()))
    span = Span(match.end(), min(end, match.end() + _LONGEST_LIST))
    if strict and not _opens_with_unit(text, span, words):
        return None
    word = next(w for size in (2, 3, 4) if (w := match["words"][:size]) in words.label_roles)
    reading = read_list(text, span, words.label_roles[word], words, closed=close is not None)
    return span, _claims(reading, match.start(), "RSP-bracket" if label.opened >= 0 else "RSP-line")


def _opens_with_unit(text: str, span: Span, words: Agencies) -> bool:
    first = re.match("[^、，,；;。\n（(]{2,30}", text[span.start : min(span.end, span.start + 40)])
    return first is not None and words.kind(first.group()) == "agency"


def _open_end(text: str, start: int, stop: int) -> int:
    """Where a list ends that no bracket closes: at a full stop, a finished line, a stray bracket or the next heading."""
    depth = 0
    stop = min(stop, start + _LONGEST_LIST)
    for match in _LIST_TOKEN.finditer(text, start, stop):
        mark = match.group()
        if mark in _OPEN:
            depth += 1
        elif mark == "。":
            return match.start()
        elif mark == "\n":
            if match.start() == start or text[match.start() - 1] not in "、，,；;：:（(":
                return match.start() if match.start() > start else stop
        elif depth == 0:
            return match.start()
        else:
            depth -= 1
    return stop


def _bracket(layout: Layout, opened: int, words: Agencies) -> tuple[Span, list[UnitClaim]] | None:
    text, close = layout.text, layout.closes[opened]
    if not 2 <= close - opened - 1 <= _LONGEST_LIST or ("一" > text[opened + 1] and not text[opened + 1].isdigit()):
        return None
    span = Span(opened + 1, close)
    if not _may_end_list(text, span, words):
        return None
    reading = read_list(text, span, None, words, closed=True)
    if reading.strange or not reading.named:
        return None
    if any(named.how in ("verb", "label") for named in reading.named):
        return span, _claims(reading, opened, "RSP-bracket-verb")
    if not _closes_a_task(text, opened, close, layout, words):
        return None
    if not any(_tells(text, named.unit.span, words) for named in reading.named):
        return None
    return span, _claims(reading, opened, "RSP-bracket-bare")


def _tells(text: str, span: Span, words: Agencies) -> bool:
    name = text[span.start : span.end]
    return words.kind(name) == "agency" or name.startswith("各")


def _may_end_list(text: str, span: Span, words: Agencies) -> bool:
    tail = text[max(span.start, span.end - 20) : span.end].rstrip(" 。）)")
    return tail.endswith(words.agency) or tail.endswith(words.body) or tail[-1:] in "省市县区州镇乡等" or words.verb_at_end.search(tail) is not None or tail.endswith(("不再列出", "下同", "单位", "部门"))


def _closes_a_task(text: str, opened: int, close: int, layout: Layout, words: Agencies) -> bool:
    """A bare bracket is a list of units behind a finished sentence, or where the sentence ends behind it."""
    before = text[opened - 1] if opened else "\n"
    if before in "。！？!?；;\n”":
        return True
    behind = text[close + 1 : close + 2]
    if behind not in "。；;\n" and close + 1 not in layout.starts:
        return False
    return words.kind(text[max(0, opened - 6) : opened]) is None


def _claims(reading: ListReading, listed: int, rule: str) -> list[UnitClaim]:
    claims = []
    for named in reading.named:
        role: Role = named.role or "responsible"
        mark = "RSP-blanket" if named.how == "blanket" else rule
        claims.append(UnitClaim(named.unit, role, mark, listed, open=role == "responsible" and named.how in ("label", "bare") and named.unit.role is None))
    return claims
