"""The engine seam: what an engine is asked, what it answers, and nothing else.

Everything here is plain, frozen data. An engine sees no ORM, no settings and no socket, so the
same brief can be rendered from the bank or by a model, and either can be tested by itself.
Texts are in ``language`` ("zh" or "en"); levels are 1-5 rubric levels unless said otherwise.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Protocol

from interviewers.engines import vocabulary
from interviewers.engines.vocabulary import AnswerFlag, Aside, Check, Cue, Fault, MessageKind

__all__ = [
    "AnswerAssessment",
    "AnswerFlag",
    "Aside",
    "AssessedItem",
    "BetterAnswer",
    "Brief",
    "Check",
    "Conclusion",
    "Cue",
    "Engine",
    "EngineError",
    "Exchange",
    "Fault",
    "FollowUp",
    "InterviewerView",
    "Line",
    "MessageKind",
    "NextStep",
    "PanelBrief",
    "Piece",
    "QuestionSpec",
    "ReviewText",
    "RubricSpec",
    "ScoringPoint",
    "Usage",
]


@dataclass(frozen=True, slots=True)
class Usage:
    """What a call cost: requests to the model, tokens as its server counts them (reckoned by
    length where it does not), and the time waited, in ms. All 0, and ``model`` "", for the built-in engine."""

    model: str = ""
    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    milliseconds: int = 0

    @property
    def tokens(self) -> int:
        return self.prompt_tokens + self.completion_tokens


class EngineError(Exception):
    """An engine failed for good. The text is for the log, never for a client; ``fault`` may be
    told, and ``usage`` is what the failure cost."""

    def __init__(self, text: str, *, fault: Fault = Fault.FAILED, usage: Usage | None = None):
        super().__init__(text)
        self.fault = fault
        self.usage = usage or Usage()


@dataclass(frozen=True, slots=True)
class ScoringPoint:
    """One thing a good answer says. ``key`` is unique in its question and the same in both languages.

    ``contrary`` is what people commonly get wrong of it (see `builtin.contrary.misheld`)."""

    key: str
    text: str
    synonyms: tuple[str, ...] = ()
    cue: Cue | None = None
    contrary: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return hash(self.text)  # which remembers its own; caches ask for it all the time


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A probe to be asked while the scoring point ``point`` is missing."""

    point: str
    text: str


@dataclass(frozen=True, slots=True)
class QuestionSpec:
    """A question in one language, as it was planned. ``level`` is 1 (junior) to 3 (senior).

    ``subject`` is the thing from the résumé the question names, "" for none.
    """

    key: str
    competency: str
    level: int
    text: str
    reference: str
    points: tuple[ScoringPoint, ...]
    follow_ups: tuple[FollowUp, ...] = ()
    hints: tuple[str, ...] = ()
    topic: str = ""
    subject: str = ""

    @property
    def wants_story(self) -> bool:
        """Whether one thing that happened is asked for. Why somebody leaves, or where they want to be, has
        something done in it as well, and is still no story."""
        cues = {point.cue for point in self.points}
        told = {Cue.ACTION, Cue.RESULT} <= cues and cues.isdisjoint({Cue.REFLECTION, Cue.EXAMPLE})
        return Cue.SITUATION in cues or told

    @property
    def wants_deeds(self) -> bool:
        """Whether what somebody did is asked for, as a story or beside a view of theirs."""
        return any(point.cue in vocabulary.DEEDS for point in self.points)

    @property
    def wants_experience(self) -> bool:
        """Whether what somebody has lived through belongs to the answer, if only as an example."""
        return any(point.cue in vocabulary.EXPERIENCE for point in self.points)


@dataclass(frozen=True, slots=True)
class InterviewerView:
    """An interviewer as the candidate meets them, in the interview's language."""

    id: str
    name: str
    role: str
    persona: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the recent transcript. ``speaker`` is "candidate" or an interviewer's id."""

    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class Brief:
    """What is to be said next, and by whom. It says *what*; the engine finds the words.

    ``variation`` chooses among equivalent wordings, so that the built-in engine is deterministic. ``said`` is what the panel has said so
    far, so as not to say it the same way again. ``left`` counts the speaker's questions after this one.

    Of the answer before: ``standing`` is its level (1-5, 0 if there was none to judge), ``quote`` a verbatim piece of it to pick up ("" for
    none), ``check`` what was asked of the panel in the middle of it. Whether: ``goes_on`` the probe continues from the quote; ``told`` the
    candidate has probably told what the probe asks for; ``off_topic`` it was about something else; ``gave_up`` they said that they do not
    know; ``scant`` it was a poor answer to a request for a story of their own; ``sketched`` asked what they would do, they told a case of
    their own vaguely; ``repeated`` they had said the same before; ``retold`` that was a story told on another question; ``corrected`` it
    put right something told before; ``other_language`` it was in the other language, for the first time; ``asked_back`` it ended with a
    question about the company.

    Of what the candidate wants, whether: ``skipped`` they asked to leave the question; ``led_on`` it is left although they did not, after
    too much that was no answer; ``ended`` they asked for the end; ``asked`` they had questions for the panel, in the words of
    ``questions``; ``another`` a further one was announced and is still to come; ``confided`` invited to ask, they told something instead;
    ``missed`` what they said was not heard at all. ``aside`` is what they said instead of an answer: the question, or with ``follow_up``
    the probe, stays on the table.

    ``hint_step`` counts the hints on the question, or on ``follow_up``, from 0. ``mention`` is something from the résumé (``mention_from``
    "resume"), the job description ("job") or "both" that leads to the question. ``panel`` is whom a welcome introduces. ``memo`` is what
    the colleagues before have established and left open, in sentences; ``established`` a short verbatim quote from it to refer to,
    ``about`` the name of the competency it was said on, or that they speak of without a quote. At the closing both are of the whole
    interview.
    """

    kind: MessageKind
    language: str
    position: str
    speaker: InterviewerView
    variation: int = 0
    colleague: InterviewerView | None = None
    question: QuestionSpec | None = None
    gap: ScoringPoint | None = None
    follow_up: FollowUp | None = None
    standing: int = 0
    quote: str = ""
    goes_on: bool = False
    told: bool = False
    gave_up: bool = False
    off_topic: bool = False
    scant: bool = False
    sketched: bool = False
    repeated: bool = False
    retold: bool = False
    skipped: bool = False
    led_on: bool = False
    ended: bool = False
    asked: bool = False
    asked_back: bool = False
    confided: bool = False
    questions: str = ""
    another: bool = False
    check: Check | None = None
    corrected: bool = False
    other_language: bool = False
    mention: str = ""
    mention_from: str = ""
    left: int = 0
    hint_step: int = 0
    aside: Aside | None = None
    missed: bool = False
    panel: tuple[InterviewerView, ...] = ()
    established: str = ""
    about: str = ""
    memo: tuple[str, ...] = ()
    recent: tuple[Line, ...] = ()
    said: tuple[str, ...] = ()

    @property
    def spec(self) -> QuestionSpec:
        """The question. Raises EngineError where none was given."""
        if self.question is None:
            raise EngineError(f"a {self.kind} needs a question")
        return self.question


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of speech. Joined, the pieces are the whole message. The last one carries usage."""

    text: str
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class RubricSpec:
    """Behavioural anchors of one competency: ``anchors[0]`` is level 1, ``anchors[4]`` level 5."""

    competency: str
    name: str
    version: int
    anchors: tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Exchange:
    """One answer to be judged. ``earlier`` are the candidate's earlier answers to the same question.

    The judgement is of everything said on the question so far (earlier and now); evidence may
    come from any of it. ``prompts`` are the follow-ups that were asked in between, in order.
    ``other`` is the question in the other language, with the same points, where the candidate has
    spoken that and the question is known in it.
    """

    language: str
    question: QuestionSpec
    rubric: RubricSpec
    answer: str
    earlier: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    other: QuestionSpec | None = None


@dataclass(frozen=True, slots=True)
class AnswerAssessment:
    """The judgement of one exchange.

    ``level`` 1-5, ``score`` 0-100 (finer than the level and consistent with it), ``evidence`` a verbatim
    piece of the answer or "" when nothing in it supports a judgement, ``covered`` and ``missing`` keys of
    scoring points, largest gap first. ``prompt`` names the wording of the prompt it was made with, "" for
    none; ``gradings`` are the levels of several independent gradings, of which ``level`` is the median, ()
    where there was one. ``unheard`` is whether nothing of what was asked has been heard.
    """

    level: int
    score: float
    evidence: str
    reason: str
    covered: tuple[str, ...]
    missing: tuple[str, ...]
    flags: tuple[AnswerFlag, ...] = ()
    usage: Usage = field(default_factory=Usage)
    prompt: str = ""
    gradings: tuple[int, ...] = ()
    unheard: bool = False


@dataclass(frozen=True, slots=True)
class AssessedItem:
    """One question of the interview with what it was worth, as the conclusion sees it.

    ``spec`` is the question in full and ``answers`` what was said on it, None and () where only the
    judgement is known; ``next_anchor`` is what the next level looks like, "" at the highest;
    ``context`` a project or a skill of the résumé that the question is about, "" for none.
    """

    interviewer_id: str
    competency: str
    competency_name: str
    skill: str
    question: str
    level: int
    score: float
    evidence: str
    anchor: str
    covered: tuple[str, ...]
    missing: tuple[str, ...]
    flags: tuple[AnswerFlag, ...] = ()
    spec: QuestionSpec | None = None
    answers: tuple[str, ...] = ()
    next_anchor: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True)
class PanelBrief:
    """Everything the conclusion may speak of. ``unobserved`` are names of planned competencies
    nobody got to judge, and ``knowledge`` those among them that ask for what one knows, and not for
    a story; ``overall_score`` is None when there was no answer at all. ``projects`` are named in
    the résumé."""

    language: str
    position: str
    difficulty: str
    panel: tuple[InterviewerView, ...]
    items: tuple[AssessedItem, ...]
    overall_score: float | None
    skill_scores: dict[str, float]
    unobserved: tuple[str, ...] = ()
    knowledge: frozenset[str] = frozenset()
    unanswered: int = 0
    projects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewText:
    """What one interviewer writes about the candidate."""

    interviewer_id: str
    content: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something to do after the interview. It rests on the judged question ``item`` (its place in
    the brief's items), or on a competency nobody observed: then ``item`` is None and
    ``competency_name`` says which."""

    text: str
    competency_name: str
    item: int | None = None


@dataclass(frozen=True, slots=True)
class BetterAnswer:
    """An example of a better answer to the question ``item``, made by ``engine``. It claims nothing
    about the candidate that they have not said: where it takes figures of theirs, it has blanks."""

    item: int
    text: str
    engine: str


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The prose of the report; every number in it is the server's. ``prompt`` names the wording of
    the prompt it was written with, "" for none."""

    summary: str
    strengths: tuple[str, ...]
    improvements: tuple[str, ...]
    reviews: tuple[ReviewText, ...]
    usage: Usage = field(default_factory=Usage)
    next_steps: tuple[NextStep, ...] = ()
    better: tuple[BetterAnswer, ...] = ()
    prompt: str = ""


class Engine(Protocol):
    """How an interviewer thinks and speaks. Any method may raise `EngineError`.

    One whose methods never wait says so by ``waits = False`` beside its name, and is run in a thread.
    """

    name: str

    def speak(self, brief: Brief) -> AsyncIterator[Piece]:
        """Stream what the interviewer says next."""
        ...

    async def assess(self, exchange: Exchange) -> AnswerAssessment:
        """Judge one answer against its rubric."""
        ...

    async def conclude(self, panel: PanelBrief) -> Conclusion:
        """Write summary, strengths, improvements and one text per interviewer."""
        ...
