"""What a reply to a follow-up says again of the answers before it, word for word. Pure.

Said twice it is worth what it is worth once, and no answer to what was asked about it. Clauses are compared
without words that only join them, in any order; within a clause the order counts, for the same words in
another one may say the contrary.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from interviewers.engines.builtin.reading.text import Term, atoms, fold, spans, terms
from interviewers.engines.script import has_han
from interviewgpt.expressions import expression

__all__ = ["without_said_again"]

MOST_OF = 0.5
"""A reply that says less than this part (0-1) of an earlier answer again refers to it, and is left whole."""

_CLAUSE = expression(r"[,，;；:：、()（）—\n]+|\s-+\s")
_JOINS_EN = frozenset(
    "a again also an and as be but d finally first further furthermore i is it ll moreover next of ok okay "
    "please s second secondly so still the then there therefore third though thus to too us ve we well yes "
    "after afterwards that because since example instance".split()
)
_JOINS_ZH = expression(
    "然后|接着|因为|由于|比如|例如|首先|其次|再次|最后|另外|此外|而且|并且|同时|但是|不过|所以|因此|于是|那么|嗯|呃|啊|呢|吧|嘛|哦|的|了|就|也|还|又|再|先|那|这|但|且|我们|我"
)
_AS_SAID = expression(
    r"(?:(?:just )?(?:as|like|what) i(?:'ve| have)? (?:just |already |also ){0,2}(?:said|mentioned|told you|explained|answered|described)|"
    r"i(?:'ve| have)? (?:just |already ){0,2}(?:said|mentioned|told you|explained|answered|covered)(?: (?:that|this|it|so))?|(?:the )?same (?:answer )?as|"
    r"(?:my )?answer (?:is|stays|remains) the same|(?:let me|i(?:'ll| will| would| can only)|to) (?:say it again|repeat (?:it|that|this|myself)|repeat)|once (?:more|again)|again)"
    r"(?: (?:already|just now|a moment ago|before|earlier|above)){0,2}|"
    r"就?(?:正?[像如])?我?(?:刚才|刚刚|前面|之前|上面|已经|都|也|就|所|其实|在){0,4}我?(?:刚才|刚刚|前面|之前|上面|已经|都|也|就|所){0,4}(?:说|讲|提|回答|答)(?:到|过|的|了|一遍|那样|一样|内容|如下){0,4}|"
    r"还是那句话|还是(?:刚才|之前|前面|一样)(?:说)?的?(?:话|回答|答案)?|[跟和同与](?:前面|刚才|之前|上面)(?:我?说|讲)?(?:的|过的)?(?:是)?(?:一样|相同|差不多)(?:的)?|"
    r"(?:我)?(?:再)?(?:说|讲|重复)(?:一遍|一次|一下)|同上"
)
"""Says that it was said before, and nothing else."""

_Clause = tuple[Term, ...]


def without_said_again(text: str, earlier: Iterable[str]) -> str:
    """``text`` without the sentences that the ``earlier`` answers have, if it repeats most of one of them; else as
    it is. A remark that it was said before goes with them, or by itself is nothing."""
    if not _clauses(text):
        return "" if any(map(_AS_SAID.fullmatch, _pieces(text))) else text
    said = [_clauses(answer) for answer in earlier]
    known = frozenset[_Clause]().union(*said)
    again = frozenset(_clauses(text)) & known
    if not any(
        answer and _size(answer & again) >= MOST_OF * _size(answer)
        for answer in map(frozenset, said)
    ):
        return text
    starts = [*(start for start, _ in spans(text)), len(text)]
    sentences = (text[start:end] for start, end in pairwise(starts))
    return "".join(sentence for sentence in sentences if not _clauses(sentence) <= known)


@lru_cache(maxsize=512)
def _clauses(text: str) -> frozenset[_Clause]:
    """What the clauses of a text say, those left out that say nothing or that it was said before."""
    found = (_words(piece) for piece in _pieces(text) if not _AS_SAID.fullmatch(piece))
    return frozenset(words for words in found if words)


def _pieces(text: str) -> list[str]:
    """The folded clauses of a text."""
    return [
        piece.strip(" .。!！?？…")
        for start, end in spans(text)
        for piece in _CLAUSE.split(fold(text[start:end]))
    ]


def _words(clause: str) -> _Clause:
    clause = _AS_SAID.sub("", clause, count=1) if _AS_SAID.match(clause) else clause
    if has_han(clause):
        clause = _JOINS_ZH.sub("", clause)
        return tuple(atoms(clause))
    return tuple(
        word for atom in atoms(clause) if atom not in _JOINS_EN for word in (terms(atom) or [atom])
    )


def _size(clauses: Iterable[_Clause]) -> int:
    return sum(map(len, clauses))
