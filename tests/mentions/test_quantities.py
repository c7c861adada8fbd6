"""Numbers with their units and bounds: text → (comparator, value, upper end, unit)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.model.mention import Mentions

    Scanned = Callable[[str], tuple[str, Mentions]]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("投资达到1亿2000万元", (">=", 120_000_000, None, "元"), id="two multipliers in figures"),
        pytest.param("贷款3亿零500万元", ("=", 300_000_000 + 5_000_000, None, "元"), id="零 between the parts"),
        pytest.param("新增就业13万2千人", ("=", 132_000, None, "人"), id="a multiplier for each part"),
        pytest.param("种植3万5000亩", ("=", 35_000, None, "亩"), id="the last part without multiplier"),
        pytest.param("奖励壹佰贰拾万元整", ("=", 1_200_000, None, "元"), id="formal numerals"),
        pytest.param("补助伍仟元", ("=", 5000, None, "元"), id="one formal figure with its multiplier"),
        pytest.param("比例为百分之三十五", ("=", 35, None, "%"), id="percent in words"),
        pytest.param("比例为百分之3.5", ("=", Decimal("3.5"), None, "%"), id="percent half in words"),
        pytest.param("增长率控制在千分之五以内", ("<=", 5, None, "‰"), id="per mille in words"),
        pytest.param("发病率降至十万分之五以下", ("<=", 5, None, "/10万"), id="per hundred thousand in words"),
        pytest.param("占比达到八成五以上", (">=", Decimal("8.5"), None, "成"), id="成 with a half"),
        pytest.param("占比七成以上", (">=", 7, None, "成"), id="成 alone"),
        pytest.param("企业五六十家", ("=", 50, 60, "家"), id="from fifty to sixty"),
        pytest.param("专家三五名", ("=", 3, 5, "名"), id="from three to five, no 35"),
        pytest.param("驿站十五六个", ("=", 15, 16, "个"), id="from fifteen to sixteen"),
        pytest.param("人员七八百人", ("=", 700, 800, "人"), id="from seven to eight hundred"),
        pytest.param("企业五十六家", ("=", 56, None, "家"), id="fifty-six is no estimate"),
        pytest.param("企业百余家", (">", 100, None, "家"), id="more than a hundred"),
        pytest.param("上百家企业", (">=", 100, None, "家"), id="a hundred and more"),
        pytest.param("补助500万美元", ("=", 5_000_000, None, "美元"), id="the currency stays in the unit"),
        pytest.param("奖励3万港元", ("=", 30_000, None, "港元"), id="Hong Kong dollars"),
        pytest.param("新增绿地50hm2", ("=", 50, None, "hm2"), id="a unit in Latin letters that ends in a figure"),
        pytest.param("算力2000PFlops", ("=", 2000, None, "PFlops"), id="Latin letters in any capitals"),
        pytest.param("浓度降至30μg/m³", ("<=", 30, None, "μg/m³"), id="a Latin unit with a slash"),
        pytest.param("处理能力10万立方米/日", ("=", 100_000, None, "立方米/日"), id="per day"),
        pytest.param("拥有量达到5张/万人", (">=", 5, None, "张/万人"), id="per ten thousand people"),
        pytest.param("总产值（亿元）达到12.5", (">=", 1_250_000_000, None, "元"), id="the unit in brackets before"),
        pytest.param("能耗（吨标准煤）约80", ("~", 80, None, "吨标准煤"), id="a bracketed unit before a bound"),
    ],
)  # fmt: skip
def test_one_quantity(scanned: Scanned, text: str, want: tuple[object, ...]) -> None:
    _, mentions = scanned(text)
    assert [(q.comparator, q.value, q.value_max, q.unit) for q in mentions.quantities] == [want]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("投资1亿元，2000万元到位", [100_000_000, 20_000_000], id="a comma parts two sums"),
        pytest.param("建设伍家岗片区", [], id="a surname is no formal numeral"),
        pytest.param("“十四五”期间", [], id="a five-year plan is no estimate"),
        pytest.param("面积×单价×50%", [50], id="× between words is no number"),
        pytest.param("3.1.2　条件成熟的地区", [], id="a decimal label counts no 条"),
        pytest.param("咨询020-12345678", [], id="a telephone number"),
        pytest.param("投资亿" + "亿" * 60 + "元，学校6所", [6], id="beyond all counting"),
        pytest.param("企业" + "9" * 60 + "家，学校6所", [6], id="figures beyond all counting"),
        pytest.param("单位（万亿元）如下", [], id="a unit in brackets alone"),
    ],
)
def test_values(scanned: Scanned, text: str, want: list[int]) -> None:
    _, mentions = scanned(text)
    assert [q.value for q in mentions.quantities] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("1亿2000万元", ["1亿2000万"]),
        ("1.5亿元", ["1.5"]),
        ("百分之三十", ["百分之三十"]),
        ("三分之二", ["三分之二"]),
        ("八成五以上", ["八成五"]),
        ("壹佰万元", ["壹佰万"]),
        ("020-12345678", ["020-12345678"]),
        ("3.1.2", ["3.1.2"]),
    ],
)
def test_each_form_is_one_numeral(scanned: Scanned, text: str, want: list[str]) -> None:
    clean, mentions = scanned(text)
    assert [clean[n.span.start : n.span.end] for n in mentions.numerals] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "咨询020-12345678、12345679。", ["contact", "contact"], id="a list of telephone numbers"
        ),
        pytest.param("3.1.2　条件成熟的地区", ["heading"], id="a decimal label"),
        pytest.param("PM2.5浓度下降", ["name"], id="a figure behind letters"),
        pytest.param("IPv6活跃用户", ["name"], id="a version"),
        pytest.param("占GDP5%以上", [None], id="a share behind letters"),
        pytest.param("山水工程［7］推进", ["code"], id="the number of a note"),
        pytest.param("http://a.cn/a8b?id=a12", [None, None], id="an address says no name"),
    ],
)
def test_what_a_numeral_is_by_its_shape(scanned: Scanned, text: str, want: list[str | None]) -> None:
    _, mentions = scanned(text)
    assert [n.form for n in mentions.numerals] == want


@pytest.mark.parametrize("source", ["⼆⼗三家", "⼀百家", "２０家"])
def test_what_a_pdf_or_a_wide_keyboard_wrote(scanned: Scanned, source: str) -> None:
    clean, mentions = scanned(source)
    assert len(clean) == len(source)
    assert [q.value for q in mentions.quantities] == [{"⼆": 23, "⼀": 100, "２": 20}[source[0]]]


@pytest.mark.parametrize("unit", ["三十五", "一", "亿", "五百分之", "1亿2", "壹拾", "（万元）", "每万"])
def test_a_long_run_of_numerals_is_scanned_in_one_go(scanned: Scanned, unit: str) -> None:
    """A scan that began again at every character would take a quarter of an hour for this."""
    scanned("到2027年，建成" + unit * (200_000 // len(unit)) + "家。")
