"""Refusals that Django answers with an empty page, said in words; and pages that need nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template import loader
from django.utils import translation
from django.utils.translation import gettext as _

from goodpeople.accounts.answers import wants_json


def plain_page(template: str, status: int, request: HttpRequest, **values: Any) -> HttpResponse:
    """Return a page that needs neither session, user nor database, in the address's language.

    Middleware uses it before the language of the request is settled.
    """
    language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    with translation.override(language):
        page = loader.get_template(template).render(values)
    return HttpResponse(page, status=status)


class PlainAnswersMiddleware:
    """Give a 405 its page: somebody reloaded an address to which forms are only sent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as the view did, an empty 405 with words."""
        answer = self.get_response(request)
        if answer.status_code != 405 or answer.streaming or answer.content:
            return answer
        if wants_json(request):
            said: HttpResponse = JsonResponse({"reason": _("There is no page at this address")})
            said.status_code = 405
        else:
            said = render(request, "405.html", status=405)
        said["Allow"] = answer["Allow"]
        return said
