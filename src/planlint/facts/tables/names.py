"""What the values of a row are of: its indicator; in a table by place 青溪县 + 充电桩建设, as the head or the caption says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.facts.tables.values import BRACKET
from planlint.rulebook.measures import measure_of
from planlint.text.han import HAN

if TYPE_CHECKING:
    from planlint.reading.placed_tables import PlacedCell, PlacedRow
    from planlint.rulebook import Rulebook

# 附表1, 表3-2, 专栏4, （三）, 2026年, “十五五” before the words of a caption.
_BEFORE = re.compile(
    "\\s*(?:附?[表件]|专栏)\\s*[\\d一二三四五六七八九十]*(?:[—-]\\d+)?[.．、:：]?\\s*|\\s*[（(]?[一二三四五六七八九十]{1,3}[、）)]\\s*"
)
_WHEN = re.compile(
    '(?:到|至)?(?:19|20)\\d\\d年?(?:[—－~-](?:20)?\\d\\d年)?度?|[“"]?十[一二三四五六七八九]五[”"]?(?:时期|期间)?'
)
# The area of the plan itself, of which each row is a part: 云岭市, 全县; no 老旧小区, no 城市.
_AREA = re.compile(
    f"全[省市县区]|各(?:县市区|县区|区县|市县|乡镇|镇街|街镇|地市|市州|[地县市区镇乡])|{HAN}{{2,5}}?(?:省|自治区|(?<![城都超夜集菜门])市|县|自治州)(?={HAN}{{3}})"
)
_YEAR = re.compile("^(?:到|至)?(?:19|20)\\d\\d年?度?")
_GLOSS = re.compile("[（(][^（()）]*[)）]")
_EDGES = '的、：: “”"'
_SHORTEST = 3


def named_by(row: PlacedRow) -> PlacedCell | None:
    """The cell that says what a row's values are of; in a plain table of numbers it is the kind of project, the place or the year."""
    name = row.cell("indicator") or row.cell("task")
    if name is None and row.table.has("quantity"):
        name = row.cell("category", "period")
    return name or row.cell("place")


def is_total_row(name: PlacedCell, rules: Rulebook) -> bool:
    """Whether a row adds up the rows above: 合计."""
    return "".join(name.text.split()) in rules.words("tables")["totals"]


def indicator_of(label: str, row: PlacedRow, name: PlacedCell, cell: PlacedCell, rules: Rulebook) -> str:
    """What a value is of; empty where nobody says.

    It is the row's name with the cell's own label (城区 + 管网监测率), with the head where the table counts several things of a row
    (河道治理工程 + 投资规模), and with the place where a column names places.
    """
    if name.column.kind == "period":
        return label + _head(cell)
    if name.column.kind == "place":
        what = _counted(row, cell, rules)
        return label + bare_name(name, rules) + what if what else ""
    place = row.cell("place")
    scope = bare_name(place, rules) if place is not None else ""
    counted = cell.column.kind == "quantity" and _head(cell) not in rules.words("tables")["counts"]
    return label + scope + bare_name(name, rules) + (_YEAR.sub("", cell.column.name) if counted else "")


def bare_name(name: PlacedCell, rules: Rulebook) -> str:
    """The indicator without its number or the unit in brackets behind it."""
    return _without_unit(re.sub("^\\d{1,2}[.、．]\\s*", "", "".join(name.text.split())), rules)


def caption_words(caption: str, rules: Rulebook) -> str:
    """What a caption says that its table counts: 附表1 云岭市2026年充电桩建设任务分解表 gives 充电桩建设; empty where it says nothing."""
    words = _WHEN.sub("", _GLOSS.sub("", "".join(caption.split())))
    for before in (_BEFORE, _AREA):
        found = before.match(words)
        words = words[found.end() :] if found is not None else words
    bare = _without_ends(words, rules)
    return bare if bare != words and len(bare) >= _SHORTEST else ""


def _without_ends(words: str, rules: Rulebook) -> str:
    """易涝片区整治 of 易涝片区整治计划表."""
    ends = tuple(rules.words("tables")["caption_ends"])
    while words.endswith(ends):
        words = words.removesuffix(next(end for end in ends if words.endswith(end)))
    return words.strip(_EDGES)


def _counted(row: PlacedRow, cell: PlacedCell, rules: Rulebook) -> str:
    """What a value counts in a table whose rows are places: what its head says, else what the caption says."""
    words = rules.words("tables")
    head = _head(cell)
    listed = any(head in heads for heads in words["columns"].values())
    own = "" if listed else _without_ends(head, rules)
    if len(own) >= _SHORTEST:
        return own
    caption = row.table.caption
    what = caption_words(caption.text, rules) if caption is not None else ""
    if cell.column.kind == "quantity" and head not in words["counts"]:
        return what + head
    return what


def _head(cell: PlacedCell) -> str:
    """The head of a cell's column without its year and without what stands in brackets."""
    return cell.column.words.strip(_EDGES)


def _without_unit(words: str, rules: Rulebook) -> str:
    bracket = BRACKET.search(words)
    return (
        words[: bracket.start()]
        if bracket is not None and measure_of(bracket[1], rules) is not None
        else words
    )
