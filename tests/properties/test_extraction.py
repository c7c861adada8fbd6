"""Extraction on any text at all: grounded, complete in its ledger, never an exception."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from planlint import extract
from planlint.report.record import report_of

PIECES = st.sampled_from(
    ["一、", "（一）", "1.", "第二条", "到2025年，", "培育企业", "不少于", "40", "家", "3—5个", "xx", "万元", "给予", "奖励", "最高", "20%", "、10%", "分别",
     "国家级、省级", "（责任单位：", "市科技局", "、财政局", "）", "由区发改委牵头", "《", "关于支持的意见", "》", "〔2021〕", "12号", "。", "；", "，", "\n", "　　", " ", "每年",
     "免租", "减半", "“十四五”末", "三分之二", "翻一番", "对", "的企业", "１２", "&nbsp;", "\r\n", "来源：", "相关阅读", "等", "\u200b"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_grounded_and_complete(text: str) -> None:
    extraction = extract(text)
    for kind in ("targets", "milestones", "subsidies", "responsibilities", "citations", "numbers"):
        for fact in getattr(extraction, kind):
            assert fact.quote == text[fact.span.start : fact.span.end]
    covered = [0] * len(text)
    for record in extraction.numbers:
        for at in range(record.span.start, record.span.end):
            covered[at] += 1
    assert max(covered, default=0) <= 1
    for digits in re.finditer(r"\d+", text):
        assert set(covered[digits.start() : digits.end()]) == {1}
    assert report_of(extraction)["schema_version"]


TABLE_PIECES = st.sampled_from(
    ["\t", "\n", "\n", "\n\n", "|", " | ", " ", "序号", "类别", "指标", "指标名称", "单位", "2023年实际", "2027年目标", "“十五五”目标", "指标属性", "重点任务", "牵头单位",
     "配合单位", "完成时限", "补贴对象", "补贴标准（万元）", "备注", "1", "2", "3", "10", "95", "≥60", "—", "xx", "65左右", "2∶1", "%", "万人", "轨道里程", "约束性",
     "预期性", "市科技局", "市财政局、市教育局", "建成泵站3座", "2026年底前", "长期", "省级基地", "最高50", "每人1000元", "一、目标", "到2027年，建成5座。", "|---|---|"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(TABLE_PIECES, max_size=90).map("".join))
def test_tables_are_grounded_and_complete(text: str) -> None:
    test_grounded_and_complete.hypothesis.inner_test(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    extract(text)


def test_same_answer_twice() -> None:
    text = "一、目标\n到2025年，培育企业不少于40家，对新认定的国家、省级平台，分别给予40万元、20万元奖励。（责任单位：市科技局）"
    assert report_of(extract(text)) == report_of(extract(text))
