"""Where the built-in engine had to stand in, for the report."""

from __future__ import annotations

from typing import Any

from feedback.models import Assessment
from interviewers.engines.base import Conclusion
from interviews.models import Interview, Message
from interviews.thinking import Done, usage_data

__all__ = ["engines_of"]


def engines_of(interview: Interview, done: Done[Conclusion]) -> dict[str, Any]:
    """Which engine the interview was begun with, which one wrote the report, and every part in
    which the built-in engine had to stand in, in the order of the messages they belong to.

    ``part`` is "message" (what was said), "assessment" (of the answer that ends with the message)
    or "report", which belongs to none; ``question`` counts the questions from 1, None for what
    belongs to none of them.
    """
    said = Message.objects.filter(interview_id=interview.pk, metadata__has_key="takeover")
    judged = Assessment.objects.filter(interview_id=interview.pk, takeover__isnull=False)
    found: list[tuple[str, int | None, str | None, int | None, Any]] = [
        *(
            (
                "message",
                m.pk,
                m.interviewer_id,
                m.planned.slot if m.planned else None,
                m.metadata["takeover"],
            )
            for m in said.select_related("planned")
            if m.metadata
        ),
        *(
            ("assessment", a.answer_id, a.interviewer_id, a.planned.slot, a.takeover)
            for a in judged.select_related("planned")
        ),
    ]
    found.sort(key=lambda entry: entry[1] or 0)
    if done.takeover is not None:
        found.append(("report", None, None, None, done.takeover.data()))
    return {
        "interview": interview.engine,
        "report": done.engine,
        "stood_in": [
            {
                "part": part,
                "message_id": message_id,
                "interviewer_id": interviewer_id,
                "question": None if slot is None else slot + 1,
                **takeover,
            }
            for part, message_id, interviewer_id, slot, takeover in found
        ],
        "usage": usage_data(done.usage),
    }
