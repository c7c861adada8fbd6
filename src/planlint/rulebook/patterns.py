"""Whether a pattern of a rule is one that can be used: it compiles, it does not run away, and the classes that it names exist."""

from __future__ import annotations

import re

from planlint.rulebook.book import Rulebook, builtin_rules
from planlint.rulebook.classes import CLASS
from planlint.rulebook.regexes import run_away
from planlint.words import Words


def require_pattern(pattern: str) -> str:
    """The pattern itself; ValueError says what is wrong with it and what to do."""
    wrong = problem_of(pattern)
    if wrong is not None:
        raise ValueError(wrong)
    return pattern


def problem_of(pattern: str) -> str | None:
    """What is wrong with a pattern, and the remedy; None where nothing is."""
    words = Words()
    for file, name in CLASS.findall(pattern):
        # a user's lexicon adds words to the groups of ours and no groups of its own, so ours know every class
        known = {f"{file}.{key}" for key in _classes(file)}
        if f"{file}.{name}" not in known:
            every = known or {f"{path.stem}." for path in (builtin_rules() / "lexicon").glob("*.yaml")}
            return words.say(
                "pattern.no_class", name=f"{file}.{name}", near=words.near(f"{file}.{name}", every)
            )
    bare = CLASS.sub("词", pattern)
    try:
        re.compile(bare)
    except re.error as error:
        return words.say("pattern.bad", at=(error.pos or 0) + 1, why=error.msg)
    why = run_away(bare)
    return None if why is None else words.say("pattern.runs_away", why=why)


def _classes(file: str) -> list[str]:
    return [key for key, value in Rulebook().words(file).items() if isinstance(value, (list, dict))]
