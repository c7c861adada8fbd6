"""One fault of each kind planted into a clean plan: each must be found, at its place, by the rule it is for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planlint.check.context import CheckSettings
from planlint.check.rules import load_checks
from planlint.check.run import run_checks
from planlint.pipeline import extract
from planlint.rulebook import Rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.finding import Finding

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
CLEAN = (SAMPLES / "checks" / "bay-innovation-park.txt").read_text(encoding="utf-8")
RULES = tuple(rule for rule in load_checks(Rulebook()) if not rule.profiles or "recommended" in rule.profiles)
KNOWN = {rule.id for rule in RULES}

# What is planted: the rule that must speak, a pattern of the places, and what stands there afterwards.
FAULTS: dict[str, tuple[str, str, str]] = {
    "drop a year of a series": ("TGT001", r"2026年，新增孵化面积8万平方米，新增省级平台3家；", ""),
    "drop the last year": ("TGT001", r"；2027年，新增孵化面积10万平方米，新增省级平台4家", ""),
    "drop a unit list": ("RSP001", r"(（[一二三]）[建引强][^\n]*。)（牵头单位[^）]*）", r"\1"),
    "make a unit generic": ("RSP003", r"配合单位：市(?:财政局|科技局)(?=）)", "配合单位：各有关部门"),
    "drop a cap": ("SUB007", r"，每家企业每年最高不超过30万元", ""),
    "make a rate vague": ("SUB001", r"实际贷款利息的50%", "实际贷款利息的一定比例"),
    "drop the base of a rate": ("SUB006", r"按实际贷款利息的50%给予贴息", "按50%给予贴息支持"),
    "drop a unit of a range": ("SUB003", r"20万元—50万元", "20—50万元"),
    "drop a sum of a list": ("SUB004", r"(100万元、50万元)、20万元", r"\1"),
    "drop an object of a list": ("SUB004", r"国家级、省级、市级孵化器", "国家级、省级孵化器"),
    "drop 分别": ("SUB005", r"，分别给予", "，给予"),
    "drop a denominator": ("TGT003", r"占地区生产总值的比重", "所占比重"),
    "break a part": ("CON001", r"(?<=用地约)(?:320|280)(?=亩)", "480"),
    "break a part downwards": ("CON001", r"(?<=生产区用地约)360", "330"),
    "break a total": ("CON001", r"(?<=总用地约)960", "900"),
    "break parts in brackets": ("CON001", r"(?<=拓展区（)8\.4", "8.9"),
    "break a count behind 其中": ("CON001", r"(?<=装备类)5|(?<=药物类)4", "8"),
    "break a count of classes": ("CON002", r"3大产业", "4大产业"),
    "drop a class": ("CON002", r"海洋装备、海洋药物、海洋数据", "海洋装备、海洋数据"),
    "break a count before brackets": ("CON002", r"三园（", "四园（"),
    "drop an item in brackets": ("CON002", r"装备园、药物园和数据园", "装备园和数据园"),
    "share above the whole": ("CON007", r"覆盖率达到100%", "覆盖率达到110%"),
    "conflicting value": ("CON005", r"2027年底前，新增高新技术企业60家。", "2027年底前，新增高新技术企业60家。鼓励申报。到2027年，新增高新技术企业80家。"),
    "unit in two prints": ("CON003", r"配合单位：市科技局", "配合单位：市科学技术局"),
    "year outside the period": ("TIM001", r"到2027年，海洋", "到2037年，海洋"),
    "year before the period": ("TIM001", r"到2026年底，建成", "到2016年底，建成"),
    "years against the period": ("TIM002", r"（2025—2027年）", "（2025—2028年）"),
    "drop the goals": ("STR004", r"二、主要目标\n\n[^\n]*\n\n三、重点任务", "二、重点任务"),
    "drop every number of the goals": ("TGT004", r"(二、主要目标\n\n)[^\n]*", r"\1海洋科创园能级显著提升，创新生态更加完善。"),
    "drop all years but the last": ("TGT008", r"2025年，新增孵化面积6万平方米，[^\n]*(到2027年，海洋[^#]*?到)2026(?=年底，建成)", r"\g<1>2027"),
    # what the rules on the text itself are for
    "unfill a value": ("STR001", r"(?<=新增高新技术企业)60(?=家)", "xx"),
    "break a bracket": ("FMT002", r"（核心区|(?<=市财政局)）(?=\n)", ""),
    "break a number of a document": ("CIT001", r"〔2024〕", "(2024)"),
    "skip a number": ("STR002", r"（二）引育创新主体", "（四）引育创新主体"),
    "cut a sentence": ("STR005", r"一次。（牵头单位：市海洋局；配合单位：市科技局）", ""),
}  # fmt: skip


def findings(text: str) -> list[Finding]:
    return list(run_checks(extract(text), RULES, CheckSettings()).findings)


def planted(name: str) -> Iterator[str]:
    """The clean plan with the fault at each of its places, one at a time."""
    _, pattern, new = FAULTS[name]
    assert re.search(pattern, CLEAN), f"{name}: the sample has no such place"
    for match in re.finditer(pattern, CLEAN):
        yield CLEAN[: match.start()] + match.expand(new) + CLEAN[match.end() :]


def test_the_sample_is_clean():
    assert [(f.rule, f.quote) for f in findings(CLEAN) if f.level != "info"] == []


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_found(name: str):
    rule = FAULTS[name][0]
    if rule not in KNOWN:
        pytest.skip(f"{rule} is not among the rules of this checkout")
    for text in planted(name):
        assert text != CLEAN
        assert rule in {f.rule for f in findings(text)}, text


def test_nineteen_of_twenty_are_found():
    """The bar as a number: of all planted faults, 95 % are found by the rule they are for."""
    tried = [(FAULTS[name][0], text) for name in FAULTS if FAULTS[name][0] in KNOWN for text in planted(name)]
    found = sum(rule in {f.rule for f in findings(text)} for rule, text in tried)
    assert found >= 0.95 * len(tried), f"{found} of {len(tried)}"
