"""How a good answer makes a point, in words that anybody could have said. Pure.

The reference of a behavioural question is somebody's own story. What it does about a point can be shown as
an example if nothing personal is in it: no figure, no time, no name.
"""

from __future__ import annotations

import re
from collections.abc import Set

from interviewers.engines.base import Cue, QuestionSpec, ScoringPoint
from interviewers.engines.builtin.expected.points import MADE, by_words, prepare_point
from interviewers.engines.builtin.reading.numerals import TO_TEN
from interviewers.engines.builtin.reading.text import segment_of
from interviewers.engines.builtin.stories.cues import find_cues
from interviewgpt.expressions import expression

__all__ = ["likeness"]

_SHORTEST, _LONGEST = {"zh": 4, "en": 16}, {"zh": 28, "en": 110}
_BETWEEN = {
    "zh": expression(r"[，。；：！？\n]+"),
    "en": expression(r"[.,;:!?]+(?:\s+|$)|\s+and (?=\w+ed\b)"),
}
_LEAD = {
    "zh": expression(
        "^(?:随后|于是|因此|所以|但是?|并且|并|而且|而|后来|最后|最终|当时|然后|接着|同时|其实|结果|就|也|之后|第一步|再|又){0,3}"
        "(?:我们|我)?(?:自己)?(?:就|也|才|都|便|则)?"
    ),
    "en": expression(
        r"^(?:(?:so|then|and|but|(?:first|next)(?! time)|after that|in the end|since then|afterwards|finally|also|instead|until|now) )*"
        r"(?:(?:I|we)(?:'d|'ve| have| had)? )?",
        re.IGNORECASE,
    ),
}
_LIVED = {
    "zh": expression(
        r"[\d“”「」]|我们|[二三四五六七八九十百千万两半](?:[个位名份张条次天周年月种项台倍成句分小场版页家部组人起遍步]|分钟|多)|去年|前年|上个?月|上周|当晚|当天|年底|月底|第[一二三四五六七八九十]"
        r"|[A-Za-z]|大[一二三四]|实习|上一?家|[他她]"
    ),
    "en": expression(
        rf"[\d“”\"]|\b(?:{TO_TEN}|twelve|twenty|thirty|forty|fifty|hundred|thousand|dozen|twice"
        r"|last|year|month|week|day|days|weeks|months|years|yesterday|evening|morning|monday|friday|internship|university|he|she|his|her)\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
_NAMES = expression(r"(?<=[a-z] )[A-Z][a-z]+")
_DANGLING = expression(
    r"^(?:它|他们|这样|这时|这种|其中|两者|对方$)|^(?:it|they|that|which|who|these|those|both|this|their|there|because|as|when|while|whose)\b",
    re.IGNORECASE,
)


def likeness(language: str, spec: QuestionSpec, point: ScoringPoint, used: Set[str]) -> str:
    """The clause of the reference that makes ``point``, without who says it; "" where there is none
    that anybody could say, or only one of those ``used`` already."""
    prepared = prepare_point(point, spec.text)
    best, most = "", 0.0
    for clause in _BETWEEN[language].split(spec.reference):
        text = _LEAD[language].sub("", clause.strip()).strip(" –—-")
        if not _SHORTEST[language] <= len(text) <= _LONGEST[language] or text in used:
            continue
        if _LIVED[language].search(text) or _NAMES.search(text) or _DANGLING.match(text):
            continue
        segment = segment_of(clause.strip())
        strength = by_words(prepared, segment)
        if strength < MADE and point.cue is Cue.ACTION:
            # Known by how it is told: what somebody did, whatever it was.
            strength = 0.3 * (Cue.ACTION in find_cues(segment.folded, language))
        elif strength < MADE:
            strength = 0.0
        if strength > most:
            best, most = text, strength
    return best
