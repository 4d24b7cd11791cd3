"""Sounds and words of hesitation, which say nothing."""

from __future__ import annotations

from interviewgpt.expressions import expression

__all__ = ["without_hesitation"]

_HESITATION_EN = (
    r"(?:u(?<!\wu)(?:m+|h+)|e(?<!\we)r+m?|h(?<!\wh)m+|y(?<!\wy)ou know|i(?<!\wi) mean|"
    r"s(?<!\ws)ort of(?=,)|k(?<!\wk)ind of(?=,))(?!\w)"
)
"""Each alternative begins with its letter, for a faster search."""
_HESITATION = expression(f"{_HESITATION_EN}|嗯+|呃+")
_HESITATION_ASCII = expression(_HESITATION_EN)


def without_hesitation(folded: str) -> str:
    """A folded text with a space for each hesitation."""
    return (_HESITATION_ASCII if folded.isascii() else _HESITATION).sub(" ", folded)
