"""What `planlint compare` costs as plans grow many: memory of the whole process, and CPU seconds a plan as ratios of one run.

python benchmarks/comparing.py            1,000, 3,000 and 10,000 plans; 20 minutes on two cores
python benchmarks/comparing.py --quick    300 and 1,000
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from many_plans import write_plans  # noqa: E402
from speed import say  # noqa: E402

# The process that compares is a child of one that does nothing else, so that its peak is its own.
_STARTER = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_maxrss / 1024, used.ru_utime + used.ru_stime)
"""
MEGABYTES = 400
LINEAR = 1.25


class Cost(NamedTuple):
    """What one run took: megabytes at its peak, seconds of all processors."""

    peak: float
    seconds: float


def cost_of(folder: Path, form: str) -> Cost:
    """The cost of comparing all plans of a folder."""
    command = [sys.executable, "-m", "planlint", "compare", folder, "-f", form, "-o", folder.parent / form]
    told = subprocess.run(
        [sys.executable, "-c", _STARTER, *map(str, command)], capture_output=True, text=True, check=True
    )
    return Cost(*map(float, told.stdout.split()))


def main(counts: tuple[int, ...], form: str) -> None:
    """Each number of plans, then what the last ones cost beyond the first."""
    costs: list[Cost] = []
    with tempfile.TemporaryDirectory() as place:
        for count in counts:
            folder = Path(place) / str(count)
            write_plans(folder, count)
            costs.append(cost_of(folder, form))
            say(f"{form}, {count} plans: MB at the peak", costs[-1].peak, MEGABYTES)
    for before, after, few, many in zip(costs, costs[1:], counts, counts[1:], strict=False):
        growth = after.seconds / many / (before.seconds / few)
        say(f"{form}, CPU a plan, {many} plans / {few}", growth, LINEAR)


if __name__ == "__main__":
    main((300, 1000) if "--quick" in sys.argv else (1000, 3000, 10_000), "csv")
