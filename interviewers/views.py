"""The panel as the API shows it."""

from __future__ import annotations

from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from interviewers.models import Interviewer
from interviewgpt.api.responses import ok
from interviewgpt.api.schema import documented
from interviewgpt.api.viewsets import ApiViewSet
from interviewgpt.language import request_language
from interviewgpt.prepared import Select

__all__ = ["InterviewerViewSet"]


_DOCUMENTED = ("technical", "hr", "behavioral")
"""The types of interviewers as the API's document lists them; `sequence` tells who comes when."""

_PANEL = Select(lambda: Interviewer.objects.active().in_order().only("id", "role_zh", "role_en"))


class InterviewerViewSet(ApiViewSet):
    """The active interviewers and their order."""

    @documented(
        summary="获取所有可用的面试官类型 · List the interviewers",
        tags=["interviewers"],
        operation_id="list_interviewers",
        response={"type": "object", "additionalProperties": {"type": "string"}},
        example_response={
            "technical": "技术面试官",
            "hr": "HR面试官",
            "behavioral": "行为面试官",
        },
    )
    def list(self, request: Request) -> Response:
        language = request_language(request._request)
        roles = {member.id: member.role(language) for member in _PANEL.objects()}
        documented_first = [key for key in _DOCUMENTED if key in roles]
        return ok({key: roles[key] for key in dict.fromkeys((*documented_first, *roles))})

    @documented(
        summary="获取面试官面试顺序 · The order in which they speak",
        tags=["interviewers"],
        operation_id="list_sequence",
        response={"type": "array", "items": {"type": "string"}},
        example_response=["technical", "behavioral", "hr"],
    )
    @action(detail=False, methods=["get"], url_path="sequence")
    def sequence(self, request: Request) -> Response:
        return ok([member.id for member in _PANEL.objects()])
