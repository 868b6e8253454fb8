"""How many objections one browser may send to one notice, kept in the browser itself.

The count lives in a signed cookie and not in the session: the session of somebody who is
signed in would tie the account to the objection. No address is kept anywhere.
"""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse

MAX_A_NOTICE = 5
_COOKIE = "objections"


def _counts(request: HttpRequest) -> dict[str, int]:
    raw = request.get_signed_cookie(_COOKIE, default="{}", salt=_COOKIE)
    try:
        counts = json.loads(raw)
    except ValueError:
        return {}
    return counts if isinstance(counts, dict) else {}


def is_spent(request: HttpRequest, notice_id: int) -> bool:
    """Whether this browser has sent as many objections to the notice as one may."""
    return _counts(request).get(str(notice_id), 0) >= MAX_A_NOTICE


def count_one(request: HttpRequest, response: HttpResponse, notice_id: int) -> None:
    """Have the browser remember one objection more; forgotten when it closes."""
    counts = _counts(request)
    counts[str(notice_id)] = counts.get(str(notice_id), 0) + 1
    response.set_signed_cookie(
        _COOKIE,
        json.dumps(counts),
        salt=_COOKIE,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
