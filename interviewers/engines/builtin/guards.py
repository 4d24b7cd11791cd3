"""Guards: what makes an answer count for less than its words suggest.

Each guard looks at one sentence or span and never at the whole length, so that adding text around
a good or a bad sentence does not change what that sentence earns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from interviewers.engines.builtin.forgery import speaks_to_grader
from interviewers.engines.builtin.text import (
    Segment,
    asked,
    atoms,
    is_function,
    is_han,
    terms,
)
from interviewers.engines.builtin.words import SMALL_TALK

__all__ = [
    "broken_grammar",
    "copies_question",
    "function_share",
    "is_dont_know",
    "is_filler",
    "is_keyword_list",
    "is_off_topic",
    "is_repetition",
    "is_shuffled",
]

_DONT_KNOW = re.compile(
    r"\b(?:i(?:'m| am)?\s+)?(?:really |honestly |actually |just |totally |sorry,? )*"
    r"(?:(?:do not|don'?t|didn'?t|did not) (?:really )?(?:know|remember|recall|understand|have (?:a|an|any|the) (?:idea|clue|answer))|"
    r"(?:have |had )?no (?:idea|clue|answer|experience|comment)|not (?:really )?(?:sure|familiar|certain)|"
    r"can(?:no|')?t (?:really )?(?:answer|say|remember|recall|think of (?:one|anything))|"
    r"(?:have )?(?:never|not) (?:heard|learned|learnt|studied|used|done|tried|come across)(?: of| about)?|unsure|"
    r"i pass|pass|skip|idk|dunno|next question|n/?a)\b|"
    r"不(?:太|是很|大|怎么)?(?:知道|清楚|了解|会|懂|记得|明白|熟悉|确定|晓得)|没(?:有)?(?:学过|了解过|接触过|听说过|听过|用过|做过|遇到过|想过|想法|思路|经验|印象)|"
    r"想不(?:起来|出来|到)|答不(?:上来|出来|出)|忘(?:记)?了|不会(?:做|答)?|无可奉告|说不(?:上来|清楚|出来|好)|跳过|下一(?:题|个问题)|没听(?:说)?过|不懂",
)
_PASS = re.compile(
    r"(?:i(?:'ll| will| would| have to)? |let'?s |can (?:i|we) )?(?:pass|skip|idk|dunno|next(?: question)?|n/?a|"
    r"no answer|not answered|none|unsure)(?: (?:this|it|that|on this|this one))?(?: question)?(?:,? please)?|"
    r"略|无|不答|空|跳过吧?|过|下一[题个]吧?"
)
_LEAD = frozenset(
    "please explain the question is what you asked me about so well 请 问 题 是 说 一 下 的 您 你".split()
)
_PADDING = re.compile(
    r"\b(?:sorry|really|honestly|i'?m afraid|afraid|about (?:this|that|it)|the answer|this (?:one|question|topic)?|"
    r"question|know|answer|it|that|well|um+|uh+|hm+|maybe|let'?s|move on|next|to be honest|unfortunately|idea|frankly)\b|"
    r"不好意思|对不起|抱歉|很遗憾|这个问题|这道题|这题|这个|这方面|这块|问题|答案|真的|实在|完全|目前|暂时|以前|之前|平时|"
    r"老实说|说实话|坦白说|我|也|都|了|吧|呢|啊|还|的|过|太|确实|可能|怎么|回答|应该|关于|对|不|没|有|就|请|能|"
    r"嗯+|呃+|额+|那个|什么"
)
_FILLER = re.compile(
    r"\b(?:um+|uh+|er+m?|hmm*|you know|i mean|sort of|kind of|like|basically|actually|literally|right|so yeah|yeah|well|okay|ok|i guess)\b|"
    r"嗯+|呃+|额+|啊+|哦+|那个|这个|就是说?|然后|怎么说呢?|对吧|的话|反正|其实|那么|吧"
)


def function_share(words: Sequence[str]) -> float:
    """The share of function words and characters among the atoms of a sentence, 0-1."""
    return sum(map(is_function, words)) / len(words) if words else 0.0


_CODE = re.compile(r"[={}()\[\]<>*&|+]")
_LIST_MARK = re.compile(r"[\s、，,;；:：/|·]+")
_COMMA = re.compile(r"[、，,;；\n|·]+")
_CLAUSE_WORDS = frozenset(
    """i we you it they he she is are was were am be do does did has have had can could will would should
    may might must that which who because if when while so then there this""".split()
)
_CLAUSE_WORDS_ZH = re.compile(
    r"[我你他她它们了是会要把被就也都]|因为|所以|如果|然后|可以|需要|进行|时候"
)


_LEADING_ZH = re.compile(
    r"^\s*(?:[我你他它先会要用看按把]|首先|一般|通常|比如|例如)|(?<!不)是|有[一二两三四五六七八九十几]|包括|分为|分成"
)


def _lists_pieces(segment: Segment, *, han: bool) -> bool:
    """Whether commas cut a sentence into many short pieces without the makings of a clause."""
    pieces = [piece for piece in _COMMA.split(segment.folded) if piece.strip()]
    if len(pieces) < 5 or len(set(segment.terms)) < 4:
        return False
    sizes = [len(atoms(piece)) for piece in pieces]
    if han:
        if _LEADING_ZH.search(pieces[0]):
            return False
        marks = len(_CLAUSE_WORDS_ZH.findall(segment.folded))
        return sum(sizes) <= 5.5 * len(pieces) and marks * 3 <= len(pieces)
    if any(word in _CLAUSE_WORDS for word in atoms(pieces[0])):
        return False
    marks = sum(word in _CLAUSE_WORDS for word in segment.atoms)
    return sum(sizes) <= 3.2 * len(pieces) and marks * 3 <= len(pieces)


def is_keyword_list(segment: Segment, usual: float, bag: Set[str]) -> bool:
    """Whether a sentence is a row of terms without grammar.

    ``usual`` is the share of function words in the reference, ``bag`` its words; a reference that
    is itself a list of terms may be answered with one. Chinese does without function words more
    easily, there the row has to be cut into short pieces as well.
    """
    words = segment.atoms
    han = sum(map(is_han, words))
    share = function_share(words)
    if usual >= 0.15 and _lists_pieces(segment, han=han * 2 > len(words)):
        return True
    if han * 2 > len(words):
        pieces = [piece for piece in _LIST_MARK.split(segment.folded) if piece]
        if _LEADING_ZH.search(pieces[0]):
            return False
        return len(pieces) >= 4 and han / len(pieces) <= 5.5 and share < min(0.12, usual * 0.75)
    if len(_CODE.findall(segment.text)) > 2:
        return False
    if len(words) >= 4 and not share and usual >= 0.25:
        return len(bag & set(words)) >= 0.8 * len(set(words))
    return len(words) >= 6 and len(set(segment.terms)) >= 5 and share < min(0.14, usual * 0.4)


_DETERMINERS = frozenset("a an the my your our their its every".split())
_AFTER_DETERMINER = frozenset(
    """a an the of is are was were be been and or but to in on at by for from with into can will would
    should has have had it we they he she you i that this these those if because""".split()
)
_PREPOSITIONS = frozenset("of in on at by for from with into".split())
_AFTER_PREPOSITION = frozenset(
    "of is are was were be and or but can will would has have had".split()
)
_NEVER_LAST = _DETERMINERS | frozenset("and or of if because into".split())


def broken_grammar(words: Sequence[str]) -> int:
    """How many neighbouring English words no sentence puts side by side."""
    broken = int(bool(words) and words[-1] in _NEVER_LAST)
    for left, right in pairwise(words):
        if left in _DETERMINERS:
            broken += right in _AFTER_DETERMINER
        elif left in _PREPOSITIONS:
            broken += right in _AFTER_PREPOSITION
    return broken


OWN_WORDS = 0.85
KEPT_HAN, KEPT_LATIN, KEPT_BROKEN = 0.25, 0.3, 0.5
"""Who says nearly nothing but the reference's words keeps more of their order than this: in
Chinese runs of four characters, else pairs of words; more where the grammar is broken as well."""


FEW_ATOMS, MOST_ATOMS = 60, 0.6


def is_shuffled(words: Sequence[str], grams: Set[tuple[str, ...]], bag: Set[str]) -> bool:
    """Whether words are the reference's in an order that is not a sentence.

    ``grams`` are the pairs (Latin) and fours (Chinese) of neighbours in the reference, ``bag`` its
    atoms.
    """
    if len(words) < 5:
        return False
    own = sum(word in bag for word in words) / len(words)
    if sum(map(is_han, words)) * 2 > len(words):
        if own < OWN_WORDS or len(words) < 8 or _kept(words, grams, 4) >= KEPT_HAN:
            return False
        # A long reference has most of the common characters: fluent speech then consists of them
        # too. What gives a shuffle away there is that it has (nearly) all of them.
        return len(bag) <= FEW_ATOMS or len(bag & set(words)) >= MOST_ATOMS * len(bag)
    broken = broken_grammar(words)
    if broken > max(1, len(words) // 12):
        return own >= 0.6 and _kept(words, grams, 2) < 0.6
    if broken:
        return own >= OWN_WORDS and _kept(words, grams, 2) < KEPT_BROKEN
    return len(words) >= 9 and own > 0.9 and _kept(words, grams, 2) < KEPT_LATIN


def _kept(words: Sequence[str], grams: Set[tuple[str, ...]], size: int) -> float:
    own = [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]
    return sum(gram in grams for gram in own) / len(own)


def is_dont_know(folded: str, question: str) -> bool:
    """Whether a folded text says only that its author has no answer (to the question it names)."""
    if _PASS.fullmatch(folded.strip(" .!。！~…")):
        return True
    if not _DONT_KNOW.search(folded):
        return False
    rest = _DONT_KNOW.sub(" ", folded)
    known = asked(question).terms
    return any(known.issuperset(terms(text)) for text in (rest, _PADDING.sub(" ", rest)))


def copies_question(folded: str, question: str) -> bool:
    """Whether a folded text says nothing but (most of) the question again."""
    said, wanted = atoms(folded), asked(question)
    if len(said) < 3 or len(wanted.atoms) < 3:
        return False
    known = set(wanted.atoms)
    said = [word for word in said if word in known or word not in _LEAD]
    if len(said) < 3 or sum(word not in known for word in said) > len(said) // 15:
        return False
    pairs = set(pairwise(wanted.atoms))
    kept = sum(pair in pairs for pair in pairwise(said)) / (len(said) - 1)
    return kept >= 0.6 and len(wanted.terms.intersection(terms(folded))) >= 0.5 * len(wanted.terms)


LONG_ENOUGH_TO_TOUCH = 8
"""From so many terms on, a sentence of an answer would share one with the question."""
CHANCE = 0.05
CHATTER_CHANCE = 0.3
"""The coverage that an answer may reach by chance, and one full of everyday words."""


def is_off_topic(found: Sequence[Segment], question: str, coverage: float) -> bool:
    """Whether a text shares nothing with reference or question although it says a good deal.

    ``coverage`` is the share of the reference it says. A short answer in other words is no proof;
    everyday chatter is, a long sentence in an answer without one word of the question is, and so is one that
    speaks of nothing but its own marks.
    """
    specific = asked(question).specific
    if not found or any(not specific.isdisjoint(segment.terms) for segment in found):
        return False
    chatter = sum(term in SMALL_TALK for segment in found for term in segment.terms)
    if coverage >= (CHATTER_CHANCE if chatter > 1 else CHANCE):
        return False
    own = [segment for segment in found if not speaks_to_grader(segment.folded)]
    sizes = [sum(0.6 if is_han(t) else 1.0 for t in set(segment.terms)) for segment in own]
    return not own or chatter > 0 or max(sizes) >= LONG_ENOUGH_TO_TOUCH


def is_repetition(segment_list: Sequence[Segment]) -> bool:
    """Whether most of a text is said more than once."""
    words = [word for segment in segment_list for word in segment.atoms]
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
