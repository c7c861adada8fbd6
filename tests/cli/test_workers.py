"""Processes that are killed: their task is named and tried again alone, everybody else's result comes in its order."""

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from planlint.batch.workers import Workers

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9 as POSIX has it")


def square(number: int, *, deadly: frozenset[int], once: Path | None = None) -> int:
    """The square; a deadly number ends its process, only the first time where `once` is a place to remember it."""
    if number in deadly:
        mark = None if once is None else once / str(number)
        if mark is None or not mark.exists():
            if mark is not None:
                mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def run(work, tasks, count: int) -> tuple[list, list]:
    died: list = []
    return list(Workers(work, tasks, count, died.append, lambda task: f"lost {task}")), died


@pytest.mark.parametrize("count", [1, 2, 5])
@pytest.mark.parametrize("deadly", [{0}, {7}, {3, 4, 5}, set(range(12))], ids=str)
def test_a_task_that_kills_twice_is_lost_alone(count: int, deadly: set[int]) -> None:
    results, died = run(partial(square, deadly=frozenset(deadly)), range(12), count)
    assert results == [f"lost {n}" if n in deadly else n * n for n in range(12)]
    assert sorted(died) == sorted(deadly)


@pytest.mark.parametrize("seed", range(10))
def test_ten_kills_from_outside_cost_nothing(tmp_path: Path, seed: int) -> None:
    deadly = frozenset({seed, seed + 3, 11})
    results, died = run(partial(square, deadly=deadly, once=tmp_path), range(20), 2)
    assert results == [n * n for n in range(20)]
    assert set(died) == deadly


def test_results_larger_than_a_pipe() -> None:
    results, _ = run(partial(large, size=300_000), range(30), 3)
    assert [len(result) for result in results] == [300_000 + n for n in range(30)]


def large(number: int, *, size: int) -> str:
    return "字" * (size + number)


def test_no_process_survives_its_parent() -> None:
    code = """
import os, signal, sys, time
from planlint.batch.workers import Workers
def work(n):
    if n >= 2:
        while True: time.sleep(1)
    return os.getpid()
if __name__ == "__main__":
    results = iter(Workers(work, range(20), 2, print, print))
    print(next(results), next(results), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""
    # the workers hold the same output: it comes to its end when the last of them is gone, and so does this call
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.returncode == -signal.SIGKILL
    assert len(result.stdout.split()) == 2
