"""From a configuration file and the command line to what is run over a plan: rules, levels, options."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planlint.check.context import CheckSettings
from planlint.check.rules import load_checks
from planlint.check.select import select_rules
from planlint.checking import Checker
from planlint.errors import RulebookError, UsageError
from planlint.rulebook import Rulebook
from planlint.rulebook.schemas import load_schemas, pick_schema

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.check.config import Config
    from planlint.check.engine_codes import EngineCode
    from planlint.cli.checking.wishes import Wishes
    from planlint.report.words import Words
    from planlint.rulebook.check_rule import CheckRule

DEFAULT_PROFILE = "recommended"


@dataclass(frozen=True, slots=True)
class Setup:
    """One configuration made ready. `config` is None where no file was found."""

    checker: Checker
    config: Config | None
    fail_on: str


class Setups:
    """The setups of one run, each made once: `of("plans/a.txt")` has the rules of the configuration nearest to that file."""

    def __init__(self, wishes: Wishes, words: Words) -> None:
        self._wishes = wishes
        self._words = words
        self._made: dict[Path | None, Setup] = {}
        self._near: dict[Path, Path | None] = {}
        if wishes.config is not None and not wishes.config.is_file():
            raise UsageError("no_config_file", path=wishes.config)
        for folder in wishes.rule_folders:
            if not folder.is_dir():
                raise UsageError("no_rules_folder", path=folder)
            if not any(folder.glob("*.yaml")) and not any(folder.glob("*/*.yaml")):
                raise UsageError("empty_rules_folder", path=folder)

    def of(self, path: str) -> Setup:
        """The setup of one plan; RulebookError with all that is wrong in its configuration and rules."""
        config = self._wishes.config
        if config is None and not self._wishes.isolated:
            config = self._nearest(Path(path).parent)
        if config not in self._made:
            self._made[config] = make_setup(config, self._wishes)
        return self._made[config]

    def configs(self) -> list[Path]:
        """The configuration files that were used."""
        return [path for path in self._made if path is not None]

    def _nearest(self, folder: Path) -> Path | None:
        if folder not in self._near:
            from planlint.check.config import find_config

            self._near[folder] = find_config(folder)
        return self._near[folder]


def make_setup(path: Path | None, wishes: Wishes) -> Setup:
    """Read a configuration, load the rules it is about, and lay the command line over both."""
    config, rulebook, rules = read_all(path, wishes.rule_folders)
    profiles = (wishes.profile,) if wishes.profile else config.profiles if config else (DEFAULT_PROFILE,)
    levels = dict(config.levels) if config else {}
    chosen = _selected(rules, wishes)
    running = tuple(
        rule
        for rule in rules
        if _is_on(rule, profiles, levels, explicit=bool(wishes.select) and rule.id in chosen)
    )
    if not any(rule.id in chosen for rule in running):
        raise UsageError("no_rules_left")
    values: dict[str, Any] = {}
    if config is not None:
        values = {
            "options": config.options,
            "period": config.period,
            "roster": config.roster,
            "aliases": config.aliases,
        }
    settings = CheckSettings(
        levels={rule: level for rule, level in levels.items() if level != "on"},
        schema=wishes.schema or (config.schema if config else None),
        profile=profiles[-1],
        **values,
    )
    # a wrong schema or schema name is told before the first plan is read
    pick_schema(load_schemas(rulebook), None, settings.schema)
    # repairs are checked against every rule that is on, not only the selected ones: none may raise a finding elsewhere
    runs = running if wishes.tiers else tuple(rule for rule in running if rule.id in chosen)
    checker = Checker(
        rulebook,
        runs,
        settings,
        chosen if wishes.select or wishes.ignore else None,
        rules,
        remarks=not wishes.isolated,
    )
    return Setup(checker, config, wishes.fail_on or (config.fail_on if config else "error"))


def read_all(
    path: Path | None, folders: Sequence[Path]
) -> tuple[Config | None, Rulebook, tuple[CheckRule, ...]]:
    """The configuration, the rulebook with its and the user's folders, and all rules; every problem of both in one error."""
    if path is None:
        rulebook = Rulebook(tuple(folder.resolve() for folder in folders))
        return None, rulebook, load_checks(rulebook)
    from planlint.check.config import read_draft

    draft = read_draft(path)
    rulebook = Rulebook(tuple(folder.resolve() for folder in (*draft.folders, *folders)))
    try:
        rules = load_checks(rulebook)
    except RulebookError as error:
        raise RulebookError([*draft.problems, *error.texts]) from error
    return draft.settle(rules), rulebook, rules


def _selected(rules: Sequence[CheckRule], wishes: Wishes) -> frozenset[str]:
    """The ids whose findings are wanted, those of the engine among them unless they are ignored."""
    from planlint.check.engine_codes import engine_codes

    if not wishes.select and not wishes.ignore:
        return frozenset(rule.id for rule in rules)
    codes = tuple(engine_codes().values())
    everything: tuple[CheckRule | EngineCode, ...] = (*rules, *codes)
    names = select_rules(everything, wishes.select, wishes.ignore)
    kept = {named.id for named in names}
    if wishes.select:  # `--select TGT` is about rules; what the engine has to say comes with it
        kept |= {named.id for named in select_rules(codes, (), ())} - _ignored_codes(wishes)
    return frozenset(kept)


def _ignored_codes(wishes: Wishes) -> set[str]:
    return {part.strip().upper() for given in wishes.ignore for part in given.split(",")}


def _is_on(rule: CheckRule, profiles: Sequence[str], levels: dict[str, str], *, explicit: bool) -> bool:
    level = levels.get(rule.id)
    if level is not None:
        return level != "off"
    return explicit or any(in_profile(rule, profile) for profile in profiles)


def in_profile(rule: CheckRule, profile: str) -> bool:
    """Whether a profile has the rule; strict and gongwen add to the recommended ones, all leaves none out."""
    named = rule.profiles or (DEFAULT_PROFILE,)
    return (
        profile == "all"
        or profile in named
        or (profile in ("strict", "gongwen") and DEFAULT_PROFILE in named)
    )
