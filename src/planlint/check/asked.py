"""Which documents a rule is about: nobody asks a work report for its responsible units."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from planlint.model.fact import Genre
from planlint.rulebook.options import OneOf, Options

if TYPE_CHECKING:
    from planlint.check.context import CheckSettings
    from planlint.model.fact import DocumentData
    from planlint.rulebook.checks import CheckRule

# Options of every kind of check.
OPTIONS = Options(genres=list[OneOf(get_args(Genre))] | None)  # type: ignore[misc]


def asked_of(document: DocumentData, rule: CheckRule, settings: CheckSettings) -> bool:
    """Whether a rule is about documents of this genre.

    A rule that names no genres (`genres:` among its options) is asked of all; a schema that the user names asks for everything.
    """
    genres = rule.options["genres"]
    if genres is None or settings.schema is not None:
        return True
    # a title that asks (……具体包括？) heads a page of questions and answers, whatever plan it names
    return document.genre in genres and not (document.title or "").endswith(("？", "?"))
