"""What the tests of pages share: the sample plans, a run of the command line, a reader of HTML, a browser where there is one."""

from html.parser import HTMLParser
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

_spec = spec_from_file_location("browser", HERE / "browser.py")
_browser = module_from_spec(_spec)
_spec.loader.exec_module(_browser)


class Page(HTMLParser):
    """The elements of a page as (tag, attributes, text), and what is wrong with its nesting."""

    VOID = ("meta", "input", "br", "link", "img")

    def __init__(self, text) -> None:
        super().__init__()
        self.elements, self.problems, self._open = [], [], []
        self.feed(text)
        self.close()
        self.problems += [f"never closed: {e[0]}" for e in self._open]

    def handle_starttag(self, tag, attrs) -> None:
        element = [tag, dict(attrs), ""]
        self.elements.append(element)
        if tag not in self.VOID:
            self._open.append(element)

    def handle_startendtag(self, tag, attrs) -> None:
        self.elements.append([tag, dict(attrs), ""])

    def handle_endtag(self, tag) -> None:
        if not self._open or self._open[-1][0] != tag:
            self.problems.append(f"{tag} at {self.getpos()}")
            return
        self._open.pop()

    def handle_data(self, data) -> None:
        for element in self._open:
            element[2] += data

    def find(self, tag=None, **wanted):
        """The elements with this tag and these attributes; `True` asks only that the attribute is there."""
        found = []
        for element in self.elements:
            attributes = element[1]
            if (tag is None or element[0] == tag) and all(
                name in attributes if value is True else value in (attributes.get(name) or "").split()
                for name, value in ((n.rstrip("_").replace("_", "-"), v) for n, v in wanted.items())
            ):
                found.append(element)
        return found


@pytest.fixture(scope="session")
def page_of():
    """Parses a page."""
    return Page


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


@pytest.fixture(scope="session")
def samples():
    """The three invented plans of the comparison."""
    return sorted((ROOT / "samples" / "compare").glob("*.txt"))


@pytest.fixture
def browser():
    """One page of a headless Chromium."""
    if _browser.CHROMIUM is None:
        pytest.skip("no chromium on this machine: pages are tested by their text alone")
    with _browser.Browser() as page:
        page.size(1280)
        yield page


@pytest.fixture(scope="session")
def unclean():
    """What no page of ours may contain: anything that a browser would fetch."""

    def find(page):
        return [
            (tag, name, value)
            for tag, attributes, _ in page.elements
            for name, value in attributes.items()
            if (name in ("src", "srcset", "action", "style") or name.startswith("on"))
            or (name in ("href", "xlink:href") and not (value or "").startswith("#"))
        ]

    return find
