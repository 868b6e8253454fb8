"""`make bench-search` on a very small archive: every line of its table comes out."""

from __future__ import annotations

import pytest

from search import freshness
from tests.bench import request
from tests.bench.__main__ import PARTS, lines, options_of
from tests.bench.memory import ROLLUP
from tests.bench.questions import Question
from tests.factories.archive import HonoreePageFactory, HonourFactory, story

BROAD = "half of all"
SHOWN = [
    "build / fts5",
    "size, substrings in / fts5",
    "one update, p50",
    "full merges in 2 updates",
    *(
        f"{BROAD}, asked {asked} / {engine}"
        for engine in ("tantivy", "fts5", "fts5+numpy", "whoosh")
        for asked in ("first", "before")
    ),
    f"{BROAD} with 20 texts, asked first / tantivy",
    f"{BROAD} with 20 texts, asked before / tantivy",
    "substring, asked first / trigram",
    "substring, asked first / like",
    f"{BROAD}, new process / tantivy",
]
MEMORY = [f"memory of a worker, {each}, opened and asked" for each in ("rss", "pss", "private")]


def options(folder, *parts, profiles=(60,)):
    """What `make bench-search` asks for, of almost nothing."""
    few = ["--pairs", "2", "--cold-pairs", "1", "--updates", "2", "--kinds", BROAD]
    sizes = ["--profiles", *map(str, profiles)]
    return options_of(["--folder", str(folder), *few, *sizes, "--parts", *parts])


def test_every_line_that_the_engine_can_answer_for_comes_out(tmp_path):
    parts = [part for part in PARTS if part not in ("growth", "request")]
    measured = list(lines(options(tmp_path, *parts)))
    assert [line.what for line in measured] == SHOWN + (MEMORY if ROLLUP.exists() else [])
    assert all(line.value > 0 for line in measured if not line.what.startswith("full merges"))

    grown = list(lines(options(tmp_path, "growth", profiles=(60, 90))))
    assert [(line.profiles, line.what) for line in grown] == [
        (90, f"{BROAD}, asked first: growth of time / of hits from 60")
    ]


@pytest.fixture
def _one_engine(settings, tmp_path, monkeypatch, db):
    """Let our engine answer about two people."""
    settings.WAGTAILSEARCH_BACKENDS = {
        "default": {"BACKEND": "search.backends", "PATH": tmp_path / "i", "AUTO_UPDATE": False}
    }
    monkeypatch.setattr(freshness, "reads_committed", lambda alias: True)
    for title in ("钱示理", "孙示教"):
        page = HonoreePageFactory(title=title, body=story("每个月给老人理发，分文不取。"))
        HonourFactory(page=page, year=2025)


@pytest.mark.usefixtures("_one_engine")
def test_the_request_is_measured_against_itself_with_a_canned_answer(client, monkeypatch):
    asked = request.addresses({"two words": [Question("two words", ("老人", "理发"))]}, "any")
    first, before = request.whole(asked, pairs=2, profiles=10_000)
    assert first.what == "request, two words, asked first / canned"
    assert before.what == "request, two words, asked before / canned"
    assert first.goal == before.goal == 1.3
    assert "queries " in first.beside

    ((url,),) = asked.values()
    from search.page import views

    whole = client.get(url)
    canned = request.Canned(views.ask)
    monkeypatch.setattr(views, "ask", canned)
    pages = [client.get(url) for _ in range(2)]
    assert whole.context["total"] == 2
    assert canned.calls == 2
    assert [page.content for page in pages] == [whole.content] * 2


def test_classes_are_asked_as_a_reader_would():
    asked = request.addresses(
        {
            "phrase": [Question("phrase", ("卖错", "秧苗"), phrase=True)],
            "filter": [Question("filter", ("老人",), category="助人为乐")],
        },
        "honesty",
    )
    assert asked == {
        "phrase": ["/search/?q=%E2%80%9C%E5%8D%96%E9%94%99%E7%A7%A7%E8%8B%97%E2%80%9D"],
        "filter": ["/search/?q=%E8%80%81%E4%BA%BA&category=honesty"],
    }
