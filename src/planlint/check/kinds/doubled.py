"""What was typed twice: 加快加快建设, 的的, ，， and marks that meet (。，)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.check.reading import reading_of
from planlint.model.covered import Covered
from planlint.model.span import Span
from planlint.rulebook.options import Options, Ways
from planlint.text.han import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.context import CheckContext
    from planlint.model.finding import Finding
    from planlint.rulebook import Rulebook
    from planlint.rulebook.checks import CheckRule

# A word and itself again: two to six characters, or a year with its 年. Any characters, for a dot is cheaper than a class; what is no word
# is put aside afterwards.
_WORD = re.compile(
    r"(?![\s\d.…—|_*=-])(?:(..)\1|(...)\2|(....)\3|(.....)\4|(......)\5)|(20\d\d年(?:底前|底|末)?)\6"
)
_SINGLE = re.compile(r"([^\W\d])\1")
_HAN_WORD = compiled("[一-鿿]{2,6}")
_MARKS = compiled(r"[，。；、：]{2,}")
_QUOTED = compiled("《[^》\n]{0,80}》")
_SHORT = 2
# So often a pair of characters must stand elsewhere to be taken for a word.
_ELSEWHERE = 2
# How far around a doubled character the words that excuse it may stand.
_NEAR = 2

OPTIONS = Ways(
    {
        "words": Options(silent=list[str], counted=list[str], begins=list[str], characters=dict[str, str]),
        "marks": Options(),
    }
)


def check(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """The findings of one rule; `find` is `words` or `marks`."""
    yield from {"words": _words, "marks": _marks}[rule.options["find"]](context, rule)


def _words(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Words and single characters that stand twice; 研究研究 and 常常 are ways to speak."""
    options = rule.options
    spoken = frozenset(options["silent"])
    opens = tuple(options["counted"])
    titles = Covered(Span(*m.span()) for m in _QUOTED.finditer(context.text))
    ends = frozenset(section.span.end for section in context.outline.sections)
    for match in _WORD.finditer(context.text):
        word = str(match[match.lastindex or 0])
        if not word[0].isdigit() and not _HAN_WORD.fullmatch(word):
            continue
        # 一项一项 counts them one by one; 哈哈哈哈 is no word; a name in 《》 is another's
        if word in spoken or word.startswith(opens) or len(set(word)) == 1:
            continue
        span = Span(*match.span())
        if len(word) == _SHORT and not _is_word(context, span, word):
            continue
        if not ends.isdisjoint(range(span.start + 1, span.end)):
            continue  # a heading and its text: 加快大数据建设|建设平台
        if context.says(span.start) and not titles.touches(span) and not _joins(context.text, span, options):
            yield _twice(context, rule, span, word)
    excuses: dict[str, str] = options["characters"]
    for match in _SINGLE.finditer(context.text):
        excused = excuses.get(match[1])
        span = Span(*match.span())
        if excused is None or _is_excused(context.text, span, excused):
            continue
        if context.says(span.start) and not titles.touches(span):
            yield _twice(context, rule, span, match[1])


def _is_excused(text: str, span: Span, excused: str) -> bool:
    """Whether the words beside a doubled character take one of the two: 目的|的, 了|了解; `目>` may stand before, `<解` behind."""
    before, behind = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    thrice = text[span.start] in (before, behind)
    return thrice or any(
        (mark[:-1] == before) if mark.endswith(">") else (mark[1:] == behind) for mark in excused.split()
    )


def _is_word(context: CheckContext, span: Span, word: str) -> bool:
    """Whether two characters are a word: one that the plan has elsewhere too. In 构建共建共治共享 and 土地同地同权 they only alternate."""
    beyond = context.text[span.end + 1 : span.end + 2]
    before = context.text[max(0, span.start - 2) : span.start - 1]
    if word[1] in (beyond, before) or word[0] in (beyond, before):
        return False
    opens = not context.text[span.start - 1 : span.start].isalpha()
    return opens or word in _vocabulary(context.rulebook) or context.text.count(word) - 2 >= _ELSEWHERE


@lru_cache(maxsize=4)
def _vocabulary(rulebook: Rulebook) -> frozenset[str]:
    """The words that the rules know anyhow: verbs, nouns and openings of promises, words of headings."""
    commitments, headings = rulebook.words("commitments"), rulebook.words("headings")
    lists = [commitments[key] for key in ("verbs", "nouns", "lead_ins")] + [
        headings[key] for key in ("verbs", "objects")
    ]
    return frozenset(word for words in lists for word in words if isinstance(word, str))


def _joins(text: str, span: Span, options: dict[str, object]) -> bool:
    """Whether two words only meet: 市场|市场监管局, 服务|服务业."""
    behind = text[span.start + span.length // 2 : span.end + _NEAR + 2]
    return any(behind.startswith(str(word)) for word in options["begins"])  # type: ignore[attr-defined]


def _twice(context: CheckContext, rule: CheckRule, span: Span, word: str) -> Finding:
    return context.find(rule, span, edits=context.edit(span, word), fix=word)


def _marks(context: CheckContext, rule: CheckRule) -> Iterator[Finding]:
    """Marks that stand side by side; of two different ones a person chooses."""
    folded = reading_of(context).folded
    for match in _MARKS.finditer(folded):
        span = Span(*match.span())
        if not context.says(span.start) or context.in_table(span) or _is_number(context.text, span):
            continue
        same = len(set(match.group())) == 1
        fix = match.group()[0] if same else max(match.group(), key="，、：；。".index)
        yield context.find(rule, span, edits=context.edit(span, fix), fix=fix)


def _is_number(text: str, span: Span) -> bool:
    """Whether the marks stand between digits: 1,,000 is a torn number, and other rules' matter."""
    return text[span.start - 1 : span.start].isdigit() and text[span.end : span.end + 1].isdigit()
