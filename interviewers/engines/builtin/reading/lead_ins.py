"""What people say before and after an answer and that is no part of it: a greeting, their name, "I think",
thanks; and marks around the whole. Pure.

Only whole phrases of closed lists are taken off, at the edges of a text: what stands between is not touched.
"""

from __future__ import annotations

import re

from interviewers.engines.script import HAN

__all__ = ["without_lead_ins"]

MOST = 6
"""At most this many phrases are taken off each end."""
TAIL = 120
"""Characters at the end of a text among which thanks are looked for."""

_NAME = r"[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’.-]*)?"
_LEAD = re.compile(
    r"(?:"
    # Greetings, hesitation and the name.
    r"(?:hi|hello|hey|good (?:morning|afternoon|evening)|thank you|thanks)(?: (?:there|everyone|all|sir|madam))?\s*[,.!;:]|"
    r"(?:well|so|ok(?:ay)?|alright|um+|uh+|hm+|er+m?)\b\s*(?:[,.!;:]|\.{2,})|"
    rf"my name(?: is|['’]s) {_NAME}\s*[,.!;:]|"
    # Opinion.
    r"(?:i(?: (?:personally|really|just|do))? (?:think|believe|guess|suppose)|(?:i(?: would|['’]d)|let me|i can) say|i am (?:fairly |pretty |quite )?sure)\b"
    r"(?: that(?! (?:is|was|are|were|would|will|can|makes?)\b)\b)?(?!\s+(?:about|of|through|so|back|ahead|twice|aloud|hello)\b)\s*[,:]?|"
    r"(?:(?:in|from) my (?:opinion|view|understanding|point of view)|to my mind|as far as i (?:know|understand)|if i (?:remember|recall)(?: correctly| right)?|"
    r"personally|my answer(?: would be| is)?|the answer is)\b\s*[,:]?|"
    # The same in Chinese.
    r"(?:你|您|大家|各位)好(?:啊|呀)?[，,。!！、；;：:]?|面试官(?:你|您)?好[，,。!！]?|(?:嗯+|呃+|额+|那个|好的?|行|谢谢)[，,。!！…、]+|"
    rf"(?:我叫|我的名字[是叫])(?:[{HAN}·]{{2,6}}|[a-zA-Z][a-zA-Z. ]{{1,30}})[，,。!！；;]|"
    r"(?:就?我(?:个人)?(?:觉得|认为|感觉|(?<!对我)想(?![要起象法到念过了出清知必办学去]|通(?!过)|不[起出到通明])|(?:的)?理解是)|(?:个人|本人)(?:觉得|认为)|在我看来|依我看|我的(?:看法|回答|答案|想法)是)(?!的)"
    r"(?:吧|呢|嘛|啊)?[，,：:、…]?"
    r")",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:(?:(?<=[.,;!?。，；！？\n])|^)\s*(?:many thanks|thank you|thanks|cheers|that(?:['’]s| is) (?:all|it|my answer)(?: from me)?|please)"
    r"(?: (?:very much|so much|a lot|again|all|sir|madam|everyone))?(?: for (?:your (?:time|attention|patience)|listening|reading))?|"
    r"(?<![说声句道了个的要以])(?:非常|十分|多)?(?:谢谢|感谢)(?:你|您|大家|各位|面试官|老师|你们|聆听|倾听|收听|观看|[。，！, ])*|"
    r"(?<=[。，；！,;!\n])\s*(?:以上|就(?:是)?(?:这些|这样)|(?:我)?(?:的)?回答(?:完毕|完了)|(?:我)?(?:说|讲|答)完了)(?:了|吧)?)"
    r"[\s.!,;~。，！～…]*$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[-*•·‣–—>]\s+|\d{1,2}[.)、]\s+(?=\D)")
_PAIRS = (
    *(("**", "**"), ("__", "__"), ("*", "*"), ("_", "_"), ("`", "`"), ('"', '"'), ("'", "'")),
    *(("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("(", ")"), ("（", "）"), ("【", "】")),
    *(("[", "]"), ("<", ">"), ("《", "》")),
)
_FINAL = " .!。！~～…"


def without_lead_ins(text: str) -> str:
    """The text without lead-ins, thanks and marks around it: a piece of it, or all of it where nothing else is
    left."""
    rest = _unmarked(text)
    for _ in range(MOST):
        lead = _LEAD.match(rest)
        if lead is None:
            break
        rest = _unmarked(rest[lead.end() :])
    for _ in range(MOST):
        start = max(0, len(rest) - TAIL)
        tail = _TAIL.search(rest, start)
        if tail is None:
            break
        rest = _unmarked(rest[: tail.start()])
    return rest if any(map(str.isalnum, rest)) else text


def _unmarked(text: str) -> str:
    """The text without a bullet before its only line, and without quotation marks, brackets or emphasis around
    all of it."""
    text = text.strip()
    if "\n" not in text:
        bullet = _BULLET.match(text)
        text = text[bullet.end() :] if bullet else text
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
