"""What a column's head says: `2027年目标值（万吨）` gives the kind target, the year 2027, the unit 万吨."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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
_YEAR = re.compile("(?:到|至|其中)?[：:]?((?:19|20)\\d\\d)年?度?(?:底|末|前)*|(?<!\\d)(?:19|20)\\d\\d(?!\\d)")
_PLAN = re.compile(PLAN + "(?:期间|时期|末|期末)?")
_UNIT_ABOVE = re.compile("单\\s*位[:：]\\s*(?P<unit>[^\\s、，,；;（()）]{1,10})\\s*[）)]?\\s*$")
_LONGEST_HEAD = 24
_LONGEST_CAPTION = 60
_FAR = 200
# With a year in it a head of these kinds says when, and the cells hold values.
_DATED = frozenset({"baseline", "target", "task", None})
_TWO_ROLES = re.compile("(?:单位|部门|牵头|责任)[及和与、/](?:牵头|责任|配合|协办|参与|主办)")
_UNITS: frozenset[ColumnKind] = frozenset({"lead", "responsible", "cooperate", "implement"})


def column_of(text: str, span: Span, rules: Rulebook) -> Column:
    """The column that a head opens; its kind is None where the words are not known."""
    bare = "".join(text.split())
    unit = year = None
    for inside in _BRACKET.findall(bare):
        if measure_of(inside.removeprefix("单位：").removeprefix("单位:"), rules) is not None:
            unit = inside.removeprefix("单位：").removeprefix("单位:")
        year = year or _year(inside)
    head = _BRACKET.sub("", bare)
    year = _year(head) or year
    rest = _PLAN.sub("", _YEAR.sub("", head)).strip('：:“”"').removeprefix("年度")
    return Column(_kind(rest, year, rules), bare, span, year, unit, head)


def unit_above(text: str, start: int) -> str | None:
    """What the lines right above the table at `start` say its numbers are in: （单位：万元） is 万元."""
    found = _UNIT_ABOVE.search(text[max(0, start - _LONGEST_CAPTION) : start])
    return found["unit"].strip() if found is not None else None


def caption_above(text: str, start: int) -> Caption | None:
    """The caption of the table at `start`: the short line right above it, if it names a year and is no sentence."""
    near = max(0, start - _FAR)
    end = near + len(text[near:start].rstrip())
    begin = text.rfind("\n", max(0, end - _LONGEST_CAPTION), end) + 1
    words = text[begin:end]
    if not begin or not words.strip() or words.endswith(("。", "；", "，", "：", ":")):
        return None
    year = _year(words)
    return Caption(Span(begin, end), year) if year is not None else None


def is_table_of_facts(columns: Sequence[Column]) -> bool:
    """Whether the heads are those of a table that facts can be read from."""
    kinds = {column.kind for column in columns}
    named = sum(column.kind is not None for column in columns)
    if named < 2 or len({c.head for c in columns}) < 2:
        return False
    what = kinds & {"indicator", "task"}
    return bool(
        (("indicator" in kinds) and (kinds & {"target", "baseline"}))
        or (what and (kinds & (_UNITS | {"deadline"})))
        or ((kinds & {"beneficiary", "category"}) and "amount" in kinds)
        or (what and "target" in kinds and "unit" in kinds)
    )


def resolved(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns with 单位 and a second 指标 understood from what stands beside them."""
    has_values = any(column.kind in ("target", "baseline", "indicator") for column in columns)
    has_units = any(column.kind in _UNITS for column in columns)
    result = []
    for column in columns:
        kind = column.kind
        if kind == "unit" and not has_values:
            kind = None if has_units else "responsible"
        result.append(column._replace(kind=kind))
    last = max((i for i, c in enumerate(result) if c.kind == "indicator"), default=-1)
    for i in range(last):
        if result[i].kind == "indicator":
            # 一级指标, 二级指标: the last one counts, what stands before says what it belongs to
            result[i] = result[i]._replace(kind="category")
    return tuple(result)


def _kind(rest: str, year: str | None, rules: Rulebook) -> ColumnKind | None:
    words = table_words(rules)
    if len(rest) > _LONGEST_HEAD:
        return None
    kind = words.kinds.get(rest)
    if kind is None and rest:
        kind = next((k for ending, k in words.endings if len(ending) > 1 and rest.endswith(ending)), None)
    if kind in _UNITS and _TWO_ROLES.search(rest):
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
