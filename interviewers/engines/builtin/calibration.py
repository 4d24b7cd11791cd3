"""From coverage to a score: few, monotone parameters, and where each comes from."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["LEVEL_FLOORS", "Calibration", "calibration_of", "level_of"]

LEVEL_FLOORS = (0.0, 30.0, 50.0, 70.0, 85.0)
"""The lowest score of levels 1 to 5; the same in both languages and both modes."""


def level_of(score: float) -> int:
    """The level of a score 0-100."""
    return sum(score >= floor for floor in LEVEL_FLOORS)


@dataclass(frozen=True, slots=True)
class Calibration:
    """``(floor + (100 - floor) * coverage ** power) * (unsound + (1 - unsound) * soundness)``.

    ``floor`` is what an answer to the question earns that shares nothing with what is expected,
    ``unsound`` the part that is left when everything it shares stands in sentences the guards
    reject.
    """

    floor: float
    power: float
    unsound: float = 0.35

    def score(self, coverage: float, soundness: float = 1.0) -> float:
        """Score 0-100 of a coverage 0-1 and a soundness 0-1; grows with both."""
        plain = self.floor + (100.0 - self.floor) * min(1.0, max(0.0, coverage)) ** self.power
        return plain * (self.unsound + (1.0 - self.unsound) * soundness)


_REFERENCE = Calibration(floor=45.0, power=0.4)
_POINTS = Calibration(floor=25.0, power=0.85)


def calibration_of(*, with_points: bool) -> Calibration:
    """The calibration of a mode; the same for both languages."""
    return _POINTS if with_points else _REFERENCE
