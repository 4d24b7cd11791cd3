"""Short answers that count as answers although they have no expected word: "忍一忍吧，也没什么办法。", "Around 70…".
Pure.

Asked about people, pressure or oneself, how somebody bears it is an answer, if a poor one. So is a bare amount
where an amount is asked for, and a timetable where a plan is. They must not be treated as no answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from interviewers.engines.builtin.reading.numerals import TENS, TO_TEN
from interviewers.engines.builtin.reading.text import language_of
from interviewgpt.expressions import expression

__all__ = ["has_none", "is_scant"]

_LONGEST = {"zh": 60, "en": 150}
"""Characters."""
_BEARS: Mapping[str, re.Pattern[str]] = {
    "zh": expression(
        "忍(?:一?忍|着|了|过|下)|[扛撑熬](?:一?[扛撑熬]|着|过|下|到)|硬(?:撑|扛|着头皮)|认了|就认|算了吧|随(?:他|她|它|便)|由(?:他|她|它)|让(?:着|一让|让)|"
        "听(?:他|她|领导|老板|上级|组长)的?|不(?:理|睬|搭理|吭声|说话|争|吵|计较|管|去想|想)(?:他|她|它|这些|那么多)?(?=$|[了就，,。吧的])|没(?:什么|啥|有)?办法|能怎么(?:办|样|着)|还能(?:怎么|咋)|只能(?:这样|这么|认|忍|干|做|接受|服从|加班|硬)|"
        "睡(?:一?觉|一?晚|醒)|(?:走一?走|散步|跑步|跑一?跑|打球|运动(?![会员鞋]))|(?:自己|慢慢)(?:消化|调节|调整|扛|来|熬|就好)|过(?:去|一阵|段时间|几天)就(?:好|没事|过去)|过去了|习惯(?:了|就好)|加(?:加|个)?班|照做|该(?:干嘛|干什么|怎么)"
    ),
    "en": expression(
        r"\b(?:put(?:ting)? up with|live with|deal(?:t)? with|bear|bore|cop(?:e|ed) with) (?:it|that|him|her|them)\b|\b(?:let|leave|left) (?:it|him|her|them|that|things) (?:go|be|alone|pass)\b|"
        r"\b(?:get|got|getting|gets) (?:through|over|on with|by|used to)\b|\b(?:suck(?:ed)? it up|grit my teeth|grin and bear|tough(?:ed)? it out|stick(?:ing)? it out|hang(?:ing)? in)\b|"
        r"\bpush(?:ed|ing)? (?:through|on)\b|\b(?:keep|kept|stay(?:ed)?|remain(?:ed)?) (?:quiet|silent|going|calm|my head down|out of it)\b|\b(?:ignor|avoid|accept)(?:e|ed|ing|s)? (?:it|him|her|them|that|people)\b|"
        r"\bno (?:point|use) in\b|\bwhat else (?:can|could|should)\b|\bnothing (?:you|i|one) (?:can|could) do\b|\b(?:do|did|done) (?:what|as) (?:i'm|i was|i am|he|she|they|my|the boss)\b|"
        r"\b(?:went|go|going|goes) along\b|\bg(?:ave|ive) in\b|\bwork(?:ed|ing)? (?:late|longer|overtime|more|harder|weekends)\b|\bsle(?:ep|pt)\b|\b(?:go|went|going) for a (?:walk|run|ride)\b|\bgo(?:ing)? (?:running|home)\b|\bwait(?:ed)? (?:until|till) it\b|\bit passes\b"
    ),
}  # fmt: skip
_LEAVES_OPEN = expression(
    "^(?:嗯|那|就|我)?看(?:你们|公司|贵司|您)(?:这边)?(?:能)?(?:给|的|怎么|定)|(?:你们|公司|您)(?:定|看着(?:给|办))|"
    r"\b(?:whatever|what) (?:you|the company) (?:think|offer|normally pay|usually pay|pay)s?\b|\bup to you\b"
)
"""Leaves an amount to the other side."""
_AMOUNT = expression(
    r"\d|[一二三四五六七八九十百千两半几](?:十|百|千|万|个?月|周|天|年|左右|上下|多)|[一二三四五六七八九]?十[一二三四五六七八九]?|"
    rf"\b(?:{TO_TEN}|twelve|fifteen|{TENS}|hundred|thousand|an? (?:hour|day|week|month|year)|half an?)\b"
)
_OF_AMOUNTS = expression(
    r"薪|期望.{0,6}(?:多少|数)|多少|多久|几(?:个|天|年|月|周)|什么时候能|到岗|\b(?:salary|pay|how (?:much|many|long|soon)|figure|notice|when (?:could|can) you)\b"
)
_OF_PEOPLE = expression(
    r"请讲|讲一(?:次|段|个|件)|你(?:是)?(?:怎么|如何)(?:应付|应对|处理|面对|做|看|走|度过|让)|压力|冲突|分歧|意见不合|\b(?:tell me about|describe a|how did you (?:get|deal|handle|cope|manage|react)|pressure|conflict|disagree\w*)\b"
)

_DONE = expression(
    "[你您](?:们)?[^，。？?]{0,4}?(?P<verb>[看读用做试玩学见听写聊查])过(?!分|于|程|去)"
)


def _owns_up(said: str, asked: str) -> bool:
    """Whether a text says, with a verb of ``asked``, that something was or was not done."""
    verbs = "".join(found["verb"] for found in _DONE.finditer(asked))
    return bool(verbs) and bool(
        re.search(
            f"没(?:有)?[^，。]{{0,4}}?[{verbs}](?![清懂见到全明])|(?<!没)[{verbs}](?:了|过)(?!.{{0,2}}(?:题|一半|前|后))",
            said,
        )
    )


_TIMES = expression(
    r"(?:周|星期|礼拜)[一二三四五六日天]|第[一二三四五六七八九十]+(?:天|周|个?月|步|阶段)|(?:[一二两三四五六七八九十半]|\d+)个?(?:半天|小时|钟头|分钟|天|周|月)|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:first|second|third|fourth|fifth|last) (?:day|week|month|step)\b|\b(?:day|week|month) (?:one|two|three|four|five|\d+)\b|"
    r"\b(?:half an?|an?|one|two|three|four|five|six|\d+) (?:hours?|minutes?|days?|weeks?|mornings?|afternoons?)\b"
)
_OF_PLANS = expression(
    "安排|怎么分|分给我听|多久|先后|顺序|先做|计划|什么时候|哪一?天|头[几两三]|几天|这[几两三五]天|到(?:周|星期)|"
    r"\b(?:plan|divide|schedule|how long|when|order|first|begin|days?|weeks?|deadline)\b"
)
_TIMETABLE = 2
"""The least number of different times in a timetable."""


def _lays_out(said: str, asked: str) -> bool:
    """Whether a text answers a question about a plan with a timetable."""
    return bool(_OF_PLANS.search(asked)) and len(set(_TIMES.findall(said))) >= _TIMETABLE


_NO = expression(
    "(?:[嗯呃哦]|那|真的|其实|好像|也|都|倒)*没(?:有)?(?:什么|啥|过|吧|啊|呀|了|的)*[，,。.！!]|"
    r"(?:well|u+m+|honestly|actually|really|[,.\s])*(?:no|none|nothing|not really|nope|nobody)(?: really| much)?\s*[,.!]"
)
_WHICH = expression(
    "什么|哪|谁|有没有|几次|[过了]吗|\\b(?:what|which|who|any|did you|have you|was there|were there)\\b"
)


def has_none(text: str, asked: str) -> bool:
    """Whether a text begins by answering ``asked`` with "none", and goes on."""
    said = text.casefold().strip()
    found = _NO.match(said)
    return bool(found and said[found.end() :].strip()) and bool(_WHICH.search(asked.casefold()))


def is_scant(text: str, question: str) -> bool:
    """Whether ``text`` is short and says how somebody bears what ``question`` asks about, gives the amount or
    timetable asked for, or says whether it was done at all."""
    language = language_of(text)
    if not text.strip() or len(text) > _LONGEST[language]:
        return False
    said, asked = text.casefold().replace("’", "'"), question.casefold()
    if _lays_out(said, asked) or _owns_up(said, asked):
        return True
    if _OF_AMOUNTS.search(asked) and (_AMOUNT.search(said) or _LEAVES_OPEN.search(said)):
        return True
    return bool(_OF_PEOPLE.search(asked) and _BEARS[language].search(said))
