"""Where reading breaks off: is it damage, or a fault of ours?

A block is checked when it is first read, and trusted from then on. A file that is changed in
place under a running process can break the reading of it anywhere, and nothing but reading all
of it anew tells that from a fault in the engine.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

# What numbers that make no sense end in.
_BREAKS = (ArithmeticError, LookupError, ValueError, MemoryError, struct.error)


class Rechecks(Protocol):
    """What can read everything anew. Raises IndexDamaged."""

    def recheck(self) -> None: ...


Self = TypeVar("Self", bound=Rechecks)
Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def damage_is_told(
    method: Callable[Concatenate[Self, Given], Answer],
) -> Callable[Concatenate[Self, Given], Answer]:
    """Let the method raise IndexDamaged where it breaks off over damaged bytes."""

    @wraps(method)
    def told(self: Self, *arguments: Given.args, **named: Given.kwargs) -> Answer:
        try:
            return method(self, *arguments, **named)
        except _BREAKS:
            self.recheck()
            raise

    return told
