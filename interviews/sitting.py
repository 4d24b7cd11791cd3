"""What one turn has to know of an interview; `loading` reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from feedback.models import Assessment
from interviewers.engines.base import AnswerFlag, Aside, InterviewerView, Line
from interviewers.engines.builtin.expected.abbreviations import names_several
from interviewers.engines.builtin.judging.misplaced import is_misplaced
from interviewers.engines.builtin.reading.asked import sentences
from interviewers.engines.builtin.reading.corrected import only_corrects
from interviewers.engines.builtin.reporting.near_misses import near_misses
from interviewers.engines.builtin.speaking.invited import THEIR_QUESTIONS, names_subject, subjects
from interviewers.engines.builtin.stories.told import case_told, told
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.expressions import expression
from interviews.answered import Answered
from interviews.beside import may_answer
from interviews.broken_off import breaks_off
from interviews.conductor import PROBE_HINTS, STRONG, WEAK, Item, SittingView, Standing
from interviews.declining import asks_something, declines
from interviews.gaps import SUBSTANTIAL, endings, touched, untimely
from interviews.models import Difficulty, Interview, Wish
from interviews.overheard import does_not_know, guesses, only_limits, tells_own_act
from interviews.queries import (
    adds_nothing,
    asks_back,
    asks_for_a_time,
    denies_premise,
    is_bare,
    lacks_case,
    supposes,
)
from interviews.retelling import retells, was_told
from interviews.unheard import NOTHING_HEARD, how_to_meet, is_another, puts_right
from interviews.vague import uncounted

__all__ = ["Memo", "Sitting"]


@dataclass(frozen=True, slots=True)
class Memo:
    """What passes on with the floor, or is looked back on at the end: sentences about what is
    established and what is open, a verbatim quote that can be spoken, and the name of the competency
    it was said about, which may be there without a quote; "" for none."""

    notes: tuple[str, ...] = ()
    quote: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """An interview as a turn sees it. ``items`` are the plan but for the questions that were
    dropped, in the order of their slots; ``before`` are the points that the judgement before the last
    answer on the open question took for covered, None where there is none; ``heard`` are the
    candidate's last lines, in order, and ``by_question`` those that belong to a question; ``people`` are the whole panel, ``gone`` those of it who no longer
    exist."""

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
    by_question: Mapping[int, Sequence[str]] = field(default_factory=dict)
    told: str = ""
    gone: frozenset[str] = frozenset()

    @property
    def is_owed_a_reply(self) -> bool:
        """Whether the candidate has spoken last: a judgement then belongs to what is said next."""
        return bool(self.recent) and self.recent[-1].speaker == "candidate"

    def speaker(self, *, leaving: bool) -> InterviewerView:
        """Who has the floor. Who no longer exists may only take leave, by the name of the beginning:
        raises ApiError INTERVIEWER_ERROR where there is more to say."""
        current = self.interview.current_interviewer
        if current in self.gone and not leaving:
            raise ApiError(ErrorCode.INTERVIEWER_ERROR)
        return self.people[current]

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
            probes=self._probes(judged),
            standing=self._standing(judged) if judged and self.open else None,
            last_level=last.level if last else None,
            skip=self.wish == Wish.SKIP,
            hint=self.wish == Wish.HINT,
            aside=self.aside,
            hints=self.hints(),
            leave=self.wish == Wish.CLOSE,
            gone=self.gone,
        )

    def hints(self) -> int:
        """How many hints there are on what was asked last."""
        if self.open is None:
            return 0
        probed = self.items[self.open.planned_id].asked
        return PROBE_HINTS if probed else len(self.open.spec.hints)

    @property
    def aside(self) -> Aside | None:
        """What the candidate said instead of an answer, None for the wishes that buttons have."""
        return Aside(self.wish) if self.wish in list(Aside) else None

    def _probes(self, judged: Assessment | None) -> tuple[str, ...]:
        """Points of the open question with a follow-up, but for those a colleague has been told, those
        that were asked in the same words before, and those that the answer has probably told: where it
        is a good one, or has been followed up already."""
        if self.open is None:
            return ()
        spec = self.open.spec
        if spec.topic == THEIR_QUESTIONS:
            return self._uninvited()
        said = "\n".join(self.open.thread.answers)
        known = {
            p.key for p in spec.points if was_told(p, self.told) or names_several(p.synonyms, said)
        }
        enough = judged is not None and self._is_told_well(judged)
        if enough or self.items[self.open.planned_id].asked:
            known |= {f.point for f in spec.follow_ups if self.has_told(f.point)}
        put = "\n".join(self.said)
        return tuple(f.point for f in spec.follow_ups if f.point not in known and f.text not in put)

    def _is_told_well(self, judged: Assessment) -> bool:
        """Whether there is enough in the answers to leave alone what they have probably told."""
        said = sum(map(len, self.open.thread.answers)) if self.open else 0
        long = said >= SUBSTANTIAL[self.interview.language]
        return judged.level >= STRONG or (long and bool(judged.covered))

    def _uninvited(self) -> tuple[str, ...]:
        """What who was invited to ask has not asked about, () where they have asked of enough."""
        if self.open is None:
            return ()
        asked = {name for text in self.open.thread.answers for name in subjects(text)}
        if len(asked) >= _ENOUGH_ASKED:
            return ()
        return tuple(f.point for f in self.open.spec.follow_ups if f.point not in asked)

    def has_told(self, key: str, *, stands: bool = False) -> str:
        """The sentence on the open question that has probably told what the follow-up on a
        point asks for, "" for none; one that ``stands`` may be quoted."""
        if self.open is None:
            return ""
        probe = next((f.text for f in self.open.spec.follow_ups if f.point == key), "")
        said = "\n".join(self.open.thread.stands if stands else self.open.thread.answers)
        return told(said, probe, view=not self.open.spec.wants_experience) or case_told(said, probe)

    def gained(self, judged: Assessment) -> bool:
        """Whether the last answer brought anything that the ones before it had not."""
        covered = {point["key"] for point in judged.covered}
        return bool(covered - (self.before or frozenset()))

    def _standing(self, judged: Assessment) -> Standing:
        return Standing(
            level=judged.level,
            missing=self._gaps(judged),
            gained=self.gained(judged),
            gave_up=self.gave_up(judged)
            or self._asks_nothing()
            or self._told_nothing()
            or self._has_never_done(judged),
            unheard=self._unheard(judged),
        )

    def _gaps(self, judged: Assessment) -> tuple[str, ...]:
        """Keys of what is missing, the largest gap first, but last what something said comes near to, or has
        told in words nobody recognised; and before that what was asked on another question. How a
        story ended comes first, where it has been told what was done, and after the story where there
        is none yet. Behind all that is missing comes what a story of a few words has only touched."""
        keys = tuple(point["key"] for point in judged.missing)
        close = self._close(judged)
        points = self.open.spec.points if self.open is not None else ()
        made = {point["key"] for point in judged.covered}
        said = sum(map(len, self.open.thread.answers)) if self.open is not None else 0
        first = endings(points, made) if said >= SUBSTANTIAL[self.interview.language] else ()
        later = untimely(points, made)
        before = {
            key
            for item in self.items.values()
            if self.open is not None and item.id != self.open.planned_id
            for key in item.asked
        }

        def order(key: str) -> tuple[bool, ...]:
            told = bool(self.has_told(key))
            return told, key in close, key in before, key in later, key not in first

        return (*sorted(keys, key=order), *self._hardly_told(judged))

    def _hardly_told(self, judged: Assessment) -> tuple[str, ...]:
        """Keys of the outcome and the act of a story that nothing was asked about yet and that is over in
        a few words: a point may be made by two of them, but nobody who listens leaves it at that."""
        if self.open is None or self.items[self.open.planned_id].asked:
            return ()
        if sum(map(len, self.open.thread.answers)) >= 2 * SUBSTANTIAL[self.interview.language]:
            return ()
        made = {point["key"] for point in judged.covered}
        found = touched(self.open.spec.points, made)
        return tuple(key for key in found if not self.has_told(key))

    def said_near(self, key: str, judged: Assessment) -> str:
        """What was said on the open question that comes near to a missing point, "" for nothing. How a story
        is told has no words of its own."""
        points = self.open.spec.points if self.open is not None else ()
        worded = any(point.key == key and point.cue is None for point in points)
        return self._close(judged).get(key, "") if worded else ""

    def _close(self, judged: Assessment) -> Mapping[str, str]:
        """Per key of a missing point what was said on the open question that comes near to it."""
        if self.open is None:
            return {}
        keys = [point["key"] for point in judged.missing]
        return near_misses(self.open.spec, self.open.thread.answers, keys)

    @property
    def retold(self) -> bool:
        """Whether the candidate has just answered with a story that they told on another question."""
        thread = self.open.thread if self.open and self.open.spec.wants_story else None
        if thread is None or len(thread.answers) != 1:
            return False
        earlier = [line for line in self.heard if line not in thread.texts.values()]
        return retells(thread.answers[0], earlier, self.interview.language)

    def _unheard(self, judged: Assessment) -> Aside | None:
        if self.open is None or self.open.spec.topic == THEIR_QUESTIONS:
            return None
        if (
            breaks_off(self.open.thread.answers[-1])
            and not self.items[self.open.planned_id].repeats
        ):
            return Aside.UNFINISHED
        if self._only_supposes():
            # Once: who has been told that a supposition will do has been met already.
            fresh = not self.items[self.open.planned_id].repeats
            return Aside.SUPPOSED if fresh else None
        if self._told_nothing():
            return None
        spec, answers = self.open.spec, self.open.thread.answers
        # What a correction alone seems to add was there before it.
        corrected = only_corrects(answers[-1])
        if self.put_right and (corrected or not self.gained(judged)):
            return Aside.PUT_RIGHT
        if self.uncounted:
            return Aside.VAGUE
        made = {point["key"] for point in judged.covered}
        if not self.retold and is_another(spec, answers, judged.level, made):
            return Aside.STRAYED
        if self._is_misplaced(judged):
            return Aside.MISPLACED
        return how_to_meet(
            spec,
            answers,
            flags=set(judged.flags),
            covered=bool(made),
            gained=self.gained(judged),
            probes=len(self.items[self.open.planned_id].asked),
            language=self.interview.language,
            prompt="".join(self.open.thread.prompts[-1:]),
        )

    def _is_misplaced(self, judged: Assessment) -> bool:
        """Whether the first answer on the open question, told at length, was meant for another one. That is
        said once."""
        if self.open is None or len(self.open.thread.answers) != 1 or judged.covered:
            return False
        fresh = not self.items[self.open.planned_id].repeats and not self.retold
        heard = set(judged.flags) <= NOTHING_HEARD and judged.level < WEAK
        return fresh and heard and is_misplaced(self.open.spec, self.open.thread.answers[0])

    @property
    def put_right(self) -> bool:
        """Whether the last answer is no more than a correction of one before."""
        thread = self.open.thread if self.open is not None else None
        return thread is not None and puts_right(thread.answers, thread.prompts)

    @property
    def uncounted(self) -> str:
        """The words that claim a change in the last answer, and do not say how much; "" for none, and where
        one before it was asked how much: who cannot say is not asked again."""
        if self.open is None or not self.open.thread.answers:
            return ""
        thread = self.open.thread
        asked = "".join(thread.prompts[-1:]) or self.open.spec.text
        return uncounted(thread.answers, asked, self.interview.language)

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
            or (not self.open.spec.wants_story and denies_premise(last, self.open.spec.text))
        )

    def gave_up(self, judged: Assessment) -> bool:
        """Whether the last answer is none. "I don't know, I'd look at the graphs" is one, if a poor one."""
        last = "".join(self.open.thread.answers[-1:]) if self.open is not None else ""
        if does_not_know(last) and only_limits(last) and not self.gained(judged):
            return True
        fruitless = bool(_FRUITLESS & set(judged.flags)) and not guesses(last)
        return fruitless and not may_answer(last, people=False)

    def _has_never_done(self, judged: Assessment) -> bool:
        """Whether the last answer says first that they do not know, or have never done it, and has nothing
        else: no point, and nothing that they do or would do."""
        last = "".join(self.open.thread.answers[-1:]) if self.open is not None else ""
        return (
            does_not_know(last)
            and not self.gained(judged)
            and not may_answer(last, people=False)
            and not tells_own_act(last)
            and not guesses(last)
        )

    def _only_supposes(self) -> bool:
        """Whether a request for a story was answered with what one would do."""
        if self.open is None or len(self.open.thread.answers) != 1:
            return False
        language = self.interview.language
        spec = self.open.spec
        story = spec.wants_story or asks_for_a_time(spec.text)
        return story and supposes(self.open.thread.answers[0], language)

    @property
    def asked(self) -> bool:
        """Whether who was invited to ask has just asked, or said what they would ask."""
        if self.open is None or self.open.spec.topic != THEIR_QUESTIONS or self.wish == Wish.SKIP:
            return False
        return any(
            (asks_something(a) or names_subject(a)) and not declines(a)
            for a in self.open.thread.answers[-1:]
        )

    @property
    def confided(self) -> bool:
        """Whether who was invited to ask has just told something instead."""
        if self.open is None or self.open.spec.topic != THEIR_QUESTIONS or self.wish == Wish.SKIP:
            return False
        last = self.open.thread.answers[-1:]
        if any(_has_none(a) for a in last):
            return False
        return not self.asked and any(not declines(a) and not adds_nothing(a) for a in last)

    @property
    def asked_back(self) -> bool:
        """Whether an answer ended with a question about the company."""
        if self.open is None or self.open.spec.topic == THEIR_QUESTIONS:
            return False
        return bool(self.open.thread.answers) and asks_back(self.open.thread.answers[-1])

    def _asks_nothing(self) -> bool:
        """Whether who was invited to ask has no question, or no other."""
        if self.open is None or self.open.spec.topic != THEIR_QUESTIONS:
            return False
        last = self.open.thread.answers[-1:]
        return any(declines(a) or any(map(declines, sentences(a)[-1:])) for a in last)


def _has_none(said: str) -> bool:
    """Whether who may ask says first that there is nothing, and what comes after does not turn from that."""
    first = next(iter(_CLAUSES.split(said.strip())), "")
    return declines(first) and _TURNS.search(said.casefold()) is None


_CLAUSES = expression("[,.;!，。；！\n]")
_TURNS = expression(
    r"\b(?:but|only|except|although|though|worr\w+|hesita\w+|concern\w*|doubts?)\b|但|不过|只是|就是|除了|担心|顾虑|犹豫"
)
_ENOUGH_ASKED = 3
"""Of so many subjects who has asked is not invited to ask about another."""
_FRUITLESS = {AnswerFlag.DONT_KNOW, AnswerFlag.EMPTY}
