"""Questions about the person who answers: their motives, wishes, ways of working, their past.

What is expected of those cannot be said in the words of a reference: every candidate has other reasons.
An answer that shares no word with one may be a good answer all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from interviewers.engines.builtin.addressed.field import field_worth
from interviewers.engines.builtin.addressed.mention import addresses
from interviewers.engines.builtin.addressed.talk import SOME, size_of, talk_worth
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.technical import distinctly_technical
from interviewers.engines.builtin.reading.text import Segment, Term, fold, terms, weight
from interviewers.engines.builtin.reading.words import SMALL_TALK
from interviewers.engines.builtin.stories.own import ONESELF, is_own_question

__all__ = ["asks_of_person", "is_elsewhere", "may_be_meant"]

_SECOND = re.compile(
    r"(?<!\btell )(?<!\btells )\byou\b|\b(?:your|yours|yourself)\b|[你您]|"
    r"\b(?:salary|pay|career) (?:expectations?|goals?|plans?)\b|\b(?:biggest|greatest|main) (?:strengths?|weakness(?:es)?|achievements?|failures?)\b|"
    r"\bwhy (?:this|our) (?:company|team|role|job|position)\b|"
    r"[怎如][么何](?:看待|面对|对待)|自我介绍|(?:离职|跳槽|求职)的?(?:原因|动机)|(?:期望|理想)的?(?:薪|月薪|年薪|待遇)|职业规划|(?:自[己身我]|个人|^\W*(?:[谈说讲聊]\S{0,3}?)?)的?优缺点|最(?:大|主要)的(?:优点|优势|缺点|不足|成就|失败)|"
    r"为什么(?:要|想)?(?:来|选|选择|加入|应聘|离开|离职|换工作)"
)
"""How a question turns to whoever is asked; in Chinese it need not say "you"."""
TECHNICAL = 0.3
"""Up to this share of technical words question and reference are about no subject. By this, 107 of the
108 items of the bank about people are (both languages), of the technical ones those about work in
general and products, and 5 of the other 340."""
TECHNICAL_OF_OWN = 0.6
"""The same where the question is of a kind that asks for whoever answers: "deadline" and "process" count
as technical."""
SUBJECT = 2
"""So many technical words speak of a subject, so many everyday ones chat."""


@lru_cache(maxsize=1_024)
def asks_of_person(question: str, reference: str) -> bool:
    """Whether a question asks of the person who answers, and not of a subject."""
    folded = fold(question)
    own = is_own_question(question)
    if not own and not _SECOND.search(folded):
        return False
    said = {term for term in terms(f"{folded}\n{fold(reference)}") if weight(term) >= 1.0}
    most = TECHNICAL_OF_OWN if own else TECHNICAL
    return len(said & distinctly_technical()) <= most * len(said)


def is_elsewhere(found: Sequence[Segment]) -> bool:
    """Whether sentences speak of a subject and not of whoever speaks, or chat, where the person was
    asked of."""
    said: set[Term] = {term for segment in found for term in segment.terms if weight(term) >= 1.0}
    subject = said & distinctly_technical()
    if len(subject) >= SUBJECT and len(subject) > TECHNICAL * len(said):
        return not any(ONESELF.search(segment.folded) for segment in found)
    return len(said & SMALL_TALK) >= SUBJECT


LEAST = 2.0
"""So many words say something."""
OF_INTERVIEW = 1.0
"""What speaks of the interview, on the scale of `field.field_worth`."""


def may_be_meant(clause: str, known: Known) -> bool:
    """Whether a clause that shares nothing with what is expected may answer who was asked of themselves:
    it says more than a word, and none of it to whoever judges, to anybody, or of the interview."""
    if size_of(clause) < LEAST or talk_worth(clause, known) >= SOME or addresses(clause):
        return False
    return field_worth(fold(clause), known.expected.__contains__) < OF_INTERVIEW
