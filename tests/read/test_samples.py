"""The same plan gives the same facts as text, Word file, PDF, OFD and web page; every real plan survives the way through Word."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from tests.read.fonts import has_chinese_font

from planlint import decode_document, extract, read_document
from planlint.report.record import report_of

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))
SHARED = ROOT.parent / "shared"
GOLD = sorted((SHARED / "gold" / "dev").glob("*.json")) if SHARED.is_dir() else []
KINDS = ("targets", "milestones", "subsidies", "responsibilities", "citations")

spec = importlib.util.spec_from_file_location("make_formats", SAMPLES / "make_formats.py")
formats = importlib.util.module_from_spec(spec)
spec.loader.exec_module(formats)


def flat(value: object) -> object:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", value)) if isinstance(value, str) else value


def facts(source: object) -> dict:
    """What a report says, without the places it says it of."""
    extraction = extract(source)
    report = report_of(extraction)
    for kind in KINDS:
        for fact in report[kind]:
            span = fact["span"]
            assert fact["quote"] == source.text[span["start"] : span["end"]]
    return {kind: [bare(fact) for fact in report[kind]] for kind in KINDS} | {
        "document": {k: flat(v) for k, v in report["document"].items() if isinstance(v, str | None)},
        "sections": [(flat(s["label"]), flat(s["heading"]), s["level"]) for s in report["sections"]],
    }


def bare(fact: dict) -> dict:
    return {k: flat(v) for k, v in fact.items() if isinstance(v, str | float | int | None) and k != "id"}


@pytest.mark.parametrize("suffix", ["docx", "pdf", "ofd", "html"])
@pytest.mark.parametrize("name", NAMES)
def test_the_same_facts_in_every_format(name: str, suffix: str) -> None:
    if (name, suffix) == ("tables", "pdf") and not has_chinese_font():
        pytest.skip("a page set upright, and no Chinese font on this machine to measure it by")
    want, got = (
        facts(read_document(SAMPLES / f"{name}.txt")),
        facts(read_document(SAMPLES / f"{name}.{suffix}")),
    )
    for part, expected in want.items():
        assert got[part] == expected, part


def test_the_files_are_what_the_script_makes(tmp_path: Path) -> None:
    for made in formats.make(tmp_path):
        kept = SAMPLES / made.name
        assert read_document(kept).text == read_document(made).text


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_the_same_facts_in_files_that_libreoffice_makes(tmp_path: Path) -> None:
    """Embedded fonts, lines set without indents, quotation marks drawn apart: what an office's own export looks like."""
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = [SAMPLES / f"{name}.docx" for name in NAMES]
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *words],
        check=True, capture_output=True, timeout=170,
    )  # fmt: skip
    for name in NAMES:
        want, got = (
            facts(read_document(SAMPLES / f"{name}.txt")),
            facts(read_document(tmp_path / f"{name}.pdf")),
        )
        assert {kind: got[kind] for kind in (*KINDS, "sections")} == {
            kind: want[kind] for kind in (*KINDS, "sections")
        }, name


@pytest.mark.skipif(not GOLD, reason="the annotated plans are not beside this checkout")
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_no_fact_is_lost_on_the_way_through_word(path: Path) -> None:
    import json

    name = json.loads(path.read_text(encoding="utf-8"))["doc"]
    plan = next(p for p in SHARED.glob(f"corpus/**/{Path(name).name}") if p.suffix == ".txt")
    source = read_document(plan)
    back = decode_document(formats.to_docx(formats.lines_of(source.text)), f"{plan.stem}.docx")
    lost = quotes(source) - quotes(back)
    assert not lost


def quotes(source: object) -> Counter:
    found = facts(source)
    return Counter((kind, fact["quote"], str(fact.get("value"))) for kind in KINDS for fact in found[kind])
