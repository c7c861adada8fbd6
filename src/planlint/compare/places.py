"""Whose plan it is: 沂源县人民政府办公室 gives the place 沂源, a county; 济源产城融合示范区… gives 济源."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planlint.meaning.vocabulary import any_of
from planlint.text.plain import plain

if TYPE_CHECKING:
    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.fact import DocumentData

_HAN = r"[\u4e00-\u9fff]"
# A city's or county's name; 地区 and 社区, 城市 and 超市 are no places.
_PLACE = re.compile(
    rf"({_HAN}{{2,6}}?)(省|自治区|自治州|自治县|自治旗|地区|盟|市|区|县|州|旗)(?![场政容民域间级内外])"
)
_NO_NAME = re.compile(r"^(?:关于|印发|全|我|本|各|该|中共|支持|推进|促进|加快|推动|公布|下达)")
_TIERS = {"省": "省", "自治区": "省", "市": "市", "自治州": "市", "地区": "市", "盟": "市", "州": "市"}
_NAME_PARTS = re.compile(r"[\s_\-—.·()（）【】\[\]、,，0-9]+")
_HAN_ALONE = re.compile(rf"{_HAN}+")


class Place(NamedTuple):
    """A territory: its short name (沂源) and its tier 国家, 省, 市 or 区县."""

    name: str | None
    tier: str | None


def place_of(data: DocumentData, words: Vocabulary) -> Place:
    """The place of a plan, from the division that it states, its issuer, or its title."""
    found = [_place_in(text, words) for text in (data.division, data.issuer, data.title) if text]
    named = [place for place in found if place.name is not None]
    if named:
        return named[0]
    return next((place for place in found if place.tier is not None), Place(None, None))


def place_in_name(stem: str, words: Vocabulary) -> str | None:
    """The place that a file is named after: 2026_云南省_政府工作报告 gives 云南, 沂源县 gives 沂源."""
    for part in _NAME_PARTS.split(stem):
        if _HAN_ALONE.fullmatch(part) is None:
            continue
        found = _one_place(part, words)
        if found.name is not None and part.startswith(found.name):
            return found.name
    return None


def _place_in(text: str, words: Vocabulary) -> Place:
    places = [_one_place(part, words) for part in text.split()]
    # several issuers: the one whose territory is the smallest speaks for the plan
    order = ("区县", "市", "省", "国家", None)
    return min(
        places, key=lambda place: (place.name is None, order.index(place.tier)), default=Place(None, None)
    )


def _one_place(text: str, words: Vocabulary) -> Place:
    name = plain(text).removeprefix("中共").lstrip('“"《')
    zone = re.match(rf"({_HAN}{{2,8}}?)({any_of(words.lists['zones'])})", name)
    places = list(_places(name))
    if zone is not None and (not places or len(zone.group(1)) <= len(places[0].group(1))):
        return Place(zone.group(1), "区县" if zone.group(1) not in words.lists["provinces"] else "省")
    if places:
        last = places[-1]
        # 大连某区: nobody says which one
        return Place(last.group(1).removesuffix("某"), _tier(last.group(1), last.group(2), words))
    province = re.search(any_of(words.lists["provinces"]), name)
    if province is not None:
        return Place(province.group(), "省")
    if re.match(any_of(words.lists["national"]), name):
        return Place("国家", "国家")
    return Place(None, None)


def _places(name: str) -> list[re.Match[str]]:
    """The chain of places at the start: 上海市, 杨浦区 of 上海市杨浦区人民政府."""
    chain: list[re.Match[str]] = []
    at = 0
    while (match := _PLACE.match(name, at)) is not None and _NO_NAME.match(match.group(1)) is None:
        chain.append(match)
        at = match.end()
    return chain


def _tier(name: str, kind: str, words: Vocabulary) -> str:
    if kind == "市" and name in words.lists["municipalities"]:
        return "省"
    return _TIERS.get(kind, "区县")
