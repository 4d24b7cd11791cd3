"""A short message beside the open question: about oneself, the message, the room, the question as
such, or anything under the sun. Pure.

No list of phrases could hold these. A message is beside the question when it has none of the words
that are expected there, neither of the points nor of the reference, and a mark of talk: somebody
addressed, something that happened to the message, the question itself as a thing. What that mark
is about says how it is met. A wrong answer has no such mark and stays an answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from interviews.chatter import asks, is_chatter
from interviews.wishes import Request

__all__ = ["chatter_in", "has_expected", "mark_in"]

_CLUELESS = re.compile(
    r"不(?:太)?(?:会|知道|清楚|确定|了解|懂|熟)|想不(?:到|出|起)|答不(?:上|出)|没(?:有)?(?:想法|思路|头绪)|"
    r"\b(?:do ?n[o']?t|do not) (?:really )?(?:know|think so)\b|\bno idea\b|\bnot (?:really |quite |so )?sure\b|\bunsure\b"
)
_ACTS = re.compile(
    r"我(?:会|先|就会?|要先|得先)(?:先)?(?!说|讲|想|组织|介绍|问|确认|回答)|^先|\b(?:i|we)(?:'d| would|'ll| will) (?!rather|like|prefer|love|have to|need|be happy)"
)
"""Who says what they would do answers, in however common words."""
_LONGEST = {"zh": 36, "en": 90}
_GRAM = 3
"""So many Chinese characters in a row from the reference are expected words."""
_WORD = 5
"""And so is a word of so many letters."""
_LATIN = re.compile(r"[a-z][a-z0-9+#./-]*[a-z0-9+#]")
_HAN_RUN = re.compile("[\u3400-\u9fff]+")
_COMMON = frozenset(
    "about after again could would should there their these those which where while because other "
    "before being doing every first going never really something things think until using wants "
    "right still question answer example experience company colleague people responsible".split()
)
_MARKS: tuple[tuple[Request, re.Pattern[str]], ...] = tuple(
    (request, re.compile(zh + "|" + en))
    for request, zh, en in (
        (
            Request.WAIT,
            "^(?:这(?:个|道)?(?:题|问题)|我|得|先|让|容|稍等(?:一?下)?|，|,| ){0,6}(?:想想|想一想|看一?下题目?|看看题目?|读一?下题目?|缓(?:一)?(?:缓|下))[。.]?$|^(?:好的?|那|行|嗯|我|先|就|来|，|,| ){0,6}(?:说|讲|聊|谈)(?:一)?(?:下|说|讲|聊)?(?:我的|整体的?|大概的?|大致的?)?(?:思路|看法|想法|理解|大概)?(?:吧|哈|啊|了)?[。.]?$|(?:没|还没)(?:有)?(?:说|打|答|写|讲|输)完|发(?:错|早|快|漏)了|(?:点|按|手)(?:错|滑|快)了|打错字|^撤回|撤回(?:上|刚|一下|$)|忽略(?:我|上|这|刚)|(?:上|刚才)(?:面)?(?:那|一)?条(?:消息|发|说|写|不算)|(?:这边|周围|外面|家里|楼上).{0,6}(?:吵|装修|停电)|我?分(?:成)?[两三四几2-5](?:点|个方面|部分|步)(?:来)?(?:说|讲|答|回答)",
            r"\b(?:was ?n[o']?t|had ?n[o']?t|have ?n[o']?t|not) (?:yet )?(?:finished|done (?:typing|writing))|\bsent (?:it |that )?(?:too early|by (?:accident|mistake))|\bignore (?:my|that|the last)|\bmis ?(?:typed|clicked)\b|\b(?:hit|pressed) (?:enter|send)\b|\b(?:noisy|noise) (?:here|outside|around)|\banswer (?:this |that )?in (?:two|three|four|a few|several) (?:parts|points|steps)",
        ),
        (
            Request.HINT,
            "(?:这|那|你的)?提示(?:太|没|不|看不)|换(?:一)?个提示|(?:看|要|用)(?:看)?提示",
            r"\bhint (?:did ?n[o']?t|does ?n[o']?t|is ?n[o']?t|was ?n[o']?t|is not|did not)|\b(?:another|different|better) hint\b",
        ),
        (
            Request.ASSUME,
            "^(?:好的?|那|行|嗯|我|就|先|，|,| ){0,6}(?:假设|假定|默认)[^，,。；;]{1,16}$|^(?:我|想|先){1,3}(?:问|确认|请教|了解)(?:一?下|个问题|一个问题)?[，,].{2,24}(?:[?？]|吗|呢)|(?:信息|条件|背景|上下文|前提)(?:太|不|还|给|也)(?:得)?(?:少|够|足|清|全)(?:了|啊|呀|吧|没|，|,|。|$)|(?:给|补充)(?:我)?(?:一)?(?:个|点|些)(?:具体的?|更多)?(?:场景|背景|信息|条件)",
            r"^(?:(?:ok|okay|so|then|well|fine)[, ]+){0,3}(?:let me|let's|i'll|i will|i) (?:assume|suppose)[^.;,]{2,50}[.]?$|\b(?:not enough|too little|more|some|missing) (?:information|context|details|background)\b",
        ),
        (
            Request.REPEAT,
            "(?:听|看)(?:到|见|清)?(?:了)?一半|没(?:有)?(?:太|怎么)?(?:跟上|听全|听到后)|把上一?句",
            r"\bonly (?:heard|caught|got) (?:half|part|the first)\b|\bread(?:ing)? the question again\b",
        ),
        (
            Request.TOLD,
            "(?:总|老|一直|反复)(?:是)?问(?:一样|同样|这个|同一)",
            r"\bkeep asking (?:me )?(?:the same|that|this)\b",
        ),
        (
            Request.VERDICT,
            "(?:跑题|偏题|离题|扯远)|(?:说|讲|答|表达)(?:得|的)?(?:还)?(?:清楚|明白|清晰)(?:了)?(?:吗|么|没)",
            r"\bam i (?:rambling|off topic|making (?:any )?sense|close|on track)\b|\bwent off (?:on a tangent|topic)\b|\bif i'?m (?:close|right|on track)\b",
        ),
        (
            Request.FORM,
            "(?:需要|要)(?:我)?(?:再)?补充(?:吗|么|什么)|要不(?:我)?换(?:一)?个(?:例子|说法)|(?:还)?(?:要|需要|用)(?:我)?(?:继续|接着|展开)(?:说|讲|答)?(?:吗|么)|分(?:几)?(?:点|条)(?:说|讲|答)(?:吗|么)|(?:用|夹)英文(?:术语|单词|词)|先画(?:个|张)?图|(?:这样|这些|说到这里?)够(?:了)?(?:吗|么|不)",
            r"\b(?:should|shall|can|may|do you want me to) (?:i )?(?:continue|elaborate|go on|go deeper|carry on)\b|\b(?:is (?:that|this)|that) enough(?: detail)?\b|\b(?:more detail|go deeper)\b",
        ),
        (
            Request.OBJECT,
            "超纲|脑筋急转弯|(?:问题|题目?|题)(?:真|好|出得|问得|太|有点|很)(?:真|好|太|很)?(?:奇怪|怪|烂|偏|刁|莫名其妙|无聊|差|迷惑)|(?:故意)?为难(?:我|人)|不公平|不尊重(?:我|人)|(?:面试|体验)(?:体验)?(?:真|太|很)(?:差|烂|糟)",
            r"\b(?:weird|strange|odd|silly|unfair|trick|loaded) (?:question|one)\b|\b(?:this|that|it)(?:'s| is) (?:so |really |very |quite )?unfair\b|\b(?:trying to )?trick(?:ing)? me\b|\basking too much\b|\bout of scope\b",
        ),
        (
            Request.STUCK,
            "(?:接触|了解|用|做)(?:得|的)?(?:比较|不太|很|也)?(?:少|不多)|没(?:有)?(?:准备|复习|学|看|背|涉及|了解)(?:过|到)?(?=$|这|那|，|。|呢|啊)|记不(?:清|得|起|住)|不记得|忘(?:了|记了|光了)(?=$|，|。|啊|呀|,)|^.{0,12}不(?:归|是)?我(?:来)?(?:负责|管)|(?:我)?不负责|(?:别的|其他|我们?)?(?:同事|组长|别人|领导|前任)(?:在|来|做|负责|弄)(?:的)?$|(?:公司|我们|我这边|项目)(?:里)?(?:没|不)(?:有)?(?:用|这个|这种|这样的?|这类)|^我?只做过|没(?:有)?.{0,8}(?:经验|经历|场景)$",
            r"\b(?:drawing a blank|outside my|not my area|lost my train of thought|look (?:that|this|it)(?: one)? up)\b|\b(?:did ?n[o']?t|have ?n[o']?t|not) (?:prepared?|revised?|studied|study|cover(?:ed)?)(?: (?:for )?(?:this|that|it))?(?: part| one)?[.!]?$|\b(?:ca ?n[o']?t|cannot|do ?n[o']?t|did ?n[o']?t) (?:really )?(?:remember|recall)\b|\bi (?:have )?forgot(?:ten)?\b|\b(?:was ?n[o']?t|not|am ?n[o']?t) (?:my|responsible|in charge|involved)\b|\b(?:my|a) (?:colleague|teammate|manager|boss|lead) (?:did|does|handled|took care)\b|\bwe (?:do ?n[o']?t|did ?n[o']?t|never) (?:use|have|had|used|need|needed|do|did)\b|\bonly (?:worked|ever worked|done|did)\b",
        ),
        (
            Request.QUERY,
            "(?:这|这个|这道|本)(?:题|问题).{0,16}(?:吗|么|呢|[?？])|(?:你|您|面试官).{0,24}(?:吗|么|呢|什么|怎么|哪|谁|几|多少|啊|[?？])|加(?:个|一下)?(?:微信|好友|联系方式)|时间(?:还)?(?:够|够不够|来得及)",
            r"\b(?:can|could|may|will|would|do|did|are|have) (?:i|you|we)\b.{2,60}\?|\blinkedin\b",
        ),
        (
            Request.REMARK,
            "^(?:那|哎|唉|哈|嗯|，| ){0,3}(?:你|您)(?!看|想|可以|能|不|要|需).{1,12}$|(?:你|您)(?:这边|那边).{0,12}$|天气(?:真|不错|很|挺|好|太|怎么样)|吃(?:了|饭)(?:吗|没)|(?:我)?(?:有点|好|太|真)(?:累|饿|困|热|冷|渴)|换(?:一)?家公司|麻烦了|信号(?:好像|有点|不)",
            r"^(?:well |hm+ |oh |so )?you(?:'re| are| look| seem| sound| tell) (?!able|to\b|allowed|going)\S+(?: \S+){0,4}$|\b(?:nice|lovely|bad|good) (?:weather|day)\b|\bi(?:'m| am) (?:so |a bit |really |very )?(?:tired|hungry|thirsty|cold|hot|sleepy)\b|\blet me know if\b|\bhappy to\b.{0,40}\bif you\b",
        ),
    )
)  # fmt: skip


def mark_in(text: str, language: str) -> Request | None:
    """How a message would be met that is beside the question, by the mark of talk in it; None where
    there is none."""
    said = _folded(text)
    if not said or len(said) > _LONGEST[language]:
        return None
    return next((request for request, mark in _MARKS if mark.search(said)), None)


def chatter_in(text: str, language: str) -> Request | None:
    """How a message made of words of conversation alone would be met beside a question of knowledge;
    None for another message. Who does not know has answered."""
    said = _folded(text)
    if _CLUELESS.search(said) or _ACTS.search(said) or not is_chatter(said, language):
        return None
    return Request.QUERY if asks(said) else Request.REMARK


def has_expected(text: str, spec: Mapping[str, Any]) -> bool:
    """Whether ``text`` has a name of a scoring point of a question as it is stored, or words of its
    reference."""
    said = _folded(text)
    expected = str(spec["reference"]).casefold()
    names: Iterable[str] = (
        name.casefold() for point in spec["points"] for name in (point["text"], *point["synonyms"])
    )
    if any(name in said for name in names if len(name) > 1):
        return True
    words = (w for w in _LATIN.findall(said) if len(w) >= _WORD and w not in _COMMON)
    if any(re.search(rf"\b{re.escape(word)}", expected) for word in words):
        return True
    return any(
        run[at : at + _GRAM] in expected
        for run in _HAN_RUN.findall(said)
        for at in range(len(run) - _GRAM + 1)
    )


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("’", "'").strip()
