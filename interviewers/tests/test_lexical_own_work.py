"""Questions about a project or a skill of the résumé, and about oneself, are answered by a story of
one's own work, in one's own words; a story of something else is no such answer."""

from __future__ import annotations

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import AnswerFlag, Cue, ScoringPoint
from interviewers.engines.builtin.judging.lexical import Judgement, judge
from interviewers.engines.builtin.stories.themes import asks_for_story

BANK = {item.key: item for item in read_bank()}
WORK = {
    "resume-project-hard-problem": {
        "en": "Offline the AUC was 0.86 and online 0.71. I compared the features row by row from the logs, saw that one was computed after the churn date, fixed the window, and then it was 0.79 in both.",
        "zh": "离线 AUC 是 0.86，线上只有 0.71。我从日志里逐行对比特征，看到有一个是流失以后才算的，改了时间窗以后两边都是 0.79。",
    },
    "resume-skill-quality": {
        "en": "For the churn model I wrote tests for the feature code, pinned the versions and asked for reviews. A colleague took it over in two days.",
        "zh": "做流失模型时我给特征代码写了测试，锁定了版本，还请同事评审。后来一位同事两天就接手了。",
    },
    "hr-one-thing": {
        "en": "A bookkeeping app for small shops like my aunt's. I wrote all of it alone, 800 shops use it today, and I answer their mail myself.",
        "zh": "我选做过的记账小程序，帮姑妈那样的小店老板记账，我自己一个人写的，现在有八百家店在用。",
    },
}
PLAIN = {
    "hr-weaknesses": {
        "en": "I get lost in details. A two-page memo took me a week and the meeting had passed. I set a timer now and send the rough version first; my colleague says it is better than it was.",
        "zh": "我容易钻细节，两页的材料写了一周，会都开完了。现在我定个闹钟，先发草稿，同事说比以前好。",
    },
    "hr-gaps": {
        "en": "After my contract ended I kept going to the local meet-up, built a tiny weather station and took an online class in statistics. When I began again, the first ticket was done in a week.",
        "zh": "合同到期后我照常去本地的技术聚会，做了个小气象站，还上了一门网上的统计课。再上班时第一张工单一周就交了。",
    },
}
"""Answers about oneself, in nobody's set phrases."""
ROOF = {
    "en": "Last summer my grandmother's roof leaked. I climbed up, replaced forty tiles in two days and painted the gutter. It has been dry ever since.",
    "zh": "去年夏天奶奶家屋顶漏水，我爬上去两天换了四十片瓦，又刷了水槽，到现在一次都没漏过。",
}
each_language = pytest.mark.parametrize("language", ["en", "zh"])


def told(language: str, key: str, answer: str) -> Judgement:
    half = BANK[key].en if language == "en" else BANK[key].zh
    points = tuple(
        ScoringPoint(p.key, p.text, tuple(p.synonyms), Cue(p.cue) if p.cue else None)
        for p in half.points
    )
    return judge(
        question=half.text.replace("{subject}", "Python"),
        references=(half.reference.replace("{subject}", "Python"),),
        answer=answer,
        language=language,
        points=points,
    )


@each_language
@pytest.mark.parametrize("key", WORK)
def test_a_story_of_ones_own_work_counts(language: str, key: str) -> None:
    judgement = told(language, key, WORK[key][language])
    assert judgement.level >= 3
    assert AnswerFlag.OFF_TOPIC not in judgement.flags


@each_language
@pytest.mark.parametrize("key", [key for key in WORK if key.startswith("resume-skill")])
def test_a_story_without_any_work_in_it_is_another(language: str, key: str) -> None:
    # Level 1, or hardly above it: it is told concretely.
    assert told(language, key, ROOF[language]).score < 32


@each_language
@pytest.mark.parametrize("key", PLAIN)
def test_who_speaks_plainly_of_themselves_is_heard_and_a_roof_is_not(
    language: str, key: str
) -> None:
    judgement = told(language, key, PLAIN[key][language])
    assert AnswerFlag.OFF_TOPIC not in judgement.flags
    assert judgement.score > 19 + told(language, key, ROOF[language]).score


@each_language
def test_they_ask_for_something_that_happened(language: str) -> None:
    for key in WORK:
        half = BANK[key].en if language == "en" else BANK[key].zh
        assert asks_for_story(half.text)


@pytest.mark.parametrize(
    ("language", "weakness"),
    [
        (
            "en",
            (
                "I don't ask for help early enough. Two years ago I sat on a locking bug for four days, my "
                "neighbour saw it in ten minutes, and the release slipped. Since then I write in the channel "
                "what I tried after two hours. Last month I asked eleven times, before it was maybe two."
            ),
        ),
        (
            "zh",
            (
                "我最要改的是估时间老是估少。两周弄完评测平台，结果用了五周，害得发布推了一回。"
                "现在每件事拆成半天的块，先问做过的人，再加三成。最近三个项目差都在两成以内。"
            ),
        ),
    ],
)
def test_a_weakness_may_be_what_somebody_does_not_do_enough(language: str, weakness: str) -> None:
    assert told(language, "hr-weaknesses", weakness).level >= 3


WITHOUT = (
    "We run two services for the whole firm, so I left it out. It was the bosses who wanted it. I asked who would look "
    "after a cluster at night and that was me alone. So two machines and a script that swaps the port. When a box dies "
    "we can't move things by themselves, I do that, it takes ten minutes. If we had twenty services or a team on call "
    "I'd put it in."
)
GENERAL = (
    "I would not choose it when it's not the right tool for the job. It always depends on the situation. You have to "
    "compare things well and then decide, and it worked well for us."
)


def test_who_tells_why_they_did_without_a_thing_has_weighed_it() -> None:
    weighed, vague = (told("en", "resume-skill-when-not", text) for text in (WITHOUT, GENERAL))
    assert weighed.level >= 3 > vague.level
    assert "trade-off" in weighed.covered


def test_who_hands_over_at_the_machine_has_tried_it_together() -> None:
    key = next(key for key, item in BANK.items() if item.en.text.startswith("From Thursday on"))
    said = (
        "I'd write one page, where the code is, how to start it and what's broken. Then an hour next to her on "
        "Wednesday where she does it and I keep my hands off. The export looks finished and it isn't."
    )
    assert {"access", "try-out"} <= set(told("en", key, said).covered)
