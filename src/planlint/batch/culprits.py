"""What is made of many documents at once, though one of them cannot be made anything of: whoever fails alone is left out, the rest goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from planlint.errors import PlanlintError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Part = TypeVar("Part")
Made = TypeVar("Made")


def made_of_sound(
    parts: Sequence[Part],
    make: Callable[[Sequence[Part]], Made],
    instead: Callable[[Part, Exception], Part | None],
) -> Made:
    """What `make` makes of the parts; `instead` is told of one that fails by itself, and gives what takes its place, or None for nothing.

    A failure that no part has by itself is raised as it is. Nothing is tried twice where nothing fails.
    """
    try:
        return make(parts)
    except (OSError, PlanlintError):
        raise
    except Exception as error:
        culprits = {i: why for i, part in enumerate(parts) if (why := _failure(part, make)) is not None}
        if not culprits:
            raise
        found = [instead(part, culprits[i]) if i in culprits else part for i, part in enumerate(parts)]
        sound = [part for part in found if part is not None]
        if not sound:
            raise error from None
        return make(sound)


def _failure(part: Part, make: Callable[[Sequence[Part]], object]) -> Exception | None:
    try:
        make([part])
    except Exception as error:  # noqa: BLE001 - it is what is looked for
        return error
    return None
