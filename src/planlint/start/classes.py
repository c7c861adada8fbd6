"""The methods of dataclasses kept as code between starts: a third of the time of a short run is a hundred small classes being made.

The library writes the methods of each class as a text and runs it with `exec`; here the code of the text is kept and run in its place. The
same text gives the same code, so nothing is to be checked. As with patterns, only the program does this; importing planlint changes nothing.
"""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import CodeType

    from planlint.start.store import Store


def keep_classes(store: Store) -> None:
    """Let `dataclasses` ask the store before it compiles a class's methods, from now on."""
    import dataclasses

    def code_of(text: str) -> CodeType:
        key = ("class", text)
        kept = store.get(key)
        if kept is not None:
            return marshal.loads(kept)  # type: ignore[no-any-return]  # noqa: S302 - see store.py
        code = compile(text, "<string>", "exec")
        store.put(key, marshal.dumps(code))
        return code

    def run(source: Any, names: dict[str, Any], own: dict[str, Any]) -> None:  # noqa: ANN401 - a text, or code
        exec(code_of(source) if isinstance(source, str) else source, names, own)  # noqa: S102 - what the library itself would run

    # a name of the module goes before the builtin of that name
    dataclasses.exec = run  # type: ignore[attr-defined]
