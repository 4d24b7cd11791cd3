"""One's own interviews as pages: the list, and what belongs to who owns them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from interviewgpt.accounts.pages import page_principal
from interviewgpt.api.fields import row_id
from interviewgpt.api.rendering import dumps
from interviews import services
from interviews.access import Deed, admit, whose
from interviews.deletion import delete_interview
from interviews.export import export_data
from interviews.models import Status
from interviews.pages import guarded, page

__all__ = ["delete", "export", "interviews"]

_PAGE = 20


@page
def interviews(request: HttpRequest) -> HttpResponseBase:
    """The reader's interviews, newest first; staff see everybody's."""
    owner_id = whose(page_principal(request))
    offset = row_id(request.GET.get("offset", "")) or 0
    rows = services.list_interviews(owner_id=owner_id, limit=_PAGE + 1, offset=offset)
    context = {
        "rows": rows[:_PAGE],
        "completed": Status.COMPLETED,
        "everybody": owner_id is None,
        "earlier": max(0, offset - _PAGE) if offset else None,
        "later": offset + _PAGE if len(rows) > _PAGE else None,
    }
    return render(request, "demo/list.html", context)


@page
def export(request: HttpRequest, interview_id: int) -> HttpResponseBase:
    """Everything held about an interview, as a file."""
    admit(page_principal(request), Deed.EXPORT, interview_id)
    content = dumps(export_data(interview_id=interview_id))
    response = HttpResponse(content, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="interview-{interview_id}.json"'
    return response


@require_POST
@guarded
def delete(request: HttpRequest, interview_id: int) -> HttpResponseBase:
    """Delete an interview for good, and back to the list."""
    admit(page_principal(request), Deed.DELETE, interview_id)
    delete_interview(interview_id=interview_id)
    return redirect("pages:list")
