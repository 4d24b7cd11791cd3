"""The admin as an app: Django's, with what is looked at most often first."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.apps import AdminConfig
from django.contrib.admin.sites import AdminSite
from django.http import HttpRequest

__all__ = ["Console", "ConsoleConfig"]

_ORDER = ("interviews", "feedback", "interviewers", "auth")
_MODELS = ("Interviewer", "Question", "Competency")


def _place(name: str, order: tuple[str, ...]) -> int:
    """Where a name stands; those that are not named come last, in the order they had."""
    return order.index(name) if name in order else len(order)


class Console(AdminSite):
    """Interviews, their answers, the panel and its questions, accounts: not by the alphabet of
    names that differ from language to language."""

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=lambda model: _place(model["object_name"], _MODELS))
        return sorted(apps, key=lambda app: _place(app["app_label"], _ORDER))


class ConsoleConfig(AdminConfig):
    default = False
    default_site = "interviewgpt.console.Console"
