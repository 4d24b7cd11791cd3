"""How the API's document describes the endpoints under ``/api/interviews``."""

from __future__ import annotations

from typing import Any

from drf_spectacular.extensions import OpenApiSerializerExtension
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from interviewgpt.api.errors import ErrorCode
from interviewgpt.api.fields import MAX_ROW_ID, CleanCharField
from interviewgpt.api.schema import documented
from interviews.models import Difficulty, Language
from interviews.representation_examples import (
    EXPORT_EXAMPLE,
    FEEDBACK_EXAMPLE,
    INTERVIEW_EXAMPLE,
    MESSAGE_EXAMPLE,
)
from interviews.representations import (
    ExportRepresentation,
    FeedbackRepresentation,
    InterviewRepresentation,
    MessageRepresentation,
)
from interviews.serializers import (
    MAX_JOB_DESCRIPTION,
    MAX_PANEL,
    CreateInterviewBody,
    PostMessageSerializer,
)

__all__ = [
    "ask_for_hint",
    "create_interview",
    "delete_interview",
    "end_interview",
    "export_interview",
    "list_interviews",
    "list_messages",
    "pause_interview",
    "read_feedback",
    "read_interview",
    "resume_interview",
    "retry_turn",
    "send_message",
    "skip_question",
]

_ID = OpenApiParameter(
    "interview_id", int, OpenApiParameter.PATH, description="面试会话ID · The interview's id"
)
_DONE = {**INTERVIEW_EXAMPLE, "status": "completed", "completed_at": "2024-01-01T01:00:00Z"}
_FORM = "multipart/form-data"
_JSON = "application/json"
_URLENCODED = "application/x-www-form-urlencoded"
_RESUMES = (
    "application/pdf",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)


class CreateInterviewForm(CreateInterviewBody):
    """The same as a form: fields may be left out, but a form has no way to write null."""

    difficulty = serializers.ChoiceField(
        choices=Difficulty.choices, default=Difficulty.MEDIUM, allow_blank=True
    )
    language = serializers.ChoiceField(choices=Language.choices, required=False, allow_blank=True)
    job_description = CleanCharField(
        max_length=MAX_JOB_DESCRIPTION, required=False, allow_blank=True
    )
    interviewers = serializers.ListField(
        child=CleanCharField(max_length=40), required=False, min_length=1, max_length=MAX_PANEL
    )


class CreateInterviewUpload(CreateInterviewForm):
    """And with a résumé."""

    resume = serializers.FileField(required=False)


class CreateInterviewBodySchema(OpenApiSerializerExtension):  # type: ignore[no-untyped-call]
    """A panel has at least one member, and nobody sits on it twice."""

    target_class = CreateInterviewBody
    match_subclasses = True

    def map_serializer(self, auto_schema: Any, direction: Any) -> dict[str, Any]:
        schema: dict[str, Any] = auto_schema._map_serializer(
            self.target, direction, bypass_extensions=True
        )
        schema["properties"]["interviewers"] |= {"minItems": 1, "uniqueItems": True}
        return schema


def _window(name: str, low: int, high: int, default: int, description: str) -> OpenApiParameter:
    schema = {"type": "integer", "minimum": low, "maximum": high, "default": default}
    return OpenApiParameter(name, schema, description=description)


def _command(summary: str, operation_id: str, *, pausable: bool = False, **changed: Any) -> Any:
    """A candidate's command: it answers with the interview."""
    codes = [ErrorCode.INTERVIEW_NOT_FOUND, ErrorCode.INTERVIEW_ENDED]
    return documented(
        summary=summary,
        tags=["interviews"],
        operation_id=operation_id,
        parameters=[_ID],
        response=InterviewRepresentation,
        example_response={**INTERVIEW_EXAMPLE, **changed},
        codes=[*codes, ErrorCode.INTERVIEW_PAUSED] if pausable else codes,
        read_in_vain=True,
    )


list_interviews = documented(
    summary="面试列表（需登录） · List interviews (signed in only)",
    description=(
        "自己的面试，新的在前；工作人员看到全部。 · One's own, newest first; staff see all."
    ),
    tags=["interviews"],
    operation_id="list_interviews",
    parameters=[
        _window("limit", 1, 1000, 100, "最多多少场 · at most so many"),
        _window("offset", 0, MAX_ROW_ID, 0, "跳过多少场 · skip so many"),
    ],
    response=InterviewRepresentation(many=True),
    example_response=[INTERVIEW_EXAMPLE],
    codes=[ErrorCode.NOT_AUTHENTICATED, ErrorCode.VALIDATION_ERROR],
)

create_interview = documented(
    summary="创建面试会话 · Create an interview",
    description=(
        "欢迎语与第一位面试官的问候和问题在返回时已写入历史。简历（`resume`，只能用 "
        "`multipart/form-data`）至多 10 MB，更大的是 413；是 PDF、DOC 还是 DOCX 看内容，不看文件名，"
        "`resume_path` 的扩展名也由内容而定；空的、损坏的、有密码的、没有文字的（扫描件）是 422。 · "
        "The welcome and the first interviewer's greeting with the first question are in the "
        "history when this returns. A résumé (`resume`, by `multipart/form-data` only) has at most "
        "10 MB, beyond that 413. Whether it is PDF, DOC or DOCX is told from what is in it and not "
        "from its name, and so is the ending of `resume_path`; one that is empty, damaged, locked "
        "by a password or has no text (a scan) is 422."
    ),
    tags=["interviews"],
    operation_id="create_interview",
    request={
        _JSON: CreateInterviewBody,
        _FORM: CreateInterviewUpload,
        _URLENCODED: CreateInterviewForm,
    },
    encoding={"resume": {"contentType": ", ".join(_RESUMES)}},
    example_request={"position": "AI应用工程师", "difficulty": "medium"},
    response=InterviewRepresentation,
    example_response=INTERVIEW_EXAMPLE,
    example_message="面试已创建",
    example_invalid={"difficulty": ["“expert” 不在可选值之中。"]},
    codes=[
        ErrorCode.VALIDATION_ERROR,
        ErrorCode.INTERVIEWER_ERROR,
        ErrorCode.FILE_UPLOAD_ERROR,
    ],
)

read_interview = documented(
    summary="获取面试会话详情 · Read an interview",
    tags=["interviews"],
    operation_id="read_interview",
    parameters=[_ID],
    response=InterviewRepresentation,
    example_response=INTERVIEW_EXAMPLE,
    codes=[ErrorCode.INTERVIEW_NOT_FOUND],
)

delete_interview = documented(
    summary="删除面试会话（需登录） · Delete an interview (signed in only)",
    description=(
        "连同消息、计划、评估、反馈和简历文件。 · With its messages, plan, assessments, feedback and "
        "résumé file."
    ),
    tags=["interviews"],
    operation_id="delete_interview",
    parameters=[_ID],
    response=None,
    example_response=None,
    example_message="面试已删除",
    codes=[ErrorCode.NOT_AUTHENTICATED, ErrorCode.INTERVIEW_NOT_FOUND],
)

export_interview = documented(
    summary="导出面试的全部数据（需登录） · Everything held about an interview (signed in only)",
    tags=["interviews"],
    operation_id="export_interview",
    parameters=[_ID],
    response=ExportRepresentation,
    example_response=EXPORT_EXAMPLE,
    codes=[ErrorCode.NOT_AUTHENTICATED, ErrorCode.INTERVIEW_NOT_FOUND],
)

end_interview = documented(
    summary="结束面试会话 · End an interview",
    description=(
        "可以重复调用。模型失败时是 500 `AI_SERVICE_ERROR`：面试仍是 `active`，但不再收回答"
        "（409 `INTERVIEW_ENDED`），再调用一次即可。 · May be called again. Where a model fails it is "
        "500 `AI_SERVICE_ERROR`: the interview stays `active` but takes no more answers (409 "
        "`INTERVIEW_ENDED`); call it once more."
    ),
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
    read_in_vain=True,
)

skip_question = _command("跳过当前问题 · Skip the question", "skip_question", pausable=True)

ask_for_hint = _command("要一个提示 · Ask for a hint", "ask_for_hint", pausable=True)

pause_interview = _command("暂停面试 · Pause the interview", "pause_interview", paused=True)

resume_interview = _command("继续面试 · Resume the interview", "resume_interview")

retry_turn = _command("重试失败的回复 · Try a failed reply again", "retry_turn", turn="due")

list_messages = documented(
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

send_message = documented(
    summary="发送面试消息 · Send a message",
    description=(
        "面试官的回复在响应之后产生，经 WebSocket 与消息历史获取；`sender_type` 为 `interviewer` 时"
        "必须给出已有的 `interviewer_id`；其他发送者不必给出，给了不存在的也是 422。 · The interviewers' reply is worked out after the "
        "response; it comes by WebSocket and in the history. With the `sender_type` "
        "`interviewer`, the `interviewer_id` of an existing one is required; other senders leave it "
        "out, and one that does not exist is 422 there too."
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
        ErrorCode.PERMISSION_DENIED,
        ErrorCode.INTERVIEW_NOT_FOUND,
        ErrorCode.VALIDATION_ERROR,
        ErrorCode.INTERVIEW_ENDED,
        ErrorCode.INTERVIEW_PAUSED,
    ],
)

read_feedback = documented(
    summary="获取面试反馈 · Read the feedback",
    tags=["feedback"],
    operation_id="read_feedback",
    parameters=[_ID],
    response=FeedbackRepresentation,
    example_response=FEEDBACK_EXAMPLE,
    codes=[ErrorCode.INTERVIEW_NOT_FOUND, ErrorCode.FEEDBACK_NOT_FOUND],
)
