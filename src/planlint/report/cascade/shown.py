"""What lower plans make of the plan above them: each item with both quotes, as a list on the screen and as a sheet elsewhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.report.amounts import percent
from planlint.report.evidence import quoted
from planlint.sheets.document import Document, Entry, Heading, Paragraph, Title
from planlint.sheets.sheet import Column, Kind, Sheet, View
from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint.model.cascade import Cascade, CascadeItem, CascadeStep
    from planlint.sheets.document import Block
    from planlint.sheets.look import Look
    from planlint.sheets.sheet import Filled
    from planlint.words import Words

_STYLES = {
    "missing": "bad", "lowered": "bad", "unnumbered": "doubtful", "postponed": "doubtful", "raised": "good", "own": "other",
}  # fmt: skip


class Row(NamedTuple):
    """One thing of the upper plan in one lower plan."""

    step: CascadeStep
    item: CascadeItem


def _rows(steps: tuple[CascadeStep, ...]) -> Iterator[Row]:
    return (Row(step, item) for step in steps for item in step.items)


def _item(name: str) -> Callable[[Row], Any]:
    return lambda row: getattr(row.item, name)


def _place(side: str, name: str) -> Callable[[Row], Any]:
    return lambda row: getattr(getattr(row.item, side), name, None)


def _quote(side: str) -> Callable[[Row], str]:
    return lambda row: quoted(getattr(row.item, side))


def _besides(row: Row, words: Words) -> str | None:
    return words.join(words[f"outcome.{also}"] for also in row.item.also) or None


ITEMS = Sheet(
    "cascade",
    of=_rows,
    title="outcome",
    fixed=4,
    columns=(
        Column("plan", lambda row: row.step.plan.label, views=View.FILES),
        Column("subject", _item("subject"), Kind.CODE, View.FILES, codes="subject."),
        Column("outcome", _item("outcome"), Kind.CODE, codes="outcome."),
        Column("what", lambda row, words: flat(headline(row.item, words)), Kind.SAID, View.EYES),
        Column("what", _item("what"), views=View.FILES),
        Column("upper_value", _item("was"), views=View.FILES),
        Column("lower_value", _item("now"), views=View.FILES),
        Column("difference", _item("by"), Kind.NUMBER, View.FILES),
        Column("ratio", _item("ratio"), Kind.NUMBER, View.FILES),
        Column("besides", _besides, Kind.SAID, View.FILES),
        Column("why", _item("reason"), Kind.CODE, View.FILES, codes="why."),
        Column("taken_by", _item("units"), Kind.NAMES, View.FILES),
        Column("section", _item("section"), views=View.FILES),
        Column("upper_quote", _quote("upper"), views=View.EYES),
        Column("lower_quote", _quote("lower"), views=View.EYES),
        Column("upper_quote", _place("upper", "quote"), views=View.FILES),
        Column("upper_line", _place("upper", "line"), Kind.NUMBER, View.FILES),
        Column("lower_quote", _place("lower", "quote"), views=View.FILES),
        Column("lower_line", _place("lower", "line"), Kind.NUMBER, View.FILES),
    ),
)


def documents(cascade: Cascade, look: Look, *, screen: bool) -> Iterator[Document]:
    """The one document."""
    yield Document("cascade", _blocks(cascade, look, screen=screen))


def _blocks(cascade: Cascade, look: Look, *, screen: bool) -> Iterator[Block]:
    """Each lower plan: how much of its text is the upper one's, what became of what, and the items."""
    words = look.words
    yield Title(words.say("cascade.head", upper=cascade.upper.label, count=len(cascade.steps)))
    for step in cascade.steps:
        yield Heading(words.say("cascade.plan", plan=step.plan.label, share=percent(step.shared)))
        yield Paragraph(_summary(step, words))
        if screen:
            yield from (_entry(item, words) for item in step.items)
        else:
            yield replace(ITEMS.filled((step,), View.EYES, words), title="", nothing=words["none"])


def main(cascade: Cascade, look: Look) -> Filled:
    """The items of all lower plans."""
    return ITEMS.filled(cascade.steps, View.FLAT, look.words)


def files(cascade: Cascade, look: Look) -> Iterator[Filled]:
    """The one sheet."""
    yield main(cascade, look)


def book(cascade: Cascade, look: Look) -> Iterator[Filled]:
    """The one sheet."""
    yield ITEMS.filled(cascade.steps, View.BOOK, look.words)


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


def _entry(item: CascadeItem, words: Words) -> Entry:
    sides = ((words["cascade.upper"], item.upper), (words["cascade.lower"], item.lower))
    return Entry(
        f"[{words[f'outcome.{item.outcome}']}]",
        headline(item, words),
        _STYLES.get(item.outcome, "none"),
        tuple(f"{lead}{quoted(found)}" for lead, found in sides if found is not None),
    )


def headline(item: CascadeItem, words: Words) -> str:
    """`指标 高新技术企业：1000家 → 80家（占上位 8%）`: what it is, both values, and what there is to remark."""
    shows_values = item.subject != "task" and (item.was or item.now)
    values = f"：{item.was or '—'} → {item.now or '—'}" if shows_values else ""
    remarks = [f"{'+' if item.by > 0 else ''}{item.by:f}"] if item.by is not None else []
    remarks += [words[f"outcome.{also}"] for also in item.also]
    if item.ratio is not None and item.outcome == "part":
        remarks.append(words.say("cascade.ratio", ratio=percent(item.ratio)))
    if item.reason is not None:
        remarks.append(words[f"why.{item.reason}"])
    if item.subject == "task" and item.units:
        remarks.append(words.say("cascade.units", units=words.join(item.units)))
    tail = f"（{'；'.join(remarks)}）" if remarks else ""
    return f"{words[f'subject.{item.subject}']} {flat(item.what)}{flat(values)}{flat(tail)}"
