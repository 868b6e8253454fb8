"""The site, with a header that says which worker answered."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any

from goodpeople.wsgi import application as site

WORKER = "X-Worker"


def application(environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
    """Answer as the site does."""

    def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
        return start_response(status, [*headers, (WORKER, str(os.getpid()))], *rest)

    return site(environ, start)
