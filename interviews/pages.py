"""The demo pages, server-rendered, and stored résumés for staff."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST
from django.views.i18n import set_language

from interviewgpt.api.errors import ApiError
from interviews import services, uploads
from interviews.models import Interview

__all__ = ["choose_language", "report", "resume", "room", "start"]


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    return render(request, "demo/start.html")


@require_GET
def room(request: HttpRequest, interview_id: int) -> HttpResponse:
    return render(request, "demo/room.html", {"interview": _interview(interview_id)})


@require_GET
def report(request: HttpRequest, interview_id: int) -> HttpResponse:
    return render(request, "demo/report.html", {"interview": _interview(interview_id)})


def _interview(interview_id: int) -> Interview:
    try:
        return services.get_interview(interview_id=interview_id)
    except ApiError as error:
        raise Http404 from error


@require_POST
def choose_language(request: HttpRequest) -> HttpResponseBase:
    return set_language(request)


@require_GET
def resume(request: HttpRequest, name: str) -> HttpResponseBase:
    """A stored résumé as an attachment, to signed-in staff only; to others there is none."""
    path = f"/uploads/resumes/{name}"
    known = Interview.objects.filter(resume_path=path).exists()
    file = uploads.resume_file(path)
    if not request.user.is_staff or not known or not file.is_file():
        raise Http404
    response = FileResponse(file.open("rb"), as_attachment=True, filename=name)
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response
