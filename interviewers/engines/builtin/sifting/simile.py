"""Explanations by analogy: "a deadlock is like two people at a narrow door, and neither gives way".

They may have no expected word. Whether the analogy holds is not checked; it counts as an answer, and
neither as small talk nor as giving up.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from interviewers.engines.builtin.expected.particulars import particulars
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.text import Segment, fold
from interviewers.engines.builtin.sifting.bearing import talks
from interviewers.engines.builtin.stories.own import ONESELF
from interviewgpt.expressions import expression

__all__ = ["explains_by_likeness", "likenesses"]

_ASKS_WHAT = expression(
    r"\b(?:what (?:is|are|does|do|happens)|what's|how (?:is|are|does|do|can)|why|explain|describe|differ\w*|compare|meaning of)\b|"
    r"什么是|是什么|是啥|啥是|什么意思|为什么|怎么|如何|区别|不同|差别|解释|讲讲|讲一下|说说|原理|作用"
)
_LIKENS = expression(
    r"\b(?:(?:it|that|this|they|which|a|an|the)(?: \w+){0,3}(?:'s| is|'re| are| works?| would be)(?: (?:a bit|just|rather|sort of|kind of|more|basically|really))? like|"
    r"imagine|picture|think of(?: it as)?|compare it (?:to|with)|(?:it's|it is|that's) as if|same as (?:when|if)|like (?:two|a|an|the|when|in a)\b)|"
    r"好比|就像|好像|像是|相当于|打个比方|比方说|想象一下|类似于|跟.{1,16}(?:一样|似的)|像.{1,20}(?:一样|似的)"
)
_IS = expression(
    r"^(?:(?:so|well|basically|oh),? )*(?:it|that)(?:'s| is)(?: (?:basically|just|really))? (?:a|an|the) \w+"
)
"""How one begins that is not called one: "it's the lady who sends you to the shortest queue"."""
FEWEST, FEWEST_OF_UNCALLED = 3, 5
"""So many things of its own a likeness has at least."""


@lru_cache(maxsize=512)
def _asks_what(question: str) -> bool:
    return bool(_ASKS_WHAT.search(fold(question)))


def explains_by_likeness(found: Sequence[Segment], question: str, known: Known) -> bool:
    """Whether sentences explain what was asked by a likeness, told in things of its own."""
    if known.personal or not _asks_what(question):
        return False
    folded = tuple(segment.folded for segment in found)
    if any(map(_LIKENS.search, folded)):
        return particulars(folded, question) >= FEWEST
    if not folded or not _IS.search(folded[0]) or any(map(ONESELF.search, folded)):
        return False
    return particulars(folded, question) >= FEWEST_OF_UNCALLED


def likenesses(found: Sequence[Segment] | None, question: str, known: Known) -> tuple[Segment, ...]:
    """The sentences of an answer that explains by a likeness, and turns to nobody who judges it; none of another."""
    sentences = tuple(found or ())
    if not explains_by_likeness(sentences, question, known):
        return ()
    return () if any(talks(segment.text, known) for segment in sentences) else sentences
