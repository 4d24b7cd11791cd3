"""Answers that make a thing better or worse than it is: easy where the reference says hard, free where it
has a price.

"Network calls cost nothing", "don't worry about memory leaks any more": no word has an opposite there, and
each could be in a right answer. Read is, clause by clause, whether something favourable or a limit is said
of a thing, in whatever words ("loses no data", "keeps data safe"). An answer is wrong only if it is
favourable where the reference sees limits, or the other way round, about several things, and hardly agrees
anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import fsum

from interviewers.engines.builtin.reading.clauses import clauses
from interviewers.engines.builtin.reading.text import (
    Segment,
    Term,
    asked,
    is_han,
    sentences_of,
    specific,
    terms,
)
from interviewgpt.expressions import expression

__all__ = ["favours_of", "overdrawn"]

ENOUGH = {False: 2.0, True: 1.5}
"""By whether it is Chinese: so much has to be turned round, and `TO_KEPT` times what is not."""
TO_KEPT = 1.5
OF_HAN = 0.5
"""What a pair of characters is worth."""
NEAR_LATIN, NEAR_HAN = 30, 8
"""So many characters before a word turns a negation it round."""

_NO_LIMIT = expression(
    r"\bcosts? nothing\b|\b(?:no|without any) (?:cost|need|downsides?|drawbacks?|disadvantages?|risks?|overhead|limits?|problems?|difference)\b|"
    r"\bnever (?:needs?|fails?|loses?|lost|happens?|breaks?)\b|\b(?:can't|cannot|won't|can never) (?:be (?:any )?(?=\w+ \w+ any ?more)|have any|happen|fail|lose|leak)|"
    r"\bnothing (?:in|is lost|gets|changes|can|will|happens)\b|\b(?:doesn't|don't|does not|do not) matter\b|\bwhatever\b|\bno matter\b|\bgoes away\b|\binstantly\b|\bsafest\b|\bfor free\b|"
    r"都能|都会自动|都可以|都行|没有?(?:什么|任何)?(?:代价|关系|影响|问题|区别|坏处)|没什么(?:代价|关系|影响)|不会(?:有任何|再|丢|失效|出错|乱|慢)|永远不会|不用|不需要|没必要|随便|不管|无论|也能|照样"
)
_GOOD = (
    (
        r"fast(?:er|est)?|quick(?:er|ly)?|cheap(?:er)?|simpl(?:e|er|est|icity)|eas(?:y|ier|ily)|safe(?:r|ly)?|secured?|reliabl[ey]|stable|consisten(?:t|cy)|"
        r"good|better|best|great|fine|useful|helpful|helps?|improve[sd]?|efficient(?:ly)?|flexible|smooth(?:ly)?|robust|benefits?|advantages?|saves?|protect(?:s|ed)?|guaranteed?s?|correct(?:ly)?|accurate"
    ),
    "快|便宜|简单|容易|方便|安全|可靠|稳定|一致|更好|最好|很好|有效|能用|用得上|节省|提高|改善|保护|保证|灵活|高效|清楚|准确|正确|隔离好",
)
_BAD = (
    (
        r"slow(?:er|est|ly|s)?|expensive|costly|costs?|price|overhead|complex(?:ity)?|complicated|hard(?:er)?|difficult|unsafe|insecure|unreliable|unstable|inconsisten(?:t|cy)|"
        r"bad|worse|worst|poor(?:ly)?|useless|fail(?:s|ed|ures?)?|errors?|bugs?|leaks?|loses?|lost|loss|conflicts?|duplicates?|risk[sy]?|dangers?|dangerous|problems?|trouble|bottlenecks?|wastes?|"
        r"crash(?:es)?|breaks?|broken|limit(?:s|ed)?|deadlocks?|overwrit(?:es|ten)|corrupt(?:ed)?|impossible|disadvantages?|drawbacks?|incorrect|wrong|vulnerable"
    ),
    "不一致|不安全|不稳定|慢|贵|代价|成本|开销|复杂|困难|更难|很难|危险|风险|丢数据|丢失|失效|失败|出错|错误|冲突|重复|覆盖|崩溃|崩了|死锁|死循环|泄漏|浪费|瓶颈|用不上|用不了|拖垮|麻烦|太差|更差|变差|缺点|坏处|缺陷",
)
_SIDES = expression(
    rf"(?P<bad>\b(?:{_BAD[0]})\b|{_BAD[1]})|(?P<good>\b(?:{_GOOD[0]})\b|{_GOOD[1]})"
)
_TURNS = expression(
    r"\b(?:not|no|never|nothing|cannot|without|nobody|neither|nor|hardly|\w+n't|less|fewer|avoid\w*|prevent\w*|reduc\w+|eliminat\w+|remov\w+|instead of|rather than)\b|"
    r"不(?!同|仅|但|断|管|论|一致|安全|足|稳)|没有?|无(?!论)|未|避免|防止|减少|降低|消除|免"
)
_LIMIT = expression(
    r"\b(?:needs?|requires?|only|may|might|possible|still|unless|depends|not|cannot|never|\w+n't|without|too)\b|可能|不要|不能|需要|会让|无法|难以|才能|注意|必须"
)
_SUPPOSED = expression(
    r"\b(?:if|unless|otherwise|lest)\b|^\W*(?:without|or)\b|如果|要是|除非|否则|(?:没有?|不)[^就]{1,12}就"
)
"""What would come of it is not what is so."""

Favour = int
"""1 for what is said in favour of something, -1 for a limit."""


def _read(clause: str) -> tuple[Favour, str]:
    """What a clause says of what it speaks of, 0 where that cannot be told, and the rest of its words."""
    if _NO_LIMIT.search(clause):
        return 1, _NO_LIMIT.sub(" ", clause)
    near = NEAR_LATIN if clause.isascii() else NEAR_HAN
    found = {
        (-1 if side["bad"] else 1)
        * (-1) ** len(_TURNS.findall(clause[max(0, side.start() - near) : side.start()]))
        for side in _SIDES.finditer(clause)
    }
    if len(found) > 1:
        return 0, ""
    return (found.pop(), clause) if found else (-1 if _LIMIT.search(clause) else 0, clause)


def _favours(folded: str) -> Iterator[tuple[Term, Favour]]:
    for clause in clauses(folded):
        if _SUPPOSED.search(clause):
            break
        favour, rest = _read(clause)
        if favour:
            yield from ((term, favour) for term in specific(terms(rest)))


def _together(told: Iterator[tuple[Term, Favour]]) -> Mapping[Term, Favour]:
    """By term what is said of it; 0 where both are."""
    found: dict[Term, Favour] = {}
    for term, favour in told:
        found[term] = favour if found.get(term, favour) == favour else 0
    return found


@lru_cache(maxsize=2_048)
def favours_of(question: str, reference: str) -> Mapping[Term, Favour]:
    """By term what a reference says of it; nothing of the question's own terms."""
    known = asked(question).terms
    told = (pair for s in sentences_of(reference) for pair in _favours(s.folded))
    return {term: sign for term, sign in _together(told).items() if sign and term not in known}


def overdrawn(found: Sequence[Segment], question: str, references: Sequence[str]) -> list[bool]:
    """Which sentences of an answer say of several things what every reference says the contrary of."""
    nothing = [False] * len(found)
    known = [favours_of(question, reference) for reference in references]
    said = {term for segment in found for term in segment.terms}
    if not all(fsum(map(_worth, said & about.keys())) >= min(ENOUGH.values()) for about in known):
        return nothing  # Most answers share too little of it, and need not be read.
    own = [tuple(_favours(segment.folded)) for segment in found]
    told = _together(pair for pairs in own for pair in pairs)
    turned: list[set[Term]] = []
    for about in known:
        against = {term for term, sign in told.items() if sign and about.get(term) == -sign}
        kept = {term for term, sign in told.items() if sign and about.get(term) == sign}
        lost = fsum(map(_worth, against))
        if lost < max(ENOUGH[any(map(is_han, against))], TO_KEPT * fsum(map(_worth, kept))):
            return nothing
        turned.append(against)
    wrong = set.intersection(*turned)
    return [any(term in wrong for term, _ in pairs) for pairs in own]


def _worth(term: Term) -> float:
    return OF_HAN if is_han(term) else 1.0
