"""Yes or no, right or wrong: an answer with the other verdict than every reference argues for the wrong
thing.

If a question asks for a verdict ("is this correct?", "does it …?"), the other words say little about who is
right, for both sides use the same. So a verdict is looked for where people give it: at the opening of a
clause that is nothing else. It is not looked for if an answer gives both (it depends) or none, if a
reference gives none, or if the question asks for several or has a negation of its own. Human graders of
other people's sets give next to nothing for the wrong verdict, however much of the rest is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from interviewgpt.expressions import expression

__all__ = ["other_verdict"]

_ASKED = expression(
    r"(?:是|能|可|会)否|(?P<han>[是能会对要有])(?:不|没)(?P=han)|可不可以|有没有|需不需要|(?:对|正确)还是|判断(?:正误|对错)|吗(?=\W|$)|"
    r"\b(?:true or false|(?:in)?correct or|right or wrong)\b|"
    r"(?:^|[.;:!?,]\s+)(?:is|are|was|were|can|could|does|do|did|will|would|should|must|has|have)\b(?! you\b)(?!n't)",
    re.IGNORECASE,
)
_NEGATIVE = expression(
    r"难道|不是.{0,40}吗|(?:^|[.;:!?,]\s+)(?:is|are|do|does|can|would|should)(?:n't| not)\b",
    re.IGNORECASE,
)
_LEAD = (
    r"^[\s\"“'(（*]*(?:(?:嗯|呃|那个|我(?:觉得|认为|想)|个人认为|所以|因此|应该|答案?|(?:这|该|上述|以上)(?:个|种|句)?|"
    r"(?:说法|叙述|话|观点|命题|表述|结论|判断)|是|就是|不过)[,，:：]?)*"
    r"(?:(?:well|um+|uh+|so|hence|therefore|i (?:think|believe|guess|would say)|that|it|this|the|statement|claim|answer|is|'s|’s)[, :]*\b)*"
)
_END = (
    r"(?:的|了|啊|吧|呢)?\s*(?=[^\w\s]|$|因为|由于|\b(?:because|since|it|they|that|this|you|we)\b)"
)
_YES = expression(
    _LEAD
    + r"(?:正确|对|成立|没有?错|可以|能够?|会|需要|是|有|yes|yeah|yep|true|correct|right)"
    + _END,
    re.IGNORECASE,
)
_NO = expression(
    _LEAD
    + r"(?:错误?|不(?:正确|对|成立|可以|能够?|会|需要|用|必|是|行|一定)|有误|否|没有|no|nope|false|incorrect|wrong|untrue|not (?:true|correct|right|necessarily))"
    + _END,
    re.IGNORECASE,
)
_CLAUSE = expression(r"(?<=[,，。；;.!！?？\n])")


def _verdicts(text: str) -> frozenset[bool]:
    """The verdicts that clauses of a text open with."""
    clauses = [clause.strip() for clause in _CLAUSE.split(text)]
    return frozenset(
        verdict
        for clause in clauses
        for verdict, opening in ((True, _YES), (False, _NO))
        if opening.match(clause)
    )


@lru_cache(maxsize=2_048)
def _expected(question: str, reference: str) -> bool | None:
    """The one verdict a reference opens with, where the question asks for one."""
    if len(_ASKED.findall(question)) != 1 or _NEGATIVE.search(question):
        return None
    given, opening = _verdicts(reference), _verdicts(_CLAUSE.split(reference.strip())[0])
    return next(iter(opening)) if len(given) == 1 and opening else None


def other_verdict(text: str, question: str, references: Sequence[str]) -> bool:
    """Whether the text of an answer gives one verdict, and every reference the other."""
    expected = {_expected(question, reference) for reference in references}
    if len(expected) != 1 or None in expected:
        return False
    return _verdicts(text) == {not expected.pop()}
