"""Signing in and out, choosing a password, the way to one's desk, and the error pages."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView, LogoutView, RedirectURLMixin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render, resolve_url
from django.template import loader
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe
from django.views.generic import FormView

from goodpeople.accounts.answers import typed_texts, wants_json
from goodpeople.accounts.desks import desks_of, with_counts
from goodpeople.accounts.forms import ChangePasswordForm, FirstPasswordForm, SignInForm
from goodpeople.accounts.plain_answers import plain_page


class SignInView(LoginView):
    """Sign in by user name or phone; Wagtail's admin uses this view too."""

    form_class = SignInForm
    template_name = "accounts/sign_in.html"

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Show the form, or lead a signed-in person to their desk.

        Not to ``next``: Wagtail sends people without admin access here with the admin as
        ``next``, and following it would send them round in circles.
        """
        if request.user.is_authenticated:
            return redirect("accounts:my_desk")
        return super().get(request, *args, **kwargs)


class SignOutView(LogoutView):
    """Sign out by POST; a GET (a bookmark, a typed address) asks with a button."""

    http_method_names = ["get", "post", "options"]

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Show the button: a link on another site must not be able to sign people out."""
        if not request.user.is_authenticated:
            return redirect(self.get_default_redirect_url())
        return render(request, "accounts/sign_out.html")

    def get_default_redirect_url(self) -> str:
        """Return the home page in the language that the person reads."""
        home = resolve_url(settings.LOGOUT_REDIRECT_URL)
        language = get_language()
        return home if language == settings.LANGUAGE_CODE else f"{home}{language}/"


@method_decorator([sensitive_post_parameters(), never_cache, login_required], name="dispatch")
class PasswordView(RedirectURLMixin, FormView):
    """Choose a new password; every other session of the account ends."""

    form_class = ChangePasswordForm
    template_name = "accounts/password.html"
    next_page = "accounts:my_desk"

    def get_form_kwargs(self) -> dict:
        """Return the form's arguments, with whose password it is."""
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_context_data(self, **kwargs) -> dict:
        """Return the context, with the safe address to go on to."""
        return super().get_context_data(next=self.get_redirect_url(), **kwargs)

    def form_valid(self, form) -> HttpResponse:
        """Set the password, stay signed in here, say so, and go on."""
        update_session_auth_hash(self.request, form.save())
        messages.success(self.request, _("Your new password is set."))
        return HttpResponseRedirect(self.get_success_url())


class FirstPasswordView(PasswordView):
    """The change that the middleware leads to, before anything else can be done."""

    form_class = FirstPasswordForm
    template_name = "accounts/first_password.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Serve only those who must change: this form does not ask the present password."""
        if request.user.is_authenticated and not request.user.must_change_password:
            return redirect("accounts:password")
        return super().dispatch(request, *args, **kwargs)


@never_cache
@require_safe
@login_required
def my_desk(request: HttpRequest) -> HttpResponse:
    """Lead on to the one desk, offer several, or say who can help where there is none."""
    desks = desks_of(request.user)
    if len(desks) == 1:
        return redirect(desks[0].url)
    context = {"desks": with_counts(desks, request.user)}
    return render(request, "accounts/my_desk.html", context)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 403 with the reason that was raised, and with who can help."""
    reason = str(exception or "") or _("This page is not for your account.")
    who_can = getattr(exception, "who_can", "")
    user = getattr(request, "user", None)
    if not who_can and user is not None and user.is_authenticated:
        who_can = _("If you need it for your work, ask the office: it manages accounts and roles.")
    return _refusal(request, "403.html", reason, who_can)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 to a form sent without its token: mostly one that lay open for too long.

    Django's ``reason`` is for developers and in English; it is not shown.
    """
    return _refusal(
        request,
        "csrf_failure.html",
        _("This form is no longer valid, so nothing was saved."),
        _(
            "Go back, copy what you typed, load the page again and send it once more. "
            "The browser must accept cookies from this site."
        ),
        typed=typed_texts(request),
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 400 to what is none of our forms: too many fields, a bad file name."""
    return plain_page("400.html", 400, request)


def _refusal(
    request: HttpRequest, template: str, reason: str, who_can: str, **more: object
) -> HttpResponse:
    said = {"reason": reason, "who_can": who_can}
    if wants_json(request):
        return JsonResponse(said, status=403)
    return render(request, template, {**said, **more}, status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 from a template that needs neither request, user nor database."""
    try:
        page = loader.get_template("500.html").render()
    except Exception:
        # The last page must not fail, whatever is broken.
        words = _("Something went wrong on our side. Try again in a few minutes.")
        page = f"<!doctype html><meta charset=utf-8><title>500</title><p>{words}"
    return HttpResponse(page, status=500)
