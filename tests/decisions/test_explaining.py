"""Why a number is what it is, at a point, on a line, or at words of the text."""

import json
import subprocess
import sys

import pytest

from planlint.explaining import Point, Quoted, explain_numbers

TEXT = "云岭市消费行动方案（2025—2027年）\n一、发展目标\n到2027年，商业街区不少于40条。\n"


def test_at_words_of_the_text():
    (year, count), text = explain_numbers(TEXT, Quoted("到2027年，商业街区不少于40条"))
    assert year.record.role == "date"
    assert (count.record.role, count.zone.tense, count.zone.part) == ("target", "plan", "goals")
    assert count.deadline.deadline.date == "2027"
    assert text[slice(*count.deadline.deadline.span)] == "到2027年"
    said = {c.step: c.decision and c.decision.rule for c in count.considered}
    assert said["commitments"] == "ROL200"
    assert said["names"] is None


@pytest.mark.parametrize(
    ("place", "n"), [(Point(3), 2), (Point(3, 15), 1), (Point(9), 0), (Point(2, 99), 0), (Quoted("没有"), 0)]
)
def test_places(place, n):
    assert len(explain_numbers(TEXT, place)[0]) == n


def run(tmp_path, *options: str):
    plan = tmp_path / "计划.txt"
    plan.write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "-m", "planlint", "extract", str(plan), *options]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_on_the_command_line(tmp_path):
    result = run(tmp_path, "--explain", "不少于40条")
    assert result.returncode == 0
    assert "判定：承诺词 ROL200" in result.stdout
    assert "时限：2027（“到2027年”）" in result.stdout


def test_for_a_program(tmp_path):
    result = run(tmp_path, "--explain", "3:15", "-f", "json")
    (one,) = json.loads(result.stdout)
    assert (one["role"], one["rule"], one["deadline"]["date"]) == ("target", "ROL200", "2027")


@pytest.mark.parametrize(
    "options", [["--explain", "没有这话"], ["--explain", "99:1"], ["--explain", "40条", "-f", "csv"]]
)
def test_what_cannot_be_explained_is_one_line(tmp_path, options):
    result = run(tmp_path, *options)
    assert result.returncode == 2
    assert result.stdout == ""
