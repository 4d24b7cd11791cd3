"""What belongs to a story gives room for its points, in whatever form it is told; what is beside it does not."""

from __future__ import annotations

import pytest

from interviewers.engines.builtin.expected.particulars import CAPS, particulars
from interviewers.engines.builtin.reading.text import fold, segments
from interviewers.engines.builtin.stories import conduct
from interviewers.engines.builtin.stories.accounts import is_aside, is_opinion
from interviewers.engines.builtin.stories.amount import amount_told, parted
from interviewers.engines.builtin.stories.telling import opens_with_act, read_story
from interviewers.tests.bank_items import told

ASKED = {
    "en": "Tell me about a mistake that was yours. How did you notice it, and what did you do next?",
    "zh": "请讲一次你自己造成的失误。你是怎么发现的，接下来做了什么？",
}
THIN = {
    "en": "I booked the wrong hall for a training, my own error, and I rang the office and got another one.",
    "zh": "有一次培训的场地是我订错的，我给办公室打了电话，换了一间。",
}
LUNCH = {
    "en": (
        " After that I had pizza for lunch, with olives and an awful lot of cheese. In the evening a concert was "
        "on in the park, I took my bike, and my cousin brought two umbrellas and a blanket."
    ),
    "zh": "中午我去吃了火锅，毛肚特别脆，又点了一盘鸭血。晚上去听了演唱会，灯光很漂亮，我表妹举着荧光棒跳了半天。",
}
MORE = {
    "en": (
        " The training was for thirty nurses, and the error showed when the caretaker rang on Tuesday: that hall was "
        "closed for repairs. Since then the booking is read by Petra before it goes out."
    ),
    "zh": "那次培训有三十个护士参加，周二管理员打电话来，我才发现那个场地在装修。后来订场地都让小裴再核对一遍再发出去。",
}


def _sentences(text: str) -> tuple[str, ...]:
    return tuple(segment.folded for segment in segments(text))


def _amount(text: str, question: str) -> float:
    return amount_told(parted(_sentences(text), question, set()), question)


def test_what_is_told_at_length_beside_a_thin_story_is_not_its_own() -> None:
    thin = "有一段时间挺忙的，我就多干点，后来过去了。"
    noodles = (
        "说起来那阵子我中午老去楼下一家兰州拉面，老板姓马，宽面窄面都有，牛肉切得薄薄的，辣子是他自己炸的，加一个卤蛋两块钱。"
        "夏天他还卖西瓜，红瓤黑籽，冰在井水里，我一次能吃半个。他儿子那年考大学，天天在角落里背单词。"
    )
    assert told("zh", "hr-pressure", thin + noodles).score < 60


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        (
            "en",
            (
                "From 3,000 to 3,300 per month. Two employers near here pay that for a qualified baker, and I now have 2,900. "
                "What counts too: no work on Sundays and paid breaks. With Sundays off, 3,000 is all right."
            ),
        ),
        (
            "zh",
            "每月七千到八千。附近两家厂给有证的电工开的就是这个价，我现在六千八。还看重夜班补贴和五险一金。补贴给足，七千就行。",
        ),
    ],
)
def test_a_sum_with_where_it_comes_from_needs_few_words(language: str, answer: str) -> None:
    assert told(language, "hr-salary", answer).score >= 60


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_lunch_told_after_it_is_no_more_of_a_story(language: str) -> None:
    thin, question = THIN[language], ASKED[language]
    alone = _amount(thin, question)
    assert _amount(thin + LUNCH[language], question) <= alone + 3
    assert _amount(thin + MORE[language], question) > alone + 6
    scores = [told(language, "behavioral-mistake", thin + m[language]).score for m in (LUNCH, MORE)]
    assert scores[1] > scores[0] + 7


AROUND = {
    "en": (
        "The willows by the lake turned green early.",
        "It rained from Sunday to Friday.",
    ),
    "zh": ("从星期天就一直在下雨。", "湖边的柳树绿得特别早。"),
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_stands_around_a_story_gives_it_no_room(language: str) -> None:
    story, question = THIN[language] + MORE[language], ASKED[language]
    alone = _amount(story, question)
    for aside in AROUND[language]:
        assert _amount(f"{aside} {story}", question) == alone
        assert _amount(f"{story} {aside}", question) == alone


@pytest.mark.parametrize(
    ("language", "key", "answer", "least"),
    [
        (
            "zh",
            "behavioral-achievement",
            (
                "大二暑假我们骑行社要走青藏线，十一个人，以前没人组织过。路线、住宿、补给都是我排的，每天多少公里、哪里能修车我列了一张表。"
                "第六天碰上泥石流，我联系了两辆皮卡，一小时内把人和车都转过去了。最后十一个人全到了，预算只超了两百块，后来社里每年都用我那张表。"
            ),
            74,
        ),
        (
            "zh",
            "behavioral-asking-for-help",
            (
                "花房的暖气老是半夜三点停，我查不出来。我给自己两个晚上的限。后来打电话给当年装它的老师傅，把我一个阀一个阀排除过的都说了，"
                "只求他来一个小时。他来摸了摸管子，说里面有气。我放了气，把办法写在门上，两个冬天没再停过。换现在，我第一晚就打。"
            ),
            69,
        ),
        (
            "en",
            "behavioral-conflict-peer",
            (
                "Jana and I disagreed about the reading list in year nine. She wanted six short books, I wanted one thick one. We kept "
                "sniping at each other by the copier, so I asked her for coffee and wrote down what each of us was afraid of: she feared "
                "boredom, I feared haste. We tried both in parallel groups for five weeks and compared the essays. Hers were livelier, "
                "mine went deeper, and we now take three short ones and half a thick one."
            ),
            80,
        ),
        (
            "zh",
            "behavioral-angry-customer",
            (
                "有位老太太冲到柜台，说她老伴的表送修回来多了道印子，嗓门很大。我等她说完，请她到里间坐下，倒了杯水，说换了我也要生气。"
                "我们一起在灯下看，进店时拍的照片上没有印子，我就承认是我们弄的，提出请城里最好的师傅抛光，钱我们出，我自己骑车送过去。"
                "周五她就拿到了，后来还介绍了好几个人来。"
            ),
            66,
        ),
    ],
)
def test_free_time_that_is_the_story_or_is_spent_with_its_people_belongs(
    language: str, key: str, answer: str, least: int
) -> None:
    assert told(language, key, answer).score >= least


@pytest.mark.parametrize(
    "sentence", ["Churn dropped to 4 %.", "The payments unit switched within a week."]
)
def test_what_happened_is_no_aside_because_nobody_is_in_it(sentence: str) -> None:
    assert not is_aside(fold(sentence))
    assert is_aside(fold("Great communication skills and motivation."))


def test_results_without_anybody_in_them_belong_to_a_story() -> None:
    told_of = told(
        "en",
        "behavioral-achievement",
        "The warehouse and the shop each kept a list of their own, and neither reported to me. I asked both what cost "
        "them time. Same answer: counting twice. I put up one shared list for a single aisle. Counting dropped from "
        "five hours to one. The shop took it over in May. The warehouse followed within a month. Complaints halved.",
    )
    assert told_of.level >= 4


@pytest.mark.parametrize(
    ("language", "key", "answer"),
    [
        (
            "en",
            "behavioral-mistake",
            (
                "Saturday, full house. Fryer off. My change to the timer. Saw it when the third order came back. Switched it "
                "back in four minutes, told the head cook at once, then refunded nine guests out of the till. Wrote the "
                "right times on the wall. Has not happened again in two years."
            ),
        ),
        (
            "zh",
            "behavioral-missed-deadline",
            (
                "校庆画册，周五要交。周二下午发现少三十张照片的授权。当天就跟老师说了。两个方案：先印没问题的部分，或者晚一周。"
                "老师选了前一个。联系了二十六个摄影的同学，排了新目录，周五交了八十页，剩下的一周后补成别册。现在先拿授权再排版。"
            ),
        ),
    ],
)
def test_a_terse_story_without_its_teller_is_one(language: str, key: str, answer: str) -> None:
    assert told(language, key, answer).level >= 4


def test_an_own_act_may_be_told_without_saying_whose() -> None:
    assert opens_with_act(fold("Rolled it back in nine minutes."))
    assert not opens_with_act(fold("Based on that they went home."))
    assert not opens_with_act(fold("Needed the address by March."))
    assert read_story((fold("去年盘点。"), fold("统计了一个月，整理了两张表。")), "zh").acts == 2
    assert read_story((fold("去年盘点。"), fold("同事忙不过来，统计了一个月。")), "zh").acts == 0


def test_a_disagreement_told_in_quotations_is_one() -> None:
    answer = (
        'I said, "If the stage stands there, nobody gets out in a fire." Jonas said, "It is not moving, the band wants it '
        'there." I asked, "What does the band need?" He said, "To be seen from the bar." I said, "Then we turn it by ninety '
        'degrees and keep the exit." He said, "But who pays the two hours?" I said, "I build it with you tonight." We were '
        "done at eleven. Both exits stayed open and 300 people came."
    )
    assert told("en", "behavioral-conflict-peer", answer).level >= 4


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        (
            "en",
            (
                "I have achieved a great deal and I always gave one hundred percent. I worked hard, I overcame every challenge, "
                "I communicated well with everybody, and in the end it was a big success."
            ),
        ),
        (
            "zh",
            (
                "我做成的事情挺多的，每一件我都百分之百投入，遇到困难也没有放弃，一步一步去克服，"
                "最后取得了很好的成绩，得到了大家的认可，收获满满。"
            ),
        ),
    ],
)
def test_a_story_in_which_nothing_is_particular_is_level_1(language: str, answer: str) -> None:
    assert particulars(_sentences(answer), "") == 0
    assert told(language, "behavioral-achievement", answer).score <= CAPS[0][1]


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        (
            "en",
            (
                "I think people leave their managers and not their companies. I have read that turnover is at nine "
                "percent. Companies should offer more training, because everyone wants to move on."
            ),
        ),
        (
            "zh",
            "我觉得现在大家离职无非是两个原因，钱少或者受委屈。我看过一个调查，平均两年就换一次。公司也应该多关心员工。",
        ),
    ],
)
def test_an_opinion_of_people_in_general_says_nothing_of_oneself(
    language: str, answer: str
) -> None:
    assert is_opinion(_sentences(answer))
    assert told(language, "hr-leaving", answer).score <= 30
    own = {"en": " I left because my shop closed.", "zh": "我自己是因为门店关了才走的。"}
    assert not is_opinion(_sentences(answer + own[language]))


@pytest.mark.parametrize(
    "answer",
    [
        "我把报价单发错了，没吱声。老板问起来，我就说是打印店的毛病。后来老板也没说什么。",
        "我偏不让她换班。在群里当着所有人把她的记录发出来。她哭了，后来没人敢跟我争了。",
        "I told her that it was nearly done and carried on with the old one. I forwarded her mail so that the others could have a laugh.",
        "I turned off the alarms. When it broke I suggested that the cleaner had left it open, and I got away with it.",
    ],
)
def test_bad_conduct_is_known_by_its_kinds(answer: str) -> None:
    assert conduct.signs_against(_sentences(answer)) >= conduct.SEVERAL
