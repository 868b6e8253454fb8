"""Where the site searches: its own engine, or a search server that the environment names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

# What ``GOODPEOPLE_SEARCH`` may say, with the backend that it means.
SERVERS = {
    "opensearch": "modelsearch.backends.opensearch3",
    "elasticsearch": "modelsearch.backends.elasticsearch9",
}
OWN = "own"
DATABASE = "database"


def search_backends(data_dir: Path, environ: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Return ``WAGTAILSEARCH_BACKENDS``. Raises ImproperlyConfigured, naming the cure."""
    where = environ.get("GOODPEOPLE_SEARCH", "") or OWN
    if where == OWN:
        own = {
            "BACKEND": "search.backends",
            "PATH": data_dir / "search",
            "WORDS": "search.page.words.names_and_places",
            # Changes come in through the outbox, after the commit.
            "AUTO_UPDATE": False,
        }
        return {"default": own}
    if where == DATABASE:
        return {"default": {"BACKEND": "modelsearch.backends.database.fallback"}}
    if where not in SERVERS:
        known = ", ".join([OWN, DATABASE, *SERVERS])
        raise ImproperlyConfigured(f"GOODPEOPLE_SEARCH is {where!r}; it may be one of: {known}.")
    url = environ.get("GOODPEOPLE_SEARCH_URL", "")
    if not url:
        raise ImproperlyConfigured(
            f"GOODPEOPLE_SEARCH is {where!r}: name the server in GOODPEOPLE_SEARCH_URL, for "
            "example https://user:password@search.example:9200"
        )
    analyzer = environ.get("GOODPEOPLE_SEARCH_ANALYZER", "")
    server = {
        "BACKEND": SERVERS[where],
        "URLS": [url],
        "INDEX_PREFIX": environ.get("GOODPEOPLE_SEARCH_PREFIX", "goodpeople_"),
        "INDEX_SETTINGS": chinese_index_settings(analyzer),
    }
    return {"default": server}


def chinese_index_settings(analyzer: str = "") -> dict[str, Any]:
    """Return how a search server is to read Chinese.

    Pairs of hanzi (``cjk_bigram``) need no plugin and find runs from the middle of a sentence.
    ``analyzer`` names one that a plugin brings instead: ``smartcn``, ``ik_max_word``.
    """
    pairs = {
        "type": "custom",
        "tokenizer": "standard",
        "filter": ["cjk_width", "lowercase", "cjk_bigram"],
    }
    default = {"type": analyzer} if analyzer else pairs
    return {"settings": {"analysis": {"analyzer": {"default": default}}}}
