"""Every endpoint under ``/api/interviews``, the feedback's too: parse, call, answer."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from asgiref.sync import async_to_sync
from django.utils.translation import gettext as _
from rest_framework.decorators import action
from rest_framework.exceptions import APIException, UnsupportedMediaType
from rest_framework.parsers import BaseParser
from rest_framework.request import Request
from rest_framework.response import Response

from feedback.selectors import feedback_data
from interviewgpt.accounts.authentication import request_account, request_principal
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.api.fields import row_id
from interviewgpt.api.parsing import StrictJSONParser
from interviewgpt.api.responses import ok
from interviewgpt.api.throttling import (
    AddressThrottle,
    CreateThrottle,
    UserCreateThrottle,
    UserThrottle,
)
from interviewgpt.api.viewsets import ApiViewSet
from interviewgpt.db import lasting, let_go
from interviews import documents, rooms, services, uploads
from interviews.access import may_speak, whose
from interviews.creation import create_interview
from interviews.deletion import delete_interview
from interviews.export import export_data
from interviews.permissions import InterviewAccess
from interviews.posting import say
from interviews.protocol import Command, message_data
from interviews.runner import runner
from interviews.serializers import (
    CreateInterviewSerializer,
    HistoryQuerySerializer,
    ListQuerySerializer,
    PostMessageSerializer,
    valid,
)

__all__ = ["InterviewViewSet"]


def _interview_id(text: str) -> int:
    """Raises ApiError INTERVIEW_NOT_FOUND for what cannot be an id."""
    value = row_id(text)
    if value is None:
        raise ApiError(ErrorCode.INTERVIEW_NOT_FOUND)
    return value


def _read_in_vain(request: Request) -> None:
    """Refuse a malformed body where none is wanted (400); any other is left alone."""
    try:
        request.data  # noqa: B018 (the reading is what raises)
    except UnsupportedMediaType:
        return
    except ApiError as error:
        if error.status == HTTPStatus.UNPROCESSABLE_ENTITY:
            return
        raise


class InterviewViewSet(ApiViewSet):
    """Interviews, their messages and their feedback."""

    lookup_url_kwarg = "interview_id"
    permission_classes = [InterviewAccess]
    throttle_classes = [AddressThrottle, UserThrottle, CreateThrottle, UserCreateThrottle]

    def get_parsers(self) -> list[BaseParser]:
        """Interviews are created from forms as well; everything else is JSON."""
        method = getattr(self.request, "method", None) or "GET"
        if self.action_map.get(method.lower()) == "create":
            return super().get_parsers()
        return [StrictJSONParser()]

    @documents.list_interviews
    def list(self, request: Request) -> Response:
        window: dict[str, Any] = valid(ListQuerySerializer, request.query_params.dict())
        owner_id = whose(request_principal(request))
        rows = services.list_interviews(owner_id=owner_id, **window)
        return ok([services.describe(row) for row in rows])

    @documents.create_interview
    def create(self, request: Request) -> Response:
        fields = valid(CreateInterviewSerializer, request.data)
        upload = fields.pop("resume", None)
        let_go()
        resume = uploads.store_resume(upload) if upload is not None else None
        try:
            interview = lasting(
                create_interview,
                owner=request_account(request),
                resume=resume,
                **{key: value for key, value in fields.items() if value is not None},
            )
        except Exception:
            if resume is not None:
                uploads.discard_resume(resume)
            raise
        return ok(services.describe(interview), _("The interview has been created."))

    @documents.read_interview
    def retrieve(self, request: Request, interview_id: str) -> Response:
        interview = services.get_interview(interview_id=_interview_id(interview_id))
        return ok(services.describe(interview))

    @documents.delete_interview
    def destroy(self, request: Request, interview_id: str) -> Response:
        delete_interview(interview_id=_interview_id(interview_id))
        return ok(None, _("The interview has been deleted."))

    @documents.export_interview
    @action(detail=True, methods=["get"], url_path="export")
    def export(self, request: Request, interview_id: str) -> Response:
        return ok(export_data(interview_id=_interview_id(interview_id)))

    @documents.end_interview
    @action(detail=True, methods=["post"], url_path="end")
    def end(self, request: Request, interview_id: str) -> Response:
        key = _interview_id(interview_id)
        services.get_interview(interview_id=key)
        _read_in_vain(request)
        let_go()
        async_to_sync(runner.finish)(key)
        interview = services.get_interview(interview_id=key)
        return ok(services.describe(interview), _("The interview has ended."))

    @documents.skip_question
    @action(detail=True, methods=["post"], url_path="skip")
    def skip(self, request: Request, interview_id: str) -> Response:
        return self._command(request, interview_id, Command.SKIP)

    @documents.ask_for_hint
    @action(detail=True, methods=["post"], url_path="hint")
    def hint(self, request: Request, interview_id: str) -> Response:
        return self._command(request, interview_id, Command.HINT)

    @documents.pause_interview
    @action(detail=True, methods=["post"], url_path="pause")
    def pause(self, request: Request, interview_id: str) -> Response:
        return self._command(request, interview_id, Command.PAUSE)

    @documents.resume_interview
    @action(detail=True, methods=["post"], url_path="resume")
    def resume(self, request: Request, interview_id: str) -> Response:
        return self._command(request, interview_id, Command.RESUME)

    @documents.retry_turn
    @action(detail=True, methods=["post"], url_path="retry")
    def retry(self, request: Request, interview_id: str) -> Response:
        return self._command(request, interview_id, Command.RETRY)

    def _command(self, request: Request, interview_id: str, name: Command) -> Response:
        key = _interview_id(interview_id)
        try:
            _read_in_vain(request)
        except ApiError:
            # That there is no such interview goes before what is wrong with the body.
            services.get_interview(interview_id=key)
            raise
        changed = services.command(interview_id=key, name=name)
        room = services.look_in(interview_id=key)
        if changed:
            runner.announce(key, rooms.command_event(name, room), due=True)
        return ok(room.data, None if changed else rooms.vain(name, room) or None)

    @documents.list_messages
    @action(detail=True, methods=["get"], url_path="messages")
    def messages(self, request: Request, interview_id: str) -> Response:
        key = _interview_id(interview_id)
        window: dict[str, Any] = valid(HistoryQuerySerializer, request.query_params.dict())
        rows = services.message_page(interview_id=key, **window)
        if not rows:
            services.get_interview(interview_id=key)
        return ok(rows)

    @documents.send_message
    @messages.mapping.post
    def send(self, request: Request, interview_id: str) -> Response:
        key = _interview_id(interview_id)
        try:
            fields = valid(PostMessageSerializer, request.data)
            may_speak(request_principal(request), fields["sender_type"])
        except (APIException, ApiError):
            # That there is no such interview goes before what is wrong with the message.
            services.get_interview(interview_id=key)
            raise
        posted = say(interview_id=key, **fields)
        return ok(message_data(posted.row), _("The message has been sent."))

    @documents.read_feedback
    @action(detail=True, methods=["get"], url_path="feedback")
    def feedback(self, request: Request, interview_id: str) -> Response:
        interview = services.get_interview(interview_id=_interview_id(interview_id))
        data = feedback_data(interview_id=interview.pk, language=interview.language)
        if data is None:
            raise ApiError(ErrorCode.FEEDBACK_NOT_FOUND)
        return ok(data)
