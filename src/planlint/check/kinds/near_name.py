"""Names one character off: 市发展改革会 beside 市发展改革委; a defined short name (“专项资金”) that is altered or never used."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.check.reading import reading_of
from planlint.model.span import Span
from planlint.rulebook.confusions import confusions
from planlint.rulebook.options import Options, Ways
from planlint.text.han import compiled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from planlint.check.context import CheckContext
    from planlint.model.fact import Responsibility
    from planlint.model.finding import Finding
    from planlint.rulebook import Rulebook
    from planlint.rulebook.checks import CheckRule

_PLACE = compiled("^(?:[一-鿿]{2,4}?(?:[省县区州旗]|市(?!场))|(?:[省县区州旗]|市(?!场)))(?=[一-鿿]{2})")
_DEFINED = compiled('[（(](?:以下|下)(?:统称|简称)为?[：:]?[“"《](?P<short>[^”"》）)]{2,16})[”"》]')
_SHORTEST = 3
_LONG = 6
# From this length on a known name need not stand in the plan itself.
_ALONE = 5
_TYPES = frozenset("局委办厅部院署司处室所站队社联")
# Characters that only join: 人力资源和社会保障局 is also 人力资源社会保障局.
_JOINS = frozenset("和与及、化设各级")

OPTIONS = Ways({"unit": Options(known=list[str]), "short-name": Options()})


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The findings of one rule; `find` is `unit` or `short-name`."""
    yield from {"unit": _units, "short-name": _short_names}[rule.options["find"]](context, rule)


# ---- units ------------------------------------------------------------------------------------------------------------
def _units(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Units of the lists whose name is one character off a known one, or off one that the plan prints more often."""
    known = dict.fromkeys(sorted({*_known_units(context.rulebook), *rule.options["known"]}))
    letters = frozenset("".join(known))
    pairs = _confused(context.rulebook)
    prints: dict[str, list[Responsibility]] = {}
    for one in context.extraction.responsibilities:
        prints.setdefault(_stem(one.unit), []).append(one)
    for stem, ones in prints.items():
        if (
            len(stem) < _SHORTEST
            or stem.endswith(("政府", "部门", "单位"))
            or stem in known
            or not stem.isalpha()
        ):
            continue
        near = _nearest(stem, len(ones), prints, known, letters, pairs)
        if near is not None:
            unit = ones[0].unit
            yield context.find_source(
                rule, ones[0].span, unit=unit, near=unit[: len(unit) - len(stem)] + near
            )


def _known_units(rulebook: Rulebook) -> frozenset[str]:
    agencies = rulebook.words("agencies")
    return frozenset(_stem(name) for pair in agencies["short_names"].items() for name in pair)


def _stem(unit: str) -> str:
    """A unit's name without the place or level before it: 财政局 of 云岭市财政局."""
    bare = unit.partition("（")[0].partition("(")[0].strip()
    match = _PLACE.match(bare)
    return bare[match.end() :] if match else bare


def _nearest(
    stem: str,
    times: int,
    prints: dict[str, list[Responsibility]],
    known: Collection[str],
    letters: frozenset[str],
    pairs: frozenset[tuple[str, str]],
) -> str | None:
    """The name that this one is a slip for: one of the plan's own that stands oftener, or a known one."""
    for other in (*prints, *known):
        if not 0 <= len(other) - len(stem) <= 1 or other == stem:
            continue
        own = len(prints.get(other, ()))
        if not (own > times or (other in known and (own or len(stem) >= _ALONE))):
            continue
        odd = slip(stem, other)
        # a character that no unit's name has is a slip; 农发局 and 经发局 are two units
        if odd is not None and (
            odd not in letters or len(stem) >= _LONG or not pairs.isdisjoint(zip(other, stem, strict=False))
        ):
            return other
    return None


@lru_cache(maxsize=4)
def _confused(rulebook: Rulebook) -> frozenset[tuple[str, str]]:
    """The characters of the confusion list, right and wrong: (源, 原)."""
    rows = (row for row in confusions(rulebook) if len(row.right) == len(row.wrong))
    return frozenset((a, b) for row in rows for a, b in zip(row.right, row.wrong, strict=True) if a != b)


def slip(wrong: str, right: str) -> str | None:
    """The character of `wrong` that makes it another name than `right`: one changed, one too many, one of two that changed places.

    The last character tells what a unit is (局, 委, 厅) and is a slip only where it is none of those.
    """
    if len(wrong) == len(right):
        odd = [i for i in range(len(wrong)) if wrong[i] != right[i]]
        if len(odd) == 1:
            last = odd[0] == len(wrong) - 1
            return None if last and wrong[-1] in _TYPES else "" if last else wrong[odd[0]]
        swapped = (
            len(odd) == 2
            and odd[1] == odd[0] + 1
            and wrong[odd[0]] == right[odd[1]]
            and wrong[odd[1]] == right[odd[0]]
        )
        return "" if swapped else None
    if len(wrong) == len(right) - 1 and len(right) >= _LONG:
        i = next((i for i in range(len(wrong)) if wrong[i] != right[i]), len(wrong))
        lost = wrong[i:] == right[i + 1 :] and right[i] not in _JOINS and i > 0
        return "" if lost and i < len(wrong) else None
    return None


# ---- short names ------------------------------------------------------------------------------------------------------
def _short_names(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Short names that nothing uses, and names in the text that are one confused character off a short name."""
    folded = reading_of(context).folded
    pairs = _confused(context.rulebook)
    for match in _DEFINED.finditer(folded):
        short, end = match["short"], match.end()
        if not context.says(match.start()):
            continue
        span = Span(*match.span("short"))
        altered = next(_altered(folded, short, end, pairs), None)
        if altered is not None:
            yield context.find(
                rule, altered, related=[span], level="warning", text=folded[altered.start : altered.end],
                what=f"与定义的简称“{short}”差一字",
            )  # fmt: skip
        elif short not in folded[end:]:
            yield context.find(rule, span, what="定义之后没有再用")


def _altered(text: str, short: str, start: int, pairs: frozenset[tuple[str, str]]) -> Iterator[Span]:
    """Places behind the definition where one character of the short name is another: in quotes any, else one that is easily confused."""
    if len(short) < 3 or not short.isalpha():
        return
    for i, right in enumerate(short):
        way = compiled(short[:i] + "[一-鿿]" + short[i + 1 :])
        for hit in way.finditer(text, start):
            wrong = hit.group()[i]
            quoted = text[hit.start() - 1 : hit.start()] == "“" and text[hit.end() : hit.end() + 1] == "”"
            if wrong != right and (
                (right, wrong) in pairs or (wrong, right) in pairs or (quoted and len(short) > _SHORTEST)
            ):
                yield Span(*hit.span())
