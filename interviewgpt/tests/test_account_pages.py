"""Signing in, out and up on the pages, in both languages."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

pytestmark = pytest.mark.django_db

PASSWORD = "quiet-harbour-7"
LOGIN, REGISTER, TOKEN = "/demo/login/", "/demo/register/", "/demo/token/"
BACK = "/demo/interviews/?offset=20"


@pytest.fixture(autouse=True)
def jwt(settings: Any) -> None:
    settings.AUTH = "jwt"


@pytest.fixture
def user() -> User:
    return User.objects.create_user("lin", password=PASSWORD)


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def slow(settings: Any) -> None:
    rates = settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"]
    settings.REST_FRAMEWORK = {
        **settings.REST_FRAMEWORK,
        "DEFAULT_THROTTLE_RATES": {**rates, "login": "2/hour"},
    }


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        (LOGIN, {"zh": ["登录", "用户名", "密码", "注册一个"], "en": ["Sign in", "Make one"]}),
        (REGISTER, {"zh": ["注册账号", "用户名"], "en": ["Make an account", "User name"]}),
    ],
)
def test_pages_come_in_both_languages_and_run_nothing_else(
    client: Client, path: str, texts: dict[str, list[str]]
) -> None:
    for language, expected in texts.items():
        response = client.get(path, headers={"Accept-Language": language})
        page = response.content.decode()
        assert all(text in page for text in expected)
        assert "default-src 'self'" in response["Content-Security-Policy"]
        assert re.findall(r"<script|<style|\sstyle=|\son\w+=", page) == []


def test_signing_in_leads_back_to_where_one_was(client: Client, user: User) -> None:
    refused = client.get(BACK)
    assert refused.status_code == 302
    assert refused["Location"] == f"{LOGIN}?next=/demo/interviews/%3Foffset%3D20"
    form = {"username": "lin", "password": PASSWORD, "next": BACK}
    response = client.post(LOGIN, form)
    assert (response.status_code, response["Location"]) == (302, BACK)
    assert signed_in(client)
    assert client.get(LOGIN).status_code == 302


@pytest.mark.parametrize("target", ["https://elsewhere.example/", "//elsewhere.example", ""])
@pytest.mark.parametrize("path", [LOGIN, REGISTER])
def test_nobody_is_led_elsewhere(client: Client, user: User, path: str, target: str) -> None:
    name = "lin" if path == LOGIN else "wei"
    form = {"username": name, "password": PASSWORD, "next": target}
    response = client.post(path, form)
    assert (response.status_code, response["Location"]) == (302, "/demo/")


def test_a_wrong_password_is_told_and_slowed_down(
    client: Client, user: User, settings: Any
) -> None:
    slow(settings)
    wrong = {"username": "lin", "password": "wrong"}
    for _ in range(2):
        assert "用户名或密码不正确" in client.post(LOGIN, wrong).content.decode()
    page = client.post(LOGIN, {"username": "lin", "password": PASSWORD}).content.decode()
    assert "过于频繁" in page or "稍" in page
    assert not signed_in(client)


def test_the_admin_has_the_same_brake_and_lets_staff_in_alone(
    client: Client, user: User, settings: Any
) -> None:
    admin = "/admin/login/?next=/admin/"
    right = {"username": "lin", "password": PASSWORD}
    client.post(admin, right)
    assert not signed_in(client)
    User.objects.update(is_staff=True)
    client.post(admin, right)
    assert signed_in(client)
    client.logout()
    slow(settings)
    for _ in range(2):
        client.post(admin, {"username": "lin", "password": "wrong"})
    client.post(admin, right)
    assert not signed_in(client)


def test_registering_signs_in_at_once(client: Client) -> None:
    response = client.post(REGISTER, {"username": "lin", "password": PASSWORD})
    assert (response.status_code, response["Location"]) == (302, "/demo/")
    assert User.objects.get().username == "lin"
    assert signed_in(client)


@pytest.mark.parametrize(
    ("name", "password", "text"),
    [
        ("lin", PASSWORD, "此用户名已被使用"),
        ("wei", "short", "至少需要 8 个字符"),
        ("", PASSWORD, "必填"),
        ("a b", PASSWORD, "用户名"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    client: Client, user: User, name: str, password: str, text: str
) -> None:
    page = client.post(REGISTER, {"username": name, "password": password}).content.decode()
    (said,) = re.findall(r'field-error" role="alert">([^<]+)<', page)[:1]
    assert text in said
    assert User.objects.count() == 1
    wrong = re.findall(r'<input[^>]*aria-invalid="true"[^>]*>', page)
    described = " ".join(re.findall(r'aria-describedby="([^"]+)"', " ".join(wrong))).split()
    assert any(key.endswith("_error") for key in described)
    assert all(f'id="{key}"' in page for key in described)


def test_what_a_password_needs_is_said_before_it_is_refused(client: Client) -> None:
    page = client.get(REGISTER).content.decode()
    assert 'id="id_password_helptext">至少 8 个字符' in page


def test_where_registration_is_closed_there_is_no_page(client: Client, settings: Any) -> None:
    settings.REGISTRATION = False
    assert client.get(REGISTER).status_code == 404
    assert "注册一个" not in client.get(LOGIN).content.decode()


def test_signing_out_is_a_form_and_ends_the_session(client: Client, user: User) -> None:
    client.force_login(user)
    page = client.get("/demo/").content.decode()
    assert "我的面试" in page
    assert "退出登录" in page
    assert client.get("/demo/logout/").status_code == 405
    assert client.post("/demo/logout/").status_code == 302
    assert not signed_in(client)


def test_in_open_mode_pages_do_not_speak_of_accounts(
    client: Client, user: User, settings: Any
) -> None:
    settings.AUTH = "open"
    for _ in range(2):
        page = client.get("/demo/").content.decode()
        assert not re.search("登录|我的面试", page)
        assert '"session": null' in page
        client.force_login(user)


def test_a_page_gets_a_token_and_renews_it_by_its_session(client: Client, user: User) -> None:
    assert client.get(TOKEN).status_code == 401
    client.force_login(user)
    response = client.get(TOKEN)
    assert "no-store" in response["Cache-Control"]
    assert response.json()["expires_in"] == 1800
    headers = {"Authorization": f"Bearer {response.json()['access']}"}
    assert Client().get("/api/interviews", headers=headers).status_code == 200
    page = client.get("/demo/")
    assert '"renew": "/demo/token/"' in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    User.objects.update(is_active=False)
    assert client.get(TOKEN).status_code == 401
