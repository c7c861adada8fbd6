"""Which label shapes open a heading: those in a sequence, 1 first and then each its predecessor's next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.outline.hierarchy import style_ranks
from planlint.outline.position import Position
from planlint.outline.sequences import chains, successors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planlint.outline.labels import Label
    from planlint.outline.vocabulary import HeadingWords


_LONGEST_HEADING = 50
_LONGEST_NOTE = 300
_LATEST_START = 3
_SHORTEST_ITEM = 12
_LONGEST_GENRE = 12
_LONGEST_CLAUSE = 40
_LONGEST_EXCERPT = 24
_NEVER = 10**9
# Labels of main parts: 第二章, 第三节, 四、.
_SPELT = frozenset({"part", "chapter", "node", "han_dun"})
_GLUED_CHAINS = {"han_dun": 2, "han_paren": 2, "arabic": 3, "chapter": 2, "node": 2, "article": 3}


@dataclass(slots=True)
class _Frame:
    """An open level of the hierarchy: the last number taken in it, and the one before it restarted (or 0)."""

    key: str
    style: str
    value: int
    resume: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A label that opens a section, with its depth in the document's hierarchy (1 = top)."""

    label: Label
    level: int


def choose(text: str, labels: Sequence[Label], annexes: Sequence[int], words: HeadingWords) -> list[Placed]:
    """Return the labels that open sections, with their levels; where an annex begins, levels begin again.

    Three kinds of knowledge meet here: which style holds which (decided for the whole document), which label has a
    successor, and what the stack of open levels expects next. Label shapes that turn out to be no headings may have
    spoken for an order too: the order is decided again from those that were taken.
    """
    ranks = style_ranks(labels, words.ranks)
    taken = _Chooser(text, labels, annexes, ranks, words.genres).run()
    again = style_ranks([placed.label for placed in taken], words.ranks)
    return taken if again == ranks else _Chooser(text, labels, annexes, again, words.genres).run()


class _Chooser:
    """One walk over the labels with a stack of open levels; each holds the number that its last label had."""

    def __init__(
        self,
        text: str,
        labels: Sequence[Label],
        annexes: Sequence[int],
        ranks: Mapping[str, int],
        genres: tuple[str, ...],
    ) -> None:
        self.text = text
        self.genres = genres
        self.annexes = iter(annexes)
        self.labels = labels
        self.ranks = ranks
        self.next = successors(labels)
        self.chain = chains(self.next)
        self.stack: list[_Frame] = []
        self.last: dict[str, int] = {}
        self.listed: dict[str, Label] = {}
        self.note: Label | None = None
        self.previous_end = 0

    def run(self) -> list[Placed]:
        """Return the credible labels in order."""
        taken: list[Placed] = []
        annex = next(self.annexes, len(self.text))
        for index, label in enumerate(self.labels):
            if label.start >= annex:
                self.stack.clear()
                self.last.clear()
                while label.start >= annex:
                    annex = next(self.annexes, len(self.text))
            if self._in_list(label):
                self.listed[label.key] = self.note = label
            elif self._credible(index, label):
                self.note = None
                self._open(label)
                self.last[label.key] = label.value
                self.previous_end = label.end
                taken.append(Placed(label, len(self.stack)))
        return self._below_what_is_missing(taken)

    def _below_what_is_missing(self, taken: list[Placed]) -> list[Placed]:
        """The labels of an excerpt that begins within a section: （三）（四）三、 puts the first two at level 2."""
        if not taken or taken[0].label.value == 1:
            return taken
        rank = self.ranks[taken[0].label.style]
        senior = next((at for at, p in enumerate(taken) if self.ranks[p.label.style] < rank), None)
        if senior is None or taken[senior].label.value == 1:
            return taken
        return [Placed(p.label, p.level + 1) for p in taken[:senior]] + taken[senior:]

    def _in_list(self, label: Label) -> bool:
        """Whether a label belongs to a list of attachments or notes, or to one of its items: no sections."""
        if label.listed:
            return True
        before = self.listed.get(label.key)
        if before is not None and label.value == before.value + 1:
            return label.start - before.end <= _LONGEST_NOTE
        note = self.note
        return (
            note is not None
            and self.ranks[label.style] > self.ranks[note.style]
            and label.start - note.end <= _LONGEST_NOTE
        )

    def _credible(self, index: int, label: Label) -> bool:
        frame = next((f for f in reversed(self.stack) if f.key == label.key), None)
        followed = self.next[index] is not None
        if frame is not None:
            if label.value == frame.value + 1 or (frame.resume and label.value == frame.resume + 1):
                return label.position > Position.WEAK or (
                    label.position is Position.WEAK and self._apart(label)
                )
            if label.value == 1:
                return self._restarts(label, frame, followed)
            return self._after_gap(label, frame, followed)
        if label.value > 1 and label.value == self.last.get(label.key, 0) + 1:
            return label.position >= Position.HALF or self._abuts(label)
        if label.value == 1:
            return self._starts(index, label, followed)
        return (followed and self._late_start(label)) or self._excerpt(label)

    def _after_gap(self, label: Label, frame: _Frame, followed: bool) -> bool:
        """Whether a label out of turn is the next one all the same: numbers are skipped and printed twice."""
        if label.position is Position.LINE:
            return followed or frame.value < label.value <= frame.value + 2
        return followed and label.position >= Position.SENTENCE and label.value == frame.value + 2

    def _late_start(self, label: Label) -> bool:
        """Whether a sequence begins without its 1, which is lost or was misread."""
        if label.position is Position.LINE:
            return True
        return (
            label.style == "han_dun" and label.position >= Position.SENTENCE and label.value <= _LATEST_START
        )

    def _excerpt(self, label: Label) -> bool:
        """Whether a senior label stands alone in a short line of its own: an excerpt begins with 第三节 发展目标, or goes on with 三、."""
        if label.style not in _SPELT or label.position is not Position.LINE or label.key in self.last:
            return False
        end = self.text.find("\n", label.end)
        line = self.text[label.end : end if end >= 0 else len(self.text)]
        return 2 <= len(line.strip()) <= _LONGEST_EXCERPT and not any(
            mark in line for mark in "，。；：、《》"
        )

    def _starts(self, index: int, label: Label, followed: bool) -> bool:
        """Whether a 1 opens a new level here."""
        if label.position is Position.LINE:
            return followed or label.style != "arabic" or self._heading_like(label)
        if not followed:
            return False
        if label.position >= Position.SENTENCE:
            return True
        successor = self.labels[self.next[index] or index]
        if label.position is Position.WEAK:
            return self._abuts(label) and successor.start - label.end >= _SHORTEST_ITEM
        if label.position <= Position.GLUED:
            return self._abuts(label) or self.chain[index] >= self._least_chain(label)
        # items of a word or two are an enumeration within the sentence: 包括：(1)甲；(2)乙
        long_enough = successor.start - label.end >= _SHORTEST_ITEM
        return (
            successor.position >= Position.HALF and long_enough
        ) or successor.position >= Position.SENTENCE

    def _least_chain(self, label: Label) -> int:
        """How many labels must follow in turn where a 1 is glued to other words: ……实施方案一、总体要求."""
        if self.stack and (label.position is Position.DOUBTFUL or label.style == "han_dun"):
            return _NEVER
        return _GLUED_CHAINS.get(label.style, _NEVER)

    def _restarts(self, label: Label, frame: _Frame, followed: bool) -> bool:
        """Whether a 1 within its own level starts the numbering again: another plan, an attachment."""
        if label.position is Position.LINE:
            return followed or self._heading_like(label)
        if not followed or frame is not self.stack[0]:
            return False
        return label.position >= Position.SENTENCE or (
            label.position is Position.GLUED and self._behind_title(label)
        )

    def _behind_title(self, label: Label) -> bool:
        """Whether the title of another plan is glued to a label: ……施行。云岭市奖励办法一、奖励对象."""
        return self.text.endswith(self.genres, max(0, label.start - _LONGEST_GENRE), label.start)

    def _apart(self, label: Label) -> bool:
        """Whether a label in a weak position is as far from the last one as an item is long, and opens something like a heading."""
        return label.start - self.previous_end >= _SHORTEST_ITEM and self._heading_like(label)

    def _abuts(self, label: Label) -> bool:
        """Whether only a heading stands between the previous label and this one: 三、重点任务(一)……."""
        if not self.stack or label.start - self.previous_end > _LONGEST_HEADING:
            return False
        between = self.text[self.previous_end : label.start]
        return not any(mark in between for mark in "。；：！？\n")

    def _heading_like(self, label: Label) -> bool:
        """Whether a full stop or the line's end comes soon behind a label."""
        clause = self.text[label.end : label.end + _LONGEST_CLAUSE]
        return "。" in clause or "\n" in clause or label.end + len(clause) == len(self.text)

    def _open(self, label: Label) -> None:
        """Push the label: out go the levels that cannot hold it."""
        resume = 0
        while self.stack:
            top = self.stack[-1]
            if top.key == label.key:
                if label.value == 1:
                    resume = top.value
                elif label.value != top.resume + 1:
                    resume = top.resume
                self.stack.pop()
                break
            if self._can_hold(top, label) and not any(f.key == label.key for f in self.stack):
                break
            self.stack.pop()
        self.stack.append(_Frame(label.key, label.style, label.value, resume))

    def _can_hold(self, frame: _Frame, label: Label) -> bool:
        return self.ranks[frame.style] < self.ranks[label.style]
