"""What form an answer takes: a page for a person, JSON for a script of ours."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.request import RawPostDataException, UnreadablePostError

# Shorter ones are typed again faster than they are copied.
WORTH_KEEPING = 20


def wants_json(request: HttpRequest) -> bool:
    """Return whether ``request`` was made by a script that reads JSON."""
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        return True
    accept = request.headers.get("accept", "")
    return "application/json" in accept and "text/html" not in accept


def typed_texts(request: HttpRequest) -> list[str]:
    """Return the longer texts that a refused form held, so that nobody has to write them again.

    Passwords and the form's own marks are left out (a mark is letters and signs without a space);
    what cannot be read is left alone.
    """
    try:
        sent = request.POST.items()
    except (OSError, UnreadablePostError, RawPostDataException):
        return []
    return [
        str(text)
        for name, text in sent
        if len(text) >= WORTH_KEEPING
        and "password" not in name
        and any(char.isspace() or not char.isascii() for char in text)
    ]
