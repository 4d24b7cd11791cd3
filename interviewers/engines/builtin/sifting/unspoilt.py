"""The part of an answer that would be there without any talk to the grader. Pure."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from interviewers.engines.builtin.addressed.field import (
    field_worth,
    has_none,
    speaks_plainly,
    without_field,
)
from interviewers.engines.builtin.addressed.forgery import ORDER, forged_places, strip_forged
from interviewers.engines.builtin.addressed.learnt import may_talk
from interviewers.engines.builtin.addressed.mention import addresses
from interviewers.engines.builtin.addressed.talk import (
    SOME,
    edges_of_talk,
    may_be_talk,
    size_of,
    talk_worth,
)
from interviewers.engines.builtin.addressed.talk_words import VOICE
from interviewers.engines.builtin.contrary import negation
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.text import CUT, HAN, JOINT, Term, fold, spans, terms
from interviewers.engines.builtin.reading.words import SMALL_TALK
from interviewers.engines.builtin.sifting.bearing import (
    POINTS,
    TALK,
    TURNS,
    Bearing,
    bearing_of,
    is_technical,
)
from interviewers.engines.builtin.sifting.hearing import hear
from interviewers.engines.builtin.sifting.salvage import salvaged
from interviewers.engines.builtin.stories.personal import may_be_meant
from interviewers.engines.builtin.stories.telling import names_own_act, tells_of_event
from interviewgpt.expressions import expression

__all__ = ["unspoilt"]

CLEAN = 4.0
"""At least this many words have to be left for the rest to be judged as if it stood alone."""

ABOUT, PLAINLY = 1.0, 1.5
"""From this worth of words of the interview on a sentence is about the interview: if it addresses somebody, and
if it does not."""

LEAD = 2.0
"""Where everything is short, at least this many words before talk, and no fewer than behind it, are the answer."""
REMARK = 6.0
"""A sentence beside talk with at most this many words may be part of it."""


def unspoilt(text: str, known: Known, *, story: bool, talked: bool = True) -> str | None:
    """The text without the sentences in which a forgery or talk to the grader stands (``talked``), or which are
    about the interview alone. None if next to nothing else is left, or if these sentences say something
    expected as well.

    What is left is to be judged as if nothing had stood beside it. Also left out is the rest of such talk that
    cannot be recognised by itself: what repeats it, and what is about the interview.
    """
    places = _sentences(text)
    if not places:
        return None
    if not talked and not any(
        _is_of_interview(text[start:end], known, story=story)
        and not _touches(text[start:end], known, keeps=True)
        for start, end in places
    ):
        return None
    forged = forged_places(text, known)
    clean: list[bool] = []
    rests = dict[int, str]()
    talk: set[Term] = set()
    touched = False
    lead = ""
    left_over: list[str] = []
    for start, end in places:
        sentence = text[start:end]
        found, honest, talks = hear(sentence, known, story=story)
        begin = min(
            (left for left, right, _ in forged if left < end and start < right), default=end
        )
        talks = talks or begin < end
        clean.append(not (talks or _is_of_interview(sentence, known, story=story)))
        if clean[-1]:
            continue
        pieces, _ = salvaged(sentence, honest, found or (), known)
        if len(clean) > 1:
            left_over += [piece.text for piece in pieces]
        rest = _unforged(text[start:begin], known, story=story) if begin < end else ""
        rest = rest or _rest(sentence, known, first=len(clean) == 1)
        touches = any(_touches(piece.text, known) for piece in pieces)
        opens = bool(rest) and sentence.startswith(rest.partition(", ")[0])
        if touches and (story or not (opens and _touches(rest, known))):
            rest = rest if story or opens else ""
            if story or any(known.says(terms(piece.folded)) for piece in pieces):
                return None
            touched = True
        talk.update(terms(fold(sentence)))
        if rest and (story or known.personal or _may_count(rest, known)):
            rests[len(clean) - 1] = rest
        elif len(clean) == 1:
            lead = _lead(strip_forged(sentence, known)[0], known)
    if lead:
        rests[0] = lead
    if all(clean):
        return None
    sentences = [text[start:end] for start, end in places]
    dropped = set() if story else _beside_talk(sentences, clean, known)
    dropped |= _paragraphs_of_talk(text, places, clean, known)
    kept = [
        number
        for number, sentence in enumerate(sentences)
        if clean[number] and number not in dropped and _is_own(sentence, talk, known)
    ]
    if touched and not any(_touches(sentences[number], known) for number in kept):
        return None
    sizes = [*(size_of(sentences[number]) for number in kept), *map(size_of, rests.values())]
    if sum(sizes) < CLEAN:
        begun = rests.get(0, sentences[0] if 0 in kept else "")
        said = any(bearing_of(text, known) > Bearing.PLAUSIBLE for text in left_over)
        if said or not (lead or _is_short_answer(begun, known)):
            return None
    ends = [*(start for start, _ in places[1:]), len(text)]
    left = {number: text[places[number][0] : ends[number]] for number in kept}
    if 0 in left and not story and (lead := _lead(sentences[0], known)):
        told = bearing_of(sentences[0], known)
        shorter = size_of(lead) < size_of(sentences[0])
        if shorter and told < Bearing.RELATED and bearing_of(lead, known) >= told:
            left[0] = f"{lead}\n"
    left |= {number: f"{rest}\n" for number, rest in rests.items()}
    return "".join(left[number] for number in sorted(left))


_ANEW = expression(rf"{JOINT}|(?<=[{HAN}。！？!?>}}\])）`\"”=]) (?=[{HAN}]{{2}})")
"""Where a sentence goes on behind what was put into it."""


def _sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a text lie, cut also where one may begin behind a space."""
    cuts = [0, *(cut.end() for cut in _ANEW.finditer(text)), len(text)]
    return [
        (a + start, b + start) for start, end in pairwise(cuts) for a, b in spans(text[start:end])
    ]


def _unforged(before: str, known: Known, *, story: bool) -> str:
    """What stands ``before`` a forgery in its sentence, where no talk is in that by itself; "" where there is some,
    or nothing."""
    before = before.strip(f"{_MARKS},，;；:：、")
    if size_of(before) < LEAD or hear(before, known, story=story)[2]:
        return ""
    return "" if _is_of_interview(before, known, story=story) else before


def _may_be_all(text: str, known: Known) -> bool:
    """Whether a sentence speaks of what is expected, or denies it."""
    return bearing_of(text, known) is Bearing.RELATED or negation.denies_others(fold(text))


def _may_count(text: str, known: Known) -> bool:
    """Whether what is left of a sentence counts beside others that say something expected."""
    return bearing_of(text, known) > Bearing.PLAUSIBLE or negation.denies_others(fold(text))


REST = 3.0
"""From this many words on the text beside talk in a sentence is more than a scrap."""
_MARKS = f"{ORDER}{CUT} "


def _rest(sentence: str, known: Known, *, first: bool) -> str:
    """What stands before the first clause of a sentence that is talk, or speaks of the interview, or
    behind the last one in the ``first`` sentence of all; "" where that is no more than a few words."""
    stripped, forged = strip_forged(sentence, known)
    cut = [stripped[start:end] for start, end in spans(stripped, clauses=True)]
    clauses = [clause.strip(_MARKS) for clause in cut]
    strange = [_is_of_talk(clause, known) for clause in clauses]
    if not any(strange) and not forged:
        # None of them is by itself: those with any word of the interview are.
        strange = [field_worth(fold(clause), known.expected.__contains__) > 0 for clause in clauses]
        if not any(strange):
            return ""
    begin = strange.index(True) if any(strange) else len(strange)
    end = len(strange) - strange[::-1].index(True) if first and any(strange) else len(strange)
    left = _before_talk(clauses[begin]) if begin < len(clauses) else ""
    opened = [*clauses[:begin], left] if size_of(left) >= REST else clauses[:begin]
    torn = next((i for i, clause in enumerate(cut[:begin]) if CUT in clause), None)
    if torn is not None:  # Machinery goes on behind it.
        opened = [*clauses[:torn], cut[torn].partition(CUT)[0].strip(_MARKS)]
    for run in (list(filter(None, opened)), clauses[end:]):
        if sum(map(size_of, run)) >= REST:
            return ", ".join(run)
    return ""


def _lead(sentence: str, known: Known) -> str:
    """What a sentence beside talk begins with and can be an answer by itself: its first clauses, as far as
    they have no word of talk and turn to nobody, up to the last that can be one; "" where there is none."""
    kept: list[str] = []
    last = 0
    turns = TURNS.match(sentence) and not POINTS.match(fold(sentence))
    if turns or not sentence[:1].isalnum():
        return ""
    for start, end in spans(sentence, clauses=True):
        clause = sentence[start:end].partition(CUT)[0].strip(_MARKS)
        left = _before_talk(clause) if may_be_talk(clause, known) or addresses(clause) else clause
        if left == clause and ":" in fold(sentence[end : end + 2]):
            break  # A label.
        if not known.personal and kept and (turn := POINTS.search(fold(left))):
            left = left[: turn.start()].rstrip()
        if left:
            kept.append(left)
        said = ", ".join(kept) if known.personal else left
        if _is_short_answer(said, known) or (_is_name(left) and HAS_HAN.search(sentence)):
            last = len(kept)
        if left != sentence[start:end]:
            break
    return ", ".join(kept[:last])


def _is_short_answer(text: str, known: Known) -> bool:
    """Whether a few words that an answer begins with, before talk, can be all of it."""
    if not text or addresses(text):
        return False
    if known.personal:
        return may_be_meant(text, known)
    if not has_none(text, fold(text), known):
        return False
    if size_of(text) < LEAD:
        return bearing_of(text, known) is Bearing.RELATED
    return bearing_of(text, known) > Bearing.PLAUSIBLE or is_technical(fold(text))


HAS_HAN = expression(f"[{HAN}]")
_NAME = expression(r"[A-Z][A-Za-z]{2,}")


def _is_name(text: str) -> bool:
    """Whether a text is one word that is written like a name (where other words are Chinese)."""
    return bool(_NAME.fullmatch(text)) and SMALL_TALK.isdisjoint(terms(fold(text)))


def _before_talk(clause: str) -> str:
    """What of a clause stands before anything that talk may begin with."""
    begins = [edges_of_talk(clause)[0]]
    begins += [turn.start() for sign in (TURNS, VOICE) if (turn := sign.search(clause))]
    return clause[: min(begins)].rstrip()


def _is_of_talk(clause: str, known: Known) -> bool:
    expected = known.expected.__contains__
    return (
        not clause
        or talk_worth(clause, known) >= SOME
        or addresses(clause)
        or field_worth(fold(clause), expected) >= ABOUT
    )


def _beside_talk(sentences: Sequence[str], clean: Sequence[bool], known: Known) -> set[int]:
    """The sentences between talk and talk, and short ones next to it, that say nothing expected: where
    a longer one stands elsewhere, that is the answer, and they go with the talk."""
    empty = [
        ok and not _touches(s, known) and not _may_be_all(s, known)
        for s, ok in zip(sentences, clean, strict=True)
    ]
    first, last = clean.index(False), len(clean) - clean[::-1].index(False) - 1
    found = {number for number in range(first, last) if empty[number]}
    for step, number in ((-1, first - 1), (1, last + 1)):
        while 0 <= number < len(sentences) and empty[number]:
            if size_of(sentences[number]) > REMARK:
                break
            found.add(number)
            number += step
    longer = any(
        ok and number not in found and size_of(sentence) > REMARK
        for number, (sentence, ok) in enumerate(zip(sentences, clean, strict=True))
    )
    if longer:
        return found
    # Only short ones are left: more of them are the answer.
    lead = {number for number in found if number < first}
    behind = {number for number in found if number > last}
    sizes = [sum(size_of(sentences[number]) for number in part) for part in (lead, behind)]
    return found - lead if sizes[0] >= max(sizes[1], LEAD) else set()


MOSTLY = 1 / 3
"""From this share of its sentences on a later paragraph is talk."""


def _paragraphs_of_talk(
    text: str, places: Sequence[tuple[int, int]], clean: Sequence[bool], known: Known
) -> set[int]:
    """The sentences of paragraphs that stand behind another one and are for a third talk, and in which
    nothing expected is said."""
    first = text[: places[0][0]].count("\n")
    number = [first + text.count("\n", places[0][0], start) for start, _ in places]
    found: set[int] = set()
    for paragraph in set(number) - {number[0]}:
        inside = [i for i, of in enumerate(number) if of == paragraph]
        talk = sum(not clean[i] for i in inside)
        if talk and talk >= MOSTLY * len(inside):
            touched = any(clean[i] and _touches(text[slice(*places[i])], known) for i in inside)
            found.update(() if touched else inside)
    return found


def _is_own(sentence: str, talk: Set[Term], known: Known) -> bool:
    folded = fold(sentence)
    said = terms(folded)
    echoes = bool(said) and talk >= set(said)
    strange = size_of(sentence) <= REMARK and _is_strange(sentence, folded, known)
    return not (echoes or strange) or _touches(sentence, known)


def _touches(text: str, known: Known, *, keeps: bool = False) -> bool:
    """Whether a text says something expected in other words than those of the interview, or in any
    that are expected where it ``keeps`` these."""
    # Who is asked of themselves says a word of the reference by chance.
    least = Bearing.RELATED if known.personal else Bearing.TOUCHING
    if bearing_of(text, known, tainted=True) < least:
        return False
    if known.kinds:
        return True
    rest = without_field(fold(text), lambda term: keeps and term in known.expected)
    return bearing_of(rest, known, tainted=True) >= least


def _is_of_interview(sentence: str, known: Known, *, story: bool) -> bool:
    """Whether a sentence speaks of the interview, and says nothing that is expected."""
    if not may_talk(sentence):
        return False
    folded = fold(sentence)
    if story and _happened(sentence, folded, known):
        return False
    if negation.denies_others(folded):
        return False
    worth = 0.0 if known.kinds else field_worth(folded, known.expected.__contains__)
    if worth and known.personal and talk_worth(sentence, known) >= TALK:
        worth += PLAINLY - ABOUT / 2
    if worth < (ABOUT if POINTS.search(folded) else PLAINLY):
        return False
    return not _touches(sentence, known)


def _happened(sentence: str, folded: str, known: Known) -> bool:
    """Whether a sentence tells what happened or was done, turns to nobody, and has words of the interview
    only as any work has them: machines, records, systems."""
    if not (tells_of_event(folded) or names_own_act(folded)) or speaks_plainly(folded):
        return False
    return not addresses(sentence) and talk_worth(sentence, known) < SOME


def _is_strange(sentence: str, folded: str, known: Known) -> bool:
    """Whether a sentence gives an order, or turns to somebody with a word that such talk has."""
    if not may_talk(sentence):
        return False
    return addresses(sentence) or (may_be_talk(sentence, known) and bool(POINTS.search(folded)))
