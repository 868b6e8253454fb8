"""The form's steps: each saves its own fields and nothing else; the last one sends."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from goodpeople.accounts.answers import wants_json
from goodpeople.nominations import states as st
from goodpeople.nominations.desk.access import open_nomination
from goodpeople.nominations.desk.form_steps import (
    CHECK,
    FormStep,
    missing_things,
    neighbours,
    stepper,
)
from goodpeople.nominations.desk.forms import StepForm
from goodpeople.nominations.desk.overview import return_reasons
from goodpeople.nominations.desk.review import review_of
from goodpeople.nominations.models import Nomination
from goodpeople.nominations.scoping import get_visible_nomination, is_staff_of_its_unit
from goodpeople.nominations.submission import (
    NotAllowed,
    NotComplete,
    StaleVersion,
    save_draft,
    submit,
)
from goodpeople.nominations.validators import missing_for_submission, too_long


def page_context(nomination: Nomination, step: FormStep, **more: Any) -> dict[str, Any]:
    """Return what every page of the form shows: the steps, the way on, a return's reason."""
    before, after = neighbours(step)
    complaints = missing_for_submission(nomination)
    return {
        "nomination": nomination,
        "step": step,
        "steps": stepper(nomination, step, complaints),
        "before": before,
        "after": after,
        "after_url": after.url(nomination) if after else "",
        "complaints": complaints,
        "returned": return_reasons([nomination]).get(nomination.pk),
        **more,
    }


def way_on(nomination: Nomination, step: FormStep, asked: str) -> HttpResponseRedirect:
    """Return the redirect for the button that was pressed: back, next or leave."""
    before, after = neighbours(step)
    if asked == "back" and before:
        return redirect(before.url(nomination))
    if asked == "next" and after:
        return redirect(after.url(nomination))
    return redirect("desk:index")


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def text_step(request: HttpRequest, pk: int, step: FormStep) -> HttpResponse:
    """Who, contact or deeds: show the step, or save it and go where was asked."""
    nomination = open_nomination(request, pk, "edit")
    assert step.form is not None
    if request.method == "POST":
        form = step.form(request.POST, nomination=nomination, user=request.user)
        return _save(request, nomination, step, form)
    form = step.form(nomination=nomination, user=request.user)
    complaints = too_long(nomination)
    if "missing" in request.GET or nomination.state == st.RETURNED:
        complaints = missing_for_submission(nomination)
    cautioned = form.say(complaints)
    return _show(request, nomination, step, form, cautioned=cautioned)


def _show(
    request: HttpRequest,
    nomination: Nomination,
    step: FormStep,
    form: StepForm,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    return render(
        request,
        step.template,
        page_context(nomination, step, form=form, **more),
        status=status,
    )


def _save(
    request: HttpRequest, nomination: Nomination, step: FormStep, form: StepForm
) -> HttpResponse:
    """Keep what is sound; say beside its field what is not, and lose nothing that was typed."""
    form.is_valid()
    try:
        saved = save_draft(
            nomination.pk,
            request.user,
            form.texts(),
            personal=form.personal(),
            version=form.opened_version,
        )
    except StaleVersion as stale:
        return _conflict(request, nomination.pk, step, form, stale.reason)
    except NotAllowed as refused:
        raise PermissionDenied(refused.reason) from None
    if wants_json(request):
        return _saved_as_json(saved, form)
    if form.errors:
        form.take_version(saved.version)
        return _show(request, saved, step, form)
    asked = request.POST.get("go", "next")
    if asked == "next" and any(name in too_long(saved) for name in step.concerns):
        messages.warning(request, _("Saved as a draft. Some of it is too long to be sent yet."))
        return redirect(step.url(saved))
    if asked == "leave":
        messages.success(request, _("Saved. You can continue whenever you like."))
    return way_on(saved, step, asked)


def _saved_as_json(saved: Nomination, form: StepForm) -> JsonResponse:
    return JsonResponse(
        {
            "version": saved.version,
            "saved_at": timezone.localtime().strftime("%H:%M"),
            "unsaved": {
                str(form.fields[name].label): [str(message) for message in errors]
                for name, errors in form.errors.items()
            },
        }
    )


def _conflict(
    request: HttpRequest, pk: int, step: FormStep, form: StepForm, reason: str
) -> HttpResponse:
    """Show what was typed with the newer values beside it; pressing save again keeps the typed."""
    fresh = open_nomination(request, pk, "edit")
    if wants_json(request):
        return JsonResponse({"reason": reason, "version": fresh.version}, status=409)
    form.compare(fresh, request.user)
    form.take_version(fresh.version)
    return _show(
        request,
        fresh,
        step,
        form,
        status=409,
        conflict=reason,
        **_check_context(request, fresh, step),
    )


def _check_context(request: HttpRequest, nomination: Nomination, step: FormStep) -> dict[str, Any]:
    if step is not CHECK:
        return {}
    missing = missing_things(nomination, missing_for_submission(nomination))
    too_late = nomination.state == st.DRAFT and not nomination.round.takes_nominations()
    return {
        "review": review_of(nomination, request.user, missing),
        "missing": missing,
        "may_send": not too_late,
        "refused": _("This round does not take nominations now.") if too_late else "",
    }


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything once more, what is missing, the consent, and the button that sends."""
    if request.method == "POST" and _is_sent(request, pk):
        return _already_sent(request, pk)
    nomination = open_nomination(request, pk, "edit")
    assert CHECK.form is not None
    if request.method == "GET":
        form = CHECK.form(nomination=nomination, user=request.user)
        return _show(request, nomination, CHECK, form, **_check_context(request, nomination, CHECK))
    form = CHECK.form(request.POST, nomination=nomination, user=request.user)
    asked = request.POST.get("go", "leave")
    if asked != "send" or wants_json(request):
        return _save(request, nomination, CHECK, form)
    return _send(request, nomination, form)


def _is_sent(request: HttpRequest, pk: int) -> bool:
    """Whether a second press of the button finds the nomination on its way already."""
    found = get_visible_nomination(request.user, pk)
    return found.state in st.IN_WORKFLOW and is_staff_of_its_unit(request.user, found)


def _already_sent(request: HttpRequest, pk: int) -> HttpResponse:
    messages.info(request, _("This nomination has already been sent."))
    return redirect("desk:nomination", pk)


def _send(request: HttpRequest, nomination: Nomination, form: StepForm) -> HttpResponse:
    form.is_valid()
    again = nomination.state == st.RETURNED
    try:
        saved = save_draft(nomination.pk, request.user, form.texts(), version=form.opened_version)
        submit(saved.pk, request.user, version=saved.version)
    except StaleVersion as stale:
        if _is_sent(request, nomination.pk):
            return _already_sent(request, nomination.pk)
        return _conflict(request, nomination.pk, CHECK, form, stale.reason)
    except NotComplete as incomplete:
        form.take_version(saved.version)
        form.say(incomplete.complaints)
        return _show(
            request,
            saved,
            CHECK,
            form,
            not_sent=True,
            **_check_context(request, saved, CHECK),
        )
    except NotAllowed as refused:
        if _is_sent(request, nomination.pk):
            # The other press of two at once was quicker.
            return _already_sent(request, nomination.pk)
        raise PermissionDenied(refused.reason) from None
    messages.success(
        request,
        _("Sent again. The office checks it anew.")
        if again
        else _("Sent. The office checks it now; you will see here how it goes on."),
    )
    return redirect("desk:nomination", saved.pk)
