"""The page of a check: the source text whole, every finding marked in it, reachable from the table and back."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
TEXTS = sorted(SAMPLES.glob("*.txt"))
CLEAN = "云岭市孵化载体建设工作通报\n全市载体建设进展顺利。\n"


@pytest.fixture
def page_for(run, page_of):
    """The parsed page of one call of `planlint check`."""

    def made(*arguments):
        _, out, _ = run("check", *arguments, "--format", "html")
        page = page_of(out)
        assert page.problems == []
        return page

    return made


@pytest.fixture
def findings_of(run):
    def found(path, *options):
        _, out, _ = run("check", path, *options, "-f", "json")
        return json.loads(out)["files"][0]

    return found


@pytest.mark.parametrize(
    "path", [*TEXTS, *(SAMPLES / f"sharing-copy.{s}" for s in ("docx", "pdf", "html"))], ids=lambda p: p.name
)
def test_the_text_is_whole_and_every_finding_is_marked(page_for, findings_of, unclean, path) -> None:
    from planlint import read_document

    page = page_for(path)
    source = read_document(str(path)).text
    assert unclean(page) == []
    assert "".join(text for _, _, text in page.find("div", class_="line")) == source
    report = findings_of(path)
    marks = page.find("a", class_="mark")
    rows = page.find("tr", class_="card")
    assert len(rows) == len(report["findings"])
    for i, finding in enumerate(report["findings"], 1):
        span = finding["span"]
        sign = f"d1-f{i}:{finding['level']}:"
        covered = [t for _, a, t in marks if any(of.startswith(sign) for of in a["data-of"].split())]
        assert "".join(covered) == source[span["start"] : span["end"]]
        beside = "".join(t for _, a, t in marks if f"d1-f{i}:related:" in a["data-of"].split())
        assert all(c in beside for p in finding["related"] for c in source[p["start"] : p["end"]])
        (row,) = page.find("tr", id_=f"ed1-f{i}")
        assert finding["message"].split()[0] in row[2]
        assert row[1]["data-rule"] == finding["rule"]
        assert row[1]["data-row"] == finding["level"]
        assert row[1]["data-tier"] == (finding["fix"] or {"tier": "none"})["tier"]
    needs = [a["id"] for _, a, _ in page.find("tr") if a.get("data-row") == "requirement"]
    assert len(needs) == len(report["requirements"])
    ids = [a["id"] for _, a, _ in page.elements if "id" in a]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for tag, a, _ in page.elements if tag == "a"} <= set(ids)


def test_what_is_about_the_whole_plan_stands_first(page_for) -> None:
    page = page_for(SAMPLES / "subsidy-measures.txt")
    (first,) = page.find("section", class_="of-document")
    assert "缺少必备章节“施行日期或有效期”" in first[2]
    assert "最高不超过" not in first[2]


def test_a_fix_shows_the_words_before_and_after(page_for) -> None:
    page = page_for(SAMPLES / "subsidy-measures.txt")
    (row,) = page.find("tr", data_rule="SUB003")
    assert "可自动修复" in row[2]
    assert [t for _, _, t in page.find("ins")][-1].startswith("50万元")


def test_a_fix_is_cut_to_what_can_be_read() -> None:
    from planlint.model.alignment import Edit
    from planlint.model.finding import Fix
    from planlint.report.findings.fixes import EditView, fix_view

    text = "建成数字化车间不少于30\n2、个，引进人才。"
    (edit,) = fix_view(Fix("safe", (Edit(12, 15, ""),)), text).edits
    assert edit == EditView("化车间不少于30", "↵2、", "", "个，引进人才。")
    long = fix_view(Fix("ask", tuple(Edit(i, i + 1, "乙") for i in range(9))), "甲" * 900)
    assert (len(long.edits), long.left) == (5, 4)
    assert len(fix_view(Fix("ask", (Edit(0, 900, ""),)), "甲" * 900).edits[0].old) < 60


def test_requirements_have_a_state_and_their_evidence(page_for, findings_of) -> None:
    path = SAMPLES / "template.txt"
    page = page_for(path)
    shown = [
        "missed" if "缺少" in t[:12] else "met" if "已具备" in t[:12] else "not-applicable"
        for t in (row[2].strip() for row in page.find("tr", data_row="requirement"))
    ]
    assert sorted(shown) == sorted(r["status"] for r in findings_of(path)["requirements"])
    assert shown[0] == "missed"
    assert any(a["data-kinds"] == "evidence" for _, a, _ in page.find("a", class_="mark"))


def test_a_plan_without_findings_says_so(page_for, tmp_path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(CLEAN, encoding="utf-8")
    page = page_for(path)
    (said,) = page.find("p", class_="clean")
    assert said[2] == "没有发现问题"
    assert page.find("select") == []


def test_answered_findings_are_counted_as_on_the_console(run, page_for, tmp_path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        CLEAN + "到2025年，产值达到xx亿元。<!-- planlint: ignore[STR001] 待定 -->\n", encoding="utf-8"
    )
    page = page_for(path)
    assert page.find("tr", data_rule="STR001") == []
    (summary,) = page.find("p", class_="counts")
    _, console, _ = run("check", path)
    assert summary[2] in console
    assert "已忽略 1 处" in summary[2]


def test_several_files_have_an_index_and_a_bad_one_is_said(page_for, tmp_path) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"PK\x03\x04 broken")
    page = page_for(*TEXTS[:3], bad)
    (index,) = page.find("table", class_="index")
    assert all(path.name in index[2] for path in (*TEXTS[:3], bad))
    assert len(page.find("article")) == 4
    assert len(page.find("section", class_="source")) == 3
    (row,) = page.find("tr", data_rule="E001")
    assert "损坏" in row[2]
    ids = [a["id"] for _, a, _ in page.elements if "id" in a]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for tag, a, _ in page.elements if tag == "a"} <= set(ids)


def test_markup_in_a_plan_is_text(page_for, tmp_path) -> None:
    path = tmp_path / "a<b>.txt"
    path.write_text(
        "云岭市<script>alert(1)</script>方案\n一、目标\n到2025年，支持其它</div></a><img src=x onerror=alert(1)>企业xx家(含园区)。\n\x00\u202e\n",
        encoding="utf-8",
    )
    page = page_for(path)
    assert len(page.find("script")) == 1
    assert page.find("img") == []
    (policy,) = [
        a["content"] for _, a, _ in page.find("meta") if a.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy.startswith("default-src 'none'")
    assert "\x00" not in "".join(text for _, _, text in page.elements)


def test_an_english_page(page_for) -> None:
    page = page_for(SAMPLES / "subsidy-measures.txt", "--lang", "en")
    assert page.find("html", lang="en")
    tags = {a["data-tag"] for _, a, _ in page.find("a", class_="mark") if "data-tag" in a}
    assert "W4" in tags
    assert "Why" in [t for _, _, t in page.find("h3")]


def test_output_names_the_file(run, tmp_path) -> None:
    path = SAMPLES / "subsidy-measures.txt"
    out = tmp_path / "neu" / "o.html"
    assert run("check", path, "--format", "html", "-o", out) == (
        0,
        "",
        f"planlint: 已新建文件夹 {out.parent}\n",
    )
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    code, shown, _ = run("check", path, "-f", f"html={out}", "-f", "concise", "-o", tmp_path / "c.txt")
    assert (code, shown) == (0, "")
    assert "SUB003" in (tmp_path / "c.txt").read_text(encoding="utf-8")
    code, _, error = run("check", path, "-f", f"html={out}", "-o", tmp_path / "d")
    assert code == 2
    assert "-o" in error


def test_no_report_is_written_over_a_plan(run, tmp_path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(CLEAN, encoding="utf-8")
    for options in (("-f", "html", "-o", path), ("-f", f"html={path}")):
        code, _, error = run("check", path, *options)
        assert code == 2
        assert "会覆盖输入文件" in error
    assert path.read_text(encoding="utf-8") == CLEAN
