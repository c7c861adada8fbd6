"""Clauses that name who does what: 由县科技局牵头, 以甲公司为建设主体, 以下均需各镇、园区落实."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.facts.responsibilities.lists import Name, names_of
from planlint.facts.responsibilities.places import NESTED, Found, inside, is_name
from planlint.model.span import Span
from planlint.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.facts.responsibilities.words import UnitWords
    from planlint.model.document import Outline
    from planlint.model.fact import Role

_MAIN_BODY = re.compile(
    "以(?P<units>[^，。；：以]{2,40}?)(?:等(?:企业|单位|部门|公司))?(?:为|作为)(?:建设|实施|运营|开发|投资|责任|承建)主体"
)
_DONE_BY = re.compile(
    "由(?P<units>[^，。；：由]{2,30}?)(?:参照|按照?|根据|统一|具体|负责)[^，。；由]{0,24}?(?:执行|落实|组织实施|承担)(?=[，。；）)])"
    "|由(?P<others>[^，。；：由]{2,30}?)(?:统筹(?:协调|指导|推进|实施|安排|解决)|各负其责)"
)
_DUTY = re.compile(
    "(?P<units>[^，。；：\n]{2,40}?)(?:要|应|应当|须)?(?:切实|认真|严格|全面|依法|压紧压实|落细)?(?:落实|履行|承担|担负起?|扛起|扛牢)[^，。；]{0,24}主体责任"
)
_LOCAL = re.compile(
    "(?P<units>[^，。；：\n]{2,40}?)(?:要|应|应当|须)?(?:切实|认真|严格|全面|依法|压紧压实|落细)?(?:落实|履行|承担|担负起?|扛起|扛牢|压实)(?:好)?属地(?:管理|监管)?责任"
)
# 各乡镇对材料的真实性负责, 县级政府对本地工作负总责.
_ANSWERS = re.compile("(?P<units>[^，。；：\n对]{2,30})对[^，。；：\n]{2,30}(?:负责|负总责)(?=[，。；])")
_GENERIC = frozenset(
    {"政府", "部门", "单位", "企业", "机构", "平台", "园区", "社会", "学校", "协会", "组织", "各地", "市场"}
)
# A clause's verb: whoever stands before it does what it says.
_VERB = re.compile(
    "(?P<lead>牵头(?!单位|部门|人|责任))|(?P<responsible>负责(?!人|同志|制|解释|任|单位|部门|的))|(?P<implement>作为(?:建设|实施|责任|运营|开发|投资)主体)|为(?P<main>建设|实施|运营|开发|投资)主体|(?P<host>主办|承办)(?!单位|方)"
    "|(?P<cooperate>(?<!密切)(?<!相互)(?<!互相)(?<!协调)(?<!通力)配合|协助|参与|参加)(?=[。；，、）)]|实施|落实|推进|做好|开展|完成|抓好|提供|$)"
    "|(?P<assist>(?<!密切)(?<!相互)(?<!互相)(?<!协调)(?<!通力)(?:配合|协助)(?=[一-鿿]{2})(?!单位|部门|力度))"
)
_CLAUSE_START = "，,。；;：:！？\n（(）)"
_JOIN = re.compile("、|(?<!党委)和|和(?!政府)|及|与|以及")
# 在各自职责范围内, 依照标准: how a unit does it, between its name and the verb.
_MANNER = re.compile(
    "(?:在(?:各自)?(?:的)?(?:职责|职权|权限)范围内|(?:依照|按照|根据|依据)[^，。；、]{2,14})$"
)
_WITHIN_REMIT = re.compile("在(?:各自)?(?:的)?(?:职责|职权|权限)范围内[，,]$")
_ITEM_LABEL = re.compile(
    "[ ]*(?:第[一二三四五六七八九十百]{1,4}条|[0-9]{1,3}[.．、]|[一二三四五六七八九十]{1,3}、)[ ]*"
)
_ADVERBS_ALONE = re.compile("(?:分别|共同|具体|各自|依法)*$")
_BLANKET = re.compile(
    "以下(?:各项|工作|任务|内容)?(?:均|都)?(?:需|须|由|应由)(?P<units>[^，。；;()（）]{2,40}?)(?:负责)?落实"
)
_REACH = 70
_LONGEST_CLAUSE = 90


def inline_clauses(
    text: str, outline: Outline, words: UnitWords, taken: Sequence[Span]
) -> Iterator[tuple[Span, Found]]:
    """Clauses in which units lead, answer, cooperate or build: 由县科技局牵头, 某公司作为建设主体."""
    for match in _VERB.finditer(text):
        at = match.start()
        if inside(at, taken):
            continue
        paragraph = outline.paragraph_at(at)
        if paragraph is None or paragraph.kind == "heading":
            continue
        left_start = max(paragraph.span.start, at - _REACH)
        left = text[left_start:at]
        cut = max(left.rfind(ch) for ch in _CLAUSE_START) + 1
        stop = at
        if _ADVERBS_ALONE.match(left, cut) and _WITHIN_REMIT.search(left, 0, cut):
            # 甲部门、乙部门在职责范围内，分别负责……: the units stand in the clause before
            stop = left_start + cut - 1
            cut = max(left.rfind(ch, 0, cut - 1) for ch in _CLAUSE_START) + 1
        names = _names_before(text, left_start + cut, stop, words)
        if not names:
            continue
        role = _inline_role(match)
        sentence_end = text.find("。", at, at + _REACH)
        sentence = text[left_start : sentence_end if sentence_end >= 0 else at + _REACH]
        if role == "cooperate" and not re.search("牵头|负责|由", sentence):
            continue
        if match["assist"] and not all(words.strong.search(n.unit) for n in names):
            continue
        clause = text[left_start + cut : at]
        if words.remit.search(clause) or words.remit.search(text[at : at + 6]):
            continue
        yield Span(names[0].span.start, at), Found(names, role, f"RSP-inline-{role}", True)


def _inline_role(match: re.Match[str]) -> Role:
    if match["lead"] or match["host"] == "主办":
        return "lead"
    if match["cooperate"] or match["assist"]:
        return "cooperate"
    return "implement" if match["implement"] or match["main"] or match["host"] else "responsible"


def _names_before(text: str, start: int, end: int, words: UnitWords) -> list[Name]:
    label = _ITEM_LABEL.match(text, start, end)
    start = label.end() if label is not None else start
    raw = text[start:end]
    together = raw.find("会同", 2)
    if together > 0 and not raw.startswith(("会同有关", "会同相关"), together):
        end, raw = start + together, raw[:together]
    trimmed = _MANNER.sub("", raw)
    trimmed = re.sub(
        "(?:等(?:有关|相关)?(?:部门|单位|企业|(?:行业)?协会|金融机构|公司|机构)?|等|具体|协同|共同|分别|统一|全面|各自|按职责(?:分工)?|要|应|应当|须|将|主动|积极|切实|适时|会同有关部门|会同相关部门)+$",
        "",
        trimmed,
    )
    lead = words.lead_in.search(trimmed)
    offset = start + (lead.end() if lead else 0)
    body = trimmed[lead.end() :] if lead else trimmed
    inner = re.search(f"(?:由|以|请)(?=(?:{HAN}|、){{2,}}$)", body)
    if inner is not None and inner.start() > 0 and "、" not in body[: inner.start()]:
        offset, body = offset + inner.end(), body[inner.end() :]
    names: list[Name] = []
    at = 0
    masked = NESTED.sub(lambda m: "口" * len(m.group()), body)
    pieces = [*_JOIN.finditer(masked), None]
    for separator in pieces:
        stop = separator.start() if separator is not None else len(body)
        unit = body[at:stop].strip()
        begin = offset + at + (len(body[at:stop]) - len(body[at:stop].lstrip()))
        attribute = unit.rfind("的")
        if attribute >= 0:
            # 市场化的第三方专业团队: what describes a unit is no part of its name
            begin, unit = begin + attribute + 1, unit[attribute + 1 :]
        if unit in _GENERIC or not is_name(unit, words, loose=False):
            return []
        names.append(Name(unit, None, Span(begin, begin + len(unit)), None, len(names), True))
        at = separator.end() if separator is not None else stop
    return names


def main_bodies(text: str, outline: Outline, words: UnitWords) -> Iterator[tuple[Span, Found]]:
    """以甲公司、乙公司等企业为开发主体; 由各乡镇参照执行; 各区县要落实主体责任."""
    for pattern, anchor, role, rule in (
        (_MAIN_BODY, "主体", "implement", "RSP-main-body"), (_DONE_BY, "由", "responsible", "RSP-done-by"),
        (_DUTY, "主体责任", "responsible", "RSP-main-duty"), (_LOCAL, "属地", "responsible", "RSP-local-duty"),
        (_ANSWERS, "负", "responsible", "RSP-answers"),
    ):  # fmt: skip
        for match in _in_clauses(pattern, anchor, text):
            if outline.paragraph_at(match.start()) is None:
                continue
            start, end = match.span("others" if match.groupdict().get("others") else "units")
            names = (
                names_of(text, Span(start, end), words)
                if pattern is _MAIN_BODY
                else _names_before(text, start, end, words)
            )
            if names and all(len(n.unit) <= 20 for n in names):
                answers = pattern is _MAIN_BODY and match.group().endswith("责任主体")
                yield Span(*match.span()), Found(names, "responsible" if answers else role, rule, True)  # type: ignore[arg-type]


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


def blanket_clauses(text: str, words: UnitWords) -> Iterator[tuple[Span, Found]]:
    """以下均需各镇、园区落实: recorded once, where it stands."""
    for match in _BLANKET.finditer(text):
        names = names_of(text, Span(*match.span("units")), words)
        if names:
            yield Span(*match.span()), Found(names, "responsible", "RSP-blanket", True)
