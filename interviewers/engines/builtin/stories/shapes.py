"""The shape of a story: whether what happens in it is what a question asks for, in whatever words.

`themes` looks for words. Stories from a field, a kitchen or a boat often have none of them, and still answer
the question, for something goes wrong in them and is put right, or two people want different things. So this
module reads what turns a story: trouble (what is broken, lacking, not done), a fault of one's own (an act,
then its discovery), or the will of somebody else; after it an own act, and after that how it was in the
end. A report of success, of facts or of what one does every day has no such turn. It knows grammar and the
everyday words of lack and of wanting, never a subject. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from interviewers.engines.builtin.reading.text import fold
from interviewers.engines.builtin.stories.telling import (
    closes,
    names_own_act,
    tells_of_act,
    tells_of_event,
    tells_of_quantity,
)
from interviewers.engines.script import has_han
from interviewgpt.expressions import expression

__all__ = ["has_shape"]

_TROUBLED = expression(
    r"\b(?:not|no|nobody|nothing|never|none|nowhere|neither|without|hardly|barely|too|instead of|only|still|empty|bare|short of|wrong|broke\w*|burst|torn|dead|died|dying|ill|sick|bleeding|hurt|gone|los(?:t|e|es|ing)|wors[et]|missing|fail\w*|froze\w*|"
    r"stopped|stuck|jammed|leak\w*|flood\w*|dark|dirty|late|behind|ran out|run out|fell|dropped|tipped|cracked|rotten|spoil\w*|spilt|cancel\w*|refus\w*|trouble|problem)\b|n't\b|"
    r"没|不(?:了|行|够|对|来|到|动|上|出|下|能|肯|让|同意|回|住|一样|好)|坏|错|断|倒了|漏|死|丢|病|流血|撕|破|撞|翻|空了|黑着|着火|停了|卡|只(?:有|剩|来|做|走)|就(?:我|剩|这么)|少了|晚了|缺|来不及|差点|白(?:做|干|跑)"
)
"""What is lacking, broken or not done, in folded text."""
_DISCOVERED = expression(
    r"\b(?:saw|noticed|heard|reali[sz]ed|found|spotted|discovered|understood|knew) (?:it|that|what|when|only|why|from|at once|the mistake)\b|\bturned out\b|\bcame out\b|\bwhat i(?:'d| had)\b|\b(?:from|by) (?:me|my|mine)\b|\bi (?:\w+ ){1,3}and meant\b|\bit was (?:me|my)\b|\bsorry\b|"
    r"才(?:看|发|知|想|觉|反应|意识)|发现|觉得不对|是我|我.{0,6}[错漏忘反]|一[听看]就知道|原来是|道歉"
)
_WANTS = (
    r"want(?:ed|s)|insist(?:ed|s)|refus(?:ed|es)|preferred|object(?:ed|s)|would(?:n't| not)|did(?:n't| not) (?:want|like|believe|see)|was(?:n't| not) (?:having|happy)|was (?:for|against)|kept (?:asking|saying|telling)|grumbl\w+|"
    r"shout\w+|slamm\w+|complain\w+|started (?:cutting|taking|using|doing)|asked me to|told me (?:to|not|that)|said (?:no|i|that i|it was|we|they)"
)
_WILL_EN = expression(rf"(?<!\bi )(?<!\bwe )(?<!\bi just )(?<!\bi also )\b(?:{_WANTS})\b")
_WILL_HAN = expression(
    r"^(?![^，]*(?<![跟和对给让叫问请])我(?:们)?(?![这那]|[^，]{0,6}的)).*(?:非要|要(?!是|不是|么|紧|求)|想(?!起|到|出)|不(?:肯|愿|让|干|同意|答应|高兴|服|行)|反对|坚持|嫌|骂|吼|拍|急了)|(?:让|叫|跟|对)我(?!们?爸|们?妈)|[他她](?:说|觉得|嫌|要|想|非|不)"
)
_ANSWERS = expression(
    r"\bi (?:\w+ly |then |just |also |only |even |'d |had )?(?:asked|said|told|proposed|offered|suggested|showed|explained|invited|rang|phoned|called|wrote|radioed|went (?:out|over|round|up|down|to)|sat|listened|promised|agreed|met|took (?:him|her|them))\b|\bso i said\b|"
    r"\bi (?:\w+ )?(?:had|have|needed|decided|went|wanted|was the one) to (?:\w+ )?(?:ask|tell|say|ring|phone|call|write|explain|show|face|meet|talk|speak|be on the phone)\b|"
    r"我(?:就|先|又|也|再|后来|当场|于是|马上|还)*(?:说|问|提|请|劝|跟|和|陪|答应|建议|约|找|给|让|道歉|去|拿|带|用)"
)
"""An own act that deals with somebody: what is said, asked, shown."""
_CLAUSES = expression(
    r"[,，、;；:：]|--+|\s-\s|\s(?=(?:and|but|so|because|then|when|until|in case) )"
)
_LEAST_CLAUSES = 6
"""A story with fewer clauses has no room for a turn, acts, and an end."""


@lru_cache(maxsize=512)
def _shape_asked(question: str) -> _Shape | None:
    folded = fold(question)
    return next((shape for shape in _SHAPES if shape.asks.search(folded)), None)


@lru_cache(maxsize=512)
def has_shape(question: str, sentences: tuple[str, ...]) -> bool:
    """Whether folded sentences tell, in this order, of a turn of the kind that ``question`` asks for, of own acts
    after it, and of how it was in the end."""
    shape = _shape_asked(question)
    if shape is None or not all(any(map(need.search, sentences[:-1])) for need in shape.needs):
        return False
    clauses = [c.strip() for s in sentences for c in _CLAUSES.split(s) if c and c.strip()]
    if len(clauses) < _LEAST_CLAUSES:
        return False
    turn = shape.turns(clauses)
    if turn is None:
        return False
    acts = [place for place in range(turn + 1, len(clauses)) if _acts(clauses[place])]
    if len(acts) < shape.acts:
        return False
    return any(_ends(clause) for clause in clauses[acts[0] + 1 :][-_LEAST_CLAUSES:])


def _acts(clause: str) -> bool:
    return names_own_act(clause) or (tells_of_act(f"i {clause}") and not has_han(clause))


def _ends(clause: str) -> bool:
    return closes(clause) or (
        not names_own_act(clause) and (tells_of_event(clause) or tells_of_quantity(clause))
    )


def _first(clauses: Sequence[str], sign: re.Pattern[str], start: int = 0) -> int | None:
    return next((n for n in range(start, len(clauses)) if sign.search(clauses[n])), None)


def _of_trouble(clauses: Sequence[str]) -> int | None:
    """The first place where something is lacking or broken, before anything is put right."""
    place = _first(clauses, _TROUBLED)
    return place if place is not None and 2 * place <= len(clauses) else None


def _of_fault(clauses: Sequence[str]) -> int | None:
    """Where an act of one's own is found to have been wrong."""
    begun = next((n for n, clause in enumerate(clauses) if _acts(clause)), None)
    if begun is None:
        return None
    found = _first(clauses, _DISCOVERED, begun)
    if found is None or 3 * found > 2 * len(clauses):
        return None
    return found if _of_trouble(clauses) is not None else None


def _of_wills(clauses: Sequence[str]) -> int | None:
    """Where somebody answers what somebody else wants."""
    wanted = next(
        (n for n, c in enumerate(clauses) if (_WILL_HAN if has_han(c) else _WILL_EN).search(c)),
        None,
    )
    if wanted is None or 2 * wanted > len(clauses):
        return None
    answered = _first(clauses, _ANSWERS, wanted + 1)
    return None if answered is None else answered - 1


_SAID = expression(
    r"[\"“「]|\b(?:rang|phoned|told)\b|\b(?:had|have|needed|decided|went) to (?:ring|phone|call|tell)\b|on the phone|我说|跟[^，]{1,8}说|电话|告诉"
)
"""What somebody is told."""
_LASTING = expression(
    r"\bsince\b|\bfor (?:a|an|two|three|four|five|six|seven|eight|nine|ten|many|some|\d+|years|months|weeks)\b|\balways\b|\bevery (?:day|time|week|month|year|morning|night)\b|\bagain and again\b|\b(?:did|has|had|was|were)(?:n't| not) \w+ed?\b|"
    r"一直|从.{1,8}就|好几?[天周月年次]|[两三四五六七八九十几半多]+(?:年|个月|个?星期|周|天)[了没多]|老(?:是|这)|总是|每[次天回]|谁也不|没人"
)
"""What has been so for long."""
_IN_ORDER = expression(
    r"\bfirst\b.{1,80}\b(?:then|after|second|next|because|and)\b|\buntil (?!now)|\bcome back\b|\bback (?:at|on)\b|\bcould wait\b|\bleft (?:it |that |the \w+ )?(?:until|for|out)\b|\bput (?:it |that |the \w+ )?(?:off|aside|last)\b|\bdropped was\b|先.{1,40}(?:再|后|等|让|因为)|再来|再说|没做|放下|往后"
)
"""What comes first, and what has to wait."""
_DATED = expression(
    r"\b(?:by|on|before|until|till|for) (?:the )?(?:\d{1,2}(?:st|nd|rd|th)?\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mid-|early |late )?(?:january|february|march|april|may|june|july|august|september|october|november|december))|\b(?:last|final) (?:day|week|month)\b|\b\w+ (?:days|weeks|evenings|nights|hours) (?:left|to go|away)\b|"
    r"离.{1,10}(?:还有|只有|只剩|就剩)|[一二三四五六七八九十\d]+[号日][^子]|(?:星期|周)[一二三四五六日天].{0,4}(?:要|得|交|之前|前)|(?:还有|只有|只剩|就剩).{1,4}[天周月]"
)
"""A date, or how long it is until then."""
_OWNED = expression(
    r"\bi (?:never|only|did(?:n't| not)|had(?:n't| not)|should(?:n't| not)?)\b|\bmy (?:job|fault|part|mistake|doing|responsibility)\b|\bit was me\b|我(?:当时)?(?:只|没|光|不该|应该|就该)|(?:是|归|怪)我|我的(?:事|责任|错|问题)|不怪"
)
"""What one did not do oneself."""


@dataclass(frozen=True, slots=True)
class _Shape:
    asks: re.Pattern[str]
    turns: Callable[[Sequence[str]], int | None]
    needs: tuple[re.Pattern[str], ...] = ()
    acts: int = 2


_SHAPES = (
    _Shape(expression(r"\bmistake|失误"), _of_fault),
    _Shape(
        expression(
            r"disagree|\bdispute|\bangry|\bunpopular decision|\bany authority|\bconsidered not right|"
            r"意见不合|不同意|矛盾|生气|不受欢迎|没有职权|不妥当"
        ),
        _of_wills,
    ),
    _Shape(expression(r"\bnot reach its goal|没有达到目标"), _of_trouble, (_OWNED,), 1),
    _Shape(expression(r"\bdelivery date|交付日期"), _of_trouble, (_DATED, _ANSWERS)),
    _Shape(expression(r"\bbad news|坏消息"), _of_trouble, (_ANSWERS, _SAID)),
    _Shape(expression(r"\bseveral urgent|要紧的事"), _of_trouble, (_IN_ORDER,), 1),
    _Shape(
        expression(r"\bbelonged to nobody|\bwithout any title|没有人负责|没有什么头衔"),
        _of_trouble,
        (_LASTING, _ANSWERS),
    ),
)
"""What a question asks for: its turn, what else has to be there, and how many own acts after the turn."""
