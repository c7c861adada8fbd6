"""What the tests of comparisons share: the sample plans, the real ones where they are, and a run of the command line."""

from pathlib import Path

import pytest

from planlint import read_document
from planlint.comparing import Wishes, compare, facts_of

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "samples" / "compare").glob("*.txt"))


class Compared:
    """A comparison with two short ways into it; everything else is the comparison's own."""

    def __init__(self, comparison) -> None:
        self.comparison = comparison

    def __getattr__(self, name):
        return getattr(self.comparison, name)

    def row(self, noun, level=None, mode=None, scope=None):
        """The row of a noun that holds cells of this level, mode and scope."""
        for row in self.comparison.indicators:
            if row.key.noun == noun and any(_of(cell, level, mode, scope) for cell in row.cells):
                return row
        raise AssertionError(f"no row {noun} {level} {mode} {scope}")

    def cells(self, *key, **named):
        """`{(plan, year): cell}` of the cells of one level, mode and scope; a cell without a number says none of them."""
        kind = dict(zip(("noun", "level", "mode", "scope"), key, strict=False)) | named
        kind.pop("noun")
        return {
            (cell.plan, cell.year): cell
            for cell in self.row(*key, **named).cells
            if cell.state == "no-number" or _of(cell, **kind)
        }


def _of(cell, level=None, mode=None, scope=None):
    return (cell.level, cell.mode, cell.scope) == (level, mode, scope)


def _compared(paths, **wishes) -> Compared:
    plans = [facts_of(read_document(str(p))) for p in paths]
    return Compared(
        compare(plans, wishes=Wishes(text_of=lambda plan: read_document(plan.path).text, **wishes))
    )


@pytest.fixture(scope="session")
def compared():
    """Compares files."""
    return _compared


@pytest.fixture(scope="session")
def sample_paths():
    """The three invented plans."""
    return SAMPLES


@pytest.fixture(scope="session")
def samples():
    """Their comparison."""
    return _compared(SAMPLES)


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
