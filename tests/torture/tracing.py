"""One system call of a child made to fail by strace. The child is forked with everything loaded
and begins once strace is attached, so that the calls of its work alone are counted."""

from __future__ import annotations

import mmap
import re
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from .children import Child

# What a full disk makes fail. Opening too, where it makes a file.
NEED_SPACE = (
    "write",
    "pwrite64",
    "writev",
    "fsync",
    "fdatasync",
    "ftruncate",
    "rename",
    "renameat",
    "renameat2",
    "mkdir",
    "mkdirat",
    "utimensat",
)
# With these, every call by which a file or folder is made, read, written, kept or removed.
CALLS = (
    *NEED_SPACE,
    "openat",
    "unlink",
    "unlinkat",
    "rmdir",
    "chmod",
    "fchmod",
    "fchmodat",
    "flock",
    "read",
    "pread64",
    "newfstatat",
    "fstat",
    "stat",
    "getdents64",
    "mmap",
    "lseek",
    "close",
)
_LINE = re.compile(r"^(\d+)\s+(\w+)\((.*)")
ATTACH_SECONDS = 20.0


class Call(NamedTuple):
    """The `number`-th call of this name in the work, from 1."""

    name: str
    number: int
    line: str

    def can_lack_space(self) -> bool:
        return self.name in NEED_SPACE or "O_CREAT" in self.line


class Outcome(NamedTuple):
    code: int  # the child's exit code, or minus its signal
    calls: list[Call]
    injected: list[str]  # lines of the calls that were made to fail


def may_trace() -> str:
    """Why strace cannot be used here; blank where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    outcome = run(lambda: None, Path("/tmp") / f"torture-{time.time_ns()}.strace")
    return "" if outcome is not None else "this process may not trace another"


def run(work: Callable[[], Any], log: Path, inject: str = "") -> Outcome | None:
    """Run `work` in a child under strace. None where strace cannot be attached."""
    gate = mmap.mmap(-1, 1)

    def wait_and_work() -> None:
        until = time.monotonic() + ATTACH_SECONDS
        while not gate[0] and time.monotonic() < until:
            time.sleep(0.002)
        work()

    log.unlink(missing_ok=True)
    child = Child(wait_and_work)
    command = ["strace", "-f", "-y", "-s", "0", "-o", str(log), "-p", str(child.pid)]
    command += ["-e", "trace=" + ",".join(f"?{name}" for name in CALLS), "-e", "signal=none"]
    if inject:
        command += ["-e", f"inject={inject}"]
    tracer = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    attached = _wait_for_tracer(child, tracer)
    gate[0] = 1
    code = child.wait(120)
    tracer.wait(30)
    if not attached:
        return None
    calls, injected = _read(log, child.pid)
    log.unlink(missing_ok=True)
    return Outcome(code, calls, injected)


def _wait_for_tracer(child: Child, tracer: subprocess.Popen) -> bool:
    until = time.monotonic() + ATTACH_SECONDS
    while time.monotonic() < until and tracer.poll() is None:
        status = Path(f"/proc/{child.pid}/status").read_text()
        if "TracerPid:\t0\n" not in status:
            return True
        time.sleep(0.001)
    return False


def _read(log: Path, pid: int) -> tuple[list[Call], list[str]]:
    """The main thread's calls in order, and what was injected in any thread."""
    counts: Counter[str] = Counter()
    calls, injected = [], []
    for line in log.read_text(errors="replace").splitlines():
        if "(INJECTED)" in line:
            injected.append(line)
        match = _LINE.match(line)
        if match and int(match[1]) == pid:
            counts[match[2]] += 1
            calls.append(Call(match[2], counts[match[2]], match[3]))
    return calls, injected


def faults(calls: list[Call], below: Path) -> list[tuple[Call, str]]:
    """Each call that touches something below the folder, with each error that it may meet."""
    found = []
    for call in calls:
        if str(below) not in call.line:
            continue
        if call.can_lack_space():
            found.append((call, "ENOSPC"))
        found.append((call, "EIO"))
    return found
