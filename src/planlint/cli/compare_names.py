"""Names that the user gives: labels of files (`--label a.txt=济源`) and nouns that are one (`--mapping names.yaml`)."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from planlint.cli.inputs import STDIN
from planlint.cli.streams import complain
from planlint.errors import RulebookError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from planlint.cli.inputs import Inputs
    from planlint.model.comparison import Comparison
    from planlint.model.plan_facts import PlanFacts
    from planlint.report.words import Words
    from planlint.rulebook import Rulebook


def labels_given(options: Iterable[str], paths: Sequence[str], words: Words) -> dict[str, str]:
    """The user's label of each path; a file may be named by its path, its name or its stem. `@labels.txt` holds one a line."""
    labels: dict[str, str] = {}
    owners: dict[str, str] = {}
    for option in _spelled_out(options, words):
        name, _, label = (part.strip() for part in option.rpartition("="))
        if not name or not label:
            raise UsageError(words.say("compare.bad_label", value=option))
        path = _path_called(name, paths)
        if path is None:
            near = words.near(name, [PurePath(path).name for path in paths])
            raise UsageError(words.say("compare.label_unknown", value=option, name=name, near=near))
        if owners.setdefault(label, path) != path:
            raise UsageError(
                words.say("compare.label_twice", label=label, paths=words.join((owners[label], path)))
            )
        labels[path] = label
    return labels


def _spelled_out(options: Iterable[str], words: Words) -> Iterator[str]:
    """Each label; those of a file in its order, blank lines and remarks (#) left out."""
    for option in options:
        if not option.startswith("@"):
            yield option
            continue
        try:
            lines = Path(option[1:]).read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or error
            raise UsageError(words.say("no_list", path=option[1:], why=why)) from error
        yield from (line.replace("\t", "=", 1) for line in lines if line.strip() and not line.startswith("#"))


def _path_called(name: str, paths: Sequence[str]) -> str | None:
    for same in (str, lambda path: PurePath(path).name, lambda path: PurePath(path).stem):
        found = [path for path in paths if same(path) == name]
        if len(found) == 1:
            return found[0]
    return None


def names_given(
    path: Path | None, plans: Sequence[PlanFacts], rulebook: Rulebook, words: Words
) -> dict[str, str]:
    """The merged nouns of a mapping file, by the nouns that planlint knows them as.

    A name that is in no plan is an error where it looks like one that is (a slip), and a remark where it does not: one mapping may
    serve several sets of plans.
    """
    if path is None:
        return {}
    if not path.is_file():
        raise UsageError(words.say("compare.no_mapping", path=path))
    from planlint.compare.vocabulary import vocabulary
    from planlint.rulebook.mapping import read_mapping

    nouns = vocabulary(rulebook).nouns
    mapping = read_mapping(path)
    here = {t.key.noun for plan in plans for t in plan.targets} | {
        s.object for plan in plans for s in plan.subsidies
    }
    slips = []
    for other in mapping.names:
        if nouns.get(other, other) in here or other in nouns:
            continue
        near = words.near(other, here)
        said = words.say("compare.unknown_name", path=path, line=mapping.lines[other], name=other, near=near)
        if near:
            slips.append(said)
        else:
            complain(said)
    if slips:
        raise RulebookError(slips)
    return {nouns.get(other, other): nouns.get(noun, noun) for other, noun in mapping.names.items()}


def write_names(
    path: Path, comparison: Comparison, accepted: Mapping[str, str], inputs: Inputs, words: Words
) -> None:
    """Write the mapping file with the suggestions, and say so."""
    from planlint.report.write import write_file
    from planlint.rulebook.mapping import mapping_text

    if any(os.path.realpath(path) == os.path.realpath(p) for p in inputs.paths if p != STDIN):
        raise UsageError(words.say("overwrites_input", path=path))
    pieces = mapping_text(comparison.suggestions, dict(accepted), words["mapping.head"])
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, pieces)
    except OSError as error:
        raise UsageError(words.say("not_written", path=path, why=error.strerror or error)) from error
    complain(words.say("compare.wrote_mapping", path=path, count=len(comparison.suggestions)))
