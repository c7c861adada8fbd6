"""`planlint agree A B`: how far two reviewers of the same plans agree: F1 of the facts, Cohen's kappa of each field."""

from __future__ import annotations

import re
from pathlib import Path  # noqa: TC003 - typer reads the annotations when the program runs
from typing import TYPE_CHECKING, Annotated

import typer

from planlint.batch.inputs import Inputs, read_input
from planlint.batch.streams import complain
from planlint.cli.choices import LangOption, RulesOption, rulebook_of, words_of
from planlint.cli.formats import chosen, completing, require_place
from planlint.cli.help import HelpCommand
from planlint.errors import EXIT_OK, EXIT_USAGE, InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.fact import Extraction
    from planlint.rulebook import Rulebook
    from planlint.words import Words


def add(app: typer.Typer) -> None:
    """Hang the command into the program."""
    app.command("agree", cls=HelpCommand, help="help.agree", epilog="help.agree.examples")(agree)


def agree(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="A B", help="help.agree_paths")],
    *,
    who: Annotated[str | None, typer.Option("--who", metavar="NAME,NAME", help="help.agree_who")] = None,
    plans: Annotated[Path | None, typer.Option("--plans", metavar="DIR", help="help.agree_plans")] = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help="help.score_format", autocompletion=completing("agree")
        ),
    ] = "console",
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="help.diff_output")
    ] = None,
    lang: LangOption = None,  # noqa: ARG001 - app.language_of has read it
    rules: RulesOption = None,
) -> int:
    """Compare two reviews of one plan, or of the plans of two folders."""
    from planlint.cli.output import deliver
    from planlint.review.scoring import scores_of

    words = words_of(context)
    form = chosen("agree", format_, words)
    require_place(form, "agree", output)
    names = [part.strip() for part in re.split("[,，、]", who)] if who is not None else [None, None]
    if len(names) != 2:
        raise UsageError("bad_value", option="--who", why=who)
    # two names in one file, or a file each
    one, other = (
        paths * 2 if len(paths) == 1 and who is not None else paths if len(paths) == 2 else (None, None)
    )
    if one is None or other is None:
        raise InputError("agree.two", count=len(paths))
    pairs = list(_pairs(one, other, plans))
    if not pairs:
        raise InputError("agree.nothing", one=one, other=other)
    both = _Both(pairs, names, rulebook_of(rules, words), words)
    deliver(
        "agree", form, scores_of(both), output, Inputs(tuple(str(path) for path in paths), one=False), words
    )
    return both.exit_code


def _pairs(one: Path, other: Path, plans: Path | None) -> Iterator[tuple[Path, Path, Path]]:
    """The plan and both reviews of it. Of two folders those that both have; the plan lies beside either, or in `plans`."""
    from planlint.review.journal import SUFFIX, plan_path

    for path in (one, other):
        if not path.exists():
            raise InputError("review.no_file", path=path)
    both = [(one, other)]
    if one.is_dir() and other.is_dir():
        names = [path.relative_to(one) for path in sorted(one.rglob(f"*{SUFFIX}"))]
        both = [(one / name, other / name) for name in names if (other / name).is_file()]
    for left, right in both:
        places = [plan_path(left), plan_path(right)]
        if plans is not None:
            places = [plans if plans.is_file() else plans / plan_path(left).name]
        plan = next((place for place in places if place.is_file() and place not in (left, right)), None)
        if plan is None:
            raise InputError("agree.no_plan", path=left, plan=plan_path(left).name)
        yield plan, left, right


class _Both:
    """Iterate it for the facts of each plan as both reviewers see them."""

    def __init__(
        self,
        pairs: list[tuple[Path, Path, Path]],
        names: Sequence[str | None],
        rulebook: Rulebook,
        words: Words,
    ) -> None:
        self.exit_code = EXIT_OK
        self._pairs, self._names, self._rulebook, self._words = pairs, names, rulebook, words

    def __iter__(self) -> Iterator[tuple[Extraction, Extraction]]:
        from planlint.pipeline import extract
        from planlint.review.told import reviewed_beside, say_unplaced

        for plan, *journals in self._pairs:
            found = extract(read_input(str(plan)), self._rulebook)
            seen = []
            for path, who in zip(journals, self._names, strict=True):
                done, journal = reviewed_beside(found, path, who)
                if who is not None and who not in done.reviewers:
                    raise InputError("agree.nobody", path=path, who=who)
                for text in say_unplaced(str(plan), done, journal, path):
                    complain(f"planlint: {self._words.of(text)}")
                    self.exit_code = EXIT_USAGE
                seen.append(done.extraction)
            yield seen[0], seen[1]
