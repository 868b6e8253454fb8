"""A visitor that follows every link of the running site and remembers what came back."""

from __future__ import annotations

import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

PASSWORD = "haoren-2026"  # noqa: S105 - the samples' own, printed by `make demo`
# Leaving ends the visit; a log entry's page of its own is read once through its list.
NEVER = ("/sign-out/", "/admin/logout/", "/jsi18n/")
# Wagtail's sidebar is data in the page, of which its script makes links.
_MENU = re.compile(r'"url": "(/[^"]*)"')
# What a reader of a table may do with it: one page of each way is enough.
_SORTED_OR_PAGED = {"ordering", "p", "page", "sort", "export"}
# Filters combine without end: so many addresses with the same ones are followed.
_COMBINATIONS = 12


@dataclass
class Answer:
    """One address and what the site said."""

    url: str
    status: int
    content_type: str
    body: bytes
    found_on: str
    links: list[str] = field(default_factory=list)
    assets: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    @property
    def is_page(self) -> bool:
        """Whether it is an HTML page that answers with a success."""
        return self.status == 200 and self.content_type.startswith("text/html")

    @property
    def path(self) -> str:
        """The path without host and query."""
        return urllib.parse.urlsplit(self.url).path


class _Reader(HTMLParser):
    """Collects where a page leads and what it needs."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = {name: value or "" for name, value in attrs}
        if "id" in have:
            self.answer.anchors.add(have["id"])
        if tag in {"a", "area"} and "href" in have:
            self.answer.links.append(have["href"])
        if tag == "link" and "href" in have:
            self.answer.assets.append(have["href"])
        if tag in {"img", "script", "source", "iframe"}:
            if "src" in have:
                self.answer.assets.append(have["src"])
            self.answer.assets += [
                part.split()[0] for part in have.get("srcset", "").split(",") if part.strip()
            ]


class Visitor:
    """One person with a browser's cookies; nobody where no account is named."""

    def __init__(self, site: str, account: str = "") -> None:
        self.site = site
        self.account = account
        self.answers: dict[str, Answer] = {}
        jar = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        self._jar = jar
        if account:
            self._sign_in()

    def cookies(self) -> list[dict[str, str]]:
        """Return the cookies in the form Playwright takes."""
        return [{"name": c.name, "value": c.value or "", "url": self.site} for c in self._jar]

    def walk(self, starts: Iterable[str], inside: Iterable[str] = ("/",)) -> None:
        """Follow links from ``starts`` over every page whose path begins with one of ``inside``.

        Pages outside are asked for once, to see that they are there, and not read further.
        """
        prefixes = tuple(inside)
        waiting = deque((self.site + start, "the start") for start in starts)
        seen_shapes: Counter[tuple[str, frozenset[str]]] = Counter()
        while waiting:
            url, found_on = waiting.popleft()
            url = urllib.parse.urldefrag(url).url
            if url in self.answers or self._is_a_repeat(url, seen_shapes):
                continue
            answer = self._ask(url, found_on)
            self.answers[url] = answer
            if not (answer.is_page and answer.path.startswith(prefixes)):
                continue
            text = answer.body.decode()
            _Reader(answer).feed(text)
            answer.links += _MENU.findall(text)
            for target in [*answer.links, *answer.assets]:
                absolute = urllib.parse.urljoin(url, target)
                if self._is_ours(absolute):
                    waiting.append((absolute, url))

    def pages(self) -> list[Answer]:
        """Return the HTML pages seen, in the order of their addresses."""
        return sorted((a for a in self.answers.values() if a.is_page), key=lambda a: a.url)

    def _is_ours(self, url: str) -> bool:
        return url.startswith(self.site + "/") and not any(part in url for part in NEVER)

    @staticmethod
    def _is_a_repeat(url: str, seen: Counter[tuple[str, frozenset[str]]]) -> bool:
        """Return whether enough addresses that differ only in what is asked have been seen."""
        parts = urllib.parse.urlsplit(url)
        asked = frozenset(urllib.parse.parse_qs(parts.query, keep_blank_values=True))
        if not asked:
            return False
        seen[parts.path, asked] += 1
        return seen[parts.path, asked] > (1 if _SORTED_OR_PAGED & asked else _COMBINATIONS)

    def _ask(self, url: str, found_on: str) -> Answer:
        quoted = urllib.parse.quote(url, safe=":/?&=%+,;@~#!$*'()")
        try:
            response = self._opener.open(quoted, timeout=120)
        except urllib.error.HTTPError as refused:
            response = refused
        with response:
            kind = response.headers.get_content_type()
            return Answer(url, response.status, kind, response.read(), found_on)

    def _sign_in(self) -> None:
        address = f"{self.site}/sign-in/"
        self._opener.open(address, timeout=60).read()
        token = next(cookie.value for cookie in self._jar if cookie.name == "csrftoken")
        form = {"csrfmiddlewaretoken": token, "username": self.account, "password": PASSWORD}
        request = urllib.request.Request(  # noqa: S310 - http, this machine
            address, urllib.parse.urlencode(form).encode(), {"Referer": address}
        )
        answer = self._opener.open(request, timeout=60)
        if answer.url.endswith("/sign-in/"):
            raise RuntimeError(f"{self.account} cannot sign in")
