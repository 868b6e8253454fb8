"""Reading the sample files."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).resolve().parent / "data"


@lru_cache(maxsize=64)
def read(name: str) -> Any:
    """Return the content of ``data/<name>.yaml``."""
    return yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))


def names_in(folder: str) -> list[str]:
    """Return the names (without ".yaml") of the files in ``data/<folder>``, sorted."""
    return sorted(f"{folder}/{path.stem}" for path in (DATA / folder).glob("*.yaml"))
