"""gunicorn on a port of this machine."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@contextmanager
def gunicorn(
    application: str, *options: str, environment: Mapping[str, str] | None = None
) -> Iterator[int]:
    """Serve ``application`` on a free port of the loopback for a block; give the port.

    The caller waits until it answers. It is ended with the block.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}"]
    server = subprocess.Popen([*command, *options], cwd=ROOT, env=environment)  # noqa: S603 - ours
    try:
        yield port
    finally:
        server.terminate()
        server.wait(timeout=30)
