"""How often one may get a password wrong, by whatever door."""

from __future__ import annotations

import hashlib
from typing import Any

from django.http import HttpRequest
from rest_framework.request import Request

from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.api.throttling import AddressThrottle, client_address, household

__all__ = ["LoginGuard"]


class _Failures(AddressThrottle):
    """What has gone wrong under one key, at the rate ``login``; looking does not count.

    Kept where all rates are, so that several server processes count together.
    """

    scope = "login"

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = f"throttle:{self.scope}:{key}"

    def get_cache_key(self, request: Any, view: Any) -> str:
        return self._key

    def throttle_success(self) -> bool:
        return True

    def allows(self) -> bool:
        return self.allow_request(None, None)  # type: ignore[arg-type]

    def count(self) -> None:
        if self.allows():
            super().throttle_success()


class LoginGuard:
    """Failed sign-ins, and new accounts, of one address and of one user name.

    Both have the rate ``INTERVIEWGPT_LOGIN_RATE``: neither can one address try many names, nor
    many addresses one name, faster than that.
    """

    def __init__(self, request: HttpRequest | Request, username: str = "") -> None:
        keys = [f"address:{household(client_address(request))}"]
        if username:
            # Of any length and any characters; the keys of a cache must not be.
            name = hashlib.sha256(username.casefold().encode("utf-8", "replace")).hexdigest()
            keys.append(f"name:{name}")
        self._counts = [_Failures(key) for key in keys]

    def check(self) -> None:
        """Raises ApiError THROTTLED, with the wait in seconds, once there were too many."""
        waits = [count.wait() or 1 for count in self._counts if not count.allows()]
        if waits:
            wait = max(1, round(max(waits)))
            raise ApiError(ErrorCode.THROTTLED, details={"retry_after": wait}, retry_after=wait)

    def count(self) -> None:
        for count in self._counts:
            count.count()
