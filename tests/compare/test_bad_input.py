"""Each kind of bad input has one clear answer and the documented exit code."""

import csv
import io
import json

import pytest

PLAN = "{place}科创行动方案\n\n一、目标\n到2025年，培育高新技术企业{n}家。\n"


@pytest.fixture
def two(tmp_path):
    paths = []
    for place, n in (("云岭市", 40), ("澄江市", 30)):
        path = tmp_path / f"{place}.txt"
        path.write_text(PLAN.format(place=place, n=n), encoding="utf-8")
        paths.append(path)
    return paths


def one_line(error) -> str:
    assert "Traceback" not in error
    (line,) = error.strip().splitlines()
    return line


def test_one_file(run, two) -> None:
    code, out, error = run("compare", two[0])
    assert (code, out) == (2, "")
    assert "planlint extract" in one_line(error)


def test_the_same_file_twice_is_one(run, two) -> None:
    code, _, error = run("compare", two[0], two[0])
    assert code == 2
    one_line(error)


def test_no_facts_is_said_and_the_plan_stays(run, two, tmp_path) -> None:
    empty = tmp_path / "空.txt"
    empty.write_text("石溪县通知\n\n请各单位认真贯彻执行有关规定和要求，做好各项工作。\n", encoding="utf-8")
    code, out, error = run("compare", *two, empty, "-f", "json")
    assert code == 0
    assert "空.txt" in one_line(error)
    assert len(json.loads(out)["plans"]) == 3


def test_one_unreadable_among_many(run, two, tmp_path) -> None:
    broken = tmp_path / "坏.txt"
    broken.write_bytes(bytes(range(256)) * 20)
    code, out, error = run("compare", *two, broken, tmp_path / "无.txt", "-f", "json")
    assert code == 2
    assert "坏.txt" in error
    assert "无.txt" in error
    assert {plan["label"] for plan in json.loads(out)["plans"]} == {"云岭", "澄江"}


def test_two_files_with_one_label(run, two) -> None:
    code, _, error = run("compare", *two, "--label", f"{two[0]}=甲", "--label", "澄江市=甲")
    assert code == 2
    assert "甲" in one_line(error)
    code, out, _ = run("compare", *two, "--label", "云岭市.txt=甲", "-f", "json")
    assert code == 0
    assert {plan["label"] for plan in json.loads(out)["plans"]} == {"甲", "澄江"}


def test_two_plans_of_one_city_get_labels_of_their_own(run, tmp_path) -> None:
    for name, topic in (("a", "人才"), ("b", "金融")):
        (tmp_path / f"{name}.txt").write_text(
            f"云岭市{topic}行动方案\n\n一、目标\n到2025年，培育企业3家。\n", encoding="utf-8"
        )
    code, out, _ = run("compare", tmp_path, "-f", "json")
    assert code == 0
    assert {plan["label"] for plan in json.loads(out)["plans"]} == {"云岭·人才", "云岭·金融"}


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (["--label", "云岭市"], "文件=名称"),
        (["--label", "云林市.txt=甲"], "云岭市.txt"),
        (["--year", "二五年"], "2025"),
        (["--by", "indicators"], "indicator"),
        (["--format", "graphml", "--by", "text"], "--by unit"),
        (["--mapping", "没有.yaml"], "没有.yaml"),
    ],
)
def test_wrong_options(run, two, options, word) -> None:
    code, out, error = run("compare", *two, *options)
    assert (code, out) == (2, "")
    assert word in one_line(error)


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("noun: {}\n", ":1:", "nouns"),
        ("nouns:\n  高新技术企业: 高企\n", ":2:", "列表"),
        ("nouns:\n  甲企业: [高新技术企业业]\n", ":2:", "高新技术企业"),
        ("nouns:\n  甲: [乙]\n  乙: [甲]\n", ":3:", "互相"),
        ("nouns:\n  甲: [丙]\n  乙: [丙]\n", ":3:", "甲"),
        ("suggestions:\n  - {noun: 甲, score: 3}\n", ":2:", "other"),
        ("suggestions:\n  - noun: 甲\n    other: 乙\n    accept: 好\n", ":4:", "true"),
        ("suggestions: [\n", ":", "YAML"),
        ("- 甲\n", ":1:", "nouns"),
    ],
)
def test_wrong_mapping(run, two, tmp_path, text, place, word) -> None:
    path = tmp_path / "对照.yaml"
    path.write_text(text, encoding="utf-8")
    code, out, error = run("compare", *two, "--mapping", path)
    assert (code, out) == (2, "")
    assert f"对照.yaml{place}" in error
    assert word in error
    assert "Traceback" not in error


def test_a_formula_is_written_as_text(run, tmp_path) -> None:
    for name, lead in (("a", "=cmd()"), ("b", "@x")):
        (tmp_path / f"{name}.txt").write_text(
            f"{lead}\n一、目标\n到2025年，培育高新技术企业40家。\n", encoding="utf-8"
        )
    code, out, _ = run("compare", tmp_path, "-f", "csv", "--label", "a=@x", "--label", "b=+1+1")
    assert code == 0
    cells = [cell for row in csv.reader(io.StringIO(out)) for cell in row]
    assert "'@x" in cells
    assert "'+1+1" in cells
    assert not any(cell.startswith(("=", "@", "+")) for cell in cells)


def test_markup_in_a_plan_is_text(run, tmp_path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(
            f"云岭市{name}方案\n一、目标\n到2025年，培育<script>alert(1)</script>企业40家。（责任单位：<b>市科技局</b>）\n",
            encoding="utf-8",
        )
    for form in ("md", "graphml", "json", "console", "csv"):
        code, out, error = run("compare", tmp_path, "-f", form)
        assert code == 0, error
        if form in ("md", "graphml"):
            assert "<script>" not in out


def test_an_input_is_never_overwritten(run, two) -> None:
    before = two[0].read_bytes()
    for option in ("-o", "--write-mapping"):
        code, _, error = run("compare", *two, option, two[0])
        assert code == 2
        assert "云岭市.txt" in one_line(error)
    assert two[0].read_bytes() == before


def test_the_same_text_twice_is_said(run, two, tmp_path) -> None:
    copy = tmp_path / "副本.txt"
    copy.write_bytes(two[0].read_bytes())
    code, out, error = run("compare", *two, copy, "-f", "json")
    assert code == 0
    assert "副本.txt" in one_line(error)
    assert len({plan["label"] for plan in json.loads(out)["plans"]}) == 3
