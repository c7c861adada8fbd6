"""Plans with their reviews, for commands that learn from them: what cannot be read or placed is told, and the rest goes on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from planlint.batch.failures import complain_of
from planlint.batch.inputs import STDIN, read_input
from planlint.batch.streams import complain
from planlint.errors import EXIT_OK, EXIT_USAGE, PlanlintError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.batch.inputs import Inputs
    from planlint.model.fact import Extraction
    from planlint.review.apply import Review
    from planlint.rulebook import Rulebook
    from planlint.words import Words


class ReviewedPlans:
    """Iterate it for what the program finds in each plan, and its review.

    Plans without a review are passed over where not `all_plans` are wanted. `plans` counts those that came, `open` their facts without an
    answer; `exit_code` is 2 where anything could not be read or placed.
    """

    def __init__(self, inputs: Inputs, rulebook: Rulebook, words: Words, *, all_plans: bool = False) -> None:
        if STDIN in inputs.paths:
            raise UsageError("review.stdin")
        self.plans = 0
        self.open = 0
        self.exit_code = EXIT_OK
        self._inputs, self._rulebook, self._words, self._all = inputs, rulebook, words, all_plans

    def __iter__(self) -> Iterator[tuple[Extraction, Review]]:
        from planlint.pipeline import extract
        from planlint.review.action import FACTS
        from planlint.review.journal import journal_path
        from planlint.review.told import reviewed_beside, say_unplaced

        for path in self._inputs.paths:
            try:
                if not self._all and not os.path.isfile(journal_path(path)):  # noqa: PTH113 - False also where the name is too long
                    continue
                found = extract(read_input(path), self._rulebook)
                done, journal = reviewed_beside(found)
            except PlanlintError as error:
                complain_of(error, self._words)
                self.exit_code = EXIT_USAGE
                continue
            for text in say_unplaced(path, done, journal):
                complain(f"planlint: {self._words.of(text)}")
                self.exit_code = EXIT_USAGE
            self.plans += 1
            self.open += sum(item.kind in FACTS and item.state == "open" for item in done.items)
            yield found, done
