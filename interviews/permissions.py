"""The policy at the door of the API."""

from __future__ import annotations

from typing import Any

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from interviewgpt.accounts.authentication import request_principal
from interviewgpt.accounts.principals import NOBODY
from interviewgpt.api.errors import ApiError
from interviewgpt.api.fields import row_id
from interviews.access import Deed, admit, reach

__all__ = ["InterviewAccess"]

_DEEDS = {
    "create": Deed.CREATE,
    "list": Deed.LIST,
    "export": Deed.EXPORT,
    "destroy": Deed.DELETE,
}


class InterviewAccess(BasePermission):
    """Asks the policy for every action of the view set, those yet to be written included.

    What an action is not known for, it is by its method: GET reads, anything else takes part.
    """

    def has_permission(self, request: Request, view: Any) -> bool:
        """True, or the policy's own ApiError."""
        # Without an action the method is not available here, and that is what will be said.
        if view.action is not None:
            who, deed = request_principal(request), _deed(view.action, request.method)
            if "interview_id" in view.kwargs:
                admit(who, deed, row_id(view.kwargs["interview_id"]))
            else:
                reach(who, deed)
        return True

    def lets_nobody_in(self, view: Any, method: str) -> bool:
        """For the document: whether an action is open to who is not signed in."""
        try:
            reach(NOBODY, _deed(view.action, method))
        except ApiError:
            return False
        return True


def _deed(action: str, method: str | None) -> Deed:
    return _DEEDS.get(action, Deed.READ if method in ("GET", "HEAD") else Deed.TAKE_PART)
