"""The member's screens: my candidates, a score sheet, handing it in, declaring a recusal.

Thin: whose sheet it is, is asked of ``sheets_of``; whether something may be done, of the verbs.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from goodpeople.accounts.answers import wants_json
from goodpeople.nominations.decisions import Decision
from goodpeople.nominations.submission import NotAllowed, StaleVersion
from goodpeople.nominations.whole_numbers import whole_number
from goodpeople.panels.desk.forms import RecusalForm, SheetForm
from goodpeople.panels.desk.progress import rounds_of
from goodpeople.panels.desk.sheet_page import SheetPage, load_page
from goodpeople.panels.models import ScoreSheet
from goodpeople.panels.sheets import declare_recusal, hand_in, save_scores, sheets_of


@never_cache
@require_safe
@login_required
def index(request: HttpRequest) -> HttpResponse:
    """Show what there is to score, by round and category, and how far the member has come."""
    rounds = rounds_of(request.user)
    if not rounds:
        raise PermissionDenied(_("This desk is for the members of a panel."))
    return render(request, "panels/desk/index.html", {"rounds": rounds})


def _own_sheet(request: HttpRequest, pk: int) -> ScoreSheet:
    return get_object_or_404(sheets_of(request.user), pk=pk)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the story beside the criteria; save points as one goes or on the way to hand in."""
    page = load_page(_own_sheet(request, pk), request.user)
    if request.method != "POST":
        form = SheetForm.of_sheet(page.sheet, page.criteria) if page.writable else None
        return _show(request, page, form)
    form = SheetForm(request.POST, criteria=page.criteria)
    if not form.is_valid():
        return _invalid(request, page, form)
    try:
        saved = save_scores(
            pk,
            request.user,
            form.points(),
            comment=form.cleaned_data["comment"],
            version=form.cleaned_data["version"],
        )
    except StaleVersion as stale:
        return _stale(request, page, stale.reason)
    except NotAllowed as refused:
        return _refused(request, pk, refused.reason)
    return _saved(request, form, saved)


def _show(
    request: HttpRequest, page: SheetPage, form: SheetForm | None, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"page": page, "form": form, "rows": page.rows(form), **more}
    return render(request, "panels/desk/sheet.html", context, status=status)


def _invalid(request: HttpRequest, page: SheetPage, form: SheetForm) -> HttpResponse:
    if wants_json(request):
        reasons = [error for errors in form.errors.values() for error in errors]
        return JsonResponse({"reason": " ".join(reasons)}, status=422)
    return _show(request, page, form)


def _stale(request: HttpRequest, page: SheetPage, reason: str) -> HttpResponse:
    """Answer 409 with all that was typed, what is stored now beside it, and a fresh version."""
    if wants_json(request):
        return JsonResponse({"reason": reason}, status=409)
    data = request.POST.copy()
    data["version"] = str(page.sheet.version)
    form = SheetForm(data, criteria=page.criteria)
    return _show(request, page, form, status=409, stale=reason)


def _refused(request: HttpRequest, pk: int, reason: str) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"reason": reason}, status=403)
    messages.error(request, reason)
    return redirect("panel_desk:sheet", pk=pk)


def _saved(request: HttpRequest, form: SheetForm, saved: ScoreSheet) -> HttpResponse:
    if wants_json(request):
        when = date_format(timezone.localtime(saved.updated_at), "H:i")
        return JsonResponse(
            {"version": saved.version, "message": _("Saved at %(time)s") % {"time": when}}
        )
    if "hand_in" not in request.POST:
        messages.success(request, _("Saved. The sheet is not handed in yet."))
        return redirect("panel_desk:sheet", pk=saved.pk)
    form.complain_of_missing()
    if form.errors:
        data = request.POST.copy()
        data["version"] = str(saved.version)
        form.data = data
        page = load_page(_own_sheet(request, saved.pk), request.user)
        return _show(request, page, form, incomplete=True)
    return redirect("panel_desk:hand_in", pk=saved.pk)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_hand_in(request: HttpRequest, pk: int) -> HttpResponse:
    """List the points once more, and hand the sheet in for good."""
    page = load_page(_own_sheet(request, pk), request.user)
    if request.method != "POST":
        if page.writable and page.missing:
            names = "、".join(criterion.name for criterion in page.missing)
            messages.warning(request, _("Not scored yet: %(criteria)s.") % {"criteria": names})
        if not page.writable or page.missing:
            return redirect("panel_desk:sheet", pk=pk)
        return render(request, "panels/desk/hand_in.html", {"page": page, "rows": page.rows()})
    version = request.POST.get("version", "")
    decision = hand_in(
        pk,
        request.user,
        {},
        comment=page.sheet.comment,
        version=whole_number(version, -1),
    )
    if decision.field == "version":
        # What was confirmed is not what is stored: show that before it is for good.
        messages.warning(request, decision.reason)
        return redirect("panel_desk:hand_in", pk=pk)
    done = _("Handed in: %(name)s.") % {"name": page.nomination}
    return _after(request, pk, decision, done)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_recusal(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason of a conflict of interest, and take the member off the candidate."""
    page = load_page(_own_sheet(request, pk), request.user)
    if request.method != "POST":
        if not page.writable:
            return redirect("panel_desk:sheet", pk=pk)
        return render(request, "panels/desk/recuse.html", {"page": page, "form": RecusalForm()})
    form = RecusalForm(request.POST)
    if not form.is_valid():
        return render(request, "panels/desk/recuse.html", {"page": page, "form": form})
    decision = declare_recusal(pk, request.user, form.cleaned_data["reason"])
    done = _("You are recused from %(name)s.") % {"name": page.nomination}
    return _after(request, pk, decision, done)


def _after(request: HttpRequest, pk: int, decision: Decision, done: str) -> HttpResponse:
    """Say what became of a decision, and lead on to the list or back to the sheet."""
    if decision.done:
        messages.success(request, done)
        return redirect("panel_desk:index")
    if decision.status == "already_done":
        messages.info(request, decision.reason)
    else:
        messages.error(request, decision.reason)
    return redirect("panel_desk:sheet", pk=pk)
