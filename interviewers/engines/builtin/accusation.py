"""Whether an answer is to be called a forgery.

`hearing` leaves out of an answer whatever looks like talk to whoever judges, for it costs little. To
say so of somebody takes more: an order, a claim, or machinery that stands for itself. Labels, chat
tokens, JSON and words about marks in the middle of a sentence that speaks of what is expected are
what it speaks of.
"""

from __future__ import annotations

from interviewers.engines.builtin.bearing import TALK, Bearing, bearing_of, pieces_of
from interviewers.engines.builtin.forgery import ORDER, strip_forged
from interviewers.engines.builtin.mention import only_mentions
from interviewers.engines.builtin.talk import Known, talk_worth
from interviewers.engines.builtin.text import CUT, spans

__all__ = ["accuses"]


def accuses(text: str, known: Known) -> bool:
    """Whether a text in which something was taken for talk to whoever judges has any that is no part
    of what it tells."""
    _, forged = strip_forged(text, known)
    sentences = [text[start:end] for start, end in spans(text)]
    told = [sentence for sentence in sentences if not only_mentions(sentence)]
    if any(_addresses(sentence, known) for sentence in told):
        return True
    apart = any(strip_forged(sentence, known)[1] for sentence in told)
    # A forgery that reaches over several sentences is none of any of them.
    return forged and not apart and len(sentences) > 1


def _addresses(sentence: str, known: Known) -> bool:
    stripped, forged = strip_forged(sentence, known)
    if not forged:
        return any(_is_talk(piece, known) for piece in pieces_of(sentence))
    if ORDER in stripped:
        return any(
            _is_talk(piece, known)
            or (strip_forged(piece, known)[1] and bearing_of(piece, known) is not Bearing.RELATED)
            for piece in pieces_of(sentence)
        )
    left, *_, right = stripped.split(CUT)
    if not left.strip() or bearing_of(right, known) is not Bearing.RELATED:
        return True
    return any(_is_talk(piece, known) for piece in pieces_of(stripped))


def _is_talk(piece: str, known: Known) -> bool:
    return talk_worth(piece, known) >= TALK and bearing_of(piece, known) is Bearing.NOTHING
