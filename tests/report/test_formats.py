"""The registry of formats: every command has the same names, a file's ending does not contradict, an empty report is one all the same."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from planlint.report.formats import FORMATS, SHOWN, format_of, names_of, other_format

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
OLD = "青溪县培育方案\n一、目标\n到2025年，高新技术企业达到40家。\n二、措施\n（一）=引进人才。每年引进人才不少于30人。\n"
NEW = OLD.replace("40家", "36家").replace("30人", "50人")
DRAWN = ("console", "csv", "tsv", "md", "xlsx", "html", "json")


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


def rows_of(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


@pytest.mark.parametrize("command", SHOWN)
def test_every_command_has_the_formats_that_draw_sheets(command: str) -> None:
    assert set(DRAWN) <= set(names_of(command))
    assert len(names_of(command)) == len(set(names_of(command)))


def test_text_is_still_console() -> None:
    form = format_of("diff", "text")
    assert form is not None
    assert form.name == "console"


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: f"{form.name}-{form.commands[0]}")
def test_its_own_ending_contradicts_no_format(form) -> None:
    for command in form.commands:
        for ending in (form.suffix, *form.also):
            assert other_format(form, command, f"plan{ending}") is None


@pytest.mark.parametrize(
    ("name", "path", "other"),
    [
        pytest.param("csv", "a.xlsx", "xlsx", id="a sheet into a workbook"),
        pytest.param("json", "A.CSV", "csv", id="case does not count"),
        pytest.param("json", "a.sarif", "sarif", id="the format of another command"),
        pytest.param("console", "a.md", "md", id="also for the format nobody named"),
        pytest.param("csv", "a.txt", None, id="any text is called txt"),
        pytest.param("csv", "a.2025", None, id="an ending that says nothing"),
        pytest.param("csv", "表", None, id="no ending"),
        pytest.param("html", "a.htm", None, id="another ending of the same format"),
    ],
)
def test_an_ending_that_says_another_format(name: str, path: str, other: str | None) -> None:
    form = format_of("extract", name)
    assert form is not None
    assert other_format(form, "extract", path) == other


@pytest.mark.parametrize("command", SHOWN)
def test_a_contradiction_is_refused_before_anything_is_read(run, tmp_path, versions, command: str) -> None:
    out = tmp_path / "out.xlsx"
    code, said, error = run(command, *versions, "-f", "csv", "-o", out)
    assert (code, said, out.exists()) == (2, "", False)
    assert error.count("\n") == 1
    assert "--format xlsx" in error
    assert ".csv" in error
    assert "--format xlsx" in run(command, *versions, "-f", "csv", "-o", out, "--lang", "en")[2]


@pytest.mark.parametrize("command", SHOWN)
def test_a_workbook_needs_a_file(run, versions, command: str) -> None:
    code, said, error = run(command, *versions, "-f", "xlsx")
    assert (code, said, error.count("\n")) == (2, "", 1)
    assert "-o" in error


@pytest.mark.parametrize("command", SHOWN)
def test_an_unknown_format_names_the_near_one(run, versions, command: str) -> None:
    code, _, error = run(command, *versions, "-f", "xslx")
    assert code == 2
    assert "xlsx" in error
    assert "graphml" not in error or command == "compare"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_findings_as_csv(run, tmp_path, lang: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("青溪县方案\n一、支持\n=给予奖励，最高不超过30万元。\n", encoding="utf-8")
    code, out, _ = run("check", path, "-f", "csv", "--lang", lang)
    assert code in (0, 1)
    found = json.loads(run("check", path, "-f", "json")[1])["files"][0]["findings"]
    rows = rows_of(out)
    rule, start, mark = ("规则", "起", "指纹") if lang == "zh" else ("Rule", "Start", "Fingerprint")
    assert [(row[rule], int(row[start]), row[mark]) for row in rows] == [
        (f["rule"], f["span"]["start"], f["fingerprint"]) for f in found
    ]
    assert not any(value.startswith("=") for row in rows for value in row.values())
    assert rows_of(run("check", path, "-f", "tsv", "--lang", lang)[1], "\t") == rows


def test_a_clean_plan_is_a_head_line(run, tmp_path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("青溪县方案\n一、目标\n培育企业。\n", encoding="utf-8")
    code, out, _ = run("check", path, "-f", "csv", "--select", "WRD003")
    assert (code, out.count("\n")) == (0, 1)


def test_findings_as_a_workbook_say_what_a_person_answered(run, tmp_path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    path, out = tmp_path / "plan.txt", tmp_path / "found.xlsx"
    path.write_text(
        "青溪县方案\n一、支持\n给予奖励，最高不超过30万元。<!-- planlint: ignore[WRD003] 待核定 -->\n",
        encoding="utf-8",
    )
    assert run("check", path, "-f", f"xlsx={out}")[0] in (0, 1)
    head, *rows = openpyxl.load_workbook(out)["检查"].iter_rows(values_only=True)
    states = {row[head.index("规则")]: row[head.index("状态")] for row in rows}
    assert states["WRD003"] == "豁免：待核定"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_differences_as_sheets(run, tmp_path, versions, lang: str) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    rows = rows_of(run("diff", *versions, "-f", "csv", "--lang", lang)[1])
    changes = json.loads(run("diff", *versions, "-f", "json")[1])["differences"]
    before = "原 原文" if lang == "zh" else "Was Quote"
    assert [row[before] for row in rows] == [change["before"]["quote"] for change in changes]
    assert len(rows) == 2
    out = tmp_path / "out.xlsx"
    assert run("diff", *versions, "-f", "xlsx", "-o", out, "--lang", lang)[0] == 0
    (sheet,) = openpyxl.load_workbook(out).worksheets
    assert (sheet.max_row, sheet.freeze_panes) == (3, "D2")


def test_versions_that_say_the_same(run, versions) -> None:
    old, _ = versions
    assert run("diff", old, old, "-f", "csv")[1].count("\n") == 1
    page = run("diff", old, old, "-f", "html")[1]
    assert "<table" not in page
    assert "text" not in run("diff", old, old)[1].split("\n")[0]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", ["diff", "cascade"])
def test_pages_of_documents(run, versions, page_of, unclean, command: str, lang: str) -> None:
    code, out, error = run(command, *versions, "-f", "html", "--lang", lang)
    assert (code, error) == (0, "")
    page = page_of(out)
    assert page.problems == []
    assert page.find("table")
    assert page.find("tr", data_row=True)
    assert unclean(page) == []


def test_a_script_in_a_plan_stays_text(run, versions) -> None:
    old, new = versions
    old.write_text(OLD + "（二）建设<script>alert(1)</script>平台10个。\n", encoding="utf-8")
    out = run("diff", old, new, "-f", "html")[1]
    assert "<script>alert" not in out


@pytest.mark.parametrize("command", ["diff", "cascade", "compare"])
def test_a_folder_takes_one_file_a_sheet(run, tmp_path, versions, command: str) -> None:
    code, out, _ = run(command, *versions, "-f", "tsv", "-o", f"{tmp_path}/表/")
    assert (code, out) == (0, "")
    files = sorted((tmp_path / "表").iterdir())
    assert files
    assert all(path.suffix == ".tsv" and path.read_bytes().startswith(b"\xef\xbb\xbf") for path in files)


def test_a_format_is_imported_when_it_is_asked_for() -> None:
    script = "import sys, planlint.report.formats; print(*(m for m in sys.modules if m.startswith('planlint.report')))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {"planlint.report", "planlint.report.formats"}


def test_the_page_of_formats_is_as_the_registry_says() -> None:
    page = Path(__file__).resolve().parents[2].joinpath("docs", "formats.md").read_text(encoding="utf-8")
    told = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in page.splitlines()
        if line.startswith("| `")
    ]
    told = {
        (name.strip("`"), ending.strip("`")): marks
        for name, ending, *marks in told
        if len(marks) == len(SHOWN) + 1
    }
    for (name, ending), marks in told.items():
        commands = [command for command, mark in zip(SHOWN, marks, strict=False) if mark == "x"]
        assert commands == [command for command in SHOWN if format_of(command, name) is not None], name
        assert {form.suffix for form in FORMATS if form.name == name} == {ending}
    assert {name for name, _ in told} == {form.name for form in FORMATS}
