"""Who answers for a task: a task without a unit, a list without a lead, 各有关部门 as a unit, a unit that the roster lacks."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.check.reading import reading_of
from planlint.rulebook.options import Default, Options, Regex, Ways
from planlint.text.han import compiled
from planlint.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.document import Section
    from planlint.model.fact import Responsibility
    from planlint.model.finding import Finding
    from planlint.model.span import Span
    from planlint.rulebook.check_rule import CheckRule

# More of them than this are told once, with their number.
_MANY = 4
_NEAR = 0.6
_LISTED = ("RSP-label", "RSP-bracket")
_LABEL = compiled("(?:牵头|责任|配合|主办)(?:单位|部门|主体)[：:]")
# 由市科技局牵头, 市科技局负责牵头: an answer without a list.
_NAMED = compiled(
    "由[^，。；]{2,40}?(?:牵头|负责|承担|组织实施)|[局委办厅部]牵头|(?:小组|部门|[局委办厅部府])(?:要|应|将)?(?:负责|牵头|会同|承担|统筹(?:推进|协调))|责任(?:单位|部门)[为是]"
)
_BRACKETED = compiled(
    r"\\?[（(\[［【](?P<names>[^（）()\[\]［］【】\\。]{2,200})\\?[）)\]］】][。；]?(?=$|[（(一二三四五六七八九十\d])"
)
# The parts that hold tasks, those that hold none, and those whose items need no unit each.
_TASKS = compiled("任务|举措|措施|行动|重点工作|步骤|建设内容")
_NO_TASKS = compiled(
    "要求|目标|原则|现状|基础|形势|思想|布局|定位|附则|组织体系|职责|实施步骤|工作步骤|阶段|支持范围"
)
_SAFEGUARDS = compiled("保障|组织实施|组织领导")

OPTIONS = Ways(
    {
        "task-without-unit": Options(kinds_exempt=Regex),
        "no-lead": Options(least=Default(int, 2)),
        "generic": Options(pattern=Regex),
        "order": Options(),
        "unknown": Options(),
        "none-at-all": Options(schemas=list[str]),
    }
)


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The findings of one rule; `find` says what is looked for."""
    ways = {
        "task-without-unit": _task_without_unit, "no-lead": _no_lead, "generic": _generic, "order": _order,
        "unknown": _unknown, "none-at-all": _none_at_all,
    }  # fmt: skip
    yield from ways[rule.options["find"]](context, rule)


def _task_without_unit(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Tasks that name nobody, in a plan that names somebody for others."""
    lists = [r for r in context.extraction.responsibilities if r.rule.startswith(_LISTED)]
    if not lists or re.search(str(rule.options["kinds-exempt"]), context.extraction.document.kind or ""):
        return
    missing = [s for s in task_sections(context) if not is_assigned(s, context)]
    if len(missing) > _MANY:
        yield context.find(
            rule,
            missing[0].span,
            related=[s.span for s in missing[1:]],
            title=missing[0].heading,
            n=len(missing),
        )
        return
    for section in missing:
        yield context.find(rule, section.span, title=section.heading, n=1)


def task_sections(context: CheckContext) -> list[Section]:
    """The sections below the parts about tasks; below others only where most have a unit, for then all should."""
    assigned = {r.section for r in context.extraction.responsibilities}
    found = []
    for top in (s for s in context.outline.sections if s.parent is None):
        if _NO_TASKS.search(top.heading):
            continue
        below = [s for s in context.outline.sections if s.path.startswith(f"{top.path}|")]
        held = sum(1 for s in below if s.path in assigned)
        if (_TASKS.search(top.heading) and not _SAFEGUARDS.search(top.heading)) or held * 2 >= max(
            len(below), 1
        ):
            found += [s for s in below if s.level <= top.level + 2 and _is_heading(s)]
    return found


def _is_heading(section: Section) -> bool:
    """Whether an item has a heading and a text of its own: 1.鼓励企业……。 is a sentence, no task with a name."""
    return (
        2 <= len(section.heading) <= 30
        and not re.search("[，：；]", section.heading)
        and section.body.length > 20
    )


def is_assigned(section: Section, context: CheckContext) -> bool:
    """Whether the section, one above it or one below it has a unit; of a divided task each part speaks for itself."""
    assigned = {r.section for r in context.extraction.responsibilities}
    if {s.path for s in context.outline.ancestors(section)} & assigned:
        return True
    words = "".join(context.text[section.body.start : section.body.end].split())
    if _LABEL.search(words) or _NAMED.search(words) or _ends_in_units(context, words):
        # a list that a page break tore apart is no list to the finder of units, but it is there; so is one without a label
        return True
    return any(path is not None and path.startswith(f"{section.path}|") for path in assigned)


def _ends_in_units(context: CheckContext, words: str) -> bool:
    r"""Whether a bracket at the end of a sentence holds units: （市人社局、云岭移动）, \\[市人社局\\], （全国妇联等负责）."""
    ends = tuple(context.rulebook.words("agencies")["strong"])
    for match in _BRACKETED.finditer(words):
        names = re.split("[、，,；;]|和", match["names"])
        if match["names"].endswith("负责") or any(name.endswith(ends) for name in names):
            return True
    return False


def _lists(context: CheckContext) -> list[list[Responsibility]]:
    """The units of each list, in order."""
    groups: dict[str | None, list[Responsibility]] = defaultdict(list)
    for one in context.extraction.responsibilities:
        if one.rule.startswith(_LISTED):
            groups[one.section].append(one)
    return list(groups.values())


def _no_lead(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Lists of several units of which none leads, told once a file."""
    least = rule.options["least"]
    headless = [g for g in _lists(context) if len(g) >= least and all(r.role == "responsible" for r in g)]
    if headless:
        first = headless[0]
        span = first[0].span._replace(end=first[-1].span.end)
        yield context.find_source(
            rule, span, related=[g[0].span for g in headless[1:]], n=len(first), places=len(headless)
        )


def _generic(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Units that nobody can be: 有关部门, 各金融机构. One finding for each name, with all its places."""
    generic = compiled(rule.options["pattern"])
    places: dict[str, list[Span]] = defaultdict(list)
    for one in context.extraction.responsibilities:
        if one.rule.startswith(_LISTED) and generic.search(one.unit) and "等" not in one.unit:
            places[one.unit].append(one.span)
    shown: list[Span] = []
    for unit, spans in places.items():
        # 各有关部门和单位 is one name
        if not any(
            span.start - last.end <= 1 <= span.start - last.start for span in spans[:1] for last in shown
        ):
            yield context.find_source(rule, spans[0], related=spans[1:], unit=unit)
        shown += spans


def _order(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Two units that stand in one order in a list and in the other in another; told once a file."""
    before: dict[tuple[str, str], Responsibility] = {}
    for group in _lists(context):
        # who leads stands first, whatever the order of the others
        names = [r for r in group if r.role == group[0].role][1:]
        for i, first in enumerate(names):
            for second in names[i + 1 :]:
                a, b = first.canonical or first.unit, second.canonical or second.unit
                other = before.get((b, a))
                if other is not None and a != b:
                    yield context.find_source(
                        rule, first.span, related=[other.span], unit=f"{first.unit}”“{second.unit}"
                    )
                    return
                before.setdefault((a, b), first)


def _unknown(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Units that are neither in the roster of the configuration nor a short name of one."""
    settings = context.settings
    if not settings.roster:
        return
    known = {*settings.roster, *settings.aliases, *settings.aliases.values()}
    told: set[str] = set()
    for one in context.extraction.responsibilities:
        if one.unit in told or _is_known(one, known):
            continue
        told.add(one.unit)
        near = _nearest(one.unit, settings.roster)
        edits = context.edit(context.clean.from_source(one.span), near) if near else []
        yield context.find_source(
            rule, one.span, edits=edits, unit=one.unit, near=near or Text.of("finding.none")
        )


def _is_known(one: Responsibility, known: set[str]) -> bool:
    """Whether a name, the prefix of its list supplied or left out, is in the roster."""
    names = {one.unit, one.canonical or one.unit}
    return bool(names & known) or any(name.endswith(one.unit) and len(one.unit) >= 3 for name in known)


def _nearest(unit: str, roster: tuple[str, ...]) -> str | None:
    import difflib

    close = difflib.get_close_matches(unit, roster, 1, _NEAR)
    return close[0] if close else None


def _none_at_all(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """A plan of a kind that must name who answers, and names nobody."""
    schema = reading_of(context).schema
    if schema is None or schema.id not in rule.options["schemas"]:
        return
    named = any(_NAMED.search(context.text, p.span.start, p.span.end) for p in context.paragraphs())
    if not named and not context.extraction.responsibilities and context.outline.sections:
        yield context.find_source(rule, context.document_place())
