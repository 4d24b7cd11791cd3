"""The OpenAPI document says what really comes: the envelope, every error, an example of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from http import HTTPStatus
from typing import Any, TypeVar

from django.utils import translation
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent, is_list_serializer
from drf_spectacular.utils import (
    OpenApiExample,
    OpenApiParameter,
    OpenApiRequest,
    OpenApiResponse,
    extend_schema,
)

from interviewgpt.api import field_schemas  # noqa: F401 (found by its classes)
from interviewgpt.api.errors import ErrorCode
from interviewgpt.api.fields import CleanCharField
from interviewgpt.api.rendering import BareRenderer, envelope, error_envelope

__all__ = ["EnvelopeSchema", "documented", "without_slash"]

F = TypeVar("F", bound=Callable[..., Any])
Endpoint = tuple[str, str, str, Any]

JSON = "application/json"
FORM = "multipart/form-data"
MOMENT = "2024-01-01T00:00:00Z"

_ERROR_OBJECT = {
    "type": "object",
    "description": "错误对象，REST 与 WebSocket 相同 · The error object of REST and WebSocket alike",
    "required": ["code", "message", "timestamp"],
    "properties": {
        "code": {"type": "string", "enum": list(ErrorCode.values)},
        "message": {"type": "string"},
        "details": {
            "type": "object",
            "additionalProperties": True,
            "description": "VALIDATION_ERROR：字段 → 信息列表 · field → list of messages",
        },
        "timestamp": {"type": "string", "format": "date-time"},
        "request_id": {
            "type": "string",
            "description": (
                "本次请求的编号，也在响应头 X-Request-ID 和服务器日志中 · The request's id, as in the "
                "header X-Request-ID and in the server's log"
            ),
        },
    },
}
_ERROR_ENVELOPE = {
    "type": "object",
    "required": ["success", "error"],
    "properties": {
        "success": {"type": "boolean", "const": False},
        "error": {"$ref": "#/components/schemas/Error"},
    },
}
_RETRY_AFTER = {
    "Retry-After": {
        "description": "秒 · Seconds to wait",
        "schema": {"type": "integer", "minimum": 1},
    }
}


def without_slash(endpoints: Iterable[Endpoint]) -> list[Endpoint]:
    """Preprocessing hook: paths are documented without the slash that may end them."""
    return [
        (path.rstrip("/") or "/", regex, method, callback)
        for path, regex, method, callback in endpoints
    ]


def documented(
    *,
    summary: str,
    response: Any,
    example_response: Any,
    description: str = "",
    request: Any = None,
    encoding: Mapping[str, Any] | None = None,
    example_request: Mapping[str, Any] | None = None,
    example_message: str | None = None,
    example_invalid: Mapping[str, Sequence[str]] | None = None,
    codes: Iterable[ErrorCode] = (),
    parameters: Sequence[OpenApiParameter] = (),
    tags: Sequence[str] = (),
    operation_id: str | None = None,
    bare: bool = False,
    also: Mapping[int, Any] | None = None,
    read_in_vain: bool = False,
) -> Callable[[F], F]:
    """Describe one operation of a view.

    ``response`` is what ``data`` holds: a serializer (``many=True`` for a list), a JSON schema,
    or None for null. ``example_response`` is an example of it, ``example_message`` of the
    sentence beside it. ``request`` is a serializer, or a mapping of media type to serializer;
    ``example_request`` goes with all of them, ``encoding`` (of the fields of a form) with
    multipart. ``codes`` are the errors of the operation's own;
    those of every operation (and of every body, where there is one) are added by themselves.
    ``example_invalid`` is the ``details`` of the example of a 422. ``bare`` means no envelope,
    and ``also`` has examples of further statuses of a bare operation with the same schema.
    ``read_in_vain``: no body is wanted, but one that is sent is refused if it is malformed or large.
    """
    if request is not None and example_request is None:
        raise TypeError(f"The operation {summary!r} needs an example of its request.")
    value = example_response if bare else envelope(example_response, example_message)
    responses = {
        200: OpenApiResponse(response, examples=[OpenApiExample("200", value=value)]),
    }
    for status, example in (also or {}).items():
        responses[status] = OpenApiResponse(
            response, examples=[OpenApiExample(str(status), value=example)]
        )
    if request is not None or example_invalid is not None:
        codes = [*codes, ErrorCode.VALIDATION_ERROR]
    for status, grouped in _by_status(codes, has_body=request is not None).items():
        responses[status] = _error_response(grouped, status, example_invalid)
    if read_in_vain:
        responses[400] = _error_response([ErrorCode.VALIDATION_ERROR], 400)
        responses[413] = _error_response([ErrorCode.PAYLOAD_TOO_LARGE], 413)
    return extend_schema(
        summary=summary,
        description=description or None,
        operation_id=operation_id,
        tags=list(tags) or None,
        parameters=list(parameters),
        request=_request(request, example_request, encoding),
        responses=responses,
    )


def _request(
    request: Any, example: Mapping[str, Any] | None, encoding: Mapping[str, Any] | None
) -> Any:
    if request is None:
        return None
    bodies = request if isinstance(request, Mapping) else {JSON: request}
    return {
        media_type: OpenApiRequest(
            serializer,
            examples=[OpenApiExample("request", value=example)],
            encoding=dict(encoding) if encoding and media_type == FORM else None,
        )
        for media_type, serializer in bodies.items()
    }


def _by_status(codes: Iterable[ErrorCode], *, has_body: bool) -> dict[int, list[ErrorCode]]:
    grouped: dict[int, list[ErrorCode]] = {}
    for code in dict.fromkeys(codes):
        grouped.setdefault(code.status, []).append(code)
        if code is ErrorCode.VALIDATION_ERROR and has_body:
            grouped.setdefault(400, []).append(code)
    return grouped


def _in_both(code: ErrorCode) -> str:
    with translation.override("zh-hans"):
        chinese = str(code.label)
    with translation.override("en"):
        english = str(code.label)
    return chinese if chinese == english else f"{chinese} · {english}"


def _error_response(
    codes: Sequence[ErrorCode], status: int, invalid: Mapping[str, Sequence[str]] | None = None
) -> OpenApiResponse:
    return OpenApiResponse(
        {"$ref": "#/components/schemas/ErrorEnvelope"},
        description="\n\n".join(f"`{code.value}` {_in_both(code)}" for code in codes),
        examples=[_error_example(code, status, invalid) for code in codes],
    )


def _error_example(
    code: ErrorCode, status: int, invalid: Mapping[str, Sequence[str]] | None
) -> OpenApiExample:
    with translation.override("zh-hans"):
        error: dict[str, Any] = {"code": code.value, "message": str(code.label)}
    if code is ErrorCode.VALIDATION_ERROR and status == code.status:
        error["details"] = invalid or {"limit": ["应为整数。"]}
    if code is ErrorCode.THROTTLED:
        error["details"] = {"retry_after": 3}
    error["timestamp"] = MOMENT
    return OpenApiExample(code.value, value=error_envelope(error))


class EnvelopeSchema(AutoSchema):
    """drf-spectacular's inspector, which knows nothing of renderers, told about the envelope."""

    def _is_list_view(self, serializer: Any = None) -> bool:
        # Only what says many=True is a list, never an action because of its name.
        return bool(is_list_serializer(serializer))

    def get_operation_id(self) -> str:
        name = super().get_operation_id()
        if getattr(self.view, "action", None) == "list":
            return f"{name.removesuffix('_retrieve')}_list"
        return name

    def _is_bare(self) -> bool:
        return issubclass(self.view.renderer_classes[0], BareRenderer)

    def get_auth(self) -> list[dict[str, Any]]:
        """The bearer token; beside it nothing at all ({}) where the permissions let nobody in."""
        auths: list[dict[str, Any]] = super().get_auth()
        asked = [p for p in self.view.get_permissions() if hasattr(p, "lets_nobody_in")]
        if all(permission.lets_nobody_in(self.view, self.method) for permission in asked):
            auths.append({})
        return auths

    def _common_codes(self) -> list[ErrorCode]:
        codes = []
        if self.view.get_authenticators():
            codes.append(ErrorCode.NOT_AUTHENTICATED)
        if self.method in ("POST", "PUT", "PATCH") and self.get_request_serializer():
            codes += [
                ErrorCode.VALIDATION_ERROR,
                ErrorCode.PAYLOAD_TOO_LARGE,
                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
            ]
        if self.view.throttle_classes:
            codes.append(ErrorCode.THROTTLED)
        if not self._is_bare():
            codes.append(ErrorCode.DATABASE_ERROR)
        return [*codes, ErrorCode.INTERNAL_SERVER_ERROR]

    def _get_response_bodies(self, direction: Any = "response") -> dict[str, Any]:
        self._register_errors()
        bodies: dict[str, Any] = super()._get_response_bodies(direction)
        for status, codes in _by_status(self._common_codes(), has_body=True).items():
            missing = [code for code in codes if code.value not in _examples(bodies, status)]
            if not missing:
                continue
            added = self._get_response_for_code(_error_response(missing, status), str(status))
            present = bodies.setdefault(str(status), added)
            if present is not added:
                present["description"] += "\n\n" + added["description"]
                _examples(bodies, status).update(added["content"][JSON]["examples"])
        return dict(sorted(bodies.items()))

    def _register_errors(self) -> None:
        for name, schema in (("Error", _ERROR_OBJECT), ("ErrorEnvelope", _ERROR_ENVELOPE)):
            component = ResolvedComponent(  # type: ignore[no-untyped-call]
                # A copy: the generator's hooks change what they are given.
                name=name,
                type=ResolvedComponent.SCHEMA,
                schema=deepcopy(schema),
                object=name,
            )
            self.registry.register_on_missing(component)

    def _insert_field_validators(self, field: Any, schema: dict[str, Any]) -> None:
        """As usual, without the choice between what may be blank and nothing at all: our patterns
        allow both, and "one of" would refuse what fits twice."""
        super()._insert_field_validators(field, schema)  # type: ignore[no-untyped-call]
        if isinstance(field, CleanCharField) and "oneOf" in schema:
            schema.update(schema.pop("oneOf")[0])

    def _get_response_for_code(
        self,
        serializer: Any,
        status_code: str,
        media_types: list[str] | None = None,
        direction: Any = "response",
    ) -> dict[str, Any]:
        """As usual, with a success in its envelope, and examples taken as they were given."""
        examples: list[OpenApiExample] = []
        description = ""
        if isinstance(serializer, OpenApiResponse):
            examples = list(serializer.examples or [])
            description = str(serializer.description)
            serializer = serializer.response
        if serializer is None:
            serializer = {"type": "null"}
        body: dict[str, Any] = super()._get_response_for_code(  # type: ignore[no-untyped-call]
            serializer, status_code, media_types, direction
        )
        if not description and status_code >= "300":
            description = HTTPStatus(int(status_code)).phrase
        body["description"] = description or "成功 · Success"
        for content in body["content"].values():
            if status_code < "300" and not self._is_bare():
                content["schema"] = _success_envelope(content["schema"])
            if examples:
                content["examples"] = {item.name: {"value": item.value} for item in examples}
        if status_code == "429":
            body["headers"] = {**body.get("headers", {}), **_RETRY_AFTER}
        return body


def _examples(bodies: Mapping[str, Any], status: int) -> dict[str, Any]:
    content = bodies.get(str(status), {}).get("content", {}).get(JSON, {})
    examples: dict[str, Any] = content.setdefault("examples", {})
    return examples


def _success_envelope(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["success", "data"],
        "properties": {
            "success": {"type": "boolean", "const": True},
            "data": data,
            "message": {"type": "string"},
        },
    }
