"""Rules named by people: `TGT002`, `TGT`, `no-deadline` and `缺少完成时限` all lead to ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol, TypeVar

from planlint.errors import UsageError
from planlint.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Named(Protocol):
    """Anything that has the three names of a rule."""

    @property
    def id(self) -> str:
        """`TGT002`."""

    @property
    def name(self) -> str:
        """`no-deadline`."""

    @property
    def title(self) -> str:
        """`缺少完成时限`."""


AnyRule = TypeVar("AnyRule", bound=Named)


def named_rules(rules: Iterable[AnyRule], wanted: str) -> tuple[AnyRule, ...]:
    """The rules that `wanted` names: one for an id or a name, several for a prefix (`TGT`), all for `ALL`, else none."""
    rules = tuple(rules)
    folded = wanted.strip().casefold()
    exact = tuple(
        rule for rule in rules if folded in (rule.id.casefold(), rule.name.casefold(), rule.title.casefold())
    )
    if exact or not folded:
        return exact
    if folded == "all":
        return rules
    if re.fullmatch(r"[a-z]{1,6}\d*", folded):
        return tuple(rule for rule in rules if rule.id.casefold().startswith(folded))
    return ()


def nearest_name(rules: Iterable[Named], wanted: str) -> str | None:
    """The name most like a misspelt one (`no-deadlin` gives `no-deadline`), in the script it was written in."""
    import difflib

    folded = wanted.strip().casefold()
    names: dict[str, str] = {}
    for rule in rules:
        for name in (rule.id, rule.name, rule.title):
            names.setdefault(name.casefold(), name)
    close = difflib.get_close_matches(folded, names, n=1, cutoff=0.55)
    if close:
        return names[close[0]]
    inside = [
        name
        for key, name in names.items()
        if len(folded) > 1 and (folded in key or (len(key) > 1 and key in folded))
    ]
    return min(inside, key=len) if inside else None


def unknown_rule(rules: Iterable[Named], wanted: str) -> Text:
    """`未知的规则名 “no-deadlin”，是否指 “no-deadline”？`: what to say of a name that no rule has."""
    near = nearest_name(rules, wanted)
    if near is None:
        return Text.of("config.no_rule", name=wanted)
    return Text.of("config.no_rule_near", name=wanted, near=near)


def select_rules(
    rules: Sequence[AnyRule], select: Iterable[str], ignore: Iterable[str]
) -> tuple[AnyRule, ...]:
    """The rules that `--select` names (all, when it names none) without those of `--ignore`; UsageError lists all unknown names."""
    wrong: list[Text] = []
    chosen = _ids(rules, select, wrong, "--select")
    dropped = _ids(rules, ignore, wrong, "--ignore")
    if wrong:
        raise UsageError(Text.lines(wrong))
    return tuple(
        rule for rule in rules if (chosen is None or rule.id in chosen) and rule.id not in (dropped or ())
    )


def _ids(rules: Sequence[AnyRule], names: Iterable[str], wrong: list[Text], option: str) -> set[str] | None:
    ids: set[str] | None = None
    for given in names:
        for name in re.split(r"[,，、]", given):
            if not name.strip():
                continue
            found = named_rules(rules, name)
            if not found:
                what = unknown_rule(rules, name.strip())
                wrong.append(Text.of("config.option_rule", option=option, what=what))
            ids = (ids or set()) | {rule.id for rule in found}
    return ids
