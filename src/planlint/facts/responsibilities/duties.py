"""Sentences that make a task somebody's own: 各镇要压实属地管理责任, 以甲公司为建设主体, 以下均需各镇、园区落实."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planlint.facts.responsibilities.acting import names_before
from planlint.facts.responsibilities.found import Found
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.facts.responsibilities.acting import ActingWords
    from planlint.facts.responsibilities.found import Name
    from planlint.facts.responsibilities.reader import UnitReader
    from planlint.model.fact import Role

_LONGEST_CLAUSE = 90
_LONGEST_NAME = 24
_LEVELS = "(?:[^，。；;()（）]|[（(][市县区州旗镇乡、,，]{1,9}[)）])"


class _Form(NamedTuple):
    """One form of sentence: its pattern with the group `units`, a word without which it is not there, the role and the rule's id.

    `list` tells that what stands there is a list and not the end of a clause, `certain` that it counts only with units beyond doubt.
    """

    pattern: re.Pattern[str]
    anchor: str
    role: Role
    rule: str
    list: bool = False
    certain: bool = False


def duty_sentences(reader: UnitReader, acting: ActingWords) -> Iterator[tuple[Span, Found]]:
    """The units that such sentences name."""
    for form in _forms(acting):
        for match in _in_clauses(form.pattern, form.anchor, reader.text):
            if reader.outline.paragraph_at(match.start()) is None:
                continue
            span = Span(*match.span("units"))
            names = (
                _listed(reader, acting, span, certain=form.certain)
                if form.list
                else names_before(reader, acting, span)
            )
            if reader.words.remit.search(match.group()):
                continue
            if names and all(len(name.unit) <= _LONGEST_NAME for name in names):
                role: Role = "responsible" if "责任主体" in match.group() else form.role
                yield Span(*match.span()), Found(names, role, form.rule)


def _forms(acting: ActingWords) -> tuple[_Form, ...]:
    body, duty, verb, done, some = (
        acting.body,
        acting.duty,
        acting.duty_verb,
        acting.done,
        _LEVELS.replace("；", "；：由", 1),
    )
    return (
        _Form(re.compile(f"以(?P<units>[^，。；：以]{{2,40}}?)(?:为|作为){body}主体"), "主体", "implement", "RSP-main-body", list=True),
        _Form(re.compile("以(?P<units>[^，。；：以]{2,40}?)(?:为|作为)主体(?=[，,。；])"), "主体", "implement", "RSP-main-body", list=True, certain=True),
        _Form(re.compile("(?P<units>[^，。；：\n]{2,30}?)(?:是|为)[^，。；：]{0,16}责任主体(?=[，,。；])"), "责任主体", "responsible", "RSP-main-body"),
        # by what rule or how somebody does it stands between: 由各镇参照执行, 由县水利局具体协调推进
        _Form(re.compile(f"由(?P<units>{some}{{2,30}}?)(?:(?:参照|按照?|根据|统一|具体|负责)[^，。；由]{{0,24}}?)?{done}(?=[，。；）)])"), "由", "responsible", "RSP-done-by"),
        _Form(re.compile(f"(?P<units>[^，。；：\n]{{2,40}}?){verb}[^，。；]{{0,24}}?{duty}"), "责", "responsible", "RSP-main-duty"),
        _Form(re.compile(f"(?:{verb}|强化|明确|细化|厘清)(?P<units>[^，。；：\n、]{{2,16}}?)(?:在[^。；]{{2,30}}方面)?的?{duty}"), "责", "responsible", "RSP-duty-of"),
        _Form(re.compile("(?P<units>[^，。；：\n对]{2,30})对[^，。；：\n]{2,30}(?:负责|负总责)(?=[，。；])"), "负", "responsible", "RSP-answers"),
        _Form(re.compile("(?P<units>[^，。；：\n]{2,30}?)承担[^，。；：\n]{2,30}(?:工作|任务|职责)(?=[，。；])"), "承担", "responsible", "RSP-takes-on"),
        _Form(
            re.compile(f"以下(?:各项|工作|任务|内容)?(?:均|都)?(?:需|须|由|应由)(?P<units>{_LEVELS}{{2,40}}?)(?:负责)?落实"),
            "以下", "responsible", "RSP-blanket", list=True,
        ),
    )  # fmt: skip


def _listed(reader: UnitReader, acting: ActingWords, span: Span, *, certain: bool) -> list[Name]:
    """The names of a list; 以企业为主体 names nobody, 以政府为责任主体 does."""
    words = reader.words
    names = reader.names(span)
    if certain and not all(words.is_strong(n.unit) and n.unit not in acting.generic for n in names):
        return []
    return names if all(words.could_be(n.unit) for n in names) else []


def _in_clauses(pattern: re.Pattern[str], anchor: str, text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern in the clauses that hold a word: tried at every character it would cost more than all else."""
    done = 0
    at = text.find(anchor)
    while at >= 0:
        start = max(done, *(text.rfind(mark, max(0, at - _LONGEST_CLAUSE), at) + 1 for mark in "，。；：\n"))
        stop = min(len(text), at + _LONGEST_CLAUSE)
        match = pattern.search(text, max(start, at - _LONGEST_CLAUSE), stop)
        if match is not None:
            yield match
        done = match.end() if match is not None else at + len(anchor)
        at = text.find(anchor, done)
