"""A message from outside, from the commit to the room and the runner."""

from __future__ import annotations

from typing import Any

from interviews import rooms, services
from interviews.ledger import Posted
from interviews.runner import runner

__all__ = ["say"]


def say(*, interview_id: int, origin: str = "", **fields: Any) -> Posted:
    """Commit a message, tell the room and, where a reply is owed, have it taken up by this process,
    which holds the lease at once.

    All in the thread that committed it: whoever waits for the answer may go away meanwhile, and
    the lease must not wait to run out. ``origin`` is the connection that sent it; the ``fields`` and
    what is raised are those of `services.post_message`.
    """
    posted = services.post_message(interview_id=interview_id, **fields, claiming=runner.willing)
    if posted.created:
        event = rooms.message_event(posted, origin)
        runner.announce(interview_id, event, due=posted.due, claim=posted.claim)
    return posted
