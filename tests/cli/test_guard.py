"""One document never takes another with it: whatever stage fails, it is that document's record, and the rest is there."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PLAN = "云岭市孵化载体建设实施方案\n一、目标\n到2025年，培育高新技术企业不少于40家，建设公共服务平台3个。\n"
BIG = "云岭市孵化载体建设实施方案\n到2025年，培育企业五{}家，奖励九{}元。\n"
FORMATS = ("console", "json", "jsonl", "csv", "md", "html", "xlsx")


def run(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "planlint", *map(os.fsencode, map(str, arguments))], cwd=cwd, capture_output=True, check=False
    )  # fmt: skip


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """Plans that once ended a whole run, a plain one before and behind."""
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "0.txt").write_text(PLAN, encoding="utf-8")
    (folder / "1.txt").write_text(BIG.format("亿" * 39, "万" * 70), encoding="utf-8")
    (folder / "2.txt").write_text(BIG.format("亿" * 600, "9" * 5000), encoding="utf-8")
    (folder / f"{'长' * 83}.txt").write_text(PLAN, encoding="utf-8")
    Path(os.fsdecode(os.fsencode(folder) + b"/\xb9\xab\xce\xc4.txt")).write_text(PLAN, encoding="utf-8")
    (folder / "a\n::stop-commands::tok\n\x1b[31m\u202e.txt").write_text(PLAN, encoding="utf-8")
    (folder / "z.txt").write_text(PLAN, encoding="utf-8")
    return folder


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("format_name", FORMATS)
def test_extract(plans: Path, tmp_path: Path, format_name: str, jobs: int) -> None:
    for i in range(3):
        (plans / f"more-{i}.txt").write_text(PLAN.replace("40", str(41 + i)), encoding="utf-8")
    result = run("extract", plans, "-f", format_name, "-o", tmp_path / "all", "-j", jobs)
    assert (result.returncode, b"Traceback" in result.stderr) == (0, False), result.stderr
    if format_name == "xlsx":
        return
    text = (tmp_path / "all").read_text(encoding="utf-8-sig")
    if format_name == "jsonl":
        lines = [json.loads(line) for line in text.splitlines()]
        assert len(lines) == 10
        assert not any("error" in line for line in lines)
        assert {os.fsencode(line["source"]["path"]) for line in lines} == {
            os.fsencode(path) for path in plans.iterdir()
        }
    if format_name in ("console", "csv", "md"):
        assert not any(line.startswith("::stop") for line in text.splitlines())
        assert "\x1b" not in text
        assert (
            r"a\n::stop-commands::tok\n␛[31m\u202e.txt".replace(
                "[", r"\[" if format_name == "md" else "["
            ).replace("\\n", r"\\n" if format_name == "md" else "\\n")[:3]
            in text
        )


@pytest.mark.parametrize("format_name", ["json", "html", "xlsx", "jsonl"])
def test_extract_into_a_folder(plans: Path, tmp_path: Path, format_name: str) -> None:
    result = run("extract", plans, "-f", format_name, "-o", f"{tmp_path}/out/")
    assert result.returncode == 0, result.stderr
    # pages have an index beside them
    assert len(list((tmp_path / "out").iterdir())) == 7 + (format_name == "html")


@pytest.mark.parametrize(
    "format_name", ["console", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "md", "html"]
)
def test_check(plans: Path, tmp_path: Path, format_name: str) -> None:
    result = run("check", plans, "-f", f"{format_name}={tmp_path / 'all'}", "--exit-zero")
    assert (result.returncode, b"Traceback" in result.stderr) == (0, False), result.stderr
    text = (tmp_path / "all").read_text(encoding="utf-8")
    if format_name in ("console", "concise", "github", "md"):
        assert not any(line.startswith("::stop") for line in text.splitlines())
        assert "\x1b" not in text
        assert "\u202e" not in text


@pytest.mark.parametrize("format_name", ["console", "json", "csv", "md", "graphml", "xlsx", "html"])
def test_compare(plans: Path, tmp_path: Path, format_name: str) -> None:
    result = run("compare", plans, "-f", format_name, "-o", tmp_path / "all")
    assert (result.returncode, b"Traceback" in result.stderr) == (0, False), result.stderr


def test_what_is_said_on_standard_error_is_one_line(tmp_path: Path) -> None:
    name = tmp_path / "a\n::stop-commands::tok\n.txt"
    name.write_bytes(b"\x00\x01" * 300)
    for command in ("extract", "check", "text"):
        result = run(command, name)
        said = result.stderr + result.stdout
        assert result.returncode == 2, command
        assert not any(line.startswith(b"::stop") for line in said.splitlines()), said


def test_a_name_longer_than_any_file(tmp_path: Path) -> None:
    for command in ("extract", "check", "text"):
        result = run(command, tmp_path / ("长" * 90 + ".txt"))
        assert result.returncode == 2
        assert b"Traceback" not in result.stderr


def test_csv_holds_no_row_that_a_name_made(tmp_path: Path) -> None:
    (tmp_path / "a\r=cmd|calc!A0.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "=1+1.txt").write_text(PLAN, encoding="utf-8")
    result = run("extract", tmp_path / "a\r=cmd|calc!A0.txt", "=1+1.txt", "-f", "csv", cwd=tmp_path)
    text = result.stdout.decode("utf-8")
    assert "\r" not in text
    assert not any(line.startswith("=") for line in text.splitlines())
    assert "'=1+1.txt" in text


BREAKS = """
import sys
from planlint.start.program import main
{patch}
sys.argv = ["planlint", *{arguments!r}]
main()
"""
PATCHES = {
    "extract": "import planlint.pipeline as p\nplain = p.extract\ndef broken(source, rules):\n    if '坏' in source.text: raise KeyError('x')\n    return plain(source, rules)\np.extract = broken",
    "json": "import planlint.report.facts.records as p\nplain = p._dump\ndef broken(report, look, indent):\n    if 'bad' in report['source']['path'] and 'error' not in report: raise KeyError('x')\n    return plain(report, look, indent)\np._dump = broken",
    "console": "import planlint.report.facts.shown as p\nplain = p.said_of_itself\ndef broken(report, words):\n    if 'bad' in report['source']['path']: raise KeyError('x')\n    return plain(report, words)\np.said_of_itself = broken",
}  # fmt: skip


@pytest.mark.parametrize("what", PATCHES)
def test_a_defect_costs_its_document_only(tmp_path: Path, what: str) -> None:
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "bad.txt").write_text(PLAN + "坏。\n", encoding="utf-8")
    (tmp_path / "c.txt").write_text(PLAN.replace("40", "44"), encoding="utf-8")
    format_name = "console" if what == "console" else "jsonl"
    out = tmp_path / ("out.txt" if what == "console" else "out.jsonl")
    arguments = ["extract", str(tmp_path), "-f", format_name, "-o", str(out)]
    code = BREAKS.format(patch=PATCHES[what], arguments=arguments)
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    said = result.stderr.splitlines()
    assert result.returncode == 3
    assert len(said) == 1
    assert "bad.txt" in said[0]
    assert ("提取" if what == "extract" else "生成报告") in said[0]
    text = out.read_text(encoding="utf-8")
    assert "40" in text
    assert "44" in text
    if format_name == "jsonl":
        records = [json.loads(line) for line in text.splitlines()]
        assert [record.get("stage") for record in records] == [
            None,
            "extract" if what == "extract" else "render",
            None,
        ]
        again = BREAKS.format(patch=PATCHES[what], arguments=[*arguments, "--resume"])
        result = subprocess.run(
            [sys.executable, "-c", again], capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert result.returncode == 0
        assert out.read_text(encoding="utf-8") == text


def test_a_plan_that_cannot_be_drawn_stands_in_the_report_of_a_check_as_one_that_failed(
    tmp_path: Path,
) -> None:
    for name in ("a", "bad", "c"):
        (tmp_path / f"{name}.txt").write_text(PLAN + "支持其它主体。\n", encoding="utf-8")
    patch = (
        "import planlint.report.findings.console as p\nplain = p._finding\n"
        "def broken(file, finding, look):\n"
        "    if 'bad' in file.source.path and not file.failed: raise KeyError('x')\n"
        "    return plain(file, finding, look)\np._finding = broken"
    )
    code = BREAKS.format(patch=patch, arguments=["check", str(tmp_path), "--select", "WRD004"])
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert result.returncode == 3
    assert result.stdout.count("WRD004") == 2
    assert "E001" in result.stdout
    assert len(result.stderr.splitlines()) == 1


def test_a_plan_that_cannot_be_compared_is_left_out(tmp_path: Path) -> None:
    for name in ("a", "bad", "c"):
        (tmp_path / f"{name}.txt").write_text(
            PLAN.replace("云岭", {"a": "云岭", "bad": "青溪", "c": "澄江"}[name]), encoding="utf-8"
        )
    patch = (
        "import planlint.comparing as p\nplain = p.indicator_rows\n"
        "def broken(plans, *rest):\n"
        "    plans = list(plans)\n"
        "    if any('bad' in plan.path for plan in plans): raise KeyError('x')\n"
        "    return plain(plans, *rest)\np.indicator_rows = broken"
    )
    code = BREAKS.format(patch=patch, arguments=["compare", str(tmp_path), "-f", "json"])
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert result.returncode == 3
    assert [Path(plan["path"]).name for plan in json.loads(result.stdout)["plans"]] == ["a.txt", "c.txt"]
    assert "bad.txt" in result.stderr


KILLS = """
import os, signal
import planlint.pipeline as p
plain = p.extract
def deadly(source, rules):
    if "坏" in source.text and not os.path.exists({mark!r}):
        if {once}: open({mark!r}, "w").close()
        os.kill(os.getpid(), signal.SIGKILL)
    return plain(source, rules)
p.extract = deadly
"""


@pytest.mark.skipif(
    os.name != "posix" or sys.version_info >= (3, 14), reason="workers that begin as copies of their parent"
)
@pytest.mark.parametrize("once", [True, False], ids=["killed once", "killed each time"])
def test_a_killed_worker_is_told_and_the_file_is_whole(tmp_path: Path, once: bool) -> None:
    plans = tmp_path / "plans"
    plans.mkdir()
    for i in range(10):
        (plans / f"{i}.txt").write_text(
            PLAN.replace("40", str(40 + i)) + ("坏。\n" if i == 4 else ""), encoding="utf-8"
        )
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    assert run("extract", plans, "-f", "jsonl", "-o", whole).returncode == 0
    arguments = ["extract", str(plans), "-f", "jsonl", "-o", str(out), "-j", "2"]
    code = BREAKS.format(patch=KILLS.format(mark=str(tmp_path / "mark"), once=once), arguments=arguments)
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert result.returncode == (0 if once else 3)
    said = [line for line in result.stderr.splitlines() if "4.txt" in line]
    assert len(said) >= (1 if once else 2)
    lines = out.read_bytes().splitlines()
    assert len(lines) == 10
    if once:
        assert out.read_bytes() == whole.read_bytes()
    else:
        assert [json.loads(line).get("stage") for line in lines] == [None] * 4 + ["extract"] + [None] * 5
        assert lines[:4] + lines[5:] == [
            line for i, line in enumerate(whole.read_bytes().splitlines()) if i != 4
        ]
