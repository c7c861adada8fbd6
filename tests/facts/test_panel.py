"""Phrases that other extractors read wrong: each must come out as a careful reader would write it down."""

from decimal import Decimal

import pytest

from planlint import extract

HEAD = "云岭市科创行动方案（2024—2026年）\n一、主要任务\n（一）工作。\n"


def targets(text: str) -> list[tuple]:
    return [(t.comparator, t.value, t.value_max, t.unit, t.deadline) for t in extract(HEAD + text).targets]


def sums(text: str) -> list[tuple]:
    return [(b.amount, b.amount_min, b.amount_max, b.rate, b.cap) for b in extract(HEAD + text).subsidies]


def dec(number: str) -> Decimal:
    return Decimal(number)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("到2025年，培育高新技术企业不少于40家。", [(">=", dec("40"), None, "家", "2025")]),
        ("2025年底前建成人才公寓160套。", [("=", dec("160"), None, "套", "2025")]),
        ("力争到“十四五”末，研发投入强度达到3%左右。", [("~", dec("3"), None, "%", "2025")]),
        ("到2026年，新增孵化面积12万平方米以上。", [(">=", dec("120000"), None, "平方米", "2026")]),
        ("引进3—5个千亿级平台。", [("=", dec("3"), dec("5"), "个", None)]),
        ("到2025年，规上工业产值翻一番。", [("=", dec("2"), None, "倍", "2025")]),
        ("设立规模超百亿元的产业基金。", [(">", dec("10000000000"), None, "元", None)]),
        ("到2025年，建设面积xx万平方米的园区。", [("=", None, None, "平方米", "2025")]),
        ("三年内培育龙头企业二十家。", [("=", dec("20"), None, "家", "2026")]),
        ("到2025年，单位能耗降至0.3吨以下。", [("<=", dec("0.3"), None, "吨", "2025")]),
        ("每年组织培训200人次。", [("=", dec("200"), None, "人次", None)]),
        ("到2026年，甲产业、乙产业占比分别达到55%、70%。", [(">=", dec("55"), None, "%", "2026"), (">=", dec("70"), None, "%", "2026")]),
    ],
)  # fmt: skip
def test_targets(text: str, want: list[tuple]) -> None:
    assert targets(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "全市现有高新技术企业300家。", "聚焦“1+5”产业体系，打造“四链”融合生态。", "根据云政办〔2022〕32号文件要求。", "服务热线400-068-7188。",
        "推动长三角一体化发展。", "搭建一个合作平台。", "突出3个产业。", "贯彻党的二十届三中全会精神。", "占地面积约390亩。", "保税物流中心（B型）、E、F、G地块。",
    ],
)  # fmt: skip
def test_no_target(text: str) -> None:
    assert targets(text) == []


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("对新认定的平台给予补贴，不超过100万元。", [(None, None, None, None, dec("1000000"))]),
        ("对获评企业分别奖励30、20、10万元。", [(dec("300000"), None, None, None, None), (dec("200000"), None, None, None, None), (dec("100000"), None, None, None, None)]),
        ("给予启动经费50-100万元。", [(None, dec("500000"), dec("1000000"), None, None)]),
        ("对设备投入300万元以上的企业，按20%给予最高200万元补助。", [(None, None, None, dec("0.2"), dec("2000000"))]),
        ("对新认定的国家级、省级孵化器，分别给予40万元、20万元奖励。", [(dec("400000"), None, None, None, None), (dec("200000"), None, None, None, None)]),
        ("前三年租金分别给予30%、20%和10%补贴。", [(None, None, None, dec("0.3"), None), (None, None, None, dec("0.2"), None), (None, None, None, dec("0.1"), None)]),
        ("入驻企业免租金，公共平台使用费减半收取。", [(None, None, None, dec("1"), None), (None, None, None, dec("0.5"), None)]),
        ("设立3亿元的风险补偿基金。", []),
        ("对年营业收入超过2000万元的企业优先推荐。", []),
    ],
)  # fmt: skip
def test_subsidies(text: str, want: list[tuple]) -> None:
    assert sums(text) == want


def test_a_page_mark_inside_a_sum_stays_in_the_quote() -> None:
    lines = [
        "对新增设备总投入300万",
        "1、元以上的企业，按照其投入的20%最高给予200万元支持，其余部分由企业自行",
        "2、承担，并按季度报送进展情况，确保资金使用规范有序，同时做好绩效评价工作并及时公",
        "3、开结果，接受社会监督，由各部门按照职责分工抓好落实，确保各项任务按期完成并取得实",
        "4、效。",
    ]
    text = HEAD + "\n".join(lines)
    fact = next(b for b in extract(text).subsidies if b.cap == 2000000)
    assert fact.rate == dec("0.2")
    assert fact.quote == text[fact.span.start : fact.span.end]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("建设平台。（责任单位：示范区工业和科技创新委员会、发展改革和统计局）", [("示范区工业和科技创新委员会", "responsible"), ("发展改革和统计局", "responsible")]),
        ("建设平台。（牵头单位：市科技局；配合单位：市财政局、各县（市、区）人民政府）", [("市科技局", "lead"), ("市财政局", "cooperate"), ("各县（市、区）人民政府", "cooperate")]),
        ("建设平台。（市科委、市财政局牵头，市教委配合）", [("市科委", "lead"), ("市财政局", "lead"), ("市教委", "cooperate")]),
        ("由市科技局牵头建设平台。", [("市科技局", "lead")]),
        ("建设平台。（责任部门：区科技局、市监局（知识产权局））", [("区科技局", "responsible"), ("市监局", "responsible")]),
        ("市商务局要优化服务，鼓励企业参与。", []),
    ],
)  # fmt: skip
def test_responsibilities(text: str, want: list[tuple]) -> None:
    assert [(r.unit, r.role) for r in extract(HEAD + text).responsibilities] == want
