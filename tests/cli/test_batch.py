"""Many documents: lists, processes, duplicates, failures, and a run that is killed and goes on."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PLAN = "云岭市孵化载体建设实施方案\n一、目标\n到2025年，培育高新技术企业不少于{n}家，建设公共服务平台3个。\n二、任务\n（一）建设载体。完善配套服务，提升能级。（责任单位：市科技局）\n"


def run(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "planlint", *map(str, arguments)], cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False
    )  # fmt: skip


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    for i in range(40):
        (folder / f"{i:03}.txt").write_text(PLAN.format(n=i + 10), encoding="utf-8")
    (folder / "017.txt").write_bytes(b"\x00\x01" * 300)
    return folder


def test_processes_give_the_same_lines_in_the_same_order(plans: Path, tmp_path: Path) -> None:
    for jobs in (1, 2):
        result = run("extract", plans, "--format", "jsonl", "-o", tmp_path / f"{jobs}.jsonl", "-j", jobs)
        assert result.returncode == 2
        assert "017.txt" in result.stderr
        assert "1" in result.stderr.splitlines()[-1]
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()
    lines = [json.loads(line) for line in (tmp_path / "1.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(lines) == 40
    assert [i for i, line in enumerate(lines) if "error" in line] == [17]
    assert not (tmp_path / "1.jsonl.partial").exists()


def test_a_killed_run_goes_on_and_ends_the_same(plans: Path, tmp_path: Path) -> None:
    for i in range(40, 400):
        (plans / f"{i:03}.txt").write_text(PLAN.format(n=i + 10) * 20, encoding="utf-8")
    run("extract", plans, "--format", "jsonl", "-o", tmp_path / "whole.jsonl")
    out, partial = tmp_path / "cut.jsonl", tmp_path / "cut.jsonl.partial"
    process = subprocess.Popen(
        [sys.executable, "-m", "planlint", "extract", str(plans), "--format", "jsonl", "-o", str(out)], stderr=subprocess.DEVNULL
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (partial.exists() and partial.stat().st_size > 20_000):
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    process.wait()
    assert partial.exists()
    assert not out.exists()
    with partial.open("ab") as stream:
        stream.write(b'{"schema_version": "1.0", "sou')  # a line that was cut off
    again = run("extract", plans, "--format", "jsonl", "-o", out, "--resume")
    assert "接着上次" in again.stderr
    assert out.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    assert not partial.exists()


def test_new_documents_are_added_to_a_finished_file(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    run("extract", plans, "--format", "jsonl", "-o", out)
    (plans / "900.txt").write_text(PLAN.format(n=77), encoding="utf-8")
    run("extract", plans, "--format", "jsonl", "-o", out, "--resume")
    assert len(out.read_text(encoding="utf-8").splitlines()) == 41


def test_resume_needs_lines_in_a_file(plans: Path) -> None:
    result = run("extract", plans, "--resume")
    assert result.returncode == 2
    assert "jsonl" in result.stderr


@pytest.mark.usefixtures("plans")
def test_a_list_names_the_documents(tmp_path: Path) -> None:
    listing = tmp_path / "list.txt"
    listing.write_text("# 两份\nplans/001.txt\n\nplans/002.txt\n", encoding="utf-8-sig")
    result = run("extract", f"@{listing}", "--format", "jsonl", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert len(result.stdout.splitlines()) == 2
    assert run("extract", "@nothing.txt", cwd=tmp_path).returncode == 2
    listing.write_text("# 空\n", encoding="utf-8")
    assert run("extract", f"@{listing}", cwd=tmp_path).returncode == 2


def test_the_same_text_twice_is_told(plans: Path) -> None:
    (plans / "copy.txt").write_text(PLAN.format(n=10), encoding="utf-8")
    result = run("extract", plans / "000.txt", plans / "copy.txt", "--format", "jsonl")
    assert "copy.txt" in result.stderr


def test_compare_in_processes_says_the_same(plans: Path) -> None:
    one, two = (run("compare", plans, "--format", "json", "--by", "indicator", "-j", n) for n in (1, 2))
    assert one.stdout == two.stdout
    assert one.stdout
