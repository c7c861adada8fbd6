"""What a page says of its document: 索引号, 文号, 成文日期 … from its information table, its header lines and its meta tags."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.read.html.flow import cells, is_layout, lines
from planlint.rulebook import Rulebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planlint.read.html.tree import Element

_LEAST_LABELS = 2
_LONGEST_VALUE = 90
_CELLS = re.compile("\t|[ \xa0\u3000]{2,}")
_PAIR = re.compile(
    "(?:^|(?<=[\\s\xa0|【\\[（(]))([一-鿿](?:[ \xa0\u3000]*[一-鿿]){1,7})[ \xa0\u3000]*[:：][ \xa0\u3000|]*"
)
_FILLING = " \xa0\u3000|【】[]:："


@lru_cache(maxsize=1)
def _labels() -> frozenset[str]:
    return frozenset(Rulebook().words("page_data")["labels"])


@lru_cache(maxsize=1)
def _meta() -> dict[str, list[str]]:
    meta: dict[str, list[str]] = Rulebook().words("page_data")["meta"]
    return meta


def is_information(table: Element) -> bool:
    """Whether a table holds the document's data and none of its text."""
    if is_layout(table):
        return False
    first = [cell.text for cell in cells(table)[:16]]
    named = sum(_label(text) is not None for text in first)
    return named >= _LEAST_LABELS and named * 4 >= len(first)


def pairs(element: Element) -> dict[str, str]:
    """The labelled data that an element shows, as cells side by side, as lines, or as 文号：云政发〔2025〕3号."""
    return pairs_of_lines(lines(element))


def pairs_of_lines(shown: Iterable[str]) -> dict[str, str]:
    """The labelled data of lines; a label at the end of one has its value in the next."""
    found: dict[str, str] = {}
    waiting: str | None = None
    for line in shown:
        for cell in filter(None, (part.strip(" \xa0\u3000") for part in _CELLS.split(line))):
            label = _label(cell)
            if label is not None:
                waiting = label
            elif waiting is not None:
                found.setdefault(waiting, cell)
                waiting = None
            else:
                waiting = _inline(cell, found)
    return {label: value for label, value in found.items() if len(value) <= _LONGEST_VALUE}


def only_pairs(line: str) -> bool:
    """Whether a line says nothing but labelled data: 发布时间：2024-03-02 来源：市府办."""
    match = _PAIR.match(line)
    return match is not None and _label(match[1]) is not None and len(line) <= 120 and "。" not in line


def _label(cell: str) -> str | None:
    bare = re.sub("\\s", "", cell).strip(_FILLING)
    return bare if bare in _labels() else None


def _inline(cell: str, found: dict[str, str]) -> str | None:
    """The pairs inside one cell; what comes back is a label whose value stands in the next cell."""
    matches = list(_PAIR.finditer(cell))
    waiting = None
    for match, after in zip(matches, [*matches[1:], None], strict=False):
        label = re.sub("\\s", "", match[1])
        if label not in _labels():
            continue
        value = cell[match.end() : after.start() if after else len(cell)].strip(_FILLING)
        if value:
            found.setdefault(label, value)
        elif after is None:
            waiting = label
    return waiting


def label_lines(shown: Iterable[Mapping[str, str]], meta: Mapping[str, str]) -> list[str]:
    """One line a datum, `发文字号：云政发〔2025〕3号`; a meta tag speaks only where the page itself does not."""
    found: dict[str, str] = {}
    for given in shown:
        for label, value in given.items():
            found.setdefault(label, value)
    for name, (label, *same) in _meta().items():
        value = " ".join(meta.get(name, "").split())
        if value and len(value) <= _LONGEST_VALUE and found.keys().isdisjoint((label, *same)):
            found[label] = value
    return [f"{label}：{value}" for label, value in found.items()]
