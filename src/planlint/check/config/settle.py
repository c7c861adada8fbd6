"""What the configuration comes to once its layers are laid over each other and its rule names are known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from planlint.check.kind_of import options_of
from planlint.check.select import named_rules, unknown_rule
from planlint.errors import RulebookError, located
from planlint.model.fact import Period
from planlint.rulebook.check_rule import CheckRule
from planlint.rulebook.options import Options
from planlint.words import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from planlint.check.config.layers import Layer
from planlint.check.select import Named


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a run. `origins` says where each value came from: `{"rules.TGT001.level": "planlint.yaml:14"}`."""

    path: Path | None = None
    profiles: tuple[str, ...] = ("recommended",)
    levels: dict[str, str] = field(default_factory=dict)
    options: dict[str, dict[str, Any]] = field(default_factory=dict)
    period: Period | None = None
    roster: tuple[str, ...] = ()
    aliases: dict[str, str] = field(default_factory=dict)
    ignore: tuple[tuple[Path, str], ...] = ()
    schema: str | None = None
    fail_on: str = "error"
    folders: tuple[Path, ...] = ()
    origins: dict[str, str] = field(default_factory=dict)

    def ignores(self, path: Path) -> bool:
        """Whether a glob under `ignore:` covers the file; a glob counts from the folder of the file it stands in."""
        import fnmatch

        for folder, glob in self.ignore:
            try:
                relative = path.resolve().relative_to(folder.resolve()).as_posix()
            except ValueError:
                continue
            bare = glob.removeprefix("./").rstrip("/")
            globs = (bare, f"{bare}/*", bare.replace("**/", ""))
            if any(fnmatch.fnmatchcase(relative, g) for g in globs):
                return True
            if "/" not in bare and fnmatch.fnmatchcase(path.name, bare):
                return True
        return False


@dataclass(frozen=True, slots=True)
class Draft:
    """Configuration files that were read, but whose rule names are not yet looked up; `problems` waits to be told with the rest."""

    path: Path
    layers: tuple[Layer, ...]
    problems: tuple[Text, ...]

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders with the user's own rules, relative to the files that name them."""
        named = (
            layer.path.parent / folder
            for layer in self.layers
            if layer.shape
            for folder in layer.shape.rule_folders
        )
        return tuple(folder for folder in dict.fromkeys(named) if folder.is_dir())

    def settle(self, rules: Sequence[Named]) -> Config:
        """The configuration, its rule names turned into ids; RulebookError with all problems of all its files."""
        problems = list(self.problems)
        origins: dict[str, str] = {}
        values: dict[str, Any] = {"ignore": []}
        levels: dict[str, str] = {}
        options: dict[str, dict[str, Any]] = {}
        for layer in self.layers:
            _lay_rules(layer, rules, levels, options, origins, problems)
            _lay_values(layer, values, origins, problems)
        if problems:
            raise RulebookError(in_file_order(problems))
        return Config(
            path=self.path, levels=levels, options=options, folders=self.folders, origins=origins,
            ignore=tuple(values.pop("ignore")), **values,
        )  # fmt: skip


def in_file_order(problems: Sequence[Text]) -> list[Text]:
    """The problems of each file by line, each once; files in the order in which they came up."""

    def place(problem: Text) -> tuple[int, int]:
        said = str(problem)
        found = re.match(r"(.+?):(\d+): ", said)
        file = found.group(1) if found else said
        return files.setdefault(file, len(files)), int(found.group(2)) if found else 0

    files: dict[str, int] = {}
    return sorted(dict.fromkeys(problems), key=place)


def read_draft(path: Path) -> Draft:
    """The configuration file with all that it extends, every problem collected, none raised."""
    from planlint.check.config.layers import read_layers

    layers, problems = read_layers(path)
    return Draft(path, tuple(layers), tuple(problems))


def _lay_rules(
    layer: Layer,
    rules: Sequence[Named],
    levels: dict[str, str],
    options: dict[str, dict[str, Any]],
    origins: dict[str, str],
    problems: list[Text],
) -> None:
    # from the raw file, so that unknown names are told together with whatever else is wrong in it
    raw = layer.placed.value.get("rules") if isinstance(layer.placed.value, dict) else None
    for name, given in raw.items() if isinstance(raw, dict) else ():
        found = named_rules(rules, str(name))
        if not found:
            where = layer.origin("rules", str(name))
            problems.append(Text.of("at", where=where, what=unknown_rule(rules, str(name))))
        problems += _option_problems(layer, str(name), given, found)
        if layer.shape is None:
            continue
        setting = layer.shape.rules[str(name)]
        for rule in found:
            if setting.level is not None:
                levels[rule.id] = setting.level
                origins[f"rules.{rule.id}.level"] = layer.origin("rules", str(name), "level")
            elif rule.id not in levels or levels[rule.id] == "off":
                # named without a level: on, at the level of its own
                levels.setdefault(rule.id, "on")
                levels[rule.id] = "on"
                origins[f"rules.{rule.id}.level"] = layer.origin("rules", str(name))
            for option, value in (setting.model_extra or {}).items():
                if option not in _options_of(rule).names:
                    continue  # of a group of rules, those that have it
                options.setdefault(rule.id, {})[option] = value
                origins[f"rules.{rule.id}.{option}"] = layer.origin("rules", str(name), option)


def _option_problems(layer: Layer, name: str, setting: Any, rules: Sequence[Named]) -> list[Text]:  # noqa: ANN401 - whatever the file holds
    """What is wrong with the options that a configuration gives to a rule, or to a group of rules of which one has them."""
    given = (
        {key: value for key, value in setting.items() if key != "level"} if isinstance(setting, dict) else {}
    )
    if not given or not rules:
        return []
    from planlint.rulebook.option_shape import option_problems

    known = Options()
    for rule in rules:
        known += Options.made_of(option for option in _options_of(rule) if option.name not in known.names)
    placed = layer.placed.within(("rules", name))
    return option_problems(given, known, placed, layer.path, partial=True)


def _options_of(rule: Named) -> Options:
    """What a configuration may set of a rule: its options, but not the one that says what the rule is."""
    if not isinstance(rule, CheckRule):
        return Options()
    declared = options_of(rule.kind)
    return Options.made_of(o for o in declared.of(rule.options) if o.name != declared.by)


def _lay_values(layer: Layer, values: dict[str, Any], origins: dict[str, str], problems: list[Text]) -> None:
    shape = layer.shape
    if shape is None:
        return
    for i, folder in enumerate(shape.rule_folders):
        if not (layer.path.parent / folder).is_dir():
            key = "rule-folders" if isinstance(layer.placed.value.get("rules", {}), dict) else "rules"
            problems.append(located(layer.origin(key, i), "config.no_folder", name=folder))
    profiles = tuple(name.removeprefix("builtin:") for name in shape.extends if name.startswith("builtin:"))
    if profiles and ("extends" in shape.model_fields_set or "profiles" not in values):
        values["profiles"] = profiles
        if "extends" in shape.model_fields_set:
            origins["extends"] = layer.origin("extends")
    if shape.period is not None:
        values["period"] = Period(shape.period.start, shape.period.end)
        origins["period"] = layer.origin("period")
    if shape.schema_name is not None:
        values["schema"] = shape.schema_name
        origins["schema"] = layer.origin("schema")
    if shape.fail_on is not None:
        values["fail_on"] = shape.fail_on
        origins["fail-on"] = layer.origin("fail-on")
    if shape.ignore:
        values["ignore"] += [(layer.path.parent, glob) for glob in shape.ignore]
        origins["ignore"] = layer.origin("ignore")
    _lay_units(layer, values, origins, problems)


def _lay_units(layer: Layer, values: dict[str, Any], origins: dict[str, str], problems: list[Text]) -> None:
    from planlint.check.config.units import alias_pairs, roster_names

    assert layer.shape is not None
    units = layer.shape.units
    if units is None:
        return
    try:
        if units.roster is not None:
            roster = roster_names(units.roster, layer.path.parent)
            values["roster"] = tuple(dict.fromkeys((*values.get("roster", ()), *roster)))
            origins["units.roster"] = layer.origin("units", "roster")
        if units.aliases is not None:
            values["aliases"] = values.get("aliases", {}) | alias_pairs(units.aliases, layer.path.parent)
            origins["units.aliases"] = layer.origin("units", "aliases")
    except RulebookError as error:
        where = layer.origin("units")
        problems += [Text.of("at", where=where, what=problem) for problem in error.texts]
