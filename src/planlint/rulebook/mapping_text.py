"""The text of a mapping file: what the user decided before, and the suggestions with what accepting each would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model.comparison import Suggestion
    from planlint.model.mapping import RowMapping


def mapping_text(suggestions: Iterable[Suggestion], rows: RowMapping, head: str) -> Iterator[str]:
    """The pieces of the file, which `read_mapping` reads back."""
    yield "".join(f"# {line}\n" for line in head.splitlines())
    groups: dict[str, list[str]] = {}
    for other, noun in sorted(rows.names.items()):
        groups.setdefault(noun, []).append(other)
    yield "nouns:\n" if groups else "nouns: {}\n"
    for noun, others in groups.items():
        yield f"  {_text(noun)}: {_list(others)}\n"
    if rows.joins:
        yield "join:\n"
    for join in rows.joins:
        yield f"  - {{noun: {_text(join.noun)}{_field('modes', join.modes)}{_field('levels', join.levels)}}}\n"
    if rows.splits:
        yield "split:\n"
    for split in rows.splits:
        yield f"  - {{noun: {_text(split.noun)}{_field('by', split.by)}{_field('names', split.names)}}}\n"
    written = False
    for s in suggestions:
        if not written:
            yield "suggestions:\n"
        written = True
        yield f"  - noun: {_text(s.noun)}\n    other: {_text(s.other)}\n    score: {s.score}\n    accept: false\n"
        yield f"    plans: {_list(s.plans)}\n    other_plans: {_list(s.other_plans)}\n"
        yield f"    gains: {s.gains}\n    remains: {_list(s.remains)}\n    conflicts: {_list(s.conflicts)}\n"
    if not written:
        yield "suggestions: []\n"


def _field(name: str, values: tuple[str | None, ...]) -> str:
    return f", {name}: {_list(values)}" if values else ""


def _list(values: Iterable[str | None]) -> str:
    return f"[{', '.join('null' if value is None else _text(value) for value in values)}]"


def _text(text: str) -> str:
    import yaml

    return yaml.safe_dump(text, allow_unicode=True, default_style='"', width=10_000).strip()
