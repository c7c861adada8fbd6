"""Labels that the user gives to files: `--label a.txt=济源`, or `--label @labels.txt` with one a line."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from planlint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.words import Words


def labels_given(options: Iterable[str], paths: Sequence[str], words: Words) -> dict[str, str]:
    """The user's label of each path; a file may be named by its path, its name or its stem. `@labels.txt` holds one a line."""
    labels: dict[str, str] = {}
    owners: dict[str, str] = {}
    for option in _spelled_out(options):
        name, _, label = (part.strip() for part in option.rpartition("="))
        if not name or not label:
            raise UsageError("compare.bad_label", value=option)
        path = _path_called(name, paths)
        if path is None:
            near = words.near(name, [PurePath(path).name for path in paths])
            raise UsageError("compare.label_unknown", value=option, name=name, near=near)
        if owners.setdefault(label, path) != path:
            raise UsageError("compare.label_twice", label=label, paths=words.join((owners[label], path)))
        labels[path] = label
    return labels


def _spelled_out(options: Iterable[str]) -> Iterator[str]:
    """Each label; those of a file in its order, blank lines and remarks (#) left out."""
    for option in options:
        if not option.startswith("@"):
            yield option
            continue
        try:
            lines = Path(option[1:]).read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or error
            raise UsageError("no_list", path=option[1:], why=why) from error
        yield from (line.replace("\t", "=", 1) for line in lines if line.strip() and not line.startswith("#"))


def _path_called(name: str, paths: Sequence[str]) -> str | None:
    for same in (str, lambda path: PurePath(path).name, lambda path: PurePath(path).stem):
        found = [path for path in paths if same(path) == name]
        if len(found) == 1:
            return found[0]
    return None
