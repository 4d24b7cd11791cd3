"""What browsers are told: policies on every kind of answer, cookies and HTTPS behind TLS."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("/demo/", "/docs", "/redoc", "/admin/login/", "/nowhere", "/demo/interviews/999999/")
DATA = ("/", "/health", "/openapi.json", "/api/interviewers", "/api/interviews/x", "/api/nowhere")
BROWSER = {"Accept": "text/html,application/xhtml+xml"}
PRODUCTION = {
    "INTERVIEWGPT_TLS": "1",
    "INTERVIEWGPT_AUTH": "jwt",
    "INTERVIEWGPT_HOSTS": "interviews.example",
    "INTERVIEWGPT_ORIGINS": "https://interviews.example",
    "INTERVIEWGPT_TRUSTED_PROXIES": "1",
    "INTERVIEWGPT_SECRET_KEY": "".join(chr(33 + number % 90) for number in range(60)),
}


def directives(answer: Any) -> dict[str, str]:
    policy = answer["Content-Security-Policy"]
    return dict((*part.strip().split(" ", 1), "")[:2] for part in policy.split(";"))


@pytest.mark.parametrize("path", [*PAGES, *DATA])
def test_every_answer_is_guarded(client: Client, path: str) -> None:
    answer = client.get(path, headers=BROWSER if path in PAGES else {})
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    rules = directives(answer)
    assert "'unsafe-inline'" not in rules.get("script-src", rules["default-src"])
    assert rules["default-src"] == ("'self'" if path in PAGES else "'none'")
    assert rules["frame-ancestors"] == "'none'"


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_a_script_in_it(client: Client, path: str) -> None:
    html = client.get(path, headers=BROWSER).content.decode()
    assert "<html" in html
    for script in re.findall(r"<script\b[^>]*>", html):
        assert "src=" in script or 'type="application/json"' in script
    assert not re.search(r"<[^>]+\son[a-z]+\s*=", html)


def test_cookies_stay_on_this_site(client: Client) -> None:
    get_user_model()._default_manager.create_superuser("admin", password="correct horse")
    client.get("/admin/login/")
    answer = client.post("/admin/login/", {"username": "admin", "password": "correct horse"})
    assert answer.status_code == 302
    assert {cookie["samesite"] for cookie in answer.cookies.values()} == {"Lax"}
    assert answer.cookies["sessionid"]["httponly"]


def manage(tmp_path: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    kept = {k: os.environ[k] for k in ("PATH", "HOME", "PYTHONPATH") if k in os.environ}
    environment = {**kept, **PRODUCTION, "INTERVIEWGPT_DATA_DIR": str(tmp_path), **changes}
    environment |= {"PYTEST_VERSION": "no file", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        check=False,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )


@pytest.mark.e2e
def test_in_production_the_secret_is_not_left_to_a_default(tmp_path: Path) -> None:
    done = manage(tmp_path, "check", INTERVIEWGPT_SECRET_KEY="")
    assert done.returncode == 1
    assert "INTERVIEWGPT_SECRET_KEY must be given" in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.e2e
def test_production_settings_pass_the_check_for_deployment_and_know_tls(tmp_path: Path) -> None:
    code = (
        "from django.core.management import call_command;"
        "call_command('check', deploy=True, fail_level='WARNING');"
        "from django.conf import settings; print(list(settings.DATA_DIR.iterdir()));"
        "from django.test import Client; c = Client(SERVER_NAME='interviews.example');"
        "far = {'X-Forwarded-Proto': 'https'};"
        "a = c.get('/admin/login/', headers=far);"
        "print(a.status_code, a['Strict-Transport-Security'], a.cookies['csrftoken']['secure']);"
        "b = c.get('/demo/'); print(b.status_code, b['Location']);"
        "print(c.get('/health').status_code in (200, 503))"
    )
    done = manage(tmp_path, "shell", "--no-imports", "-c", code)
    checked, *told = done.stdout.splitlines() or [""]
    assert "no issues" in checked, done.stderr
    assert told == [
        "[]",
        "200 max-age=31536000 True",
        "301 https://interviews.example/demo/",
        "True",
    ], done.stderr
