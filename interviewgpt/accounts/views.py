"""The endpoints under ``/api/auth``: parse, call, answer."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer

from interviewgpt.accounts import services, tokens
from interviewgpt.accounts.serializers import (
    TOKENS_EXAMPLE,
    CredentialsSerializer,
    RefreshSerializer,
    RegisterSerializer,
    TokensRepresentation,
)
from interviewgpt.api.errors import ErrorCode
from interviewgpt.api.parsing import StrictJSONParser
from interviewgpt.api.responses import ok
from interviewgpt.api.schema import documented
from interviewgpt.api.viewsets import ApiView

__all__ = ["Refresh", "Register", "SignIn"]

_CREDENTIALS = {"username": "lin", "password": "correct horse battery"}


class _AuthView(ApiView):
    """Whoever asks is not signed in yet: a token they may still send along says nothing."""

    authentication_classes = []
    parser_classes = [StrictJSONParser]

    def fields(self, kind: type[Serializer[Any]]) -> dict[str, Any]:
        checked = kind(data=self.request.data)
        checked.is_valid(raise_exception=True)
        return dict(checked.validated_data)


class SignIn(_AuthView):
    @documented(
        summary="用户名和密码换取令牌 · Tokens for a user name and a password",
        description=(
            "令牌放在请求头 `Authorization: Bearer <access>` 里。 · The access token goes into the "
            "header `Authorization: Bearer <access>`."
        ),
        tags=["auth"],
        operation_id="sign_in",
        request=CredentialsSerializer,
        example_request=_CREDENTIALS,
        response=TokensRepresentation,
        example_response=TOKENS_EXAMPLE,
        example_invalid={"password": ["该字段是必填项。"]},
        codes=[ErrorCode.NOT_AUTHENTICATED],
    )
    def post(self, request: Request) -> Response:
        fields = self.fields(CredentialsSerializer)
        return ok(tokens.issue(services.sign_in(request=request._request, **fields)))


class Refresh(_AuthView):
    @documented(
        summary="换取新的访问令牌 · A new access token",
        tags=["auth"],
        operation_id="refresh_token",
        request=RefreshSerializer,
        example_request={"refresh": TOKENS_EXAMPLE["refresh"]},
        response=TokensRepresentation,
        example_response=TOKENS_EXAMPLE,
        example_invalid={"refresh": ["该字段是必填项。"]},
        codes=[ErrorCode.NOT_AUTHENTICATED],
    )
    def post(self, request: Request) -> Response:
        return ok(tokens.renew(self.fields(RefreshSerializer)["refresh"]))


class Register(_AuthView):
    @documented(
        summary="注册 · Make an account",
        description=(
            "仅在需要登录（`INTERVIEWGPT_AUTH=jwt`）且开放注册时可用，否则为 403。 · Only where "
            "signing in is asked for (`INTERVIEWGPT_AUTH=jwt`) and registration is open; 403 "
            "otherwise."
        ),
        tags=["auth"],
        operation_id="register",
        request=RegisterSerializer,
        example_request=_CREDENTIALS,
        response=TokensRepresentation,
        example_response=TOKENS_EXAMPLE,
        example_message="账号已创建",
        example_invalid={"username": ["此用户名已被使用。"]},
        codes=[ErrorCode.PERMISSION_DENIED],
    )
    def post(self, request: Request) -> Response:
        fields = self.fields(RegisterSerializer)
        user = services.register(request=request._request, **fields)
        return ok(tokens.issue(user), _("The account has been made."))
