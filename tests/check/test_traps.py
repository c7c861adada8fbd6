"""What looks like a fault and is none: no rule may speak of these, at any level that fails a run."""

import pytest

from planlint.check.context import CheckSettings
from planlint.check.rules import load_checks
from planlint.check.run import run_checks
from planlint.pipeline import extract
from planlint.rulebook import Rulebook

RULES = tuple(rule for rule in load_checks(Rulebook()) if not rule.profiles or "recommended" in rule.profiles)
HEAD = "示范市孵化载体三年行动计划（2024—2026年）\n一、主要目标\n2024年，新增孵化器1家；2025年，新增孵化器2家；2026年，新增孵化器3家。\n二、重点任务\n（一）建设载体。"
TAIL = "（牵头单位：市科技局）\n三、保障措施\n加强组织领导。（牵头单位：市科技局）"
TRAPS = [
    "建设保税物流中心（B型），利用E、F、G地块，推广5G应用。",
    "对获得省一、二、三等奖的团队，由市科技局通报表扬。",
    "咨询电话0356-2688002，档案号2025-00056，热线400-068-7188。",
    "依托现有11.18平方公里的科创城，围绕一谷、一街、二园布局。",
    "贯彻“十四五”规划和第195次常委会精神，推进“互联网+”和“创业+孵化”。",
    "将招引任务列入各镇科技招商年度任务。",
    "以争创国家级创新型县为引领，完善服务体系。",
    "生产第二类、第三类医疗器械，取得国家一、二、三类新药证书（或进入目录）的优先支持。",
    "汽车保有量由2552万辆增至3230万辆，其中新能源汽车由45万辆增至356万辆。",
    "建设美丽宜居乡村1000个、绿色示范村庄300个，其中示范村500个。",
    "应急排涝能力不低于100立方米/小时（其中高风险区不低于150立方米/小时）。",
    "深入推进“纯美农民、洁美农家、和美农村、富美农业”四大行动。",
    "城镇和农村居民收入分别增长3.9%和5.7%，一二三产增加值分别增长3.5%、6%、5%。",
    "城乡低保平均标准分别从645元、4318元起逐步提高。",
    "两类组织分别达到1000家。",
]  # fmt: skip


@pytest.mark.parametrize("trap", TRAPS)
def test_trap_is_no_finding(trap: str):
    findings = run_checks(extract(HEAD + trap + TAIL), RULES, CheckSettings()).findings
    assert [(f.rule, f.quote) for f in findings if f.level != "info"] == []
