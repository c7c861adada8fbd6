"""What the server of a review does, without the web: pages, progress, proposals, and actions that are answered when they are on the disk."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from planlint.errors import PlanlintError
from planlint.model.span import Span
from planlint.review.action import FACTS
from planlint.review.fields import BadValueError
from planlint.review.page import folder_page, plan_page, state_of
from planlint.review.propose import proposed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.review.action import Action
    from planlint.review.desk import Plan, Seen
    from planlint.words import Words

_LONGEST_REASON = 2000


class Refused(Exception):  # noqa: N818 - an answer to the browser, no error of ours
    """What cannot be done, with the status that says so."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status, self.text = status, text


class Reviewing:
    """The plans of one server, one at a time: requests wait for each other, files have the last word."""

    def __init__(self, plans: Sequence[Plan], who: str, words: Words, base: str) -> None:
        self.plans, self.who, self.words, self.base = plans, who, words, base
        self._lock = threading.Lock()

    def folder(self) -> str:
        """The list of plans."""
        return folder_page(self.plans, self.base, self.words)

    def page(self, number: int) -> str:
        """One plan."""
        with self._lock:
            return plan_page(self._plan(number), number, len(self.plans), self.base, self.who, self.words)

    def progress(self, number: int) -> dict[str, Any]:
        """How far one plan is; why it cannot be read, where it cannot."""
        with self._lock:
            try:
                seen = self._plan(number).seen()
            except PlanlintError as error:
                return {"error": "\n".join(self.words.of(text) for text in error.texts)}
            done, count = seen.progress()
            said = self.words.say("review.progress", done=done, all=count)
            return {"done": done, "all": count, "said": said, "by": self.words.join(seen.review.reviewers)}

    def state(self, number: int, since: str) -> dict[str, Any] | None:
        """What the page shows; None where that is what it shows already."""
        with self._lock:
            seen = self._seen(number)
            # a review is laid over its text once, and shown where it is not shown already
            return None if since == seen.stamp else state_of(seen, self.words)

    def propose(self, number: int, kind: str, start: int, end: int) -> dict[str, Any]:
        """The fields that selected words seem to say."""
        with self._lock:
            plan = self._plan(number)
            if kind not in FACTS:
                raise Refused(422, kind)
            return proposed(plan.base(), kind, self._span([start, end], self._seen(number)))

    def act(self, number: int, asked: dict[str, Any]) -> dict[str, Any]:
        """Do one thing, keep it, and show what came of it."""
        with self._lock:
            plan, seen = self._plan(number), self._seen(number)
            if asked.get("sha") != seen.stamp.partition("-")[0]:
                raise Refused(409, self.words["review.page.gone"])
            try:
                action = self._action(plan, seen, asked)
            except BadValueError as error:
                name = self.words.get(error.field)
                raise Refused(
                    422, self.words.say("review.bad_value", field=name, value=error.value or "")
                ) from error
            if action is not None:
                try:
                    plan.keep([action])
                except OSError as error:
                    why = error.strerror or str(error)
                    raise Refused(507, self.words.say("review.not_saved", why=why)) from error
            return {
                **state_of(plan.seen(), self.words),
                "undone": asked.get("do") == "undo" and action is None,
            }

    def _action(self, plan: Plan, seen: Seen, asked: dict[str, Any]) -> Action | None:
        do, maker = asked.get("do"), plan.maker(self.who)
        reason = asked.get("reason") or ""
        given = asked.get("set") or {}
        if not isinstance(reason, str) or not isinstance(given, dict):
            raise Refused(400, "reason, set")
        reason = reason.strip()[:_LONGEST_REASON]
        if do == "undo":
            mine = [action for action in seen.review.live if action.who == self.who]
            return maker.undo(mine[-1]) if mine else None
        if do == "add":
            kind = asked.get("kind")
            if kind not in FACTS:
                raise Refused(422, str(kind))
            span = self._span(asked.get("span"), seen)
            nth = sum(item.kind == kind and item.at == span for item in seen.review.items)
            return maker.add(kind, span, given, nth, reason)
        item = seen.item(str(asked.get("key")))
        if item is None:
            raise Refused(409, self.words["review.page.gone"])
        if do == "accept":
            return maker.accept(item, reason)
        if do == "reject":
            return maker.reject(item, reason)
        if do == "note":
            return maker.note(item, reason) if reason else None
        if do == "mark" and item.kind in FACTS:
            return maker.mark(item, self._span(asked.get("span"), seen), reason)
        if do == "correct":
            changed = maker.correct(item, given, reason)
            return changed or (maker.note(item, reason) if reason else None)
        raise Refused(400, str(do))

    def _plan(self, number: int) -> Plan:
        if not 1 <= number <= len(self.plans):
            raise Refused(404, str(number))
        return self.plans[number - 1]

    def _seen(self, number: int) -> Seen:
        try:
            return self._plan(number).seen()
        except PlanlintError as error:
            raise Refused(422, "\n".join(self.words.of(text) for text in error.texts)) from error

    def _span(self, given: Any, seen: Seen) -> Span:  # noqa: ANN401 - JSON
        if not isinstance(given, list) or len(given) != 2 or not all(type(n) is int for n in given):
            raise Refused(422, "span")
        span = Span(*given)
        if not 0 <= span.start < span.end <= len(seen.source.text):
            raise Refused(422, "span")
        return span
