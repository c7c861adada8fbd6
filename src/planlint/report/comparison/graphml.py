"""Units and tasks as a network for Gephi, yEd or NetworkX: plan → task → department, edges with the role."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from planlint.text.width import flat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model.comparison import Comparison
    from planlint.sheets.look import Look

_KEYS = (
    ("kind", "node"), ("label", "node"), ("plan", "node"), ("quote", "edge"), ("role", "edge"), ("plan", "edge"),
)  # fmt: skip


def pieces(comparison: Comparison, look: Look) -> Iterator[str]:
    """The pieces of the XML. A task without a unit is a node without an edge to one."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name, what in _KEYS:
        yield f'  <key id="{what}-{name}" for="{what}" attr.name="{name}" attr.type="string"/>\n'
    yield '  <graph id="units" edgedefault="directed">\n'
    plans = {plan.label: i for i, plan in enumerate(comparison.plans)}
    for label, i in plans.items():
        yield _node(f"p{i}", "plan", label, label)
    tasks: dict[tuple[str, str], str] = {}
    for plan in comparison.plans:
        for section in plan.sections:
            if section.is_task:
                yield from _task(tasks, plans, plan.label, section.path, section.heading)
    for j, row in enumerate(comparison.units):
        yield _node(f"u{j}", "unit", row.canonical, "")
        for cell in row.cells:
            for task in cell.tasks:
                path = task.section or ""
                name = task.heading or path or look.words["whole"]
                yield from _task(tasks, plans, cell.plan, path, name)
                data = {"role": task.role, "plan": cell.plan, "quote": task.evidence.quote}
                yield _edge(tasks[cell.plan, path], f"u{j}", data)
    yield "  </graph>\n</graphml>\n"


def _task(
    tasks: dict[tuple[str, str], str], plans: dict[str, int], plan: str, path: str, name: str
) -> Iterator[str]:
    if (plan, path) not in tasks:
        node = tasks[plan, path] = f"t{len(tasks)}"
        yield _node(node, "task", f"{path.replace('|', '')} {name}".strip(), plan)
        yield _edge(f"p{plans[plan]}", node, {"plan": plan})


def _node(node: str, kind: str, label: str, plan: str) -> str:
    data = "".join(
        _data("node", name, value)
        for name, value in (("kind", kind), ("label", label), ("plan", plan))
        if value
    )
    return f"    <node id={quoteattr(node)}>{data}</node>\n"


def _edge(source: str, target: str, values: dict[str, str]) -> str:
    data = "".join(_data("edge", name, value) for name, value in values.items())
    return f"    <edge source={quoteattr(source)} target={quoteattr(target)}>{data}</edge>\n"


def _data(what: str, name: str, value: str) -> str:
    return f'<data key="{what}-{name}">{escape(flat(value))}</data>'
