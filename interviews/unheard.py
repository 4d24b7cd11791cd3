"""What was said and has nothing to do with the question: met without a probe, and left standing. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from interviewers.engines.base import AnswerFlag, Aside, QuestionSpec
from interviewers.engines.builtin.judging.lexical import judge_thread
from interviewers.engines.builtin.judging.scant import is_scant
from interviewers.engines.builtin.reading.asked import sentences
from interviewers.engines.builtin.reading.corrected import only_corrects, revised
from interviewers.engines.builtin.reading.text import fold, specific, terms
from interviewers.engines.builtin.stories.leisure import speaks_of_leisure, wanders_off
from interviewers.engines.builtin.stories.telling import tells_of_act, tells_of_event
from interviewers.engines.builtin.stories.themes import has_another_theme, has_theme, subject_of
from interviewers.engines.builtin.stories.told import told
from interviewgpt.expressions import expression
from interviews.asides import request_in
from interviews.beside import asks_only, is_mere_talk, is_soft, leans_to_talk, may_answer
from interviews.checking import Check, checks
from interviews.conductor import WEAK
from interviews.gaps import SUBSTANTIAL
from interviews.overheard import does_not_know
from interviews.vague import asks_for_figures
from interviews.wishes import Request

__all__ = ["NOTHING_HEARD", "how_to_meet", "is_another", "puts_right"]

_SHORT = {"zh": 60, "en": 150}
"""Characters; who says more has answered, if beside the question."""
_TAKEN_UP = (Check.MEANING, Check.DIFFERS, Check.UNFIT)
"""Who says what they took the question for, or why they see it differently, and goes on has answered."""
NOTHING_HEARD = frozenset({AnswerFlag.EMPTY, AnswerFlag.OFF_TOPIC, AnswerFlag.FILLER})


def how_to_meet(
    spec: QuestionSpec,
    answers: Sequence[str],
    *,
    flags: Set[str],
    covered: bool,
    gained: bool,
    probes: int,
    language: str,
    prompt: str = "",
) -> Aside | None:
    """How the last of the ``answers`` is met that is a remark nobody knew for one, or an answer in
    wholly other words; None where it is an answer that something was heard in.

    ``flags`` and what is ``covered`` are of the judgement, ``gained`` whether the last answer brought
    anything new, ``probes`` how many follow-ups there were: who has spoken oftener
    than that has been asked again, and is not a second time; ``prompt`` is the follow-up it replies to. Of people and oneself, and to a
    follow-up, one speaks in anybody's words: there it must not sound like an answer, and to a
    follow-up about these it has to be talk.
    """
    last = "".join(answers[-1:])
    if not (covered if len(answers) == 1 else gained) and wanders_off(last, spec, prompt):
        return Aside.REMARK
    if not last or len(last) > _SHORT[language] or not flags <= NOTHING_HEARD:
        return None
    if is_scant(last, f"{spec.text}\n{prompt}"):
        return None
    first = len(answers) == 1 and not probes
    # A word of talk before what somebody would do takes nothing from it.
    talks = leans_to_talk(last) and (bool(flags) or not may_answer(last, people=False))
    if (covered if first else gained) or checks(last) in _TAKEN_UP:
        return None
    if does_not_know(last):
        return None
    opening = None if told(last, prompt) else _asked_first(last)
    if opening or asks_only(last):
        return opening or Aside.QUERY
    aside = is_mere_talk(last) or _is_of_the_day(spec, last, prompt)
    if not first and is_soft(spec.reference) and not aside:
        return None
    if not first and not aside and _is_fragment(last, f"{prompt} {spec.text}", spec):
        return None
    if not talks and not _is_beside(spec, last, flags, first=first, language=language):
        return None
    if is_mere_talk(last):
        return Aside.REMARK
    if is_soft(spec.reference) and all(s.endswith(("?", "？")) for s in sentences(last)):
        return Aside.QUERY  # of people and oneself nobody guesses
    return Aside.UNHEARD if len(answers) <= probes + 1 else None


_FRAGMENT = {"zh": 16, "en": 48}
"""Characters."""
_PRESENT = expression(r"[我你您咱?？]|\b(?:i|i'm|i've|me|my|you|your|we|our)\b", re.IGNORECASE)
_POINTS = expression(
    "[上下前后]面的|[前后]者|第[一二三两\\d]|最[前后先]|那[个条种]|[先后](?=[写来加定出到发])|一样|两[个条种]|[都也]是|"
    r"\b(?:ones?|first|second|third|last|latter|former|same|both|neither|either|none|below|above)\b",
    re.IGNORECASE,
)


def _is_fragment(said: str, asked: str, spec: QuestionSpec) -> bool:
    """Whether what replies to a follow-up is a few words that speak of nobody present, and have a word of what was
    ``asked``, or of its answer where they do not sound like talk, or point to one of several: which, who or how is
    told in so many ("后面写的那条")."""
    if len(said) > _FRAGMENT["en" if said.isascii() else "zh"] or _PRESENT.search(said):
        return False
    known = asked if leans_to_talk(said) else f"{asked} {spec.reference}"
    if not specific(terms(fold(said))).isdisjoint(terms(fold(known))):
        return True
    return _POINTS.search(said) is not None


def puts_right(answers: Sequence[str], prompts: Sequence[str]) -> bool:
    """Whether the last of the ``answers`` is no more than a correction of one before it; who was asked how
    many in the last of the ``prompts`` has told that."""
    *earlier, last = answers or ("",)
    if only_corrects(last):
        return True
    return revised(last, earlier) is not None and not asks_for_figures("".join(prompts[-1:]))


def is_another(
    spec: QuestionSpec, answers: Sequence[str], level: int, covered: Set[str] = frozenset()
) -> bool:
    """Whether the first of the ``answers`` is a story of something else, where one is asked for and it was
    told at length: no point was heard in it, or none of those ``covered`` (their keys) but by how any story
    is told, and it has no word of the theme and several of another."""
    if len(answers) != 1 or not spec.wants_story:
        return False
    long = len(answers[0]) >= SUBSTANTIAL["en" if answers[0].isascii() else "zh"]
    if not long or sum(tells_of_act(fold(said)) for said in sentences(answers[0])) < _ACTS:
        return False
    if not covered:
        # A project that is named has a theme of its own, which is not what is asked about it.
        theme = _NAMED.sub("", spec.text)
        own = has_theme(theme, answers[0]) or _names_subject(spec.text, answers[0])
        return level <= WEAK and not own
    worded = any(point.cue is None and point.key in covered for point in spec.points)
    return level <= WEAK and not worded and has_another_theme(spec.text, answers[0])


_ACTS = 1
_NAMED = expression("「[^」]*」|“[^”]*”")


def _names_subject(question: str, story: str) -> bool:
    """Whether a story has a specific word of what a question for one asks for: in Chinese two terms, of
    which one may be two characters that are neighbours by chance."""
    shared = subject_of(question).intersection(terms(fold(story)))
    return any(term.isascii() for term in shared) or len(shared) > 1


def _is_of_the_day(spec: QuestionSpec, said: str, prompt: str) -> bool:
    """Whether a short message has a word of the weather, the way or free time and none of work, nor of what
    a question asks that is no question about oneself."""
    if spec.wants_experience or may_answer(said, people=True):
        return False
    known = {*terms(fold(f"{spec.text} {spec.reference} {prompt}"))}
    own = known.isdisjoint(terms(fold(said)))
    return own and speaks_of_leisure(fold(said), "en" if said.isascii() else "zh")


def _asked_first(said: str) -> Aside | None:
    """How a message is met that asks the panel something before it says anything, be it what was meant;
    None where it does not."""
    opening, *rest = sentences(said) or [""]
    if not opening.endswith(("?", "？")) or (rest and _SAYS_OVER.match(opening.casefold())):
        return None
    request = request_in(opening)
    if request in _ASKED_FIRST:
        return _ASKED_FIRST[request]
    return Aside.QUERY if request is not None or asks_only(opening) else None


_SAYS_OVER = expression(
    r"(?:(?:oh|u+m+|hm+|well|so|ok(?:ay)?|and|then)[\s,.…-]{1,3}){0,3}(?:what|where|when|how|why|who|which)\b(?!.*\byou)[^,]{0,30}?\b(?:did|was|were|had|have) (?:i|we|he|she|they|it|my|our|the (?:(?!(?:requ|inter|gu|qu|cont|prot|for|harv|t|r|lat)est\b)\w+est|hard\w*|main|outcome|result))\b|"
    "(?:嗯|呃|哦|那|，|,|…){0,3}(?!.*(?:[你您能该可要]|[没不](?:太|大|怎么|有)?(?:听|看[清懂]|懂|明白|清楚|理解)))(?:我们?|当时|后来|最后|结果)[^？?]{0,16}(?:什么|怎么|哪|多少|多久|为什么|如何)"
)
"""Says a question over to oneself before answering it: "Where did I stand? I think …"."""
_ASKED_FIRST = {Request.EXPLAIN: Aside.EXPLAIN, Request.ASSUME: Aside.ASSUME}


def _is_beside(
    spec: QuestionSpec, said: str, flags: Set[str], *, first: bool, language: str
) -> bool:
    """Whether nothing was heard in what was said, and it does not sound like an answer."""
    heard = flags if first else _alone(spec, said, language)
    if not heard or not heard <= NOTHING_HEARD:
        return False
    if first and spec.wants_story and has_theme(spec.text, said):
        return False  # with a word of what was asked for a story has begun
    # Where not even an answer was heard, the question would be left; and a story is nobody's in which
    # nobody did anything.
    empty = AnswerFlag.EMPTY in heard
    if first and spec.wants_story and AnswerFlag.OFF_TOPIC in heard:
        folded = fold(said)
        empty = empty or not (tells_of_act(folded) or tells_of_event(folded))
    return empty or not may_answer(said, people=not first or is_soft(spec.reference))


def _alone(spec: QuestionSpec, said: str, language: str) -> frozenset[AnswerFlag]:
    """What there is against an answer by itself."""
    return frozenset(judge_thread(spec, language, [said]).flags)
