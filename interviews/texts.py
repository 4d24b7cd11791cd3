"""Sentences about a sitting, in the interview's language."""

from __future__ import annotations

from functools import lru_cache

from django.utils import translation
from django.utils.translation import gettext

from interviewers.engines.base import Fault
from interviewgpt.language import code_of
from interviews.protocol import Command, RoomStatus

__all__ = ["status_text", "vain_text"]


@lru_cache(maxsize=512)
def status_text(status: RoomStatus, language: str, *, role: str = "", reason: str = "") -> str:
    """``data.message`` of a status frame; ``role`` is the interviewer who has the floor,
    ``reason`` why the engine changed."""
    if language == "en" and role[1:2].islower():
        role = role[0].lower() + role[1:]
    with translation.override(code_of(language)):
        texts = {
            RoomStatus.CONNECTED: gettext("You are connected to the interview."),
            RoomStatus.THINKING: gettext("The interviewer is thinking."),
            RoomStatus.INTERVIEWER_CHANGED: gettext("The %(role)s takes over the interview now."),
            RoomStatus.PAUSED: gettext("The interview is paused."),
            RoomStatus.RESUMED: gettext("The interview goes on."),
            RoomStatus.EVALUATING: gettext("The panel is putting your feedback together."),
            RoomStatus.COMPLETED: gettext("The interview is complete."),
            RoomStatus.ENGINE_CHANGED: (
                gettext(
                    "This interview has used its share of the AI model; the built-in engine goes on."
                )
                if reason == Fault.USED_UP
                else gettext("The AI model cannot answer; the built-in engine takes over.")
            ),
        }
        return texts[status] % {"role": role}


def vain_text(name: Command) -> str:
    """What is said to a command that had nothing to do while the interview goes on, in the language
    that is active; "" where the state says it."""
    if name is Command.RETRY:
        return gettext("No reply has failed, so there is nothing to try again.")
    if name is Command.HINT:
        return gettext("That was the last hint on this question.")
    return ""
