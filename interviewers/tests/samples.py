"""Briefs, exchanges and panels as an interview would make them, in both languages. The people are
made up."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from interviewers.engines.base import (
    AssessedItem,
    Brief,
    Cue,
    Exchange,
    FollowUp,
    InterviewerView,
    MessageKind,
    PanelBrief,
    QuestionSpec,
    RubricSpec,
    ScoringPoint,
)
from interviewers.engines.builtin.judging.lexical import judge

__all__ = [
    "ANSWERS",
    "PANELS",
    "RUBRICS",
    "SPECS",
    "STORIES",
    "brief",
    "exchange",
    "half_made",
    "judged",
    "panel_brief",
]

PANELS = {
    "zh": (
        InterviewerView("technical", "张工", "技术面试官", "做了十五年后端，说话直接。"),
        InterviewerView("hr", "林岚", "HR面试官", "语气温和。"),
    ),
    "en": (
        InterviewerView("technical", "Zhang", "technical interviewer", "Fifteen years of backend."),
        InterviewerView("hr", "Lin Lan", "HR interviewer", "Friendly."),
    ),
}
SPECS = {
    "zh": QuestionSpec(
        key="slow-query",
        competency="practice",
        level=2,
        text="线上有一条 SQL 变慢了，你会怎么排查？",
        reference=(
            "先用慢查询日志确认是哪条语句和它的频率，再用 EXPLAIN 看是否走了索引、扫描了多少行；"
            "检查统计信息和锁等待，必要时改写语句或加联合索引，改完在压测环境对比前后的延迟。"
        ),
        points=(
            ScoringPoint("locate", "用慢查询日志定位语句", ("慢查询日志", "慢日志")),
            ScoringPoint("explain", "用执行计划看索引与扫描行数", ("EXPLAIN", "执行计划")),
            ScoringPoint("locks", "检查锁等待与统计信息", ("锁等待", "统计信息")),
            ScoringPoint("verify", "改后验证效果", ("压测", "对比延迟")),
        ),
        follow_ups=(
            FollowUp("locks", "如果执行计划没有问题，你接下来看什么？"),
            FollowUp("verify", "改完之后，你怎么确认真的变快了？"),
        ),
        hints=("先想想怎么知道是哪条语句慢。", "数据库能告诉你它打算怎么执行。"),
    ),
    "en": QuestionSpec(
        key="slow-query",
        competency="practice",
        level=2,
        text="A query in production has become slow. How do you find out why?",
        reference=(
            "I start with the slow query log to see which statement it is and how often it runs, then "
            "read EXPLAIN for the index used and the rows scanned; I check statistics and lock waits, "
            "rewrite the statement or add a composite index, and compare latencies under load."
        ),
        points=(
            ScoringPoint(
                "locate", "finds the statement in the slow query log", ("slow query log",)
            ),
            ScoringPoint("explain", "reads the execution plan", ("explain", "execution plan")),
            ScoringPoint("locks", "checks lock waits and statistics", ("lock waits", "statistics")),
            ScoringPoint("verify", "verifies the effect", ("load test", "compare latencies")),
        ),
        follow_ups=(
            FollowUp("locks", "Suppose the plan looks fine. Where do you look next?"),
            FollowUp("verify", "How do you make sure that it is really faster afterwards?"),
        ),
        hints=("How would you know which statement it is?", "The database can tell its plan."),
    ),
}
RUBRICS = {
    "zh": RubricSpec(
        "practice",
        "实践能力",
        3,
        ("说不出做法。", "步骤笼统。", "步骤可行。", "具体并考虑异常。", "有数据并形成规范。"),
    ),
    "en": RubricSpec(
        "practice",
        "Hands-on practice",
        3,
        (
            "No procedure.",
            "Vague steps.",
            "Workable steps.",
            "Concrete, with exceptions.",
            "Figures.",
        ),
    ),
}
ANSWERS = {
    "zh": "我先看慢查询日志找到那条语句，再用 EXPLAIN 看它有没有走索引。加了联合索引之后，延迟从 800 毫秒降到 90 毫秒。",
    "en": (
        "I look into the slow query log to find the statement, then I read EXPLAIN to see whether "
        "it uses an index. After adding a composite index latency fell from 800 ms to 90 ms."
    ),
}

STORIES = {
    "zh": QuestionSpec(
        key="conflict",
        competency="collaboration",
        level=2,
        text="请讲一次你和同事意见不合的经历，最后怎么样了？",
        reference=(
            "去年我和前端同事为接口格式争执了三天。我约对方单独谈，先听清顾虑，再拿两版各做了半天试验，"
            "结果联调时间从五天降到两天。后来我们约定先写契约再开工。"
        ),
        points=(
            ScoringPoint("situation", "分歧是什么", (), Cue.SITUATION),
            ScoringPoint("listen", "先听清对方的顾虑", ("听清", "顾虑")),
            ScoringPoint("action", "自己做了什么", (), Cue.ACTION),
            ScoringPoint("result", "结果和数字", ("联调时间",), Cue.RESULT),
        ),
    ),
    "en": QuestionSpec(
        key="conflict",
        competency="collaboration",
        level=2,
        text="Tell me about a disagreement with a colleague. How did it end?",
        reference=(
            "Last year a front-end colleague and I argued for three days about a response format. I "
            "asked for a talk, listened to the concerns first and tried both versions for half a day "
            "each; integration went from five days to two. Since then we write the contract first."
        ),
        points=(
            ScoringPoint("situation", "what the disagreement was", (), Cue.SITUATION),
            ScoringPoint("listen", "listening to the concerns first", ("listened", "concerns")),
            ScoringPoint("action", "the candidate's own action", (), Cue.ACTION),
            ScoringPoint("result", "the outcome with figures", ("integration",), Cue.RESULT),
        ),
    ),
}


def judged(spec: QuestionSpec, language: str, *answers: str, **changes: Any) -> AssessedItem:
    """An item as the built-in engine judges ``answers`` to ``spec``, the last one last."""
    told = judge(
        question=spec.text,
        references=(spec.reference,),
        answer=answers[-1],
        earlier=answers[:-1],
        language=language,
        points=spec.points,
    )
    names = {point.key: point.text for point in spec.points}
    made = AssessedItem(
        interviewer_id="technical",
        competency=spec.competency,
        competency_name="实践能力" if language == "zh" else "Practice",
        skill="collaboration" if spec.competency == "collaboration" else "technical",
        question=spec.text,
        level=told.level,
        score=told.score,
        evidence=told.evidence,
        anchor=RUBRICS[language].anchors[told.level - 1],
        covered=tuple(names[key] for key in told.covered),
        missing=tuple(names[key] for key in told.missing),
        flags=told.flags,
        spec=spec,
        answers=answers,
        next_anchor="" if told.level == 5 else RUBRICS[language].anchors[told.level],
    )
    return replace(made, **changes)


def brief(kind: MessageKind, language: str = "zh", **changes: Any) -> Brief:
    """A brief with all its kind needs."""
    first, second = PANELS[language]
    spec = SPECS[language]
    made = Brief(
        kind=kind,
        language=language,
        position="后端工程师" if language == "zh" else "Backend engineer",
        speaker=first,
        question=spec,
        follow_up=spec.follow_ups[0],
        gap=spec.points[2],
        panel=PANELS[language],
        colleague=second if kind is MessageKind.HANDOVER else None,
    )
    return replace(made, **changes)


def exchange(language: str = "zh", **changes: Any) -> Exchange:
    made = Exchange(language, SPECS[language], RUBRICS[language], ANSWERS[language])
    return replace(made, **changes)


def panel_brief(language: str = "zh", **changes: Any) -> PanelBrief:
    """A strong answer to the technical interviewer and a weak one to the other."""
    spec, rubric = SPECS[language], RUBRICS[language]
    evidence = (
        "延迟从 800 毫秒降到 90 毫秒" if language == "zh" else "latency fell from 800 ms to 90 ms"
    )
    strong = AssessedItem(
        interviewer_id="technical",
        competency="practice",
        competency_name=rubric.name,
        skill="technical",
        question=spec.text,
        level=4,
        score=78.0,
        evidence=evidence,
        anchor=rubric.anchors[3],
        covered=(spec.points[0].text, spec.points[1].text),
        missing=(spec.points[2].text,),
    )
    weak = replace(
        strong,
        interviewer_id="hr",
        competency="motivation",
        competency_name="求职动机" if language == "zh" else "Motivation",
        question="为什么选这个岗位？" if language == "zh" else "Why this position?",
        level=2,
        score=36.0,
        evidence="",
        anchor=rubric.anchors[1],
        covered=(),
        missing=("对岗位的了解" if language == "zh" else "what the position is about",),
    )
    made = PanelBrief(
        language=language,
        position="后端工程师" if language == "zh" else "Backend engineer",
        difficulty="medium",
        panel=PANELS[language],
        items=(strong, weak),
        overall_score=57.0,
        skill_scores={"technical": 78.0, "professionalism": 36.0},
    )
    return replace(made, **changes)


def half_made(spec: QuestionSpec, language: str, *answers: str, **changes: Any) -> AssessedItem:
    """An answer that made the first of the question's points, whatever the assessor thinks."""
    made, *open_ = (point.text for point in spec.points)
    fields = {"level": 2, "covered": (made,), "missing": tuple(open_), "flags": (), **changes}
    return judged(spec, language, *answers, **fields)
