"""Whatever the document, its text and its other parts come back the same, comments stand on the words, changes read as the repaired text."""

from __future__ import annotations

import importlib.util
import io
import json
import random
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.report.annotate.documents import by_chance, commented, exact, parts, well_formed

from planlint import decode_document, extract, read_document
from planlint.annotate import Author, Draft, Note
from planlint.check.rules import load_checks
from planlint.checking import Checker, check_source, fix_source
from planlint.model.alignment import Edit, apply_edits
from planlint.model.span import Span
from planlint.read.docx import read_docx
from planlint.report.record import report_of
from planlint.rulebook import Rulebook

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = sorted((ROOT / "samples").glob("*.docx"))
SHARED = ROOT.parent / "shared"
GOLD = sorted((SHARED / "gold" / "dev").glob("*.json")) if SHARED.is_dir() else []
WHO = Author("planlint", "2025-03-01T09:30:00Z")
CHANGED = {"word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
calm = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=80)
seeds = st.integers(min_value=0, max_value=2**48)


def checker() -> Checker:
    return Checker(rules=load_checks(Rulebook()))


def annotate(data: bytes, *, tracked: bool) -> tuple[bytes, tuple[Edit, ...]]:
    """A real check of a file, and the file with what it found."""
    source = decode_document(data, "draft.docx")
    found = check_source(source, checker()).findings
    draft = Draft(data, "draft.docx")
    edits = fix_source(source, checker(), ("safe",), carries=draft.carries).edits if tracked else ()
    return draft.annotated([Note(f.span, (f.message,)) for f in found], edits, WHO), edits


def same_parts(before: bytes, after: bytes) -> None:
    old, new = parts(before), parts(after)
    assert [name for name in new if name in old] == list(old)
    assert {name for name in new if new[name] != old.get(name)} <= CHANGED


def facts(data: bytes) -> str:
    report = report_of(extract(decode_document(data, "draft.docx")))
    return json.dumps({key: value for key, value in report.items() if key != "source"}, ensure_ascii=False)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples(path: Path) -> None:
    data = path.read_bytes()
    out, _ = annotate(data, tracked=False)
    before, after = read_document(path), decode_document(out, str(path))
    assert (after.text, after.marks, after.apart) == (before.text, before.marks, before.apart)
    assert facts(out) == facts(data)
    found = [check_source(source, checker()).findings for source in (before, after)]
    assert found[0] == found[1]
    same_parts(data, out)
    well_formed(out)
    shown = list(commented(out).values())
    for finding, words in zip(found[0], shown, strict=True):
        if finding.span.length and finding.span.length < len(before.text):
            runs = before.text[finding.span.start : finding.span.end].replace("\n", "").replace("\t", "")
            assert words
            # an automatic number is in no run, nor is what parts two cells
            assert runs.endswith(words.replace("\t", ""))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_tracked_changes_of_samples(path: Path) -> None:
    data = path.read_bytes()
    out, edits = annotate(data, tracked=True)
    source = read_document(path)
    draft = Draft(data, str(path))
    fixed = fix_source(source, checker(), ("safe",), carries=draft.carries)
    assert read_docx(out, "a.docx").text == fixed.text == apply_edits(source.text, edits)[0]
    assert read_docx(out, "a.docx", "original").text == source.text
    same_parts(data, out)
    everything = fix_source(source, checker(), ("safe",))
    if all(draft.carries(edit) for edit in everything.edits):
        assert fixed.text == everything.text


@given(seed=seeds)
@calm
def test_documents_by_chance(seed: int) -> None:
    chance = random.Random(seed)
    data = by_chance(chance)
    draft = Draft(data, "a.docx")
    notes = [Note(span, ("甲&<乙>\x07", "第二段")) for span in spans(chance, len(draft.text), 8)]
    edits = changes(chance, draft)
    out = draft.annotated(notes, (), WHO)
    before, after = read_docx(data, "a.docx"), read_docx(out, "a.docx")
    assert (after.text, after.marks) == (before.text, before.marks)
    assert read_docx(out, "a.docx", "original").text == read_docx(data, "a.docx", "original").text
    same_parts(data, out)
    well_formed(out)
    ours = [c for c in docx.Document(io.BytesIO(out)).comments if c.author == "planlint"]
    assert [c.text for c in ours] == ["甲&<乙> \n第二段"] * len(notes)
    both = draft.annotated(notes, edits, WHO)
    assert read_docx(both, "a.docx").text == apply_edits(draft.text, edits)[0]
    assert read_docx(both, "a.docx", "original").text == read_docx(data, "a.docx", "original").text
    same_parts(data, both)
    well_formed(both)


@given(seed=seeds)
@calm
def test_comments_stand_on_the_exact_words(seed: int) -> None:
    chance = random.Random(seed)
    draft = Draft(exact(chance), "a.docx")
    notes = [
        Note(span, ("甲",)) for span in spans(chance, len(draft.text), 8) if span.length < len(draft.text)
    ]
    notes = [note for note in notes if draft.text[slice(*note.span)].strip("\n")]
    edits = changes(chance, draft)
    for out in (draft.annotated(notes, (), WHO), draft.annotated(notes, edits, WHO)):
        shown = sorted((int(key), words) for key, words in commented(out).items() if key != "700")
        assert [words for _, words in shown] == [draft.text[slice(*n.span)].replace("\n", "") for n in notes]


@given(seed=seeds)
@calm
def test_what_was_made_can_be_annotated_again(seed: int) -> None:
    chance = random.Random(seed)
    data = by_chance(chance)
    for _ in range(3):
        draft = Draft(data, "a.docx")
        notes = [Note(span, ("甲",)) for span in spans(chance, len(draft.text), 3)]
        out = draft.annotated(notes, (), WHO)
        assert read_docx(out, "a.docx").text == draft.text
        well_formed(out)
        data = out


def spans(chance: random.Random, size: int, most: int) -> list[Span]:
    found = []
    for _ in range(chance.randint(0, most)):
        start = chance.randrange(size)
        found.append(Span(start, min(size, start + chance.choice([0, 1, 2, 5, 40, 400]))))
    return found


def changes(chance: random.Random, draft: Draft) -> tuple[Edit, ...]:
    found: list[Edit] = []
    at = 0
    for _ in range(chance.randint(0, 6)):
        start = at + chance.randint(0, 20)
        edit = Edit(start, start + chance.choice([0, 1, 3, 8]), chance.choice(["", "新", "（x）&<"]))
        if edit.end < len(draft.text) and (edit.end > edit.start or edit.text) and draft.carries(edit):
            found.append(edit)
            at = edit.end + 1
    return tuple(found)


_spec = importlib.util.spec_from_file_location("make_formats", ROOT / "samples" / "make_formats.py")
formats = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(formats)


@pytest.mark.skipif(not GOLD, reason="the annotated plans are not beside this checkout")
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_real_plans_as_word_files(path: Path) -> None:
    name = json.loads(path.read_text(encoding="utf-8"))["doc"]
    plan = next(p for p in SHARED.glob(f"corpus/**/{Path(name).name}") if p.suffix == ".txt")
    data = formats.to_docx(formats.lines_of(read_document(plan).text))
    out, edits = annotate(data, tracked=True)
    source = decode_document(data, "a.docx")
    assert read_docx(out, "a.docx").text == apply_edits(source.text, edits)[0]
    assert read_docx(out, "a.docx", "original").text == source.text
    plain, _ = annotate(data, tracked=False)
    assert facts(plain) == facts(data)
