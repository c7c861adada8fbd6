"""`planlint check` from outside: formats, selection, configuration, suppression, baseline, fixes, exit codes."""

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
CLEAN = "云岭市孵化载体建设实施方案\n一、总体要求\n坚持创新。\n"
PLAN = (
    "云岭市孵化载体建设实施方案\n一、总体要求\n坚持创新，支持其它主体。\n二、主要任务\n"
    "（一）建设载体。到2025年，产值达到xx亿元。落实云政办发(2023)49号文件。（责任单位：市科技局\n"
)


def run(
    *arguments: object, cwd: Path | None = None, stdin: str | None = None, env: dict | None = None
) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "planlint", *map(str, arguments)], cwd=cwd, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, **(env or {})},
    )  # fmt: skip


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def rules_in(output: str) -> set[str]:
    return {finding["rule"] for file in json.loads(output)["files"] for finding in file["findings"]}


def test_json_has_what_the_contract_names(plan: Path) -> None:
    result = run("check", plan, "-f", "json")
    assert result.returncode == 1
    report = json.loads(result.stdout)
    (file,) = report["files"]
    assert {"STR001", "CIT001", "FMT002", "WRD004"} <= {f["rule"] for f in file["findings"]}
    for finding in file["findings"]:
        start, end = finding["span"]["start"], finding["span"]["end"]
        assert finding["quote"] == PLAN[start:end]
        assert {"rule", "name", "level", "message", "fix", "related"} <= finding.keys()
    assert all(r["status"] in ("met", "missed", "not-applicable") for r in file["requirements"])
    assert file["requirements"]
    assert report["summary"]["files"] == 1
    assert report["summary"]["error"] == sum(f["level"] == "error" for f in file["findings"])


def test_sarif_has_rules_places_fixes_and_fingerprints(plan: Path) -> None:
    log = json.loads(run("check", plan, "-f", "sarif").stdout)
    assert log["version"] == "2.1.0"
    (sarif,) = log["runs"]
    assert sarif["columnKind"] == "unicodeCodePoints"
    rules = [rule["id"] for rule in sarif["tool"]["driver"]["rules"]]
    for result in sarif["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["charLength"] >= 0
        assert PLAN[region["charOffset"] : region["charOffset"] + region["charLength"]]
        assert result["partialFingerprints"]
        for fix in result.get("fixes", ()):
            for change in fix["artifactChanges"]:
                assert all("deletedRegion" in r for r in change["replacements"])
    assert any("fixes" in result for result in sarif["results"])


@pytest.mark.parametrize(
    "name", ["web-copy.txt", "template.txt", "sharing-copy.txt", "checks/bay-innovation-park.txt"]
)
def test_sarif_is_valid_by_the_published_schema(name: str, plan: Path) -> None:
    import jsonschema

    schema = json.loads(
        (Path(__file__).resolve().parents[1] / "data" / "sarif-2.1.0.schema.json").read_text(encoding="utf-8")
    )
    for path in (SAMPLES / name, plan):
        log = json.loads(run("check", path, "-f", "sarif").stdout)
        jsonschema.Draft4Validator(schema).validate(log)


def test_fingerprints_stay_when_the_text_moves(plan: Path) -> None:
    def prints(path: Path) -> set:
        return {
            (f["rule"], f["fingerprint"])
            for f in json.loads(run("check", path, "-f", "json").stdout)["files"][0]["findings"]
        }

    before = prints(plan)
    plan.write_text(PLAN.replace("坚持创新，", "坚持创新，统筹推进，"), encoding="utf-8")
    assert prints(plan) == before


def test_other_formats_can_be_read(plan: Path, tmp_path: Path) -> None:
    ET.fromstring(run("check", plan, "-f", "junit").stdout)
    gitlab = json.loads(run("check", plan, "-f", "gitlab").stdout)
    assert {"description", "check_name", "fingerprint", "severity", "location"} <= gitlab[0].keys()
    assert all(json.loads(line)["rule"] for line in run("check", plan, "-f", "jsonl").stdout.splitlines())
    assert run("check", plan, "-f", "github").stdout.startswith("::error ")
    assert "plan.txt:5:" in run("check", plan, "-f", "concise").stdout
    assert "|" in run("check", plan, "-f", "md").stdout
    both = run("check", plan, "-f", "console", "-f", f"sarif={tmp_path / 'out.sarif'}")
    assert "STR001" in both.stdout
    assert json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_carets_stand_under_the_words(plan: Path) -> None:
    lines = run("check", plan, "--select", "WRD004").stdout.splitlines()
    at = next(i for i, line in enumerate(lines) if "^" in line)
    from planlint.text.width import columns

    above, carets = lines[at - 1], lines[at]
    assert columns(above[: above.index("其它")]) == carets.index("^")
    assert carets.count("^") == columns("其它")


def test_selection(plan: Path) -> None:
    assert rules_in(run("check", plan, "-f", "json", "--select", "CIT").stdout) == {"CIT001"}
    assert "CIT001" not in rules_in(run("check", plan, "-f", "json", "--ignore", "发文字号括号不规范").stdout)
    wrong = run("check", plan, "--select", "no-deadlin")
    assert wrong.returncode == 2
    assert "no-deadline" in wrong.stderr


def test_exit_codes(plan: Path, tmp_path: Path) -> None:
    assert run("check", plan, "--exit-zero").returncode == 0
    assert run("check", plan, "--select", "WRD004").returncode == 0
    assert run("check", plan, "--select", "WRD004", "--fail-on", "info").returncode == 1
    assert run("check", plan, "--fail-on", "never").returncode == 0
    nothing = run("check", tmp_path / "nothing.txt")
    assert nothing.returncode == 2
    (tmp_path / "empty").mkdir()
    assert run("check", tmp_path / "empty").returncode == 2


@pytest.mark.usefixtures("plan")
def test_one_unreadable_file_is_said_and_the_rest_checked(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01" * 400)
    result = run("check", tmp_path, "-f", "concise")
    assert result.returncode == 2
    assert "STR001" in result.stdout
    assert "E001" in result.stdout
    assert "Traceback" not in result.stderr


def test_inline_and_sidecar_suppression(plan: Path) -> None:
    text = PLAN.replace(
        "（责任单位：市科技局\n", "（责任单位：市科技局） <!-- planlint: ignore[STR001] 待市统计局核定 -->\n"
    )
    plan.write_text(text, encoding="utf-8")
    assert "STR001" not in rules_in(run("check", plan, "-f", "json").stdout)
    plan.write_text(
        CLEAN + "二、任务\n（一）建设。完善配套。<!-- planlint: ignore[STR001] 无 -->\n", encoding="utf-8"
    )
    assert "E004" in rules_in(run("check", plan, "-f", "json").stdout)
    plan.write_text(PLAN, encoding="utf-8")
    beside = plan.with_name("plan.txt.planlint.yaml")
    beside.write_text("- {rule: 占位符未填写, quote: xx亿元, reason: 待核定}\n", encoding="utf-8")
    assert "STR001" not in rules_in(run("check", plan, "-f", "json").stdout)
    beside.write_text(
        "- {rule: STR001, quote: xx亿元, reason: 待核定, until: 2020-01-01}\n", encoding="utf-8"
    )
    assert {"STR001", "E004"} <= rules_in(run("check", plan, "-f", "json").stdout)
    beside.write_text("- {rule: STR001, quot: xx亿元}\n", encoding="utf-8")
    wrong = run("check", plan)
    assert wrong.returncode == 2
    assert "plan.txt.planlint.yaml:1" in wrong.stderr


def test_baseline_leaves_only_what_is_new(plan: Path, tmp_path: Path) -> None:
    assert run("check", "plan.txt", "--write-baseline", cwd=tmp_path).returncode == 0
    known = run("check", "plan.txt", "--baseline", "planlint-baseline.json", "-f", "json", cwd=tmp_path)
    assert rules_in(known.stdout) == set()
    assert known.returncode == 0
    plan.write_text(PLAN.replace("坚持创新，", "坚持创新，帐户清晰，"), encoding="utf-8")
    new = run("check", "plan.txt", "--baseline", "planlint-baseline.json", "-f", "json", cwd=tmp_path)
    assert rules_in(new.stdout) == {"WRD007"}
    plan.write_text(PLAN.replace("xx亿元", "30亿元"), encoding="utf-8")
    assert "E005" in rules_in(
        run("check", "plan.txt", "--baseline", "planlint-baseline.json", "-f", "json", cwd=tmp_path).stdout
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_fix_changes_nothing_else(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "plan.txt"
    text = PLAN.replace("\n", "\r\n")
    path.write_bytes(text.encode(encoding))
    assert "其他" in run("check", path, "--fix", "--diff", "--select", "WRD004,CIT001").stdout
    assert path.read_bytes() == text.encode(encoding)
    run("check", path, "--fix", "--select", "WRD004,CIT001")
    fixed = text.replace("其它", "其他").replace("(2023)", "〔2023〕")
    assert path.read_bytes() == fixed.encode(encoding)
    run("check", path, "--fix", "--select", "WRD004,CIT001")
    assert path.read_bytes() == fixed.encode(encoding)


def test_configuration_is_found_and_explained(plan: Path, tmp_path: Path) -> None:
    config = tmp_path / "planlint.yaml"
    config.write_text("rules:\n  STR001: off\n  nonstandard-word: error\n", encoding="utf-8")
    report = json.loads(run("check", plan, "-f", "json").stdout)
    levels = {f["rule"]: f["level"] for f in report["files"][0]["findings"]}
    assert "STR001" not in levels
    assert levels["WRD004"] == "error"
    shown = run("config", "show", plan).stdout
    assert "planlint.yaml:2" in shown
    config.write_text("rules:\n  no-deadlin: off\n  STR001: loud\nperiods: 3\n", encoding="utf-8")
    wrong = run("check", plan)
    assert wrong.returncode == 2
    assert all(f"planlint.yaml:{line}" in wrong.stderr for line in (2, 3, 4))
    assert "no-deadline" in wrong.stderr
    assert run("check", plan, "--config", tmp_path / "none.yaml").returncode == 2


def test_own_rules_add_and_override(plan: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules" / "checks"
    rules.mkdir(parents=True)
    own = "id: LOC001\nname: no-innovation\nkind: existence\nlevel: error\nmessage: 空话“{text}”\noptions: {pattern: 坚持创新}\ntests:\n  - {bad: 坚持创新。}\n  - {good: 坚持。}\n"
    (rules / "LOC001.yaml").write_text(own, encoding="utf-8")
    assert "LOC001" in rules_in(run("check", plan, "-f", "json", "--rules", tmp_path / "rules").stdout)
    (rules / "LOC001.yaml").write_text(
        own.replace("  - {good: 坚持。}\n", "").replace("level: error", "levl: error"), encoding="utf-8"
    )
    wrong = run("check", plan, "--rules", tmp_path / "rules")
    assert wrong.returncode == 2
    assert "LOC001.yaml:4" in wrong.stderr
    assert "good" in wrong.stderr


def test_standard_input_and_statistics(plan: Path) -> None:
    result = run("check", "-", "--stdin-filename", "draft.txt", "-f", "concise", stdin=PLAN)
    assert "draft.txt:5:" in result.stdout
    assert "STR001" in run("check", plan, "--statistics").stdout


def test_many_files_in_processes_say_the_same(tmp_path: Path) -> None:
    for i in range(10):
        (tmp_path / f"{i}.txt").write_text(PLAN.replace("49号", f"{i + 1}号"), encoding="utf-8")
    one, two = (run("check", tmp_path, "-f", "json", "-j", n).stdout for n in (1, 2))
    assert one == two


def test_explain_knows_all_names() -> None:
    pages = [run("explain", name).stdout for name in ("STR001", "placeholder", "占位符未填写")]
    assert pages[0] == pages[1] == pages[2]
    assert "依据" in pages[0]
    wrong = run("explain", "placeholdr")
    assert wrong.returncode == 2
    assert "placeholder" in wrong.stderr


@pytest.mark.usefixtures("plan")
def test_init_writes_a_configuration_that_works(tmp_path: Path) -> None:
    assert run("init", "--ci", "github", cwd=tmp_path).returncode == 0
    assert run("check", "plan.txt", cwd=tmp_path).returncode == 1
    again = run("init", cwd=tmp_path)
    assert again.returncode == 2
    assert "planlint.yaml" in again.stderr


@(
    pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    if hasattr(os, "geteuid")
    else lambda f: f
)
def test_a_read_only_folder_loses_nothing(plan: Path) -> None:
    plan.parent.chmod(0o500)
    try:
        result = run("check", plan, "--fix")
    finally:
        plan.parent.chmod(0o700)
    assert result.returncode == 2
    assert plan.read_text(encoding="utf-8") == PLAN


def test_a_crashing_rule_is_named_and_the_rest_runs() -> None:
    from planlint.check.context import CheckSettings
    from planlint.check.rules import load_checks
    from planlint.check.run import run_checks
    from planlint.pipeline import extract
    from planlint.rulebook import Rulebook

    rules = [rule for rule in load_checks(Rulebook()) if rule.id in ("STR001", "WRD004")]
    settings = CheckSettings(options={"WRD004": {"swaps": {"(": "x"}}})
    result = run_checks(extract(PLAN), rules, settings)
    assert result.crashed == ("WRD004",)
    assert [f.rule for f in result.findings] == ["STR001"]


def test_fix_in_markdown_keeps_its_signs(tmp_path: Path) -> None:
    plan = tmp_path / "plan.md"
    before = f"# {PLAN}".replace("一、总体要求", "## 一、**总体要求**").replace(
        "49号", "[49号](http://x.cn/a_(1))"
    )
    plan.write_text(before, encoding="utf-8")
    shown = run("check", plan, "--fix", "--diff")
    assert "+坚持创新，支持其他主体。" in shown.stdout
    assert plan.read_text(encoding="utf-8") == before
    run("check", plan, "--fix")
    after = plan.read_text(encoding="utf-8")
    assert after != before
    assert after.startswith("# 云岭市孵化载体建设实施方案\n## 一、**总体要求**\n坚持创新，支持其他主体。")
    assert "[49号](http://x.cn/a_(1))" in after
