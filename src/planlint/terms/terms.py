"""Clean text, outline and mentions in, a `Terms` out: what a document says once and every finder asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model.terms import Terms
from planlint.terms.clock import plan_clock
from planlint.terms.labelled import find_labelled
from planlint.terms.metadata import find_document_data
from planlint.terms.scope import contradictions, find_scope
from planlint.terms.short_names import find_short_names, place_of

if TYPE_CHECKING:
    from planlint.model.document import CleanText, Outline
    from planlint.model.mention import Mentions
    from planlint.rulebook import Rulebook


def find_terms(clean: CleanText, outline: Outline, mentions: Mentions, rules: Rulebook) -> Terms:
    """What the document says of itself and of all its parts."""
    document, scope = find_document_data(clean, outline, rules), find_scope(clean, rules)
    return Terms(
        document=document, clock=plan_clock(clean, mentions, document), scope=scope, labelled=find_labelled(clean, outline, rules), short_names=tuple(find_short_names(clean, rules)),
        place=place_of(document), cautions=tuple(contradictions(scope, clean)),
    )  # fmt: skip
