"""The demo pages, server-rendered, and stored résumés for staff."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from feedback.selectors import feedback_data
from interviewers.engines.base import InterviewerView, MessageKind
from interviewers.engines.registry import builtin_engine, current_engine
from interviewers.models import Interviewer
from interviewgpt.accounts.pages import (
    ask_to_sign_in,
    file_principal,
    page_principal,
    page_session,
)
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.api.fields import row_id
from interviewgpt.errorpages import error_answer
from interviews import memory, services, uploads
from interviews import report as charts
from interviews.access import Deed, admit, may_have_file, reach
from interviews.conductor import PROBE_HINTS
from interviews.grounds import grounds
from interviews.models import Difficulty, Interview, SenderType, Status
from interviews.people import people_of
from interviews.protocol import MAX_CONTENT, MessageRow
from interviews.reading import quotes, report_parts

__all__ = ["choose_language", "guarded", "page", "report", "resume", "room", "start"]

_BATCH = 1000

Page = Callable[..., HttpResponseBase]


def page(view: Page) -> Page:
    """A page to look at."""
    return require_safe(never_cache(guarded(view)))


def guarded(view: Page) -> Page:
    """A page that runs nothing but our own files, and opens to whom the policy lets in; what does
    not exist is an error page."""

    @wraps(view)
    def guarding(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            response = _admitted(view, request, *args, **kwargs)
        except ApiError as error:
            response = error_answer(request, error)
        response["Content-Security-Policy"] = _policy(request.get_host())
        return response

    return guarding


def _admitted(view: Page, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """The page, if the policy lets its reader in; the way to sign in for who might be let in then.

    A page of an interview is for who may read it, any other for who may have one.
    """
    who = page_principal(request)
    try:
        if "interview_id" in kwargs:
            admit(who, Deed.READ, kwargs["interview_id"])
        else:
            reach(who, Deed.CREATE)
        return view(request, *args, **kwargs)
    except ApiError as error:
        if error.code is not ErrorCode.NOT_AUTHENTICATED:
            raise
        return ask_to_sign_in(request)


def _policy(host: str) -> str:
    # Older Safari does not count WebSockets as 'self'.
    return (
        f"default-src 'self'; img-src 'self' data:; connect-src 'self' ws://{host} wss://{host}; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def _tag(language: str) -> str:
    """The value of a ``lang`` attribute."""
    return "en" if language.startswith("en") else "zh-CN"


def _reader() -> str:
    """The language of the page's own texts; an interview's language does not depend on it."""
    return "en" if (get_language() or "").startswith("en") else "zh"


@page
def start(request: HttpRequest) -> HttpResponseBase:
    """Position, difficulty, language, résumé."""
    reader = _reader()
    kept = request.COOKIES.get(memory.COOKIE, "")
    browser = kept if memory.is_browser(kept) else memory.new_browser()
    session = page_session(request)
    again = _again(request)
    active = list(Interviewer.objects.active().in_order())
    # Whoever sat there the last time, if any of them is still to be had.
    before = {member.id for member in active} & set(again.panel if again else ())
    panel = [
        {
            "id": member.id,
            "name": member.name(reader),
            "role": member.role(reader),
            "questions": member.question_count,
            "chosen": not before or member.id in before,
        }
        for member in active
    ]
    context = {
        "panel": panel,
        "again": again,
        # Who is signed in has a list of their own.
        "lately": () if session else memory.latest(browser),
        "reader": _tag(reader),
        "positions": [
            _("Backend engineer"),
            _("Front-end engineer"),
            _("AI application engineer"),
            _("Data engineer"),
            _("Product manager"),
            _("QA engineer"),
        ],
        "difficulties": Difficulty.choices,
        "with_model": current_engine().name != builtin_engine().name,
        "settings": {
            "create": "/api/interviews",
            "session": session,
            "room": reverse("pages:room", args=[0]),
            "language": reader,
            "browser": memory.sign_browser(browser),
            "maxBytes": settings.MAX_RESUME_BYTES,
            "texts": {
                "uploading": _("Reading the résumé and preparing the questions…"),
                "creating": _("Preparing the questions…"),
                "offline": _("The server does not answer. Nothing was lost; please try again."),
                "position": _("Please say which position you are practising for."),
                "kind": _("Please choose a PDF, DOC or DOCX file."),
                "size": _("The file is larger than 10 MB."),
                "nobody": _("Please choose at least one interviewer."),
                "length": _(
                    "About {low} to {high} minutes. Main questions: {number}, with follow-ups."
                ),
            },
        },
    }
    response = render(request, "demo/start.html", context)
    response.set_cookie(
        memory.COOKIE,
        browser,
        max_age=memory.COOKIE_SECONDS,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response


def _again(request: HttpRequest) -> Interview | None:
    """The interview that is to be practised once more, if its reader may see it."""
    if not (key := row_id(request.GET.get("again", ""))):
        return None
    try:
        admit(page_principal(request), Deed.READ, key)
        return services.get_interview(interview_id=key)
    except ApiError:
        return None


@page
def room(request: HttpRequest, interview_id: int) -> HttpResponseBase:
    """The sitting itself; a completed interview leads on to its report."""
    interview = services.get_interview(interview_id=interview_id)
    if interview.status == Status.COMPLETED:
        return redirect("pages:report", interview_id)
    people = people_of(interview)
    history = list(_history(interview_id))
    questions = [row.metadata.get("question", 0) for row in history if row.metadata]
    plan = interview.planned.values_list(
        "pk", "slot", "hints_here", "follow_ups", "spec__hints", "reason"
    )
    slots, reasons, left = set(), [], 0
    for key, slot, used, probed, hints, reason in plan:
        slots.add(slot)
        reasons.append(reason)
        if key == interview.open_id:
            left = (PROBE_HINTS if probed else len(hints)) - used
    context = {
        "interview": interview,
        "panel": list(people.values()),
        "grounds": grounds(interview, reasons),
        "spoken": _tag(interview.language),
        "reader": _tag(_reader()),
        "lines": [_line(row, interview, people) for row in history],
        "blank": {"sender": "", "tone": "", "name": "", "content": ""},
        "max_content": MAX_CONTENT,
        "settings": {
            "id": interview_id,
            "socket": f"/api/ws/{interview_id}",
            "session": page_session(request),
            "report": reverse("pages:report", args=[interview_id]),
            "last": history[-1].id if history else 0,
            "people": {
                key: {"name": person.name, "role": person.role, "tone": _tone(key, interview)}
                for key, person in people.items()
            },
            "current": interview.current_interviewer,
            "ending": interview.ending_at is not None,
            "hintsLeft": left > 0,
            "question": max(questions, default=0),
            "total": len(slots),
            "texts": _room_texts(),
        },
    }
    return render(request, "demo/room.html", context)


def _room_texts() -> dict[str, str]:
    """What `room.js` and its modules say; places in braces are filled there."""
    return {
        "connecting": _("Connecting…"),
        "connected": _("Connected"),
        "lost": _("The connection was lost. Reconnecting…"),
        "gone": _("The connection was refused."),
        "thinking": _("{name} is thinking…"),
        "engineChanged": _("The AI model cannot answer; the built-in engine takes over."),
        "usedUp": _(
            "This interview has used its share of the AI model; the built-in engine goes on."
        ),
        "you": _("You"),
        "system": _("System"),
        "question": _("Question {number}"),
        "followUp": _("Follow-up"),
        "hint": _("Hint"),
        "progress": _("Question {number} of {total}"),
        "waiting": _(
            "No connection at the moment. Your text is kept and sent as soon as it is back."
        ),
        "refused": _("Not sent:"),
        "unsent": _("Not sent yet…"),
        "failed": _("The interviewer could not answer. What you said is saved."),
        "again": _("Choose “Try again”, or send another message."),
        "endAgain": _("Choose “Try again”."),
        "pause": _("Pause"),
        "resume": _("Go on with the interview"),
        "paused": _("The interview is paused. What you type is kept."),
        "evaluating": _("The panel is putting your feedback together…"),
        "completed": _("The interview is complete. Opening the report…"),
    }


@page
def report(request: HttpRequest, interview_id: int) -> HttpResponseBase:
    """Scores, evidence, and the transcript the evidence stands in."""
    interview = services.get_interview(interview_id=interview_id)
    data = feedback_data(interview_id=interview_id, language=interview.language)
    if data is None:
        return redirect("pages:room", interview_id)
    people = people_of(interview)
    parts = report_parts(data)
    marked = quotes(parts["answers"])
    context = {
        "interview": interview,
        "feedback": data,
        "spoken": _tag(interview.language),
        "reader": _tag(_reader()),
        "reviews": _reviews(interview, data),
        "stood_in": [_stood_in(entry) for entry in data["engines"].get("stood_in", ())],
        "lines": [
            _line(row, interview, people, marked.get(row.id, ())) for row in _history(interview_id)
        ],
        **parts,
    }
    return render(request, "demo/report.html", context)


def _reviews(interview: Interview, data: Mapping[str, Any]) -> list[dict[str, Any]]:
    counts = {entry["interviewer_id"]: entry for entry in data["coverage"].get("interviewers", ())}
    nothing = {"asked": 0, "answered": 0}
    return [
        {
            **review,
            "tone": _tone(review["interviewer_id"], interview),
            "asked": counts.get(review["interviewer_id"], nothing)["asked"],
            "answered": counts.get(review["interviewer_id"], nothing)["answered"],
        }
        for review in data["interviewer_feedbacks"]
    ]


def _stood_in(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Where the built-in engine stood in for a model: a name for it, and the message it is at."""
    part = {"message": _("reply"), "assessment": _("judgement"), "report": _("this report")}
    label = part[entry["part"]]
    if entry["question"]:
        label = _("Question {number}").format(number=entry["question"]) + f" · {label}"
    return {"label": label, "message_id": entry["message_id"]}


def _history(interview_id: int) -> Iterator[MessageRow]:
    """All messages, in order."""
    last = 0
    while True:
        rows = services.list_messages(interview_id=interview_id, after=last, limit=_BATCH)
        yield from rows
        if len(rows) < _BATCH:
            return
        last = rows[-1].id


def _line(
    row: MessageRow,
    interview: Interview,
    people: Mapping[str, InterviewerView],
    marked: Sequence[tuple[int, str]] = (),
) -> dict[str, Any]:
    """A message as `demo/line.html` shows it."""
    key = row.interviewer_id or ""
    person = people.get(key)
    name = {SenderType.USER.value: _("You"), SenderType.SYSTEM.value: _("System")}
    return {
        "id": row.id,
        "client_id": row.client_id,
        "sender": row.sender_type,
        "name": name.get(row.sender_type) or (person.name if person else key),
        "role": person.role if person else "",
        "tone": _tone(key, interview) if key else "",
        "label": _label(row.metadata or {}),
        "content": row.content,
        "segments": charts.mark_quotes(row.content, marked),
    }


def _label(metadata: Mapping[str, Any]) -> str:
    if metadata.get("kind") == MessageKind.FOLLOW_UP:
        return _("Follow-up")
    if metadata.get("kind") == MessageKind.HINT:
        return _("Hint")
    number = metadata.get("question")
    return _("Question {number}").format(number=number) if number else ""


def _tone(interviewer_id: str, interview: Interview) -> int:
    """A number for the colour of an interviewer, by their place in the panel."""
    panel: list[str] = interview.panel
    return panel.index(interviewer_id) % 4 + 1 if interviewer_id in panel else 4


@require_POST
def choose_language(request: HttpRequest) -> HttpResponseBase:
    """Remember the reader's language in a cookie and go back."""
    return set_language(request)


@require_safe
def resume(request: HttpRequest, name: str) -> HttpResponseBase:
    """A stored résumé as an attachment, to whom the policy gives it; to others there is none."""
    path = f"{settings.UPLOADS_URL}resumes/{name}"
    file = uploads.open_resume(path) if may_have_file(file_principal(request), path) else None
    if file is None:
        raise Http404
    response = FileResponse(file, as_attachment=True, filename=name)
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response
