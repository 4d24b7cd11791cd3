"""Runs one piece of due work: a reply, or the end. Waits for engines; holds nothing meanwhile.

No database connection and no transaction is held while an engine works. A turn that dies anywhere
is due again when its lease runs out; what it had stored is not done twice.
"""

from __future__ import annotations

import logging
from typing import Any

from django.db import InterfaceError, OperationalError

from feedback.models import Assessment
from feedback.services import record_assessment
from interviewers.engines.base import (
    AnswerAssessment,
    AnswerFlag,
    Brief,
    EngineError,
    QuestionSpec,
)
from interviewers.engines.registry import current_engine
from interviewers.selectors import spec_from_data
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.db import in_db
from interviewgpt.meters import TURNS
from interviews import ending, ledger, rooms
from interviews.conductor import (
    PROBE_HINTS,
    STRONG,
    WEAK,
    Ask,
    Close,
    FollowUp,
    Handover,
    Hint,
    Move,
    Repeat,
    decide,
)
from interviews.ledger import Claim, LeaseLostError
from interviews.models import Interview, PlannedQuestion, Wish
from interviews.moves import commit_move, kind_of
from interviews.protocol import RoomStatus, interview_data
from interviews.sitting import Answered, Sitting, load_sitting, load_unassessed, short_quote
from interviews.thinking import Done, Thinking, usage_data

__all__ = ["Work", "give_up", "run"]

logger = logging.getLogger(__name__)

_PASSING = {"zh": 15, "en": 40}
"""Characters; an answer shorter than that strays from nothing."""


class Work:
    """A piece of work under way. ``claim`` is what is owed at the moment: it changes with every
    stage, and is None once everything is settled."""

    def __init__(self, claim: Claim) -> None:
        self.interview_id = claim.interview_id
        self.claim: Claim | None = claim


async def run(work: Work) -> None:
    """Do the claimed work; the lease is given back by whoever took it.

    A failure of the engine or of the panel is kept on the interview and told to the room, and so
    is one nobody foresaw. When the database cannot be reached the error is raised, with the work
    still due: the next sweep tries again.
    """
    first = work.claim
    if first is None:
        return
    outcome = "interrupted"
    try:
        if not first.ending:
            await _reply(work, first)
        if work.claim is not None:
            await _end(work.claim)
            work.claim = None
        outcome = "done"
    except LeaseLostError:
        outcome = "overtaken"
        logger.info("interview %s: the work has changed, starting over", work.interview_id)
    except (OperationalError, InterfaceError):
        outcome = ErrorCode.DATABASE_ERROR.value
        raise
    except EngineError:
        outcome = ErrorCode.AI_SERVICE_ERROR.value
        logger.exception("interview %s: the engine failed", work.interview_id)
        await give_up(work, ApiError(ErrorCode.AI_SERVICE_ERROR))
    except ApiError as error:
        outcome = error.code.value
        logger.error("interview %s: %s", work.interview_id, error.code)
        await give_up(work, error)
    except Exception:
        if await in_db(ledger.is_gone, first):
            outcome = "overtaken"
            logger.info("interview %s: deleted while it was worked on", work.interview_id)
            return
        outcome = ErrorCode.INTERNAL_SERVER_ERROR.value
        logger.exception("interview %s: the work failed", work.interview_id)
        await give_up(work, ApiError(ErrorCode.INTERNAL_SERVER_ERROR))
    finally:
        TURNS.labels(outcome, current_engine().name).inc()


async def give_up(work: Work, error: ApiError) -> None:
    """Keep the work as failed, if it is still ours, and tell the room."""
    if work.claim is not None and await in_db(ledger.fail, work.claim, error.code):
        language = await in_db(_language, work.interview_id)
        await rooms.send(work.interview_id, rooms.error_event(error, language))


def _language(interview_id: int) -> str:
    return Interview.objects.values_list("language", flat=True).get(pk=interview_id)


async def _reply(work: Work, claim: Claim) -> None:
    """One reply: assess, decide, speak, store. What is left of the work is the end, if it closes."""
    sitting = await in_db(load_sitting, claim)
    interview = sitting.interview
    thinking = Thinking(interview, claim.reply_to)
    await rooms.send(
        interview.pk,
        rooms.status_event(
            RoomStatus.THINKING,
            interview.language,
            interview.current_interviewer,
            reply_to=claim.reply_to,
        ),
    )
    judged = sitting.judged
    # Who skips a question, or leaves, waits for no judgement: the end makes up for it.
    unjudged = judged is None and claim.wish not in (Wish.SKIP, Wish.CLOSE)
    if unjudged and sitting.open is not None and sitting.open.thread.answers:
        judged = await _assess(sitting.open, thinking)
    while work.claim is not None and not work.claim.ending:
        move = decide(sitting.view(judged))
        work.claim = await _make(work.claim, sitting, judged, move, thinking)
        if isinstance(move, Handover) and work.claim is not None:
            sitting, judged = await in_db(load_sitting, work.claim), None
            thinking.interview = sitting.interview


async def _assess(answered: Answered, thinking: Thinking) -> Assessment:
    interview = thinking.interview
    done = await thinking.assess(answered.exchange(interview.language))
    return await in_db(_record, interview.pk, answered, done)


def _record(interview_id: int, answered: Answered, done: Done[AnswerAssessment]) -> Assessment:
    last = answered.thread.last_answer_id
    if last is None:
        raise ValueError("nothing was answered")
    return record_assessment(
        interview_id=interview_id,
        planned_id=answered.planned_id,
        answer_id=last,
        interviewer_id=answered.interviewer_id,
        spec=answered.spec,
        rubric=answered.rubric,
        engine=done.engine,
        result=done.value,
        texts=answered.thread.texts,
        takeover=done.takeover.data() if done.takeover else None,
        usage=usage_data(done.usage),
    )


async def _make(
    claim: Claim, sitting: Sitting, judged: Assessment | None, move: Move, thinking: Thinking
) -> Claim | None:
    """Speak the move and store it; tell the room."""
    interview = sitting.interview
    item = await in_db(_planned, move.item_id) if isinstance(move, Ask) else None
    brief = _brief(sitting, judged, move, item, variation=interview.last_message_id or 0)
    text, metadata = await _speak(claim, brief, thinking)
    if item is not None:
        metadata["question"] = item.slot + 1
    if isinstance(move, Repeat):
        metadata["aside"] = move.aside.value
    if isinstance(move, Hint) and brief.question is not None:
        metadata["hint"] = move.step + 1
        hints = PROBE_HINTS if move.gap else len(brief.question.hints)
        metadata["hints_left"] = max(0, hints - move.step - 1)
    following, posted = await in_db(
        commit_move,
        claim=claim,
        move=move,
        speaker_id=brief.speaker.id,
        text=text,
        metadata=metadata,
    )
    await rooms.send(interview.pk, rooms.message_event(posted))
    if isinstance(move, Handover):
        await rooms.send(
            interview.pk,
            rooms.status_event(
                RoomStatus.INTERVIEWER_CHANGED,
                interview.language,
                move.to,
                role=sitting.person(move.to).role,
            ),
        )
    return following


def _planned(item_id: int) -> PlannedQuestion:
    return PlannedQuestion.objects.get(pk=item_id)


def _brief(
    sitting: Sitting,
    judged: Assessment | None,
    move: Move,
    item: PlannedQuestion | None,
    *,
    variation: int,
) -> Brief:
    interview = sitting.interview
    current = sitting.person(interview.current_interviewer)
    spec = spec_from_data(item.spec) if item is not None else None
    follow_up = gap = colleague = None
    quote = mention = ""
    if isinstance(move, FollowUp) and sitting.open is not None:
        spec = sitting.open.spec
        follow_up = next(f for f in spec.follow_ups if f.point == move.gap)
        gap = next(point for point in spec.points if point.key == move.gap)
        repeated = len(sitting.planned[move.item_id].follow_ups) > 0
        quote = "" if repeated else _pick_up(judged, spec, interview.language)
    elif isinstance(move, Repeat | Hint) and sitting.open is not None:
        spec = sitting.open.spec
        follow_up = next((f for f in spec.follow_ups if f.point == move.gap), None)
    elif isinstance(move, Close) and sitting.open is not None:
        spec = sitting.open.spec
    elif isinstance(move, Handover):
        colleague = sitting.person(move.to)
    elif isinstance(move, Ask) and move.opening:
        place = interview.panel.index(current.id)
        if place:
            colleague = sitting.people.get(interview.panel[place - 1])
    if item is not None and spec is not None and not spec.subject:
        mention = item.mention
    return Brief(
        kind=kind_of(move),
        language=interview.language,
        position=interview.position,
        speaker=current,
        variation=variation,
        colleague=colleague,
        question=spec,
        gap=gap,
        follow_up=follow_up,
        standing=_heard(sitting, judged),
        quote=quote,
        gave_up=judged is not None and AnswerFlag.DONT_KNOW in judged.flags,
        off_topic=_astray(sitting, judged),
        # Also when a hint or a repetition was asked for once too often.
        skipped=bool(sitting.wish),
        ended=sitting.wish == Wish.CLOSE,
        asked=sitting.asked,
        aside=move.aside if isinstance(move, Repeat) else None,
        established=sitting.memo.quote,
        memo=sitting.memo.notes,
        recent=sitting.recent,
        said=sitting.said,
        hint_step=move.step if isinstance(move, Hint) else 0,
        mention=mention,
        mention_from=item.mention_from if item is not None else "",
    )


def _heard(sitting: Sitting, judged: Assessment | None) -> int:
    """The level of what was just said: who adds nothing to a good answer is not praised again."""
    if judged is None:
        return 0
    repeated = sitting.before is not None and not sitting.gained(judged)
    return min(judged.level, STRONG - 1) if repeated else judged.level


def _astray(sitting: Sitting, judged: Assessment | None) -> bool:
    """Whether the answer was about something else; one that says next to nothing only needs help."""
    if judged is None or AnswerFlag.OFF_TOPIC not in judged.flags or sitting.open is None:
        return False
    said = "".join(sitting.open.thread.answers[-1:])
    return len(said) >= _PASSING[sitting.interview.language]


def _pick_up(judged: Assessment | None, spec: QuestionSpec, language: str) -> str:
    """A short verbatim piece of the answer to go on from, "" where there is none worth it: a story
    that has so far nothing of the question's own may be any story."""
    if judged is None or judged.level <= 1:
        return ""
    cues = {point.key for point in spec.points if point.cue is not None}
    if judged.level <= WEAK and not {point["key"] for point in judged.covered} - cues:
        return ""
    return short_quote(judged.evidence, language)


async def _speak(claim: Claim, brief: Brief, thinking: Thinking) -> tuple[str, dict[str, Any]]:
    """Stream the message to the room; its whole text, and what goes into its metadata."""

    async def hear(seq: int, text: str) -> None:
        event = rooms.delta_event(brief.speaker.id, claim.reply_to, seq, text)
        await rooms.send(claim.interview_id, event)

    done = await thinking.speak(brief, hear)
    metadata: dict[str, Any] = {"kind": brief.kind.value, "engine": done.engine}
    if done.takeover is not None:
        metadata["takeover"] = done.takeover.data()
    if (usage := usage_data(done.usage)) is not None:
        metadata["usage"] = usage
    return done.value, metadata


async def _end(claim: Claim) -> None:
    """Judge what nobody has judged yet, write the report, complete the interview."""
    interview, waiting = await in_db(_load_end, claim)
    thinking = Thinking(interview)
    total = len(waiting) + 1
    for judged, answered in enumerate(waiting):
        await _tell_progress(interview, judged, total)
        await _assess(answered, thinking)
    await _tell_progress(interview, total - 1, total)
    report, plan = await in_db(ending.load_report, claim)
    done = await thinking.conclude(report.brief)
    finished = await in_db(ending.complete, claim=claim, report=report, done=done, plan=plan)
    await rooms.send(
        finished.pk,
        rooms.status_event(
            RoomStatus.COMPLETED,
            finished.language,
            finished.current_interviewer,
            interview=interview_data(finished, "idle"),
        ),
    )


def _load_end(claim: Claim) -> tuple[Interview, list[Answered]]:
    interview = ledger.load_held(claim)
    if interview is None:
        raise LeaseLostError
    return interview, load_unassessed(interview)


async def _tell_progress(interview: Interview, done: int, total: int) -> None:
    await rooms.send(
        interview.pk,
        rooms.status_event(
            RoomStatus.EVALUATING,
            interview.language,
            interview.current_interviewer,
            done=done,
            total=total,
        ),
    )
