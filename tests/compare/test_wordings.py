"""One measure in two wordings is one band of one row; two measures are never called comparable."""

import pytest

from planlint import SourceDocument
from planlint.comparing import compare, facts_of

PLAN = "{place}市2026年国民经济和社会发展计划\n\n一、2026年主要目标\n2026年，{said}。\n"


def compared(*said):
    return compare(
        facts_of(SourceDocument(f"{place}.txt", PLAN.format(place=place, said=text), place))
        for place, text in zip(("云岭", "澄江", "石溪"), said, strict=False)
    )


def shared(found):
    return [row for row in found.indicators if len({c.plan for c in row.cells if c.state == "value"}) > 1]


def is_one(found):
    return any(band.comparable and len(band.plans) > 1 for row in found.indicators for band in row.bands)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("规模以上工业增加值增长6%左右", "规上工业增加值同比增长7%"),
        ("全社会固定资产投资增长5%", "固定资产投资增速达到6%"),
        ("社会消费品零售总额增长6%", "社零总额增长5.5%以上"),
        ("外贸进出口总额增长8%", "货物进出口总值增长5%以上"),
        ("居民消费价格涨幅控制在2%左右", "居民消费价格总水平上涨2%左右"),
        ("城镇调查失业率控制在5.5%以内", "城镇调查失业率5%左右"),
        ("城镇新增就业45万人以上", "新增城镇就业30万人"),
        ("粮食总产量稳定在500亿斤以上", "粮食产量达到2500万吨"),
        ("全社会研发经费投入强度达到2.5%", "研发经费投入占地区生产总值比重提高到2.4%"),
        ("新建高标准农田100万亩", "建设高标准农田80万亩"),
        ("新改建农村公路2000公里", "新建和改造提升农村公路1500公里"),
        ("单位地区生产总值能耗下降3%", "单位GDP能耗降低2.5%左右"),
        ("新增专精特新中小企业100家", "培育“专精特新”企业200家"),
        ("新建5G基站1万个", "新增5G基站8000座"),
        ("改造老旧小区500个", "完成城镇老旧小区改造300个"),
        ("新建公共充电桩5000个", "新增新能源汽车充电设施8000个"),
        ("开展职业技能培训20万人次", "完成各类职业技能培训15万人次"),
        ("PM2.5平均浓度控制在30微克/立方米以下", "细颗粒物年均浓度降至28微克/立方米"),
        ("空气质量优良天数比率达到90%", "优良天数比例保持在92%以上"),
        ("常住人口城镇化率提高到65%", "城镇化率达到60%"),
        ("地方一般公共预算收入增长3%", "一般公共预算收入同口径增长4%"),
        ("招商引资到位资金增长10%", "引进省外到位资金增长12%"),
        ("接待游客增长10%", "国内旅游人次增长8%"),
        ("加装电梯300部", "既有住宅加装电梯500部"),
        ("新增养老床位3000张", "新建养老服务床位2000张"),
        ("除险加固病险水库20座", "完成病险水库除险加固15座"),
        ("技术合同成交额突破1000亿元", "技术合同交易额达到800亿元"),
        ("新增上市公司5家", "新增境内外上市企业8家"),
        ("城乡居民人均可支配收入分别增长6%和7%", "农村居民人均可支配收入增长8%"),
        ("县域内就诊率达到90%", "县域就诊率保持在92%"),
        ("改造农村危房3000户", "实施农村危房改造2000户"),
        ("新增学前教育学位5000个", "新增幼儿园学位6000个"),
        ("办好10件民生实事", "扎实推进20项为民办实事项目"),
        # nouns of no dictionary: their words make them one
        ("建设数字化口腔诊室30个", "新建数字化口腔诊室20个"),
        ("打造林下菌草示范片12个", "新增林下菌草示范片9个"),
    ],
)
def test_one_measure(one, other) -> None:
    assert is_one(compared(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("新增高新技术企业100家", "高新技术企业达到1000家"),
        ("新增省级专精特新企业100家", "新增国家级专精特新“小巨人”企业20家"),
        ("研发经费投入增长10%", "研发经费投入强度达到2%"),
        ("城镇居民人均可支配收入增长6%", "农村居民人均可支配收入增长6%"),
        ("新增养老床位3000张", "新增托位3000个"),
        ("新增义务教育学位1万个", "新增普通高中学位1万个"),
        ("建设智能工厂20家", "建设绿色工厂20家"),
        ("新能源装机达到3000万千瓦", "新增新能源装机500万千瓦"),
        ("服务业增加值增长6%", "农业增加值增长6%"),
        ("国内旅游收入增长10%", "国内旅游人次增长10%"),
        ("园区新增规模以上工业企业60家", "新增规模以上工业企业60家"),
        ("改造老旧小区500个", "改造老旧小区3万户"),
        ("新增省级创新平台10个", "新增国家级创新平台10个"),
        ("地区生产总值增长6%", "地区生产总值年均增长6%"),
        ("新增普惠性托位5000个", "新增托位5000个"),
        ("培育先进制造业集群3个", "培育中小企业特色产业集群3个"),
    ],
)
def test_two_measures(one, other) -> None:
    assert not is_one(compared(one, other))


def ranks(found):
    return {cell.plan: cell.rank for row in found.indicators for cell in row.cells}


def test_less_is_better_where_the_dictionary_says_so() -> None:
    found = compared("城镇调查失业率控制在5.5%以内", "城镇调查失业率控制在5%以内")
    assert ranks(found) == {"云岭": 2, "澄江": 1}


def test_a_fall_is_a_fall() -> None:
    found = compared("单位地区生产总值能耗下降3%", "单位地区生产总值能耗下降2%")
    assert {c.plan: (c.value, c.falls) for r in found.indicators for c in r.cells} == {
        "云岭": (-3, True),
        "澄江": (-2, True),
    }
    assert ranks(found) == {"云岭": 1, "澄江": 2}


def test_down_to_is_no_fall() -> None:
    found = compared("社会物流总费用占地区生产总值比重下降到13%")
    (cell,) = found.indicators[0].cells
    assert (cell.value, cell.falls, cell.mode) == (13, False, "占比")


def test_no_rank_where_nothing_says_what_is_better() -> None:
    found = compared("居民消费价格上涨2%", "居民消费价格上涨1%")
    assert is_one(found)
    assert set(ranks(found).values()) == {None}


def test_equal_values_share_a_rank() -> None:
    found = compared("地区生产总值增长6%", "地区生产总值增长6%", "地区生产总值增长5%")
    assert ranks(found) == {"云岭": 1, "澄江": 1, "石溪": 3}


def test_bands_stand_in_one_row_and_say_what_differs() -> None:
    found = compared("新增绿色工厂20家", "新增省级绿色工厂30家", "新增绿色工厂10家")
    (row,) = shared(found)
    assert (row.comparable, [reason.code for reason in row.reasons]) == (False, ["differs-level"])
    assert [(band.level, band.plans, band.comparable) for band in row.bands] == [
        (None, ("云岭", "石溪"), True),
        ("省", ("澄江",), False),
    ]
    assert {cell.plan: (cell.differs, cell.rank) for cell in row.cells} == {
        "云岭": ((), 1),
        "澄江": (("level",), None),
        "石溪": ((), 2),
    }
