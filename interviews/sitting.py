"""Reads what one turn, or the end, has to know; bounded by the plan, not by the transcript."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from feedback.models import Assessment
from feedback.services import assessments_of, latest_assessments
from interviewers.engines.base import (
    AnswerFlag,
    Aside,
    Exchange,
    InterviewerView,
    Line,
    QuestionSpec,
    RubricSpec,
    ScoringPoint,
)
from interviewers.engines.builtin.wording import THEIR_QUESTIONS
from interviewers.selectors import panel_views, rubric, rubrics, spec_from_data
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.prepared import Given, Select
from interviews.asides import asks_something, declines
from interviews.conductor import PROBE_HINTS, STRONG, Item, SittingView, Standing
from interviews.ledger import Claim, LeaseLostError, load_held
from interviews.models import (
    Difficulty,
    Interview,
    Message,
    PlannedQuestion,
    PlanState,
    SenderType,
    Wish,
)

__all__ = [
    "QUOTE",
    "Answered",
    "Memo",
    "Sitting",
    "Thread",
    "load_sitting",
    "load_unassessed",
    "read_thread",
    "short_quote",
    "was_told",
]


@dataclass(frozen=True, slots=True)
class Thread:
    """What has been said on one planned question.

    ``answers`` are the candidate's answers in order, each the lines between two lines of the
    panel; ``prompts`` the follow-ups in between; ``texts`` the candidate's lines by message id.
    """

    answers: tuple[str, ...]
    prompts: tuple[str, ...]
    texts: dict[int, str]

    @property
    def last_answer_id(self) -> int | None:
        return max(self.texts, default=None)


@dataclass(frozen=True, slots=True)
class Answered:
    """A planned question with an answer to be judged."""

    planned_id: int
    interviewer_id: str
    spec: QuestionSpec
    rubric: RubricSpec
    thread: Thread

    def exchange(self, language: str) -> Exchange:
        return Exchange(
            language,
            self.spec,
            self.rubric,
            answer=self.thread.answers[-1] if self.thread.answers else "",
            earlier=self.thread.answers[:-1],
            prompts=self.thread.prompts,
        )


@dataclass(frozen=True, slots=True)
class Memo:
    """What passes on with the floor: sentences about what is established and what is open, and a
    verbatim quote short enough to be spoken, "" for none."""

    notes: tuple[str, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """An interview as a turn sees it."""

    interview: Interview
    planned: dict[int, PlannedQuestion]
    people: dict[str, InterviewerView]
    open: Answered | None
    before: Assessment | None
    judged: Assessment | None
    wish: str = ""
    memo: Memo = field(default_factory=Memo)
    recent: tuple[Line, ...] = ()
    said: tuple[str, ...] = ()
    told: str = ""

    def person(self, interviewer_id: str) -> InterviewerView:
        """Raises ApiError INTERVIEWER_ERROR when the interviewer no longer exists."""
        if interviewer_id not in self.people:
            raise ApiError(ErrorCode.INTERVIEWER_ERROR)
        return self.people[interviewer_id]

    def view(self, judged: Assessment | None) -> SittingView:
        """What the conductor may know; ``judged`` is the judgement of the answer just given."""
        interview = self.interview
        items = tuple(_item(planned) for planned in self.planned.values())
        current = interview.current_interviewer
        asked = [
            planned
            for planned in self.planned.values()
            if planned.interviewer_id == current and planned.state in _SPOKEN
        ]
        table = self.planned.get(interview.open_id or 0) if self.open else None
        last = table or (asked[-1] if asked else None)
        return SittingView(
            panel=tuple(interview.panel),
            current=current,
            base_level=Difficulty(interview.difficulty).question_level,
            items=items,
            open_id=interview.open_id if self.open else None,
            probes=self._probes(),
            standing=self._standing(judged) if judged and self.open else None,
            last_level=last.level if last else None,
            skip=self.wish == Wish.SKIP,
            hint=self.wish == Wish.HINT,
            aside=self.aside,
            hints=self._hints(),
            leave=self.wish == Wish.CLOSE,
        )

    def _hints(self) -> int:
        """How many hints there are on what was asked last."""
        if self.open is None:
            return 0
        probed = self.planned[self.open.planned_id].follow_ups
        return PROBE_HINTS if probed else len(self.open.spec.hints)

    @property
    def aside(self) -> Aside | None:
        """What the candidate said instead of an answer, None for the wishes that buttons have."""
        return Aside(self.wish) if self.wish in list(Aside) else None

    def _probes(self) -> tuple[str, ...]:
        """Points of the open question with a follow-up, but for those a colleague has been told."""
        if self.open is None:
            return ()
        told = {p.key for p in self.open.spec.points if was_told(p, self.told)}
        return tuple(f.point for f in self.open.spec.follow_ups if f.point not in told)

    def gained(self, judged: Assessment) -> bool:
        """Whether the last answer brought anything that the ones before it had not."""
        covered = {point["key"] for point in judged.covered}
        before = {point["key"] for point in self.before.covered} if self.before else set()
        return bool(covered - before)

    def _standing(self, judged: Assessment) -> Standing:
        return Standing(
            level=judged.level,
            missing=tuple(point["key"] for point in judged.missing),
            gained=self.gained(judged),
            gave_up=_gave_up(judged) or self._asks_nothing(),
        )

    @property
    def asked(self) -> bool:
        """Whether who was invited to ask has asked."""
        if self.open is None or self.open.spec.topic != THEIR_QUESTIONS:
            return False
        return any(asks_something(a) and not declines(a) for a in self.open.thread.answers)

    def _asks_nothing(self) -> bool:
        """Whether who was invited to ask has no question."""
        if self.open is None or self.open.spec.topic != THEIR_QUESTIONS:
            return False
        return bool(self.open.thread.answers) and declines(self.open.thread.answers[-1])


QUOTE = {"zh": 30, "en": 80}
"""Characters of an answer that can be taken up in a spoken sentence."""

_CLAUSE_ENDS = "，。；：！？、,.;:!?"
_LINK = {
    "zh": re.compile("^(?:所以|因此|于是|然后|接着|另外|而且|并且|但是?|不过|可是|还有|再就是|就是|那么?)[，,]?(?=.{6})"),
    "en": re.compile(r"^(?:(?:So|And|But|Then|Also|Well|Plus|Next|However)\b,? ?)(?=.{12})", re.IGNORECASE),
}  # fmt: skip
"""What ties a sentence to the one before it, which is not quoted."""
_ASKED = re.compile(r"[?？]|[吗么呢]$")
_SENTENCE_ENDS = re.compile(r"[。；！？]|[.;!?](?=\s)")
_CLAUSES = re.compile(r"[，：](?!和|或|以及|还有)|[,:](?=\s)(?! (?:and|or|nor)\b)| [–—-] ")

RECENT_LINES = 8
_SAID_LINES = 60
_TOLD_ANSWERS, _TOLD_CHARACTERS = 40, 2_000
_NOTES = 3
_SPOKEN = (PlanState.OPEN, PlanState.DONE, PlanState.SKIPPED)
_FRUITLESS = {AnswerFlag.DONT_KNOW, AnswerFlag.EMPTY}


def _gave_up(judged: Assessment) -> bool:
    return bool(_FRUITLESS & set(judged.flags))


def _item(planned: PlannedQuestion) -> Item:
    return Item(
        planned.pk,
        planned.slot,
        planned.interviewer_id,
        planned.level,
        pending=planned.state == PlanState.PENDING,
        spoken=planned.state in _SPOKEN,
        budget=planned.follow_up_budget,
        asked=tuple(planned.follow_ups),
        hints_here=planned.hints_here,
        repeats=planned.repeats,
    )


def read_thread(lines: Sequence[Message]) -> Thread:
    """Group the lines of one planned question, in order, into answers and prompts."""
    answers: list[list[str]] = []
    prompts: list[str] = []
    texts: dict[int, str] = {}
    fresh = True
    for line in lines:
        if line.sender_type == SenderType.USER:
            if fresh or not answers:
                answers.append([])
            answers[-1].append(line.content)
            texts[line.pk] = line.content
            fresh = False
        else:
            if answers:
                prompts.append(line.content)
            fresh = True
    return Thread(tuple("\n".join(parts) for parts in answers), tuple(prompts), texts)


_PLAN = Select(
    lambda: (
        PlannedQuestion.objects.filter(interview_id=Given("interview_id"))
        .defer("spec")
        .order_by("slot", "id")
    )
)
_SPEC = Select(
    lambda: PlannedQuestion.objects.filter(pk=Given("item_id")).order_by().values_list("spec")
)
_THREAD = Select(lambda: Message.objects.filter(planned_id=Given("item_id")).order_by("id"))
_LAST_LINES = Select(
    lambda: (
        Message.objects.filter(interview_id=Given("interview_id"))
        .order_by("-id")
        .values_list("sender_type", "interviewer_id", "content")[:_SAID_LINES]
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


def load_sitting(claim: Claim) -> Sitting:
    """What the turn has to know. Raises LeaseLostError when the work is no longer ours."""
    interview = load_held(claim)
    if interview is None:
        raise LeaseLostError
    planned = {item.pk: item for item in _PLAN.objects(interview_id=interview.pk)}
    people = panel_views(interview.panel, interview.language)
    opened = before = judged = None
    table = planned.get(interview.open_id or 0)
    if table is not None and table.interviewer_id == interview.current_interviewer:
        thread = read_thread(_THREAD.objects(item_id=table.pk))
        ((table.spec,),) = _SPEC.rows(item_id=table.pk)
        opened = _answered(table, thread, rubric(table.competency, interview.language))
        made = assessments_of(table.pk)
        last = thread.last_answer_id
        judged = next((a for a in made if a.answer_id == last), None)
        before = next((a for a in reversed(made) if a.answer_id != last), None)
    memo = Memo() if opened is not None else _memo(interview)
    lines = _lines(interview.pk)
    return Sitting(
        interview,
        planned,
        people,
        opened,
        before,
        judged,
        claim.wish,
        memo,
        recent=lines[-RECENT_LINES:],
        said=tuple(line.text for line in lines if line.speaker != "candidate"),
        told=_told(interview) if opened is not None else "",
    )


def _lines(interview_id: int) -> tuple[Line, ...]:
    """The last lines of the transcript, oldest first."""
    last = _LAST_LINES.rows(interview_id=interview_id)
    return tuple(
        Line("candidate" if sender == SenderType.USER else speaker or "system", text)
        for sender, speaker, text in reversed(last)
    )


def _told(interview: Interview) -> str:
    """What the candidate has told the colleagues of the current interviewer."""
    answers = _TOLD.rows(interview_id=interview.pk, current=interview.current_interviewer)
    return "\n".join(text[:_TOLD_CHARACTERS] for (text,) in answers).casefold()


def was_told(point: ScoringPoint, told: str) -> bool:
    """Whether a colleague has heard of the point: two of its names at least. A point that is known
    by how it is told, such as a result, belongs to its own story."""
    if point.cue is not None:
        return False
    return sum(name.casefold() in told for name in point.synonyms) >= 2


def short_quote(text: str, language: str) -> str:
    """The beginning of a quote, as far as it can be taken up in speech: cut after a sentence, else
    after a clause, never in the middle of a list or a number. "" for a question, and where nothing
    can be cut."""
    text = _LINK[language].sub("", text)
    if _ASKED.search(text):
        return ""
    most = QUOTE[language]
    if len(text) <= most:
        return text.rstrip(_CLAUSE_ENDS)
    for ends in (_SENTENCE_ENDS, _CLAUSES):
        cut = max((end.start() for end in ends.finditer(text, 0, most + 1)), default=0)
        if cut >= most // 4:
            return text[:cut]
    return ""


def _memo(interview: Interview) -> Memo:
    """From the judgements so far; asked for between questions only, when the floor has passed.

    The quote is one that the interviewer just before has heard.
    """
    latest = sorted(latest_assessments(interview.pk).values(), key=lambda a: -a.score)
    place = interview.panel.index(interview.current_interviewer)
    before = interview.panel[place - 1] if place else ""
    established = [a for a in latest if a.level >= STRONG and a.evidence]
    lacking = [a for a in latest if a.missing and a.level < STRONG]
    notes = [f"+ {a.competency}: {a.evidence}" for a in established[:_NOTES]]
    for assessment in lacking[-_NOTES:]:
        points = ", ".join(point["text"] for point in assessment.missing[:2])
        notes.append(f"- {assessment.competency}: {points}")
    heard = (a.evidence for a in established if a.interviewer_id == before)
    quote = next((q for e in heard if (q := short_quote(e, interview.language))), "")
    return Memo(tuple(notes), quote)


def load_unassessed(interview: Interview) -> list[Answered]:
    """Planned questions whose last answer nobody has judged yet, in the order they were asked."""
    judged = set(
        Assessment.objects.filter(interview_id=interview.pk).values_list("answer_id", flat=True)
    )
    lines: dict[int, list[Message]] = {}
    for line in Message.objects.filter(
        interview_id=interview.pk, planned_id__isnull=False
    ).order_by("id"):
        lines.setdefault(line.planned_id or 0, []).append(line)
    threads = {key: read_thread(said) for key, said in lines.items()}
    waiting = [
        planned
        for planned in PlannedQuestion.objects.filter(pk__in=lines)
        if threads[planned.pk].last_answer_id not in (judged | {None})
    ]
    anchors = rubrics({planned.competency for planned in waiting}, interview.language)
    return [_answered(item, threads[item.pk], anchors[item.competency]) for item in waiting]


def _answered(planned: PlannedQuestion, thread: Thread, anchors: RubricSpec) -> Answered:
    return Answered(
        planned.pk, planned.interviewer_id, spec_from_data(planned.spec), anchors, thread
    )
