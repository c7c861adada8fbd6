"""Short and unique names for the plans of a comparison: 济源, 江都; two plans of one city are 上海·商业航天发展 and 上海·高端医疗器械."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from planlint.compare.places import place_in_name, place_of
from planlint.compare.topics import topic_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planlint.compare.vocabulary import Vocabulary
    from planlint.model.fact import DocumentData


@dataclass(frozen=True, slots=True)
class Named:
    """What a label is made of."""

    path: str
    sha256: str
    document: DocumentData


def labels_of(plans: Iterable[Named], given: Mapping[str, str], words: Vocabulary) -> dict[str, str]:
    """The label of each path, whatever the order of the plans; `given` are the user's own."""
    ordered = sorted(plans, key=lambda plan: (plan.path, plan.sha256))
    labels = {plan.path: given[plan.path] for plan in ordered if plan.path in given}
    left = [plan for plan in ordered if plan.path not in given]
    for make in (_by_place, _by_topic, _by_topic_and_year):
        wanted = {plan.path: make(plan, words) for plan in left}
        counts = Counter([*wanted.values(), *labels.values()])
        for plan in left:
            if counts[wanted[plan.path]] == 1:
                labels[plan.path] = wanted[plan.path]
        left = [plan for plan in left if plan.path not in labels]
    _number(left, labels, words)
    return labels


def _number(left: list[Named], labels: dict[str, str], words: Vocabulary) -> None:
    used = set(labels.values())
    for plan in left:
        wanted = _by_topic_and_year(plan, words)
        count = 1
        while f"{wanted}#{count}" in used:
            count += 1
        labels[plan.path] = f"{wanted}#{count}"
        used.add(labels[plan.path])


def _by_place(plan: Named, words: Vocabulary) -> str:
    return _place(plan, words) or _by_file(plan)


def _place(plan: Named, words: Vocabulary) -> str | None:
    """What the document says, else the place that its file is named after."""
    said = place_of(plan.document, words).name
    return said or place_in_name(PurePath(plan.path).stem, words)


def _by_file(plan: Named) -> str:
    """A title that names no place is many plans' title (政府工作报告); the file's name was chosen to tell them apart."""
    return PurePath(plan.path).stem


def _by_topic(plan: Named, words: Vocabulary) -> str:
    place = _place(plan, words)
    if place is None:
        return _by_file(plan)
    topic = topic_of(plan.document, place, words) or PurePath(plan.path).stem
    return f"{place}·{topic}"


def _by_topic_and_year(plan: Named, words: Vocabulary) -> str:
    year = year_of(plan.document)
    return f"{_by_topic(plan, words)}·{year}" if year else _by_topic(plan, words)


def year_of(data: DocumentData) -> str | None:
    """The year that a plan begins or was issued in."""
    if data.period is not None:
        return str(data.period.start)
    date = data.signed_on or data.published_on
    return date[:4] if date else None
