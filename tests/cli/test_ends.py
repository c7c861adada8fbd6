"""How a run can end: a closed stream, a full disk, a circle of links, a signal at any moment. One line, the documented code, nothing half."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

PLAN = "云岭市孵化载体建设实施方案\n一、目标\n到2025年，培育高新技术企业不少于40家，建设公共服务平台3个。\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and closed streams as POSIX has them")
MAIN = [sys.executable, "-m", "planlint"]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def said(result: subprocess.CompletedProcess) -> list[str]:
    lines = result.stderr.decode("utf-8").splitlines()
    assert not any("Traceback" in line or 'File "' in line for line in lines), lines
    return lines


@POSIX
@pytest.mark.parametrize("command", ["extract", "check", "text", "extract --help", "rules list"])
def test_standard_output_closed_before_the_start(plan: Path, command: str) -> None:
    name, *rest = command.split()
    words = [name, *rest] if rest else [name, str(plan)]
    result = subprocess.run(
        [*MAIN, *words], stderr=subprocess.PIPE, preexec_fn=lambda: os.close(1), check=False
    )
    assert result.returncode == 2
    assert len(said(result)) == 1


@POSIX
def test_standard_input_closed_before_the_start(plan: Path) -> None:
    result = subprocess.run(
        [*MAIN, "extract", "-"], capture_output=True, preexec_fn=lambda: os.close(0), check=False
    )
    assert (result.returncode, len(said(result))) == (2, 1)
    again = subprocess.run(
        [*MAIN, "extract", str(plan)], capture_output=True, preexec_fn=lambda: os.close(0), check=False
    )
    assert again.returncode == 0


@POSIX
def test_standard_error_closed_before_the_start(plan: Path) -> None:
    result = subprocess.run(
        [*MAIN, "extract", str(plan), "missing.txt"],
        stdout=subprocess.PIPE,
        preexec_fn=lambda: os.close(2),
        check=False,
    )
    assert result.returncode == 2
    assert "40" in result.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", ["extract", "check", "text"])
def test_a_full_disk(plan: Path, command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run([*MAIN, command, str(plan)], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (result.returncode, len(said(result))) == (2, 1)


@POSIX
@pytest.mark.usefixtures("plan")
def test_links_that_lead_round(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    for words in (["extract", "a.txt"], ["check", "a.txt"], ["compare", "a.txt", "b.txt"], ["text", "a.txt"]):
        result = subprocess.run([*MAIN, *words], capture_output=True, cwd=tmp_path, check=False)
        assert result.returncode == 2, words
        assert said(result) or b"E001" in result.stdout
    result = subprocess.run(
        [*MAIN, "extract", "plan.txt", "a.txt", "-f", "json"], capture_output=True, cwd=tmp_path, check=False
    )
    assert result.returncode == 2
    assert b'"value": 40' in result.stdout
    out = subprocess.run(
        [*MAIN, "extract", "plan.txt", "-f", "json", "-o", "a.txt"],
        capture_output=True,
        cwd=tmp_path,
        check=False,
    )
    assert out.returncode in (0, 2)
    said(out)


@POSIX
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
@pytest.mark.parametrize(
    "moment", ["planlint.cli.app", "planlint.pipeline", "planlint.report.facts.targets", "typing", "re"]
)
def test_a_signal_while_modules_are_imported(plan: Path, number: int, moment: str) -> None:
    """The signal comes when a certain module is asked for, which is no matter of time."""
    code = f"""
import builtins, os, sys
from planlint.start.program import main
plain = builtins.__import__
def caught(name, *rest, **more):
    if name == {moment!r}:
        builtins.__import__ = plain
        os.kill(os.getpid(), {int(number)})
    return plain(name, *rest, **more)
builtins.__import__ = caught
sys.argv = ["planlint", "extract", {str(plan)!r}]
main()
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert result.returncode == {signal.SIGINT: 130, signal.SIGTERM: 143}[number]
    assert len(said(result)) == 1


@POSIX
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
@pytest.mark.parametrize("format_name", ["json", "xlsx", "html"])
def test_a_signal_leaves_no_half_file(tmp_path: Path, number: int, format_name: str) -> None:
    """The run reads the last document from a pipe that never comes: it stands in the middle of its output when the signal arrives."""
    for i in range(3):
        (tmp_path / f"{i}.txt").write_text(PLAN, encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    process = subprocess.Popen(
        [*MAIN, "extract", str(tmp_path / "0.txt"), str(tmp_path / "1.txt"), "-", "-f", format_name, "-o", str(out / "all")],
        stdin=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(b"x")  # it has begun to read, or will
    process.stdin.flush()
    while not list(out.iterdir()) and format_name == "json":
        os.sched_yield() if hasattr(os, "sched_yield") else None
    process.send_signal(number)
    _, errors = process.communicate()
    assert process.returncode in (130, 143, -number)  # the last: before the first line of ours ran
    assert b"Traceback" not in errors or process.returncode == -number
    assert list(out.iterdir()) == []


@POSIX
def test_two_writers_of_one_file(tmp_path: Path, plan: Path) -> None:
    out = tmp_path / "all.json"
    command = [*MAIN, "extract", str(plan), "-f", "json", "-o", str(out)]
    writers = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(4)]
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    assert '"value": 40' in out.read_text(encoding="utf-8")
    assert {path.name for path in tmp_path.iterdir()} == {"plan.txt", "all.json"}
