"""The nominator's lists, a nomination to read, beginning one and taking one back."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from goodpeople.nominations import states as st
from goodpeople.nominations.desk.access import open_nomination, units_of
from goodpeople.nominations.desk.form_steps import first_unfinished
from goodpeople.nominations.desk.forms import WithdrawForm
from goodpeople.nominations.desk.overview import (
    Row,
    next_round,
    nominations_below,
    open_rounds,
    overview_for,
    return_reasons,
)
from goodpeople.nominations.desk.review import review_of
from goodpeople.nominations.desk.timeline import timeline
from goodpeople.nominations.models import Nomination, Round, Unit
from goodpeople.nominations.permissions import allowed
from goodpeople.nominations.scoping import is_staff_of_its_unit, own_units
from goodpeople.nominations.submission import NotAllowed, begin, withdraw

ENDED_PER_PAGE = 10
BELOW_PER_PAGE = 30


def has_units_below(units: list[Unit]) -> bool:
    """Whether some unit stands below ``units``."""
    return Unit.objects.under(units).exclude(pk__in=[unit.pk for unit in units]).exists()


@require_safe
@never_cache
@login_required
def index(request: HttpRequest) -> HttpResponse:
    """My nominations by what is asked of me, and the rounds in which I can nominate."""
    units = units_of(request)
    groups = overview_for(request.user)
    rounds = open_rounds()
    ended = Paginator(groups.ended, ENDED_PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "nominations/desk/index.html",
        {
            "units": units,
            "several_units": len(units) > 1,
            "groups": groups,
            "ended": ended,
            "open_rounds": rounds,
            "next_round": None if rounds else next_round(),
            "units_below": has_units_below(units),
        },
    )


@require_safe
@never_cache
@login_required
def below(request: HttpRequest) -> HttpResponse:
    """The nominations of the units below mine, to read."""
    units_of(request)
    page = Paginator(nominations_below(request.user), BELOW_PER_PAGE).get_page(
        request.GET.get("page")
    )
    return render(
        request,
        "nominations/desk/below.html",
        {"page_obj": page, "rows": [Row(nomination) for nomination in page], "units_below": True},
    )


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def begin_nomination(request: HttpRequest, round_id: int) -> HttpResponse:
    """What a round asks for, and the button that makes an empty draft."""
    units = units_of(request)
    round_ = get_object_or_404(Round, pk=round_id)
    chosen = units[0] if len(units) == 1 else None
    reason = ""
    if request.method == "POST":
        typed = request.POST.get("unit", "")
        chosen = next((unit for unit in units if str(unit.pk) == typed), chosen)
        if chosen is None:
            reason = _("Choose the unit that nominates.")
        else:
            try:
                nomination = begin(round_, chosen, request.user)
            except NotAllowed as refused:
                raise PermissionDenied(refused.reason) from None
            return redirect("desk:who", nomination.pk)
    elif not round_.takes_nominations():
        raise PermissionDenied(_("This round does not take nominations now."))
    return render(
        request,
        "nominations/desk/begin.html",
        {
            "round": round_,
            "categories": [
                row.category for row in round_.categories.select_related("category").all()
            ],
            "units": units,
            "chosen": chosen,
            "reason": reason,
        },
    )


@require_safe
@never_cache
@login_required
def nomination(request: HttpRequest, pk: int) -> HttpResponse:
    """A nomination to read, with its way so far; personal data masked once it is sent."""
    found = open_nomination(request, pk)
    returned = return_reasons([found]).get(found.pk)
    return render(
        request,
        "nominations/desk/nomination.html",
        {
            "nomination": found,
            "row": Row(found, returned),
            "review": review_of(found, request.user),
            "events": timeline(found),
            "may_edit": bool(allowed(request.user, "edit", found)),
            "may_withdraw": bool(allowed(request.user, "withdraw", found)),
            "only_office_may_change": found.state not in st.WITH_NOMINATOR | st.ENDED
            and is_staff_of_its_unit(request.user, found),
            "profile": found.honour.page if found.honour_id else None,
            **_way_back(request, found),
        },
    )


def _way_back(request: HttpRequest, found: Nomination) -> dict[str, str]:
    """Return the list that a nomination was opened from: mine, the units below, or the desk."""
    if is_staff_of_its_unit(request.user, found):
        return {"back_url": reverse("desk:index"), "back_label": _("My nominations")}
    if own_units(request.user):
        return {"back_url": reverse("desk:below"), "back_label": _("From the units below")}
    return {"back_url": reverse("accounts:my_desk"), "back_label": _("My desk")}


@require_safe
@never_cache
@login_required
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead to the first step of the form where something is missing."""
    found = open_nomination(request, pk, "edit")
    return redirect(first_unfinished(found).url(found))


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def withdraw_nomination(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether to take a nomination back, and do it."""
    found = open_nomination(request, pk, "withdraw")
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw(found.pk, request.user, reason=form.cleaned_data["reason"])
        except NotAllowed as refused:
            raise PermissionDenied(refused.reason) from None
        messages.success(request, _("The nomination is withdrawn. It stays on record."))
        return redirect("desk:nomination", found.pk)
    return render(
        request,
        "nominations/desk/withdraw.html",
        {"nomination": found, "form": form, "was_sent": found.state == st.RETURNED},
    )
