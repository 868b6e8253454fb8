"""`python -m tests.torture [PART …]`: do the faults, say what came of them; 1 if anything was lost.

Each part runs in a process of its own over a copy of one made-up site. `--share 0.1` does a tenth
of everything; `--folder` keeps the sites, so that a second run begins at once.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from .site import prepare

PARTS = ("kills", "disk", "damage", "writers", "workers", "promises")
LONGEST = 20 * 60  # seconds that one part may take


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--folder", type=Path, help="kept between runs")
    parser.add_argument("--share", type=float, default=1.0)
    options = parser.parse_args()
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"no part is called {', '.join(sorted(unknown))}: {', '.join(PARTS)}")
    with tempfile.TemporaryDirectory(prefix="goodpeople-torture-") as scratch:
        return run(options.parts or list(PARTS), options.folder or Path(scratch), options.share)


def run(parts: list[str], folder: Path, share: float) -> int:
    """Run the parts one after another."""
    started = time.monotonic()
    print("· torture: making a site", flush=True)
    prepare(folder.resolve())
    wrong = []
    for part in parts:
        command = [sys.executable, "-m", "tests.torture.part", part, str(folder.resolve())]
        try:
            code = subprocess.run([*command, str(share)], timeout=LONGEST).returncode
        except subprocess.TimeoutExpired:
            code = -1
            print(f"[{part}] took longer than {LONGEST} s", flush=True)
        if code:
            wrong.append(part)
    minutes = (time.monotonic() - started) / 60
    verdict = f"WRONG in {', '.join(wrong)}" if wrong else "nothing lost"
    print(f"· torture: {len(parts)} parts in {minutes:.1f} minutes: {verdict}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
