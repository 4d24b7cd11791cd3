"""What came of a case is asked after the case, and what one thinks of it after how it ended."""

from __future__ import annotations

from interviewers.engines.base import Cue, ScoringPoint
from interviews.gaps import endings, untimely

POINTS = tuple(
    ScoringPoint(key, key, (), cue)
    for key, cue in (
        ("strength", None),
        ("example", Cue.EXAMPLE),
        ("action", Cue.ACTION),
        ("result", Cue.RESULT),
        ("lesson", Cue.REFLECTION),
    )
)


def test_a_story_is_asked_for_in_its_order() -> None:
    assert untimely(POINTS, {"strength"}) == {"result", "lesson"}
    assert untimely(POINTS, {"example"}) == {"lesson"}
    assert untimely(POINTS, {"example", "result"}) == frozenset()
    assert untimely(POINTS[:1] + POINTS[3:], {"strength"}) == {"lesson"}
    assert endings(POINTS, {"example"}) == frozenset()
    assert endings(POINTS, {"action"}) == {"result"}
