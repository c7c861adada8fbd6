"""Who signs comments and changes, and when: `Author("planlint", "2025-03-01T09:30:00Z")`."""

from __future__ import annotations

import os
import time
from typing import NamedTuple

NAME = "planlint"


class Author(NamedTuple):
    """Who changes the file, and when."""

    name: str
    date: str


def author_now() -> Author:
    """planlint, now; the moment of SOURCE_DATE_EPOCH where it is set, so that the same input gives the same file."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    # Word writes the clock on the wall and puts a Z behind it
    moment = time.gmtime(int(fixed)) if fixed.isdecimal() and len(fixed) < 12 else time.localtime()
    return Author(NAME, time.strftime("%Y-%m-%dT%H:%M:%SZ", moment))
