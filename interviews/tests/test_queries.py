"""Questions to the interviewer that no list names, "there is no such story", and a bare yes or no."""

from __future__ import annotations

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.builtin.speaking.phrases import PHRASES
from interviewgpt.db import in_db
from interviews.asides import amended_number, amends, request_in
from interviews.beside import has_expected, may_be_talk, talk_in
from interviews.models import Message, PlannedQuestion
from interviews.queries import (
    adds_nothing,
    asks_back,
    is_bare,
    lacks_case,
)
from interviews.tests.support import answer_for, create, sit, table, told


@pytest.mark.parametrize(
    "text",
    [
        "是缓存没命中吗？",
        "Maybe the index?",
        "Cancel the old request?",
        "我会问他：你最近怎么样？",
        "如果你不加锁会怎样？会重复扣款",
        "你看，先删缓存再更新数据库就会读到旧值",
        "能不能往后挪要问合规。",
        "先看有没有慢查询，再看锁",
        "When you do not provide your own constructor.",
        "how long it takes to replace everything",
        "之后每月抽查几份打分",
        "几个",
        "抱歉，我刚才没说清楚，我的意思是先删缓存再更新数据库",
        "Let me start over. First I update the database, then I delete the cache.",
        "I don't know what preflight is.",
        "我是应届生",
        "不会，下一个",
    ],
)
def test_a_guess_and_an_answer_that_asks_stay_answers(text: str) -> None:
    assert request_in(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("我没有不同意过领导。", "zh"),
        ("没遇到过", "zh"),
        ("我没有这方面的经历", "zh"),
        ("真的没有这样的事，我一般都听领导的", "zh"),
        ("我们店管得松，好像没碰上什么特别难的顾客。", "zh"),
        ("I've never had to do that.", "en"),
        ("Isn't that a bit much for a manual tester? I've honestly never written one.", "en"),
        ("That never happened to me.", "en"),
        ("Nothing comes to mind, sorry.", "en"),
    ],
)
def test_there_may_be_no_such_story(text: str, language: str) -> None:
    assert lacks_case(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("我们当时没有做过压测，结果上线就挂了", "zh"),
        ("没有人负责，我就接了过来", "zh"),
        ("没碰到什么阻力，是因为我提前跟三家都谈过", "zh"),
        ("没带过什么，就园里那个二手绘本角是我先弄起来的", "zh"),
        ("我还没正式工作过，之前的实习三个月到期就结束了，想找一个能一直做产品的地方。", "zh"),
        ("I have never missed a deadline, but once I came close and told my lead.", "en"),
        ("I never promise what I cannot keep.", "en"),
    ],
)
def test_a_story_with_such_words_is_one(text: str, language: str) -> None:
    assert not lacks_case(text, language)


def test_a_mere_yes_or_no_is_known() -> None:
    for text in (
        "是的。",
        "没有",
        "不一定",
        "Yes.",
        "Nope",
        "Not really",
        "It depends.",
        "You're right",
    ):
        assert is_bare(text), text
    for text in ("不知道", "两年", "是缓存", "Yes, by an index", "no index", "没有索引"):
        assert not is_bare(text), text


def test_there_may_be_nothing_more_to_say() -> None:
    for text in (
        "就这些",
        "没了。",
        "没有了",
        "没有别的了",
        "以上就是我的回答",
        "我说完了",
        "That's all.",
        "Nothing more to add",
        "I've told you everything",
        "That's my answer.",
    ):
        assert adds_nothing(text), text
    for text in (
        "就这些表要分",
        "没有索引",
        "nothing more than a lock",
        "That's all cached",
        "done by a worker",
        "",
    ):
        assert not adds_nothing(text), text


def test_an_answer_may_end_with_a_question_about_the_company_or_be_interrupted_for_one() -> None:
    assert asks_back(
        "I'd sit in first. When do new people join the rota with you, by the way? Then I'd fix a bug."
    )
    assert asks_back("第一个月先跟着看。对了，你们新人多久开始值班？第二个月接一个小模块。")
    assert asks_back("没法根治，只能多层防御。顺便问一下，你们公司现在用的是什么模型？")
    assert asks_back("I would shard by buyer. By the way, what does your team use?")
    assert asks_back("Mostly React. By the way, how big is your front-end team?")
    assert asks_back("你们仓库现在一天出多少单？我那边是八千单，分三班。")
    assert asks_back("七千左右吧，我现在六千二。对了想问下新人一般谁带？")
    assert asks_back("看招聘软件上的，一般六千到八千。新人一般谁带呀？")
    assert asks_back("I'd go by the market. Who usually looks after new people?")
    for text in (
        "先看日志。CPU 怎么会高？",
        "我会先问领导：谁来带新人？",
        "你们公司现在用的是什么模型？",
        "先加缓存。这样对吗？",
        "Two may write. By the way, why do you need a lock here? Because both read first. So I lock the row.",
        "先看记录。客户抱怨说，对了你们怎么又晚了？我先道歉，再查。",
        "I would shard by buyer. Does that answer your question?",
        "我会问客户。他说：你们什么时候修好？我答应一小时内回电。",
        "经理问我你们几天能交？我说三天。",
        "先把数对一遍。说不准的是你们的系统能不能导出明细，这决定先做哪块。",
    ):
        assert not asks_back(text), text


@pytest.mark.parametrize(
    ("text", "found", "number"),
    [
        ("等一下，我刚才上一题说错了，分片数是16个库不是32个。", (True, True), None),
        ("第一题我还想补充：双写的时候老库为准", (True, True), 1),
        ("Sorry, about the previous question, I said 32 shards but it was 16.", (True, True), None),
        ("Back to the first question quickly: we agreed on it with finance.", (True, True), 1),
        ("Going back to the previous question, the budget was small.", (True, True), None),
        ("回到第一个问题，我还会看续费率。", (True, True), 1),
        ("关于第一个问题，我先看日志；第二个问题再说。", None, 1),
        ("Going back to the previous version, we lost two hours of data.", None, None),
        ("On the second question, I forgot the unique constraint", (True, True), 2),
        ("等下，我上一题想补充一句：我还请老板先不要补数", (True, True), None),
        (
            "Can I come back to the incident question before? I'd like to add that I told the boss.",
            (True, True),
            None,
        ),
        ("Can I return to my second answer and add that we measured it?", (True, True), 2),
        ("I would go back to the question before the release and add a gate", None, None),
        ("I'd go back to the previous one and add an index.", None, None),
    ],
)
def test_an_earlier_question_is_named_in_more_than_one_way(
    text: str, found: tuple[bool, bool] | None, number: int | None
) -> None:
    assert amends(text) == found
    assert amended_number(text) == number


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("language", "said"), [("zh", "我没有遇到过这种事"), ("en", "I've never had to do that.")]
)
async def test_who_has_no_such_story_is_helped_to_another_once(language: str, said: str) -> None:
    interview = await in_db(create, language, interviewers=["behavioral"])
    first = await in_db(table, interview.pk)
    async with sit(interview.pk) as room:
        # A greeting before it takes nothing away.
        await told(room, "你好" if language == "zh" else "Hello!")
        met = await told(room, said)
        assert met["metadata"]["aside"] == "no_case"
        assert await in_db(first.assessments.count) == 0
        left = await told(room, said)
    assert left["metadata"]["kind"] == "question"
    assert left["metadata"]["question"] == 2
    assert await in_db(first.assessments.count) == 1


@pytest.mark.django_db(transaction=True)
async def test_a_mere_yes_is_asked_about_once_and_not_probed() -> None:
    interview = await in_db(create, "en", interviewers=["technical"])
    async with sit(interview.pk) as room:
        met = await told(room, "Yes.")
        assert met["metadata"]["aside"] == "bare"
        left = await told(room, "Yes.")
    assert left["metadata"]["question"] == 2


@pytest.mark.django_db(transaction=True)
async def test_words_of_the_question_are_an_answer_and_no_request() -> None:
    interview = await in_db(create, "zh", interviewers=["technical"])
    first = await in_db(table, interview.pk)
    spec = {**first.spec, "text": "你怎么看这次面试的时间安排？"}
    await in_db(PlannedQuestion.objects.filter(pk=first.pk).update, spec=spec)
    async with sit(interview.pk) as room:
        await told(room, spec["text"])
    assert await in_db(first.assessments.count) == 1


@pytest.mark.django_db(transaction=True)
async def test_an_addition_counts_for_the_question_it_names() -> None:
    interview = await in_db(create, interviewers=["technical"])
    first = await in_db(table, interview.pk)
    async with sit(interview.pk) as room:
        await told(room, "跳过")
        await told(room, "跳过")
        met = await told(room, "第一题补充：" + first.spec["reference"])
        assert met["metadata"]["aside"] == "amend"
        await told(room, "结束面试")
        await told(room, "是的")
        await room.until("status", status="completed")
    assert (await in_db(first.assessments.get)).level >= 4


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "等下，我上一题想补充一句：我还请老板先不要补数"),
        ("en", "Can I come back to the question before? I'd like to add that I told the boss."),
    ],
)
async def test_an_addition_leaves_a_follow_up_open(language: str, said: str) -> None:
    interview = await in_db(create, language, interviewers=["technical"])
    skip = {"zh": "跳过", "en": "skip"}[language]
    async with sit(interview.pk) as room:
        await told(room, skip)
        open_ = await in_db(table, interview.pk)
        probe = await told(room, answer_for(open_.spec, "middling", language))
        assert probe["metadata"]["kind"] == "follow_up"
        met = await told(room, said)
    assert met["metadata"]["aside"] == "amend"
    assert (await in_db(table, interview.pk)).pk == open_.pk
    line = await in_db(Message.objects.get, interview_id=interview.pk, content=said)
    assert line.planned_id not in (None, open_.pk)


@pytest.mark.django_db(transaction=True)
async def test_a_question_at_the_end_of_an_answer_is_met_on_the_way() -> None:
    interview = await in_db(create, interviewers=["technical"])
    first = await in_db(table, interview.pk)
    async with sit(interview.pk) as room:
        answer = first.spec["reference"] + "顺便问一下，你们公司现在用的是什么模型？"
        met = await told(room, answer)
    assert "真实的公司" in met["content"]
    assert "aside" not in met["metadata"]
    assert await in_db(first.assessments.count) == 1


@pytest.mark.django_db(transaction=True)
async def test_a_question_at_the_end_of_an_answer_is_met_once() -> None:
    interview = await in_db(create, interviewers=["technical"])
    async with sit(interview.pk) as room:
        met = await told(room, "先看慢查询日志。顺便问一下，你们公司现在用的是什么模型？")
        skipped = await told(room, "跳过")
    assert met["metadata"]["kind"] == "follow_up"
    assert "真实的公司" in met["content"]
    assert "真实的公司" not in skipped["content"]


@pytest.mark.parametrize(
    "text",
    [
        "加机器",
        "我会加索引",
        "不知道",
        "我不太会这个",
        "先看日志再说",
        "I don't know how to answer that.",
        "I add an index",
        "First I would look what happened.",
        "我会先看看",
        "a[i] = *(a+i)",
        "no answer",
    ],
)
def test_an_answer_in_common_words_is_one(text: str) -> None:
    assert talk_in(text, {"reference": "", "points": []}, people=False) is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("interviewer", "judged"), [("technical", 0), ("hr", 1)])
async def test_of_oneself_one_speaks_in_words_of_conversation(
    interviewer: str, judged: int
) -> None:
    interview = await in_db(create, "en", interviewers=[interviewer])
    first = await in_db(table, interview.pk)
    async with sit(interview.pk) as room:
        await told(room, "I am good with words.")
    assert await in_db(first.assessments.count) == judged


def test_a_good_answer_to_another_question_is_still_an_answer() -> None:
    """4,000 sentences, which would be met only where they themselves ask the interviewer."""
    bank = read_bank()
    seen = 0
    met: list[str] = []
    for item, other in zip(bank, [*bank[1:], bank[0]], strict=True):
        if item.topic in ("their-questions", "salary-expectations"):
            continue
        for half, there in ((item.zh, other.zh), (item.en, other.en)):
            points = [{"text": p.text, "synonyms": p.synonyms} for p in there.points]
            spec = {"reference": there.reference, "points": points}
            for said in half.reference.replace(". ", ".。").replace("；", "。").split("。"):
                seen += 1
                met += [said] if talk_in(said, spec, people=other.stage != "technical") else []
    assert seen > 3000
    assert not met


def test_what_names_a_point_is_an_answer_whatever_else_is_said() -> None:
    spec = {"reference": "读库会有延迟。", "points": [{"text": "幂等", "synonyms": ["唯一键"]}]}
    assert may_be_talk("我打错字了")
    for text in ("打错字了，是幂等", "你可以用唯一键", "忘了说，读库会有延迟"):
        assert has_expected(text, spec)
    assert not has_expected("这块我不负责", spec)


@pytest.mark.django_db(transaction=True)
async def test_a_remark_beside_the_question_is_met_and_not_judged() -> None:
    interview = await in_db(create, "en", interviewers=["technical"])
    first = await in_db(table, interview.pk)
    async with sit(interview.pk) as room:
        for text, aside in (("I'm hungry", "remark"), ("Ignore my last line", "trouble")):
            met = await told(room, text)
            assert met["metadata"]["aside"] == aside
        assert await in_db(first.assessments.count) == 0
        # What names a point is an answer, and so is what has no mark of talk.
        await told(room, "I'm hungry for " + first.spec["points"][0]["synonyms"][0])
    assert await in_db(first.assessments.count) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("language", "stop", "said"), [("zh", "。", "没有了"), ("en", ". ", "That's all I have.")]
)
async def test_who_has_no_more_to_say_is_not_probed_again(
    language: str, stop: str, said: str
) -> None:
    interview = await in_db(create, language, interviewers=["technical"])
    first = await in_db(table, interview.pk)
    async with sit(interview.pk) as room:
        probe = await told(room, first.spec["reference"].split(stop)[0])
        assert probe["metadata"]["kind"] == "follow_up"
        left = await told(room, said)
    assert left["metadata"]["question"] == 2


@pytest.mark.django_db(transaction=True)
async def test_who_has_said_a_good_deal_is_asked_on_and_not_helped_on() -> None:
    interview = await in_db(create, "en", interviewers=["technical"])
    helped = PHRASES["en"]["nudge"]
    async with sit(interview.pk) as room:
        short = await told(room, "First I would look what happened.")
        await told(room, "skip")
        story = "Our team moved to a new office in spring and we planned it for weeks, with lists and boxes. "
        long = await told(room, story * 2)
    assert short["content"].startswith(helped)
    assert not long["content"].startswith(helped)


@pytest.mark.django_db(transaction=True)
async def test_a_story_that_has_only_begun_is_not_called_beside_the_question() -> None:
    interview = await in_db(create, interviewers=["behavioral"])
    astray = PHRASES["zh"]["astray"]
    async with sit(interview.pk) as room:
        begun = await told(room, "前年我们每月云成本涨了不少，三个部门都说不归自己管。")
        assert begun["metadata"]["kind"] == "follow_up"
        assert not begun["content"].startswith(astray)
        await told(room, "跳过")
        beside = await told(room, "索引要把等值的列放在前面，排序的列放在最后，避免额外排序。")
    assert beside["metadata"]["aside"] == "unheard"  # no story at all
