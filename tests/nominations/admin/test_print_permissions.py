"""``docs/permissions.md`` says what the tables say."""

from __future__ import annotations

from django.core.management import call_command

from goodpeople.nominations.management.commands import print_permissions as printing
from goodpeople.nominations.permissions import ROUND_ACTIONS, RULES


def test_document_is_up_to_date():
    written = printing.TARGET.read_text(encoding="utf-8")
    assert written == printing.permissions_as_markdown(), "run manage.py print_permissions"


def test_document_has_a_row_for_every_rule():
    text = printing.permissions_as_markdown()
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    # Two heads and two rules of dashes.
    assert len(rows) == len(RULES) + len(ROUND_ACTIONS) + 4


def test_printing_writes_nothing_else(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(printing, "TARGET", tmp_path / "permissions.md")
    call_command("print_permissions", "--print")
    assert capsys.readouterr().out == printing.permissions_as_markdown()
    assert not list(tmp_path.iterdir())
