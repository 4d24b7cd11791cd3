"""A story earns what it is worth under its own question, and little under another."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import AnswerFlag, Exchange, QuestionSpec, RubricSpec, ScoringPoint
from interviewers.engines.builtin.judging.lexical import Judgement, judge
from interviewers.engines.builtin.reporting.report import reason
from interviewers.engines.builtin.stories.themes import has_another_theme, themes_of
from interviewers.tests.bank_items import told as judged_as
from interviewers.tests.stories import STORIES

BANK = {item.key: item for item in read_bank()}
OWN = [(language, key) for language in STORIES for key in STORIES[language]]
OTHERS_AT_LEVEL_3 = 4
"""Of the 132 pairs of a story and another's question in a language: one in English and four in
Chinese reach it, by sharing the words of the theme (helping somebody and being helped)."""


@lru_cache(maxsize=512)
def told(language: str, question: str, story: str) -> Judgement:
    spec = BANK[question].zh if language == "zh" else BANK[question].en
    return judge(
        question=spec.text,
        references=(spec.reference,),
        answer=STORIES[language][story],
        language=language,
        points=tuple(ScoringPoint(p.key, p.text, tuple(p.synonyms), p.cue) for p in spec.points),
    )


@pytest.mark.parametrize(("language", "key"), OWN)
def test_a_story_for_its_own_question_is_level_3_or_more(language: str, key: str) -> None:
    assert told(language, key, key).level >= 3


@pytest.mark.parametrize("language", STORIES)
def test_a_story_for_another_question_stays_below(language: str) -> None:
    others = [
        told(language, question, story)
        for question in STORIES[language]
        for story in STORIES[language]
        if story != question
    ]
    assert max(judged.level for judged in others) <= 3
    assert sum(judged.level == 3 for judged in others) <= OTHERS_AT_LEVEL_3


@pytest.mark.parametrize("language", STORIES)
def test_every_story_fits_its_own_question_best_or_nearly(language: str) -> None:
    for story in STORIES[language]:
        own = told(language, story, story).score
        scores = [told(language, question, story).score for question in STORIES[language]]
        assert sum(score > own for score in scores) <= 1, story


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_reference_story_is_never_taken_for_a_stray_one(language: str) -> None:
    for item in BANK.values():
        spec = item.zh if language == "zh" else item.en
        if item.stage != "behavioral":
            continue
        points = tuple(ScoringPoint(p.key, p.text, tuple(p.synonyms), p.cue) for p in spec.points)
        judged = judge(
            question=spec.text,
            references=(spec.reference,),
            answer=spec.reference,
            language=language,
            points=points,
        )
        assert judged.level >= 4, item.key


@pytest.mark.parametrize(
    "question",
    [
        "How does a database handle conflicting transactions?",
        "What would you like to learn here?",
        "数据库怎样处理事务冲突？",
        "你为什么想来我们公司？",
    ],
)
def test_only_a_question_for_a_story_has_a_theme(question: str) -> None:
    assert themes_of(question) == ()


ABOUT_NOTHING_ASKED = {
    "en": (
        "I kept the bees of a small farm for three summers. When two of the hives grew weak, I weighed the "
        "frames every week, found that the sugar water was too thin and mixed it again. By August both "
        "hives gave nineteen kilos of honey instead of eight."
    ),
    "zh": (
        "我在果园管过三年梨树。有一年梨长得特别小，我每周量一次土里的水分，发现西边那排比东边干一半，"
        "就把滴灌管重新排了一遍。到秋天，每棵树从二十斤涨到三十五斤。"
    ),
}


@pytest.mark.parametrize("language", ABOUT_NOTHING_ASKED)
def test_a_well_told_story_about_nothing_that_was_asked_is_no_answer(language: str) -> None:
    for item in BANK.values():
        spec = item.zh if language == "zh" else item.en
        if item.stage != "behavioral" or not themes_of(spec.text):
            continue
        points = tuple(ScoringPoint(p.key, p.text, tuple(p.synonyms), p.cue) for p in spec.points)
        judged = judge(
            question=spec.text,
            references=(spec.reference,),
            answer=ABOUT_NOTHING_ASKED[language],
            language=language,
            points=points,
        )
        assert judged.level <= 2, (item.key, judged)


@pytest.mark.parametrize("language", ABOUT_NOTHING_ASKED)
def test_so_it_is_with_nothing_but_a_reference(language: str) -> None:
    question, reference, own = {
        "en": (
            "Tell me about a time you disagreed with your manager.",
            "What it was about; raising it in private with data; the decision; what was learned.",
            (
                "My manager wanted to move the depot before Christmas. I thought that was too risky, so I "
                "showed him the figures of last year alone in his office. We agreed on moving half of it, "
                "and not one parcel was late."
            ),
        ),
        "zh": (
            "请讲一次你和同事发生冲突的经历。",
            "背景和分歧；私下沟通，听对方的顾虑；达成一致；结果和反思。",
            (
                "去年我和仓库的同事为先发哪批货吵了起来。我约他中午单独谈，问清他为什么着急，"
                "又把两批货的日期摆给他看。最后一半一半地发，一单都没晚。"
            ),
        ),
    }[language]
    told, beside = (
        judge(question=question, references=(reference,), answer=answer, language=language).score
        for answer in (own, ABOUT_NOTHING_ASKED[language])
    )
    assert told >= 70.0
    assert beside < 30.0


@pytest.mark.parametrize(
    ("language", "question", "reference", "answer"),
    [
        (
            "zh",
            "说一次你和同事意见不一致的经历。",
            "有具体情境，听对方的理由，用事实沟通，有结果和反思。",
            "前年改报名页，运营想一进来就弹券。我先问了她缘由，是月底的数要好看。后来我们只给老用户弹，跑了两周，报名多了一成。",
        ),
        (
            "en",
            "Tell me about a conflict with a colleague and how you solved it.",
            "A concrete situation, listening, talking calmly, a result and a lesson.",
            "At the depot one driver kept leaving the forms empty. I rode with him for a morning, saw why, and we cut the form to four lines; since then they come back filled in.",
        ),
    ],
)
def test_a_story_of_work_in_words_of_no_theme_is_not_taken_for_another(
    language: str, question: str, reference: str, answer: str
) -> None:
    judged = judge(question=question, references=(reference,), answer=answer, language=language)
    assert judged.level >= 2


PLAIN = {
    "en": (
        (
            "behavioral-unpopular-decision",
            (
                "In May 2021 I shut down the second canteen line, which served forty of six hundred people. I put the counts "
                "up on the door a fortnight before and asked for reasons to keep it. Nine people were furious, so I went and "
                "ate with them twice. I kept one dish of theirs on the first line. Waste fell from 30 kilos a day to 11."
            ),
        ),
        (
            "resume-project-conflict",
            (
                "Petra ran the night shift and loaded whatever stood nearest the door. I wanted the lorries loaded by route. "
                "She said I was making a fuss and refused to listen. I rode along on two of her nights and asked what bothered her: "
                "she would have needed twenty minutes more. I found them by moving one break. Late deliveries fell from nine to two."
            ),
        ),
    ),
    "zh": (
        (
            "behavioral-unpopular-decision",
            (
                "2021年5月我停用了二食堂的夜宵窗口，每晚只有四十来人。我提前两周把人数贴在门口，请大家写理由。"
                "有九个人意见很大，我去陪他们吃了两顿，把一道菜挪到了一楼。后来浪费从每天三十公斤降到十一公斤。"
            ),
        ),
        (
            "behavioral-angry-customer",
            (
                "客户在群里骂了半小时，我先不解释，打电话过去听完，当晚查了日志，发现扣重了，凌晨退了款，"
                "第二天他在群里道歉。"
            ),
        ),
    ),
}


@pytest.mark.parametrize(
    ("language", "key", "text"), [(lang, *pair) for lang, pairs in PLAIN.items() for pair in pairs]
)
def test_a_whole_story_in_plain_words_is_heard(language: str, key: str, text: str) -> None:
    judged = judged_as(language, key, text.replace("{subject}", ""))
    assert judged.level >= 3, judged


def test_what_anybody_does_every_day_is_no_story() -> None:
    text = "同事之间吵架难免，先冷静，第二天请他喝咖啡，聊开就好，最后关系更好。"
    assert judged_as("zh", "behavioral-conflict-peer", text).level == 1


def test_a_story_in_other_words_is_no_empty_answer() -> None:
    text = (
        "The two lifts in our office were old, and I had one of them taken out of service for good. I put a chair on every landing. "
        "I carried the shopping of three old ladies myself for a month. I wrote down each trip and drew a plan. Calls about the lift went from 40 to 12."
    )
    assert judged_as("en", "behavioral-unpopular-decision", text).level in (2, 3)


def test_what_a_reference_only_supposes_denies_nothing() -> None:
    # "If it doesn't work, again" is no statement, and "it works" not its contrary.
    text = "What worked was a lid that only fits one way, so the wrong tin can no longer go in."
    assert AnswerFlag.NEGATED not in judged_as("en", "general-recurring-error", text).flags


QUARREL = (
    "With Rosa, who runs the kitchen. I had refused to open the terrace because two heaters smelled of gas and to "
    "her it was always something. We got rather loud with each other in front of the guests. So I asked for one hour, "
    "and we tested all nine heaters together: one was fine and one did leak. She shut that one down and we opened at "
    "seven. She'd been half right and I told everybody so. She phones me first now."
)


def test_a_quarrel_in_plain_words_is_one_and_another_story_is_told_so() -> None:
    judged = judged_as("en", "behavioral-conflict-peer", QUARREL)
    assert judged.level >= 3
    half = BANK["behavioral-conflict-peer"].en
    points = tuple(ScoringPoint(p.key, p.text, tuple(p.synonyms), p.cue) for p in half.points)
    spec = QuestionSpec("key", "collaboration", 2, half.text, half.reference, points)
    rubric = RubricSpec("collaboration", "", 1, ("", "", "", "", ""))
    exchange = Exchange("en", spec, rubric, answer=QUARREL)
    astray = replace(
        judged, level=2, covered=("situation", "action", "result"), missing=("ground",)
    )
    assert "the kind asked for" in reason(exchange, astray)
    assert "the kind asked for" not in reason(exchange, judged)


@pytest.mark.parametrize("language", STORIES)
def test_a_story_of_another_theme_is_known_and_none_of_its_own(language: str) -> None:
    asked = {key: (BANK[key].zh if language == "zh" else BANK[key].en) for key in STORIES[language]}
    stories = STORIES[language]
    assert not any(has_another_theme(asked[key].text, stories[key]) for key in asked)
    assert not any(has_another_theme(half.text, half.reference) for half in asked.values())
    others = [has_another_theme(asked[q].text, stories[k]) for q in asked for k in asked if q != k]
    assert 2 * sum(others) > len(others)


def test_what_is_shown_of_a_story_is_no_vague_word_of_it() -> None:
    key = next(key for key, item in BANK.items() if item.topic == "taking-the-lead")
    story = (
        "At the museum, as one of the guards, I got the key list going. I put something together, showed it to "
        "people and after a while everybody was using it, and it made the evenings a lot quicker. Closing took forty "
        "minutes before. I wrote a card for each door and gave it to two guards, then I walked the round with the new "
        "ones because nobody reads a card. Half a year later it takes twelve minutes."
    )
    evidence = judged_as("en", key, story).evidence
    assert evidence
    assert "something together" not in evidence
    assert not evidence.startswith(("or ", "then ", "and "))
