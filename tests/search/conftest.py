"""Every search test starts in Chinese."""

from __future__ import annotations

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _chinese():
    """Start in Chinese: a request in English leaves its language behind."""
    with translation.override("zh-hans"):
        yield
