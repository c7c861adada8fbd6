"""Units that answer inside a sentence: `由甲局牵头`, `乙局负责`, `丙公司作为建设主体`, `以下均需各镇落实`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.facts.responsibilities.claims import UnitClaim
from planlint.facts.responsibilities.subjects import clause_start, subject
from planlint.facts.responsibilities.unit_lists import join_places, split_atoms, units_of
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.facts.responsibilities.claims import Unit
    from planlint.facts.responsibilities.layout import Layout
    from planlint.facts.responsibilities.vocabulary import Agencies
    from planlint.model.fact import Role

# Behind 牵头: a name or a noun (牵头单位, 牵头作用), no duty.
_NOT_LEADING = re.compile("单位|部门|人|比例|作用|抓总|企业|机构|高校|院所|主体|责任|的|地区|[、”]")
# Behind 负责: persons, the system of responsibility, and who interprets the document.
_NOT_ANSWERING = re.compile("人|同志|制|任|[^，。；、\n]{0,10}解释|的(?!态度)|[、”]")
_SENTENCE = "。；;！？!?\n"
_MAIN_BODY = re.compile("(?P<what>责任|建设|实施|开发|运营|投资|承办|管理)$")
_AS = re.compile("作为|是|为")
_OWN_UP = re.compile("落细落实|落实|压实|强化|夯实|明确|履行|承担|扛牢|扛起|压紧")
_DUTY = re.compile("(?:主体|建设|管理|监管|属地|领导|保护)$")
_BY_REACH = 90
_AFTER_NAME = re.compile("参照|按照|按|根据|依据|会同|联合|组织|负责|牵头|统一|制定|审核|具体|分别|结合|在|通过|对|进行|共同|依法|要|应|逐|认真|切实")


def find_inline(layout: Layout, spans: list[Span], words: Agencies) -> Iterator[UnitClaim]:
    """The claims of every telling word that stands in no list; `spans` are the lists, sorted."""
    taken = iter(spans)
    current = next(taken, None)
    last_claim = -1
    for match in layout.telling:
        at, word = match.start(), match.group()
        while current is not None and current.end <= at:
            current = next(taken, None)
        if current is not None and current.start <= at:
            continue
        for claim in _read(layout, at, word, last_claim, words):
            last_claim = max(last_claim, claim.unit.span.end)
            yield claim


def _read(layout: Layout, at: int, word: str, last_claim: int, words: Agencies) -> list[UnitClaim]:
    if word == "牵头":
        return _answers(layout, at, "lead", "RSP-inline-lead", _NOT_LEADING, words)
    if word == "负责":
        return _answers(layout, at, "responsible", "RSP-inline-answer", _NOT_ANSWERING, words)
    if word == "主体":
        return _main_body(layout, at, words)
    if word == "责任":
        return _own_up(layout, at, words)
    if word in ("承办", "落实", "实施", "执行"):
        return _blanket(layout, at, words) or _by(layout, at, word, words)
    if word in ("配合", "参与", "参加", "协助"):
        return _joins_in(layout, at, last_claim, words)
    return _share(layout, at, words)


def _answers(  # noqa: PLR0913
    layout: Layout, at: int, role: Role, rule: str, refuted: re.Pattern[str], words: Agencies
) -> list[UnitClaim]:
    text = layout.text
    if refuted.match(text, at + 2, at + 20):
        return []
    start = clause_start(layout, at)
    units, begins = subject(layout, start, at, words)
    if not units or words.encouraged.search(text, start, begins):
        return []
    return _claim(layout, units, role, rule, words)


def _claim(layout: Layout, units: list[Unit], role: Role, rule: str, words: Agencies) -> list[UnitClaim]:
    names = [layout.text[u.span.start : u.span.end] for u in units]
    return [UnitClaim(u, role, rule, u.span.start) for u, name in zip(units, names, strict=True) if not words.is_standing(name)]


def _main_body(layout: Layout, at: int, words: Agencies) -> list[UnitClaim]:
    """`甲公司作为建设主体`, `以乙企业为开发主体`, `丙政府是责任主体`; 以企业为主体 alone is a slogan."""
    text = layout.text
    start = clause_start(layout, at)
    while start > 1 and text[start - 1] in "“”":
        start = clause_start(layout, start - 1)
    if text.startswith("责任", at + 2):
        return _own_up(layout, at + 2, words)
    what = _MAIN_BODY.search(text, max(start, at - 4), at)
    if not what:
        return []
    role: Role = "responsible" if what["what"] == "责任" else "implement"
    end = 0
    for verb in _AS.finditer(text, start, at):
        if text[verb.start() - 1 : verb.start()] not in "华以" or verb.group() != "为":
            end = verb.start()
            break
    by = text.rfind("以", start, end) if end else -1
    if by >= 0 and text.startswith("为", end):
        units = [u for a in split_atoms(text, Span(by + 1, end)) for u in units_of(text, a, words)]
        return _claim(layout, units, role, "RSP-inline-body", words)
    units, begins = subject(layout, start, end, words) if end else ([], 0)
    if words.encouraged.search(text, start, begins):
        return []
    return _claim(layout, units, role, "RSP-inline-body", words)


def _own_up(layout: Layout, at: int, words: Agencies) -> list[UnitClaim]:
    """`各县要落实主体责任`, `压实各级政府属地责任`: who has to own up to a duty."""
    text = layout.text
    if not _DUTY.search(text, max(0, at - 4), at):
        return []
    start = clause_start(layout, at)
    while text[start - 1 : start] in ("，", ",") and at - start < 8:
        start = clause_start(layout, start - 1)
    own_up = None
    for own_up in _OWN_UP.finditer(text, max(start, at - 60), at):
        break
    if own_up is None:
        return _own_up_in_list(layout, at, words)
    main = text.startswith("主体", at - 2)
    units, begins = subject(layout, start, own_up.start(), words) if main else ([], 0)
    if units:
        return _claim(layout, units, "responsible", "RSP-inline-duty", words)
    if main and (units := _leading(layout, start, words)):
        return _claim(layout, units, "responsible", "RSP-inline-duty", words)
    return _named_after(layout, own_up.end(), at - 2, words)
