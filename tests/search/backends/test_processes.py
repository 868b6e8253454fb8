"""Several processes: what one saves, the next search of every other finds; nothing is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from wagtail.models import Page

from archive.models import HonoreePage
from search.backends.families import family_of
from search.backends.index import keys_in_database
from search.engine.queries import All
from search.outbox import lag
from tests.factories.archive import HonoreePageFactory
from tests.search.backends.conftest import titles

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
ROOT = Path(__file__).resolve().parents[3]

SAVING = """
import django; django.setup()
import sys
from archive.models import HonoreePage
for page in HonoreePage.objects.filter(title__startswith=sys.argv[1]).order_by("pk"):
    page.citation = "第二次写下的话。"
    page.save()
"""
KILLED = """
import django; django.setup()
import os
from archive.models import HonoreePage
from search import draining
draining.EngineIndex.write = lambda *a, **k: os.kill(os.getpid(), 9)
page = HonoreePage.objects.get(title="示例乙")
page.citation = "死前存下的话。"
page.save()
"""


@pytest.fixture
def start(folder):
    """Return a function that starts a script in a process of its own on the test's site."""
    site = {"database": connection.settings_dict["NAME"], "index": str(folder)}
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.search.backends.another_process",
        "SEARCH_TEST_SITE": json.dumps(site),
    }

    def start(script: str, *arguments: str) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "-c", script, *arguments],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return start


def found(words: str) -> list[str]:
    return titles(HonoreePage.objects.live().search(words))


def test_two_processes_save_while_a_third_searches(start, backend):
    for number in range(6):
        HonoreePageFactory(title=f"示例甲{number}")
        HonoreePageFactory(title=f"示例乙{number}")
    assert len(found("示例")) == 12
    savers = [start(SAVING, "示例甲"), start(SAVING, "示例乙")]
    while any(saver.poll() is None for saver in savers):
        assert len(found("示例")) == 12, "no page is ever lost from the results"
    for saver in savers:
        assert saver.returncode == 0, saver.stderr.read()
    assert len(found("第二次写下的话")) == 12
    assert lag().changes == 0
    pages = family_of(Page)
    held = backend.engine_index(pages).snapshot().match(All()).keys()
    assert sorted(held) == sorted(keys_in_database(pages))


def test_what_a_killed_process_had_saved_is_found_by_the_next_search(start):
    HonoreePageFactory(title="示例乙")
    assert found("示例乙") == ["示例乙"]
    killed = start(KILLED)
    killed.wait()
    assert killed.returncode == -9, killed.stderr.read()
    assert lag().changes > 0
    assert found("死前存下的话") == ["示例乙"]
    assert lag().changes == 0
