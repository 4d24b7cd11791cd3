"""The demo pages as the server sends them: languages, redirects, escaping, policy, résumés."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import User
from django.test import Client
from django.utils import translation
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from feedback.models import Assessment
from interviewers.models import Interviewer
from interviewgpt.db import in_db
from interviewgpt.tests.test_translations import CHINESE, marked
from interviews import services
from interviews.models import Interview
from interviews.tests.support import create, interview_by_socket

pytestmark = pytest.mark.django_db

HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>'\"{{ 7 }}"
SHOWN_ATTRIBUTES = ("aria-label", "placeholder", "title", "alt")


def get(client: Client, path: str, language: str = "zh") -> Any:
    return client.get(path, headers={**HTML, "Accept-Language": language})


class Shown(HTMLParser):
    """What a reader gets to see or hear of a page, and its data for the scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.settings: dict[str, Any] = {}
        self._within = ""
        self.feed(html)
        self.texts += self.settings.get("texts", {}).values()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._within = tag
        self.texts += [value for name, value in attributes if name in SHOWN_ATTRIBUTES and value]

    def handle_data(self, data: str) -> None:
        if self._within == "script" and data.strip():
            self.settings = json.loads(data)
        elif data.strip():
            self.texts.append(data.strip())

    def handle_endtag(self, tag: str) -> None:
        self._within = ""


async def complete(language: str = "zh", quality: str = "middling", **more: Any) -> Interview:
    interview = await in_db(create, language, **more)
    await interview_by_socket(interview.pk, quality, language)
    found: Interview = await in_db(Interview.objects.get, pk=interview.pk)
    return found


# --- The three pages in both languages ------------------------------------------------------


def assert_in_language(html: str, language: str) -> Shown:
    """The page speaks one language only; ``html`` shows an interview of the same language."""
    shown = Shown(html)
    texts = [text for text in shown.texts if text not in ("English", "中文")]
    if language == "en":
        assert [text for text in texts if CHINESE.search(text)] == []
        return shown
    own = [text for text, path in marked().items() if path.endswith(("pages.py", ".html"))]
    with translation.override("zh-hans"):
        foreign = [text for text in own if translation.gettext(text) != text and "%(" not in text]
    assert len(foreign) > 80
    for text in foreign:
        word = re.compile(rf"(?<![\w-]){re.escape(text)}(?![\w-])")
        assert [seen for seen in texts if word.search(seen)] == []
    return shown


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_start(client: Client, language: str) -> None:
    response = get(client, "/demo/", language)
    assert response.status_code == 200
    html = response.content.decode()
    assert_in_language(html, language)
    assert f'<html lang="{"en" if language == "en" else "zh-CN"}">' in html
    for name in ("Wei Zhang", "4 questions") if language == "en" else ("张工", "4 题"):
        assert name in html


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_room(client: Client, language: str) -> None:
    interview = create(language)
    response = get(client, f"/demo/interviews/{interview.pk}/", language)
    assert response.status_code == 200
    shown = assert_in_language(response.content.decode(), language)
    history = services.list_messages(interview_id=interview.pk)
    for message in history:
        assert message.content in shown.texts
    assert shown.settings["last"] == history[-1].id
    assert (shown.settings["question"], shown.settings["total"]) == (1, 10)
    assert shown.settings["current"] == "technical"
    assert list(shown.settings["people"]) == interview.panel


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_report(client: Client, language: str) -> None:
    interview = await complete(language)
    response = await in_db(get, client, f"/demo/interviews/{interview.pk}/report/", language)
    assert response.status_code == 200
    html = response.content.decode()
    shown = assert_in_language(html, language)
    assert f"{interview.overall_score:g}" in shown.texts
    quotes = await in_db(
        lambda: list(Assessment.objects.exclude(evidence="").values_list("evidence", flat=True))
    )
    links = re.findall(r'href="#(evidence-\d+)"', html)
    assert links
    for link in links:
        assert f'id="{link}"' in html
        assert f'href="#{link.replace("evidence", "answer")}"' in html
    linked = [text for text in shown.texts if text in quotes]
    assert len(linked) >= len(links)


def test_the_start_says_when_answers_go_to_a_model(client: Client, settings: Settings) -> None:
    assert "你的回答只保存在这台服务器上。" in get(client, "/demo/").content.decode()
    settings.ENGINE, settings.OPENAI_BASE_URL = "openai", "http://127.0.0.1:9/v1"
    html = get(client, "/demo/").content.decode()
    assert "发送给 AI 模型" in html
    assert "只保存在" not in html


def test_the_start_says_who_can_read_what_is_said(client: Client, settings: Settings) -> None:
    assert "能访问这台服务器的人" in get(client, "/demo/").content.decode()
    settings.AUTH = "jwt"
    client.force_login(User.objects.create_user("lin"))
    html = get(client, "/demo/").content.decode()
    assert "只有你和服务器的管理人员能看到。" in html
    assert "能访问这台服务器的人" not in html


def test_practising_again_is_with_whom_of_the_last_panel_is_left(client: Client) -> None:
    def chosen() -> list[str]:
        html = get(client, f"/demo/?again={interview.pk}").content.decode()
        return re.findall(r'name="interviewers" value="(\w+)"[^>]* checked', html)

    interview = create(interviewers=["behavioral", "hr"])
    assert chosen() == ["behavioral", "hr"]
    Interviewer.objects.filter(pk="hr").update(active=False)
    assert chosen() == ["behavioral"]
    Interviewer.objects.filter(pk="behavioral").update(active=False)
    assert chosen() == ["technical"]


def test_without_interviewers_nothing_can_be_started(client: Client) -> None:
    Interviewer.objects.update(active=False)
    html = get(client, "/demo/").content.decode()
    assert "没有可用的面试官。" in html
    assert re.search(r'<button id="go"[^>]* disabled>', html)


def test_the_page_and_the_interview_may_speak_different_languages(client: Client) -> None:
    interview = create("zh")
    html = get(client, f"/demo/interviews/{interview.pk}/", "en").content.decode()
    assert '<html lang="en">' in html
    assert "End the interview" in html
    assert '<p class="text" lang="zh-CN">你好' in html


@pytest.mark.django_db(transaction=True)
def test_a_score_of_zero_reads_0_and_none_reads_as_none(client: Client) -> None:
    silent = create("zh")
    client.post(f"/api/interviews/{silent.pk}/end")
    html = get(client, f"/demo/interviews/{silent.pk}/report/").content.decode()
    assert '<span class="number">–</span>' in html
    assert "没有回答，不评分" in html
    assert "radar" not in html

    clueless = create("zh")
    body = {"content": "不知道", "sender_type": "user"}
    client.post(f"/api/interviews/{clueless.pk}/messages", body, content_type="application/json")
    client.post(f"/api/interviews/{clueless.pk}/end")
    html = get(client, f"/demo/interviews/{clueless.pk}/report/").content.decode()
    assert '<span class="number">0</span>' in html
    assert "0.0" not in re.sub(r'="[^"]*"', "", html)
    html = get(client, f"/demo/interviews/{clueless.pk}/report/", "en").content.decode()
    assert re.findall(r"\d of \d questions? answered|Asked no question", html) == [
        "1 of 1 question answered",
        *["Asked no question"] * 2,
    ]


# --- Where one is sent ----------------------------------------------------------------------


def test_a_browser_is_led_from_the_root_to_the_start(client: Client) -> None:
    response = get(client, "/")
    assert (response.status_code, response["Location"]) == (302, "/demo/")


@pytest.mark.django_db(transaction=True)
def test_room_and_report_lead_to_each_other(client: Client) -> None:
    interview = create()
    room, report = (f"/demo/interviews/{interview.pk}/{rest}" for rest in ("", "report/"))
    assert get(client, report)["Location"] == room
    client.post(f"/api/interviews/{interview.pk}/end")
    assert get(client, room)["Location"] == report
    assert get(client, report).status_code == 200


@pytest.mark.parametrize("rest", ["", "report/"])
@pytest.mark.parametrize("key", ["999999", str(2**70)])
def test_an_unknown_interview_is_an_error_page(client: Client, key: str, rest: str) -> None:
    path = f"/demo/interviews/{key}/{rest}"
    response = get(client, path)
    assert response.status_code == 404
    html = response.content.decode()
    assert "面试会话不存在。" in html
    assert "This interview does not exist." in html
    assert "demo/demo.css" in html
    assert client.get(path).json()["error"]["code"] == "INTERVIEW_NOT_FOUND"


@pytest.mark.parametrize("path", ["/demo/", "/demo/interviews/{}/", "/demo/interviews/{}/report/"])
def test_pages_are_read_only(client: Client, path: str) -> None:
    address = path.format(create().pk)
    assert client.head(address).status_code in (200, 302)
    assert client.post(address).status_code == 405


def test_the_choice_of_language_leads_back_and_is_kept(client: Client) -> None:
    interview = create()
    path = f"/demo/interviews/{interview.pk}/"
    chosen = client.post("/demo/language/", {"language": "en", "next": path}, headers=HTML)
    assert (chosen.status_code, chosen["Location"]) == (302, path)
    assert '<html lang="en">' in get(client, path, "zh").content.decode()
    elsewhere = {"language": "zh-hans", "next": "https://elsewhere.example/"}
    assert client.post("/demo/language/", elsewhere)["Location"] == "/"
    assert '<html lang="zh-CN">' in get(client, path, "en").content.decode()


# --- Nothing of others' runs ----------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_hostile_texts_are_shown_not_run(client: Client) -> None:
    interview = create(position=HOSTILE, language="zh")
    key = interview.pk
    for sender in ("user", "system"):
        body = {"content": HOSTILE, "sender_type": sender, "client_id": f'"><b>{sender}'}
        sent = client.post(f"/api/interviews/{key}/messages", body, content_type="application/json")
        assert sent.status_code == 200
    room = get(client, f"/demo/interviews/{key}/").content.decode()
    client.post(f"/api/interviews/{key}/end")
    report = get(client, f"/demo/interviews/{key}/report/").content.decode()
    for html in (room, report):
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert "<b>user" not in html
        assert HOSTILE in Shown(html).texts


@pytest.mark.django_db(transaction=True)
async def test_pages_allow_only_our_own_files(client: Client) -> None:
    interview = await complete(quality="strong")
    room = await in_db(create)
    for path in ("", f"interviews/{room.pk}/", f"interviews/{interview.pk}/report/"):
        response = await in_db(get, client, f"/demo/{path}")
        policy = dict(part.split(" ", 1) for part in response[POLICY].split("; "))
        assert policy["default-src"] == "'self'"
        assert policy["connect-src"] == "'self' ws://testserver wss://testserver"
        assert policy["frame-ancestors"] == policy["object-src"] == "'none'"
        assert "unsafe" not in response[POLICY]
        html = response.content.decode()
        inline = re.findall(r"<script(?![^>]*(?:src=|application/json))[^>]*>", html)
        assert inline == []
        assert re.findall(r"<style|\sstyle=|\son\w+=", html) == []
        assert re.findall(r'(?:src|href)="(?:https?:)?//', html) == []


POLICY = "Content-Security-Policy"


def test_the_room_costs_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    interview = create()
    with django_assert_max_num_queries(5):
        get(client, f"/demo/interviews/{interview.pk}/")


# --- Stored résumés -------------------------------------------------------------------------


@pytest.fixture
def stored(settings: Settings) -> str:
    """The address of a stored résumé that belongs to an interview."""
    folder = Path(settings.MEDIA_ROOT) / "resumes"
    folder.mkdir(parents=True)
    (folder / "0b0f8a5e.pdf").write_bytes(b"%PDF-1.4 <script>alert(1)</script>")
    (folder / "orphan.pdf").write_bytes(b"%PDF-1.4")
    (folder.parent / "secret.txt").write_text("not a résumé")
    path = "/uploads/resumes/0b0f8a5e.pdf"
    Interview.objects.filter(pk=create().pk).update(resume_path=path)
    return path


def test_staff_get_a_resume_as_a_file_that_cannot_run(client: Client, stored: str) -> None:
    client.force_login(User.objects.create_user("reviewer", is_staff=True))
    response = client.get(stored)
    assert response.status_code == 200
    assert response.getvalue().startswith(b"%PDF")
    assert response["Content-Disposition"] == 'attachment; filename="0b0f8a5e.pdf"'
    assert response[POLICY] == "sandbox; default-src 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_others_are_told_that_there_is_none(client: Client, stored: str) -> None:
    assert client.get(stored).status_code == 404
    client.force_login(User.objects.create_user("candidate"))
    assert client.get(stored).status_code == 404


@pytest.mark.parametrize("name", ["orphan.pdf", "gone.pdf", "..%2Fsecret.txt", "%2e%2e/secret.txt"])
def test_only_resumes_of_interviews_are_served(client: Client, stored: str, name: str) -> None:
    client.force_login(User.objects.create_user("reviewer", is_staff=True))
    assert stored.startswith(django_settings.UPLOADS_URL)
    assert client.get(f"/uploads/resumes/{name}").status_code == 404
