"""The policy, tried at every door: each address, page and frame, by everybody, in both modes.

The table is held against the URL conf: an address without a row fails the test.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from rest_framework_simplejwt.tokens import AccessToken

from interviewgpt.db import in_db
from interviews.access import Deed
from interviews.models import Interview, Language
from interviews.tests.support import sit

ROLES = ("nobody", "other", "owner", "staff")
MODES = ("open", "jwt")

# What comes of it: "ok", an error code, or "login" for a page that asks to sign in.
EVERYBODY = "ok ok ok ok"
SIGN_IN, NONE, DENIED = "NOT_AUTHENTICATED", "INTERVIEW_NOT_FOUND", "PERMISSION_DENIED"
OWNERS = f"{SIGN_IN} {NONE} ok ok"
SIGNED_IN = f"{SIGN_IN} ok ok ok"
PAGE = f"login {NONE} ok ok"
NO_FILE = "NOT_FOUND NOT_FOUND"
LATER = "FEEDBACK_NOT_FOUND"
ADMIN = "login login login ok"

# Method and address: what comes of it in open mode, and where signing in is asked for.
TABLE: dict[str, tuple[str, str]] = {
    "GET /": (EVERYBODY, EVERYBODY),
    "GET /health": (EVERYBODY, EVERYBODY),
    "GET /docs": (EVERYBODY, EVERYBODY),
    "GET /redoc": (EVERYBODY, EVERYBODY),
    "GET /redoc/redoc.js": (EVERYBODY, EVERYBODY),
    "GET /openapi.json": (EVERYBODY, EVERYBODY),
    "GET /metrics": ("NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND",) * 2,
    "POST /api/auth/token": (EVERYBODY, EVERYBODY),
    "POST /api/auth/refresh": (EVERYBODY, EVERYBODY),
    "POST /api/auth/token/refresh": (EVERYBODY, EVERYBODY),
    "POST /api/auth/register": (f"{DENIED} {DENIED} {DENIED} {DENIED}", EVERYBODY),
    "GET /api/interviewers": (EVERYBODY, EVERYBODY),
    "GET /api/interviewers/sequence": (EVERYBODY, EVERYBODY),
    "GET /api/interviews": (SIGNED_IN, SIGNED_IN),
    "POST /api/interviews": (EVERYBODY, SIGNED_IN),
    "GET /api/interviews/{interview_id}": (EVERYBODY, OWNERS),
    "DELETE /api/interviews/{interview_id}": (OWNERS, OWNERS),
    "GET /api/interviews/{interview_id}/export": (OWNERS, OWNERS),
    "GET /api/interviews/{interview_id}/messages": (EVERYBODY, OWNERS),
    "POST /api/interviews/{interview_id}/messages": (EVERYBODY, OWNERS),
    "GET /api/interviews/{interview_id}/feedback": (
        f"{LATER} {LATER} {LATER} {LATER}",
        f"{SIGN_IN} {NONE} {LATER} {LATER}",
    ),
    "POST /api/interviews/{interview_id}/skip": (EVERYBODY, OWNERS),
    "POST /api/interviews/{interview_id}/hint": (EVERYBODY, OWNERS),
    "POST /api/interviews/{interview_id}/pause": (EVERYBODY, OWNERS),
    "POST /api/interviews/{interview_id}/resume": (EVERYBODY, OWNERS),
    "POST /api/interviews/{interview_id}/retry": (EVERYBODY, OWNERS),
    "POST /api/interviews/{interview_id}/end": (EVERYBODY, OWNERS),
    "GET /demo/": (EVERYBODY, "login ok ok ok"),
    "GET /demo/interviews/": ("login ok ok ok", "login ok ok ok"),
    "GET /demo/interviews/{interview_id}/": (EVERYBODY, PAGE),
    "GET /demo/interviews/{interview_id}/export/": (PAGE, PAGE),
    "POST /demo/interviews/{interview_id}/delete/": (PAGE, PAGE),
    "GET /demo/interviews/{interview_id}/report/": (EVERYBODY, PAGE),
    "GET /demo/interviews/{interview_id}/report.json": (EVERYBODY, PAGE),
    "GET /demo/interviews/{interview_id}/report.md": (EVERYBODY, PAGE),
    "GET /demo/interviews/{interview_id}/report.pdf": (EVERYBODY, PAGE),
    "POST /demo/language/": (EVERYBODY, EVERYBODY),
    "GET /demo/login/": (EVERYBODY, EVERYBODY),
    "POST /demo/logout/": (EVERYBODY, EVERYBODY),
    "GET /demo/register/": ("NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND", EVERYBODY),
    "GET /demo/token/": (SIGNED_IN, SIGNED_IN),
    "GET /uploads/resumes/{name}": (f"{NO_FILE} NOT_FOUND ok", f"{NO_FILE} ok ok"),
    "GET /admin/": (ADMIN, ADMIN),
}

MESSAGE = {"content": "我先看慢查询日志。", "sender_type": "user"}
PANEL_MESSAGE = {"content": "请坐。", "sender_type": "interviewer", "interviewer_id": "hr"}
BODIES: dict[str, Any] = {
    "POST /api/interviews": {"position": "后端工程师"},
    "POST /api/interviews/{interview_id}/messages": MESSAGE,
    "POST /api/auth/token": {"username": "owner", "password": "quiet-harbour-7"},
}


@pytest.fixture
def people(db: None) -> dict[str, User]:
    make = User.objects.create_user
    return {
        "other": make("other"),
        "owner": make("owner", password="quiet-harbour-7"),
        "staff": make("staff", is_staff=True),
    }


def interview_of(owner: User, **more: Any) -> Interview:
    """The least of an interview: no plan, no message."""
    fields = {
        "position": "后端工程师",
        "difficulty": "medium",
        "language": Language.ZH,
        "family": "backend",
        "engine": "builtin",
        "panel": ["technical"],
        "current_interviewer": "technical",
    }
    return Interview.objects.create(owner=owner, **{**fields, **more})


def visitor(people: dict[str, User], role: str, address: str) -> Client:
    """A client as that person has it: a token for the API, a session for pages."""
    if role == "nobody":
        return Client()
    if address.startswith("/api"):
        token = AccessToken.for_user(people[role])
        return Client(headers={"Authorization": f"Bearer {token}"})
    client = Client()
    client.force_login(people[role])
    return client


def outcome(response: Any) -> str:
    """What came of a request, as the table says it."""
    if response.status_code < 300:
        return "ok"
    if response.status_code < 400:
        return "login" if "/login/" in response["Location"] else "ok"
    code: str = response.json()["error"]["code"]
    return code


# --- The table is whole ---------------------------------------------------------------------


def addresses(patterns: list[Any], prefix: str = "") -> Iterator[str]:
    """Method and address of everything the URL conf answers to; the admin is one."""
    for entry in patterns:
        route = prefix + _readable(entry.pattern)
        if route.startswith("/admin"):
            yield "GET /admin/"
        elif isinstance(entry, URLResolver):
            yield from addresses(entry.url_patterns, route)
        else:
            yield from (f"{method} {route}" for method in _methods(entry, route))


def _readable(pattern: Any) -> str:
    text = str(pattern).removeprefix("^").removesuffix(r"\Z").removesuffix("/?")
    text = re.sub(r"\(\?P<(\w+)>\[\^/\]\+\)", r"{\1}", text.replace(r"\.", "."))
    return re.sub(r"<\w+:(\w+)>", r"{\1}", text)


def _methods(entry: URLPattern, route: str) -> list[str]:
    actions = getattr(entry.callback, "actions", None)
    if actions:
        return sorted({method.upper() for method in actions} - {"HEAD"})
    view = getattr(entry.callback, "cls", None)
    if view is not None:
        return [name.upper() for name in ("get", "post", "delete") if hasattr(view, name)]
    # A plain view does not tell; the table says which of the two it is.
    return ["POST"] if f"POST {route}" in TABLE else ["GET"]


def test_every_address_has_a_row() -> None:
    found = set(addresses(get_resolver().url_patterns, "/"))
    assert found == set(TABLE)


@pytest.mark.parametrize("row", [row for row in TABLE if "/api/interviews/{" in row])
@pytest.mark.django_db
def test_ids_cannot_be_told_from_the_answers(row: str, people: Any, settings: Any) -> None:
    """Another's interview, one that never was, and an id that cannot be one: the same to the
    letter."""
    settings.AUTH = "jwt"
    method, address = row.split(" ")
    client = visitor(people, "other", address)
    answers = set()
    for key in (interview_of(people["owner"]).pk, 10**9, "abc"):
        body = json.dumps(BODIES.get(row, {}))
        path = address.replace("{interview_id}", str(key))
        error = client.generic(method, path, body, "application/json").json()["error"]
        del error["timestamp"]
        answers.add(json.dumps(error))
    assert len(answers) == 1


# --- Everybody at every address -------------------------------------------------------------


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "row",
    [
        # Ending works in threads of its own, which see what is committed only.
        pytest.param(row, marks=pytest.mark.django_db(transaction=row.endswith("/end")))
        for row in TABLE
    ],
)
def test_who_may_do_what(row: str, mode: str, people: Any, settings: Any) -> None:
    settings.AUTH = mode
    method, address = row.split(" ")
    expected = dict(zip(ROLES, TABLE[row][MODES.index(mode)].split(), strict=True))
    assert {
        role: outcome(_ask(people, role, method, address, settings)) for role in ROLES
    } == expected


def _ask(people: dict[str, User], role: str, method: str, address: str, settings: Any) -> Any:
    name = f"{role}.pdf"
    interview = interview_of(
        people["owner"],
        resume_path=f"/uploads/resumes/{name}",
        # What has ended can be ended without anything to wait for.
        status="completed" if address.endswith("/end") else "active",
    )
    folder = Path(settings.MEDIA_ROOT) / "resumes"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(b"%PDF-1.4")
    path = address.replace("{interview_id}", str(interview.pk)).replace("{name}", name)
    client = visitor(people, role, address)
    if not address.startswith("/api"):
        return client.generic(method, path)
    body = BODIES.get(f"{method} {address}", {})
    if "refresh" in address:
        credentials = json.dumps(BODIES["POST /api/auth/token"])
        pair = Client().post("/api/auth/token", credentials, content_type="application/json")
        body = {"refresh": pair.json()["data"]["refresh"]}
    if "register" in address:
        body = {"username": f"new-{role}", "password": "quiet-harbour-7"}
    return client.generic(method, path, json.dumps(body), "application/json")


@pytest.mark.parametrize("sender", ["interviewer", "system"])
@pytest.mark.parametrize(
    ("mode", "expected"),
    [("open", EVERYBODY), ("jwt", f"{SIGN_IN} {NONE} {DENIED} ok")],
)
@pytest.mark.django_db
def test_who_may_speak_for_the_panel(
    mode: str, expected: str, sender: str, people: Any, settings: Any
) -> None:
    settings.AUTH = mode
    interview = interview_of(people["owner"])
    path = f"/api/interviews/{interview.pk}/messages"
    body = json.dumps({**PANEL_MESSAGE, "sender_type": sender})
    found = [
        outcome(visitor(people, role, path).post(path, body, content_type="application/json"))
        for role in ROLES
    ]
    assert " ".join(found) == expected
    assert interview.messages.count() == found.count("ok")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.django_db
def test_an_interview_belongs_to_who_created_it(mode: str, people: Any, settings: Any) -> None:
    settings.AUTH = mode
    body = json.dumps({"position": "后端工程师"})
    for role in ROLES:
        client = visitor(people, role, "/api/interviews")
        response = client.post("/api/interviews", body, content_type="application/json")
        if response.status_code == 200:
            owner = Interview.objects.get(pk=response.json()["data"]["id"]).owner
            assert owner == people.get(role)
        else:
            assert (mode, role, response.status_code) == ("jwt", "nobody", 401)


def test_an_unowned_interview_is_for_staff_where_signing_in_is_asked_for(
    people: Any, settings: Any
) -> None:
    settings.AUTH = "jwt"
    interview = interview_of(people["owner"])
    Interview.objects.update(owner=None)
    path = f"/api/interviews/{interview.pk}"
    found = [outcome(visitor(people, role, path).get(path)) for role in ROLES]
    assert found == [SIGN_IN, NONE, NONE, "ok"]


# --- Everybody at the WebSocket -------------------------------------------------------------

FRAMES: dict[str, tuple[str, Any]] = {
    "ping": ("ping", {}),
    "message": ("message", MESSAGE),
    "panel": ("message", PANEL_MESSAGE),
    "command": ("command", {"name": "pause"}),
}
CLOSES = {SIGN_IN: 4401, DENIED: 4403, NONE: 4404}


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.django_db(transaction=True)
async def test_who_may_send_what(mode: str, frame: str, settings: Any) -> None:
    settings.AUTH = mode
    people = await in_db(_people)
    open_to_all = dict.fromkeys(ROLES, "ok")
    expected = {
        "open": open_to_all,
        "jwt": {"nobody": SIGN_IN, "other": NONE, "owner": "ok", "staff": "ok"},
    }[mode]
    if (mode, frame) == ("jwt", "panel"):
        expected["owner"] = DENIED
    for role in ROLES:
        interview = await in_db(interview_of, people["owner"])
        token = str(AccessToken.for_user(people[role])) if role in people else ""
        async with sit(interview.pk, token=token) as room:
            first = await room.next()
            if first["type"] == "error":
                code = first["data"]["code"]
                assert (role, code) == (role, expected[role])
                assert await room.close_code() == CLOSES[code]
                continue
            kind, data = FRAMES[frame]
            await room.send(kind, data)
            answer = await room.next()
            refused = answer["type"] == "error"
            assert (role, answer["data"]["code"] if refused else "ok") == (role, expected[role])
            if refused:
                await room.send("ping", 1)
                await room.until("pong")


def _people() -> dict[str, User]:
    make = User.objects.create_user
    return {
        "other": make("other"),
        "owner": make("owner"),
        "staff": make("staff", is_staff=True),
    }


def test_the_policy_has_an_answer_for_every_deed() -> None:
    from interviews import access

    assert set(access._OPEN) == set(access._JWT) == set(Deed)
