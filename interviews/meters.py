"""The meters that are read only when somebody asks: rooms, connections, and what is due."""

from __future__ import annotations

from django.db import Error as DatabaseFailure

from interviewgpt.meters import CONNECTIONS, DUE, ROOMS
from interviews import gates
from interviews.models import Interview

__all__ = ["connect"]


def connect() -> None:
    """Once, when the app is ready."""
    ROOMS.set_function(lambda: gates.present()[0])
    CONNECTIONS.set_function(lambda: gates.present()[1])
    DUE.set_function(_due)


def _due() -> float:
    try:
        return Interview.objects.due().count()
    except DatabaseFailure:
        return -1
