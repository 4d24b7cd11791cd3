"""Who may do what with an interview: the one policy that REST, WebSocket, pages and files ask.

Nobody, an account, staff; open or with sign-in (`INTERVIEWGPT_AUTH`). Another's interview looks
like none at all, except where everything is open to everybody.
"""

from __future__ import annotations

from enum import Enum, StrEnum

from django.conf import settings

from interviewgpt.accounts.principals import Principal
from interviewgpt.api.errors import ApiError, ErrorCode
from interviews.models import Interview, SenderType

__all__ = ["Deed", "Reach", "admit", "may_have_file", "may_speak", "reach", "whose"]


class Deed(StrEnum):
    """What somebody wants to do."""

    CREATE = "create"
    READ = "read"
    TAKE_PART = "take part"
    """Speak as the candidate, give commands, end."""
    SPEAK_AS_PANEL = "speak as panel"
    """Send messages of an interviewer or of the system."""
    LIST = "list"
    EXPORT = "export"
    DELETE = "delete"
    READ_FILE = "read file"
    """Have the uploaded résumé."""


class Reach(Enum):
    """Whose interviews a deed may be done with."""

    ALL = "everybody's"
    OWN = "one's own"


_ALL, _OWN = Reach.ALL, Reach.OWN
_SIGN_IN, _DENIED = ErrorCode.NOT_AUTHENTICATED, ErrorCode.PERMISSION_DENIED
_Answer = Reach | ErrorCode

# Deed -> the answer to nobody, to an account, to staff.
_OPEN: dict[Deed, tuple[_Answer, _Answer, _Answer]] = {
    Deed.CREATE: (_ALL, _ALL, _ALL),
    Deed.READ: (_ALL, _ALL, _ALL),
    Deed.TAKE_PART: (_ALL, _ALL, _ALL),
    Deed.SPEAK_AS_PANEL: (_ALL, _ALL, _ALL),
    # What is open may be read by who knows its id; but ids can be counted.
    Deed.LIST: (_SIGN_IN, _OWN, _ALL),
    Deed.EXPORT: (_SIGN_IN, _OWN, _ALL),
    Deed.DELETE: (_SIGN_IN, _OWN, _ALL),
    Deed.READ_FILE: (_SIGN_IN, _DENIED, _ALL),
}
_JWT: dict[Deed, tuple[_Answer, _Answer, _Answer]] = {
    Deed.CREATE: (_SIGN_IN, _ALL, _ALL),
    Deed.READ: (_SIGN_IN, _OWN, _ALL),
    Deed.TAKE_PART: (_SIGN_IN, _OWN, _ALL),
    Deed.SPEAK_AS_PANEL: (_SIGN_IN, _DENIED, _ALL),
    Deed.LIST: (_SIGN_IN, _OWN, _ALL),
    Deed.EXPORT: (_SIGN_IN, _OWN, _ALL),
    Deed.DELETE: (_SIGN_IN, _OWN, _ALL),
    Deed.READ_FILE: (_SIGN_IN, _OWN, _ALL),
}


def reach(who: Principal, deed: Deed) -> Reach:
    """Whose interviews ``who`` may do this with; for `Deed.CREATE` any answer is a yes.

    Raises ApiError NOT_AUTHENTICATED or PERMISSION_DENIED.
    """
    rules = _JWT if settings.AUTH == "jwt" else _OPEN
    nobody, account, staff = rules[deed]
    answer = staff if who.staff else account if who.signed_in else nobody
    if isinstance(answer, ErrorCode):
        raise ApiError(answer)
    return answer


def admit(who: Principal, deed: Deed, interview_id: int | None) -> None:
    """Whether ``who`` may do this with this interview, None for an id that cannot be one.

    Raises ApiError as `reach` does, and INTERVIEW_NOT_FOUND for another's. One query, and none
    where all may; whether the interview exists is then for the deed itself to find out.
    """
    wide = reach(who, deed)
    if interview_id is None:
        raise ApiError(ErrorCode.INTERVIEW_NOT_FOUND)
    if wide is Reach.OWN:
        own = Interview.objects.filter(pk=interview_id, owner_id=who.user_id)
        if not own.exists():
            raise ApiError(ErrorCode.INTERVIEW_NOT_FOUND)


def may_have_file(who: Principal, resume_path: str) -> bool:
    """Whether ``who`` may have the file of this résumé; to others there is none."""
    interviews = Interview.objects.filter(resume_path=resume_path)
    try:
        if reach(who, Deed.READ_FILE) is Reach.OWN:
            interviews = interviews.filter(owner_id=who.user_id)
    except ApiError:
        return False
    return interviews.exists()


def whose(who: Principal) -> int | None:
    """Whose interviews somebody may have listed: an owner's id, None for everybody's. Raises
    ApiError as `reach` does."""
    return who.user_id if reach(who, Deed.LIST) is Reach.OWN else None


def may_speak(who: Principal, sender_type: str) -> None:
    """Whether somebody who takes part may send a message of this sender. Raises ApiError as
    `reach` does."""
    if sender_type != SenderType.USER:
        reach(who, Deed.SPEAK_AS_PANEL)
