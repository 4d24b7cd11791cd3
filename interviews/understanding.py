"""What a candidate's message is in its place: an answer, a request, or a word on an earlier question."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import Q

from interviewers.engines.base import Aside, MessageKind
from interviewers.engines.builtin.judging.scant import has_none, is_scant
from interviewers.engines.builtin.reading.asked import sentences
from interviewers.engines.builtin.reading.standing import owns_up
from interviewers.engines.builtin.reading.text import fold
from interviewers.engines.builtin.speaking.invited import THEIR_QUESTIONS, asks_of_job
from interviewers.engines.builtin.stories.told import told
from interviewers.engines.vocabulary import DEEDS
from interviewers.models import Skill
from interviewers.selectors import competency_skills
from interviewgpt.expressions import expression
from interviews.asides import (
    Request,
    amended_number,
    amends,
    asks_questions,
    confirms,
    is_strained,
    request_in,
    wants_more,
    wish_among,
)
from interviews.beside import asks_only, may_be_talk, talk_in
from interviews.clarifying import OF_THE_QUESTION, asks_what_is_meant, of_the_hint, term_asked
from interviews.conductor import UNHEARD
from interviews.declining import asks_something, declines
from interviews.earlier import (
    amendment,
    goes_back,
    mends_before,
    put_right,
    question_before,
    question_named,
    question_returned_to,
)
from interviews.leave import asks_leave, refuses
from interviews.models import Interview, Message, PlannedQuestion, SenderType, Wish
from interviews.overheard import is_told, may_be_put
from interviews.queries import (
    adds_nothing,
    asks_for_a_time,
    asks_of_job_alone,
    is_bare,
    lacks_case,
    never_had,
)

__all__ = ["request_of", "subject_of"]

_QUESTIONS = (
    Request.ASSUME,
    Request.COMPANY,
    Request.COURSE,
    Request.RECORD,
    Request.WHO,
    Request.FORM,
    Request.QUERY,
)
_GREETINGS = (Request.GREET, Request.THANKS, Request.WAIT)
_VAGUE = (Request.QUERY, Request.ASSUME)
_DEFINITE = (Request.COMPANY, Request.FORM, Request.REPEAT)
_OUTRIGHT = (Request.HINT, Request.EXPLAIN, Request.REPEAT, Request.OBJECT)
"""What is meant where talk has a clause that asks for it."""
_KNOWLEDGE = (Skill.TECHNICAL, Skill.PROBLEM_SOLVING)
_HELP = [Aside.STUCK.value, Aside.NO_CASE.value, Aside.BARE.value]
_NONE = expression(
    r"\W*(?:嗯|暂时|目前|好像|应该){0,2}(?:没有?|无)(?:了|的|吧|啊)?\W*|\W*(?:no|none|nothing)\W*"
)
_WHICH = expression(r"哪些|有没有|还有什么|\b(?:any|which|what .{0,20}\bstill)\b")
_LETTERS = expression(r"[\W_]+")
_BRIEF = 200
"""Characters; who says more to the invitation to ask has said what they wanted."""
_CONTRASTS = expression(
    r"不是|不对|没有?|应该|其实|实际|而是|\b(?:not|actually|really|rather|instead|should|fair|meant)\b|n't\b",
    re.IGNORECASE,
)
"""Says how something was beside how it was told; the last lines are not read for anything else."""
_MISTAKES = expression(
    r"(?<!不)错(?!过)|失误|失败|疏忽|搞砸|\b(?:mistake|wrong|error|fail|misjudge|regret)",
    re.IGNORECASE,
)
_PUT_AGAIN = 4
"""Messages."""
_COPIED = 12
"""Characters; from there on words of the question are no request."""
_LIFE = ("career-thread", "gaps", "leaving", "pressure")
"""Topics of questions that a loss may be the answer to."""


def request_of(interview: Interview, content: str) -> Request | None:
    """What the message asks for. While an answer waits for its reply only a skip and the end count:
    all else is said to it, like the thanks after a hint."""
    if interview.open_id is None:
        return None
    request, confirmed = request_in(content), confirms(content)
    if confirmed is not None and _was_asked_to_end(interview):
        return Request.CLOSE if confirmed else Request.REPEAT
    if wants_more(content) and _has_given_a_hint(interview):
        return Request.HINT
    if request in (Request.SKIP, Request.END):
        return request
    if request in (None, *_VAGUE) and _asks_of_a_hint(interview, fold(content)):
        return Request.HINT
    if request is None and refuses(fold(content)):
        return Request.SKIP
    if request is None and (amended := amends(content)) is not None:
        request = amendment(interview, *amended, content)
    if request is None and owns_up(content) and not _is_of_mistakes(interview):
        request = Request.BACK
    if request is None and _tells_what_was_wrong(interview, content):
        request = Request.AMEND
    if request is None and (
        put_right(interview, content) is not None
        or goes_back(interview, content)
        or question_returned_to(interview, content) is not None
    ):
        request = Request.AMEND
    if (
        request in (None, *_VAGUE)
        and asks_of_job_alone(content)
        and not OF_THE_QUESTION.search(content)
    ):
        request = Request.COMPANY
    if request is None:
        request = _nothing_to_tell(interview, content) or _beside(interview, content)
    elif request in _VAGUE:
        # How it is put tells that something is asked; what it is about tells what.
        # Which of two things was meant tells that by itself.
        # So does leave to tell of something else, an internship of theirs say.
        leave = asks_leave(fold(content))
        chosen = leave or asks_what_is_meant(content.casefold().replace("’", "'"))
        met = None if chosen else _beside(interview, content)
        request = met if met in _DEFINITE or (met and request is Request.QUERY) else request
        if _is_answered(interview, content, request):
            return None
        if request is Request.ASSUME and not leave and _asks_of_job(interview, content):
            request = Request.COMPANY
    said = fold(content)
    # The question is only read for who asks for a word at all, which hardly anybody does.
    if (
        request in (None, *_VAGUE)
        and term_asked(said, said)
        and term_asked(said, _asked(interview))
    ):
        request = Request.ASSUME
    if request is None and adds_nothing(content) and _is_fresh(interview):
        request = Request.REMARK
    if request is Request.STUCK and _is_led_on(interview):
        request = None
    if request is None or request in _GREETINGS:
        request = _uninvited(interview, content, request)
    if request is None or (
        request in _QUESTIONS
        and _is_to_ask(interview, content)
        and not (request is Request.ASSUME and _checks_a_word(interview, content))
    ):
        return None
    if may_be_put(content, request) and _table(interview, "spec__topic") == (THEIR_QUESTIONS,):
        return None  # it is a question like the others that were invited
    if request is Request.BACK and question_before(interview) is None:
        request = Request.BACK if _has_answered(interview) else Request.REPEAT
    if request is Request.DISTRESS and not is_strained(content) and _is_about_life(interview):
        return None
    answered = Message.objects.filter(pk=interview.owed_id or 0, planned_id__isnull=False)
    return None if answered.exists() else request


def _is_answered(interview: Interview, content: str, request: Request) -> bool:
    """Whether what seems to ask something of the panel is a short answer, or asks besides giving one."""
    (spec,) = _table(interview, "spec")
    if request is Request.QUERY and is_scant(content, spec["text"]):
        return True
    return is_scant(_stated(content), _probe(interview, spec) or spec["text"])


def _asks_of_job(interview: Interview, content: str) -> bool:
    """Whether beside a question about people and oneself, which leaves little to be assumed, something is
    asked that one wants to know of a job."""
    (competency,) = _table(interview, "competency")
    if competency_skills([competency]).get(competency) in _KNOWLEDGE or OF_THE_QUESTION.search(
        content
    ):
        return False
    return any(map(asks_of_job, sentences(content.casefold())))


def _stated(content: str) -> str:
    """What a message says besides its questions."""
    return "".join(said for said in sentences(content) if not said.endswith(("?", "？")))


def _nothing_to_tell(interview: Interview, content: str) -> Request | None:
    """Whether ``content`` says that there is no such story, or no more than yes or no; a second
    time that is the answer."""
    never = never_had(content, interview.language)
    caseless = never or lacks_case(content, interview.language)
    if not (caseless or is_bare(content)) or adds_nothing(content) or _is_led_on(interview):
        return None
    (spec,) = _table(interview, "spec")
    if not caseless:
        # Who is asked which there are, and has none, has answered.
        none = _NONE.fullmatch(content.casefold()) and _WHICH.search(_probe(interview, spec))
        return None if none else Request.BARE
    lived = any(point["cue"] in DEEDS for point in spec["points"])
    story = lived or asks_for_a_time(spec["text"])
    answers = Message.objects.filter(planned_id=interview.open_id, sender_type=SenderType.USER)
    return Request.NO_CASE if story and not answers.exists() else None


def _tells_what_was_wrong(interview: Interview, content: str) -> bool:
    """Whether, on a question with no answer yet, who had only said that something was wrong has just been asked
    what, and tells that rather than an answer."""
    if len(content) > _BRIEF or not _CONTRASTS.search(content):
        return False
    lines = Message.objects.filter(interview_id=interview.pk).order_by("-pk")
    last = [*lines.values_list("sender_type", "content", "metadata")[:2]]
    if [sender for sender, _, _ in last] != [SenderType.INTERVIEWER, SenderType.USER]:
        return False
    (_, _, asked), (_, owned_up, _) = last
    if (asked or {}).get("aside") != Aside.BACK.value or not owns_up(owned_up):
        return False
    return not _has_answered(interview) and mends_before(interview, content)


def _is_of_mistakes(interview: Interview) -> bool:
    """Whether what went wrong is what the open question asks, and nothing has been answered on it: then that something
    was wrong answers it."""
    return _MISTAKES.search(_asked(interview)) is not None and not _has_answered(interview)


def _has_answered(interview: Interview) -> bool:
    """Whether anything has been answered on the open question."""
    answers = Message.objects.filter(planned_id=interview.open_id, sender_type=SenderType.USER)
    return answers.exists()


def _is_led_on(interview: Interview) -> bool:
    """Whether who has no way into the open question has been helped already, or needs none."""
    (topic,) = _table(interview, "spec__topic")
    helped = Message.objects.filter(planned_id=interview.open_id, metadata__aside__in=_HELP)
    return topic == THEIR_QUESTIONS or helped.exists()


def _uninvited(interview: Interview, content: str, request: Request | None) -> Request | None:
    """What a message comes to that is no more than ``request`` where questions are invited: one that
    declines is an answer, one that neither asks nor declines is none, twice at most."""
    if interview.panel[-1:] != [interview.current_interviewer]:
        return request  # only the last of the panel invites, and no other needs a look at the plan
    no = declines(content)
    if not no and (request or len(content) > _BRIEF or asks_something(content)):
        return request
    topic, spec, follow_ups = _table(interview, "spec__topic", "spec", "follow_ups")
    if topic != THEIR_QUESTIONS:
        return request
    remarks = Message.objects.filter(
        planned_id=interview.open_id, metadata__aside=Aside.REMARK.value
    )
    if no or adds_nothing(content) or remarks.count() >= UNHEARD:
        return None
    met = talk_in(content, spec, people=True)
    if follow_ups and request is None and met in (None, Request.REMARK) and is_told(content):
        return None  # "Does anything make you hesitate?" is answered by what does.
    return None if met in _QUESTIONS else met or Request.REMARK


def _is_fresh(interview: Interview) -> bool:
    """Whether nothing has been said on the open question: who is done then is done with the one
    before. A second time that is the answer."""
    (topic,) = _table(interview, "spec__topic")
    said = Q(sender_type=SenderType.USER) | Q(metadata__aside=Aside.REMARK.value)
    lines = Message.objects.filter(said, planned_id=interview.open_id)
    return topic != THEIR_QUESTIONS and not lines.exists()


def _beside(interview: Interview, content: str) -> Request | None:
    """How a message is met that is talk, and has nothing of what the open question expects."""
    if not (asks_only(content) or may_be_talk(content)) or adds_nothing(content):
        return None
    spec, competency = _table(interview, "spec", "competency")
    if spec["topic"] == THEIR_QUESTIONS or is_scant(content, spec["text"]):
        return None
    probe = _probe(interview, spec)
    said = _stated(content) if asks_only(content) else content
    if probe and (is_scant(said, probe) or told(said, probe) or has_none(said, probe)):
        return None  # what was asked last is told, be it in words that talk has as well
    people = competency_skills([competency]).get(competency) not in _KNOWLEDGE
    met = talk_in(content, spec, people=people)
    return (met and wish_among(content, _OUTRIGHT)) or met


def _probe(interview: Interview, spec: dict[str, Any]) -> str:
    """The follow-up on the open question that was put last, "" where there was none."""
    lines = Message.objects.filter(
        planned_id=interview.open_id, metadata__kind=MessageKind.FOLLOW_UP.value
    )
    # Put in other words, it is the one before.
    put = lines.order_by("-pk").values_list("content", flat=True)[:_PUT_AGAIN]
    return next((f["text"] for line in put for f in spec["follow_ups"] if f["text"] in line), "")


def _asked(interview: Interview) -> str:
    """The open question, and the follow-up on it that was put last."""
    (spec,) = _table(interview, "spec")
    return f"{spec['text']} {_probe(interview, spec)}"


def subject_of(interview: Interview, request: Request | None, content: str) -> int | None:
    """The question that a candidate's message belongs to."""
    if request is Request.AMEND:
        number = amended_number(content)
        named = question_named(interview, content)
        named = put_right(interview, content) or named or question_returned_to(interview, content)
        return named or question_before(interview, number)
    return interview.open_id if request is None else None


def _was_asked_to_end(interview: Interview) -> bool:
    """Whether the panel has just asked if the interview is to end, or the candidate has just said
    that it is."""
    asked = Message.objects.filter(
        pk=interview.last_message_id or 0,
        sender_type=SenderType.INTERVIEWER,
        metadata__aside=Request.END.value,
    )
    return interview.wish == Wish.CLOSE or asked.exists()


def _has_given_a_hint(interview: Interview) -> bool:
    """Whether what was said last is a hint, or that there is no other."""
    last = Message.objects.filter(
        Q(metadata__kind=MessageKind.HINT.value) | Q(metadata__aside=Aside.NO_HINT.value),
        pk=interview.last_message_id or 0,
        sender_type=SenderType.INTERVIEWER,
    )
    return last.exists()


def _is_to_ask(interview: Interview, content: str) -> bool:
    """Whether to ask something is what the open question wants; or whether ``content`` is no more
    than words of the question."""
    topic, text = _table(interview, "spec__topic", "spec__text")
    said = _LETTERS.sub("", content.casefold())
    copied = len(said) >= _COPIED and said in _LETTERS.sub("", text.casefold())
    return topic == THEIR_QUESTIONS or asks_questions(text) or copied


def _checks_a_word(interview: Interview, content: str) -> bool:
    """Whether, before anything was answered, somebody asks which of two things a word of the question means."""
    answers = Message.objects.filter(planned_id=interview.open_id, sender_type=SenderType.USER)
    (topic,) = _table(interview, "spec__topic")
    asks = topic != THEIR_QUESTIONS and asks_what_is_meant(fold(content))
    return asks and OF_THE_QUESTION.search(content) is not None and not answers.exists()


def _asks_of_a_hint(interview: Interview, said: str) -> bool:
    """Whether somebody has not understood a hint on the open question, or asks for a word of one."""
    if not (of_the_hint(said) or term_asked(said, said)):
        return False
    hints = Message.objects.filter(
        planned_id=interview.open_id, metadata__kind=MessageKind.HINT.value
    )
    given = " ".join(hints.values_list("content", flat=True))
    return bool(given) and (of_the_hint(said) or bool(term_asked(said, fold(given))))


def _table(interview: Interview, *names: str) -> tuple[Any, ...]:
    """Fields of the open question."""
    row: tuple[Any, ...] = PlannedQuestion.objects.values_list(*names).get(
        pk=interview.open_id or 0
    )
    return row


def _is_about_life(interview: Interview) -> bool:
    """Whether the open question asks for turns in the candidate's life."""
    table = PlannedQuestion.objects.filter(pk=interview.open_id or 0)
    return table.values_list("spec__topic", flat=True).get() in _LIFE
