"""A message that stops in the middle of a sentence: "First I cleaned the data,". Pure.

Whoever sent it too early is still writing: nothing is asked on from it, and the panel waits for the rest.
"""

from __future__ import annotations

import re

from interviewers.engines.script import count_han

__all__ = ["breaks_off"]

_BEGUN = 12
"""Characters, of which a Chinese one counts twice; less is no beginning of an answer."""
_OPEN_END = re.compile(
    r"(?<!\d)[,，、]$|(?<=[A-Za-z]) (?:and|but|because|or|the|an?|my|our|which|whose|if|(?:and|but|because|so|then|if|when|while|after|before|that) (?:[Ii]|we))$|(?:因为|所以|但是|然后|而且|比如|例如|如果|以及)$"
)
"""Punctuation and words that no answer ends with; a letter by itself may be a name ("plan A", "type I")."""


def breaks_off(said: str) -> bool:
    """Whether a message ends where its sentence goes on."""
    text = said.strip()
    return len(text) + count_han(text) >= _BEGUN and _OPEN_END.search(text) is not None
