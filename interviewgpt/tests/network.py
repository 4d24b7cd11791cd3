"""No test talks to another machine: what tries is refused, and its test fails.

Python's own sockets and name lookups are guarded; database drivers in C and child processes are
not, and get loopback addresses from the fixtures.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from typing import Any

import pytest

__all__ = ["NetworkGuard", "RefusedError"]


class RefusedError(RuntimeError):
    """A test tried to reach another machine."""


class NetworkGuard:
    """Refuses from `install` on. ``attempts`` holds what was refused since it was last cleared,
    so that a test fails even when the code under test swallows the error."""

    def __init__(self) -> None:
        self.attempts: list[str] = []

    def install(self, patch: pytest.MonkeyPatch) -> None:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, self._guarded(getattr(socket.socket, name)))
        patch.setattr(socket.socket, "sendto", self._guarded(socket.socket.sendto))
        lookup = socket.getaddrinfo

        def getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
            if host is not None and not is_loopback(host):
                self._refuse(f"look up {host!r}")
            return lookup(host, *args, **kwargs)

        patch.setattr(socket, "getaddrinfo", getaddrinfo)

    def _guarded(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def guarded(sock: socket.socket, *args: Any) -> Any:
            address = args[-1]
            if sock.family in (socket.AF_INET, socket.AF_INET6) and not is_loopback(address[0]):
                self._refuse(f"reach {address[0]}:{address[1]}")
            return method(sock, *args)

        return guarded

    def _refuse(self, what: str) -> None:
        attempt = f"a test tried to {what}"
        self.attempts.append(attempt)
        raise RefusedError(attempt)


def is_loopback(host: str | bytes) -> bool:
    """Whether ``host`` is this machine; the unspecified address connects to it too."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if name in ("", "localhost", "localhost.localdomain"):
        return True
    try:
        ip = ip_address(name)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped:
        return ip.ipv4_mapped.is_loopback
    return ip.is_loopback or ip.is_unspecified
