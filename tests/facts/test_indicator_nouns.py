"""What a number counts: the whole noun phrase, without verb, time and number, cut between words."""

from __future__ import annotations

import pytest

from planlint import extract

HEAD = "云岭市发展行动方案（2025—2027年）\n一、主要任务\n（一）工作。\n"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("到2027年，建成应用场景10个以上。", ["应用场景"], id="应 is part of 应用"),
        pytest.param("到2027年，打造先进级智能工厂12家。", ["先进级智能工厂"], id="先 is part of 先进"),
        pytest.param("3年内选拔资助青年教师不少于50名。", ["青年教师"], id="two verbs and a time"),
        pytest.param("每年遴选资助不少于50名青年教师。", ["青年教师"], id="two verbs before the bound"),
        pytest.param("组织和发动20家科技类社会组织。", ["科技类社会组织"], id="two verbs joined"),
        pytest.param("每年轮训不少于500名基层干部。", ["基层干部"], id="a verb that no list needs"),
        pytest.param("两级重点扶持300名骨干。", ["骨干"], id="an adverb makes the next word the verb"),
        pytest.param("面向全省遴选专业团队10支。", ["专业团队"], id="a preposition opens, the verb ends it"),
        pytest.param("市场化引导机构将检测收费标准降低30%以上。", ["检测收费标准"], id="将 marks the object"),
        pytest.param("选派100名技术骨干到乡镇任职。", ["技术骨干"], id="what the counted do"),
        pytest.param("引进50名知名专家来云岭讲学。", ["知名专家"], id="what brings them"),
        pytest.param("扶持20个具有发展前景的创业项目。", ["具有发展前景的创业项目"], id="a deed before 的 tells which"),
        pytest.param("推进6个加速园建设。", ["加速园"], id="what is done with the counted"),
        pytest.param("城镇新增就业15万人以上。", ["城镇新增就业"], id="an amount keeps 新增"),
        pytest.param("全市新增孵化面积5万平方米。", ["全市新增孵化面积"], id="an area keeps 新增"),
        pytest.param("新增养老床位800张。", ["养老床位"], id="things do not"),
        pytest.param("建设80套公租房等项目。", ["公租房"], id="a head that counts nothing"),
        pytest.param("培育10个省级及以上创新平台。", ["省级及以上创新平台"], id="以上 behind a level bounds no number"),
        pytest.param("选取20个乡镇（街道）服务中心。", ["乡镇（街道）服务中心"], id="a gloss inside the noun"),
        pytest.param("设立规模不低于2亿元的转化基金。", ["转化基金规模"], id="a size of what stands behind"),
        pytest.param("完成焦化行业70%以上产能超低排放改造。", ["焦化行业产能超低排放改造"], id="a share of the noun before"),
        pytest.param("省级事项网办率不低于90%，市县级不低于70%。", ["省级事项网办率", "市县级事项网办率"], id="the level stands for the whole"),
        pytest.param("美丽河湖、美丽海湾建成率分别达到30%、50%。", ["美丽河湖建成率", "美丽海湾建成率"], id="a measure said once"),
        pytest.param("新建商品房销售面积达到50万平方米。", ["新建商品房销售面积"], id="a verb that is part of the name"),
        pytest.param("装配式建筑占新建建筑比例达到30%。", ["装配式建筑占新建建筑比例"], id="a verb in the base of a share"),
    ],
)  # fmt: skip
def test_indicator(text: str, want: list[str]) -> None:
    assert [t.indicator for t in extract(HEAD + text).targets] == want
