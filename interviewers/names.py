"""What things are called to who reads, where one name would not do for both languages."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _

__all__ = ["engine_name", "readers_language"]


def readers_language() -> str:
    """``en`` or ``zh``, as who reads has chosen."""
    return "en" if (get_language() or "").startswith("en") else "zh"


def engine_name(key: str) -> str:
    """The engine in words; a model goes by its own name in either language."""
    return _("built-in") if key == "builtin" else key
