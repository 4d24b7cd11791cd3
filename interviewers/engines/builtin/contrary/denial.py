"""What a speaker denies: things that somebody did not, would not or need not do, use or have.

A scoring point, or a word of a reference, in such a place is not said. `negation` and `contradiction`
compare a denial with the sentences of a reference. This module reads it by itself, from the grammar of the
clause alone, so that "I did not use tracing, logs or explain" names three things and affirms none. It
ignores negations that deny nothing of the kind: conditions ("without an index it scans"), findings ("we saw
that there was no index"), limits ("not only", "不能只靠"), double negation ("cannot live without", "别忘了"),
questions ("why not", "有没有"), properties of a thing ("does not block", "不会丢"). What a contrast puts in its
place ("but", "而是") is affirmed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from functools import lru_cache

from interviewers.engines.builtin.contrary import denial_en, denial_zh
from interviewers.engines.builtin.reading.clauses import Span, cut
from interviewers.engines.builtin.reading.text import Segment, Term, atoms, specific, terms
from interviewers.engines.builtin.reading.words import NEGATIONS_EN
from interviewers.engines.script import has_han
from interviewgpt.expressions import expression

__all__ = ["affirmed", "is_negative", "never_affirmed"]

_END = expression(r"[。！？!?\n\x1e]+|\.(?=\s|$)")
_NEGATION_ZH = expression(
    rf"不(?![同仅但过断管论久错妨如止光只变均稳]|一致|可变|可信|平衡)|没|未(?![来知]|成年)|无(?!论|数|穷|限|状态|障碍|序|线|效)|勿|免(?!得|费|疫)|{denial_zh.DONT}"
)


def is_negative(text: str) -> bool:
    """Whether a folded text has a negation of its own."""
    if has_han(text):
        return bool(_NEGATION_ZH.search(text))
    return not (NEGATIONS_EN | {"nobody"}).isdisjoint(atoms(text))


def never_affirmed(stances: Iterable[tuple[Term, bool]]) -> frozenset[Term]:
    """The terms that stand in a negation wherever they stand: who denies them agrees."""
    found = set(stances)
    return frozenset(term for term, positive in found if not positive and (term, True) not in found)


def affirmed(
    segment: Segment, excused: Callable[[], Set[Term]] = frozenset, *, strict: bool = False
) -> Segment:
    """A sentence without what it denies; the same object where it denies nothing.

    A denial of the ``excused`` terms, which are only asked for where there is one, is left as it is: the expected answer denies them too. With
    ``strict`` only those count that somebody speaks of themselves, or tells not to do.
    """
    spans = [
        (start, end)
        for start, end in _denied(segment.folded, strict)
        if not _agrees(segment.folded[start:end], excused())
    ]
    if not spans:
        return segment
    kept, place = [], 0
    for start, end in spans:
        if start >= place:
            kept.append(segment.folded[place:start])
        place = max(place, end)
    kept.append(segment.folded[place:])
    folded = " , ".join(kept)
    return Segment(folded, folded, tuple(atoms(folded)), tuple(terms(folded)))


def _agrees(denial: str, excused: Set[Term]) -> bool:
    told = specific(terms(denial))
    return 2 * len(told & excused) > len(told)


@lru_cache(maxsize=8_192)
def _denied(folded: str, strict: bool = False) -> tuple[Span, ...]:
    """Where a folded sentence denies, in order; the spans may touch."""
    language = denial_zh if has_han(folded) else denial_en
    if not language.MAY_DENY.search(folded):
        return ()
    # Short sentences in a row are one segment.
    return tuple(
        sorted(
            (start + a, start + b)
            for start, end in cut(folded, _END)
            for a, b in language.denied(folded[start:end], strict)
        )
    )
