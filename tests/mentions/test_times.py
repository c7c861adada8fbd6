"""Time expressions: text → (role, deadline, start)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.model.mention import Mentions

    Scanned = Callable[[str], tuple[str, Mentions]]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("2026-06-30前建成", ("by", "2026-06-30", None), id="a date in figures with 前"),
        pytest.param("发布日期：2026-06-30", ("from", None, None), id="a bare date says when, not by when"),
        pytest.param("2026.6底前建成", ("by", "2026-06", None), id="a month in figures"),
        pytest.param("至2026/06建成", ("by", "2026-06", None), id="a month in figures behind 至"),
        pytest.param("2025.1—2027.12", ("by", "2027-12", "2025-01"), id="months in figures apart"),
        pytest.param("26年底前建成", ("by", "2026", None), id="a year of two figures"),
        pytest.param("到28年6月底前建成", ("by", "2028-06", None), id="a month of a short year"),
        pytest.param("2026年Q2建成", ("by", "2026-06", None), id="a quarter in Latin letters"),
        pytest.param("2026年第3季度建成", ("by", "2026-09", None), id="a quarter in figures"),
        pytest.param("2026年三季度建成", ("by", "2026-09", None), id="a quarter in words"),
        pytest.param("第4季度举办", ("by", "-12", None), id="a quarter without year"),
        pytest.param("到1998年底", ("by", "1998", None), id="the century before"),
        pytest.param("到2055年", ("by", "2055", None), id="after the middle of the century"),
        pytest.param("到2105年", ("by", "2105", None), id="the century behind"),
        pytest.param("一九九八年底", ("by", "1998", None), id="a year in words"),
        pytest.param("1996—2000年", ("by", "2000", "1996"), id="an interval of long ago"),
        pytest.param("去年三季度增长", ("from", None, None), id="a quarter that is told"),
        pytest.param("每年11月30日前报告", ("recurring", None, None), id="a day of every year"),
        pytest.param("每年6月至8月开展", ("recurring", None, None), id="months of every year"),
        pytest.param("2025年中小企业增加", ("by", "2025", None), id="中 is part of 中小企业"),
        pytest.param("2025年中完成", ("by", "2025", None), id="the middle of a year"),
    ],
)
def test_one_time(scanned: Scanned, text: str, want: tuple[str | None, ...]) -> None:
    _, mentions = scanned(text)
    assert [(t.role, t.deadline, t.start) for t in mentions.times] == [want]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("投资2026.6亿元", id="a decimal number"),
        pytest.param("补助2000-2050元", id="a range of sums"),
        pytest.param("建站26年来", id="how long a station has stood"),
        pytest.param("开展3个季度", id="a count of quarters"),
    ],
)
def test_no_time(scanned: Scanned, text: str) -> None:
    _, mentions = scanned(text)
    assert not mentions.times
