"""Every endpoint under ``/api/interviews``, the feedback's too: parse, call, answer."""

from __future__ import annotations

from typing import Any

from asgiref.sync import async_to_sync
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter
from rest_framework.decorators import action
from rest_framework.parsers import BaseParser
from rest_framework.request import Request
from rest_framework.response import Response

from feedback.selectors import feedback_data
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.api.fields import MAX_ROW_ID, row_id
from interviewgpt.api.parsing import StrictJSONParser
from interviewgpt.api.responses import ok
from interviewgpt.api.schema import documented
from interviewgpt.api.throttling import AddressThrottle, CreateThrottle
from interviewgpt.api.viewsets import ApiViewSet
from interviews import rooms, services, uploads
from interviews.models import SenderType
from interviews.protocol import Command, message_data
from interviews.representations import (
    FEEDBACK_EXAMPLE,
    INTERVIEW_EXAMPLE,
    MESSAGE_EXAMPLE,
    FeedbackRepresentation,
    InterviewRepresentation,
    MessageRepresentation,
)
from interviews.runner import runner
from interviews.serializers import (
    CreateInterviewBody,
    CreateInterviewSerializer,
    HistoryQuerySerializer,
    PostMessageSerializer,
    valid,
)

__all__ = ["InterviewViewSet"]

_ID = OpenApiParameter(
    "interview_id", int, OpenApiParameter.PATH, description="面试会话ID · The interview's id"
)
_DONE = {**INTERVIEW_EXAMPLE, "status": "completed", "completed_at": "2024-01-01T01:00:00Z"}
_COMMAND_CODES = [
    ErrorCode.INTERVIEW_NOT_FOUND,
    ErrorCode.INTERVIEW_ENDED,
    ErrorCode.INTERVIEW_PAUSED,
]
_FORM = "multipart/form-data"
_JSON = "application/json"
_URLENCODED = "application/x-www-form-urlencoded"


def _window(name: str, low: int, high: int, default: int, description: str) -> OpenApiParameter:
    schema = {"type": "integer", "minimum": low, "maximum": high, "default": default}
    return OpenApiParameter(name, schema, description=description)


def _interview_id(text: str) -> int:
    """Raises ApiError INTERVIEW_NOT_FOUND for what cannot be an id."""
    value = row_id(text)
    if value is None:
        raise ApiError(ErrorCode.INTERVIEW_NOT_FOUND)
    return value


class InterviewViewSet(ApiViewSet):
    """Interviews, their messages and their feedback."""

    lookup_url_kwarg = "interview_id"
    throttle_classes = [AddressThrottle, CreateThrottle]

    def get_parsers(self) -> list[BaseParser]:
        """Interviews are created from forms as well; everything else is JSON."""
        method = getattr(self.request, "method", None) or "GET"
        if self.action_map.get(method.lower()) == "create":
            return super().get_parsers()
        return [StrictJSONParser()]

    @documented(
        summary="面试列表（需登录） · List interviews (signed in only)",
        tags=["interviews"],
        operation_id="list_interviews",
        response=InterviewRepresentation(many=True),
        example_response=[INTERVIEW_EXAMPLE],
        codes=[ErrorCode.NOT_AUTHENTICATED],
    )
    def list(self, request: Request) -> Response:
        raise ApiError(ErrorCode.NOT_AUTHENTICATED)

    @documented(
        summary="创建面试会话 · Create an interview",
        description=(
            "欢迎语与第一位面试官的问候和问题在返回时已写入历史。 · The welcome and the first "
            "interviewer's greeting with the first question are in the history when this returns."
        ),
        tags=["interviews"],
        operation_id="create_interview",
        request={
            _JSON: CreateInterviewBody,
            _FORM: CreateInterviewSerializer,
            _URLENCODED: CreateInterviewBody,
        },
        example_request={"position": "AI应用工程师", "difficulty": "medium"},
        response=InterviewRepresentation,
        example_response=INTERVIEW_EXAMPLE,
        example_message="面试已创建",
        example_invalid={"difficulty": ["“expert” 不是合法选项。"]},
        codes=[
            ErrorCode.VALIDATION_ERROR,
            ErrorCode.INTERVIEWER_ERROR,
            ErrorCode.FILE_UPLOAD_ERROR,
        ],
    )
    def create(self, request: Request) -> Response:
        fields = valid(CreateInterviewSerializer, request.data)
        upload = fields.pop("resume", None)
        resume = uploads.store_resume(upload) if upload is not None else None
        try:
            interview = services.create_interview(
                resume=resume, **{key: value for key, value in fields.items() if value is not None}
            )
        except Exception:
            if resume is not None:
                uploads.discard_resume(resume)
            raise
        return ok(services.describe(interview), _("The interview has been created."))

    @documented(
        summary="获取面试会话详情 · Read an interview",
        tags=["interviews"],
        operation_id="read_interview",
        parameters=[_ID],
        response=InterviewRepresentation,
        example_response=INTERVIEW_EXAMPLE,
        codes=[ErrorCode.INTERVIEW_NOT_FOUND],
    )
    def retrieve(self, request: Request, interview_id: str) -> Response:
        interview = services.get_interview(interview_id=_interview_id(interview_id))
        return ok(services.describe(interview))

    @documented(
        summary="删除面试会话（需登录） · Delete an interview (signed in only)",
        tags=["interviews"],
        operation_id="delete_interview",
        parameters=[_ID],
        response=None,
        example_response=None,
        codes=[ErrorCode.NOT_AUTHENTICATED],
    )
    def destroy(self, request: Request, interview_id: str) -> Response:
        raise ApiError(ErrorCode.NOT_AUTHENTICATED)

    @documented(
        summary="结束面试会话 · End an interview",
        description="可以重复调用。 · May be called again.",
        tags=["interviews"],
        operation_id="end_interview",
        parameters=[_ID],
        response=InterviewRepresentation,
        example_response={**_DONE, "overall_score": 85.5},
        example_message="面试已结束",
        codes=[
            ErrorCode.INTERVIEW_NOT_FOUND,
            ErrorCode.INTERVIEWER_ERROR,
            ErrorCode.AI_SERVICE_ERROR,
        ],
    )
    @action(detail=True, methods=["post"], url_path="end")
    def end(self, request: Request, interview_id: str) -> Response:
        key = _interview_id(interview_id)
        services.get_interview(interview_id=key)
        async_to_sync(runner.finish)(key)
        interview = services.get_interview(interview_id=key)
        return ok(services.describe(interview), _("The interview has ended."))

    @documented(
        summary="跳过当前问题 · Skip the question",
        tags=["interviews"],
        operation_id="skip_question",
        parameters=[_ID],
        response=InterviewRepresentation,
        example_response=INTERVIEW_EXAMPLE,
        codes=_COMMAND_CODES,
    )
    @action(detail=True, methods=["post"], url_path="skip")
    def skip(self, request: Request, interview_id: str) -> Response:
        return self._command(interview_id, Command.SKIP)

    @documented(
        summary="要一个提示 · Ask for a hint",
        tags=["interviews"],
        operation_id="ask_for_hint",
        parameters=[_ID],
        response=InterviewRepresentation,
        example_response=INTERVIEW_EXAMPLE,
        codes=_COMMAND_CODES,
    )
    @action(detail=True, methods=["post"], url_path="hint")
    def hint(self, request: Request, interview_id: str) -> Response:
        return self._command(interview_id, Command.HINT)

    @documented(
        summary="暂停面试 · Pause the interview",
        tags=["interviews"],
        operation_id="pause_interview",
        parameters=[_ID],
        response=InterviewRepresentation,
        example_response={**INTERVIEW_EXAMPLE, "paused": True},
        codes=[ErrorCode.INTERVIEW_NOT_FOUND, ErrorCode.INTERVIEW_ENDED],
    )
    @action(detail=True, methods=["post"], url_path="pause")
    def pause(self, request: Request, interview_id: str) -> Response:
        return self._command(interview_id, Command.PAUSE)

    @documented(
        summary="继续面试 · Resume the interview",
        tags=["interviews"],
        operation_id="resume_interview",
        parameters=[_ID],
        response=InterviewRepresentation,
        example_response=INTERVIEW_EXAMPLE,
        codes=[ErrorCode.INTERVIEW_NOT_FOUND, ErrorCode.INTERVIEW_ENDED],
    )
    @action(detail=True, methods=["post"], url_path="resume")
    def resume(self, request: Request, interview_id: str) -> Response:
        return self._command(interview_id, Command.RESUME)

    @documented(
        summary="重试失败的回复 · Try a failed reply again",
        tags=["interviews"],
        operation_id="retry_turn",
        parameters=[_ID],
        response=InterviewRepresentation,
        example_response={**INTERVIEW_EXAMPLE, "turn": "due"},
        codes=[ErrorCode.INTERVIEW_NOT_FOUND, ErrorCode.INTERVIEW_ENDED],
    )
    @action(detail=True, methods=["post"], url_path="retry")
    def retry(self, request: Request, interview_id: str) -> Response:
        return self._command(interview_id, Command.RETRY)

    def _command(self, interview_id: str, name: Command) -> Response:
        key = _interview_id(interview_id)
        changed = services.command(interview_id=key, name=name)
        interview = services.get_interview(interview_id=key)
        if changed:
            event = rooms.command_event(name, interview.language, interview.current_interviewer)
            runner.announce(key, event, due=True)
        return ok(services.describe(interview))

    @documented(
        summary="获取面试消息历史 · Read the messages",
        tags=["messages"],
        operation_id="list_messages",
        parameters=[
            _ID,
            _window("limit", 1, 1000, 100, "最多多少条 · at most so many"),
            _window("offset", 0, MAX_ROW_ID, 0, "跳过多少条 · skip so many"),
            _window("after", 0, MAX_ROW_ID, 0, "只要比它更新的 · only what is newer than this id"),
        ],
        response=MessageRepresentation(many=True),
        example_response=[MESSAGE_EXAMPLE],
        codes=[ErrorCode.INTERVIEW_NOT_FOUND, ErrorCode.VALIDATION_ERROR],
    )
    @action(detail=True, methods=["get"], url_path="messages")
    def messages(self, request: Request, interview_id: str) -> Response:
        key = _interview_id(interview_id)
        window: dict[str, Any] = valid(HistoryQuerySerializer, request.query_params.dict())
        rows = services.list_messages(interview_id=key, **window)
        if not rows:
            services.get_interview(interview_id=key)
        return ok([message_data(row) for row in rows])

    @documented(
        summary="发送面试消息 · Send a message",
        description=(
            "面试官的回复在响应之后产生，经 WebSocket 与消息历史获取。 · The interviewers' reply "
            "is worked out after the response; it comes by WebSocket and in the history."
        ),
        tags=["messages"],
        operation_id="send_message",
        parameters=[_ID],
        request=PostMessageSerializer,
        example_request={"content": MESSAGE_EXAMPLE["content"], "sender_type": "user"},
        response=MessageRepresentation,
        example_response=MESSAGE_EXAMPLE,
        example_message="消息已发送",
        example_invalid={"content": ["该字段是必填项。"]},
        codes=[
            ErrorCode.INTERVIEW_NOT_FOUND,
            ErrorCode.VALIDATION_ERROR,
            ErrorCode.INTERVIEW_ENDED,
            ErrorCode.INTERVIEW_PAUSED,
        ],
    )
    @messages.mapping.post
    def send(self, request: Request, interview_id: str) -> Response:
        key = _interview_id(interview_id)
        services.get_interview(interview_id=key)
        fields = valid(PostMessageSerializer, request.data)
        posted = services.post_message(interview_id=key, **fields)
        if posted.created:
            due = posted.row.sender_type == SenderType.USER
            runner.announce(key, rooms.message_event(posted), due=due)
        return ok(message_data(posted.row), _("The message has been sent."))

    @documented(
        summary="获取面试反馈 · Read the feedback",
        tags=["feedback"],
        operation_id="read_feedback",
        parameters=[_ID],
        response=FeedbackRepresentation,
        example_response=FEEDBACK_EXAMPLE,
        codes=[ErrorCode.INTERVIEW_NOT_FOUND, ErrorCode.FEEDBACK_NOT_FOUND],
    )
    @action(detail=True, methods=["get"], url_path="feedback")
    def feedback(self, request: Request, interview_id: str) -> Response:
        interview = services.get_interview(interview_id=_interview_id(interview_id))
        data = feedback_data(interview_id=interview.pk, language=interview.language)
        if data is None:
            raise ApiError(ErrorCode.FEEDBACK_NOT_FOUND)
        return ok(data)
