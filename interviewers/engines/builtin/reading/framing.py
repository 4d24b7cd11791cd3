"""Openings of a sentence that speak of the conversation, or only of how it is said: "that is on my CV", "to be
honest". Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from interviewgpt.expressions import expression

__all__ = ["unframed"]

MOST = 3

_FRAME: Mapping[str, re.Pattern[str]] = {
    "zh": expression(
        "^(?:[哦噢嗯呃啊]+[，, ])?(?:[^，,。：；]{1,6}[啊呀嘛呢哦][，,])?(?:其实|是啊?|对啊?|就|这个|那个|不是|[，, ]){0,3}(?:"
        "(?:[我你您]|咱们)?(?:刚才|刚刚|刚|前面|之前|上面|已经|不是)[^，,。：；\\d]{0,6}[说讲提写答](?:到|过|清楚|明白|完|得|很|了|的|吧|嘛|呀|啊|呢|么|吗){0,4}|"
        "(?:我的?)?简历(?:上|里)?(?:面)?[^，,。：；\\d]{0,6}(?:有|[写提]|说)(?:到|过|着|了|的|嘛|呀|啊|呢|吧){0,3}|"
        "[你您](?:也|刚才|还)?没(?:有)?(?:跟我|给我)?(?:说|讲|解释|回答)[^，,。：；]{0,12}|"
        "我(?:就|只能|只好|先|来)?(?:瞎|随便)?猜(?:一下|猜看|测)?(?:的话)?|(?:硬|非)要(?:我)?说(?:的话)?|(?:我)?(?:还|再|想|先|要|得){0,3}补(?:充一?[句点下个条]|一?[句点])"
        ")[，,：: ]+(?=.{6})"
    ),
    "en": expression(
        r"^(?:it(?:'s| is)(?: already| all)? (?:on|in) my (?:cv|resume|résumé)|(?:i(?:'ve| have)?|we(?:'ve| have)?) (?:just |already )+(?:said|mentioned|answered|explained)(?: (?:it|that|this))?|"
        r"you (?:did not|didn't|have not|haven't) (?:explain|say|tell|answer)[^,.;:]{0,24}|(?:so )?i(?:'ll| will|'d| would| can only| have to)? (?:just )?guess(?: then)?|if i have to (?:say|name) (?:something|one)|(?:just )?(?:one (?:more|last) thing|to add(?: to that)?|i should (?:also )?mention)(?!, (?:then|and|or|but)\b)|i(?:'d| would)? (?:want|like|need|have) to add(?=:)|i should (?:also )?add(?=:))[,:;] (?=.{12})",
        re.IGNORECASE,
    ),
}
_LEAD_IN: Mapping[str, re.Pattern[str]] = {
    "zh": expression(
        "^(?:(?:说白了(?![这那]一?[点下件])|说到底|讲真的?|实话实说|不瞒[你您]说|怎么说呢|总(?:的|体)来[说讲]|总而言之|一句话|换句话说|换言之|简单(?:来|点|地)?[说讲]|坦白(?:来)?[说讲]|坦率地?[说讲]|老实[说讲]|说(?:句)?(?:实话|老实话|实在的|真的|心里话)|归根到底|归根结底|本质上|基本上)(?:吧|呢|啊|哈)?[，,：: ]{0,2}(?:其实)?(?:也?就是(?=我|把|先|从|用))?)(?=.{6})"
    ),
    "en": expression(
        r"^(?:basically|essentially|honestly|frankly|in short|in essence|in a nutshell|in other words|long story short|to cut a long story short|(?:to put it simply|simply put|put simply)|"
        r"to be (?:(?:perfectly|quite|completely|totally|really) )?(?:honest|fair|frank|precise)(?: with you)?|if i(?:'m| am)(?: being)? honest|truth be told|to tell (?:you )?the truth|needless to say|as you know|you know|obviously|at the end of the day)\b[,:]? (?=.{12})(?!enough\b|speaking\b)",
        re.IGNORECASE,
    ),
}
"""Says only how it is said. What follows may go on without a comma."""


def unframed(text: str, language: str) -> str:
    """A text without its first `MOST` such openings."""
    for _ in range(MOST):
        text = _LEAD_IN[language].sub("", _FRAME[language].sub("", text))
    return text
