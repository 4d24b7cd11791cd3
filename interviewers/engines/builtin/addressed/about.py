"""Words for an answer, its mark, or the person who marks it.

`talk_words` are the words of orders and pleas. These are the plain ones of claims and notices: that the
answer equals the solution, that the question was withdrawn, what the margin says. Any answer may have one
of them; they count only where nothing expected is said.
"""

from __future__ import annotations

from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.text import terms
from interviewgpt.expressions import expression

__all__ = ["speaks_of_answers"]

_ABOUT = expression(
    r"\b(?:answers?|repl(?:y|ies)|responses?|question|withdrawn|marks?|marking|markers?|examiners?|graders?|assessors?|reviewe[dr]|candidates?|entrants?|student|"
    r"key points|point (?:one|two|three|four)|reference|solution|similarity|identical|handing (?:it )?in|handed in|ideal|grade|score|evaluation|erratum|errata|appendix|"
    r"credited|deserve|deductions?|take off|waived|this (?:item|test|far|text)|these (?:few )?words|the text)\b|"
    r"答案|答卷|作答|回答|考生|应聘者|[本该这]题|这道|阅卷|评[分定语卷]|打分|满分|扣分|要扣|要点|[得分]分|分数|应得|考核|启事|复核|附页|卷子|参考|"
    r"标准[只得为]|标准[一二三四五]?致|上一[问题次]|算上|重合率|[一1]模[一1]样|\d ?分(?![钟之])|录入|登记|数值|不差|从略|已答|凡阅读|手里那份|写的就是|最理想"
)


def speaks_of_answers(folded: str, known: Known) -> bool:
    """Whether a folded text speaks of an answer or its mark in a word that is not expected."""
    words = (found.group() for found in _ABOUT.finditer(folded))
    return any(known.expected.isdisjoint(terms(word)) for word in words)
