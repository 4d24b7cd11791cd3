"""The bases of every API view."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.viewsets import ViewSetMixin

from interviewgpt.api.throttling import CreateThrottle

__all__ = ["ApiView", "ApiViewSet"]


class ApiView(APIView):
    """A single API view.

    OPTIONS that is no preflight is a wrong method like any other, and ``Allow`` is sent with a
    405 only.
    """

    http_method_names = ["get", "post", "put", "patch", "delete", "head"]

    _counted = False

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Whoever is refused at the door counts too, where DRF would ask the throttles only
        afterwards: beyond the rate a guessed token is answered 429 like everything else."""
        try:
            super().initial(request, *args, **kwargs)
        finally:
            if not self._counted:
                self.check_throttles(request)

    def check_throttles(self, request: Request) -> None:
        self._counted = True
        super().check_throttles(request)

    def finalize_response(
        self, request: Request, response: Response, *args: Any, **kwargs: Any
    ) -> Response:
        """Throttles that count what has happened, and not what was asked for, are told of it."""
        answer = super().finalize_response(request, response, *args, **kwargs)
        if answer.status_code < 400 and request.method == "POST":
            for throttle in self.get_throttles():
                if isinstance(throttle, CreateThrottle):
                    throttle.count(request, self)
        return answer

    @property
    def default_response_headers(self) -> dict[str, str]:
        return {}


class ApiViewSet(ViewSetMixin, ApiView):
    """A set of API views. It has no queryset: services and named querysets do the asking."""
