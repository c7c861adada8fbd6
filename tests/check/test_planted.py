"""Slips of more than thirty kinds, each in wordings of its own, and the right twin of each: the slip is found, the twin is silent."""

from __future__ import annotations

import pytest

from planlint.check.context import CheckSettings
from planlint.check.rules import load_checks
from planlint.check.run import run_checks
from planlint.pipeline import extract
from planlint.rulebook import Rulebook

RULES = tuple(rule for rule in load_checks(Rulebook()) if not rule.profiles or "recommended" in rule.profiles)
PLAN = """青溪县康养产业发展行动方案（2025—2027年）
一、总体要求
坚持生态优先，稳步推进康养产业发展。
二、工作目标
到2027年，康养产业增加值达到12亿元，培育康养企业30家。
三、主要任务
（一）建设康养基地。完善步道、驿站等设施。{slip}（责任单位：县文化旅游局、县财政局）
（二）培育市场主体。支持企业做优产品、做强品牌，组织产销对接，完善售后服务。（责任单位：县商务局、县财政局）
（三）加强要素保障。保障项目用地。（责任单位：县自然资源局、县财政局）
四、保障措施
加强组织领导，定期会商。
青溪县人民政府
2025年3月6日
"""

# kind: pairs of a slip and its right twin
KINDS: dict[str, list[tuple[str, str]]] = {
    "wrong character": [("坚持因地治宜。", "坚持因地制宜。"), ("检查不留死脚。", "检查不留死角。"), ("各乡镇要认真布署。", "各乡镇要认真部署。"), ("防止无序竟争。", "防止无序竞争。"), ("切实履盖偏远村组。", "切实覆盖偏远村组。"), ("即然列入清单，就要按期完成。", "既然列入清单，就要按期完成。")],
    "doubled word": [("要进一步进一步完善标识。", "要进一步完善标识。"), ("积极推动推动融合发展。", "积极推动融合发展。"), ("完善完善服务网点。", "逐项研究研究服务网点。")],
    "doubled character": [("各乡镇要要完善标识。", "各乡镇要求完善标识。"), ("打造宜居的的环境。", "打造以休憩为目的的环境。"), ("完善步道和和驿站。", "营造和和美美的氛围。"), ("面向老人及及家属服务。", "面向老人及家属服务。")],
    "doubled mark": [("完善步道，，增设驿站。", "完善步道，增设驿站。"), ("完善步道。，增设驿站。", "完善步道。增设驿站。"), ("完善步道、、驿站。", "完善步道、驿站。")],
    "impossible date": [("2026年6月31日前完工。", "2026年6月30日前完工。"), ("2027年2月29日前完工。", "2028年2月29日是闰日。"), ("2026年14月底前完工。", "2026年12月底前完工。"), ("2026年第五季度验收。", "2026年第四季度验收。")],
    "five-year plan": [("“十三五”末的2021年，全县已有驿站8个。", "“十三五”末的2020年，全县已有驿站8个。"), ("衔接“十四五”规划（2020—2024年）。", "衔接“十四五”规划（2021—2025年）。"), ("2027年是“十五五”开局之年。", "2026年是“十五五”开局之年。")],
    "deadline after the end": [("到2031年，建成驿站20个。", "到2026年，建成驿站20个。"), ("力争2030年底前，步道全线贯通。", "力争2027年底前，步道全线贯通。")],
    "deadline before the start": [("到2019年，建成驿站20个。", "到2025年，建成驿站20个。")],
    "two values": [("到2027年，培育康养企业40家。", "到2027年，培育康养企业30家。")],
    "unit one character off": [("（牵头单位：县农业农材局）", "（牵头单位：县农业农村局）"), ("（牵头单位：县人力资源和社会保章局）", "（牵头单位：县人力资源和社会保障局）")],
    "announced count": [("实施以下五项工程：步道工程、驿站工程、药草工程、数字工程。", "实施以下四项工程：步道工程、驿站工程、药草工程、数字工程。"), ("做到“四个统一”，即统一标识、统一服务、统一价格。", "做到“三个统一”，即统一标识、统一服务、统一价格。"), ("建立三项机制：一是会商机制；二是通报机制；三是督办机制；四是奖惩机制。", "建立四项机制：一是会商机制；二是通报机制；三是督办机制；四是奖惩机制。"), ("发展森林、温泉、田园、滨水五种休养方式。", "发展森林、温泉、田园、滨水四种休养方式。"), ("抓好以下四项工作：一是修步道；二是建驿站；三是育企业。", "抓好以下三项工作：一是修步道；二是建驿站；三是育企业。"), ("发展森林、温泉、中医药4类康养产业。", "发展森林、温泉、中医药3类康养产业。"), ("建设三园（药草园、花卉园）。", "建设两园（药草园、花卉园）。")],
    "bound against verb": [("新增驿站20个以下。", "新增驿站20个以上。"), ("投诉数量控制在30件以上。", "投诉数量控制在30件以内。"), ("办理环节降低到5个以上。", "办理环节降低到5个以内。"), ("床位数提高到800张以下。", "床位数提高到800张以上。")],
    "doubled bound": [("建设驿站约20个左右。", "建设驿站20个左右。"), ("吸引游客超过30万人次以上。", "吸引游客超过30万人次。"), ("修缮老屋近200余栋。", "修缮老屋200余栋。"), ("培训护理员不少于500人以上。", "培训护理员不少于500人。")],
    "fall by a multiple": [("等候时间下降2倍。", "等候时间下降50%。"), ("成本减少了1.5倍。", "产值增长了1.5倍。")],
    "shares over the whole": [("客源中，其中省内占60%、省外占30%、境外占20%。", "客源中，其中省内占60%、省外占30%、境外占10%。"), ("服务覆盖率达到130%。", "服务覆盖率达到100%。")],
    "sum of parts": [("新建驿站12个，其中东片5个、西片9个。", "新建驿站12个，其中东片5个、西片7个。")],
    "document number": [("落实青文旅{2024}5号要求。", "落实青文旅〔2024〕5号要求。"), ("落实青康养〔25〕7号要求。", "落实青康养〔2025〕7号要求。"), ("落实青政发(2024)12号要求。", "落实青政发〔2024〕12号要求。"), ("落实青文旅产【2024】5号要求。", "落实青文旅产〔2024〕5号要求。"), ("落实青政办〔2024〕第7号要求。", "落实青政办〔2024〕7号要求。"), ("落实青政办〔2024〕07号要求。", "落实青政办〔2024〕70号要求。"), ("落实青政发〔24〕12号要求。", "落实青政发〔2024〕12号文件要求。")],
    "place and superior": [("学习湖北省张家界市经验。", "学习湖南省张家界市经验。"), ("与江苏省杭州市结对。", "与浙江省杭州市结对。"), ("与成都市渝中区结对。", "与重庆市渝中区结对。")],
    "own place": [("青溪县是全国康养名县，清溪县将持续投入。青溪县欢迎企业。", "青溪县是全国康养名县，将持续投入。青溪县欢迎企业。")],
    "range without unit": [("游客年均增长5-8%。", "游客年均增长5%—8%。"), ("接待游客20～30万人次。", "接待游客20万—30万人次。")],
    "range of money": [("给予奖励10-20万元。", "给予奖励10万元—20万元。")],
    "straight quotes": [('推进"一码通"应用。', "推进“一码通”应用。")],
    "placeholder": [("投入资金（待定）万元。", "投入资金300万元。"), ("建设驿站**个。", "建设驿站20个。"), ("建设驿站XX个。", "建设驿站20个。"), ("投入资金××万元。", "按面积×单价测算。")],
    "bracket": [("建设驿站（含充电设施。", "建设驿站（含充电设施）。"), ("打造“药养小镇。", "打造“药养小镇”。")],
    "一是": [("一是修步道；三是育企业。", "一是修步道；二是育企业。")],
    "money without amount": [("对评为示范的企业，给予一定奖励。", "对评为示范的企业，给予5万元奖励。"), ("对参展企业按展位费的一定比例给予补助。", "对参展企业按展位费的50%给予补助。")],
    "objects and sums": [("对国家级、省级、市级基地，分别给予50万元、20万元奖励。", "对国家级、省级、市级基地，分别给予50万元、20万元、10万元奖励。")],
    "year range dash": [("2025-2027年连续实施。", "2025—2027年连续实施。")],
    "padded date": [("2026年05月08日前开工。", "2026年5月8日前开工。")],
    "short name": [("设立县康养产业引导资金（以下简称“引导资金”），专户管理，申请引导资京的从其规定。设立“引导资京”台账。", "设立县康养产业引导资金（以下简称“引导资金”），专户管理，申请引导资金的从其规定。")],
    "one sum in two sizes": [("步道一期总投资8600万元。步道一期总投资8600元。", "步道一期总投资8600万元。步道二期总投资8600万元。")],
    "citation without marks": [("落实青溪县全域旅游发展实施意见（青政发〔2024〕9号）要求。", "落实《青溪县全域旅游发展实施意见》（青政发〔2024〕9号）要求。")],
    "later citation": [("落实《青溪县全域旅游发展实施意见》（青政发〔2026〕9号）要求。", "落实《青溪县全域旅游发展实施意见》（青政发〔2024〕9号）要求。")],
}  # fmt: skip

# Slips of the structure, made of the plan itself
STRUCTURE: dict[str, tuple[str, str]] = {
    "skipped heading": ("（三）加强要素保障", "（四）加强要素保障"),
    "repeated heading": ("（三）加强要素保障", "（二）加强要素保障"),
    "misnumbered first heading": ("（一）建设康养基地", "（三）建设康养基地"),
    "skipped chapter": ("四、保障措施", "五、保障措施"),
    "years against the period": ("行动方案（2025—2027年）", "五年行动方案（2025—2027年）"),
    "task without unit": ("（责任单位：县商务局、县财政局）", ""),
    "generic unit": ("县自然资源局、县财政局", "有关部门"),
}


def found(text: str) -> set[tuple[str, str]]:
    """What is reported at any level, by rule and words."""
    result = run_checks(extract(text), RULES, CheckSettings())
    assert not result.crashed
    return {(finding.rule, finding.quote) for finding in result.findings}


CLEAN = found(PLAN.replace("{slip}", ""))


def planted(words: str) -> set[tuple[str, str]]:
    return found(PLAN.replace("{slip}", words)) - CLEAN


@pytest.mark.parametrize(
    ("kind", "slip"), [(kind, slip) for kind, pairs in KINDS.items() for slip, _ in pairs]
)
def test_slip_is_found(kind: str, slip: str):
    assert planted(slip), kind


# What is told of a right sentence is no fault of it: a citation without a number, a rate without a ceiling.
TOLD = {"CIT003", "SUB007", "SUB002", "RSP002", "TGT005"}


@pytest.mark.parametrize(
    ("kind", "twin"), [(kind, twin) for kind, pairs in KINDS.items() for _, twin in pairs]
)
def test_right_twin_is_silent(kind: str, twin: str):
    assert {(rule, quote) for rule, quote in planted(twin) if rule not in TOLD} == set(), kind


@pytest.mark.parametrize("kind", STRUCTURE)
def test_slip_of_structure_is_found(kind: str):
    old, new = STRUCTURE[kind]
    text = PLAN.replace("{slip}", "")
    assert old in text
    assert found(text.replace(old, new)) - CLEAN


def test_the_plan_itself_is_clean():
    assert {rule for rule, _ in CLEAN} <= {"RSP002", "TGT008"}
