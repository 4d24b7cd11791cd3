"""Lists of the admin, filtered by what they offer and by nothing else."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst

__all__ = ["BoundedList", "BoundedPaginator", "ListAdmin", "moment"]

COUNTED = 5000
"""Rows of a list that are counted and can be paged to; the rest is for search and filters."""


def moment(when: datetime | None) -> str:
    """A moment to the minute, as the pages write it: short, and sorted by reading it."""
    return "–" if when is None else f"{timezone.localtime(when):%Y-%m-%d %H:%M}"


class Many(int):
    """So many, or more."""

    def __str__(self) -> str:
        return f"{int(self)}+"


class BoundedPaginator(Paginator):
    """Counts as far as anybody would page: what a common word finds among hundreds of thousands
    takes longer to count than to show."""

    object_list: QuerySet[Any]

    @cached_property
    def count(self) -> int:
        found = self.object_list.order_by()[: COUNTED + 1].count()
        return Many(COUNTED) if found > COUNTED else found


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
    """A list goes by the name of what it lists, not by what may be done with it."""

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        named = {"title": str(capfirst(self.opts.verbose_name_plural)), **(extra_context or {})}
        return super().changelist_view(request, named)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return BoundedList
