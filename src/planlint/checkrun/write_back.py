"""The repaired text back into its file: the same encoding, byte order mark and line ends, no other byte changed, never half-written."""

from __future__ import annotations

import difflib
import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.report.write import write_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.check.fix import Fixed
    from planlint.model.document import SourceDocument
    from planlint.read.markdown import File
    from planlint.words import Words

_MARKDOWN = "text/markdown"
_PLAIN = ("text/plain", _MARKDOWN)
_MARK = "\ufeff"


class NotWritten(Exception):  # noqa: N818 - what happened, not what is wrong
    """The file is as it was, and why."""


def is_plain(source: SourceDocument) -> bool:
    """Whether the document is a file of text that can be repaired in place."""
    return source.media_type in _PLAIN


def markdown_file(source: SourceDocument, path: str, words: Words) -> File | None:
    """For a Markdown document its file, whose signs reading drops; None for others, whose text is that of their file."""
    if source.media_type != _MARKDOWN:
        return None
    from planlint.read.markdown import File

    try:
        file = File(Path(path).read_bytes().decode(source.encoding).removeprefix(_MARK))
    except (OSError, UnicodeDecodeError) as error:
        raise NotWritten(words.say("fix_lossy", path=path, encoding=source.encoding)) from error
    if file.text != source.text:
        raise NotWritten(words.say("fix_lossy", path=path, encoding=source.encoding))
    return file


def change_of(
    fixed: Fixed, source: SourceDocument, file: File | None, path: str, words: Words
) -> tuple[str, str]:
    """What stands in the file before and after a repair; NotWritten where signs of Markdown would come to mean something else."""
    if file is None:
        return source.text, fixed.text
    from planlint.read.markdown import text_of

    after = file.with_edits(fixed.edits)
    if text_of(after) != fixed.text:
        raise NotWritten(words.say("fix_signs", path=path))
    return file.with_edits(()), after


def write_back(
    source: SourceDocument, text: str, change: tuple[str, str], path: str, words: Words
) -> SourceDocument:
    """Make the change in the file and return the document as it now is, with its repaired text; NotWritten leaves the file alone."""
    place = Path(path)
    encoding = source.encoding.removesuffix("-sig")
    old, new = change
    try:
        before = place.read_bytes()
        mark = next((m for m in (_MARK, "") if (m + old).encode(encoding) == before), None)
        if mark is None:  # the bytes would not come back the same, or the file has changed since it was read
            raise NotWritten(words.say("fix_lossy", path=path, encoding=source.encoding))
        after = (mark + new).encode(encoding)
        write_file(place, [mark + new], encoding)
    except UnicodeEncodeError as error:
        raise NotWritten(words.say("fix_lossy", path=path, encoding=source.encoding)) from error
    except OSError as error:
        raise NotWritten(words.say("fix_not_written", path=path, why=error.strerror or error)) from error
    return replace(source, text=text, sha256=hashlib.sha256(after).hexdigest(), _line_starts=[])


def unified_diff(path: str, before: str, after: str) -> str:
    """The changes as `patch` reads them; empty where there are none."""
    return "".join(_diff(path, before, after))


def _diff(path: str, before: str, after: str) -> Iterator[str]:
    for line in difflib.unified_diff(_lines(before), _lines(after), path, path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    # only at \n, as patch does: U+2028 or a form feed is a character like others
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
