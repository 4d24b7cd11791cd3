"""A good answer in plain words is heard, and one to another question hardly ever."""

from __future__ import annotations

import pytest

from interviewers.tests.bank_items import told

OTHERS_AT_LEVEL_3 = 2
"""Of 30 pairs of an answer and another's question in a language."""

PLAIN = {
    "en": {
        "product-low-adoption": (
            "First I'd see who of them ever heard of it: did they open it once, and stop "
            "where? If nobody opened it, they don't know or it's hidden, so that's promotion. "
            "If they tried it once and didn't come back, I'd sit beside two or three and see "
            "what's in the way. And if they do it some other way, on paper or in mails, and "
            "are happy with that, the need isn't there. I'd talk to the five percent too, "
            "what they've got in common. Then try one thing for each guess, for instance have "
            "the account people set it up for ten customers, and after a month look if "
            "they're still using it. If not I'd rather stop."
        ),
        "qa-regression-scope": (
            "I'd ask the developer what exactly he touched and look at the change myself. "
            "Then who else uses that piece, for example the forgotten password or the app. I "
            "make a list and start with what would hurt most: can people still get in with "
            "right and wrong passwords, are they thrown out, and the most used browsers. What "
            "the machines can test runs meanwhile. For what I couldn't look at I say so "
            "openly before it goes out, and we agree who watches the numbers of logins "
            "tonight and how we get back to the old one."
        ),
        "mobile-local-storage": (
            "The entries go in a database on the phone, because there are so many and I want "
            "to search and add up by month without reading them all. The few settings in the "
            "simple key and value store, they're small and read at start. The token in the "
            "safe place the system has for secrets, so that other apps and backups can't get "
            "at it, never in plain text in a file. When the app changes its tables, the old "
            "ones have to be brought over without losing anything. And when somebody logs out "
            "the token goes."
        ),
        "general-error-after-delivery": (
            "I'd first see what's wrong exactly and who has it already. Then I call them "
            "right away, before I've got the right one, say don't use page three, and when "
            "the new one comes. I tell my boss too, I don't hide it. Then I fix it, let "
            "somebody else look over it this time, and send it with a note on what changed. I "
            "look whether the mistake has gone into other things, like a number somebody "
            "copied. Later I think about how it slipped through and put that on my list."
        ),
        "ds-offline-online-gap": (
            "I'd check first that the test itself is in order: is the new one really "
            "answering, are both halves alike, are there enough people to see such a small "
            "change. Then whether what it gets live is the same as in training, often a value "
            "is empty or a day old there. I log what it was given and score it again offline. "
            "Then maybe it's better in places that don't matter, like further down the list "
            "where nobody looks, or there's a rule after it that reorders everything. And the "
            "old data only has clicks on what the old one showed. I'd go through it from the "
            "cheap checks to the dear ones."
        ),
        "mobile-memory-growth": (
            "I'd go in and out twenty times and then tell it to clean up; if it goes down "
            "again it's only a cache, if it stays up at each round something's kept. Then I "
            "make a picture of the memory before and after, and look which page objects are "
            "there twenty times, though I've closed them. From there who still holds on to "
            "it: mostly a listener that never gets taken off, a timer, or something static "
            "that knows the screen. Or pictures that are too big. I mend it, do the twenty "
            "rounds again and leave a check in the test build that shouts."
        ),
    },
    "zh": {
        "product-low-adoption": (
            "先看知道的人有多少：开没开过、停在哪。没人打开，多半是不知道或者藏太深，那是推广的事"
            "。开过一次不回来，我去两三家旁边看看卡在哪。要是他们纸上、邮件里审得挺好，那就是没这"
            "个需要。那百分之五我也聊，看他们有什么一样。然后每个猜想试一下，比如让客户经理帮十家"
            "设好，一个月后看还用不用。还不用就趁早停。"
        ),
        "qa-regression-scope": (
            "我先问开发到底动了哪里，自己也看一眼改动。再看谁还用到这一段，比如找回密码、手机端。"
            "列个单子，先测坏了最要命的：对的错的密码能不能进，会不会被踢出来，最常用的几个浏览器"
            "。机器能跑的让它同时跑。没来得及看的，发之前明说，再说好今晚谁盯登录数、怎么退回老的"
            "。"
        ),
        "mobile-local-storage": (
            "账单放手机上的数据库，因为多，要搜、要按月加总，不能全读出来。设置就几个，放系统那个"
            "小的键值里，一启动就读。令牌放系统专门放密码的地方，别的应用和备份都拿不到，绝不写在"
            "明文文件里。以后表变了，旧的要搬过来不能丢。退出登录令牌就删。"
        ),
        "general-error-after-delivery": (
            "先看清楚错在哪、谁已经拿到了。没改好之前就打电话，说第三页先别用，新的几点来。领导也"
            "告诉，不藏着。然后改，这回请别人看一遍，发出去时写明改了什么。再查这个错有没有跑到别"
            "的东西里，比如谁抄了那个数。之后想想怎么漏过去的，加到我的单子上。"
        ),
        "ds-missing-values": (
            "我先问为什么空。也许表单没让每个人填，也许收入高的低的都不爱说。所以拿没填的跟填了的"
            "比一比。离谱的一个个看，有的是年薪填成月薪，有的多打了个零，能改的改，改不了的当空的"
            "。然后用差不多的人的中间值补上，再加一列写明原来是空的，空本身也说明问题。这些都只在"
            "训练那部分上算。补和不补各试一次，看差多少。"
        ),
        "mobile-memory-growth": (
            "我进出二十次再让它回收一下，能下来的是缓存，每一轮都下不来的才是真没放掉。然后前后各"
            "拍一张内存的照片，看哪个页面关了还有二十份。再往上找谁还拉着它：多半是没取消的监听、"
            "定时器，或者哪个静态的东西认得这个页面。也可能是图太大。改完再跑二十轮，测试包里留个"
            "检查，漏了就叫。"
        ),
    },
}


@pytest.mark.parametrize(
    ("language", "key"), [(language, key) for language in PLAIN for key in PLAIN[language]]
)
def test_a_good_answer_without_the_terms_is_level_3(language: str, key: str) -> None:
    assert told(language, key, PLAIN[language][key]).level >= 3


@pytest.mark.parametrize("language", PLAIN)
def test_a_good_answer_to_another_question_hardly_ever_is(language: str) -> None:
    answers = PLAIN[language]
    levels = [told(language, q, answers[k]).level for q in answers for k in answers if q != k]
    assert sum(level > 2 for level in levels) <= OTHERS_AT_LEVEL_3


@pytest.mark.parametrize("language", PLAIN)
def test_the_question_in_other_words_is_no_answer(language: str) -> None:
    again = {
        "en": "Three months after launch only 5% of business customers use the approval module. So need, product "
        "or promotion may be at fault, and one has to tell whether it is the need, the product or the promotion.",
        "zh": "审批模块给企业客户做了半年，上线三个月只有5%的客户在用，所以问题可能出在需求、产品或者推广，"
        "要判断问题到底是出在需求、产品还是推广。",
    }[language]
    assert told(language, "product-low-adoption", again).level <= 2


def test_nothing_is_heard_of_what_was_asked_in_an_answer_to_something_else() -> None:
    phone = (
        "Depends on the phone and who is playing, but I'd begin with the launch: cold start on a cheap Android, "
        "then rotate, a call coming in, going offline in the middle of a purchase, and the battery."
    )
    assert told("en", "qa-load-test", phone).unheard
    assert not told("en", "qa-regression-scope", PLAIN["en"]["qa-regression-scope"]).unheard
