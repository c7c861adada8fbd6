"""Words written with a wrong character: 布署 for 部署, 竟争 for 竞争, by a list of pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.rulebook.confusions import confusions
from planlint.rulebook.options import Options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule
    from planlint.rulebook.confusions import Confusion

# How far around a hit the words that excuse it may stand.
_AROUND = 20

OPTIONS = Options()


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """A finding for each hit; of two that overlap (规化 in 规划化) the longer one."""
    taken: set[int] = set()
    # a slip is looked for only where its first two characters stand side by side somewhere
    beside = set(map("".join, zip(context.text, context.text[1:], strict=False)))
    pairs = [pair for pair in confusions(context.rulebook) if pair.wrong[:2] in beside]
    for pair in sorted(pairs, key=lambda pair: -len(pair.wrong)):
        for span in _hits(context, pair):
            if not taken.isdisjoint(range(*span)):
                continue
            taken.update(range(*span))
            edits = context.edit(span, pair.right)
            if edits:  # else a page mark stands between the characters: 以｜4、｜经
                yield context.find(rule, span, edits=edits, fix=pair.right)


def _hits(context: CheckContext, pair: Confusion) -> Iterator[Span]:
    at = context.text.find(pair.wrong)
    while at >= 0:
        end = at + len(pair.wrong)
        around = context.text[max(0, at - _AROUND) : end + _AROUND]
        if context.says(at) and (pair.unless is None or not pair.unless.search(around)):
            yield Span(at, end)
        at = context.text.find(pair.wrong, end)
