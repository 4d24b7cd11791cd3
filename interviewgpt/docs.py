"""The API's documents: Swagger UI, ReDoc and the OpenAPI document itself.

Everything a page needs comes from this server, and its Content-Security-Policy says so.
"""

from __future__ import annotations

import hashlib
import json
import threading
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import re_path, reverse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt
from drf_spectacular.generators import SchemaGenerator

from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.errorpages import error_answer

__all__ = ["openapi_document", "urlpatterns"]

_REDOC = "drf_spectacular_sidecar/redoc/bundles/redoc.standalone.js"
_REDOC_LOGO = b"https://cdn.redoc.ly/redoc/logo-mini.svg"
_NO_LOGO = b"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"
_POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "worker-src blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
)
_guard = threading.Lock()


@cache
def _document(urlconf: str, auth: str) -> bytes:
    with translation.override("zh-hans"):
        generator = SchemaGenerator(urlconf=urlconf)  # type: ignore[no-untyped-call]
        schema = generator.get_schema(public=True)  # type: ignore[no-untyped-call]
        return json.dumps(schema, ensure_ascii=False, indent=1, default=str).encode("utf-8")


def openapi_document() -> bytes:
    """The OpenAPI document as JSON. It is made once: it depends on the code, and on who may do
    what by the settings."""
    with _guard:
        return _document(settings.ROOT_URLCONF, settings.AUTH)


@cache
def _redoc_script() -> bytes:
    """ReDoc as vendored, but for the one picture it would fetch from its makers."""
    path = finders.find(_REDOC)
    if not isinstance(path, str):
        raise FileNotFoundError(_REDOC)
    return Path(path).read_bytes().replace(_REDOC_LOGO, _NO_LOGO)


def _refused(request: HttpRequest) -> HttpResponse | None:
    if request.method in ("GET", "HEAD"):
        return None
    headers = {"Allow": "GET, HEAD"}
    return error_answer(request, ApiError(ErrorCode.METHOD_NOT_ALLOWED, headers=headers))


def _file(request: HttpRequest, content: bytes, content_type: str) -> HttpResponse:
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": etag, "Cache-Control": "no-cache"}
    response = HttpResponse(content, content_type=content_type, headers=headers)
    answer = get_conditional_response(request, etag=etag, response=response)
    return response if answer is None else answer


def _page(request: HttpRequest, template: str) -> HttpResponse:
    context = {"title": settings.SPECTACULAR_SETTINGS["TITLE"], "document": reverse("openapi")}
    response = render(request, template, context)
    response["Content-Security-Policy"] = _POLICY
    return response


@csrf_exempt
def openapi(request: HttpRequest) -> HttpResponse:
    return _refused(request) or _file(request, openapi_document(), "application/json")


@csrf_exempt
def swagger(request: HttpRequest) -> HttpResponse:
    return _refused(request) or _page(request, "docs/swagger.html")


@csrf_exempt
def redoc(request: HttpRequest) -> HttpResponse:
    return _refused(request) or _page(request, "docs/redoc.html")


@csrf_exempt
def redoc_script(request: HttpRequest) -> HttpResponse:
    return _refused(request) or _file(request, _redoc_script(), "text/javascript")


urlpatterns = [
    re_path(r"^docs/?\Z", swagger, name="docs"),
    re_path(r"^redoc/?\Z", redoc, name="redoc"),
    re_path(r"^redoc/redoc\.js\Z", redoc_script, name="redoc-script"),
    re_path(r"^openapi\.json/?\Z", openapi, name="openapi"),
]
