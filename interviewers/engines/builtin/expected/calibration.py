"""From coverage (0-1) to a score (0-100): few, monotone parameters, and where each comes from.

**Beside references** the curve is ``floor + (100 - floor) * (1 - (1 - coverage) ** steepness)``. A part of
what it adds follows the share of the very words instead, on a straight line. The parameters depend on the
length of the reference (its words with content):

- A longer reference shares more words with any answer by chance, and its first words in common are more
  surely the heart of it. From 2 to 24 words the floor falls from 49 (just below level 3) to 30 (just above
  `BESIDE`), and the share that earns nothing rises from 0 to a twentieth.
- Nobody says the whole of a long reference. From 24 to 36 words the part of the very words falls from .3 to .1.
- From 2 to 36 words the exponent rises from 4.8 to 6.

The floor and the chance share were fitted to six human-graded sets in two languages, with equal weight (see
``docs/scoring.md``), and hardly change when any set is left out. The exponents and the part of the very words
were fitted to twelve sets, `NAMES` to six, four of them drawn anew. The upper end is that of the answers of
``benchmarks/heard`` beside their references alone (36 to 75 words): there level 3 begins at a coverage of .10,
level 4 at .18, level 5 at .27. Graders differ from this by up to a quarter of the scale, which no curve can
know. The credits and thresholds in `matching`, `order` and `negation` were chosen on the two sets of
``benchmarks/grading.py``, so figures on these are optimistic; its cross-validation by question covers only a
straight line on top. Questions about the person have a curve of their own, because the reference is somebody
else's.

**Beside scoring points** the curve is a straight line (exponent 1) from 25: with five points one of them
makes level 2, half of them level 3, four level 4 (or just level 5), all five level 5.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

__all__ = [
    "BARE",
    "BELOW_LEVEL_2",
    "BELOW_LEVEL_3",
    "BELOW_LEVEL_4",
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
"""The score of a fluent answer about the subject that makes no scoring point, as people grade it."""
IN_PASSING, FLUENT = 14.0, 12
"""The score of an answer that only touches the subject, from this many terms on (Latin words, Chinese pairs)."""
TRACES = 0.1
"""What each point of 100 adds by which it touches the subject (see `scoring.traces_of`)."""
HEARD = 1.0
"""Below this score (0-100) nothing of what was asked was recognised."""
OF_ONESELF = 22.0
"""The least score of an answer about oneself, where that was asked, that makes no point."""
BELOW_LEVEL_3 = 49.0
"""The most that a story on another theme than the one asked for can earn."""
BELOW_LEVEL_4 = 69.0
"""The most that is earned by how concretely something is told, if no point is made that tells it from any other."""
BESIDE = 29.0
"""The score of a text that says something, but nothing that could be an answer: level 1, and not 0, because
graders give something for it."""
BARE = 86.0
"""The most that one or two terms without a sentence can earn."""
REPEATED = 0.85
"""The factor for an answer that repeats itself."""
CUE_BONUS = 1.0
"""What each kind of specific (number, result, trade-off, example) adds beside scoring points."""


def level_of(score: float) -> int:
    """The level of a score 0-100."""
    return sum(score >= floor for floor in LEVEL_FLOORS)


@dataclass(frozen=True, slots=True)
class Calibration:
    """``(floor + (100 - floor) * reached) * (unsound + (1 - unsound) * soundness)``, where
    ``reached`` is ``1 - (1 - coverage) ** steepness``: the first words in common tell most.

    ``floor`` (0-100) is the score of an answer that shares no more than ``chance`` (0-1) with what is
    expected. ``unsound`` (0-1) is the factor when all it shares is in sentences the guards reject. The part
    ``literal`` (0-1) of ``reached`` follows the share of the very words.
    """

    floor: float
    steepness: float
    unsound: float = 0.5
    chance: float = 0.0
    literal: float = 0.0

    def score(self, coverage: float, soundness: float = 1.0, wording: float | None = None) -> float:
        """The score, 0-100, of a coverage, a soundness and the share of the very words, 0-1 each; it grows with all."""
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
"""The cap of a list of names; each name adds the same (see `naming`)."""
SHORT, LONG = 2.0, 24.0
"""Up to the first length of a reference (see `matching.Reference`) the short curve holds, from the second on the
long one."""
STEEPEST = 36.0
"""From this length on the curve is steepest: nobody says the whole of so long a reference."""


def calibration_of(*, with_points: bool, length: float = 0.0) -> Calibration:
    """The calibration of scoring points, or of a reference of this ``length`` (words with content; 0 for
    somebody else's story or motives). The same for both languages."""
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
