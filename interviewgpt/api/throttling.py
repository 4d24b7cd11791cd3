"""How many requests one address, and one user, may make.

Each has a bucket that holds a period's requests and is refilled steadily. All that is kept of it
is the moment at which it will be full again (the "theoretical arrival time" of the generic cell rate
algorithm, ITU-T I.371), in the cache "rates": with Redis all server processes share it, without it
each has its own. It is read and written without a lock, so that requests at the very same moment
may count as one.
"""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.core.cache.backends.base import BaseCache
from django.http import HttpRequest
from rest_framework.request import Request
from rest_framework.settings import api_settings
from rest_framework.throttling import SimpleRateThrottle

from interviewgpt.cache import rates

if TYPE_CHECKING:
    # rest_framework.views imports this module while it is itself being imported.
    from rest_framework.views import APIView

__all__ = [
    "AddressThrottle",
    "CreateThrottle",
    "UserCreateThrottle",
    "UserThrottle",
    "client_address",
    "household",
]


def client_address(request: HttpRequest | Request) -> str:
    """The address a request came from, as far as it can be believed.

    That is the connection's own, unless ``TRUSTED_PROXIES`` says how many proxies of ours stand
    before the server: then the address the outermost of them saw, from ``X-Forwarded-For``.
    Whatever else the header holds was written by the client. "" when there is none (a Unix
    socket without a proxy).
    """
    remote = str(request.META.get("REMOTE_ADDR") or "")
    proxies: int = settings.TRUSTED_PROXIES
    if proxies < 1:
        return remote
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if len(hops) < proxies or not _is_address(hops[-proxies]):
        return remote
    return str(hops[-proxies])


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def household(address: str) -> str:
    """What is counted as one address: in IPv6 the /64 that a single connection is given."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return "unknown"
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    if parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return str(ip_network((int(parsed), 64), strict=False).network_address)


_ROUNDING = 1e-3
"""Seconds, beneath what moments of today can be told apart by."""


class AddressThrottle(SimpleRateThrottle):
    """All API requests of one address, at the rate ``address``."""

    scope = "address"

    def __init__(self) -> None:
        self.rate = self.get_rate()
        # No numbers are for no rate, which no setting of ours can be.
        found = cast("tuple[int, int]", self.parse_rate(self.rate))
        self.num_requests, self.duration = found

    def allow_request(self, request: Request, view: APIView) -> bool:
        key = self.get_cache_key(request, view)
        if key is None:
            return True
        self.key, self.now = key, self.timer()
        full = max(self.cache.get(key, 0.0), self.now)
        self._full = full + self.duration / self.num_requests
        return self.throttle_success() if self.wait() <= 0 else False

    def throttle_success(self) -> bool:
        """Let it pass, and count it."""
        self.cache.set(self.key, self._full, self._full - self.now)
        return True

    def wait(self) -> float:
        """Seconds until there is room for the request that was just looked at, 0 where there is."""
        late = self._full - self.now - self.duration
        return late if late > _ROUNDING else 0.0

    @property
    def cache(self) -> BaseCache:  # type: ignore[override]
        return rates()

    def get_rate(self) -> str:
        # Read anew, so that a changed setting counts at once.
        return str(api_settings.DEFAULT_THROTTLE_RATES[self.scope])

    def get_cache_key(self, request: Request, view: APIView) -> str | None:
        return f"throttle:{self.scope}:{household(client_address(request))}"


class CreateThrottle(AddressThrottle):
    """Creations by one address, at the rate ``create``; other actions of the view are not counted."""

    scope = "create"

    def allow_request(self, request: Request, view: APIView) -> bool:
        if request.method != "POST" or getattr(view, "action", "create") != "create":
            return True
        return super().allow_request(request, view)

    def throttle_success(self) -> bool:
        """Let it pass without counting: what is refused for its fields creates nothing."""
        return True

    def count(self, request: Request, view: APIView) -> None:
        """Count a creation that has happened; other requests are none of this."""
        creates = request.method == "POST" and getattr(view, "action", "create") == "create"
        counted = creates and self.get_cache_key(request, view) is not None
        if counted and super().allow_request(request, view):
            super().throttle_success()


class UserThrottle(AddressThrottle):
    """All API requests of one signed-in user, from wherever, at the rate ``user``."""

    scope = "user"

    def get_cache_key(self, request: Request, view: APIView) -> str | None:
        return _user_key(self.scope, request)


class UserCreateThrottle(CreateThrottle):
    """Creations by one signed-in user, at the rate ``user_create``."""

    scope = "user_create"

    def get_cache_key(self, request: Request, view: APIView) -> str | None:
        return _user_key(self.scope, request)


def _user_key(scope: str, request: Request) -> str | None:
    """None, which counts nothing, for who is not signed in."""
    user = request.user
    if not getattr(user, "is_authenticated", False):
        return None
    return f"throttle:{scope}:{user.pk}"
