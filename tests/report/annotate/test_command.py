"""`planlint check draft.docx --annotate out.docx --track-fixes` from outside: the file, the line about it, and every misuse in one line."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from tests.read.word import paragraph, word
from tests.report.annotate.documents import commented

from planlint.read.docx import read_docx

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
MEASURES = SAMPLES / "subsidy-measures.docx"


def test_comments_and_changes_beside_the_usual_report(run, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1740821400")
    out = tmp_path / "new" / "out.docx"
    plain = run("check", MEASURES)
    code, shown, said = run("check", MEASURES, "--annotate", out, "--track-fixes")
    assert (code, shown) == plain[:2]
    assert said == f"planlint: 已写 {out}（4 条批注、3 处修订）\n"
    comments = list(docx.Document(str(out)).comments)
    assert {(c.author, c.timestamp.isoformat()) for c in comments} == {
        ("planlint", "2025-03-01T09:30:00+00:00")
    }
    assert comments[3].text.split("\n") == [
        "【警告】金额区间应写“50万元—100万元”", "规则：SUB003 range-missing-unit 金额区间缺单位",
        "改法：两个数都带单位，中间用一字线。", "修复：已写成修订，可接受或拒绝",
    ]  # fmt: skip
    assert commented(out.read_bytes())[str(comments[3].comment_id)] == "50—100万元"
    draft = tmp_path / "draft.txt"
    draft.write_text(read_docx(MEASURES.read_bytes(), "a").text, encoding="utf-8")
    run("check", draft, "--fix")
    assert read_docx(out.read_bytes(), "a").text == draft.read_text(encoding="utf-8")
    assert read_docx(out.read_bytes(), "a", "original").text == read_docx(MEASURES.read_bytes(), "a").text
    again = tmp_path / "again.docx"
    run("check", MEASURES, "--annotate", again, "--track-fixes")
    assert again.read_bytes() == out.read_bytes()


def test_comments_alone_say_the_repair(run, tmp_path) -> None:
    out = tmp_path / "out.docx"
    out.write_bytes(b"what was there before")
    assert (
        run("check", MEASURES, "--annotate", out, "--lang", "en")[2]
        == f"planlint: wrote {out} (4 comments)\n"
    )
    assert "Fix: “50—100万元” becomes “50万元—100万元”" in list(docx.Document(str(out)).comments)[3].text
    assert read_docx(out.read_bytes(), "a").text == read_docx(MEASURES.read_bytes(), "a").text


def test_what_is_suppressed_or_known_is_not_commented(run, tmp_path) -> None:
    plan, out = tmp_path / "plan.docx", tmp_path / "out.docx"
    shutil.copy(MEASURES, plan)
    known = tmp_path / "known.json"
    run("check", plan, "--select", "WRD003", "--write-baseline", known)
    run("check", plan, "--baseline", known, "--ignore", "STR004", "--annotate", out, "--track-fixes")
    assert [c.text.split("\n")[1][3:9] for c in docx.Document(str(out)).comments] == ["SUB003"]
    assert "最高不超过20万元" in read_docx(out.read_bytes(), "a").text
    (tmp_path / "plan.docx.planlint.yaml").write_text(
        "- rule: SUB003\n  quote: 50—100万元\n  reason: 沿用原文\n", encoding="utf-8"
    )
    run("check", plan, "--baseline", known, "--ignore", "STR004", "--annotate", out)
    assert out.read_bytes() == plan.read_bytes()


def test_unsafe_fixes_can_be_tracked_too(run, tmp_path) -> None:
    out = tmp_path / "out.docx"
    source = SAMPLES / "web-copy.docx"
    safe = run("check", source, "--annotate", out, "--track-fixes")[2]
    both = run("check", source, "--annotate", out, "--track-fixes", "--unsafe-fixes")[2]
    assert "6 条批注、2 处修订" in safe
    assert safe != both


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["subsidy-measures.txt", "--annotate", "out.docx"], "只有 .docx 能带批注"),
        (["subsidy-measures.pdf", "--annotate", "out.docx"], "只有 .docx 能带批注"),
        (["subsidy-measures.docx", "web-copy.docx", "--annotate", "out.docx"], "请写文件夹的名字"),
        (["-", "--annotate", "out.docx"], "标准输入"),
        (["subsidy-measures.docx", "--track-fixes"], "--annotate"),
        (["subsidy-measures.docx", "--annotate", "out.docx", "--fix"], "--track-fixes"),
        (["subsidy-measures.docx", "--annotate", "out.docx", "--diff"], "--track-fixes"),
        (["subsidy-measures.docx", "--annotate", "."], "会覆盖输入文件"),
        (["subsidy-measures.docx", "--annotate", "subsidy-measures.docx"], "会覆盖输入文件"),
        (["subsidy-measures.docx", "--annotate", "out.txt"], ".docx 结尾"),
    ],
)
def test_misuse_is_one_line_and_writes_nothing(arguments, why, run, tmp_path, monkeypatch) -> None:
    for name in ("subsidy-measures.txt", "subsidy-measures.pdf", "subsidy-measures.docx", "web-copy.docx"):
        shutil.copy(SAMPLES / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    code, shown, said = run("check", *arguments)
    assert (code, shown) == (2, "")
    assert why in said
    assert said.count("\n") == 1
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_damaged_file_is_no_ground_for_an_output(run, tmp_path) -> None:
    broken, out = tmp_path / "broken.docx", tmp_path / "out.docx"
    broken.write_bytes(MEASURES.read_bytes()[:-300])
    code, shown, said = run("check", broken, "--annotate", out)
    assert code == 2
    assert "已损坏" in shown + said
    assert not out.exists()
    broken.write_bytes(
        word(paragraph("对新认定的平台给予最高不超过50万元的奖励。"), raw={"[Content_Types].xml": "<Types"})
    )
    code, _, said = run("check", broken, "--annotate", out)
    assert code == 2
    assert "Content_Types" in said
    assert not out.exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not hold here")
def test_a_place_that_cannot_be_written(run, tmp_path) -> None:
    tmp_path.chmod(0o500)
    code, _, said = run("check", MEASURES, "--annotate", tmp_path / "out.docx")
    tmp_path.chmod(0o700)
    assert code == 2
    assert "写不进去" in said


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_what_was_written(run, tmp_path) -> None:
    out = tmp_path / "out.docx"
    run("check", MEASURES, "--annotate", out, "--track-fixes")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", tmp_path / "back", out],
        check=True, capture_output=True, timeout=170,
    )  # fmt: skip
    back = (tmp_path / "back" / "out.docx").read_bytes()
    assert read_docx(back, "a").text == read_docx(out.read_bytes(), "a").text
    assert read_docx(back, "a", "original").text == read_docx(out.read_bytes(), "a", "original").text
    assert [c.author for c in docx.Document(io.BytesIO(back)).comments] == ["planlint"] * 4
    assert sorted(commented(back).values()) == sorted(commented(out.read_bytes()).values())


def test_a_folder_is_annotated_into_a_folder(run, tmp_path, monkeypatch) -> None:
    """Names and sub-folders stay, what is no Word file is told, a broken one costs only itself, and a second run reads no copies."""
    drafts = tmp_path / "drafts"
    (drafts / "区县").mkdir(parents=True)
    shutil.copy(MEASURES, drafts / "甲.docx")
    shutil.copy(SAMPLES / "web-copy.docx", drafts / "区县" / "甲.docx")
    shutil.copy(SAMPLES / "subsidy-measures.txt", drafts / "乙.txt")
    (drafts / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    before = {path: path.read_bytes() for path in drafts.rglob("*.*")}
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        code, _, said = run("check", "drafts", "--annotate", "drafts/out", "--track-fixes", "-f", "concise")
        assert code == 2
        made = sorted(
            path.relative_to(drafts / "out").as_posix() for path in (drafts / "out").rglob("*.docx")
        )
        assert made == ["区县/甲.docx", "甲.docx"]
        assert "乙.txt: 不是 .docx" in said
        assert list(docx.Document(str(drafts / "out" / "区县" / "甲.docx")).comments)
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        pytest.param(["a/x.docx", "b/x.docx", "--annotate", "out"], "都要写成", id="two of one name"),
        pytest.param(["a", "--annotate", "a"], "会覆盖输入文件", id="onto the drafts"),
        pytest.param(["c", "--annotate", "out"], "只有 .docx 能带批注", id="no Word file"),
    ],
)
def test_misuse_of_folders(arguments, why, run, tmp_path, monkeypatch) -> None:
    for name in ("a/x.docx", "b/x.docx"):
        (tmp_path / name).parent.mkdir()
        shutil.copy(MEASURES, tmp_path / name)
    (tmp_path / "c").mkdir()
    shutil.copy(SAMPLES / "subsidy-measures.txt", tmp_path / "c")
    monkeypatch.chdir(tmp_path)
    code, shown, said = run("check", *arguments)
    assert (code, shown) == (2, "")
    assert why in said
    assert said.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_many_marks_are_changed_a_sentence_at_a_time(run, tmp_path) -> None:
    """Half-width marks in a long plan: one change for each sentence, the new text as `--fix` makes it."""
    sentence = "完善步道,驿站,药园,标识,厕所等设施,改善环境,提升服务。"
    draft, out = tmp_path / "draft.docx", tmp_path / "out.docx"
    document = docx.Document()
    for line in ("青溪县康养方案", "一、主要任务", sentence * 5):
        document.add_paragraph(line)
    document.save(str(draft))
    said = run("check", draft, "--annotate", out, "--track-fixes")[2]
    assert "5 处修订" in said
    after = read_docx(out.read_bytes(), "a").text
    assert after.count("，") == 30
    assert "," not in after
    assert read_docx(out.read_bytes(), "a", "original").text.count(",") == 30
