"""What has been kept for long enough goes: old interviews, and files that belong to none.

Safe at any time, beside running servers and beside itself: whatever is deleted is looked at once
more under its lock, and what is gone already is no error.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from interviews.models import Interview, Message, Status
from interviews.uploads import discard_file, stored_at, stored_resumes

__all__ = ["delete_files", "delete_interviews", "expired", "orphans"]

_BATCH = 200
ORPHANED_SECONDS = 24 * 3600
"""A file younger than this may belong to an interview that is just being created."""


def expired(days: int) -> QuerySet[Interview]:
    """Interviews that nobody has touched for ``days`` days: completed before that, or begun before
    it and without a message since. None with 0, which keeps everything."""
    if days < 1:
        return Interview.objects.none()
    limit = timezone.now() - timedelta(days=days)
    recent = Message.objects.filter(interview=OuterRef("pk"), timestamp__gte=limit)
    return Interview.objects.filter(
        Q(status=Status.COMPLETED, completed_at__lt=limit)
        | Q(Q(status=Status.ACTIVE, created_at__lt=limit) & ~Exists(recent))
    )


def delete_interviews(days: int) -> int:
    """Delete what is `expired`, one interview a transaction; how many there were."""
    deleted = last = 0
    while True:
        batch = list(
            expired(days).filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:_BATCH]
        )
        for interview_id in batch:
            deleted += _delete(interview_id, days)
        if len(batch) < _BATCH:
            return deleted
        last = batch[-1]


@transaction.atomic
def _delete(interview_id: int, days: int) -> int:
    """1 if it was still to go when its row was ours."""
    locked = Interview.objects.select_for_update().filter(pk=interview_id).first()
    if locked is None or not expired(days).filter(pk=interview_id).exists():
        return 0
    locked.delete()
    return 1


def orphans() -> Iterator[str]:
    """The ``resume_path`` of stored files, older than a day, that no interview knows."""
    limit = timezone.now() - timedelta(seconds=ORPHANED_SECONDS)
    for batch in _batches(stored_resumes()):
        for path in _unknown(batch):
            stored = stored_at(path)
            if stored is not None and stored < limit:
                yield path


def delete_files() -> int:
    """Delete the `orphans`; how many there were."""
    return sum(discard_file(path) for path in orphans())


def _batches(paths: Iterator[str]) -> Iterator[list[str]]:
    while batch := list(islice(paths, _BATCH)):
        yield batch


def _unknown(paths: list[str]) -> list[str]:
    known = set(
        Interview.objects.filter(resume_path__in=paths).values_list("resume_path", flat=True)
    )
    return [path for path in paths if path not in known]
