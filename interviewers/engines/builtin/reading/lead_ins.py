"""What people say before and after an answer and that is no part of it: a greeting, their name, "I think",
thanks; and marks around the whole. Pure.

The learnt recogniser of remarks (`around`) decides about whole sentences and clauses; this list about what has too few
words for it, or no mark behind it ("well,", "I think", "谢谢"). Only whole phrases of closed lists are taken off, at the edges of a text: what stands between is not touched.
"""

from __future__ import annotations

import re

from interviewers.engines.script import HAN
from interviewgpt.expressions import expression

__all__ = ["without_lead_ins"]

MOST = 6
"""At most this many phrases are taken off each end."""
TAIL = 120
"""Characters at the end of a text among which thanks are looked for."""

_NAME = r"[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’.-]*)?"
_LEAD = expression(
    r"(?:"
    # Greetings, hesitation and the name.
    r"(?:hi|hello|hey|good (?:morning|afternoon|evening)|thank you|thanks)(?: (?:there|everyone|all|sir|madam))?\s*[,.!;:]|"
    r"(?:oh|well|so|ok(?:ay)?|alright|right|sure|now|um+|uh+|hm+|er+m?|honestly|frankly|basically|actually|to be (?:honest|frank))\b\s*(?:[,.!;:]|\.{2,})|"
    r"(?:ok(?:ay)?|well|alright) so\b\s*,?|(?:that(?:['’]s| is) )?(?:a )?(?:very )?(?:good|great|nice|interesting) question\s*[,.!;:]|"
    r"let me (?:think|see)(?: about (?:it|that|this))?\s*[,.!;:]+|"
    rf"(?:my name(?: is|['’]s) {_NAME}|(?-i:I(?: am|['’]m) [A-Z][a-z]+))(?:\s*[,.!;:]| and(?= i\b))\s*(?:and\b)?|"
    # Opinion.
    r"(?:i(?: (?:personally|really|just|do))? (?:think|believe|guess|suppose|remember|recall)|(?:i(?: would|['’]d)|let me|i can) (?:say|argue)|i am (?:fairly |pretty |quite )?sure)\b"
    r"(?: that(?! (?:is|was|are|were|would|will|can|makes?)\b)\b)?(?!\s+(?:about|of|through|so|back|ahead|twice|aloud|hello)\b)\s*[,:]?|"
    r"(?:(?:in|from) my (?:opinion|view|understanding|point of view)|to my mind|(?:the way|as) i (?:see|understand|remember) it|(?:as far as|from what|if) i(?:['’]m| am| have| can|['’]ve| do)?(?: not)? (?:know|remember|recall|understand|understood|learned|learnt|tell|aware|mistaken|wrong)"
    r"(?: correctly| right| it| this)?|"
    r"personally|my answer(?: would be| is)?|the answer is|answer(?=:))\b\s*[,:]?|"
    # The same in Chinese.
    r"(?:你|您|大家|各位|老师)好(?:啊|呀)?[，,。!！、；;：:]?|面试官(?:你|您)?好[，,。!！]?|(?:嗯+|呃+|额+|那个|好的?|行|谢谢|其实|(?:老|诚)实说|说实话|坦白说|(?:这是?)?一?个?(?:很)?好(?:的)?问题|(?:关于|对于)?这个?问题|[嗯呃额]*[这那]个?(?:问题|题)?[嘛呢吧啊]|(?:让我|我)?(?:先)?想(?:一?想|一下))[，,。!！…、]+|"
    rf"(?:我叫|我的名字[是叫])(?:[{HAN}·]{{2,6}}|[a-zA-Z][a-zA-Z. ]{{1,30}})[，,。!！；;]|"
    r"(?:就?我(?:个人)?(?:觉得|认为|感觉|想(?!说的是|[要起象法到念过了出清知必办学去]|通(?!过)|不[起出到通明])|的?(?:个人)?(?:理解|看法)的?是|(?:依稀|隐约)?记得(?!住)(?:好像)?)|(?:我)?印象(?:中|里)|我(?:想|要)说的是|(?:个人|本人)(?:觉得|认为)|在我看来|依我看|据我(?:所知|了解|所了解)|[就按照据根]{1,2}我的(?:理解|了解|经验|看法)(?:来[看说讲])?|我的(?:看法|回答|答案|想法)是|回?答(?:案)?(?=[：:]))(?!的)"
    r"(?:吧|呢|嘛|啊)?[，,：:、…]?(?:(?:应该|可能|大概)?是(?![不否的]))?|(?:应该|可能|大概)是(?![不否的])"
    r")",
    re.IGNORECASE,
)
_TAIL = expression(
    r"(?:(?:(?<=[.,;!?。，；！？\n])|^)\s*(?:many thanks|thank you|thanks|cheers|that(?:['’]s| is) (?:all|it|my answer)(?: from me)?|(?:i )?hope (?:that|this|it) (?:helps|answers (?:it|your question|the question))|please)"
    r"(?: (?:very much|so much|a lot|again|all|sir|madam|everyone))?(?: for (?:your (?:time|attention|patience)|listening|reading))?|"
    r"(?<![说声句道了个的要以])(?:非常|十分|多)?(?:谢谢|感谢)(?:你|您|大家|各位|面试官|老师|你们|聆听|倾听|收听|观看|[。，！, ])*|"
    r"(?:(?<=[。，；！,;!\n])|(?<= ))\s*(?:以上(?:就是我的(?:回答|答案|看法|理解))?|就(?:是)?(?:这些|这样)|希望(?:这)?(?:能)?对[你您]有(?:所)?帮助|(?:我)?(?:的)?回答(?:完毕|完了)|(?:我)?(?:说|讲|答)完了)(?:了|吧)?)"
    r"[\s.!,;~。，！～…]*$",
    re.IGNORECASE,
)
_BULLET = expression(r"[-*•·‣–—>]\s+|\d{1,2}[.)、]\s+(?=\D)")
_ITEM = expression(r"\b\d{1,2}[.)、]|\s[-*•·‣–—]\s")
"""The beginning of a further item: then the first one belongs to a list."""
_PAIRS = (
    *(("**", "**"), ("__", "__"), ("*", "*"), ("_", "_"), ("`", "`"), ('"', '"'), ("'", "'")),
    *(("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("(", ")"), ("（", "）"), ("【", "】")),
    *(("[", "]"), ("<", ">"), ("《", "》")),
)
_FINAL = " .!。！~～…"


def without_lead_ins(text: str) -> str:
    """The text without lead-ins, thanks and marks around it: a piece of it, or all of it where nothing else is
    left."""
    rest = _unmarked(_without_thanks(text.strip()))
    for _ in range(MOST):
        lead = _LEAD.match(rest)
        if lead is None:
            break
        rest = _unmarked(rest[lead.end() :])
    rest = _without_thanks(rest)
    return rest if any(map(str.isalnum, rest)) else text


def _without_thanks(text: str) -> str:
    for _ in range(MOST):
        tail = _TAIL.search(text, max(0, len(text) - TAIL))
        if tail is None:
            break
        text = _unmarked(text[: tail.start()]) if tail.start() else ""
    return text


def _unmarked(text: str) -> str:
    """The text without a bullet before its only item, and without quotation marks, brackets or emphasis around
    all of it."""
    text = text.strip()
    if "\n" not in text:
        bullet = _BULLET.match(text)
        if bullet and not _ITEM.search(text, bullet.end()):
            text = text[bullet.end() :]
    for _ in range(MOST):
        bare = text.rstrip(_FINAL)
        for left, right in _PAIRS:
            inner = bare[len(left) : -len(right)]
            if (
                bare.startswith(left)
                and bare.endswith(right)
                and inner.strip()
                and left not in inner
                and right not in inner
            ):
                text = inner.strip()
                break
        else:
            break
    return text
