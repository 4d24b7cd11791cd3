"""A small API, mounted as the real one is, to look at the frame without the apps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.core.exceptions import ValidationError as ModelValidationError
from django.db import DatabaseError, InterfaceError, connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import include, path
from django.utils.translation import gettext
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import exceptions, serializers
from rest_framework.decorators import action
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from interviewgpt import docs, health
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.api.fields import CleanCharField, row_id
from interviewgpt.api.responses import ok
from interviewgpt.api.routers import ApiRouter
from interviewgpt.api.schema import documented
from interviewgpt.api.throttling import AddressThrottle, CreateThrottle
from interviewgpt.api.viewsets import ApiViewSet

SECRET = "hunter2 SELECT * FROM candidates"


class NoteSerializer(serializers.Serializer[Any]):
    title = CleanCharField(max_length=20)
    level = serializers.ChoiceField(choices=["easy", "hard"], default="easy")
    tags = serializers.ListField(child=CleanCharField(), required=False)


def _bad_sql() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT hunter2 FROM candidates")


def _raising(exception: Exception) -> Callable[[], None]:
    def fail() -> None:
        raise exception

    return fail


FAILURES: dict[str, Callable[[], Any]] = {
    "unknown": lambda: dict.fromkeys(["a"])[SECRET],
    "recursion": _raising(RecursionError(SECRET)),
    "sql": _bad_sql,
    "database": _raising(DatabaseError(SECRET)),
    "interface": _raising(InterfaceError(SECRET)),
    "http404": _raising(Http404(SECRET)),
    "notfound": _raising(exceptions.NotFound(SECRET)),
    "denied": _raising(PermissionDenied(SECRET)),
    "forbidden": _raising(exceptions.PermissionDenied(SECRET)),
    "anonymous": _raising(exceptions.NotAuthenticated()),
    "token": _raising(exceptions.AuthenticationFailed(SECRET)),
    "suspicious": _raising(SuspiciousOperation(SECRET)),
    "bad": _raising(BadRequest(SECRET)),
    "odd": _raising(exceptions.APIException(SECRET)),
    "teapot": _raising(exceptions.NotAcceptable(SECRET)),
    "model": _raising(ModelValidationError({"title": ["too plain", "too long"]})),
    "nested": _raising(
        # Fields of many items number them, whatever the stubs say.
        exceptions.ValidationError(cast(Any, {"tags": {0: ["first"], 2: [{"deep": ["second"]}]}}))
    ),
    "loose": _raising(exceptions.ValidationError(["one", "two"])),
    "paused": _raising(ApiError(ErrorCode.INTERVIEW_PAUSED)),
    "busy": _raising(ApiError(ErrorCode.AI_SERVICE_ERROR, "later", retry_after=2.2)),
}


class Notes(ApiViewSet):
    lookup_url_kwarg = "note_id"
    throttle_classes = [AddressThrottle, CreateThrottle]

    @documented(
        summary="笔记 · Notes",
        response=NoteSerializer(many=True),
        example_response=[{"title": "甲", "level": "easy"}],
        codes=[ErrorCode.VALIDATION_ERROR],
        tags=["notes"],
    )
    def list(self, request: Request) -> Response:
        return ok([{"title": "甲", "level": "easy"}])

    @documented(
        summary="新笔记 · A new note",
        request={"application/json": NoteSerializer, "multipart/form-data": NoteSerializer},
        response=NoteSerializer,
        example_request={"title": "甲"},
        example_response={"title": "甲", "level": "easy"},
        example_message="已保存。",
        example_invalid={"title": ["该字段是必填项。"]},
        tags=["notes"],
    )
    def create(self, request: Request) -> Response:
        serializer = NoteSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        return ok(serializer.validated_data, gettext("This field is required."))

    @documented(
        summary="一条笔记 · One note",
        response=NoteSerializer,
        example_response={"title": "甲", "level": "easy"},
        codes=[ErrorCode.INTERVIEW_NOT_FOUND],
        parameters=[OpenApiParameter("note_id", int, OpenApiParameter.PATH)],
        tags=["notes"],
    )
    def retrieve(self, request: Request, note_id: str) -> Response:
        found = row_id(note_id)
        if found is None or found > 9:
            raise ApiError(ErrorCode.INTERVIEW_NOT_FOUND)
        return ok({"title": str(found), "level": "easy"})

    @documented(
        summary="失败 · Fail",
        response=None,
        example_response=None,
        codes=[ErrorCode.INTERVIEW_PAUSED, ErrorCode.AI_SERVICE_ERROR],
        parameters=[OpenApiParameter("kind", str, OpenApiParameter.PATH)],
        tags=["notes"],
    )
    @action(detail=False, url_path="failures/(?P<kind>[a-z0-9]+)")
    def failures(self, request: Request, kind: str) -> Response:
        FAILURES[kind]()
        return ok()


class Nobodys(BasePermission):
    def has_permission(self, request: Request, view: Any) -> bool:
        raise ApiError(ErrorCode.PERMISSION_DENIED)


class Locked(ApiViewSet):
    """What nobody may see."""

    permission_classes = [Nobodys]
    throttle_classes = [AddressThrottle]

    @extend_schema(exclude=True)
    def list(self, request: Request) -> Response:
        return ok([])


def plain(request: HttpRequest, kind: str) -> HttpResponse:
    """A view outside DRF."""
    if kind == "method":
        return HttpResponseNotAllowed(["PUT"])
    FAILURES[kind]()
    return HttpResponse("fine")


router = ApiRouter()
router.register("notes", Notes, basename="note")
router.register("locked", Locked, basename="locked")

pages = ([path("practice", plain, {"kind": "page"}, name="start")], "pages")

urlpatterns = [
    *health.urlpatterns,
    *docs.urlpatterns,
    path("api/", include(router.urls)),
    path("api/plain/<str:kind>", plain),
    path("plain/<str:kind>", plain),
    path("", include(pages)),
]

handler400 = "interviewgpt.errorpages.bad_request"
handler403 = "interviewgpt.errorpages.permission_denied"
handler404 = "interviewgpt.errorpages.page_not_found"
handler500 = "interviewgpt.errorpages.server_error"
