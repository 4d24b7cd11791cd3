"""Signing in by the API: tokens, their renewal, new accounts, and everything that is refused."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken

from interviewgpt.accounts import tokens
from interviewgpt.accounts.principals import NOBODY, Principal
from interviewgpt.api.errors import ApiError

pytestmark = pytest.mark.django_db

PASSWORD = "quiet-harbour-7"
TOKEN, REGISTER, REFRESH = "/api/auth/token", "/api/auth/register", "/api/auth/refresh"


@pytest.fixture
def user() -> User:
    return User.objects.create_user("lin", password=PASSWORD)


@pytest.fixture
def jwt(settings: Any) -> None:
    settings.AUTH = "jwt"


def post(client: Client, path: str, **body: Any) -> Any:
    return client.post(path, json.dumps(body), content_type="application/json")


def listing(client: Client, access: str) -> Any:
    return client.get("/api/interviews", headers={"Authorization": f"Bearer {access}"})


def expect_refusal(response: Any, status: int = 401, code: str = "NOT_AUTHENTICATED") -> Any:
    assert response.status_code == status, response.content
    error = response.json()["error"]
    assert error["code"] == code
    if status == 401:
        assert response["WWW-Authenticate"] == "Bearer"
    return error


# --- Signing in -----------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["open", "jwt"])
@pytest.mark.parametrize("slash", ["", "/"])
def test_a_name_and_a_password_are_worth_tokens(
    client: Client, user: User, settings: Any, mode: str, slash: str
) -> None:
    settings.AUTH = mode
    response = post(client, TOKEN + slash, username="lin", password=PASSWORD)
    assert response.status_code == 200
    data = response.json()["data"]
    assert list(data) == ["access", "refresh", "token_type", "expires_in", "user"]
    assert data["user"] == {"id": user.pk, "username": "lin", "is_staff": False}
    assert (data["token_type"], data["expires_in"]) == ("Bearer", 1800)
    assert listing(client, data["access"]).status_code == 200
    assert not response.cookies


@pytest.mark.parametrize(
    ("name", "password"), [("lin", "wrong"), ("nobody", PASSWORD), ("LIN", PASSWORD)]
)
def test_wrong_ones_are_refused_alike(client: Client, user: User, name: str, password: str) -> None:
    error = expect_refusal(post(client, TOKEN, username=name, password=password))
    assert error["message"] == "用户名或密码不正确。"


def test_an_account_that_is_switched_off_cannot_sign_in(client: Client, user: User) -> None:
    User.objects.update(is_active=False)
    expect_refusal(post(client, TOKEN, username="lin", password=PASSWORD))


@pytest.mark.parametrize("path", [TOKEN, REGISTER, REFRESH])
@pytest.mark.parametrize("value", [None, 7, "", [], "x\0", "\ud800", "x" * 5000])
def test_bad_fields_are_named(client: Client, path: str, value: Any) -> None:
    fields = {"refresh": value} if path == REFRESH else {"username": value, "password": value}
    error = expect_refusal(post(client, path, **fields), 422, "VALIDATION_ERROR")
    assert set(error["details"]) == set(fields)


@pytest.mark.parametrize("path", [TOKEN, REGISTER, REFRESH, "/api/auth/token/refresh"])
def test_other_ways_to_ask_are_told(client: Client, path: str) -> None:
    expect_refusal(client.get(path), 405, "METHOD_NOT_ALLOWED")
    expect_refusal(client.post(path, {"a": 1}), 415, "UNSUPPORTED_MEDIA_TYPE")
    broken = client.post(path, "{", content_type="application/json")
    expect_refusal(broken, 400, "VALIDATION_ERROR")


def test_guessing_is_slowed_down(client: Client, user: User, settings: Any) -> None:
    rates = settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"]
    settings.REST_FRAMEWORK = {
        **settings.REST_FRAMEWORK,
        "DEFAULT_THROTTLE_RATES": {**rates, "login": "3/hour"},
    }
    for _ in range(5):
        assert post(client, TOKEN, username="lin", password=PASSWORD).status_code == 200
    for _ in range(3):
        expect_refusal(post(client, TOKEN, username="lin", password="guess"))
    error = expect_refusal(post(client, TOKEN, username="lin", password=PASSWORD), 429, "THROTTLED")
    assert 1190 <= error["details"]["retry_after"] <= 1200
    # The name is slowed down whoever asks, the address whatever name it tries.
    elsewhere = Client(REMOTE_ADDR="203.0.113.9")
    expect_refusal(post(elsewhere, TOKEN, username="Lin", password="guess"), 429, "THROTTLED")
    expect_refusal(post(client, TOKEN, username="wei", password="guess"), 429, "THROTTLED")
    expect_refusal(post(elsewhere, TOKEN, username="wei", password="guess"), 401)


# --- Tokens ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [REFRESH, f"{REFRESH}/", "/api/auth/token/refresh"])
def test_a_refresh_token_is_worth_a_new_access_token(client: Client, user: User, path: str) -> None:
    pair = tokens.issue(user)
    data = post(client, path, refresh=pair["refresh"]).json()["data"]
    assert data["refresh"] == pair["refresh"]
    assert data["user"] == pair["user"]
    assert listing(client, data["access"]).status_code == 200


def _expired(user: User, kind: Any) -> str:
    token = kind.for_user(user)
    token.set_exp(lifetime=timedelta(seconds=-1))
    return str(token)


def _forged(user: User, kind: Any) -> str:
    head, body, signature = str(kind.for_user(user)).split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=="))
    claims["user_id"] = "1"
    body = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"{head}.{body}.{signature}"


def _unsigned(user: User, kind: Any) -> str:
    _head, body, _signature = str(kind.for_user(user)).split(".")
    return base64.urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=") + f".{body}."


def _nested(user: User, kind: Any) -> str:
    return base64.urlsafe_b64encode(b"[" * 1400).decode().rstrip("=") + ".e30.e30"


def _of_the_other_kind(user: User, kind: Any) -> str:
    return str((RefreshToken if kind is AccessToken else AccessToken).for_user(user))


def _of_somebody_gone(user: User, kind: Any) -> str:
    token = str(kind.for_user(user))
    user.delete()
    return token


def _of_an_account_switched_off(user: User, kind: Any) -> str:
    token = str(kind.for_user(user))
    User.objects.filter(pk=user.pk).update(is_active=False)
    return token


def _had_with_an_old_password(user: User, kind: Any) -> str:
    token = str(kind.for_user(user))
    user.set_password("another-harbour-8")
    user.save()
    return token


BAD: list[Callable[[User, Any], str]] = [
    lambda user, kind: "x",
    lambda user, kind: "a.b.c",
    lambda user, kind: "x" * 3000,
    _expired,
    _forged,
    _unsigned,
    _nested,
    _of_the_other_kind,
    _of_somebody_gone,
    _of_an_account_switched_off,
    _had_with_an_old_password,
]


@pytest.mark.parametrize("spoil", BAD)
def test_tokens_that_are_no_good(client: Client, user: User, jwt: None, spoil: Any) -> None:
    expect_refusal(listing(client, spoil(user, AccessToken)))


@pytest.mark.parametrize("spoil", BAD)
def test_refresh_tokens_that_are_no_good(client: Client, user: User, spoil: Any) -> None:
    expect_refusal(post(client, REFRESH, refresh=spoil(user, RefreshToken)))


def test_a_bad_token_matters_only_where_one_is_asked_for(client: Client, settings: Any) -> None:
    bad = {"Authorization": "Bearer x"}
    assert client.get("/api/interviewers", headers=bad).status_code == 200
    expect_refusal(client.get("/api/interviews", headers=bad))
    settings.AUTH = "jwt"
    expect_refusal(client.get("/api/interviewers", headers=bad))
    assert client.get("/api/interviewers").status_code == 200


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic bGluOng=", "Token x"])
def test_other_headers_are_nobodys(client: Client, header: str) -> None:
    expect_refusal(client.get("/api/interviews", headers={"Authorization": header}))


def test_the_scheme_may_be_written_in_any_case(client: Client, user: User) -> None:
    headers = {"Authorization": f"bearer {AccessToken.for_user(user)}"}
    assert client.get("/api/interviews", headers=headers).status_code == 200


def test_cookies_open_nothing_in_the_api(client: Client, user: User) -> None:
    client.force_login(user)
    expect_refusal(client.get("/api/interviews"))


def test_a_door_without_a_token_knows_nobody(user: User) -> None:
    good = str(AccessToken.for_user(user))
    assert tokens.token_principal(None, required=True) is NOBODY
    assert tokens.token_principal(good, required=True).user_id == user.pk
    assert tokens.token_principal("x", required=False) is NOBODY
    with pytest.raises(ApiError):
        tokens.token_principal("x", required=True)


def test_who_was_let_in_stands_while_token_and_account_are_what_they_were(user: User) -> None:
    person = Principal(user.pk, False, 2**33)
    late = Principal(user.pk, False, 1)
    staff = Principal(user.pk, True, 2**33)
    gone = Principal(user.pk + 1, False, None)
    everybody = {NOBODY, person, late, staff, gone}
    assert tokens.still_standing(everybody) == {NOBODY, person}
    User.objects.update(is_active=False)
    assert tokens.still_standing(everybody) == {NOBODY}


# --- New accounts ---------------------------------------------------------------------------


@pytest.mark.parametrize("slash", ["", "/"])
def test_anybody_may_register_where_accounts_are_asked_for(
    client: Client, jwt: None, slash: str
) -> None:
    response = post(client, REGISTER + slash, username="周宁", password=PASSWORD)
    assert response.status_code == 200, response.content
    data = response.json()["data"]
    made = User.objects.get(username="周宁")
    assert data["user"] == {"id": made.pk, "username": "周宁", "is_staff": False}
    assert (made.is_staff, made.is_superuser) == (False, False)
    assert listing(client, data["access"]).json()["data"] == []


@pytest.mark.parametrize(
    ("name", "password", "field"),
    [
        ("lin", PASSWORD, "username"),
        ("LIN", PASSWORD, "username"),
        ("a b", PASSWORD, "username"),
        ("wei", "short", "password"),
        ("wei", "password", "password"),
        ("wei", "8237419082", "password"),
        ("weizhang88", "weizhang88", "password"),
    ],
)
def test_what_is_refused_at_registration(
    client: Client, user: User, jwt: None, name: str, password: str, field: str
) -> None:
    response = post(client, REGISTER, username=name, password=password)
    error = expect_refusal(response, 422, "VALIDATION_ERROR")
    assert list(error["details"]) == [field]
    assert error["details"][field]
    assert User.objects.count() == 1


@pytest.mark.parametrize(("mode", "switch"), [("open", True), ("jwt", False)])
def test_registration_can_be_closed(client: Client, settings: Any, mode: str, switch: bool) -> None:
    settings.AUTH, settings.REGISTRATION = mode, switch
    response = post(client, REGISTER, username="wei", password=PASSWORD)
    expect_refusal(response, 403, "PERMISSION_DENIED")
    assert not User.objects.exists()


def test_accounts_cannot_be_made_by_the_dozen(client: Client, jwt: None, settings: Any) -> None:
    rates = settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"]
    settings.REST_FRAMEWORK = {
        **settings.REST_FRAMEWORK,
        "DEFAULT_THROTTLE_RATES": {**rates, "login": "2/min"},
    }
    answers = [post(client, REGISTER, username=f"wei{n}", password=PASSWORD) for n in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[-1]["Retry-After"]) >= 1


# --- Single-page applications ---------------------------------------------------------------


@pytest.mark.parametrize("path", [TOKEN, REFRESH, REGISTER, "/api/interviews/1/messages"])
def test_a_page_of_another_origin_may_send_the_token(client: Client, jwt: None, path: str) -> None:
    app = {"Origin": "http://localhost:5173"}
    asked = {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type",
    }
    preflight = client.options(path, headers={**app, **asked})
    assert preflight.status_code == 200
    assert "authorization" in preflight["Access-Control-Allow-Headers"]
    refused = client.get("/api/interviews/1/messages", headers=app)
    assert refused.status_code == 401
    assert refused["Access-Control-Allow-Origin"] == "*"
    assert "WWW-Authenticate" in refused["Access-Control-Expose-Headers"]


@pytest.mark.parametrize("mode", ["open", "jwt"])
def test_the_document_says_where_a_token_is_asked_for(
    client: Client, settings: Any, mode: str
) -> None:
    settings.AUTH = mode
    document = client.get("/openapi.json").json()
    assert document["components"]["securitySchemes"] == {
        "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
    }
    asked = {
        f"{method} {path}": operation.get("security")
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    }
    needed: list[Any] = [{"bearer": []}]
    optional: list[Any] = [*needed, {}]
    assert asked["get /api/interviews"] == asked["delete /api/interviews/{interview_id}"] == needed
    public = optional if mode == "open" else needed
    assert asked["post /api/interviews"] == asked["get /api/interviews/{interview_id}"] == public
    assert asked["get /api/interviewers"] == optional
    assert asked["post /api/auth/token"] in (None, [{}])
