"""The demo as a visitor meets it: loaded once, served by gunicorn, with folders of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.local_server import ROOT, gunicorn

START_SECONDS = 60


@contextmanager
def running_site(folder: Path) -> Iterator[str]:
    """Load the samples under ``folder``, serve them, and give the site's address.

    The server ends with the block. Raises CalledProcessError where loading fails and
    RuntimeError where the server does not answer within a minute.
    """
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "goodpeople.settings.dev",
        "GOODPEOPLE_DEBUG": "0",
        "GOODPEOPLE_DATA_DIR": str(folder / "data"),
        "GOODPEOPLE_MEDIA_DIR": str(folder / "media"),
    }
    for command in (["migrate", "--verbosity", "0"], ["load_demo"]):
        subprocess.run(  # noqa: S603 - our own manage.py
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    options = ("--threads", "4", "--log-level", "warning")
    with gunicorn("goodpeople.wsgi", *options, environment=environment) as port:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address)
        yield address


def _wait_for(address: str) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=20):  # noqa: S310 - http, this machine
                return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError(f"{address} does not answer")
