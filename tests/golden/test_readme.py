"""What README.md shows is what the program prints."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BLOCKS = [
    pytest.param(match[0], match[1], id=f"{page}: {match[0]}")
    for page in ("README.md", "README.zh-CN.md")
    for match in re.findall(
        r"```console\n\$ planlint (.+)\n((?:.*\n)+?)```", (ROOT / page).read_text(encoding="utf-8")
    )
]


@pytest.mark.parametrize(("command", "shown"), BLOCKS)
def test_shown_output_is_real(command: str, shown: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")  # a command may write files where it runs
    run = subprocess.run(
        [sys.executable, "-m", "planlint", *shlex.split(command)], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    want = shown.rstrip("\n").removesuffix("\n…")
    assert run.stdout.startswith(want)
