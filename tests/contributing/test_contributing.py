"""CONTRIBUTING.md is true: its five changes are made in a copy of the project, as they stand there, and planlint is run in it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from planlint.pipeline import extract

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCK = re.compile(r'^```(\w+) title="([^"\n]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
PLAN = """云岭市绿道建设行动计划（2024—2026年）

一、总体要求
到2026年，建成滨河步道20华里。
在清溪区开展试点，由相关部门牵头建设。

二、主要指标

| 序号 | 指标名称 | 单位 | 2026年目标 | 约束类型 |
|---|---|---|---|---|
| 1 | 公园面积 | 公顷 | 40 | 约束性 |
| 2 | 绿道条数 | 条 | 12 | 预期性 |
"""


def applied(text: str, diff: str) -> str:
    """The text with one change made: a line begins with -, + or a blank, and what it takes away stands once."""
    lines = diff.splitlines()
    old = "\n".join(line[1:] for line in lines if line[:1] in ("-", " ", ""))
    new = "\n".join(line[1:] for line in lines if line[:1] in ("+", " ", ""))
    assert text.count(old) == 1, old
    return text.replace(old, new)


def made_in(copy: Path) -> None:
    """Makes every change of the page in a copy of the project."""
    for language, name, body in BLOCK.findall(PAGE):
        path = copy / name
        if language == "diff":
            path.write_text(applied(path.read_text(encoding="utf-8"), body), encoding="utf-8")
        else:
            assert not path.exists(), name
            path.write_text(body, encoding="utf-8")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("copy")
    for folder in ("src", "rules"):
        shutil.copytree(ROOT / folder, place / folder, ignore=shutil.ignore_patterns("__pycache__"))
    made_in(place)
    (place / "plan.txt").write_text(PLAN, encoding="utf-8")
    return place


def run(copy: Path, *words: str, worst: int = 0) -> str:
    env = os.environ | {"PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "planlint", *words]
    done = subprocess.run(
        command, check=False, cwd=copy, env=env, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode <= worst, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def facts(copy: Path) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(run(copy, "extract", "plan.txt", "--format", "json"))
    return report


def test_before() -> None:
    """Without the changes the plan's unit is not known, and its column title asks to be looked at."""
    found = extract(PLAN)
    assert [str(target.value) for target in found.targets] == ["40", "12"]
    assert [number.quote for number in found.numbers if number.role == "unknown"] == ["20"]
    assert [caution.quote for caution in found.warnings] == ["约束类型"]


def test_a_column_title(facts: dict[str, Any]) -> None:
    assert facts["warnings"] == []
    assert [target["attribute"] for target in facts["targets"]] == [None, "binding", "expected"]


def test_a_unit(facts: dict[str, Any]) -> None:
    said = [(target["indicator"], target["value"], target["unit"]) for target in facts["targets"]]
    assert said[0] == ("滨河步道", 20, "华里")


def test_a_kind_of_fact(facts: dict[str, Any]) -> None:
    assert [(pilot["where"], pilot["quote"]) for pilot in facts["pilots"]] == [("清溪区", "在清溪区开展试点")]


def test_a_format(copy: Path) -> None:
    out = run(copy, "extract", "plan.txt", "--only", "pilots", "--format", "org")
    heads, rule, row = out.splitlines()
    assert rule == "|-"
    assert "| 试点地区 |" in heads
    assert "| 清溪区 |" in row


def test_a_check(copy: Path) -> None:
    out = run(copy, "check", "plan.txt", "--select", "WRD010", "--format", "concise", worst=1)
    assert "相关部门牵头" in out
    run(copy, "rules", "test", "rules/checks/WRD010-nobody-named.yaml")


def test_the_code_is_clean(copy: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", copy)
    names = [name for _, name, _ in BLOCK.findall(PAGE) if name.endswith(".py")]
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", *names]
    done = subprocess.run(command, check=False, cwd=copy, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_every_file_is_there() -> None:
    """What the page names outside its blocks stands in the project."""
    prose = BLOCK.sub("", PAGE)
    named = re.findall(r"`((?:src|rules|docs|tests)/[\w./]*)`", prose) + re.findall(r"\]\(([\w./]+)\)", prose)
    assert len(named) > 5
    for name in named:
        assert (ROOT / name).exists(), name
