"""Production refuses to start rather than run unsafely, and says what to do."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from goodpeople.settings.local_keys import read_or_make_key
from goodpeople.settings.searching import chinese_index_settings, search_backends
from tests.sentences import ROOT

SAFE = {
    "GOODPEOPLE_SECRET_KEY": "x9Kq2LmZ7pRt4VwY1bNc8HsDf3GjQa6EuIoXeTlCyMrBvPnWkJz",
    "GOODPEOPLE_ALLOWED_HOSTS": "haoren.example.cn",
}


def start(tmp_path, **environment: str) -> subprocess.CompletedProcess:
    """Import the production settings in a process of their own."""
    kept = {name: value for name, value in os.environ.items() if "GOODPEOPLE" not in name}
    return subprocess.run(
        [sys.executable, "-c", "import goodpeople.settings.production as s; print(s.DEBUG)"],
        cwd=ROOT,
        env={**kept, "GOODPEOPLE_DATA_DIR": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_starts_with_a_key_and_its_hosts(tmp_path):
    answer = start(tmp_path, **SAFE)

    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"GOODPEOPLE_SECRET_KEY": ""}, "GOODPEOPLE_SECRET_KEY must be a random string"),
        ({"GOODPEOPLE_SECRET_KEY": "a" * 60}, "GOODPEOPLE_SECRET_KEY must be a random string"),
        (
            {"GOODPEOPLE_SECRET_KEY": "django-insecure-" + SAFE["GOODPEOPLE_SECRET_KEY"]},
            "GOODPEOPLE_SECRET_KEY must be a random string",
        ),
        ({"GOODPEOPLE_ALLOWED_HOSTS": ""}, "GOODPEOPLE_ALLOWED_HOSTS must name"),
        ({"GOODPEOPLE_ALLOWED_HOSTS": "*"}, "without a wildcard"),
        ({"GOODPEOPLE_ALLOWED_HOSTS": "a.cn,*.b.cn"}, "without a wildcard"),
        ({"GOODPEOPLE_DEBUG": "1"}, "production never runs with DEBUG"),
    ],
)
def test_it_refuses_what_is_unsafe_and_says_why(tmp_path, change, reason):
    answer = start(tmp_path, **{**SAFE, **change})

    assert answer.returncode != 0
    assert reason in answer.stderr


def test_the_samples_with_their_known_password_stay_out_of_production(tmp_path):
    answer = subprocess.run(
        [sys.executable, "manage.py", "load_demo"],
        cwd=ROOT,
        env={
            **os.environ,
            **SAFE,
            "GOODPEOPLE_DATA_DIR": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "goodpeople.settings.production",
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert "loaded with the development settings only" in answer.stderr


def test_a_generated_key_is_kept_private_and_stays_the_same(tmp_path):
    first = read_or_make_key(tmp_path / "key")
    mode = stat.S_IMODE((tmp_path / "key").stat().st_mode)

    assert read_or_make_key(tmp_path / "key") == first
    assert mode == 0o600
    assert len(first) > 50


class TestWhereTheSiteSearches:
    """``GOODPEOPLE_SEARCH`` names it; a Chinese analyzer goes with every server."""

    def test_by_itself_it_searches_in_its_own_folder_and_updates_after_the_commit(self, tmp_path):
        default = search_backends(tmp_path, {})["default"]

        assert default["BACKEND"] == "search.backends"
        assert default["PATH"] == tmp_path / "search"
        assert default["AUTO_UPDATE"] is False

    @pytest.mark.parametrize(
        ("name", "backend"),
        [
            ("opensearch", "modelsearch.backends.opensearch3"),
            ("elasticsearch", "modelsearch.backends.elasticsearch9"),
        ],
    )
    def test_a_server_reads_pairs_of_hanzi(self, tmp_path, name, backend):
        default = search_backends(
            tmp_path,
            {"GOODPEOPLE_SEARCH": name, "GOODPEOPLE_SEARCH_URL": "https://search.example:9200"},
        )["default"]

        assert default["BACKEND"] == backend
        assert default["URLS"] == ["https://search.example:9200"]
        analysis = default["INDEX_SETTINGS"]["settings"]["analysis"]
        assert "cjk_bigram" in analysis["analyzer"]["default"]["filter"]

    def test_a_plugin_s_analyzer_may_read_instead(self):
        analysis = chinese_index_settings("smartcn")["settings"]["analysis"]

        assert analysis["analyzer"]["default"] == {"type": "smartcn"}

    def test_a_server_without_its_address_is_refused(self, tmp_path):
        with pytest.raises(ImproperlyConfigured, match="GOODPEOPLE_SEARCH_URL"):
            search_backends(tmp_path, {"GOODPEOPLE_SEARCH": "opensearch"})

    def test_a_name_that_means_nothing_is_refused_with_those_that_do(self, tmp_path):
        with pytest.raises(ImproperlyConfigured, match="own, database, opensearch, elasticsearch"):
            search_backends(tmp_path, {"GOODPEOPLE_SEARCH": "solr"})
