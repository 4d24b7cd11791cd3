"""Guards: signs that an answer counts for less than its words suggest (given up, copied, evasive,
repeated).

Each guard looks at one sentence or span and never at the whole length, so that text added around a good or
a bad sentence does not change what that sentence earns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import lru_cache
from itertools import pairwise
from math import fsum

from interviewers.engines.builtin.addressed.address import hints_at_grader, speaks_to_grader
from interviewers.engines.builtin.reading.lead_ins import without_lead_ins
from interviewers.engines.builtin.reading.text import (
    Segment,
    asked,
    atoms,
    fold,
    is_function,
    is_han,
    spans,
    terms,
)
from interviewers.engines.builtin.reading.words import NEGATIONS_EN, SMALL_TALK, STOP_CHARS_ZH
from interviewers.engines.builtin.sifting.asked_again import says_again
from interviewgpt.expressions import expression

__all__ = [
    "FORMULA",
    "copies_question",
    "gives_up",
    "is_bare",
    "is_contentless",
    "is_dont_know",
    "is_evasion",
    "is_filler",
    "is_off_topic",
    "is_repetition",
]

_DONT_KNOW = expression(
    r"\b(?:i(?:'m| am)?\s+)?(?:really |honestly |actually |just |totally |sorry,? )*"
    r"(?:(?:do not|don'?t|didn'?t|did not) (?:really )?(?:know|remember|recall|understand|have (?:a|an|any|the) (?:idea|clue|answer))|"
    r"(?:have |had )?no (?:idea|clue|answer|experience|comment)|not (?:really )?(?:sure|familiar|certain)|"
    r"can(?:no|')?t (?:really )?(?:answer|say|remember|recall|think of (?:one|anything))|"
    r"(?:have )?(?:never|not) (?:heard|learned|learnt|studied|used|done|tried|seen|met|touched|encountered|dealt with|worked with|c[oa]me across)(?: of| about)?|unsure|"
    r"haven'?t (?:really |ever )?(?:heard|learned|learnt|studied|used|done|tried|seen|met|touched|encountered|dealt with|worked with|covered|come across)(?: of| about)?(?: yet)?|"
    r"(?:did not|didn'?t|never) (?:cover|learn|study)|(?:i )?for(?:got|get)|beats me|search me|(?:not|haven'?t(?: got)?|don'?t have) (?:an? (?:clue|idea)|the (?:foggiest|faintest|slightest)(?: clue| idea)?)|couldn'?t (?:tell you|say)|(?:would )?(?:have|need) to (?:look (?:it|that|this) up|google (?:it|that|this))|"
    r"(?:(?:am |'m )?unable|not able|fail(?:ed)?) to (?:answer|say|recall|remember)|(?:beyond|outside|not in|above) my (?:knowledge|expertise|area|field|experience|pay ?grade)|"
    r"my mind (?:is|went|has gone)(?: completely)? blank|(?:lack|have no) (?:the )?(?:experience|knowledge)(?: with| of| in| about)?|"
    r"(?:i'd|i would) (?:rather|prefer) not(?: to)? (?:answer|say|tell|talk)|(?<!you )(?:pass|skip)(?! (?:the|an?|its?|them|your|each|every|all|by|in|it)\b)|idk|dunno|next question|n/?a)\b|"
    r"不会[做答写](?=\W*$)|不(?:太|是很|大|怎么)?(?:知道|清楚|了解|会|懂|记得|明白|熟悉?|确定|晓得)|没(?:有)?(?:(?:怎么|太|真的?|真正|实际|亲手|专门)?(?:学|了解|接触|听说?|用|做|遇到|碰到?|想|试|见|研究|弄|搞|尝试|涉及|经历)过|想法|思路|经验|印象)|"
    r"想不(?:起来|出来|到)|答不(?:上来|出来|出|了)|忘(?:记)?了|不会(?:做|答)?|无可奉告|说不(?:上来|清楚|出来|好)|(?:无法|没法|没办法|不能)回答|(?:课上|老师|书上)?没(?:有)?(?:讲|教|看|复习|准备|背|学)(?:过|到|好)|(?:脑子|大脑|脑袋)(?:里)?(?:一片)?空白|(?:我)?(?:选择)?放弃(?:回答|作答|吧|了|这[道个]?题)?(?=\W*$)|(?:超出|超过)(?:了)?我的?(?:知识|能力)?(?:范围|水平)?|(?:我的)?(?:知识)?盲区|哪(?:里)?知道|恕我无知|"
    r"跳过|下一(?:题|个问题)|没听(?:说)?过|不懂|没(?:有)?(?:什么)?(?:概念|头绪|了解)|一无所知|一窍不通|毫无头绪",
)
_PASS = expression(
    r"(?:i(?:'ll| will| would| have to)? |let'?s |can (?:i|we) )?(?:pass|skip|idk|dunno|next(?: question)?|n/?a|"
    r"(?:your |no |type your |write your )?answer (?:goes )?here|no answer|not answered|unanswered|no response|blank|none|unsure)(?: (?:this|it|that|on this|this one))?(?: question)?(?:,? please)?|"
    r"(?:请)?(?:在此|此处)(?:作答|输入|填写)(?:答案)?|(?:答案)?略|无|不答|空|(?:没有?|未|无)(?:任何)?(?:回答|作答|答案|应答)|跳过吧?|过|下一[题个]吧?"
)
_LEAD = frozenset(
    "please explain the question is what you asked me about so well q my answer here asks good ok okay sure "
    "请 问 题 是 说 一 下 的 您 你 目 好 这 个 那 道 我 来 回 答 案 先 嗯".split()
)
"""Words that people say around a question when they read it out."""
LEAD_IN = 8
"""At most this many words, or Chinese characters, lead up to it besides."""
_PADDING = expression(
    r"\b(?:sorry|really|honestly|i'?m afraid|afraid|about (?:this|that|it)|the answer|this (?:one|question|topic|part)?|in (?:class|school)|"
    r"question|we|would|know|answer|it|that|well|um+|uh+|hm+|maybe|let'?s|move on|next|to be honest|unfortunately|idea|frankly|tbh|ngl|imo|lol|haha|mate|man|dude|bro|guys?|there|here|at all|right now|clue)\b|"
    r"不好意思|对不起|抱歉|很遗憾|这个问题|这道题|这题|这个|这(?:一)?[点块项类种]|这(?:些)?方面|这些|东西|问题|答案|真的?|实在|我对|哈+|唔+|完全|目前|暂时|以前|之前|平时|"
    r"老实说|说实话|坦白说|具体|怎么(?:推进?|做|弄|搞|实现|处理)|我|也|都|了|吧|呢|啊|还|的|过|太|确实|可能|怎么|回答|应该|关于|对|不|没|有|就|请|能|"
    r"嗯+|呃+|额+|那个|什么|[诶欸唉哎呀嘛哦噢啦喔]"
)
_FILLER = expression(
    r"\b(?:um+|uh+|er+m?|hmm*|you know|i mean|sort of|kind of|like|basically|actually|literally|right|so yeah|yeah|well|okay|ok|i guess)\b|"
    r"嗯+|呃+|额+|啊+|哦+|那个|这个|就是说?|然后|怎么说呢?|对吧|的话|反正|其实|那么|吧"
)


_OF_OWN_ANSWER = expression(
    r"(?:i(?:'m| am) not (?:really |quite )?sure|(?:i )?(?:do not|don'?t) (?:really )?know|not sure) (?:if|whether) "
    r"(?:that|this|it|i|my answer|what i (?:said|just said))(?:'s| is| was| has|'ve| have)? ?"
    r"(?:answers?|answered|makes?|made|helps?|helped|explain(?:s|ed)?|clear|right|correct|enough|okay|ok|what you)\b|"
    r"不(?:太|大|是很)?(?:知道|清楚|确定|晓得)(?:我)?(?:这样|这么|上面|刚才)?(?:的)?(?:回答|说|讲|答|理解|解释|描述)(?:的|得)?.{0,4}"
    r"(?:行不行|对不对|可不可以|清不清楚|够不够|合不合适|好不好|准不准确?|明不明白|[行对好]吗|可以吗|清楚吗?|对|行|可以|准确吗?|明白|到位)(?:[吗吧呢]|了没有?)?"
)
"""Doubts about one's own answer, which is given all the same."""


def is_dont_know(folded: str, question: str) -> bool:
    """Whether a folded text says only that the candidate has no answer (to the question it names)."""
    folded = without_lead_ins(_OF_OWN_ANSWER.sub(" ", folded))
    if _PASS.fullmatch(folded.strip(" ,，.!。！~…")):
        return True
    if not _DONT_KNOW.search(folded):
        return False
    rest = _DONT_KNOW.sub(" ", folded)
    known = asked(question).terms
    if any(known.issuperset(terms(text)) for text in (rest, _PADDING.sub(" ", rest))):
        return True
    return says_again(rest, question)


_GIVES_UP = expression(
    r"(?:(?:well|sorry|honestly|frankly|um+|uh+|hm+|unfortunately|i'm afraid|to be honest)[, ]+)*(?:"
    r"i (?:really |honestly |actually |just |still )*(?:do not|don'?t) (?:really )?(?:know|remember|have (?:an|any) idea)|"
    r"i(?: am|'m) not (?:really )?(?:sure|familiar|certain)|i can(?:no|')?t (?:really )?(?:answer|say|remember|recall)|"
    r"i(?:'ve| have) (?:never|not) (?:heard|learned|learnt|studied)|(?:i have )?no (?:idea|clue)|don'?t know|idk|dunno)\b|"
    r"(?:不好意思|对不起|抱歉|老实说|说实话|嗯|这个|这题|这道题|我|还|也|真的?|实在|确实|[，, ])*(?:不(?:太|是很|大)?(?:知道|清楚|了解|懂|记得|晓得)|"
    r"没(?:有)?(?:(?:学|了解|接触|听说?|试)过|思路|印象)|想不(?:起来|出来)|答不(?:上来|出来)|说不上来|一无所知|毫无头绪)"
)


def gives_up(folded: str, question: str) -> bool:
    """Whether a folded sentence says, or begins by saying, that the candidate has no answer."""
    bare = _OF_OWN_ANSWER.sub(" ", folded).strip(" ,，.!。！~…")
    passes = _PASS.fullmatch(bare)  # a verdict as well ("Pass.")
    return bool(_GIVES_UP.match(bare)) or (not passes and is_dont_know(folded, question))


def copies_question(folded: str, question: str) -> bool:
    """Whether a folded text says nothing but (most of) the question again."""
    said, wanted = atoms(folded), asked(question)
    if len(said) < 3 or len(wanted.atoms) < 3 or _chooses(folded, question):
        return False
    if _is_asked_back(folded, question):
        return True
    if _leads_up_to(folded, said, question) or _breaks_off(said, wanted.atoms):
        return True
    if says_again(folded, question):
        return True
    known = set(wanted.atoms)
    said = [word for word in said if word in known or word not in _LEAD]
    if len(said) < 3 or sum(word not in known for word in said) > len(said) // 15:
        return False
    pairs = set(pairwise(wanted.atoms))
    kept = sum(pair in pairs for pair in pairwise(said)) / (len(said) - 1)
    return kept >= 0.6 and len(wanted.terms.intersection(terms(folded))) >= 0.5 * len(wanted.terms)


_ASKING = frozenset(
    "ask asks asked asking question questions wonder wondering want wants wanted mean meant 问 题 知 意".split()
)
"""Words by which somebody says what was asked."""
_AROUND = (
    _LEAD
    | _ASKING
    | STOP_CHARS_ZH
    | frozenset(
        "know knows understand understood correctly heard hear get got tell say talk describe discuss interviewer "
        "想 道 要 让 求 思 面 试 官 理 解 听 到 能 否 为 关 于 讲 述 谈 所 以 会".split()
    )
)
_AS_ONE_LIKES = expression(
    r"\b(?:anything|everything|whatever|as (?:many|much)(?: as)?|any way) (?:you|we|they|i|one) wants?\b(?! to\b)"
)
_CONFIRMS = expression(
    r"(?:,|[,.;]? \b(?:is|was|am|have|did|do) (?:that|this|it|i)(?: \w+){0,3}?) (?:right|correct|correctly|it)\W*$|"
    r"[，, ]?(?:是这样|对|是|没错)的?(?:吧|吗|么)\W*$|[，, ]?(?:对不对|是不是)\W*$"
)
"""Asks whether the question was understood."""


def _is_asked_back(folded: str, question: str) -> bool:
    """Whether a text only says what was asked ("You want to know how …, right?"): in whatever order, with no
    word besides those of the question, of asking, and of grammar."""
    wanted = asked(question)
    known = frozenset(wanted.atoms)
    text = _AS_ONE_LIKES.sub(" ", _CONFIRMS.sub("", folded))
    said = frozenset(atoms(text)) - known
    if said.isdisjoint(_ASKING) or _HOW_MANY.search(" ".join(said)):
        return False
    told = wanted.terms.intersection(terms(text))
    return len(told) >= 0.5 * len(wanted.terms) and all(
        word in _AROUND
        or (not is_han(word) and word not in NEGATIONS_EN and wanted.terms.issuperset(terms(word)))
        for word in said
    )


_OR = expression(r"\bor\b|还是|或者?|抑或")


def _chooses(folded: str, question: str) -> bool:
    """Whether a text names one of the things between which the question leaves the choice, behind the last "or"
    of the question or without it."""
    offered = [match.end() for match in _OR.finditer(fold(question))]
    if not offered:
        return False
    repeated = [match.end() for match in _OR.finditer(folded)]
    if not repeated:
        return len(atoms(folded)) < len(asked(question).atoms)
    behind = len(atoms(folded[repeated[-1] :])) - len(atoms(fold(question)[offered[-1] :]))
    return behind > 2 and not _CONFIRMS.search(folded)


def _breaks_off(said: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether a text is the beginning of the question, at least half of it."""
    return len(said) > 3 and 2 * len(said) >= len(wanted) and tuple(said) == wanted[: len(said)]


def _leads_up_to(folded: str, said: Sequence[str], question: str) -> bool:
    """Whether a text ends with the whole question, in a sentence that begins with a few other words: that is no
    answer."""
    wanted = asked(question).atoms
    before = len(said) - len(wanted)
    return (
        0 < before <= min(LEAD_IN, len(wanted))
        and len(wanted) > 3
        and tuple(said[before:]) == wanted
        and len(spans(folded)) == len(spans(question))
    )


_EVASION = expression(
    r"(?:(?:it|that|this)(?: really| all| just)? depends(?: on (?:the |each |your |many |a lot of |various )*(?:\w+ )?(?:situations?|cases?|contexts?|circumstances|person|people|needs?|things|factors))?|"
    r"(?:as )?i(?:'ve| have)? (?:already |just )?(?:answered|said|told you|mentioned|covered|explained)(?: (?:that|this|it|so))?(?: already| before| earlier)?|"
    r"(?:(?:that|this|it) is|(?:that|this|it)'s|what) (?:a |an )?(?:\w+ly |very )?(?:good|great|nice|interesting|tough|hard|difficult|big) (?:question|topic|one)|"
    r"there are (?:many|a lot of|so many|various) (?:aspects|sides|ways|factors|answers)(?: to (?:consider|it|this|that))?|"
    r"(?:we )?(?:have|need) to look at (?:it|this) from (?:many|all|different) (?:sides|angles))|"
    r"(?:这|那)?(?:得|要|还是|就)?看(?:具体)?情况(?:而定)?吧?|具体(?:问题|情况|事情)?具体(?:分析|对待|处理)吧?|视?(?:具体)?情况而定|因(?:人|事)而异|"
    r"(?:这个?|那个?)?(?:问题|题)?我?(?:之前|刚才|前面|刚刚|已经|上面)(?:都|就|已经)?(?:回答|说|讲|答|提)过?了?(?:一遍|过)?了?|"
    r"(?:这|那)(?:真)?是(?:一?个)?(?:很|非常|特别)?(?:好|大|有意思|难)的?(?:问题|题目|题)|(?:要|得|需要|应该)?从(?:很多|多个|各个?|不同|多)(?:方面|角度|个?层面)(?:来|去)?(?:考虑|看|分析|说|讲)"
)
_LEADING = expression(
    r"^(?:(?:honestly|well|so|look|frankly|i mean|i think|i guess|i'd say|you know|to be honest|again|sorry)[, ]+)*|^(?:我觉得|我认为|其实|说实话|老实说|怎么说呢|嗯+|呃+|那|就|反正)+[,，]?"
)


def is_evasion(folded: str) -> bool:
    """Whether a folded sentence says nothing but that it depends, or was said before."""
    rest = _LEADING.sub("", folded)
    clauses = [_LEADING.sub("", clause.strip()) for clause in re.split(r"[,，;；:：]", rest)]
    said = [clause for clause in clauses if clause and clause not in ("again", "before")]
    return bool(said) and all(_EVASION.fullmatch(clause.strip(" .!。！~…")) for clause in said)


LONG_ENOUGH_TO_TOUCH = 8
"""From this many terms on a sentence of an answer shares one with the question."""
CHANCE = 0.05
CHATTER_CHANCE = 0.3
"""The coverage (0-1) that an answer may reach by chance, and one full of everyday words."""


def is_off_topic(found: Sequence[Segment], question: str, coverage: float) -> bool:
    """Whether a text is long enough and shares nothing with reference or question; ``coverage`` is the share of
    the reference it says, 0-1.

    A short sentence in other words may be an answer. Everyday chatter is none, nor is a long sentence without
    one word of the question, nor one that is only about its own marks.
    """
    specific = asked(question).specific
    if not found or any(not specific.isdisjoint(segment.terms) for segment in found):
        return False
    chatter = sum(term in SMALL_TALK for segment in found for term in segment.terms)
    if coverage >= (CHATTER_CHANCE if chatter > 1 else CHANCE):
        return False
    plain = [
        fsum(0.6 if is_han(term) else 1.0 for term in set(segment.terms))
        for segment in found
        if SMALL_TALK.isdisjoint(segment.terms)
        and not (speaks_to_grader(segment.folded) or hints_at_grader(segment.folded))
    ]
    longest = max(plain, default=0.0)
    plausible = fsum(size for size in plain if size < LONG_ENOUGH_TO_TOUCH)
    if longest >= LONG_ENOUGH_TO_TOUCH:
        # Anything short may stand beside an answer: it weighs no more than its words.
        return plausible < longest
    other = any(
        speaks_to_grader(segment.folded) or not SMALL_TALK.isdisjoint(segment.terms)
        for segment in found
    )
    return other and not plausible


_PHATIC = expression(
    r"\b(?:ok|okay|yes|no|yeah|yep|nope|sure|hi|hello|hey|bye|thanks|thank you|test|testing|lol|cool|nice|great|good|fine|"
    r"whatever|anything|something|nothing|interesting|(?:ha|he|la|blah|bla)+h?)\b|"
    r"你好|您好|谢谢|好的?|是的?|对的?|行|可以|测试|不错|随便|没什么|[哈呵嘻嘿啊哦嗯呃啦]+"
)
_TASTE = expression(
    r"\bi (?:\w+ly |just |do |don't )?(?:like|love|hate|enjoy|wish|am|'m|feel|want)\b|我(?:很|最|非常|特别|不|就)?(?:喜欢|爱|讨厌|想要?|饿|困|累)"
)
BRIEF = 10
"""A preference ("I like it") has at most this many words, or Chinese characters; a longer text says something
else too."""
_VOWELLESS = expression(r"\b[bcdfghjklmnpqrstvwxz]{4,}\b|\b(?:asdf|qwer|zxcv|hjkl)\w*\b")
_ONE_CHARACTER = expression(r"\b\w\b")
_STRETCHED = expression(r"(\w{1,2}?)\1{3,}")
_NUMBER = expression(r"\d+")
FORMULA = expression(r"\w ?[\[\](){}*+=<>^/&|-] ?\w|[*&]\w")
_HOW_MANY = expression(
    r"\b(?:both|all|none|many|several|some|every|any|most|few|half|never|always|same)\b|[几都多全两每]|一样"
)


def is_contentless(folded: str, expected: Set[str], question: str) -> bool:
    """Whether a folded text that has none of the words and characters ``expected`` says nothing at all: noise,
    a courtesy, a preference, a bare number or a single letter."""
    known = asked(question).specific
    bare = _PHATIC.sub(" ", folded)
    if any(term in known for term in terms(folded)):
        return False
    content = [atom for atom in atoms(bare) if not is_function(atom)]
    if any(word in expected or _begins(word, expected) for word in content):
        return False
    if all(map(is_function, expected)) and not expected.isdisjoint(atoms(folded)):
        return False
    if _TASTE.search(folded) and len(set(atoms(folded))) <= BRIEF:
        return True
    if FORMULA.search(folded) or _HOW_MANY.search(folded):
        return False
    rest = bare
    for empty in (_STRETCHED, _VOWELLESS, _NUMBER, _ONE_CHARACTER):
        rest = empty.sub(" ", rest)
    return not any(len(term) > 1 or not is_han(term) for term in terms(rest))


def _begins(word: str, expected: Set[str]) -> bool:
    return len(word) > 3 and f"\n{word}" in _in_lines(frozenset(expected))


@lru_cache(maxsize=512)
def _in_lines(words: frozenset[str]) -> str:
    """A pattern of words, each behind a line break."""
    return "".join(f"\n{word}" for word in words)


BARE_LATIN, BARE_HAN = 4, 5


def is_bare(found: Sequence[Segment]) -> bool:
    """Whether a text is a term or two, without a sentence around them."""
    words = {word for segment in found for word in segment.atoms}
    return len(words) <= (BARE_HAN if any(map(is_han, words)) else BARE_LATIN)


def is_repetition(segment_list: Sequence[Segment]) -> bool:
    """Whether most of a text is said more than once."""
    said = [segment.atoms for segment in segment_list]
    if len(said) > 2 and 2 * len(set(said)) <= len(said):
        return True
    words = [word for atoms_ in said for word in atoms_]
    if len(words) < 12:
        return False
    grams = [tuple(words[i : i + 3]) for i in range(len(words) - 2)]
    return len(set(grams)) / len(grams) < 0.55


def is_filler(folded: str) -> bool:
    """Whether most of a folded text is hesitation."""
    total = len(atoms(folded))
    if total < 8:
        return False
    rest = len(atoms(_FILLER.sub(" ", folded)))
    return rest / total < 0.55
