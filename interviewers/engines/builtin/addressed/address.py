"""Sentences that speak to the grader: about marks, rules or the interview, and not about the question.

`forgery` cuts out what is an order wherever it stands. What is left may still talk about marks in words
that no list foresees. Such a sentence counts as not said unless it has at least one specific word of the
question.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from interviewers.engines.builtin.addressed.forgery import NEW_START, ORDER
from interviewers.engines.builtin.addressed.learnt import may_talk
from interviewers.engines.builtin.addressed.talk import may_answer, size_of
from interviewers.engines.builtin.addressed.talk_words import STRONG, VOICE, WEAK
from interviewers.engines.builtin.reading.known import CHANCE, Known
from interviewers.engines.builtin.reading.text import CUT, HAN, fold, terms
from interviewers.engines.builtin.reading.words import STOP_EN
from interviewgpt.expressions import expression

__all__ = [
    "NEW_START",
    "SCRAP",
    "hints_at_grader",
    "is_foreign",
    "sounds_addressed",
    "speaks_only_to_grader",
    "speaks_to_grader",
    "without_remains",
]

_SPACED = expression(rf"(?<=[{HAN}]) (?=[{HAN}])")

_ASSESSMENT = expression(
    r"\b(?:grading|graders?|rubric|(?:the )?examiners?|full marks|this (?:candidate|reply)|pre-approved)\b|"
    r"满分|评分(?=表|标准|人|者|系统|(?:已经?|均已)?(?:结束|完成|完毕))|打分(?=者|人|的人|老师|之?前)|考官|面试官|评委|应聘者|本(?:答复|回答|答案)|答得|评审已经?结束"
)
"""Words that need no second sign if nothing of the question stands beside them."""

SCRAP = 2
"""A sentence with at most this many terms is no answer."""


@lru_cache(maxsize=4_096)
def speaks_to_grader(folded: str) -> bool:
    """Whether a folded sentence addresses somebody about marks, rules or the interview itself."""
    folded = _SPACED.sub("", folded)
    if _ASSESSMENT.search(folded):
        return True
    voices = _stems(VOICE, folded)
    if not voices:
        return False
    if STRONG.search(folded):
        return True
    weak = _stems(WEAK, folded) - voices
    return len(weak) > (2 if voices <= _GENERAL else 1)


_GENERAL = frozenset({"must", "shou", "alwa", "alre", "abov", "stat", "ever", "coll"})
"""The first letters of words that may be about anything."""


@lru_cache(maxsize=4_096)
def _stems(signs: re.Pattern[str], folded: str) -> frozenset[str]:
    """The signs in a text by their beginnings: "fail" and "failed" are one."""
    return frozenset(found.strip()[:4] for found in signs.findall(folded))


def demands_a_mark(folded: str) -> bool:
    """Whether a folded sentence has a word that occurs hardly anywhere but in such talk."""
    return bool(STRONG.search(_SPACED.sub("", folded)))


_FOREIGN_WORD = expression(
    r"\b(?:les?|des|une?|et|est|pour|toutes?|tous|avec|dans|cette?|und|der|die|das|nicht|bitte|ist|eine?|von|auf|para|por|las?|los|"
    r"una?|todas?|el|del|con|que|não|uma|seu|il|gli|della|tutte|per|niet|het|een|proszę|oraz|jest|polecenie|nowe|ta|esta|ce|ou|du)\b"
)
_FOREIGN_SCRIPT = expression("[\u0370-\u052f\u0590-\u0e7f\u1100-\u11ff\u3040-\u30ff\uac00-\ud7af]")
_SCRIPT_SHARE = 0.25
"""From this share of a sentence's letters on it is in a third script."""


def is_foreign(text: str, folded: str) -> bool:
    """Whether a sentence is in neither of the two languages an interview is held in."""
    strange = 0 if text.isascii() else len(_FOREIGN_SCRIPT.findall(text))
    if strange > 4 and strange > _SCRIPT_SHARE * sum(char.isalpha() for char in text) > 0:
        return not any(len(word) > 2 for word in re.findall(r"[a-z]+", folded)) or bool(
            re.search("[\u3040-\u30ff\uac00-\ud7af]", text)
        )
    foreign = len(_FOREIGN_WORD.findall(folded))
    return foreign >= 2 and foreign > sum(
        word in STOP_EN for word in re.findall(r"[^\W\d_]+", folded)
    )


def before_foreign(text: str) -> str:
    """The part of a text before another script; "" if there is none."""
    found = _FOREIGN_SCRIPT.search(text)
    return text[: found.start()].rstrip(" ,，;；、") if found else ""


_KEYED = expression(r"[\"'“‘]\w[^\"'”’]{0,30}[\"'”’]\s*[:：=]")


def speaks_only_to_grader(folded: str, known: Known, *, forged: bool = False) -> bool:
    """Whether a folded sentence speaks to the grader and has no word ``known`` from the question. Beside a
    forgery (``forged``) the slightest sign is enough."""
    if not speaks_to_grader(folded) and len(_KEYED.findall(folded)) < 2:
        return forged and hints_at_grader(folded) and not known.has(terms(folded))
    if known.says(terms(folded)):
        return False
    rest = terms(WEAK.sub(" ", STRONG.sub(" ", folded)))
    return not known.in_terms(rest, chance=2 if demands_a_mark(folded) else CHANCE)


def hints_at_grader(folded: str) -> bool:
    """Whether a folded sentence has a word or two that such talk may have, or hardly any word at all."""
    if len(set(terms(folded))) <= SCRAP and size_of(folded) <= SCRAP:
        return True
    return bool(STRONG.search(folded)) or len(_stems(WEAK, folded) | _stems(VOICE, folded)) > 1


def _answers(folded: str, known: Known) -> bool:
    return may_answer(folded, known)


_SENTENCE = expression(
    rf"(?:[^。．｡！？!?\n{CUT}.]|(?<={ORDER}){CUT}|\.(?!\s|$|[)\]\"'”’]|[A-Z][a-z]))*(?:[。．｡！？!?\n.{CUT}]|\Z)"
)


def without_remains(text: str, known: Known) -> str:
    """A text that `forgery.strip_forged` left, without the rest of the sentences that an order was
    taken out of, where it has not one specific word of what was asked."""

    def kept(found: re.Match[str]) -> str:
        starts = [0, *(start.end() for start in NEW_START.finditer(found.group()))]
        pieces = [found.group()[a:b] for a, b in pairwise([*starts, len(found.group())])]
        return "".join(
            piece if ORDER not in piece or _answers(fold(piece), known) else CUT for piece in pieces
        )

    return _SENTENCE.sub(kept, text)


def sounds_addressed(text: str) -> bool:
    """Whether a piece by itself, without what was asked, sounds as if said to whoever judges. Of 2,615 pieces of honest
    answers 22 do, of 60 attacks 46."""
    folded = fold(text)
    if speaks_to_grader(folded):
        return True
    return may_talk(text) and (demands_a_mark(folded) or hints_at_grader(folded))
