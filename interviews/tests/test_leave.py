"""Whoever asks whether they may tell of something else gets a yes, and is not asked the same once more."""

from __future__ import annotations

import pytest

from interviewgpt.db import in_db
from interviews.asides import request_in
from interviews.leave import asks_leave, refuses
from interviews.queries import asks_of_job_alone, is_bare
from interviews.tests.support import create, sit, told
from interviews.wishes import Request

ASKED = (
    "能不能换成讲上一家公司的那套排班系统？",
    "请问可以讲课程设计里的吗？我工作经验比较少。",
    "这个功能上线两个月就停了，谈不上扩大。能不能换成讲会员系统？",
    "我可以换一个项目讲吗？",
    "我想讲另一个项目，可以吗？",
    "我想换一个项目讲，行吗？这个我只做了一部分。",
    "可以说在学校或者上一份工作的吗？",
    "我没上过班，只有三个月实习，可以讲实习的时候吗？",
    "我想到一个例子，不过是上大学时候的，行吗？",
    "这个项目签了保密协议，细节我能不说吗？",
    "我不太想谈前公司的事，可以不说吗？",
    "没有，换个项目聊吧，我想讲一下拣货重构，那个我印象最深。",
    "这个项目没什么分歧，都是我一个人做的。可以换一个吗？退款那次跟开发吵得比较厉害。",
    "我没带过人，不是管理岗。实习生算吗？",
    "没带过人。带过实习生，算同事吗？",
    "这题我想换一个讲，三次券那个可以吗？我做得更完整。",
    "Can I leave the customer's name out?",
    "Is it okay if I don't name the client?",
    "Can I talk about my thesis instead?",
    "Could it be something from my studies?",
    "Would a story from my old job work?",
    "I'd like to talk about another project, is that okay?",
    "We closed that one down. Could I use a project from university?",
    "I never saw such a model, to be honest. Could I answer with my thesis instead? It had the same problem.",
    "Can it be something from my studies? I have not worked anywhere for long.",
    "Could it be a story from a volunteer job?",
    "I can't think of one. I could tell you about one where I was on one of the two sides, would that do?",
    "I can't think of one like that. I could tell you about our error tracking, would that do?",
    "I'd like to tell about being a teaching assistant instead, is that OK?",
    "I have one from my internship, is that OK?",
    "I'd rather tell you about another project, if that's fine with you.",
    "I can't say I led people. May I take the allotment thing, or does it have to be at work?",
    "I'd rather tell you about another project if that's ok, the move to the new depot. There we fought.",
    "Sorry, that is the school itself, it's not a project. Do you want me to talk about the final project from there?",
)
NOT_ASKED = (
    "能不能不提交事务就返回？",
    "我问他，名字能不说吗？",
    "Could I not lock the row there?",
    "Do you want me to talk about the backend or the frontend?",
    "可以用消息队列吗？",
    "能讲具体一点吗？",
    "可以说说你们团队吗？",
    "那我讲毕业设计那次：当时只有三个人，我负责接口。",
    "可以说明它是有效的吗？",
    "能不能说我们先加索引？",
    "我会先讲给他听，他说可以吗？",
    "Could I use a cache there?",
    "I can describe the protocol: SYN, SYN-ACK, ACK, if that's okay.",
    "Could a lock on the job be the cause?",
    "Would a cache in front of the job work?",
    "Could you tell me about the team?",
    "Can I use a lock for one case only?",
    "Could it be something from the cache layer?",
    "Could it be in the second query?",
    "I would use a lock there, is that OK?",
    "I have a cache in front of it, would that do?",
    "Could I answer from the cache in that case?",
    "Could I switch to one big index in that case?",
    "The first thing I'd ask the PM is: could I talk about this with the customer directly?",
    "能不能换成异步的，行不行？",
    "可以用以前的项目经验来解决吗？",
    "我跟老板说，能不能换成小一点的项目？",
    "这个名词我没听过，能换个说法讲讲吗？",
    "我会把这个接口换一个吧，因为原来的那个太慢了",
    "这算大学里学的死锁吗？",
    "我在学校的时候算不算？当时我一直觉得深度模型肯定更好。",
)


@pytest.mark.parametrize("said", ASKED)
def test_leave_to_tell_of_something_is_asked_for(said: str) -> None:
    assert asks_leave(said.casefold())
    assert request_in(said) is Request.ASSUME


@pytest.mark.parametrize("said", NOT_ASKED)
def test_a_guess_a_story_and_a_question_to_the_panel_ask_for_none(said: str) -> None:
    assert not asks_leave(said.casefold())


@pytest.mark.parametrize(
    "said",
    [
        "您说的高层是要到什么级别？我们总监算吗？",
        "毕业设计算不算？",
        "两个人的小组也算团队吗？",
        "你说的高并发是指多高？",
    ],
)
def test_whether_a_case_is_one_of_what_was_asked_for_is_theirs_to_say(said: str) -> None:
    assert request_in(said) is Request.ASSUME
    assert request_in("这算死锁吗？") is request_in("是锁算错了吗？") is None


@pytest.mark.parametrize(
    "said",
    [
        "看情况吧。",
        "这个看情况吧，要看你们那边现在是什么状况。",
        "It depends.",
        "Well, it depends on the team.",
    ],
)
def test_who_only_says_that_it_depends_is_asked_to_assume_something(said: str) -> None:
    assert request_in(said) is Request.ASSUME


@pytest.mark.parametrize(
    "said",
    [
        "看情况，数据量大就分表，小就加索引。",
        "取决于数据量和读写比，读多就加从库。",
        "It depends on the load: with few writes I would shard by user.",
    ],
)
def test_on_what_it_depends_is_an_answer(said: str) -> None:
    assert request_in(said) is None


def test_what_one_did_as_an_intern_is_no_question_about_the_job() -> None:
    assert not asks_of_job_alone("书和天气都做过，我能讲实习时的那个 App 吗？")
    assert asks_of_job_alone("这个岗位有实习期吗？") == asks_of_job_alone("这个岗位有试用期吗？")


def test_anything_will_do_is_bare_whoever_it_is_left_to() -> None:
    for said in (
        "这个我都可以，看公司安排吧。",
        "我都行，听你们的。",
        "待遇我随便，按公司规定就行",
    ):
        assert is_bare(said), said
    for said in ("都可以，看数据量吧", "都行，看公司有没有现成的平台", "我都可以，不过最好有人带"):
        assert not is_bare(said), said


@pytest.mark.django_db(transaction=True)
async def test_who_asks_is_granted_it_and_the_question_waits() -> None:
    interview = await in_db(create, "zh", interviewers=["behavioral"])
    async with sit(interview.pk) as room:
        granted = await told(room, "能不能换成讲学校里那个排课小程序？")
    assert granted["metadata"]["aside"] == "assume"
    assert granted["content"].startswith("可以，就讲它")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("language", "said", "granted"),
    [
        ("zh", "这个项目签了保密协议，细节我能不说吗？", "可以，不方便说的略过就好"),
        ("en", "Is it okay if I don't name the client?", "Of course: leave out"),
    ],
)
async def test_what_cannot_be_shared_may_be_left_out(
    language: str, said: str, granted: str
) -> None:
    interview = await in_db(create, language, interviewers=["behavioral"])
    async with sit(interview.pk) as room:
        reply = await told(room, said)
    assert reply["content"].startswith(granted)


@pytest.mark.django_db(transaction=True)
async def test_what_they_may_tell_of_can_have_a_word_of_employment() -> None:
    interview = await in_db(create, "zh", interviewers=["behavioral"])
    async with sit(interview.pk) as room:
        granted = await told(room, "我没上过班，只有三个月实习，可以讲实习的时候吗？")
    assert granted["metadata"]["aside"] == "assume"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "said", ["这个我都可以，看公司安排吧。", "薪资我没什么要求，看公司安排吧。"]
)
async def test_who_leaves_it_to_the_company_asks_it_nothing(said: str) -> None:
    interview = await in_db(create, "zh", interviewers=["hr"])
    async with sit(interview.pk) as room:
        reply = await told(room, said)
    assert reply["metadata"]["aside"] == "bare"


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ("i'd rather not go into that, if you don't mind. it's a legal matter.", True),
        ("sorry, i can't talk about that, i signed an nda.", True),
        ("i'd prefer to leave that one out, it was painful.", True),
        ("这个不方便说，涉及客户。", True),
        ("抱歉，这块不太想聊，属于家里的私事。", True),
        ("i'd rather not go to the database for every request, so i keep a copy.", False),
        ("i can't say that i disagreed.", False),
        ("i can't tell you the exact number, but roughly 40 percent.", False),
        ("这个不方便说，大概涨了三成。", False),
        ("不能说完全没有冲突，我们吵过一次。", False),
        ("i can't say that, it's confidential.", True),
        ("i'd rather skip this one for personal reasons.", True),
        ("不好意思，这件事不方便公开，合同里写了。", True),
        ("我不能说服法务，就先做了脱敏方案。", False),
        ("没法说服合规，最后我改成用脱敏数据。", False),
        ("不能回答客户合同里的问题，所以我约了法务一起开会。", False),
        ("i can't describe it in one word.", False),
        ("i can't say that was my best moment.", False),
        ("i can't say it was easy, but we shipped it.", False),
        ("i'd rather leave it out of the first release.", False),
        ("i can't share details, we signed an nda.", True),
        ("unfortunately i can't share any numbers, they're confidential.", True),
        ("i'm under an nda for that project.", True),
        ("due to an nda i can't talk about that.", True),
        ("这个涉及保密协议，不方便说。", True),
        ("签了保密协议，没法说。", True),
        ("前公司有保密要求，具体数据我就不说了。", True),
        ("i can't share details, we signed an nda, but i moved the job to a queue.", False),
        ("we signed an nda and then shared the numbers with them.", False),
        ("details are confidential by default, only finance sees them.", False),
        ("confidentiality", False),
        ("i can't go into the client side, it's under nda.", True),
        ("i can't share the customer data, it's confidential.", False),
        ("敏感数据，不能写日志。", False),
        ("客户说涉及保密，不方便给数据，我就用模拟数据做了。", False),
        ("我们和供应商签了保密协议，所以我先让法务审了合同。", False),
        ("公司规定不能说", True),
        ("涉及隐私，不能公开。", True),
        ("we're not allowed to discuss the details, it's under nda.", True),
        ("this information is confidential.", True),
        ("公司规定。", False),
        ("签了协议。", False),
        ("签了保密协议。", False),
        ("客户信息涉及隐私，不能公开。", False),
        ("we signed an nda.", False),
        ("we're not allowed to share the data.", False),
        ("we're not allowed to share it.", False),
    ],
)
def test_who_will_not_tell_is_told_from_who_says_what_they_would_not_do(
    said: str, refused: bool
) -> None:
    assert refuses(said) is refused
