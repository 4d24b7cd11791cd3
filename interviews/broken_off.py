"""A message that stops in the middle of a sentence: "First I cleaned the data,", or has no more than the
background that it announces. Pure.

Whoever sent it too early is still writing: nothing is asked on from it, and the panel waits for the rest.
"""

from __future__ import annotations

import re

from interviewers.engines.builtin.reading.text import fold
from interviewers.engines.builtin.stories.telling import tells_of_act
from interviewers.engines.script import count_han, has_han
from interviewgpt.expressions import expression

__all__ = ["breaks_off"]

_BEGUN = 12
"""Characters, of which a Chinese one counts twice; less is no beginning of an answer."""
_OPEN_END = expression(
    r"(?<!\d)[,，、]$|(?<=[A-Za-z]) (?:and|but|because|or|the|an?|my|our|which|whose|if|(?:and|but|because|so|then|if|when|while|after|before|that) (?:[Ii]|we))$|(?:因为|所以|但是|然后|而且|比如|例如|如果|以及)$"
)
"""Punctuation and words that no answer ends with; a letter by itself may be a name ("plan A", "type I")."""


_PREFACE = expression(
    r"(?:(?:ok(?:ay)?|sure|so|well|first|just|some|a bit of|a little|quick|short|brief|let me give you|one bit of)[\s,:]{1,2}){1,5}(?:context|background)(?=\s?[,.;:–-]|\s?$| (?:first|so|before|then|to|on|about|for|here)\b)|"
    "先(?:简单|大概)?(?:说|讲|交代|介绍)(?:一下|下|一点|点)?(?:背景|前情|来龙去脉)",
    re.IGNORECASE,
)
_EARLY = 50
"""Characters, before which what announces the background stands."""
_LONGEST = {True: 80, False: 240}
"""Characters of a Chinese message, and of another, that may hold no more than it."""


def breaks_off(said: str) -> bool:
    """Whether a message ends where its sentence goes on, or before anybody has done anything in it."""
    text = said.strip()
    if len(text) + count_han(text) < _BEGUN:
        return False
    return _OPEN_END.search(text) is not None or _only_prefaces(text)


def _only_prefaces(text: str) -> bool:
    announced = _PREFACE.search(text, 0, _EARLY + 30)
    if announced is None or announced.start() > _EARLY or len(text) > _LONGEST[has_han(text)]:
        return False
    return not tells_of_act(fold(text))
