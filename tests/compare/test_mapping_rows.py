"""A mapping file joins and splits rows by noun, mode and level, keeps what it says when written again, and is read with its lines."""

import json

import pytest

from planlint.model.mapping import Join, RowMapping, Split
from planlint.rulebook.mapping import read_mapping
from planlint.rulebook.mapping_text import mapping_text

GOALS = {
    "云岭市": "培育高新技术企业40家，新增省级以上众创空间6家",
    "澄江市": "高新技术企业达到30家，新增省级众创空间4家",
    "石溪县": "新增高新技术企业20家，新增专业化众创空间2家",
}


@pytest.fixture
def plans(tmp_path):
    for place, goals in GOALS.items():
        text = f"{place}科创行动方案\n\n一、目标\n到2025年，{goals}。\n"
        (tmp_path / f"{place}.txt").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def compared(run, plans):
    def rows(mapping: str | None = None):
        given = []
        if mapping is not None:
            (plans / "对照.yaml").write_text(mapping, encoding="utf-8")
            given = ["--mapping", plans / "对照.yaml"]
        code, out, error = run("compare", *sorted(plans.glob("*.txt")), "-f", "json", *given)
        assert (code, error) == (0, "")
        return json.loads(out)["indicators"]

    return rows


def bands(rows, noun):
    return [sorted(band["plans"]) for row in rows if row["key"]["noun"] == noun for band in row["bands"]]


def test_modes_that_the_user_joins_are_one_band(compared) -> None:
    assert sorted(bands(compared(), "高新技术企业")) == [["云岭", "石溪"], ["澄江"]]
    joined = compared("join:\n  - {noun: 高新技术企业, modes: [新增, 达到, 培育]}\n")
    assert bands(joined, "高新技术企业") == [["云岭", "澄江", "石溪"]]


def test_levels_that_the_user_joins_are_one_band(compared) -> None:
    joined = compared("join:\n  - {noun: 众创空间, levels: [省, 省及以上]}\n")
    assert ["云岭", "澄江"] in bands(joined, "众创空间")
    assert ["云岭", "澄江"] not in bands(compared(), "众创空间")


@pytest.mark.parametrize(
    ("split", "noun", "want"),
    [
        ("{noun: 高新技术企业, by: [mode]}", "高新技术企业", {"新增", "达到", "培育"}),
        ("{noun: 众创空间, by: [level]}", "众创空间", {"省及以上", "省", None}),
    ],
)
def test_what_the_user_splits_has_rows_of_its_own(compared, split, noun, want) -> None:
    rows = [row for row in compared(f"split:\n  - {split}\n") if row["key"]["noun"] == noun]
    aspect = "mode" if "mode" in split else "level"
    assert {row["key"][aspect] for row in rows} == want
    assert len(rows) == len(want)


def test_a_printed_name_leaves_its_noun(compared) -> None:
    rows = compared("split:\n  - {noun: 众创空间, names: [专业化众创空间]}\n")
    assert bands(rows, "专业化众创空间") == [["石溪"]]
    assert not any("石溪" in plans for plans in bands(rows, "众创空间"))


def test_a_known_spelling_stands_for_its_noun(compared) -> None:
    rows = compared("join:\n  - {noun: 高企, modes: [新增, 达到, 培育]}\n")
    assert bands(rows, "高新技术企业") == [["云岭", "澄江", "石溪"]]


def test_the_file_keeps_what_it_says(tmp_path) -> None:
    rows = RowMapping(
        {"创新载体面积": "科创载体面积"},
        (Join("高新技术企业", ("新增", None)), Join("众创空间", (), ("省", "省及以上"))),
        (Split("众创空间", ("level",)), Split("孵化器", (), ("海外“孵化器”: 甲",))),
    )
    path = tmp_path / "对照.yaml"
    path.write_text("".join(mapping_text((), rows, "说明")), encoding="utf-8")
    assert read_mapping(path).rows == rows


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        pytest.param(
            "join:\n  - {noun: 高新技术企业, modes: [培育]}\n", 2, "至少写两个", id="nothing to join"
        ),
        pytest.param(
            "join:\n  - noun: 高新技术企业\n    modes: [培育, 存量]\n", 3, "占比", id="no such mode"
        ),
        pytest.param("split:\n  - {noun: 众创空间}\n", 2, "by", id="nothing to split"),
        pytest.param("split:\n  - noun: 众创空间\n    by: [year]\n", 3, "mode", id="no such aspect"),
        pytest.param("spilt:\n  - {noun: 众创空间}\n", 1, "split", id="a slip in a key"),
        pytest.param(
            "join:\n  - noun: 高新技术业企\n    modes: [培育, 新增]\n",
            2,
            "高新技术企业",
            id="a slip in a noun",
        ),
        pytest.param(
            "split:\n  - noun: 众创空间\n    names:\n      - 火星众创空间\n",
            4,
            "火星众创空间",
            id="printed nowhere",
        ),
        pytest.param("nouns:\n  种植面积: [油茶林地规模]\n", 2, "油茶林地规模", id="of other plans"),
    ],
)
def test_a_wrong_mapping_is_told_with_its_line(run, plans, text, line, word) -> None:
    path = plans / "对照.yaml"
    path.write_text(text, encoding="utf-8")
    code, out, error = run("compare", *sorted(plans.glob("*.txt")), "--mapping", path)
    assert (code, out) == (2, "")
    (said,) = error.strip().splitlines()
    assert f"对照.yaml:{line}:" in said
    assert word in said


def test_all_unknown_names_are_told_at_once(run, plans) -> None:
    path = plans / "对照.yaml"
    path.write_text("nouns:\n  种植面积: [油茶林地规模, 火星基地]\n", encoding="utf-8")
    code, _, error = run("compare", *sorted(plans.glob("*.txt")), "--mapping", path)
    assert code == 2
    assert [name in error for name in ("油茶林地规模", "火星基地", "Traceback")] == [True, True, False]
    assert len(error.strip().splitlines()) == 2
