"""Guards: what makes an answer count for less than its words suggest.

Each guard looks at one sentence or span and never at the whole length, so that adding text around
a good or a bad sentence does not change what that sentence earns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from interviewers.engines.builtin.text import Segment, atoms, fold, is_function, is_han, terms, weight
from interviewers.engines.builtin.words import NEGATIONS_EN, SMALL_TALK

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
    "negations",
]

_DONT_KNOW = re.compile(
    r"\b(?:i(?:'m| am)?\s+)?(?:really |honestly |actually |just |totally |sorry,? )*"
    r"(?:(?:do not|don'?t|didn'?t|did not) (?:really )?(?:know|remember|recall|understand|have (?:a|an|any|the) (?:idea|clue|answer))|"
    r"(?:have |had )?no (?:idea|clue|answer|experience|comment)|not (?:really )?(?:sure|familiar|certain)|"
    r"can(?:no|')?t (?:really )?(?:answer|say|remember|recall|think of (?:one|anything))|"
    r"(?:have )?(?:never|not) (?:heard|learned|learnt|studied|used|done|tried|come across)(?: of| about)?|unsure|"
    r"i pass|pass|skip|idk|dunno|next question|n/?a)\b|"
    r"不(?:太|是很|大|怎么)?(?:知道|清楚|了解|会|懂|记得|明白|熟悉|确定|晓得)|没(?:有)?(?:学过|了解过|接触过|听说过|听过|用过|做过|遇到过|想过|想法|思路|经验|印象)|"
    r"想不(?:起来|出来|到)|答不(?:上来|出来|出)|忘(?:记)?了|不会(?:做|答)?|无可奉告|说不(?:上来|清楚|出来|好)|跳过|下一(?:题|个问题)|pass|没听(?:说)?过|不懂",
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
_HAN_NEGATION = re.compile(
    r"(?:并)?(?:不|没|未|无|非)(?!同|仅|但|过|断|管|论|常|限|来|少|久|错|数|穷|妨|如|止|光|只|足|得不|法)|不得(?!不)|错的|假的"
)
_HAN_ASKED = re.compile(r"(.)不\1|是否|有没有|能否")
_NEGATING_EN = NEGATIONS_EN | {"false", "untrue", "hardly"}
_IDIOM_EN = re.compile(
    r"\bnot only\b|\bno matter\b|\bnot just\b|\bno longer than\b|\bwhether or not\b"
)


def function_share(words: Sequence[str]) -> float:
    """The share of function words and characters among the atoms of a sentence, 0-1."""
    return sum(map(is_function, words)) / len(words) if words else 0.0


_CODE = re.compile(r"[={}()\[\]<>*&|+]")
_LIST_MARK = re.compile(r"[\s、，,;；:：/|·]+")


def is_keyword_list(segment: Segment, usual: float) -> bool:
    """Whether a sentence is a row of terms without grammar.

    ``usual`` is the share of function words in the reference; a reference that is itself a list
    of terms may be answered with one. Chinese does without function words more easily, there the
    row has to be cut into short pieces as well.
    """
    words = segment.atoms
    han = sum(map(is_han, words))
    share = function_share(words)
    if han * 2 > len(words):
        pieces = [piece for piece in _LIST_MARK.split(segment.folded) if piece]
        return len(pieces) >= 4 and han / len(pieces) <= 5.5 and share < min(0.12, usual * 0.75)
    if len(words) < 6 or len(set(segment.terms)) < 5 or len(_CODE.findall(segment.text)) > 2:
        return False
    return share < min(0.14, usual * 0.4)


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
    for left, right in zip(words, words[1:], strict=False):
        if left in _DETERMINERS:
            broken += right in _AFTER_DETERMINER
        elif left in _PREPOSITIONS:
            broken += right in _AFTER_PREPOSITION
    return broken


def is_shuffled(segment: Segment, reference_grams: Set[tuple[str, ...]], bag: Set[str]) -> bool:
    """Whether a sentence is made of the reference's words in an order that is not a sentence.

    ``reference_grams`` are the pairs (Latin) and triples (Chinese) of neighbours in the
    reference, ``bag`` its atoms.
    """
    words = segment.atoms
    if len(words) < 5:
        return False
    han = sum(map(is_han, words)) * 2 > len(words)
    own = sum(word in bag for word in words) / len(words)
    broken = 0 if han else broken_grammar(words)
    if own < 0.6 or (own < 0.85 and broken < 2):
        return False
    size = 3 if han else 2
    grams = [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]
    kept = sum(gram in reference_grams for gram in grams) / len(grams)
    if han:
        return len(words) >= 10 and kept < 0.3
    if broken > max(1, len(words) // 12):
        return kept < 0.6
    return len(words) >= 8 and kept < (0.35 if broken else 0.2)


def negations(folded: str) -> list[int]:
    """Where a clause negates: offsets into its folded text."""
    if any(map(is_han, folded)):
        asked = {match.start() + 1 for match in _HAN_ASKED.finditer(folded)}
        return [m.start() for m in _HAN_NEGATION.finditer(folded) if m.start() not in asked]
    idioms = [match.span() for match in _IDIOM_EN.finditer(folded)]
    return [
        match.start()
        for match in re.finditer(r"[a-z0-9]+(?:'[a-z]+)?", folded)
        if match.group() in _NEGATING_EN
        and not any(start <= match.start() < end for start, end in idioms)
    ]


def is_dont_know(text: str, question: str) -> bool:
    """Whether a text says only that its author has no answer (to the question it may name)."""
    folded = fold(text)
    if _PASS.fullmatch(folded.strip(" .!。！~…")):
        return True
    if not _DONT_KNOW.search(folded):
        return False
    rest = _PADDING.sub(" ", _DONT_KNOW.sub(" ", folded))
    return not set(terms(rest)).difference(terms(fold(question)))


def copies_question(text: str, question: str) -> bool:
    """Whether a text says nothing but (most of) the question again."""
    said, asked = atoms(fold(text)), atoms(fold(question))
    if len(said) < 3 or len(asked) < 3:
        return False
    known = set(asked) | _LEAD
    if sum(word not in known for word in said) > len(said) // 15:
        return False
    pairs = set(zip(asked, asked[1:], strict=False))
    kept = sum(pair in pairs for pair in zip(said, said[1:], strict=False)) / (len(said) - 1)
    topics = set(terms(fold(question)))
    return kept >= 0.6 and len(topics.intersection(terms(fold(text)))) >= 0.5 * len(topics)


LONG_ENOUGH_TO_TOUCH = 8


def is_off_topic(said: Sequence[str], question: str, coverage: float) -> bool:
    """Whether a text shares nothing with reference or question although it says a good deal.

    ``said`` are its terms, ``coverage`` the share of the reference it says. A short answer
    in other words is no proof; everyday chatter is, and so is a long answer without one word of
    the question.
    """
    if coverage >= 0.05 or not said:
        return False
    asked = {term for term in terms(fold(question)) if weight(term) >= 1.0}
    if asked.intersection(said):
        return False
    chatter = any(term in SMALL_TALK for term in said)
    size = sum(0.6 if is_han(term) else 1.0 for term in set(said))
    return size >= LONG_ENOUGH_TO_TOUCH or (chatter and len(said) >= 2)


def is_repetition(segment_list: Sequence[Segment]) -> bool:
    """Whether most of a text is said more than once."""
    words = [word for segment in segment_list for word in segment.atoms]
    if len(words) < 12:
        return False
    grams = [tuple(words[i : i + 3]) for i in range(len(words) - 2)]
    return len(set(grams)) / len(grams) < 0.55


def is_filler(text: str) -> bool:
    """Whether most of a text is hesitation."""
    folded = fold(text)
    total = len(atoms(folded))
    if total < 8:
        return False
    rest = len(atoms(_FILLER.sub(" ", folded)))
    return rest / total < 0.55
