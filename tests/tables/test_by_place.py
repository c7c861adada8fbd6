"""Tables whose rows are places: what is counted stands in the caption or in the head, the place before it, the head's year is the deadline."""

from __future__ import annotations

import pytest

from planlint import extract

TITLE = "云岭市城市更新行动方案（2026—2028年）\n一、任务\n"


def targets(text: str) -> list[tuple]:
    return [(t.indicator, t.value, t.unit, t.deadline) for t in extract(TITLE + text).targets]


YEARS = [
    ("青溪县易涝片区整治", 3, "处", "2026"),
    ("青溪县易涝片区整治", 4, "处", "2027"),
    ("白石区易涝片区整治", 5, "处", "2026"),
    ("白石区易涝片区整治", 6, "处", "2027"),
]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "附表1 云岭市易涝片区整治计划表\n（单位：处）\n区县\t2024年（已整治）\t2026年\t2027年\n青溪县\t1\t3\t4\n白石区\t2\t5\t6\n合计\t3\t8\t10\n",
            id="tabs, the unit above",
        ),
        pytest.param(
            "附表1 云岭市易涝片区整治计划表\n序号\n区县\n现有易涝片区数量\n整治计划（处）\n2024年（已整治）\n2026年\n2027年\n"
            "1\n青溪县\n9\n1\n3\n4\n2\n白石区\n8\n2\n5\n6\n合计\n17\n3\n8\n10\n",
            id="a cell a line, a head over the years",
        ),
        pytest.param(
            "附表1 2026—2027年易涝片区整治任务分解表\n| 区县 | 2026年（处） | 2027年（处） |\n|---|---|---|\n| 青溪县 | 3 | 4 |\n| 白石区 | 5 | 6 |\n",
            id="pipes, the unit in the head",
        ),
    ],
)
def test_the_caption_names_what_the_years_count(text: str) -> None:
    assert targets(text) == YEARS


def test_the_head_names_what_is_counted() -> None:
    text = "各地任务表\n乡镇\t2026年新建公共书屋（个）\t2027年新建公共书屋（个）\t责任单位\n南渡镇\t2\t3\t镇文化站\n东屏镇\t4\t5\t镇文化站\n"
    assert targets(text) == [
        ("南渡镇新建公共书屋", 2, "个", "2026"),
        ("南渡镇新建公共书屋", 3, "个", "2027"),
        ("东屏镇新建公共书屋", 4, "个", "2026"),
        ("东屏镇新建公共书屋", 5, "个", "2027"),
    ]


def test_tasks_of_places_are_due_in_the_year_of_the_caption() -> None:
    text = "2027年充电桩建设任务分解表\n区县\t任务数（个）\n青溪县\t30\n白石区\t40\n"
    assert targets(text) == [
        ("青溪县充电桩建设", 30, "个", "2027"),
        ("白石区充电桩建设", 40, "个", "2027"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("区县\t2026年\t2027年\n青溪县\t3\t4\n白石区\t5\t6\n", id="nobody says what is counted"),
        pytest.param(
            "云岭市人口统计表\n区县\t常住人口（万人）\t面积（平方公里）\n青溪县\t30\t40\n白石区\t50\t60\n",
            id="what there is",
        ),
        pytest.param(
            "云岭市工业产值统计表\n区县\t2021年\t2022年\n青溪县\t30\t40\n白石区\t50\t60\n",
            id="years that are past",
        ),
    ],
)
def test_what_a_place_has_is_no_target(text: str) -> None:
    assert targets(text) == []


def test_a_place_beside_an_indicator_is_its_category() -> None:
    text = "区域\t指标\t单位\t2027年目标\n山区\t泵站\t座\t3\n平原\t闸门\t座\t4\n"
    assert targets(text) == [("泵站", 3, "座", "2027"), ("闸门", 4, "座", "2027")]
