"""What the tests of reviews share: a plan in a folder of its own, its review, a server beside it, a browser where there is one."""

import os
import re
import shutil
import signal
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from planlint import extract, read_document
from planlint.review.apply import review
from planlint.review.journal import append, journal_path, read_journal
from planlint.review.making import Maker

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"

_spec = spec_from_file_location("browser", ROOT / "tests" / "report" / "browser.py")
_browser = module_from_spec(_spec)
_spec.loader.exec_module(_browser)


class Desk:
    """A plan and what is said of it: `desk.do("甲", "correct", item, {"value": "45"})` appends an action."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.journal = journal_path(path)

    @property
    def base(self):
        return extract(read_document(self.path))

    @property
    def review(self):
        return review(self.base, read_journal(self.journal).actions)

    def item(self, kind, words, state=None):
        """The first item of a kind whose words hold these."""
        return next(
            item
            for item in self.review.items
            if item.kind == kind and words in item.fact.quote and (state is None or item.state == state)
        )

    def do(self, who, what, *given, **more):
        action = getattr(Maker(self.base.source, who), what)(*given, **more)
        append(self.journal, [action])
        return action


@pytest.fixture
def desk(tmp_path):
    """The sample of an action plan."""
    path = tmp_path / "plan.txt"
    shutil.copy(SAMPLES / "clean-action-plan.txt", path)
    return Desk(path)


@pytest.fixture
def run(capsys):
    """Run the command line: exit code, standard output, standard error."""
    from planlint.cli.app import main

    def call(*arguments):
        with pytest.raises(SystemExit) as stop:
            main([str(a) for a in arguments])
        out = capsys.readouterr()
        return stop.value.code, out.out, out.err

    return call


class Server:
    """`planlint review` in a process of its own."""

    def __init__(self, *arguments) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "planlint", "review", *map(str, arguments), "--no-open"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True, encoding="utf-8", env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/[\w-]+/", line)
        assert found, line + self.process.stderr.read()
        self.address = found[0]
        self.host = self.address.split("/")[2]

    def kill(self) -> None:
        """End it as a power cut does."""
        self.process.send_signal(signal.SIGKILL)
        self.close()

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()


@pytest.fixture
def serving():
    """Starts servers, and ends them behind the test."""
    started = []

    def start(*arguments):
        started.append(Server(*arguments))
        return started[-1]

    yield start
    for server in started:
        if server.process.returncode is None:
            server.close()


@pytest.fixture(scope="module")
def untouched(tmp_path_factory):
    """A plan with its server for all tests of a file that keep nothing."""
    path = tmp_path_factory.mktemp("untouched") / "plan.txt"
    shutil.copy(SAMPLES / "clean-action-plan.txt", path)
    server = Server(path, "--as", "张三")
    yield Desk(path), server
    server.close()


@pytest.fixture
def browser():
    """One page of a headless Chromium."""
    if _browser.CHROMIUM is None:
        pytest.skip("no chromium on this machine: the review page is tested by its answers alone")
    with _browser.Browser() as page:
        page.size(1400)
        yield page


@pytest.fixture
def two_browsers(browser):
    """Two pages that know nothing of each other."""
    with _browser.Browser() as other:
        other.size(1400)
        yield browser, other
