"""Who earns a sum: the words before the giving verb, 对…的 without its frame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.facts.subsidies.words import SubsidyWords

_EDGE = " ,，、:：;；。的"
_ADDRESSED = re.compile(
    "(?:^|[，,；;。])(?:其中)?(?:对于|对(?!超出|超过部分|增量|新增部分)|凡)(?=[^，,；;。])"
)
_LABEL = re.compile("^[（(]?(?:[一二三四五六七八九十百]{1,4}|\\d{1,3})(?:[)）]|[、．.](?!\\d))")
# 物流补贴：对……: the heading of a provision says what it is about, who earns it stands behind.
_HEADED = re.compile("^(?!对|凡|[^，,。；;：:]{0,20}(?:给予|予以))[^，,。；;：:]{2,20}[：:。](?=[^，,。；;])")
# Behind a giving word of an earlier clause the provision begins anew: 支持企业……，对……费用，按照……的50%.
_NEW_PROVISION = re.compile("[，,](?:对(?!象)|可?按|符合)")
# 给予一次性创业补贴1万元: the giving begins before the last giving word.
_GIVING = re.compile(
    "(?:可|均|再|另|将|分别)?(?:给予|予以|一次性(?:给予|奖励|补助|补贴)|发放)[^，,；;的]*[，,]?$"
)
_LEAD = (
    r"^(?:第[一二三四五六七八九十百]+条[ ]?|(?:按照|根据|依据)[^，,]*[，,]|自(?![主建研营有筹行产然费身])[^，,的]{0,12}(?:起|以来|之日起)[，,]"
    r"|\d+[.、](?!\d)|[一二三四五六七八九十]+是|并(?!购)|再(?![次生制就造])|${provisions.leads})+"
)
_LEVEL = "(?:中央|省|市|区|县|镇|同级|各级|地方)(?:级|本级)?"
_TAIL = (
    rf"(?:由(?:中央|省|市|区|县|镇)(?:级|本级)?|由?(?:{_LEVEL}[、和])*{_LEVEL}财政|税[前后]|${{provisions.trails}}"
    r"|依据[^，,]*|根据[^，,]*|[，,]经(?!济|营)[^，,、]{0,12}|[，,、的 ])+$"
)
# 对竣工项目按设备投资额给予: how it is reckoned, right behind who earns it.
_RECKONED = (
    r"(?:可|均|最高)*按(?![时期需质揭序月年])照?(?:其|实际)?(?:标的|[^，,、的\d]){2,16}的?$|"
    "(?:可|均)?按照?(?:其|实际)?[^，,的]{1,12}${provisions.reckoned_by}的?$"
)
# 研发费用800万元以上的，对超出部分: of what the sum is a part, no one who earns it.
_PORTION = re.compile("(?<=..)[，,]?对?(?:超出|超过|新增|增量)(?:的)?部分$")
# 新能源公交车，市财政每车; 首年每航次: for what one sum is, right before it.
_EACH = re.compile("(?<=..)(?:[，,]?每(?!年|月)|[，,]单[个户家项])[一-鿿]{1,5}$")
_NOT_HERE = re.compile(
    "的(?!标准|比例|额度|资金|金额|总额|部分)[一-鿿]{2}|(?:的)?基础上|(?:资金|政策)的[一-鿿]{2}"
)
_METHOD = re.compile(
    "[，,](?:由?(?:中央|省|市|区|县|镇)(?:级|本级)?财政)?(?:分别|均|每年|可|再|最高)?可?(?:按照?(?![^，,]*\\d[\\d.]*[万亿元])|经(?![^，,]*、)|根据|依据|视)[^，,]*$"
)
# ，在本区首播的 says who, ，在政策有效期内 when.
_PLACED = re.compile("[，,](?:由|从|自|在|以|每年)[^，,的]*$")

# What is named behind the giving verb is often a cost or the money itself, and nobody.
_COST = "[^，,]*${provisions.costs}$"
_MONEY = "(?:${provisions.money_itself}|(?:差额)?部分)$"
# 给予一次性奖励：3000万元（含）至1亿元的奖励: the first tier of a ladder stands behind the colon.
_FIRST_TIER = re.compile(
    "[：:](?P<tier>\\d[^，,。；;：:]{2,30}?)(?:的|，|,)*(?:分别|一次性)?(?:给予|奖励|补助|补贴|奖补|按)?$"
)


def object_of(segment: str, words: SubsidyWords) -> tuple[str, str]:
    """The beneficiary phrase before a sum and the words between the giving verb and the sum (运营管理方)."""
    segment = _LABEL.sub("", segment.lstrip(_EDGE + "\n"))
    left_over = words.left_over.match(segment)
    segment = (segment[left_over.end() :] if left_over is not None else segment).strip(_EDGE + "\n")
    headed = _HEADED.match(segment)
    if headed is not None and len(segment) - headed.end() > 1:
        segment = segment[headed.end() :]
    verb = None
    for given in words.gives.finditer(segment):
        # 获得省级资金支持的项目, 在国家补贴基础上: no giving of this provision
        bare = given.group() == "奖" and segment[given.end() : given.end() + 1] not in ("", "每")
        if (
            not bare
            and _NOT_HERE.match(segment, given.end()) is None
            and not segment.endswith("等奖", 0, given.end())
        ):
            verb = given
    tier = _FIRST_TIER.search(segment)
    if tier is not None and words.gives.search(segment, 0, tier.start()):
        whose, _ = object_of(segment[: tier.start()], words)
        return f"{whose}，{tier['tier']}" if whose else tier["tier"], ""
    if verb is None or _NEW_PROVISION.search(segment, verb.end()):
        return _trim(segment, words), ""
    if verb.start() == 0 and verb.group() == "支持" and re.search("[，,]", segment):
        # 支持高校共建研究中心，政府按1:1出资: whom it supports is named right behind
        return _trim(re.split("[，,]", segment, maxsplit=1)[0], words), ""
    receiver = segment[verb.end() :].strip(_EDGE)
    left = segment[: verb.start()]
    giving = _GIVING.search(left)
    if giving is not None:
        left = left[: giving.start()]
    return _trim(left, words), _receiver(receiver, words)


def _receiver(text: str, words: SubsidyWords) -> str:
    text = re.sub("(?:每|最高|不超过|一次性|不低于|约|按|税[前后]).*$", "", text)
    # 支持金额最高…: what is given is named there, not who gets it
    text = re.split("[，,；;：:]", text)[0]
    text = re.sub("(?:标准|额度|比例|金额)?(?:提高|增加|调整|提升)(?:到|至|为).*$", "", text)
    text = words.pattern(_COST).sub("", text)
    text = words.pattern(_MONEY).sub("", text)
    return text if 2 <= len(text) <= 16 else ""


def _trim(text: str, words: SubsidyWords) -> str:
    text = text.lstrip(_EDGE).rstrip(_EDGE.replace("的", ""))
    addressed = list(_ADDRESSED.finditer(text))
    if addressed:
        text = text[addressed[-1].end() :]
    changed, closed = True, False
    while changed:
        before = text
        text = _METHOD.sub("", text).rstrip(_EDGE.replace("的", ""))
        # what ends in 的 is a condition, and stays
        closed = text.endswith("的") or (closed and text in before)
        text = (text if closed else _PLACED.sub("", text)).strip(_EDGE)
        text = words.pattern(_TAIL).sub("", text).strip(_EDGE)
        reckoned = words.pattern(_RECKONED).search(text)
        text = text[: reckoned.start()] if reckoned is not None and reckoned.start() > 1 else text
        text = _PORTION.sub("", _EACH.sub("", text))
        changed = text != before
    return words.pattern(_LEAD).sub("", text).strip(_EDGE)


def conditions_of(beneficiary: str, words: SubsidyWords) -> tuple[str, ...]:
    """The conditions inside a beneficiary phrase: its clauses that end in 的 or hold a threshold."""
    clauses = [c.strip(_EDGE) for c in re.split("[，,]", beneficiary)]
    condition = words.pattern(r"\d|${provisions.meets}")
    return tuple(c for c in clauses if condition.search(c))
