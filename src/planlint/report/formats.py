"""The one registry of formats: `planlint extract`, `check`, `compare`, `diff` and `cascade` ask it for names, endings and the way to draw.

A new format is a row here and its module. A module in draw/ draws the sheets that any command shows; a home with {} is a writer of its own
in the folder of what it writes (report/facts/, findings/, comparison/, difference/, cascade/). Modules are imported when they are asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from planlint.sheets.document import Shown
    from planlint.sheets.look import Look

# Each command that writes reports, and the folder of report/ that says what is shown of them.
SHOWN = {
    "extract": "facts", "check": "findings", "compare": "comparison", "diff": "difference", "cascade": "cascade",
    "score": "scores", "agree": "agreement",
}  # fmt: skip
_ALL = tuple(SHOWN)


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, the ending of its files (and others that it may have), and the function that draws it, `module:function`.

    `binary` is bytes and goes to a file; `one_sheet` has a single sheet in a file, a folder all of them; `marked` opens with a byte order
    mark, without which a spreadsheet does not take it for UTF-8; `quoting` shows the plan's own text; `brief` is for a person in a hurry.
    """

    name: str
    suffix: str
    home: str
    commands: tuple[str, ...] = _ALL
    also: tuple[str, ...] = ()
    alias: str = ""
    binary: bool = False
    one_sheet: bool = False
    marked: bool = False
    quoting: bool = False
    brief: bool = False


FORMATS = (
    Format("console", ".txt", "draw.screen:pieces", ("extract", "compare", "diff", "cascade", "score", "agree"), alias="text", brief=True),
    Format("console", ".txt", "{}.console:pieces", ("check",), alias="text"),
    Format("concise", ".txt", "{}.concise:pieces", ("check",)),
    Format("json", ".json", "{}.records:as_json"),
    Format("jsonl", ".jsonl", "{}.records:as_jsonl", ("extract", "check"), also=(".ndjson",)),
    Format("csv", ".csv", "draw.delimited:commas", one_sheet=True, marked=True),
    Format("tsv", ".tsv", "draw.delimited:tabs", one_sheet=True, marked=True),
    Format("md", ".md", "draw.markdown:pieces", also=(".markdown",), brief=True),
    Format("xlsx", ".xlsx", "draw.workbook:pieces", binary=True),
    Format("html", ".html", "{}.page:pieces", ("extract", "check", "compare"), also=(".htm",), quoting=True),
    Format("html", ".html", "draw.page:pieces", ("diff", "cascade", "score", "agree"), also=(".htm",)),
    Format("graphml", ".graphml", "{}.graphml:pieces", ("compare",), also=(".xml",)),
    Format("sarif", ".sarif", "{}.sarif:pieces", ("check",), also=(".json",)),
    Format("github", ".txt", "{}.github:pieces", ("check",)),
    Format("gitlab", ".json", "{}.gitlab:pieces", ("check",)),
    Format("junit", ".xml", "{}.junit:pieces", ("check",)),
)  # fmt: skip
# Any text may be called so.
_NEUTRAL = ".txt"


def names_of(command: str) -> tuple[str, ...]:
    """The formats of one command, as its help lists them."""
    return tuple(form.name for form in FORMATS if command in form.commands)


def format_of(command: str, name: str) -> Format | None:
    """The format that a command means by a name; None for one that it does not have."""
    rows = (form for form in FORMATS if command in form.commands)
    return next((form for form in rows if name and name in (form.name, form.alias)), None)


def other_format(form: Format, command: str, path: str) -> str | None:
    """The format whose files end as this path does, where that is not this format: `csv` for `-f xlsx -o a.csv`."""
    ending = PurePath(path).suffix.lower()
    if ending in ("", _NEUTRAL, form.suffix, *form.also):
        return None
    known = sorted(FORMATS, key=lambda other: command not in other.commands)
    return next((other.name for other in known if ending in (other.suffix, *other.also)), None)


def render(command: str, form: Format, subject: Any, look: Look) -> Iterator[Any]:  # noqa: ANN401 - reports, a run, a comparison …
    """The pieces of a report as text, or bytes where the format is `binary`, written as they come."""
    draw = _drawer(command, form)
    if form.one_sheet:
        return draw(_shown(command).main(subject, look), look)
    if form.home.startswith("draw."):
        return draw(_shown(command), subject, look)
    return draw(subject, look)


def render_files(
    command: str, form: Format, subject: Any, look: Look  # noqa: ANN401
) -> Iterable[tuple[str, Iterator[str]]]:  # fmt: skip
    """For a format of `one_sheet`: the name of each file of a folder, and its pieces."""
    draw = _drawer(command, form)
    for sheet in _shown(command).files(subject, look):
        yield f"{sheet.name}{form.suffix}", draw(sheet, look)


def _drawer(command: str, form: Format) -> Callable[..., Iterator[Any]]:
    module, _, function = form.home.format(SHOWN[command]).partition(":")
    room = "sheets" if module.startswith("draw.") else "report"
    drawer: Callable[..., Iterator[Any]] = getattr(import_module(f"planlint.{room}.{module}"), function)
    return drawer


def _shown(command: str) -> Shown:
    return cast("Shown", import_module(f"planlint.report.{SHOWN[command]}.shown"))
