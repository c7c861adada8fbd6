"""Who earns a sum whose sentence names nobody: the sentence before it, else the plan's title (《乡村礼堂建设补助办法》)."""

from __future__ import annotations

import re

_NO_ONE = re.compile("^(?:按|根据|依据|自(?![主建研营有筹行产然费]))|给予|其中$")
_YEARS = re.compile("[前后][一二两三四五]年|第[一二三四五]年|[首次]年")
_TITLE = re.compile(
    "^(?:[一-鿿]{2,6}?(?:省|市|县|区|自治区))?(?:关于)?(?P<who>[一-鿿]{3,16}?)(?:建设标准|建设|发展)?(?:及|和|与)?(?:财政|专项)?(?:资金)?"
    "(?:补助|奖补|奖励|补贴|资助|扶持)(?:补助|奖励|资金|标准|扶持)*(?:管理|实施|暂行)*(?:办法|细则)"
)


def names_no_one(beneficiary: str) -> bool:
    """Whether the words before a sum only say how it is reckoned: 按其贡献给予五年奖励，其中."""
    return _NO_ONE.search(beneficiary) is not None


def named_before(beneficiary: str, addressed: str) -> str:
    """The beneficiary with whom the sentence before it addressed in place of words that name nobody."""
    if not addressed or not names_no_one(beneficiary):
        return beneficiary
    years = _YEARS.search(beneficiary)
    return f"{addressed}，{beneficiary[years.start() :]}" if years is not None else addressed


def earner_in_title(title: str | None) -> str | None:
    """What a plan's title says the money is for, None where it is no title of a rule for money."""
    match = _TITLE.match(title) if title else None
    return match["who"] if match is not None else None
