"""Sentences that put right what was said on another question, in the middle of an answer. Pure.

"Wait, I have to correct something I said before: it was twenty percent" belongs to no story it stands in.
"""

from __future__ import annotations

import re

from interviewers.engines.builtin.text import spans

__all__ = ["corrects", "without_corrections"]

_CORRECTS = re.compile(
    "(?:更正|纠正|订正)(?:一下|一个|一处|一点)?[，,：:]?(?:我)?(?:刚才|刚刚|之前|前面|先前|上面)(?:我)?(?:说|讲|提|那)|"
    "(?:刚才|刚刚|之前|前面|先前)(?:我)?[^，。；跟对和向给]{0,12}?(?:(?:说|讲|记)错(?!了?话)|口误)|"
    r"\b(?:correct|put right|take back|fix) (?:something|one thing|what|myself|a (?:thing|figure|number|point))\b.{0,20}\b(?:said|told|gave|mentioned|before|earlier)\b|"
    r"\bi (?:misspoke|(?:said|told you|gave you) (?:the wrong|something wrong)|was wrong (?:before|earlier))\b|"
    r"\b(?:earlier|before) i (?:said|told you) .{1,60}\b(?:was wrong|that's wrong|that is wrong|should be|meant)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"[他她它客户对方]{1,2}(?:们)?(?:更正|纠正)|\b(?:he|she|they|customers?|colleague)\b.{0,20}\bcorrect",
    re.IGNORECASE,
)
"""Who puts right what somebody else said is telling a story."""
_BRIEF = 160
"""Characters; in one longer sentence more is told than what is put right."""


def corrects(text: str) -> bool:
    """Whether somebody puts right, on the way, what they told the panel before."""
    return any(_is_correction(text[start:end]) for start, end in spans(text))


def without_corrections(text: str) -> str:
    """A text without such sentences; a long one as it is where nothing else would be left."""
    places = spans(text)
    kept = [(start, end) for start, end in places if not _is_correction(text[start:end])]
    if len(kept) == len(places) or (not kept and len(text) > _BRIEF):
        return text
    edges = [start for start, _ in places[1:]] + [len(text)]
    whole = zip(places, edges, strict=True)
    return "".join(text[place[0] : edge] for place, edge in whole if place in kept).strip()


def _is_correction(sentence: str) -> bool:
    return bool(_CORRECTS.search(sentence)) and not _OF_OTHERS.search(sentence)
