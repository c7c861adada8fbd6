"""A cascade on the screen, as Markdown, CSV, JSON or a workbook; each item with both quotes and their lines."""

from __future__ import annotations

import io
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from planlint.report.amounts import percent
from planlint.report.comparison.record import decimal, evidence
from planlint.report.csv_report import cell as csv_cell
from planlint.report.csv_report import line as csv_line
from planlint.report.markdown import escaped
from planlint.report.rows import flat
from planlint.report.width import wrap
from planlint.text.visible import visible, visible_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint.model.cascade import Cascade, CascadeItem, CascadeStep
    from planlint.model.plan_facts import Evidence, PlanFacts
    from planlint.report.comparison.view import View
    from planlint.report.words import Words

SCHEMA_VERSION = "1.0"
BINARY = ("xlsx",)
_STYLES = {
    "missing": "31",
    "lowered": "31",
    "unnumbered": "33",
    "postponed": "33",
    "raised": "32",
    "own": "36",
}
_HEADS = (
    "plan", "subject", "outcome", "what", "upper_value", "lower_value", "difference", "ratio", "besides", "why", "taken_by", "section",
    "upper_quote", "upper_line", "lower_quote", "lower_line",
)  # fmt: skip


def render_cascade(cascade: Cascade, format_name: str, view: View) -> Iterator[Any]:
    """The pieces of the text, or of the file where the format is BINARY."""
    forms: dict[str, Callable[[Cascade, View], Iterator[Any]]] = {
        "console": _console, "json": _json, "csv": _csv, "md": _markdown, "xlsx": _xlsx,
    }  # fmt: skip
    return forms[format_name](cascade, view)


def _summary(step: CascadeStep, words: Words) -> str:
    counts = Counter((item.subject, item.outcome) for item in step.items)
    said = []
    for subject in ("target", "task", "unit", "subsidy"):
        kinds = [
            words.say("cascade.count", kind=words[f"outcome.{outcome}"], n=n)
            for (about, outcome), n in counts.most_common()
            if about == subject
        ]
        if kinds:
            said.append(f"{words[f'subject.{subject}']}：{words.join(kinds)}")
    return "；".join(said)


def _head(item: CascadeItem, words: Words) -> str:
    values = (
        f"：{item.was or '—'} → {item.now or '—'}"
        if item.subject != "task" and (item.was or item.now)
        else ""
    )
    remarks = [words[f"outcome.{also}"] for also in item.also]
    if item.by is not None:
        remarks.insert(0, f"{'+' if item.by > 0 else ''}{item.by:f}")
    if item.ratio is not None and item.outcome == "part":
        remarks.append(words.say("cascade.ratio", ratio=percent(item.ratio)))
    if item.reason is not None:
        remarks.append(words[f"why.{item.reason}"])
    if item.subject == "task" and item.units:
        remarks.append(words.say("cascade.units", units=words.join(item.units)))
    tail = f"（{'；'.join(remarks)}）" if remarks else ""
    return f"{words[f'subject.{item.subject}']} {flat(item.what)}{flat(values)}{flat(tail)}"


def _console(cascade: Cascade, view: View) -> Iterator[str]:
    words = view.words
    yield f"{visible(words.say('cascade.head', upper=cascade.upper.label, count=len(cascade.steps)))}\n"
    for step in cascade.steps:
        yield f"\n{visible(words.say('cascade.plan', plan=step.plan.label, share=percent(step.shared)))}\n"
        yield f"{_summary(step, words)}\n"
        for item in step.items:
            kind = f"[{words[f'outcome.{item.outcome}']}]"
            if view.colour:
                kind = f"\x1b[1;{_STYLES.get(item.outcome, '0')}m{kind}\x1b[0m"
            yield "\n"
            for i, text in enumerate(wrap(_head(item, words), view.width - 12, "")):
                yield f"{kind} {text}\n" if i == 0 else f"       {text}\n"
            yield from _quoted(words["cascade.upper"], item.upper, view)
            yield from _quoted(words["cascade.lower"], item.lower, view)


def _quoted(lead: str, found: Evidence | None, view: View) -> Iterator[str]:
    if found is not None:
        for text in wrap(f"{lead}L{found.line} {flat(found.quote)}", view.width, "    "):
            yield f"{text}\n"


def _rows(cascade: Cascade, words: Words) -> Iterator[tuple[Any, ...]]:
    for step in cascade.steps:
        for item in step.items:
            yield (
                step.plan.label, words[f"subject.{item.subject}"], words[f"outcome.{item.outcome}"], item.what, item.was, item.now,
                decimal(item.by), item.ratio, words.join(words[f"outcome.{also}"] for also in item.also) or None,
                words[f"why.{item.reason}"] if item.reason else None, words.join(item.units) or None, item.section,
                item.upper.quote if item.upper else None, item.upper.line if item.upper else None,
                item.lower.quote if item.lower else None, item.lower.line if item.lower else None,
            )  # fmt: skip


def _csv(cascade: Cascade, view: View) -> Iterator[str]:
    yield csv_line([view.words[head] for head in _HEADS])
    for row in _rows(cascade, view.words):
        yield csv_line([csv_cell(value, view.words) for value in row])


def _markdown(cascade: Cascade, view: View) -> Iterator[str]:
    words = view.words
    head = words.say("cascade.head", upper=cascade.upper.label, count=len(cascade.steps))
    yield f"# {escaped(flat(head))}\n"
    for step in cascade.steps:
        said = words.say("cascade.plan", plan=step.plan.label, share=percent(step.shared))
        yield f"\n## {escaped(flat(said))}\n\n{escaped(_summary(step, words))}\n\n"
        yield f"| {' | '.join(words[h] for h in ('outcome', 'what', 'upper_quote', 'lower_quote'))} |\n|{' --- |' * 4}\n"
        for item in step.items:
            cells = (
                words[f"outcome.{item.outcome}"],
                _head(item, words),
                _place(item.upper),
                _place(item.lower),
            )
            yield f"| {' | '.join(escaped(flat(cell)) for cell in cells)} |\n"


def _place(found: Evidence | None) -> str:
    return f"L{found.line} {found.quote}" if found is not None else ""


def _json(cascade: Cascade, view: View) -> Iterator[str]:
    record: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "upper": _plan(cascade.upper),
        "plans": [
            {
                **_plan(step.plan),
                "shared": step.shared,
                "summary": dict(sorted(Counter(f"{i.subject}.{i.outcome}" for i in step.items).items())),
                "items": [_item(item, view.words) for item in step.items],
            }
            for step in cascade.steps
        ],
    }
    yield json.dumps(record, ensure_ascii=view.ascii_only, indent=1)
    yield "\n"


def _item(item: CascadeItem, words: Words) -> dict[str, Any]:
    return {
        "subject": item.subject, "outcome": item.outcome, "also": list(item.also), "what": item.what, "was": item.was, "now": item.now,
        "by": decimal(item.by), "ratio": item.ratio, "reason": item.reason,
        "why": words[f"why.{item.reason}"] if item.reason else None, "units": list(item.units), "section": item.section,
        "upper": evidence(item.upper) if item.upper is not None else None,
        "lower": evidence(item.lower) if item.lower is not None else None,
    }  # fmt: skip


def _plan(plan: PlanFacts) -> dict[str, Any]:
    return {
        "label": plan.label, "path": plan.path, "sha256": plan.sha256, "title": plan.document.title, "tier": plan.tier,
    }  # fmt: skip


def _xlsx(cascade: Cascade, view: View) -> Iterator[bytes]:
    import xlsxwriter

    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(view.words["outcome"])
    sheet.write_row(0, 0, [view.words[name] for name in _HEADS], head)
    last = 0
    for last, row in enumerate(_rows(cascade, view.words), 1):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(last, column, visible_lines(value) if isinstance(value, str) else value, body)
    sheet.freeze_panes(1, 4)
    sheet.autofilter(0, 0, last, len(_HEADS) - 1)
    sheet.set_column(0, 2, 12)
    sheet.set_column(3, 5, 26)
    sheet.set_column(6, 11, 14)
    sheet.set_column(12, 15, 36)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    book.close()
    yield stream.getvalue()
