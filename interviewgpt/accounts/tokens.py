"""Bearer tokens: made at sign-in, renewed with a refresh token, and believed while they are fresh.

Nothing is stored: a token says whom it is for, until when, and with which password it was had, so
that a new password ends them all. What a token does not hold (active, staff) is looked up each
time.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext_lazy as _
from rest_framework_simplejwt.exceptions import AuthenticationFailed, TokenError
from rest_framework_simplejwt.settings import api_settings
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken, Token
from rest_framework_simplejwt.utils import get_md5_hash_password

from interviewgpt.accounts.principals import NOBODY, Principal, principal_of
from interviewgpt.api.errors import ApiError, ErrorCode

__all__ = ["access_token", "bearer", "issue", "renew", "still_standing", "token_principal"]

MAX_TOKEN = 2000
"""Characters; ours have a quarter of that."""


def issue(user: Any) -> dict[str, Any]:
    """A pair of tokens for ``user``: the token object of the API."""
    return _pair(user, str(RefreshToken.for_user(user)))


def renew(refresh: str) -> dict[str, Any]:
    """A new access token for a refresh token. Raises ApiError NOT_AUTHENTICATED."""
    user, _token = _owner(RefreshToken, refresh)
    return _pair(user, refresh)


def access_token(user: Any) -> dict[str, Any]:
    """A short-lived access token alone, for the pages of somebody signed in there: ``access`` and
    ``expires_in`` in seconds."""
    return {"access": str(AccessToken.for_user(user)), "expires_in": _lifetime()}


def bearer(access: str) -> tuple[AbstractBaseUser, Principal]:
    """Whose access token this is. Raises ApiError NOT_AUTHENTICATED."""
    user, token = _owner(AccessToken, access)
    return user, principal_of(user, expires=int(token["exp"]))


def token_principal(access: str | None, *, required: bool) -> Principal:
    """Who shows ``access`` at a door, None for nobody.

    A token that is no good raises ApiError NOT_AUTHENTICATED where one is ``required``, and is
    worth nothing elsewhere.
    """
    if access is None:
        return NOBODY
    try:
        return bearer(access)[1]
    except ApiError:
        if required:
            raise
        return NOBODY


def still_standing(people: Iterable[Principal]) -> set[Principal]:
    """Those whose token has time left and whose account is what it was when they came in: active,
    staff or not. One query, none for nobody."""
    now = time.time()
    fresh = {who for who in people if who.expires is None or who.expires > now}
    ids = {who.user_id for who in fresh if who.user_id is not None}
    accounts = get_user_model()._default_manager.filter(pk__in=ids, is_active=True)
    found = set(accounts.values_list("pk", "is_staff")) if ids else set()
    return {who for who in fresh if not who.signed_in or (who.user_id, who.staff) in found}


def _pair(user: Any, refresh: str) -> dict[str, Any]:
    return {
        "access": str(AccessToken.for_user(user)),
        "refresh": refresh,
        "token_type": "Bearer",
        "expires_in": _lifetime(),
        "user": {"id": user.pk, "username": user.get_username(), "is_staff": user.is_staff},
    }


def _lifetime() -> int:
    return int(AccessToken.lifetime.total_seconds())


def _owner(kind: type[Token], text: str) -> tuple[Any, Token]:
    """The active account a token of this ``kind`` is for, and the token."""
    try:
        if len(text) > MAX_TOKEN:
            raise _refused()
        token = kind(text)  # type: ignore[arg-type]
        user = get_user_model()._default_manager.get(pk=token[api_settings.USER_ID_CLAIM])
    # A header of the token's own may hold anything, nested to any depth.
    except (TokenError, AuthenticationFailed, KeyError, ValueError, RecursionError) as error:
        raise _refused() from error
    except get_user_model().DoesNotExist as error:
        raise _refused() from error
    same = token.get(api_settings.REVOKE_TOKEN_CLAIM) == get_md5_hash_password(user.password)
    if not user.is_active or not same:
        raise _refused()
    return user, token


def _refused() -> ApiError:
    return ApiError(
        ErrorCode.NOT_AUTHENTICATED, _("The token is not valid, or no longer. Sign in again.")
    )
