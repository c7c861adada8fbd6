"""What was said before a sum in its paragraph: 其新增设备 is of whom was named, 达到5000万元 of the sales named before."""

from __future__ import annotations

import re

from planlint.facts.subsidies.unnamed import names_no_one

# One step of a ladder, which names only how much is reached.
_STEP = re.compile("(?:首次)?(?:达到|达|超过|突破|满)\\d")
_STEP_AT = re.compile("(?:首次)?(?:达到|达|超过|突破|满)?\\d")
# 1亿元（含）至5亿元, 5亿元以上: a tier of a ladder.
TIER = re.compile(
    "\\d[\\d.]*[万亿]?(?:美?元|亩|吨|平方米)?(?:（[^）]{1,6}）|\\([^)]{1,6}\\))?(?=至|到|[—～~-]|以上|以下|（|\\()"
)
_YEAR_STEP = re.compile("(?:[首次]年|第[一二三四五][年晚天次季期]|[前后][一二两三四五]年)度?")
_YEAR_STEP_AT = re.compile("[首次]年|第[一二三四五][年晚天次季期]|[前后][一二两三四五]年")


class Said:
    """What was said in the paragraph so far: who was named, whom it speaks of, which records were given last.

    `last` are those of the half-sentence before, `sentence` those of the sentence so far, `before` those of the sentence before.
    """

    def __init__(self) -> None:
        self.topic = ""
        self.named = ""
        self.last: list[int] = []
        self.sentence: list[int] = []
        self.before: list[int] = []
        self.gave = False


def carried_on(beneficiary: str, carried: str, said: Said) -> str:
    """达到5000万元 behind 年销售额达到1000万元的企业 is of the same sales; 其新增设备 is of the one named before."""
    if len(beneficiary) < 2:
        return carried
    if _STEP.match(beneficiary):
        return _STEP_AT.split(carried, maxsplit=1)[0] + beneficiary
    if TIER.match(beneficiary) and TIER.search(carried):
        return TIER.split(carried, maxsplit=1)[0] + beneficiary
    if _YEAR_STEP.match(beneficiary):
        base = _YEAR_STEP_AT.split(carried or said.topic, maxsplit=1)[0].rstrip("，,")
        return f"{base}，{beneficiary}" if len(base) >= 2 and not names_no_one(base) else beneficiary
    if beneficiary.startswith("其") and not beneficiary.startswith(("其他", "其中")):
        whose = carried or said.named or said.topic
        return f"{whose}的{beneficiary[1:]}" if whose else beneficiary
    return beneficiary
