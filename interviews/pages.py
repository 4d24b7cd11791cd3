"""The demo pages, server-rendered, and stored résumés for staff."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from django.views.i18n import set_language

from feedback.selectors import feedback_data
from interviewers.engines.base import InterviewerView
from interviewers.models import Interviewer, Skill
from interviewers.selectors import panel_views
from interviewgpt.api.errors import ApiError
from interviews import report as charts
from interviews import services, uploads
from interviews.models import Difficulty, Interview, Status
from interviews.protocol import MAX_CONTENT, MessageRow

__all__ = ["choose_language", "report", "resume", "room", "start"]

_HISTORY = 1000


def _spoken() -> str:
    return "zh" if (get_language() or "zh").startswith("zh") else "en"


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Position, difficulty, language, résumé."""
    panel = [
        {"id": member.id, "name": member.name(_spoken()), "role": member.role(_spoken())}
        for member in Interviewer.objects.active().in_order()
    ]
    texts = {
        "uploading": _("Reading the résumé and preparing the questions…"),
        "creating": _("Preparing the questions…"),
        "offline": _("The server does not answer. Nothing was lost; please try again."),
        "kind": _("Please choose a PDF, DOC or DOCX file."),
        "size": _("The file is larger than 10 MB."),
    }
    context = {
        "panel": panel,
        "positions": [
            _("Backend engineer"),
            _("Front-end engineer"),
            _("AI application engineer"),
            _("Data engineer"),
            _("Product manager"),
            _("QA engineer"),
        ],
        "difficulties": Difficulty.choices,
        "settings": {
            "create": "/api/interviews",
            "room": reverse("pages:room", args=[0]),
            "language": _spoken(),
            "maxBytes": settings.MAX_RESUME_BYTES,
            "texts": texts,
        },
    }
    return render(request, "demo/start.html", context)


@require_GET
def room(request: HttpRequest, interview_id: int) -> HttpResponseBase:
    """The sitting itself; a completed interview leads on to its report."""
    interview = _interview(interview_id)
    if interview.status == Status.COMPLETED:
        return redirect("pages:report", interview_id)
    people = panel_views(interview.panel, interview.language)
    history = services.list_messages(interview_id=interview_id, limit=_HISTORY)
    context = {
        "interview": interview,
        "panel": [people[key] for key in interview.panel if key in people],
        "lines": [_line(row, people) for row in history],
        "max_content": MAX_CONTENT,
        "settings": {
            "id": interview_id,
            "socket": f"/api/ws/{interview_id}",
            "report": reverse("pages:report", args=[interview_id]),
            "last": history[-1].id if history else 0,
            "people": {
                key: {"name": person.name, "role": person.role} for key, person in people.items()
            },
            "current": interview.current_interviewer,
            "turn": services.describe(interview)["turn"],
            "paused": interview.paused,
            "texts": _room_texts(),
        },
    }
    return render(request, "demo/room.html", context)


def _room_texts() -> dict[str, str]:
    return {
        "connecting": _("Connecting…"),
        "connected": _("Connected"),
        "lost": _("The connection was lost. Reconnecting in {seconds} s…"),
        "gone": _("This interview does not exist."),
        "thinking": _("is thinking…"),
        "you": _("You"),
        "system": _("System"),
        "sending": _("Sending…"),
        "waiting": _("Waiting for the connection; nothing is lost."),
        "refused": _("Not sent:"),
        "confirmEnd": _("End the interview now? What was not asked will not be judged."),
        "evaluating": _("The panel is putting your feedback together… {done}/{total}"),
        "completed": _("The interview is complete. Opening the report…"),
        "speaking": _("has the floor"),
    }


@require_GET
def report(request: HttpRequest, interview_id: int) -> HttpResponseBase:
    """Scores, evidence, and the transcript the evidence stands in."""
    interview = _interview(interview_id)
    data = feedback_data(interview_id=interview_id, language=interview.language)
    if data is None:
        return redirect("pages:room", interview_id)
    people = panel_views(interview.panel, interview.language)
    history = services.list_messages(interview_id=interview_id, limit=_HISTORY)
    quotes: dict[int, list[str]] = {}
    for assessment in data["assessments"]:
        evidence = assessment["evidence"]
        quotes.setdefault(evidence["message_id"], []).append(evidence["quote"])
    scores = [(str(skill.label), data["skill_scores"].get(skill.value)) for skill in Skill]
    context = {
        "interview": interview,
        "feedback": data,
        "scores": scores,
        "radar": charts.radar(scores),
        "lines": [
            {
                **_line(row, people),
                "segments": charts.mark_quotes(row.content, quotes.get(row.id, [])),
            }
            for row in history
        ],
    }
    return render(request, "demo/report.html", context)


def _line(row: MessageRow, people: dict[str, InterviewerView]) -> dict[str, Any]:
    return {"message": row, "person": people.get(row.interviewer_id or "")}


def _interview(interview_id: int) -> Interview:
    try:
        return services.get_interview(interview_id=interview_id)
    except ApiError as error:
        raise Http404 from error


@require_POST
def choose_language(request: HttpRequest) -> HttpResponseBase:
    """Remember the reader's language in a cookie and go back."""
    return set_language(request)


@require_GET
def resume(request: HttpRequest, name: str) -> HttpResponseBase:
    """A stored résumé as an attachment, to signed-in staff only; to others there is none."""
    path = f"{settings.UPLOADS_URL}resumes/{name}"
    known = Interview.objects.filter(resume_path=path).exists()
    file = uploads.resume_file(path)
    if not getattr(request.user, "is_staff", False) or not known or not file.is_file():
        raise Http404
    response = FileResponse(file.open("rb"), as_attachment=True, filename=name)
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response
