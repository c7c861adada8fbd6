"""Kind and genre: what sort of document this is, by its title or, where that is silent, by its text."""

from __future__ import annotations

import pytest

from planlint.pipeline import DEFAULT_RULES
from planlint.terms.metadata.genre import kind_and_genre

TITLES = [
    ("云岭市孵化器建设三年行动计划（2025—2027年）", "三年行动计划", "plan"),
    ("云岭市支持外贸发展若干政策措施", "若干政策措施", "measures"),
    ("青溪县文化礼堂建设补助奖励办法", "奖励办法", "measures"),
    ("青溪县专项资金管理办法（试行）", "管理办法", "regulation"),
    ("云岭市国民经济和社会发展第十五个五年规划纲要", "规划纲要", "programme"),
    ("云岭市人民政府关于加快种业发展的意见", "意见", "opinion"),
    ("云岭市人民政府关于2025年种业发展情况的报告", "报告", "report"),
    ("2026年云岭市政府工作报告", "政府工作报告", "report"),
    ("云岭市人民政府关于同意云岭高新区扩区的批复", "批复", "reply"),
    ("云岭市教育局关于市人大第12号建议的答复", "答复", "reply"),
    ("云岭市人民政府办公室关于表彰先进单位的通报", "通报", "notice"),
    ("云岭市行政许可事项清单（2025年版）", "清单", "catalogue"),
    ("《云岭市种业振兴行动方案》政策解读", "政策解读", "interview"),
    ("云岭市种业振兴有关情况", None, None),
    (None, None, None),
]
TEXTS = [
    pytest.param(
        "《云岭市种业振兴行动方案》",
        "问：方案有哪些目标？\n答：三年建成园区20个。\n问：如何落实？\n答：各县分解任务。",
        "interview",
        id="questions-about-a-plan",
    ),
    pytest.param(
        None,
        "各位代表：\n现在报告工作，请予审议。\n各位代表，过去一年，成绩来之不易。",
        "report",
        id="address-to-deputies",
    ),
    pytest.param(None, "你局《关于成立联席会议的请示》收悉。经研究，现函复如下。", "reply", id="received"),
    pytest.param(None, "现将2025年评审结果公示如下：", "notice", id="as-follows"),
    pytest.param("云岭市种业振兴行动方案", "现将有关事项通知如下：抓好落实。", "plan", id="title-speaks"),
    pytest.param(None, "加强统筹，抓好落实。", None, id="silent"),
]


@pytest.mark.parametrize(("title", "kind", "genre"), TITLES)
def test_by_title(title, kind, genre):
    assert kind_and_genre(title, "", DEFAULT_RULES) == (kind, genre)


@pytest.mark.parametrize(("title", "text", "genre"), TEXTS)
def test_by_text(title, text, genre):
    assert kind_and_genre(title, text, DEFAULT_RULES)[1] == genre
