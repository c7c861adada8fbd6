"""A plan is called by its place: from the document, else from the file's name; never by half a word."""

import json

import pytest

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
