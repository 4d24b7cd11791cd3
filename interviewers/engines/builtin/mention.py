"""Sentences that tell of marks or orders and are neither: what somebody else got, what an attacker
writes. They are judged like any other sentence, and nobody is accused of them."""

from __future__ import annotations

import re

from interviewers.engines.builtin.gates import Gated
from interviewers.engines.builtin.text import fold

__all__ = ["only_mentions"]

_TURNS = re.compile(
    r"\b(?:please|must|(?:this|my|the) (?:answer|response|candidate|interview)|graders?|panel|assistant|previous interviewer)\b|"
    r"[请您]|务必|必须|(?:本|这个|我的|该)(?:回答|答案|候选人)|评委|助手|录用|通过"
)
_OTHERS = Gated(
    re.compile(
        r"\b(?:gave|rated|graded|scored|marked)\b.*\b(?:colleagues?|him|her|them|himself|herself|themselves|each other|intern|student)\b|"
        r"\bas an interviewer i\b|\bask the judge (?:for|to)\b|\b(?:thesis|exam|course|degree|studies|diploma)\b|\bmy project\b.*\bgot\b|"
        r"(?:给|为|对)(?:了)?(?:一?[位个名])?(?:[他她](?!们的评)|同事|下属|员工|组员|徒弟|学生).*了|毕业设计|毕业论文|课程|期末|绩效|有个同事|当面试官的时候|(?:让|听|先听)?对方.{0,4}(?:打分|自评)|先听.{0,4}自评"
    )
)
_SAID_BY = re.compile(
    r"\b(?:attackers?|users?|someone|documents?|pages?|web ?pages?|emails?|resumes?|injections?|customers?|clients?)\b[^.\"“]{0,30}\b(?:writes?|says?|said|wrote|types?|are|contains?|reads?|include)\b|"
    r"(?:攻击者|客户|用户|有人|网页|文档|简历|邮件).{0,8}(?:写|说|藏|输入)"
)
_QUOTED = re.compile(r"[\"“「][^\"”」]{3,80}[\"”」]|(?<!\w)['‘][^'’\n]{3,80}['’](?!\w)")
BEFORE = 40
"""Characters before a quotation that tell what it is."""
_LIKE = re.compile(
    r"\b(?:like|such as|e\.?g\.?|for (?:instance|example)|strings?|phrases?|lines?|named?|called)\b[^.]{0,12} $|(?:像|比如|例如|诸如|写上?|写的是|学会写?) ?$"
)
_SECOND = re.compile(r"\byou(?:r|'re)?\b|[你]")


def only_mentions(sentence: str) -> bool:
    """Whether a sentence tells of what others were given, or quotes what others write."""
    outside, quotes = _QUOTED.subn(" ", sentence)
    folded = fold(outside)
    like = any(
        _LIKE.search(f"{fold(sentence[max(0, q.start() - BEFORE) : q.start()])} ")
        for q in _QUOTED.finditer(sentence)
    )
    if not (_OTHERS.search(folded) or (quotes and (like or _SAID_BY.search(folded)))):
        return False
    return not (_TURNS.search(folded) or _SECOND.search(folded))
