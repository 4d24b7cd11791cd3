"""Signing in and signing up, for the API and for the pages alike."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import authenticate, get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from interviewgpt.accounts.throttling import LoginGuard
from interviewgpt.api.errors import ApiError, ErrorCode

__all__ = ["register", "registration_open", "sign_in"]


def sign_in(*, request: HttpRequest, username: str, password: str) -> Any:
    """The account with this name and password.

    Raises ApiError THROTTLED after too many failures, NOT_AUTHENTICATED for wrong ones, without
    telling which of the two it was.
    """
    guard = LoginGuard(request, username)
    guard.check()
    user = authenticate(request, username=username, password=password)
    if user is None:
        guard.count()
        raise ApiError(
            ErrorCode.NOT_AUTHENTICATED, _("The user name or the password is not right.")
        )
    return user


def registration_open() -> bool:
    """Whether anybody may have an account: only where accounts are asked for, and if the operator
    lets them."""
    return settings.AUTH == "jwt" and bool(settings.REGISTRATION)


def register(*, request: HttpRequest, username: str, password: str) -> Any:
    """A new account. ``username`` is one that Django's user model takes.

    Raises ApiError PERMISSION_DENIED where nobody may have one, THROTTLED after too many,
    VALIDATION_ERROR for a name that is taken or a password that the validators refuse.
    """
    if not registration_open():
        raise ApiError(ErrorCode.PERMISSION_DENIED, _("New accounts cannot be made here."))
    guard = LoginGuard(request)
    guard.check()
    users = get_user_model()._default_manager
    if users.filter(username__iexact=username).exists():
        raise _taken()
    try:
        validate_password(password, get_user_model()(username=username))
    except ValidationError as error:
        raise ApiError(ErrorCode.VALIDATION_ERROR, details={"password": error.messages}) from error
    try:
        with transaction.atomic():
            user = users.create_user(username, password=password)
    except IntegrityError as error:
        # Somebody else took it a moment ago.
        raise _taken() from error
    guard.count()
    return user


def _taken() -> ApiError:
    return ApiError(
        ErrorCode.VALIDATION_ERROR, details={"username": [_("This user name is taken.")]}
    )
