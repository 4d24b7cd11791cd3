"""Questions inside a candidate's answer: which sentences ask, and where they stand. Pure.

What they are about is found elsewhere: `invited` for questions about the company, `interviews.checking`
for questions about the current answer.
"""

from __future__ import annotations

import re

from interviewgpt.expressions import expression

__all__ = [
    "asked_at_the_edge",
    "asked_in_passing",
    "asks",
    "is_of_others",
    "last_clause",
    "sentences",
]

_SENTENCES = expression(r"(?:[^。！？!?；;\n.]|\.(?!\s|$))+[。！？!?；;\n.]*")
_ASKS = expression(
    r"[?？]|吗|呢|(?<!没)(?<!没有)(?:什么|啥)|怎么|怎样|如何|哪|多少|多大|几[个时点天人]|(?<![他过好])几[位次轮]|是不是|有没有|能不能|会不会|(?<![管论])谁(?![也都])|多久|想(?:多)?(?:了解|知道|问|听)|请问|请教|"
    r"\b(?:is there|are there|do you|could you|can (?:you|i)|curious|wonder(?:s|ed|ing)?|(?:like|love|want) to (?:know|hear|understand|ask|learn (?:more|about|how|what|whether)))\b|"
    r"(?:^|[,;:.!–-]\s?|\b(?:and|or|also|but|so|then|well|ok|okay|know|ask|hear|learn|understand|tell me|about|of|on|in|for|with|at|question (?:is|was)|exactly|just)\s)(?:what|how|who|when|where|which|why|does|whether)\b"
)
_OF_OTHERS = expression(
    r"问(?:我|他|她|它|客户|对方|用户|同事|老板|领导|自己)|[他她家方户板导任事们](?:当时|就|先|又|还|会)?(?:问|说)|[“”「」\"：:]|"
    r"\b(?:asked|ask(?:ing)? (?:him|her|them|the|my|myself)|told|said|(?<!you )say|tell (?:him|her|them))\b"
)
_IN_PASSING = expression(
    r"(?=.*\b(?:by the way|btw|out of curiosity)\b)(?=.*\b(?:with you|you (?:guys|folks|people)|at your|your (?:[\w-]+ ){0,2}(?:team|company|place|engineers|developers))\b).*\?|"
    r"(?:对了|顺便(?:问|请教)?(?:一下|一句)?|另外)[，, ]?.{0,12}(?:你们|贵公司|贵司|咱们).*[?？]",
    re.IGNORECASE,
)


def sentences(text: str) -> list[str]:
    """The sentences of a text with their final marks. A full stop inside a word or a figure ends none."""
    return [found.strip() for found in _SENTENCES.findall(text) if found.strip()]


def asks(text: str) -> bool:
    """Whether a text asks anything, with or without a question mark."""
    return _ASKS.search(text.casefold()) is not None


def is_of_others(sentence: str) -> bool:
    """Whether a sentence only reports a question or remark to or by somebody else."""
    return _OF_OTHERS.search(sentence) is not None


def asked_in_passing(text: str) -> str:
    """The question to the panel in the middle of an answer; "" where there is none."""
    return next((said for said in sentences(text) if _IN_PASSING.fullmatch(said)), "")


def asked_at_the_edge(text: str) -> str:
    """The question at the end of an answer, else at its beginning, else in the middle; "" where there
    is none."""
    found = sentences(text)
    edges = [said for said in (*found[-1:], *found[:1], asked_in_passing(text)) if asks(said)]
    marked = [said for said in edges if said.endswith(("?", "？"))]
    return last_clause(next(iter(marked or edges), ""))


def last_clause(sentence: str) -> str:
    """The last clause of a Chinese sentence if it is the only one that asks, else the whole sentence."""
    told, comma, clause = sentence.rpartition("，")
    alone = comma and len(clause) >= _WHOLE and asks(clause.rstrip("?？")) and not asks(told)
    return clause if alone else sentence


_WHOLE = 6
"""The fewest characters of a clause that can stand alone."""
