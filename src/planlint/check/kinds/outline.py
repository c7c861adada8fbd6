"""Headings of one level in two styles: some alone on their line, some run on into their text."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.rulebook.options import Options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.document import Section
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule

# One heading of another style is a slip of the copy; so many of both are two styles.
_LEAST = 2

OPTIONS = Options()


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """One finding for each level whose headings are printed in both styles, at the first heading of the rarer one."""
    levels: dict[int, dict[bool, list[Section]]] = defaultdict(lambda: {True: [], False: []})
    for section in context.outline.sections:
        behind = context.text[section.span.end : section.span.end + 2].lstrip("。.：: ")
        # a heading with sub-headings and no text of its own says nothing of the style
        if context.text[section.body.start : section.body.end].strip(" 。.：:\n"):
            levels[section.level][behind[:1] != "\n"].append(section)
    for level, styles in levels.items():
        run_in, alone = styles[True], styles[False]
        if min(len(run_in), len(alone)) >= _LEAST:
            first = min(run_in, alone, key=len)[0]
            yield context.find(rule, Span(*first.span), level_number=level, a=len(alone), b=len(run_in))
