"""Tracked changes of Word files: every command reads them accepted or as the original, and `diff` compares the two."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile

import pytest


@pytest.fixture
def draft(tmp_path):
    """A plan whose target a tracked change lowers from 60 to 40, with a second unit that another one adds."""
    from docx import Document

    document = Document()
    for line in (
        "云岭市水利建设方案（2025—2027年）",
        "一、任务",
        "到2027年，建成水库@座。（责任单位：市水利局#）",
    ):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    tracked = {
        "@": "</w:t></w:r><w:del w:id='1' w:author='a'><w:r><w:delText>60</w:delText></w:r></w:del><w:ins w:id='2' w:author='a'><w:r><w:t>40</w:t>"
        "</w:r></w:ins><w:r><w:t>",
        "#": "</w:t></w:r><w:ins w:id='3' w:author='a'><w:r><w:t>、市财政局</w:t></w:r></w:ins><w:r><w:t>",
    }
    path = tmp_path / "draft.docx"
    with zipfile.ZipFile(io.BytesIO(out.getvalue())) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                text = data.decode()
                for mark, xml in tracked.items():
                    text = text.replace(mark, xml)
                data = text.encode()
            new.writestr(name, data)
    return path


def run(*arguments: object) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "planlint", *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", check=False
    )  # fmt: skip


@pytest.mark.parametrize("command", ["text", "extract", "check"])
def test_a_command_reads_either_text(draft, command) -> None:
    accepted, original = run(command, draft).stdout, run(command, draft, "--revisions", "original").stdout
    if command == "text":
        assert "水库40座。（责任单位：市水利局、市财政局）" in accepted
        assert "水库60座。（责任单位：市水利局）" in original
    elif command == "extract":
        assert "40座" in accepted
        assert "市财政局" in accepted
        assert "60座" in original
        assert "市财政局" not in original
    else:
        assert accepted
        assert original


def test_compare_reads_the_originals(draft, tmp_path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        "澄江市水利建设方案（2025—2027年）\n一、任务\n到2027年，建成水库9座。\n", encoding="utf-8"
    )
    assert "60座" in run("compare", draft, other, "--revisions", "original", "-j", "2").stdout
    assert "40座" in run("compare", draft, other).stdout


def test_diff_of_one_file_is_before_and_after(draft, tmp_path) -> None:
    result = run("diff", draft)
    assert result.returncode == 0
    assert "60" in result.stdout
    assert "40" in result.stdout
    plain = tmp_path / "plain.txt"
    plain.write_text("云岭市水利建设方案\n一、任务\n到2027年，建成水库9座。\n", encoding="utf-8")
    refused = run("diff", plain)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "plain.txt: 文件里没有改动文字的修订" in refused.stderr


def test_comments_stand_on_the_accepted_text(draft, tmp_path) -> None:
    refused = run("check", draft, "--annotate", tmp_path / "out.docx", "--revisions", "original")
    assert refused.returncode == 2
    assert "--annotate" in refused.stderr
    assert not (tmp_path / "out.docx").exists()


def test_another_word_is_refused(draft) -> None:
    refused = run("text", draft, "--revisions", "old")
    assert refused.returncode == 2
    assert "accepted" in refused.stderr
