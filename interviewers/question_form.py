"""The form of a question of the bank: what stands in JSON in the database, in fields a coach can fill.

Both languages stand side by side. A list has a line for each entry; a scoring point is a block of
fields, of which there are as many as a question may have points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from interviewers.engines.vocabulary import Cue
from interviewers.models import Family, Question
from interviewgpt.expressions import expression

__all__ = ["QuestionForm", "question_fieldsets"]

LANGUAGES = ("zh", "en")
MOST_POINTS = 8
"""What `bank.schema.ItemText` allows."""
_ON_ADDING = 3
"""So many empty points are open where a question is new: the fewest it may have."""
_BY_LANGUAGE = ("text", "synonyms", "contrary")

_CUES = {
    Cue.SITUATION: _("Situation: when, where, what was at stake"),
    Cue.ACTION: _("Action: what the candidate did"),
    Cue.RESULT: _("Result: what came of it"),
    Cue.NUMBER: _("Number: an amount"),
    Cue.REFLECTION: _("Reflection: what they learned"),
    Cue.TRADE_OFF: _("Trade-off: what speaks for and against"),
    Cue.EXAMPLE: _("Example: a case of their own"),
}
_LINES = _("One per line.")
_CONTRARY = _(
    "What people commonly get wrong, one pattern per line: “index … speeds up … insert*|write*”. “…” "
    "parts what has to follow in this order, “|” other wordings, “*” is any ending; what comes behind “~” "
    "must not stand in between."
)
_POINTS = _("Three to eight scoring points follow. To take one out, empty all of its fields.")
_FOLLOW_UPS = _(
    "One per line, in the order of their weight: key of the scoring point, colon, text."
)


class TextField(forms.CharField):
    """Text of several lines, whatever a browser ends them with."""

    def __init__(self, rows: int, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows, "class": "vLargeTextField"})
        super().__init__(**{"required": False, "widget": widget, **kwargs})

    def to_python(self, value: Any) -> Any:
        return str(super().to_python(value)).replace("\r\n", "\n")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class LinesField(TextField):
    """A list of texts, one per line."""

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) or value is None:
            return value
        return "\n".join(map(_in_one_line, value))

    def clean(self, value: Any) -> Any:
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


class FollowUpsField(LinesField):
    """Follow-ups, one per line: ``key: text``."""

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) or value is None:
            return value
        return super().prepare_value([f"{entry['point']}: {entry['text']}" for entry in value])

    def clean(self, value: Any) -> list[dict[str, str]]:
        entries = []
        for line in super().clean(value):
            point, *text = _COLON.split(line, maxsplit=1)
            if not (text and text[0].strip() and _KEY.fullmatch(point.strip())):
                told = _("No key of a scoring point and colon before the text: “%(line)s”")
                raise ValidationError(told, code="no_key", params={"line": line})
            entries.append({"point": point.strip(), "text": text[0].strip()})
        return entries


class NamesField(forms.CharField):
    """Names in lower case, with commas between."""

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else ", ".join(value)

    def clean(self, value: Any) -> Any:
        names = re.split("[,，、]", super().clean(value).lower())
        return [name.strip() for name in names if name.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


_KEY, _COLON = expression(r"[a-z0-9-]+"), expression("[:：]")


def _in_one_line(text: str) -> str:
    return " ".join(text.splitlines())


class QuestionForm(forms.ModelForm):
    """A question; what is wrong with one of its halves is told at the field it is wrong in."""

    families = forms.MultipleChoiceField(
        label=_("role families"), choices=Family.choices, widget=forms.CheckboxSelectMultiple
    )
    skills = NamesField(
        label=_("skills"),
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=_("As they stand in résumés, with commas between."),
    )

    class Meta:
        model = Question
        fields = ("key", "active", "competency", "stage", "families", "level", "topic", "skills")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        halves = {language: getattr(self.instance, language) or {} for language in LANGUAGES}
        points = {language: half.get("points", []) for language, half in halves.items()}
        for language, half in halves.items():
            for name, field in _half_fields(language):
                self.fields[f"{name}_{language}"] = field
                self.initial.setdefault(f"{name}_{language}", half.get(name))
        for number in range(MOST_POINTS):
            own = {language: _at(rows, number) for language, rows in points.items()}
            for name, field in _point_fields():
                part, _underscore, language = name.rpartition("_")
                held = own[language].get(part) if part else own["zh"].get(name)
                self.fields[f"point_{number}_{name}"] = field
                self.initial.setdefault(f"point_{number}_{name}", held)
        self._rows: list[int] = []

    def clean(self) -> dict[str, Any]:
        super().clean()
        # A point whose fields are all empty is none: so one is taken out, and the others move up.
        self._rows = [
            number
            for number in range(MOST_POINTS)
            if any(self._said(f"point_{number}_{name}") for name, _field in _point_fields())
        ]
        for language in LANGUAGES:
            half = {name: self._said(f"{name}_{language}") for name, _f in _half_fields(language)}
            half["points"] = [self._point(number, language) for number in self._rows]
            setattr(self.instance, language, half)
        return self.cleaned_data

    def _said(self, name: str) -> Any:
        """What stands in a field that can be read: else its own error is told, and nothing of it here."""
        return self.cleaned_data.get(name) or ""

    def _point(self, number: int, language: str) -> dict[str, Any]:
        said = {name: self._said(f"point_{number}_{name}_{language}") for name in _BY_LANGUAGE}
        cue = self._said(f"point_{number}_cue") or None
        lists = {name: list(said[name]) for name in ("synonyms", "contrary")}
        return {"key": self._said(f"point_{number}_key"), "text": said["text"], "cue": cue, **lists}

    def add_error(self, field: str | None, error: Any) -> None:
        """Where the model finds something wrong in a half, say so at the field; once will do."""
        if field is not None or not hasattr(error, "error_dict"):
            super().add_error(field, error)
            return
        for name, problems in error.error_dict.items():
            for problem in problems:
                place = self._field_of(name, problem)
                told = list(map(str, self.errors.get(place or NON_FIELD_ERRORS) or ()))
                # What is wrong in both languages is said at the head once.
                if not told or (place is None and not set(problem.messages) <= set(told)):
                    super().add_error(place, problem)

    def _field_of(self, name: str, problem: ValidationError) -> str | None:
        """The field where a problem with ``name`` of the model is told; None for the head of the form."""
        if name not in LANGUAGES:
            return name if name in self.fields else None
        match (problem.params or {}).get("place", ()):
            case ("points", int(place), *rest):
                part = str(rest[0]) if rest else "synonyms"
                field = f"point_{self._rows[place]}_{part}"
                return field if field in self.fields else f"{field}_{name}"
            case (str(part), *_rest) if f"{part}_{name}" in self.fields:
                return f"{part}_{name}"
        return None


def _at(points: list[dict[str, Any]], number: int) -> dict[str, Any]:
    return points[number] if number < len(points) else {}


def _label(text: Promise, language: str) -> str:
    return f"{text} ({_('Chinese') if language == 'zh' else _('English')})"


def _half_fields(language: str) -> Iterator[tuple[str, forms.Field]]:
    yield "text", TextField(3, required=True, label=_label(_("question"), language))
    yield "reference", TextField(8, required=True, label=_label(_("reference answer"), language))
    label = _label(_("follow-ups"), language)
    yield "follow_ups", FollowUpsField(6, required=True, label=label, help_text=_FOLLOW_UPS)
    yield (
        "hints",
        LinesField(4, required=True, label=_label(_("hints"), language), help_text=_LINES),
    )


def _point_fields() -> Iterator[tuple[str, forms.Field]]:
    yield "key", forms.CharField(label=_("key"), required=False, max_length=80)
    choices = [("", _("by words only")), *((cue.value, label) for cue, label in _CUES.items())]
    yield (
        "cue",
        forms.ChoiceField(label=_("heard by how it is told"), required=False, choices=choices),
    )
    for language in LANGUAGES:
        yield f"text_{language}", TextField(2, label=_label(_("what a good answer says"), language))
    for language in LANGUAGES:
        label = _label(_("wordings it is heard by"), language)
        yield f"synonyms_{language}", LinesField(10, label=label, help_text=_LINES)
    for language in LANGUAGES:
        label = _label(_("what people get wrong"), language)
        yield f"contrary_{language}", LinesField(4, label=label, help_text=_CONTRARY)


def question_fieldsets(question: Question | None, *, posted: bool) -> list[tuple[Any, Any]]:
    """The form in parts. The points are closed until somebody opens one, but where something may be
    wrong in them."""
    halves = [[f"{name}_{language}" for language in LANGUAGES] for name, _f in _half_fields("zh")]
    parts: list[tuple[Any, Any]] = [
        (None, {"fields": QuestionForm.Meta.fields}),
        (_("Question"), {"fields": halves, "description": _POINTS}),
    ]
    language = "zh" if (get_language() or "").startswith("zh") else "en"
    points = (getattr(question, language) or {}).get("points", []) if question else []
    for number in range(MOST_POINTS):
        rows = [("key", "cue"), *([f"{n}_{one}" for one in LANGUAGES] for n in _BY_LANGUAGE)]
        title = _("Scoring point %(number)s") % {"number": number + 1}
        told = _at(points, number).get("text", "")
        shut = not posted and (question is not None or number >= _ON_ADDING)
        options = {
            "fields": [[f"point_{number}_{name}" for name in row] for row in rows],
            "classes": ["collapse"] if shut else [],
        }
        parts.append((f"{title}: {told}" if told else title, options))
    return parts
