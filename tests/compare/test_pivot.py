"""The long list: every value once, in the unit of its field, with its evidence."""

from decimal import Decimal

import pytest

from planlint.comparing import compare, facts_of, long_values
from planlint.model.document import SourceDocument

PLAN = "{place}行动方案（2023—2025年）\n\n一、目标\n到2025年，{goals}。\n"


def values(**goals: str):
    plans = [
        facts_of(SourceDocument(f"{place}.txt", PLAN.format(place=place, goals=said), place))
        for place, said in goals.items()
    ]
    return list(long_values(compare(plans)))


@pytest.mark.parametrize(
    ("goal", "value", "unit"),
    [
        pytest.param("新增高标准农田4万亩", "4", "万亩", id="land in 亩, whatever it is compared in"),
        pytest.param("新增高标准农田3000亩", "0.3", "万亩", id="the unit of the dictionary, however small"),
        pytest.param("新建科创载体面积20万平方米", "20", "万平方米", id="floor space"),
        pytest.param("固定资产投资达到1200亿元", "1200", "亿元", id="money of the dictionary"),
        pytest.param(
            "石墨产业链投入达到350万元", "350", "万元", id="money that the dictionary does not know"
        ),
        pytest.param("新改建农村公路300公里", "300", "公里", id="length"),
        pytest.param("研发经费投入强度达到3.2%", "3.2", "%", id="share"),
        pytest.param("高新技术企业达到40家", "40", "家", id="things are counted as they are"),
    ],
)
def test_values_are_shown_in_the_unit_of_the_field(goal, value, unit) -> None:
    (row,) = values(云岭市=goal)
    assert (row.display_value, row.display_unit) == (Decimal(value), unit)


def test_all_values_of_a_concept_have_one_display_unit() -> None:
    rows = values(云岭市="新增高标准农田4万亩", 澄江市="新增高标准农田20平方公里")
    assert {row.display_unit for row in rows} == {"万亩"}
    assert {row.place: row.display_value for row in rows}["澄江"] == Decimal(3)


def test_units_that_cannot_be_converted_stay_as_they_are() -> None:
    rows = values(云岭市="新增公共停车场4处", 澄江市="新增公共停车场6个")
    assert {(row.place, row.display_value, row.display_unit) for row in rows} == {
        ("云岭", Decimal(4), "处"),
        ("澄江", Decimal(6), "个"),
    }


def test_a_row_says_all_that_a_table_groups_by() -> None:
    (row,) = [r for r in values(云岭市="新增省级众创空间6家，大力培育科技领军企业") if r.value]
    assert (row.place, row.tier, row.concept, row.mode, row.level) == ("云岭", "市", "众创空间", "新增", "省")
    assert (row.year, row.value, row.unit, row.file, row.line) == ("2025", Decimal(6), "家", "云岭市.txt", 4)
    assert "众创空间6家" in row.quote


def test_falls_are_negative_and_ranges_have_two_ends() -> None:
    rows = values(云岭市="单位GDP能耗下降13%", 澄江市="新建口袋公园10—15个")
    found = {row.place: (row.display_value, row.display_max) for row in rows}
    assert found == {"云岭": (Decimal(-13), None), "澄江": (Decimal(10), Decimal(15))}
