"""YAML files of a user, read within bounds: how long a file is, how deep it goes, and how much its aliases stand for."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from planlint.errors import RulebookError, located

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 4 * 1024 * 1024
MOST_FILES = 2_000
# A rule has a dozen levels and some hundred values; the longest list of ours has thousands.
DEEPEST, MOST_VALUES = 50, 500_000


def text_of(path: Path, encoding: str = "utf-8", most: int = LARGEST) -> str:
    """The text of a YAML, TOML or JSON file; RulebookError where it is longer than any such file."""
    with path.open(encoding=encoding) as file:
        text = file.read(most + 1)
    if len(text) > most:
        raise RulebookError([located(f"{path}:1", "yaml.too_long", most=most // 1024 // 1024)])
    return text


def yaml_files(folder: Path, pattern: str = "*.yaml") -> list[Path]:
    """The YAML files of a folder, sorted; RulebookError where there are more than anybody writes."""
    found = sorted(islice(folder.glob(pattern), MOST_FILES + 1))
    if len(found) > MOST_FILES:
        raise RulebookError([located(str(folder), "rules.too_many", most=MOST_FILES)])
    return found


def read_bounded(text: str, path: Path) -> tuple[Any, Any]:
    """The one document of a text as nodes and as a value, None for an empty one; RulebookError where it is deep or stands for too much."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None, None
        if "&" in text and "*" in text:  # what holds no alias stands for no more than it says
            _size(node, {}, DEEPEST, path)
        return node, loader.construct_document(node)
    except RecursionError as error:
        raise _too_deep(path, 1) from error


def _size(node: Any, known: dict[int, int], room: int, path: Path) -> int:  # noqa: ANN401
    """How many values the node stands for, its aliases written out; a node that holds itself has no end."""
    if room == 0 or known.get(id(node)) == 0:
        raise _too_deep(path, node.start_mark.line + 1)
    if id(node) in known:
        return known[id(node)]
    known[id(node)] = 0  # it is being counted
    inner = []
    if node.id == "mapping":
        inner = [part for pair in node.value for part in pair]
    elif node.id == "sequence":
        inner = node.value
    size = 1 + sum(_size(part, known, room - 1, path) for part in inner)
    if size > MOST_VALUES:
        where = f"{path}:{node.start_mark.line + 1}"
        raise RulebookError([located(where, "yaml.too_many_values", most=MOST_VALUES // 10_000)])
    known[id(node)] = size
    return size


def _too_deep(path: Path, line: int) -> RulebookError:
    return RulebookError([located(f"{path}:{line}", "yaml.too_deep", most=DEEPEST)])
