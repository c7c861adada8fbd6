"""The names that stand before a verb: 市科技局、市财政局按职责分工 | 负责……; and what may stand between a name and its verb."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.facts.responsibilities.found import Name
from planlint.facts.responsibilities.words import NESTED, any_of
from planlint.model.span import Span
from planlint.text.han import HAN

if TYPE_CHECKING:
    from planlint.facts.responsibilities.reader import UnitReader
    from planlint.rulebook import Rulebook

_JOIN = re.compile("、|(?<!党委)和|和(?!政府)|及|与|以及")
# 在各自职责范围内, 依照标准: how a unit does it, between its name and the verb.
_MANNER = re.compile(
    "(?:在(?:各自)?(?:的)?(?:职责|职权|权限)范围内|(?:依照|按照|根据|依据)[^，。；、]{2,14})$"
)
_ITEM_LABEL = re.compile(
    "[ ]*(?:第[一二三四五六七八九十百0-9]{1,4}条|[0-9]{1,3}[.．、]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)])[ ]*"
)
# A phrase that holds one of these is a clause, no name.
_CLAUSE = re.compile(
    f"[要需的在将了为从把被使得]|应(?!急|用)|对(?!外|台)|支持|鼓励|加强|推进|建立|参照|{HAN}{{2}}向"
)
_BESIDE = "会同"
_LONGEST = 20


@dataclass(frozen=True, slots=True)
class ActingWords:
    """Patterns over rules/lexicon/duties.yaml; `modal` what stands between a name and its verb, `generic` who is nobody."""

    modal: re.Pattern[str]
    generic: frozenset[str]
    body: str
    duty: str
    duty_verb: str
    done: str
    divided: re.Pattern[str]


@lru_cache(maxsize=8)
def acting_words(rules: Rulebook) -> ActingWords:
    """The words of a rulebook, built once."""
    duties, agencies = rules.words("duties"), rules.words("agencies")
    modal = [*duties["modals"], *agencies["manners"]]
    return ActingWords(
        modal=re.compile(
            f"(?:{any_of(modal)}|(?<![高中初同平均])等(?:有关|相关)?(?:{any_of([*agencies['groups'], '行业协会'])})?)+$"
        ),
        generic=frozenset(duties["generic"]),
        body=any_of(duties["bodies"]),
        duty=any_of(duties["duties"]),
        duty_verb=any_of(duties["duty_verbs"]),
        done=any_of(duties["done"]),
        divided=re.compile(any_of(duties["divided"])),
    )


def names_before(reader: UnitReader, acting: ActingWords, span: Span, *, named: bool = False) -> list[Name]:
    """The units that a stretch before a verb ends in; empty where one of the phrases can be no unit. `named` tells that 由 stands before."""
    text, words = reader.text, reader.words
    start, end = span
    label = _ITEM_LABEL.match(text, start, end)
    start = label.end() if label is not None else start
    together = text.find(_BESIDE, start + 2, end)
    if together > 0 and not text.startswith(("会同有关", "会同相关"), together):
        end = together
    body = acting.modal.sub("", _MANNER.sub("", text[start:end]))
    lead = words.lead_in.search(body)
    if lead is not None:
        start, body, named = start + lead.end(), body[lead.end() :], True
    inner = re.search(f"(?:由|以|请)(?=(?:{HAN}|、|[（(]{HAN}+[)）]){{2,}}$)", body)
    if inner is not None and inner.start() > 0 and "、" not in body[: inner.start()]:
        start, body, named = start + inner.end(), body[inner.end() :], True
    return _apart(reader, acting, start, body, named=named)


def _apart(reader: UnitReader, acting: ActingWords, start: int, body: str, *, named: bool) -> list[Name]:
    names: list[Name] = []
    at = 0
    masked = NESTED.sub(lambda m: "口" * len(m.group()), body)
    whole = [m.span() for m in reader.words.levels.finditer(body)]
    for separator in [*_JOIN.finditer(masked), None]:
        if separator is not None and any(a < separator.start() < b for a, b in whole):
            continue
        stop = separator.start() if separator is not None else len(body)
        unit = body[at:stop].strip()
        begin = start + at + (len(body[at:stop]) - len(body[at:stop].lstrip()))
        attribute = unit.rfind("的")
        if attribute >= 0:
            # 市场化的第三方专业团队: what describes a unit is no part of its name
            begin, unit = begin + attribute + 1, unit[attribute + 1 :]
        if not _is_name(reader, acting, unit, named=named):
            return []
        names.append(Name(unit, None, Span(begin, begin + len(unit)), None, len(names)))
        at = separator.end() if separator is not None else stop
    return names


def _is_name(reader: UnitReader, acting: ActingWords, unit: str, *, named: bool) -> bool:
    """Whether a phrase is a unit's name and neither everybody (企业), nor a part that a list plays (配合部门), nor a clause."""
    words = reader.words
    bare = NESTED.sub("", unit)
    if (
        not 2 <= len(bare) <= _LONGEST
        or bare in acting.generic
        or words.is_person(unit)
        or (not bare.startswith("各") and reader.labels.role_of(bare)[0])
    ):
        return False
    if (
        re.search("[。；：！？《》\n，]", bare)
        or re.search("[0-9]", bare[2:])
        or any(mark in bare for mark in "或“+＋")
    ):
        return False
    if words.refute.search(bare) or _CLAUSE.search(bare[:-1]):
        return False
    # 由体育牵头: behind 由 stands somebody
    return reader.is_unit(unit) or (named and len(bare) <= 4 and words.could_be(bare))
