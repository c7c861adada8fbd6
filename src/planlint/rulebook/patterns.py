"""Whether a pattern of a rule is one that can be used: it compiles, it does not run away, and the classes that it names exist."""

from __future__ import annotations

import difflib
import re

from planlint.rulebook.book import Rulebook, builtin_rules
from planlint.rulebook.classes import CLASS
from planlint.rulebook.regexes import run_away
from planlint.words import Text


def require_pattern(pattern: str) -> str:
    """The pattern itself; ValueError says what is wrong with it and what to do."""
    wrong = problem_of(pattern)
    if wrong is not None:
        raise ValueError(wrong)
    return pattern


def problem_of(pattern: str) -> Text | None:
    """What is wrong with a pattern, and the remedy; None where nothing is."""
    for file, name in CLASS.findall(pattern):
        # a user's lexicon adds words to the groups of ours and no groups of its own, so ours know every class
        known = {f"{file}.{key}" for key in _classes(file)}
        if f"{file}.{name}" not in known:
            every = known or {f"{path.stem}." for path in (builtin_rules() / "lexicon").glob("*.yaml")}
            close = difflib.get_close_matches(f"{file}.{name}", list(every), n=1, cutoff=0.6)
            near = Text.of("near", name=close[0]) if close else ""
            return Text.of("pattern.no_class", name=f"{file}.{name}", near=near)
    bare = CLASS.sub("词", pattern)
    try:
        re.compile(bare)
    except re.error as error:
        return Text.of("pattern.bad", at=(error.pos or 0) + 1, why=error.msg)
    why = run_away(bare)
    return None if why is None else Text.of("pattern.runs_away", why=why)


def _classes(file: str) -> list[str]:
    return [key for key, value in Rulebook().words(file).items() if isinstance(value, (list, dict))]
