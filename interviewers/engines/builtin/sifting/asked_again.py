"""The question said again in whatever order, with words around it that tell nothing ("Let me repeat: …")."""

from __future__ import annotations

from functools import lru_cache

from interviewers.engines.builtin.reading.text import asked, atoms, fold, is_function, is_han, terms
from interviewers.engines.builtin.reading.words import NEGATIONS_EN, NEGATIONS_ZH, STOP_CHARS_ZH
from interviewgpt.expressions import expression

__all__ = ["says_again"]

MOST_OF_IT = 0.6
"""The share of the question's terms, 0-1, that are said again; with fewer of them one may answer in its words."""
FEWEST = 3
"""Terms; a question of fewer has to be there word for word: its words in another order may explain it."""

_AROUND = frozenset(
    """ask asks asked asking question questions answer answers explain explained describe discuss tell say said
    repeat repeated repeating again know known understand think believe try going let like see talk regarding
    important interesting interviewer opinion thanks thank good great reply respond topic read""".split()
) | frozenset(
    "问题目答案回重复遍次我想说讲解释下面试官谢您你觉得认为知道这关于对个好请那就么嗯啊呢吧来看样"
)
"""Words and characters that people say around a question."""
_TELLING = frozenset(
    """all both none every any each same always only several many most some few half before after more less up
    down no yes out off over under once twice zero one two three four five six seven eight nine ten""".split()
) | frozenset("几都多全两每前后上下里中一二三四五六七八九十零")
"""Words of grammar that may be the answer."""
_COURTESY = expression(
    r"\b(?:sorry|honestly|unfortunately|i'?m afraid|let me)\b|不好意思|对不起|抱歉|[老诚]实说|说实话|坦白说|让我"
)
_OR = expression(r"\b(?:or|whether)\b|还是|或者?|抑或|是否|是不是|能不能|有没有")
_YES_NO = expression(
    r"^\W*(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|must|may)\b|吗\W*$"
)
"""What may be answered in the words of the question."""


@lru_cache(maxsize=1_024)
def _may_be_answered(question: str) -> bool:
    folded = fold(question)
    return bool(_OR.search(folded) or _YES_NO.search(folded))


def says_again(folded: str, question: str) -> bool:
    """Whether a folded text has most of the question's words and, but for words of asking and grammar, no
    others. A question that leaves a choice may be answered in its own words, unless it is there whole."""
    wanted = asked(question)
    if not wanted.terms:
        return False
    told = wanted.terms.intersection(terms(folded))
    if len(told) < MOST_OF_IT * len(wanted.terms):
        return False
    said = atoms(_COURTESY.sub(" ", folded))
    row = f" {' '.join(wanted.atoms)} "
    whole = row in f" {' '.join(said)} "
    if not whole and (len(wanted.terms) < FEWEST or _may_be_answered(question)):
        return False
    known = frozenset(wanted.atoms)
    if whole:
        known |= _ONCE
    written = "".join(wanted.atoms)
    return all(
        word in known or _is_empty(word, folded) or (len(word) > LONGEST_SCRAP and word in written)
        for word in said
    )


_ONCE = frozenset(("one", "一"))
"""Words that are no number beside the whole question ("this one", "一下")."""
LONGEST_SCRAP = 5
"""Letters; a longer word may be words of the question without a hyphen or an apostrophe between them."""


def _is_empty(word: str, folded: str) -> bool:
    if word in _AROUND:
        return True
    if word in _TELLING:
        return False
    if is_han(word):
        return word in STOP_CHARS_ZH and word not in NEGATIONS_ZH
    return (is_function(word) or (len(word) == 1 and word.isalpha())) and word not in NEGATIONS_EN
