"""Versions of the anchors: what is about to be rewritten is kept, for assessments name the one they used."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from interviewers.models import Competency, FormerRubric

__all__ = ["new_version"]


@transaction.atomic
def new_version(competency: str) -> None:
    """Keep the anchors as they stand and count a new version; to be called before they are changed, in
    the same transaction."""
    now = Competency.objects.select_for_update().get(pk=competency)
    levels = list(now.levels.order_by("level"))
    FormerRubric.objects.create(
        competency=now,
        version=now.version,
        anchors_zh=[level.anchor_zh for level in levels],
        anchors_en=[level.anchor_en for level in levels],
    )
    Competency.objects.filter(pk=competency).update(version=F("version") + 1)
