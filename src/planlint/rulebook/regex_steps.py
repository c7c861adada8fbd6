"""A regular expression as a program of small steps, to count how many a search takes: what `re` does, one by one, and what it never tells.

It goes the way of `re`: the first choice first, back to the next where it fails, from each place of the text in turn. Long counts are cut short
and a reference to a group is taken for nothing, as what is asked is how the steps grow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# A repeat is written out so many times; less often where that made the program too long.
_MOST_COPIES, _FEW_COPIES, _LONGEST_PROGRAM = 64, 4, 20_000
_ENDLESS = 1_000


class TooManyStepsError(Exception):
    """More steps than may be counted."""


class _Step(NamedTuple):
    """One step: `char` tests and moves on, `split` tries `to` first and then `other`, `inner` runs a program of its own at this place."""

    kind: str
    to: int = 0
    other: int = 0
    test: Callable[[str], bool] | None = None
    inner: Sequence[_Step] = ()
    width: int = 0


class Program:
    """The steps of one pattern; `parsed` is the parser's tree."""

    def __init__(self, parsed: Any) -> None:  # noqa: ANN401 - the parser's own tree
        self._steps = _written(parsed, _MOST_COPIES)
        if len(self._steps) > _LONGEST_PROGRAM:
            self._steps = _written(parsed, _FEW_COPIES)

    def steps(self, text: str, most: int) -> int:
        """How many steps a search in the text takes; it is given up behind `most`."""
        search = _Search(text, most)
        try:
            for start in range(len(text) + 1):
                if search.match(self._steps, start) is not None:
                    break
        except TooManyStepsError:
            return most + 1
        return search.count


class _Search:
    def __init__(self, text: str, most: int) -> None:
        self._text, self._most = text, most
        self.count = 0

    def match(self, program: Sequence[_Step], start: int) -> int | None:
        """Where a match that begins at `start` ends."""
        text, length = self._text, len(self._text)
        # where to go on when a choice fails: the step, the place, and where the open rounds of repeats began
        choices: list[tuple[int, int, dict[int, int]]] = [(0, start, {})]
        while choices:
            at, place, began = choices.pop()
            while True:
                self.count += 1
                if self.count > self._most:
                    raise TooManyStepsError
                step = program[at]
                if step.kind == "char":
                    if place >= length or (step.test is not None and not step.test(text[place])):
                        break
                    at, place = at + 1, place + 1
                elif step.kind == "split":
                    choices.append((step.other, place, began))
                    at = step.to
                elif step.kind == "jump":
                    at = step.to
                elif step.kind == "begin":
                    began = {**began, at: place}
                    at += 1
                elif step.kind == "moved":  # a round that matched nothing ends the repeat
                    at = step.other if began.get(step.to) == place else at + 1
                elif step.kind == "match":
                    return place
                else:
                    moved = self._aside(step, place)
                    if moved is None:
                        break
                    at, place = at + 1, moved
        return None

    def _aside(self, step: _Step, place: int) -> int | None:
        """What is looked at beside the way, or done without coming back: the place to go on from, None where it fails."""
        if step.kind == "edge":
            return place if step.test is None or step.test(self._text[place : place + 1]) else None
        if place < step.width:
            return place if step.kind == "not" else None
        end = self.match(step.inner, place - step.width)
        if step.kind == "not":
            return place if end is None else None
        if end is None:
            return None
        return end if step.kind == "atomic" else place


def _written(parsed: Any, copies: int) -> list[_Step]:  # noqa: ANN401
    steps: list[_Step] = []
    _write(parsed, steps, copies)
    return [*steps, _Step("match")]


def _write(parsed: Any, steps: list[_Step], copies: int) -> None:  # noqa: ANN401
    for op, argument in parsed:
        name = str(op)
        if name in ("LITERAL", "NOT_LITERAL", "IN", "ANY"):
            steps.append(_Step("char", test=_test_of(name, argument)))
        elif name == "SUBPATTERN":
            _write(argument[-1], steps, copies)
        elif name == "BRANCH":
            _choose([list(part) for part in argument[1]], steps, copies)
        elif name in ("MAX_REPEAT", "MIN_REPEAT"):
            _repeat(argument, steps, copies, first=name == "MAX_REPEAT")
        elif name == "POSSESSIVE_REPEAT":
            inner: list[_Step] = []
            _repeat(argument, inner, copies, first=True)
            steps.append(_Step("atomic", inner=[*inner, _Step("match")]))
        elif name == "ATOMIC_GROUP":
            steps.append(_Step("atomic", inner=_written(argument, copies)))
        elif name in ("ASSERT", "ASSERT_NOT"):
            behind = argument[1].getwidth()[0] if argument[0] < 0 else 0
            kind = "look" if name == "ASSERT" else "not"
            steps.append(_Step(kind, inner=_written(argument[1], copies), width=behind))
        elif name == "AT":
            steps.append(_Step("edge", test=_EDGES.get(str(argument))))
        elif name == "GROUPREF_EXISTS":
            _choose([list(part or ()) for part in argument[1:]], steps, copies)


def _choose(parts: list[Any], steps: list[_Step], copies: int) -> None:
    leaving = []
    for part in parts[:-1]:
        split = len(steps)
        steps.append(_Step("split"))
        _write(part, steps, copies)
        leaving.append(len(steps))
        steps.append(_Step("jump"))
        steps[split] = _Step("split", split + 1, len(steps))
    _write(parts[-1], steps, copies)
    for at in leaving:
        steps[at] = _Step("jump", len(steps))


def _repeat(argument: Any, steps: list[_Step], copies: int, *, first: bool) -> None:  # noqa: ANN401
    least, most, body = int(argument[0]), int(argument[1]), argument[2]
    for _ in range(min(least, copies)):
        _write(body, steps, copies)
    if most > _ENDLESS:
        _loop(body, steps, copies, first=first)
        return
    splits = []
    for _ in range(min(most - least, copies)):
        splits.append(len(steps))
        steps.append(_Step("split"))
        _write(body, steps, copies)
    for at in splits:
        steps[at] = _forked(at + 1, len(steps), first=first)


def _loop(body: Any, steps: list[_Step], copies: int, *, first: bool) -> None:  # noqa: ANN401
    split = len(steps)
    steps.append(_Step("split"))
    may_be_empty = body.getwidth()[0] == 0
    if may_be_empty:
        steps.append(_Step("begin"))
    _write(body, steps, copies)
    if may_be_empty:
        steps.append(_Step("moved", split + 1, len(steps) + 2))
    steps.append(_Step("jump", split))
    steps[split] = _forked(split + 1, len(steps), first=first)


def _forked(inside: int, behind: int, *, first: bool) -> _Step:
    return _Step("split", inside, behind) if first else _Step("split", behind, inside)


_EDGES: dict[str, Callable[[str], bool]] = {
    "AT_END": lambda following: following in ("", "\n"),
    "AT_END_STRING": lambda following: following == "",
}
_CATEGORIES: dict[str, Callable[[str], bool]] = {
    "CATEGORY_DIGIT": str.isdecimal,
    "CATEGORY_SPACE": str.isspace,
    "CATEGORY_WORD": lambda char: char.isalnum() or char == "_",
}


def _test_of(name: str, argument: Any) -> Callable[[str], bool] | None:  # noqa: ANN401
    """Whether a character fits; None where any does."""
    if name == "ANY":
        return lambda char: char != "\n"
    if name == "LITERAL":
        return chr(argument).__eq__
    if name == "NOT_LITERAL":
        return chr(argument).__ne__
    items = [(str(kind), value) for kind, value in argument]
    negated = items[0][0] == "NEGATE"
    known: dict[str, bool] = {}

    def fits(char: str) -> bool:
        if char not in known:
            known[char] = any(_is_of(char, kind, value) for kind, value in items) != negated
        return known[char]

    return fits


def _is_of(char: str, kind: str, value: Any) -> bool:  # noqa: ANN401
    if kind == "LITERAL":
        return bool(ord(char) == value)
    if kind == "RANGE":
        return bool(value[0] <= ord(char) <= value[1])
    if kind == "CATEGORY":
        name = str(value)
        test = _CATEGORIES.get(name.replace("_NOT_", "_"))
        return test is not None and bool(test(char)) != ("_NOT_" in name)
    return False
