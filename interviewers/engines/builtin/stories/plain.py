"""What is told, without the words that tell nothing: "actually", "really", 其实, 反正. Pure.

How something is told is read off grammar. A speaker's filler between "I" and the verb changes nothing of what was
done, so it is left out before the grammar is read and before the words are counted.
"""

from __future__ import annotations

from functools import lru_cache

from interviewgpt.expressions import expression

__all__ = ["plainly"]

_COUNTED = (
    r"(?:\d|a\b|an\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|half\b|"
    r"before\b|after\b|as\b|like\b|under\b|over\b|about\b|enough\b|in time\b|the (?:one|two|same)\b)"
)
"""Before these "just" is a measure, or when something was."""
_FILLERS_EN = expression(
    r"(?<!\bnot )(?<!n't )\b(?:really|actually|basically|(?:honestly|frankly|obviously)(?=,)|simply(?! put\b)|"
    rf"of course|to be (?:honest|fair|frank)|in fact|just(?!-| {_COUNTED}))(?:, | |(?=[,.;]|$))"
)
_THEN = expression(r"\b(i|we|he|she|it|they|you|who|which|and) then (?=[a-z])")
_SUBJECT = "(?<=[我他她它们咱])"
_FILLERS_ZH = expression(
    "(?:其实|说实话|说真的|老实说|坦白说|说白了|反正|确实|的确|真的(?=[很挺太不没])|基本上|"
    "那个(?=[，,]|[我他她你就]|因为|所以|然后|后来))(?:[，,] ?)?"
)
_EMPHASIS_ZH = expression(
    f"{_SUBJECT}就(?![是像算职业读近此地绪座任餐医诊范寝俩剩这那有差一])|"
    f"{_SUBJECT}是(?=[把先就也又从拿用在跟])"
)


@lru_cache(maxsize=1_024)
def plainly(folded: str) -> str:
    """A folded text without fillers."""
    folded = _THEN.sub(r"\1 ", _FILLERS_EN.sub("", folded))
    return folded if folded.isascii() else _EMPHASIS_ZH.sub("", _FILLERS_ZH.sub("", folded))
