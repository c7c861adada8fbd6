"""What changed between two versions: each change with both quotes and their lines, as a list on the screen and as a sheet elsewhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from planlint.report.evidence import quoted
from planlint.sheets.document import Document, Entry, Paragraph, Title
from planlint.sheets.sheet import Column, Kind, Sheet, View
from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint.model.difference import Difference, PlanDiff
    from planlint.sheets.document import Block
    from planlint.sheets.look import Look
    from planlint.sheets.sheet import Filled
    from planlint.words import Words

_STYLES = {
    "lowered": "bad", "dropped": "bad", "postponed": "doubtful", "softened": "doubtful", "raised": "good", "added": "good",
}  # fmt: skip


def _quote(side: str) -> Callable[[Difference], str]:
    return lambda change: quoted(getattr(change, side))


def _place(side: str, name: str) -> Callable[[Difference], Any]:
    return lambda change: getattr(getattr(change, side), name, None)


DIFFERENCES = Sheet(
    "differences",
    of=lambda diff: diff.differences,
    fixed=3,
    columns=(
        Column("change", lambda change: change.change, Kind.CODE, codes="change."),
        Column("subject", lambda change: change.subject, Kind.CODE, codes="subject."),
        Column("what", lambda change: flat(change.what), views=View.EYES),
        Column("was", lambda change: flat(change.was or ""), views=View.EYES),
        Column("now", lambda change: flat(change.now or ""), views=View.EYES),
        Column("what", lambda change: change.what, views=View.FILES),
        Column("was", lambda change: change.was, views=View.FILES),
        Column("now", lambda change: change.now, views=View.FILES),
        Column("section", lambda change: change.section, views=View.FILES),
        Column("before_quote", _quote("before"), views=View.EYES),
        Column("after_quote", _quote("after"), views=View.EYES),
        Column("before_quote", _place("before", "quote"), views=View.FILES),
        Column("before_line", _place("before", "line"), Kind.NUMBER, View.FILES),
        Column("after_quote", _place("after", "quote"), views=View.FILES),
        Column("after_line", _place("after", "line"), Kind.NUMBER, View.FILES),
    ),
)


def documents(diff: PlanDiff, look: Look, *, screen: bool) -> Iterator[Document]:
    """The one document."""
    yield Document("difference", _blocks(diff, look, screen=screen))


def _blocks(diff: PlanDiff, look: Look, *, screen: bool) -> Iterator[Block]:
    """The two versions, how many changes there are of which kind, and the changes."""
    words = look.words
    yield Title(words.say("diff.head", old=diff.old.path, new=diff.new.path))
    yield Paragraph(_summary(diff, words))
    if screen:
        yield from (_entry(change, words) for change in diff.differences)
    elif diff.differences:
        yield replace(DIFFERENCES.filled(diff, View.EYES, words), title="")


def main(diff: PlanDiff, look: Look) -> Filled:
    """All changes."""
    return DIFFERENCES.filled(diff, View.FLAT, look.words)


def files(diff: PlanDiff, look: Look) -> Iterator[Filled]:
    """The one sheet."""
    yield main(diff, look)


def book(diff: PlanDiff, look: Look) -> Iterator[Filled]:
    """The one sheet."""
    yield DIFFERENCES.filled(diff, View.BOOK, look.words)


def _summary(diff: PlanDiff, words: Words) -> str:
    if not diff.differences:
        return words["diff.same" if diff.same_text else "diff.none"]
    counts = Counter(change.change for change in diff.differences)
    kinds = words.join(
        words.say("diff.count", kind=words[f"change.{kind}"], n=n) for kind, n in counts.most_common()
    )
    return words.say("diff.summary", count=len(diff.differences), kinds=kinds)


def _entry(change: Difference, words: Words) -> Entry:
    """`[降低] 指标 高新技术企业：40 → 30`, and below it both quotes."""
    values = f"：{change.was or '—'} → {change.now or '—'}" if change.was or change.now else ""
    sides = ((words["diff.was"], change.before), (words["diff.now"], change.after))
    return Entry(
        f"[{words[f'change.{change.change}']}]",
        f"{words[f'subject.{change.subject}']} {flat(change.what)}{flat(values)}",
        _STYLES.get(change.change, "other"),
        tuple(f"{lead}{quoted(found)}" for lead, found in sides if found is not None),
    )
