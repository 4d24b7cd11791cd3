"""The report as a file: Markdown, PDF and JSON say what the page says, and nothing in them runs."""

from __future__ import annotations

import io
import json
from typing import Any

import pypdfium2
import pytest
from asgiref.sync import async_to_sync
from django.contrib.auth.models import User
from django.test import Client
from pytest_django.fixtures import Settings

from feedback.documents import (
    Block,
    Document,
    Heading,
    Items,
    Quote,
    Table,
    Text,
    report_document,
)
from feedback.markdown import markdown
from feedback.models import Assessment
from feedback.pdf import pdf
from interviews import services
from interviews.models import Interview
from interviews.reading import judged_answers
from interviews.runner import runner
from interviews.tests.support import DONT_KNOW, create

HOSTILE = "<b>x</b> <script>alert(1)</script> | [a](javascript:1) `#` *y* & <font size=99>"


def finished(language: str = "zh", content: str = "", **more: Any) -> Interview:
    interview = create(language, **more)
    services.post_message(
        interview_id=interview.pk, content=content or DONT_KNOW[language], sender_type="user"
    )
    async_to_sync(runner.finish)(interview.pk)
    interview.refresh_from_db()
    return interview


def fetch(client: Client, interview: Interview, kind: str) -> Any:
    return client.get(f"/demo/interviews/{interview.pk}/report.{kind}")


def text_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(content))
    return "".join(page.get_textpage().get_text_range() for page in document)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_file_says_what_the_feedback_says(client: Client, language: str) -> None:
    interview = finished(language)
    data = client.get(f"/api/interviews/{interview.pk}/feedback").json()["data"]
    assert json.loads(fetch(client, interview, "json").content) == data
    told = {
        "md": fetch(client, interview, "md").content.decode().replace("\\", ""),
        "pdf": text_of(fetch(client, interview, "pdf").content),
    }
    entry = data["assessments"][0]
    expected = [
        data["summary"],
        data["next_steps"][0]["text"],
        entry["question"],
        entry["evidence"]["note"],
        entry["missing"][-1],
        entry["better_answer"]["note"],
        data["coverage"]["competencies"][-1]["competency_name"],
        data["delivery"]["note"],
        f"{data['score_range']['low']}–{data['score_range']['high']}",
        "练习反馈，不是录用决定" if language == "zh" else "Practice, not a hiring decision",
    ]
    for kind, whole in told.items():
        for text in expected:
            assert squeezed(text) in squeezed(whole), (kind, text)


@pytest.mark.django_db(transaction=True)
def test_a_long_quote_shows_that_it_breaks_off_and_no_point_is_listed_twice(client: Client) -> None:
    interview = finished("en")
    data = client.get(f"/api/interviews/{interview.pk}/feedback").json()["data"]
    entry = data["assessments"][0]
    cut = "I look at the slow query log " * 4
    shown = {"enough": True, "quote": cut.strip(), "note": "", "message_id": 1}

    def told(**changes: Any) -> tuple[Block, ...]:
        changed = {**data, "assessments": [{**entry, **changes}]}
        return report_document(changed, language="en", position="Backend", completed="").blocks

    assert Quote(f"{cut.strip()}…") in told(evidence=shown)
    assert judged_answers([{**entry, "evidence": shown}], [])[0]["dots"] == "…"
    assert Quote("A lock.") in told(evidence={**shown, "quote": "A lock."})
    listed = Items((f"Not recognised: {'; '.join(entry['missing'])}",))
    assert listed in told()
    assert listed not in told(reason=f"Missing: {'; '.join(entry['missing'])}.")


@pytest.mark.django_db(transaction=True)
def test_files_are_attachments_linked_from_the_page(client: Client) -> None:
    interview = finished()
    page = client.get(f"/demo/interviews/{interview.pk}/report/").content.decode()
    for kind, content_type in (
        ("md", "text/markdown; charset=utf-8"),
        ("pdf", "application/pdf"),
        ("json", "application/json"),
    ):
        assert f'href="/demo/interviews/{interview.pk}/report.{kind}"' in page
        response = fetch(client, interview, kind)
        assert response.status_code == 200
        assert response["Content-Type"] == content_type
        name = f"interview-{interview.pk}.{kind}"
        assert response["Content-Disposition"] == f'attachment; filename="{name}"'
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db(transaction=True)
def test_hostile_texts_stay_texts(client: Client) -> None:
    interview = finished(position=HOSTILE, language="en")
    Assessment.objects.update(evidence=HOSTILE, gradings=[2, 3])
    whole = fetch(client, interview, "md").content.decode()
    assert "<script" not in whole.replace("\\<", "")
    assert "](javascript" not in whole.replace("\\]", "")
    assert squeezed(HOSTILE) in squeezed(text_of(fetch(client, interview, "pdf").content))


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["md", "pdf", "json"])
def test_before_the_end_there_is_no_file(client: Client, kind: str) -> None:
    interview = create()
    response = fetch(client, interview, kind)
    assert (response.status_code, response["Location"]) == (
        302,
        f"/demo/interviews/{interview.pk}/",
    )


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", ["md", "pdf", "json"])
def test_where_signing_in_is_asked_for_files_are_their_owners(
    client: Client, settings: Settings, kind: str
) -> None:
    interview = finished()
    settings.AUTH = "jwt"
    asked = fetch(client, interview, kind)
    assert asked.status_code == 302
    assert "attachment" not in asked.headers.get("Content-Disposition", "")
    client.force_login(User.objects.create_user("somebody-else"))
    assert fetch(client, interview, kind).status_code == 404
    owner = User.objects.create_user("owner")
    Interview.objects.filter(pk=interview.pk).update(owner=owner)
    client.force_login(owner)
    assert fetch(client, interview, kind).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["999999/report.pdf", "1/report.exe", f"{2**70}/report.md"])
def test_what_does_not_exist_is_not_found(client: Client, path: str) -> None:
    assert client.get(f"/demo/interviews/{path}").status_code == 404


def test_markdown_keeps_lines_and_escapes_what_would_be_markup() -> None:
    document = Document(
        "en",
        "A *title*",
        (
            Heading("1. One", 3),
            Text("first\n- second"),
            Text("small", faint=True),
            Quote("a\n\nb > c"),
            Items(("x", "2) y"), numbered=True),
            Items(("# z",)),
            Table(("", "n|m"), (("a", "1"),)),
        ),
    )
    assert markdown(document) == (
        "# A \\*title\\*\n\n"
        "### 1\\. One\n\n"
        "first\\\n\\- second\n\n"
        "*small*\n\n"
        "> a\\\n> b \\> c\n\n"
        "1. x\n2. 2\\) y\n\n"
        "- \\# z\n\n"
        "|  | n\\|m |\n| --- | --- |\n| a | 1 |\n"
    )


def test_a_long_report_runs_over_pages() -> None:
    blocks = tuple(Quote("很长的一段话。" * 40) for _ in range(40))
    content = pdf(Document("zh", "标题", blocks))
    assert content.startswith(b"%PDF")
    assert len(pypdfium2.PdfDocument(io.BytesIO(content))) > 3
