"""Production refuses to start rather than run unsafely, and says what to do."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

import pytest

from goodpeople.settings.local_keys import read_or_make_key
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
