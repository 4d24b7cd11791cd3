"""What is to be said, for the tests of how it is said: two interviewers and a question."""

from __future__ import annotations

from interviewers.engines.base import (
    Brief,
    FollowUp,
    InterviewerView,
    MessageKind,
    QuestionSpec,
    ScoringPoint,
)

ZHANG = InterviewerView("technical", "张工", "技术面试官")
LIN = InterviewerView("behavioral", "林老师", "行为面试官")
SPEC = QuestionSpec(
    key="q",
    competency="design",
    level=2,
    text="你会怎么设计限流？",
    reference="令牌桶。",
    points=(ScoringPoint("bucket", "令牌桶", ("令牌桶",)),),
    follow_ups=(FollowUp("bucket", "突发流量怎么办？"),),
    hints=("想想突发。", "想想攒下来的额度。"),
)
QUESTION = Brief(MessageKind.QUESTION, "zh", "后端", ZHANG, question=SPEC)
