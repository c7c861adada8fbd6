"""Places that lie elsewhere (湖北省张家界市), and the plan's own place written in two ways (云岭市, 云领市)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model.span import Span
from planlint.rulebook.divisions import divisions
from planlint.rulebook.options import Options, Ways
from planlint.text.han import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook.checks import CheckRule
    from planlint.rulebook.divisions import Divisions

_OWN = compiled(
    "^(?:关于印发)?[《]?(?:[一-鿿]{2,8}?(?:省|自治区))?(?P<place>[一-鿿]{2,5}?[市县州旗])(?=[一-鿿])"
)
_HAN = compiled("[一-鿿]")
_SUPERIOR = compiled("[省市州盟区]")
_CITY = compiled("(?:[省市州盟]|地区|自治区)$")
_LONGEST = 12
# The own name must stand so often, the other one no oftener.
_OFTEN, _SELDOM = 2, 2

OPTIONS = Ways({"superior": Options(common=list[str]), "own-name": Options(common=list[str])})


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The findings of one rule; `find` is `superior` or `own-name`."""
    yield from {"superior": _superior, "own-name": _own_name}[rule.options["find"]](context, rule)


def _superior(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """A division named right behind one that it does not lie in; words of every town (市中区, 新城区) tell nothing."""
    table = divisions(context.rulebook)
    common = frozenset(rule.options["common"])
    for end in (match.end() for match in _SUPERIOR.finditer(context.text)):
        above = _name_before(context.text, end, table)
        below = _name_behind(context.text, end, table) if above is not None else None
        if above is None or below is None or below in common:
            continue
        # two cities in a row are a list, however their 、 was lost
        if _CITY.search(below) and table.depth(below) <= table.depth(above):
            continue
        if not table.lies_in(below, above) and context.says(end):
            yield context.find(rule, Span(end - len(above), end + len(below)), below=below, above=above)


def _name_before(text: str, end: int, table: Divisions) -> str | None:
    """The longest name that ends here."""
    for size in range(min(_LONGEST, end), 1, -1):
        if table.known(text[end - size : end]):
            return text[end - size : end]
    return None


def _name_behind(text: str, start: int, table: Divisions) -> str | None:
    for size in range(_LONGEST, 1, -1):
        if table.known(text[start : start + size]):
            return text[start : start + size]
    return None


def _own_name(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """A name that differs in one character from that of the place in the title, that no place has, and that stands seldom."""
    data = context.extraction.document
    match = _OWN.match(data.title or "") or _OWN.match(data.issuer or "")
    if match is None:
        return
    own = match["place"]
    if len(own) < 3 or context.text.count(own) < _OFTEN:
        return
    table, words = divisions(context.rulebook), frozenset(rule.options["common"])
    ways = [own[:i] + "[一-鿿]" + own[i + 1 :] for i in range(len(own) - 1)]
    for i, way in enumerate(ways):
        odd: dict[str, list[int]] = {}
        for hit in compiled(way).finditer(context.text):
            name = hit.group()
            if (
                name != own
                and not table.known(name)
                and not _is_word(name, i, words)
                and context.says(hit.start())
            ):
                odd.setdefault(name, []).append(hit.start())
        for name, places in odd.items():
            if len(places) <= _SELDOM:
                at = Span(places[0], places[0] + len(name))
                yield context.find(rule, at, edits=context.edit(at, own), a=own, b=name)


def _is_word(name: str, odd: int, words: frozenset[str]) -> bool:
    """Whether the odd character makes a word with its neighbour: 智慧云城市, 在各县."""
    if name[odd + 1 :] == "城市":
        return True  # 晋城市 in the title, 中原城市群 in the text
    return (
        any(name[max(0, odd - 1) : odd + 2].find(word) >= 0 for word in words)
        or re.search("[的和与及对在为各全本该我]", name) is not None
    )
