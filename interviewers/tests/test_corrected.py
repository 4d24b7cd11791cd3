"""Who puts right, on the way, what they said before is heard, and it is no part of the story it stands in."""

from __future__ import annotations

import pytest

from interviewers.engines.builtin.reading.corrected import (
    as_put_right,
    corrects,
    only_corrects,
    puts_figure,
    revised,
)
from interviewers.engines.builtin.reading.standing import owns_up, standing, what_stands


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("对了，更正一下我刚才说的，增长是两成。后来我去找了设计。", "后来我去找了设计。"),
        ("对了，刚才说的试了四台机器，其实是三台。后来我整理成表。", "后来我整理成表。"),
        ("前面那个数我说错了，是二十。这件事是去年的。", "这件事是去年的。"),
        ("哦我更正一下，我前面说盘点错了两周，其实是十天。", ""),
        (
            "Wait, I have to correct something I said before: it was twenty percent. Tom said no.",
            "Tom said no.",
        ),
        ("I misspoke, it was in March. We met every Monday.", "We met every Monday."),
        ("Sorry, I should have said, it was five SDKs in it, not six. We cut two.", "We cut two."),
        ("Sorry, in the second project it was three weeks, not two. I led it.", "I led it."),
        ("我说错了，团队是五个人，不是六个。我带的。", "我带的。"),
        (
            "Oh, and the import, that was actually nearer six weeks. Then we shipped.",
            "Then we shipped.",
        ),
        ("I said three testers before, it was four with the intern. I led them.", "I led them."),
    ],
)
def test_a_correction_is_no_part_of_the_story(text: str, rest: str) -> None:
    assert corrects(text)
    assert what_stands([text]) == [rest]


@pytest.mark.parametrize(
    "text",
    [
        "他当场纠正了我刚才的说法。",
        "之前我跟客户说错了话，后来道了歉。",
        "前面我们改了配置，之前的接口也更正了。",
        "I had to correct the figure in the report before it went out.",
        "My colleague had to correct something I said before the client.",
        "老板之前说错了价格，客户很生气。",
        "之前销售说错了价格，我去道歉。",
        "客户说我之前报错了价格，我查了记录。",
        "No, it was a team of three.",
        "Sorry, it was a long time ago.",
        "I should have said no, but I said yes, and we lost two weeks.",
        "In the app we had five screens, not one of them tested.",
        "抱歉我没做过，我们组是五个人，不是专门做这个的。",
        "On my first day, there was not a single test.",
        "As I told you, it was a small team.",
        "I said fine, it was his call.",
        "At first I mixed them up, so I drew a table.",
        "I got the estimate wrong, it was my first one.",
        "Was that enough? No, it was not.",
        "Sorry, half of that was lost on me.",
        "Sorry, one moment.",
        "关于锁，不是越多越好。",
        "我们之前的架构，是一个单体应用。",
        "刚才提到的缓存方案，其实也有缺点，比如脏读。",
        "前面说的那个系统，实际上线之后才发现问题。",
        "不好意思，一时想不起来了。",
        "抱歉，一点也不了解。",
        "抱歉，一下子没反应过来。",
        "抱歉，一次都没用过。",
        "不好意思，握手是三次，不是四次。",
        "对不起，领导要的是一个结果，不是十个理由。",
        "抱歉，最难的是一开始，不是半年后。",
        "哦，线上是两台机器，不是一台，所以本地锁不行。",
    ],
)
def test_what_was_put_right_in_a_story_is_told(text: str) -> None:
    assert not corrects(text)
    assert what_stands([text]) == [text]


@pytest.mark.parametrize(
    ("told", "correction", "meant"),
    [
        ("300 people could not log in.", "Sorry, I meant 30, not 300.", "30 people could not log in."),
        ("It took 300 ms.", "I said 300 earlier but it was 30.", "It took 30 ms."),
        ("We were four, of fourteen.", "It was five people, not four.", "We were five, of fourteen."),
        ("三百个人登不上。", "不好意思，是 三十个人，不是三百。", "三十个人登不上。"),
        ("阻断只留 31 条。", "我想改一下刚才说的，不是 31 条，是 34 条。", "阻断只留 34 条。"),
        ("有300个人登不上，不是3000台机器。", "说错了，不是300，是30", "有30个人登不上，不是3000台机器。"),
    ],
)  # fmt: skip
def test_a_figure_put_right_stands_as_it_was_meant(told: str, correction: str, meant: str) -> None:
    assert as_put_right([told, correction, "Then 7."]) == [meant, "", "Then 7."]


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("Correction, hers was 10.", True),
        ("Sorry, going back, on the check-in thing, it was 18 percent.", True),
        ("更正一下，是30", True),
        ("The correction took three days, it was 2 in the morning.", False),
        ("Going back to 2019, it was 30 people.", False),
        ("我们把错的数据更正了，结果是30%", False),
    ],
)
def test_a_figure_is_put_right_without_the_old_one(text: str, corrected: bool) -> None:
    assert (puts_figure(text), corrects(text)) == (corrected, corrected)


def test_two_figures_of_which_none_was_told_put_nothing_right() -> None:
    told = ["We had ten servers.", "It was 3 of them, not 5, that failed."]
    assert as_put_right(told) == told


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("先查一下哪个接口慢。", "不对，瓶颈是三个慢查询，不是一个接口。"),
        ("一边先发 FIN，一边回 ACK。", "不对，是四次，不是一次。"),
        ("统一看一下监控。", "哦，是两台机器，不是一台。"),
    ],
)
def test_what_was_no_figure_is_not_put_right(told: str, said: str) -> None:
    assert as_put_right([told, said]) == [told, said]


def test_a_figure_of_something_else_is_put_right_in_two_sentences() -> None:
    told = "Sorry, by the way, I said 700 parcels earlier, those were pallets. It was about 90 parcels. Done."
    assert as_put_right(["It hit 700 parcels.", told]) == ["It hit 90 parcels.", "Done."]


@pytest.mark.parametrize(
    ("told", "said", "figures"),
    [
        ("120 tunnels, 3 sites.", "It was actually more like 170 tunnels.", ("170 tunnels", "120 tunnels")),
        ("I did that for five years.", "Four and a half years, really.", ("four and a half years", "five years")),
        ("It took 3 days.", "More like 5, to be honest.", ("5", "3")),
        ("It took 3 days.", "More like 5.", ("5", "3")),
        ("12 people in 2 rooms.", "Well, actually about 20.", ("20", "")),
        ("It took 3 days.", "It was actually 5 people.", None),
        ("About 2 days.", "3 days actually, it went up on the Tuesday.", ("3 days", "2 days")),
        ("It took 3 days.", "It was really hard for two of them.", None),
        ("花了3天，一百二十个用户。", "其实是一百七十个用户左右", ("一百七十个用", "一百二十个用")),
        ("留存掉了两三个点，不过按时上了。", "留存其实是掉了一个半点左右。", ("一个半点", "两三个点")),
        ("从四秒降到两秒六吧。", "对了刚才那个，其实是降到两秒二左右。", ("两秒二", "两秒六")),
        ("晚上多花一个来小时。", "晚上多花的其实是两个来小时。", ("两个来", "一个来")),
        ("最后死了三十来棵。", "死的其实是二十七棵。", ("二十七棵", "三十来棵")),
        ("原来要五天。", "后来其实是三天就做完了", None),
        ("我们有六个人。", "他们其实只有三个人", None),
        ("大概一百二十个用户。", "准确说是一百七左右", ("一百七", "一百二十")),
        ("我们花了三天。", "其实是两个人一起做的", None),
    ],
)  # fmt: skip
def test_a_figure_takes_the_place_of_one_without_a_word_of_it(
    told: str, said: str, figures: tuple[str, str] | None
) -> None:
    assert revised(said, [told]) == figures
    if figures and figures[1]:
        assert as_put_right([told, said]) == [told.replace(figures[1], figures[0]), ""]
        assert what_stands([f"{told} Done.", said]) == ["Done.", ""]


@pytest.mark.parametrize(
    ("said", "puts_right"),
    [
        ("窑其实烧了九个钟头，我前面讲成六个了。", True),
        ("供应商说能降，我说成本已经到底了。", False),
        ("我把他的名字说成了别人的，当场道歉。", False),
    ],
)
def test_who_says_what_they_told_it_as_puts_it_right(said: str, puts_right: bool) -> None:
    assert only_corrects(said) is puts_right


def test_what_was_taken_back_does_not_stand() -> None:
    wrong = "p 值 0.03 就是说原假设成立的概率只有百分之三。"
    right = "等等，我刚才 p 值那句说错了，不是这个意思。早结束的话，先定好中间看几次。"
    assert what_stands([wrong, right]) == ["早结束的话，先定好中间看几次。"]
    told = [
        "We cut waste by 30%. I did the ordering.",
        "Sorry, I meant 20%, not 30%. I trained two.",
    ]
    assert what_stands(told) == ["I did the ordering.", "I trained two."]
    assert what_stands(["I did the ordering.", "。。。"]) == ["I did the ordering.", "。。。"]


@pytest.mark.parametrize(
    ("said", "puts_right"),
    [
        ("No wait, it was the third draft, the second she sent back too.", True),
        ("Wait, no, that was in March.", True),
        ("No, wait for the lock first.", False),
        ("Wait, it was me who told Anna.", False),
    ],
)
def test_who_stops_short_and_says_how_it_was_puts_it_right(said: str, puts_right: bool) -> None:
    told = f"I rewrote the draft twice. {said}"
    assert corrects(told) is puts_right
    assert what_stands([told]) == ["" if puts_right else told]


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ("I led five. No wait, it was three. We shipped.", "We shipped."),
        ("从 50% 提到 74%。不对，应该是 58% 到 74%。我改了首页。", "我改了首页。"),
        ("成本降了 30%，不对，是 13%。我挪了任务。", "我挪了任务。"),
        ("I rang twelve, uh, sorry, twenty people. I cut the list.", "I cut the list."),
        ("我说服了小李。按时上线。不好意思，是小王，不是小李。", "按时上线。"),
        ("I did 400. No, 140. I drew the map.", "I drew the map."),
        ("I told them no, 30 days was too long.", "I told them no, 30 days was too long."),
        ("一开始以为是 5 个，后来发现不对，是 12 个。", "一开始以为是 5 个，后来发现不对，是 12 个。"),
        ("我们用 Vue 写的页面。上线两个月。口误，是 React。", "上线两个月。"),
        ("I convinced Tom. It shipped in May. Sorry, it was Tim.", "It shipped in May."),
        ("He wanted 5 people, not 3. I gave him 4.", "He wanted 5 people, not 3. I gave him 4."),
    ],
)  # fmt: skip
def test_what_is_put_right_within_an_answer_does_not_stand(told: str, stands: str) -> None:
    assert what_stands([told]) == [stands]


@pytest.mark.parametrize(
    "told",
    [
        ["我们用 Redis 做缓存，先更新数据库再删缓存。", "刚才提到的缓存方案，其实是从上个项目搬来的。"],
        ["I led the migration. We moved the billing tables first.", "On my last project, it was not easy."],
        ["It was easy. We had three people.", "On the migration, it was not easy."],
        ["We used Redis. It was cheap.", "About the tests, they were not cheap."],
        ["部署很简单。我们用了 Helm。", "关于测试，不是很简单。"],
    ],
)  # fmt: skip
def test_who_comes_back_to_something_takes_nothing_back(told: list[str]) -> None:
    assert what_stands(told) == told


@pytest.mark.parametrize(
    ("told", "owned_up"),
    [
        ("We moved it in two weeks. It halved the latency.", "I misspoke before, sorry."),
        ("We moved it in two weeks. It halved the latency.", "I was wrong earlier, sorry."),
        ("我们两周搬完的，延迟降了一半。", "不好意思，我刚才说错了。"),
    ],
)
def test_what_was_wrong_stands_until_it_is_said_how_it_was(told: str, owned_up: str) -> None:
    assert what_stands([told, owned_up]) == [told, ""]
    assert what_stands([told, f"{owned_up} It was Ann's work."]) == ["It was Ann's work."]


@pytest.mark.parametrize(
    ("text", "owned_up"),
    [
        ("What I said isn't quite right.", True),
        ("Sorry, I told you something wrong.", True),
        ("Let me correct that.", True),
        ("等等，我记错了。", True),
        ("What I said is correct", False),
        ("What I said was not wrong.", False),
        ("I told you that.", False),
        ("I said that.", False),
        ("I want to fix that", False),
        ("I need to correct that.", False),
        ("我记错了。", False),
        ("我说错了。", False),
    ],
)
def test_who_insists_or_tells_what_they_mend_does_not_own_up(text: str, owned_up: bool) -> None:
    assert owns_up(text) is owned_up


def test_what_is_put_right_on_a_later_question_does_not_stand() -> None:
    told = {
        1: ["We were five people. I wrote the plan."],
        2: ["I test first. About the project before: it was three people, not five."],
        3: ["我们有五个测试。我花了六天。不对，是三天，不是六天。"],
    }
    left = {1: ["I wrote the plan."], 2: ["I test first."], 3: ["我们有五个测试。"]}
    assert standing(told) == left
    told = {1: ["我们用 Vue 写的页面。我负责接口。"], 2: ["先看日志。前面口误，是 React。"]}
    assert standing(told) == {1: ["我负责接口。"], 2: ["先看日志。"]}
