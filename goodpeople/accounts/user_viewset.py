"""The viewset that puts the office's account screens under Wagtail's own addresses."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.users.views.users import UserViewSet

from goodpeople.accounts import account_views
from goodpeople.accounts.account_forms import AccountEditForm, AccountForm


class AccountViewSet(UserViewSet):
    """Accounts, in place of Wagtail's users: same names and addresses, own forms and rules."""

    menu_label = _("Accounts")
    template_prefix = "accounts/users/"
    # A copy would carry the roles of one person over to another at one press.
    copy_view_enabled = False
    filterset_class = account_views.AccountFilterSet
    search_fields = ["username", "display_name", "phone"]
    index_view_class = account_views.IndexView
    add_view_class = account_views.CreateView
    edit_view_class = account_views.EditView
    delete_view_class = account_views.DeleteView
    history_view_class = account_views.HistoryView
    usage_view_class = account_views.UsageView

    def get_form_class(self, for_update: bool = False):
        """Return the form for making or for changing an account."""
        return AccountEditForm if for_update else AccountForm

    def get_urlpatterns(self) -> list:
        """Return Wagtail's addresses and the reset's."""
        reset = self.construct_view(account_views.ResetPasswordView)
        return [
            *super().get_urlpatterns(),
            path("reset-password/<int:pk>/", reset, name="reset_password"),
        ]
