"""Single edits of a fictional plan, each named as what it is and nothing else told: samples/diff/云岭市.txt."""

from pathlib import Path

import pytest

from planlint import SourceDocument
from planlint.comparing import diff

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "diff" / "云岭市.txt"

# What an office does between two drafts.
PLAIN = [
    ("高新技术企业达到400家以上", "高新技术企业达到500家以上", {"target raised"}),
    ("科技型中小企业力争达到900家", "科技型中小企业力争达到800家", {"target lowered"}),
    ("投入强度达到3.2%", "投入强度达到3.4%", {"target raised"}),
    ("能耗累计下降13%", "能耗累计下降10%", {"target lowered"}),
    ("能耗累计下降13%", "能耗累计下降15%", {"target raised"}),
    ("2025年6月底前完成云岭实验室", "2026年6月底前完成云岭实验室", {"milestone postponed"}),
    ("2025年6月底前完成云岭实验室", "2025年3月底前完成云岭实验室", {"milestone advanced"}),
    ("新建中试基地不少于5家", "力争新建中试基地5家", {"target softened"}),
    ("科技型中小企业力争达到900家", "科技型中小企业达到900家", {"target hardened"}),
    ("各县区应当建立", "各县区可以建立", {"wording softened"}),
    ("不得擅自减少", "一般不减少", {"wording softened"}),
    ("市科技局；配合单位：市工信局", "市工信局；配合单位：市科技局", {"unit reassigned"}),
    ("市人社局、市住建局", "市教育局、市住建局", {"unit reassigned"}),
    ("给予一次性奖励20万元", "给予一次性奖励10万元", {"subsidy lowered"}),
    ("分别给予100万元、50万元", "分别给予120万元、50万元", {"subsidy raised"}),
    ("每家每年最高30万元", "每家每年最高20万元", {"subsidy lowered"}),
    ("，新建中试基地不少于5家", "", {"target dropped"}),
    ("引进高层次人才团队20个", "引进高层次人才团队20个，建设院士工作站6家", {"target added"}),
    ("新增省级以上创新平台12个", "新增国家级创新平台12个", {"target redefined"}),
    ("培养卓越工程师500名", "培养卓越工程师xx名", {"target blanked"}),
]
# The same and other words, too.
REWORDED = [
    ("高新技术企业达到400家以上", "力争拥有高新技术企业350家", {"target lowered", "target softened"}),
    (
        "新增省级以上创新平台12个",
        "争取再建成省级及以上科技创新平台15个",
        {"target raised", "target softened"},
    ),
    ("新建中试基地不少于5家", "布局建设中试基地3家以上", {"target lowered"}),
    ("培养卓越工程师500名", "加快培育卓越工程师600人以上", {"target raised"}),
    ("建设人才公寓2000套", "筹集建设人才公寓不少于1500套", {"target lowered"}),
    ("引进高层次人才团队20个", "大力引进高层次人才团队", {"target blanked"}),
    (
        "对首次认定的高新技术企业，给予一次性奖励20万元",
        "首次通过认定的高新技术企业，奖励30万元",
        {"subsidy raised"},
    ),
    ("2025年6月底前完成云岭实验室选址", "云岭实验室选址工作于2025年12月底前完成", {"milestone postponed"}),
]
# Whatever else happens to a text.
OTHER = [
    ("推动建设概念验证中心。", "", set()),
    ("设立规模10亿元的科创基金", "设立总规模10亿元的科技创新基金", set()),
    ("设立规模10亿元的科创基金", "科创基金规模达到15亿元", {"target raised"}),
    ("设立规模10亿元的科创基金", "用好科创基金", {"target blanked"}),
    ("技术合同成交额突破60亿元", "技术合同成交额超过600000万元", set()),
    ("市科技局、市发展改革委", "市科学技术局、市发改委", set()),
    ("；新增省级以上创新平台12个，新建中试基地不少于5家", "；新建中试基地不少于5家，新增省级以上创新平台12个", set()),
    ("到2027年，全社会", "到2028年，全社会", {"target postponed"}),
    ("（四）优化创新生态", "（四）持续优化创新创业生态", set()),
    ("每季度不少于2次", "每季度不少于3次", {"target raised"}),
    ("按实际保费的40%给予补贴", "按实际保费的50%给予补贴", {"subsidy raised"}),
    ("，每家每年最高30万元", "", {"subsidy redefined"}),
    ("国家级、省级科技企业孵化器，分别给予100万元、50万元", "国家级科技企业孵化器，给予100万元", {"subsidy dropped"}),
    ("（三）对企业购买科技保险，按实际保费的40%给予补贴，每家每年最高30万元。\n", "", {"subsidy dropped"}),
    ("给予10万元奖励。", "给予10万元奖励。对通过验收的院士工作站，给予60万元奖励。", {"subsidy added"}),
    ("专项资金2亿元", "专项资金1.5亿元", {"target lowered"}),
    ("（牵头单位：市科技局；配合单位：市工信局、市财政局）", "", {"unit reassigned"}),
    ("万人发明专利拥有量达到18件左右", "万人发明专利拥有量达到18件", {"target hardened"}),
    ("2026年底前建成投用", "2026年底前全面建成并投入使用", set()),
    ("建设人才公寓2000套", "建设专家人才公寓2000套", {"target narrowed"}),
    ("为提升全市科技创新能力，结合我市实际，制定本行动计划。", "根据省有关部署，制定本行动计划。", set()),
]  # fmt: skip


def cases(*groups):
    return [
        pytest.param(was, now, want, id=f"{now or 'cut: ' + was}"[:28])
        for group in groups
        for was, now, want in group
    ]


@pytest.mark.parametrize(("was", "now", "want"), cases(PLAIN, REWORDED, OTHER))
def test_an_edit_is_named(was, now, want) -> None:
    old = SAMPLE.read_text(encoding="utf-8")
    assert old.count(was) == 1
    new = old.replace(was, now)
    found = diff(SourceDocument("旧.txt", old, "1"), SourceDocument("新.txt", new, "2"))
    assert {f"{c.subject} {c.change}" for c in found.differences} == want
    for change in found.differences:
        assert change.before is None or old[slice(*change.before.span)] == change.before.quote
        assert change.after is None or new[slice(*change.after.span)] == change.after.quote
