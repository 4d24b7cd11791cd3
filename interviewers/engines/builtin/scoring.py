"""From what an answer reaches to its score, before what its flags take."""

from __future__ import annotations

from interviewers.engines.builtin.calibration import NAMES, calibration_of
from interviewers.engines.builtin.reach import Reach

__all__ = ["scored"]

WORDING_PART = 0.2
"""What the very words count beside the same said in whatever words. Agreement with both human-graded sets
grows by .007 of r, as cross-validated by question; from .1 to .4 it does, but above .2 English RMSE grows too."""


def scored(reach: Reach, *, with_points: bool, kept: float, soundness: float) -> float:
    """The score 0-100 of what is reached, of which a share of ``kept`` is not turned around."""
    coverage = reach.coverage
    if reach.wording is not None:
        coverage += WORDING_PART * (reach.wording - coverage)
    calibration = calibration_of(with_points=with_points, length=reach.length)
    score = calibration.score(coverage * kept, soundness)
    if reach.told:
        short = calibration_of(with_points=False)
        score = max(score, short.score(reach.told * kept, soundness))
    if reach.named is not None:
        score = min(score, NAMES.score(reach.named * kept, soundness))
    return score
