"""Which engine thinks and speaks: chosen by setting, made once per process."""

from __future__ import annotations

from functools import cache

from django.conf import settings
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from interviewers.engines.base import Engine

__all__ = ["current_engine"]

_KNOWN = {"builtin": "interviewers.engines.builtin.engine.BuiltinEngine"}


@cache
def _make(name: str) -> Engine:
    engine: Engine = import_string(_KNOWN.get(name, name))()
    return engine


def current_engine() -> Engine:
    """The engine named by ``INTERVIEWGPT_ENGINE``: a known name, or the dotted path of a class."""
    return _make(settings.ENGINE)


def _forget(*, setting: str, **_: object) -> None:
    if setting == "ENGINE":
        _make.cache_clear()


setting_changed.connect(_forget)
