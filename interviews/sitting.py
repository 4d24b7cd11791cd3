"""What one turn has to know of an interview; `loading` reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from feedback.models import Assessment
from interviewers.engines.base import (
    AnswerFlag,
    Aside,
    Cue,
    Exchange,
    InterviewerView,
    Line,
    QuestionSpec,
    RubricSpec,
    ScoringPoint,
)
from interviewers.engines.builtin.support import nearest
from interviewers.engines.builtin.wording import THEIR_QUESTIONS
from interviewgpt.api.errors import ApiError, ErrorCode
from interviews.asides import asks_something, declines
from interviews.conductor import PROBE_HINTS, Item, SittingView, Standing
from interviews.models import Difficulty, Interview, SenderType, Wish
from interviews.queries import adds_nothing, asks_back, is_bare, lacks_case, supposes
from interviews.unheard import how_to_meet

__all__ = [
    "QUOTE",
    "Answered",
    "Memo",
    "Sitting",
    "Thread",
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
    """A planned question with an answer to be judged; ``other`` as in `Exchange`."""

    planned_id: int
    interviewer_id: str
    spec: QuestionSpec
    rubric: RubricSpec
    thread: Thread
    other: QuestionSpec | None = None

    @property
    def to_be_judged(self) -> bool:
        """Whether there is anything to judge: who is invited to ask and has no question has given no
        answer that could be worth much or little."""
        if self.spec.topic == THEIR_QUESTIONS and all(map(declines, self.thread.answers)):
            return False
        return bool(self.thread.answers)

    def exchange(self, language: str) -> Exchange:
        return Exchange(
            language,
            self.spec,
            self.rubric,
            answer=self.thread.answers[-1] if self.thread.answers else "",
            earlier=self.thread.answers[:-1],
            prompts=self.thread.prompts,
            other=self.other,
        )


@dataclass(frozen=True, slots=True)
class Memo:
    """What passes on with the floor: sentences about what is established and what is open, and a
    verbatim quote short enough to be spoken, "" for none."""

    notes: tuple[str, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """An interview as a turn sees it. ``items`` are the plan but for the questions that were
    dropped, in the order of their slots; ``before`` are the points that the judgement before the last
    answer on the open question took for covered, None where there is none; ``heard`` are the
    candidate's last lines, in order."""

    interview: Interview
    items: dict[int, Item]
    people: dict[str, InterviewerView]
    open: Answered | None
    before: frozenset[str] | None
    judged: Assessment | None
    wish: str = ""
    memo: Memo = field(default_factory=Memo)
    recent: tuple[Line, ...] = ()
    said: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    told: str = ""

    def person(self, interviewer_id: str) -> InterviewerView:
        """Raises ApiError INTERVIEWER_ERROR when the interviewer no longer exists."""
        if interviewer_id not in self.people:
            raise ApiError(ErrorCode.INTERVIEWER_ERROR)
        return self.people[interviewer_id]

    def view(self, judged: Assessment | None) -> SittingView:
        """What the conductor may know; ``judged`` is the judgement of the answer just given."""
        interview = self.interview
        current = interview.current_interviewer
        asked = [i for i in self.items.values() if i.interviewer_id == current and i.spoken]
        table = self.items.get(interview.open_id or 0) if self.open else None
        last = table or (asked[-1] if asked else None)
        return SittingView(
            panel=tuple(interview.panel),
            current=current,
            base_level=Difficulty(interview.difficulty).question_level,
            items=tuple(self.items.values()),
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
        probed = self.items[self.open.planned_id].asked
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
        return bool(covered - (self.before or frozenset()))

    def _standing(self, judged: Assessment) -> Standing:
        return Standing(
            level=judged.level,
            missing=self._gaps(judged),
            gained=self.gained(judged),
            gave_up=_gave_up(judged) or self._asks_nothing() or self._told_nothing(),
            unheard=self._unheard(judged),
        )

    def _gaps(self, judged: Assessment) -> tuple[str, ...]:
        """Keys of what is missing, the largest gap first, but last what something said comes near to: who
        has said it in words nobody recognised is not asked for it."""
        keys = tuple(point["key"] for point in judged.missing)
        return tuple(sorted(keys, key=lambda key: bool(self.said_near(key, judged))))

    def said_near(self, key: str, judged: Assessment) -> str:
        """The sentence on the open question that comes near to a point, "" for none. How a story is told
        has no words of its own."""
        if self.open is None:
            return ""
        spec = self.open.spec
        point = next((p for p in spec.points if p.key == key and p.cue is None), None)
        if point is None:
            return ""
        covered = frozenset(made["key"] for made in judged.covered)
        return nearest("\n".join(self.open.thread.answers), point, spec, covered)

    def _unheard(self, judged: Assessment) -> Aside | None:
        if self.open is None or self.open.spec.topic == THEIR_QUESTIONS:
            return None
        if self._only_supposes():
            # Once: who has been told that a supposition will do has been met already.
            fresh = not self.items[self.open.planned_id].repeats
            return Aside.EXPLAIN if fresh else None
        if self._told_nothing():
            return None
        return how_to_meet(
            self.open.spec,
            self.open.thread.answers,
            flags=set(judged.flags),
            covered=bool(judged.covered),
            gained=self.gained(judged),
            probes=len(self.items[self.open.planned_id].asked),
            language=self.interview.language,
        )

    def _told_nothing(self) -> bool:
        """Whether the last answer is a mere yes or no, that there is no such story, what one would do if
        there were, or nothing more: a probe would ask on from what nobody said."""
        if self.open is None or not self.open.thread.answers:
            return False
        last, language = self.open.thread.answers[-1], self.interview.language
        return (
            self._only_supposes()
            or is_bare(last)
            or adds_nothing(last)
            or lacks_case(last, language)
        )

    def _only_supposes(self) -> bool:
        """Whether a request for a story was answered with what one would do."""
        if self.open is None or len(self.open.thread.answers) != 1:
            return False
        story = any(point.cue in (Cue.SITUATION, Cue.ACTION) for point in self.open.spec.points)
        return story and supposes(self.open.thread.answers[0], self.interview.language)

    @property
    def asked(self) -> bool:
        """Whether who was invited to ask has asked."""
        if self.open is None or self.open.spec.topic != THEIR_QUESTIONS:
            return False
        return any(asks_something(a) and not declines(a) for a in self.open.thread.answers)

    @property
    def asked_back(self) -> bool:
        """Whether an answer ended with a question about the company."""
        if self.open is None or self.open.spec.topic == THEIR_QUESTIONS:
            return False
        return bool(self.open.thread.answers) and asks_back(self.open.thread.answers[-1])

    def _asks_nothing(self) -> bool:
        """Whether who was invited to ask has no question."""
        if self.open is None or self.open.spec.topic != THEIR_QUESTIONS:
            return False
        return bool(self.open.thread.answers) and declines(self.open.thread.answers[-1])


QUOTE = {"zh": 30, "en": 80}
"""Characters of an answer that can be taken up in a spoken sentence."""

_CLAUSE_ENDS = "，。；：！？、,.;:!?"
_LINK = {
    "zh": re.compile("^(?:(?:我)?(?:刚才|前面|之前)(?:就|已经)?说过了?|所以|因此|于是|然后|接着|另外|而且|并且|但是?|不过|可是|还有|再就是|就是|那么?)[，,]?(?=.{6})"),
    "en": re.compile(r"^(?:(?:So|And|But|Then|Also|Well|Plus|Next|However|As I said(?: before)?|(?:Like )?I (?:have )?(?:already )?(?:told you|said)(?: (?:before|that|already))?)\b(?!-)[,:]? ?)(?=.{12})", re.IGNORECASE),
}  # fmt: skip
"""What ties a sentence to the one before it, which is not quoted."""
_HEDGE = {
    "zh": re.compile(
        "^(?:[嗯呃唔]+[，,。、…. ]*|[额啊哦]+[，,。、…. ]+|(?:(?:其实|说实话|老实说|坦白说|可能|我|这个|那个|确实|真的|不好意思|抱歉|对不起)[，, ]?){0,4}(?:"
        "不好意思|抱歉|对不起|说实话|老实说|坦白说|不(?:(?:怎么|太|大|是很|算)会|(?:怎么|太|大|是很|算)?(?:懂|熟|清楚|了解|确定|记得|擅长)(?!的))[^，。；！？,;]{0,8}|没(?:有)?(?:怎么|真正|正式)?[做用带写学搞管]过[^，。；！？,;]{0,16}|"
        "没(?:有)?(?:怎么|真正|正式)?(?:接触|遇到|碰到|经历|处理|负责)过[^，。；！？,;]{0,16}|没(?:有)?(?:什么|啥|太多|相关|正式|这方面)[^，。；！？,;]{0,8}(?:经验|经历)|"
        "(?:不是|不算|算不上)(?:什么|很|特别|太)[^，。；！？,;]{0,8}(?:例子|故事|经历|事情?|项目)|(?:之前|以前|当时|曾经|就是)?(?:有|做过)(?:过)?(?:这么|那么)?一?个(?:项目|例子|事情?|经历|情况)"
        ")(?:吧|呢|的|了|啊|哈)?(?:[，。；！？,;…]+|(?=但是?|不过|只是)|$))"
    ),
    "en": re.compile(
        r"^(?:(?:u+m+|u+h+|er+m*|hm+|honestly|frankly|to be honest|to be fair|sorry|apologies|i guess|i suppose|well|okay|ok|so|yeah)\b(?!-)[\s,.:;…-]*|"
        r"(?:(?:not|nothing|it's not|it is not|it isn't|this isn't|this is not|it wasn't) (?:really |exactly |quite |that |all that )?(?:a|an|the|my|super|very|too|much|dramatic|special|big|fancy)\b|i(?:'ve| have) never\b|i never (?:really |formally |actually )(?:led|managed|used|worked|had|did|built)\b|i (?:haven't|have not)\b|"
        r"i(?:'m| am) (?:not (?:really |quite |very |that |super |too )*(?:sure|an expert|good|familiar|experienced|great|certain)|no expert|afraid|sorry)\b|i (?:don't|do not) (?:really |actually )*(?:have|know|remember|recall)\b|"
        r"(?:this|it|that) (?:may|might) (?:not )?be\b|(?:there was|i had|we had|i have) (?:a|an|one|this) (?:(?:small|side|recent|big|old) )?(?:project|time|case|example|story|situation)(?=[,.;:]|$))"
        r"(?:(?!,\s|[.;:!?](?:\s|$)|\s[-–—]\s|\s(?:but|though|although|however)\b).){0,90}(?:[,.;:!?]\s*|\s[-–—]\s|\s(?=(?:but|though|although|however)\b)|$))",
        re.IGNORECASE,
    ),
}  # fmt: skip
"""A sound of hesitation, an apology, or a clause that only tells how little is to come."""
_HEDGES = 4
_SUBSTANCE = {"zh": 6, "en": 15}
"""Characters that have to be left behind one."""
_LIST_END = re.compile(r"^[^\s–—-]+(?: [^\s–—-]+)? ?(?: [–—-] |——)(?=.{12})")
"""The last of what was listed before a dash: what goes on after it can stand alone."""
_ASKED = re.compile(r"[?？]|[吗么呢]$")
_SENTENCE_ENDS = re.compile(r"[。；！？]|[.;!?](?=\s)")
_CLAUSES = re.compile(r"[，：](?!和|或|以及|还有)|[,:](?=\s)(?! (?:and|or|nor)\b)| [–—-] ")

_FRUITLESS = {AnswerFlag.DONT_KNOW, AnswerFlag.EMPTY}


def _gave_up(judged: Assessment) -> bool:
    return bool(_FRUITLESS & set(judged.flags))


def read_thread(lines: Iterable[tuple[int, str, str]]) -> Thread:
    """Group the lines of one planned question, in order, into answers and prompts; each line is its
    id, who said it, and what."""
    answers: list[list[str]] = []
    prompts: list[str] = []
    texts: dict[int, str] = {}
    fresh = True
    for key, sender, text in lines:
        if sender == SenderType.USER:
            if fresh or not answers:
                answers.append([])
            answers[-1].append(text)
            texts[key] = text
            fresh = False
        else:
            if answers:
                prompts.append(text)
            fresh = True
    return Thread(tuple("\n".join(parts) for parts in answers), tuple(prompts), texts)


def was_told(point: ScoringPoint, told: str) -> bool:
    """Whether a colleague has heard of the point: two of its names at least. A point that is known
    by how it is told, such as a result, belongs to its own story."""
    if point.cue is not None:
        return False
    return sum(name.casefold() in told for name in point.synonyms) >= 2


def short_quote(text: str, language: str) -> str:
    """The beginning of a quote, as far as it can be taken up in speech: cut after a sentence, else
    after a clause, never in the middle of a list or a number, and without what it opens with in place
    of substance. "" for a question, and where nothing can be cut."""
    text = _unhedged(_LINK[language].sub("", _LIST_END.sub("", text)), language)
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


def _unhedged(text: str, language: str) -> str:
    """A quote without the hedges it opens with, "" where hardly anything is behind them."""
    rest = text
    for _ in range(_HEDGES):
        rest = _LINK[language].sub("", _HEDGE[language].sub("", rest))
    return rest if rest == text or len(rest) >= _SUBSTANCE[language] else ""
