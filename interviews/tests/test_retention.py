"""What has been kept for long enough goes, and nothing else."""

from __future__ import annotations

import os
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks, Settings

from interviews import retention
from interviews.models import Interview, Message

pytestmark = pytest.mark.django_db

DAYS = 30
OLD = timedelta(days=DAYS, minutes=1)
YOUNG = timedelta(days=DAYS) - timedelta(minutes=1)


@pytest.fixture(autouse=True)
def folder(settings: Settings) -> Path:
    settings.RETENTION_DAYS = DAYS
    path = Path(settings.MEDIA_ROOT) / "resumes"
    path.mkdir(parents=True)
    return path


def interview(
    *, age: timedelta, ended: timedelta | None = None, said: timedelta | None = None, file: str = ""
) -> int:
    """The id of an interview begun ``age`` ago, ended and last spoken in as long ago as that."""
    now = timezone.now()
    row = Interview.objects.create(
        position="后端工程师",
        difficulty="medium",
        language="zh",
        family="backend",
        engine="builtin",
        status="active" if ended is None else "completed",
        completed_at=None if ended is None else now - ended,
        resume_path=f"/uploads/resumes/{file}" if file else "",
    )
    Interview.objects.filter(pk=row.pk).update(created_at=now - age)
    if said is not None:
        message = Message.objects.create(interview=row, content="在", sender_type="user")
        Message.objects.filter(pk=message.pk).update(timestamp=now - said)
    return row.pk


def store(folder: Path, name: str, age: timedelta = timedelta()) -> Path:
    path = folder / name
    path.write_bytes(b"%PDF-1.4")
    moment = (timezone.now() - age).timestamp()
    os.utime(path, (moment, moment))
    return path


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("retention", *arguments, stdout=out)
    return out.getvalue().strip()


def left() -> set[int]:
    return set(Interview.objects.values_list("pk", flat=True))


def test_what_nobody_touched_for_long_enough_goes_with_its_file(
    folder: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    year = timedelta(days=365)
    interview(age=year, ended=OLD, file="old.pdf")
    interview(age=OLD)
    interview(age=year, said=OLD)
    kept = {
        interview(age=year, ended=YOUNG, file="kept.pdf"),
        interview(age=YOUNG),
        interview(age=year, said=YOUNG),
    }
    old, young = store(folder, "old.pdf"), store(folder, "kept.pdf", year)
    expected = "3 场面试 / interviews, 0 个文件 / files"
    assert run("--dry-run") == f"将删除 / would delete: {expected}"
    assert (len(left()), old.exists()) == (6, True)
    with django_capture_on_commit_callbacks(execute=True):
        assert run() == f"已删除 / deleted: {expected}"
    assert left() == kept
    assert (old.exists(), young.exists()) == (False, True)
    assert run() == "已删除 / deleted: 0 场面试 / interviews, 0 个文件 / files"


def test_by_default_everything_is_kept(settings: Settings) -> None:
    settings.RETENTION_DAYS = 0
    interview(age=timedelta(days=4000), ended=timedelta(days=4000))
    assert "0 场面试" in run()
    assert len(left()) == 1


def test_another_number_of_days_can_be_said_for_once() -> None:
    interview(age=timedelta(days=3), ended=timedelta(days=3))
    assert "0 场面试" in run()
    assert "1 场面试" in run("--days", "2")
    with pytest.raises(CommandError, match="or more"):
        run("--days", "-1")


def test_many_go_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "_BATCH", 2)
    for _ in range(5):
        interview(age=OLD)
    young = interview(age=YOUNG)
    assert retention.delete_interviews(DAYS) == 5
    assert left() == {young}


def test_what_is_touched_meanwhile_stays() -> None:
    key = interview(age=OLD)
    assert retention.expired(DAYS).filter(pk=key).exists()
    Message.objects.create(interview_id=key, content="我回来了", sender_type="user")
    assert retention._delete(key, DAYS) == 0
    assert retention._delete(key + 1, DAYS) == 0
    assert left() == {key}


def test_files_of_no_interview_go_after_a_day(folder: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(retention, "_BATCH", 2)
    day = timedelta(days=1, minutes=1)
    interview(age=timedelta(), file="known.pdf")
    known, fresh = store(folder, "known.pdf", day), store(folder, "fresh.docx")
    lost = [store(folder, f"{number}.pdf", day) for number in range(3)]
    assert "3 个文件" in run("--dry-run")
    assert "3 个文件" in run()
    assert (known.exists(), fresh.exists()) == (True, True)
    assert not any(path.exists() for path in lost)
    assert "0 个文件" in run()


def test_without_an_upload_folder_there_is_nothing_to_do(folder: Path) -> None:
    folder.rmdir()
    assert "0 个文件" in run()
