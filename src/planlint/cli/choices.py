"""Options that several commands share, and what they mean: `kinds_of(["targets,subsidies"], …)` gives both."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planlint.errors import UsageError
from planlint.rulebook import Rulebook
from planlint.words import LANGUAGES, Words
from planlint.words.catalogue import texts

if TYPE_CHECKING:
    from collections.abc import Sequence


# What a user reads; it is looked up in the command line before typer parses it, see app.language_of.
Language = StrEnum("Language", list(LANGUAGES))  # type: ignore[misc]


class Tracked(StrEnum):
    """Which text of a Word file with tracked changes is read."""

    accepted = "accepted"
    original = "original"


RevisionsOption = Annotated[
    Tracked, typer.Option("--revisions", metavar="accepted|original", help="help.revisions")
]
LangOption = Annotated[
    Language | None,
    typer.Option("--lang", metavar="|".join(LANGUAGES), envvar="PLANLINT_LANG", help="help.lang"),
]
JobsOption = Annotated[str, typer.Option("--jobs", "-j", metavar="N", help="help.jobs")]
RulesOption = Annotated[list[Path] | None, typer.Option("--rules", metavar="DIR", help="help.rules")]


def words_of(context: Any) -> Words:  # noqa: ANN401 - click's context, vendored or not
    """The texts in the language of this call."""
    found: Words = context.find_root().command.words
    return found


def kinds_of(only: Sequence[str] | None, known: Sequence[str], words: Words) -> tuple[str, ...]:
    """The kinds of facts that `--only` names, in the order of the report; all of them without `--only`."""
    if not only:
        return tuple(known)
    given = [part.strip() for item in only for part in re.split("[,，、]", item) if part.strip()]
    names = _names_of(known)
    asked = [names.get(name.casefold(), name) for name in given]
    choices = words.join(known if words.lang == "en" else (f"{kind}（{words[kind]}）" for kind in known))
    for name in asked:
        if name not in known:
            near = words.near(name, names)
            raise UsageError("bad_choice", option="--only", value=name, near=near, choices=choices)
    if not asked:
        raise UsageError("empty_only", choices=choices)
    return tuple(kind for kind in known if kind in asked)


def _names_of(known: Sequence[str]) -> dict[str, str]:
    """The kinds by their names, those of every language and those of the sheets of a workbook: 目标指标 is targets."""
    rows = texts()
    names = {kind: kind for kind in known}
    for kind in known:
        for key in (kind, f"sheet.{kind}"):
            names |= {said.casefold(): kind for said in rows.get(key, {}).values()}
    return names


def rulebook_of(folders: Sequence[Path] | None, words: Words) -> Rulebook:
    """The built-in rules with the user's folders over them, validated before a document is read; what is left out of them is said."""
    from planlint.batch.engine_warnings import hear_warnings

    hear_warnings(words)
    for folder in folders or ():
        if not folder.is_dir():
            raise UsageError("no_rules_folder", path=folder)
        if not any(folder.glob("*/*.yaml")):
            raise UsageError("empty_rules_folder", path=folder)
    if folders:
        from planlint.check.kind_of import options_of
        from planlint.rulebook.validate import require_valid

        require_valid(folders, options_of)
    return Rulebook(tuple(folder.resolve() for folder in folders or ()))


assert tuple(Language) == LANGUAGES
