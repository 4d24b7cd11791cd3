"""What the sentences of an answer cover of the scoring points of a question (`Reach`; shares are 0-1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interviewers.engines.base import Cue, ScoringPoint
from interviewers.engines.builtin.expected import bounds, cued, matching, topic
from interviewers.engines.builtin.expected import points as scoring_points
from interviewers.engines.builtin.expected.breadth import breadth_of, expected_of
from interviewers.engines.builtin.expected.calibration import BELOW_LEVEL_4
from interviewers.engines.builtin.expected.concreteness import concreteness
from interviewers.engines.builtin.expected.cued import Asked
from interviewers.engines.builtin.expected.likelihood import likelihoods
from interviewers.engines.builtin.expected.matching import Credits, Reference, Sentence
from interviewers.engines.builtin.expected.particulars import (
    UNBOUNDED,
    ceiling,
    ownness,
    size_of,
)
from interviewers.engines.builtin.expected.points import MADE, Point
from interviewers.engines.builtin.expected.replies import REPLIED, Probe, replies
from interviewers.engines.builtin.reading.text import asked
from interviewers.engines.builtin.stories import themes
from interviewers.engines.builtin.stories.accounts import (
    RICH,
    held_fast,
    invites_questions,
    is_aside,
    read_account,
)
from interviewers.engines.builtin.stories.amount import parted
from interviewers.engines.builtin.stories.bound import bound, read_bound
from interviewers.engines.builtin.stories.personal import asks_of_person
from interviewers.engines.builtin.stories.shapes import has_shape
from interviewers.engines.builtin.stories.telling import STORY_CUES, Story, names_own_act

__all__ = ["Reach", "by_points"]

NOISE = 0.3
"""A strength (0-1) below this is chance and counts nothing."""
REFERENCE_PART, BEYOND_CHANCE = 0.25, 0.35
"""The most that the wording of the reference adds, as a share (0-1) of what the points leave open: by exact terms,
and by what is beyond chance."""
CHANCE_SHARE = {"en": (0.1, 0.4), "zh": (0.2, 0.5)}
"""Per language: the share of a reference (0-1) that is said by chance, and the one that counts in full."""
HALF_TOLD = 0.5
"""From this fullness (0-1) of an account on its points count as told in other words."""
MISHELD = 0.5
"""The factor for a point made by an answer that states a misconception about it."""
SCENE = 0.75
"""The part, 0-1, of a situation's worth that does not count in ``shown``: any opening may set a scene."""
ANSWERED = 0.4
"""How much of what nearly all points add to a cap (see `bounds.of_answered`) they add for want of particulars."""
BACKED_BY_CHANCE = 5
"""So many backed pieces any talk about oneself has; where no story is asked for, more of them are particulars."""
IN_OTHER_WORDS = 0.45
"""The most, 0-1 of the points, that an answer about work gets by a case of one's own: level 3."""
TOLD_IN_FULL = 0.6
"""The strength, 0-1, of a point without cue and recognised words in a story (or an account) told in full."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What the sentences cover of what is expected; all shares are 0-1.

    ``coverage`` counts credits, ``plain`` is the same as if all sentences were sound. ``covered`` and
    ``missing`` are keys of points. ``worth`` is per sentence; ``shown`` is ``worth`` without what only sets the
    scene, as any opening may.

    ``strays``: they tell a story that is not the one asked for. ``denied``: the share of the points (or terms)
    that are covered but for denials. ``misheld``: the share of the points about which a misconception is stated
    and not corrected later. ``against``: they show bad conduct. ``accounted``: an account without the points'
    words makes half of a full one or more. ``highest``: the cap of the score, 0-100, whatever the points (see
    `bounds`). ``oneself``: something about oneself was asked for and told. ``bearing``: how far they are about
    the question at all (see `breadth`). ``concrete``: the score, 0-100, by how concretely they tell of oneself (see
    `concreteness`), None where nothing of it was asked for.

    Beside a reference: its ``length`` (0 if it is somebody else's), the part of the coverage that needs none of
    its words (``told``), the share of its names where it is a list (``named``), and of its very words
    (``wording``).
    """

    coverage: float
    plain: float
    covered: tuple[str, ...]
    missing: tuple[str, ...]
    worth: tuple[float, ...]
    shown: tuple[float, ...] = ()
    strays: bool = False
    denied: float = 0.0
    misheld: float = 0.0
    accounted: bool = False
    highest: float = UNBOUNDED
    against: bool = False
    oneself: bool = False
    length: float = 0.0
    told: float = 0.0
    named: float | None = None
    wording: float | None = None
    bearing: float = 0.0
    concrete: float | None = None


def by_points(
    points: Sequence[ScoringPoint],
    question: str,
    references: Sequence[Reference],
    sentences: Sequence[Sentence],
    language: str,
    asked_for: Sequence[Probe],
) -> Reach:
    prepared = [scoring_points.prepare_point(point, question) for point in points]
    cues = [cued.asked_by(point, question) for point in points]
    words = likelihoods(prepared, sentences)
    story = None
    lost = 0
    texts = tuple(reference.text for reference in references)
    expected = expected_of(tuple(points), question, texts) | asked(question).specific
    heard = near = tuple(s.segment.folded for s in sentences)
    if themes.asks_for_story(question) and STORY_CUES & {point.cue for point in points}:
        # What somebody did not do belongs to many a story, but no story consists of it.
        denials = 2 * sum(s.denies and not s.said.terms for s in sentences) > len(sentences)
        lost = int(denials)
        near = bound(heard, question, expected)
        story = read_bound(("",) * len(heard) if denials else near, language)
    account = None
    if story is None:
        account = read_account(question, heard)
        if account is not None and not invites_questions(question):
            near = bound(heard, question, expected)
            account = read_account(question, near)
    replied = list(replies(points, question, sentences, asked_for))
    told_of = [s for s, folded in zip(sentences, near, strict=True) if folded]
    cue, strays = topic.of_answer(prepared, words, told_of, question, story, account, len(replied))
    on_topic = cue
    # What is said again makes a story no longer.
    own = [s for s in dict.fromkeys(bound(heard, question, expected)) if s and not is_aside(s)]
    highest = UNBOUNDED
    if story or (account and not invites_questions(question)):
        backed = 0 if themes.asks_for_story(question) else held_fast(own) - BACKED_BY_CHANCE
        highest = ceiling(tuple(own), question, max(0, backed))
    own_words = highest
    # That something was done, or was, is all that a vague one tells.
    vague = 1.0 - ownness(highest)
    earned = dict.fromkeys((*Cue, None), cue)
    if vague:
        part = Cue.ACTION if story and story.acts else Cue.SITUATION
        earned = {
            c: _towards(cue, topic.CUE_TOUCHED if c is part else topic.CUE_UNTOLD, vague)
            for c in earned
        }
        cue = _towards(cue, topic.CUE_UNTOUCHED, vague)
    told = [
        [
            max(
                strength * (topic.CUE_UNTOLD if strays and point.cue else 1.0),
                earned[wanted.cue] * _told(wanted, sentence, part, language),
            )
            for strength, point, wanted in zip(row, prepared, cues, strict=True)
        ]
        for row, sentence, part in zip(
            words, sentences, story.parts if story else [None] * len(sentences), strict=True
        )
    ]
    for i, number in replied:
        told[i][number] = max(told[i][number], REPLIED)
    for row, sentence in zip(told, sentences, strict=True):
        for number in sentence.misheld:
            row[number] *= MISHELD
    credits_ = [sentence.credit for sentence in sentences]
    misheld = {
        number
        for i, sentence in enumerate(sentences, 1)
        for number in sentence.misheld
        # Who says later how it is has taken it back.
        if not any(
            number not in later.misheld and later.credit * row[number] >= MADE
            for later, row in zip(sentences[i:], told[i:], strict=True)
        )
    }
    strongest = _strongest(told, credits_, len(points))
    highest = min(UNBOUNDED, highest + ANSWERED * bounds.of_answered(strongest, question))
    if not (replied or invites_questions(question)):
        highest = min(highest, bounds.in_brief(prepared, strongest, tuple(filter(None, near))))
    by_conduct, concrete = UNBOUNDED, None
    if story or account:
        by_conduct = bounds.of_conduct(heard)
        belonging = [
            sentence
            for sentence in (near if invites_questions(question) else own)
            if sentence and size_of(sentence) >= bounds.CLAUSE
        ]
        belongs = parted(belonging, question, expected)
        amount = bounds.told_in(belonging, belongs, question)
        highest = min(
            highest,
            by_conduct,
            bounds.of_telling(
                prepared, strongest, heard, tuple(filter(None, near)), amount, question
            ),
        )
        # What tells it from any other story: a situation, an act and a result are in all of them.
        worded = any(
            point.cue is None and strength >= MADE
            for point, strength in zip(prepared, strongest, strict=True)
        )
        if not invites_questions(question):
            concrete = min(
                own_words,
                bounds.of_nothing_done(tuple(filter(None, near))),
                UNBOUNDED if worded and not strays else BELOW_LEVEL_4,
                concreteness(
                    (*belongs.tied, *belongs.beside),
                    question,
                    amount,
                    on_topic,
                    against=by_conduct < UNBOUNDED,
                    misheld=bool(misheld),
                ),
            )
    implied, accounted, about, bearing = 0.0, False, 1.0, 0.0
    if story and not strays:
        if story.measured or has_shape(question, tuple(own)):
            implied = _implied(prepared, strongest, story)
        if themes.is_broad(question):
            fullness = min(1.0, held_fast(own) / RICH)
            implied = max(implied, _accounted(strongest, fullness))
            accounted = fullness >= HALF_TOLD
        implied *= cue
    elif account and account.signs > 1:  # One word of it may be there by chance.
        fullness = account.fullness(credits_)
        implied = _accounted(strongest, fullness) * cue
        accounted = fullness >= HALF_TOLD
    elif not story and not account:
        breadth = breadth_of(tuple(points), question, texts, sentences, language)
        fullness = breadth.fullness
        if any(s >= MADE for s in strongest) and asks_of_person(question, "\n".join(texts)):
            # Of work in any trade whoever has done it tells in the words of their own.
            done = read_bound(heard, language)
            if done.told and done.acts and any(map(names_own_act, heard)):
                by_acts = min(1.0, held_fast(own) / RICH)
                fullness = max(fullness, by_acts)
                most = IN_OTHER_WORDS * len(points) - sum(s for s in strongest if s >= NOISE)
                implied = max(0.0, min(_accounted(strongest, by_acts), most))
        about = breadth.about(sum(s >= MADE for s in strongest) / len(points))
        accounted = fullness >= HALF_TOLD
        bearing = breadth.bearing
    story_told = story is not None
    coverage = plain = about * _share(
        strongest, _wording(references, sentences, language, story=story_told), implied
    )
    if not matching.are_sound(sentences):
        unguarded = _strongest(told, [1.0] * len(sentences), len(points))
        wording = _wording(references, matching.unguarded(sentences), language, story=story_told)
        plain = about * _share(unguarded, wording, implied)
    # Who is asked for one thing, and names another that they did not do, does not say it is no use.
    denying = [
        [
            s
            for s, (asked_point, _) in zip(sentences, asked_for, strict=True)
            if s.denies and asked_point in ("", point.key)
        ]
        for point in points
    ]
    lost += sum(
        strength < MADE
        and any(
            scoring_points.by_words(prepared[number], s.segment, s.segment) >= MADE
            and scoring_points.by_words(prepared[number], s.segment, s.said) < MADE
            for s in denying[number]
        )
        for number, strength in enumerate(strongest)
    )
    order = sorted(range(len(points)), key=lambda i: strongest[i] if strongest[i] >= NOISE else 0.0)
    worth = tuple(
        credit * (sum(strength for strength in row if strength >= NOISE) + NOISE * held)
        for credit, row, held in zip(
            credits_, told, account.held if account else [0] * len(told), strict=True
        )
    )
    return Reach(
        coverage=coverage,
        plain=plain,
        covered=tuple(p.key for p, s in zip(points, strongest, strict=True) if s >= MADE),
        missing=tuple(points[i].key for i in order if strongest[i] < MADE),
        worth=worth,
        shown=tuple(
            value
            - SCENE
            * max(
                (v for p, v in zip(prepared, row, strict=True) if p.cue is Cue.SITUATION),
                default=0.0,
            )
            * credit
            for value, row, credit in zip(worth, told, credits_, strict=True)
        ),
        strays=strays,
        denied=min(1.0, lost / len(points)),
        misheld=len(misheld) / len(points),
        accounted=accounted,
        highest=highest,
        against=by_conduct < UNBOUNDED,
        oneself=bool((story and story.told) or (account and not invites_questions(question))),
        bearing=bearing,
        concrete=concrete,
    )


def _towards(value: float, lower: float, share: float) -> float:
    """``value``, moved by a share (0-1) of its distance to a lower one, if that is lower."""
    return value - share * max(0.0, value - lower)


def _told(
    wanted: Asked, sentence: Sentence, part: Mapping[Cue, float] | None, language: str
) -> float:
    """How far a sentence makes a point by how it is told, 0-1."""
    if part is not None and wanted.cue in STORY_CUES:
        return part.get(wanted.cue, 0.0)
    by_cue = float(cued.tells(wanted, sentence.said, language))
    if part is not None and wanted.cue is Cue.EXAMPLE:
        # Who tells what they did has an example, whether they call it one or not.
        return max(by_cue, part.get(Cue.ACTION, 0.0), part.get(Cue.SITUATION, 0.0))
    return by_cue


def _strongest(
    told: Sequence[Sequence[float]], credits_: Sequence[float], points: int
) -> list[float]:
    """The highest strength per point over all sentences, each times its credit."""
    return [
        max((credit * row[i] for credit, row in zip(credits_, told, strict=True)), default=0.0)
        for i in range(points)
    ]


def _implied(points: Sequence[Point], strongest: Sequence[float], story: Story) -> float:
    """The sum of the strengths that points get from how fully a story is told. It needs all its parts in sound
    sentences, and a measured result or at least an end."""
    parts = {
        point.cue: max(strength, 0.0) for point, strength in zip(points, strongest, strict=True)
    }
    whole = min((parts.get(cue, 1.0) for cue in STORY_CUES), default=0.0)
    if whole < (MADE if story.measured else NOISE):
        return 0.0
    return sum(
        max(0.0, TOLD_IN_FULL * story.richness - (strength if strength >= NOISE else 0.0))
        for point, strength in zip(points, strongest, strict=True)
        if point.cue not in STORY_CUES
    )


def _accounted(strongest: Sequence[float], fullness: float) -> float:
    """The sum of the strengths that points without a word get from a full account (see `accounts`)."""
    return sum(
        max(0.0, TOLD_IN_FULL * fullness - (strength if strength >= NOISE else 0.0))
        for strength in strongest
    )


def _wording(
    references: Sequence[Reference], sentences: Sequence[Sentence], language: str, *, story: bool
) -> float:
    """The share, 0-1, of the open points that the wording of the best reference fills. Answers to other
    questions share a tenth of a reference (a fifth in Chinese); only what is beyond that counts, or exact terms.
    Of a ``story`` only exact terms count: the reference is somebody else's."""
    if not references:
        return 0.0
    plain = Credits(sentences)
    exact = max(matching.exact_coverage(reference, plain) for reference in references)
    if story:
        return REFERENCE_PART * exact
    chance, full = CHANCE_SHARE[language]
    found = exact
    if language == "zh":
        found = max(
            matching.soft_coverage(ref, Credits(sentences, ref.weights)) for ref in references
        )
    beyond = min(1.0, max(0.0, (found - chance) / (full - chance)))
    return max(REFERENCE_PART * exact, BEYOND_CHANCE * beyond)


def _share(strengths: Sequence[float], wording: float, implied: float = 0.0) -> float:
    """The coverage of the points, 0-1; what is open is filled in part by the wording of the reference."""
    share = (sum(s for s in strengths if s >= NOISE) + implied) / len(strengths)
    return share + (1.0 - share) * wording
