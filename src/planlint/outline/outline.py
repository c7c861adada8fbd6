"""The outline stage: label shapes, what repeats, what is credible, headings, paragraphs, title, the tree of all headings."""

from __future__ import annotations

import bisect
from functools import partial
from typing import TYPE_CHECKING

from planlint.model.covered import merged
from planlint.model.document import Outline, Section
from planlint.model.span import Span
from planlint.outline.annexes import find_annexes
from planlint.outline.bare import bare_labels
from planlint.outline.clauses import clauses_of
from planlint.outline.credit import choose
from planlint.outline.headings import Item, heading_span
from planlint.outline.labels import find_labels
from planlint.outline.paragraphs import find_paragraphs
from planlint.outline.repeats import repeated
from planlint.outline.title import find_title
from planlint.outline.tree import heading_tree
from planlint.outline.unnumbered import find_unnumbered
from planlint.outline.vocabulary import heading_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.document import CleanText
    from planlint.outline.credit import Placed
    from planlint.outline.labels import Label
    from planlint.rulebook import Rulebook


def find_outline(clean: CleanText, rules: Rulebook) -> Outline:
    """The tree of numbered headings, the paragraphs, and the title's place.

    `一、总体要求` and the `(一)指导思想。` below it are the sections with the paths `一、` and `一、|(一)`.
    """
    text = clean.text
    words = heading_words(rules)
    labels = bare_labels(text, find_labels(clean, words))
    repeats, entries = repeated(text, labels, words)
    left_out = sorted([chrome.span for chrome in clean.chrome] + repeats)
    # the numbers of a table's rows are no headings
    tables = [clean.from_source(table.span) for table in clean.tables]
    placed = choose(
        text, _outside(labels, merged([*repeats, *tables])), find_annexes(text, labels, words), words
    )
    items = _items(text, [p.label for p in placed], left_out)
    headings = [heading_span(text, item, entries, words) for item in items]
    sections = _sections(text, placed, items, headings)
    paragraphs = find_paragraphs(text, sections, left_out)
    title = find_title(text, sections, paragraphs, words)
    unnumbered = find_unnumbered(text, paragraphs, title, tables, words)
    opens_run = [p.label.value == 1 for p in placed]
    tree = heading_tree(text, sections, opens_run, unnumbered)
    return Outline(tuple(sections), tuple(paragraphs), title, tree, partial(clauses_of, text))


def _outside(labels: Sequence[Label], repeats: Sequence[Span]) -> list[Label]:
    """Return the labels that stand in none of the sorted spans."""
    starts = [span.start for span in repeats]
    kept = []
    for label in labels:
        at = bisect.bisect_right(starts, label.start) - 1
        if at < 0 or label.start >= repeats[at].end:
            kept.append(label)
    return kept


def _items(text: str, labels: Sequence[Label], left_out: Sequence[Span]) -> list[Item]:
    """What each label opens: the rest of its line, and its text up to the next label."""
    zones = [span.start for span in left_out]
    items = []
    for index, label in enumerate(labels):
        end = labels[index + 1].start if index + 1 < len(labels) else _plan_end(text, left_out)
        end = max(end, label.end)
        line = text.find("\n", label.end, end)
        zone = bisect.bisect_left(zones, label.end)
        whole = min(end, zones[zone]) if zone < len(zones) else end
        items.append(Item(label, min(line, whole) if line >= 0 else whole, whole, end))
    return items


def _sections(
    text: str, placed: Sequence[Placed], items: Sequence[Item], headings: Sequence[Span]
) -> list[Section]:
    sections: list[Section] = []
    chain: list[Section] = []
    for index, (label, level) in enumerate((p.label, p.level) for p in placed):
        heading = headings[index]
        printed = "".join(text[label.start : label.end].split())
        while chain and chain[-1].level >= level:
            chain.pop()
        parent = chain[-1] if chain else None
        section = Section(
            id=f"s{index + 1}",
            label=printed,
            heading=text[heading.start : heading.end],
            level=level,
            parent=parent.id if parent else None,
            path=f"{parent.path}|{printed}" if parent else printed,
            span=Span(label.start, heading.end),
            body=Span(heading.end, items[index].body_end),
        )
        sections.append(section)
        chain.append(section)
    return sections


def _plan_end(text: str, left_out: Sequence[Span]) -> int:
    """Where the plan's own text ends: before the chrome and the repeats that close the file."""
    end = len(text)
    for span in reversed(left_out):
        if text[span.end : end].strip():
            break
        end = min(end, span.start)
    return end
