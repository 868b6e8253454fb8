"""A few seconds of the torture that needs no site: `make torture` does the rest."""

from __future__ import annotations

import errno
import os
import subprocess
import sys

import pytest

from archive.models import HonoreePage
from search.backends.index import EngineIndex
from search.engine import files as engine_files
from search.engine import queries as q
from search.engine.errors import IndexDamaged
from search.outbox import lag
from tests.factories.archive import HonoreePageFactory
from tests.search.engine.archive import archive, new_index, put
from tests.search.engine.faults import FaultyFiles, Killed


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


def test_an_index_that_cannot_be_reached_is_not_taken_for_none(tmp_path):
    """Found by strace: one EIO of stat, and the outbox forgot what it had not written."""
    put(new_index(tmp_path), archive(3, 2).values())
    unreachable = new_index(tmp_path, FaultyFiles(0, errno.EIO))
    assert unreachable.exists()
    assert not new_index(tmp_path / "elsewhere").exists()


def test_a_mapped_file_that_cannot_be_looked_at_is_damage(tmp_path, monkeypatch):
    """Found by strace: fstat(2) of the mapped segment failed, and an OSError met the reader."""
    index = new_index(tmp_path)
    put(index, archive(3, 2).values())

    def fails(data: memoryview) -> bool:
        raise OSError(errno.EIO, "made to fail")

    monkeypatch.setattr(index.files, "shrunk", fails)
    with pytest.raises(IndexDamaged):
        index.snapshot()


def test_bytes_changed_under_a_reader_are_told_as_damage(tmp_path):
    """Blocks that were checked before are trusted: what breaks on them is read anew."""
    index = new_index(tmp_path)
    put(index, archive(5, 60).values())
    match = index.snapshot().match(q.All())
    assert match.facet("tags")
    (segment,) = tmp_path.rglob("*.seg")
    with open(segment, "r+b") as file:
        file.write(b"\xff" * (segment.stat().st_size // 2))
    with pytest.raises(IndexDamaged, match="fails its checksum"):
        match.facet("tags")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("written", [False, True], ids=["before it wrote", "after it wrote"])
def test_what_a_killed_drainer_left_is_drained_by_the_next(
    written, settings, tmp_path, monkeypatch
):
    path = tmp_path / "search"
    settings.WAGTAILSEARCH_BACKENDS = {
        "default": {"BACKEND": "search.backends", "PATH": path, "AUTO_UPDATE": False}
    }
    page = HonoreePageFactory(title="示例渔民")
    pages = HonoreePage.objects.live()
    assert [found.title for found in pages.search("示例渔民")] == ["示例渔民"]
    write = EngineIndex.write

    def dying(self, *arguments, **named) -> None:
        if written:
            write(self, *arguments, **named)
        raise Killed

    monkeypatch.setattr(EngineIndex, "write", dying)
    page.title = "示例船工"
    with pytest.raises(Killed):
        page.save()
    assert lag().changes > 0

    monkeypatch.setattr(EngineIndex, "write", write)
    assert [found.title for found in pages.search("示例船工")] == ["示例船工"]
    assert lag().changes == 0
