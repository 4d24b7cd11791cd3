"""A question put more simply: the kind of answer it wants, its case, and its questions one by one. Pure.

The scoring point that a follow-up is after would give the answer away. What may be said is whether a
reason, a figure or a course of action is wanted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from interviewers.engines.asking import is_question
from interviewers.engines.base import Cue, FollowUp, QuestionSpec
from interviewers.engines.builtin.speaking.nudges import kind_of, weighs
from interviewgpt.expressions import expression

__all__ = [
    "MEANINGS",
    "apart",
    "case_and_questions",
    "in_short",
    "meaning",
    "sentences",
    "with_case",
    "without",
]

_SENTENCES: Mapping[str, re.Pattern[str]] = {
    "zh": expression(r"[^。！？?]*[。！？?]+[”」』]?|[^。！？?]+$"),
    "en": expression(r".+?(?:(?<![.!?])[.!?]++[”’\"']?(?=\s|$)|$)", re.DOTALL),
}
MEANINGS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "why": "我想听的是原因。",
        "outcome": "我想听的是：这样下去会发生什么。",
        "amount": "我想听的是一个大概的数，和它怎么来的。",
        "apart": "我想听的是你凭什么来分辨：看哪一样东西。",
        "avoid": "我想听的是靠什么不让它发生。",
        "rescue": "我想听的是这时候先做什么、再做什么。",
        "say": "我想听的是你会怎么跟对方说。",
        "works": "我想听的是它里面怎么运转，一步一步说就行。",
        "how": "我想听的是做法，一步一步说就行。",
        "what": "我想听的是你的判断，先说最先想到的那个就行。",
        "other": "我想听的是另外一种办法，想到的哪一种都行。",
        "weigh": "我想听的是你怎么权衡：什么让你偏向这一边，什么时候换成那一边。",
        "check": "我想听的是行还是不行，再加一句为什么。",
        "either": "一两句就够：是前一种，还是后一种。",
        Cue.SITUATION: "我想听的是当时的背景：什么时候、什么事、你要做到什么。",
        Cue.ACTION: "我想听的是你自己做了什么，一步一步说就行。",
        Cue.RESULT: "我想听的是结果：最后怎么样了，什么变了。",
        Cue.NUMBER: "我想听的是数：大概多少，前后差多少。",
        Cue.REFLECTION: "我想听的是你事后的想法：学到了什么，再来一次会怎么做。",
        Cue.TRADE_OFF: "我想听的是取舍：还有哪条路，为什么没选。",
        Cue.EXAMPLE: "我想听的是一个你真碰到过的例子。",
    },
    "en": {
        "why": "What I am after is the reason.",
        "outcome": "What I am after is what would happen next.",
        "amount": "What I am after is a rough figure, and where it comes from.",
        "apart": "What I am after is what tells you which it is: where you would look.",
        "avoid": "What I am after is what keeps it from happening.",
        "rescue": "What I am after is what you would do first, and what then.",
        "say": "What I am after is what you would say to them.",
        "works": "What I am after is how it works inside, step by step.",
        "how": "What I am after is how you would go about it, step by step.",
        "what": "What I am after is your judgement; the first thing that comes to mind will do.",
        "other": "What I am after is a different way, whichever comes to mind.",
        "weigh": "What I am after is how you weigh the two, and what tips it.",
        "check": "What I am after is a yes or a no, and a word on why.",
        "either": "A word or two will do: the one or the other.",
        Cue.SITUATION: "What I am after is the background: when it was, what it was, and what you had to do.",
        Cue.ACTION: "What I am after is what you did yourself, step by step.",
        Cue.RESULT: "What I am after is how it ended, and what had changed.",
        Cue.NUMBER: "What I am after is a figure: roughly how much, before and after.",
        Cue.REFLECTION: "What I am after is what you think of it now: what you learned, and what you would do differently.",
        Cue.TRADE_OFF: "What I am after is the choice: which other way there was, and why you left it.",
        Cue.EXAMPLE: "What I am after is one case you really met.",
    },
}  # fmt: skip
_EITHER: Mapping[str, re.Pattern[str]] = {
    "zh": expression("^(?!.*(?:怎|什么|哪|为何|如何|多少))[^？?]*是[^，。？?]{1,16}[，,]?还是[^？?]{1,16}[？?]$"),
    "en": expression(r"^(?!.*\b(?:what|how|why|which|who|where|when)\b)(?:did|was|were|is|are|do|does) [^?]{4,60}, or [^?]{3,40}\?$", re.IGNORECASE),
}  # fmt: skip
"""A probe that names the two answers it may get, whatever part of a story it is about."""
_QUOTES = "”」』’\"'"
_CASE: Mapping[str, str] = {"zh": "情况是：{case}", "en": "Picture it: {case} "}
_BY_ITSELF = {"zh": 24, "en": 70}
"""Characters; a shorter question means little without its case."""
_POINTS_BACK: Mapping[str, re.Pattern[str]] = {
    "zh": expression("[它她这那]|他们|其中|上述|当场"),
    "en": expression(
        r"\b(?:its?|it's|they|them|their|this|these|those|(?<!so )that|such|each|here|meanwhile|going on)\b",
        re.IGNORECASE,
    ),
}
"""What a question has that speaks of its case."""
_TIE = expression("^And (?:then )?")
_ORDER: Mapping[str, tuple[str, str, str]] = {
    "zh": ("要答的是：", "先答：", "再答："),
    "en": ("The question: ", "First: ", " Then: "),
}


def meaning(language: str, question: QuestionSpec, probe: FollowUp) -> str:
    """What kind of answer ``probe``, a follow-up of ``question``, wants, in a sentence."""
    if weighs(question, probe):
        return MEANINGS[language]["weigh"]
    if _EITHER[language].search(probe.text):
        return MEANINGS[language]["either"]
    cue = next((point.cue for point in question.points if point.key == probe.point), None)
    return MEANINGS[language][cue or kind_of(language, probe.text)]


def sentences(language: str, text: str) -> list[str]:
    """The sentences of a question."""
    return [found.strip() for found in _SENTENCES[language].findall(text) if found.strip()]


def apart(language: str, text: str) -> str:
    """A question with its case and each of its questions apart; as it is where it is no more than one
    sentence, or asks without a question mark."""
    case, asked = case_and_questions(language, text)
    if not _is_marked(asked[0]) or (not case and len(asked) == 1):
        return text
    only, begin, then = _ORDER[language]
    rest = (
        [only + asked[0]]
        if len(asked) == 1
        else [begin + asked[0], *(then + without(_TIE, a) for a in asked[1:])]
    )
    return with_case(language, case) + "".join(rest)


def case_and_questions(language: str, text: str) -> tuple[str, list[str]]:
    """The case of a question, and the sentences that ask, at least the last of it."""
    found = sentences(language, text)
    first = next((n for n, said in enumerate(found) if _is_marked(said)), len(found) - 1)
    return ("" if language == "zh" else " ").join(found[:first]), found[first:]


def in_short(language: str, text: str) -> str:
    """A question without its case, where what asks is understood by itself: it is long enough, and no word of it
    points back to the case."""
    found = sentences(language, text)
    first = next((n for n, said in enumerate(found) if is_question(said)), 0)
    rest = ("" if language == "zh" else " ").join(found[first:])
    alone = len(rest) >= _BY_ITSELF[language] and _POINTS_BACK[language].search(rest) is None
    return rest if alone else text


def with_case(language: str, case: str) -> str:
    """A case as it is put before what is asked, "" for none."""
    return _CASE[language].format(case=case) if case else ""


def without(opening: re.Pattern[str], text: str) -> str:
    """A text without an opening, and with a capital where that was taken off."""
    rest = opening.sub("", text)
    return rest[:1].upper() + rest[1:] if rest != text else text


def _is_marked(sentence: str) -> bool:
    return sentence.rstrip(_QUOTES)[-1:] in "?？"
