"""What a role gets for a request, in a word: the words that stand in the tables.

=========  ==========================================================================
``in``     led to sign in
``first``  led to choose a password of one's own
``200`` …  that status
``role``   403 and the reason: only such and such may do this
``state``  403 and the reason: not while the nomination is in this state
``why``    403 with another reason; a 403 without any is ``403`` and never expected
``away``   led elsewhere with an error message that says why
``go``     led elsewhere, without one
``done``   led elsewhere, and the database changed
``done200``  that status, and the database changed
=========  ==========================================================================

All but the last two leave the database as it was. A star (``200*``) says that personal data is
meant to stand in the answer, and that it does.
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from typing import Any

from django.contrib.messages import ERROR, get_messages
from django.forms import BaseForm
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

_SAYS_ROLE = "Only {roles} may do this."
_SAYS_STATE = "Not possible while the nomination is in the state “%(state)s”."


@dataclass(frozen=True)
class Answer:
    """What came back, in a word, and what else a reader of a failure wants to know."""

    word: str
    detail: str = ""


def read_answer(response: Any, changed: set[str]) -> Answer:
    """Return ``response`` in a word; ``changed`` are the tables that are no longer the same."""
    if 300 <= response.status_code < 400:
        return _redirect(response, changed)
    if changed:
        return Answer(f"done{response.status_code}", ", ".join(sorted(changed)))
    if response.status_code == 403:
        return _refusal(reason_in(response))
    return Answer(str(response.status_code), _crash(response))


def _redirect(response: Any, changed: set[str]) -> Answer:
    target = response["Location"].partition("?")[0]
    if changed:
        return Answer("done", f"{target}; {', '.join(sorted(changed))}")
    for word, name in (("in", "accounts:sign_in"), ("first", "accounts:first_password")):
        with translation.override("zh-hans"):
            address = reverse(name)
        if target.removeprefix("/en") == address:
            return Answer(word)
    errors = [str(message) for message in get_messages(response.wsgi_request) if _is_error(message)]
    return Answer("away" if errors else "go", " ".join([target, *errors]))


def _is_error(message: Any) -> bool:
    return message.level >= ERROR


def _refusal(reason: str) -> Answer:
    if not reason:
        return Answer("403", "no reason is given")
    if _fits(reason, _SAYS_ROLE):
        return Answer("role", reason)
    return Answer("state" if _fits(reason, _SAYS_STATE) else "why", reason)


def _fits(reason: str, msgid: str) -> bool:
    """Whether ``reason`` is the sentence ``msgid`` with something put into its gap."""
    for language in ("zh-hans", "en"):
        with translation.override(language):
            sentence = gettext(msgid)
        before, after = sentence.replace("%(state)s", "{roles}").split("{roles}")
        # A step's name may stand before it.
        if before in reason and reason.rstrip().endswith(after):
            return True
    return False


def reason_in(response: Any) -> str:
    """Return the reason that a refusal gives: in its page, its JSON, its messages or its form."""
    if response["Content-Type"].startswith("application/json"):
        said = json.loads(response.content)
        return str(said.get("reason") or said.get("detail", ""))
    if response.context is not None and response.context.get("reason"):
        return html.unescape(str(response.context["reason"]))
    said = [str(message) for message in get_messages(response.wsgi_request) if _is_error(message)]
    return " ".join(said or _errors_of_forms(response))


def _errors_of_forms(response: Any) -> list[str]:
    names = response.context.keys() if response.context is not None else ()
    forms = [response.context[name] for name in names]
    return [
        str(error)
        for form in forms
        if isinstance(form, BaseForm) and form.is_bound
        for errors in form.errors.values()
        for error in errors
    ]


def _crash(response: Any) -> str:
    if response.status_code < 500:
        return ""
    info = getattr(response, "exc_info", None)
    return repr(info[1]) if info else ""
