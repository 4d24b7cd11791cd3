"""What Django REST framework says of fields that a client of ours can meet.

Its own Chinese reads oddly in places ("期望为一个包含物件的列表"). Gathered here, the sentences get
into our catalogue, which Django asks before the framework's; nothing else uses this module.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

__all__ = ["SENTENCES"]

SENTENCES = (
    _('Expected a list of items but got type "{input_type}".'),
    _('"{input}" is not a valid choice.'),
    _("Not a valid string."),
    _("A valid integer is required."),
    _("String value too large."),
    _("Ensure this field has no more than {max_length} characters."),
    _("Ensure this field has no more than {max_length} elements."),
    _("Ensure this value is greater than or equal to {min_value}."),
    _("Ensure this value is less than or equal to {max_value}."),
    _("The submitted data was not a file. Check the encoding type on the form."),
)
