"""Honest answers in plain words that the assessor once took for something else."""

from __future__ import annotations

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.judging.lexical import Judgement, judge

STRESS = (
    "How do you handle stress?",
    "I prioritise my tasks, break large problems into smaller steps and communicate with my team.",
    "en",
)
OVERTIME = (
    "你怎么看待加班？",
    "项目紧急时可以承担，但更看重效率和规划，长期加班会沟通优化流程。",
    "zh",
)
HARD = (
    "讲一次你解决困难问题的经历。",
    "系统频繁超时，我通过日志和监控定位到慢查询，添加索引，响应时间从三秒降到两百毫秒。",
    "zh",
)

BETWEEN = (
    "有两个同事为了一个方案在会上吵起来了，你不是他们的领导，怎么办？",
    "先分别听双方意见，不站队，找到共同目标，就事论事，定下规则并跟进，必要时找领导。",
    "zh",
)
CHANGED = (
    "Tell me about a professional opinion that you have changed.",
    "Name the old view, the evidence against it, and what you do differently now.",
    "en",
)


def _judged(asked: tuple[str, str, str], answer: str) -> Judgement:
    question, reference, language = asked
    return judge(question=question, references=(reference,), answer=answer, language=language)


@pytest.mark.parametrize(
    ("asked", "told", "claimed"),
    [
        (
            STRESS,
            (
                "I get a sheet of paper and list what's really due today. Last spring two people were off sick, "
                "so I told my manager on the first day which job wouldn't get done. In the evening I go for a run."
            ),
            "I handle it very well, I am a strong and positive person and it motivates me.",
        ),
        (
            OVERTIME,
            "忙的时候加几天没问题，上次上线前我连着四天待到十点。但要是天天这样，我会去找领导看是不是排得太满。",
            "我觉得这个很好，我非常愿意，一定会努力的。",
        ),
        (
            BETWEEN,
            (
                "我会先把会停一下，免得当着大家越说越僵。会后分别找他们喝咖啡，听他们各自担心什么，不表态。"
                "再约三个人坐下来，只谈方案要满足哪几条，说好两周之后看数据再定。还不行就请组长来。"
            ),
            "大家应该互相尊重，以和为贵，沟通很重要。",
        ),
        (
            CHANGED,
            (
                "For years I left forty remarks on each review. Then a junior told me that she no longer sent "
                "small changes because of it, and I counted: ours had doubled in size. I had been wrong. Now I "
                "remark only on what breaks, and a review takes half a day."
            ),
            "It is important to be open and to learn all the time.",
        ),
    ],
)
def test_oneself_in_other_words(asked: tuple[str, str, str], told: str, claimed: str) -> None:
    """What somebody does under load is level 4 without a word of the reference, a bare claim is not."""
    assert _judged(asked, told).level == 4
    assert _judged(asked, claimed).level < 3


def test_short_consent_is_no_talk() -> None:
    """ "可以接受" accepts a condition, not a mark."""
    assert AnswerFlag.OFF_TOPIC not in _judged(OVERTIME, "可以接受，看情况。").flags


def test_machines_and_records_of_any_work() -> None:
    """A story keeps its sentences that speak of machines, systems and records, as any work may."""
    told = _judged(
        HARD,
        "我在图书馆做兼职的时候，还书的机器老是漏记，读者明明还了系统里还欠着。"
        "我每天闭馆后把机器里的书和系统记录一本本对，发现漏的全是两本叠着放进去的。"
        "我跟老师建议在口子上加一个挡板，又自己做了一张提示。装上以后投诉从二十多起降到一起。",
    )
    assert told.level >= 4
    assert not told.flags


@pytest.mark.parametrize(
    ("question", "reference", "answer", "language"),
    [
        (
            "What is overfitting?",
            "The model performs well on training data but poorly on unseen data.",
            (
                "It's like a pupil who has learned last year's exam by heart. Full marks on that one, lost on a "
                "new one. The model fits the training data and fails on unseen data."
            ),
            "en",
        ),
        (
            "什么是过拟合？",
            "模型在训练集上表现很好，但在没见过的数据上表现差。",
            "好比学生把练习册的答案背下来了，原题能拿满分，换一张新卷子就不会了。模型在训练集上好，在新数据上差。",
            "zh",
        ),
    ],
)
def test_marks_of_a_simile(question: str, reference: str, answer: str, language: str) -> None:
    """The marks of a pupil whom a model is compared to are nobody's forgery."""
    assert AnswerFlag.FORGED not in _judged((question, reference, language), answer).flags


def test_what_only_looks_so() -> None:
    """Who says that something only looks so does not say that it is so."""
    asked = (
        "Why is the counter wrong?",
        "Incrementing a counter is not a single step: it is read, modified and written back.",
        "en",
    )
    told = _judged(asked, "Incrementing the counter looks like a single step, but it is three.")
    assert AnswerFlag.NEGATED not in told.flags


def test_outcome_of_an_own_act() -> None:
    """ "I handed it in and got a 68" is how a story ended."""
    told = _judged(
        (
            "Tell me about a time you had to pick up something new in very little time.",
            "I had to learn Kubernetes in two weeks, read the documentation and deployed the service.",
            "en",
        ),
        "My tutor told me on Monday that the project had to be in R by Friday, which I had never opened. I "
        "wrote down the six things I needed and did only those. Every morning I did an hour of a tutorial, and "
        "I asked a girl in the year above to look over my code. I handed it in on Friday and got a 68.",
    )
    assert told.level == 4 or told.level == 5
