"""Reading the sample files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

# LibYAML reads ten times as fast, and is not in every build of PyYAML.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DATA = Path(__file__).resolve().parent / "data"


@cache
def read(name: str) -> Any:
    """Return the content of ``data/<name>.yaml``."""
    text = (DATA / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, LOADER)  # noqa: S506 - one of the two safe ones


def names_in(folder: str) -> list[str]:
    """Return the names (without ".yaml") of the files in ``data/<folder>``, sorted."""
    return sorted(f"{folder}/{path.stem}" for path in (DATA / folder).glob("*.yaml"))
