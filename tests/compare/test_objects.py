"""What money is for, its level and its grade, in other words than the dictionary's."""

import pytest

from planlint.compare.objects import objects
from planlint.comparing import facts_of
from planlint.model.document import SourceDocument
from planlint.rulebook import Rulebook

KNOWN = objects(Rulebook())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("对主导制定国家标准的单位", "标准制修订"),
        ("对参与制修订国际标准的", "标准制修订"),
        ("企业租用办公用房的，按实际租金", "办公与厂房租金"),
        ("对入驻园区的企业给予场地租金补贴", "园区场租"),
        ("对购置生产性设备的企业", "设备投资（技改）"),
        ("实施技改项目", "设备投资（技改）"),
        ("对企业智能化改造项目", "智能化改造"),
        ("对在境内外交易所首次公开发行上市的企业", "企业上市"),
        ("药品上市许可持有人", None),
        ("首次升规纳统的工业企业", "企业升规"),
        ("企业参加境外展会的展位费", "参展补贴"),
        ("对举办高端论坛的机构", "会展活动"),
        ("在省级技能竞赛中获奖的选手", "技能竞赛获奖"),
        ("在创新创业大赛中获奖的团队", "创业大赛获奖"),
        ("开展岗前培训的企业", "技能培训"),
        ("企业吸纳高校毕业生就业的", "吸纳就业"),
        ("银行贷款给予贴息", "贷款贴息"),
        ("新建公共充电桩", "充电设施"),
        ("取得绿色食品认证的主体", "农产品认证"),
        ("对新评定的4A级旅游景区", "A级旅游景区"),
        ("每新增一张养老床位", "养老服务"),
        ("每新增一个普惠性托位", "托育服务"),
        ("对获得授权的发明专利", "专利授权"),
        ("以专利质押获得贷款的企业", "知识产权质押融资"),
        ("开通物流配送航线", "货运航线"),
        ("对既有住宅加装电梯", "加装电梯"),
        ("符合国家标准的产品", None),
    ],
)
def test_object(text, name) -> None:
    assert KNOWN.named(text) == name


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("在主板上市的企业", "主板"),
        ("获得一等奖的选手", "一等奖"),
        ("评为A级的企业", "A级"),
        ("主板、科创板上市的企业", None),
        ("符合条件的企业", None),
    ],
)
def test_grade(text, grade) -> None:
    assert KNOWN.grade(text) == grade


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("对主导制订国际、国家和行业标准的企业", ("国际", "国家", "行业")),
        ("获得国家级、省级、市级认定的", ("国家级", "省级", "市级")),
        ("获得一等奖、二等奖、三等奖的", ("一等奖", "二等奖", "三等奖")),
        ("获得省级认定的企业", ()),
    ],
)
def test_a_list_of_grades(text, grades) -> None:
    assert KNOWN.grades_of_list(text) == grades


def steps(text):
    plan = facts_of(f"云岭市支持科技创新若干措施\n\n一、支持措施\n（一）支持标准研制。{text}\n")
    return {(s.object, s.level, s.grade): s.subsidy.amount for s in plan.subsidies}


def test_sums_behind_each_go_to_their_step() -> None:
    assert steps("对主导制订国际、国家和行业标准的企业，分别给予80万元、40万元和10万元的奖励。") == {
        ("标准制修订", "国际", None): 800_000,
        ("标准制修订", "国家", None): 400_000,
        ("标准制修订", "行业", None): 100_000,
    }


def test_as_many_sums_as_grades_or_no_step_at_all() -> None:
    found = steps("对主导制订国际、国家和行业标准的企业，分别给予80万元、40万元的奖励。")
    assert all(level not in ("国际", "行业") for _, level, _ in found)


def test_the_heading_says_what_the_beneficiary_does_not() -> None:
    plan = facts_of(
        "云岭市若干措施\n\n一、支持措施\n（一）企业升规奖励。对符合条件的企业，给予最高10万元奖励。\n"
    )
    assert [s.object for s in plan.subsidies] == ["企业升规"]


def test_a_bare_step_belongs_to_the_ladder_in_front_of_it() -> None:
    plan = facts_of(
        "云岭市若干措施\n\n一、支持措施\n（一）基础研究投入达到1亿元的企业，给予一次性补助500万元；"
        "5000万元至1亿元的，给予一次性补助200万元。\n"
    )
    assert [s.object for s in plan.subsidies] == ["基础研究投入", "基础研究投入"]


@pytest.mark.parametrize("text", ["获得市级竞赛一、二、三等奖的选手，分别给予3万元、2万元、1万元奖励。"])
def test_prizes_are_named_whole(text) -> None:
    assert [grade for _, _, grade in steps(text)] == ["一等奖", "二等奖", "三等奖"]


@pytest.mark.parametrize("again", ["复审通过的", "对再次认定的", "重新认定的"])
def test_what_is_earned_again_is_the_thing_in_front_of_it(again) -> None:
    text = (
        f"云岭市奖励办法\n\n一、对首次认定的省级专精特新中小企业，给予20万元奖励；{again}，给予10万元奖励。\n"
    )
    first, second = facts_of(SourceDocument("a.txt", text, "a")).subsidies
    assert (second.object, second.level) == (first.object, first.level) == ("专精特新中小企业", "省")
    assert (first.trigger, second.trigger) == ("首次", "重新认定")
