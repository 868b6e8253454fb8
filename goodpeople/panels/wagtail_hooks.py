"""What this room hangs into Wagtail's admin; the screens themselves are in ``admin/``."""

from __future__ import annotations

from wagtail import hooks

from goodpeople.panels.admin.log_actions import register_log_actions

hooks.register("register_log_actions", register_log_actions)
