"""Citations: other policy documents that a plan names. 《关于…的意见》（浙委办发〔2013〕37号） is one, title and number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.model.covered import Covered
from planlint.model.fact import Citation
from planlint.model.span import Span
from planlint.text.document_numbers import NUMBER, document_numbers
from planlint.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from planlint.model.document import CleanText, Outline
    from planlint.rulebook import Rulebook

# Words that run into a document number and are no part of it.
_RUN_IN = re.compile(
    f"^.*(?:根据|按照|依据|落实|贯彻|执行|文号|字号|见|及|和|与|以|的|为|的通知|意见|方案|如)(?={HAN}{{2,}})"
)
_BEHIND = re.compile("[)）]?\\s?[（(〔\\[]?\\s?")
_UNMARKED_LEAD = re.compile("(?:根据|按照|依据|落实|贯彻落实|执行|关于印发)")
_OTHERS_GAP = 6
_SHORTEST_PART = 8
_REACH, _LONGEST_DECREE = 90, 26
_INNER_MARKS = re.compile("[《》<>〈〉＜＞]")
# 关于贯彻落实……的意见 is no other name of what it carries out.
_OF_ANOTHER = re.compile("贯彻|落实|实施|执行|转发|深化")
_LONGEST_TITLE = 200
# 现将《甲方案》印发给你们; 《甲方案》《乙方案》等2个方案已经省政府同意: what a notice forwards is the plan itself.
_RUN = "(?:《[^《》]{4,80}》[、和及]?){1,12}"
_FORWARDED = re.compile(
    f"(?:现将|制定了?|印发){_RUN}|{_RUN}(?:等[^，。《]{{1,12}})?(?:已经|业经|经[^，。]{{2,30}}(?:同意|通过)|现印发)"
)
# 国令第707号, 某市人民政府令第12号, 〔1996〕云字第82号: numbers without the year between brackets behind the agency.
_DECREE = f"(?P<agency>{HAN}{{1,14}}令)\\s?第?\\s?\\d{{1,4}}\\s?号|[〔\\[【](?P<year>\\d{{4}})[〕\\]】]{HAN}{{1,6}}字第?\\d{{1,4}}号"
_DECREE_BEHIND, _DECREE_BEFORE = re.compile(_DECREE), re.compile(f"(?:{_DECREE})$")


@dataclass(frozen=True, slots=True)
class _PolicyWords:
    """What a policy document is called, what ends like one and is none, and what leads to a title whatever it is called (参照《…指标》)."""

    named: re.Pattern[str]
    refused: tuple[str, ...]
    goes_by: re.Pattern[str]


@lru_cache(maxsize=8)
def _policy_words(rules: Rulebook) -> _PolicyWords:
    words = rules.words("documents")
    goes_by = "|".join(map(re.escape, words["goes_by"]))
    return _PolicyWords(
        re.compile("|".join(map(re.escape, words["policy"]))), tuple(words["no_policy"]),
        re.compile(f"(?:{goes_by})(?:[^，。；《》]{{0,6}}|{_RUN}(?:[（(][^（()）]{{4,24}}[)）])?)$"),
    )  # fmt: skip


def find_citations(
    clean: CleanText,
    outline: Outline,
    rules: Rulebook,
    own_number: str | None = None,
    short_names: Collection[str] = (),
) -> list[Citation]:
    """The documents cited in the plan's own text, each once, in order of first mention; the plan itself is none.

    `own_number` is the plan's document number: the same title with another number is an earlier edition. A name in `short_names` stands
    for one that was cited before (以下简称《目录》).
    """
    text = clean.text
    words = _policy_words(rules)
    own = _own_titles(text, outline)
    found: list[Citation] = []
    seen: set[str] = set()
    used: list[Span] = []
    for title_span in _titles(text):
        title = _plain(text[title_span.start + 1 : title_span.end - 1])
        number = _number_behind(text, title_span.end)
        goes_by = words.goes_by.search(text, max(0, title_span.start - _REACH), title_span.start)
        named = words.named.search(title) is not None or (
            goes_by is not None and len(title) >= _SHORTEST_PART
        )
        if title in short_names or (number is None and (not named or title.endswith(words.refused))):
            continue
        earlier = number is not None and own_number is not None and _spelled(number) != own_number
        is_own = not (earlier and title in own) and any(_names_same(title, t) for t in own)
        if is_own or title in seen or clean.is_chrome(title_span.start):
            if number is not None:
                used.append(Span(*number.span()))
            continue
        end = number.end() if number is not None else title_span.end
        span = Span(title_span.start, end)
        used.append(span)
        seen.add(title)
        found.append(
            _citation(clean, span, title, _spelled(number) if number is not None else None, "CIT-title")
        )
    found.extend(_bare(clean, outline, used, seen))
    found.sort(key=lambda c: c.span)
    return [_numbered(c, i) for i, c in enumerate(found, 1)]


def _bare(clean: CleanText, outline: Outline, used: list[Span], seen: set[str]) -> Iterator[Citation]:
    """Numbers that stand without 《》: with the unmarked title before their bracket where there is one."""
    text = clean.text
    first = outline.paragraphs[0].span.start if outline.paragraphs else 0
    covered = Covered(used)
    decrees = (
        match
        for at in _found(text, "号")
        if (match := _DECREE_BEFORE.search(text, max(0, at - _LONGEST_DECREE), at + 1)) is not None
    )
    for number in (*document_numbers(text), *decrees):
        span = Span(number.start() + _run_in(number), number.end())
        if covered.touches(span) or clean.is_chrome(span.start) or span.start < first:
            continue
        spelled = _spelled(number)
        lead = _unmarked_title(text, span.start)
        if lead is None and _is_own_number(text, span, outline):
            continue
        title = _plain(text[lead.start : lead.end]) if lead is not None else None
        key = title or spelled
        if key in seen:
            continue
        seen.add(key)
        start = lead.start if lead is not None else span.start
        yield _citation(clean, Span(start, span.end), title, spelled, "CIT-number")


def _found(text: str, word: str) -> Iterator[int]:
    """Each place of a word."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _is_own_number(text: str, span: Span, outline: Outline) -> bool:
    """Whether a number stands alone on its line, or before the plan's title: the document's own."""
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    alone = len(line) - span.length < 12
    return (
        alone
        or (outline.title is not None and span.start < outline.title.start)
        or bool(re.search("文号|字号|编号", line[: span.start - line_start][-8:]))
    )


def _unmarked_title(text: str, number_start: int) -> Span | None:
    """A title without 《》 right before a bracketed number: 根据某市三年行动方案（某府办发〔2023〕49号）."""
    if text[number_start - 1 : number_start] not in ("(", "（"):
        return None
    clause = max(text.rfind(mark, max(0, number_start - 80), number_start - 1) for mark in "，,。；;、\n")
    start = clause + 1
    lead = None
    for lead in _UNMARKED_LEAD.finditer(text, start, number_start):  # noqa: B007 - the last one counts
        pass
    if lead is None or number_start - 1 - lead.end() < _OTHERS_GAP:
        return None
    return Span(lead.end(), number_start - 1)


def _titles(text: str) -> Iterator[Span]:
    """Outermost 《…》 pairs; one that is never closed is none."""
    at = text.find("《")
    while at >= 0:
        depth = 0
        limit = min(len(text), at + _LONGEST_TITLE)
        end = -1
        for i in range(at, limit):
            if text[i] == "《":
                depth += 1
            elif text[i] == "》":
                depth -= 1
                if depth == 0:
                    end = i + 1
                    break
        if end > 0:
            yield Span(at, end)
        at = text.find("《", end if end > 0 else at + 1)


def _number_behind(text: str, end: int) -> re.Match[str] | None:
    gap = _BEHIND.match(text, end)
    assert gap is not None
    if gap.end() == end:
        return None
    return NUMBER.match(text, gap.end()) or _DECREE_BEHIND.match(text, gap.end())


def _spelled(number: re.Match[str]) -> str:
    raw = number.group()[_run_in(number) :]
    return re.sub("\\s", "", raw)


def _run_in(number: re.Match[str]) -> int:
    lead = _RUN_IN.match(number["agency"] or "")
    return lead.end() if lead is not None else 0


def _own_titles(text: str, outline: Outline) -> set[str]:
    """The plan's own title, and what a forwarding notice calls it (现将《…》印发给你们)."""
    own = {_plain(text[outline.title.start : outline.title.end])} if outline.title is not None else set()
    for match in _FORWARDED.finditer(text):
        own.update(_plain(title) for title in re.findall("《([^《》]{4,80})》", match.group()))
    return own


def _names_same(title: str, own: str) -> bool:
    """Whether a title is the plan's own, with or without issuer and 关于印发 round it; 关于贯彻《…规划》的意见 is another than …规划."""
    a, b = _INNER_MARKS.sub("", title).replace("的", ""), _INNER_MARKS.sub("", own).replace("的", "")
    if a == b:
        return True
    shorter, longer = sorted((a, b), key=len)
    return (
        len(title) > _SHORTEST_PART
        and shorter in longer
        and _OF_ANOTHER.search(longer[: longer.index(shorter)]) is None
    )


def _plain(text: str) -> str:
    return re.sub("[\\s\u200b]+", "", text)


def _citation(clean: CleanText, span: Span, title: str | None, number: str | None, rule: str) -> Citation:
    return Citation("", title, number, rule, clean.quote(span), clean.to_source(span))


def _numbered(c: Citation, i: int) -> Citation:
    return Citation(f"c{i}", c.title, c.document_number, c.rule, c.quote, c.span)
