"""What holds for every text and every file, whatever it is: `hold_for_text(text)` raises where something does not, and returns a digest of all outputs."""

from __future__ import annotations

import csv
import hashlib
import io
import itertools
import json
import zipfile
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from planlint import PlanlintError, decode_document, extract
from planlint.check.outcome import CheckRun
from planlint.check.rules import load_checks
from planlint.checking import Checker, check_source, fix_source
from planlint.comparing import brief_of, cascade, compare, diff, facts_of
from planlint.model.document import SourceDocument
from planlint.report.formats import format_of, names_of, render
from planlint.report.look import Look
from planlint.report.record import KINDS, report_of
from planlint.rulebook import Rulebook
from planlint.words import Words

if TYPE_CHECKING:
    from planlint.model.fact import Extraction

Outputs = dict[str, str]
_ACTS = {
    chr(code)
    for code in (
        *range(9),
        11,
        12,
        13,
        *range(14, 32),
        127,
        *range(0x80, 0xA0),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    )
}


@lru_cache(maxsize=1)
def checker() -> Checker:
    """All checks, those too that the default leaves off."""
    rulebook = Rulebook()
    return Checker(rulebook, load_checks(rulebook))


def document_of(text: str, path: str = "plan.txt") -> SourceDocument:
    """The text as a document."""
    return SourceDocument(path, text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def hold_for_text(text: str, other: str = "", *, deep: bool = True) -> Outputs:
    """Extraction and its reports; with `deep` also checks, fixes, comparison, difference and cascade with the other text."""
    source = document_of(text)
    found = extract(source)
    _facts_hold(found)
    record = json.dumps(report_of(found), ensure_ascii=False)
    outputs: Outputs = {"record": record}
    if deep:
        outputs |= _reports_hold(found)
        outputs |= _checks_hold(source)
        outputs |= _comparisons_hold(source, document_of(other or text[::-1], "other.txt"))
    return outputs


def hold_for_file(data: bytes, name: str, *, deep: bool = True) -> Outputs:
    """A reader gives text with its marks inside it, or one line; with `deep` what it gives is read as a plan."""
    try:
        source = decode_document(data, name)
    except PlanlintError as error:
        said = str(error)
        if "\n" in said:
            raise AssertionError(said) from error
        return {"error": said}
    for mark in source.marks:
        assert 0 <= mark.span.start <= mark.span.end <= len(source.text), mark
    found = extract(source) if deep and len(source.text) < 20_000 else None
    if found is not None:
        _facts_hold(found)
    return {"text": source.text}


def _facts_hold(found: Extraction) -> None:
    text = found.source.text
    for kind in ("targets", "milestones", "subsidies", "responsibilities", "citations", "numbers"):
        facts = getattr(found, kind)
        for fact in facts:
            assert 0 <= fact.span.start < fact.span.end <= len(text), (kind, fact)
            assert fact.quote == text[fact.span.start : fact.span.end], (kind, fact)
        starts = [fact.span.start for fact in facts]
        assert starts == sorted(starts), (kind, starts)
        ids = [fact.id for fact in facts if hasattr(fact, "id")]
        assert len(ids) == len(set(ids)), (kind, ids)
    spans = [record.span for record in found.numbers]
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans)), (
        "a number stands twice in the ledger"
    )


def _reports_hold(found: Extraction) -> Outputs:
    report = report_of(found, with_text=True)
    book = {**report, "brief": brief_of(found)}
    outputs: Outputs = {}
    for lang in ("zh", "en"):
        outputs |= {
            f"{name} {lang}": text for name, text in _drawn("extract", [report], lang, [book]).items()
        }
    assert json.loads(outputs["extract json zh"]) == json.loads(outputs["extract jsonl zh"])
    rows = list(csv.reader(io.StringIO(outputs["extract csv zh"])))
    assert len(rows) == 1 + sum(len(report[kind]) for kind in KINDS)
    return outputs


def _drawn(command: str, subject: Any, lang: str = "zh", book: Any = None) -> Outputs:
    """Every format of a command: each is what it says it is, and none of those that are lines acts; `book` is what a workbook is made of."""
    outputs: Outputs = {}
    look = Look(Words(lang), one=True, kinds=KINDS)
    for name in names_of(command):
        form = format_of(command, name)
        assert form is not None
        shown = book if form.binary and book is not None else subject
        pieces = list(render(command, form, shown, look))
        if form.binary:
            outputs[f"{command} {name}"] = _sheets_of(b"".join(pieces))
            continue
        text = outputs[f"{command} {name}"] = "".join(pieces)
        if name in ("json", "sarif", "gitlab"):
            json.loads(text)
        if name == "jsonl":
            assert all(isinstance(json.loads(line), dict) for line in text.split("\n") if line)
        if name in ("junit", "graphml"):
            ET.fromstring(text)
        if name in ("csv", "tsv"):
            rows = list(csv.reader(io.StringIO(text), delimiter="," if name == "csv" else "\t"))
            assert len({len(row) for row in rows}) == 1, name
            assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row), name
        if name in ("console", "concise", "md", "csv", "tsv", "github"):
            assert not _ACTS & set(text), name
            assert name == "github" or not any(line.startswith("::") for line in text.split("\n")), name
    return outputs


def _sheets_of(data: bytes) -> str:
    """The sheets of a workbook; every part of it is well formed."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for name in book.namelist():
            if name.endswith(".xml"):
                ET.fromstring(book.read(name))
        return "".join(book.read(name).decode() for name in book.namelist() if "/worksheets/sheet" in name)


def _checks_hold(source: SourceDocument) -> Outputs:
    checked = check_source(source, checker())
    assert not checked.crashed, checked.crashed
    for finding in checked.findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(source.text), finding
    outputs = _drawn("check", CheckRun(files=(checked,), rules=checker().rules))
    fixed = fix_source(source, checker(), ("safe", "ask"))
    again = fix_source(document_of(fixed.text), checker(), ("safe", "ask"))
    assert again.text == fixed.text, "a second repair finds more to repair"
    return {**outputs, "fixed": fixed.text}


def _comparisons_hold(source: SourceDocument, other: SourceDocument) -> Outputs:
    texts = {source.path: source.text, other.path: other.text}
    outputs = _drawn("compare", compare([facts_of(source), facts_of(other)]))
    changes = diff(source, other)
    for change in changes.differences:
        for side, path in ((change.before, source.path), (change.after, other.path)):
            if side is not None:
                assert side.quote == texts[path][side.span.start : side.span.end]
    outputs |= _drawn("diff", changes)
    steps = cascade(source, [other])
    assert steps is not None
    return outputs | _drawn("cascade", steps)


def digest(outputs: Outputs) -> str:
    """The same for the same outputs, byte for byte."""
    whole = "\0".join(f"{name}\0{text}" for name, text in sorted(outputs.items()))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
