"""Child processes that are killed. A fork of a process that has everything loaded starts in
milliseconds, so that hundreds can die."""

from __future__ import annotations

import mmap
import os
import pickle
import signal
import struct
import sys
import time
import traceback
from collections.abc import Callable
from typing import Any

TRACE_LINES = 6
_MARKS = struct.Struct("<qqq")


class Progress:
    """A few numbers that a child writes and its parent reads, also after the child is dead."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, _MARKS.size)

    def set(self, phase: int, begun: int, done: int) -> None:
        self._memory[: _MARKS.size] = _MARKS.pack(phase, begun, done)

    def get(self) -> tuple[int, int, int]:
        """(phase, begun, done); what they mean is between child and parent."""
        phase, begun, done = _MARKS.unpack(self._memory[: _MARKS.size])
        return phase, begun, done


class Child:
    """A forked process that runs `work`. It ends with 0, or with 1 after an exception."""

    def __init__(self, work: Callable[[], Any]) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        self._status: int | None = None
        if self.pid == 0:
            code = 1
            try:
                work()
                code = 0
            except BaseException:
                print(traceback.format_exc(limit=-TRACE_LINES, chain=False), file=sys.stderr)
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(code)

    def kill(self) -> bool:
        """`kill -9`. Returns whether it was still running."""
        if self._status is None:
            os.kill(self.pid, signal.SIGKILL)
        return self.wait() < 0

    def wait(self, seconds: float = 300.0) -> int:
        """The exit code; the negative signal where one ended it. Kills it after `seconds`."""
        until = time.monotonic() + seconds
        while self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > until:
                os.kill(self.pid, signal.SIGKILL)
                until += seconds
            else:
                time.sleep(0.0005)
        return self._status

    def is_running(self) -> bool:
        if self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._status = os.waitstatus_to_exitcode(status)
        return self._status is None


def wait_until(condition: Callable[[], bool], child: Child, seconds: float = 120.0) -> bool:
    """Whether the condition came true while the child was running."""
    until = time.monotonic() + seconds
    while not condition():
        if not child.is_running() or time.monotonic() > until:
            return condition()
        time.sleep(0.0003)
    return True


class Answering:
    """A child whose work returns something."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._reading, writing = os.pipe()

        def send() -> None:
            with os.fdopen(writing, "wb") as out:
                pickle.dump(work(), out)

        self.child = Child(send)
        os.close(writing)

    def result(self, seconds: float = 120.0) -> tuple[int, Any]:
        """Wait for its end. The exit code and what it returned; None where it died."""
        with os.fdopen(self._reading, "rb") as source:
            data = source.read()
        code = self.child.wait(seconds)
        return code, pickle.loads(data) if code == 0 else None


def result_of(work: Callable[[], Any], seconds: float = 120.0) -> tuple[int, Any]:
    """Run `work` in a child, as `Answering` does, and wait."""
    return Answering(work).result(seconds)
