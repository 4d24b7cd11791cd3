"""What the answers were worth. Interviews are referred to by name; this room knows no sitting."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

__all__ = ["Assessment", "Feedback", "Review"]


class Assessment(models.Model):
    """One answer, one competency: level, the rubric's words for it, and the evidence.

    ``score`` is 0-100. ``evidence`` stands word for word in the message ``evidence_message``, or
    is "" when the answer supports no judgement. ``covered`` and ``missing`` are
    scoring points as ``{"key", "text"}``. The judgement is of everything said on the planned question up to ``answer``.
    ``prompt`` names the wording of the prompt a model was asked with, "" where none was;
    ``gradings`` are the levels of several independent gradings, [] where there was one.
    ``unheard`` is whether nothing of what was asked was heard.
    ``takeover`` is ``{"from", "reason"}`` where ``engine`` stood in for another one, ``usage`` what
    a model cost on the way; None for neither.
    """

    interview = models.ForeignKey(
        "interviews.Interview", models.CASCADE, related_name="assessments", editable=False
    )
    planned = models.ForeignKey(
        "interviews.PlannedQuestion", models.CASCADE, related_name="assessments", editable=False
    )
    answer = models.ForeignKey(
        "interviews.Message", models.CASCADE, related_name="assessments", editable=False
    )
    evidence_message = models.ForeignKey(
        "interviews.Message",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )
    interviewer_id = models.CharField(_("interviewer"), max_length=40)
    competency = models.CharField(_("competency"), max_length=40)
    level = models.PositiveSmallIntegerField(
        _("level"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    score = models.FloatField(_("score"))
    anchor = models.TextField(_("anchor"))
    evidence = models.TextField(_("evidence"), blank=True)
    reason = models.TextField(_("reason"), blank=True)
    covered = models.JSONField(_("covered"), default=list)
    missing = models.JSONField(_("missing"), default=list)
    flags = models.JSONField(_("flags"), default=list)
    engine = models.CharField(_("engine"), max_length=20)
    prompt = models.CharField(_("prompt"), max_length=60, blank=True)
    gradings = models.JSONField(_("levels of several gradings"), default=list)
    unheard = models.BooleanField(_("nothing heard"), default=False, db_default=False)
    rubric_version = models.PositiveIntegerField(_("version of the anchors"), default=1)
    takeover = models.JSONField(_("stood in for"), null=True, blank=True)
    usage = models.JSONField(_("usage of the model"), null=True, blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        ordering = ("id",)
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["answer", "competency"], name="one_assessment_per_answer"
            ),
            models.CheckConstraint(condition=models.Q(level__range=(1, 5)), name="level_1_to_5"),
            models.CheckConstraint(
                condition=models.Q(score__range=(0, 100)), name="score_0_to_100"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.competency}: {self.level}"


class Feedback(models.Model):
    """The panel's report on one interview, as it was written at the end.

    ``score_range`` is ``{"low", "high"}`` or None, ``skill_ranges`` the same by skill;
    ``disagreements``, ``coverage`` (what was planned, asked, observed), ``next_steps``,
    ``better_answers`` and ``delivery`` have the shapes that `feedback.records` makes. ``prompt``
    names the wording of the prompt a model wrote it with, "" where none did. ``engines`` says who
    wrote it and where the built-in engine had to stand in.
    """

    interview = models.OneToOneField(
        "interviews.Interview", models.CASCADE, related_name="feedback", editable=False
    )
    summary = models.TextField(_("summary"))
    overall_score = models.FloatField(_("score"), null=True, blank=True)
    skill_scores = models.JSONField(_("skill scores"), default=dict)
    strengths = models.JSONField(_("strengths"), default=list)
    improvements = models.JSONField(_("improvements"), default=list)
    coverage = models.JSONField(_("coverage"), default=dict)
    score_range = models.JSONField(_("range of the score"), null=True, blank=True)
    skill_ranges = models.JSONField(_("ranges of the skill scores"), default=dict)
    disagreements = models.JSONField(_("disagreements"), default=list)
    next_steps = models.JSONField(_("next steps"), default=list)
    better_answers = models.JSONField(_("better answers"), default=list)
    delivery = models.JSONField(_("pace, length, filler words"), default=dict)
    prompt = models.CharField(_("prompt"), max_length=60, blank=True)
    engines = models.JSONField(_("engines"), default=dict)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")

    def __str__(self) -> str:
        return f"{self.interview_id}: {self.overall_score}"


class Review(models.Model):
    """What one interviewer writes, with the name and role they had at the time."""

    feedback = models.ForeignKey(Feedback, models.CASCADE, related_name="reviews", editable=False)
    order = models.PositiveSmallIntegerField()
    interviewer_id = models.CharField(_("interviewer"), max_length=40)
    name = models.CharField(_("name"), max_length=60)
    role = models.CharField(_("role"), max_length=60)
    content = models.TextField(_("content"))
    score = models.FloatField(_("score"), null=True, blank=True)

    class Meta:
        ordering = ("order",)
        verbose_name = _("review")
        verbose_name_plural = _("reviews")

    def __str__(self) -> str:
        return f"{self.name}: {self.content[:60]}"
