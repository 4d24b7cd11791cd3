"""Whether an answer without an expected word is off the question."""

from __future__ import annotations

from collections.abc import Sequence, Set

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.addressed.cutting import sentence_worth
from interviewers.engines.builtin.addressed.learnt import may_talk
from interviewers.engines.builtin.addressed.talk import size_of
from interviewers.engines.builtin.reading.known import Known, characters_of
from interviewers.engines.builtin.reading.technical import distinctly_technical
from interviewers.engines.builtin.reading.text import Segment, Term, fold, is_han, spans
from interviewers.engines.builtin.sifting.simile import explains_by_likeness
from interviewers.engines.builtin.stories.personal import is_elsewhere

__all__ = ["is_beside", "is_talk", "speaks_of_trade"]

BESIDE_LATIN, BESIDE_HAN = 9.0, 13.0
"""From this many words on (Latin, Chinese; see `talk.size_of`) a sentence of a real answer has a word of the
question or a reference."""

TRADE = 3
"""This many technical words speak of a trade, even in an analogy."""
BY_CHANCE = 0.04
"""The share of its characters, 0-1, that a Chinese text has in common with any other."""

NEXT_TO_NOTHING = 0.1
"""A smaller share of a reference (0-1) is in common with many a text by chance."""
OF_TALK, LEFT_OF_TALK, BRIEFLY = -5.0, -2.0, -1.0
"""Where every sentence is above the first worth (`cutting.sentence_worth`), and each that counts above the second,
none sounds like an answer; beside a short reference above the third, for a few words tell little of either."""
OF_TOPIC = 2
"""Who names this many specific words of the question speaks of its subject, even beside talk to the grader."""
LENGTH = 8.0
"""The length of a reference (`matching.Reference.length`) from which on it is not short."""


def speaks_of_trade(found: Sequence[Segment]) -> bool:
    """Whether sentences have several technical words; those of an analogy are not expected ones."""
    return len({t for segment in found for t in segment.terms} & distinctly_technical()) >= TRADE


def is_beside(
    found: Sequence[Segment], flags: Set[AnswerFlag], question: str, known: Known
) -> bool:
    """Whether sentences say nothing that is expected, in long sentences or amid hesitation."""
    said = {term for segment in found for term in segment.terms}
    if AnswerFlag.FILLER in flags:
        return not known.says(said)
    if known.personal and not is_elsewhere(found):
        return False
    if explains_by_likeness(found, question, known):
        return False
    if not said.isdisjoint(known.expected) or not said.isdisjoint(known.topic):
        return False
    if speaks_of_trade(found) and not known.personal:
        return False
    if any(map(is_han, said)):
        chars = {char for term in said if is_han(term) for char in term}
        common = chars & (characters_of(known.expected) | characters_of(known.topic))
        if len(common) > BY_CHANCE * len(chars):
            return False
        return all(size_of(segment.text) >= BESIDE_HAN for segment in found)
    return all(size_of(segment.text) >= BESIDE_LATIN for segment in found)


def is_talk(
    found: Sequence[Segment],
    answers: Sequence[str],
    wording: Set[str],
    topic: Set[Term],
    *,
    forged: bool,
    coverage: float,
    length: float,
) -> bool:
    """Whether answers beside a reference alone are rather talk to the grader than answers: they say next to
    nothing that is expected, hardly speak of what was asked about (`OF_TOPIC`), and no sentence of them sounds
    like an answer.

    ``found`` are the sentences that count, ``forged`` is whether the answers are flagged for such talk,
    ``coverage`` the share of the reference (0-1) that is said, ``length`` that of the reference, ``wording`` the
    words of question and reference (`learnt.wording`), ``topic`` the specific words of the question.
    """
    if coverage >= NEXT_TO_NOTHING:
        return False
    named = len({term for segment in found for term in segment.terms} & topic)
    if named >= OF_TOPIC or (named and not forged):
        return False
    if not (forged or (length >= LENGTH and any(map(may_talk, answers)))):
        return False
    least = LEFT_OF_TALK if length >= LENGTH else BRIEFLY
    said = (fold(text[start:end]) for text in answers for start, end in spans(text))
    return all(sentence_worth(s.folded, wording) > least for s in found) and all(
        sentence_worth(sentence, wording) > OF_TALK for sentence in said
    )
