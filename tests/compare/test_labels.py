"""A plan is called by its place: from the document, else from the file's name; never by half a word."""

import json

import pytest

from planlint import extract
from planlint.compare.topics import topic_of
from planlint.compare.vocabulary import vocabulary
from planlint.rulebook import Rulebook

PLAN = "政府工作报告\n\n一、2026年主要目标\n2026年，培育高新技术企业{n}家。\n"


def labels(run, *arguments):
    code, out, error = run("compare", *arguments, "-f", "json")
    assert (code, error) == (0, "")
    return [plan["label"] for plan in json.loads(out)["plans"]]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("2026_云南省_政府工作报告.txt", "2026_青海省_政府工作报告.txt"), ["云南", "青海"]),
        (("青溪县.txt", "石溪县.txt"), ["石溪", "青溪"]),
        (("甲稿.txt", "乙稿.txt"), ["乙稿", "甲稿"]),
    ],
)
def test_the_file_names_what_the_title_does_not(run, tmp_path, names, expected) -> None:
    for n, name in enumerate(names, 10):
        (tmp_path / name).write_text(PLAN.format(n=n), encoding="utf-8")
    assert sorted(labels(run, tmp_path)) == expected


def test_two_plans_of_one_place_are_told_apart_by_whole_words(run, tmp_path) -> None:
    for topic in ("促进北斗卫星导航产业高质量发展", "支持海洋装备制造业集群发展"):
        (tmp_path / f"{topic}.txt").write_text(
            f"云岭市{topic}若干措施\n\n一、目标\n到2027年，培育高新技术企业30家。\n", encoding="utf-8"
        )
    for label in labels(run, tmp_path):
        place, _, topic = label.partition("·")
        assert place == "云岭"
        assert topic.endswith(("产业", "卫星", "导航", "制造业", "装备", "集群", "发展"))


def test_labels_of_a_file(run, tmp_path) -> None:
    plans = []
    for n, name in enumerate(("甲", "乙"), 10):
        plans.append(tmp_path / f"{name}.txt")
        plans[-1].write_text(PLAN.format(n=n), encoding="utf-8")
    given = tmp_path / "名单.tsv"
    given.write_text("# 文件\t名称\n甲.txt\t青溪\n乙=石溪\n", encoding="utf-8")
    assert labels(run, *plans, "--label", f"@{given}") == ["石溪", "青溪"]
    code, _, error = run("compare", *plans, "--label", f"@{tmp_path / '无.tsv'}")
    assert code == 2
    assert "无.tsv" in error


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        pytest.param(
            "云岭市促进低空经济发展打造航空产业高地行动计划（2023—2025年）",
            "低空经济发展",
            id="a verb begins the next phrase",
        ),
        pytest.param("云岭市高端医疗器械产业全链条发展行动方案", "高端医疗器械产业", id="no half of 全链条"),
        pytest.param("关于加快平台经济发展的若干措施", "平台经济发展", id="no 的 at the end"),
        pytest.param(
            "云岭市国民经济和社会发展第十五个五年规划纲要", "国民经济和社会发展", id="no 第 at the end"
        ),
        pytest.param(
            "科技局等七部门关于推动未来产业创新发展的实施意见", "未来产业创新发展", id="issuers left out"
        ),
        pytest.param("关于提高我市防灾能力的意见", "防灾能力", id="our city is the place"),
        pytest.param("云岭市城市内涝治理实施方案", "城市内涝治理", id="城市内 is no territory"),
        pytest.param("2027年云岭市政府工作报告", "政府工作报告", id="nothing but place and kind"),
    ],
)
def test_topics_are_whole_words(title, topic) -> None:
    document = extract(f"{title}\n\n一、目标\n到2027年，培育企业30家。\n").document
    assert topic_of(document, "云岭", vocabulary(Rulebook())) == topic
