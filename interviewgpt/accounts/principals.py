"""Who asks: what a policy may know of somebody, whatever door they came in by. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = ["NOBODY", "Principal", "principal_of"]


@dataclass(frozen=True, slots=True)
class Principal:
    """Somebody who asks; ``user_id`` is None for who is not signed in.

    ``expires`` is when what they showed at the door runs out, in seconds since 1970 (UTC); None
    when it does not.
    """

    user_id: int | None = None
    staff: bool = False
    expires: int | None = None

    @property
    def signed_in(self) -> bool:
        return self.user_id is not None


NOBODY = Principal()


def principal_of(user: Any, *, expires: int | None = None) -> Principal:
    """The principal of a request's ``user``: None, Django's anonymous user, or an account."""
    if user is None or not user.is_authenticated or not user.is_active:
        return NOBODY
    return Principal(user.pk, user.is_staff, expires)
