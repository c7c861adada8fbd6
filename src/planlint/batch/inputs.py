"""Which documents a command line means: files, folders, globs and standard input, each once, in order."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.batch.ignored import Ignored
from planlint.batch.streams import complain
from planlint.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model.document import Revisions, SourceDocument
    from planlint.words import Words

SUFFIXES = (
    ".txt", ".md", ".markdown", ".docx", ".docm", ".doc", ".wps", ".rtf", ".odt", ".pdf", ".ofd", ".html", ".htm", ".shtml", ".mht", ".mhtml",
)  # fmt: skip
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Inputs:
    """The documents to read; `one` where the user named one document and expects one report."""

    paths: tuple[str, ...]
    one: bool


def find_inputs(given: Sequence[str], words: Words) -> Inputs:
    """The documents behind the arguments; InputError where a folder or a glob holds none."""
    found: dict[str, str] = {}
    for argument in given:
        for path in _expand(argument, words):
            found.setdefault(path if path == STDIN else os.path.realpath(path), path)
    one = len(given) == 1 and list(found.values()) == [given[0]]
    return Inputs(tuple(found.values()), one)


def _expand(argument: str, words: Words) -> Iterator[str]:
    path = Path(argument)
    # os.path asks without raising where a name is too long for the file system
    if argument == STDIN or os.path.isfile(argument):  # noqa: PTH113
        yield argument
    elif argument.startswith("@") and len(argument) > 1:
        for named in _listed(Path(argument[1:])):
            yield from _expand(named, words)
    elif os.path.isdir(argument):  # noqa: PTH112
        plans = [str(p) for p in _walk(path, path, Ignored.of(path))]
        if not plans:
            raise InputError("no_plans", path=argument, suffixes=words.join(f"*{s}" for s in SUFFIXES))
        yield from plans
    elif any(ch in argument for ch in "*?["):
        import glob

        found = glob.glob(argument, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
        matches = [match for match in sorted(found) if os.path.isfile(match)]  # noqa: PTH113
        if not matches:
            raise InputError("no_match", pattern=argument)
        yield from matches
    else:
        yield argument  # reading it says that it is missing, and the others are still done


def _listed(path: Path) -> list[str]:
    """The paths in a list file, one a line; # opens a remark, and what is not found from here is looked for beside the list."""
    from planlint.read.source_bytes import bytes_of

    try:
        lines = bytes_of(path).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InputError("no_list", path=path, why=error) from error
    named = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if not named:
        raise InputError("empty_list", path=path)
    return [
        name if os.path.exists(name) or not os.path.exists(path.parent / name) else str(path.parent / name)  # noqa: PTH110
        for name in named
    ]


def _walk(folder: Path, top: Path, ignored: Ignored) -> Iterator[Path]:
    """The plans below a folder, in order: what neither .gitignore nor its own name says is something else."""
    ignored = ignored if folder == top else ignored.within(folder)
    try:
        inside = sorted(folder.iterdir())
    except OSError as error:
        if folder == top:
            raise
        complain(f"planlint: {folder}: {error.strerror or error}")
        return
    for path in inside:
        if ignored.holds(path):
            continue
        if path.is_dir():
            # .git and .venv hold no plans, plan_files/ holds the pictures and frames of a saved page
            other = path.name.startswith(".") or path.name.endswith(("_files", ".files"))
            if not other and path.name not in _NO_PLANS and not path.is_symlink():
                yield from _walk(path, top, ignored)
        elif path.suffix.lower() in SUFFIXES and _is_plan(path):
            yield path


# Folders that hold what others wrote or a machine made, and files that every repository has.
_NO_PLANS = frozenset({"node_modules", "__pycache__", "site-packages", "venv", "dist", "build"})
_NO_PLAN = frozenset(
    {"readme", "changelog", "license", "licence", "contributing", "notice", "authors", "code_of_conduct", "security", "requirements", "cmakelists", "robots"}
)  # fmt: skip
_OWN_REPORT = b'name="generator" content="planlint"'
_HEAD_OF_PAGE = 2000


def _is_plan(path: Path) -> bool:
    # ~$plan.docx is a lock of Word's
    stem = path.stem.casefold().split("-")[0].split(".")[0]
    if path.name.startswith((".", "~$")) or stem in _NO_PLAN or not path.is_file():
        return False
    if path.suffix.lower() in (".html", ".htm"):
        try:
            with path.open("rb") as file:
                return _OWN_REPORT not in file.read(_HEAD_OF_PAGE)
        except OSError:
            return True  # reading it says why it cannot be read
    return True


def read_input(path: str, revisions: Revisions = "accepted") -> SourceDocument:
    """The document behind one path; `-` is read from standard input, as bytes."""
    from planlint.read import decode_document, read_document
    from planlint.read.source_bytes import bytes_from

    if path == STDIN:
        return decode_document(bytes_from(sys.stdin.buffer, STDIN), STDIN, revisions)
    return read_document(path, revisions)
