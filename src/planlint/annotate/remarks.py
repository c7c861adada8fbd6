"""One finding in, what its comment says out: the message as on the screen, the rule, the remedy, what became of its repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.text.width import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planlint.check.engine_codes import EngineCode
    from planlint.model.alignment import Edit
    from planlint.model.document import SourceDocument
    from planlint.model.finding import Finding
    from planlint.rulebook.check_rule import CheckRule
    from planlint.words import Words

# A longer piece of text is no help in a comment that stands beside it.
_LONGEST = 60


def remark_on(
    finding: Finding,
    source: SourceDocument,
    rules: Mapping[str, CheckRule | EngineCode],
    words: Words,
    *,
    tracked: bool,
) -> tuple[str, ...]:
    """The paragraphs of a comment; `tracked` says that the repair stands in the file as a tracked change."""
    rule = rules.get(finding.rule)
    lines = [
        words.say("remark_head", level=words[finding.level], message=one_line(words.of(finding.said))),
        words.say(
            "remark_rule", id=finding.rule, name=finding.name, title=_said(rule, "title", words)
        ).rstrip(),
    ]
    remedy = one_line(_said(rule, "remedy", words))
    if remedy:
        lines.append(words.say("remark_remedy", remedy=remedy))
    if finding.fix is not None:
        lines += [words["remark_tracked"]] if tracked else _proposed(finding.fix.edits, source, words)
    return tuple(lines)


def _proposed(edits: Sequence[Edit], source: SourceDocument, words: Words) -> list[str]:
    """A repair in words, where it is one place and short enough to be read."""
    if len(edits) != 1:
        return []
    old, new = source.text[edits[0].start : edits[0].end], edits[0].text
    if max(len(old), len(new)) > _LONGEST or not (old + new).isprintable() or not (old + new).strip():
        return []
    kind = "remark_replace" if old and new else "remark_delete" if old else "remark_insert"
    return [words.say(kind, old=old, new=new)]


def _said(rule: CheckRule | EngineCode | None, key: str, words: Words) -> str:
    said = getattr(rule, f"{key}_{words.lang}", "")
    return str(said or getattr(rule, key, "")).strip()
