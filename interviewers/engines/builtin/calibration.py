"""From coverage to a score: few, monotone parameters, and where each comes from.

Against reference texts the curve is ``47 + 53 * (1 - (1 - coverage) ** 4)``, picked by hand from a
grid read off two whole human-graded sets (English computer science, 81 questions; a machine
translation of 21 of them). Exponents 2-5 give correlations within .02 of each other in both
languages, so both share one; a power of the coverage (``** 0.4``) did worse in both by .015 and
made much of chance, for it climbs without bound near 0. The best floor there would be 55-60,
because those graders were kind (mean .82, answers that share no word with the reference .6); 47 is
deliberately below, for graders who are not, and costs about .007 of RMSE there. The credits and
thresholds in `matching`, `order` and `negation` were chosen while looking at the same two sets, so
figures on them are optimistic; what ``benchmarks/grading.py`` cross-validates by question is only
a straight line on top.

Those references have twelve words that tell something at most. Of the references of an interview, which
have thirty-six to seventy-five, anything on the theme says a twentieth, and who says a tenth has said
little: for them the floor is 30, just above what is `BESIDE` the question, that twentieth earns nothing, and
the exponent is 6, so that level 3 begins at a tenth, level 4 at .18 and level 5 at .27, as it does for short
ones. This was drawn from the answers of ``benchmarks/heard`` judged by their references alone; with
one curve for all, answers beside the question had level 2.7 there (the grader: 1.1). Between the two
lengths the parameters change in proportion. Whoever is asked of themselves is held beside the
short curve: the reference is somebody else's.

Against scoring points the curve is a straight line (exponent 1) from 25, so that with five points
one of them makes level 2, half of them level 3, four level 4 and five level 5.
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
    "LEVEL_FLOORS",
    "NAMES",
    "REPEATED",
    "Calibration",
    "calibration_of",
    "level_of",
]

LEVEL_FLOORS = (0.0, 30.0, 50.0, 70.0, 85.0)
"""The lowest score of levels 1 to 5; the same in both languages and both modes."""
BELOW_LEVEL_2 = 29.0
"""The most an answer can earn that makes no scoring point."""
BELOW_LEVEL_3 = 49.0
"""The most a story can earn that is not the one that was asked for."""
BESIDE = 29.0
"""What a text earns that says something, but nothing that could be an answer: level 1, and more than
nothing, for graders are kind to what they can make no sense of as well."""
BARE = 90.0
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
    stands in sentences the guards reject.
    """

    floor: float
    steepness: float
    unsound: float = 0.5
    chance: float = 0.0

    def score(self, coverage: float, soundness: float = 1.0) -> float:
        """Score 0-100 of a coverage 0-1 and a soundness 0-1; grows with both."""
        beyond = (coverage - self.chance) / (1.0 - self.chance)
        open_ = 1.0 - min(1.0, max(0.0, beyond))
        plain = self.floor + (100.0 - self.floor) * (1.0 - math.pow(open_, self.steepness))
        return plain * (self.unsound + (1.0 - self.unsound) * soundness)


_REFERENCE = Calibration(floor=47.0, steepness=4.0)
_LONG_REFERENCE = Calibration(floor=30.0, steepness=6.0, chance=0.05)
_POINTS = Calibration(floor=25.0, steepness=1.0)
NAMES = Calibration(floor=30.0, steepness=1.0)
"""What is earned at most of a row of names: the last is worth as much as the first (see `naming`)."""
SHORT, LONG = 12.0, 36.0
"""Up to and from which length of a reference (see `matching.Reference`) its curve is the short and the long one."""


def calibration_of(*, with_points: bool, length: float = 0.0) -> Calibration:
    """The calibration of scoring points, or of a reference of some length; the same for both languages."""
    if with_points:
        return _POINTS
    part = min(1.0, max(0.0, (length - SHORT) / (LONG - SHORT)))

    def between(short: float, long: float) -> float:
        return short + part * (long - short)

    return Calibration(
        floor=between(_REFERENCE.floor, _LONG_REFERENCE.floor),
        steepness=between(_REFERENCE.steepness, _LONG_REFERENCE.steepness),
        chance=between(_REFERENCE.chance, _LONG_REFERENCE.chance),
    )
