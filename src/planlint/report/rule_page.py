"""What one rule is about, as Markdown (`planlint explain`, SARIF's help, docs/rules/) and in parts for the page of a check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.check.engine_codes import EngineCode
from planlint.check.kind_of import options_of
from planlint.report.rule_options import option_lines
from planlint.report.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.rulebook.check_rule import CheckRule


def render(rule: CheckRule | EngineCode, lang: str = "zh") -> str:
    """The page of one rule: why, a bad and a good example, remedy, source, how to suppress it."""
    return "\n".join(_page(rule, Words(lang))) + "\n"


def _page(rule: CheckRule | EngineCode, words: Words) -> Iterator[str]:
    yield f"# {rule.id} {rule.name} {title_of(rule, words)}".rstrip()
    yield ""
    for name, value in facts(rule, words):
        yield f"- {name}{_colon(words)}{value}"
    for part in parts(rule, words):
        yield from ("", f"## {part.head}", "", _indented(part.text) if part.is_example else part.text)
    if not isinstance(rule, EngineCode):
        yield from ("", f"## {words['options_head']}", "", *_options(rule, words))
        yield from ("", f"## {words['ignore_head']}", "", _how_to_ignore(rule, words))


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a rule's page: 为什么, 错例, 正例, 怎么改, 依据. An example is a plan's text, shown as it is."""

    head: str
    text: str
    is_example: bool = False


def title_of(rule: CheckRule | EngineCode, words: Words) -> str:
    """What the rule is called in the reader's language."""
    return said(rule, "title", words)


def facts(rule: CheckRule | EngineCode, words: Words) -> Iterator[tuple[str, str]]:
    """Level, message, scope and fix, each with its name."""
    yield words["level_head"], words[rule.level]
    if isinstance(rule, EngineCode):
        return
    yield words["message"], said(rule, "message", words)
    yield words["scope_head"], words.get(f"scope_{rule.scope}", rule.scope)
    yield words["fix_head"], words[f"fix_{rule.fix or 'none'}"]


def parts(rule: CheckRule | EngineCode, words: Words) -> Iterator[Part]:
    """The parts that the rule has words for, in the reader's order."""
    found = [Part(words["why_head"], said(rule, "why", words))]
    if not isinstance(rule, EngineCode):
        found += _examples(rule, words)
    found.append(Part(words["remedy_head"], said(rule, "remedy", words)))
    if not isinstance(rule, EngineCode):
        strength = words.get(f"strength_{rule.strength}", rule.strength)
        source = f"{said(rule, 'source', words)}{words.say('bracketed', text=strength)}"
        found.append(Part(words["source_head"], source))
    return (part for part in found if part.text)


def _options(rule: CheckRule, words: Words) -> Iterator[str]:
    declared = options_of(rule.kind)
    own = declared.of(rule.options)
    yield words.say("options_how", rule=rule.id, name=next(name for name in own.names if name != declared.by))
    yield ""
    yield from option_lines(own, rule.options, declared.by, words)


def _how_to_ignore(rule: CheckRule, words: Words) -> str:
    remark = f"`<!-- planlint: ignore[{rule.id}] {words['reason_word']} -->`"
    return words.say("ignore_how", remark=remark, setting=f"`{rule.id}: off`")


def _examples(rule: CheckRule, words: Words) -> Iterator[Part]:
    bad = next((text for test in rule.tests if (text := _text(test, "bad"))), None)
    good = next((text for test in rule.tests if (text := _text(test, "good", "ok"))), None)
    for head, text in (("bad_head", bad), ("good_head", good)):
        if text is not None:
            yield Part(words[head], text.strip("\n"), is_example=True)


def _text(test: Any, *keys: str) -> str | None:  # noqa: ANN401 - a test is a mapping or an object, whichever the loader gives
    for key in keys:
        value = test.get(key) if isinstance(test, dict) else getattr(test, key, None)
        if isinstance(value, str) and value:
            return value
    return None


def _indented(text: str) -> str:
    # four blanks: code, so that no mark in a plan's text is read as markup
    return "\n".join(f"    {line}" for line in text.splitlines())


def said(rule: CheckRule | EngineCode, key: str, words: Words) -> str:
    """The rule's own text (`title`, `message`, `why`, `remedy`, `source`) in the reader's language; in Chinese where it has no other."""
    return str(getattr(rule, f"{key}_{words.lang}", "") or getattr(rule, key)).strip()


def _colon(words: Words) -> str:
    return words["colon"]
