"""Plain words about oneself are worth what they say, and a story from elsewhere is no answer."""

from __future__ import annotations

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.reading.text import fold, segments
from interviewers.engines.builtin.stories.accounts import invites_questions, is_aside, read_account
from interviewers.engines.builtin.stories.setting import at_work
from interviewers.tests.bank_items import BANK, told

HELD = (
    (
        "en",
        "hr-leaving",
        (
            "Our company was bought in May and the whole department goes to Dublin next year. I could come along, "
            "but my kitchen table is here, so to say. Up to then it was a good time, I got to build the whole "
            "reporting. I'm looking for something smaller now where the people who decide sit next door."
        ),
    ),
    (
        "en",
        "hr-notice",
        (
            "I have to give four weeks, so if we sign this week it'd be the middle of next month. I'd use the time "
            "to get the spring catalogue to the printer and show Ines how the price list is made. I've got eight "
            "days of holiday left but I'd rather not take them before that's done."
        ),
    ),
    (
        "en",
        "hr-their-questions",
        "How long have the people on the team been here? And what happens when something breaks at the weekend?",
    ),
    (
        "zh",
        "hr-leaving",
        (
            "五月公司被收购了，整个部门明年要去外地。让我一起去，可我家在这儿。之前都挺好，整个报表是我搭的。"
            "现在想找个小一点、拍板的人就坐隔壁的地方。"
        ),
    ),
    (
        "zh",
        "hr-career-thread",
        (
            "我一开始是护士，六年后腰不行了，就去测病房的软件，这是一次。另一次是测试组解散，要么去卖东西，"
            "要么学写代码，我晚上学了一年。这一路我都是那个盯着别让人因为差错受伤的人。"
        ),
    ),
    ("zh", "hr-their-questions", "组里的人都待多久了？要是周末东西坏了，一般怎么办？"),
)
GENERAL = (
    (
        "en",
        "hr-leaving",
        "I'm looking for a new challenge and better opportunities to grow. It's simply time for a change.",
    ),
    (
        "en",
        "hr-first-months",
        (
            "First I would learn as much as possible and get to know everything. Then I'd work hard to contribute "
            "and become a valuable member of the team."
        ),
    ),
    (
        "en",
        "hr-introduction",
        (
            "I'm a motivated person who likes to learn new things. I'm interested in technology and I'd like to "
            "develop further."
        ),
    ),
    ("en", "hr-their-questions", "Thank you very much for the interesting conversation."),
    ("zh", "hr-leaving", "想寻求新的挑战和更好的发展机会，换个环境。"),
    (
        "zh",
        "hr-first-months",
        "先尽快学习熟悉，融入团队，然后努力工作，做出贡献，成为团队有价值的一员。",
    ),
    ("zh", "hr-introduction", "我性格开朗，学习能力强，对技术充满热情，希望能有进一步的发展。"),
    ("zh", "hr-their-questions", "谢谢，聊得很愉快。"),
)
ROOF = {
    "en": (
        "Last summer the roof of my parents' shed leaked. I climbed up, found three broken tiles and a rotten "
        "batten, bought new ones at the builders' market for forty euros, nailed the batten on and laid the "
        "tiles. It took me a weekend, my brother held the ladder, and since then it has been dry. Next time "
        "I'd check it in spring."
    ),
    "zh": (
        "去年夏天我爸妈家棚子的屋顶漏了。我爬上去，发现碎了三片瓦，还有一根木条烂了，去建材市场花三百块"
        "买了新的，把木条钉上、瓦铺好。干了一个周末，我弟帮我扶梯子，到现在一直没漏。下次我会春天就检查。"
    ),
}
ELSEWHERE = ("hr-strengths", "hr-pressure", "hr-limits", "hr-leaving", "hr-first-months", "hr-fit")


@pytest.mark.parametrize(("language", "key", "answer"), HELD)
def test_what_is_held_fast_is_level_3_and_is_quoted(language: str, key: str, answer: str) -> None:
    judged = told(language, key, answer)
    assert judged.level >= 3
    assert judged.flags == ()
    assert judged.evidence
    assert judged.evidence in answer


@pytest.mark.parametrize(("language", "key", "answer"), GENERAL)
def test_general_talk_is_not(language: str, key: str, answer: str) -> None:
    assert told(language, key, answer).level <= 2


@pytest.mark.parametrize(("language", "key", "answer"), HELD)
def test_an_account_said_twice_is_worth_no_more(language: str, key: str, answer: str) -> None:
    assert told(language, key, f"{answer}\n{answer}").score <= told(language, key, answer).score


@pytest.mark.parametrize("language", ROOF)
@pytest.mark.parametrize("key", [*ELSEWHERE, "behavioral-achievement"])
def test_a_story_without_work_or_study_stays_below(language: str, key: str) -> None:
    assert told(language, key, ROOF[language]).level <= 2
    assert not at_work([fold(ROOF[language])])


def test_only_questions_about_oneself_ask_for_an_account() -> None:
    asking = {
        item.key
        for item in BANK.values()
        if read_account(item.en.text, ("i did it",)) or read_account(item.zh.text, ("我做了",))
    }
    assert {item.key for item in BANK.values() if item.stage == "hr"} > asking
    for key in asking:
        both = (BANK[key].en.text, BANK[key].zh.text)
        assert all(read_account(text, ("i did it",)) is not None for text in both), key
        assert len({invites_questions(text) for text in both}) == 1, key


def test_a_reference_account_is_a_full_one() -> None:
    for item in BANK.values():
        for spec in (item.en, item.zh):
            found = tuple(s.folded for s in segments(spec.reference))
            account = read_account(spec.text, found)
            if account is not None:
                assert account.signs > 1, item.key
                assert account.fullness([1.0] * len(found)) == 1.0, item.key


def test_who_teaches_has_students_and_passes_results_on() -> None:
    work = fold(
        "In spring I forgot to pass on a result to two students, and it was caught an hour later."
    )
    assert not is_aside(work)
    assert is_aside(fold("Students like this one deserve top marks for the answer."))
    assert is_aside(fold("I was told that this answer gets full marks."))


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("hr-leaving", "印刷厂的夜班今年全裁了，问过主管能不能转去装订，主管说不行。"),
        ("hr-leaving", "想调到质检那边，申请递了两回都没批，就出来看看。"),
        ("hr-why-position", "你们招聘上写要懂冷链，这个我做了六年，从验货到装车都跑过。"),
    ],
)
def test_a_short_reason_with_what_was_refused_is_one_and_accuses_nobody(
    key: str, answer: str
) -> None:
    judged = told("zh", key, answer)
    assert judged.score >= 30
    assert AnswerFlag.NEGATED not in judged.flags


def test_who_calls_the_boss_useless_is_not_excused() -> None:
    judged = told("zh", "hr-leaving", "主管就是不行，什么都管不好。")
    assert AnswerFlag.NEGATED in judged.flags


def test_a_story_of_a_counter_or_a_ward_is_one_of_work() -> None:
    assert at_work([fold("有个老人在窗口把单子摔了")])
    assert at_work([fold("交班的时候少了一支")])
    assert not at_work([fold("周末我把阳台的花换了盆")])
