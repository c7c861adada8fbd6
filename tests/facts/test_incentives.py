"""Money and units in the wording of rules for incentives: figures without a unit, ladders by year, glosses, lines of units."""

from decimal import Decimal

import pytest

from planlint import extract

HEAD = "云岭市产业扶持若干措施\n一、主要任务\n（一）工作。"
AND_RULES = "云岭市乡村书屋建设标准及补助办法\n一、补助标准\n"


def money(text: str, head: str = HEAD) -> list[tuple]:
    return [(b.beneficiary, b.amount, b.rate, b.cap) for b in extract(head + text).subsidies]


def units(text: str) -> list[tuple]:
    return [(r.unit, r.role) for r in extract(HEAD + text).responsibilities]


def given(who: str, amount: str | None = None, rate: str | None = None, cap: str | None = None) -> tuple:
    return (who, *(Decimal(x) if x is not None else None for x in (amount, rate, cap)))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("获得全国烹饪大赛金、银、铜牌的选手，分别奖励8万、5万、3万。",
         [given("获得全国烹饪大赛金牌的选手", "80000"), given("获得全国烹饪大赛银牌的选手", "50000"), given("获得全国烹饪大赛铜牌的选手", "30000")]),
        ("对获省级立项的课题，按1:0.5给予配套，最高40万元。", [given("获省级立项的课题", rate="0.5", cap="400000")]),
        ("小微企业的检测费由市财政补贴一半。", [given("小微企业的检测费", rate="0.5")]),
        ("对购置环保设备融资租赁的，按2个百分点给予贴息，最高60万元。", [given("购置环保设备融资租赁", rate="0.02", cap="600000")]),
        ("小微企业保费全额补助。", [given("小微企业保费", rate="1")]),
        ("对承租国有房屋的个体工商户，减免3个月租金。", [given("承租国有房屋的个体工商户", rate="1")]),
        ("开通货运航线的企业，首年每航次补助8万元，次年5万元。", [given("开通货运航线的企业，首年", "80000"), given("开通货运航线的企业，次年", "50000")]),
        ("年度评比前三名的乡镇，分别奖励10万元、8万元、5万元。",
         [given("年度评比第一名的乡镇", "100000"), given("年度评比第二名的乡镇", "80000"), given("年度评比第三名的乡镇", "50000")]),
        ("对新认定的省级研究中心、重点实验室，分别奖励60万元、40万元。", [given("新认定的省级研究中心", "600000"), given("新认定的省级重点实验室", "400000")]),
        ("新认定为国家级、省级产业园的，分三年给予总额600万元、300万元扶持资金。", [given("新认定为国家级产业园的，分三年", "6000000"), given("新认定为省级产业园的，分三年", "3000000")]),
        ("对全市性展会，按实际支出的30%给予承办单位补助。", [given("全市性展会的承办单位", rate="0.3")]),
        ("对投产后的项目可以申请奖励。按其年度贡献额给予五年奖励，其中前三年给予60%的奖励。", [given("投产后的项目可以申请奖励，前三年", rate="0.6")]),
        ("对高校毕业生，给予5000元创业补贴，带动就业的再补贴1000元，最多不超过2万元。", [given("高校毕业生", "5000"), given("带动就业", "1000", cap="20000")]),
    ],
)  # fmt: skip
def test_money(text: str, want: list[tuple]) -> None:
    assert money(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "奖补资金分两期拨付，验收合格后拨付70%，一年后拨付剩余30%。",
        "对排名末位的单位扣减绩效奖金10%。",
        "保费低于1%的部分不予补贴。",
        "个人贷款额度最高30万元，小微企业最高400万元，由财政给予支持。",
    ],
)
def test_no_money(text: str) -> None:
    assert money(text) == []


def test_the_title_says_whom_the_money_is_for() -> None:
    text = "根据规模和活动情况，市财政给予每家补助10万元。"
    assert money(text, AND_RULES) == [given("乡村书屋", "100000")]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("办好夜市。（市商务局、市市场监管局〈知识产权局〉）", [("市商务局", "responsible"), ("市市场监管局", "responsible")]),
        ("办好夜市。（市商务局〔口岸办〕牵头；市城管局配合）", [("市商务局", "lead"), ("市城管局", "cooperate")]),
        ("办好夜市。（市商务局会同市城管局、市公安局负责）", [("市商务局", "responsible")]),
        ("办好夜市。（市商务局牵头，各乡镇（街道）配合，2026年10月底前完成）", [("市商务局", "lead"), ("各乡镇（街道）", "cooperate")]),
        ("办好夜市。（市商务局牵头；餐饮商会、烘焙协会等行业协会参与）", [("市商务局", "lead"), ("餐饮商会", "cooperate"), ("烘焙协会", "cooperate")]),
        ("办好夜市。\n市商务局、市应急局，各区县政府\n（二）其他。做好工作。", [("市商务局", "responsible"), ("市应急局", "responsible"), ("各区县政府", "responsible")]),
        ("市商务局牵头组织评审，市财政局、市统计局协助核对数据。", [("市商务局", "lead"), ("市财政局", "cooperate"), ("市统计局", "cooperate")]),
        ("各区县政府要落实属地责任。", [("各区县政府", "responsible")]),
        ("各乡镇政府对材料的真实性负责。", [("各乡镇政府", "responsible")]),
    ],
)  # fmt: skip
def test_units(text: str, want: list[tuple]) -> None:
    assert units(text) == want


def test_the_article_number_is_no_part_of_the_unit() -> None:
    report = extract(
        "云岭市夜市管理办法\n第一条 总则。\n第二条 市商务局牵头组织申报评审，申报结果公示五天，公示没有异议的列入名单。\n"
    )
    assert [(r.unit, r.role) for r in report.responsibilities] == [("市商务局", "lead")]


def test_a_line_of_hosts_closes_a_task_and_not_the_plan() -> None:
    filler = "加强巡查，保持街面整洁，做好垃圾清运。" * 6
    text = f"{HEAD}{filler}\n主办单位：市商务局\n（二）收尾。抓好后续工作。\n责任单位：市城管局\n"
    assert [s.heading for s in extract(text).outline.sections][-1] == "收尾"
    foot = f"{HEAD}{filler}\n主办单位：云岭市人民政府办公室\n联系电话及网站标识另见首页\n"
    assert extract(foot).responsibilities == ()
