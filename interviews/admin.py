"""Interviews to review: a list to search, and a page that reads in one sweep."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from feedback.selectors import assessments_data, feedback_data
from interviewers.models import Competency
from interviewers.names import engine_name
from interviewgpt.lists import BoundedList, BoundedPaginator, ListAdmin, moment
from interviews.grounds import read_reason
from interviews.models import Interview, Message, PlannedQuestion, PlanState, SenderType, Status
from interviews.people import people_of
from interviews.reading import fault_names, judged_answers, kind_names, report_parts

__all__ = ["InterviewAdmin"]


class Page(BoundedList):
    """A page of the list. Answers are counted for its interviews alone: to sort by their number,
    all messages there are would have to be counted for each page."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rows = list(self.result_list)
        spoken = Message.objects.filter(interview__in=rows, sender_type=SenderType.USER)
        counts = dict(spoken.order_by().values_list("interview_id").annotate(Count("id")))
        for row in rows:
            row.answer_count = counts.get(row.pk, 0)
        self.result_list = rows


@admin.register(Interview)
class InterviewAdmin(ListAdmin):
    """Read only: what was said and judged is not for changing."""

    list_display = (
        "id",
        "position",
        "begun",
        "status",
        "score",
        "answers",
        "difficulty",
        "language",
        "family",
    )
    list_display_links = ("id", "position")
    list_filter = ("status", "difficulty", "family", "language", "created_at")
    search_fields = ("position",)
    search_help_text = _("Search by position")
    # What has an index. The order of creation is that of the ids.
    sortable_by = ("id", "score")
    list_per_page = 50
    paginator = BoundedPaginator
    show_full_result_count = False
    fields = (
        (
            "position",
            "difficulty",
            "language",
            "family",
        ),
        ("status", "score", "begun", "ended"),
        ("resume", "made_with", "usage"),
        "named",
        "job_description",
        "report",
        "transcript",
        "plan",
        "resume_text",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Interview]:
        rows: QuerySet[Interview] = super().get_queryset(request)
        return rows.defer("resume_text")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return Page

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Interview | None = None) -> bool:
        return False

    @admin.display(description=_("score"), ordering="overall_score")
    def score(self, interview: Interview) -> str:
        return "–" if interview.overall_score is None else f"{interview.overall_score:g}"

    @admin.display(description=_("answers"))
    def answers(self, interview: Interview) -> int:
        return int(getattr(interview, "answer_count", 0))

    @admin.display(description=_("created"), ordering="id")
    def begun(self, interview: Interview) -> str:
        return moment(interview.created_at)

    @admin.display(description=_("completed"))
    def ended(self, interview: Interview) -> str:
        return moment(interview.completed_at)

    @admin.display(description=_("engine"))
    def made_with(self, interview: Interview) -> str:
        return engine_name(interview.engine)

    @admin.display(description=_("usage of the model"))
    def usage(self, interview: Interview) -> str:
        if not interview.usage_calls:
            return "–"
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

    @admin.display(description=_("named in the résumé"))
    def named(self, interview: Interview) -> str:
        told = interview.resume_facts
        return " · ".join([*told.get("skills", ()), *told.get("projects", ())]) or "–"

    @admin.display(description=_("feedback"))
    def report(self, interview: Interview) -> SafeString:
        language = interview.language
        data = feedback_data(interview_id=interview.pk, language=language)
        context: dict[str, Any] = {"interview": interview, "feedback": data}
        if data is not None:
            context |= report_parts(data)
            faults, parts = fault_names(), data["engines"]["stood_in"]
            reasons = [part["reason"] for part in parts if part["part"] == "report"]
            context["stood_in"] = [faults.get(reason, reason) for reason in reasons]
        else:
            judged = assessments_data(interview_id=interview.pk, language=language)
            people = [{"interviewer_id": k, **p} for k, p in interview.people.items()]
            context["answers"] = judged_answers(judged, people)
        return render_to_string("admin/interviews/report.html", context)

    @admin.display(description=_("transcript"))
    def transcript(self, interview: Interview) -> SafeString:
        people, kinds, faults = people_of(interview), kind_names(), fault_names()
        lines = []
        for message in interview.messages.order_by("id"):
            told = message.metadata or {}
            kind, reason = told.get("kind", ""), (told.get("takeover") or {}).get("reason", "")
            lines.append(
                {
                    "message": message,
                    "person": people.get(message.interviewer_id or ""),
                    "kind": kinds.get(kind, kind),
                    "stood_in": faults.get(reason, reason),
                }
            )
        return render_to_string("admin/interviews/transcript.html", {"lines": lines})

    @admin.display(description=_("plan"))
    def plan(self, interview: Interview) -> SafeString:
        people = people_of(interview)
        competencies = {c.key: c for c in Competency.objects.all()}
        rows = [
            {
                "item": item,
                "person": people.get(item.interviewer_id),
                "competency": _name(competencies, item.competency, interview.language),
                "reason": _reason(item),
                "state": _state(item, interview),
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
    "job_topic": _("a subject the job description asks for"),
    "resume_topic": _("something the résumé tells of"),
    "role": _("what the role needs"),
    "stage": _("what this interviewer covers"),
    "variant": _("stands by for stronger or weaker answers than expected"),
}


def _reason(item: PlannedQuestion) -> str:
    """The stored reason in words: see `interviews.creation`."""
    name, mention, again = read_reason(item.reason)
    reason = str(_REASONS.get(name, name))
    if mention:
        reason = f"{reason}: {mention}"
    if again:
        reason = str(_("{reason} (asked lately; the bank has no other near this level)")).format(
            reason=reason
        )
    return reason


def _state(item: PlannedQuestion, interview: Interview) -> str:
    """What has become of the question; nothing is to come where the interview is over."""
    over = interview.status == Status.COMPLETED
    if over and item.state == PlanState.PENDING:
        return str(_("Not asked"))
    return str(PlanState(item.state).label)


def _name(competencies: dict[str, Competency], key: str, language: str) -> str:
    found = competencies.get(key)
    return found.name(language) if found else key
