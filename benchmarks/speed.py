"""Speed as ratios measured in one run, so that the machine drops out: `extract / jieba.lcut  0.61 (bar 1.6)`.

python benchmarks/speed.py            every ratio; minutes, because of the 10 MB file
python benchmarks/speed.py --quick    without the large files
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared" / "corpus"
SAMPLES = HERE.parent / "samples"
BARE = "import typer, pydantic, yaml"
# Each process is timed so often, and the fastest run counts: the others were disturbed.
RUNS = 15


def plans() -> list[Path]:
    """The real plans where they lie beside the checkout, else the samples."""
    return sorted(SHARED.glob("*.txt")) or sorted(SAMPLES.glob("*.txt"))


def say(name: str, ratio: float, bar: float, note: str = "") -> None:
    """One line: what was measured, the ratio, the bar, and whether it holds."""
    print(f"{name:58}{ratio:7.2f}   bar {bar:<6g}{'ok' if ratio <= bar else 'MISSED'}   {note}", flush=True)


def fastest(run: Callable[[], object], times: int) -> float:
    """Seconds of the fastest of several runs."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    return best


def against_jieba() -> None:
    """Extraction against the segmenter alone, on the same texts, both warm."""
    import jieba

    from planlint import extract, read_document

    jieba.setLogLevel(60)
    sources = [read_document(path) for path in plans()]
    extract(sources[0])
    jieba.lcut("云岭市")
    cut = fastest(lambda: [jieba.lcut(source.text) for source in sources], 5)
    ours = fastest(lambda: [extract(source) for source in sources], 5)
    size = sum(len(source.text) for source in sources)
    say(
        "extract / jieba.lcut, same texts",
        ours / cut,
        1.6,
        f"{size / ours / 1000:.0f} thousand characters a second",
    )


def grown(times: int) -> str:
    """All plans one behind the other, `times` over, the copies told apart so that none is a second printing of another."""
    texts = [path.read_text(encoding="utf-8", errors="ignore") for path in plans()]
    parts = []
    for i in range(times):
        mark = chr(0x4E00 + i % 2000) + chr(0x5200 + i // 2000)
        parts.extend(text.replace("，", f"，{mark}") for text in texts)
    return "\n".join(parts)


def linear() -> None:
    """Ten times the text, up to 10 MB in one file."""
    from planlint import extract

    unit = len(grown(1).encode())
    small, large = max(1, 1_000_000 // unit), max(10, 10_000_000 // unit)
    short, long = grown(small), grown(large)
    first = fastest(lambda: extract(short), 2)
    second = fastest(lambda: extract(long), 1)
    share = len(long) / len(short)
    say(
        f"{share:.1f} times the text ({len(long.encode()) / 1e6:.1f} MB), time per character",
        second / first / share,
        1.1,
    )


def whole_process() -> None:
    """Whole commands on one plan of about 10 KB against the bare imports; the last line is a start that finds nothing kept."""
    plan = min(plans(), key=lambda path: abs(path.stat().st_size - 10_000))
    commands = {
        "extract": ["extract", str(plan)],
        "extract --format json": ["extract", str(plan), "--format", "json"],
        "check": ["check", str(plan), "--exit-zero"],
    }
    bare = _process([sys.executable, "-c", BARE])
    for name, arguments in commands.items():
        ours = _process([sys.executable, "-m", "planlint", *arguments])
        say(
            f"planlint {name}, whole process / bare imports",
            ours / bare,
            2.0,
            f"{ours * 1000:.0f} ms / {bare * 1000:.0f} ms",
        )
    alone = _process(
        [sys.executable, "-m", "planlint", *commands["extract"]], {**os.environ, "PLANLINT_NO_CACHE": "1"}
    )
    print(
        f"planlint extract without a cache, whole process / bare imports {alone / bare:.2f}   no bar   {alone * 1000:.0f} ms"
    )


def _process(command: list[str], environment: dict[str, str] | None = None) -> float:
    return fastest(
        lambda: subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, env=environment
        ),
        RUNS,
    )


def words_load() -> None:
    """What the first text with numbers pays for the words: CPU time of loading them, in a process of its own."""
    program = (
        "import time, planlint.pipeline\nfrom planlint.text import words\n"
        "start = time.process_time(); words.cut('云岭市'); print(time.process_time() - start)"
    )
    command = [sys.executable, "-c", program]
    seconds = min(
        float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(RUNS)
    )
    say("loading the words, CPU ms", seconds * 1000, 40)


def checking() -> None:
    """What the checks add to extraction."""
    from planlint import extract, read_document
    from planlint.check.rules import load_checks
    from planlint.checking import Checker, check_source
    from planlint.rulebook import Rulebook

    checker = Checker(rules=load_checks(Rulebook()))
    sources = [read_document(path) for path in plans()]
    check_source(sources[0], checker)
    alone = fastest(lambda: [extract(source) for source in sources], 3)
    both = fastest(lambda: [check_source(source, checker) for source in sources], 3)
    say("check adds to extract", (both - alone) / alone, 0.5)


def memory() -> None:
    """Peak memory of a whole process on one plan."""
    plan = min(plans(), key=lambda path: abs(path.stat().st_size - 10_000))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "planlint", "extract", str(plan), "-o", f"{folder}/out.txt"], check=True
        )
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    say("peak memory on a plan of 10 KB, MB", peak, 120)


def main() -> int:
    """Print every ratio; the exit code is 0 whatever they are, for a slow machine is no defect."""
    memory()  # first: the figure is the largest child's so far
    whole_process()
    words_load()
    against_jieba()
    checking()
    if "--quick" not in sys.argv:
        linear()
    return 0


if __name__ == "__main__":
    sys.exit(main())
