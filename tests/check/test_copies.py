"""What a copy does to a text is no fault of the draft: page data, cells in two lines, wrapped lines, glued headings."""

from __future__ import annotations

import pytest

from planlint.check.context import CheckSettings
from planlint.check.rules import load_checks
from planlint.check.run import run_checks
from planlint.pipeline import extract
from planlint.rulebook import Rulebook

RULES = load_checks(Rulebook())
PLAN = """云岭市孵化载体建设实施方案（2025—2027年）
一、总体目标
到2027年，建成孵化载体30家，引进运营团队10支。
二、重点任务
（一）建设载体。利用存量房产改建孵化载体，配套公共服务平台。（责任单位：市科技局、市财政局）
（二）引进人才。支持运营团队开展专业服务，组织路演对接。（责任单位：市科技局、市财政局）
"""


def rules_of(text: str) -> set[str]:
    result = run_checks(extract(text), RULES, CheckSettings())
    assert not result.crashed
    return {finding.rule for finding in result.findings}


@pytest.mark.parametrize(
    ("rule", "head"),
    [
        pytest.param("TIM003", "成文日期： | 2025年03月06日 |\n", id="the date in the page's table"),
        pytest.param("FMT003", "- **发布日期**：2025-2027年期间\n", id="years in Markdown data"),
        pytest.param("FMT002", "本地目录: zwgk/202503/123_云岭市印发《云岭市孵化载体建\n", id="a cut name of a folder"),
    ],
)  # fmt: skip
def test_page_data_is_not_the_drafts_text(rule: str, head: str):
    assert rule not in rules_of(head + PLAN)
    assert rule in rules_of(PLAN.replace("二、重点任务\n", f"二、重点任务\n各县区要落实{head}"))


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        pytest.param("SRC002", "二、重点任务", "表1 主要指标\n\n类别\n\n商业流通\n基础设施\n\n二、重点任务", id="cell in two lines"),
        pytest.param("STR001", "引进运营团队10支", "建设X个分中心，形成“1+3+X”体系，引进运营团队10支", id="the X of a formula"),
        pytest.param("RSP006", "（责任单位：市科技局、市财政局）", "市科创领导小组负责督促落实。", id="a group answers"),
    ],
)  # fmt: skip
def test_copies_are_silent(rule: str, old: str, new: str):
    assert old in PLAN
    assert rule not in rules_of(PLAN.replace(old, new))


def test_annex_of_tasks_is_a_part():
    text = "云岭市签约服务实施方案\n一、主要目标\n到2027年，签约30万人。\n二、组织保障\n定期会商。\n附件2 云岭市签约服务任务分工表\n"
    assert "STR004" not in rules_of(text)
    assert "STR004" in rules_of(text.replace("任务分工表", "联系表"))


WRAPPED = """云岭市孵化载体建设实施方案
一、总体要求
坚持创新驱动，建设孵化载体，服务
初创企业，完善链条。推动产业链
与创新链融合，支持企业联合高校开
展攻关。形成完整的服务体系和

共建平台的格局，激发各类主体活力。
二、重点任务
（一）建设载体。利用存量房产，改
建载体，配套平台，引进运营团队开
展服务。
"""


def test_wrapped_lines_go_on():
    assert "STR005" not in rules_of(WRAPPED)
    assert "STR005" in rules_of(WRAPPED.replace("共建平台的格局，激发各类主体活力。\n", ""))
