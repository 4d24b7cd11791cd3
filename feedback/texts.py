"""What the report says by itself, in the interview's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["disagreement", "example", "no_evidence", "unscored"]

_TEXTS = {
    "zh": {
        "no_evidence": "证据不足：没有哪句原话能清楚地支持一个判断。",
        "example": "这是改写示例，不是你说过的话；〔…〕里的内容请换成你自己的真实情况。",
        "unscored": "作答用时、长度和口头语只供参考，不计入任何分数。",
        "pasted": "有些回答来得比说话或打字都快，应该是粘贴的，所以不给它们的语速。",
        "member": "{name} {level} 级",
        "apart": "面试官的判断相差超过一级：{levels}。他们各自独立评判，问的题目也不同。",
        "list": "，",
    },
    "en": {
        "no_evidence": "Not enough evidence: no sentence of the answer clearly supports a judgement.",
        "example": (
            "An example of a better answer, not something you said; put your own facts where "
            "there are [brackets]."
        ),
        "unscored": "Pace, length and filler words are for information only and part of no score.",
        "pasted": (
            "Some answers came faster than anybody speaks or types; they seem to have been pasted, "
            "and no pace is given for them."
        ),
        "member": "{name} level {level}",
        "apart": (
            "The interviewers are more than a level apart: {levels}. Each judged alone, and by "
            "questions of their own."
        ),
        "list": ", ",
    },
}


def no_evidence(language: str) -> str:
    return _TEXTS[language]["no_evidence"]


def example(language: str) -> str:
    """What a better answer is, and what it is not."""
    return _TEXTS[language]["example"]


def unscored(language: str, *, pasted: bool = False) -> str:
    """What the figures of delivery are for, and where ``pasted`` why some have no pace."""
    words = _TEXTS[language]
    told = (words["unscored"], words["pasted"]) if pasted else (words["unscored"],)
    return ("" if language == "zh" else " ").join(told)


def disagreement(language: str, members: Sequence[Mapping[str, Any]]) -> str:
    """Who came to which level on a skill."""
    words = _TEXTS[language]
    told = (words["member"].format(name=m["name"], level=f"{m['level']:g}") for m in members)
    return words["apart"].format(levels=words["list"].join(told))
