"""How the API finds out who asks: a bearer token, never a cookie."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request

from interviewgpt.accounts.principals import NOBODY, Principal
from interviewgpt.accounts.tokens import bearer
from interviewgpt.api.errors import ApiError

__all__ = ["BearerAuthentication", "header_token", "request_account", "request_principal"]


def header_token(headers: Mapping[str, Any]) -> str | None:
    """The token of an ``Authorization: Bearer …`` header, as WSGI and Django name it; None without
    one."""
    scheme, _blank, token = str(headers.get("HTTP_AUTHORIZATION", "")).strip().partition(" ")
    return token.strip() or None if scheme.lower() == "bearer" else None


class BearerAuthentication(BaseAuthentication):
    """``Authorization: Bearer <access token>``; the principal becomes ``request.auth``.

    Where signing in is asked for, a token that is no good is refused. Where everything is open
    it is worth as much as none: what is public stays so for clients that send one all the same.
    """

    def authenticate(self, request: Request) -> tuple[Any, Principal] | None:
        token = header_token(request.META)
        if token is None:
            return None
        try:
            return bearer(token)
        except ApiError:
            if settings.AUTH == "jwt":
                raise
            return None

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


class BearerScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = BearerAuthentication
    name = "bearer"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        return {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}


def request_account(request: Request) -> AbstractBaseUser | None:
    """The account of who asks the API, None for nobody."""
    return cast(AbstractBaseUser, request.user) if request_principal(request).signed_in else None


def request_principal(request: Request) -> Principal:
    """Who asks the API."""
    auth = request.auth
    return auth if isinstance(auth, Principal) else NOBODY
