"""Sentences that only announce what is told, or comment on the telling. They do not belong to the answer."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from interviewers.engines.base import Cue
from interviewers.engines.builtin.expected.points import MADE, Point, by_words
from interviewers.engines.builtin.reading.looking_back import SORRY_ZH
from interviewers.engines.builtin.reading.text import Segment
from interviewers.engines.builtin.stories.cues import find_cues
from interviewers.engines.builtin.stories.telling import names_own_act, tells_of_quantity
from interviewgpt.expressions import expression

__all__ = ["only_leads", "to_the_point"]

_TELLS = frozenset({Cue.ACTION, Cue.RESULT, Cue.REFLECTION, Cue.NUMBER})

_LONGEST = {"zh": 36, "en": 120}
_STARTS_ZH = (
    r"(?:刚才|刚刚|前面|有点|我|好像)*+(?:走神|跑题|扯远|说岔|答偏|想岔)",
    r"(?:我|还是|那|就|先|再|来|给(?:你|您)|想)*(?:换|另)(?:讲|说|举|用|拿|成)?(?:一?[个件段]|外)(?:例子|事情?|故事|经历|项目|别的|来?讲|来?说)?",
    r"(?:我|那|就|先|再|来|给(?:你|您)|想)*(?:讲|说|举|分享)(?:一下|一?[个件段])?(?:另外?|别的)?(?:一?[个件段])?(?:例子|事情?|故事|经历|背景|别的)?",
    r"(?:那么?|就|还是|要不|先|我|想|来|给(?:你|您)|[，,]){0,6}(?:[讲说聊举谈](?:一下|一[个件段次])?(?![了过])[^，。！？]{1,18}?(?:吧|好了|的(?:事|例子|经历|一次)吧?)|[拿用以][^，。！？]{1,18}?(?:来[讲说]|为例)吧?)(?=[，,。.！!…\s]|$)",
    r"(?>[^。]*?(?:刚才|前面|上面|这个|那个|这件|那件)[^。]*?(?:不太?合适|不太?贴切|对不上|不算))",
    r"(?:这个|这题|这一题|关于这个)?我?(?:特别|很|挺|蛮|真的|可)?(?:有感触|有体会|有话说|问得好|好问题)",
    r"(?:这个|这种事?|这)?[^，。！？]{0,8}(?:都|谁都)(?:遇|碰)(?:到|上)?过(?:吧|的)?(?:哈+|嘿+|呵+)?",
    rf"(?:[嗯呃哎哦啊唔额]|那个|{SORRY_ZH}|好的?|行|哈+|嘿+|呵+)",
)
_STARTS_EN = (
    r"(?:sorry|oops|pardon me|my apologies|oh|well|ok(?:ay)?|right|um+|uh+)",
    r"(?:and |so |but |then )?i (?:just )?(?:drifted(?: off)?|wandered(?: off)?|got (?:carried away|side-?tracked)|lost (?:my|the) (?:thread|train of thought)|went off (?:topic|on a tangent))(?: (?:there|a bit|for a moment))*",
    r"(?:and |so |but |then )?(?:let me|i(?:'ll| will|'d like to| would like to| can| could)) (?:first |rather |just )?(?:tell|give|use|take|start with|share|pick|set|choose)(?: you)?(?: about)? (?:a|an|another|one|some|the|a different|a better|a bit of)(?: \w+)? (?:story|example|one|case|background|context|scene)(?: instead| first)?",
    r"(?:the|that|this) (?:\w+ ){0,3}(?:does(?:n't| not)|would(?:n't| not)) (?:really |quite )?fit(?: (?:here|so well|well|very well|this(?: question)?))*",
    r"(?:that's|that is|what) a good question",
)
_WHOLE = {
    "zh": expression(rf"(?:(?:{'|'.join(_STARTS_ZH)})[啊呢吧哈了的来，,。.！!…\s]*+)+"),
    "en": expression(rf"(?:(?:{'|'.join(_STARTS_EN)})[,.;:!…\s-]*+)+", re.IGNORECASE),
}


def only_leads(sentence: str) -> bool:
    """Whether a sentence only says that something will be told, or that the last words were off the point."""
    bare = sentence.strip()
    return any(
        len(bare) <= _LONGEST[language] and pattern.fullmatch(bare) is not None
        for language, pattern in _WHOLE.items()
    )


def to_the_point(
    answers: Sequence[Sequence[Segment]], points: Collection[Point], language: str
) -> list[Sequence[Segment]]:
    """The answers to one question (each a list of sentences). If one of them makes a point, those are left out
    that make none and tell of nothing that was done."""

    def made(sentences: Sequence[Segment]) -> bool:
        return any(by_words(p, s, s) >= MADE for p in points for s in sentences)

    def tells(sentences: Sequence[Segment]) -> bool:
        cues = [(find_cues(s.folded, language), s) for s in sentences]
        if any(_TELLS & found for found, _ in cues):
            return True
        # A story told in several messages begins with one that has no more than this, and goes on so.
        begins = any(Cue.SITUATION in found and names_own_act(s.folded) for found, s in cues)
        return begins or any(tells_of_quantity(s.folded) for s in sentences)

    if not any(map(made, answers)):
        return list(answers)
    return [sentences for sentences in answers if made(sentences) or tells(sentences)]
