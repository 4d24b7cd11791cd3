"""What is said back of an answer: its result, figure or decision, and nothing twice."""

from __future__ import annotations

import pytest

from interviews.best_lines import best_line, is_concrete, lines_worth, worth
from interviews.quoting import short_quote, stands

TOLD = {
    "zh": (
        "请讲一次你让结账变快的经历。",
        "我们那次要让结账变快。我先看了日志，和后端的同事聊了几次。最后把三次查询合成一次，耗时从四秒降到半秒。",
        "把三次查询合成一次，耗时从四秒降到半秒",
    ),
    "en": (
        "Tell me about a time you made the checkout faster.",
        "We had to make the checkout faster. I read the logs with Ann. We dropped two queries, and it went from 4 s to 1.",
        "We dropped two queries, and it went from 4 s to 1",
    ),
}


@pytest.mark.parametrize("language", TOLD)
def test_the_result_is_said_back_and_only_once(language: str) -> None:
    question, told, result = TOLD[language]
    line = best_line([told], language, [question])
    assert line == result
    assert is_concrete(line)
    other = best_line([told], language, [question, f"“{line}”"])
    assert other not in ("", line)
    assert not is_concrete(other)


def test_what_was_not_done_is_no_result() -> None:
    told = "I checked in the morning that it had rotated. We should have an alert at 80 percent."
    assert best_line([told], "en") == "I checked in the morning that it had rotated"
    assert not is_concrete("本来该设百分之八十的告警，还没做")
    assert best_line(["框架怎么比对的我说不太细。"], "zh") == ""
    assert best_line(["我说过了是 5 秒呀，因为大屏要快。"], "zh") == ""


def test_what_nobody_likes_to_hear_again_or_did_not_do_is_said_back_last() -> None:
    said = "I sulked for a week, to be honest. I wouldn't start with the tools. I asked Tom for the next changes without any names. Is that settled already?"
    assert best_line([said], "en") == "I asked Tom for the next changes without any names"
    said = "I wrote a list of the ones that were left with the port maps and walked Ravi through all of it."
    assert best_line([said], "en") == said.partition(" and walked")[0]


def test_how_bad_it_was_is_not_what_stays_of_an_answer() -> None:
    said = "We ran out twice on a weekend. I took a photo every Friday. We agreed a minimum stock with stores."
    assert best_line([said], "en") == "We agreed a minimum stock with stores"
    said = "We had 22 flaky tests and people reran everything. I replaced the sleeps with waits."
    assert best_line([said], "en") == "I replaced the sleeps with waits"
    assert max(worth("we had no complaints after that")) >= 0
    assert worth("清了缓存也一样")[0] < 0
    assert worth("我把测试环境改得跟线上一样，误差从三成降到了百分之二")[0] > 0
    assert worth("We had no errors in three weeks")[0] > 0


def test_how_things_stood_is_said_back_after_what_somebody_did() -> None:
    said = "I was the clerk there for six years. I counted the open files every week."
    assert best_line([said], "en") == "I counted the open files every week"
    said = "The rota in winter 2022 was that. At the depot we went from 41 to 29 calls a week."
    assert best_line([said], "en") == "At the depot we went from 41 to 29 calls a week"
    said = "I'd stop if only I use it, or the bill is over, I don't know, 300 euros a month for that one."
    assert not short_quote(said, "en").endswith("over")
    assert not is_concrete("I wanted 2,000 installs by the end of the year")
    assert (
        best_line(["I think we could upload big ones in pieces, but I never did this."], "en") == ""
    )


def test_a_number_that_a_thing_is_called_by_opens_no_quote() -> None:
    assert best_line(["1.1 一个连接一次只能走一个请求。2 可以一个连接里同时走好多个。"], "zh") == ""
    assert best_line(["30 条用例两天补齐了，没有再漏"], "zh")
    told = "老板要搬到苏北，我家在宁波，不太想去。东西学了不少，从验厂到订舱都自己跑过。"
    assert best_line([told], "zh").endswith("都自己跑过")
    assert best_line(["离谱的有一次，跟客户说二十五天出货，结果四十天"], "zh").startswith("跟客户")


def test_a_fault_that_was_found_and_what_leaves_out_of_what_it_speaks_are_not_said_back() -> None:
    assert worth("我周二发现导出图片在 iOS 上模糊，估了一下至少要三天")[0] < 0
    assert worth("我当天下午就给了产品两个方案")[0] >= 0
    assert worth("我觉得四天做不完，但我是队长也不能直接压人") == (0, False, False)
    told = "我实习做销量预测时两个都试了，LightGBM 的 WMAPE 低两个点，而且训练快，就用它了。"
    assert best_line([told], "zh") == "LightGBM 的 WMAPE 低两个点，而且训练快"
    told = "我们做销量的时候春节那周就遇到过，后来改成预测和去年同期的比值。"
    assert not [line for line in lines_worth(told, "zh") if line.startswith("改成")]


def test_what_somebody_never_did_is_not_said_back() -> None:
    assert not short_quote("长期记忆我没真上过线，按我的理解讲。", "zh").startswith("长期")
    assert not stands("这个我也没真的跑过", "zh")


def test_what_announces_that_it_is_told_again_is_not_said_back() -> None:
    told = "那我再讲一下：登记成一张表，评测集在新旧两个版本各跑一遍，过了的先切。"
    assert short_quote(told, "zh").startswith("登记成一张表")


def test_one_time_is_no_figure() -> None:
    assert not is_concrete("我记得有一次社团公众号改版")
    assert is_concrete("我们一共访谈了十二个人")
    assert is_concrete("休眠电流从两毫安降到四十微安")
    assert not is_concrete("先看这两秒花在哪")


@pytest.mark.parametrize("language", TOLD)
def test_what_repeats_the_question_is_not_said_back(language: str) -> None:
    question, told, _ = TOLD[language]
    first = told.split("。" if language == "zh" else ". ")[0]
    assert best_line([first], language)
    assert best_line([first], language, [question]) == ""


@pytest.mark.parametrize(
    ("language", "told", "line"),
    [
        ("zh", "P99 从 600 毫秒跳到 3 秒。我们把对账挪到了从库。", "我们把对账挪到了从库"),
        ("zh", "我一开始在群里直接甩了那 7 个场的截图。我约老周坐了一下午，看固件难在哪。", "我约老周坐了一下午，看固件难在哪"),
        ("zh", "当时同事说要全部重写，两个月上线。我先列了张表，把瓶颈标出来。", "我先列了张表，把瓶颈标出来"),
        ("en", "P99 latency jumped from 600 ms to 3 s. We gave the reports another pool.", "We gave the reports another pool"),
        ("en", "My manager wanted to rewrite it in 3 months. I drew up a table of what was slow.", "I drew up a table of what was slow"),
        ("en", "The head of year wanted 3 websites. I printed the tasks for four families.", "I printed the tasks for four families"),
    ],
)  # fmt: skip
def test_no_symptom_shame_or_view_of_others_is_said_back(
    language: str, told: str, line: str
) -> None:
    assert best_line([told], language) == line


def test_a_vague_word_of_how_it_went_is_nothing_to_say_back() -> None:
    assert max(worth("那阵子临时牵头后端这块，挺难的，反正最后撑过来了")) <= 0
    assert max(worth("It was hard, but we somehow got through it in the end")) <= 0
    assert max(worth("临时牵头后端，四个人扛下了国庆")) > 0


def test_what_was_ones_own_fault_or_leans_on_the_clause_before_is_not_said_back() -> None:
    assert worth("I'd tested with an account that had no boxes left, so it was me")[0] < 0
    said = "nobody does, so I'd fix the headline first"
    assert short_quote(said, "en") == "I'd fix the headline first"
    assert short_quote("I fixed the headline first", "en") == "I fixed the headline first"


def test_a_time_of_day_is_no_figure_and_a_number_of_things_is_one() -> None:
    assert worth("Saturdays at five I'm tired")[0] == 0
    assert worth("I threw sixty loaves away") > worth("We had the rule for all towels")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("像我前面提到的，跟两家同行的老同事打听过行情", "跟两家同行的老同事打听过行情"),
        (
            "两条线的破损率其实差不多，一条是千分之四点二，一条千分之四点三",
            "两条线的破损率其实差不多",
        ),
        ("谁定得了那一点我就先去问谁", ""),
    ],
)
def test_no_half_of_a_pair_and_nothing_that_points_back_is_said_back(said: str, line: str) -> None:
    assert short_quote(said, "zh") == line


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("中间有半年没上班。每周去港口的两个堆场看一天装柜，记了一本笔记。", "每周去港口的两个堆场看一天装柜，记了一本笔记"),
        ("老赵说别锁仓，我当时没听。我把两个仓的货分开盘了一遍。", "我把两个仓的货分开盘了一遍"),
        ("上个月我把两张提单的箱号贴反了。我打电话让司机在服务区等，换好标签才上路。", "我打电话让司机在服务区等，换好标签才上路"),
        ("三周以后，退回来的单从一天二十张变成五张，后来这块就让她管了。", "三周以后，退回来的单从一天二十张变成五张"),
    ],
)  # fmt: skip
def test_no_gap_mistake_or_advice_not_taken_is_said_back(said: str, line: str) -> None:
    assert best_line([said], "zh") == line


@pytest.mark.parametrize(
    ("language", "said", "line"),
    [
        ("zh", "我刚说了嘛，先把流量切回旧版本，再去查日志", "先把流量切回旧版本，再去查日志"),
        ("zh", "简历上写了呀，打包从九分钟降到两分半", "打包从九分钟降到两分半"),
        ("zh", "您没解释双写，我只能猜：双写就是两边各写一份", "双写就是两边各写一份"),
        ("zh", "办法啊，我刚才其实讲了：当天晚上挨个打电话，天亮前补发", "当天晚上挨个打电话，天亮前补发"),
        ("en", "It's on my CV, the build went from nine minutes to two", "the build went from nine minutes to two"),
        ("en", "I already said, we moved the reports to a replica", "we moved the reports to a replica"),
        ("zh", "我跟组长说我替你们改两周", "我跟组长说我替你们改两周"),
    ],
)  # fmt: skip
def test_what_is_said_of_the_conversation_is_not_said_back(
    language: str, said: str, line: str
) -> None:
    assert short_quote(said, language) == line


def test_no_laugh_and_no_second_of_two_voices_is_said_back() -> None:
    said = "一个半月的实习能有多大贡献呀哈哈。我把六个页面的用例补齐了。"
    assert best_line([said], "zh") == "我把六个页面的用例补齐了"
    said = "一个说是接口慢，一个说是页面写得烂，我就把每一步的耗时画成了图"
    assert short_quote(said, "zh") == "我就把每一步的耗时画成了图"
    assert worth("页面是两个老同事写的")[0] < 0


def test_no_question_to_the_panel_is_said_back() -> None:
    assert best_line(["能不能先告诉我新增是用推还是用拉"], "zh") == ""
    assert best_line(["could you tell me which of the two queues is meant"], "en") == ""


@pytest.mark.parametrize(
    ("language", "said", "line"),
    [
        ("zh", "我做了一份交接表，怀孕那阵子给了小周", "我做了一份交接表"),
        ("zh", "我陪我妈住院的时候把脚本写完了", ""),
        ("zh", "附近两公里有没有能替补的师傅", ""),
        ("zh", "我先查有没有漏发的单子", "我先查有没有漏发的单子"),
        ("zh", "加班是按小时算还是按天算", ""),
        ("zh", "我手下没人，不过换过一次系统", ""),
        ("zh", "签下来是要被罚的，对您也没好处", "签下来是要被罚的"),
        ("en", "I wrote the handover before my maternity leave", ""),
        ("en", "I had cancer in 2020 and after that I rebuilt the alerting", ""),
        ("en", "I am 52 years old and I led the migration of nine services", ""),
        ("en", "I am fifty-two and I led the migration of nine services", ""),
        ("en", "I went to rehab and then rewrote the billing job in four weeks", ""),
        ("zh", "我三十八岁转行，用半年考下了证书", ""),
        ("zh", "我先生在外地，我一个人把系统迁到了云上", "我一个人把系统迁到了云上"),
        ("zh", "我先生成了一份报告，三个部门都在用", "我先生成了一份报告，三个部门都在用"),
    ],
)
def test_neither_family_health_and_age_nor_half_a_list_of_questions_is_said_back(
    language: str, said: str, line: str
) -> None:
    assert best_line([said], language) == line


def test_what_was_done_comes_before_the_scene_of_it() -> None:
    said = "我做盘点的时候，三十个仓的口径都不一样。我就先定了一张表。"
    assert best_line([said], "zh") == "我就先定了一张表"


@pytest.mark.parametrize(
    "line",
    [
        "I had asked the drivers and forgotten the warehouse",
        "I'd been dodging the accounts since my first shop",
        "I told the chef in May and said it was on me",
    ],
)
def test_nobody_is_remembered_by_what_they_own_up_to(line: str) -> None:
    assert max(worth(line)) <= 0


@pytest.mark.parametrize(
    ("piece", "stands_alone"),
    [
        ("The bakery afternoons in 2021", False),
        ("we did that once and mixed two loaves up", False),
        ("The process takes two days less", True),
        ("The kiln runs every hour at night", True),
    ],
)
def test_a_row_of_nouns_is_no_sentence(piece: str, stands_alone: bool) -> None:
    assert stands(piece, "en") is stands_alone


def test_half_of_what_was_and_was_not_done_is_no_quote() -> None:
    said = "I had counted the flour and the ovens, I had not counted the bakers and their holidays at all."
    assert best_line([said], "en") != "I had counted the flour and the ovens"


def test_hardship_and_what_others_did_stay_behind_what_one_did() -> None:
    said = "每天睡五个小时。我后来列了一张表，把事情分成这周必须和可以拖的。"
    assert best_line([said], "zh") == "我后来列了一张表，把事情分成这周必须和可以拖的"
    said = "运营的同事做了三个月，很舍不得。我拉了三个月的数据，提出下线。"
    assert best_line([said], "zh") == "我拉了三个月的数据，提出下线"
    assert short_quote("我会说重来至少半年没有新功能。", "zh").startswith("重来")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("I ask every Monday who carries what. Before, I waited until something was over its date by days.", "I ask every Monday who carries what"),
        ("Numbers for that we only had for one of the browsers. I compared the two builds on a cheap telephone.", "I compared the two builds on a cheap telephone"),
        ("The thesis I just said, two days before its date and without the chapter.", ""),
        ("As I said, the last hundred defects: an afternoon with the list.", ""),
        ("I'd take the paint of the real visitors as the measure and, in the workshop, the blocking time of the builds we make.", "I'd take the paint of the real visitors as the measure"),
    ],
)  # fmt: skip
def test_what_is_quoted_says_by_itself_what_was_said(said: str, line: str) -> None:
    assert best_line([said], "en") == line


def test_what_leads_up_to_it_and_why_one_left_is_not_said_back() -> None:
    said = "我的意思是我先得了解情况。第一个月把近半年的事故复盘都读一遍。"
    assert not any("意思是" in line for line in lines_worth(said, "zh"))
    scene = "2023 年上半年吧，组里只剩三个人扛 46 个服务的迁移和值班。"
    assert lines_worth(scene, "zh")[0].startswith("组里只剩三个人")
    for left in ("去年三月合同到期我就没续", "I resigned in March and moved to Leeds"):
        assert worth(left) < worth("我把三个脚本改成了任务")


def test_a_red_face_and_a_retort_are_not_said_back() -> None:
    for said in ("我当时脸都红了，回了他一句", "我先顶了一句嘴", "这话说得不好，我的错"):
        assert worth(said)[0] < 0


def test_what_a_colon_leads_up_to_is_quoted_whole_or_not_at_all() -> None:
    said = "I would randomise by market and time instead, a switchback design: in each city, every 90 minutes you flip."
    assert short_quote(said, "en").endswith("a switchback design")
    one = "The trick was one word: idempotency, so each message carries a key and the consumer skips what it has seen."
    assert short_quote(one, "en") == "The trick was one word: idempotency"
    three = "I keep three rules in review: small diffs, one purpose, no style talk, and a reply to everybody within a day."
    assert not short_quote(three, "en").startswith("I keep")
    whole = "I cut three things: the logs, the images and the fonts"
    assert short_quote(f"{whole}.", "en") == whole
    assert short_quote("有碰到过，定时器里打印的 count 一直是 0", "zh").startswith("定时器")


def test_what_there_is_is_worth_less_than_what_was_done() -> None:
    for state in ("我们公司楼下就有三家", "我们组有八个人", "我手上有三个项目"):
        assert worth(state)[0] == 0, state
    for deed in (
        "我们组有八个人，我带着他们三周上了线",
        "转化有两成的提升，做了三周",
    ):
        assert worth(deed)[0] > 0, deed
