"""Interviewers, competencies and questions to edit."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, Field, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from interviewers.models import (
    Competency,
    Family,
    Interviewer,
    Question,
    RubricLevel,
)
from interviewers.question_form import QuestionForm, question_fieldsets
from interviewers.rubrics import new_version
from interviewers.selectors import questions_in_bank
from interviewgpt.lists import ListAdmin

__all__ = ["CompetencyAdmin", "InterviewerAdmin", "QuestionAdmin"]

_PERSONA = _(
    "Persona: how a model plays this interviewer. The built-in engine does not read it; it goes by "
    "name, role, competencies and numbers."
)


class InterviewerRow(forms.ModelForm):
    """A row of the list: its fields have no label of their own but the head of the column."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = f"{self.instance}: {field.label}"


@admin.register(Interviewer)
class InterviewerAdmin(ListAdmin):
    list_display = (
        "id",
        "who",
        "active",
        "stage",
        "question_count",
        "follow_up_budget",
        "order",
    )
    list_editable = ("question_count", "follow_up_budget", "order", "active")
    list_filter = ("active", "stage")
    search_fields = ("id", "name_zh", "name_en", "role_zh", "role_en")
    filter_horizontal = ("competencies",)
    fieldsets = (
        (None, {"fields": ("id", "active", "order", "stage")}),
        (_("Chinese"), {"fields": ("name_zh", "role_zh", "persona_zh"), "description": _PERSONA}),
        (_("English"), {"fields": ("name_en", "role_en", "persona_en"), "description": _PERSONA}),
        (
            _("What they ask"),
            {"fields": ("competencies", "in_bank", "question_count", "follow_up_budget")},
        ),
    )

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> type[forms.ModelForm]:
        form: type[forms.ModelForm] = super().get_changelist_form(
            request, **{"form": InterviewerRow, **kwargs}
        )
        return form

    def get_readonly_fields(
        self, request: HttpRequest, obj: Interviewer | None = None
    ) -> tuple[str, ...]:
        """The id stands in transcripts; once given it stays."""
        return ("id", "in_bank") if obj is not None else ("in_bank",)

    @admin.display(description=_("Interviewer"))
    def who(self, interviewer: Interviewer) -> str:
        return str(interviewer)

    @admin.display(description=_("in the bank"))
    def in_bank(self, interviewer: Interviewer) -> SafeString | str:
        """How much there is to ask about each competency."""
        if not interviewer.pk:
            return "–"
        own = list(interviewer.competencies.all())
        counts = questions_in_bank([competency.key for competency in own])
        return format_html_join(
            mark_safe("<br>"),
            "{}: {}",
            ((str(competency), counts[competency.key]) for competency in own),
        )

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Say at once what an interview would otherwise leave out without a word."""
        super().save_related(request, form, formsets, change)
        interviewer = form.instance
        own = list(interviewer.competencies.all())
        counts = questions_in_bank([competency.key for competency in own])
        empty = [str(competency) for competency in own if not counts[competency.key]]
        if empty:
            told = _("The bank has no question for: {names}. Nothing will be asked about it.")
            self.message_user(request, told.format(names=", ".join(empty)), messages.WARNING)
        if sum(counts.values()) < interviewer.question_count:
            told = _("The bank has {found} questions for them, fewer than the {wanted} planned.")
            found = sum(counts.values())
            text = told.format(found=found, wanted=interviewer.question_count)
            self.message_user(request, text, messages.WARNING)


class RubricLevelInline(admin.TabularInline):
    model = RubricLevel
    extra = 0
    max_num = 5
    min_num = 5
    can_delete = False

    def formfield_for_dbfield(
        self, db_field: Field[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """In a table the heads of columns are no labels to a screen reader."""
        found = super().formfield_for_dbfield(db_field, request, **kwargs)
        if found is not None:
            found.widget.attrs["aria-label"] = found.label
        return found


@admin.register(Competency)
class CompetencyAdmin(ListAdmin):
    list_display = ("key", "name_zh", "name_en", "skill", "version", "questions_count")
    list_filter = ("skill",)
    search_fields = ("key", "name_zh", "name_en")
    fields = ("key", "skill", "name_zh", "name_en", "version", "former")
    inlines = (RubricLevelInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Competency]:
        rows: QuerySet[Competency] = super().get_queryset(request)
        return rows.annotate(questions_total=Count("questions"))

    @admin.display(description=_("number of questions"), ordering="questions_total")
    def questions_count(self, competency: Competency) -> int:
        return int(getattr(competency, "questions_total", 0))

    def get_readonly_fields(
        self, request: HttpRequest, obj: Competency | None = None
    ) -> tuple[str, ...]:
        return ("version", "former", "key") if obj is not None else ("version", "former")

    @admin.display(description=_("former versions of the anchors"))
    def former(self, competency: Competency) -> SafeString | str:
        """By which words earlier assessments were made, the latest version first."""
        rows = [
            (version.version, level, zh, en)
            for version in competency.former_rubrics.all()
            for level, (zh, en) in enumerate(
                zip(version.anchors_zh, version.anchors_en, strict=True), start=1
            )
        ]
        return format_html_join(mark_safe("<br>"), "{}.{} · {} · {}", rows) or "–"

    def save_model(
        self, request: HttpRequest, obj: Competency, form: forms.ModelForm, change: bool
    ) -> None:
        """Only what was changed: the version that was read may have been counted on since."""
        if change:
            obj.save(update_fields=form.changed_data)
        else:
            obj.save()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Anchors that were rewritten are a new version; assessments name the one they used, and its
        words are kept."""
        if change and any(formset.has_changed() for formset in formsets):
            new_version(form.instance.pk)
        super().save_related(request, form, formsets, change)


class FamilyFilter(admin.SimpleListFilter):
    title = _("role family")
    parameter_name = "family"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(Family.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Question]) -> QuerySet[Question]:
        # JSON containment is not the same on every database; the text of the list is.
        value = self.value()
        return queryset.filter(families__icontains=f'"{value}"') if value else queryset


@admin.register(Question)
class QuestionAdmin(ListAdmin):
    form = QuestionForm
    list_display = ("key", "text", "competency", "stage", "roles", "level", "active", "edited")
    list_filter = ("stage", "level", FamilyFilter, "competency", "active", "edited")
    list_select_related = ("competency",)
    list_per_page = 50
    search_fields = ("key", "topic", "zh__text", "en__text")
    search_help_text = _("Search by key, topic or text")

    @admin.display(description=_("question"))
    def text(self, question: Question) -> str:
        return str(question)

    @admin.display(description=_("role families"))
    def roles(self, question: Question) -> str:
        """The names of the families, as the filter beside the list has them."""
        names = dict(Family.choices)
        return ", ".join(str(names.get(key, key)) for key in question.families)

    def get_readonly_fields(
        self, request: HttpRequest, obj: Question | None = None
    ) -> tuple[str, ...]:
        return ("key",) if obj is not None else ()

    def get_fieldsets(
        self, request: HttpRequest, obj: Question | None = None
    ) -> list[tuple[Any, Any]]:
        return question_fieldsets(obj, posted=request.method == "POST")

    def get_form(
        self, request: HttpRequest, obj: Question | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """The form makes the fields itself that the model has not."""
        return super().get_form(
            request, obj, change, **{**kwargs, "fields": QuestionForm.Meta.fields}
        )

    def save_model(self, request: HttpRequest, obj: Question, form: Any, change: bool) -> None:
        """What a person has written stays when the bank is seeded anew."""
        obj.edited = True
        super().save_model(request, obj, form, change)
