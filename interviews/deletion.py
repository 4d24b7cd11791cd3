"""How an interview ends its days: everything that belongs to it goes, the résumé file too.

Whatever deletes an interview (the API, the admin, retention, its owner's account going) ends here:
rows by the database's rules, the file and the room by what happens after the commit.
"""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from django.db import transaction

from interviews import ledger, rooms
from interviews.models import Interview
from interviews.runner import runner
from interviews.uploads import discard_file

__all__ = ["after_account", "after_deletion", "delete_interview"]

logger = logging.getLogger(__name__)


@transaction.atomic
def delete_interview(*, interview_id: int) -> None:
    """Delete an interview with messages, plan, assessments, feedback and résumé; work under way
    for it ends at once. Raises ApiError INTERVIEW_NOT_FOUND.
    """
    # Whoever adds something to an interview holds its row: nothing can be added meanwhile.
    ledger.lock(interview_id).delete()


def after_deletion(sender: Any, instance: Interview, **more: Any) -> None:
    """Receiver of ``post_delete``: see to file and room once the deletion is certain."""
    transaction.on_commit(partial(_clear, instance.pk, instance.resume_path))


def after_account(sender: Any, instance: Any, **more: Any) -> None:
    """Receiver of ``post_delete`` of accounts: an interview that began after the deletion had
    looked for them goes too. No other can follow, for the account's row is gone."""
    Interview.objects.filter(owner_id=instance.pk).delete()


def _clear(interview_id: int, resume_path: str) -> None:
    if resume_path:
        discard_file(resume_path)
    runner.announce(interview_id, rooms.gone_event(), due=True)
