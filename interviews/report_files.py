"""The report as a file to keep: Markdown, PDF, JSON. For who may read the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from feedback.documents import Document, report_document
from feedback.markdown import markdown
from feedback.pdf import pdf
from feedback.selectors import feedback_data
from interviewgpt.api.rendering import dumps
from interviews import services
from interviews.models import Interview
from interviews.pages import page

__all__ = ["KINDS", "report_file"]

KINDS: dict[str, str] = {
    "md": "text/markdown; charset=utf-8",
    "pdf": "application/pdf",
    "json": "application/json",
}
_RENDER: dict[str, Callable[[Document], str | bytes]] = {"md": markdown, "pdf": pdf}


@page
def report_file(request: HttpRequest, interview_id: int, kind: str) -> HttpResponseBase:
    """The report as an attachment; where there is none yet, the way to the room."""
    interview = services.get_interview(interview_id=interview_id)
    data = feedback_data(interview_id=interview_id, language=interview.language)
    if data is None:
        return redirect("pages:room", interview_id)
    content = dumps(data) if kind == "json" else _RENDER[kind](_document(interview, data))
    response = HttpResponse(content, content_type=KINDS[kind])
    response["Content-Disposition"] = f'attachment; filename="interview-{interview_id}.{kind}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _document(interview: Interview, data: dict[str, Any]) -> Document:
    done = interview.completed_at
    return report_document(
        data,
        language=interview.language,
        position=interview.position,
        completed=f"{done:%Y-%m-%d %H:%M} UTC" if done else "",
    )
