"""The level of a name: 省级以上科技企业孵化器 is 省及以上, 专业类省级概念验证中心 is 省; what is left of the name comes back too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.compare.vocabulary import Vocabulary

_ORDER = ("国家", "省", "市", "区县")
_JOINTS = re.compile(r"[、和及与或/]")
_LEAST = 2


def leading_level(name: str, words: Vocabulary) -> tuple[str, str | None]:
    """The name without the level in front of it, and the level."""
    match = words.level.match(name)
    if match is None or words.concepts.knows(name):
        return name, None
    # 省列统, 国家重点 are levels although 级 is not said; 市场, 区域 are not
    marked = "级" in match.group() or match.group("up") or match.group("levels") == "国家"
    if not marked:
        match = words.bare_level.match(name)
    if match is None:
        return name, None
    rest = name[match.end() :].lstrip("的")
    if len(rest) < _LEAST:
        return name, None
    found = {words.levels[word] for word in _words_of(match.group("levels"), words)}
    return rest, _named(found, upward=bool(match.groupdict().get("up")))


def inner_level(text: str, words: Vocabulary) -> tuple[str, str | None]:
    """The same for a level inside: 残疾人日间照料服务省级示范中心."""
    match = words.inner_level.search(text)
    if match is None:
        return text, None
    level = words.levels[match.group().removesuffix("级")]
    return text[: match.start()] + text[match.end() :], level


def _words_of(text: str, words: Vocabulary) -> list[str]:
    parts = (part.removesuffix("级") for part in _JOINTS.split(text))
    return [part for part in parts if part in words.levels]


def _named(levels: set[str], *, upward: bool) -> str | None:
    ordered = [level for level in _ORDER if level in levels]
    if not ordered:
        return None
    # 国家、省级 are all levels from 省 up
    if upward or (len(ordered) > 1 and ordered == list(_ORDER[: len(ordered)])):
        return f"{ordered[-1]}及以上" if ordered[-1] != "国家" else "国家"
    return "、".join(ordered)
