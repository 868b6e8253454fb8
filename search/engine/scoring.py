"""BM25F's two constants, as Whoosh has them."""

from __future__ import annotations

import numpy as np

B = 0.75
K1 = np.float32(1.2)
