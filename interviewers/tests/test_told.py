"""What a follow-up asks for, and a story has told in everybody's words, is known as told."""

from __future__ import annotations

import re

import pytest

from interviewers.bank.schema import items_unread, read_told
from interviewers.engines.builtin.stories.leisure import is_of_leisure
from interviewers.engines.builtin.stories.told import case_told, told
from interviewers.tests.bank_items import told as judged

STORY = {
    "zh": (
        "客户要的报表下周一交不出来。我私下找经理，拿了张单子，每块要几天都写上，算下来差六天。"
        "我提了另一个办法，先交前两页。他怕客户不高兴，我们就一起打的电话。"
        "最后周一交了两页，剩下的周五补齐。现在我每周三先对一遍进度。"
    ),
    "en": (
        "The report for the client would not be ready by Monday. I went to my manager in private with a list, "
        "every part with its days, and it came to six too many. I offered the first two pages instead. "
        "He was afraid the client would be cross, so we rang them together. "
        "Two pages went out on Monday, the rest on Friday. Since then I go over the dates every Wednesday."
    ),
}
TOLD = {
    "zh": {
        "除了自己的看法，你还拿出了什么来支持？": "拿了张单子",
        "除了说来不及，你还带了什么？你去谈的时候，除了说来不及，还带了什么？": "另一个办法",
        "现在你会怎样不让自己再走到那一步？": "现在我每周三",
        "一开始反对的人，各自在意的是什么？": "他怕客户",
        "你是在什么场合提出来的？": "私下",
    },
    "en": {
        "Apart from your opinion, what did you put on the table?": "with a list",
        "When you went to talk about it, what did you bring besides the bad news?": "instead",
        "What do you do today so as not to get there again?": "Since then",
        "The people who were against it at first: what did each of them want?": "afraid",
        "On what occasion did you bring it up, and why then?": "in private",
    },
}
UNTOLD = {
    "zh": ("如果口头说不通，下一步你怎么走？", "选了这条路，代价落在了哪里？", "你开口的第一句话是什么？"),
    "en": ("When talking did not help, what was your next step?", "What did that choice cost you?", "Is that your own view, or do others see it too?"),
}  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
def test_signs_of_what_was_told_are_found_where_it_was(language: str) -> None:
    for probe, sign in TOLD[language].items():
        assert sign in told(STORY[language], probe), probe


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_was_not_told_and_what_nobody_knows_is_not(language: str) -> None:
    for probe in UNTOLD[language]:
        assert told(STORY[language], probe) == "", probe
    assert told("", next(iter(TOLD[language]))) == ""


PLANNED = {
    "zh": (
        "先问店长这份菜单给谁看、要几道菜。最没底的是新烤箱，我第一天就去试一炉。周三把草稿给他看，有变就早说。"
        "万一烤不出来，留一个冷盘当退路。我在面包店实习过三个月，知道自己喜欢跟吃的打交道。"
    ),
    "en": (
        "I would ask the owner who the menu is for. What I know least about is the new oven, so that comes first. "
        "On Wednesday I show him half a draft, and if I am late I warn him early. "
        "If I'm wrong about the oven, there is a cold dish to fall back on. When I was an intern in a bakery I liked it."
    ),
}
ASKED = {
    "zh": {
        "既然没做过，里面总有一块你心里没谱，你打算什么时候碰它？": "最没底",
        "你周五准时交了，对方却说“我要的不是这个”。最可能漏了哪一步？": "给谁看",
        "万一判断错了呢？你在选的时候为这个可能做了什么？": "退路",
        "你以前的哪段经历让你知道自己喜欢这样的工作？": "实习过",
        "有人说“这条早没意义了”，你拿什么证明，或者反驳他？": "",
        "那段工作里，你会带走的最好的东西是什么？": "",
    },
    "en": {
        "Since it is new to you, some piece of it will worry you. When do you touch that piece?": "know least",
        'You deliver on time and hear "this is not what I wanted". Which step was most likely left out?': "who the menu",
        "What if you're wrong? How does that possibility affect your choice?": "fall back",
        "What in your past tells you that you like this kind of work?": "an intern",
        "Somebody says it has been pointless for years. How could you prove it, or prove them wrong?": "",
        "What is the best thing you are taking with you from there?": "",
    },
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_a_plan_or_a_reason_has_told_is_known_too(language: str) -> None:
    for probe, sign in ASKED[language].items():
        found = told(PLANNED[language], probe)
        assert sign in found, probe
        assert bool(sign) == bool(found), probe


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_way_of_asking_is_one_of_the_banks_follow_ups(language: str) -> None:
    texts = "\n".join(
        follow_up["text"].casefold()
        for item in items_unread()
        for follow_up in item[language]["follow_ups"]
    )
    start = r"\b" if language == "en" else ""
    rows = [*read_told().views, *read_told().stories]
    asks = {ask for row in rows for ask in getattr(row.asks, language)}
    assert {ask for ask in asks if not re.search(f"{start}(?:{ask})", texts)} == set()
    # A group would be what is counted as said, in place of the words.
    signs = {sign for row in rows for sign in getattr(row.told, language)}
    assert {sign for sign in signs if re.compile(sign).groups} == set()


@pytest.mark.parametrize(
    "text",
    [
        "我上周刚去成都玩了一趟，火锅特别好吃，同事也都挺好的，还看了熊猫。",
        "Last summer I cycled down the coast of Portugal, the food was great and my girlfriend was happy.",
    ],
)
def test_a_story_of_free_time_is_known(text: str) -> None:
    assert is_of_leisure(text, "请讲一次冲突。", "Tell me about a dispute.")
    # Not where the question is about such things.
    assert not is_of_leisure(text, "火锅 好吃 熊猫 cycled coast food girlfriend")


@pytest.mark.parametrize(
    "text",
    [
        *STORY.values(),
        "社团组织大家去海边露营，二十个人报名，预算不够，我和社长吵了起来，后来按方案分两批去。",
        "Our team won a trip, and the manager and I disagreed on who of the project should go.",
        # Nor is a family.
        "那两年我辞职回老家带孩子，爸妈身体也不好，一直是我在照顾，老婆上班。",
        "I stayed at home with the kids then, my wife went back to her job, and my parents helped us out.",
    ],
)
def test_a_story_of_work_with_a_word_of_it_is_not(text: str) -> None:
    assert not is_of_leisure(text, "请讲一次冲突。", "Tell me about a dispute.")


@pytest.mark.parametrize(
    ("language", "key", "story"),
    [
        (
            "en",
            "behavioral-ambiguity",
            (
                "My boss said “make the numbers nicer”, that was all. I asked four people who use them "
                "what annoyed them most. I wrote one page of what I would do and what not, and he changed "
                "one line. I did the smallest table first. After five weeks complaints fell from nine a month to two."
            ),
        ),
        (
            "zh",
            "behavioral-bad-news",
            (
                "上线前一晚我发现账对不上，差了六百多块，九点知道的，我九点半就先跟领导说了，十点打给客户。"
                "我给他们两条路，晚两小时开门，或者先关掉那一页。他们选了第二条，凌晨两点修好了。"
            ),
        ),
        (
            "zh",
            "hr-one-thing",
            (
                "我选查夜里账不平的事。就像关门盘点，每天差几块，谁也说不清。我一个人盯了四个晚上，找到了原因。"
                "改完以后再没差过，财务每天少对两个钟头。我选它，因为我就是放不下小毛病。"
            ),
        ),
        (
            "en",
            "hr-strengths",
            (
                "I'd say listening. A client wanted a new button, I sat with her for an hour and found that "
                "she only needed a mail. That saved us two months."
            ),
        ),
    ],
)
def test_a_plain_story_with_all_its_parts_is_level_3(language: str, key: str, story: str) -> None:
    assert judged(language, key, story).level >= 3


ENDED = {
    "zh": (
        ("测试数据没人管，每周都耽误我一天，所以我接了。", "那时你手上应该不缺事，为什么偏偏管这件？", True),
        ("我写了个脚本，三个同事试了两周。", "最后达到了什么数？", False),
        ("夜里的告警从每周七次降到两次。", "最后达到了什么数？", True),
        ("我负责搜索，一开始很慢，每次都把整张表重排一遍。", "听起来挺顺利的，有没有哪一刻你觉得可能做不成？", True),
        ("目标是周末卖三百杯，我们只卖了一百二。", "离目标差了多少？", True),
        ("我们周末支了个摊，天气不好。", "离目标差了多少？", False),
        ("他是开花店的，从来没用过表格。", "开口之前，你对听的人了解多少？", True),
        ("我画了一个水桶给他看。", "开口之前，你对听的人了解多少？", False),
        ("我也看过两家外包，太贵，没选。", "除了最后采用的，你们还认真看过什么？为什么没有要？", True),
        ("我们用了货架分区，找货快了一半。", "除了最后采用的，你们还认真看过什么？为什么没有要？", False),
        ("我负责搜索，边输入边筛选，大家都喜欢。", "听起来挺顺利的，有没有哪一刻你觉得可能做不成？", False),
    ),
    "en": (
        ("Nobody looked after the test data. I took it on because I lost a day a week to it.", "You surely had enough on your plate. Why this one?", True),
        ("I wrote a script, and three colleagues tried it for 2 weeks.", "What figure did you reach in the end?", False),
        ("Alerts at night went down from seven a week to two.", "What figure did you reach in the end?", True),
        ("I built the search. It was slow: it sorted the whole list each time.", "It sounds rather smooth. Was there a moment when you thought it might not work?", True),
        ("We were to sell 300 cups at the weekend and only got to 120.", "By how much did it miss the goal?", True),
        ("We put up a stall at the weekend, and it rained.", "By how much did it miss the goal?", False),
        ("She is a florist who has never seen a spreadsheet.", "Before you began, how much did you know about the person listening?", True),
        ("I drew a bucket on the wall for her.", "Before you began, how much did you know about the person listening?", False),
        ("We could also have rented a hall, but that was too dear.", "Apart from what you took, what did you look at seriously, and why not that?", True),
        ("We put the shelves by zones, and picking took half the time.", "Apart from what you took, what did you look at seriously, and why not that?", False),
        ("I built the search, which filters as you type, and people like it.", "It sounds rather smooth. Was there a moment when you thought it might not work?", False),
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_reason_a_setback_and_a_change_are_told_in_everybodys_words(language: str) -> None:
    for story, probe, known in ENDED[language]:
        assert bool(told(story, probe)) is known, (story, probe)


PLANS = {
    "zh": {
        "哪些地方你会忍住不碰，为什么？": ("我先换搜索。结算和发票先不动，去年才稳定下来。", "我先换搜索，再换缓存。"),
        "从你做出决定到它消失那天，用户会依次经历什么？": ("我会先发信，一个月后改成只读，最后才关。", "我会看看谁在用。"),
        "除了一直养着和彻底拿掉，还有没有别的走法？": ("也可以并到报表页里，只修故障。", "算下来养不起。"),
        "团队已经花了半年，舍不得。什么情况下你会说到此为止？": ("再给八周，留存不到一成就停。", "我会去问客户。"),
        "再培训一遍、再发一封邮件，你觉得够不够？还能做什么？": ("我让系统不让两张单子用同一个号。", "我会再跟大家讲一次。"),
        "具体到这五天，你会怎么分？说说每一段大概多久。": ("周一查资料，周三出初稿。", "我会先问清楚要什么。"),
        "“口碑好”是听来的。你怎么知道在你们这儿也好？": ("我先借一台来试用一周。", "我看报价和保修。"),
        "它有两百个功能，你从哪里下手？": ("先把天天要用的那几步练熟，别的先不管。", "我跟着视频学。"),
        "没被排上的那个人，这一上午会听到你说什么？": ("排不上的我当面跟他讲，给他一个准信。", "我按罚款多少排。"),
    },
    "en": {
        "Which parts would you leave alone, and why?": ("I replace search first. I wouldn't touch billing.", "I replace search first."),
        "From your decision to the day it is gone, what do users go through, in order?": ("First they get a letter, then it is read-only.", "I would see who uses it."),
        "Apart from carrying it forever and taking it out, are there other ways?": ("We could merge it with the report page.", "It is too dear to keep."),
        "The team is attached to its half year of work. At what point would you say \"enough\"?": ("Eight weeks more, and if it stays below a tenth, we stop.", "I would ask clients."),
        "Another training, another e-mail: is that enough? What else can be done?": ("I made it so that two crates cannot be put on one slot.", "I would tell them again."),
        "Take these five days: how would you divide them? Roughly how long is each part?": ("Monday I read, Wednesday there is a draft.", "I ask what it is for."),
        "It has two hundred functions. Where do you begin?": ("I learn the five screens I need every day and leave the rest.", "I watch the videos."),
        "A good name is hearsay. How do you know that it'll be good at your place?": ("I rang two depots that use it.", "I look at price and warranty."),
        "What does the person who wasn't chosen hear from you that morning?": ("I would tell them face to face before ten.", "I sort them by the fine."),
    },
}  # fmt: skip


@pytest.mark.parametrize("language", PLANS)
def test_of_a_plan_what_was_said_already_is_known(language: str) -> None:
    for probe, (said, unsaid) in PLANS[language].items():
        assert told(said, probe, view=True), probe
        assert told(unsaid, probe, view=True) == "", probe


@pytest.mark.parametrize(
    ("probe", "figures", "plan"),
    [
        ("改之前和改之后，分别是多少？你是怎么量出来的？", "报错从一天三十次降到两次。", "我会先加三个副本再看。"),
        (
            "说说具体的数：你做之前是多少，之后是多少？",
            "前四个月丢了九箱。后来进门就称重，这四个月只有两箱。",
            "我会先称重再看。",
        ),
        (
            "What was the figure before, and what after? How did you measure it?",
            "In the first quarter I counted 26 breaks. After two quarters it was 4.",
            "I would raise the timeout to be safe, and then add 3 replicas.",
        ),
    ],
)  # fmt: skip
def test_figures_before_and_after_are_told_by_both(probe: str, figures: str, plan: str) -> None:
    assert told(figures, probe, view=True)
    assert not told(plan, probe, view=True)


@pytest.mark.parametrize(
    ("probe", "said", "unsaid", "view"),
    [
        (
            "Before you began, had you settled what to look at, and where did it stand?",
            "I counted the servers with open updates, that was 96 at the start.",
            "I moved everything to one weekly window.",
            False,
        ),
        (
            "What did you compare it with?",
            "I looked at two salary reports, and they said 38 to 44.",
            "I would say 40.",
            True,
        ),
        (
            "好话我记下了。不那么好听的一句会是什么？",
            "店长说过我开会爱抢话，这句我觉得对。",
            "店长会说我做事让人放心。",
            True,
        ),
        (
            "这一点最严重的时候带来过什么？",
            "我压了三天才说，货车都定了，只好返工。",
            "我有时候压着话不说。",
            True,
        ),
        (
            "用的时候有没有什么让你意外？",
            "拿去给老人试，发现他们只听声音不看字。",
            "我用它画过六张图。",
            True,
        ),
        (
            "你会按什么先后去试这几种办法？什么证据会让你走到最后一步？",
            "我一般先改流程，再换设备，实在不行才加人。",
            "这几种办法我都用过。",
            True,
        ),
        (
            "In what sequence would you try these approaches, and what evidence takes you to the last of them?",
            "I start with the wording first and only then with the data.",
            "All of them have their place.",
            True,
        ),
        (
            "如果对方一直交不出来，你手里还有什么？",
            "我怕赶不上，先借了隔壁仓的秤。",
            "我催了他三次。",
            False,
        ),
        (
            "If they had never delivered, what would you have had in hand?",
            "Meanwhile I kept the old labels ready.",
            "I rang them three times.",
            False,
        ),
        (
            "从不认同到认同，中间你做了什么？别人知道你变了吗？",
            "我不服，自己拿一个月的账算了一遍。",
            "我后来就不那么想了。",
            False,
        ),
        (
            "Between disagreeing and coming round, what did you do? Did others know?",
            "I went back and counted a month of bills.",
            "Later I saw it otherwise.",
            False,
        ),
    ],
)
def test_a_second_way_a_criticism_an_order_and_a_change_of_mind_are_told(
    probe: str, said: str, unsaid: str, view: bool
) -> None:
    assert told(said, probe, view=view)
    assert not told(unsaid, probe, view=view)


@pytest.mark.parametrize(
    ("said", "probe", "case"),
    [
        ("我一般先抓一下内存。我们行程页就漏过，是个定时器。", "讲一个你亲手抓到的：最后是谁抓着不放？", "我们行程页就漏过，是个定时器"),
        ("我一般先看日志。", "讲一个你亲手抓到的：最后是谁抓着不放？", ""),
        ("我们后来换了 Flink。", "有没有哪一次你用了它，后来觉得用错了地方？", ""),
        ("I look at the graph. We leaked on the trip page once.", "Tell me one you caught yourself.", "We leaked on the trip page once"),
        ("I look at the graph first.", "Tell me one you caught yourself.", ""),
    ],
)  # fmt: skip
def test_a_case_that_was_told_is_not_asked_for_again(said: str, probe: str, case: str) -> None:
    assert case_told(said, probe) == case


def test_who_doubts_a_figure_of_their_own_has_judged_it() -> None:
    probe = (
        "You have a figure. Without looking anything up, how do you judge whether it is plausible?"
    )
    assert told("That would be 900 pianos, which seems far too many.", probe, view=True)
    assert not told("Half of them play, so 900 pianos.", probe, view=True)


@pytest.mark.parametrize(
    ("said", "probe", "heard"),
    [
        ("我没给他盖章，他脸色很难看，最后还是按真实的数报了。", "事情最后怎么收场？你为此付出了什么？", True),
        ("我没给他盖章。", "事情最后怎么收场？你为此付出了什么？", False),
        ("当场给她换了一台，又帮她开了延保。", "谈完的时候，你给了这位客户什么准话？", True),
        ("那个月没有数据，只能按去年的估。", "有没有哪一步，你在还没看清全貌时就选了方向？", True),
    ],
)  # fmt: skip
def test_how_it_ended_and_what_was_promised_is_not_asked_of_who_has_told_it(
    said: str, probe: str, heard: bool
) -> None:
    assert bool(told(said, probe)) is heard
