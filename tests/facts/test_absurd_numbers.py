"""Numbers that no plan says: in the ledger like every other, without a value that would be wrong; what has a value has it exactly."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planlint import extract
from planlint.text.numerals import parse_numeral


@pytest.mark.parametrize(
    "number", ["五" + "亿" * 39, "五" + "亿" * 600, "9" * 33, "9" * 5000, "十" * 300, "1" + "万" * 20, "3." + "3" * 60],
    ids=lambda text: f"{text[:3]} × {len(text)}",
)  # fmt: skip
def test_a_number_beyond_counting_is_a_line_of_the_ledger(number: str) -> None:
    found = extract(f"示范市行动计划\n到2025年，培育企业{number}家，奖励{number}万元。\n")
    assert not any(target.value is not None and target.value > 10**24 for target in found.targets)
    assert not any(subsidy.amount is not None and subsidy.amount > 10**32 for subsidy in found.subsidies)
    spans = [record.span for record in found.numbers]
    assert len(spans) == len(set(spans))
    assert all(
        record.quote == found.source.text[record.span.start : record.span.end] for record in found.numbers
    )


@given(
    whole=st.integers(0, 10**26), places=st.integers(0, 30), unit=st.sampled_from(["", "万", "亿", "千万"])
)
def test_a_value_is_exact_or_none(whole: int, places: int, unit: str) -> None:
    text = f"{whole:0{places + 1}d}"
    text = (f"{text[:-places]}.{text[-places:]}" if places else text) + unit
    value = parse_numeral(text)
    with localcontext() as exact:
        exact.prec = 200
        want = Decimal(text.rstrip("千万亿")) * {"": 1, "万": 10**4, "亿": 10**8, "千万": 10**7}[unit]
        assert value is None or value == want


def test_targets_stand_in_order_of_place() -> None:
    found = extract("示范市行动计划\n到2025年，新增3%下降0/0千瓦。\n")
    starts = [target.span.start for target in found.targets]
    assert starts == sorted(starts)
    assert [target.id for target in found.targets] == [f"t{i}" for i in range(1, len(starts) + 1)]
