"""Names with one character wrong, missing, added or changed places, as equal terms.

Two names within one slip of each other share a form with one character taken away (or one is
such a form of the other): 朱云观 and 朱芸观 share 朱观. So the names of an index are kept with
all their shortened forms, and a slip is a plain look-up.
"""

from __future__ import annotations

SHORTEST = 3
LONGEST = 8


def shortened(name: str) -> tuple[str, ...]:
    """Return ``name`` with each one of its characters taken away, for three to eight
    characters. Of two there would be one left, which says too little."""
    if not SHORTEST <= len(name) <= LONGEST:
        return ()
    return tuple(dict.fromkeys(name[:at] + name[at + 1 :] for at in range(len(name))))


def slip_forms(name: str) -> tuple[str, ...]:
    """Return all the forms that ``name`` is kept and looked up by: itself and shortened."""
    if not SHORTEST - 1 <= len(name) <= LONGEST:
        return ()
    return (name, *shortened(name))
