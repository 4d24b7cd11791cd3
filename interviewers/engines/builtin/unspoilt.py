"""What of an answer would be there if nobody had talked to whoever judges. Pure."""

from __future__ import annotations

from collections.abc import Set

from interviewers.engines.builtin.bearing import POINTS, Bearing, bearing_of
from interviewers.engines.builtin.forgery import forged_places
from interviewers.engines.builtin.hearing import hear
from interviewers.engines.builtin.known import Known
from interviewers.engines.builtin.mention import addresses
from interviewers.engines.builtin.salvage import salvaged
from interviewers.engines.builtin.talk import may_be_talk, size_of
from interviewers.engines.builtin.text import Term, fold, spans, terms

__all__ = ["unspoilt"]

CLEAN = 4.0
"""So many words have to be left for what stands beside talk to be judged as if it stood alone."""

REMARK = 6.0
"""Up to so many words a sentence beside talk can be a part of it."""


def unspoilt(text: str, known: Known, *, story: bool) -> str | None:
    """A text with a forgery or talk to whoever judges in it, without the sentences where they stand;
    None where next to nothing else is left, or where these say something of what is expected as well.

    What is left is to be judged as if nothing had stood beside it. Of the rest of such talk that
    cannot be told for it by itself, what repeats it and what speaks of the interview are left out too.
    """
    places = spans(text)
    if not places:
        return None
    forged = forged_places(text, known)
    clean: list[tuple[int, int, int]] = []
    talk: set[Term] = set()
    for (start, end), following in zip(
        places, [*(a for a, _ in places[1:]), len(text)], strict=True
    ):
        sentence = text[start:end]
        found, honest, talks = hear(sentence, known, story=story)
        if not talks and not any(left < end and start < right for left, right, _ in forged):
            clean.append((start, end, following))
            continue
        pieces, _ = salvaged(sentence, honest, found or (), known)
        if any(_touches(piece.text, known) for piece in pieces):
            return None
        talk.update(terms(fold(sentence)))
    if len(clean) == len(places):
        return None
    kept = [place for place in clean if _is_own(text[place[0] : place[1]], talk, known)]
    if sum(size_of(text[start:end]) for start, end, _ in kept) < CLEAN:
        return None
    return "".join(text[start:following] for start, _, following in kept)


def _is_own(sentence: str, talk: Set[Term], known: Known) -> bool:
    folded = fold(sentence)
    said = terms(folded)
    echoes = bool(said) and talk >= set(said)
    strange = size_of(sentence) <= REMARK and _is_strange(sentence, folded, known)
    return not (echoes or strange) or _touches(sentence, known)


def _touches(text: str, known: Known) -> bool:
    return bearing_of(text, known, tainted=True) >= Bearing.TOUCHING


def _is_strange(sentence: str, folded: str, known: Known) -> bool:
    """Whether a sentence gives an order, or turns to somebody with a word that such talk has."""
    return addresses(sentence) or (may_be_talk(sentence, known) and bool(POINTS.search(folded)))
