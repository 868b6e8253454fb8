"""A few seconds of the torture that needs no site: `make torture` does the rest."""

from __future__ import annotations

import errno
import os
import subprocess
import sys

from search.engine import files as engine_files
from search.engine import queries as q
from tests.search.engine.archive import archive, new_index, put


def test_killed_for_real_the_engine_loses_nothing(tmp_path):
    """In a process of its own, since it forks: pytest has threads."""
    script = (
        "import sys; from pathlib import Path\n"
        "from tests.torture.report import Report\n"
        "from tests.torture.engine_kills import kill_the_engine\n"
        "report = Report('short'); kill_the_engine(report, Path(sys.argv[1]), 9)\n"
        "sys.exit(report.end())\n"
    )
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "wrong: 0" in done.stdout


def test_a_lock_that_cannot_be_closed_takes_back_no_commit(tmp_path, monkeypatch):
    """Found by strace: close(2) may report EIO, and the commit before it stands."""
    index = new_index(tmp_path)
    put(index, archive(3, 2).values())
    real = os.close
    with index.writer() as writer:
        writer.delete("p0")
        writer.commit()

        def close(descriptor: int) -> None:
            real(descriptor)
            raise OSError(errno.EIO, "made to fail")

        monkeypatch.setattr(engine_files.os, "close", close)
    monkeypatch.undo()
    assert index.snapshot().match(q.All()).keys() == ["p1"]
