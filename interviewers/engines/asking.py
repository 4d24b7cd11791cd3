"""Whether what is said asks what is to be asked, by the words of the question."""

from __future__ import annotations

import re

from interviewers.engines.base import Aside, Brief, MessageKind
from interviewers.engines.builtin.reading.text import (
    fold,
    is_function,
    is_han,
    language_of,
    specific,
    terms,
)
from interviewers.engines.echo import letters
from interviewgpt.expressions import expression

__all__ = ["Asking", "is_question", "sets_a_task"]

_MARK = expression("[?？]")
_ASKS_ZH = expression(
    r"请|说说|讲讲|谈谈|聊聊|讲一|说一|谈一|聊一|介绍|描述|举一?个|吗|怎么|怎样|什么|如何|为何|哪|多少|是否|几[个种步]|有没有|能不能|会不会|解释|"
    r"呢\s*$|设计|比较|展开"
)
_ASKS_EN = expression(
    r"\b(?:tell|describe|explain|walk|talk|give|show|how|what|why|when|where|which|who|could you|can you|would you|share|"
    r"take me|design|imagine|suppose|say|pick|choose|name|compare|introduce|think of)\b",
    re.IGNORECASE,
)
_SETS_ZH = expression(r"请(?:你|您)?(?:先|再)?(?:用|谈|讲|说|介绍|描述|举|解释|分享|比较|设计|聊)")
_SETS_EN = expression(
    r"(?:^ *|[.,;:!] ?)(?:please |now |then |and |so |next |first )*(?:tell me|describe|explain|walk me|give me|design|compare|"
    r"introduce|name|share)\b",
    re.IGNORECASE,
)
_GOES_ON = expression(
    r"继续|接着|再|展开|慢慢|放松|\b(?:more|on|further|whenever|ready)\b", re.IGNORECASE
)
_SHORT = {"zh": 6, "en": 16}
_FEW, _OWN, _NEAR, _CHARS = 2, 0.1, 0.06, 0.3
_COMMON = frozenset(
    "上下中大小多少前后里个些次条样时候点先再来去做好吗呢吧给看想知道觉得请讲说谈问题现在自己方面出现情况事用法怎么什样一二两三四五几这那你我他们"
)
"""Characters that two questions share without being about the same."""
_ASKING = frozenset({MessageKind.GREETING, MessageKind.QUESTION, MessageKind.FOLLOW_UP})
_ASKED_AGAIN = frozenset({Aside.REPEAT, Aside.EXPLAIN})


def is_question(sentence: str) -> bool:
    """Whether ``sentence`` may ask for something."""
    if _MARK.search(sentence):
        return True
    asks = _ASKS_ZH if language_of(sentence) == "zh" else _ASKS_EN
    return asks.search(sentence) is not None


def sets_a_task(sentence: str) -> bool:
    """Whether ``sentence`` asks for something of its own, and not just to go on."""
    if _MARK.search(sentence):
        return True
    language = language_of(sentence)
    sets = _SETS_ZH if language == "zh" else _SETS_EN
    return (
        sets.search(sentence) is not None
        and _GOES_ON.search(sentence) is None
        and len(letters(sentence)) > _SHORT[language]
    )


class Asking:
    """What the reply to ``brief`` has to ask. ``text`` is "" where nothing is to be asked."""

    def __init__(self, brief: Brief) -> None:
        self.text = _to_ask(brief)
        spec = brief.question
        # The probe goes on from the question, and may be put in words of either.
        wider = f"{self.text} {spec.text if spec else ''} {spec.reference if spec else ''}"
        self._own, self._near = _words(self.text), _words(wider)
        self._chars = _chars(self.text)
        self._letters = letters(self.text)
        # In the interview's language, or in plainer words, it need not share any.
        self._reworded = language_of(self.text) != brief.language or brief.aside is Aside.EXPLAIN
        self.questions = max(1, len(_MARK.findall(self.text)))

    def is_about(self, text: str) -> bool:
        """Whether ``text`` has to do with what is to be asked."""
        said = letters(text)
        if not self._own or self._reworded or (said and said in self._letters):
            return True
        words = _words(text)
        return (
            len(words & self._own) >= max(1, round(len(self._own) * _OWN))
            or len(words & self._near) >= max(_FEW, round(len(self._near) * _NEAR))
            or len(_chars(text) & self._chars) >= max(_FEW, round(len(self._chars) * _CHARS))
        )


def _to_ask(brief: Brief) -> str:
    if brief.aside is not None and brief.aside not in _ASKED_AGAIN:
        return ""
    # Who has another question of their own is asked for that, and not for what was planned.
    if brief.aside is None and (brief.kind not in _ASKING or brief.another):
        return ""
    if brief.follow_up is not None and brief.kind is MessageKind.FOLLOW_UP:
        return brief.follow_up.text
    return brief.question.text if brief.question is not None else ""


def _words(text: str) -> frozenset[str]:
    """The words of a text that say what it is about."""
    return specific(terms(fold(text)))


def _chars(text: str) -> frozenset[str]:
    """Chinese characters that say something alone: other words for a thing often share one."""
    folded = fold(text)
    return frozenset(
        char for char in folded if is_han(char) and char not in _COMMON and not is_function(char)
    )
