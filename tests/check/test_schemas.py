"""Schemas: which one a title picks, what is met and missed, what is said of a wrong file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml

from planlint.check.context import CheckContext, CheckSettings
from planlint.check.schema import check_schema
from planlint.errors import RulebookError, UsageError
from planlint.pipeline import extract
from planlint.rulebook import Rulebook, builtin_rules
from planlint.rulebook.schema_shape import problems_of_schema
from planlint.rulebook.schemas import load_schemas, pick_schema, schema_json

if TYPE_CHECKING:
    from pathlib import Path

BUILT_IN = sorted((builtin_rules() / "schemas").glob("*.yaml"))
SCHEMAS = load_schemas(Rulebook())
CLEAN = (builtin_rules().parent / "samples" / "checks" / "bay-innovation-park.txt").read_text(
    encoding="utf-8"
)


def required(text: str, **settings: str) -> tuple[str | None, dict[str, str]]:
    extraction = extract(text)
    schema, _, requirements = check_schema(CheckContext(extraction, CheckSettings(**settings), Rulebook()))
    for requirement in requirements:
        for span in requirement.evidence:
            assert 0 <= span.start < span.end <= len(text)
    return schema, {r.id: r.status for r in requirements}


@pytest.mark.parametrize("path", BUILT_IN, ids=lambda p: p.stem)
def test_built_in_schema_is_valid(path: Path):
    assert problems_of_schema(path) == []
    jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), schema_json())


@pytest.mark.parametrize(
    ("kind", "schema"),
    [("三年行动计划", "action-plan"), ("建设实施方案", "implementation-plan"), ("建设方案", "construction-plan"), ("若干措施", "measures"), ("规划", "programme"), ("通知", "notice"), ("批复", "reply"), ("函", "letter"), ("推广目录", "catalogue"), (None, None)],
)  # fmt: skip
def test_kind_picks_its_schema(kind: str | None, schema: str | None):
    picked = pick_schema(SCHEMAS, kind)
    assert (picked.id if picked else None) == schema


@pytest.mark.parametrize("name", ["action-plan", "行动计划", "ACTION-PLAN"])
def test_a_named_schema_wins(name: str):
    picked = pick_schema(SCHEMAS, "若干措施", name)
    assert picked is not None
    assert picked.id == "action-plan"


def test_an_unknown_name_is_told_the_nearest():
    with pytest.raises(UsageError, match="action-plan"):
        pick_schema(SCHEMAS, None, "action-plam")


def test_everything_is_met_in_the_clean_sample():
    schema, statuses = required(CLEAN)
    assert schema == "action-plan"
    assert set(statuses.values()) == {"met"}


@pytest.mark.parametrize(
    ("old", "new", "requirement"),
    [
        ("二、主要目标", "二、产业基础", "goals"),
        ("（牵头单位：市科技局；配合单位：市财政局、市海洋局）", "", "tasks-assigned"),
        ("，每家企业每年最高不超过30万元", "", "rates-capped"),
        ("到2027年，海洋", "到2037年，海洋", "deadlines-in-period"),
        ("（2025—2027年）", "（2025—2035年）", "period-length"),
    ],
)
def test_what_is_taken_out_is_missed(old: str, new: str, requirement: str):
    assert old in CLEAN
    _, statuses = required(CLEAN.replace(old, new))
    assert statuses[requirement] == "missed"


def test_a_plan_of_no_kind_has_no_schema():
    assert required("云岭市孵化载体建设情况\n一、时间\n上午。") == (None, {})


def test_the_official_profile_asks_for_elements_in_order():
    _, statuses = required(CLEAN, profile="gongwen")
    assert statuses["document-number"] == "missed"
    assert statuses["title"] == "met"
    assert statuses["note"] == "not-applicable"


def test_a_users_schema_adds_and_replaces(tmp_path: Path):
    folder = tmp_path / "schemas"
    folder.mkdir()
    text = (builtin_rules() / "schemas" / "measures.yaml").read_text(encoding="utf-8")
    (folder / "ours.yaml").write_text(
        text.replace("title: 若干措施", "title: 本市若干措施", 1), encoding="utf-8"
    )
    loaded = {s.id: s for s in load_schemas(Rulebook((tmp_path,)))}
    assert loaded["measures"].title == "本市若干措施"
    assert len(loaded) == len(SCHEMAS)


def test_all_errors_of_a_schema_are_told_with_their_lines(tmp_path: Path):
    folder = tmp_path / "schemas"
    folder.mkdir()
    (folder / "bad.yaml").write_text(
        "id: ours\ntitle: 本市\nsource: {doc: x, strength: weak}\nsections:\n  - {id: a, title: 甲, names: [], levl: error}\nfacts:\n  - {id: b, title: 乙, need: magic}\n"
        "values:\n  - {id: c, title: 丙, field: kind, pattern: '('}\n",
        encoding="utf-8",
    )
    with pytest.raises(RulebookError) as caught:
        load_schemas(Rulebook((tmp_path,)))
    lines = sorted(int(problem.split("bad.yaml:")[1].split(":")[0]) for problem in caught.value.problems)
    assert lines == [3, 5, 5, 7, 9]
    assert any("levl" in problem and "level" in problem for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("text", "schema"),
    [
        pytest.param("云岭市政府关于同意设立开发区的批复\n青溪县人民政府：\n请示收悉。一、同意设立，2025年建成厂房30万平方米。\n", "reply", id="reply"),
        pytest.param("云岭市政府关于做好防汛工作的通知\n各县区人民政府：\n现通知如下。一、加强值守。二、2025年加固堤防20公里。\n", "notice", id="notice"),
        pytest.param("问：出台背景是什么？\n答：为加快发展。到2027年，培育企业100家。\n问：任务有哪些？\n答：共四项。\n问：谁负责？\n答：各部门。\n", "interview", id="no title, by genre"),
    ],
)  # fmt: skip
def test_other_documents_are_asked_for_nothing_of_a_plan(text: str, schema: str):
    from planlint.check.rules import load_checks
    from planlint.check.run import run_checks

    result = run_checks(extract(text), load_checks(Rulebook()), CheckSettings())
    assert result.schema == schema
    assert not {f.rule for f in result.findings} & {
        "STR004",
        "RSP001",
        "RSP006",
        "TGT001",
        "TGT002",
        "TGT004",
        "TGT008",
        "TIM005",
    }
