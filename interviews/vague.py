"""A change that is claimed and not counted: "快了很多", "a lot faster". Pure.

Whoever interviews asks how much, once; who has not measured it may say so.
"""

from __future__ import annotations

from collections.abc import Sequence

from interviewers.engines.builtin.reading.text import fold, spans
from interviewers.engines.builtin.stories.telling import tells_of_quantity
from interviewgpt.expressions import expression

__all__ = ["asks_for_figures", "sketches", "uncounted"]

_MUCH = "(?:很多|不少|好多|好些|许多|挺多|特别多|非常多|太多|一大截|一截|一大块|好几倍)"
_CLAIMED = {
    "zh": expression(
        f"(?:[快慢省短少稳准]|提升|提高|改善|增长|上升|下降|降低|减少|缩短|降|涨|升|便宜|高效)(?:得|了|下来|上去|上来){{0,2}}{_MUCH}|"
        f"(?:明显|显著|大大|大幅(?:度)?|极大)(?:地|的)?(?:变|有(?:所)?)?(?:[快慢省短少稳准降涨升]|提升|提高|改善|增长|上升|下降|降低|减少|缩短)|"
        "(?:[快慢省短少稳准]|提升|提高|改善|增长|上升|下降|降低|减少|缩短)(?:得|了)?(?:很|挺|非常|特别|比较){0,2}(?:多(?!少)|明显|显著|大)"
    ),
    "en": expression(
        r"(?i)\b(?:a lot|lots|much|way|far|significantly|considerably|dramatically|massively|hugely|noticeably|a good deal|a great deal) "
        r"(?:faster|quicker|slower|shorter|cheaper|fewer|less|lower|higher|more (?:accurate|stable|reliable|efficient))\b|"
        r"\b(?:improved|dropped|fell|rose|increased|decreased|went (?:up|down)|came down|shrank|grew|sped up|cut (?:it|them|that) down) "
        r"(?:by )?(?:a lot|lots|a great deal|a good deal|significantly|considerably|dramatically|massively|hugely|noticeably|quite a bit)\b|"
        r"\b(?:significantly|considerably|dramatically|massively|hugely|greatly) (?:improved|reduced|increased|decreased|dropped|cut)\b"
    ),
}  # fmt: skip
"""More or less of something that can be counted or timed."""
_BETTER = {
    "zh": expression(f"好(?:了|得|转了)?{_MUCH}|好多了|(?:效果|变化)(?:很|挺|非常|特别)(?:好|明显|大)"),
    "en": expression(r"(?i)\b(?:a lot|much|way|far) better\b|\ba big difference\b|\bworked (?:really |very )?well\b"),
}  # fmt: skip
"""Better in whatever way: a claim to be counted only where figures were asked for."""
_ASKS = {
    "zh": expression("数字|数据|多少|几[个天次人周家年]|多大|多久|多快|差多少|几倍|[拿用]什么(?:来)?(?:量|衡量)|怎么(?:来)?(?:量|衡量)|指标|可衡量"),
    "en": expression(r"(?i)\bfigures?\b|\bnumbers?\b|\bhow (?:much|many|long|often|fast|large|big)\b|\bmeasur\w+|\bmetrics?\b"),
}  # fmt: skip
_OTHERWISE = {
    "zh": expression("没(?:有)?(?:去|怎么)?(?:量|测|统计|算|记)|不会|没(?:有)?(?:什么)?(?:快|提升|改善)|如果|假如|应该会|希望|目标"),
    "en": expression(r"(?i)\b(?:did ?n[o']?t|never|have ?n[o']?t) (?:really |actually )?(?:measured?|count(?:ed)?|track(?:ed)?|time[d]?)\b|\bif\b|\bwould\b|\bshould\b|\bhope"),
}  # fmt: skip
"""Who says that it was not measured has answered; what is only wished for cannot be counted."""


def asks_for_figures(asked: str) -> bool:
    """Whether what was asked wants to know how much, how many or how long."""
    return any(sign.search(asked) for sign in _ASKS.values())


def uncounted(answers: Sequence[str], asked: str, language: str) -> str:
    """The words of the last of the ``answers`` that claim a change nobody has counted, "" for none, and
    where an earlier one did; ``asked`` is what it replies to."""
    if any(_CLAIMED[language].search(text) for text in answers[:-1]):
        return ""
    last = "".join(answers[-1:])
    if _OTHERWISE[language].search(last.replace("’", "'")):
        return ""
    found = _CLAIMED[language].search(last)
    if found is None and asks_for_figures(asked):
        found = _BETTER[language].search(last)
    if found is None or tells_of_quantity(fold(_around(last, found.start()))):
        return ""
    return found[0]


_CASE = {
    "zh": expression("(?:我|我们|公司|部门|组里)(?:也|之前|以前|去年|前年|上次|还真|倒是|就)*(?:[碰遇]到?|有|经历)过(?:一[次回]|这种|这样|类似|差不多|同样)|上次(?:我们|就|也)|之前(?:也|就)?(?:有|碰|遇)[到过]"),
    "en": expression(r"(?i)\b(?:i|we)(?:'ve|'d| have| had)? (?:also |actually |once |just )?(?:had|ran into|been through|went through|faced|seen|did) (?:something (?:like|similar)|(?:just |exactly )?(?:that|this)(?= (?:with|at|once|last|a)\b)|a similar|one of those|the same)\b|\ba (?:while|few years|couple of years) (?:back|ago)\b|\bhappened to (?:me|us) (?:once|too|before|last)\b"),
}  # fmt: skip
_SKETCH = {"zh": 110, "en": 280}
"""Characters; who says more has told it."""


def sketches(text: str, language: str) -> bool:
    """Whether a text tells of a case of one's own in a few words, and nothing in it is counted."""
    said = text.replace("’", "'")
    short = len(text) <= _SKETCH[language]
    return short and _CASE[language].search(said) is not None and not _COUNTED.search(said)


_COUNTED = expression(r"\d|[%％]|百分|\bper ?cent\b")


def _around(text: str, place: int) -> str:
    """The sentence at a place of a text, with the one before and the one behind it: a figure elsewhere counts
    something else, and a name like "STM32" nothing."""
    sentences = spans(text)
    here = max((n for n, (start, _) in enumerate(sentences) if start <= place), default=0)
    near = sentences[max(0, here - 1) : here + 2]
    return _NAMES.sub(" ", text[near[0][0] : near[-1][1]]) if near else text


_NAMES = expression(r"\b[A-Za-z]+\d\w*")
