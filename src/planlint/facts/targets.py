"""Targets: quantified results that the plan commits to. 到2025年，引进培育高新技术企业不少于40家 is one."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from planlint.facts.claim import Claim
from planlint.facts.deadlines import Clock
from planlint.facts.distribute import distribute
from planlint.facts.indicators import names_nothing, settled
from planlint.facts.phrases import CommitmentWords, commitment_words, ends_with_verb, noun_after, noun_before
from planlint.facts.roles import decide, place_of
from planlint.model.fact import Target
from planlint.model.span import Span
from planlint.text.han import HAN

if TYPE_CHECKING:
    from planlint.facts.context import HalfSentence, Reading
    from planlint.facts.deadlines import Deadline
    from planlint.model.fact import Comparator, DocumentData
    from planlint.model.mention import Quantity
    from planlint.rulebook import Rulebook

_STOP = re.compile("[，,。；;：:！!？?\n]")
_HAS_WORD = re.compile(r"[^\W\d_]")
# 2∶1 is twice as much: what stands behind the colon is no noun.
_OF_RATIO = re.compile("^[∶:：]1(?!\\d)")
_NOUN_STOP = re.compile(
    "[，,。；;：:！!？?\n（(]|、(?=[^、，,。；;]{0,12}\\d)|以上的?|左右的?|(?:和|及|与)(?=\\d)"
)
_COUNTED = re.compile("^(?:以上|以内|以下|左右|及以上)?(?:的)?")
_ADDRESSED = re.compile("(?<=[，；：])(?:其中)?(?:对|凡)")
# A number that is linked to the one before has its noun behind it like that one: 50所学校和150个专业.
_LINKED = re.compile("^[^，。；]{1,30}(?:和|及|与|以及|、)(?:不少于|不低于|约|近|超过)?$")
# What follows is no noun of this number: the next item of a list, the other half of 2∶1.
_NO_NOUN = re.compile(
    "、|(?:的)?(?:新)?(?:台阶|大关|关口)|\\s?[∶：:]\\s?\\d|(?:之内|内)?(?:办结|办成|办理完毕|答复|反馈|审结|到账|领证)|(?:设定|执行|计算|掌握|确定)$"
)
_NOUN_END = re.compile(f"(?:{HAN}|[）)”])$")
_AND = re.compile("、|以及|和|及|与")
_ADDRESSED_AT = re.compile("\\s?(?:其中)?(?:对|凡)")
_COMMITS = re.compile(
    "^(?:[^，。；]{0,8}(?:年内|年底前?|每年))?[^，。；对]{0,4}(?:培育|建设|建成|打造|新建|新增|创建|引进)"
)
_YEARS_LISTED = re.compile("(?:20\\d\\d年(?:底|末)?[、和及]){1,6}20\\d\\d年(?:底|末)?")
_SHORTEST_LIST = 3
_LIST_LINK = re.compile("\\s*(?:、|和|及|与|，|,)\\s*(?:以及)?")


def find_targets(
    reading: Reading, document: DocumentData, taken: set[Span], rules: Rulebook
) -> tuple[list[Target], list[Claim]]:
    """All targets of the plan, and what every number that a role rule decided on is; `taken` numbers belong to other facts."""
    words = commitment_words(rules)
    clock = Clock(reading, document)
    found: list[Target] = []
    claims: list[Claim] = []
    for half in reading.half_sentences():
        clock.enter(half)
        chosen: list[tuple[Quantity, str]] = []
        gives_from = _provision(reading, half, taken)
        for q in half.quantities:
            if q.number in taken or half.paragraph.kind == "heading":
                continue
            rule = decide(place_of(reading, half, q), rules)
            if rule is None:
                continue
            if (
                rule.role == "target"
                and gives_from is not None
                and q.span.start >= gives_from
                and not _own_commitment(reading, half, q, gives_from)
                and q.dimension != "duration"
            ):
                # what stands beside a sum and is none itself says who earns it
                claims.append(Claim(q.number, "threshold", None, "SUB-condition"))
            elif rule.role == "target" and clock.is_past(q.number.start):
                claims.append(Claim(q.number, "status-quo", None, "TGT-past"))
            elif rule.role == "target":
                chosen.append((q, rule.id))
            else:
                claims.append(Claim(q.number, rule.role, None, rule.id))
        for target, number in _targets_of(reading, half, chosen, clock, words):
            if target.unit is None and not _HAS_WORD.search(target.indicator):
                continue  # ≥150 in a cell of some table: the ledger has it, as a number that nobody knows
            fact = replace(target, id=f"t{len(found) + 1}")
            found.append(fact)
            claims.append(Claim(number, "target", fact.id, fact.rule))
        clock.leave(half)
    return found, claims


def _provision(reading: Reading, half: HalfSentence, taken: set[Span]) -> int | None:
    """Where the provision begins that gives money in a half-sentence: the 对… before its first sum; None without a sum."""
    first = next(
        (q for q in half.quantities if q.number in taken and q.dimension in ("money", "share")), None
    )
    if first is None:
        return None
    opening = half.span.start
    for match in _ADDRESSED.finditer(reading.rule_text, half.span.start, first.span.start):
        opening = match.start()
    return opening


def _own_commitment(reading: Reading, half: HalfSentence, q: Quantity, gives_from: int) -> bool:
    """培育示范村10个以上，每村补助……: a commitment in a clause of its own that names no 对…的 is no condition."""
    if gives_from > half.span.start or _ADDRESSED_AT.match(reading.rule_text, half.span.start):
        return False
    clause = reading.clause(half.span, q.number.start)
    words = reading.rule_text[clause.start : clause.end].rstrip("，；。 ")
    return _COMMITS.search(words) is not None and not words.endswith("的")


def _targets_of(
    reading: Reading,
    half: HalfSentence,
    chosen: list[tuple[Quantity, str]],
    clock: Clock,
    words: CommitmentWords,
) -> list[tuple[Target, Span]]:
    text = reading.clean.text
    results: list[tuple[Target, Span]] = []
    shared = _distributed(text, half, [q for q, _ in chosen])
    yearly = _by_years(text, half, [q for q, _ in chosen], clock)
    for i, (q, rule) in enumerate(chosen):
        left_end = chosen[i - 1][0].span.end if i else half.span.start
        next_start = chosen[i + 1][0].span.start if i + 1 < len(chosen) else half.span.end
        begin, phrase, end = _indicator(text, half, q, left_end, next_start, words)
        phrase = settled(phrase, results[-1][0].indicator if results else None)
        deadline, inherited = yearly.get(q) or clock.at(q.number.start)
        if (
            deadline is not None
            and not inherited
            and not _STOP.search(text[deadline.span.end : begin].lstrip("，, "))
        ):
            # the date belongs to the quote where nothing but the number's own clause stands between
            begin = min(begin, deadline.span.start)
        softener = _softener(text, half, q, words)
        comparator: Comparator = q.comparator  # type: ignore[assignment]
        if (
            i
            and q.comparator == "="
            and q.dimension == chosen[i - 1][0].dimension
            and _LIST_LINK.fullmatch(text[left_end : q.span.start])
        ):
            comparator = results[-1][0].comparator
        span = Span(begin, max(end, q.span.end))
        results.extend(
            (
                Target(
                    id="", indicator=noun, comparator=comparator, value=q.value, value_max=q.value_max, unit=q.unit,
                    deadline=deadline.date if deadline else None, recurrence=_recurrence(text, half, q),
                    aspirational=softener is not None, placeholder=q.placeholder, mode=_mode(text[begin : q.span.end], words),
                    hedge=q.hedge, section=half.section.path if half.section else None,
                    inherited={"deadline": reading.clean.to_source(deadline.span)} if deadline and inherited else {},
                    rule=rule, quote=reading.clean.quote(span), span=reading.clean.to_source(span),
                ),
                q.number,
            )
            for noun in shared.get(q, (phrase,))
        )  # fmt: skip
    return results


def _distributed(text: str, half: HalfSentence, chosen: list[Quantity]) -> dict[Quantity, tuple[str, ...]]:
    """`A、B分别达到55%、70%`: each number with the noun of its place in the list; `A和B分别达到100家`: one number with both nouns."""
    result: dict[Quantity, tuple[str, ...]] = {}
    i = 0
    while i < len(chosen):
        j = i
        while j + 1 < len(chosen) and _LIST_LINK.fullmatch(
            text[chosen[j].span.end : chosen[j + 1].span.start]
        ):
            j += 1
        left = _YEARS_LISTED.sub("", text[half.span.start : chosen[i].span.start])
        if "分别" in left:
            phrase = _nouns_before_each(left)
            if j > i:
                objects = distribute(phrase, j - i + 1)
                if objects is not None:
                    result.update({chosen[i + k]: (objects[k],) for k in range(j - i + 1)})
            else:
                objects = distribute(phrase, len(_AND.findall(phrase)) + 1)
                if objects is not None and len(objects) > 1:
                    result[chosen[i]] = tuple(objects)
        elif j > i and len({q.unit for q in chosen[i : j + 1]}) == 1:
            # 池塘、水库面积稳定在70万亩和50万亩: as many nouns as numbers, each its own
            objects = distribute(_nouns_before_each(left), j - i + 1)
            if objects is not None and not any(ch.isdigit() for ch in "".join(objects)):
                result.update({chosen[i + k]: (objects[k],) for k in range(j - i + 1)})
        i = j + 1
    return result


def _by_years(
    text: str, half: HalfSentence, chosen: list[Quantity], clock: Clock
) -> dict[Quantity, tuple[Deadline | None, bool]]:
    """`2025年、2026年新增托位分别达到800个、1000个`: each number with the year of its place in the list."""
    if len(chosen) < 2 or "分别" not in text[half.span.start : chosen[0].span.start]:
        return {}
    times = [t for t in half.times if t.role == "by" and t.span.end <= chosen[0].span.start]
    between = [text[a.span.end : b.span.start] for a, b in pairwise(times)]
    if len(times) != len(chosen) or not all(_LIST_LINK.fullmatch(words) for words in between):
        return {}
    return {q: (clock.resolve(half, time), False) for q, time in zip(chosen, times, strict=True)}


def _nouns_before_each(left: str) -> str:
    """The list of nouns before 分别, in its own clause or, where that holds nothing else, in the half-sentence."""
    phrase = re.split("[，,；;：:]", left)[-1].split("分别")[0]
    if len(phrase) < _SHORTEST_LIST:
        phrase = re.split("[；;：:]", left)[-1].split("分别")[0]
    return re.sub("较.*$", "", phrase)


def _indicator(
    text: str, half: HalfSentence, q: Quantity, left_end: int, next_start: int, words: CommitmentWords
) -> tuple[int, str, int]:
    """Where the quote begins, the indicator's noun phrase, where the quote ends."""
    clause_start = _last_stop(text, max(half.span.start, left_end), q.span.start)
    left = text[clause_start : q.span.start]
    behind = _NOUN_STOP.search(text, q.span.end, half.span.end)
    right_end = behind.start() if behind else half.span.end
    if next_start < right_end:
        comma = text.rfind("、", q.span.end, next_start)
        right_end = comma if comma > 0 else next_start
    if q.dimension == "duration" and text[q.span.end - 1] == "内":
        return _within_time(text, half, q, clause_start, right_end, words)
    right = _OF_RATIO.sub("", text[q.span.end : right_end])
    if right.startswith(("以上", "以内", "左右")):
        right = right[2:]
    bare_left = left.strip(' 、,，和及与“"')
    noun_right = "" if _NO_NOUN.match(right.rstrip()) else right.strip(' 的”"')
    if words.verb_at_start.match(noun_right) and "的" not in right:
        # a clause of its own (5家，推动……), unless 的 makes it say which things are counted: 5家具备上市条件的企业
        noun_right = ""
    verb_in_bound = ends_with_verb(text[q.span.start : q.number.start], words)
    if len(noun_right) >= 2 and _LINKED.search(left):
        return q.span.start, noun_after(right), right_end
    counted_behind = bare_left.endswith("在") or (
        verb_in_bound or not bare_left or ends_with_verb(bare_left, words) or right.startswith("的")
    )
    if len(noun_right) >= 2 and counted_behind:
        return _skip(text, clause_start), noun_after(right), right_end
    noun = noun_before(left, words)
    noun = "" if noun in words.verbs or names_nothing(noun) else noun
    if len(noun) < 2 and len(noun_right) >= 2:
        noun, right_end_used = noun_after(right), right_end
        return _skip(text, clause_start), noun, right_end_used
    if len(noun) < 2:
        # the clause holds nothing but a time or a verb: the noun stands in the clause before
        earlier = _last_stop(text, half.span.start, max(half.span.start, clause_start - 1))
        if earlier < left_end:
            # that clause has a number and an indicator of its own, which this number shares
            return _skip(text, earlier), "", q.span.end
        noun = noun_before(text[earlier:clause_start], words) or noun
        return _skip(text, earlier), noun, q.span.end
    if noun_right and len(noun_right) <= 12 and ends_with_verb(left[: max(0, len(left) - 0)], words):
        noun = noun + noun_right
    elif len(noun_right) >= 2 and _COUNTED.sub("", noun_right) and not _NOUN_END.search(left):
        noun = noun_right
    elif len(noun_right) >= 2 and q.comparator == "=" and q.dimension in ("count", "area", "money"):
        # 德鸿宸院160套人才公寓: the place before, the noun behind
        noun = noun + noun_right
        return _skip(text, clause_start), noun, right_end
    return _skip(text, clause_start), noun, q.span.end


def _within_time(
    text: str, half: HalfSentence, q: Quantity, begin: int, right_end: int, words: CommitmentWords
) -> tuple[int, str, int]:
    """What is done within a time: 3分钟内响应救援 names it behind, 流程时间压缩至3周以内 before."""
    right = text[q.span.end : right_end].strip(" ，,")
    if len(right) < 2:
        noun = noun_before(text[begin : q.span.start], words)
        if len(noun) >= 4 and not noun.endswith(("后", "起", "日")):
            return _skip(text, begin), noun, q.span.end
        stop = _STOP.search(text, min(q.span.end + 1, half.span.end), half.span.end)
        right_end = stop.start() if stop else half.span.end
        right = text[q.span.end : right_end].strip(" ，,")
    return _skip(text, begin), right, right_end


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " 、，,；;：:。\n":
        at += 1
    return at


def _last_stop(text: str, start: int, end: int) -> int:
    last = start
    for match in _STOP.finditer(text, start, end):
        last = match.end()
    return last


def _softener(text: str, half: HalfSentence, q: Quantity, words: CommitmentWords) -> str | None:
    match = words.soft_inside.search(text, half.span.start, q.number.start)
    return match.group() if match else None


def _recurrence(text: str, half: HalfSentence, q: Quantity) -> str | None:
    for time in reversed(half.times):
        if time.role != "recurring" or time.span.start >= q.number.start:
            continue
        word = text[time.span.start : time.span.end]
        if word.startswith("年") and _STOP.search(text, time.span.end, q.number.start):
            # 年均, 年产 speak of their own clause alone, 每年 of what follows
            continue
        return time.recurrence
    return None


def _mode(text: str, words: CommitmentWords) -> str | None:
    return next((mode for word, mode in words.modes if word in text), None)
