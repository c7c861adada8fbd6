"""Clauses in which a verb gives a unit its part: 由县科技局牵头, 县财政局配合, 某公司作为建设主体."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.facts.responsibilities.acting import names_before
from planlint.facts.responsibilities.found import Found
from planlint.facts.responsibilities.lists import inside
from planlint.facts.responsibilities.words import NESTED
from planlint.model.span import Span
from planlint.text.finder import Finder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.facts.responsibilities.acting import ActingWords
    from planlint.facts.responsibilities.reader import UnitReader
    from planlint.model.fact import Role

# A clause's verb: whoever stands before it does what it says. With 的 behind it, it describes (由市体育局承办的赛事) and assigns nothing.
_VERB = Finder(
    "(?P<lead>牵头(?!单位|部门|人|责任|机构|企业|医院|高校|院校|学校|公司|处室|科室|方|的))|(?P<responsible>负责(?!人|同志|制|解释|任|单位|部门|的))|(?P<implement>作为(?:建设|实施|责任|运营|开发|投资)主体)|为(?P<main>建设|实施|运营|开发|投资)主体|(?P<host>主办|承办)(?!单位|方|的)"
    "|(?P<cooperate>(?<!密切)(?<!相互)(?<!互相)(?<!协调)(?<!通力)(?<!全力)配合|协助|参与|参加)(?=[。；，、）)]|实施|落实|推进|做好|开展|完成|抓好|提供|$)"
    "|(?P<assist>(?<!密切)(?<!相互)(?<!互相)(?<!协调)(?<!通力)(?<!全力)(?:配合|协助)(?=[一-鿿]{2})(?!单位|部门|力度))",
    "为主作协参承牵负配",
)
_CLAUSE_START = "，,。；;：:！？\n（(）)"
_WITHIN_REMIT = re.compile("在(?:各自)?(?:的)?(?:职责|职权|权限)范围内[，,]$")
_ADVERBS_ALONE = re.compile("(?:分别|共同|具体|各自|依法)*$")
_CONDITION = re.compile("[^，。；,;]{0,40}的[，,：:]")
_SHARED = re.compile("牵头|负责|由")
_REACH = 70


def inline_clauses(
    reader: UnitReader, acting: ActingWords, taken: Sequence[Span]
) -> Iterator[tuple[Span, Found]]:
    """Clauses in which units lead, answer, cooperate or build."""
    text, words = reader.text, reader.words
    for match in _VERB.finditer(text):
        at = match.start()
        if inside(at, taken):
            continue
        paragraph = reader.outline.paragraph_at(at)
        if paragraph is None or (paragraph.kind == "heading" and text[paragraph.span.end - 1] not in "。；;"):
            continue
        clause, stop = _subject(text, max(paragraph.span.start, at - _REACH), at)
        names = names_before(reader, acting, Span(clause, stop))
        role = _role(match)
        if not names or _CONDITION.match(text, match.end()):
            continue
        if role != "lead" and not all(reader.is_unit(name.unit) for name in names):
            continue  # 由考生本人负责
        # what one does beside another says so: 甲局牵头，乙局配合
        if role == "cooperate" and not _SHARED.search(
            _sentence(text, max(paragraph.span.start, at - _REACH), at)
        ):
            continue
        if match["assist"] and not all(words.is_strong(name.unit) for name in names):
            continue
        if words.remit.search(text[clause:at]) or words.remit.search(text[at : at + 6]):
            continue
        yield Span(names[0].span.start, at), Found(names, role, f"RSP-inline-{role}")


def _subject(text: str, low: int, at: int) -> tuple[int, int]:
    """Where the clause of a verb begins, and where its subject ends; in 甲局、乙局在职责范围内，分别负责 that is the clause before."""
    left = NESTED.sub(lambda m: "口" * len(m.group()), text[low:at])
    cut = max(left.rfind(mark) for mark in _CLAUSE_START) + 1
    if _ADVERBS_ALONE.match(left, cut) and _WITHIN_REMIT.search(left, 0, cut):
        return low + max(left.rfind(mark, 0, cut - 1) for mark in _CLAUSE_START) + 1, low + cut - 1
    return low + cut, at


def _sentence(text: str, low: int, at: int) -> str:
    end = text.find("。", at, at + _REACH)
    return text[low : end if end >= 0 else at + _REACH]


def _role(match: re.Match[str]) -> Role:
    if match["lead"] or match["host"] == "主办":
        return "lead"
    if match["cooperate"] or match["assist"]:
        return "cooperate"
    return "implement" if match["implement"] or match["main"] or match["host"] else "responsible"
