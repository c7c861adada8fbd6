"""`planlint rules`: what the rules are, one of them in full, and their examples run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planlint.errors import EXIT_FINDINGS, UsageError

if TYPE_CHECKING:
    from planlint.rulebook.roles import RoleRule

app = typer.Typer(help="规则：列出、查看、测试。", no_args_is_help=True, rich_markup_mode=None)


@app.command("list", help="列出全部规则。")
def list_command(
    rules: Annotated[list[Path] | None, typer.Option("--rules", metavar="DIR", help="自己的规则文件夹。")] = None,
) -> None:
    """Print one line a rule."""
    from planlint.report.write import write_screen
    from planlint.rulebook.roles import load_roles

    lines = [f"{r.id}  {r.role:<12}  {r.name:<24}  {r.title}\n" for r in load_roles(_book(rules))]
    write_screen("".join(lines))


@app.command("show", help="显示一条规则：planlint rules show ROL050（编号或英文名、中文名）。")
def show_command(
    rule: Annotated[str, typer.Argument(metavar="ID", help="编号或名称。")],
    rules: Annotated[list[Path] | None, typer.Option("--rules", metavar="DIR", help="自己的规则文件夹。")] = None,
) -> None:
    """Print one rule's file."""
    from planlint.report.write import write_screen

    found = _find(rule, rules)
    write_screen(f"# {found.path.name}\n{found.path.read_text(encoding='utf-8')}")


@app.command("test", help="运行规则自带的例子；给出路径则只测那些文件或文件夹。")
def test_command(
    path: Annotated[Path | None, typer.Argument(metavar="[PATH]", help="规则文件或规则文件夹。")] = None,
) -> None:
    """Run the examples of the rules; exit 1 where one fails, 2 where a file is wrong."""
    from planlint.report.write import write_screen
    from planlint.rulebook.book import builtin_rules
    from planlint.trial import trial

    if path is not None and not path.exists():
        raise UsageError(f"{path}: 找不到这个规则文件或文件夹，请检查路径")
    result = trial(path or builtin_rules())
    write_screen("".join(f"{problem}\n" for problem in result.problems))
    write_screen(f"{result.files} 个文件，{result.examples} 个例子，{len(result.problems)} 个不符\n")
    if result.problems:
        raise typer.Exit(EXIT_FINDINGS)


def _book(folders: list[Path] | None):  # type: ignore[no-untyped-def]  # noqa: ANN202 - imported where it is needed
    from planlint.rulebook import Rulebook

    return Rulebook(tuple(folders or ()))


def _find(name: str, folders: list[Path] | None) -> RoleRule:
    import difflib

    from planlint.rulebook.roles import load_roles

    rules = load_roles(_book(folders))
    for rule in rules:
        if name in (rule.id, rule.name, rule.title):
            return rule
    names = [n for rule in rules for n in (rule.id, rule.name, rule.title)]
    near = difflib.get_close_matches(name, names, 1, 0.5)
    hint = f"是否指 “{near[0]}”？" if near else "planlint rules list 列出全部规则"
    raise UsageError(f"没有规则 “{name}”，{hint}")
