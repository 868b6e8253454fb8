"""Small questions that the office's tests ask of an answer."""

from __future__ import annotations

import html
from typing import Any

from django.contrib.messages import get_messages
from django.utils import translation
from django.utils.translation import gettext


def said(msgid: Any, **values: Any) -> str:
    """Return a message as the site says it, in Chinese; ``values`` fill its gaps."""
    with translation.override("zh-hans"):
        text = gettext(msgid) if isinstance(msgid, str) else str(msgid)
        return text % values if values else text


def told(response: Any) -> list[str]:
    """Return the messages that the request left for the next page."""
    return [html.unescape(str(message)).strip() for message in get_messages(response.wsgi_request)]


def text_of(response: Any) -> str:
    """Return the page as text, with the entities undone."""
    return html.unescape(response.content.decode())


def sent_as_is(form: Any, **changes: str) -> dict[str, str]:
    """Return what a browser would send for ``form`` and its rows, with ``changes`` on top."""
    data: dict[str, str] = {}
    parts = [form]
    for formset in getattr(form, "formsets", {}).values():
        parts += [formset.management_form, *formset.forms]
    for part in parts:
        for bound in part:
            value = bound.value()
            if bound.field.disabled or value is None or value is False:
                continue
            values = value if isinstance(value, list) else [value]
            data[bound.html_name] = "on" if value is True else str(values[0])
    return {**data, **changes}
