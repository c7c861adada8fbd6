"""Where Chinese words begin and end (the one import of jieba): `starts("市级众创空间")` is {0, 2, 4}. Loaded when it is first asked.

The dictionary is a small one of our own, see tools/build_words.py. No word is guessed, so that the same text is always cut alike.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from planlint.kept import made_of

if TYPE_CHECKING:
    from collections.abc import Iterable

# What jieba's own dictionary counts in all: the frequencies are shares of it.
_TOTAL = 60_101_967


def _word_file() -> Path:
    """The dictionary inside the wheel, or in `rules/` of the checkout."""
    package = Path(__file__).resolve().parent.parent
    shipped = package / "rules"
    return (shipped if shipped.is_dir() else package.parent.parent / "rules") / "words" / "words.txt"


@lru_cache(maxsize=1)
def _frequencies() -> dict[str, int]:
    return made_of(_word_file(), _rows)


def _rows(path: Path) -> dict[str, int]:
    rows = path.read_text(encoding="utf-8").partition("\n\n")[2].split()
    return dict(zip(rows[::2], map(int, rows[1::2]), strict=True))


class _Later(ModuleType):
    """A module that is imported when something of it is first asked for."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        if name.startswith("__"):
            raise AttributeError(name)
        import importlib

        return getattr(importlib.import_module(self.__name__), name)


@lru_cache(maxsize=1)
def _tokenizer() -> Any:  # noqa: ANN401 - jieba has no types
    """Jieba's segmenter with our words; it reads and writes no file of its own."""
    import sys
    import warnings

    # What guesses unknown words, and what looks for data files, takes longer to import than all the rest and is not used here; whoever else
    # uses jieba in this process gets the guesser when it is first asked.
    unused = {"jieba.finalseg": _Later("jieba.finalseg"), "pkg_resources": None}
    kept = {name: sys.modules.get(name) for name in unused if name in sys.modules}
    new = {name: module for name, module in unused.items() if name not in kept}
    sys.modules.update(new)  # type: ignore[arg-type]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its old escapes are no business of the user
            import jieba
    finally:
        for name in new:
            sys.modules.pop(name, None)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = _frequencies(), _TOTAL, True
    return tokenizer


@lru_cache(maxsize=4096)
def cut(text: str) -> tuple[str, ...]:
    """The words of a short text."""
    return tuple(_tokenizer().cut(text, HMM=False))


@lru_cache(maxsize=4096)
def starts(text: str) -> frozenset[int]:
    """The offsets at which a word begins."""
    found, at = [], 0
    for word in cut(text):
        found.append(at)
        at += len(word)
    return frozenset(found)


def is_word(text: str) -> bool:
    """Whether the dictionary has the word."""
    return bool(_frequencies().get(text))


def may_begin_word(text: str) -> bool:
    """Whether a word of the dictionary is or begins with these characters: one look, before anything is cut."""
    return text in _frequencies()


def word_over(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the word begins and ends that reaches beyond `start` or `end`: the 九台区 over the 九 of 建设九台区; None where none does."""
    at = 0
    for word in cut(text):
        stop = at + len(word)
        if at <= start and stop >= end and (at < start or stop > end):
            return at, stop
        if at >= end:
            return None
        at = stop
    return None


def last_word(text: str) -> str:
    """What the phrase is about, its last word: 企业 of 科技型企业."""
    return next((word for word in reversed(cut(text)) if word.strip()), "")


def ending_at_word(text: str, endings: Iterable[str]) -> str | None:
    """The longest of the endings that begins where a word of the text begins: 人才 ends 创新人才, 业务 does not end 企业务."""
    whole = starts(text)
    fitting = [e for e in endings if text.endswith(e) and len(text) - len(e) in whole]
    return max(fitting, key=len, default=None)
