"""The differences of two versions as text, Markdown or JSON; each change with both quotes and their lines."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from planlint.report.comparison.record import evidence
from planlint.report.markdown import escaped
from planlint.report.rows import flat
from planlint.report.width import wrap
from planlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint.model.difference import Difference, PlanDiff
    from planlint.model.plan_facts import Evidence, PlanFacts
    from planlint.report.comparison.view import View
    from planlint.report.words import Words

SCHEMA_VERSION = "1.0"
_STYLES = {
    "lowered": "31",
    "dropped": "31",
    "postponed": "33",
    "softened": "33",
    "raised": "32",
    "added": "32",
}


def render_diff(diff: PlanDiff, format_name: str, view: View) -> Iterator[str]:
    """The pieces of the text."""
    forms: dict[str, Callable[[PlanDiff, View], Iterator[str]]] = {
        "text": _text,
        "json": _json,
        "md": _markdown,
    }
    return forms[format_name](diff, view)


def _summary(diff: PlanDiff, words: Words) -> str:
    if not diff.differences:
        return words["diff.same" if diff.same_text else "diff.none"]
    counts = Counter(change.change for change in diff.differences)
    kinds = words.join(
        words.say("diff.count", kind=words[f"change.{kind}"], n=n) for kind, n in counts.most_common()
    )
    return words.say("diff.summary", count=len(diff.differences), kinds=kinds)


def _head(change: Difference, words: Words) -> str:
    values = f"：{change.was or '—'} → {change.now or '—'}" if change.was or change.now else ""
    what = f"{words[f'subject.{change.subject}']} {flat(change.what)}"
    return f"{what}{flat(values)}"


def _text(diff: PlanDiff, view: View) -> Iterator[str]:
    words = view.words
    yield f"{visible(words.say('diff.head', old=diff.old.path, new=diff.new.path))}\n"
    yield f"{_summary(diff, words)}\n"
    for change in diff.differences:
        kind = f"[{words[f'change.{change.change}']}]"
        if view.colour:
            kind = f"\x1b[1;{_STYLES.get(change.change, '36')}m{kind}\x1b[0m"
        yield "\n"
        for i, line in enumerate(wrap(_head(change, words), view.width - 10, "")):
            yield f"{kind} {line}\n" if i == 0 else f"       {line}\n"
        yield from _quoted(words["diff.was"], change.before, view)
        yield from _quoted(words["diff.now"], change.after, view)


def _quoted(lead: str, found: Evidence | None, view: View) -> Iterator[str]:
    if found is None:
        return
    for line in wrap(f"{lead}L{found.line} {flat(found.quote)}", view.width, "    "):
        yield f"{line}\n"


def _markdown(diff: PlanDiff, view: View) -> Iterator[str]:
    words = view.words
    head = visible(words.say("diff.head", old=diff.old.path, new=diff.new.path))
    yield f"# {escaped(head)}\n\n{escaped(_summary(diff, words))}\n"
    if not diff.differences:
        return
    heads = [words[name] for name in ("change", "subject", "what", "was", "now")]
    quotes = [f"{words[side]} {words['quote']}" for side in ("was", "now")]
    yield f"\n| {' | '.join([*heads, *quotes])} |\n|{' --- |' * 7}\n"
    for change in diff.differences:
        cells = (
            words[f"change.{change.change}"], words[f"subject.{change.subject}"], change.what, change.was or "", change.now or "",
            _place(change.before), _place(change.after),
        )  # fmt: skip
        yield f"| {' | '.join(escaped(flat(cell)) for cell in cells)} |\n"


def _place(found: Evidence | None) -> str:
    return f"L{found.line} {found.quote}" if found is not None else ""


def _json(diff: PlanDiff, view: View) -> Iterator[str]:
    record: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "old": _plan(diff.old),
        "new": _plan(diff.new),
        "same_text": diff.same_text,
        "summary": dict(sorted(Counter(change.change for change in diff.differences).items())),
        "differences": [
            {
                "subject": change.subject, "change": change.change, "what": change.what, "was": change.was, "now": change.now,
                "section": change.section,
                "before": evidence(change.before) if change.before is not None else None,
                "after": evidence(change.after) if change.after is not None else None,
            }
            for change in diff.differences
        ],
    }  # fmt: skip
    yield json.dumps(record, ensure_ascii=view.ascii_only, indent=1)
    yield "\n"


def _plan(plan: PlanFacts) -> dict[str, Any]:
    return {"path": plan.path, "sha256": plan.sha256, "title": plan.document.title}
