"""Whether somebody who is invited to ask the panel asks anything, or says that there is nothing. Pure.

All repetitions are bounded, so that no text makes a pattern take long.
"""

from __future__ import annotations

import unicodedata

from interviewers.engines.builtin.reading.asked import asks
from interviewgpt.expressions import expression
from interviews.asides import CLAUSES, ZH_NOISE

__all__ = ["asks_something", "declines"]

_LONGEST = 120
"""Characters; whoever says more is answering."""


def asks_something(text: str) -> bool:
    """Whether somebody who may ask anything does."""
    return asks(text) or _INVITES.search(text.casefold()) is not None


def declines(text: str) -> bool:
    """Whether somebody who may ask anything says that there is nothing, be it among other words that
    ask nothing either."""
    said = unicodedata.normalize("NFKC", text).casefold()
    if len(text) > _LONGEST:
        return False
    if _is_nothing(said):
        return True
    found = [(match["clause"], match["mark"]) for match in CLAUSES.finditer(said)]
    clauses = [clause for clause, _ in found]
    rest = [clause for clause in clauses if not _is_nothing(clause)]
    # "No, that's it, I enjoyed the second one": who has nothing may still be polite.
    if _is_nothing(clauses[0] if clauses else "") and all(map(_POLITE.fullmatch, rest)):
        return True
    if not rest:
        return bool(clauses)
    # Said twice, or outright, it holds whatever is said besides: "No, that's all. I have a train to catch."
    outright = any(_QUESTION.search(c) or _OVER.search(c) for c in clauses if c not in rest)
    asked = any(asks_something(clause + mark) for clause, mark in found if clause in rest)
    return (outright or len(clauses) - len(rest) > 1) and not asked


def _is_nothing(said: str) -> bool:
    plain = said.replace("’", "'")
    whole = ZH_NOISE.sub("", plain)
    return _OVER.fullmatch(plain.strip(" .!")) is not None or any(
        pattern.fullmatch(whole) for pattern in (_NOTHING_ZH, _NOTHING_EN, _NO_IDEA)
    )


_OVER = expression(
    r"(?:(?:no|well|ok(?:ay)?|so|i think|and|thanks) ){0,3}(?:i(?:'ve| have)? (?:already |just |now )?(?:asked|heard|learn(?:ed|t)|got) (?:you )?(?:all|everything|what(?:ever)?)(?: (?:that )?i (?:wanted|needed|had|have|came)\b.{0,24})?|"
    r"(?:that's|that is|that was) (?:all|everything|it)(?: (?:from (?:me|my side)|(?:that )?i (?:wanted|needed|had|have)\b.{0,24}|really))?)|"
    "(?:我)?(?:想|要|该)问的?(?:都|已经|刚才|全)*问(?:过|完)?了"
)
"""All that there was to ask has been asked."""
_POLITE = expression(
    r"\s*(?:and )?(?:it (?:was|has been) |this (?:was|has been) |that (?:was|has been) |i(?:'ve| have)? (?:really )?(?:enjoyed|liked|appreciate\w*|learned|learnt) |(?:a )?(?:pleasure|great|nice|good|lovely|fun|interesting|helpful|useful|thank(?:s| you))\b).{0,50}|\s*(?:as|like) i(?:'ve| have)? (?:just |already )?(?:said|told you|mentioned)\s*|"
    "(?:我)?(?:刚才|刚刚|前面|已经)?(?:就)?说(?:过)?了|(?:今天|这次|和你们?|跟您?|聊得|面得|我|也|很|挺|非常|真的){0,5}(?:开心|愉快|高兴|有收获|收获(?:很大|不少)|学到(?:了)?(?:很多|不少)|辛苦(?:了|您|各位)?|谢谢|感谢).{0,16}"
)


_INVITES = expression(
    "介绍|讲讲|说说|聊聊|谈谈|"
    r"\b(?:(?:hear|learn) (?:more )?about|interested in|questions? about|tell me)\b"
)
"""Who asks to be told."""

_NO_IDEA = expression(
    "(?:嗯|我|也|真|还|暂时|一下子){0,3}不(?:太|大)?(?:知道|清楚)(?:还|该|要|能|可以){0,2}(?:问(?:点|些)?(?:什么|啥))?(?:了|的|好|呢){0,2}|"
    "(?:honestly|well|sorry|u+m+){0,2}(?:i(?:really|honestly)?dont(?:really)?know(?:whattoask|whatelsetoask)?|(?:ihave)?noidea(?:whattoask)?)"
)
_QUESTION = expression("问|疑问|question|ask")
"""What there is none of."""
_NOTHING_ZH = expression(
    "(?:嗯|那)?(?:犹豫|顾虑|担心|担忧|疑虑|疑问|问题|不清楚的|想问的|别的|其他的?)(?:的?地方)?(?:倒|都|也|还|暂时|目前|真){0,3}(?:没有?|没啥|没什么)(?:什么|啥)?(?:了|的|呢|啊){0,2}|"
    "(?:嗯|好的?|我|暂时|目前|现在|应该|基本上?|这边|也|(?:您|你们?)?(?:讲|说|介绍)得(?:很|挺)?(?:清楚|详细|明白)了?|谢谢){0,4}(?:没有?|没啥|没什么|不用|不了|算了|想不(?:到|出来?)(?:有)?|无|(?:大概|差不多)?就这些)(?:什么|啥|其他|别的|更多|特别){0,2}"
    "(?:的|了|问题|疑问|想问|要问|需要|好问|可问|想了解|不清楚){0,4}(?:都?(?:很|挺)?(?:清楚|了解|明白)(?:了|的)?)?(?:谢谢|多谢|感谢|辛苦|您|你|大家|各位|面试官|(?:[\u4e00-\u9fff])?(?:老师|经理|工|总)|们|啦|呢|吧|了){0,5}"
)
_NOTHING_EN = expression(
    "(?:ok|okay|well|thanks|thankyou|u+m+|honestly|great|sure|oh|alright|actually|cool|sorry){0,3}(?=no|nah|icant|icannot|idont|idonot|ihaveno|ivegotno|ivenoq|igotno|ithink|thats|thatis|im|iam|all|everything|you)(?:nope|nah|no|none|nothing|notreally|ithinknot|ithinkthatsall|thatsall|thatisall|thatsit|imgood|iamgood|imallset|iamallset|allset|cant|cannot|of|anything|allclear|"
    "noquestions?|idonthaveany|idonothaveany|ihavenone|ihaveno|ivegotno(?:ne|thing)?|igotno(?:ne|thing)?|iveno|any|more|other|further|questions?|else|"
    "fromme|fromyou|atthemoment|rightnow|fornow|frommyside|atall|thanks|thankyou|verymuch|ok|okay|really|was|is|very|clear|"
    "everythings?|its|all|pretty|quite|answered|explained|covered|itall|allgood|good|not|now|you|youve|well|it|alot|so|i|have|dont|donot|think){1,12}"
)
