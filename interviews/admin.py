"""Interviews to review: a list to search, and a page that reads in one sweep."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from feedback.selectors import assessments_data, feedback_data
from interviewers.models import Competency
from interviewers.selectors import panel_views
from interviews.models import Interview, PlannedQuestion, PlanState
from interviews.reading import judged_answers, report_parts

__all__ = ["InterviewAdmin"]


@admin.register(Interview)
class InterviewAdmin(admin.ModelAdmin):
    """Read only: what was said and judged is not for changing."""

    list_display = (
        "id",
        "position",
        "difficulty",
        "family",
        "language",
        "status",
        "score",
        "answers",
        "created_at",
        "completed_at",
    )
    list_display_links = ("id", "position")
    list_filter = ("status", "difficulty", "family", "language", "created_at")
    search_fields = ("position",)
    search_help_text = _("Search by position")
    list_per_page = 50
    fields = (
        (
            "position",
            "difficulty",
            "language",
            "family",
        ),
        ("status", "overall_score", "created_at", "completed_at"),
        ("resume", "engine", "usage"),
        "job_description",
        "report",
        "transcript",
        "plan",
        "resume_text",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Interview]:
        answers = Count("messages", filter=Q(messages__sender_type="user"))
        rows: QuerySet[Interview] = super().get_queryset(request)
        return rows.defer("resume_text").annotate(answer_count=answers)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Interview | None = None) -> bool:
        return False

    @admin.display(description=_("score"), ordering="overall_score")
    def score(self, interview: Interview) -> str:
        return "–" if interview.overall_score is None else f"{interview.overall_score:g}"

    @admin.display(description=_("answers"), ordering="answer_count")
    def answers(self, interview: Interview) -> int:
        return int(getattr(interview, "answer_count", 0))

    @admin.display(description=_("usage of the model"))
    def usage(self, interview: Interview) -> str:
        return _("%(calls)s calls · %(prompt)s + %(completion)s tokens · %(seconds).1f s") % {
            "calls": interview.usage_calls,
            "prompt": interview.usage_prompt_tokens,
            "completion": interview.usage_completion_tokens,
            "seconds": interview.usage_milliseconds / 1000,
        }

    @admin.display(description=_("résumé"))
    def resume(self, interview: Interview) -> str:
        if not interview.resume_path:
            return "–"
        name = interview.resume_path.rpartition("/")[2]
        return format_html('<a href="{}">{}</a>', reverse("pages:resume", args=[name]), name)

    @admin.display(description=_("feedback"))
    def report(self, interview: Interview) -> SafeString:
        language = interview.language
        data = feedback_data(interview_id=interview.pk, language=language)
        context: dict[str, Any] = {"feedback": data}
        if data is not None:
            context |= report_parts(data)
        else:
            judged = assessments_data(interview_id=interview.pk, language=language)
            people = [{"interviewer_id": k, **p} for k, p in interview.people.items()]
            context["answers"] = judged_answers(judged, people)
        return render_to_string("admin/interviews/report.html", context)

    @admin.display(description=_("transcript"))
    def transcript(self, interview: Interview) -> SafeString:
        people = panel_views(interview.panel, interview.language)
        lines = [
            {"message": message, "person": people.get(message.interviewer_id or "")}
            for message in interview.messages.order_by("id")
        ]
        return render_to_string("admin/interviews/transcript.html", {"lines": lines})

    @admin.display(description=_("plan"))
    def plan(self, interview: Interview) -> SafeString:
        people = panel_views(interview.panel, interview.language)
        competencies = {c.key: c for c in Competency.objects.all()}
        rows = [
            {
                "item": item,
                "person": people.get(item.interviewer_id),
                "competency": _name(competencies, item.competency, interview.language),
                "reason": _reason(item),
            }
            for item in interview.planned.order_by("slot", "id")
            if item.state != PlanState.DROPPED
        ]
        return render_to_string("admin/interviews/plan.html", {"rows": rows})


_REASONS: dict[str, Any] = {
    "both": _("a skill named in the résumé that the job description asks for"),
    "resume_project": _("a project named in the résumé"),
    "resume_skill": _("a skill named in the résumé"),
    "job_skill": _("a skill the job description asks for"),
    "role": _("what the role needs"),
    "stage": _("what this interviewer covers"),
    "variant": _("stands by for stronger or weaker answers than expected"),
}


def _reason(item: PlannedQuestion) -> str:
    """The stored reason in words: see `interviews.creation`."""
    code, _colon, mention = item.reason.partition(": ")
    name, _blank, again = code.partition(" ")
    reason = str(_REASONS.get(name, name))
    if mention:
        reason = f"{reason}: {mention}"
    if again:
        reason = str(_("{reason} (asked lately; the bank has no other)")).format(reason=reason)
    return reason


def _name(competencies: dict[str, Competency], key: str, language: str) -> str:
    found = competencies.get(key)
    return found.name(language) if found else key
