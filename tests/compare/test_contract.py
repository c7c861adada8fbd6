"""The JSON report has the keys that others read, and every format can be written."""

import json
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest


def test_json_keys(run, sample_paths) -> None:
    code, out, _ = run("compare", *sample_paths, "-f", "json")
    assert code == 0
    report = json.loads(out)
    assert report["schema_version"] == "1.0"
    assert {"label", "path"} <= set(report["plans"][0])
    for row in report["indicators"]:
        assert set(row["key"]) == {"noun", "level", "mode", "scope", "dimension"}
        assert isinstance(row["comparable"], bool)
        assert (row["reason"] is None) == row["comparable"]
        for cell in row["cells"]:
            assert {
                "plan",
                "year",
                "value",
                "value_max",
                "unit",
                "comparator",
                "aspirational",
                "state",
                "quote",
                "span",
            } <= set(cell)
            assert set(cell["span"]) == {"start", "end", "line", "column"}
            assert (cell["value"] is None) == (cell["state"] != "value")
            assert cell["value"] != 0
    for row in report["subsidies"]:
        for cell in row["cells"]:
            assert {"plan", "level", "amount", "rate", "cap", "verb", "payer", "quote", "span"} <= set(cell)
    for row in report["units"]:
        assert {"plan", "lead", "responsible", "cooperate"} <= set(row["cells"][0])
    assert {"plan", "date", "what", "quote", "span"} <= set(report["timeline"][0])


@pytest.mark.parametrize("facet", ["indicator", "subsidy", "unit", "timeline", "text"])
@pytest.mark.parametrize("form", ["console", "json", "csv", "md"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_facet_in_every_format(run, sample_paths, facet, form, lang) -> None:
    code, out, error = run("compare", *sample_paths, "--by", facet, "-f", form, "--lang", lang)
    assert (code, error) == (0, "")
    assert out.strip()
    if form == "json":
        report = json.loads(out)
        filled = {
            key for key in ("indicators", "subsidies", "units", "timeline", "text") if report[key] is not None
        }
        assert len(filled) == 1


def test_lines_keep_to_the_width(sample_paths, compared) -> None:
    from planlint.report.comparison import shown
    from planlint.sheets.draw.screen import pieces
    from planlint.sheets.look import Look
    from planlint.text.width import columns
    from planlint.words import Words

    found = compared(sample_paths).comparison
    for width in (60, 80, 100, 160):
        lines = "".join(pieces(shown, found, Look(Words(), width=width))).splitlines()
        assert max(map(columns, lines)) <= width


def test_csv_into_a_folder(run, sample_paths, tmp_path) -> None:
    code, out, _ = run("compare", *sample_paths, "-f", "csv", "-o", f"{tmp_path / '表'}/")
    assert (code, out) == (0, "")
    names = {path.stem for path in (tmp_path / "表").iterdir()}
    assert {"plans", "indicators", "subsidies", "units", "timeline", "passages", "open-tasks"} <= names
    assert (tmp_path / "表" / "indicators.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_graphml_is_a_network(run, sample_paths) -> None:
    code, out, _ = run("compare", *sample_paths, "--by", "unit", "-f", "graphml")
    assert code == 0
    space = "{http://graphml.graphdrawing.org/xmlns}"
    graph = ET.fromstring(out).find(f"{space}graph")
    nodes = {node.get("id") for node in graph.iter(f"{space}node")}
    edges = [(edge.get("source"), edge.get("target")) for edge in graph.iter(f"{space}edge")]
    assert all(source in nodes and target in nodes for source, target in edges)
    assert any(source[0] == "t" and target[0] == "u" for source, target in edges)


def test_more_than_twenty_plans_are_a_long_table(run, tmp_path) -> None:
    for i in range(24):
        (tmp_path / f"{i:02}.txt").write_text(
            f"第{'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地'[i]}市创新方案\n\n一、目标\n到2025年，培育高新技术企业{10 + i}家。\n",
            encoding="utf-8",
        )
    code, out, _ = run("compare", tmp_path, "--by", "indicator")
    assert code == 0
    assert out.count("高新技术企业") >= 1
    assert "#24" in out


def test_heavy_libraries_stay_out_of_the_start() -> None:
    script = "import sys, planlint.cli.compare, planlint.cli.diff, planlint.comparing; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not {"jieba", "rapidfuzz", "rich", "pydantic", "yaml"} & set(done.stdout.split())


def test_json_says_why_rows_are_apart_and_what_accepting_would_do(run, tmp_path) -> None:
    for name, noun in (("青溪", "科创型企业"), ("云岭", "科技型企业")):
        text = f"{name}市行动方案\n一、目标\n到2025年，培育{noun}40家，培育省级{noun}孵化器3家。\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    code, out, _ = run("compare", tmp_path, "-f", "json")
    report = json.loads(out)
    assert code == 0
    keys = [row["key"] for row in report["indicators"]]
    for row in report["indicators"]:
        assert [n["key"] for n in row["neighbours"]] == row["related"]
        for neighbour in row["neighbours"]:
            assert neighbour["key"] in keys
            assert set(neighbour["reasons"]) <= {"dimension", "scope", "mode", "level", "noun"}
            assert neighbour["reasons"]
    found = next(s for s in report["suggestions"] if {s["noun"], s["other"]} == {"科创型企业", "科技型企业"})
    assert (found["gains"], found["remains"], found["conflicts"]) == (2, [], [])
    assert found["dimension"] == "count"
