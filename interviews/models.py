"""The sitting: an interview, its plan and its transcript.

The transcript is the queue. ``Interview.owed_id`` is the message that is still owed a reply; the
lease says which runner is working on it and until when: see `interviews.ledger`.
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from interviewers.models import Family, Level

__all__ = [
    "Difficulty",
    "Interview",
    "Language",
    "Message",
    "PlanState",
    "PlannedQuestion",
    "SenderType",
    "Status",
    "TurnState",
    "Wish",
]


class Difficulty(models.TextChoices):
    EASY = "easy", _("Junior")
    MEDIUM = "medium", _("Middle")
    HARD = "hard", _("Senior")

    @property
    def question_level(self) -> Level:
        return {"easy": Level.JUNIOR, "medium": Level.MIDDLE, "hard": Level.SENIOR}[self.value]


class Status(models.TextChoices):
    ACTIVE = "active", _("Active")
    COMPLETED = "completed", _("Completed")


class Language(models.TextChoices):
    ZH = "zh", _("Chinese")
    EN = "en", _("English")


class SenderType(models.TextChoices):
    USER = "user", _("Candidate")
    INTERVIEWER = "interviewer", _("Interviewer")
    SYSTEM = "system", _("System")


class TurnState(models.TextChoices):
    """Where the reply to the candidate stands; worked out, never stored."""

    IDLE = "idle", _("Idle")
    DUE = "due", _("Due")
    RUNNING = "running", _("Running")
    FAILED = "failed", _("Failed")


class PlanState(models.TextChoices):
    PENDING = "pending", _("Pending")
    OPEN = "open", _("Open")
    DONE = "done", _("Answered")
    SKIPPED = "skipped", _("Skipped")
    DROPPED = "dropped", _("Not needed")


class Wish(models.TextChoices):
    """What the candidate asked for in place of an answer, until it is granted."""

    NONE = "", _("Nothing")
    SKIP = "skip", _("Skip the question")
    HINT = "hint", _("A hint")
    REPEAT = "repeat", _("The question again")
    EXPLAIN = "explain", _("The question in other words")
    ASSUME = "assume", _("What may be assumed")
    VERDICT = "verdict", _("How the answer was")
    WAIT = "wait", _("Time to think")
    PAUSE = "pause", _("A break")
    GREET = "greet", _("A greeting")
    THANKS = "thanks", _("Thanks")
    END = "end", _("The end, not yet confirmed")
    CLOSE = "close", _("The end")
    COMPANY = "company", _("To know about the company")
    RECORD = "record", _("To know what is kept")
    WHO = "who", _("To know who is asking")
    LANGUAGE = "language", _("Another language")
    COURSE = "course", _("To know how the interview goes")
    WITHHELD = "withheld", _("The reference answer or the prompt")
    BACK = "back", _("An earlier question")
    AMEND = "amend", _("A correction of an earlier answer")
    OBJECT = "object", _("An objection to the question")
    DISTRESS = "distress", _("Consideration, in grief or illness")
    CRISIS = "crisis", _("Help, in despair")
    INSULT = "insult", _("An insult")
    FORM = "form", _("To know how to answer")
    QUERY = "query", _("To know something else")
    TOLD = "told", _("Not to be asked again")
    STUCK = "stuck", _("A way into the question")
    NO_CASE = "no_case", _("Another kind of story")
    BARE = "bare", _("A bare yes or no")
    REMARK = "remark", _("A remark beside the question")
    TROUBLE = "trouble", _("Patience, with something in the way")


OWED = models.Q(owed_id__isnull=False) | ~models.Q(wish="")
WORK = models.Q(status="active", failure="") & (
    models.Q(ending_at__isnull=False) | (OWED & models.Q(paused=False))
)


class InterviewQuerySet(models.QuerySet["Interview"]):
    def due(self) -> InterviewQuerySet:
        """Interviews with work that nobody holds: a reply or a wish is owed, or the end."""
        return self.filter(WORK, models.Q(lease_until=None) | models.Q(lease_until__lt=Now()))


class Interview(models.Model):
    """One interview of one candidate for one position.

    ``panel`` is the interviewers' ids in order, ``people`` their name, role and persona at the beginning.
    ``overall_score`` is 0-100 with one decimal at most, or None. ``engine`` is the one it was begun
    with; ``usage_*`` count what models have cost, failed calls included as far as a server told,
    and are only ever added to in the database (`thinking.spend`). ``owner`` is the signed-in user
    who created it, ``browser`` the random name of the browser that did so on the demo pages: None
    and "" where nobody can tell. ``open_id`` is the planned question on the table. ``failure`` is
    the error code a turn or an end failed with for good, "" when nothing is wrong; it keeps the
    sweep away until somebody asks again.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        related_name="interviews",
        db_index=False,
        editable=False,
    )
    browser = models.CharField(max_length=32, blank=True, editable=False)

    position = models.CharField(_("position"), max_length=200)
    difficulty = models.CharField(_("difficulty"), max_length=10, choices=Difficulty.choices)
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.ACTIVE
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    completed_at = models.DateTimeField(_("completed"), null=True, blank=True, editable=False)
    overall_score = models.FloatField(_("score"), null=True, blank=True, editable=False)
    family = models.CharField(_("role family"), max_length=10, choices=Family.choices)
    engine = models.CharField(_("engine"), max_length=20)
    panel = models.JSONField(_("panel"), default=list)
    people = models.JSONField(default=dict, editable=False)
    current_interviewer = models.CharField(_("current interviewer"), max_length=40, blank=True)
    paused = models.BooleanField(_("paused"), default=False)

    resume_path = models.CharField(_("résumé"), max_length=120, blank=True, editable=False)
    resume_text = models.TextField(_("résumé text"), blank=True, editable=False)
    resume_facts = models.JSONField(
        _("named in the résumé"), default=dict, blank=True, editable=False
    )
    job_description = models.TextField(_("job description"), blank=True)

    usage_calls = models.PositiveBigIntegerField(default=0, editable=False)
    usage_prompt_tokens = models.PositiveBigIntegerField(default=0, editable=False)
    usage_completion_tokens = models.PositiveBigIntegerField(default=0, editable=False)
    usage_milliseconds = models.PositiveBigIntegerField(default=0, editable=False)

    last_message_id = models.BigIntegerField(null=True, editable=False)
    open_id = models.BigIntegerField(null=True, editable=False)
    owed_id = models.BigIntegerField(null=True, editable=False)
    wish = models.CharField(max_length=8, blank=True, choices=Wish.choices, editable=False)
    ending_at = models.DateTimeField(null=True, editable=False)
    lease_token = models.CharField(max_length=32, blank=True, editable=False)
    lease_until = models.DateTimeField(null=True, editable=False)
    failure = models.CharField(max_length=40, blank=True, editable=False)

    objects = InterviewQuerySet.as_manager()

    class Meta:
        ordering = ("-id",)
        verbose_name = _("interview")
        verbose_name_plural = _("interviews")
        indexes: ClassVar = [
            models.Index(
                fields=["id"],
                name="interview_with_work",
                condition=WORK,
            ),
            models.Index(fields=["status", "-id"], name="interview_by_status"),
            models.Index(fields=["owner", "-id"], name="interview_by_owner"),
            models.Index(
                fields=["browser", "-id"],
                name="interview_by_browser",
                condition=~models.Q(browser=""),
            ),
            models.Index(fields=["created_at"], name="interview_by_time"),
            models.Index(fields=["overall_score", "id"], name="interview_by_score"),
            # And one for parts of the position, on PostgreSQL: see the migration "find quickly".
            models.Index(
                fields=["resume_path"],
                name="interview_by_resume",
                condition=~models.Q(resume_path=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}: {self.position}"


class Message(models.Model):
    """One line of the transcript. ``client_id`` makes sending it again harmless."""

    interview = models.ForeignKey(
        Interview, models.CASCADE, related_name="messages", db_index=False, editable=False
    )
    content = models.TextField(_("content"))
    sender_type = models.CharField(_("sender"), max_length=12, choices=SenderType.choices)
    interviewer_id = models.CharField(_("interviewer"), max_length=40, null=True, blank=True)
    timestamp = models.DateTimeField(_("time"), auto_now_add=True)
    metadata = models.JSONField(_("metadata"), null=True, blank=True)
    client_id = models.CharField(max_length=64, null=True, blank=True, editable=False)
    planned = models.ForeignKey(
        "PlannedQuestion",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="lines",
        editable=False,
    )

    class Meta:
        ordering = ("id",)
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes: ClassVar = [models.Index(fields=["interview", "id"], name="message_in_order")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["interview", "client_id"],
                condition=models.Q(client_id__isnull=False),
                name="one_message_per_client_id",
            )
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.sender_type}: {self.content[:60]}"


class PlannedQuestion(models.Model):
    """An item of the plan. ``spec`` is the question as it was planned (`QuestionSpec` as a dict),
    so that editing the bank never changes an interview that has begun.

    Rows with the same ``slot`` are variants at different levels; asking one drops the others.
    ``hints_here`` are the hints since the last follow-up. ``reason`` says for a reader of the admin why the item is in the plan. ``repeats`` counts how
    often it was said again, explained, or left standing for something that was no answer.
    """

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="planned", editable=False)
    slot = models.PositiveSmallIntegerField(_("place in the plan"))
    interviewer_id = models.CharField(_("interviewer"), max_length=40)
    competency = models.CharField(_("competency"), max_length=40)
    level = models.PositiveSmallIntegerField(_("level"), choices=Level.choices)
    question_key = models.CharField(_("question"), max_length=80)
    spec = models.JSONField(_("as planned"))
    mention = models.CharField(max_length=120, blank=True)
    mention_from = models.CharField(max_length=10, blank=True)
    reason = models.CharField(_("why"), max_length=300, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=PlanState.choices, default=PlanState.PENDING
    )
    follow_up_budget = models.PositiveSmallIntegerField(default=2)
    follow_ups = models.JSONField(_("follow-ups asked"), default=list)
    hints_used = models.PositiveSmallIntegerField(_("hints given"), default=0)
    hints_here = models.PositiveSmallIntegerField(default=0, db_default=0, editable=False)
    repeats = models.PositiveSmallIntegerField(_("times repeated"), default=0)

    class Meta:
        ordering = ("interview", "slot", "id")
        verbose_name = _("planned question")
        verbose_name_plural = _("plan")

    def __str__(self) -> str:
        return f"{self.slot}. {self.question_key}"
