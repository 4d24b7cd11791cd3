"""Password rules beside Django's own."""

from __future__ import annotations

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _

__all__ = ["LongEnough"]


class LongEnough(MinimumLengthValidator):
    """Django's minimum length, in a sentence that has a Chinese translation."""

    def get_error_message(self) -> str:
        return _("The password needs at least {number} characters.").format(number=self.min_length)
