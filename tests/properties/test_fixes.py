"""Fixes of any draft: doing them twice changes nothing more, no finding is new, no blank lands beside a digit."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from planlint.check.rules import load_checks
from planlint.checking import Checker, check_source, fix_source
from planlint.model.document import SourceDocument
from planlint.rulebook import Rulebook

CHECKER = Checker(rules=load_checks(Rulebook()))
PIECES = st.sampled_from(
    ["一、总体要求\n", "（一）建设载体。", "1 .引进团队。", "到2025年,", "2023-2025年", "培育其它企业", "不少于40家", "给予50-100万元奖励", "最高不超过20万元", "(责任单位:市科技局)",
     "云政办发(2023)49号", "《关于支持的意见》、", "“双创”、“四链”", "2023年05月06日", "截止2024年底", "市委市政府", "完善 配套", "，", "。", "；", "\n", "  ", "\u00a0", "第三条 ", "5G应用", "占比70%",
     "<!-- planlint: ignore[WRD004] 引文 -->", "相关阅读\n", "来源:某网 阅读量:3\n", "1.5 亩"]
)  # fmt: skip


def source(text: str) -> SourceDocument:
    return SourceDocument("plan.txt", text, "")


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_safe_fixes(text: str) -> None:
    fixed = fix_source(source(text), CHECKER, ("safe",))
    again = fix_source(source(fixed.text), CHECKER, ("safe",))
    assert again.text == fixed.text
    assert again.applied == 0
    before = check_source(source(text), CHECKER).findings
    after = check_source(source(fixed.text), CHECKER).findings
    assert len(after) <= len(before)
    blanks = r"(?<=\d)[ \u3000\u00a0]|[ \u3000\u00a0](?=\d)"
    assert len(re.findall(blanks, fixed.text)) <= len(re.findall(blanks, text))
    assert "〔2022〕32号" not in text or "〔2022〕32号" in fixed.text


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_all_fixes_end(text: str) -> None:
    fixed = fix_source(source(text), CHECKER, ("safe", "ask"))
    assert fix_source(source(fixed.text), CHECKER, ("safe", "ask")).text == fixed.text
