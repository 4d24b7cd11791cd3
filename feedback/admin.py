"""The answers of all interviews to look through, the weakest first."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from feedback.models import Assessment
from interviewers.models import Competency
from interviewers.names import engine_name, readers_language
from interviewgpt.lists import BoundedPaginator, ListAdmin

__all__ = ["AssessmentAdmin"]

_WEEK = "7"
_SHOWN = 120


class SinceFilter(admin.SimpleListFilter):
    """By when the interview was begun. What is looked for is mostly last week's, and all there are
    would have to be sorted: so the week is what the list opens with."""

    title = _("Interview")
    parameter_name = "days"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("1", _("Last 24 hours")),
            (_WEEK, _("Last 7 days")),
            ("30", _("Last 30 days")),
            ("all", _("All")),
        ]

    def value(self) -> str:
        given = super().value()
        return given if given in [key for key, _label in self.lookup_choices] else _WEEK

    def choices(self, changelist: ChangeList) -> Any:
        return list(super().choices(changelist))[1:]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Assessment]) -> Any:
        if (days := self.value()) == "all":
            return queryset
        since = timezone.now() - timedelta(days=int(days))
        return queryset.filter(interview__created_at__gte=since)


class CompetencyFilter(admin.SimpleListFilter):
    title = _("competency")
    parameter_name = "competency"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(competency.key, str(competency)) for competency in Competency.objects.all()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Assessment]) -> Any:
        return queryset.filter(competency=self.value()) if self.value() else queryset


@admin.register(Assessment)
class AssessmentAdmin(ListAdmin):
    """Read only. Each answer leads to where it was given."""

    list_display = ("points", "reached", "what", "answered", "why")
    list_display_links = None
    list_filter = (SinceFilter, CompetencyFilter)
    ordering = ("score", "id")
    sortable_by = ("points",)
    list_per_page = 50
    paginator = BoundedPaginator
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Assessment]:
        later = Assessment.objects.filter(
            planned=OuterRef("planned"),
            competency=OuterRef("competency"),
            answer_id__gt=OuterRef("answer_id"),
        )
        own = Competency.objects.filter(pk=OuterRef("competency"))
        name = f"name_{readers_language()}"
        rows: QuerySet[Assessment] = super().get_queryset(request)
        # What was judged again after a follow-up counts no more.
        return (
            rows.filter(~Exists(later))
            .annotate(
                competency_name=Subquery(own.values(name)),
                position=F("interview__position"),
                people=F("interview__people"),
                question=F("planned__spec__text"),
                said=F("answer__content"),
            )
            .defer("covered", "missing", "flags", "gradings", "takeover", "usage")
        )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Assessment | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Assessment | None = None) -> bool:
        return False

    @admin.display(description=_("score"), ordering="score")
    def points(self, assessment: Assessment) -> str:
        return f"{assessment.score:g}"

    @admin.display(description=_("level"))
    def reached(self, assessment: Assessment) -> SafeString:
        """Of five, in the colours of the report."""
        return format_html('<span class="level" data-level="{0}">{0}/5</span>', assessment.level)

    @admin.display(description=_("competency"))
    def what(self, assessment: Any) -> SafeString:
        return format_html(
            '{}<br><span class="faint">{}</span>',
            assessment.competency_name or assessment.competency,
            _who(assessment),
        )

    @admin.display(description=_("answer"))
    def answered(self, assessment: Any) -> SafeString:
        """The question, what was quoted of the answer or else how it begins, and the way to it."""
        page = reverse("admin:interviews_interview_change", args=[assessment.interview_id])
        said = assessment.evidence_message_id or assessment.answer_id
        return format_html(
            '<div>{}</div><a href="{}#message-{}">{}</a><br><span class="faint">{}: {}</span>',
            assessment.question,
            page,
            said,
            f"“{assessment.evidence or Truncator(assessment.said).chars(_SHOWN)}”",
            assessment.interview_id,
            assessment.position,
        )

    @admin.display(description=_("Reason"))
    def why(self, assessment: Any) -> SafeString:
        """What the judgement goes by, and the words of the rubric as they were then."""
        return format_html(
            '<div>{}</div><div class="faint">{} {}<br>{} · {}</div>',
            assessment.reason,
            _("Level %(level)s means:") % {"level": assessment.level},
            assessment.anchor,
            _("engine %(engine)s") % {"engine": engine_name(assessment.engine)},
            _("Rubric version %(version)s") % {"version": assessment.rubric_version},
        )


def _who(assessment: Any) -> str:
    """The interviewer's name as it was in this interview."""
    people = assessment.people
    known = json.loads(people) if isinstance(people, str) else people
    return str(known.get(assessment.interviewer_id, {}).get("name", assessment.interviewer_id))
