"""Openings of a sentence that speak of the conversation: "that is on my CV", "I told you". Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["unframed"]

MOST = 3

_FRAME: Mapping[str, re.Pattern[str]] = {
    "zh": re.compile(
        "^(?:[哦噢嗯呃啊]+[，, ])?(?:[^，,。：；]{1,6}[啊呀嘛呢哦][，,])?(?:其实|是啊?|对啊?|就|这个|那个|不是|[，, ]){0,3}(?:"
        "(?:[我你您]|咱们)?(?:刚才|刚刚|刚|前面|之前|上面|已经|不是)[^，,。：；\\d]{0,6}[说讲提写答](?:到|过|清楚|明白|完|得|很|了|的|吧|嘛|呀|啊|呢|么|吗){0,4}|"
        "(?:我的?)?简历(?:上|里)?(?:面)?[^，,。：；\\d]{0,6}(?:有|[写提]|说)(?:到|过|着|了|的|嘛|呀|啊|呢|吧){0,3}|"
        "[你您](?:也|刚才|还)?没(?:有)?(?:跟我|给我)?(?:说|讲|解释|回答)[^，,。：；]{0,12}|"
        "我(?:就|只能|只好|先|来)?(?:瞎|随便)?猜(?:一下|猜看|测)?(?:的话)?|(?:硬|非)要(?:我)?说(?:的话)?"
        ")[，,：: ]+(?=.{6})"
    ),
    "en": re.compile(
        r"^(?:it(?:'s| is)(?: already| all)? (?:on|in) my (?:cv|resume|résumé)|(?:i(?:'ve| have)?|we(?:'ve| have)?) (?:just |already )+(?:said|mentioned|answered|explained)(?: (?:it|that|this))?|"
        r"you (?:did not|didn't|have not|haven't) (?:explain|say|tell|answer)[^,.;:]{0,24}|(?:so )?i(?:'ll| will|'d| would| can only| have to)? (?:just )?guess(?: then)?|if i have to (?:say|name) (?:something|one))[,:;] (?=.{12})",
        re.IGNORECASE,
    ),
}


def unframed(text: str, language: str) -> str:
    """A text without its first `MOST` such openings."""
    for _ in range(MOST):
        text = _FRAME[language].sub("", text)
    return text
