"""A headless Chromium driven over a pipe, with the standard library alone: open a page, click, type, look at it, take its picture."""

import base64
import contextlib
import json
import os
import select
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Self

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--remote-debugging-pipe",
)  # fmt: skip


_PATIENCE = 60


class Browser:
    """One page. `with Browser() as page: page.open(path)`; what the page asks of the network and its errors are kept."""

    def __enter__(self) -> Self:
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_browser, ours_out = os.pipe()
        ours_in, from_browser = os.pipe()

        def as_three_and_four() -> None:
            # the numbers may be taken by each other: move both out of the way first
            a, b = os.dup(to_browser), os.dup(from_browser)
            os.dup2(a, 3)
            os.dup2(b, 4)

        self._process = subprocess.Popen(
            [CHROMIUM, *_FLAGS, f"--user-data-dir={self._profile.name}"], close_fds=False, preexec_fn=as_three_and_four,  # noqa: PLW1509 - there are no threads
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_browser)
        os.close(from_browser)
        self._out = os.fdopen(ours_out, "wb", buffering=0)
        self._in = os.fdopen(ours_in, "rb", buffering=0)
        self._count, self._rest, self._session = 0, b"", None
        self.requests, self.errors = [], []
        self._loaded = False
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")
        return self

    def __exit__(self, *_) -> None:
        self._session = None
        with contextlib.suppress(EOFError, OSError, TimeoutError):
            self.call("Browser.close")
        self._process.wait(timeout=20)
        self._out.close()
        self._in.close()
        self._profile.cleanup()

    def call(self, method, **params):
        """Send one command and read until its answer; events on the way are noted."""
        self._count += 1
        message = {"id": self._count, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        self._out.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._count:
                if "error" in answer:
                    raise RuntimeError(answer["error"])
                return answer["result"]
            self._note(answer)

    def _read(self):
        while b"\0" not in self._rest:
            if not select.select([self._in], [], [], _PATIENCE)[0]:
                raise TimeoutError("the browser does not answer")
            piece = os.read(self._in.fileno(), 1 << 16)
            if not piece:
                raise EOFError
            self._rest += piece
        one, _, self._rest = self._rest.partition(b"\0")
        return json.loads(one)

    def _note(self, event) -> None:
        name, params = event.get("method"), event.get("params", {})
        if name == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        elif name == "Runtime.exceptionThrown":
            self.errors.append(params["exceptionDetails"].get("exception", {}).get("description", "?"))
        elif name == "Log.entryAdded" and params["entry"]["level"] == "error":
            self.errors.append(params["entry"]["text"])
        elif name == "Page.loadEventFired":
            self._loaded = True

    def size(self, width, height=900, *, phone=False) -> None:
        """The window, or the screen of a phone."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2 if phone else 1, mobile=phone
        )  # fmt: skip

    def open(self, path, fragment="") -> None:
        """Load a file and wait until it is there."""
        self.visit(Path(path).resolve().as_uri() + fragment)

    def visit(self, address) -> None:
        """Load an address and wait until it is there."""
        self._loaded = False
        started = self.call("Page.navigate", url=address)
        # the same page with another fragment is not loaded again
        while "loaderId" in started and not self._loaded:
            self._note(self._read())

    def run(self, script):
        """The value of a JavaScript expression."""
        done = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in done:
            raise RuntimeError(done["exceptionDetails"]["exception"].get("description"))
        return done["result"].get("value")

    def place(self, selector):
        """The middle of an element, scrolled into view."""
        return self.run(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView({{block: 'center'}});"
            "const r = e.getClientRects()[0]; return [r.left + r.width / 2, r.top + r.height / 2]; })()"
        )

    def hover(self, selector) -> None:
        """Move the mouse there."""
        x, y = self.place(selector)
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def click(self, selector) -> None:
        """A real click: whatever lies on top gets it. The page is at rest before, for things move, and has answered behind."""
        self.place(selector)
        self.rest()
        x, y = self.place(selector)
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        self.rest()

    def rest(self) -> None:
        """Wait until two pictures are drawn: what was asked of the page has happened, and lies where it will lie."""
        self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def key(self, name, text="", *, shift=False) -> None:
        """Press and let go one key."""
        code = {
            "Tab": 9,
            "Enter": 13,
            "Escape": 27,
            "ArrowLeft": 37,
            "ArrowUp": 38,
            "ArrowRight": 39,
            "ArrowDown": 40,
        }.get(name, 0)
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=code, modifiers=8 if shift else 0,
                text=text if kind == "keyDown" else "",
            )  # fmt: skip

    def drag(self, start, end) -> None:
        """Press the mouse at one place of the window, move it, and let it go at another."""
        for kind, (x, y), buttons in (
            ("mousePressed", start, 1),
            ("mouseMoved", end, 1),
            ("mouseReleased", end, 0),
        ):
            self.call(
                "Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=buttons, clickCount=1
            )  # fmt: skip

    def until(self, script):
        """Wait until an expression is true, as the page goes on drawing."""
        return self.run(
            f"new Promise((done, fail) => {{ let n = 0; const look = () => {{ const v = ({script}); if (v) done(v);"
            f" else if (n++ > 1200) fail(new Error({json.dumps(script)})); else requestAnimationFrame(look); }}; look(); }})"
        )

    def type(self, selector, text) -> None:
        """Write into a field."""
        self.run(f"document.querySelector({json.dumps(selector)}).focus()")
        self.call("Input.insertText", text=text)

    def dark(self, *, on=True) -> None:
        """Ask for the dark colours."""
        value = "dark" if on else "light"
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": value}])

    def picture(self, path, *, whole=True) -> None:
        """The page as PNG."""
        data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        Path(path).write_bytes(base64.b64decode(data))

    def paper(self, path) -> None:
        """The page as PDF."""
        data = self.call("Page.printToPDF", printBackground=False, preferCSSPageSize=True)["data"]
        Path(path).write_bytes(base64.b64decode(data))
