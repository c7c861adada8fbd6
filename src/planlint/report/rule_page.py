"""What one rule is about, as Markdown: `planlint explain`, SARIF's help and docs/rules/ all print this page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.check.engine_codes import EngineCode
from planlint.report.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.rulebook.checks import CheckRule


def render(rule: CheckRule | EngineCode, lang: str = "zh") -> str:
    """The page of one rule: why, a bad and a good example, remedy, source, how to suppress it."""
    return "\n".join(_page(rule, Words(lang))) + "\n"


def _page(rule: CheckRule | EngineCode, words: Words) -> Iterator[str]:
    title = getattr(rule, "title_en", "") if words.lang == "en" else rule.title
    yield f"# {rule.id} {rule.name} {title or rule.title}".rstrip()
    yield ""
    yield from _facts(rule, words)
    yield from _section(words["why_head"], _said(rule, "why", words))
    if not isinstance(rule, EngineCode):
        yield from _examples(rule, words)
    yield from _section(words["remedy_head"], _said(rule, "remedy", words))
    if not isinstance(rule, EngineCode):
        doc, strength = rule.source
        strength = words.get(f"strength_{strength}", strength)
        yield from _section(words["source_head"], f"{doc}{_bracket(strength, words)}")
        remark, setting = (
            f"`<!-- planlint: ignore[{rule.id}] {words['reason_word']} -->`",
            f"`{rule.id}: off`",
        )
        yield from _section(words["ignore_head"], words.say("ignore_how", remark=remark, setting=setting))


def _facts(rule: CheckRule | EngineCode, words: Words) -> Iterator[str]:
    yield f"- {words['level_head']}{_colon(words)}{words[rule.level]}"
    if isinstance(rule, EngineCode):
        return
    yield f"- {words['message']}{_colon(words)}{rule.message_en if words.lang == 'en' and rule.message_en else rule.message}"
    scope = words.get(f"scope_{rule.scope}", rule.scope)
    yield f"- {words['scope_head']}{_colon(words)}{scope}"
    fix = words[f"fix_{rule.fix or 'none'}"]
    yield f"- {words['fix_head']}{_colon(words)}{fix}"


def _examples(rule: CheckRule, words: Words) -> Iterator[str]:
    bad = next((text for test in rule.tests if (text := _text(test, "bad"))), None)
    good = next((text for test in rule.tests if (text := _text(test, "good", "ok"))), None)
    for head, text in (("bad_head", bad), ("good_head", good)):
        if text is not None:
            yield from _section(words[head], _quoted(text))


def _text(test: Any, *keys: str) -> str | None:  # noqa: ANN401 - a test is a mapping or an object, whichever the loader gives
    for key in keys:
        value = test.get(key) if isinstance(test, dict) else getattr(test, key, None)
        if isinstance(value, str) and value:
            return value
    return None


def _quoted(text: str) -> str:
    # four blanks: code, so that no mark in a plan's text is read as markup
    return "\n".join(f"    {line}" for line in text.strip("\n").splitlines())


def _said(rule: CheckRule | EngineCode, key: str, words: Words) -> str:
    said = getattr(rule, f"{key}_en", "") if words.lang == "en" else ""
    return str(said or getattr(rule, key)).strip()


def _section(head: str, text: str) -> Iterator[str]:
    if text:
        yield ""
        yield f"## {head}"
        yield ""
        yield text


def _colon(words: Words) -> str:
    return "：" if words.lang == "zh" else ": "


def _bracket(text: str, words: Words) -> str:
    return f"（{text}）" if words.lang == "zh" else f" ({text})"
