"""One part in a process of its own: `python -m tests.torture.part NAME FOLDER`. See __main__."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

# Before NumPy is loaded: children are forked, and threads do not survive that.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from . import site  # noqa: E402 - the number of threads is read at import
from .report import Report  # noqa: E402


def kills(report: Report, folder: Path, share: float) -> None:
    """200 times `kill -9`."""
    from .engine_kills import kill_the_engine
    from .site_kills import kill_the_site

    kill_the_engine(report, folder / "engine", times=round(132 * share))
    kill_the_site(report, drains=round(50 * share), rebuilds=round(24 * share))


def disk(report: Report, folder: Path, share: float) -> None:
    """ENOSPC and EIO at each file call, and a disk that is full."""
    from . import tracing
    from .engine_faults import fail_the_engine
    from .site_faults import fail_the_site, fill_the_disk

    fill_the_disk(report, saves=round(40 * share) or 1)
    unable = tracing.may_trace()
    if unable:
        # tests/search/engine/test_faults.py fails every call of the engine's own file layer.
        report.say(f"{unable}: the single calls are left out")
        return
    fail_the_engine(report, folder / "engine", share)
    # Every other call: what is below the site was tried call by call.
    fail_the_site(report, folder, share / 2)


def damage(report: Report, folder: Path, share: float) -> None:
    """Files flipped, cut, emptied, lost and exchanged, while readers search."""
    from .damage import damage_everything

    damage_everything(report, folder, share)


def writers(report: Report, folder: Path, share: float) -> None:
    """Two processes write 500 pages each, a third searches."""
    from .writers import write_and_search

    write_and_search(report, count=round(500 * share))


def workers(report: Report, folder: Path, share: float) -> None:
    """Four gunicorn workers under load, while pages are saved."""
    from .workers import save_under_load

    save_under_load(report, folder, saves=round(60 * share))


def promises(report: Report, folder: Path, share: float) -> None:
    """Rolled back: never found. A drainer killed: drained by the next. Read-only: saves go on."""
    from .promises import keep_promises

    keep_promises(report, times=round(10 * share) or 1)


PARTS = {
    "kills": kills,
    "disk": disk,
    "damage": damage,
    "writers": writers,
    "workers": workers,
    "promises": promises,
}


def log_to(path: Path) -> None:
    """What the site logs while it suffers goes into a file, not between the lines of the report."""
    root = logging.getLogger()
    root.handlers = [logging.FileHandler(path)]


def main() -> int:
    """Run the part in its copy of the template."""
    name, root = sys.argv[1], Path(sys.argv[2])
    share = float(sys.argv[3]) if len(sys.argv) > 3 else 1.0
    folder = site.copy(root, name)
    site.set_up(folder)
    log_to(folder / "site.log")
    report = Report(name)
    report.say((PARTS[name].__doc__ or "").partition("\n")[0])
    try:
        PARTS[name](report, folder, share)
    except Exception as error:
        report.fail(f"the part broke off: {type(error).__name__}: {error}")
        raise
    finally:
        code = report.end()
    return code


if __name__ == "__main__":
    sys.exit(main())
