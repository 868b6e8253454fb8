"""A round's public notice as the office reads it: period, list, objections."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton

from goodpeople.notices.admin.tags import notice_tag, objection_tag
from goodpeople.notices.models import Notice, Objection, OfficeContact
from goodpeople.notices.publication import candidates_on, entry_of


class NoticePageView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """What stands on the public page, who is objected to, and the way to both."""

    model = Notice
    any_permission_required = ["view"]
    template_name = "notices/admin/notice_page.html"
    header_icon = "calendar-check"

    @cached_property
    def notice(self) -> Notice:
        """Return the notice of the round of the address; 404 before it has started."""
        rows = Notice.objects.with_announced()
        return get_object_or_404(rows, round_id=self.kwargs["round_id"])

    def get_page_title(self) -> str:
        """Return the round's title."""
        return str(self.notice)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the objections."""
        index = {"url": reverse("notices_objection:index"), "label": _("Objections")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.get_page_title()}]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Lead to the page that the public reads, once there is one."""
        if self.notice.day_number < 1:
            return []
        url = reverse("notices:notice", args=[self.notice.pk])
        return [HeaderButton(_("Public page"), url=url, icon_name="link-external")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Collect the list with the open objections to each, and all objections."""
        notice = self.notice
        is_open = Q(objections__status=Objection.Status.OPEN)
        candidates = candidates_on(notice).annotate(open_objections=Count("objections", is_open))
        objections = notice.objections.select_related("nomination")
        return {
            **super().get_context_data(**kwargs),
            "notice": notice,
            "tag": notice_tag(notice),
            "rows": [(row, entry_of(row, notice)) for row in candidates],
            "objections": [(objection, objection_tag(objection)) for objection in objections],
            "contact": OfficeContact.current(),
        }
