"""Bad input: one clear line, the documented exit code, never a traceback."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PLAN = "一、目标\n到2025年，培育高新技术企业不少于40家，建设公共服务平台3个。\n"


def run(*arguments: str | Path, stdin: bytes | None = None) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "planlint", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""), ("blank.txt", b" \n\t"), ("binary.txt", bytes(range(256)) * 40), ("latin.txt", b"This is not a Chinese plan at all. " * 20),
        ("cut.txt", b"\xff\xfe" + "计划".encode("utf-16-le") + b"\x00"), ("big5.txt", ("政府推動產業創新發展計畫，鼓勵企業投資設備。" * 20).encode("big5")),
        ("word.txt", b"PK\x03\x04" + bytes(200)), ("plan.pdf", b"%PDF-1.7 " + bytes(200)), ("page.html", b"<!DOCTYPE html><html></html>"),
    ],
)  # fmt: skip
def test_unreadable_file(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    result = run("extract", path, "--format", "json")
    error = result.stderr.decode("utf-8")
    assert result.returncode == 2
    assert result.stdout == b""
    assert name in error
    assert "Traceback" not in error
    assert len(error.strip().splitlines()) == 1


def test_missing_file_and_folder_without_plans(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.txt", tmp_path):
        result = run("extract", path)
        assert result.returncode == 2
        assert "Traceback" not in result.stderr.decode("utf-8")
        assert len(result.stderr.decode("utf-8").strip().splitlines()) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_give_the_same_facts(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes((PLAN * 5).encode(encoding))
    result = run("extract", path, "--format", "json", "--only", "targets")
    assert result.returncode == 0, result.stderr.decode("utf-8")
    assert '"value": 40' in result.stdout.decode("utf-8")


def test_one_bad_file_does_not_take_the_rest_down(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(PLAN, encoding="utf-8")
    result = run("extract", tmp_path, "--format", "jsonl")
    assert result.returncode == 2
    lines = [json.loads(line) for line in result.stdout.decode("utf-8").splitlines()]
    assert [Path(line["source"]["path"]).name for line in lines] == ["a.txt", "b.txt", "c.txt"]
    assert ["error" in line for line in lines] == [False, True, False]
    assert "b.txt" in result.stderr.decode("utf-8")


def test_standard_input() -> None:
    result = run("extract", "-", "--format", "json", stdin=PLAN.encode("gb18030"))
    assert result.returncode == 0
    assert '"encoding": "gb18030"' in result.stdout.decode("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "（" * 100_000,
        "《" * 100_000,
        "1、" * 50_000,
        "一、" * 50_000,
        "对" * 100_000,
        "责任单位：" * 20_000,
        "不超过" * 30_000,
        "“" * 50_000,
    ],
)
def test_pathological_text_is_read_in_time(text: str) -> None:
    from planlint import extract

    extract("计划" + text)


def test_a_bad_rule_folder_names_every_problem(tmp_path: Path) -> None:
    roles = tmp_path / "rules" / "roles"
    roles.mkdir(parents=True)
    (roles / "X.yaml").write_text(
        "id: ROL999\nname: x\ntitle: x\nrole: target\norder: 1\nbefor: x\nafter: '(a+)+'\nsummary: x\nexamples: []\n",
        encoding="utf-8",
    )
    plan = tmp_path / "plan.txt"
    plan.write_text(PLAN, encoding="utf-8")
    result = run("extract", plan, "--rules", tmp_path / "rules")
    error = result.stderr.decode("utf-8")
    assert result.returncode == 2
    assert "X.yaml:6" in error
    assert "before" in error
