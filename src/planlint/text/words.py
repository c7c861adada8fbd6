"""Where Chinese words begin (the one import of jieba): `starts("市级众创空间")` is {0, 2, 4}. Loaded when it is first asked."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


@lru_cache(maxsize=1)
def _jieba() -> Any:  # noqa: ANN401 - jieba has no types
    import logging
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its old escapes and pkg_resources are no business of the user
        import jieba
    jieba.setLogLevel(logging.ERROR)
    return jieba.Tokenizer()


@lru_cache(maxsize=4096)
def cut(text: str) -> tuple[str, ...]:
    """The words of a short text. No word is guessed, so that the same text is always cut alike."""
    return tuple(_jieba().cut(text, HMM=False))


def starts(text: str) -> frozenset[int]:
    """The offsets at which a word begins."""
    found, at = [], 0
    for word in cut(text):
        found.append(at)
        at += len(word)
    return frozenset(found)


def last_word(text: str) -> str:
    """What the phrase is about, its last word: 企业 of 科技型企业."""
    return next((word for word in reversed(cut(text)) if word.strip()), "")


def ending_at_word(text: str, endings: Iterable[str]) -> str | None:
    """The longest of the endings that begins where a word of the text begins: 人才 ends 创新人才, 业务 does not end 企业务."""
    whole = starts(text)
    fitting = [e for e in endings if text.endswith(e) and len(text) - len(e) in whole]
    return max(fitting, key=len, default=None)
