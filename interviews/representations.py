"""What the API sends, as serializers: for its document only. The bodies are built in `protocol`."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from interviewers.engines.base import Fault
from interviewers.models import Skill
from interviews.models import Difficulty, Language, SenderType, Status, TurnState

__all__ = [
    "ExportRepresentation",
    "FeedbackRepresentation",
    "InterviewRepresentation",
    "MessageRepresentation",
]


class UsageRepresentation(serializers.Serializer[Any]):
    """What models have cost: requests, tokens as their server counts them, time waited."""

    calls = serializers.IntegerField(min_value=0)
    prompt_tokens = serializers.IntegerField(min_value=0)
    completion_tokens = serializers.IntegerField(min_value=0)
    milliseconds = serializers.IntegerField(min_value=0)


class CallUsageRepresentation(UsageRepresentation):
    model = serializers.CharField()


class InterviewRepresentation(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    position = serializers.CharField()
    difficulty = serializers.ChoiceField(choices=Difficulty.choices)
    status = serializers.ChoiceField(choices=Status.choices)
    created_at = serializers.DateTimeField()
    completed_at = serializers.DateTimeField(allow_null=True)
    resume_path = serializers.CharField(allow_null=True)
    overall_score = serializers.FloatField(allow_null=True, min_value=0, max_value=100)
    current_interviewer = serializers.CharField(allow_null=True)
    language = serializers.ChoiceField(choices=Language.choices)
    engine = serializers.CharField()
    paused = serializers.BooleanField()
    turn = serializers.ChoiceField(choices=TurnState.choices)
    interviewers = serializers.ListField(child=serializers.CharField())
    usage = UsageRepresentation()


class TakeoverRepresentation(serializers.Serializer[Any]):
    """Which engine the built-in one stood in for, and why."""

    reason = serializers.ChoiceField(choices=[fault.value for fault in Fault])

    def get_fields(self) -> dict[str, Any]:
        # A word of Python's own cannot be an attribute.
        return {"from": serializers.CharField(), **super().get_fields()}


class MessageRepresentation(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    content = serializers.CharField()
    sender_type = serializers.ChoiceField(choices=SenderType.choices)
    interviewer_id = serializers.CharField(allow_null=True)
    timestamp = serializers.DateTimeField()
    metadata = serializers.DictField(
        allow_null=True,
        help_text=(
            "面试官的消息：kind（welcome、greeting、question、follow_up、hint、handover、closing）、engine；"
            "新题有 question（第几题）；提示有 hints_left；先应答再回到题目时有 aside；模型参与时有 usage，"
            "评判前面的回答时有 assessment_usage；"
            "内置引擎代为完成时有 takeover（from、reason）"
            " · The panel's messages: kind (as listed), engine; question (its number) with a new one; "
            "hints_left with a hint; aside where something else was met before the question; usage "
            "where a model had a part, assessment_usage where one judged the answer before; takeover (from, reason) where the built-in engine stood in"
        ),
    )
    client_id = serializers.CharField(allow_null=True)


class ReviewRepresentation(serializers.Serializer[Any]):
    interviewer_id = serializers.CharField()
    name = serializers.CharField()
    role = serializers.CharField()
    content = serializers.CharField(allow_blank=True)
    score = serializers.FloatField(allow_null=True)


class EvidenceRepresentation(serializers.Serializer[Any]):
    message_id = serializers.IntegerField(allow_null=True)
    quote = serializers.CharField(allow_blank=True)
    enough = serializers.BooleanField()
    note = serializers.CharField(allow_blank=True)


class BetterAnswerRepresentation(serializers.Serializer[Any]):
    text = serializers.CharField()
    engine = serializers.CharField()
    note = serializers.CharField()


class AssessmentRepresentation(serializers.Serializer[Any]):
    interviewer_id = serializers.CharField()
    competency = serializers.CharField()
    competency_name = serializers.CharField()
    skill = serializers.ChoiceField(choices=Skill.choices)
    question = serializers.CharField()
    level = serializers.IntegerField(min_value=1, max_value=5)
    score = serializers.FloatField(min_value=0, max_value=100)
    anchor = serializers.CharField()
    reason = serializers.CharField(allow_blank=True)
    covered = serializers.ListField(child=serializers.CharField())
    missing = serializers.ListField(child=serializers.CharField())
    flags = serializers.ListField(child=serializers.CharField())
    engine = serializers.CharField()
    evidence = EvidenceRepresentation()
    rubric_version = serializers.IntegerField(min_value=0)
    prompt = serializers.CharField(allow_blank=True)
    gradings = serializers.ListField(child=serializers.IntegerField(min_value=1, max_value=5))
    better_answer = BetterAnswerRepresentation(allow_null=True)
    takeover = TakeoverRepresentation(allow_null=True)
    usage = CallUsageRepresentation(allow_null=True)


class RangeRepresentation(serializers.Serializer[Any]):
    low = serializers.IntegerField(min_value=0, max_value=100)
    high = serializers.IntegerField(min_value=0, max_value=100)


class MemberLevelRepresentation(serializers.Serializer[Any]):
    interviewer_id = serializers.CharField()
    name = serializers.CharField()
    level = serializers.FloatField(min_value=1, max_value=5)


class DisagreementRepresentation(serializers.Serializer[Any]):
    skill = serializers.ChoiceField(choices=Skill.choices)
    interviewers = MemberLevelRepresentation(many=True)
    text = serializers.CharField()


class NextStepRepresentation(serializers.Serializer[Any]):
    text = serializers.CharField()
    competency_name = serializers.CharField()
    assessment = serializers.IntegerField(
        allow_null=True, min_value=0, help_text="在 assessments 中的位置 · its place in assessments"
    )


class AnswerDeliveryRepresentation(serializers.Serializer[Any]):
    message_id = serializers.IntegerField()
    seconds = serializers.FloatField(allow_null=True, min_value=0)
    length = serializers.IntegerField(min_value=0)
    per_minute = serializers.FloatField(allow_null=True, min_value=0)
    fillers = serializers.DictField(child=serializers.IntegerField(min_value=1))


class DeliveryRepresentation(serializers.Serializer[Any]):
    """No score rests on these."""

    unit = serializers.ChoiceField(choices=[("characters", "characters"), ("words", "words")])
    median_seconds = serializers.FloatField(allow_null=True, min_value=0)
    median_length = serializers.FloatField(allow_null=True, min_value=0)
    fillers = serializers.DictField(child=serializers.IntegerField(min_value=1))
    answers = AnswerDeliveryRepresentation(many=True)
    scored = serializers.BooleanField()
    note = serializers.CharField()


class StoodInRepresentation(TakeoverRepresentation):
    part = serializers.ChoiceField(choices=["message", "assessment", "report"])
    message_id = serializers.IntegerField(allow_null=True)
    interviewer_id = serializers.CharField(allow_null=True)
    question = serializers.IntegerField(allow_null=True, min_value=1)


class EnginesRepresentation(serializers.Serializer[Any]):
    """Who wrote the report, and where the built-in engine had to stand in."""

    interview = serializers.CharField()
    report = serializers.CharField()
    stood_in = StoodInRepresentation(many=True)
    usage = CallUsageRepresentation(allow_null=True)


class FeedbackRepresentation(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    interview_id = serializers.IntegerField()
    summary = serializers.CharField()
    overall_score = serializers.FloatField(allow_null=True, min_value=0, max_value=100)
    skill_scores = serializers.DictField(child=serializers.FloatField())
    strengths = serializers.ListField(child=serializers.CharField())
    improvements = serializers.ListField(child=serializers.CharField())
    created_at = serializers.DateTimeField()
    interviewer_feedbacks = ReviewRepresentation(many=True)
    coverage = serializers.DictField()
    assessments = AssessmentRepresentation(many=True)
    score_range = RangeRepresentation(allow_null=True)
    skill_ranges = serializers.DictField(child=RangeRepresentation())
    disagreements = DisagreementRepresentation(many=True)
    next_steps = NextStepRepresentation(many=True)
    delivery = DeliveryRepresentation()
    prompt = serializers.CharField(allow_blank=True)
    engines = EnginesRepresentation()


class ExportRepresentation(serializers.Serializer[Any]):
    exported_at = serializers.DateTimeField()
    interview = serializers.DictField()
    messages = MessageRepresentation(many=True)
    plan = serializers.ListField(child=serializers.DictField())
    assessments = serializers.ListField(child=serializers.DictField())
    feedback = FeedbackRepresentation(allow_null=True)
    usage = serializers.DictField(child=serializers.IntegerField())
