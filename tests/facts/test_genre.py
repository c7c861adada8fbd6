"""Sentence patterns of many kinds of plans: what leans on the words before comes out whole."""

from decimal import Decimal

import pytest

from planlint import extract

HEAD = "云岭市发展行动方案（2025—2027年）\n一、主要任务\n（一）工作。\n"


def targets(text: str) -> list[tuple]:
    return [(t.indicator, t.comparator, t.value, t.unit, t.deadline) for t in extract(HEAD + text).targets]


def one(indicator: str, comparator: str, value: str, unit: str | None, deadline: str | None = None) -> tuple:
    return (indicator, comparator, Decimal(value), unit, deadline)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("到2027年，陶瓷产业规模突破80亿元，年均增长12%以上。", [one("陶瓷产业规模", ">", "8000000000", "元", "2027"), one("陶瓷产业规模", ">=", "12", "%", "2027")]),
        ("到2027年，数字经济规模达到60亿元，占地区生产总值比重达到45%。", [one("数字经济规模", ">=", "6000000000", "元", "2027"), one("数字经济规模占地区生产总值比重", ">=", "45", "%", "2027")]),
        ("到2027年，高新技术企业由2024年的320家提高到500家。", [one("高新技术企业", ">=", "500", "家", "2027")]),
        ("常住人口城镇化率由2024年的63%提升到2027年的66%。", [one("常住人口城镇化率", ">=", "66", "%", "2027")]),
        ("到2027年，新型储能装机达到200万千瓦以上。", [one("新型储能装机", ">=", "2000000", "千瓦", "2027")]),
        ("到2027年，综合实力进入全省前10位。", [one("综合实力", "<=", "10", "位", "2027")]),
        ("到2027年，形成2个千亿元产业集群。", [one("千亿元产业集群", "=", "2", "个", "2027")]),
        ("引进项目不少于40个，其中10亿元以上项目8个。", [one("项目", ">=", "40", "个"), one("10亿元以上项目", "=", "8", "个")]),
        ("新建良田12万亩，改造提升8万亩。", [one("良田", "=", "120000", "亩"), one("良田", "=", "80000", "亩")]),
        ("2025年、2026年新增托位分别达到800个、1000个。", [one("托位", ">=", "800", "个", "2025"), one("托位", ">=", "1000", "个", "2026")]),
        ("每千人口拥有3岁以下婴幼儿托位数达到4.8个。", [one("每千人口拥有3岁以下婴幼儿托位数", ">=", "4.8", "个")]),
        ("加工产值与农业总产值比达到2∶1。", [one("加工产值与农业总产值比", ">=", "2", None)]),
        ("不动产登记1个工作日办结。", [one("不动产登记", "=", "1", "工作日")]),
        ("推广装配式建筑占新建建筑比例达30%。", [one("装配式建筑占新建建筑比例", ">=", "30", "%")]),
        ("城镇新增就业累计15万人以上。", [one("城镇新增就业", ">=", "150000", "人")]),
        ("推出20个“高效办成一件事”重点事项，新建“家门口”服务站50个。", [one("“高效办成一件事”重点事项", "=", "20", "个"), one("“家门口”服务站", "=", "50", "个")]),
        ("推动超5个县（市、区）开展全域水系治理。", [one("县（市、区）", ">", "5", "个")]),
        ("加强队伍建设，动员全县超800名志愿者参与。", [one("志愿者", ">", "800", "名")]),
        ("为全县养老护理员、社会人员开展技能培训超5万人次。", [one("技能培训", ">", "50000", "人次")]),
        ("治理13条河流、300条中型以上侵蚀沟。", [one("河流", "=", "13", "条"), one("中型以上侵蚀沟", "=", "300", "条")]),
        ("新增1个国家级产业集群、新入规加工企业20家以上。", [one("国家级产业集群", "=", "1", "个"), one("新入规加工企业", ">=", "20", "家")]),
        ("新增劳动力平均受教育年限达到14.2年。", [one("新增劳动力平均受教育年限", ">=", "14.2", "年")]),
        ("力争有组织有规模外出就业25万人次以上。", [one("有组织有规模外出就业", ">=", "250000", "人次")]),
        ("落实县委十三届七次、八次全会部署，做好二轮土地延包试点。", []),
        ("1.建成厂房3座。\n2.新建充电桩300个。\n3.4个乡镇完成管网改造。\n4.招募志愿者80名。", [one("厂房", "=", "3", "座"), one("充电桩", "=", "300", "个"), one("乡镇", "=", "4", "个"), one("志愿者", "=", "80", "名")]),
        ("3年内培育10个以上示范村，每村补助不超过20万元。", [one("示范村", ">=", "10", "个", "2027")]),
    ],
)  # fmt: skip
def test_targets(text: str, want: list[tuple]) -> None:
    assert targets(text) == want


@pytest.mark.parametrize(
    "text", ["车桩比不低于1:6。", "围绕全市10万亩稻田建设。", "打破每年集中评审一次的做法。"]
)
def test_no_target(text: str) -> None:
    assert targets(text) == []


def test_a_yearly_growth_does_not_make_the_next_clause_yearly() -> None:
    found = extract(HEAD + "产值年均增长8%，企业达到30家。").targets
    assert [t.recurrence for t in found] == ["yearly", None]


def subsidies(text: str) -> list[tuple]:
    return [(b.beneficiary, b.amount, b.rate, b.cap) for b in extract(HEAD + text).subsidies]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("物流补贴：对出口企业的物流费用，按实际发生额的20%给予补助。", [("出口企业的物流费用", None, Decimal("0.2"), None)]),
        ("对新认定的甲类企业给予20万元奖励，重新认定的给予10万元奖励。", [("新认定的甲类企业", Decimal(200000), None, None), ("重新认定", Decimal(100000), None, None)]),
        ("电商企业年销售额达到1000万元的，奖励5万元；达到5000万元的，奖励20万元。", [("电商企业年销售额达到1000万元", Decimal(50000), None, None), ("电商企业年销售额达到5000万元", Decimal(200000), None, None)]),
        ("对研发费用500万元以下、500万元（含）以上的企业，分别按研发费用的5%、3%给予奖励。", [("研发费用500万元以下的企业", None, Decimal("0.05"), None), ("研发费用500万元（含）以上的企业", None, Decimal("0.03"), None)]),
        ("对外贸增长的企业，每增加100万美元奖励1万元。", [("外贸增长的企业", Decimal(10000), None, None)]),
        ("新引进的甲类、乙类人才，分别给予20万元、10万元安家补贴，分5年发放。", [("新引进的甲类人才", Decimal(200000), None, None), ("新引进的乙类人才", Decimal(100000), None, None)]),
        ("对新评定的五星级、四星级酒店，分别奖励100万元、50万元。", [("新评定的五星级酒店", Decimal(1000000), None, None), ("新评定的四星级酒店", Decimal(500000), None, None)]),
        ("对总部企业，按其实缴注册资本的2%给予落户奖励。", [("总部企业", None, Decimal("0.02"), None)]),
        ("终止后仍有结余的，可给予出资人奖励，总额不超过剩余部分的10%。", []),
    ],
)  # fmt: skip
def test_subsidies(text: str, want: list[tuple]) -> None:
    assert subsidies(text) == want


def units(text: str) -> list[tuple]:
    return [(r.unit, r.role) for r in extract(HEAD + text).responsibilities]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("建设平台。[牵头单位：市商务局，配合单位：市财政局、市体育局]", [("市商务局", "lead"), ("市财政局", "cooperate"), ("市体育局", "cooperate")]),
        ("建设平台。牵头部门:市商务局 责任部门:市财政局", [("市商务局", "lead"), ("市财政局", "responsible")]),
        ("实行分工负责制，发改、财政等部门要做好对接。", [("发改", "responsible"), ("财政", "responsible")]),
        ("商务、市政等部门要提供便利。", []),
        ("省科技厅牵头，三市科技部门参加，建立联席会议制度。", [("省科技厅", "lead"), ("三市科技部门", "cooperate")]),
        ("各区党委和政府承担主体责任。", [("各区党委和政府", "responsible")]),
        ("教育行政部门在职责范围内，分别负责有关工作。", [("教育行政部门", "responsible")]),
        ("领导小组负责协调，各成员单位要密切配合。", []),
    ],
)  # fmt: skip
def test_responsibilities(text: str, want: list[tuple]) -> None:
    assert units(text) == want


def test_a_label_that_a_page_cuts_is_read() -> None:
    text = "推进船舶安全航行、港口自动驾驶等领域的智能服务，细化在大交通中的应用。（牵头部\n\n门：市交通委、市水务局）"
    assert units(text) == [("市交通委", "lead"), ("市水务局", "lead")]


def test_a_heading_with_a_comma_is_not_joined_to_its_text() -> None:
    text = (
        "云岭市农机方案\n一、主要任务\n（一）引导技术创新，着力推动智能农机装备技术示范\n围绕高端农机，"
        + "完善乡村信息基础设施，" * 6
        + "提高作业质量。"
    )
    assert extract(text).outline.sections[1].heading == "引导技术创新，着力推动智能农机装备技术示范"


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("云岭市国民经济和社会发展第十五个五年规划纲要", (2026, 2030)),
        ("云岭市2026年促进消费行动方案", (2026, 2026)),
        ("云岭市2030年前碳达峰行动方案", None),
    ],
)
def test_period(title: str, period: tuple[int, int] | None) -> None:
    found = extract(title + "\n一、总体要求\n坚持稳中求进。").document.period
    assert (found and (found.start, found.end)) == period
