"""What a column's head says: `2027年目标值（万吨）` gives the kind target, the year 2027, the unit 万吨."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from planlint.model.span import Span
from planlint.model.table import Caption, Column
from planlint.rulebook.measures import measure_of
from planlint.tables.vocabulary import table_words
from planlint.text.dates import PLAN, five_year_plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model.table import ColumnKind
    from planlint.rulebook import Rulebook

_BRACKET = re.compile("[（(〔\\[【]([^（()）〔〕\\[\\]【】]*)[)）〕\\]】]")
_YEAR = re.compile(
    "(?:到|至|其中)?[：:]?((?:19|20)\\d\\d)年?度?(?:[上下]半年|第?[一二三四]季度)?(?:底|末|前)*|(?<!\\d)(?:19|20)\\d\\d(?!\\d)"
)
_PLAN = re.compile(PLAN + "(?:期间|时期|末|期末)?")
_UNIT_ABOVE = re.compile("单\\s*位[:：]\\s*(?P<unit>[^\\s、，,；;（()）]{1,10})\\s*[）)]?\\s*$")
# A numbered heading or a caption is no head, whatever it ends in: 一、主要任务, 附表1 主要指标.
_HEADING = re.compile(
    "[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,2}[.．、]|第[一二三四五六七八九十\\d]+[章节条部]|附[件表录]|专栏|表\\d"
)
_LONGEST_HEAD = 24
_LONGEST_CAPTION = 60
# The year of an edition is no year by which: 监测指标体系（2023年版）.
_EDITION = re.compile("年(?:修订)?版")
_FAR = 200
_EDGES = " \t\r\n\u3000\xa0|"
_UNIT_LINE = re.compile("\n[ \t\u3000]*[（(]?单\\s*位[:：][^\n]{1,16}")
# With a year in it a head of these kinds says when, and the cells hold values.
_DATED = frozenset({"baseline", "target", "task", None})
_TWO_ROLES = re.compile("[及和与、/](?:牵头|责任|配合|协办|参与|主办)")
UNIT_KINDS: frozenset[ColumnKind] = frozenset({"lead", "responsible", "cooperate", "implement"})


def column_of(text: str, span: Span, rules: Rulebook) -> Column:
    """The column that a head opens; its kind is None where the words are not known."""
    bare = "".join(text.split())
    said = _said(bare, rules) if len(bare) <= _LONGEST_HEAD + _LONGEST_CAPTION else _NOTHING
    return Column(said.kind, bare, span, said.year, said.unit, said.name or bare, said.words)


@lru_cache(maxsize=16_384)
def is_listed(text: str, rules: Rulebook) -> bool:
    """Whether a list holds a head as it is, its year and unit aside: 完成时限, “十四五”规划目标."""
    head = _BRACKET.sub("", "".join(text.split()))
    return _PLAN.sub("", _YEAR.sub("", head)).strip('：:“”"') in table_words(rules).kinds


class _Said(NamedTuple):
    """What the words of a head say."""

    kind: ColumnKind | None
    year: str | None
    unit: str | None
    name: str
    words: str


_NOTHING = _Said(None, None, None, "", "")


@lru_cache(maxsize=16_384)
def _said(bare: str, rules: Rulebook) -> _Said:
    """What a head without blanks says; the same words come again and again."""
    unit = year = None
    words = table_words(rules)
    past = False
    for inside in _BRACKET.findall(bare):
        measure = inside.removeprefix("单位").lstrip("：:")
        if measure_of(measure, rules) is not None:
            unit = measure
        year = year or _year(inside)
        past = past or words.kinds.get(inside) == "baseline"
    head = _BRACKET.sub("", bare)
    year = _year(head) or year
    rest = _PLAN.sub("", _YEAR.sub("", head)).strip('：:“”"')
    rest = rest.removeprefix("年度") if year is not None else rest
    kind = _kind(rest, year, rules)
    return _Said("baseline" if past and kind == "target" else kind, year, unit, head, rest)


def unit_above(text: str, start: int) -> str | None:
    """What the lines right above the table at `start` say its numbers are in: （单位：万元） is 万元."""
    found = _UNIT_ABOVE.search(text[max(0, start - _LONGEST_CAPTION) : start])
    return found["unit"].strip() if found is not None else None


def caption_above(text: str, start: int) -> Caption | None:
    """The caption of the table at `start`: the short line right above it that is no sentence, （单位：万元） between them aside."""
    near = max(0, start - _FAR)
    end = near + len(text[near:start].rstrip(_EDGES))
    unit = _UNIT_LINE.search(text, near, end)
    if unit is not None and unit.end() == end:
        end = near + len(text[near : unit.start()].rstrip(_EDGES))
    begin = text.rfind("\n", max(0, end - _LONGEST_CAPTION), end) + 1
    words = text[begin:end]
    if not begin or not words.strip() or words.endswith(("。", "；", "，", "：", ":")):
        return None
    begin += len(words) - len(words.lstrip())
    return Caption(Span(begin, end), words.strip(), _year(words) if _EDITION.search(words) is None else None)


def is_table_of_facts(columns: Sequence[Column]) -> bool:
    """Whether the heads are those of a table that facts can be read from."""
    kinds = {column.kind for column in columns}
    named = sum(column.kind is not None for column in columns)
    if named < 2 or len({c.head for c in columns}) < 2:
        return False
    what = kinds & {"indicator", "task"}
    quantities = sum(column.kind == "quantity" for column in columns)
    return bool(
        ("indicator" in kinds and kinds & {"target", "baseline", "standard"})
        or (what and (kinds & UNIT_KINDS or kinds & {"deadline", "points"}))
        or (kinds & {"beneficiary", "category"} and "amount" in kinds)
        or ((what or "category" in kinds) and "target" in kinds and "unit" in kinds)
        or (kinds & {"indicator", "task", "category"} and quantities > 1)
        or ("period" in kinds and quantities)
        or ("place" in kinds and ("target" in kinds or quantities > 1))
    )


def may_become_one(columns: Sequence[Column], *, most: int | None = None) -> bool:
    """Whether the cells may still tell that it is one: 序号 | 事项 | (no head) over names of units.

    `most` is how many heads may be unknown; without it two, beside one that belongs to such a table.
    """
    kinds = {column.kind for column in columns}
    if columns and columns[0].kind == "period":
        return len(columns) > 1
    if "place" in kinds and any(column.year is not None or column.unit is not None for column in columns):
        return True
    if most is not None and {"task", "target"} <= kinds:
        return True
    sure = most is not None or bool(kinds & {"number", "deadline"} or kinds & UNIT_KINDS)
    unknown = sum(column.kind is None for column in columns)
    return bool(kinds & {"task", "indicator"}) and sure and 0 < unknown <= (most or 2) and len(columns) > 2


def resolved(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns with 单位 and a second 指标 understood from what stands beside them."""
    has_values = any(column.kind in ("target", "baseline", "indicator", "quantity") for column in columns)
    has_units = any(column.kind in UNIT_KINDS for column in columns)
    # 区域 | 指标 | 2027年目标: the place is a part of each indicator, as a category is
    by_place = not any(column.kind in ("indicator", "task", "beneficiary", "amount") for column in columns)
    result = []
    for column in columns:
        kind = column.kind
        if kind == "place" and not by_place:
            kind = "category"
        if kind == "unit" and not has_values:
            kind = None if has_units else "responsible"
        result.append(column._replace(kind=kind))
    if has_values and not any(c.kind in ("indicator", "task") for c in result):
        # 项目类别 | 单位 | 目标: the values are of what the last category says
        named = max((i for i, c in enumerate(result) if c.kind == "category"), default=None)
        if named is not None and not any(c.kind in ("amount", "quantity") for c in result):
            result[named] = result[named]._replace(kind="indicator")
    last = max((i for i, c in enumerate(result) if c.kind == "indicator"), default=-1)
    for i in range(last):
        if result[i].kind == "indicator":
            # 一级指标, 二级指标: the last one counts, what stands before says what it belongs to
            result[i] = result[i]._replace(kind="category")
    return tuple(result)


def _kind(rest: str, year: str | None, rules: Rulebook) -> ColumnKind | None:
    words = table_words(rules)
    if len(rest) > _LONGEST_HEAD or _HEADING.match(rest) is not None:
        return None
    kind = words.kinds.get(rest)
    if kind is None and len(rest) > 1:
        kind = words.units.role(rest) or next(
            (r.kind for r in words.by_content.get(rest[-1], ()) if r.fits(rest)), None
        )
    if kind in UNIT_KINDS and _TWO_ROLES.search(rest):
        return "responsible"  # 牵头单位及配合单位: who is which, the column does not say
    if year is not None and kind in _DATED and not (kind is None and rest):
        return "baseline" if kind == "baseline" else "target"
    return kind


def _year(text: str) -> str | None:
    years = re.findall("(?:19|20)\\d\\d", text)
    if years:
        return str(max(years))
    plan = _PLAN.search(text)
    return str(five_year_plan(plan["ordinal"])[1]) if plan is not None else None
