"""Questions about the person who answers: their motives, wishes, ways of working, their past.

Every candidate has other reasons. So an answer that shares no word with the reference may be a good one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from interviewers.engines.builtin.addressed.field import field_worth
from interviewers.engines.builtin.addressed.mention import addresses
from interviewers.engines.builtin.addressed.talk import SOME, size_of, talk_worth
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.technical import distinctly_technical
from interviewers.engines.builtin.reading.text import Segment, fold, specific, terms
from interviewers.engines.builtin.reading.words import SMALL_TALK
from interviewers.engines.builtin.stories.own import ONESELF, is_own_question
from interviewers.engines.builtin.stories.themes import asks_for_story
from interviewgpt.expressions import expression

__all__ = ["addresses_candidate", "asks_of_person", "asks_of_self", "is_elsewhere", "may_be_meant"]

_SECOND = expression(
    r"(?<!\btell )(?<!\btells )\byou\b|\b(?:your|yours|yourself)\b|\b(?:of|about|describe|recall|share|remember) a time\b(?! (?:zone|series|signature|limit|slot|window))|"
    r"[你您]|(?:[次段][^，。；]{0,10}|(?:失败|成功|工作|项目|实习|学习)的?)经历(?![了过])|"
    r"\b(?:salary|pay|career) (?:expectations?|goals?|plans?)\b|\b(?:biggest|greatest|main) (?:strengths?|weakness(?:es)?|achievements?|failures?)\b|"
    r"\bwhy (?:this|our) (?:company|team|role|job|position)\b|"
    r"[怎如][么何](?:看待|面对|对待)|自我介绍|(?:离职|跳槽|求职)的?(?:原因|动机)|(?:期望|理想)的?(?:薪|月薪|年薪|待遇)|职业规划|(?:自[己身我]|个人|^\W*(?:[谈说讲聊]\S{0,3}?)?)的?优缺点|最(?:大|主要)的(?:优点|优势|缺点|不足|成就|失败)|"
    r"为什么(?:要|想)?(?:来|选|选择|加入|应聘|离开|离职|换工作)"
)
"""How a question addresses the candidate; Chinese need not say "you"."""
TECHNICAL = 0.3
"""With at most this share of technical words question and reference have no technical subject. That holds for
107 of the bank's 108 items about people (in both languages); of the technical items, for those about work in
general and products, and for 5 of the other 340."""
TECHNICAL_OF_OWN = 0.6
"""The same for kinds of question that ask about the candidate: "deadline" and "process" count as technical
words."""
SUBJECT = 2
"""This many technical words show a subject; this many everyday ones are chat."""


_SELF = expression(
    r"\b(?:tell (?:me|us)|describe|give (?:me|us)?|share|walk (?:me|us)|talk (?:me|us)? ?(?:about|through))\b.{0,40}\b(?:time|situation|experience|example of (?:when|a time)|you|your|yourself)\b|"
    r"^\W*(?:tell (?:me|us)|share|describe (?:a|an|the last))\b|\byou (?:\w+ ){0,2}(?:usually|at present|currently|do at present)\b|\bus\b|\bwe (?:ask|asked|come|offer)|\bof you\b|\b(?:is|are|makes?) (?:\w+ )?(?:it )?(?:hard|easy|difficult) for you\b|\byou at your best\b|\bare you at\b|\byou (?:match|need to improve)\b|"
    r"\bwhen (?:could|can|would) you (?:start|begin)\b|\byou (?:still )?need to know\b|\b(?:introduce|describe|see|present|improve) yourself\b|\babout you(?:rself)?\b|\b(?:a|any|the last) time\b.{0,20}\byou\b|"
    r"\b(?:do|would|did|have|are|were|had|will) you (?:\w+ly )?(?:ever|want|like|enjoy|prefer|hope|expect|feel|consider|leave|left|apply|applied|choose|chose|join|learn(?:ed|t)?|work(?:ed)?|studied|looking|willing|proud|good|best|interested|comfortable|bring|start|get)\b|"
    r"\bwhy (?:should we (?:hire|choose|take) you|do you|did you|are you)\b|\bwhat (?:attracts|motivates|drives|frustrates|worries|excites|interests|makes|made|brings|brought) you\b|\bjoin(?:ed)? us\b|\b(?:ask|like to know|tell) us\b|"
    r"\byour (?:\w+ ){0,2}(?:experiences?|career|job|positions?|team|manager|boss|supervisor|colleagues?|co-?workers?|strengths?|weakness(?:es)?|goals?|plans?|expectations?|motivation|hobb(?:y|ies)|style|values|background|résumé|cv|studies|degree|notice|achievements?|failures?|mistakes?|salary|day|week|free time|friends|personality|ambitions?|dreams?)\b|"
    r"\b(?:salary|pay|career) (?:expectations?|goals?|plans?)\b|\b(?:biggest|greatest|main) (?:strengths?|weakness(?:es)?|achievements?|failures?)\b|\bwhy (?:this|our) (?:company|team|role|job|position)\b|\byou (?:see yourself|are most|most (?:proud|enjoy|like)|are proud|work best|bring)\b|"
    r"^\W*(?:现在)?请?(?:[你您])?(?:先)?(?:[讲谈说聊分]|举|分享|描述).{0,3}(?:讲|谈|说|聊|一|个|你|您)|实际的例子|(?:讲讲|说说|谈谈|聊聊)[你您]|[你您](?:现在主要|目前|觉得自己|发挥)|对薪|薪酬|经历|一[次件段回].{0,40}[你您自]|[你您]的(?:优|缺|长处|短板|强项|弱|不足|职业|工作|团队|领导|上级|同事|期望|目标|规划|计划|动力|价值观|性格|爱好|专业背景|背景|简历|成就|失败|失误|薪|理想|朋友|风格)|"
    r"自[己我身]|个人(?:优|缺|规划|介绍|情况)|[你您](?:自己|本人|为什么|为何|想|希望|期望|喜欢|打算|擅长|最(?!先|后)|平时|平常|通常|一般会?|过去|曾|愿意|能接受|能否|会不会|有没有|是否|有什么(?:想|问题|爱好)|还有什么|还需要|对我们|身边|多久|几号|什么时候能)|"
    r"(?:加入|了解|认识|问|应聘|选择)我们|吸引[你您]|让[你您](?:最|考虑|离开|头疼|骄傲|自豪|满意|难忘)|[怎如][么何](?:看待|面对|对待)|(?:离职|跳槽|求职)的?(?:原因|动机)|(?:期望|理想)的?(?:薪|月薪|年薪|待遇)|职业规划|优缺点|最(?:大|主要)的(?:优点|优势|缺点|不足|成就|失败)|"
    r"为什么(?:要|想)?(?:来|选|选择|加入|应聘|离开|离职|换工作)"
)
"""How a question asks about the candidate's own life at work, and not about what anybody should do."""


@lru_cache(maxsize=1_024)
def asks_of_self(question: str, reference: str) -> bool:
    """Whether a question asks who candidates are, what they did, want or usually do, so that the answer may
    share no word with a reference. Not so "You are a coach, and somebody has a bad knee. What do you do?":
    some answers to it are right and others wrong."""
    if not asks_of_person(question, reference):
        return False
    return (
        is_own_question(question) or asks_for_story(question) or bool(_SELF.search(fold(question)))
    )


def addresses_candidate(question: str) -> bool:
    """Whether a question is put to the candidate as one about themselves may be ("describe merge sort" is not)."""
    return is_own_question(question) or bool(_SECOND.search(fold(question)))


@lru_cache(maxsize=1_024)
def asks_of_person(question: str, reference: str) -> bool:
    """Whether a question addresses the candidate and has no technical subject: it asks what they are and did
    (`asks_of_self`), or what they would do, as anybody should."""
    if not addresses_candidate(question):
        return False
    said = specific(terms(f"{fold(question)}\n{fold(reference)}"))
    most = TECHNICAL_OF_OWN if is_own_question(question) else TECHNICAL
    return len(said & distinctly_technical()) <= most * len(said)


def is_elsewhere(found: Sequence[Segment]) -> bool:
    """Whether sentences speak about a subject instead of the speaker, or chat, where the question is about the
    person."""
    said = specific(term for segment in found for term in segment.terms)
    subject = said & distinctly_technical()
    if len(subject) >= SUBJECT and len(subject) > TECHNICAL * len(said):
        return not any(ONESELF.search(segment.folded) for segment in found)
    return len(said & SMALL_TALK) >= SUBJECT


LEAST = 2.0
"""From this many words on a clause says something."""
OF_INTERVIEW = 1.0
"""From this value on a clause is about the interview (`field.field_worth`)."""


def may_be_meant(clause: str, known: Known) -> bool:
    """Whether a clause without any expected word may answer a question about the person: it has more than a
    word, does not address the grader or anybody else, and is not about the interview."""
    if size_of(clause) < LEAST or talk_worth(clause, known) >= SOME or addresses(clause):
        return False
    return field_worth(fold(clause), known.expected.__contains__) < OF_INTERVIEW
