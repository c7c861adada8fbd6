"""Tasks done by several processes, results in the order of the tasks; a process that is killed costs nobody but its own task.

The processes know the tasks from their start and are told numbers only: what is sent to them never fills a pipe, so that nobody waits for
one who waits. Whoever loses its parent ends.
"""

from __future__ import annotations

import multiprocessing as mp
import os
import signal
import threading
from collections import deque
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.process import BaseProcess

Task = TypeVar("Task")
Result = TypeVar("Result")

# A process has its next task at hand while its last result is taken; results that wait for their turn are bounded.
_AT_HAND = 2
_AHEAD = 32


@dataclass(slots=True, eq=False)
class _Worker:
    process: BaseProcess
    line: Connection
    given: deque[int] = field(default_factory=deque)


class Workers(Generic[Task, Result]):
    """Iterate it for the results.

    `work` must not raise. A task whose process dies is named to `died` and tried once more while nothing else runs; where that process
    dies as well, `lost` makes its result.
    """

    def __init__(
        self,
        work: Callable[[Task], Result],
        tasks: Sequence[Task],
        count: int,
        died: Callable[[Task], None],
        lost: Callable[[Task], Result],
    ) -> None:
        self._work = work
        self._tasks = tasks
        self._count = min(count, len(tasks))
        self._died, self._lost = died, lost
        self._workers: list[_Worker] = []
        self._left = deque(range(len(tasks)))
        self._suspects: deque[int] = deque()
        self._tried: set[int] = set()
        self._done: dict[int, Result] = {}

    def __iter__(self) -> Iterator[Result]:
        try:
            for number in range(len(self._tasks)):
                while number not in self._done:
                    self._hand_out(number)
                    self._take()
                yield self._done.pop(number)
        finally:
            self._end()

    def _hand_out(self, wanted: int) -> None:
        """Give tasks to whoever has room, a suspect only to one process while all others rest."""
        if self._suspects:
            if not any(worker.given for worker in self._workers):
                self._give(self._suspects.popleft())
            return
        if any(number in self._tried for worker in self._workers for number in worker.given):
            return
        while self._left and self._left[0] < wanted + self._count * _AHEAD:
            if min((len(w.given) for w in self._workers), default=0) >= _AT_HAND and self._is_full():
                return
            self._give(self._left.popleft())

    def _is_full(self) -> bool:
        return len(self._workers) == self._count

    def _give(self, number: int) -> None:
        idlest = min(self._workers, key=lambda worker: len(worker.given), default=None)
        if idlest is None or (idlest.given and not self._is_full()):
            idlest = self._started()
        idlest.given.append(number)
        try:
            idlest.line.send(number)
        except OSError:  # it has just died: that is seen when its result is waited for
            return

    def _started(self) -> _Worker:
        ours, theirs = mp.Pipe()
        process = mp.Process(target=_serve, args=(self._work, self._tasks, theirs), daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _take(self) -> None:
        """Wait for the next result, or the next death."""
        lines = {worker.line: worker for worker in self._workers if worker.given}
        for line in wait(list(lines)):
            assert isinstance(line, Connection)
            worker = lines[line]
            try:
                result = line.recv()
            except Exception:  # noqa: BLE001 - whatever half a message looks like, nobody is left to finish it
                self._bury(worker)
                continue
            self._done[worker.given.popleft()] = result

    def _bury(self, worker: _Worker) -> None:
        """Whoever is dead had its first task in work; the others of its tasks are as good as new."""
        self._workers.remove(worker)
        _stop(worker)
        suspect, *others = worker.given
        self._left.extendleft(reversed(others))
        if suspect in self._tried:
            self._done[suspect] = self._lost(self._tasks[suspect])
            return
        self._tried.add(suspect)
        self._suspects.append(suspect)
        self._died(self._tasks[suspect])

    def _end(self) -> None:
        for worker in self._workers:
            _stop(worker)


def _stop(worker: _Worker) -> None:
    worker.line.close()
    worker.process.kill()
    worker.process.join()


def _serve(work: Callable[[Any], Any], tasks: Sequence[Any], line: Connection) -> None:
    """Do tasks by their numbers until nobody asks any more."""
    # Ctrl-C reaches every process of the terminal: the parent alone says so, and stops the others
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        while True:
            line.send(work(tasks[line.recv()]))
    except (EOFError, OSError):
        return


def _end_with_parent() -> None:
    parent = mp.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
