"""URLs that answer with and without a trailing slash, without a redirect between them."""

from __future__ import annotations

from rest_framework.routers import SimpleRouter
from rest_framework.viewsets import ViewSetMixin

__all__ = ["ApiRouter"]


class ApiRouter(SimpleRouter):
    r"""DRF's routes with an optional slash at the end.

    Addresses that are built (``reverse``) and documented have no slash. A lookup is anything
    between two slashes, so that an id that cannot be one is the view's own 404. Patterns end in
    ``\Z``, because ``$`` would let a line feed pass.
    """

    routes = [
        route._replace(url=route.url.replace("{trailing_slash}$", r"/?\Z"))
        for route in SimpleRouter.routes
    ]

    def get_lookup_regex(self, viewset: type[ViewSetMixin], lookup_prefix: str = "") -> str:
        name = getattr(viewset, "lookup_url_kwarg", None) or getattr(viewset, "lookup_field", "pk")
        value = getattr(viewset, "lookup_value_regex", "[^/]+")
        return f"(?P<{lookup_prefix}{name}>{value})"
