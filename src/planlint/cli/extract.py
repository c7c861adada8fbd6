"""`planlint extract`: plans in, a structured report out."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planlint.cli.inputs import STDIN, documents_of, read
from planlint.errors import EXIT_INTERNAL, PlanlintError, UsageError
from planlint.report.record import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.report.words import Lang
    from planlint.rulebook import Rulebook

HELP = """抽取计划中的目标、时间节点、补贴、责任单位、引用文件和数字台账。

例：\n
  planlint extract 计划.txt\n
  planlint extract 计划.txt --format json -o 计划.json\n
  planlint extract 各市/ --format csv -o 表格/\n
  cat 计划.txt | planlint extract - --only targets,subsidies
"""


class Format(StrEnum):
    """Formats of the report."""

    CONSOLE = "console"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


class Language(StrEnum):
    """Languages of what the user reads."""

    ZH = "zh"
    EN = "en"


def extract_command(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="文件、文件夹或通配符；- 为标准输入。")],
    format_: Annotated[Format, typer.Option("--format", "-f", help="报告格式。")] = Format.CONSOLE,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE|DIR", help="写入文件或文件夹（先写旁边再改名）。")] = None,
    only: Annotated[str | None, typer.Option("--only", metavar="KINDS", help=f"只要这些，逗号分隔：{','.join(KINDS)}。")] = None,
    lang: Annotated[Language, typer.Option("--lang", help="报告用语。")] = Language.ZH,
    rules: Annotated[list[Path] | None, typer.Option("--rules", metavar="DIR", help="自己的规则文件夹，叠加在内置规则上。")] = None,
) -> None:
    """Run `planlint extract`."""
    kinds = _kinds(only)
    book = _rulebook(rules or [])
    files = documents_of(paths)
    run = _Run(book, kinds, quiet=len(files) == 1)
    reports = run.reports(files)
    language: Lang = lang.value  # type: ignore[assignment]
    if format_ is Format.JSONL:
        _emit_lines(reports, output)
    else:
        _emit(list(reports), format_, output, language, kinds, many=len(files) > 1 or Path(paths[0]).is_dir())
    if run.worst:
        raise typer.Exit(run.worst)


class _Run:
    """Extracts file after file; a failing one is said on stderr and the rest goes on. `worst` is the exit code so far."""

    def __init__(self, book: Rulebook, kinds: tuple[str, ...], *, quiet: bool) -> None:
        self._book = book
        self._kinds = kinds
        self._quiet = quiet
        self.worst = 0

    def reports(self, files: list[str]) -> Iterator[dict[str, Any]]:
        """The report of each readable file, in order."""
        for path in self._progress(files):
            try:
                yield self._one(path)
            except PlanlintError as error:
                self._failed(str(error), error.exit_code)
            except Exception as error:  # noqa: BLE001 - one bad document never takes the rest down
                if os.environ.get("PLANLINT_DEBUG"):
                    raise
                self._failed(f"{path}: 内部错误（{type(error).__name__}: {error}）；请附上文件反馈", EXIT_INTERNAL)

    def _one(self, path: str) -> dict[str, Any]:
        from planlint.pipeline import extract
        from planlint.report.record import report_of

        return report_of(extract(read(path), self._book), self._kinds)

    def _failed(self, line: str, code: int) -> None:
        self.worst = max(self.worst, code)
        sys.stderr.write(f"planlint: {line}\n")

    def _progress(self, files: list[str]) -> Iterator[str]:
        if self._quiet or not sys.stderr.isatty():
            yield from files
            return
        from rich.console import Console
        from rich.progress import track

        yield from track(files, description="抽取", console=Console(stderr=True), transient=True)


def _kinds(only: str | None) -> tuple[str, ...]:
    if only is None:
        return KINDS
    asked = [name.strip() for name in only.replace("，", ",").split(",") if name.strip()]
    for name in asked:
        if name not in KINDS:
            import difflib

            near = difflib.get_close_matches(name, KINDS, 1, 0.5)
            hint = f"是否指 {near[0]}？" if near else f"可选：{'、'.join(KINDS)}"
            raise UsageError(f"--only: 不认识 “{name}”，{hint}")
    if not asked:
        raise UsageError(f"--only: 没有写要什么，可选：{'、'.join(KINDS)}")
    return tuple(kind for kind in KINDS if kind in asked)


def _rulebook(folders: list[Path]) -> Rulebook:
    from planlint.rulebook import Rulebook

    for folder in folders:
        if not folder.is_dir():
            raise UsageError(f"--rules: {folder} 不是文件夹，请给出含 lexicon/、roles/ 的文件夹")
    if folders:
        from planlint.rulebook.validate import require_valid

        require_valid(folders)
    return Rulebook(tuple(folder.resolve() for folder in folders))


def _emit_lines(reports: Iterator[dict[str, Any]], output: Path | None) -> None:
    import json

    from planlint.report.write import write_file, write_screen

    lines = (json.dumps(report, ensure_ascii=False) + "\n" for report in reports)
    if output is None:
        for line in lines:
            write_screen(line)
    else:
        write_file(output, "".join(lines))


def _emit(
    reports: list[dict[str, Any]], format_: Format, output: Path | None, lang: Lang, kinds: tuple[str, ...], *, many: bool
) -> None:
    from planlint.report.write import write_file, write_screen

    if output is not None and (output.is_dir() or str(output).endswith(("/", "\\")) or (many and not output.suffix)):
        for name, text, encoding in _files(reports, format_, lang, kinds):
            write_file(output / name, text, encoding)
    elif output is not None:
        if reports:
            write_file(output, _text(reports, format_, lang, kinds, many=many), "utf-8-sig" if format_ is Format.CSV else "utf-8")
    else:
        write_screen(_text(reports, format_, lang, kinds, many=many))


def _text(reports: list[dict[str, Any]], format_: Format, lang: Lang, kinds: tuple[str, ...], *, many: bool) -> str:
    if format_ is Format.JSON:
        import json

        value: object = reports if many else (reports[0] if reports else None)
        return "" if value is None else json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    if format_ is Format.CSV:
        from planlint.report.csv_report import tables

        return tables(kinds, reports, lang) if reports else ""
    if format_ is Format.MD:
        from planlint.report.markdown import markdown

        return "\n".join(markdown(report, lang) for report in reports)
    from planlint.report.console import console_report

    return "\n".join(console_report(report, lang) for report in reports)


def _files(
    reports: list[dict[str, Any]], format_: Format, lang: Lang, kinds: tuple[str, ...]
) -> Iterator[tuple[str, str, str]]:
    """File names, texts and encodings for an output folder: CSV one a kind, the other formats one a document."""
    if format_ is Format.CSV:
        from planlint.report.csv_report import COLUMNS, table

        for kind in kinds:
            if kind in COLUMNS:
                yield f"{kind}.csv", table(kind, reports, lang), "utf-8-sig"
        return
    suffix = {Format.CONSOLE: ".txt", Format.MD: ".md", Format.JSON: ".json"}[format_]
    used: set[str] = set()
    for report in reports:
        path = report["source"]["path"]
        stem = "stdin" if path == STDIN or path == "<stdin>" else Path(path).stem
        name = stem
        count = 2
        while name.casefold() in used:
            # two plans of one name from two folders do not overwrite each other
            name, count = f"{stem}-{count}", count + 1
        used.add(name.casefold())
        yield name + suffix, _text([report], format_, lang, kinds, many=False), "utf-8"
