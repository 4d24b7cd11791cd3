"""Which sentences are bound to a story or an account, that is, belong to it.

How something is told is read off grammar: an event, the candidate's own action, a quantity. Any sentence
has some of that, whatever its subject. So a sentence counts only if something connects it with the rest: a
specific word of another sentence or of what is expected, a word of the theme, the speaker, a person already
spoken of, something that happened at work, or that it goes on from the rest. Sentences that address a
listener or speak of free time, and those around an answer (a greeting, thanks, that it is over), do not belong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from interviewers.engines.builtin.reading.text import Term, language_of, specific, terms
from interviewers.engines.builtin.stories.leisure import speaks_of_leisure
from interviewers.engines.builtin.stories.setting import at_work
from interviewers.engines.builtin.stories.telling import (
    Story,
    closes,
    read_story,
    tells_of_event,
)
from interviewers.engines.builtin.stories.themes import signs, themes_of
from interviewgpt.expressions import expression

__all__ = ["bound", "is_hobby", "quotes", "read_bound"]

_SECOND = expression(r"\byou(?:r|rs|'\w+)?\b|[你您](?!们组)")
_QUOTES = expression(r"[\"“「][^\"”」]{1,200}[\"”」]|(?<!\w)['‘][^'’\n]{1,200}['’](?!\w)")
_QUOTE = expression(r"[\"“”「」]")
_TELLER = expression(
    r"\b(?:i|we|me|us)\b|\bmy\b(?! (?:\w+ )?(?:mum|mom|mother|dad|father|parents|sister|brother|aunt|uncle|cousin|grand\w+|wife|husband|partner|son|daughter|kids?|children|famil\w+)\b)|[我咱俺](?!们?(?:家|爸|妈|爹|娘|爷|奶|外[公婆]|姥|舅|姑|姨|叔|哥|姐|弟|妹|老婆|老公|爱人|妻子|丈夫|儿子|女儿|孩子))"
)
"""Whoever tells it takes part. Those at home are somebody else."""
_PEOPLE = expression(
    r"\b(?:he|she|they|them|him|her|hers|both|each|neither|"
    r"the (?:first|second|third|last|two|three|other|others|rest|same|next)|nobody|everyone|everybody|no one|none)\b|"
    r"[他她它]|对方|大家|双方|两[人边个]|这[样么才些件次种]|那[天次时些件样]"
)
"""References to what was spoken of before."""
_GOES_ON = expression(
    r"^\W*(?:in the end|at the end|eventually|finally|as a result|after(?:wards?)?|since(?: then)?|then|now|later|so|because|but|and)\b|"
    r"于是|后来|从此|从那|没再|再也|结果|最终|最后|之后|以后|现在|如今|终于|当时|去年|前年|有[次一]|刚|因为|所以|但|然后|接着|先|第[一二三]"
)
"""How a sentence goes on from another one."""


def quotes(folded: str) -> bool:
    """Whether a folded sentence gives what somebody said, word by word, or a part of it."""
    return bool(_QUOTE.search(folded))


def is_hobby(folded: str) -> bool:
    """Whether a folded sentence speaks of the teller's free time, and of nothing that happened in it."""
    return speaks_of_leisure(folded, language_of(folded)) and not (
        tells_of_event(folded) or closes(folded)
    )


def read_bound(told: Sequence[str], language: str) -> Story:
    """What `bound` sentences tell as a story: the first of them opens it, whatever stood before."""
    story = read_story(tuple(filter(None, told)), language)
    parts = iter(story.parts)
    return replace(story, parts=tuple(next(parts) if text else {} for text in told))


def bound(sentences: Sequence[str], question: str, expected: Set[Term]) -> tuple[str, ...]:
    """The folded sentences, with "" for those that belong to nothing that is told. ``expected`` are the
    specific words of what is expected."""
    if len(sentences) < 2:
        return tuple(sentences)
    words = [{t for t in specific(terms(text)) if not t.isdigit()} for text in sentences]
    shared = Counter(term for said in words for term in said)
    themes = themes_of(question)

    def belongs(sentence: str, said: Set[Term]) -> bool:
        if any(term in expected or shared[term] > 1 for term in said):
            return True
        if themes and signs(themes, (sentence,)):
            return True
        if _TELLER.search(sentence) and not is_hobby(sentence):
            return True
        if _SECOND.search(_QUOTES.sub(" ", sentence)):
            return False
        if speaks_of_leisure(sentence, language_of(sentence)):
            return False
        if _GOES_ON.search(sentence) or closes(sentence):
            return True
        if tells_of_event(sentence) and at_work((sentence,)):
            return True
        return bool(_PEOPLE.search(sentence))

    return tuple(
        sentence if belongs(sentence, said) else ""
        for sentence, said in zip(sentences, words, strict=True)
    )
