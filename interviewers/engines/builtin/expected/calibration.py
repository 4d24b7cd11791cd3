"""From coverage to a score: few, monotone parameters, and where each comes from.

Against reference texts the curve is ``floor + (100 - floor) * (1 - (1 - coverage) ** steepness)``, and of
what it adds a part goes by the share of the very words instead, on a straight line. What the longer of
two references has in common with an answer by chance is more, and what is said of it more surely the
heart of it: between references of two words that tell something and of two dozen the floor falls from 49 (just
below level 3) to 30 (just above what is `BESIDE` the question), a
twentieth of a long one earns nothing, and the very words of a long one, which nobody says whole,
count less from two dozen on; between two words and three dozen the exponent rises from 4.5 to 6. The numbers were chosen on six human-graded sets in two languages, each weighing
the same (see ``docs/scoring.md``), and are hardly others when any of them is left out; the parts of the very words on twelve,
what is left to whoever names none of a row, on six again, four of them drawn anew, and the exponents on twelve; the upper end is that of the answers of ``benchmarks/heard`` beside their references alone, which have thirty-six to
seventy-five words: there level 3 begins at a tenth, level 4 at .18, level 5 at .27. Graders are kinder or
stricter than that by a quarter of the scale, which no curve can know. The credits and
thresholds in `matching`, `order` and `negation` were chosen while looking at the two sets of
``benchmarks/grading.py``, so figures on them are optimistic; what it cross-validates by question is only
a straight line on top. Whoever is asked of themselves is held beside a curve of its own: the reference is somebody else's.

Against scoring points the curve is a straight line (exponent 1) from 25, so that with five points
one of them makes level 2, half of them level 3, four level 4 (at most where level 5 begins) and five level 5.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

__all__ = [
    "BARE",
    "BELOW_LEVEL_2",
    "BELOW_LEVEL_3",
    "BESIDE",
    "CUE_BONUS",
    "FLUENT",
    "HEARD",
    "IN_PASSING",
    "LEVEL_FLOORS",
    "NAMES",
    "OF_ONESELF",
    "ON_TOPIC",
    "REPEATED",
    "TRACES",
    "Calibration",
    "calibration_of",
    "level_of",
]

LEVEL_FLOORS = (0.0, 30.0, 50.0, 70.0, 85.0)
"""The lowest score of levels 1 to 5; the same in both languages and both modes."""
BELOW_LEVEL_2 = 29.0
"""The most an answer can earn that makes no scoring point."""
ON_TOPIC = 18.0
"""What an answer earns that speaks of what was asked and makes none of its points: what people give to fluent
answers that say nothing."""
IN_PASSING, FLUENT = 14.0, 12
"""And what an answer of so many words (Chinese: pairs of characters) earns that only touches it."""
TRACES = 0.1
"""And so much of each point of 100 that it touches it by."""
HEARD = 1.0
"""By so many points of 100 at least an answer touches a question of which anything has been heard."""
OF_ONESELF = 22.0
"""And who tells something of themselves, where that was asked, and none of the points: it answers, and says
little."""
BELOW_LEVEL_3 = 49.0
"""The most a story can earn that is not the one that was asked for."""
BESIDE = 29.0
"""What a text earns that says something, but nothing that could be an answer: level 1, and more than
nothing, for graders are kind to what they can make no sense of as well."""
BARE = 86.0
"""The most a term or two without a sentence can earn: right as they may be, they show less than a
sentence does."""
REPEATED = 0.9
"""What is left for an answer that says most of it again and again."""
CUE_BONUS = 1.0
"""What each kind of specific (number, result, trade-off, example) adds in an interview."""


def level_of(score: float) -> int:
    """The level of a score 0-100."""
    return sum(score >= floor for floor in LEVEL_FLOORS)


@dataclass(frozen=True, slots=True)
class Calibration:
    """``(floor + (100 - floor) * reached) * (unsound + (1 - unsound) * soundness)``, where
    ``reached`` is ``1 - (1 - coverage) ** steepness``: the first words in common tell most.

    ``floor`` is what an answer to the question earns that shares nothing with what is expected,
    or no more than the ``chance`` share, ``unsound`` the part that is left when everything it shares
    stands in sentences the guards reject. The part ``literal`` of ``reached`` goes by the share of the very words.
    """

    floor: float
    steepness: float
    unsound: float = 0.5
    chance: float = 0.0
    literal: float = 0.0

    def score(self, coverage: float, soundness: float = 1.0, wording: float | None = None) -> float:
        """Score 0-100 of a coverage, a soundness and the share of the very words, 0-1 each; grows with all."""
        beyond = (coverage - self.chance) / (1.0 - self.chance)
        open_ = 1.0 - min(1.0, max(0.0, beyond))
        reached = 1.0 - math.pow(open_, self.steepness)
        if wording is not None:
            reached += self.literal * (wording - reached)
        plain = self.floor + (100.0 - self.floor) * reached
        return plain * (self.unsound + (1.0 - self.unsound) * soundness)


_SHORT_REFERENCE = Calibration(floor=49.0, steepness=4.8, literal=0.3)
_LONG_REFERENCE = Calibration(floor=30.0, steepness=6.0, chance=0.05, literal=0.1)
_SOMEBODY_ELSES = Calibration(floor=47.0, steepness=4.0)
_POINTS = Calibration(floor=25.0, steepness=1.0)
NAMES = Calibration(floor=20.0, steepness=1.0)
"""What is earned at most of a row of names: the last is worth as much as the first (see `naming`)."""
SHORT, LONG = 2.0, 24.0
"""Up to and from which length of a reference (see `matching.Reference`) its curve is the short and the long one."""
STEEPEST = 36.0
"""And from which on it is as steep as it gets: of so long a one nobody says more than a part, of a shorter one
people who have all of it do."""


def calibration_of(*, with_points: bool, length: float = 0.0) -> Calibration:
    """The calibration of scoring points, or of a reference of some length, 0 for one that is somebody
    else's; the same for both languages."""
    if with_points:
        return _POINTS
    if not length:
        return _SOMEBODY_ELSES

    def between(short: float, long: float, longest: float = LONG, shortest: float = SHORT) -> float:
        part = min(1.0, max(0.0, (length - shortest) / (longest - shortest)))
        return short + part * (long - short)

    short, long = _SHORT_REFERENCE, _LONG_REFERENCE
    return Calibration(
        floor=between(short.floor, long.floor),
        steepness=between(short.steepness, long.steepness, STEEPEST),
        chance=between(short.chance, long.chance),
        literal=between(short.literal, long.literal, STEEPEST, LONG),
    )
