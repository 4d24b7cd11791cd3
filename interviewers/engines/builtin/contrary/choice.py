"""One thing or the other: an answer that opens with the one that no reference chooses argues for the wrong thing.

If a question leaves two things to choose from ("…, an array or a linked list?", "用乐观锁还是悲观锁？"), whoever takes
the other one may give the very reasons of the reference. As with yes and no (`verdict`), a choice is looked for
where people make it: at the opening of an answer, as a clause that does nothing else. It is not looked for if the
answer names what the reference chooses, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from interviewers.engines.builtin.contrary.negation import negations
from interviewers.engines.builtin.reading.text import atoms, fold, is_function, stem
from interviewers.engines.script import HAN, has_han
from interviewgpt.expressions import expression

__all__ = ["other_choice"]

LONGEST = 3
"""Words of the longest thing to choose."""
SHORTEST_HAN = 2
"""Characters that are left of a Chinese one without what both end in."""
_OR = expression(r"\bor\b")
_ARTICLES = frozenset(("a", "an", "the", "to", "by", "with", "in", "use", "using", "rather"))
_HAN_OR = expression(
    rf"(?:^|[^{HAN}a-z0-9]|[是用选该要为属])([{HAN}a-z0-9+# ]{{2,10}}?)[，,]?还是(?:应该|要|该|选择?|使?用|是|属于)?([{HAN}a-z0-9+# ]{{2,10}}?)(?:的|呢|更|好|比较|合适|协议|类型)*(?=\W|$)"
)
_AROUND_HAN = expression(r"^.*[是用选该要为属](?=..)|(?:的|协议|类型)$")
_CHOICE = expression(
    r"^(?!.*\b(?:if|when|why|how|what)\b)(?:.*[,;:] )?(?:which|whether|is|are|was|were|do|does|did|should|would|will|can|could|must|has|have)\b"
)
"""What a question that leaves a choice begins with."""
_LEAD = expression(
    r"^\W*(?:(?:well|so|i|we|you|she|he|they|it|one|would|'d|should|think|believe|guess|choose|chose|pick|picked|prefer|take|use|go|with|for|"
    r"say|that|is|are|was|be|must|can|could|the|a|an|answer|my|choice|put)\b\W*)*"
)
_LEAD_HAN = expression(
    r"^\W*(?:我(?:们|会|觉得|认为|想)?|答案|应该|应当|该|要|会|可以|选择?|使?采?用|是|属于|它|这|就|当然)*"
)
_ENDS = expression(r"\s*(?:$|[^\w\s]|(?:because|since|as|so|for|due|,)\b)")
_ENDS_HAN = expression(r"(?:的|协议|类型|方式|方案|更|比较|好|合适)*(?:$|[^\w\s]|因为|由于)")
_IS = frozenset("is are was were has have does do gives gets".split())
_SENTENCE = expression(r"[?!;\n]|\.(?=\s|$)")
_CLAUSE = expression(r"[,，。;；:：!！?？\n]|\.(?=\s|$)")

_Thing = tuple[str, ...]
"""The stems of an English thing, the surest first; a Chinese one without what both end in, and that ending."""


@lru_cache(maxsize=2_048)
def _things(question: str) -> tuple[_Thing, _Thing] | None:
    """The two things that a question leaves to choose from; None if it leaves none, or more."""
    folded = fold(question)
    if has_han(folded):
        found = _HAN_OR.findall(folded)
        if len(found) != 1 or folded.count("还是") != 1:
            return None
        one, other = found[0]
        one, other = _AROUND_HAN.sub("", one).strip() or one, other.strip()
        ending = ""
        while min(len(one), len(other)) > SHORTEST_HAN and one[-1] == other[-1]:
            one, other, ending = one[:-1], other[:-1], one[-1] + ending
        return None if one == other else ((one, ending), (other, ending))
    asked = next((one for one in _SENTENCE.split(folded) if _OR.search(one)), "").strip()
    places = list(_OR.finditer(folded))
    if len(places) != 1 or not _CHOICE.match(asked):
        return None
    places = list(_OR.finditer(asked))
    before, behind = (
        _CLAUSE.split(part)
        for part in (asked[: places[0].start()].rstrip(" ,"), asked[places[0].end() :])
    )
    after = _run(atoms(behind[0]))
    ahead = _run(list(reversed(atoms(before[-1]))))[::-1]
    ahead = ahead[-max(1, len(after)) :]
    one, two = tuple(map(stem, ahead)), tuple(map(stem, after))
    # The nearest to the "or" is the surest to be of the name.
    left = tuple(w for w in one[::-1] if w not in two), tuple(w for w in two if w not in one)
    return left if all(left) else None


def _run(words: Sequence[str]) -> list[str]:
    """The words that name a thing, from its article on up to the next word of grammar."""
    found: list[str] = []
    for word in words:
        if is_function(word) or word in _ARTICLES:
            if found:
                break
            continue
        found.append(word)
        if len(found) == LONGEST:
            break
    return found


def _names(text: str, thing: _Thing) -> bool:
    """Whether a folded text names a thing; of an English one its surest word."""
    if has_han(thing[0]) or has_han(text):
        return thing[0] in text
    return thing[0] in map(stem, atoms(text))


def _denies(clause: str, thing: _Thing) -> bool:
    """Whether a clause negates, other than by the name of a thing ("无状态")."""
    return bool(negations(clause.replace(thing[0], "") if has_han(clause) else clause))


def _opens_with(text: str, thing: _Thing, question: str) -> bool:
    """Whether a folded text opens with a choice and nothing else in its clause: who says something of the thing
    that was not asked for ("TCP is slower", of which is faster) has not chosen it."""
    clause = next((part for part in _CLAUSE.split(text) if part.strip()), "").strip()
    if _denies(clause, thing):
        return False
    if has_han(clause):
        rest = clause[_LEAD_HAN.match(clause).end() :]  # type: ignore[union-attr]
        if not rest.startswith(thing[0]):
            return False
        return bool(_ENDS_HAN.match(rest[len(thing[0]) :].removeprefix(thing[1])))
    rest = clause[_LEAD.match(clause).end() :]  # type: ignore[union-attr]
    words = re.findall(r"[a-z0-9+#'-]+", rest)[: LONGEST + 1]
    place = 0
    for number, word in enumerate(words):
        place = rest.index(word, place) + len(word)
        if _ENDS.match(rest, place):
            named = words[: number + 1]
            says = next((n for n, one in enumerate(named) if one in _IS), number)
            known = {stem(one) for one in atoms(fold(question))}
            told = {stem(one) for one in named[says + 1 :]}
            return number < LONGEST and told <= known and any(stem(one) in thing for one in named)
    return False


@lru_cache(maxsize=2_048)
def _chosen(question: str, reference: str) -> int | None:
    """Which of the two things (0, 1) a reference opens with, if it is one of them."""
    things = _things(question)
    if things is None:
        return None
    opening = next((part for part in _CLAUSE.split(fold(reference)) if part.strip()), "")
    named = [_names(opening, thing) for thing in things]
    if sum(named) != 1 or _denies(opening, things[named.index(True)]):
        return None
    return named.index(True)


def other_choice(text: str, question: str, references: Sequence[str]) -> bool:
    """Whether the text of an answer opens with the one of two things, and every reference with the other."""
    chosen = {_chosen(question, reference) for reference in references}
    things = _things(question)
    if things is None or len(chosen) != 1 or None in chosen:
        return False
    right = next(iter(chosen))
    wrong = things[1 - (right or 0)]
    folded = fold(text)
    return _opens_with(folded, wrong, question) and not _names(folded, things[right or 0])
