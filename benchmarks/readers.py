"""What the readers cost, as ratios measured in one run: `10 KB as .docx, beyond .txt / bare imports  0.21 (bar 0.3)`.

python benchmarks/readers.py            every reader; a minute, because of the PDF of 300 pages
python benchmarks/readers.py --quick    without the long files
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "samples")]

from make_formats import lines_of, to_docx, to_html, to_ofd, to_pdf  # noqa: E402

from planlint.read import read_document  # noqa: E402
from speed import BARE, RUNS, plans, say  # noqa: E402

FORMATS = {"docx": to_docx, "pdf": to_pdf, "ofd": to_ofd, "html": to_html}
SIZE = 10_000
PAGES = 300
_STARTER = """
import resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def text_of(size: int) -> list[str]:
    """Lines of real plans, or of the samples, of about that many bytes."""
    lines: list[str] = []
    left = size
    while left > 0:
        for path in sorted(plans(), key=lambda path: abs(path.stat().st_size - SIZE)):
            for line in lines_of(read_document(path).text):
                left -= len(line.encode())
                lines.append(line)
                if left <= 0:
                    return lines
    return lines


def seconds(commands: list[list[str]]) -> list[float]:
    """The fastest run of each command; they take turns, so that what disturbs one disturbs the others."""
    best = [float("inf")] * len(commands)
    for _ in range(RUNS):
        for i, command in enumerate(commands):
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            best[i] = min(best[i], time.perf_counter() - start)
    return best


def short_files(folder: Path) -> None:
    """The whole process on one plan in every format, beyond the same lines as plain text."""
    lines = text_of(SIZE)
    (folder / "plan.txt").write_text("\n".join(lines), encoding="utf-8")
    files = {}
    for suffix, make in FORMATS.items():
        files[f".{suffix}"] = folder / f"plan.{suffix}"
        files[f".{suffix}"].write_bytes(make(lines))
    exported = as_exported(files[".docx"], folder / "exported")
    if exported is not None:
        # the sample writer embeds no fonts, so that PDFium measures every character by a stand-in among the machine's own
        files[".pdf without its fonts"] = files.pop(".pdf")
        files[".pdf as an office exports it"] = exported
    commands = [[sys.executable, "-m", "planlint", "extract", str(file)] for file in files.values()]
    text_command = [sys.executable, "-m", "planlint", "extract", str(folder / "plan.txt")]
    bare, text, *others = seconds([[sys.executable, "-c", BARE], text_command, *commands])
    for name, own in zip(files, others, strict=True):
        say(
            f"10 KB as {name}, beyond .txt / bare imports",
            (own - text) / bare,
            0.3,
            f"{own * 1000:.0f} ms, .txt {text * 1000:.0f} ms, bare {bare * 1000:.0f} ms",
        )


def as_exported(word: Path, folder: Path) -> Path | None:
    """The Word file as LibreOffice makes a PDF of it, with its fonts; None where LibreOffice is not installed."""
    office = shutil.which("soffice")
    if office is None:
        return None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(word)]
    subprocess.run(command, check=True, capture_output=True)
    return folder / f"{word.stem}.pdf"


def long_files(folder: Path) -> None:
    """Time and memory of whole commands on as many pages as the longest plans have."""
    lines = text_of(PAGES * 1_700)
    for suffix, make in (("pdf", to_pdf), ("ofd", to_ofd)):
        file = folder / f"long.{suffix}"
        file.write_bytes(make(lines))
        pages = sum(mark.kind == "page" for mark in read_document(file).marks)
        plain = folder / "long.txt"
        plain.write_text("\n".join(lines), encoding="utf-8")
        for verb in ("text", "extract"):
            took, megabytes = measured([sys.executable, "-m", "planlint", verb, str(file)])
            alone, _ = measured([sys.executable, "-m", "planlint", verb, str(plain)])
            note = f"{took:.1f} s, {took / pages * 1000:.1f} ms a page; .txt {alone:.1f} s"
            say(f"planlint {verb} on {pages} pages of {suffix}, peak memory in MB", megabytes, 300, note)


def measured(command: list[str]) -> tuple[float, float]:
    """Seconds and megabytes of one process; a small one starts it, for a child is counted with the memory of its parent."""
    started = subprocess.run([sys.executable, "-c", _STARTER, *command], capture_output=True, check=True)
    took, kilobytes = started.stdout.split()
    return float(took), int(kilobytes) / 1024


def main() -> int:
    """Print every ratio; the exit code is 0 whatever they are, for a slow machine is no defect."""
    with tempfile.TemporaryDirectory() as folder:
        short_files(Path(folder))
        if "--quick" not in sys.argv:
            long_files(Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
