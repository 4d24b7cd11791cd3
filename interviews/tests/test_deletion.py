"""Deleting an interview: everything goes, at once, whoever is in the room or at work."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.apps import apps
from django.contrib.auth.models import Permission, User
from django.db import connections
from django.db.models.signals import pre_delete
from django.test import Client
from rest_framework_simplejwt.tokens import AccessToken

from feedback.models import Assessment, Feedback, Review
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.db import in_db
from interviews import presence, services
from interviews.deletion import delete_interview
from interviews.models import Interview, Message, PlannedQuestion
from interviews.runner import runner
from interviews.tests.scripted import scripted
from interviews.tests.support import answer_for, create, open_spec, sit

pytestmark = pytest.mark.django_db(transaction=True)

NAME = "0b0f8a5e-6f0c-4c57-9a3e-2f4f6f1f6c11.pdf"


@pytest.fixture
def owner() -> User:
    return User.objects.create_user("owner")


@pytest.fixture
def file(settings: Any) -> Path:
    path = Path(settings.MEDIA_ROOT) / "resumes" / NAME
    path.parent.mkdir(parents=True)
    path.write_bytes(b"%PDF-1.4")
    return path


def owned(owner: User | None, file: Path | None = None) -> Interview:
    interview = create(owner=owner)
    if file is not None:
        Interview.objects.filter(pk=interview.pk).update(resume_path=f"/uploads/resumes/{NAME}")
    return interview


def token(user: User) -> dict[str, str]:
    return {"Authorization": f"Bearer {AccessToken.for_user(user)}"}


def rows_of(interview_id: int) -> dict[str, int]:
    """How many rows speak of an interview, in all tables that can."""
    models = (Message, PlannedQuestion, Assessment, Feedback)
    counts = {m.__name__: m.objects.filter(interview_id=interview_id).count() for m in models}
    counts["Review"] = Review.objects.filter(feedback__interview_id=interview_id).count()
    counts["Interview"] = Interview.objects.filter(pk=interview_id).count()
    return counts


@pytest.mark.parametrize("slash", ["", "/"])
def test_everything_goes_with_an_interview(owner: User, file: Path, slash: str) -> None:
    interview, other = owned(owner, file), owned(owner)
    spec = open_spec(interview.pk)
    assert spec is not None
    services.post_message(
        interview_id=interview.pk, content=answer_for(spec, "strong"), sender_type="user"
    )
    async_to_sync(runner.finish)(interview.pk)
    assert all(rows_of(interview.pk).values())
    kept = rows_of(other.pk)
    path = f"/api/interviews/{interview.pk}{slash}"
    response = Client().delete(path, headers=token(owner))
    assert response.status_code == 200
    assert response.json() == {"success": True, "data": None, "message": "面试已删除"}
    assert not any(rows_of(interview.pk).values())
    assert not file.exists()
    assert rows_of(other.pk) == kept
    again = Client().delete(path, headers=token(owner))
    assert again.status_code == 404
    assert again.json()["error"]["code"] == "INTERVIEW_NOT_FOUND"


def test_no_table_that_refers_to_interviews_is_forgotten() -> None:
    """Whoever adds a table adds it to `rows_of`."""
    referring = {
        model.__name__
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.related_model in (Interview, Feedback)
    }
    assert referring == set(rows_of(0)) - {"Interview"}


def test_an_account_takes_its_interviews_along(owner: User, file: Path) -> None:
    interview = owned(owner, file)
    owner.delete()
    assert not any(rows_of(interview.pk).values())
    assert not file.exists()


def test_an_interview_that_begins_while_its_account_is_deleted_goes_along(owner: User) -> None:
    late: list[int] = []

    def begin(sender: Any, instance: User, **more: Any) -> None:
        late.append(owned(instance).pk)

    pre_delete.connect(begin, User)  # sent when the deletion has looked for what goes along
    try:
        owner.delete()
    finally:
        pre_delete.disconnect(begin, User)
    assert len(late) == 1
    assert not any(rows_of(late[0]).values())


def test_without_its_account_no_interview_begins(owner: User) -> None:
    User.objects.filter(pk=owner.pk).delete()
    with pytest.raises(ApiError) as raised:
        owned(owner)
    assert raised.value.code is ErrorCode.NOT_AUTHENTICATED
    assert not Interview.objects.exists()


def test_an_account_that_goes_while_it_begins_interviews_leaves_none() -> None:
    for number in range(6):
        owner = User.objects.create_user(f"owner-{number}")
        started = threading.Barrier(2, timeout=60)

        def begin(owner: User = owner, started: threading.Barrier = started) -> set[ErrorCode]:
            started.wait()
            try:
                for _ in range(3):
                    owned(owner)
            except ApiError as error:
                return {error.code}
            finally:
                connections.close_all()
            return set()

        with ThreadPoolExecutor(1) as other:
            beginning = other.submit(begin)
            started.wait()
            User.objects.get(pk=owner.pk).delete()
            assert beginning.result(60) <= {ErrorCode.NOT_AUTHENTICATED}
    assert not Interview.objects.exists()


def test_a_file_that_resists_does_not_keep_the_interview(
    owner: User, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    interview = owned(owner, file)
    file.unlink()
    file.mkdir()
    (file / "held").touch()
    delete_interview(interview_id=interview.pk)
    assert not any(rows_of(interview.pk).values())
    assert "could not be deleted" in caplog.text
    with pytest.raises(ApiError):
        delete_interview(interview_id=interview.pk)


# --- The room and the work ------------------------------------------------------------------


async def test_who_is_in_the_room_is_told_and_leaves() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.until("status", status="connected")
        await in_db(delete_interview, interview_id=interview.pk)
        assert (await room.until("error"))["code"] == "INTERVIEW_NOT_FOUND"
        assert await room.close_code() == 4404


async def test_the_sweep_tells_who_was_not_told() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.until("status", status="connected")
        await room.send("ping", 1)
        await room.until("pong")
        # Rows alone: no signal, as if another program had done it.
        rows = Interview.objects.filter(pk=interview.pk)
        await in_db(lambda: [related.delete() for related in _related(interview.pk)])
        await in_db(rows._raw_delete, rows.db)
        await presence.catch_up()
        assert (await room.until("error"))["code"] == "INTERVIEW_NOT_FOUND"
        assert await room.close_code() == 4404


def _related(interview_id: int) -> list[Any]:
    return [model.objects.filter(interview_id=interview_id) for model in (Message, PlannedQuestion)]


@pytest.mark.parametrize("moment", ["speaking", "ending"])
async def test_work_under_way_ends_quietly(
    settings: Any, caplog: pytest.LogCaptureFixture, moment: str
) -> None:
    scripted(settings).seconds = 0.4
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.until("status", status="connected")
        await room.say("我先看慢查询日志。")
        if moment == "ending":
            await room.send("command", {"name": "end"})
            await room.until("status", status="evaluating")
        else:
            await room.until("delta")
        work = runner._working[interview.pk]
        await in_db(delete_interview, interview_id=interview.pk)
        assert (await room.until("error"))["code"] == "INTERVIEW_NOT_FOUND"
        assert await room.close_code() == 4404
        async with asyncio.timeout(30):
            await asyncio.wait([work])
    assert work.cancelled() or work.exception() is None
    assert not any((await in_db(rows_of, interview.pk)).values())
    assert [entry for entry in caplog.records if entry.levelname in ("ERROR", "CRITICAL")] == []


async def test_an_end_that_is_waited_for_hears_of_it(settings: Any) -> None:
    scripted(settings).seconds = 0.4
    interview = await in_db(create)
    waiting = asyncio.create_task(runner.finish(interview.pk))
    async with asyncio.timeout(30):
        while interview.pk not in runner._running:  # noqa: ASYNC110 (the runner tells nobody)
            await asyncio.sleep(0.01)
    await in_db(delete_interview, interview_id=interview.pk)
    with pytest.raises(ApiError) as refused:
        await waiting
    assert refused.value.code == "INTERVIEW_NOT_FOUND"


# --- The admin ------------------------------------------------------------------------------


def staff_member(*permissions: str) -> User:
    user = User.objects.create_user("coach", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


def test_the_admin_deletes_one_and_several_with_their_files(file: Path) -> None:
    first, second, third = owned(None, file), owned(None), owned(None)
    client = Client()
    client.force_login(User.objects.create_superuser("boss"))
    page = f"/admin/interviews/interview/{first.pk}/delete/"
    assert client.post(page, {"post": "yes"}).status_code == 302
    assert not any(rows_of(first.pk).values())
    assert not file.exists()
    answer = client.post(
        "/admin/interviews/interview/",
        {"action": "delete_selected", "_selected_action": [second.pk, third.pk], "post": "yes"},
    )
    assert answer.status_code == 302
    assert not any(rows_of(second.pk).values())
    assert not any(rows_of(third.pk).values())


def test_a_coach_may_read_and_deletes_with_the_permission_only() -> None:
    interview = owned(None)
    coach = staff_member("view_interview")
    client = Client()
    client.force_login(coach)
    list_page, page = "/admin/interviews/interview/", f"/admin/interviews/interview/{interview.pk}/"
    assert client.get(f"{page}change/").status_code == 200
    assert client.post(f"{page}delete/", {"post": "yes"}).status_code == 403
    assert "delete_selected" not in client.get(list_page).content.decode()
    coach.user_permissions.set(Permission.objects.filter(content_type__app_label="interviews"))
    client.force_login(User.objects.get(pk=coach.pk))
    assert client.post(f"{page}delete/", {"post": "yes"}).status_code == 302
    assert not any(rows_of(interview.pk).values())
