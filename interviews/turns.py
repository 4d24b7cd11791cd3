"""Runs one piece of due work: a reply, or the end. Waits for engines; holds nothing meanwhile.

No database connection and no transaction is held while an engine works. A turn that dies anywhere
is due again when its lease runs out; what it had stored is not done twice.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import InterfaceError, OperationalError

from feedback import services as feedback
from feedback.models import Assessment
from interviewers.engines.base import AnswerAssessment, Brief, EngineError
from interviewers.engines.registry import current_engine
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.meters import TURNS
from interviews import ending, ledger, rooms
from interviews.answered import Answered
from interviews.briefs import brief_of, load_asked
from interviews.conductor import PROBE_HINTS, Ask, Close, Handover, Hint, Move, Repeat, decide
from interviews.ledger import Claim, LeaseLostError
from interviews.loading import load_sitting, load_unassessed
from interviews.memos import load_closing
from interviews.models import Interview, Wish
from interviews.moves import commit_move
from interviews.protocol import RoomStatus, interview_data
from interviews.sitting import Sitting
from interviews.thinking import Done, Hear, Thinking, usage_data
from interviews.ways import AtOnce, Waiting, Way, at_once

__all__ = ["Outcome", "Work", "give_up", "reply_at_once", "run", "waits"]

logger = logging.getLogger(__name__)


def waits() -> bool:
    """Whether the engine has to be waited for; whoever does not say is."""
    return getattr(current_engine(), "waits", True)


class Work:
    """A piece of work under way. ``claim`` is what is owed at the moment: it changes with every
    stage, and is None once everything is settled."""

    def __init__(self, claim: Claim) -> None:
        self.interview_id = claim.interview_id
        self.claim: Claim | None = claim


@dataclass(frozen=True, slots=True)
class Outcome:
    """What has become of work in a thread: ``left`` is still to be done under the same lease,
    ``settled`` whether everything that was owed is, ``events`` are for the room."""

    left: Claim | None = None
    settled: bool = True
    events: list[rooms.Event] = field(default_factory=list)


def reply_at_once(interview_id: int, claim: Claim | None) -> Outcome:
    """Give the reply that is due, all of it in this thread; only with an engine that never waits.

    ``claim`` is None where the work has still to be claimed. The end is left to others: it is
    longer, and the room wants to hear how it gets on. Raises what `run` raises; the lease has been
    given back then.
    """
    claim = claim or ledger.claim(interview_id)
    if claim is None:
        return Outcome()
    way, work = AtOnce(), Work(claim)
    if not claim.ending:
        try:
            at_once(run(work, way, with_end=False))
        finally:
            if work.claim is not None and not work.claim.ending:
                ledger.release(claim)
    if work.claim is not None and work.claim.ending:
        return Outcome(work.claim, events=way.events)
    return Outcome(settled=work.claim is None, events=way.events)


async def run(work: Work, way: Way | None = None, *, with_end: bool = True) -> None:
    """Do the claimed work; the lease is given back by whoever took it. Without ``with_end`` the end
    is left undone.

    A failure of the engine or of the panel is kept on the interview and told to the room, and so
    is one nobody foresaw. When the database cannot be reached the error is raised, with the work
    still due: the next sweep tries again.
    """
    first, way = work.claim, way or Waiting()
    if first is None:
        return
    outcome = "interrupted"
    try:
        if not first.ending:
            await _reply(work, first, way)
        if work.claim is not None and with_end:
            await _end(work.claim, way)
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
        await give_up(work, ApiError(ErrorCode.AI_SERVICE_ERROR), way)
    except ApiError as error:
        outcome = error.code.value
        logger.error("interview %s: %s", work.interview_id, error.code)
        await give_up(work, error, way)
    except Exception:
        if await way.db(ledger.is_gone, first):
            outcome = "overtaken"
            logger.info("interview %s: deleted while it was worked on", work.interview_id)
            return
        outcome = ErrorCode.INTERNAL_SERVER_ERROR.value
        logger.exception("interview %s: the work failed", work.interview_id)
        await give_up(work, ApiError(ErrorCode.INTERNAL_SERVER_ERROR), way)
    finally:
        TURNS.labels(outcome, current_engine().name).inc()


async def give_up(work: Work, error: ApiError, way: Way) -> None:
    """Keep the work as failed, if it is still ours, and tell the room."""
    if work.claim is not None and (language := await way.db(ledger.fail, work.claim, error.code)):
        await way.tell(work.interview_id, rooms.error_event(error, language))


async def _reply(work: Work, claim: Claim, way: Way) -> None:
    """One reply: assess, decide, speak, store. What is left of the work is the end, if it closes."""
    sitting = await way.db(load_sitting, claim, briefed=way.live)
    interview = sitting.interview
    thinking = Thinking(interview, way, claim.reply_to)
    await way.tell(interview.pk, rooms.thinking_event(interview, claim.reply_to))
    judged = sitting.judged
    # Who skips a question, or leaves, waits for no judgement: the end makes up for it.
    unjudged = judged is None and claim.wish not in (Wish.SKIP, Wish.CLOSE)
    if unjudged and sitting.open is not None and sitting.open.to_be_judged:
        judged = await _assess(sitting.open, thinking)
        if way.live:
            # A model's judgement is dear, and kept before anything else can go wrong.
            judged = await way.db(feedback.keep, judged)
    while work.claim is not None and not work.claim.ending:
        move = decide(sitting.view(judged))
        if isinstance(move, Close):
            memo = await way.db(load_closing, sitting.interview, sitting.said, sitting.by_question)
            sitting = replace(sitting, memo=memo)
        work.claim = await _make(work.claim, sitting, judged, move, thinking, way)
        if isinstance(move, Handover) and work.claim is not None:
            sitting, judged = await way.db(load_sitting, work.claim, briefed=way.live), None
            thinking.interview = sitting.interview


async def _assess(answered: Answered, thinking: Thinking) -> Assessment:
    """The judgement, not yet kept."""
    interview = thinking.interview
    done = await thinking.assess(answered.exchange(interview.language))
    return _made(interview.pk, answered, done)


def _made(interview_id: int, answered: Answered, done: Done[AnswerAssessment]) -> Assessment:
    last = answered.thread.last_answer_id
    if last is None:
        raise ValueError("nothing was answered")
    return feedback.made(
        interview_id=interview_id,
        planned_id=answered.planned_id,
        answer_id=last,
        interviewer_id=answered.interviewer_id,
        spec=answered.spec,
        rubric=answered.rubric,
        engine=done.engine,
        result=done.value,
        texts=answered.texts,
        takeover=done.takeover.data() if done.takeover else None,
        usage=usage_data(done.usage),
    )


async def _make(
    claim: Claim,
    sitting: Sitting,
    judged: Assessment | None,
    move: Move,
    thinking: Thinking,
    way: Way,
) -> Claim | None:
    """Speak the move and store it; tell the room."""
    interview = sitting.interview
    asked = await way.db(load_asked, move.item_id) if isinstance(move, Ask) else None
    brief = brief_of(sitting, judged, move, asked)

    async def tell_piece(seq: int, piece: str) -> None:
        after = interview.last_message_id or 0
        event = rooms.delta_event(brief.speaker.id, claim.reply_to, seq, piece, after=after)
        await way.tell(interview.pk, event)

    async def keep_to_oneself(seq: int, piece: str) -> None:
        """Where the room hears everything at the end, it hears the message in one piece."""

    text, metadata = await _speak(brief, thinking, tell_piece if way.live else keep_to_oneself)
    if judged is not None and judged.usage and sitting.is_owed_a_reply:
        metadata["assessment_usage"] = judged.usage
    if asked is not None:
        metadata["question"] = asked.slot + 1
    if isinstance(move, Repeat):
        metadata["aside"] = move.aside.value
    if isinstance(move, Hint) and brief.question is not None:
        hints = PROBE_HINTS if move.gap else len(brief.question.hints)
        if brief.hint_step < hints:  # That there is no other is no hint.
            metadata["hint"] = brief.hint_step + 1
        metadata["hints_left"] = max(0, hints - brief.hint_step - 1)
    following, posted = await way.db(
        commit_move,
        claim=claim,
        sitting=sitting,
        judged=judged,
        move=move,
        speaker_id=brief.speaker.id,
        text=text,
        metadata=metadata,
    )
    if not way.live:
        await tell_piece(0, text)
    await way.tell(interview.pk, rooms.message_event(posted))
    if isinstance(move, Handover):
        role = sitting.people[move.to].role
        await way.tell(
            interview.pk,
            rooms.status_event(
                RoomStatus.INTERVIEWER_CHANGED, interview.language, move.to, role=role
            ),
        )
    return following


async def _speak(brief: Brief, thinking: Thinking, hear: Hear) -> tuple[str, dict[str, Any]]:
    """Have the message spoken to who hears it; its whole text, and what goes into its metadata."""
    done = await thinking.speak(brief, hear)
    metadata: dict[str, Any] = {"kind": brief.kind.value, "engine": done.engine}
    if done.takeover is not None:
        metadata["takeover"] = done.takeover.data()
    if (usage := usage_data(done.usage)) is not None:
        metadata["usage"] = usage
    return done.value, metadata


async def _end(claim: Claim, way: Way) -> None:
    """Judge what nobody has judged yet, write the report, complete the interview."""
    interview, waiting = await way.db(_load_end, claim)
    thinking = Thinking(interview, way)
    total = len(waiting) + 1
    for judged, answered in enumerate(waiting):
        await _tell_progress(interview, judged, total, way)
        await way.db(feedback.keep, await _assess(answered, thinking))
    await _tell_progress(interview, total - 1, total, way)
    report, plan = await way.db(ending.load_report, claim)
    done = await thinking.conclude(report.brief)
    finished = await way.db(ending.complete, claim=claim, report=report, done=done, plan=plan)
    await way.tell(
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


async def _tell_progress(interview: Interview, done: int, total: int, way: Way) -> None:
    await way.tell(
        interview.pk,
        rooms.status_event(
            RoomStatus.EVALUATING,
            interview.language,
            interview.current_interviewer,
            done=done,
            total=total,
        ),
    )
