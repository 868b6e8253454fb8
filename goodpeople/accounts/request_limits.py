"""What no request may hold: more bytes than any screen sends, NUL, numbers no database takes."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import get_resolver

from goodpeople.accounts.plain_answers import plain_page


class RequestLimitsMiddleware:
    """Refuse an oversized body before it is spooled to disk, and a number out of range."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer 413 without reading a body that is larger than any screen of ours sends."""
        length = request.META.get("CONTENT_LENGTH") or "0"
        # A body without a length is read as empty by Django itself.
        sound = length.isascii() and length.isdigit() and len(length) <= 18
        if not sound or int(length) > settings.REQUEST_MAX_BYTES:
            megabytes = settings.REQUEST_MAX_BYTES // (1024 * 1024)
            return plain_page("413.html", 413, request, megabytes=megabytes)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view_func, view_args, view_kwargs
    ) -> HttpResponse | None:
        """Answer 400 to a form with a NUL in it: nobody types one, and PostgreSQL takes none."""
        if request.method == "POST" and any(
            "\x00" in value for values in request.POST.lists() for value in values[1]
        ):
            return plain_page("400.html", 400, request)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer 404 where a number in an address or a form is beyond SQLite's 64 bits."""
        if isinstance(exception, OverflowError):
            return get_resolver().resolve_error_handler(404)(request, exception=Http404())
        return None
