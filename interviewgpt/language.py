"""Which of the two languages a request is answered in."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from interviewgpt.api.negotiation import weighted

__all__ = [
    "Language",
    "LanguageMiddleware",
    "active_code",
    "code_of",
    "header_language",
    "request_language",
]

Language = Literal["zh", "en"]

_CODES: dict[Language, str] = {"zh": "zh-hans", "en": "en"}
_COOKIELESS = ("/api", "/docs", "/redoc", "/openapi.json", "/health")


def code_of(language: str) -> str:
    """Django's name of the language, for ``translation.override`` and ``activate``."""
    return _CODES["en" if language == "en" else "zh"]


@lru_cache(maxsize=1024)
def header_language(header: str) -> Language:
    """The better wished for of Chinese and English in an ``Accept-Language`` header.

    Every kind of Chinese or English counts. Chinese where neither is named, and the one named
    first where both weigh the same.
    """
    best: Language = "zh"
    most = 0.0
    for value, weight in weighted(header):
        language = value.partition("-")[0]
        if weight > most and language in ("zh", "en", "*"):
            best, most = ("en" if language == "en" else "zh"), weight
    return best


def request_language(request: HttpRequest) -> Language:
    """The language of an API answer: ``Accept-Language`` alone, Chinese by default."""
    return header_language(request.headers.get("Accept-Language", ""))


def _reads_cookie(path: str) -> bool:
    return path != "/" and not any(
        path == start or path.startswith(f"{start}/") for start in _COOKIELESS
    )


def _chosen(request: HttpRequest) -> Language | None:
    """What the reader of a page has chosen with Django's ``set_language``."""
    value = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "").lower().partition("-")[0]
    if value == "en":
        return "en"
    return "zh" if value == "zh" else None


def active_code(request: HttpRequest) -> str:
    """Django's name of the language a request is answered in, page or API."""
    chosen = _chosen(request) if _reads_cookie(request.path_info) else None
    return code_of(chosen or request_language(request))


class LanguageMiddleware:
    """Makes the request's language the active one while it is worked on.

    Pages and the admin heed the language cookie first. The API and its documents, which are to
    be the same for everyone who asks alike, read ``Accept-Language`` alone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        code = active_code(request)
        with translation.override(code):
            request.LANGUAGE_CODE = code
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        if "Vary" in response.headers:
            patch_vary_headers(response, ["Accept-Language"])
        else:
            response.headers["Vary"] = "Accept-Language"
        if _reads_cookie(request.path_info):
            patch_vary_headers(response, ["Cookie"])
        return response
