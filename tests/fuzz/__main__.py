"""The fuzzer: `python -m tests.fuzz --minutes 60` tries inputs of every kind and says how many there were and what failed.

python -m tests.fuzz --minutes 5 --only text      # one kind
python -m tests.fuzz --replay text:4711            # one case again, with its traceback
python -m tests.fuzz --minutes 60 --keep           # failing inputs are made short and kept as tests in tests/fuzz/found/
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import os
import signal
import statistics
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.fuzz.cases import EVERY_DEEP, KINDS, ROOT, Case, case_of
from tests.fuzz.found import keep
from tests.fuzz.invariants import digest
from tests.fuzz.shrink import failure_of, shrunk, way_of

if TYPE_CHECKING:
    from collections.abc import Iterator

# A case that takes so many times the usual cost of its kind for its size, and is no trifle, is looked at; and none takes longer than this.
_TIMES_DEARER, _TRIFLE, _LONGEST = 60, 0.5, 30
_PER_KIND = 50
_SEEDS_OF_HASHES = ("1", "2")


class TooLong(Exception):  # noqa: N818
    """A case takes more of the processor than any may."""


class Tally:
    """What was tried, what it cost and what failed."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.failures: dict[tuple[str, str, int], Case] = {}
        self._costs: dict[str, list[float]] = {}

    def is_dear(self, case: Case, cost: float) -> bool:
        """Whether the case costs out of all proportion, measured thrice."""
        key = f"{case.kind}{' deep' if case.deep else ''}"
        usual = self._costs.setdefault(key, [])
        size = max(case.size, 500)
        dear = (
            len(usual) > 200
            and cost > _TRIFLE
            and cost / size > _TIMES_DEARER * statistics.median(usual[-1000:])
        )
        if not dear:
            usual.append(cost / size)
            return False
        best = min(_cost_of(case) for _ in range(3))
        return best / size > _TIMES_DEARER * statistics.median(usual[-1000:])


def main() -> int:
    """Run, say what came of it; 1 where something failed."""
    asked = _asked()
    if asked.replay:
        kind, _, seed = asked.replay.partition(":")
        case_of(kind, int(seed)).hold()
        print(f"{asked.replay}: holds")
        return 0
    if asked.digests:
        kind, start = asked.digests.split(":")
        for seed in range(int(start), int(start) + 4 * EVERY_DEEP, EVERY_DEEP // 4):
            print(seed, digest(case_of(kind, seed).hold()))
        return 0
    kinds = [asked.only] if asked.only else list(KINDS)
    tally = Tally()
    until = time.monotonic() + 60 * asked.minutes
    for start in itertools.count(asked.seed, _PER_KIND):
        for kind in kinds:
            for seed in range(start, start + _PER_KIND):
                _try(kind, seed, tally, keeping=asked.keep)
            if time.monotonic() > until:
                return _said(tally, start)
        gc.collect()
        if (start // _PER_KIND) % 100 == 0:
            _try_hashes(start, tally)
            _said(tally, start)
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=0, help="the first number")
    parser.add_argument("--only", choices=KINDS)
    parser.add_argument("--replay", metavar="KIND:SEED")
    parser.add_argument("--keep", action="store_true", help="keep failing inputs as tests")
    parser.add_argument("--digests", help=argparse.SUPPRESS)
    return parser.parse_args()


def _try(kind: str, seed: int, tally: Tally, *, keeping: bool) -> None:
    case = case_of(kind, seed)
    tally.counts[f"{kind}{' deep' if case.deep else ''}"] += 1
    began = time.process_time()
    try:
        with _bounded():
            case.hold()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        way = way_of(error)
        if way in tally.failures:
            return
        tally.failures[way] = case
        print(f"FAILED {kind}:{seed} {way[0]}: {str(error)[:200]!r} at {way[1]}:{way[2]}", flush=True)
        if keeping and not isinstance(error, TooLong):
            print(f"  kept as {keep(shrunk(case))}", flush=True)
        return
    if tally.is_dear(case, time.process_time() - began):
        tally.failures["dear", kind, seed] = case
        print(f"DEAR {kind}:{seed}, {case.size} characters", flush=True)


@contextmanager
def _bounded() -> Iterator[None]:
    def over(_number: int, _frame: object) -> None:
        raise TooLong

    signal.signal(signal.SIGPROF, over)
    signal.setitimer(signal.ITIMER_PROF, _LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _cost_of(case: Case) -> float:
    began = time.process_time()
    failure_of(case)
    return time.process_time() - began


def _try_hashes(start: int, tally: Tally) -> None:
    """The same outputs whatever the order of sets."""
    for kind in ("text", "grammar"):
        outputs = set()
        for seed in _SEEDS_OF_HASHES:
            environment = {**os.environ, "PYTHONHASHSEED": seed}
            command = [sys.executable, "-m", "tests.fuzz", "--digests", f"{kind}:{start}"]
            outputs.add(
                subprocess.run(
                    command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False
                ).stdout
            )
        tally.counts["two hash seeds"] += 16
        if len(outputs) != 1:
            tally.failures["hashes", kind, start] = case_of(kind, start)
            print(f"UNSTEADY {kind}:{start}: two hash seeds give two outputs", flush=True)


def _said(tally: Tally, seed: int) -> int:
    print(
        json.dumps(
            {
                "up to": seed,
                "failed": len(tally.failures),
                "cases": sum(tally.counts.values()),
                **tally.counts,
            }
        ),
        flush=True,
    )
    return 1 if tally.failures else 0


if __name__ == "__main__":
    sys.exit(main())
