"""A plea for another question: "这个好像没有，可以换一个问题吗？", "Could you ask me something closer to my job?". Pure.

Whoever asks for it has said why this one is not theirs, in whatever words, and is not asked it once
more. A request for the next question by itself, and who knows nothing and then wants the next, are met
elsewhere. All repetitions are bounded.
"""

from __future__ import annotations

from interviewers.engines.script import has_han
from interviewgpt.expressions import expression

__all__ = ["asks_for_another"]

_LONGEST = {"zh": 90, "en": 260}
"""Characters; whoever says more has answered."""
_SENTENCES = expression(r"[^。！？!?；;\n.]{1,200}[。！？!?；;\n.]*")
_PLEA_ZH = expression(
    "(?:能不能|能否|可不可以|可否|是否可以|可以|能|要不要?|麻烦|请|想|希望|不如|问|说){1,2}(?:麻烦|请|您|你|咱们?|我们|再|先|帮我|给我|直接|就){0,3}"
    "(?:(?:换|问|来|聊)(?:一)?(?:个|道|点|些)?(?:跟|和|与|更|别的|其他|另外|不同|适合|符合|贴近|[^，。？?！!]{0,3}相关)[^，。？?！!]{0,12}(?:题目?|问题|话题|方面|内容|的)|"
    "(?:换|问|来|聊)(?:一)?(?:个|道|点|些)?(?:别的|其他的?|另外的?)(?:题目?|问题|话题|方面|内容|方向)?|"
    "换(?:一)?(?:个|道)?(?:[^，。？?！!]{1,14}的)?(?:题目?|问题|话题)(?:问|聊)?)"
    "(?:吗|么|吧|呢|行吗|好吗|可以吗|行不行|啊){0,2}[。！？!?]*$"
)
_ASKS_ZH = expression("[?？]|[吗吧么呢]\\W*$|能不能|能否|可不可以|可否|麻烦|请")
_PLEA_EN = expression(
    r"\b(?:can|could|may|would|might|shall) (?:you|we|i)(?: please| maybe| perhaps| just)* (?:(?:ask|have|get|try|take|do|switch to|change to|give)(?: me)? (?:another|a different|some other|something (?:else|different|closer|more|that))\b[^.?!]{0,60}|(?:change|switch|swap) (?:the |this )?(?:question|topic|subject)s?|"
    r"(?:(?:go|move|carry|skip|jump|get) (?:on|ahead|forward|along)?(?: ?to (?:the next|another|a different|some other|something else)\b[^.?!]{0,24})|(?:move|skip|jump) on(?: now| please| then| from here)?))[.?!]*$"
)
_OTHERS = expression(
    r"[他她]们?|客户|用户|对方|同事|老板|领导|学生|\b(?:he|she|they|customers?|users?|clients?|boss)\b"
)
"""Who else may have asked for something else."""
_IGNORANT = expression(
    r"不(?:太|怎么|是很)?(?:会|懂|知道)(?!的)|\b(?:do ?n[o']?t|do not) (?:really )?know\b|\bno (?:idea|clue)\b"
)


def asks_for_another(said: str) -> bool:
    """Whether a folded text asks the panel for another question in place of the one on the table, and not
    for want of knowing."""
    script = "zh" if has_han(said) else "en"
    if len(said) > _LONGEST[script] or _IGNORANT.search(said):
        return False
    return any(_pleads(found.group().strip(), script) for found in _SENTENCES.finditer(said))


def _pleads(sentence: str, script: str) -> bool:
    if _OTHERS.search(sentence):
        return False
    if script == "en":
        return _PLEA_EN.search(sentence) is not None
    return _PLEA_ZH.search(sentence) is not None and _ASKS_ZH.search(sentence) is not None
