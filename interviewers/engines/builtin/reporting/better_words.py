"""The words around a better version: headings, blanks, references to a good answer (data)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from interviewers.engines.builtin.addressed.forgery import ORDER
from interviewers.engines.builtin.reading.asked import is_of_others, sentences
from interviewers.engines.builtin.reading.numerals import TO_TEN
from interviewers.engines.builtin.reading.text import CUT, script_of
from interviewers.engines.builtin.speaking.invited import asks_of_job
from interviewgpt.expressions import expression

__all__ = [
    "CAUSE",
    "CONNECTIVE",
    "DANGLING",
    "DISCLAIMS",
    "LIVED",
    "SAMPLE",
    "SUPPOSED",
    "WORDS",
    "closed",
    "lowered",
    "without_asides",
    "without_loose_end",
]

WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "end": "。",
        "gap": "",
        "more": "再补充几点：",
        "named": "还可以讲到：{points}。",
        "and": "；",
        "sample": "换一个例子来示范：",
        "choose": "你可以照这个样子，讲〔你自己熟悉的那一个〕。",
        "situation": "情境：",
        "action": "我的行动：",
        "result": "结果：",
        "reflection": "收获：",
        "case": "举一个例子：{place}，〔你自己做了什么，结果怎样〕。",
        "point": "{point}：〔用一两句讲清楚怎么做、为什么〕。",
        "point_like": "{point}：〔用你的话讲清楚怎么做、为什么，例如：「{like}」〕。",
        "own": "{point}：〔用你自己的事讲清楚是什么、为什么〕。",
        "own_like": "{point}：〔例如：「{like}」〕。",
        "ask_like": "{point}，例如：「{like}」",
        "ask": "{point}，例如：〔先说你了解到的一件事，再从它问起〕",
        "trade_off": "{point}：选它的理由是〔……〕，代价是〔……〕。",
        "blank_situation": "{place}，〔什么时候、要解决什么问题、你的角色〕。",
        "blank_action": "我自己做了〔第一步〕、〔第二步〕，因为〔理由〕。",
        "action_like": "我〔{point}：第一步、第二步和理由，例如：「{like}」〕。",
        "reflection_like": "之后我〔{point}，例如：「{like}」〕。",
        "result_of": "{point}：",
        "blank_result": "〔指标〕从〔原来的数字〕变成〔现在的数字〕，用〔怎么确认的〕核实过。",
        "figure": "用数字说：〔指标〕从〔原来的数字〕变成〔现在的数字〕。",
        "blank_reflection": "之后我〔改变了什么做法〕。",
        "place": "拿「{context}」来说",
        "some_place": "在〔哪个团队或项目〕",
        "some_example": "举例：〔你在哪里碰到过、当时怎么做、结果怎样；还没碰到过，就说你会先在哪里试、看什么〕。",
        "example": "举例：拿「{context}」来说，我〔怎样用到它〕，〔指标〕从〔原来的数字〕变成〔现在的数字〕。",
    },
    "en": {
        "end": ".",
        "gap": " ",
        "more": "I would add: ",
        "named": "Worth a sentence each as well: {points}.",
        "and": "; ",
        "sample": "To show it by another case: ",
        "choose": "You can do the same with [the one you know well].",
        "situation": "Situation: ",
        "action": "What I did: ",
        "result": "Result: ",
        "reflection": "What I learned: ",
        "case": "For example: {place}, [what you did yourself, and what came of it].",
        "point": "{point}: [one or two sentences on how, and why].",
        "point_like": "{point}: [how and why in your words, such as “{like}”].",
        "own": "{point}: [what and why, from your own experience].",
        "own_like": "{point}: [for example: “{like}”].",
        "ask_like": "{point}, for example: “{like}”",
        "ask": "{point}, for example: [name something you have found out, and ask on from it]",
        "trade_off": "{point}: I choose it because [reason], and the price is [what it costs].",
        "blank_situation": "{place}, [when, what had to be solved, your role].",
        "blank_action": "I myself did [first step] and [second step], because [reason].",
        "action_like": "I [{point}: the steps and the reason, for example: “{like}”].",
        "reflection_like": "Since then I [{point}, for example: “{like}”].",
        "result_of": "{point}: ",
        "blank_result": (
            "[measure] went from [figure before] to [figure after], which I verified by [how]."
        ),
        "figure": "In figures: [measure] went from [figure before] to [figure after].",
        "blank_reflection": "Since then I [what you do differently].",
        "place": "With “{context}”",
        "some_place": "In [which team or project]",
        "some_example": (
            "For example: [where you have used it and what came of it; if you have not, where you would "
            "try it first and what you would measure]."
        ),
        "example": (
            "For example: with “{context}”, I [how you used it], and [measure] went from [figure before] to "
            "[figure after]."
        ),
    },
}

CONNECTIVE = expression(
    r"^(?:所以|因此|于是|但是?|然而|另外|其次|同时|最后|再|而)[，,]?|"
    r"^(?:So|Then|But|And|Finally|Also|Next|Otherwise|However)\b,? "
)
"""Words to drop at the beginning of a sentence when the one before it is left out."""
DISCLAIMS = expression(
    r"\W*(?:(?:fine|ok(?:ay)?|sure|all right|alright|well|ah|oh)\b[\s,.]{0,2}){1,3}(?:then )?(?:i(?:'ll| will)?|let me) (?:just |then )?(?:take|pick|choose|talk about|tell you about|go with|use)\b(?![^.]{0,90}\b(?:and|first|before|because|so|to)\b)[^.!?:,]{2,50}(?:, (?!i\b)[^.!?:,]{2,50})?[.!]?|"
    r"\W*(?:(?:well|honestly|actually|to be honest|sorry|u+m+)\b[\s,]{0,2}){0,3}(?:i(?:'m| am) (?:not|hardly|no) (?:\w+ ){0,2}(?:(?:senior|experienced|far) enough|good at|great at|the best at|an? expert|sure (?:that )?i (?:\w+ )?agree)\b|i (?:don't|do not) (?:really )?(?:have (?:one|any|much)|know|remember)\b|(?:that|this|it)(?:'s| is| was) (?:(?:a|really|very|quite|rather|pretty) ){0,2}(?:hard|difficult|tough|tricky)\b(?: (?:one|question|for me|to say|to answer))*(?=[.!…]|$)|it(?:'s| is) (?:mostly |just |really )?(?:a )?gut feeling\b|not really\b)[^.!?;:]{0,40}[.!…]{0,3}|"
    "(?:嗯|呃|说实话|其实|老实说|这么说|，|,)*(?:我(?:的)?(?:级别|资历|经验|水平)(?:还|也|其实)?不(?:太)?够|我(?:其实|也|还)?(?:不太|不怎么|不是很)(?:擅长|会|同意)|(?:主要|多半)?(?:就)?(?:是)?(?:靠|凭)(?:感觉|直觉))[^，。！？]{0,16}[。！]?",
    re.IGNORECASE,
)
"""Only belittles oneself, or disagrees, and says nothing about the subject."""
_FILLER = expression(
    r"^(?:(?:嗯+|呃+|[额哦噢啊哎诶]|[您你](?:这个|问的)?(?:问题|题)|(?:让)?我想想啊?|这个嘛|那个|会的|不会的?|是的|对的?|好的?|有的?|其实|(?:我)?(?:刚才?|刚刚|前面|之前)(?:不是|我|已经|都|就|也)*[说讲提]过?了?(?:嘛|吗|么|的|一点)?|"
    r"(?:我)?(?:其实|也|还)?没(?:有)?(?:怎么|真正)?[做用碰写搞遇到]过(?:这种|这个|这类|类似的?|这样的?)?(?:东西|系统|事)?)[，,、…。\s]+){1,3}(?=.{4})|"
    r"^(?:(?:u+m+|u+h+|er+m?|hm+|well|yes|yeah|yep|no|ok(?:ay)?|sure|right|(?:as|like) i (?:just )?said|i (?:just|already) said (?:that|so|it)|i (?:just |already )?told you(?: (?:one|that|it|so))?|that['’]s what i (?:just )?said|(?:i've |i have )?never (?:done|used|built|had) (?:this|that|it|one)(?: (?:myself|before))?)\b[,.…]\s*){1,3}(?=.{8})",
    re.IGNORECASE,
)
"""Openings to drop: hesitation, a yes or no to a follow-up that is not shown, and remarks about the question or
oneself."""
CAUSE = expression(r"因为|由于|(?:well,? )?(?:because|since)\b")
"""The beginning of a reason."""
DANGLING = expression(
    r"^(?:它|它们|他们|这样|这时|这种|这些|那样|其中|前者|后者|两者|否则|反过来)|"
    r"^(?:It|They|This|That|These|Those|Both|Such|Each|Either|Neither|The (?:latter|former|other|second))\b(?! is why)"
)
"""A beginning that refers to the sentence before, which is then kept as well."""
_LOOSE_END = expression(
    r"(?:(?:^|[,，;；、\s])\s*(?:so|and|but|because|then|also|therefore|thus|所以|因此|但是?|而且|并且|然后|因为|另外|那么|那))+[,，:：]?\s*[.。]?$",
    re.IGNORECASE,
)


# A sentence that reports something as lived, or that says I and a figure: nobody else's to say.
STOOD = expression(
    r"^\W*(?:and |but |so )?the (?:worst|hardest|problem|trouble)(?: part| thing| of it)? was\b|\b(?:(?:was|were) (?:always|never|constantly) (?:\w+ ){0,2}(?:late|wrong|broken|behind|off|out of date|missing)|nothing was (?:automat|document|track)\w+|it was all (?:in|on|done)|before that\b|back then\b|by hand every)|"
    "(?:最|特别)(?:麻烦|头疼|头痛|糟|难受|要命)的是|(?:一直|总是|老是|经常)(?:晚|错|对不上|漏|出错|延迟)|(?:原来|以前|之前|当时)(?:都|全|一直)?(?:是)?(?:靠|用)(?:人工|手工|手动)",
    re.IGNORECASE,
)
"""How bad things were: no outcome of what was done about it."""
LIVED = {
    "zh": expression(
        r"当时|有一次|上一家|上家|曾经?|之前我|去年|前年|最后我|后来我|我们?(?:组|团队)|"
        r"我[^。；]*(?:\d|[一二两三四五六七八九十百千万]+(?:倍|成|个月|周|天|人|年|毫秒|秒|分钟|小时))"
    ),
    "en": expression(
        r"\b(?:once|at the time|back then|in hindsight|(?:at|in) my (?:last|previous|former))\b|"
        r"\b(?:I|we) (?:\w+ly )?(?:was|were|had|did|built|led|cut|reduced|learn(?:ed|t)|worked|found|"
        r"saw|moved|used|chose|took|made|wrote|said|told|asked|kept|(?!need|feed|exceed|proceed)\w+ed)\b|"
        rf"\b(?:I|we|my|our)\b.*(?:\d|\b(?:{TO_TEN}|twenty|half)\b)",
        re.IGNORECASE,
    ),
}
SAMPLE = expression(
    r"以.{2,16}为例|我来讲|我(?:用得)?最(?:熟|常用|拿手)|Take (?:an?|stock)\b|Mine is\b"
)
"""A reference about one chosen example, where candidates choose their own."""
SUPPOSED = expression(r"(?:如果|要是|假如|万一|一旦|碰到|遇到)|(?:if|in case|when(?:ever)? (?:it|that|there|somebody|someone|a|the)|should)\b")  # fmt: skip
"""The beginning of a supposition."""


_ASIDES = expression(
    r"(?<=[.!?]\s)(?:(?:are you |is that |does (?:that|this) )?(?:now )?(?:satisfied|happy|clear|enough|ok(?:ay)?|good enough|make sense|got it|understood|right|see)(?: now| enough| for you)?)\?|"
    r"(?<=[。！？])(?:你|您)?(?:现在|这下|这样)?(?:满意|懂|明白|清楚|听懂|够|行|可以)(?:了)?(?:吗|吧|没)?？|"
    r"(?:^|(?<=[。！？\n]))(?:对了|哦对|另外|顺便)?[，, ]?(?:(?:跟|和)[你您])?(?:说|讲|提|插)(?:个|一?句)?(?:别的|题外话|无关的|不相干的)[^。！？\n]{0,120}[。！？]?|"
    r"(?:^|(?<=[。！？\n]))[^，。！？\n]{0,14}[哈嘿呵]{2,8}[。！？]",
    re.IGNORECASE,
)


_MODEST = expression(
    r"^\s*(?:(?:(?:这个|这块)(?=[，, ]|我?(?:也|还|其实)?[没不])|其实|说实话|真要说的话|硬要说的话)[，, ]?)?(?:(?:我)?(?:也|还|其实)?(?:没(?:有)?(?:正式|真正|系统|怎么|实际)?[^，,。]{1,5}过|不(?:太|大|是很)?(?:清楚|懂|了解|确定|知道))[^，,。]{0,6}[，,](?:但是?|不过)?[，, ]?)?"
    r"(?:(?:我(?:的)?(?:理解|想|感觉)(?:的话)?(?:应该|大概|就)?是|我(?:猜|估计)(?:就|应该|大概)?是?)[，, ]?)?(?=[^，,。]{4})|"
    r"^\s*(?:(?:honestly|well|to be honest),? )?i(?:['’]m| am) (?:just |only )?guessing(?: here)?, (?:but )?(?=\S+ \S+)|^\s*(?:(?:honestly|well|to be honest),? )?i(?:'ve| have)? (?:never (?:really |formally |actually )?\w+ (?:one|it|that|this)|don't (?:really )?know|(?:a|')m not (?:really )?sure),? (?:but )?(?:i (?:think|guess|suppose|imagine) (?:that )?)?(?=\S+ \S+)",
    re.IGNORECASE,
)
"""Disclaimers before what is said."""
_UNSURE = expression(
    r"[，,]\s*(?:但是?|不过|只是)?(?:具体|细节|其他|其它|别的|后面|再细|再往下)?(?:的|点)?(?:我)?(?:也|就|还|其实)?(?:不(?:太|大|是很|怎么)?(?:清楚|懂|了解|确定|知道|记得)|说不(?:好|清|上来)|没(?:怎么)?(?:研究|了解|深究)过?)(?:了)?(?=[。！？]|$)|"
    r",? (?:but )?(?:i(?:'m| am) not (?:really |quite |entirely )?sure(?: (?:about|of|on) the (?:details?|rest))?|i (?:don't|do not) (?:really )?(?:know|remember) (?:the details?|the rest|more|exactly how(?: it works)?)|(?:as|like) i (?:just |already )?said|i (?:just |already )?told you|as you(?:'ve| have)? heard)(?=[.!?]|$)",
    re.IGNORECASE,
)
"""Disclaimers at the end of a sentence."""
_LONG_ENOUGH = 8


_TAG = expression(
    r", (?:do|does|did|is|are|was|were|would|will|can|could|has|have)(?:n['’]t)? (?:i|you|he|she|it|we|they|that)\?\s*$|[，,](?:是|对)(?:吧|不|吗|不对|不是)[？?]\s*$",
    re.IGNORECASE,
)
"""Tag questions."""
_PUTS_STRAIGHT = expression(
    r"我(?:不是|没有?)(?:在|想)?问[你您]|[你您](?:误会|理解错|听错)了|\bi(?: was(?: not|n['’]t)|['’]m not| am not) asking you\b|\byou(?: have|'ve|’ve)? (?:misunderstood|got me wrong)\b",
    re.IGNORECASE,
)
"""Says to the panel that something was no question, or was meant in another way."""
_ECHO = {"zh": 16, "en": 50}
"""Characters."""


def _echoes(sentence: str) -> bool:
    """Whether a sentence only repeats a question ("A number on that?")."""
    asked = len(sentence) <= _ECHO[script_of(sentence)] and sentence.endswith(("?", "？"))
    return asked and not is_of_others(sentence.casefold())


def without_asides(text: str) -> str:
    """An answer without questions to the listener ("Satisfied?") or about the job, and without disclaimers."""
    kept = _ASIDES.sub("", text)
    for sentence in sentences(kept):
        talk = _PUTS_STRAIGHT.search(sentence) or _TAG.search(sentence) or _echoes(sentence)
        if talk or asks_of_job(sentence):
            kept = kept.replace(sentence, "")
    bare = _UNSURE.sub("", _MODEST.sub("", kept))
    return bare if len(bare) >= _LONG_ENOUGH else kept


def without_loose_end(part: str) -> str:
    """A sentence without a "so" at its end that led to something cut out."""
    bare = part.strip(f" \t\r\n{CUT}{ORDER}")
    return _LOOSE_END.sub("", bare)


def lowered(sentence: str, language: str) -> str:
    """A sentence as it stands after a colon: a plain first word loses its capital."""
    first = sentence.split(" ", 1)[0]
    plain = language == "en" and first[1:].islower() and first not in ("I", "I'd", "I'm", "I'll")
    return sentence[:1].lower() + sentence[1:] if plain else sentence


def closed(sentence: str, words: Mapping[str, str]) -> str:
    text = _FILLER.sub("", sentence.strip()).rstrip("，,、；;：:")
    text = text[:1].upper() + text[1:]
    return text if text[-1:] in "。.！!？?" else text + words["end"]
