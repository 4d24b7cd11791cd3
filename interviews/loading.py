"""Reads what one turn, or the end, has to know; bounded by the plan, not by the transcript."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import orjson
from django.db.models import Case, F, When

from feedback.models import Assessment
from feedback.services import assessment_of, covered_points
from interviewers.catalogue import catalogue
from interviewers.engines.base import Line, QuestionSpec
from interviewers.engines.builtin.judging.bilingual import spoken_besides
from interviewers.selectors import rubrics, spec_from_data, spec_from_json
from interviewers.texts import texts
from interviewgpt.prepared import Given, Select
from interviews.answered import Answered, Thread, read_thread
from interviews.conductor import Item
from interviews.ledger import Claim, LeaseLostError, load_held
from interviews.memos import memo_for
from interviews.models import Interview, Message, PlannedQuestion, PlanState, SenderType
from interviews.people import at_the_beginning
from interviews.recalled import recalled
from interviews.sitting import Sitting

__all__ = ["load_sitting", "load_unassessed"]

RECENT_LINES = 8
_LAST_LINES = 60
_TOLD_ANSWERS, _TOLD_CHARACTERS = 40, 2_000
_SPOKEN = (PlanState.OPEN, PlanState.DONE, PlanState.SKIPPED)

_PLAN = Select(
    lambda: (
        PlannedQuestion.objects.filter(interview_id=Given("interview_id"))
        .exclude(state=PlanState.DROPPED)
        .order_by("slot", "id")
        .values_list(
            "id",
            "slot",
            "interviewer_id",
            "level",
            "state",
            "follow_up_budget",
            "follow_ups",
            "hints_here",
            "repeats",
            "competency",
            Case(When(pk=Given("open_id"), then=F("spec"))),
        )
    )
)
_THREAD = Select(
    lambda: (
        Message.objects.filter(planned_id=Given("item_id"))
        .order_by("id")
        .values_list("id", "sender_type", "content")
    )
)
_LAST = Select(
    lambda: (
        Message.objects.filter(interview_id=Given("interview_id"))
        .order_by("-id")
        .values_list("id", "sender_type", "interviewer_id", "content", "planned_id")[:_LAST_LINES]
    )
)
_TOLD = Select(
    lambda: (
        Message.objects.filter(
            interview_id=Given("interview_id"),
            sender_type=SenderType.USER,
            planned__isnull=False,
        )
        .exclude(planned__interviewer_id=Given("current"))
        .order_by("-id")
        .values_list("content")[:_TOLD_ANSWERS]
    )
)

_Row = tuple[int, str, str | None, str, int | None]
"""A line of the transcript: its id, who said it (kind and interviewer), what, and on which planned
question."""


def load_sitting(claim: Claim, *, briefed: bool = False) -> Sitting:
    """What the turn has to know. ``briefed`` is whether the notes of the memo are wanted with an open
    question too: a model reads them at every turn. Raises LeaseLostError when the work is seen to be no
    longer ours; in the end it is the commit that finds out."""
    interview = claim.interview or load_held(claim)
    if interview is None:
        raise LeaseLostError
    plan = _PLAN.stored(interview_id=interview.pk, open_id=interview.open_id)
    items = {row[0]: _item(row[:-2]) for row in plan}
    catalogue = texts()
    present = catalogue.panel(interview.panel, interview.language)
    rows: list[_Row] = _LAST.stored(interview_id=interview.pk)[::-1]
    lines = tuple(
        Line("candidate" if sender == SenderType.USER else speaker or "system", text)
        for _, sender, speaker, text, _ in rows
    )
    said = tuple(line.text for line in lines if line.speaker != "candidate")
    heard = tuple(line.text for line in lines if line.speaker == "candidate")
    told: dict[int, list[str]] = {}
    for _, sender, _, text, planned in rows:
        if sender == SenderType.USER and planned is not None:
            told.setdefault(planned, []).append(text)
    opened = before = judged = None
    table = items.get(interview.open_id or 0)
    if table is not None and table.interviewer_id == interview.current_interviewer:
        thread = _thread(table.id, rows)
        competency, spec = next(row[-2:] for row in plan if row[0] == table.id)
        anchors = catalogue.rubric(competency, interview.language)
        question = spec_from_json(spec)
        other = _other_half(question, thread, interview.language)
        opened = Answered(
            table.id,
            table.interviewer_id,
            question,
            anchors,
            thread,
            other,
            recalled(thread.answers, _of_others(table.id, rows)),
        )
        made = covered_points(table.id)
        last = thread.last_answer_id
        judged = assessment_of(table.id, last) if last in made else None
        before = next((made[key] for key in reversed(made) if key != last), None)
    return Sitting(
        interview,
        items,
        at_the_beginning(interview, present),
        opened,
        before,
        judged,
        claim.wish,
        memo_for(interview, said, told, between=opened is None, briefed=briefed),
        recent=lines[-RECENT_LINES:],
        said=said,
        heard=heard,
        by_question=told,
        told=_told(interview, items, rows) if opened is not None else "",
        gone=frozenset(interview.panel) - present.keys(),
    )


@lru_cache(maxsize=4_096)
def _item(row: tuple[Any, ...]) -> Item:
    """An item of a plan; from one turn to the next hardly one has changed."""
    key, slot, interviewer_id, level, state, budget, asked, hints_here, repeats = row
    return Item(
        key,
        slot,
        interviewer_id,
        level,
        pending=state == PlanState.PENDING,
        spoken=state in _SPOKEN,
        budget=budget,
        asked=tuple(orjson.loads(asked)),
        hints_here=hints_here,
        repeats=repeats,
    )


def _thread(item_id: int, rows: Sequence[_Row]) -> Thread:
    """What was said on a question that is on the table. Questions are put there one after the
    other: who sees the panel speak on the one before sees all of it. The candidate may come back
    to that later."""
    others = (row[4] not in (item_id, None) and row[1] != SenderType.USER for row in rows)
    if len(rows) < _LAST_LINES or any(others):
        return read_thread((row[0], row[1], row[3]) for row in rows if row[4] == item_id)
    return read_thread(_THREAD.stored(item_id=item_id))


def _of_others(item_id: int, rows: Sequence[_Row]) -> Iterator[tuple[int, int, str]]:
    """The candidate's lines on other questions: the question, the message, and what was said."""
    for key, sender, _, text, planned in rows:
        if sender == SenderType.USER and planned not in (None, item_id):
            yield planned or 0, key, text


def _other_half(spec: QuestionSpec, thread: Thread, language: str) -> QuestionSpec | None:
    """The question in the language the candidate has answered in, None where that is the
    interview's, and where the bank no longer has the question as it was asked."""
    spoken = next((o for text in thread.answers if (o := spoken_besides(text, language))), "")
    if not spoken:
        return None
    wording = catalogue().wordings([spec.key], spoken).get(spec.key)
    if wording is None:
        return None
    other = spec_from_json(wording.about(spec.subject))
    alike = {point.key for point in other.points} == {point.key for point in spec.points}
    return other if alike else None


def _told(interview: Interview, items: Mapping[int, Item], rows: Sequence[_Row]) -> str:
    """What the candidate has told the colleagues of the current interviewer."""
    current = interview.current_interviewer
    if interview.panel[:1] == [current]:
        return ""
    if len(rows) < _LAST_LINES:
        others = {key for key, item in items.items() if item.interviewer_id != current}
        told = [row[3] for row in rows[::-1] if row[1] == SenderType.USER and row[4] in others]
    else:
        told = [text for (text,) in _TOLD.stored(interview_id=interview.pk, current=current)]
    return "\n".join(text[:_TOLD_CHARACTERS] for text in told[:_TOLD_ANSWERS]).casefold()


def load_unassessed(interview: Interview) -> list[Answered]:
    """Planned questions whose last answer is to be judged and nobody has yet, in the order they were
    asked."""
    judged = set(
        Assessment.objects.filter(interview_id=interview.pk).values_list("answer_id", flat=True)
    )
    lines: dict[int, list[tuple[int, str, str]]] = {}
    said = Message.objects.filter(interview_id=interview.pk, planned_id__isnull=False)
    rows = said.order_by("id").values_list("planned_id", "id", "sender_type", "content")
    for item_id, key, sender, text in rows:
        lines.setdefault(item_id or 0, []).append((key, sender, text))
    threads = {key: read_thread(said) for key, said in lines.items()}
    waiting = [
        planned
        for planned in PlannedQuestion.objects.filter(pk__in=lines)
        if threads[planned.pk].last_answer_id not in (judged | {None})
    ]
    anchors = rubrics({planned.competency for planned in waiting}, interview.language)
    answered = [
        Answered(
            p.pk,
            p.interviewer_id,
            spec_from_data(p.spec),
            anchors[p.competency],
            threads[p.pk],
            _other_half(spec_from_data(p.spec), threads[p.pk], interview.language),
            recalled(
                threads[p.pk].answers,
                (
                    (item_id, key, text)
                    for item_id, thread in threads.items()
                    if item_id != p.pk
                    for key, text in thread.texts.items()
                ),
            ),
        )
        for p in waiting
    ]
    return [one for one in answered if one.to_be_judged]
