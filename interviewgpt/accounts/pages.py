"""Signing in, out and up on the pages, and the token with which pages speak to the API.

Pages know people by Django's session. The API takes no cookie: a page gets a short-lived access
token with its settings, and a new one from here when that runs out.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.views import LoginView, LogoutView, redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from interviewgpt.accounts import services, tokens
from interviewgpt.accounts.authentication import header_token
from interviewgpt.accounts.forms import LoginForm, RegisterForm
from interviewgpt.accounts.principals import Principal, principal_of
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.errorpages import error_answer

__all__ = [
    "accounts",
    "ask_to_sign_in",
    "file_principal",
    "page_principal",
    "page_session",
    "register",
    "sign_in",
    "sign_out",
    "token",
]

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


def page_principal(request: HttpRequest) -> Principal:
    """Who looks at a page, by its session."""
    return principal_of(getattr(request, "user", None))


def file_principal(request: HttpRequest) -> Principal:
    """Who asks for a file: a client of the API by its token, a reader of pages by the session."""
    shown = header_token(request.META)
    return tokens.token_principal(shown, required=False) if shown else page_principal(request)


def page_session(request: HttpRequest) -> dict[str, Any] | None:
    """What `session.js` needs to speak for who is signed in; None where nobody has to."""
    if settings.AUTH != "jwt" or not page_principal(request).signed_in:
        return None
    return {**tokens.access_token(request.user), "renew": reverse("accounts:token")}


def ask_to_sign_in(request: HttpRequest) -> HttpResponseBase:
    """To the sign-in page, and from there back to where somebody wanted to go."""
    back = request.get_full_path() if request.method in ("GET", "HEAD") else reverse("pages:start")
    return redirect_to_login(back, reverse("accounts:login"))


def accounts(request: HttpRequest) -> dict[str, Any]:
    """Context processor: whether pages speak of accounts, and offer new ones."""
    return {
        "with_accounts": settings.AUTH == "jwt",
        "registration_open": services.registration_open(),
    }


def _page(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A page that runs nothing but our own files, and that nobody keeps."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response["Content-Security-Policy"] = POLICY
        return response

    return never_cache(guarded)


sign_in = _page(
    LoginView.as_view(
        template_name="accounts/login.html",
        authentication_form=LoginForm,
        next_page="pages:start",
        redirect_authenticated_user=True,
    )
)
sign_out = _page(LogoutView.as_view(next_page="pages:start"))


@_page
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """A new account, signed in at once."""
    if not services.registration_open():
        return error_answer(request, ApiError(ErrorCode.NOT_FOUND))
    form = RegisterForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        login(request, form.user)
        return HttpResponseRedirect(_back(request))
    context = {"form": form, "next": request.POST.get("next") or request.GET.get("next", "")}
    return render(request, "accounts/register.html", context)


def _back(request: HttpRequest) -> str:
    """Where somebody came from, if it is one of our own pages."""
    target = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if target and ours else reverse("pages:start")


@never_cache
@require_safe
def token(request: HttpRequest) -> HttpResponse:
    """A new access token for a page whose own has run out; 401 once nobody is signed in."""
    if not page_principal(request).signed_in:
        return error_answer(request, ApiError(ErrorCode.NOT_AUTHENTICATED))
    return JsonResponse(tokens.access_token(request.user))
