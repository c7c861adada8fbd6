"""A page for a browser: `pieces` draws any document, `page_pieces("comparison.html", words, …)` fills a template of its own.

A page loads nothing and runs nothing but the script that was put into it: its content security policy names the script by its hash, so
that a `<script>` in a plan is text twice over, escaped and forbidden.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planlint.sheets.document import Title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinja2 import Environment

    from planlint.sheets.document import Shown
    from planlint.sheets.look import Look
    from planlint.words import Words

_TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'"
# what no page can carry: control characters, surrogates, and marks that turn the reading direction of what follows
_UNSHOWABLE = dict.fromkeys(
    [
        *(i for i in range(0x20) if chr(i) not in "\t\n\r"), *range(0x7F, 0xA0), *range(0xD800, 0xE000),
        0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFFFE, 0xFFFF,
    ],
    "\ufffd",
)  # fmt: skip


def pieces(shown: Shown, subject: Any, look: Look) -> Iterator[str]:  # noqa: ANN401 - what is reported
    """The page of a document: its blocks, each sheet a table whose rows can be searched."""
    document = next(shown.documents(subject, look, screen=False))
    title, *blocks = document.blocks
    assert isinstance(title, Title)
    yield from page_pieces(
        "document.html", look.words, styles=("page.css",), scripts=("rows.js", "paper.js"),
        title=title.text, blocks=[(type(block).__name__, block) for block in blocks],
    )  # fmt: skip


def policy_of(scripts: Sequence[str], *, asks: bool = False) -> str:
    """The content security policy of a page with these scripts; one that `asks` may talk to the server that it comes from."""
    digest = base64.b64encode(hashlib.sha256(_joined("script", scripts).encode()).digest()).decode()
    return _POLICY.format(digest) + ("; connect-src 'self'" if asks else "")


def page_pieces(
    template: str, words: Words, *, styles: Sequence[str], scripts: Sequence[str], **values: object
) -> Iterator[str]:
    """The page in pieces, made as they are asked for; its policy is `policy_of(scripts)` where `values` have no other."""
    yield from (
        _environment()
        .get_template(template)
        .generate(
            {"policy": policy_of(scripts), **values},
            words=words, w=words, style=_raw(_joined("style", styles)), script=_raw(_joined("script", scripts)),
        )
    )  # fmt: skip


def part(template: str, words: Words, **values: object) -> str:
    """A piece of a page by a template of its own."""
    return _environment().get_template(template).render(words=words, w=words, **values)


def visible(text: str) -> str:
    """The text, character for character, with a mark in place of each character that a page cannot show."""
    return text.translate(_UNSHOWABLE)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_shown,
    )
    environment.filters["visible"] = visible
    return environment


def _shown(value: Any) -> Any:  # noqa: ANN401 - whatever a template prints
    """Every plain text that a template prints goes through `visible`; None is nothing."""
    if value is None:
        return ""
    return visible(value) if type(value) is str else value


def _joined(folder: str, names: Sequence[str]) -> str:
    # line ends as in a page, whatever those of the checkout are: the hash of the script is that of the page's
    texts = ((_TEMPLATES / folder / name).read_text(encoding="utf-8") for name in names)
    return "\n".join(text.replace("\r\n", "\n") for text in texts)


def _raw(text: str) -> Any:  # noqa: ANN401 - jinja2 is not imported at the top
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - our own style sheets and scripts
