"""Résumés in an S3-compatible bucket: a real server on loopback, and the same policy before it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import boto3
import pytest
import time_machine
from django.conf import settings as project
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework_simplejwt.tokens import AccessToken

from interviewgpt import env
from interviews import retention
from interviews.deletion import delete_interview
from interviews.models import Interview
from interviews.tests import resume_files as files
from interviews.tests.server import free_port
from interviews.tests.test_api_interviews import expect_error
from interviews.tests.test_api_resumes import upload

pytestmark = pytest.mark.django_db

CONTENT = files.pdf(files.ENGLISH)


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    log = tmp_path_factory.mktemp("s3") / "log"
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
    try:
        deadline = time.monotonic() + 60
        while f":{port}" not in log.read_text(encoding="utf-8"):
            assert process.poll() is None, log.read_text(encoding="utf-8")
            assert time.monotonic() < deadline, log.read_text(encoding="utf-8")
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the environment of a server has them."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")


def use(address: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEWGPT_STORAGE", address)
    settings.STORAGES = {**project.STORAGES, "default": env.storage("INTERVIEWGPT_STORAGE")}


@pytest.fixture
def bucket(
    endpoint: str, keys: None, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Any]:
    """An empty bucket that uploads go to, under a prefix."""
    bucket = boto3.resource("s3", endpoint_url=endpoint, region_name="us-east-1").Bucket("uploads")
    bucket.create()
    use(f"s3://uploads/house?endpoint={endpoint}&region=us-east-1", settings, monkeypatch)
    yield bucket
    bucket.objects.delete()
    bucket.delete()


def names(bucket: Any) -> list[str]:
    return [item.key for item in bucket.objects.all()]


def staff(**headers: str) -> dict[str, str]:
    user = User.objects.create_user("coach", is_staff=True)
    return {"Authorization": f"Bearer {AccessToken.for_user(user)}", **headers}


def test_a_resume_goes_into_the_bucket_and_out_through_the_policy(
    client: Client, bucket: Any
) -> None:
    path = upload(client, CONTENT).json()["data"]["resume_path"]
    assert names(bucket) == [f"house/resumes/{path.rpartition('/')[2]}"]
    assert bucket.Object(names(bucket)[0]).get()["Body"].read() == CONTENT
    assert [p for p in Path(project.MEDIA_ROOT).rglob("*") if p.is_file()] == []
    expect_error(client.get(path), 404, "NOT_FOUND")
    answer: Any = client.get(path, headers=staff())
    assert b"".join(answer.streaming_content) == CONTENT
    assert answer["Content-Disposition"].startswith("attachment")


def test_it_goes_with_its_interview(
    client: Client, bucket: Any, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    created = upload(client, CONTENT).json()["data"]
    assert len(names(bucket)) == 1
    with django_capture_on_commit_callbacks(execute=True):
        delete_interview(interview_id=created["id"])
    assert names(bucket) == []
    # What a file that is gone looks like to an interview that was kept.
    Interview.objects.create(position="QA", resume_path=created["resume_path"])
    expect_error(client.get(created["resume_path"], headers=staff()), 404, "NOT_FOUND")


def test_nobodys_files_go_after_a_day(client: Client, bucket: Any) -> None:
    upload(client, CONTENT)
    kept = names(bucket)
    bucket.put_object(Key="house/resumes/nobodys.pdf", Body=CONTENT)
    bucket.put_object(Key="elsewhere/resumes/nobodys.pdf", Body=CONTENT)
    assert retention.delete_files() == 0
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert list(retention.orphans()) == ["/uploads/resumes/nobodys.pdf"]
        assert retention.delete_files() == 1
    assert names(bucket) == ["elsewhere/resumes/nobodys.pdf", *kept]


@pytest.mark.parametrize("address", ["s3://nowhere?endpoint={endpoint}", "s3://b?endpoint={away}"])
def test_a_bucket_that_fails_is_said_so(
    client: Client,
    endpoint: str,
    keys: None,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    address: str,
) -> None:
    given = address.format(endpoint=endpoint, away=f"http://127.0.0.1:{free_port()}")
    use(given, settings, monkeypatch)
    expect_error(upload(client, CONTENT), 500, "FILE_UPLOAD_ERROR")
    assert not Interview.objects.exists()
    assert [p for p in Path(project.MEDIA_ROOT).rglob("*") if p.is_file()] == []
