"""Who asks, what they ask, and what is measured by it."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from interviewers.names import readers_language

__all__ = [
    "Competency",
    "Edition",
    "Family",
    "FormerRubric",
    "Interviewer",
    "Level",
    "Question",
    "RubricLevel",
    "Skill",
    "Stage",
]

KEY = RegexValidator(
    r"^[a-z0-9]+([_-][a-z0-9]+)*\Z", _("Lower-case letters, digits and dashes only.")
)


class Skill(models.TextChoices):
    """The keys of ``skill_scores``. The set is part of the API."""

    TECHNICAL = "technical", _("Technical")
    PROBLEM_SOLVING = "problem_solving", _("Problem solving")
    COMMUNICATION = "communication", _("Communication")
    COLLABORATION = "collaboration", _("Collaboration")
    PROFESSIONALISM = "professionalism", _("Professionalism")


class Family(models.TextChoices):
    """Role families of the question bank."""

    BACKEND = "backend", _("Backend")
    FRONTEND = "frontend", _("Frontend")
    AI = "ai", _("AI application")
    DATA = "data", _("Data engineering")
    MOBILE = "mobile", _("Mobile")
    DEVOPS = "devops", _("DevOps and SRE")
    QA = "qa", _("Quality assurance")
    PRODUCT = "product", _("Product management")
    DS = "ds", _("Data science")
    GENERAL = "general", _("General")


class Stage(models.TextChoices):
    """Which part of an interview a question belongs to."""

    TECHNICAL = "technical", _("Technical")
    BEHAVIORAL = "behavioral", _("Behavioural")
    HR = "hr", _("HR")


class Level(models.IntegerChoices):
    """How demanding a question is."""

    JUNIOR = 1, _("Junior")
    MIDDLE = 2, _("Middle")
    SENIOR = 3, _("Senior")


class Competency(models.Model):
    """One thing that is measured, with five behavioural anchors (`RubricLevel`).

    ``version`` counts the changes of the anchors, so that an assessment can say by which words
    it was made.
    """

    key = models.CharField(_("key"), max_length=40, primary_key=True, validators=[KEY])
    skill = models.CharField(_("skill"), max_length=20, choices=Skill.choices)
    name_zh = models.CharField(_("name (Chinese)"), max_length=60)
    name_en = models.CharField(_("name (English)"), max_length=60)
    version = models.PositiveIntegerField(_("version of the anchors"), default=1, editable=False)

    class Meta:
        ordering = ("key",)
        verbose_name = _("competency")
        verbose_name_plural = _("competencies")

    def __str__(self) -> str:
        return self.name(readers_language())

    def name(self, language: str) -> str:
        return self.name_en if language == "en" else self.name_zh


class RubricLevel(models.Model):
    """The behaviour in an answer that stands for one level (1-5) of a competency."""

    competency = models.ForeignKey(Competency, models.CASCADE, related_name="levels")
    level = models.PositiveSmallIntegerField(
        _("level"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    anchor_zh = models.TextField(_("anchor (Chinese)"), max_length=500)
    anchor_en = models.TextField(_("anchor (English)"), max_length=500)

    class Meta:
        ordering = ("competency", "level")
        verbose_name = _("rubric level")
        verbose_name_plural = _("rubric levels")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["competency", "level"], name="one_anchor_per_level"),
            models.CheckConstraint(
                condition=models.Q(level__range=(1, 5)), name="rubric_level_1_to_5"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.competency_id} {self.level}"


class FormerRubric(models.Model):
    """The anchors of a competency as they were in a version that has been rewritten since: assessments
    name the version they were made with. ``anchors_zh`` and ``anchors_en`` are those of levels 1-5."""

    competency = models.ForeignKey(
        Competency, models.CASCADE, related_name="former_rubrics", editable=False
    )
    version = models.PositiveIntegerField(_("version of the anchors"), editable=False)
    anchors_zh = models.JSONField(_("anchor (Chinese)"), editable=False)
    anchors_en = models.JSONField(_("anchor (English)"), editable=False)

    class Meta:
        ordering = ("competency", "-version")
        verbose_name = _("former version of the anchors")
        verbose_name_plural = _("former versions of the anchors")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["competency", "version"], name="one_former_per_version")
        ]

    def __str__(self) -> str:
        return f"{self.competency_id} {self.version}"


class InterviewerQuerySet(models.QuerySet["Interviewer"]):
    def active(self) -> InterviewerQuerySet:
        return self.filter(active=True)

    def in_order(self) -> InterviewerQuerySet:
        return self.order_by("order", "id")


class Interviewer(models.Model):
    """A member of the panel. ``id`` is what the API calls ``interviewer_id``.

    ``question_count`` is how many planned questions they ask, ``follow_up_budget`` how many
    follow-ups each of these may get.
    """

    id = models.CharField(_("id"), max_length=40, primary_key=True, validators=[KEY])
    name_zh = models.CharField(_("name (Chinese)"), max_length=60)
    name_en = models.CharField(_("name (English)"), max_length=60)
    role_zh = models.CharField(_("role (Chinese)"), max_length=60)
    role_en = models.CharField(_("role (English)"), max_length=60)
    persona_zh = models.TextField(_("persona (Chinese)"), max_length=1000, blank=True)
    persona_en = models.TextField(_("persona (English)"), max_length=1000, blank=True)
    stage = models.CharField(
        _("stage"),
        max_length=12,
        choices=Stage.choices,
        default=Stage.TECHNICAL,
        help_text=_(
            "Technical interviewers ask the questions of the position's role family first."
        ),
    )
    competencies = models.ManyToManyField(
        Competency, verbose_name=_("competencies"), related_name="interviewers"
    )
    question_count = models.PositiveSmallIntegerField(
        _("number of questions"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
    )
    follow_up_budget = models.PositiveSmallIntegerField(
        _("follow-ups per question"), default=2, validators=[MaxValueValidator(5)]
    )
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    active = models.BooleanField(_("active"), default=True)

    objects = InterviewerQuerySet.as_manager()

    class Meta:
        ordering = ("order", "id")
        verbose_name = _("interviewer")
        verbose_name_plural = _("interviewers")

    def __str__(self) -> str:
        language = readers_language()
        return f"{self.name(language)} · {self.role(language)}"

    def name(self, language: str) -> str:
        return self.name_en if language == "en" else self.name_zh

    def role(self, language: str) -> str:
        return self.role_en if language == "en" else self.role_zh

    def persona(self, language: str) -> str:
        return self.persona_en if language == "en" else self.persona_zh


class Question(models.Model):
    """An item of the bank in both languages; ``zh`` and ``en`` have the shape of `ItemText`.

    ``edited`` is set when a person changes the item; seeding leaves such items alone.
    """

    key = models.CharField(_("key"), max_length=80, primary_key=True, validators=[KEY])
    competency = models.ForeignKey(
        Competency, models.PROTECT, related_name="questions", verbose_name=_("competency")
    )
    stage = models.CharField(_("stage"), max_length=12, choices=Stage.choices)
    families = models.JSONField(_("role families"), default=list)
    level = models.PositiveSmallIntegerField(_("level"), choices=Level.choices)
    topic = models.CharField(_("topic"), max_length=80)
    skills = models.JSONField(_("skills"), default=list, blank=True)
    subject = models.CharField(_("subject"), max_length=10, blank=True, editable=False)
    zh = models.JSONField(_("Chinese"))
    en = models.JSONField(_("English"))
    active = models.BooleanField(_("active"), default=True)
    edited = models.BooleanField(_("edited here"), default=False, editable=False)

    class Meta:
        ordering = ("key",)
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self) -> str:
        half = self.en if readers_language() == "en" else self.zh
        return str(half.get("text", self.key)) if isinstance(half, dict) else self.key

    def clean(self) -> None:
        """Refuse what the engines could not use, naming the field."""
        from interviewers.faults import shape_faults

        faults = shape_faults(
            {
                "key": self.key,
                "competency": self.competency_id,
                "stage": self.stage,
                "families": self.families,
                "level": self.level,
                "topic": self.topic,
                "skills": self.skills,
                "subject": self.subject,
                "zh": self.zh,
                "en": self.en,
            }
        )
        if faults:
            raise ValidationError(faults)
        self._refuse_what_is_nobodys_business()

    def _refuse_what_is_nobodys_business(self) -> None:
        from interviewers.engines.propriety import is_improper

        told = _(
            "Nothing personal may be asked: age, marriage, family, health, religion. “%(text)s”"
        )
        problems: dict[str, list[ValidationError]] = {}
        for language, half in (("zh", self.zh), ("en", self.en)):
            spoken = [("text", half["text"]), *(("hints", text) for text in half["hints"])]
            spoken += [("follow_ups", follow_up["text"]) for follow_up in half["follow_ups"]]
            if found := [entry for entry in spoken if is_improper(entry[1], language)]:
                problems[language] = [
                    ValidationError(told, "improper", {"text": text, "place": (place,)})
                    for place, text in found
                ]
        if problems:
            raise ValidationError(problems)


class Edition(models.Model):
    """Which edition the catalogue is in: the tokens of all rows, usually of one.

    Triggers of the database give a row a new random token whenever questions, competencies, their
    levels or interviewers are changed, by whomever and however; who finds the tokens as they were
    finds everything as it was (`interviewers.editions`). Those who change something at the same
    time do not wait for each other: the second adds a row.
    """

    token = models.CharField(max_length=36, editable=False)

    def __str__(self) -> str:
        return self.token
