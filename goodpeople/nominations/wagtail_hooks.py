"""What this room hangs into Wagtail's admin; the screens themselves are in ``admin/``."""

from __future__ import annotations

from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail import hooks

from goodpeople.nominations.admin.home_panels import leave_out_summary, put_own_panels
from goodpeople.nominations.admin.log_actions import register_log_actions
from goodpeople.nominations.admin.menu import (
    SelectionGroup,
    cut_main_menu,
    cut_reports_menu,
    cut_settings_menu,
    site_log_item,
)
from goodpeople.nominations.admin.profile_links import nominations_behind

hooks.register("register_log_actions", register_log_actions)
hooks.register("register_page_header_buttons", nominations_behind)
hooks.register("register_admin_viewset", SelectionGroup)
hooks.register("register_reports_menu_item", site_log_item)
# Late, so that they see what others have added.
hooks.register("construct_main_menu", cut_main_menu, order=900)
hooks.register("construct_settings_menu", cut_settings_menu, order=900)
hooks.register("construct_reports_menu", cut_reports_menu, order=900)
hooks.register("construct_homepage_panels", put_own_panels, order=900)
hooks.register("construct_homepage_summary_items", leave_out_summary, order=900)


@hooks.register("insert_global_admin_css")
def own_styles() -> SafeString:
    """Link our components; their colours are the admin's own."""
    sheets = (
        "css/admin",
        "css/components/admin-home",
        "css/components/admin-office",
        "css/components/admin-nomination",
    )
    links = ((static(f"{sheet}.css"),) for sheet in sheets)
    return format_html_join("", '<link rel="stylesheet" href="{}">', links)
