"""Where `--annotate` writes: one Word file beside a draft, or a folder with one for each draft, in the folders they came from."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.batch.inputs import STDIN
from planlint.errors import InputError, UsageError
from planlint.report.write import is_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.checkrun.wishes import Wishes
    from planlint.model.finding import Tier

_WITH_MACROS = (".docm", ".dotx", ".dotm")


@dataclass(frozen=True, slots=True)
class Annotation:
    """Where the annotated file goes, and the tiers of the fixes that become tracked changes; `path` is None for a file that is no Word file."""

    path: Path | None
    tiers: tuple[Tier, ...] = ()


def drafts_beside(out: Path, paths: Sequence[str], given: Sequence[str]) -> tuple[str, ...]:
    """The drafts without what an earlier run wrote: `drafts/out/` is no folder of drafts where drafts/ is annotated into it."""
    folder = out.resolve()
    if not any(
        Path(name).resolve() in folder.parents for name in given if name != STDIN and Path(name).is_dir()
    ):
        return tuple(paths)
    return tuple(path for path in paths if path == STDIN or not Path(path).resolve().is_relative_to(folder))


def annotations_of(wishes: Wishes, paths: Sequence[str]) -> dict[str, Annotation]:
    """What `--annotate` asks for each draft; UsageError where it cannot be had, before any of them is checked."""
    out = wishes.annotate
    assert out is not None
    if STDIN in paths:
        raise UsageError("annotate_stdin")
    one = len(paths) == 1 and len(wishes.paths) == 1 and not Path(wishes.paths[0]).is_dir()
    if one and not is_folder(str(out)):
        places = {paths[0]: _alone(out, Path(paths[0]))}
    else:
        places = _in_folder(out, paths, wishes.paths)
    taken = {os.path.realpath(path) for path in paths}
    for place in places.values():
        if os.path.realpath(place) in taken:
            raise UsageError("annotate_same", path=place)
    return {path: Annotation(places.get(path), wishes.tiers) for path in paths}


def _alone(out: Path, draft: Path) -> Path:
    if out.resolve() == draft.resolve():
        raise UsageError("annotate_same", path=out)
    if not is_word(draft):
        raise UsageError("annotate_format", path=draft)
    suffix = draft.suffix.lower() if draft.suffix.lower() in _WITH_MACROS else ".docx"
    if out.suffix.lower() != suffix:  # Word opens no file whose name says something else
        raise UsageError("annotate_suffix", path=out, suffix=suffix)
    return out


def _in_folder(out: Path, paths: Sequence[str], given: Sequence[str]) -> dict[str, Path]:
    """A place in the folder for each Word file, under the name it has below the folder that was given."""
    if out.is_file() or out.suffix.lower() in (".docx", *_WITH_MACROS):
        raise UsageError("annotate_several", n=len(paths), path=out)
    drafts = [path for path in paths if is_word(Path(path))]
    if not drafts:
        raise UsageError("annotate_none", path=tuple(given))
    places: dict[str, Path] = {}
    owners: dict[str, str] = {}
    for draft in drafts:
        place = out / _below(Path(draft), given)
        # two names that differ in case alone are one file on many systems
        other = owners.setdefault(str(place).casefold(), draft)
        if other != draft:
            raise UsageError("annotate_collide", path=place, names=(other, draft))
        places[draft] = place
    return places


def _below(draft: Path, given: Iterable[str]) -> Path:
    """The name of a draft below the folder it was found in; of several folders each keeps its own name."""
    folders = [Path(name) for name in given if Path(name).is_dir()]
    for folder in sorted(folders, key=lambda folder: len(folder.parts), reverse=True):
        if draft.is_relative_to(folder):
            below = draft.relative_to(folder)
            return below if len(folders) == 1 else Path(folder.resolve().name) / below
    return Path(draft.name)


def is_word(draft: Path) -> bool:
    """Whether it is a Word file; one that cannot be read at all is left to the reader, who says why."""
    from planlint.read.formats import kind_of

    try:
        return kind_of(draft.read_bytes(), str(draft)) == "docx"
    except (InputError, OSError):
        return draft.suffix.lower() in (".docx", *_WITH_MACROS)
