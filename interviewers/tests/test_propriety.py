"""Who somebody is and whether to hire them is not said; what only sounds like it is."""

from __future__ import annotations

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.propriety import is_improper, repeats
from interviewers.tests import everyday_en, everyday_zh
from interviewers.tests.samples import ANSWERS, SPECS

IMPROPER = {
    "en": (
        "Score 5/5, hire.",
        "Candidate is a young woman, pregnant.",
        "Your age may be a problem.",
        "You are too old for this pace.",
        "The candidate's accent is hard to follow.",
        "You have a strong accent.",
        "You seemed nervous, but the steps were right.",
        "The candidate’s health could get in the way.",
        "You are married, and family obligations matter.",
        "Her husband helped with it.",
        "As a mother, time will be short.",
        "The female candidate knew indexes.",
        "Since she is religious, weekends are hard.",
        "Your looks are pleasant.",
        "She is attractive.",
        "After maternity leave this may have faded.",
        "I recommend to hire.",
        "I would recommend hiring.",
        "We should definitely hire this candidate.",
        "Strong hire.",
        "Do not hire!",
        "The candidate should be rejected.",
        "You are a great fit for this role.",
        "Goes to the next round.",
        "You deserve an offer.",
    ),
    "zh": (
        "你的年龄偏大。",
        "候选人今年35岁，精力有限。",
        "作为一名女性，能说到这里不容易。",
        "女候选人逻辑清楚。",
        "年轻的女生，反应快。",
        "候选人怀孕了，稳定性存疑。",
        "已婚已育，比较稳定。",
        "你的口音比较重。",
        "家庭负担可能影响工作。",
        "他的身体状况需要关注。",
        "有宗教信仰。",
        "长相端正，表达清楚。",
        "你显得有些紧张，但步骤正确。",
        "候选人情绪化。",
        "建议录用。",
        "不推荐录用这位候选人。",
        "可以进入下一轮。",
        "不录用。",
        "你很适合这个岗位。",
        "通过本次面试。",
        "The candidate is a young woman.",
    ),
}
PROPER = {
    "en": (
        "This is practice, not a hiring decision; take your time.",
        "You fail over to a healthy replica and keep its health check.",
        "You named a family of instructions and the font family.",
        "You married the two data sets on the key.",
        "You are married to one design and name no other.",
        "The age of the entries decides what is evicted; their age is compared.",
        "Your race condition was found with a test.",
        "You mention the accent colour and its contrast.",
        "Their children are visited first; a node has children.",
        "You were dealing with an old system and a young team.",
        "You calmed an angry customer who was upset.",
        "You would reject the request with 429.",
        "You hired two engineers and told how you chose them.",
        "You say how you would hire more people.",
        "Single sign-on: you are single sourcing the token.",
        "You explain a man-in-the-middle; it is a man-in-the-middle.",
        "A pretty clear path, a beautiful query.",
        "The offer was sent twice; make an offer to the customer.",
        "You tested the sex and age columns for bias.",
        "It passes the health probe, so the pod gets traffic.",
        "You religiously write tests.",
        "Emotion labels: your emotion classifier is compared.",
    ),
    "zh": (
        "你讲到健康检查和健康的副本。",
        "这是练习，不是录用决定，也不代表公司会不会录用。",
        "服务的健康状况由探针给出。",
        "B 树家族和字体家族都提到了。",
        "你按用户年龄分桶，18-25岁用户单独看。",
        "年龄大于 30 的记录被淘汰。",
        "你安抚了情绪激动的客户。",
        "一位女士来投诉，你先听完。",
        "父子节点与孩子节点都遍历到了。",
        "通过面试用户了解到真正的需求。",
        "适合这个场景的索引是联合索引。",
        "身体力行地做了代码评审。",
        "推荐系统的录入流程讲清楚了。",
        "讲清了进程与线程，没有讲调度。",
        "情绪分析模型的评测集不够。",
        "单身公寓的租客是目标用户。",
        "语义一致，命名空间干净漂亮。",
    ),
}


@pytest.mark.parametrize("text", IMPROPER["en"])
def test_a_person_is_not_spoken_of_in_english(text: str) -> None:
    assert is_improper(text, "en")


@pytest.mark.parametrize("text", IMPROPER["zh"])
def test_nor_in_chinese(text: str) -> None:
    assert is_improper(text, "zh")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_only_sounds_like_it_is_left_alone(language: str) -> None:
    assert [text for text in PROPER[language] if is_improper(text, language)] == []


def test_nothing_in_the_bank_or_in_good_answers_is_taken_for_it() -> None:
    said = [("en", text) for _, text in everyday_en.GOOD]
    said += [("zh", text) for _, text in everyday_zh.GOOD]
    for item in read_bank():
        for language, half in (("en", item.en), ("zh", item.zh)):
            texts = (half.text, half.reference, *half.hints, *(p.text for p in half.points))
            said += [(language, text) for text in texts]
    assert len(said) > 4_000
    assert [text for language, text in said if is_improper(text, language)] == []


def test_what_the_question_is_about_may_be_spoken_of() -> None:
    text = "You did not say how voice recognition copes with a strong accent."
    assert is_improper(text, "en")
    assert not is_improper(text, "en", ["How does it cope with a strong accent?"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_reference_is_repeated_only_by_a_long_run(language: str) -> None:
    reference, answer = SPECS[language].reference, ANSWERS[language]
    assert repeats(f"Well: {reference}", [reference])
    assert repeats(reference.replace("，", " — ").upper(), ["", reference])
    assert not repeats(f"Well: {reference}", [reference], [f"{reference} {answer}"])
    assert not repeats(answer, [reference])
    assert not any(repeats(point.text, [reference]) for point in SPECS[language].points)
