"""An indicator's name taken apart: 全市新增省级及以上科技企业孵化器、众创空间 is level 省及以上, noun 众创空间、科技企业孵化器."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint.compare.levels import inner_level, leading_level

if TYPE_CHECKING:
    from planlint.compare.vocabulary import Vocabulary

_TIME = re.compile(
    r"^(?:到|至|从|截至|力争)*(?:\d{4}年?(?:[—\-－至到]\d{4}年)?|[“\"]?十[三四五六]五[”\"]?)(?:年)?(?:期间|时期|底|末|前|内|，|,)*"
)
_NUMBERED = re.compile(r"^(?:\d{1,2}[.．、]|[一二三四五六七八九十]{1,2}是)(?=[\u4e00-\u9fff])")
_EDGES = re.compile(r"^[、，,；;：:。的）)\]】\d.．\-—·]+(?![GA])|[、，,；;：:的（(\[【或及与]+$")
_GLOSS = re.compile(r"[（(]([^（）()]{1,20})[）)]")
_UNCLOSED = re.compile(r"[（(][^（）()]*$")
_JOINTS = re.compile(r"[、/]|以及|及其他|和|与|及|或")
_OTHERS = re.compile(r"等(?:各类)?(?:项目|企业|平台|机构|活动)?$")
_KINDS = "等"
# A noun this short may stand inside another word by chance; jieba says where words begin.
_SHORT = 3
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts; `known` says that the noun is in the dictionary."""

    noun: str
    level: str | None
    scope: str | None
    known: bool


def parse_name(given: str, words: Vocabulary) -> Name:
    """The parts of a name. What is not understood stays in the noun: nothing of the name is thrown away but lead-ins and tails."""
    name = words.spelled(given)
    name = _UNCLOSED.sub("", name) or name
    whole = _entry(name, words)
    if whole is not None:
        return whole
    name = _without_lead_in(name, words)
    served = words.served.match(name)
    who = None
    if served is not None and words.concepts.held(name) is None:
        # 为在岗护理员开展职业技能培训: what is given is counted, to whom narrows it
        who, name = served.group("who"), served.group("what")
    name, scope = _without_relation(name, words)
    name, level = leading_level(name, words)
    name = _without_lead_in(name, words)
    name = _without_tail(name, words)
    found = _noun(name, words)
    narrower = "、".join(filter(None, (scope, who, found.scope)))
    return Name(found.noun, level or found.level, narrower or None, found.known)


def _entry(name: str, words: Vocabulary) -> Name | None:
    """What the dictionary says of this very spelling."""
    noun = words.concepts.spelled.get(name)
    if noun is not None:
        return Name(noun, None, None, known=True)
    near = words.concepts.near.get(name)
    return Name(near[0], None, near[1], known=True) if near is not None else None


def _without_lead_in(name: str, words: Vocabulary) -> str:
    before = None
    while name != before and not words.concepts.knows(name):
        before = name
        name = _EDGES.sub("", _NUMBERED.sub("", name))
        name = _TIME.sub("", name)
        for pattern in (words.trivial, words.lead_in, words.mode):
            match = pattern.match(name)
            # a name that would be nothing but the verb stays: 就业, 专利申请
            if match is not None and _may_go(name, match.end(), words):
                name = name[match.end() :]
                break
    return name


def _may_go(name: str, size: int, words: Vocabulary) -> bool:
    """Whether the first letters are a lead-in: not where a dictionary noun or a longer word begins with them (和美乡村, 先进制造业)."""
    held = words.protected.match(name)
    if len(name) - size < _LEAST or _begins_noun(name, size, words) or (held and held.end() > size):
        return False
    if size > 1:
        return True
    from planlint.text.words import starts

    return size in starts(name)


def _begins_noun(name: str, size: int, words: Vocabulary) -> bool:
    """Whether a dictionary noun begins the name and outlasts the lead-in: 孵化面积, 创新平台 keep their verb."""
    return any(words.concepts.knows(name[:end]) for end in range(min(len(name), 16), size, -1))


def _without_relation(name: str, words: Vocabulary) -> tuple[str, str | None]:
    match = words.relation.search(name)
    if match is None or len(name) - len(match.group()) < _LEAST or words.concepts.knows(name):
        return name, None
    # 养老服务 is a word of its own; only a firm 入驻 or 落户 is narrowed by it
    if match.start() > 0 and match.group() == name[-len(match.group()) :] and _begins_noun(name, 1, words):
        return name, None
    rest = name[: match.start()] + name[match.end() :]
    return _without_lead_in(rest, words), match.group()


def _without_tail(name: str, words: Vocabulary) -> str:
    before = None
    while name != before and not words.concepts.knows(name):
        before = name
        name = _EDGES.sub("", _OTHERS.sub("", name))
        for pattern in (words.change, words.tail):
            if name.endswith(words.lists["numbers"]) and not name.endswith("家数") and pattern is words.tail:
                break
            shorter = pattern.sub("", name)
            if len(shorter) >= _LEAST and shorter != name:
                name = shorter
                break
    return name


def _noun(name: str, words: Vocabulary) -> Name:
    """The noun by its dictionary name, with what narrows it; deeds behind it go where the rest is known."""
    at = name
    while True:
        found = _known(at, words)
        if found is not None:
            return found
        shorter = words.deed.sub("", at)
        if len(shorter) < _LEAST or shorter == at:
            break
        at = shorter
    held = words.concepts.held(name)
    if held is not None:
        return Name(held, None, name, known=True)
    # 光伏新增装机 is 光伏装机, of which some are new
    found = _known(words.mode.sub("", name), words)
    if found is not None and found.scope is None:
        return found
    name = at if words.mode.fullmatch(name[len(at) :]) else name
    rest, level = inner_level(name, words)
    return Name(rest if len(rest) >= _LEAST else name, level, None, known=False)


def _known(name: str, words: Vocabulary) -> Name | None:
    whole = _entry(name, words)
    if whole is not None:
        return whole
    bare = _GLOSS.sub("", name)
    if bare != name and (entry := _entry(bare, words)) is not None:
        return replace(entry, scope="、".join(_GLOSS.findall(name)))
    parts = [part for part in _JOINTS.split(name) if part]
    nouns = [words.nouns.get(part) for part in parts]
    if len(parts) > 1 and all(nouns):
        return Name("、".join(sorted({noun for noun in nouns if noun})), None, None, known=True)
    for size in range(len(name) - 1, 1, -1):
        ending = name[-size:]
        entry = _entry(ending, words)
        if entry is None or not _is_word(name, ending):
            continue
        narrower, level = _narrowing(name[:-size], words)
        # a list of several things is not its last one; 供水、供热等管网 are all of one kind
        if _JOINTS.search(narrower) and not narrower.endswith(_KINDS):
            return None
        scope = "、".join(filter(None, (narrower, entry.scope)))
        return Name(entry.noun, level, scope or None, known=True)
    return None


def _narrowing(text: str, words: Vocabulary) -> tuple[str, str | None]:
    """What stands in front of a noun: without its level, verbs, and words that narrow nothing."""
    rest, level = leading_level(text, words)
    if level is None:
        rest, level = inner_level(text, words)
    rest = words.weak.sub("", rest)
    rest = words.done.sub("", rest)
    return _EDGES.sub("", rest), level


def _is_word(name: str, ending: str) -> bool:
    if len(ending) > _SHORT:
        return True
    from planlint.text.words import ending_at_word

    return ending_at_word(name, [ending]) is not None
