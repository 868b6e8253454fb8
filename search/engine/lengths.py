"""Field lengths in one byte, with Whoosh's steps, so that its scorer gives the same figures.

Code n stands for round(27 * (1.033 ** n - 1)) terms; a length takes the smallest code that is not
below it (whoosh.util.numeric.length_to_byte).
"""

from __future__ import annotations

import numpy as np

LENGTHS = np.array([round(27 * (1.033**code - 1)) for code in range(256)], dtype=np.int64)


def codes_of(lengths: np.ndarray) -> np.ndarray:
    """Lengths in terms → codes, u8."""
    return np.minimum(np.searchsorted(LENGTHS, lengths, side="left"), 255).astype(np.uint8)
