"""The vocabulary of subsidies as patterns: giving words, instruments (奖励, 补贴 …), bases (投资额 …), waived and halved dues."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.meaning.vocabulary import meaning_words

if TYPE_CHECKING:
    from planlint.meaning.vocabulary import MeaningWords
    from planlint.rulebook import Rulebook


# 门票5折优惠: nine tenths at most are paid, and 打折 says no number.
_TENTHS = "(?=[1-9一二三四五六七八九])(?<![\\d.])(?P<tenths>[1-9](?:\\.\\d)?|[一二三四五六七八九])折(?=优惠|收取|收费|减免|计收|购买|供应)"

# 减免3个月租金: what is waived for a time.
_MONTHS = "(?:减免|免除)(?:[1-9]|1\\d|[一二两三四五六])个月(?:的)?(?:房屋|房产|场地|摊位|厂房)?(?:租金|租赁费|房租|物业费)"


@dataclass(frozen=True, slots=True)
class SubsidyWords:
    """Patterns over rules/lexicon/subsidies.yaml.

    `gives` any giving word; `governs` a giving word that governs the number at the end of the text; `behind` an instrument
    right behind a number; `left_over` the instrument of the sum before at the front of a text; `receiver` who gets it, named
    behind a number (给予承办单位补助); `base_at_end` what a size is measured in, right before a number (设备投资额达到); `budget`
    the ceiling of a whole measure; `procedure` a clause that names nobody; `forgone` waived and halved dues.
    """

    gives: re.Pattern[str]
    governs: re.Pattern[str]
    governs_share: re.Pattern[str]
    governs_near: re.Pattern[str]
    strong: re.Pattern[str]
    behind: re.Pattern[str]
    instrument: re.Pattern[str]
    left_over: re.Pattern[str]
    capped: re.Pattern[str]
    receiver: re.Pattern[str]
    base_at_end: re.Pattern[str]
    step_gives: re.Pattern[str]
    label: re.Pattern[str]
    budget: re.Pattern[str]
    procedure: re.Pattern[str]
    forgone: re.Pattern[str]
    halved: frozenset[str]
    not_given: re.Pattern[str]
    past: re.Pattern[str]
    meaning: MeaningWords


@lru_cache(maxsize=8)
def subsidy_words(rules: Rulebook) -> SubsidyWords:
    """The vocabulary of a rulebook, built once."""
    words = rules.words("subsidies")

    def any_of(*groups: str) -> str:
        longest = sorted({w for g in groups for w in words[g]}, key=lambda w: (-len(w), w))
        return "(?:" + "|".join(map(re.escape, longest)) + ")"

    strong = any_of("verbs")
    gives, instruments = any_of("verbs", "weak_verbs"), any_of("instruments")
    return SubsidyWords(
        gives=re.compile(any_of("verbs", "weak_verbs", "instruments") + f"|{any_of('short_verbs')}(?=\\d)"),
        governs=re.compile(
            f"(?:{strong}(?!政策|对象|条件|范围|标准为)[^，,。；;:：的]{{0,18}}|{any_of('short_verbs')})$"
        ),
        governs_share=re.compile(
            f"{strong}(?!政策|对象|条件|范围|额|标准|资金(?!支持)|[^，,。；;]{{0,6}}覆盖)[^，,。；;:：]{{0,24}}$"
        ),
        governs_near=re.compile(f"{strong}[^，,。；;:：的]{{0,3}}$"),
        strong=re.compile(strong),
        behind=re.compile(
            f"^(?:的)?(?:(?:的)?标准(?:一次性)?(?:给予|予以|发放|享受)[^，,。；;:：0-9]{{0,16}}?)?[^，,。；;、:：0-9]{{0,7}}?{instruments}(?!基金|资金池)"
        ),
        instrument=re.compile(instruments),
        left_over=re.compile(
            f"^的?[^，,。；;对]{{0,6}}?(?:{instruments}(?:资金)?(?:[，,；;、和及与]|[:：])|[奖费金][，,；;])(?:其中[，,：:]?)?"
        ),
        capped=re.compile(
            f"{any_of('ceilings')}(?:可|为|再)?(?:[^，,。；;0-9]{{0,10}}|{gives}[^，,。；;0-9]{{0,24}})$"
        ),
        receiver=re.compile(
            f"的?(?:比例|标准)?(?:分别)?(?:给予|予以|奖励|补助|补贴)(?:一次性|给)?(?P<who>[一-鿿]{{0,6}}?{any_of('receivers')})(?={instruments}|[一-鿿]{{0,4}}{instruments}|[，,。；;]|$)"
        ),
        base_at_end=re.compile(
            f"{any_of('bases')}(?:首次)?(?:（[^）]{{1,12}}）|\\([^)]{{1,12}}\\))?(?:为|在|达到?|超过?|突破|满|不低于|不少于|由|从)?$"
        ),
        step_gives=re.compile(
            f"^的?(?P<comma>[，,])?(?:分别|一次性|再|均|各|则|可|按规定|最高)*(?:{gives}[^，,。；;：:\\d]{{0,10}}|按)\\d"
        ),
        label=re.compile(f"{instruments}(?:标准|金额|额度|办法)?(?:为|如下)?[：:]"),
        budget=re.compile(
            f"(?:{any_of('measure_itself')}(?!有效期|支持|扶持)[^，,。；;]{{0,14}}|{any_of('budget_words')}[^，,。；;]{{0,8}})$"
        ),
        procedure=re.compile(f"^(?:{any_of('procedure')})"),
        forgone=re.compile(f"{any_of('waived', 'halved')}|{_MONTHS}|{_TENTHS}"),
        halved=frozenset(words["halved"]),
        not_given=re.compile(any_of("not_given")),
        past=re.compile(any_of("past")),
        meaning=meaning_words(rules),
    )
