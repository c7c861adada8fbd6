"""`planlint text`: the source text as read, what the spans of every report count in."""

from __future__ import annotations

from typing import Annotated

import typer

from planlint.cli.inputs import read

HELP = """显示读到的原文：报告里的位置（起、止、行、列）都按它计。

例：planlint text 计划.txt --line-numbers
"""


def text_command(
    path: Annotated[str, typer.Argument(metavar="FILE", help="文件；- 为标准输入。")],
    line_numbers: Annotated[bool, typer.Option("--line-numbers", "-n", help="每行前加行号。")] = False,
) -> None:
    """Run `planlint text`."""
    from planlint.report.write import write_screen

    text = read(path).text
    if not line_numbers:
        write_screen(text)
        return
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    width = len(str(len(lines)))
    write_screen("".join(f"{i:>{width}}  {line}\n" for i, line in enumerate(lines, 1)))
