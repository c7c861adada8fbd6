"""Scores and agreement counted by hand, kappa against its formula, and what recurs."""

import json
import shutil

import pytest

from planlint.model.scores import kappa
from planlint.review.action import line_of
from planlint.review.journal import append, journal_path
from planlint.review.making import Maker


@pytest.mark.parametrize(
    ("pairs", "want"),
    [
        # the textbook's table: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: p = 0.7, e = 0.5
        pytest.param([(1, 1)] * 20 + [(1, 0)] * 5 + [(0, 1)] * 10 + [(0, 0)] * 15, 0.4, id="textbook"),
        pytest.param([(1, 1), (0, 0)], 1.0, id="full agreement"),
        pytest.param([(1, 0), (0, 1)], -1.0, id="full disagreement"),
        pytest.param([(1, 1)] * 3, None, id="one value throughout"),
        pytest.param([], None, id="nothing"),
    ],
)
def test_kappa(pairs, want) -> None:
    assert kappa(pairs) == (pytest.approx(want) if want is not None else None)


def test_a_plan_that_was_let_stand_scores_one(desk, run) -> None:
    desk.do("甲", "accept", desk.item("targets", "80家"))
    code, out, error = run("score", desk.path, "-f", "json")
    assert (code, json.loads(out)["kinds"]["facts"]["f1"]) == (0, 1.0)
    assert "25 条事实还没有审阅" in error


def test_scores_are_counted(desk, run) -> None:
    desk.do("甲", "reject", desk.item("targets", "80家"))
    desk.do("甲", "correct", desk.item("targets", "600家"), {"value": "700"})
    targets = json.loads(run("score", desk.path, "-f", "json")[1])["kinds"]["targets"]
    assert (targets["one"], targets["other"], targets["placed"], targets["right"]) == (13, 12, 12, 11)
    assert targets["precision"] == pytest.approx(11 / 13, abs=1e-6)
    assert targets["recall"] == pytest.approx(11 / 12, abs=1e-6)
    assert targets["f1"] == pytest.approx(22 / 25, abs=1e-6)


def test_two_reviewers_agree_on_most(desk, run, tmp_path) -> None:
    folders = [tmp_path / name for name in "ab"]
    for folder, who, value in zip(folders, "甲乙", ("90", "100"), strict=True):
        folder.mkdir()
        action = Maker(desk.base.source, who).correct(desk.item("targets", "80家"), {"value": value})
        append(folder / journal_path(desk.path).name, [action])
    code, out, _ = run("agree", *folders, "--plans", tmp_path, "-f", "json")
    assert code == 0
    record = json.loads(out)
    assert record["kinds"]["targets"]["right"] == 12
    field = next(f for f in record["fields"] if (f["kind"], f["field"]) == ("targets", "value"))
    assert (field["pairs"], field["agreement"]) == (13, pytest.approx(12 / 13, abs=1e-6))
    assert 0.9 < field["kappa"] < field["agreement"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["score", "{plan}"], "没有审阅记录", id="score without a review"),
        pytest.param(["agree", "{plan}"], "要两份审阅记录", id="one review"),
        pytest.param(["agree", "{plan}", "no.jsonl"], "找不到这个文件", id="a review that is missing"),
        pytest.param(["agree", "{folder}", "{folder}"], "没有同名的审阅记录", id="folders without reviews"),
        pytest.param(["rules", "suggest", "{plan}"], "没有审阅记录", id="suggest without a review"),
        pytest.param(["rules", "suggest", "{plan}", "--least", "x"], "--least", id="no number"),
        pytest.param(["score", "-"], "标准输入", id="standard input"),
    ],
)
def test_what_cannot_be_counted_is_said_in_a_line(desk, run, arguments, said) -> None:
    code, out, error = run(*(a.format(plan=desk.path, folder=desk.path.parent) for a in arguments))
    assert (code, out) == (2, "")
    assert error.startswith("planlint: ")
    assert error.count("\n") == 1
    assert said in error


def test_what_recurs_names_rule_and_places(desk, run) -> None:
    rule = desk.item("targets", "80家").fact.rule
    for words in ("80家", "600家"):
        desk.do("甲", "correct", desk.item("targets", words), {"unit": "户"})
    desk.do("甲", "reject", desk.item("milestones", "2025年6月底前"))
    code, out, _ = run("rules", "suggest", desk.path)
    assert code == 0
    assert out.startswith(f"2 次：目标指标的单位：家 → 户（{rule}）\n    {desk.path}:9 ")
    assert "剔除" not in out
    assert "剔除时间节点" in run("rules", "suggest", desk.path, "--least", "1")[1]
    assert "times: Targets, Unit: 家 → 户" in run("rules", "suggest", desk.path, "--lang", "en")[1]


# ---- exchange ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("tool", ["label-studio", "doccano"])
@pytest.mark.parametrize("ending", ["jsonl", "json"])
def test_out_to_a_tool_and_back(desk, run, tmp_path, tool, ending) -> None:
    text = desk.path.read_text(encoding="utf-8").replace("为加快", "𠮷为加快", 1)
    desk.path.write_text(text, encoding="utf-8")
    desk.do("甲", "correct", desk.item("targets", "80家"), {"value": "90", "aspirational": "是"})
    desk.do("甲", "reject", desk.item("targets", "600家"))
    desk.do("甲", "reject", desk.item("responsibilities", "市委督查室"))
    item = desk.item("milestones", "2025年6月底前")
    desk.do("甲", "mark", item, shorter(item, 4))
    file = tmp_path / f"tasks.{ending}"
    assert run("review", desk.path, "--export", tool, "-o", file)[0] == 0
    fresh = tmp_path / "fresh" / "plan.txt"
    fresh.parent.mkdir()
    shutil.copy(desk.path, fresh)
    code, out, error = run("review", fresh, "--import", file, "--as", "标注员")
    assert (code, error) == (0, "")
    assert "并入 4 条" in out
    assert "并入 0 条" in run("review", fresh, "--import", file, "--as", "标注员")[1]
    assert facts(run, fresh) == facts(run, desk.path)


def shorter(item, less):
    return item.at._replace(end=item.at.end - less)


def facts(run, path):
    report = json.loads(run("extract", path, "--reviewed", "-f", "json")[1])
    kinds = ("targets", "milestones", "subsidies", "responsibilities", "citations", "numbers")
    return [
        {k: v for k, v in fact.items() if k not in ("reviewed", "rule")}
        for kind in kinds
        for fact in report[kind]
    ]


def test_spans_are_code_points(desk, run) -> None:
    desk.path.write_text("𠮷" + desk.path.read_text(encoding="utf-8"), encoding="utf-8")
    record = json.loads(run("review", desk.path, "--export", "doccano")[1])
    for start, end, _ in record["label"]:
        assert record["text"][start:end]
    for region in json.loads(run("review", desk.path, "--export", "label-studio")[1])["annotations"][0][
        "result"
    ]:
        value = region["value"]
        assert record["text"][value["start"] : value["end"]] == value["text"] or region["type"] == "textarea"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("x", "不是标注工具导出", id="no JSON"),
        pytest.param('{"text": 3}', "第 1 份标注读不出（text）", id="no text"),
        pytest.param('{"text": "别的", "label": []}', "与给出的文件都不同", id="another text"),
        pytest.param('{"data": {"text": "a"}, "annotations": 3}', "annotations", id="no annotations"),
        pytest.param("[3]", "JSON", id="no record"),
    ],
)
def test_annotations_that_cannot_be_read(desk, run, tmp_path, content, said) -> None:
    file = tmp_path / "tasks.jsonl"
    file.write_text(content, encoding="utf-8")
    code, _, error = run("review", desk.path, "--import", file)
    assert code == 2
    assert said in error
    assert not desk.journal.exists()


def test_a_label_beyond_the_text_is_refused(desk, run, tmp_path) -> None:
    file = tmp_path / "tasks.jsonl"
    text = desk.path.read_text(encoding="utf-8")
    file.write_text(json.dumps({"text": text, "label": [[0, len(text) + 1, "targets"]]}), encoding="utf-8")
    code, _, error = run("review", desk.path, "--import", file)
    assert (code, desk.journal.exists()) == (2, False)
    assert "读不出" in error


# ---- extract --reviewed --------------------------------------------------------------------------------------------------
def test_a_review_that_does_not_fit_is_told_and_nothing_is_dropped(desk, run) -> None:
    desk.do("甲", "reject", desk.item("targets", "80家"))
    desk.do("甲", "correct", desk.item("targets", "600家"), {"value": "700"})
    with desk.journal.open("a", encoding="utf-8") as file:
        file.write("<<<<<<< ours\n")
    text = desk.path.read_text(encoding="utf-8")
    desk.path.write_text(text.replace("不少于80家", "不少于85家"), encoding="utf-8")
    code, out, error = run("extract", desk.path, "--reviewed", "-f", "json")
    lines = error.splitlines()
    assert (code, len(lines)) == (2, 2)
    assert f"{desk.journal}:3: " in lines[0]
    assert "剔除目标指标“" in lines[1]
    assert "不少于80家" in lines[1]
    report = json.loads(out)
    assert [one["why"] for one in report["review"]["unplaced"]] == ["text"]
    assert any(t["value"] == 700 for t in report["targets"])
    english = run("extract", desk.path, "--reviewed", "-f", "json", "--lang", "en")[2]
    assert "could not be placed: rejecting Targets" in english


@pytest.mark.parametrize("form", ["console", "csv", "jsonl", "tsv"])
def test_every_format_names_the_reviewer(desk, run, form) -> None:
    desk.do("王<b>五", "correct", desk.item("targets", "80家"), {"value": "90"})
    assert "王<b>五" in run("extract", desk.path, "--reviewed", "-f", form)[1]
    assert "王<b>五" not in run("extract", desk.path, "-f", form)[1]


def test_workbook_and_page_name_the_reviewer(desk, run, tmp_path) -> None:
    import openpyxl

    desk.do("王<b>五", "correct", desk.item("targets", "80家"), {"value": "90"})
    run("extract", desk.path, "--reviewed", "-f", "xlsx", "-o", tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["目标指标"]
    heads = [cell.value for cell in sheet[1]]
    assert "改正（王<b>五）" in [row[heads.index("审阅")].value for row in sheet.iter_rows(min_row=2)]
    page = run("extract", desk.path, "--reviewed", "-f", "html")[1]
    assert "王&lt;b&gt;五" in page
    assert "王<b>五" not in page


def test_the_report_fits_its_schema(desk, run) -> None:
    import jsonschema

    desk.do("甲", "correct", desk.item("targets", "80家"), {"value": "90"}, "理由")
    schema = json.loads(run("schema", "report")[1])
    jsonschema.validate(json.loads(run("extract", desk.path, "--reviewed", "-f", "json")[1]), schema)
    jsonschema.validate(json.loads(run("extract", desk.path, "-f", "json")[1]), schema)


# ---- merging -------------------------------------------------------------------------------------------------------------
def test_two_people_merge_by_file(desk, run, tmp_path) -> None:
    desk.do("甲", "correct", desk.item("targets", "80家"), {"value": "90"})
    action = Maker(desk.base.source, "乙").reject(desk.item("targets", "600家"))
    other = tmp_path / "from-li.jsonl"
    other.write_text(f"{line_of(action)}\nnonsense\n", encoding="utf-8")
    code, out, error = run("review", desk.path, "--merge", other)
    assert (code, out) == (2, f"{desk.journal}: 并入 1 条\n")
    assert f"{other}:2: " in error
    assert desk.review.reviewers == ("甲", "乙")


def test_what_two_people_dispute_is_listed_when_they_merge(desk, run, tmp_path) -> None:
    item = desk.item("targets", "80家")
    theirs = Maker(desk.base.source, "乙").correct(item, {"value": "100"})
    desk.do("甲", "correct", item, {"value": "90"})
    other = tmp_path / "other.jsonl"
    append(other, [theirs])
    code, out, _ = run("review", desk.path, "--merge", other)
    assert code == 0
    assert (
        out.splitlines()[1]
        == f"{desk.path}:9 高新技术企业 ≥ 100家 · 2027：目标值：已改为“90”，乙没有看到，改为“100”"
    )
    assert (
        "not knowing that it was “90” by then"
        in run("review", desk.path, "--merge", other, "--lang", "en")[1]
    )


def test_two_people_in_one_file(desk, run) -> None:
    item = desk.item("targets", "80家")
    desk.do("甲", "correct", item, {"value": "90"})
    desk.do("乙", "correct", item, {"value": "100"})
    code, out, _ = run("agree", desk.journal, "--who", "甲,乙", "-f", "json")
    assert (code, json.loads(out)["kinds"]["targets"]["right"]) == (0, 12)
    assert (
        json.loads(run("agree", desk.journal, "--who", "甲，甲", "-f", "json")[1])["kinds"]["targets"][
            "right"
        ]
        == 13
    )
    code, _, error = run("agree", desk.journal, "--who", "甲,丙")
    assert (code, "没有丙的审阅" in error) == (2, True)
    assert run("agree", desk.journal, "--who", "甲")[0] == 2


def test_a_name_without_room_for_a_review(desk, run) -> None:
    path = desk.path.with_name("行" * 80 + ".txt")
    desk.path.rename(path)
    code, _, error = run("review", path, "--no-open")
    assert (code, "文件名太长" in error, error.count("\n")) == (2, True, 1)
    assert run("extract", path, "--reviewed")[0] == 0
    assert run("score", path)[0] == 2


@pytest.mark.parametrize(
    ("before", "kept", "pairs"),
    [
        pytest.param(0, None, 1, id="the same words"),
        pytest.param(0, 5, 1, id="a part of them"),
        pytest.param(20, 3, 0, id="three characters of many"),
    ],
)
def test_one_target_is_where_half_of_the_shorter_is_shared(desk, before, kept, pairs) -> None:
    from dataclasses import replace

    from planlint.review.match import matched

    one = desk.item("targets", "80家").fact
    end = one.span.end if kept is None else one.span.start + kept
    other = replace(one, span=one.span._replace(start=one.span.start - before, end=end))
    assert len(matched("targets", [one], [other]).pairs) == pairs
