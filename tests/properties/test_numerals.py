"""Numerals: writing a number in Chinese and reading it back gives the number."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planlint.text.numerals import format_han, multiplier, parse_numeral


@given(st.integers(min_value=0, max_value=10**15))
def test_han_round_trip(number: int) -> None:
    assert parse_numeral(format_han(number)) == number


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(["", "万", "亿", "千万"]))
def test_arabic_with_multiplier(number: Decimal, factor: str) -> None:
    assert parse_numeral(f"{number:f}{factor}") == number * (multiplier(factor) or 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一百二十万", 1_200_000), ("3.5万", 35_000), ("百亿", 10**10), ("一百零二", 102), ("一百二", 120), ("一万二", 12_000),
        ("两千五百亿", 250_000_000_000), ("1,200", 1200), ("二〇二五", 2025), ("三点五", Decimal("3.5")), ("1千万", 10**7), ("十", 10),
        ("一万亿", 10**12),
    ],
)  # fmt: skip
def test_spellings(text: str, value: int | Decimal) -> None:
    assert parse_numeral(text) == value


@pytest.mark.parametrize("text", ["", "abc", "一家", "3.4.5", "万一家"])
def test_no_numeral(text: str) -> None:
    assert parse_numeral(text) is None
