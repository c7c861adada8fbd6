"""Ways of putting things that lean on the words before: years said alone, tiers without a verb, brackets that go on."""

from decimal import Decimal

import pytest

from planlint import extract

HEAD = "云岭市发展行动方案（2025—2027年）\n一、主要任务\n（一）工作。\n"
SIGNED = "云岭市发展工作方案\n云岭市人民政府办公室\n2025年3月5日\n一、主要任务\n"


def targets(text: str, head: str = HEAD) -> list[tuple]:
    return [(t.indicator, t.comparator, t.value, t.unit, t.deadline) for t in extract(head + text).targets]


def one(indicator: str, comparator: str, value: str, unit: str | None, deadline: str | None = None) -> tuple:
    return (indicator, comparator, Decimal(value), unit, deadline)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("2026年，数字经济占比达到8%；2027年，达到9%。", [one("数字经济占比", ">=", "8", "%", "2026"), one("数字经济占比", ">=", "9", "%", "2027")]),
        ("到2026年，湿地保护率达到46%，林木蓄积量达到30万立方米；到2027年，分别达到47%和32万立方米。",
         [one("湿地保护率", ">=", "46", "%", "2026"), one("林木蓄积量", ">=", "300000", "立方米", "2026"),
          one("湿地保护率", ">=", "47", "%", "2027"), one("林木蓄积量", ">=", "320000", "立方米", "2027")]),
        ("肉牛、蛋鸡出栏量分别达到3万头和60万羽。", [one("肉牛出栏量", ">=", "30000", "头"), one("蛋鸡出栏量", ">=", "600000", "羽")]),
        ("全市光伏、风电装机容量分别达到30万千瓦、20万千瓦。", [one("全市光伏装机容量", ">=", "300000", "千瓦"), one("风电装机容量", ">=", "200000", "千瓦")]),
        ("用水、用气报装时间分别不超过3个和5个工作日。", [one("用水报装时间", "<=", "3", "工作日"), one("用气报装时间", "<=", "5", "工作日")]),
        ("垃圾回收利用率提升至60%左右。", [one("垃圾回收利用率", "~", "60", "%")]),
        ("将印章刻制、发票申领等环节全部压缩至1个工作日内办结。", [one("印章刻制、发票申领等环节", "<=", "1", "工作日")]),
        ("三年完成500家规模以上工业企业改造。", [one("规模以上工业企业改造", "=", "500", "家", "2027")]),
        ("茶叶综合产值达到15亿元；香菇发展到3000万棒以上。", [one("茶叶综合产值", ">=", "1500000000", "元"), one("香菇", ">=", "30000000", "棒")]),
        ("农民收入增长8%以上，力争突破2万元。", [one("农民收入", ">=", "8", "%"), one("农民收入", ">", "20000", "元")]),
        ("路网密度达到每百平方公里5.2公里。", [one("路网密度", ">=", "5.2", "公里")]),
        ("全年举办展会不少于20场。", [one("展会", ">=", "20", "场", "2025")]),
        ("热线按时办结率100%。", [one("热线按时办结率", "=", "100", "%")]),
        ("推广新茶种，面积达到5万亩。", [one("新茶种面积", ">=", "50000", "亩")]),
        ("骨干教师占比超过一半。", [one("骨干教师占比", ">", "0.5", None)]),
        ("污染物减少1/4以上。", [one("污染物", ">=", "25", "%")]),
        ("新增城镇人口20万。", [one("新增城镇人口", "=", "200000", "人")]),
        ("每个乡镇至少建有1处多功能运动场。", [one("多功能运动场", ">=", "1", "处")]),
        ("引导基金安排不低于2亿元支持文旅项目。", [one("引导基金", ">=", "200000000", "元")]),
        ("县城防洪标准达到30年一遇。", [one("县城防洪标准", ">=", "30", "年")]),
        ("三年计划总投资28亿元，其中争取省级资金12亿元。", [one("总投资", "=", "2800000000", "元", "2027"), one("省级资金", "=", "1200000000", "元", "2027")]),
        ("研发人员达到180人年。", [one("研发人员", ">=", "180", "人年")]),
    ],
)  # fmt: skip
def test_targets(text: str, want: list[tuple]) -> None:
    assert targets(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "2027年底前全部淘汰35吨以下燃煤锅炉。",
        "对入选团队给予奖励，提供最高300平方米办公场所。",
        "企业每引进1人最高补贴5万元。",
        "（一）对带动能力强、投资5亿元以上的项目，实行一事一议。",
        "公交站点500米范围配建停车点。",
        "对未完成任务80%的乡镇予以通报。",
    ],
)
def test_no_target(text: str) -> None:
    assert targets(text) == []


def test_a_year_before_the_signature_is_past() -> None:
    text = "2024年，经营主体总量达到4.8万户。2025年，新增经营主体3000户。"
    assert targets(text, SIGNED) == [one("经营主体", "=", "3000", "户", "2025")]


def milestones(text: str) -> list[tuple]:
    return [(m.deadline, m.quote) for m in extract(HEAD + text).milestones]


def test_milestones() -> None:
    assert milestones("加快建设二期厂房，2026年底前投用。") == [("2026", "加快建设二期厂房，2026年底前投用")]
    assert milestones("各镇要细化措施，于3月31日前报送工作专班。") == [
        ("2025-03-31", "于3月31日前报送工作专班")
    ]
    assert milestones("每月25日前报送工作专班。") == []


def subsidies(text: str) -> list[tuple]:
    return [(b.beneficiary, b.amount, b.rate, b.cap) for b in extract(HEAD + text).subsidies]


def money(
    beneficiary: str, amount: str | None = None, rate: str | None = None, cap: str | None = None
) -> tuple:
    return (beneficiary, *(Decimal(n) if n is not None else None for n in (amount, rate, cap)))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("新设立国家级工作站的，给予80万元资助，省级的50万元。", [money("新设立国家级工作站", "800000"), money("省级", "500000")]),
        ("对新引进的博士、硕士，分别给予每月3000元、1500元生活补贴；本科生每月800元。",
         [money("新引进的博士", "3000"), money("新引进的硕士", "1500"), money("本科生", "800")]),
        ("可按每月5000元、3000元的标准给予A、B类人才租房补贴。", [money("A类人才租房补贴", "5000"), money("B类人才租房补贴", "3000")]),
        ("对首位引荐人，按投资额的1‰给予奖励，最高20万元。", [money("首位引荐人", None, "0.001", "200000")]),
        ("对高端人才创业给予最高100万元信用贷款。", []),
        ("企业在主板上市的，给予600万元奖励，其中：辅导备案后奖励200万元，成功上市后奖励400万元。", [money("企业在主板上市", "6000000")]),
        ("对竣工项目按投资额给予一次性奖励：3000万元（含）至1亿元的奖励1%；1亿元（含）以上的奖励2%，单个项目最高500万元。",
         [money("竣工项目，3000万元（含）至1亿元", None, "0.01", "5000000"), money("竣工项目，1亿元（含）以上", None, "0.02", "5000000")]),
        ("对参赛企业，每出口1美元补贴0.03元。", [money("参赛企业，每出口1美元", "0.03")]),
        ("对省外游客实行门票8折优惠，对教师免首道门票。", [money("省外游客实行门票", None, "0.2"), money("教师", None, "1")]),
    ],
)  # fmt: skip
def test_subsidies(text: str, want: list[tuple]) -> None:
    assert subsidies(text) == want


def test_a_bracket_that_goes_on_behind_its_units() -> None:
    for more in ("；完成时限：持续推进", "；列首位的为牵头单位，下同", "，完成时间:2026年6月底"):
        found = extract(HEAD + f"建设平台。（责任单位：市商务局、市财政局{more}）").responsibilities
        assert [r.unit for r in found] == ["市商务局", "市财政局"]


def test_an_earlier_edition_and_the_plan_that_is_carried_out_are_cited() -> None:
    text = (
        "云岭市关于贯彻落实《“十四五”全省茶业发展规划》的实施意见\n云政办〔2025〕7号\n《云岭市关于贯彻落实<“十四五”全省茶业发展规划>的实施意见》已经同意，现印发。\n"
        "一、总体要求\n按照《“十四五”全省茶业发展规划》部署，修订《云岭市关于贯彻落实<“十四五”全省茶业发展规划>的实施意见》（云政办〔2022〕3号）。"
    )
    found = [(c.title, c.document_number) for c in extract(text).citations]
    assert found == [
        ("“十四五”全省茶业发展规划", None),
        ("云岭市关于贯彻落实<“十四五”全省茶业发展规划>的实施意见", "云政办〔2022〕3号"),
    ]


def test_the_printing_record_stands_for_a_signature() -> None:
    text = "云岭县招商优惠政策\n一、适用范围\n适用于新设企业。\n云岭县人民政府办公室  2025年2月18日印发\n"
    document = extract(text).document
    assert (document.issuer, document.signed_on) == ("云岭县人民政府办公室", "2025-02-18")


def test_dates_that_share_a_line() -> None:
    text = "发文日期：2025-04-02    发布日期：2025-04-08\n\n云岭县茶业行动方案\n一、总体要求\n坚持稳中求进。"
    assert extract(text).document.published_on == "2025-04-08"
