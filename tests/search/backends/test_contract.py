"""modelsearch's own tests, in a process of their own: they cannot run beside Wagtail."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

CONTRACT = Path(__file__).resolve().parent / "contract"
TESTS_IN_MODELSEARCH_1_3_2 = 120


def test_all_of_modelsearchs_backend_tests_pass_and_none_is_skipped():
    """Count them too: the closing summary says what passed, and a skip would be in it."""
    environment = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-c", CONTRACT / "pytest.ini", CONTRACT],
        capture_output=True,
        text=True,
        env=environment,
        timeout=600,
    )
    report = run.stdout + run.stderr
    print(report)
    assert run.returncode == 0, report
    summary = re.sub(r", \d+ subtests passed", "", run.stdout.strip().splitlines()[-1])
    assert re.fullmatch(rf"{TESTS_IN_MODELSEARCH_1_3_2} passed in .*", summary)
