"""Lists of the admin, filtered by what they offer and by nothing else."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest

__all__ = ["BoundedList", "ListAdmin"]


class BoundedList(ChangeList):
    """A list whose address may name no lookup but those of its filters.

    Django hands others to the database as they are (``zh__regex=(``, ``families__contains=x``), and
    one that the database refuses fails while the page is drawn, where nobody expects it any more.
    Here whoever asks for one is sent to the whole list, as for a field there is not.
    """

    def get_filters(self, request: HttpRequest) -> Any:
        filters = super().get_filters(request)
        others = filters[2]
        if others:
            raise IncorrectLookupParameters(f"no filter of this list: {', '.join(others)}")
        return filters


class ListAdmin(admin.ModelAdmin):
    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return BoundedList
