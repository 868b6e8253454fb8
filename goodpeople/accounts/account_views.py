"""The office's screens for accounts in the admin: list, make, change, reset, history."""

from __future__ import annotations

import django_filters
from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button

from goodpeople.accounts.account_forms import RoleLabels, role_groups
from goodpeople.accounts.belonging import belongings, where_they_belong
from goodpeople.accounts.passwords import give_one_time_password
from goodpeople.accounts.policies import refusal
from goodpeople.accounts.roles import label_of_group

User = get_user_model()


class RowGuard:
    """Ask :func:`refusal` about the row before anything else, and show its reason.

    Wagtail's generic views ask only whether some account may be changed.
    """

    guarded_action = "change"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Serve the view, or lead back to the list with the reason."""
        account = get_object_or_404(User, pk=self.kwargs["pk"])
        reason = refusal(request.user, self.guarded_action, account)
        if not reason:
            return super().dispatch(request, *args, **kwargs)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            raise PermissionDenied(reason)
        messages.error(request, reason)
        can_list = request.user.has_perm("accounts.view_user")
        return redirect("wagtailusers_users:index" if can_list else "wagtailadmin_home")


class RoleFilterField(RoleLabels, django_filters.fields.ModelMultipleChoiceField):
    """Roles to tick, by their labels."""


class RoleFilter(django_filters.ModelMultipleChoiceFilter):
    """By role."""

    field_class = RoleFilterField


class AccountFilterSet(WagtailFilterSet):
    """Filter the list by role and by whether the account is open."""

    groups = RoleFilter(
        label=gettext_lazy("Role"),
        queryset=lambda request: role_groups(),
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = User
        fields = ["groups", "is_active", "must_change_password"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.filters["must_change_password"].label = _("Password not yet changed")
        self.filters["is_active"].label = _("Can sign in")


class IndexView(generic.IndexView):
    """All accounts. Superusers are listed, and shown to be out of the office's reach."""

    page_title = gettext_lazy("Accounts")
    add_item_label = gettext_lazy("Add an account")
    search_fields = ["username", "display_name", "phone"]

    def get_base_queryset(self):
        """Return accounts with their roles fetched: two queries for any number of rows."""
        return User.objects.prefetch_related("groups")

    @cached_property
    def columns(self) -> list[Column]:
        """Return the columns, without check boxes: nothing is done to accounts in bulk."""
        return [
            TitleColumn(
                "display_name",
                label=_("Full name"),
                accessor="get_full_name",
                sort_key="display_name",
                get_url=self.get_edit_url,
            ),
            Column("username", label=_("User name"), sort_key="username", classname="wide-only"),
            Column(
                "phone",
                label=_("Phone"),
                accessor=lambda user: user.phone or "",
                classname="wide-only",
            ),
            Column("roles", label=_("Roles"), accessor=_roles_of),
            Column("places", label=_("Unit or panel"), accessor=self._places_of),
            BooleanColumn("is_active", label=_("Can sign in"), sort_key="is_active"),
            Column(
                "password_state",
                label=_("Password"),
                accessor=_password_state,
                classname="wide-only",
            ),
            DateColumn(
                "last_login", label=_("Last sign-in"), sort_key="last_login", classname="wide-only"
            ),
        ]

    def get_table(self, object_list):
        """Return the table; where its accounts belong is asked once for all of them."""
        self._places = where_they_belong(list(object_list))
        return super().get_table(object_list)

    def _places_of(self, user) -> str:
        return "、".join(self._places.get(user.pk, []))

    def get_edit_url(self, instance):
        """Return the edit address where this account may be changed."""
        if not refusal(self.request.user, "change", instance):
            return super().get_edit_url(instance)
        return None

    def get_list_more_buttons(self, instance) -> list:
        """Return the row's buttons, with the reset beside Wagtail's own."""
        buttons = super().get_list_more_buttons(instance)
        if not refusal(self.request.user, "reset", instance):
            url = reverse("wagtailusers_users:reset_password", args=[instance.pk])
            buttons.append(Button(_("Reset password"), url=url, icon_name="key", priority=30))
        return buttons


def _roles_of(user) -> str:
    if user.is_superuser:
        return _("Superuser")
    return "、".join(label_of_group(group) for group in user.groups.all())


def _password_state(user) -> str:
    return _("not yet changed") if user.must_change_password else ""


class CreateView(generic.CreateView):
    """Make an account; the one-time password is shown in the answer, once."""

    page_title = gettext_lazy("Add an account")

    def save_action(self) -> HttpResponse:
        """Give the one-time password and show it, in place of the usual way to the list."""
        password = give_one_time_password(self.object, by=self.request.user)
        return _one_time_page(self.request, self.object, password, made=True)


class EditView(RowGuard, generic.EditView):
    """Change or close an account."""

    success_message = gettext_lazy("Account “%(object)s” was changed.")
    error_message = gettext_lazy(
        "The account could not be saved; please look at the marked fields."
    )

    def get_form_kwargs(self) -> dict:
        """Return the form's arguments, with whether people edit themselves."""
        return {**super().get_form_kwargs(), "editing_self": self.request.user == self.object}

    @cached_property
    def header_more_buttons(self) -> list:
        """Return the header's buttons, with the reset."""
        buttons = super().header_more_buttons
        if not refusal(self.request.user, "reset", self.object):
            url = reverse("wagtailusers_users:reset_password", args=[self.object.pk])
            buttons.append(Button(_("Reset password"), url=url, icon_name="key", priority=15))
        return buttons


class DeleteView(RowGuard, generic.DeleteView):
    """Wagtail's delete address, which answers with why accounts are closed instead."""

    guarded_action = "delete"


class HistoryView(RowGuard, generic.HistoryView):
    """What was done to the account, and by whom."""

    guarded_action = "view"
    any_permission_required = ["change", "view"]


class UsageView(RowGuard, generic.UsageView):
    """Where the account is referred to."""

    guarded_action = "view"
    permission_required = "view"


class ResetPasswordView(RowGuard, WagtailAdminTemplateMixin, generic.base.View):
    """Ask, then give a one-time password and show it in the answer, once."""

    guarded_action = "reset"
    model = None

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask first: the reset signs the person out everywhere."""
        account = get_object_or_404(User, pk=pk)
        return TemplateResponse(request, "accounts/users/reset_password.html", {"account": account})

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Reset and show."""
        account = get_object_or_404(User, pk=pk)
        password = give_one_time_password(account, by=request.user)
        return _one_time_page(request, account, password, made=False)


def _one_time_page(request: HttpRequest, account, password: str, *, made: bool) -> HttpResponse:
    """Show ``password`` in this answer only: not in a message, a session or an address."""
    return TemplateResponse(
        request,
        "accounts/users/one_time_password.html",
        {
            "account": account,
            "password": password,
            "made": made,
            "next_steps": belongings() if made and not account.groups.exists() else [],
        },
        headers={"Cache-Control": "no-store"},
    )
