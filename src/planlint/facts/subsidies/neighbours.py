"""What a number of money has from its neighbours: 30%、20%和10%补贴 is three rates, the ceiling behind a lent sum is lent too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.mention import Quantity

# What a number of a provision is: the sum or share that is given, or its ceiling.
Part = Literal["amount", "rate", "cap"]
# What one sum is for, said right before it: 每人每月.
PER_HEAD = "每(?:人次|[人月年户家个台名张套亩件项次场座处所条辆头只篇部吨])(?:每[月年次])?"
_LINK = re.compile(r"\s*(?:、|和|及|与|/|或|以及|,|，)?\s*(?:和)?\s*")
_LENT_BEFORE = re.compile("(?:贷款|授信|担保)(?:额度|金额|规模)?(?:最高|最多|不超过|为)[^，,。；;\\d]{0,4}$")
_BARE_CAP = re.compile("^[^，,。；;\\d]{2,12}(?:最高|最多|不超过)$")
# 博士研究生5万元、硕士研究生3万元的标准: the next tier of the same list.
_NEXT_TIER = re.compile(f"、(?:[^，,。；;、]{{1,14}}?{PER_HEAD}|[^，,。；;、\\d]{{1,24}})")


def lend_on(text: str, start: int, money: Sequence[Quantity], parts: list[Part | None]) -> None:
    """个人贷款额度最高30万元，小微企业最高400万元: the ceiling behind a lent sum is of the same loan."""
    for before, i in zip(range(len(money)), range(1, len(money)), strict=False):
        between = text[money[before].span.end - start : money[i].span.start - start]
        bound = text[money[i].span.start - start : money[i].number.start - start]
        if (
            parts[i] == "cap"
            and parts[before] is None
            and _BARE_CAP.search(between.lstrip("，,") + bound)
            and _LENT_BEFORE.search(text[: money[before].number.start - start])
        ):
            parts[i] = None


def spread(
    text: str, start: int, money: Sequence[Quantity], parts: list[Part | None], closed: Sequence[bool]
) -> None:
    """A number in a list with a sum is a sum of the same kind: 30%、20%和10%补贴. Those that are `closed` stay what they are."""
    for i in range(len(money) - 2, -1, -1):
        if (
            parts[i] is None
            and not closed[i]
            and parts[i + 1] is not None
            and (
                in_one_list(text, start, money[i], money[i + 1])
                or (
                    money[i].dimension == money[i + 1].dimension
                    and _NEXT_TIER.fullmatch(text, money[i].span.end - start, money[i + 1].span.start - start)
                )
            )
        ):
            parts[i] = parts[i + 1]
    for i in range(1, len(money)):
        if parts[i - 1] is None or not in_one_list(text, start, money[i - 1], money[i]):
            continue
        plain_behind_cap = parts[i] == "amount" and parts[i - 1] == "cap" and money[i].comparator == "="
        if (parts[i] is None and not closed[i]) or plain_behind_cap:
            parts[i] = parts[i - 1]


def in_one_list(text: str, start: int, a: Quantity, b: Quantity) -> bool:
    """Whether nothing but a separator stands between two numbers of one kind."""
    between = text[a.span.end - start : b.span.start - start]
    return a.dimension == b.dimension and b.comparator == "=" and _LINK.fullmatch(between) is not None
