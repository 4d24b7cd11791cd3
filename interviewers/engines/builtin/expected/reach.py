"""What the sentences of an answer cover of the scoring points of a question (`Reach`; shares are 0-1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interviewers.engines.base import Cue, ScoringPoint
from interviewers.engines.builtin.expected import bounds, cued, matching, topic
from interviewers.engines.builtin.expected import points as scoring_points
from interviewers.engines.builtin.expected.beyond import (
    Beyond,
    of_account,
    of_knowledge,
    of_story,
)
from interviewers.engines.builtin.expected.breadth import expected_of
from interviewers.engines.builtin.expected.cued import Asked
from interviewers.engines.builtin.expected.likelihood import likelihoods
from interviewers.engines.builtin.expected.matching import Credits, Reference, Sentence
from interviewers.engines.builtin.expected.oneself import Bounded, Telling, read_telling
from interviewers.engines.builtin.expected.particulars import UNBOUNDED
from interviewers.engines.builtin.expected.points import MADE, NOISE, Point
from interviewers.engines.builtin.expected.replies import REPLIED, Probe, replies
from interviewers.engines.builtin.reading.text import asked
from interviewers.engines.builtin.stories.accounts import invites_questions
from interviewers.engines.builtin.stories.telling import STORY_CUES

__all__ = ["Reach", "by_points"]

REFERENCE_PART, BEYOND_CHANCE = 0.25, 0.35
"""The most that the wording of the reference adds, as a share (0-1) of what the points leave open: by exact terms,
and by what is beyond chance."""
CHANCE_SHARE = {"en": (0.1, 0.4), "zh": (0.2, 0.5)}
"""Per language: the share of a reference (0-1) that is said by chance, and the one that counts in full."""
MISHELD = 0.5
"""The factor for a point made by an answer that states a misconception about it."""
SCENE = 0.75
"""The part, 0-1, of a situation's worth that does not count in ``shown``: any opening may set a scene."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What the sentences cover of what is expected; all shares are 0-1.

    ``coverage`` counts credits, ``plain`` is the same as if all sentences were sound. ``covered`` and
    ``missing`` are keys of points. ``worth`` is per sentence; ``shown`` is ``worth`` without what only sets the
    scene, as any opening may.

    ``strays``: how far they tell a story that is not the one asked for. ``denied``: the share of the points (or terms)
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
    strays: float = 0.0
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

    @property
    def makes_any(self) -> bool:
        """Whether a point is made, or an account in other words stands for it."""
        return bool(self.covered or self.accounted)


def by_points(
    points: Sequence[ScoringPoint],
    question: str,
    references: Sequence[Reference],
    sentences: Sequence[Sentence],
    language: str,
    asked_for: Sequence[Probe],
) -> Reach:
    """What credited sentences cover of scoring points; ``asked_for`` is what each of them replies to.

    A point is as strong as in the sentence that makes it best: by its words, by its cue, or as the reply to a
    follow-up about it. Knowledge, a story and what is asked about oneself differ in what else counts (`beyond`) and
    in what caps the score (`oneself`). The numbers are those of ``docs/scoring.md``.
    """
    prepared = [scoring_points.prepare_point(point, question) for point in points]
    texts = tuple(reference.text for reference in references)
    expected = expected_of(tuple(points), question, texts) | asked(question).specific
    telling = read_telling(points, question, sentences, expected, language)
    heard = telling.near if telling else tuple(s.segment.folded for s in sentences)
    words = likelihoods(prepared, sentences)
    replied = list(replies(points, question, sentences, asked_for))
    on_topic, strays = topic.of_answer(
        prepared,
        words,
        [s for s, folded in zip(sentences, heard, strict=True) if folded],
        question,
        telling.story if telling else None,
        telling.account if telling else None,
        len(replied),
    )
    cues = [cued.asked_by(point, question) for point in points]
    told = _told(words, cues, sentences, telling, on_topic, language, strays=strays)
    _correct(told, sentences, replied)
    misheld = _misheld(sentences, told)
    credits_ = [sentence.credit for sentence in sentences]
    strongest = _strongest(told, credits_, len(points))
    bounded = Bounded(UNBOUNDED, against=False, concrete=None)
    beyond = Beyond()
    if telling is None:
        beyond = of_knowledge(
            tuple(points), question, texts, sentences, strongest, expected, language
        )
    else:
        bounded = telling.bounded(
            prepared, strongest, on_topic, strays=strays, misheld=bool(misheld)
        )
        counts = telling.in_other_words(on_topic)
        if telling.account:
            beyond = of_account(telling.account, credits_, strongest, counts)
        elif telling.story and strays < 1.0:
            its_own = counts * (1.0 - strays)
            beyond = of_story(telling.story, telling.own, question, prepared, strongest, its_own)
    highest = bounded.highest
    if not (replied or invites_questions(question)):
        highest = min(highest, bounds.in_brief(prepared, strongest, tuple(filter(None, heard))))
    story = telling is not None and telling.story is not None

    def coverage_of(strengths: Sequence[float], said: Sequence[Sentence]) -> float:
        wording = _wording(references, said, language, story=story)
        return beyond.about * _share(strengths, wording, beyond.implied)

    coverage = plain = coverage_of(strongest, sentences)
    if not matching.are_sound(sentences):
        unguarded = _strongest(told, [1.0] * len(sentences), len(points))
        plain = coverage_of(unguarded, matching.unguarded(sentences))
    lost = _denied(points, prepared, strongest, sentences, asked_for)
    lost += telling.undone if telling else False
    order = sorted(range(len(points)), key=lambda i: strongest[i] if strongest[i] >= NOISE else 0.0)
    held = telling.account.held if telling and telling.account else [0] * len(told)
    worth, shown = _worth(told, credits_, held, prepared)
    return Reach(
        coverage=coverage,
        plain=plain,
        covered=tuple(p.key for p, s in zip(points, strongest, strict=True) if s >= MADE),
        missing=tuple(points[i].key for i in order if strongest[i] < MADE),
        worth=worth,
        shown=shown,
        strays=strays,
        denied=min(1.0, lost / len(points)),
        misheld=len(misheld) / len(points),
        accounted=beyond.accounted,
        highest=highest,
        against=bounded.against,
        oneself=telling is not None and telling.tells,
        bearing=beyond.bearing,
        concrete=bounded.concrete,
    )


def _told(
    words: Sequence[Sequence[float]],
    cues: Sequence[Asked],
    sentences: Sequence[Sentence],
    telling: Telling | None,
    on_topic: float,
    language: str,
    *,
    strays: float,
) -> list[list[float]]:
    """How far each sentence makes each point, 0-1: by its ``words`` or by its cue, which counts as much as the answer
    is ``on_topic``."""
    earned = telling.cues(on_topic) if telling else dict.fromkeys((*Cue, None), on_topic)
    story = telling.story if telling else None
    parts = story.parts if story else [None] * len(sentences)
    return [
        [
            max(
                strength * (1.0 - strays * (1.0 - topic.CUE_UNTOLD) if wanted.cue else 1.0),
                earned[wanted.cue] * _by_cue(wanted, sentence, part, language),
            )
            for strength, wanted in zip(row, cues, strict=True)
        ]
        for row, sentence, part in zip(words, sentences, parts, strict=True)
    ]


def _correct(
    told: Sequence[list[float]], sentences: Sequence[Sentence], replied: Sequence[tuple[int, int]]
) -> None:
    """Raise what answers a follow-up (pairs of a sentence and a point) in place, and lower what states a
    misconception."""
    for i, number in replied:
        told[i][number] = max(told[i][number], REPLIED)
    for row, sentence in zip(told, sentences, strict=True):
        for number in sentence.misheld:
            row[number] *= MISHELD


def _misheld(sentences: Sequence[Sentence], told: Sequence[Sequence[float]]) -> set[int]:
    """The numbers of the points about which a misconception is stated, unless a later sentence says how it is."""
    return {
        number
        for i, sentence in enumerate(sentences, 1)
        for number in sentence.misheld
        if not any(
            number not in later.misheld and later.credit * row[number] >= MADE
            for later, row in zip(sentences[i:], told[i:], strict=True)
        )
    }


def _denied(
    points: Sequence[ScoringPoint],
    prepared: Sequence[Point],
    strongest: Sequence[float],
    sentences: Sequence[Sentence],
    asked_for: Sequence[Probe],
) -> int:
    """How many points would be made if nothing was denied, and are not. Who is asked for one thing, and names another
    that they did not do, does not say it is no use."""

    def denies(number: int, sentence: Sentence) -> bool:
        point, words = prepared[number], scoring_points.by_words
        return (
            words(point, sentence.segment, sentence.segment) >= MADE
            and words(point, sentence.segment, sentence.said) < MADE
        )

    return sum(
        any(
            sentence.denies and asked_point in ("", point.key) and denies(number, sentence)
            for sentence, (asked_point, _) in zip(sentences, asked_for, strict=True)
        )
        for number, point in enumerate(points)
        if strongest[number] < MADE
    )


def _worth(
    told: Sequence[Sequence[float]],
    credits_: Sequence[float],
    held: Sequence[float],
    points: Sequence[Point],
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """What each sentence is worth by the points it makes and what of an account is ``held`` in it; and the same
    without what only sets a scene."""
    worth = tuple(
        credit * (sum(strength for strength in row if strength >= NOISE) + NOISE * backed)
        for credit, row, backed in zip(credits_, told, held, strict=True)
    )
    scenes = [i for i, point in enumerate(points) if point.cue is Cue.SITUATION]
    return worth, tuple(
        value - SCENE * max((row[i] for i in scenes), default=0.0) * credit
        for value, row, credit in zip(worth, told, credits_, strict=True)
    )


def _by_cue(
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


def _share(strengths: Sequence[float], wording: float, implied: float) -> float:
    """The coverage of the points, 0-1; what is open is filled in part by the wording of the reference."""
    share = (sum(s for s in strengths if s >= NOISE) + implied) / len(strengths)
    return share + (1.0 - share) * wording
