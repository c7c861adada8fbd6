"""An indicator's name taken apart: 全市新增省级及以上科技企业孵化器、众创空间 is level 省及以上, noun 众创空间、科技企业孵化器."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.compare.vocabulary import Vocabulary

_BLANKS = re.compile(r"\s+")
_TIME = re.compile(
    r"^(?:到|至|从|截至|力争)*(?:\d{4}年?(?:[—\-－至到]\d{4}年)?|[“\"]?十[三四五六]五[”\"]?)(?:年)?(?:期间|时期|底|末|前|内|，|,)*"
)
_EDGES = re.compile(r"^[、，,；;：:。的）)”」】\d.．\-—·]+|[、，,；;：:的（(“「【]+$")
_GLOSS = re.compile(r"[（(]([^（）()]{1,20})[）)]")
_JOINTS = re.compile(r"[、/]|以及|及其他|和|与|及|或")
_OTHERS = re.compile(r"等(?:各类)?(?:项目|企业|平台|机构|活动)?$")
_COUNTED = re.compile(r"(?<=[\u4e00-\u9fff])(?:总)?数量?$")
# A noun this short may stand inside another word by chance; jieba says where words begin.
_SHORT = 3
_ORDER = ("国家", "省", "市", "区县")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts; `known` says that the noun is in the dictionary."""

    noun: str
    level: str | None
    scope: str | None
    known: bool


def plain(text: str) -> str:
    """The text without blanks, digits and brackets in one width."""
    return _BLANKS.sub("", text).replace("（", "(").replace("）", ")")


def parse_name(given: str, words: Vocabulary) -> Name:
    """The parts of a name. What is not understood stays in the noun: nothing of the name is thrown away but lead-ins and tails."""
    name = plain(given)
    whole = words.nouns.get(name)
    if whole is not None:
        return Name(whole, None, None, known=True)
    name = _without_lead_in(name, words)
    name, scope = _without_relation(name, words)
    name, level = _without_level(name, words)
    name = _without_lead_in(name, words)
    name = _without_tail(name, words)
    noun, narrower, known = _noun(name, words)
    return Name(noun, level, "、".join(filter(None, (scope, narrower))) or None, known)


def _without_lead_in(name: str, words: Vocabulary) -> str:
    before = None
    while name != before and name not in words.nouns:
        before = name
        name = _EDGES.sub("", name)
        name = _TIME.sub("", name)
        for pattern in (words.trivial, words.lead_in, words.mode):
            match = pattern.match(name)
            # a name that would be nothing but the verb stays: 就业, 专利申请
            if match is not None and len(name) - match.end() >= 2 and not _begins_noun(name, words):
                name = name[match.end() :]
                break
    return name


def _begins_noun(name: str, words: Vocabulary) -> bool:
    """Whether a dictionary noun begins the name: 孵化面积, 创新平台 keep their verb."""
    return any(name[:size] in words.nouns for size in range(len(name), 1, -1))


def _without_relation(name: str, words: Vocabulary) -> tuple[str, str | None]:
    match = words.relation.search(name)
    if match is None or len(name) - len(match.group()) < 2 or name in words.nouns:
        return name, None
    rest = name[: match.start()] + name[match.end() :]
    return _without_lead_in(rest, words), match.group()


def _without_level(name: str, words: Vocabulary) -> tuple[str, str | None]:
    match = words.level.match(name)
    if match is None or name in words.nouns:
        return name, None
    marked = "级" in match.group() or match.group("up")
    # 省列统, 国家重点 are levels although 级 is not said; 市场, 区域 are not
    if not marked and match.group("levels") != "国家":
        return name, None
    rest = name[match.end() :].lstrip("的")
    if len(rest) < 2:
        return name, None
    levels = {words.levels[word] for word in _level_words(match.group("levels"), words)}
    return rest, _level_name(levels, upward=bool(match.group("up")))


def _level_words(text: str, words: Vocabulary) -> list[str]:
    found = []
    for part in re.split(r"[、和及与或/]", text):
        word = part.removesuffix("级")
        if word in words.levels:
            found.append(word)
    return found


def _level_name(levels: set[str], *, upward: bool) -> str | None:
    ordered = [level for level in _ORDER if level in levels]
    if not ordered:
        return None
    # 国家、省级 are all levels from 省 up
    if upward or (len(ordered) > 1 and ordered == list(_ORDER[: len(ordered)])):
        return f"{ordered[-1]}及以上" if ordered[-1] != "国家" else "国家"
    return "、".join(ordered)


def _without_tail(name: str, words: Vocabulary) -> str:
    before = None
    while name != before and name not in words.nouns:
        before = name
        name = _EDGES.sub("", _OTHERS.sub("", name))
        if name.endswith(words.lists["numbers"]) and not name.endswith("家数"):
            break
        shorter = words.tail.sub("", name)
        if len(shorter) >= 2:
            name = shorter
    return name


def _noun(name: str, words: Vocabulary) -> tuple[str, str | None, bool]:
    """The noun by its dictionary name, what narrows it, and whether it is in the dictionary."""
    if name in words.nouns:
        return words.nouns[name], None, True
    bare = _GLOSS.sub("", name)
    if bare in words.nouns and bare != name:
        return words.nouns[bare], "、".join(_GLOSS.findall(name)), True
    parts = [part for part in _JOINTS.split(name) if part]
    known = [words.nouns.get(part) for part in parts]
    if len(parts) > 1 and all(known):
        return "、".join(sorted({noun for noun in known if noun})), None, True
    for size in range(len(name) - 1, 1, -1):
        ending = name[-size:]
        # a list of several things is not its last one
        if ending in words.nouns and not _JOINTS.search(name[:-size]) and _is_word(name, ending):
            return words.nouns[ending], name[:-size], True
    return name, None, False


def _is_word(name: str, ending: str) -> bool:
    if len(ending) > _SHORT:
        return True
    from planlint.text.words import ending_at_word

    return ending_at_word(name, [ending]) is not None
