"""Facts as rows that a person reads, shared by the screen and Markdown: `12 | 高新技术企业 | ≥ 40 家 | 2025`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planlint.report.amounts import amount, percent, span_of_amounts
from planlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint.report.record import Report
    from planlint.report.words import Words

Row = tuple[str, ...]

_SIGNS = {">=": "≥ ", "<=": "≤ ", ">": "> ", "<": "< ", "~": "≈ ", "=": ""}
# So many places of one kind are named on the screen; JSON has them all.
_FEW = 3
_SHOWN = ("title", "issuer", "document_number", "signed_on", "published_on", "kind", "period", "division")


def document_rows(report: Report, words: Words) -> Iterator[Row]:
    """What the plan says of itself, name and value; what it does not say is left out."""
    data = report["document"]
    for name in _SHOWN:
        value = data.get(name)
        if isinstance(value, dict):
            value = f"{value['start']}—{value['end']}"
        if value:
            yield words[name], flat(str(value))


def warning_rows(report: Report, words: Words) -> Iterator[str]:
    """What could not be read: a sentence for each kind of caution, with the first few places."""
    kinds: dict[str, list[Report]] = {}
    for caution in report["warnings"]:
        kinds.setdefault(caution["code"], []).append(caution)
    for code, cautions in kinds.items():
        shown = [_place_of(caution, words) for caution in cautions[:_FEW]]
        more = words["warning.more"] if len(cautions) > _FEW else ""
        yield words.say(f"warning.{code}", n=len(cautions), places=words.join(shown) + more)


def _place_of(caution: Report, words: Words) -> str:
    """`第12行“分工”（按责任单位提取）`: where a caution is, and what a column without a known head was taken for."""
    line, text, kind = caution["span"]["line"], flat(caution["quote"]), caution.get("taken_for")
    if kind is None:
        return words.say("warning.place", line=line, text=text)
    return words.say("warning.taken", line=line, text=text, kind=words[f"column.{kind}"])


def cell_of(fact: Report, words: Words) -> str | None:
    """`表2第5行“完成时限”`: the cell that a fact came from; None for one that stands in a sentence."""
    place = fact.get("in_table")
    return words.say("table_cell", **place) if place else None


def section_rows(report: Report, words: Words) -> Iterator[Row]:  # noqa: ARG001 - every kind's rows are asked for alike
    """Line, label and heading, indented by level."""
    for section in report["sections"]:
        yield _line(section), f"{'　' * (section['level'] - 1)}{section['label']} {flat(section['heading'])}"


def target_rows(report: Report, words: Words) -> Iterator[Row]:
    """Line, indicator, value with comparator, unit and the value at the start, deadline; a soft target has a star."""
    for target in report["targets"]:
        number = (
            "__" if target["placeholder"] else span_of_amounts(target["value"], target["value_max"], words)
        )
        blank = "" if words.lang == "zh" else " "
        value = f"{_SIGNS[target['comparator']]}{number}{blank}{target['unit'] or ''}".rstrip()
        if target["hedge"]:
            value += f" {target['hedge']}"
        if target["baseline"] is not None:
            value += f" ({target['baseline_year'] or words['baseline']}: {amount(target['baseline'], words)})"
        nature = words[target["attribute"]] if target["attribute"] else None
        when = " ".join(filter(None, (words.recurring(target["recurrence"]), target["deadline"], nature)))
        yield _line(target), flat(target["indicator"]) + ("*" if target["aspirational"] else ""), value, when


def milestone_rows(report: Report, words: Words) -> Iterator[Row]:  # noqa: ARG001
    """Line, date, words."""
    for milestone in report["milestones"]:
        yield _line(milestone), milestone["deadline"], flat(milestone["quote"])


def subsidy_rows(report: Report, words: Words) -> Iterator[Row]:
    """Line, beneficiary, sum, rate, cap, per."""
    for subsidy in report["subsidies"]:
        if subsidy["amount"] is None:
            money = span_of_amounts(subsidy["amount_min"], subsidy["amount_max"], words)
        else:
            money = amount(subsidy["amount"], words)
        who = flat(subsidy["beneficiary"] or "") or flat(subsidy["quote"])
        yield (
            _line(subsidy),
            who,
            money,
            percent(subsidy["rate"]),
            amount(subsidy["cap"], words),
            subsidy["per"] or "",
        )


def task_rows(report: Report, words: Words) -> Iterator[Row]:
    """One row a task: its label path and heading or, from a table, what its row says; and the units by role."""
    tasks: dict[str, dict[str, list[str]]] = {}
    name_of = task_names(report, words)
    for item in report["responsibilities"]:
        units = tasks.setdefault(name_of(item), {}).setdefault(item["role"], [])
        if item["unit"] not in units:
            units.append(item["unit"])
    for name, roles in tasks.items():
        lines = [
            words.say("with_roles", role=words.get(role), units=words.join(units))
            for role, units in roles.items()
        ]
        yield name, "\n".join(lines)


def task_names(report: Report, words: Words) -> Callable[[Report], str]:
    """A function that gives a responsibility's task: `二、(一) 建设载体`, or `二、 新建泵站3座` from the row of a table."""
    headings = {section["path"]: section["heading"] for section in report["sections"]}

    def name_of(item: Report) -> str:
        path = item["section"] or ""
        what = "：".join(filter(None, (item["task"], item["measure"]))) or headings.get(path, "")
        return f"{path.replace('|', '')} {flat(what)}".strip() or words["whole"]

    return name_of


def citation_rows(report: Report, words: Words) -> Iterator[Row]:  # noqa: ARG001
    """Line, title, document number."""
    for citation in report["citations"]:
        yield _line(citation), flat(citation["title"] or ""), citation["document_number"] or ""


def ledger_rows(report: Report, words: Words) -> Iterator[Row]:
    """Role and how many numbers have it, most first."""
    for role, count in Counter(n["role"] for n in report["numbers"]).most_common():
        yield words.get(role), str(count)


def unknown_numbers(report: Report) -> list[str]:
    """The numbers that no rule could place: `12:8 3.5`."""
    unknown = [n for n in report["numbers"] if n["role"] == "unknown"]
    return [f"{n['span']['line']}:{n['span']['column']} {flat(n['quote'])}" for n in unknown]


def _line(fact: Report) -> str:
    return str(fact["span"]["line"])


def flat(text: str) -> str:
    """The text in one line, and nothing in it that would steer a terminal."""
    line = visible(" ".join(text.split()))
    return line if line.isprintable() else "".join(ch if ch.isprintable() else "\ufffd" for ch in line)
