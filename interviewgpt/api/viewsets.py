"""The bases of every API view."""

from __future__ import annotations

from rest_framework.views import APIView
from rest_framework.viewsets import ViewSetMixin

__all__ = ["ApiView", "ApiViewSet"]


class ApiView(APIView):
    """A single API view.

    OPTIONS that is no preflight is a wrong method like any other, and ``Allow`` is sent with a
    405 only.
    """

    http_method_names = ["get", "post", "put", "patch", "delete", "head"]

    @property
    def default_response_headers(self) -> dict[str, str]:
        return {}


class ApiViewSet(ViewSetMixin, ApiView):
    """A set of API views. It has no queryset: services and named querysets do the asking."""
