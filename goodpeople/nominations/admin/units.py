"""Units in the office's menu: the tree, each unit's form, and who works for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Count, Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from archive.admin.refusals import RefusedWhileReferredTo
from archive.pinyin import slug_for
from goodpeople.nominations.admin.allowed_routes import AllowedRoutes
from goodpeople.nominations.admin.refusals import OfficeOnly
from goodpeople.nominations.models import Unit, UnitStaff

User = get_user_model()


def depth_of(unit: Unit) -> int:
    """Return how many units stand above ``unit``."""
    return max(unit.path.count("/") - 2, 0)


class ByName(forms.models.ModelChoiceIterator):
    """Accounts as a reader looks for them: those ticked already, then by the name's sound.

    No database sorts Chinese names so; a county has few hundred accounts.
    """

    def __iter__(self) -> Iterator[Any]:
        ticked = {getattr(account, "pk", account) for account in self.field.initial or []}
        accounts = sorted(
            self.queryset,
            key=lambda account: (
                account.pk not in ticked,
                slug_for(account.get_full_name()),
                account.get_full_name(),
                account.username,
            ),
        )
        return iter([self.choice(account) for account in accounts])


class AccountsField(forms.ModelMultipleChoiceField):
    """Accounts to tick, with what tells two people of one name apart."""

    widget = forms.CheckboxSelectMultiple
    iterator = ByName

    def label_from_instance(self, account: Any) -> str:
        """Return the name, the user name and the units that the account works for already."""
        units = "、".join(post.unit.name for post in account.unit_posts.all())
        parts = [account.get_full_name(), account.username, units]
        return " · ".join(dict.fromkeys(part for part in parts if part))


class ParentField(forms.ModelChoiceField):
    """Units to stand below, moved in by their depth."""

    def label_from_instance(self, unit: Unit) -> str:
        """Return the name, moved in."""
        return "\u3000" * depth_of(unit) + unit.name


class UnitForm(WagtailAdminModelForm):
    """A unit and the accounts that work for it, saved together."""

    name = forms.CharField(label=gettext_lazy("Name of the unit"), max_length=80)
    parent = ParentField(
        label=gettext_lazy("Parent unit"), queryset=Unit.objects.order_by("path"), required=False
    )
    staff_accounts = AccountsField(
        label=gettext_lazy("Staff"),
        help_text=gettext_lazy("They nominate for this unit and see what the units below it do."),
        queryset=User.objects.none(),
        required=False,
    )

    class Meta:
        model = Unit
        fields = ["name", "parent", "place", "active"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        posts = Prefetch("unit_posts", UnitStaff.objects.select_related("unit"))
        chosen = Q(unit_posts__unit=self.instance) if self.instance.pk else Q(pk__in=[])
        accounts = User.objects.filter(Q(is_active=True) | chosen).distinct()
        field = self.fields["staff_accounts"]
        field.queryset = accounts.prefetch_related(posts).order_by("display_name", "username")
        if self.instance.pk:
            field.initial = list(self.instance.staff.values_list("user_id", flat=True))

    @transaction.atomic
    def save(self, commit: bool = True) -> Unit:
        """Save the unit, then give and take the posts that changed."""
        unit = super().save(commit=commit)
        wanted = {account.pk for account in self.cleaned_data["staff_accounts"]}
        held = set(unit.staff.values_list("user_id", flat=True))
        unit.staff.filter(user_id__in=held - wanted).delete()
        UnitStaff.objects.bulk_create(
            UnitStaff(unit=unit, user_id=user_id) for user_id in sorted(wanted - held)
        )
        return unit


class UnitIndexView(generic.IndexView):
    """The tree of units."""

    page_title = gettext_lazy("Units")
    add_item_label = gettext_lazy("Add a unit")
    default_ordering = "path"

    def get_base_queryset(self) -> QuerySet:
        """Bring along what a row shows, so that rows ask nothing more."""
        return (
            super()
            .get_base_queryset()
            .select_related("place")
            .prefetch_related(Prefetch("staff", UnitStaff.objects.select_related("user")))
            .annotate(nomination_count=Count("nominations", distinct=True))
        )

    @cached_property
    def columns(self) -> list[Column]:
        """Return the columns; the order of the tree is the list's own."""
        return [
            IndentedColumn("name", label=_("Unit"), get_url=_page_url),
            Column("place", label=_("Place"), accessor="place.chain_text", classname="wide-only"),
            Column("staff", label=_("Staff"), accessor=_staff_names),
            Column("nomination_count", label=_("Nominations"), classname="number wide-only"),
            BooleanColumn("active", label=_("Active"), sort_key="active"),
        ]


class IndentedColumn(TitleColumn):
    """A unit's name, moved in by its depth."""

    cell_template_name = "nominations/admin/indented_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """Add the depth."""
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "depth": depth_of(instance)}


def _staff_names(unit: Unit) -> str:
    return "、".join(str(post.user) for post in unit.staff.all())


def _page_url(unit: Unit) -> str:
    return reverse("nominations_unit:page", args=[unit.pk])


class UnitPageView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """A unit to read: its place in the tree, its staff, and the way to its nominations."""

    model = Unit
    any_permission_required = ["view"]
    template_name = "nominations/admin/unit_page.html"
    header_icon = "group"

    @cached_property
    def unit(self) -> Unit:
        """Return the unit of the address, or answer 404."""
        units = Unit.objects.select_related("parent", "place").prefetch_related(
            Prefetch("staff", UnitStaff.objects.select_related("user")), "children"
        )
        return get_object_or_404(units, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        """Return the unit's name."""
        return self.unit.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the tree."""
        index = {"url": reverse("nominations_unit:index"), "label": _("Units")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.unit.name}]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Offer the form to those who may change units."""
        if not self.user_has_permission("change"):
            return []
        url = reverse("nominations_unit:edit", args=[self.unit.pk])
        return [HeaderButton(_("Edit the unit"), url=url, icon_name="edit")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Hand the unit over."""
        return {**super().get_context_data(**kwargs), "unit": self.unit}


class UnitCreateView(OfficeOnly, generic.CreateView):
    """Add a unit."""

    page_title = gettext_lazy("Add a unit")
    template_name = "nominations/admin/unit_create.html"


class UnitEditView(OfficeOnly, generic.EditView):
    """Change a unit, close it, or move it in the tree."""

    template_name = "nominations/admin/unit_edit.html"


class UnitDeleteView(OfficeOnly, RefusedWhileReferredTo, generic.DeleteView):
    """Delete a unit that never nominated; others are set inactive."""


class UnitViewSet(AllowedRoutes, ModelViewSet):
    """Units."""

    model = Unit
    name = "nominations_unit"
    url_prefix = "units"
    icon = "group"
    menu_label = gettext_lazy("Units")
    menu_order = 50
    allowed_routes = frozenset({"index", "index_results", "add", "edit", "delete", "page"})
    add_to_reference_index = False
    copy_view_enabled = False
    list_per_page = 100
    search_fields = ["name"]
    search_backend_name = None
    index_view_class = UnitIndexView
    add_view_class = UnitCreateView
    edit_view_class = UnitEditView
    delete_view_class = UnitDeleteView

    def get_form_class(self, for_update: bool = False) -> type[UnitForm]:
        """Return the form for making or for changing a unit."""
        return UnitForm

    def own_urlpatterns(self) -> list[URLPattern]:
        """Return the unit's page."""
        return [path("<int:pk>/", self.construct_view(UnitPageView), name="page")]
