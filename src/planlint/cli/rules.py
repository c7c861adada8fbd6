"""`planlint rules`: what the rules are, one of them in full, and their examples run."""

from __future__ import annotations

import sys
from pathlib import Path  # noqa: TC003 - typer reads the annotations when the program runs
from typing import TYPE_CHECKING, Annotated

import typer

from planlint.cli.choices import LangOption, RulesOption, rulebook_of, words_of
from planlint.cli.help import HelpCommand, HelpGroup
from planlint.errors import EXIT_FINDINGS, EXIT_OK, EXIT_USAGE, UsageError
from planlint.text.width import columns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.rulebook.catalogue import RuleFile
    from planlint.words import Words


def add(app: typer.Typer) -> None:
    """Hang the group of commands into the program."""
    group = typer.Typer(
        cls=HelpGroup, help="help.rules_group", epilog="help.rules_group.examples", rich_markup_mode=None
    )
    group.command("list", cls=HelpCommand, help="help.rules_list")(list_rules)
    group.command("show", cls=HelpCommand, help="help.rules_show")(show_rule)
    group.command("test", cls=HelpCommand, help="help.rules_test")(run_examples)
    group.command("suggest", cls=HelpCommand, help="help.rules_suggest")(suggest)
    app.add_typer(group, name="rules")


def list_rules(
    context: typer.Context,
    *,
    rules: RulesOption = None,
    lang: LangOption = None,  # noqa: ARG001 - app.language_of has read it
) -> int:
    """Print one line a rule, kind by kind."""
    from planlint.rulebook.catalogue import KINDS, rule_files

    words = words_of(context)
    found = list(rule_files(rulebook_of(rules, words)))
    for kind in KINDS:
        of_kind = [rule for rule in found if rule.kind == kind]
        if of_kind:
            sys.stdout.write(f"{words.say('rules_in', kind=words[kind], count=len(of_kind))}\n")
            sys.stdout.writelines(_table(of_kind, words))
    return EXIT_OK


def _table(rules: Iterable[RuleFile], words: Words) -> Iterable[str]:
    rows = [
        (rule.id, rule.name if rule.name != rule.id else "", words.get(rule.does), rule.title_in(words.lang))
        for rule in rules
    ]
    sizes = [max(columns(cell) for cell in cells) for cells in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            f"{cell}{' ' * (size - columns(cell))}" for cell, size in zip(row, sizes, strict=True) if size
        ]
        yield f"{'  '.join(cells).rstrip()}\n"


def show_rule(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="ID", help="help.rule_id")],
    *,
    rules: RulesOption = None,
    lang: LangOption = None,  # noqa: ARG001
) -> int:
    """Print one rule's file."""
    from planlint.rulebook.catalogue import find_rule, rule_files

    words = words_of(context)
    rulebook = rulebook_of(rules, words)
    found = find_rule(rulebook, name)
    if found is None:
        known = [known for rule in rule_files(rulebook) for known in rule.names]
        raise UsageError("no_such_rule", name=name, near=words.near(name, known))
    sys.stdout.write(f"# {found.path}\n{found.path.read_text(encoding='utf-8')}")
    return EXIT_OK


def run_examples(
    context: typer.Context,
    path: Annotated[Path | None, typer.Argument(metavar="[PATH]", help="help.rule_path")] = None,
    *,
    lang: LangOption = None,  # noqa: ARG001
) -> int:
    """Run the examples of the rules: 1 where one does not hold, 2 where a file is wrong."""
    from planlint.check.kind_of import options_of
    from planlint.rulebook.book import builtin_rules
    from planlint.rulebook.validate import require_valid
    from planlint.trial import trial

    words = words_of(context)
    if path is not None and not path.exists():
        raise UsageError("no_rule_path", path=path)
    place = path or builtin_rules()
    require_valid([place], options_of)
    result = trial(place)
    sys.stdout.writelines(f"{problem}\n" for problem in result.problems)
    counts = {"files": result.files, "examples": result.examples, "problems": len(result.problems)}
    sys.stdout.write(f"{words.say('test_summary', **counts)}\n")
    if not result.files:
        return EXIT_USAGE
    return EXIT_FINDINGS if result.problems else EXIT_OK


def suggest(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="REVIEWED…", help="help.score_paths")],
    *,
    least: Annotated[str, typer.Option("--least", metavar="N", help="help.rules_least")] = "2",
    rules: RulesOption = None,
    lang: LangOption = None,  # noqa: ARG001
) -> int:
    """Print what kinds of corrections reviewers made more than once, with the rules that they are about."""
    from planlint.batch.inputs import find_inputs
    from planlint.cli.reviewed_plans import ReviewedPlans
    from planlint.review.suggest import recurring
    from planlint.text.visible import visible
    from planlint.text.width import shortened

    words = words_of(context)
    if not least.isdecimal() or int(least) < 1:
        raise UsageError("bad_value", option="--least", why=least)
    run = ReviewedPlans(find_inputs(paths, words), rulebook_of(rules, words), words)
    found = recurring((done for _, done in run), int(least))
    if not run.plans:
        raise UsageError("suggest.nothing")
    for row in found:
        pattern = row.pattern
        what = words.say(
            f"suggest.{pattern.done}", kind=words[pattern.kind], field=words.get(pattern.field), was=_value(pattern.was, words), now=_value(pattern.now, words),
        )  # fmt: skip
        sys.stdout.write(
            f"{words.say('suggest.row', n=len(row.places), what=what, rule=pattern.rule or words['suggest.no_rule'])}\n"
        )
        for path, line, quote in row.places[:_MOST_PLACES]:
            sys.stdout.write(f"    {visible(path)}:{line} {shortened(visible(quote), _LONGEST_PLACE)}\n")
        if len(row.places) > _MOST_PLACES:
            sys.stdout.write(f"    {words.say('suggest.more', n=len(row.places) - _MOST_PLACES)}\n")
    if not found:
        sys.stdout.write(f"{words.say('suggest.none', n=int(least))}\n")
    return run.exit_code


def _value(said: str, words: Words) -> str:
    """What a field was or is: a code in words; values that differ from place to place are not told."""
    return words.get(said) if said else words["suggest.various"]


# Of each kind of correction so many places are named.
_MOST_PLACES = 3
_LONGEST_PLACE = 60
