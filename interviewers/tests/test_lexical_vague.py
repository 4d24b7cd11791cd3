"""A story that could be anybody's stays below level 3, however well it is told."""

from __future__ import annotations

import pytest

from interviewers.engines.builtin.lexical import judge
from interviewers.tests.bank_items import told

VAGUE = [
    (
        "en",
        "behavioral-missed-deadline",
        (
            "There was a project where we realised that we wouldn't make the deadline. I informed the "
            "stakeholders as early as possible and we discussed the options. We reprioritised, everyone gave a "
            "bit more, and in the end we delivered with only a small delay. I learned that planning is key."
        ),
    ),
    (
        "zh",
        "behavioral-missed-deadline",
        (
            "有个项目时间特别紧，眼看要延期了。我及时向领导汇报了情况，同时组织大家加班加点，合理分配任务，"
            "克服了各种困难，最终还是按时完成了。这次经历让我明白了做好计划的重要性。"
        ),
    ),
]
DETAILS = {
    "en": (
        " It was the price list for the Lyon branch, due on the fifth. On the second I rang Odile, and we left "
        "out the spare parts, forty of ninety rows, which followed on the twelfth."
    ),
    "zh": "那是里昂分店的价目表，五号要交。二号我给小季打电话，先把配件那四十行去掉，剩下的十二号补上。",
}


@pytest.mark.parametrize(("language", "key", "story"), VAGUE)
def test_a_story_that_could_be_anybodys_is_no_more_than_level_2(
    language: str, key: str, story: str
) -> None:
    judged = told(language, key, story)
    assert judged.level == 2
    assert "result" not in judged.covered


@pytest.mark.parametrize(("language", "key", "story"), VAGUE)
def test_particulars_make_it_somebodys_own(language: str, key: str, story: str) -> None:
    assert told(language, key, story + DETAILS[language]).level >= 4


@pytest.mark.parametrize("language", DETAILS)
def test_so_it_is_with_nothing_but_a_reference(language: str) -> None:
    question = {"en": "Tell me about a deadline you missed.", "zh": "请讲一次你错过期限的经历。"}
    reference = {
        "en": "When it was seen; who was told and when; what was cut; the result and what changed.",
        "zh": "什么时候发现的；什么时候告诉了谁；砍掉了什么；结果和之后的改变。",
    }
    story = next(story for lang, _, story in VAGUE if lang == language)
    vague, own = (
        judge(
            question=question[language],
            references=(reference[language],),
            answer=answer,
            language=language,
        ).score
        for answer in (story, story + DETAILS[language])
    )
    assert vague < own
    assert vague < 50
