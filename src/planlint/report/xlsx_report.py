"""Extracted facts as an Excel workbook: 文件, 目标指标, 任务分工, 惠企事项, 补贴阶梯, 数字台账, each row with its quote and place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.report.amounts import amount, percent, span_of_amounts
from planlint.report.workbook import Cell, Table, workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.report.record import Report
    from planlint.report.render import Look
    from planlint.report.words import Words

_PLACE = ("quote", "line", "start", "end", "rule")
_TIERS = ("国家", "省", "市", "区县")


def as_xlsx(reports: Iterable[Report], look: Look) -> Iterator[bytes]:
    """The whole file, as one piece; all documents in one workbook, the kinds of facts that were asked for."""
    found = list(reports)
    yield workbook(_tables(found, look), look.words)


def _tables(reports: Sequence[Report], look: Look) -> Iterator[Table]:
    words, kinds = look.words, look.kinds
    # where the rows of each document begin in the ledger, to lead from a fact to its number
    ledger: dict[tuple[str, str], int] = {}
    at = 0
    for report in reports:
        for record in report["numbers"]:
            at += 1
            if record["fact"] is not None:
                ledger.setdefault((report["source"]["path"], record["fact"]), at)
    links = ledger if "numbers" in kinds else {}
    yield _files(reports, words)
    if "targets" in kinds:
        yield _targets(reports, words, links)
    if "responsibilities" in kinds:
        yield _duties(reports, words)
    if "subsidies" in kinds:
        yield _benefits(reports, words, links)
        yield _ladder(reports, words)
    for kind in ("milestones", "citations"):
        if kind in kinds:
            yield _plain(kind, reports, words)
    if "numbers" in kinds:
        yield _ledger(reports, words)


def _heads(words: Words, *names: str) -> list[str]:
    return [words[name] for name in names]


def _place(fact: dict[str, Any]) -> list[Any]:
    span = fact["span"]
    return [fact["quote"], span["line"], span["start"], span["end"], fact["rule"]]


def _linked(
    report: Report, fact: dict[str, Any], links: dict[tuple[str, str], int], words: Words
) -> Cell | str:
    row = links.get((report["source"]["path"], fact["id"]))
    return Cell(fact["id"], None, (words["sheet.numbers"], row)) if row is not None else str(fact["id"])


def _files(reports: Sequence[Report], words: Words) -> Table:
    names = ("path", "division", "division_code", "title", "kind", "document_number", "issuer", "signed_on", "published_on", "period",
             "grounds", "sha256", "characters")  # fmt: skip

    def rows() -> Iterator[list[Any]]:
        for report in reports:
            data, source = report["document"], report["source"]
            period = data["period"]
            based = [c["title"] or c["document_number"] for c in report["citations"]]
            yield [
                source["path"], data["division"], data["division_code"], data["title"], data["kind"], data["document_number"],
                data["issuer"], data["signed_on"], data["published_on"],
                f"{period['start']}—{period['end']}" if period else None, based, source["sha256"], source["characters"],
            ]  # fmt: skip

    return Table(words["sheet.files"], _heads(words, *names), rows())


def _targets(reports: Sequence[Report], words: Words, links: dict[tuple[str, str], int]) -> Table:
    names = ("path", "id", "section", "indicator", "mode", "comparator", "value", "value_max", "unit", "deadline", "recurrence",
             "aspirational", "placeholder", "hedge", "baseline", "baseline_year", "attribute", *_PLACE)  # fmt: skip

    def rows() -> Iterator[list[Any]]:
        for report in reports:
            for t in report["targets"]:
                yield [
                    report["source"]["path"], _linked(report, t, links, words), t["section"], t["indicator"], t["mode"], t["comparator"],
                    t["value"], t["value_max"], t["unit"], t["deadline"], words.recurring(t["recurrence"]) or None, t["aspirational"],
                    t["placeholder"], t["hedge"], t["baseline"], t["baseline_year"], words.get(t["attribute"] or ""), *_place(t),
                ]  # fmt: skip

    return Table(words["sheet.targets"], _heads(words, *names), rows(), fixed=4)


def _duties(reports: Sequence[Report], words: Words) -> Table:
    """One row a task: who leads, who answers and who helps, and the targets and dates that stand in the task.

    The row of a table is a task; elsewhere a section is one.
    """
    names = ("path", "number", "section", "heading", "task", "lead", "responsible", "cooperate", "implement", "deadline", "targets", "quote", "line",
             "start", "end")  # fmt: skip

    def rows() -> Iterator[list[Any]]:
        for report in reports:
            headings = {s["path"]: s["heading"] for s in report["sections"]}
            tasks: dict[tuple[str | None, str | None], list[dict[str, Any]]] = {}
            for duty in report["responsibilities"]:
                tasks.setdefault((duty["section"], duty["task"]), []).append(duty)
            for number, ((section, task), duties) in enumerate(tasks.items(), 1):
                by_role = {
                    role: [d["unit"] for d in duties if d["role"] == role]
                    for role in ("lead", "responsible", "cooperate", "implement")
                }
                inside = [
                    t
                    for t in report["targets"]
                    if t["section"] == section and (task is None or t["quote"] in task)
                ]
                dated = [*inside, *report["milestones"]] if task is None else duties
                dates = sorted({f["deadline"] for f in dated if f["section"] == section and f["deadline"]})
                first, last = duties[0]["span"], duties[-1]["span"]
                yield [
                    report["source"]["path"], number, section, headings.get(section or ""), task, *by_role.values(), dates,
                    [t["quote"] for t in inside], "、".join(d["quote"] for d in duties), first["line"], first["start"], last["end"],
                ]  # fmt: skip

    return Table(words["sheet.responsibilities"], _heads(words, *names), rows(), fixed=4)


def _benefits(reports: Sequence[Report], words: Words, links: dict[tuple[str, str], int]) -> Table:
    names = ("path", "id", "section", "kind", "beneficiary", "conditions", "amount", "amount_min", "amount_max", "rate", "cap", "per", "verb",
             "payer", "agency", *_PLACE)  # fmt: skip

    def rows() -> Iterator[list[Any]]:
        for report in reports:
            for b in report["subsidies"]:
                answer = [d["unit"] for d in report["responsibilities"] if d["section"] == b["section"]]
                yield [
                    report["source"]["path"], _linked(report, b, links, words), b["section"], b["kind"], b["beneficiary"], b["conditions"],
                    b["amount"], b["amount_min"], b["amount_max"], b["rate"], b["cap"], b["per"], b["verb"], b["payer"], answer, *_place(b),
                ]  # fmt: skip

    return Table(words["sheet.subsidies"], _heads(words, *names), rows(), frozenset({words["rate"]}), fixed=2)


def _ladder(reports: Sequence[Report], words: Words) -> Table:
    """Objects against the levels that their names carry: 国家级孵化器 and 省级孵化器 are one row, two columns."""

    def rows() -> Iterator[list[Any]]:
        for report in reports:
            ladder: dict[str, dict[str, list[str]]] = {}
            for b in report["subsidies"]:
                who = b["beneficiary"] or ""
                tier = next((t for t in _TIERS if (f"{t}级" in who) or who.startswith(t)), "")
                bare = who.replace(f"{tier}级", "").replace(tier, "", 1) if tier else who
                ladder.setdefault(bare, {}).setdefault(tier, []).append(_sum_of(b, words))
            for bare, sums in ladder.items():
                if any(sums.get(tier) for tier in _TIERS):
                    yield [
                        report["source"]["path"],
                        bare,
                        *("；".join(sums.get(tier, ())) or None for tier in _TIERS),
                    ]

    return Table(
        words["sheet.ladder"],
        [words["path"], words["beneficiary"], *(f"{tier}级" for tier in _TIERS)],
        rows(),
        fixed=2,
    )


def _sum_of(subsidy: dict[str, Any], words: Words) -> str:
    """`40万元`, `20% 最高 200万元`: the money of one subsidy in a cell."""
    parts = [percent(subsidy["rate"])]
    fixed = amount(subsidy["amount"], words) or span_of_amounts(
        subsidy["amount_min"], subsidy["amount_max"], words
    )
    parts.append(fixed)
    if subsidy["cap"] is not None:
        parts.append(f"≤ {amount(subsidy['cap'], words)}")
    return " ".join(filter(None, parts))


def _plain(kind: str, reports: Sequence[Report], words: Words) -> Table:
    own = ("section", "deadline") if kind == "milestones" else ("title", "document_number")
    rows = (
        [r["source"]["path"], f["id"], *(f[name] for name in own), *_place(f)]
        for r in reports
        for f in r[kind]
    )
    return Table(words[kind], _heads(words, "path", "id", *own, *_PLACE), rows, fixed=2)


def _ledger(reports: Sequence[Report], words: Words) -> Table:
    rows = (
        [r["source"]["path"], n["quote"], words.get(n["role"], n["role"]), n["rule"], n["fact"], n["span"]["line"], n["span"]["start"], n["span"]["end"]]
        for r in reports
        for n in r["numbers"]
    )  # fmt: skip
    return Table(
        words["sheet.numbers"],
        _heads(words, "path", "quote", "role", "rule", "fact", "line", "start", "end"),
        rows,
    )
