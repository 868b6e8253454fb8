"""The public's side: notices, one notice, and objecting to one candidate."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from goodpeople.nominations import states as st
from goodpeople.nominations.models import Nomination
from goodpeople.nominations.submission import NotAllowed
from goodpeople.notices.browser_limit import MAX_A_NOTICE, count_one, is_spent
from goodpeople.notices.forms import ObjectionForm, opened_now, seconds_open
from goodpeople.notices.models import Notice, Objection, OfficeContact
from goodpeople.notices.objections import over_reason, raise_objection
from goodpeople.notices.publication import NoticeEntry, candidates_on, entry_of

_A_PAGE = 20


@require_safe
def notice_list(request: HttpRequest) -> HttpResponse:
    """Show the notices, those that run first."""
    page = Paginator(Notice.objects.public(), _A_PAGE).get_page(request.GET.get("page"))
    notices = list(page.object_list)
    on_list = (st.NOTICE, st.PASSED, st.ANNOUNCED)
    counts = dict(
        Nomination.objects.filter(round__in=[notice.round_id for notice in notices])
        .in_state(*on_list)
        .order_by()
        .values_list("round_id")
        .annotate(Count("pk"))
    )
    for notice in notices:
        notice.candidate_count = counts.get(notice.round_id, 0)
    context = {
        "page_obj": page,
        "running": [n for n in notices if n.phase == Notice.Phase.RUNNING],
        "past": [n for n in notices if n.phase != Notice.Phase.RUNNING],
    }
    return render(request, "notices/list.html", context)


@require_safe
def notice_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one notice: the list by category, its period and how to object."""
    notice = get_object_or_404(Notice.objects.public(), pk=pk)
    entries = [entry_of(nomination, notice) for nomination in candidates_on(notice)]
    context = {
        "notice": notice,
        "categories": _by_category(entries),
        "candidate_count": len(entries),
        "contact": OfficeContact.current(),
    }
    return render(request, "notices/notice.html", context)


def _by_category(entries: list[NoticeEntry]) -> list[tuple[Any, list[NoticeEntry]]]:
    grouped = groupby(entries, key=lambda entry: entry.category)
    return [(category, list(of_category)) for category, of_category in grouped]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def object_to(request: HttpRequest, pk: int, nomination_id: int) -> HttpResponse:
    """Take an objection to one candidate while the notice runs; afterwards say why not."""
    notice = get_object_or_404(Notice.objects.public(), pk=pk)
    nomination = candidates_on(notice).filter(pk=nomination_id).first()
    if nomination is None and request.method != "POST":
        raise Http404
    if notice.phase != Notice.Phase.RUNNING:
        return _closed(request, notice, over_reason())
    if request.method != "POST":
        form = ObjectionForm()
    elif nomination is None:
        return _closed(request, notice, _("That candidate is not on this notice."))
    else:
        form = ObjectionForm(request.POST)
        if form.is_valid():
            if is_spent(request, notice.pk):
                form.add_error(None, _spent_reason())
            else:
                return _taken(request, notice, nomination, form)
    return _form_page(request, notice, nomination, form)


def _form_page(
    request: HttpRequest, notice: Notice, nomination: Nomination, form: ObjectionForm
) -> HttpResponse:
    stamp = form.data.get("opened", "")
    context = {
        "notice": notice,
        "entry": entry_of(nomination, notice),
        "form": form,
        # Kept when the form comes back, so that sending it once more is late enough.
        "opened": stamp if seconds_open(stamp) is not None else opened_now(),
        "contact": OfficeContact.current(),
    }
    return render(request, "notices/object.html", context)


def _spent_reason() -> str:
    return _(
        "%(count)s objections have come from this browser; please send further ones to the "
        "office's address."
    ) % {"count": MAX_A_NOTICE}


def _taken(
    request: HttpRequest, notice: Notice, nomination: Nomination, form: ObjectionForm
) -> HttpResponse:
    facts = {name: form.cleaned_data[name] for name in ("text", "objector", "contact")}
    try:
        objection = raise_objection(notice, nomination.pk, **facts)
    except NotAllowed as refused:
        return _closed(request, notice, refused.reason)
    response = redirect("notices:received", reference=objection.reference)
    count_one(request, response, notice.pk)
    return response


def _closed(request: HttpRequest, notice: Notice, reason: str) -> HttpResponse:
    """Say why no objection is taken, and hand back what was typed."""
    context = {
        "notice": notice,
        "reason": reason,
        "typed": request.POST.get("text", ""),
        "contact": OfficeContact.current(),
    }
    return render(request, "notices/closed.html", context, status=410)


@never_cache
@require_safe
def received(request: HttpRequest, reference: str) -> HttpResponse:
    """Confirm that an objection has come in: its reference and date, nothing of its content."""
    objection = get_object_or_404(
        Objection.objects.only("reference", "raised_at"), reference=reference
    )
    return render(request, "notices/received.html", {"objection": objection})
