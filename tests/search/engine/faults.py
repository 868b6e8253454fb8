"""A file system that fails, or dies, at any call."""

from __future__ import annotations

import errno

from search.engine.files import Files, OutFile


class Killed(BaseException):
    """The process is gone: nothing after this moment may touch a file."""


class FaultyFiles(Files):
    """Counts the calls and fails the one numbered `fail_at` (from 0), once, with `code`; or, with
    `kill`, that one and all after it."""

    def __init__(self, fail_at: int = -1, code: int = errno.EIO, kill: bool = False) -> None:
        self.fail_at = fail_at
        self.code = code
        self.kill = kill
        self.calls = 0

    def touch(self) -> None:
        number = self.calls
        self.calls += 1
        if self.kill and 0 <= self.fail_at <= number:
            raise Killed
        if number == self.fail_at:
            raise OSError(self.code, "made to fail")

    def create(self, path: str) -> OutFile:
        self.touch()
        return FaultyOut(path, self)


class FaultyOut(OutFile):
    """Writes half of what it is given before it fails."""

    def __init__(self, path: str, files: FaultyFiles) -> None:
        super().__init__(path)
        self._files = files

    def write(self, data: bytes | memoryview) -> None:
        half = len(data) // 2
        super().write(data[:half])
        self._files.touch()
        super().write(data[half:])

    def sync(self) -> None:
        self._files.touch()
        super().sync()

    def close(self) -> None:
        super().close()


def _touching(name: str):
    original = getattr(Files, name)

    def method(self: FaultyFiles, *arguments, **named):
        self.touch()
        return original(self, *arguments, **named)

    return method


for _name in (
    "read",
    "state",
    "map",
    "replace",
    "remove",
    "remove_folder",
    "names",
    "make_folder",
    "sync_folder",
    "lock",
):
    setattr(FaultyFiles, _name, _touching(_name))
