"""The loaded site, and what each kind of visitor sees of it, walked once for all proofs."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.proofs.running_site import running_site
from tests.proofs.visitor import Visitor
from tests.proofs.windows import browser

__all__ = ["browser"]

# Who walks, where from, and within which part of the site pages are read.
WALKS = {
    "reader": ("", ["/", "/sign-in/", "/styleguide/"], ["/"]),
    "nominator": ("luxiaofang", ["/desk/", "/my-desk/"], ["/desk/", "/my-desk/", "/account/"]),
    "town": ("zhangyong", ["/desk/"], ["/desk/"]),
    "member": ("zhousuqin", ["/panel/"], ["/panel/"]),
    "office": ("wangchen", ["/admin/"], ["/admin/"]),
    "editor": ("lixiaoyu", ["/admin/"], ["/admin/"]),
    "auditor": ("zhaojin", ["/admin/"], ["/admin/"]),
}


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[str]:
    """The address of the demo, running; ``GOODPEOPLE_PROOF_SITE`` names one that runs already."""
    running = os.environ.get("GOODPEOPLE_PROOF_SITE")
    if running:
        yield running
        return
    with running_site(tmp_path_factory.mktemp("site")) as address:
        yield address


@pytest.fixture(scope="session")
def visitors(site: str) -> dict[str, Visitor]:
    """Every kind of visitor, after their walk."""
    walked = {}
    for name, (account, starts, inside) in WALKS.items():
        visitor = Visitor(site, account)
        visitor.walk(starts, inside)
        walked[name] = visitor
    return walked
