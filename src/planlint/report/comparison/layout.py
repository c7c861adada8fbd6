"""A comparison as tables for people, shared by the screen and Markdown: two plans or twenty are a matrix, more a long table."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.report.amounts import percent
from planlint.report.comparison.record import FACETS
from planlint.report.comparison.remarks import cell_text, money_text, reason_of
from planlint.report.rows import flat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from planlint.model.comparison import Comparison, IndicatorRow, SubsidyCell
    from planlint.report.words import Words

MATRIX_PLANS = 20
# A long table on a screen or page ends here; CSV and JSON have all of it.
MOST_ROWS = 200
_MOST_PASSAGES = 3
_QUOTE = 80


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: `fixed` columns stand in front and are repeated where the others do not fit beside them; `wide` may be broken."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    fixed: int = 0
    after: tuple[str, ...] = ()


def grids(comparison: Comparison, by: str | None, words: Words) -> Iterator[Grid]:
    """The tables of one facet, or of all."""
    makers: dict[str, Callable[[Comparison, Words], Iterator[Grid]]] = {
        "indicator": _indicators, "subsidy": _subsidies, "unit": _units, "timeline": _timeline, "text": _text,
    }  # fmt: skip
    for facet in FACETS:
        if by in (None, facet):
            yield from makers[facet](comparison, words)


# ---- indicators ------------------------------------------------------------------------------------------------------
def _indicators(comparison: Comparison, words: Words) -> Iterator[Grid]:
    labels = [plan.label for plan in comparison.plans]
    title = words["by.indicator"]
    if len(labels) > MATRIX_PLANS:
        yield _long_indicators(comparison, words)
        return
    rows = tuple(
        (
            _marked(row),
            _mode(row),
            *("\n".join(cell_text(cell, words) for cell in row.of(label)) for label in labels),
        )
        for row in comparison.indicators
    )
    yield Grid(
        title,
        (words["indicator_name"], words["mode"], *labels),
        rows,
        fixed=2,
        after=tuple(_refusals(comparison.indicators, words)),
    )


def _long_indicators(comparison: Comparison, words: Words) -> Grid:
    """One value a line, the rows of several plans only: thousands of plans have thousands of indicators of their own."""
    shared = [row for row in comparison.indicators if len({cell.plan for cell in row.cells}) > 1]
    rows = [
        (_marked(row), _mode(row), cell.plan, cell_text(cell, words)) for row in shared for cell in row.cells
    ]
    after = list(_refusals([row for row in shared if _in(rows[:MOST_ROWS], row)], words))
    left = len(comparison.indicators) - len(shared)
    if left:
        after.insert(0, words.say("compare.rows_left", n=left))
    heads = tuple(words[head] for head in ("indicator_name", "mode", "plan", "value"))
    return _cut(Grid(words["by.indicator"], heads, tuple(rows), fixed=2, after=tuple(after)), words)


def _in(rows: Sequence[tuple[str, ...]], row: IndicatorRow) -> bool:
    return any(shown[0] == _marked(row) for shown in rows)


def _cut(grid: Grid, words: Words) -> Grid:
    if len(grid.rows) <= MOST_ROWS:
        return grid
    title = words.say("compare.more", text=f"{grid.title} {MOST_ROWS}/{len(grid.rows)}")
    return Grid(title, grid.heads, grid.rows[:MOST_ROWS], grid.fixed, grid.after)


def is_refused(row: IndicatorRow) -> bool:
    """Whether several plans have a value and no two of them may be compared."""
    if row.comparable or any(band.comparable for band in row.bands):
        return False
    return any(reason.code not in ("one-valued", "none-valued") for reason in row.reasons)


def _marked(row: IndicatorRow) -> str:
    return f"≠ {row.name}" if is_refused(row) else row.name


def _mode(row: IndicatorRow) -> str:
    """The mode that all values share, else that of the fullest band; the cells of others name their own."""
    return row.key.mode or (row.bands[0].mode if row.bands else None) or ""


def _refusals(rows: Sequence[IndicatorRow], words: Words) -> Iterator[str]:
    yield words["compare.legend"]
    refused = [row for row in rows if is_refused(row)]
    if refused:
        yield words["compare.mark"]
    for row in refused:
        yield f"≠ {row.name}·{_mode(row) or '—'}：{reason_of(row, words)}"


# ---- subsidies -------------------------------------------------------------------------------------------------------
def _subsidies(comparison: Comparison, words: Words) -> Iterator[Grid]:
    labels = [plan.label for plan in comparison.plans]
    if len(labels) > MATRIX_PLANS:
        heads = tuple(words[head] for head in ("object", "rank_level", "plan", "amount"))
        rows = tuple(
            (flat(row.object), step_name(cell, words), cell.plan, _money(cell, words))
            for row in comparison.subsidies
            for cell in row.cells
        )
        yield _cut(Grid(words["by.subsidy"], heads, rows, fixed=2), words)
        return
    paying = [label for label in labels if any(row_has(row.cells, label) for row in comparison.subsidies)]
    ladder = []
    for row in comparison.subsidies:
        steps: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for cell in row.cells:
            steps[step_name(cell, words)][cell.plan].append(_money(cell, words))
        for name, cells in steps.items():
            ladder.append((flat(row.object), name, *("\n".join(cells[label]) for label in paying)))
    yield Grid(words["by.subsidy"], (words["object"], words["rank_level"], *paying), tuple(ladder), fixed=2)


def row_has(cells: Sequence[SubsidyCell], label: str) -> bool:
    """Whether the plan has a step."""
    return any(cell.plan == label for cell in cells)


def step_name(cell: SubsidyCell, words: Words) -> str:
    """The step of the ladder. Another government's money stands on a line of its own, in no municipal step."""
    level = cell.level or words["no_level"]
    if cell.own:
        return level
    if cell.payer is None:
        return f"{level} {words['upper_money_unknown']}"
    return f"{level} {words.say('upper_money', payer=cell.payer)}"


def _money(cell: SubsidyCell, words: Words) -> str:
    verb = f"{cell.verb} " if cell.verb else ""
    terms = f"（{'；'.join(flat(term.quote) for term in cell.terms)}）" if cell.terms else ""
    return f"{verb}{money_text(cell, words)}{terms} L{cell.evidence.line}"


# ---- units -----------------------------------------------------------------------------------------------------------
def _units(comparison: Comparison, words: Words) -> Iterator[Grid]:
    labels = [plan.label for plan in comparison.plans]
    after = tuple(
        words.say("compare.tasks_line", plan=item.plan, tasks=item.tasks, open=len(item.without))
        for item in comparison.workloads[:MATRIX_PLANS]
    )
    roles = ("lead", "responsible", "cooperate", "implement")

    def load(cell: object) -> str:
        counts = ((role, getattr(cell, role)) for role in roles)
        return " ".join(words.say(f"role.{role}", n=count) for role, count in counts if count)

    if len(labels) > MATRIX_PLANS:
        heads = (words["department"], words["compare.plans"], words["all_tasks"])
        rows = tuple(
            (row.canonical, str(len(row.cells)), str(sum(len(cell.tasks) for cell in row.cells)))
            for row in comparison.units
        )
        yield _cut(Grid(words["by.unit"], heads, rows, fixed=1, after=after), words)
        return
    matrix = []
    for row in comparison.units:
        cells = {cell.plan: load(cell) for cell in row.cells}
        matrix.append((flat(row.canonical), *(cells.get(label, "") for label in labels)))
    yield Grid(words["by.unit"], (words["department"], *labels), tuple(matrix), fixed=1, after=after)


# ---- time and text ---------------------------------------------------------------------------------------------------
def _timeline(comparison: Comparison, words: Words) -> Iterator[Grid]:
    heads = tuple(words[head] for head in ("event_date", "plan", "event", "what"))
    rows = tuple(
        (event.date, event.plan, words.get(event.kind), f"{flat(event.what)} L{event.evidence.line}")
        for event in comparison.timeline
    )
    periods = tuple(
        words.say("compare.period", plan=plan.label, start=plan.period.start, end=plan.period.end)
        for plan in comparison.plans
        if plan.period is not None
    )
    after = (f"{words['period']}：{words.join(periods)}",) if periods and len(periods) <= MATRIX_PLANS else ()
    yield _cut(Grid(words["by.timeline"], heads, rows, fixed=3, after=after), words)


def _text(comparison: Comparison, words: Words) -> Iterator[Grid]:
    labels = [plan.label for plan in comparison.plans]
    themes: list[tuple[str, ...]] = []
    for row in comparison.text.themes:
        counts: dict[str, int] = defaultdict(int)
        for place in row.places:
            counts[place.plan] += 1
        if len(labels) > MATRIX_PLANS:
            themes.append((row.theme, str(len(counts)), str(len(row.missing))))
        else:
            themes.append((row.theme, *(str(counts[label] or "") for label in labels)))
    columns = labels if len(labels) <= MATRIX_PLANS else [words["treated"], words["missing_in"]]
    yield Grid(words["compare.themes"], (words["theme"], *columns), tuple(themes), fixed=1)
    if comparison.text.unique and len(labels) <= MATRIX_PLANS:
        shares = tuple((label, percent(share)) for label, share in comparison.text.unique)
        yield Grid(words["compare.unique"], (words["plan"], words["unique_share"]), shares, fixed=1)
    yield _pairs(comparison, words)


def _pairs(comparison: Comparison, words: Words) -> Grid:
    rows = []
    for pair in comparison.text.pairs:
        longest = sorted(pair.passages, key=lambda p: (-p.characters, p.first_evidence.span))[:_MOST_PASSAGES]
        said = "\n".join(
            f"L{p.first_evidence.line}/L{p.second_evidence.line} {_short(p.first_evidence.quote)}"
            for p in longest
        )
        shares = f"{percent(pair.share_of_first)} / {percent(pair.share_of_second)}"
        rows.append((pair.first, pair.second, str(pair.shared_characters), shares, said))
    left = comparison.text.pairs_left_out
    heads = (
        words["first"], words["second"], words["shared_characters"],
        f"{words['share_of_first']} / {words['share_of_second']}", words["quote"],
    )  # fmt: skip
    after = (words.say("compare.pairs_left", n=left),) if left else ()
    return _cut(Grid(words["compare.pairs"], heads, tuple(rows), fixed=2, after=after), words)


def _short(quote: str) -> str:
    text = flat(quote)
    return text if len(text) <= _QUOTE else f"{text[: _QUOTE - 1]}…"
