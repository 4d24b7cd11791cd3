"""REST: an interview with a résumé; what becomes of files that are none."""

from __future__ import annotations

import os
import re
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from interviews import uploads
from interviews.models import Interview
from interviews.tests import resume_docs as docs
from interviews.tests import resume_files as files
from interviews.tests.test_api_interviews import expect_error

pytestmark = pytest.mark.django_db

PATH = re.compile(r"/uploads/resumes/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(pdf|docx?)\Z")


def upload(client: Client, content: bytes, name: str = "resume.pdf", **fields: str) -> Any:
    file = SimpleUploadedFile(name, content, content_type="application/octet-stream")
    return client.post("/api/interviews", {"position": "后端工程师", **fields, "resume": file})


def stored() -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("pdf", files.pdf(files.CHINESE)),
        ("docx", files.docx(files.ENGLISH)),
        ("doc", docs.doc("\r".join(files.CHINESE))),
    ],
)
def test_the_resume_is_kept_under_a_name_of_ours(client: Client, kind: str, content: bytes) -> None:
    response = upload(client, content, name=f"../../etc/简历 v2.{kind}")
    assert response.status_code == 200, response.content
    data = response.json()["data"]
    assert PATH.match(data["resume_path"])
    assert data["resume_path"].endswith(f".{kind}")
    (path,) = stored()
    assert path.name == data["resume_path"].rpartition("/")[2]
    assert path.read_bytes() == content


def test_what_the_resume_names_is_asked_about_by_name(client: Client) -> None:
    key = upload(client, files.pdf(files.CHINESE)).json()["data"]["id"]
    interview = Interview.objects.get(pk=key)
    assert "星河云科技有限公司" in interview.resume_text
    assert "订单中台系统" in interview.resume_facts["projects"]
    assert "Redis" in interview.resume_facts["skills"]
    planned = list(interview.planned.exclude(state="dropped").order_by("slot"))
    assert planned[0].interviewer_id == "technical"
    assert "订单中台系统" in planned[0].spec["text"]
    assert "{subject}" not in str([item.spec for item in planned])
    greeting = client.get(f"/api/interviews/{key}/messages").json()["data"][1]["content"]
    assert "订单中台系统" in greeting
    mentioned = {item.mention for item in planned if item.mention}
    assert mentioned & set(interview.resume_facts["skills"])


def test_the_content_decides_what_a_file_is(client: Client) -> None:
    response = upload(client, files.docx(files.ENGLISH), name="resume.pdf")
    assert response.json()["data"]["resume_path"].endswith(".docx")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "空"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "PDF"),
        (b"just text", "PDF"),
        (files.pdf(files.ENGLISH, password="secret"), "密码"),
        (files.pdf(files.ENGLISH)[:400], "损坏"),
        (files.pdf_scanned(files.ENGLISH), "扫描"),
    ],
)
def test_a_file_that_is_no_resume_is_told_and_not_kept(
    client: Client, content: bytes, says: str
) -> None:
    details = expect_error(upload(client, content), 422, "VALIDATION_ERROR")
    assert list(details) == ["resume"]
    assert says in details["resume"][0]
    assert stored() == []
    assert not Interview.objects.exists()


def test_a_file_that_is_too_large_is_refused(client: Client) -> None:
    content = files.pdf(files.ENGLISH) + b"\n" * settings.MAX_RESUME_BYTES
    expect_error(upload(client, content), 413, "PAYLOAD_TOO_LARGE")
    assert stored() == []


def test_a_good_file_with_bad_fields_is_not_kept(client: Client) -> None:
    content = files.pdf(files.ENGLISH)
    for fields in ({"difficulty": "expert"}, {"interviewers": "nobody"}):
        expect_error(upload(client, content, **fields), 422, "VALIDATION_ERROR")
    assert stored() == []


def test_a_storage_that_fails_is_said_so(client: Client, settings: Any, tmp_path: Path) -> None:
    blocked = tmp_path / "a file, no folder"
    blocked.write_text("")
    settings.MEDIA_ROOT = blocked
    expect_error(upload(client, files.pdf(files.ENGLISH)), 500, "FILE_UPLOAD_ERROR")
    assert not Interview.objects.exists()


def test_what_a_killed_server_left_behind_is_deleted(client: Client) -> None:
    incoming = Path(settings.MEDIA_ROOT) / "incoming"
    incoming.mkdir(parents=True)
    for name, age in (("abandoned", 7200), ("another server's", 60)):
        (incoming / name).write_bytes(b"personal")
        then = time.time() - age
        os.utime(incoming / name, (then, then))
    assert upload(client, files.pdf(files.ENGLISH)).status_code == 200
    assert [path.name for path in incoming.iterdir()] == ["another server's"]


def test_too_many_at_once_are_asked_to_come_again(client: Client) -> None:
    with ExitStack() as stack:
        for _ in range(settings.RESUME_READERS):
            stack.enter_context(uploads._turn())
        response = upload(client, files.pdf(files.ENGLISH))
    details = expect_error(response, 429, "THROTTLED")
    assert int(response["Retry-After"]) == details["retry_after"]
    assert stored() == []
    assert upload(client, files.pdf(files.ENGLISH)).status_code == 200


def test_a_stored_resume_is_served_to_staff_only_as_an_attachment(client: Client) -> None:
    content = files.pdf(files.ENGLISH)
    path = upload(client, content).json()["data"]["resume_path"]
    assert client.get(path).status_code == 404
    people = get_user_model().objects
    client.force_login(people.create_user("visitor", password="not-staff-1"))
    assert client.get(path).status_code == 404
    client.force_login(people.create_user("coach", password="is-staff-1", is_staff=True))
    response = client.get(path)
    assert response.status_code == 200
    assert b"".join(response) == content
    assert response["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response["Content-Security-Policy"]
    assert client.get("/uploads/resumes/..%2f..%2fsecret.key").status_code == 404
    assert client.get("/uploads/resumes/secret.key").status_code == 404
