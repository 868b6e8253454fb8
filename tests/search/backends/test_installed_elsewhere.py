"""The search in a bare project made by ``wagtail start``, under another name, without our page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
NAME = "hansearch"
SETTINGS = """
INSTALLED_APPS = ["hansearch", *INSTALLED_APPS]
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "hansearch.backends",
        "PATH": BASE_DIR / "var" / "search",
        "AUTO_UPDATE": False,
    }
}
"""
SCRIPT = """
from home.models import HomePage
from wagtail.models import Page

home = HomePage.objects.get()
home.add_child(instance=HomePage(title="老街上的理发店", slug="barber"))
hidden = home.add_child(instance=HomePage(title="渡口的摆渡人", slug="ferry", live=False))

def found(words):
    return [page.title for page in Page.objects.live().search(words)]

assert found("理发") == found("街上的理") == found("理髮") == ["老街上的理发店"], found("理发")
assert found("摆渡") == []
hidden.live = True
hidden.save()
assert found("摆渡") == ["渡口的摆渡人"]
hidden.delete()
assert found("摆渡") == []
assert Page.objects.autocomplete("老街").count() == 1
print("searched")
"""


@pytest.fixture
def project(tmp_path) -> Path:
    """Return the folder of a bare project with the search in it."""
    folder = tmp_path / "bare"
    folder.mkdir()
    _run(["-m", "wagtail.bin.wagtail", "start", "baresite", str(folder)], tmp_path)
    shutil.copytree(
        ROOT / "search", folder / NAME, ignore=shutil.ignore_patterns("page", "__pycache__")
    )
    with (folder / "baresite" / "settings" / "base.py").open("a") as settings:
        settings.write(SETTINGS)
    return folder


def _run(command: list[str], folder: Path, **options) -> str:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GOODPEOPLE", "DJANGO"))}
    kept["PYTHONPATH"] = ""
    run = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=kept,
        capture_output=True,
        text=True,
        timeout=300,
        **options,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout + run.stderr


def test_it_migrates_searches_and_rebuilds(project):
    manage = ["manage.py"]
    assert "no issues" in _run([*manage, "check"], project)
    _run([*manage, "migrate", "--verbosity", "0"], project)
    assert "No changes detected" in _run([*manage, "makemigrations", "--check"], project)
    assert "searched" in _run([*manage, "shell"], project, input=SCRIPT)
    assert "wagtailcore.page" in _run([*manage, "rebuild_search"], project)
    assert "no issues" in _run([*manage, "check", "--database", "default"], project)
    assert (project / "var" / "search").stat().st_mode & 0o077 == 0
    assert not (project / NAME / "page").exists()
