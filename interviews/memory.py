"""What a candidate was asked before, and how a browser is known again.

A signed-in candidate is known by their account. In open mode the demo pages give a browser a
random name in a cookie; their start page sends it along, signed, when it creates an interview.
The API itself sets and reads no cookie: a client that sends nothing is somebody new every time.
"""

from __future__ import annotations

import secrets

from django.core import signing
from django.db.models import QuerySet

from interviewgpt.expressions import expression
from interviews.models import Interview, PlannedQuestion, PlanState

__all__ = [
    "COOKIE",
    "COOKIE_SECONDS",
    "asked_lately",
    "browser_name",
    "is_browser",
    "latest",
    "new_browser",
    "sign_browser",
]

COOKIE = "interviewgpt_browser"
COOKIE_SECONDS = 180 * 24 * 3600
LOOK_BACK = 3
"""So many interviews of a candidate are remembered when the next one is planned."""

_SALT = "interviews.browser"
_NAME = expression(r"[0-9a-f]{32}")
_SPOKEN = (PlanState.OPEN, PlanState.DONE, PlanState.SKIPPED)


def new_browser() -> str:
    return secrets.token_hex(16)


def is_browser(name: str) -> bool:
    return _NAME.fullmatch(name) is not None


def sign_browser(name: str) -> str:
    """The name as a page hands it to its script."""
    return signing.Signer(salt=_SALT).sign(name)


def browser_name(token: str) -> str:
    """The name in a token of ours, "" for anything else: who forges one is somebody new."""
    try:
        name = signing.Signer(salt=_SALT).unsign(token)
    except signing.BadSignature:
        return ""
    return name if is_browser(name) else ""


def latest(browser: str) -> QuerySet[Interview]:
    """The last interviews that a browser has begun and nobody owns, the newest first."""
    theirs = Interview.objects.filter(owner=None, browser=browser).order_by("-id")
    return theirs.only("position", "difficulty", "status", "overall_score", "created_at")[
        :LOOK_BACK
    ]


def asked_lately(*, owner_id: int | None, browser: str) -> frozenset[str]:
    """Keys of the questions that were put to the candidate in their last three interviews.

    The candidate is the owner, or without one the browser, or nobody who could be known.
    """
    if owner_id is not None:
        theirs = Interview.objects.filter(owner_id=owner_id)
    elif browser:
        theirs = Interview.objects.filter(owner=None, browser=browser)
    else:
        return frozenset()
    lately = list(theirs.order_by("-id").values_list("pk", flat=True)[:LOOK_BACK])
    asked = PlannedQuestion.objects.filter(interview_id__in=lately, state__in=_SPOKEN)
    return frozenset(asked.values_list("question_key", flat=True))
