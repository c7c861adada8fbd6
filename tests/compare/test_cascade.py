"""planlint cascade: a province and three cities whose cascade is worked out by hand."""

import json
from pathlib import Path

import pytest

from planlint import read_document
from planlint.comparing import cascade

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "cascade"
UPPER = SAMPLES / "云岭省.txt"
LOWER = [SAMPLES / f"{name}.txt" for name in ("澄江市", "石溪市", "临川市")]


@pytest.fixture(scope="module")
def found():
    made = cascade(read_document(str(UPPER)), [read_document(str(path)) for path in LOWER])
    return {step.plan.label: step for step in made.steps}


def outcomes(step, subject):
    return {item.what: (item.outcome, *item.also) for item in step.items if item.subject == subject}


TARGETS = {
    "澄江": {
        "研发投入强度": ("raised",),
        "规模以上工业增加值": ("copied",),
        "城镇调查失业率": ("raised",),
        "高新技术企业": ("part",),
        "省级创新平台": ("unnumbered",),
        "每万人口高价值发明专利拥有量": ("lowered",),
        "独角兽企业": ("own",),
    },
    "石溪": {
        "研发投入强度": ("copied", "advanced"),
        "规模以上工业增加值": ("lowered",),
        "城镇调查失业率": ("missing",),
        "高新技术企业": ("unnumbered",),
        "省级创新平台": ("missing",),
        "每万人口高价值发明专利拥有量": ("missing",),
    },
    "临川": {
        "研发投入强度": ("lowered", "postponed"),
        "规模以上工业增加值": ("copied", "postponed", "softened"),
        "城镇调查失业率": ("missing",),
        "高新技术企业": ("missing",),
        "省级创新平台": ("unlike", "postponed", "softened"),
        "每万人口高价值发明专利拥有量": ("missing",),
    },
}
TASKS = {
    "澄江": {"建设创新平台": "copied", "推动企业数字化转型": "copied", "引进培育人才": "missing", "保护知识产权": "missing", "壮大海洋科技产业": "own"},
    "石溪": {"建设创新平台": "reworded", "推动企业数字化转型": "missing", "引进培育人才": "copied", "保护知识产权": "missing"},
    "临川": {"建设创新平台": "missing", "推动企业数字化转型": "missing", "引进培育人才": "missing", "保护知识产权": "copied"},
}  # fmt: skip
UNITS = {
    "澄江": {"建设创新平台": "copied", "推动企业数字化转型": "reassigned"},
    "石溪": {"建设创新平台": "unassigned", "引进培育人才": "copied"},
    "临川": {"保护知识产权": "copied"},
}


@pytest.mark.parametrize("city", TARGETS)
def test_targets(found, city) -> None:
    assert outcomes(found[city], "target") == TARGETS[city]


@pytest.mark.parametrize("city", TASKS)
def test_tasks(found, city) -> None:
    assert {what: said[0] for what, said in outcomes(found[city], "task").items()} == TASKS[city]


@pytest.mark.parametrize("city", UNITS)
def test_units(found, city) -> None:
    assert {what: said[0] for what, said in outcomes(found[city], "unit").items()} == UNITS[city]


def test_subsidies(found) -> None:
    assert outcomes(found["澄江"], "subsidy") == {
        "科技企业孵化器（国家级）": ("raised",),
        "众创空间（省级）": ("lowered",),
    }
    assert {said[0] for said in outcomes(found["石溪"], "subsidy").values()} == {"missing"}


def test_by_how_much_and_why_not(found) -> None:
    items = {item.what: item for item in found["澄江"].items if item.subject == "target"}
    assert float(items["研发投入强度"].by) == pytest.approx(0.4)
    assert float(items["城镇调查失业率"].by) == pytest.approx(-0.5)
    part = items["高新技术企业"]
    assert (part.by, part.ratio, part.reason) == (None, 0.15, "territory")
    unlike = next(item for item in found["临川"].items if item.outcome == "unlike")
    assert (unlike.reason, unlike.by, unlike.ratio) == ("level", None, None)


def test_who_takes_a_task_over(found) -> None:
    task = next(i for i in found["澄江"].items if i.subject == "task" and i.what == "推动企业数字化转型")
    assert task.units == ("市大数据局",)


def test_every_quote_stands_where_it_says(found) -> None:
    texts = {path.stem[:2]: path.read_text(encoding="utf-8") for path in (UPPER, *LOWER)}
    for label, step in found.items():
        for item in step.items:
            for there, text in ((item.upper, texts["云岭"]), (item.lower, texts[label])):
                if there is not None:
                    assert text[there.span.start : there.span.end] == there.quote
        assert 0.2 < step.shared < 0.7


def test_the_upper_plan_is_found_by_who_is_named(run) -> None:
    code, out, error = run("cascade", SAMPLES, "--upper", "auto", "-f", "json")
    assert (code, error) == (0, "")
    report = json.loads(out)
    assert report["upper"]["label"] == "云岭"
    assert [plan["label"] for plan in report["plans"]] == sorted(TARGETS)
    assert report["plans"][0]["summary"]["target.missing"] == 3


@pytest.mark.parametrize("form", ["console", "json", "csv", "md"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_formats(run, form, lang) -> None:
    code, out, error = run("cascade", UPPER, *LOWER, "-f", form, "--lang", lang)
    assert (code, error) == (0, "")
    assert "研发投入强度" in out


def test_workbook(run, tmp_path) -> None:
    path = tmp_path / "承接.xlsx"
    code, out, _ = run("cascade", UPPER, *LOWER, "-f", "xlsx", "-o", path)
    assert (code, out) == (0, "")
    assert path.read_bytes()[:2] == b"PK"


def test_bad_input(run, tmp_path) -> None:
    code, _, error = run("cascade", UPPER)
    assert code == 2
    assert "至少一份下级文件" in error
    code, _, error = run("cascade", *LOWER[:2], "--upper", tmp_path / "无.txt")
    assert code == 2
    assert "无.txt" in error
    alike = []
    for name in ("甲", "乙"):
        path = tmp_path / f"{name}.txt"
        path.write_text("方案\n\n一、目标\n到2030年，培育高新技术企业30家。\n", encoding="utf-8")
        alike.append(path)
    code, _, error = run("cascade", *alike, "--upper", "auto")
    assert code == 2
    assert "--upper" in error
    code, out, error = run("cascade", UPPER, LOWER[0], tmp_path / "缺.txt", "-f", "json")
    assert code == 2
    assert "缺.txt" in error
    assert [plan["label"] for plan in json.loads(out)["plans"]] == ["澄江"]
