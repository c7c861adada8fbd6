"""The mapping file that the user gives (`--mapping rows.yaml`) and the one that is written (`--write-mapping`)."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.batch.inputs import STDIN
from planlint.batch.streams import complain
from planlint.errors import RulebookError, UsageError
from planlint.model.mapping import RowMapping

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from planlint.batch.inputs import Inputs
    from planlint.model.comparison import Comparison
    from planlint.model.plan_facts import PlanFacts
    from planlint.rulebook import Rulebook
    from planlint.rulebook.mapping import MappingFile
    from planlint.words import Words


def mapping_given(
    path: Path | None, plans: Sequence[PlanFacts], rulebook: Rulebook, words: Words
) -> RowMapping:
    """What a mapping file says of the rows, by the nouns that planlint knows; a name in it that neither a plan nor the dictionary has is an error."""
    if path is None:
        return RowMapping()
    if not path.is_file():
        raise UsageError("compare.no_mapping", path=path)
    from planlint.compare.vocabulary import vocabulary
    from planlint.rulebook.mapping import read_mapping

    nouns = vocabulary(rulebook).nouns
    given = read_mapping(path)
    here = _Here(plans)
    unknown = [
        name
        for name in _names_in(given.rows)
        if name not in nouns and name not in here.nouns and not here.prints(name)
    ]
    if unknown:
        unknown.sort(key=given.lines.__getitem__)
        raise RulebookError([_said(name, given, here, words) for name in unknown])
    return _by_noun(given.rows, nouns)


def _said(name: str, given: MappingFile, here: _Here, words: Words) -> str:
    near = words.near(name, here.nouns)
    return words.say("compare.unknown_name", path=given.path, line=given.lines[name], name=name, near=near)


def _names_in(rows: RowMapping) -> list[str]:
    """The names that must be in a plan: not the one that others are merged into, which may be new."""
    names = [
        *rows.names,
        *(join.noun for join in rows.joins),
        *(name for split in rows.splits for name in (split.noun, *split.names)),
    ]
    new = set(rows.names.values()) - set(rows.names)
    return [name for name in dict.fromkeys(names) if name not in new]


def _by_noun(rows: RowMapping, nouns: Mapping[str, str]) -> RowMapping:
    """The mapping with the dictionary's names for the user's; the names that are split off stay as they are printed."""

    def known(name: str) -> str:
        return nouns.get(name, name)

    return RowMapping(
        {known(other): known(noun) for other, noun in rows.names.items()},
        tuple(replace(join, noun=known(join.noun)) for join in rows.joins),
        tuple(replace(split, noun=known(split.noun)) for split in rows.splits),
    )


class _Here:
    """What the plans call things."""

    def __init__(self, plans: Sequence[PlanFacts]) -> None:
        self.nouns: set[str] = set()
        self._printed: set[str] = set()
        for plan in plans:
            self.nouns.update(t.key.noun for t in plan.targets)
            self.nouns.update(s.object for s in plan.subsidies)
            self._printed.update(t.target.indicator for t in plan.targets)

    def prints(self, name: str) -> bool:
        """Whether an indicator is printed with this name in it."""
        return any(name in printed for printed in self._printed)


def write_mapping_file(
    path: Path, comparison: Comparison, rows: RowMapping, inputs: Inputs, words: Words
) -> None:
    """Write the mapping file with the suggestions, and say so."""
    from planlint.report.write import write_file
    from planlint.rulebook.mapping_text import mapping_text

    if any(os.path.realpath(path) == os.path.realpath(p) for p in inputs.paths if p != STDIN):
        raise UsageError("overwrites_input", path=path)
    pieces = mapping_text(comparison.suggestions, rows, words["mapping.head"])
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, pieces)
    except OSError as error:
        raise UsageError("not_written", path=path, why=error.strerror or error) from error
    complain(words.say("compare.wrote_mapping", path=path, count=len(comparison.suggestions)))
