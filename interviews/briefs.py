"""What the panel is to say next: a move of the conductor, with everything an engine may know of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from feedback.models import Assessment
from interviewers.engines.base import AnswerFlag, Aside, Brief, Check, QuestionSpec
from interviewers.engines.builtin.judging.bilingual import other_language
from interviewers.engines.builtin.judging.evidence import shows_little
from interviewers.engines.builtin.judging.scant import is_scant
from interviewers.engines.builtin.judging.support import leads_to
from interviewers.engines.builtin.reading.asked import asked_at_the_edge, sentences
from interviewers.engines.builtin.reading.standing import owns_up
from interviewers.engines.builtin.reading.text import fold, segments
from interviewers.engines.builtin.speaking.again import unsaid_hint
from interviewers.engines.builtin.speaking.invited import THEIR_QUESTIONS
from interviewers.engines.builtin.speaking.nudges import probe_hints
from interviewers.engines.builtin.stories.cues import find_cues
from interviewers.engines.builtin.stories.personal import asks_of_self, is_elsewhere
from interviewers.engines.builtin.stories.telling import tells_of_act, tells_of_event
from interviewers.engines.vocabulary import DEEDS
from interviewers.selectors import spec_from_json
from interviewgpt.expressions import expression
from interviewgpt.prepared import Given, Select
from interviews.asides import asks_questions
from interviews.beside import leans_to_talk
from interviews.best_lines import best_line, spoken, worth
from interviews.checking import checks, has_said_so, opening, proposes_reading, yes_or_no
from interviews.clarifying import term_asked
from interviews.conductor import STRONG, WEAK, Ask, Close, FollowUp, Handover, Hint, Move, Repeat
from interviews.gaps import SUBSTANTIAL
from interviews.leave import asks_leave, asks_to_withhold
from interviews.models import PlannedQuestion, Wish
from interviews.moves import kind_of
from interviews.overheard import corrects, does_not_know, guesses, has_another, last_words, missed
from interviews.sitting import Sitting
from interviews.taking_up import parting, pick_up, tie
from interviews.vague import sketches

__all__ = ["Asked", "brief_of", "load_asked"]

_PASSING = {"zh": 15, "en": 40}
"""Characters; an answer shorter than that strays from nothing."""
_BEGINS = {
    "zh": expression(r"(?:去|前|大前|今)年|上(?:个?月|周|家|半年)|当时|有一?次|之前|曾经|那时|刚(?:毕业|入职)"),
    "en": expression(r"\b(?:last|two|three|a few|some) (?:year|month|week|spring|summer|autumn|fall|winter)s?\b|\b(?:once|when i|at my|in my)\b", re.IGNORECASE),
}  # fmt: skip
_WORDS = expression(r"[\W_]+")

_ASKED = Select(
    lambda: (
        PlannedQuestion.objects.filter(pk=Given("item_id"))
        .order_by()
        .values_list("spec", "slot", "mention", "mention_from")
    )
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A planned question that is going to be asked."""

    spec: QuestionSpec
    slot: int
    mention: str
    mention_from: str


def load_asked(item_id: int) -> Asked:
    ((spec, slot, mention, mention_from),) = _ASKED.stored(item_id=item_id)
    return Asked(spec_from_json(spec), slot, mention, mention_from)


def brief_of(sitting: Sitting, judged: Assessment | None, move: Move, asked: Asked | None) -> Brief:
    """What is to be said; ``asked`` is the question where the move is to ask one."""
    interview = sitting.interview
    leaving = isinstance(move, Handover) or sitting.wish == Wish.CLOSE
    current = sitting.speaker(leaving=leaving)
    spec = asked.spec if asked is not None else None
    follow_up = gap = colleague = None
    quote = mention = ""
    goes_on = told = False
    aside = move.aside if isinstance(move, Repeat) else None
    words = last_words(sitting.recent)
    retold = judged is not None and sitting.retold
    repeated = retold or (judged is not None and _repeated(sitting))
    off_topic = _astray(sitting, judged)
    goes_on_from = isinstance(move, Ask | FollowUp | Handover)
    asked_back = goes_on_from and judged is not None and not sitting.wish and sitting.asked_back
    if isinstance(move, FollowUp) and sitting.open is not None:
        spec = sitting.open.spec
        follow_up = next(f for f in spec.follow_ups if f.point == move.gap)
        gap = next(point for point in spec.points if point.key == move.gap)
        probed = len(sitting.items[move.item_id].asked) > 0
        near = sitting.said_near(move.gap, judged) if judged is not None else ""
        told = bool(sitting.has_told(move.gap))
        before = sitting.has_told(move.gap, stands=True) if told else near
        quote = spoken(before, interview.language)
        if not told and not (quote and leads_to(near, follow_up.text)):
            quote = "" if probed else pick_up(judged, sitting)
        if not told and any(quote in line for line in sitting.said):
            quote = ""
        goes_on = bool(quote) and leads_to(quote, follow_up.text)
    elif isinstance(move, Repeat | Hint) and sitting.open is not None:
        spec = sitting.open.spec
        follow_up = next((f for f in spec.follow_ups if f.point == move.gap), None)
        if isinstance(move, Repeat) and move.aside is Aside.VAGUE:
            quote = sitting.uncounted
        elif isinstance(move, Repeat) and move.aside is Aside.ASSUME:
            term = term_asked(fold(words), f"{spec.text} {follow_up.text if follow_up else ''}")
            # What a word of a question about oneself means is nothing to be tested.
            aside = Aside.EXPLAIN if term and spec.wants_story else aside
            quote = "" if spec.wants_story else term
        elif isinstance(move, Repeat) and move.gap and spec.wants_experience:
            # What is asked of somebody's own case is easier to follow; what has been quoted is not said again.
            line = best_line(sitting.open.thread.stands, interview.language, sitting.said)
            quote = line if line and max(worth(line)) > 0 else ""
    elif isinstance(move, Close) and sitting.open is not None:
        spec = sitting.open.spec
    elif isinstance(move, Handover):
        colleague = sitting.people[move.to]
        quote = tie(sitting, judged) or parting(sitting, judged)
    elif isinstance(move, Ask) and not move.opening:
        quote = tie(sitting, judged) or parting(sitting, judged)
    elif isinstance(move, Ask):
        place = interview.panel.index(current.id)
        if place:
            colleague = sitting.people[interview.panel[place - 1]]
    if asked is not None and not asked.spec.subject:
        mention = asked.mention
    return Brief(
        kind=kind_of(move),
        language=interview.language,
        position=interview.position,
        speaker=current,
        variation=interview.last_message_id or 0,
        colleague=colleague,
        question=spec,
        gap=gap,
        follow_up=follow_up,
        standing=_heard(sitting, judged, move),
        quote=quote,
        goes_on=goes_on,
        told=told,
        gave_up=_gave_up(sitting, judged, move, words),
        off_topic=off_topic,
        scant=_scant(sitting),
        sketched=isinstance(move, FollowUp) and _sketched(sitting),
        repeated=repeated,
        retold=retold,
        skipped=sitting.wish == Wish.SKIP,
        # A hint or a repetition was asked for once too often.
        left=_left(sitting),
        led_on=isinstance(move, Ask) and sitting.wish not in ("", Wish.SKIP),
        ended=sitting.wish == Wish.CLOSE,
        asked=sitting.asked,
        confided=sitting.confided,
        asked_back=asked_back,
        questions=words
        if sitting.asked or (isinstance(move, Repeat) and move.aside is Aside.COMPANY)
        else asked_at_the_edge(words)
        if asked_back
        else "",
        another=sitting.asked and has_another(words),
        # One thing is said to an answer: who spoke of something else is told that.
        check=_meant(move, words, sitting)
        if isinstance(move, Repeat)
        else None
        if asked_back or off_topic or repeated or sitting.wish == Wish.SKIP
        else _check(sitting, judged, move),
        corrected=goes_on_from and (corrects(words) or sitting.put_right),
        other_language=goes_on_from and _changed_language(sitting, judged),
        aside=aside,
        missed=isinstance(move, Repeat) and missed(words),
        established=sitting.memo.quote,
        about=sitting.memo.about,
        memo=sitting.memo.notes,
        recent=sitting.recent,
        said=sitting.said,
        hint_step=_hint(sitting, spec, move) if isinstance(move, Hint) and spec else 0,
        mention=mention,
        mention_from=asked.mention_from if asked is not None else "",
    )


def _gave_up(sitting: Sitting, judged: Assessment | None, move: Move, words: str) -> bool:
    """Whether the candidate has said that they do not know; where that is not asked on, and have supposed nothing."""
    if judged is None or sitting.wish:
        return False
    if isinstance(move, Ask | Handover) and does_not_know(words):
        return not (sitting.gained(judged) or guesses(words))
    return AnswerFlag.DONT_KNOW in judged.flags and sitting.gave_up(judged)


def _hint(sitting: Sitting, spec: QuestionSpec, move: Hint) -> int:
    """Which hint is given: none that was a part of the question in other words."""
    hints = spec.hints
    probe = next((f for f in spec.follow_ups if f.point == move.gap), None)
    if probe is not None:
        hints = probe_hints(sitting.interview.language, spec, probe)
    asked = probe.text if probe is not None else spec.text
    return unsaid_hint(hints, move.step, asked, sitting.said)


def _heard(sitting: Sitting, judged: Assessment | None, move: Move) -> int:
    """The level of what was just said: who adds nothing to a good answer is not praised again."""
    if judged is None:
        return 0
    if isinstance(move, FollowUp) and sitting.open is not None:
        said = "".join(sitting.open.thread.answers[-1:])
        if 2 * len(said) >= SUBSTANTIAL[sitting.interview.language]:
            return max(judged.level, WEAK + 1)
    if judged.level == WEAK and _told_enough(sitting, judged):
        return WEAK + 1
    repeated = sitting.before is not None and not sitting.gained(judged)
    return min(judged.level, STRONG - 1) if repeated or _ends_short(sitting) else judged.level


def _ends_short(sitting: Sitting) -> bool:
    """Whether the last answer is a sentence or two to a follow-up, or ends with what somebody does not know:
    of that nobody says how thorough it is."""
    answers = sitting.open.thread.answers if sitting.open is not None else ()
    said = sentences(answers[-1]) if answers else []
    short = len(answers) > 1 and len(answers[-1]) < SUBSTANTIAL[sitting.interview.language]
    return short or (bool(said) and shows_little(fold(said[-1])))


def _told_enough(sitting: Sitting, judged: Assessment) -> bool:
    """Whether a weak answer was still an account of something, or its last part brought what was asked
    for: nobody is led off, or helped on, as if nothing had been said, where the assessor may not have heard."""
    if sitting.open is None or AnswerFlag.OFF_TOPIC in judged.flags:
        return False
    if sitting.before is not None and sitting.gained(judged):
        return True
    said = sum(map(len, sitting.open.thread.answers))
    return said >= SUBSTANTIAL[sitting.interview.language]


def _repeated(sitting: Sitting) -> bool:
    """Whether the candidate has just said, word for word, what they had said before. What is short
    may well be the answer twice."""
    if sitting.open is None or not sitting.open.thread.answers:
        return False
    *earlier, line = sitting.heard
    last = _words(line)
    told = sitting.open.thread.answers[-1]
    return (
        len(last) >= _PASSING[sitting.interview.language]
        # What is much shorter has not the same words; a letter becomes three at most.
        and any(3 * len(said) >= len(last) and _words(said) == last for said in earlier)
        and last in _words(told)
    )


@lru_cache(maxsize=256)
def _words(line: str) -> str:
    """The letters and digits of a line."""
    return _WORDS.sub("", line.casefold())


def _changed_language(sitting: Sitting, judged: Assessment | None) -> bool:
    """Whether the candidate has just answered in the other language, for the first time."""
    if judged is None or AnswerFlag.OTHER_LANGUAGE not in judged.flags or sitting.open is None:
        return False
    language = sitting.interview.language
    here = set(sitting.open.thread.answers[-1].split("\n"))
    return not any(other_language(line, language) for line in sitting.heard if line not in here)


def _check(sitting: Sitting, judged: Assessment | None, move: Move) -> Check | None:
    """What the answer asked of the panel on its way, where it is gone on from."""
    if judged is None or sitting.open is None or not sitting.open.thread.answers:
        return None
    spec = sitting.open.spec
    # Where it is asked what one would say, or ask, such a question is the answer.
    if (
        asks_questions(spec.text)
        or spec.topic == THEIR_QUESTIONS
        or not isinstance(move, Ask | FollowUp | Handover)
    ):
        return None
    *before, last = sitting.open.thread.answers
    if has_said_so(last if before else opening(last)):
        return Check.TOLD
    return checks(last, "".join(sitting.open.thread.prompts[-1:]))


_OPEN = (
    Aside.EXPLAIN,
    Aside.ASSUME,
    Aside.QUERY,
    Aside.FORM,
    Aside.UNHEARD,
    Aside.STRAYED,
    Aside.MISPLACED,
)


def _meant(move: Repeat, words: str, sitting: Sitting) -> Check | None:
    """What is said to who asks whether they may take a question in the way they say, or whether a figure,
    or a case of theirs, is wanted; or who says that something they told was wrong, and not what."""
    if move.aside is Aside.ASSUME and asks_leave(fold(words)):
        return Check.WITHHOLD if asks_to_withhold(fold(words)) else Check.LEAVE
    if move.aside is Aside.BACK and owns_up(words):
        return Check.WRONG
    if move.aside in _OPEN and (wanted := yes_or_no(words, sitting.open, move.gap)):
        return wanted
    return Check.MEANING if move.aside in _OPEN and proposes_reading(words) else None


def _left(sitting: Sitting) -> int:
    """How many questions the interviewer has still to ask."""
    current = sitting.interview.current_interviewer
    pending = (item for item in sitting.items.values() if item.pending)
    return len({item.slot for item in pending if item.interviewer_id == current})


def _scant(sitting: Sitting) -> bool:
    """Whether a request for a story was answered by how one bears such a thing, and no more."""
    if sitting.open is None or len(sitting.open.thread.answers) != 1:
        return False
    spec = sitting.open.spec
    return spec.wants_deeds and is_scant(sitting.open.thread.answers[0], spec.text)


def _sketched(sitting: Sitting) -> bool:
    """Whether it was asked what one would do, and told in a few vague words what one did; or a story was
    asked for, and all that was said is that there was one."""
    if sitting.open is None or len(sitting.open.thread.answers) > 1:
        return False
    said, language = "".join(sitting.open.thread.answers), sitting.interview.language
    if not sitting.open.spec.wants_story:
        return sketches(said, language)
    folded = fold(said)
    few = 2 * len(said) < SUBSTANTIAL[language]
    return few and tells_of_event(folded) and not tells_of_act(folded)


def _astray(sitting: Sitting, judged: Assessment | None) -> bool:
    """Whether the answer was about something else; one that says next to nothing only needs help, and
    so does a story that has not come to what was asked for."""
    if judged is None or sitting.open is None:
        return False
    said, language = "".join(sitting.open.thread.answers[-1:]), sitting.interview.language
    if AnswerFlag.OFF_TOPIC not in judged.flags:
        return False
    if is_scant(said, sitting.open.spec.text):
        return False
    if asks_of_self(sitting.open.spec.text, sitting.open.spec.reference) and _is_of_oneself(said):
        return False  # whoever is asked of themselves, and tells of themselves, has answered
    told = find_cues(said.casefold(), language)
    if not told.isdisjoint(DEEDS) or _BEGINS[language].search(said):
        return False  # who tells what happened has taken the question up, in their own case
    if (
        not sitting.open.spec.wants_deeds
        and len(said) < SUBSTANTIAL[language]
        and not leans_to_talk(said)
    ):
        return False  # a short answer to a question of knowledge may be one that nobody recognised
    return len(said) >= _PASSING[language]


_ONESELF = expression(r"\b(?:i|i'm|i've|i'd|me|my)\b|[我咱]")


def _is_of_oneself(said: str) -> bool:
    """Whether an answer speaks of whoever gives it, and is neither talk nor about a subject of the trade."""
    spoken = _ONESELF.search(said.casefold().replace("’", "'"))
    return bool(spoken) and not leans_to_talk(said) and not is_elsewhere(segments(said))
