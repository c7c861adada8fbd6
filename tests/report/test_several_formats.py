"""`extract DIR -f xlsx,html -o out/`: workbooks whose rows lead to the marked pages beside them, and a page over the folder."""

import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest

openpyxl = pytest.importorskip("openpyxl")
SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture
def plans(tmp_path):
    """Three plans, one of whose names means something in a link."""
    folder = tmp_path / "plans"
    folder.mkdir()
    shutil.copy(SAMPLES / "clean-action-plan.docx", folder / "计划 1#50%.docx")
    shutil.copy(SAMPLES / "tables.pdf", folder / "tables.pdf")
    shutil.copy(SAMPLES / "subsidy-measures.txt", folder / "index.txt")
    return folder


def column(sheet, head):
    at = [cell.value for cell in sheet[1]].index(head)
    return [row[at] for row in sheet.iter_rows(min_row=2)]


def test_every_row_leads_to_its_words_in_the_page_beside(run, plans, tmp_path) -> None:
    out = tmp_path / "out"
    code, _, error = run("extract", plans, "-f", "xlsx,html", "-o", f"{out}/")
    assert (code, error.count("\n")) == (0, 1)  # the folder was made
    assert sorted(path.name for path in out.iterdir()) == [
        "index-2.html", "index-2.xlsx", "index.html", "tables.html", "tables.xlsx", "计划 1#50%.html", "计划 1#50%.xlsx",
    ]  # fmt: skip
    for path in out.glob("*.xlsx"):
        page = path.with_suffix(".html").read_text(encoding="utf-8")
        found = 0
        for sheet in openpyxl.load_workbook(path):
            if "原文" not in [cell.value for cell in sheet[1]] or sheet.title == "检查":
                continue
            for cell in column(sheet, "原文"):
                if cell.value is None:
                    continue
                assert unquote(cell.hyperlink.target) == path.with_suffix(".html").name
                place = cell.hyperlink.location
                assert f'id="{place}"' in page, (sheet.title, place)
                found += 1
        assert found > 20


def test_the_page_over_the_folder_leads_everywhere(run, plans, tmp_path, page_of) -> None:
    out = tmp_path / "out"
    run("extract", plans, "-f", "html,xlsx,json", "-o", f"{out}/")
    text = (out / "index.html").read_text(encoding="utf-8")
    page = page_of(text)
    assert page.problems == []
    links = [element[1]["href"] for element in page.find("a") if not element[1]["href"].startswith("#")]
    assert len(links) == 9
    assert all((out / unquote(link)).is_file() for link in links)
    assert "3 份政策文件" in text
    # and planlint takes none of it for a plan
    assert run("extract", out, "-f", "json")[0] == 2


def test_each_format_is_what_it_is_alone(run, plans, tmp_path) -> None:
    run("extract", plans, "-f", "xlsx,html,json,csv", "-o", f"{tmp_path}/all/")
    run("extract", plans, "-f", "json", "-o", f"{tmp_path}/json/")
    run("extract", plans, "-f", "csv", "-o", f"{tmp_path}/csv/")
    for folder in ("json", "csv"):
        files = list((tmp_path / folder).iterdir())
        assert files
        for path in files:
            assert (tmp_path / "all" / path.name).read_bytes() == path.read_bytes()


def test_a_plan_that_fails_costs_only_itself(run, plans, tmp_path) -> None:
    (plans / "broken.docx").write_bytes(b"PK\x03\x04 broken")
    code, _, error = run("extract", plans, "-f", "xlsx,html", "-o", f"{tmp_path}/out/")
    assert (code, "broken.docx" in error) == (2, True)
    assert "3 份政策文件" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_without_a_folder_they_are_refused(run, plans) -> None:
    for more in ((), ("-o", "a.xlsx")):
        code, out, error = run("extract", plans, "-f", "xlsx,html", *more)
        assert (code, out, error.count("\n")) == (2, "", 1)
        assert "xlsx、html" in error


@pytest.mark.parametrize(("suffix", "page"), [("pdf", True), ("docx", False), ("ofd", True)])
def test_pages_and_paragraphs_of_the_original(run, tmp_path, suffix, page) -> None:
    run("extract", SAMPLES / f"tables.{suffix}", "-f", "xlsx", "-o", tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["目标指标"]
    assert all(isinstance(cell.value, int) for cell in column(sheet, "页")) is page
    homes = [cell.value for cell in column(sheet, "段落或单元格")]
    assert 5 in homes
    assert any(isinstance(home, str) and re.fullmatch(r"T\d+R\d+C\d+", home) for home in homes)
    report = json.loads(run("extract", SAMPLES / f"tables.{suffix}", "-f", "json")[1])
    assert ("page" in report["targets"][0]["span"]) is page
    assert report["targets"][0]["span"]["paragraph"] == "5"


def test_a_plain_text_has_neither(run) -> None:
    report = json.loads(run("extract", SAMPLES / "tables.txt", "-f", "json")[1])
    assert set(report["targets"][0]["span"]) == {"start", "end", "line", "column"}


def test_the_report_of_a_pdf_fits_its_schema(run) -> None:
    import jsonschema

    schema = json.loads(run("schema", "report")[1])
    jsonschema.validate(json.loads(run("extract", SAMPLES / "tables.pdf", "-f", "json")[1]), schema)


def test_sheets_print_across_with_their_heads(run, tmp_path) -> None:
    run("extract", SAMPLES / "tables.txt", "-f", "xlsx", "-o", tmp_path / "a.xlsx")
    for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx"):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)


@pytest.mark.parametrize(
    ("given", "kinds"),
    [
        ("目标指标", {"targets"}), ("目标指标、责任单位", {"targets", "responsibilities"}), ("任务分工,milestones", {"responsibilities", "milestones"}),
        ("惠企事项", {"subsidies"}), ("Targets", {"targets"}), ("数字台账，Citations", {"numbers", "citations"}),
    ],
)  # fmt: skip
def test_only_takes_names_of_any_language(run, given, kinds) -> None:
    report = json.loads(run("extract", SAMPLES / "clean-action-plan.txt", "--only", given, "-f", "json")[1])
    from planlint.report.record import KINDS

    assert {kind for kind in KINDS if report[kind] is not None} == kinds


def test_only_a_name_that_there_is_not(run) -> None:
    code, _, error = run("extract", SAMPLES / "clean-action-plan.txt", "--only", "目标指示")
    assert (code, "是否指 “目标指标”" in error) == (2, True)
