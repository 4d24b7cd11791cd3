"""Reads what one turn, or the end, has to know; bounded by the plan, not by the transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import orjson
from django.db.models import Case, F, When

from feedback.models import Assessment
from feedback.services import assessment_of, covered_points, latest_assessments
from interviewers.catalogue import catalogue
from interviewers.engines.base import Line, QuestionSpec
from interviewers.engines.builtin.judging.bilingual import spoken_besides
from interviewers.engines.builtin.reading.corrected import what_stands
from interviewers.engines.builtin.reading.text import fold
from interviewers.engines.builtin.speaking.invited import subjects
from interviewers.engines.builtin.stories.telling import tells_of_event
from interviewers.selectors import rubrics, spec_from_data, spec_from_json
from interviewers.texts import texts
from interviewgpt.prepared import Given, Select
from interviews.answered import Answered, Thread, read_thread
from interviews.best_lines import Worth, lines_worth, worth
from interviews.conductor import STRONG, Item
from interviews.ledger import Claim, LeaseLostError, load_held
from interviews.models import Interview, Message, PlannedQuestion, PlanState, SenderType
from interviews.people import at_the_beginning
from interviews.queries import supposes
from interviews.quoting import tells
from interviews.recalled import recalled
from interviews.sitting import Memo, Sitting

__all__ = ["load_closing", "load_sitting", "load_unassessed"]

RECENT_LINES = 8
_LAST_LINES = 60
_TOLD_ANSWERS, _TOLD_CHARACTERS = 40, 2_000
_NOTES = 3
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

_NOBODY: Mapping[int, Sequence[str]] = {}
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
        _memo_for(interview, said, told, between=opened is None, briefed=briefed),
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


def _memo_for(
    interview: Interview,
    said: Sequence[str],
    heard: Mapping[int, Sequence[str]],
    *,
    between: bool,
    briefed: bool,
) -> Memo:
    """The whole memo ``between`` questions, when the floor has passed, else what colleagues have passed on
    where somebody is to be ``briefed`` with it: nothing of what is still to be answered."""
    if between:
        return _memo(interview, said, heard)
    current = interview.current_interviewer
    if not briefed or interview.panel[:1] == [current]:
        return Memo()
    passed = [a for a in _latest(interview) if a.interviewer_id != current]
    return Memo(_notes(passed, interview.language))


def _latest(interview: Interview) -> list[Assessment]:
    """The judgements so far, the best first (one query)."""
    return sorted(latest_assessments(interview.pk).values(), key=lambda a: -a.score)


def _notes(latest: Sequence[Assessment], language: str) -> tuple[str, ...]:
    """What is established, by the candidate's words, and what is open."""

    def name(assessment: Assessment) -> str:
        return texts().rubric(assessment.competency, language).name

    established = [a for a in latest if a.level >= STRONG and a.evidence]
    lacking = [a for a in latest if a.missing and a.level < STRONG]
    notes = [f"+ {name(a)}: {a.evidence}" for a in established[:_NOTES]]
    for assessment in lacking[-_NOTES:]:
        points = ", ".join(point["text"] for point in assessment.missing[:2])
        notes.append(f"- {name(assessment)}: {points}")
    return tuple(notes)


def _memo(interview: Interview, said: Sequence[str], heard: Mapping[int, Sequence[str]]) -> Memo:
    """From the judgements so far. The quote is one that the interviewer just before has heard."""
    latest = _latest(interview)
    place = interview.panel.index(interview.current_interviewer)
    before = interview.panel[place - 1] if place else ""
    notes = _notes(latest, interview.language)
    # What somebody did is worth passing on however much the answer left open: it praises nothing.
    passed = [a for a in latest if a.interviewer_id == before and a.evidence]
    memo = _told_well(passed, interview, notes, said, heard, least=_DEED)
    if not memo.quote or supposes(memo.quote, interview.language):
        # What a colleague has said back to them may be passed on as well, sooner than nothing, or than
        # what somebody would do.
        asked = [_QUOTED.sub(" ", line) for line in said]
        memo = _told_well(passed, interview, notes, asked, heard, least=_DEED)
    return memo if memo.quote else replace(memo, about=_subjects(interview, before) or memo.about)


def _subjects(interview: Interview, interviewer_id: str) -> str:
    """What of the résumé somebody has asked about, which says more than the name of a competency; "" for
    nothing (one query)."""
    asked = PlannedQuestion.objects.filter(
        interview_id=interview.pk, interviewer_id=interviewer_id, state=PlanState.DONE
    )
    named = asked.order_by("slot").values_list("spec__subject", flat=True)
    found = list(dict.fromkeys(filter(None, named)))[:_NAMED]
    quoted, tie = ("「{}」", "和") if interview.language == "zh" else ("“{}”", " and ")
    return tie.join(map(quoted.format, found))


_NAMED = 2


def load_closing(
    interview: Interview,
    said: Sequence[str] = (),
    heard: Mapping[int, Sequence[str]] = _NOBODY,
) -> Memo:
    """The one thing that is looked back on when the interview ends: something told well, and no
    weakness that was asked for, nor a question, nor what the panel has quoted in what it ``said``
    (one query)."""
    memo = _told_well(
        [
            a
            for a in _latest(interview)
            if a.level >= STRONG - 1
            and a.evidence
            and a.competency != _OF_ONESELF
            and not subjects(a.evidence)
        ],
        interview,
        said=said,
        heard=heard,
    )
    # "I go running" is nothing that was done.
    return memo if not memo.quote or max(worth(memo.quote)[:2]) > 0 else replace(memo, quote="")


_QUOTED = re.compile("「[^「」]{1,200}」|“[^“”]{1,200}”")
_OF_ONESELF = "self-awareness"
_DEED: Worth = (0, 1, 1)


def _told_well(
    established: Sequence[Assessment],
    interview: Interview,
    notes: Sequence[str] = (),
    said: Sequence[str] = (),
    heard: Mapping[int, Sequence[str]] = _NOBODY,
    least: Worth = (1, 0, 0),
) -> Memo:
    """A memo with the best line of the ``established`` answers that can be quoted, else with what the
    first of them is about; ``heard`` are the candidate's lines by question, ``said`` the panel's, and
    ``least`` is how much a line of an answer that was not strong must be worth."""
    language = interview.language

    def quotable(quote: str) -> bool:
        # What anybody could have said is no memory of somebody; in Chinese "I" is mostly left out, and
        # what happened is somebody's own as well.
        own = worth(quote)[2] > 0 or (language == "zh" and tells_of_event(fold(quote)))
        return own and worth(quote)[0] >= 0 and tells(quote, language)

    def rank(told: tuple[Assessment, str]) -> tuple[bool, bool, Worth]:
        # What happened is worth more than what one would do.
        quote = told[1]
        return quote != "", not supposes(quote, language), worth(quote)

    texts_of = {
        a.planned_id: what_stands(heard.get(a.planned_id) or [a.evidence]) for a in established
    }
    quoted = [
        (a, piece)
        for a in established
        for text in texts_of[a.planned_id]
        for piece in [*filter(quotable, lines_worth(text, language, said)), ""]
        if a.level >= STRONG or (piece and worth(piece) >= least)
    ]
    best, quote = max(quoted, key=rank, default=(None, ""))
    about = texts().rubric(best.competency, language).name if best is not None else ""
    return Memo(tuple(notes), quote, about)


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
