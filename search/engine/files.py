"""Every touch of the file system, in one small class, so that a test can make any of them fail.

Nothing here interprets what it reads. Folders are private (0700) and files too (0600).
"""

from __future__ import annotations

import contextlib
import fcntl
import mmap
import os
import shutil
import time
from typing import NamedTuple


class FileState(NamedTuple):
    """What tells one version of a file from the next without reading it."""

    inode: int
    size: int
    modified_ns: int


class OutFile:
    """A new file being written. `close` after `sync`; nothing is durable before."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)

    def write(self, data: bytes | memoryview) -> None:
        """All of the data, however many system calls it takes."""
        view = memoryview(data).cast("B")
        while len(view):
            view = view[os.write(self._descriptor, view) :]

    def sync(self) -> None:
        """Make it durable. The time of change is set to the nanosecond first: the kernel's own is
        as coarse as a tick, too coarse to tell two commits apart."""
        now = time.time_ns()
        os.utime(self._descriptor, ns=(now, now))
        os.fsync(self._descriptor)

    def close(self) -> None:
        if self._descriptor >= 0:
            descriptor, self._descriptor = self._descriptor, -1
            os.close(descriptor)


class Lock:
    """An advisory lock on a file; the kernel lets go of it when its holder dies."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def release(self) -> None:
        """Let go. Nothing was written through the descriptor, so a failure to close says nothing
        of what was done under the lock, and the kernel lets go of it all the same."""
        if self._descriptor >= 0:
            descriptor, self._descriptor = self._descriptor, -1
            with contextlib.suppress(OSError):
                os.close(descriptor)


class Files:
    """The real file system."""

    def read(self, path: str) -> bytes:
        with open(path, "rb") as file:
            return file.read()

    def state(self, path: str) -> FileState:
        found = os.stat(path)
        return FileState(found.st_ino, found.st_size, found.st_mtime_ns)

    def map(self, path: str) -> memoryview:
        """The file's bytes, read as they are touched. Empty files cannot be mapped."""
        descriptor = os.open(path, os.O_RDONLY)
        try:
            return memoryview(mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ))
        finally:
            os.close(descriptor)

    def shrunk(self, data: memoryview) -> bool:
        """Whether a mapped file became shorter since: touching what is gone would kill us."""
        mapped = data.obj
        return isinstance(mapped, mmap.mmap) and mapped.size() < len(data)

    def create(self, path: str) -> OutFile:
        return OutFile(path)

    def replace(self, source: str, target: str) -> None:
        os.replace(source, target)

    def remove(self, path: str) -> None:
        os.unlink(path)

    def remove_folder(self, path: str) -> None:
        shutil.rmtree(path)

    def names(self, folder: str) -> list[str]:
        return os.listdir(folder)

    def make_folder(self, path: str) -> None:
        """The folder and those above it; made private if it was not."""
        os.makedirs(path, mode=0o700, exist_ok=True)
        if os.stat(path).st_mode & 0o077:
            os.chmod(path, 0o700)

    def sync_folder(self, path: str) -> None:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def lock(self, path: str, wait: float) -> Lock | None:
        """An exclusive lock on the file at path, or None if others held it for `wait` seconds."""
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        until = time.monotonic() + wait
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return Lock(descriptor)
            except BlockingIOError:
                if time.monotonic() >= until:
                    os.close(descriptor)
                    return None
                time.sleep(0.005)
            except BaseException:
                os.close(descriptor)
                raise


def put_file(files: Files, path: str, data: bytes) -> None:
    """Write beside, make durable, rename: readers see the old file or the new one, whole."""
    beside = path + ".new"
    with contextlib.suppress(FileNotFoundError):
        files.remove(beside)
    out = files.create(beside)
    try:
        out.write(data)
        out.sync()
    finally:
        out.close()
    files.replace(beside, path)
    files.sync_folder(os.path.dirname(path))
