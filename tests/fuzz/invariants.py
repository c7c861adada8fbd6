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
from planlint.report.record import KINDS, report_of
from planlint.rulebook import Rulebook
from planlint.sheets.look import Look
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


def _drawn(command: str, subject: Any, look: Look, book: Any = None) -> Outputs:
    """The subject in every format of a command; a workbook (of `book`, where that is another) as the XML in it, which is well formed."""
    outputs: Outputs = {}
    for name in names_of(command):
        form = format_of(command, name)
        pieces = list(render(command, form, (book or subject) if form.binary else subject, look))
        text = _sheets_of(b"".join(pieces)) if form.binary else "".join(pieces)
        outputs[f"{command} {name}"] = text
        if name in ("json", "sarif", "gitlab"):
            json.loads(text)
        if name in ("junit", "graphml"):
            ET.fromstring(text)
        if name in ("csv", "tsv"):
            rows = csv.reader(io.StringIO(text), delimiter="," if name == "csv" else "\t")
            assert len({len(row) for row in rows}) == 1
    _is_harmless(
        {
            name: text
            for name, text in outputs.items()
            if name.split()[1] in ("console", "concise", "csv", "md", "github")
        }
    )
    return outputs


def _sheets_of(book: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        for name in parts.namelist():
            if name.endswith(".xml"):
                ET.fromstring(parts.read(name))
        return "".join(parts.read(name).decode() for name in parts.namelist() if "/worksheets/sheet" in name)


def _reports_hold(found: Extraction) -> Outputs:
    report = report_of(found, with_text=True)
    book = [{**report, "brief": brief_of(found)}]
    looks = [Look(Words(lang), kinds=KINDS, one=True) for lang in ("zh", "en")]
    zh, en = (_drawn("extract", [report], look, book) for look in looks)
    assert json.loads(zh["extract json"]) == json.loads(zh["extract jsonl"])
    rows = list(csv.reader(io.StringIO(zh["extract csv"])))
    assert len(rows) == 1 + sum(len(report[kind]) for kind in KINDS)
    return {**zh, **{f"{name} en": text for name, text in en.items()}}


def _is_harmless(outputs: Outputs) -> None:
    for name, text in outputs.items():
        assert not _ACTS & set(text), name
        assert not any(line.lstrip().startswith("::") for line in text.split("\n")) or "github" in name, name


def _checks_hold(source: SourceDocument) -> Outputs:
    checked = check_source(source, checker())
    assert not checked.crashed, checked.crashed
    for finding in checked.findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(source.text), finding
    run = CheckRun(files=(checked,), rules=checker().rules)
    outputs = _drawn("check", run, Look(Words("zh")))
    fixed = fix_source(source, checker(), ("safe", "ask"))
    again = fix_source(document_of(fixed.text), checker(), ("safe", "ask"))
    assert again.text == fixed.text, "a second repair finds more to repair"
    return {**outputs, "fixed": fixed.text}


def _comparisons_hold(source: SourceDocument, other: SourceDocument) -> Outputs:
    texts = {source.path: source.text, other.path: other.text}
    found = compare([facts_of(source), facts_of(other)])
    look = Look(Words("zh"))
    outputs = _drawn("compare", found, look)
    changes = diff(source, other)
    for change in changes.differences:
        for side, path in ((change.before, source.path), (change.after, other.path)):
            if side is not None:
                assert side.quote == texts[path][side.span.start : side.span.end]
    outputs |= _drawn("diff", changes, look)
    steps = cascade(source, [other])
    assert steps is not None
    outputs |= _drawn("cascade", steps, look)
    return outputs


def digest(outputs: Outputs) -> str:
    """The same for the same outputs, byte for byte."""
    whole = "\0".join(f"{name}\0{text}" for name, text in sorted(outputs.items()))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
