"""Examples of what the API sends, for its document; see `representations`."""

from __future__ import annotations

from typing import Any

from feedback.texts import disagreement, unscored

__all__ = ["EXPORT_EXAMPLE", "FEEDBACK_EXAMPLE", "INTERVIEW_EXAMPLE", "MESSAGE_EXAMPLE"]

_MOMENT = "2024-01-01T00:00:00Z"

INTERVIEW_EXAMPLE: dict[str, Any] = {
    "id": 1,
    "position": "AI应用工程师",
    "difficulty": "medium",
    "status": "active",
    "created_at": _MOMENT,
    "completed_at": None,
    "resume_path": "/uploads/resumes/0b0f8a5e-6f0c-4c57-9a3e-2f4f6f1f6c11.pdf",
    "overall_score": None,
    "current_interviewer": "technical",
    "language": "zh",
    "engine": "builtin",
    "paused": False,
    "turn": "idle",
    "interviewers": ["technical", "behavioral", "hr"],
    "usage": {"calls": 0, "prompt_tokens": 0, "completion_tokens": 0, "milliseconds": 0},
}

MESSAGE_EXAMPLE: dict[str, Any] = {
    "id": 3,
    "content": "我有3年的Python开发经验，熟悉机器学习框架。",
    "sender_type": "user",
    "interviewer_id": None,
    "timestamp": _MOMENT,
    "metadata": None,
    "client_id": None,
}

FEEDBACK_EXAMPLE: dict[str, Any] = {
    "id": 1,
    "interview_id": 1,
    "summary": "候选人表现良好，技术基础扎实……",
    "overall_score": 85.5,
    "skill_scores": {"technical": 90, "communication": 80, "problem_solving": 85},
    "strengths": ["技术基础扎实"],
    "improvements": ["可以补上失败时的处理"],
    "created_at": "2024-01-01T01:00:00Z",
    "interviewer_feedbacks": [
        {
            "interviewer_id": "technical",
            "name": "张工",
            "role": "技术面试官",
            "content": "技术能力符合要求……",
            "score": 88,
        }
    ],
    "coverage": {
        "interviewers": [
            {
                "interviewer_id": "technical",
                "planned": 4,
                "asked": 4,
                "answered": 4,
                "score": 88,
            }
        ],
        "not_observed": [],
        "competencies": [
            {
                "competency": "fundamentals",
                "competency_name": "专业基础",
                "planned": 1,
                "asked": 1,
                "observed": 1,
            }
        ],
    },
    "assessments": [
        {
            "interviewer_id": "technical",
            "competency": "fundamentals",
            "competency_name": "专业基础",
            "skill": "technical",
            "question": "缓存和数据库的数据不一致时，你会怎么处理？",
            "level": 4,
            "score": 82,
            "anchor": "候选人讲清了要点和取舍。",
            "reason": "2 个要点里讲到 1 个，只有「延迟双删」没有识别到。",
            "covered": ["先更新数据库再删缓存"],
            "missing": ["延迟双删"],
            "flags": [],
            "engine": "builtin",
            "evidence": {
                "message_id": 3,
                "quote": "我们先更新数据库，再删缓存",
                "enough": True,
                "note": "",
            },
            "rubric_version": 1,
            "prompt": "",
            "gradings": [],
            "better_answer": None,
            "takeover": {"from": "openai", "reason": "timeout"},
            "usage": {
                "model": "gpt-5.4-mini",
                "calls": 1,
                "prompt_tokens": 0,
                "completion_tokens": 0,
                "milliseconds": 30000,
            },
        }
    ],
    "score_range": {"low": 54, "high": 100},
    "skill_ranges": {"technical": {"low": 59, "high": 100}},
    "disagreements": [
        {
            "skill": "communication",
            "interviewers": [
                {"interviewer_id": "behavioral", "name": "林老师", "level": 4},
                {"interviewer_id": "hr", "name": "王经理", "level": 2.5},
            ],
            "text": disagreement(
                "zh", [{"name": "林老师", "level": 4}, {"name": "王经理", "level": 2.5}]
            ),
        }
    ],
    "next_steps": [
        {
            "text": "重讲「缓存和数据库的数据不一致时，你会怎么处理？」：补上延迟双删。",
            "competency_name": "专业基础",
            "assessment": 0,
        }
    ],
    "delivery": {
        "unit": "characters",
        "median_seconds": 75.5,
        "median_length": 210,
        "fillers": {"然后": 2},
        "answers": [
            {
                "message_id": 3,
                "seconds": 75.5,
                "length": 210,
                "per_minute": 166.9,
                "fillers": {"然后": 2},
            }
        ],
        "scored": False,
        "note": unscored("zh"),
    },
    "prompt": "",
    "engines": {
        "interview": "openai",
        "report": "openai",
        "stood_in": [
            {
                "part": "assessment",
                "message_id": 3,
                "interviewer_id": "technical",
                "question": 1,
                "from": "openai",
                "reason": "timeout",
            }
        ],
        "usage": {
            "model": "gpt-5.4-mini",
            "calls": 1,
            "prompt_tokens": 1840,
            "completion_tokens": 420,
            "milliseconds": 5200,
        },
    },
}

EXPORT_EXAMPLE: dict[str, Any] = {
    "exported_at": _MOMENT,
    "interview": {
        **INTERVIEW_EXAMPLE,
        "job_description": "",
        "resume_text": "林知远，后端工程师……",
    },
    "messages": [MESSAGE_EXAMPLE],
    "plan": [{"id": 1, "slot": 0, "interviewer_id": "technical", "state": "open"}],
    "assessments": [],
    "feedback": None,
    "usage": {"calls": 0, "prompt_tokens": 0, "completion_tokens": 0, "milliseconds": 0},
}
