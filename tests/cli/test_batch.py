"""Many documents: lists, processes, duplicates, failures, and a run that is killed and goes on."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from planlint import extract

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


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a copy of this process that kills itself")
def test_runs_killed_at_thirty_moments_end_the_same(tmp_path: Path) -> None:
    """Each run kills itself at its n-th call of a function, wherever that is: while it reads, extracts, writes a line or renames the file."""
    plans = tmp_path / "plans"
    plans.mkdir()
    for i in range(6):
        (plans / f"{i:03}.txt").write_text(PLAN.format(n=i + 10), encoding="utf-8")
    extract(PLAN)  # what a plan needs is here before the copies are made
    whole, out, partial = (tmp_path / name for name in ("whole.jsonl", "cut.jsonl", "cut.jsonl.partial"))
    assert in_a_copy(["extract", str(plans), "-f", "jsonl", "-o", str(whole)]) == 0
    calls = calls_of(["extract", str(plans), "-f", "jsonl", "-o", str(tmp_path / "counted.jsonl")])
    chance = random.Random(30)
    cut_short = 0
    for _ in range(30):
        arguments = ["extract", str(plans), "-f", "jsonl", "-o", str(out)]
        in_a_copy(arguments, kill_at=chance.randrange(1, calls))
        cut_short += partial.exists()
        assert in_a_copy([*arguments, "--resume"]) == 0
        assert out.read_bytes() == whole.read_bytes()
        assert not partial.exists()
        out.unlink()
    assert cut_short >= 5  # most calls are made before the first line is written


def test_a_line_that_was_cut_off_is_written_again(plans: Path, tmp_path: Path) -> None:
    out, partial = tmp_path / "cut.jsonl", tmp_path / "cut.jsonl.partial"
    run("extract", plans, "--format", "jsonl", "-o", out)
    whole = out.read_bytes()
    out.unlink()
    partial.write_bytes(whole[: len(whole) // 2])
    again = run("extract", plans, "--format", "jsonl", "-o", out, "--resume")
    assert "接着上次" in again.stderr
    assert out.read_bytes() == whole
    assert not partial.exists()


def test_two_runs_do_not_write_one_file_of_lines(plans: Path, tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    with (tmp_path / "all.jsonl.partial").open("ab") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        result = run("extract", plans, "-f", "jsonl", "-o", tmp_path / "all.jsonl")
    assert (result.returncode, len(result.stderr.splitlines())) == (2, 1)
    assert "另一个" in result.stderr


def calls_of(arguments: list[str]) -> int:
    """How many functions a run calls."""
    read, write = os.pipe()
    in_a_copy(arguments, count_to=write)
    os.close(write)
    with os.fdopen(read) as stream:
        return int(stream.read())


def in_a_copy(arguments: list[str], kill_at: int | None = None, count_to: int | None = None) -> int:
    """Run the program in a copy of this process; its exit code."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    from planlint.cli.app import run as run_here

    code, calls = 99, 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"
        if calls == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        if kill_at or count_to:
            sys.setprofile(count)
        code = run_here(arguments)
        sys.setprofile(None)
        if count_to:
            os.write(count_to, str(calls).encode())
    finally:
        os._exit(code)


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
