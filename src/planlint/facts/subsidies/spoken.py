"""Figures of money that are said without its unit: 奖励50万、30万, 按1:0.5给予配套, 由市财政补贴一半."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from planlint.model.mention import Quantity
from planlint.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# 奖励50万、30万: 元 is left out, nothing is counted behind the number.
_BARE_MONEY = re.compile(
    "(?<![\\d.])(?P<n>\\d{1,6}(?:\\.\\d{1,4})?)(?P<scale>万|亿)(?=[、，,。；;和及]|$|的?(?:一次性)?奖)"
)
_SCALE = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
# 按1:0.5给予配套: the government's part for each part of the other's.
_MATCHED = re.compile(
    "1[:：∶](?P<n>\\d(?:\\.\\d{1,2})?)(?![\\d:：∶])的?(?:比例)?[^，,。；;\\d]{0,6}?(?:配套|出资|匹配|补助|资助|奖励|奖补)"
)
_HALF = re.compile(
    "(?:补贴|补助|资助|奖励|承担|返还)(?P<n>一半)|(?:标准|额度|金额|按)的?(?P<m>一半)(?=[^，,。；;]{0,4}(?:给予|予以|奖|补|资助|返还|兑现|执行|发放))"
)


def spoken_figures(text: str, start: int, quantities: Sequence[Quantity]) -> Iterator[tuple[Quantity, bool]]:
    """The figures of the half-sentence `text`, which begins at clean offset `start`, each with whether it is given for certain.

    A number that `quantities` already knows as money is left alone.
    """
    known = {q.number.start for q in quantities if q.dimension in ("money", "share")}
    for pattern, sure in ((_BARE_MONEY, False), (_MATCHED, True), (_HALF, True)):
        for match in pattern.finditer(text):
            figure = match.lastgroup if pattern is _HALF else "n"
            number = Span(match.start(figure or "n") + start, match.end(figure or "n") + start)
            if number.start in known:
                continue
            if pattern is _BARE_MONEY:
                span = Span(number.start, number.end + 1)
                yield (
                    Quantity(span, number, Decimal(match["n"]) * _SCALE[match["scale"]], None, "元", "money"),
                    sure,
                )
            else:
                share = Decimal("50") if pattern is _HALF else Decimal(match["n"]) * 100
                yield Quantity(number, number, share, None, "%", "share"), sure
