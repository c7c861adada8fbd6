"""Counts how well two readings of plans agree: the program against reviewers, or two reviewers.

A fact is right where its words are (half of them shared) and every compared field is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model.scores import FieldScore, KindScore, Scores
from planlint.review.action import FACTS
from planlint.review.fields import COMPARED
from planlint.review.match import matched, said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.model.fact import Extraction

KINDS = (*FACTS, "numbers")


def scores_of(pairs: Iterable[tuple[Extraction, Extraction]]) -> Scores:
    """The scores of the first reading of each plan against the second."""
    kinds = {kind: KindScore(kind) for kind in KINDS}
    fields = {(kind, name): FieldScore(kind, name) for kind in KINDS for name in COMPARED[kind]}
    plans = 0
    for one, other in pairs:
        plans += 1
        for kind in KINDS:
            found = matched(kind, getattr(one, kind), getattr(other, kind))
            score = kinds[kind]
            score.one += len(found.pairs) + len(found.only_one)
            score.other += len(found.pairs) + len(found.only_other)
            score.placed += len(found.pairs)
            score.right += len(found.equal())
            for name in COMPARED[kind]:
                fields[kind, name].values += [(said(a, name), said(b, name)) for a, b in found.pairs]
    return Scores(plans, kinds, fields)
