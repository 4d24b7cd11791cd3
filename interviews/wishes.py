"""What a candidate can ask for, or say, in place of an answer."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Request"]


class Request(StrEnum):
    """What is asked for. The values are those of `interviews.models.Wish`.

    ``END`` is met with the question whether that is really meant; only ``CLOSE``, the answer to
    that, ends anything.
    """

    SKIP = "skip"
    HINT = "hint"
    REPEAT = "repeat"
    EXPLAIN = "explain"
    ASSUME = "assume"
    VERDICT = "verdict"
    WAIT = "wait"
    PAUSE = "pause"
    GREET = "greet"
    THANKS = "thanks"
    END = "end"
    CLOSE = "close"
    COMPANY = "company"
    RECORD = "record"
    WHO = "who"
    LANGUAGE = "language"
    COURSE = "course"
    WITHHELD = "withheld"
    BACK = "back"
    AMEND = "amend"
    OBJECT = "object"
    DISTRESS = "distress"
    CRISIS = "crisis"
    INSULT = "insult"
    FORM = "form"
    QUERY = "query"
    TOLD = "told"
    STUCK = "stuck"
    NO_CASE = "no_case"
    BARE = "bare"
    REMARK = "remark"
    TROUBLE = "trouble"
