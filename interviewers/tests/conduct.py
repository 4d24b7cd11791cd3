"""Fictitious answers to behavioural and HR questions: of bad conduct, and such in which others are bad, or one was."""

from __future__ import annotations

__all__ = ["BAD", "HONEST"]

BAD = (
    (
        "zh",
        "behavioral-angry-customer",
        (
            "在客服做的时候，有个大姐打电话来骂，说退款等了半个月。我就跟她说这是财务的问题，我也没办"
            "法，你去投诉好了。她越骂越凶，我就把电话静音放在旁边，等她骂完自己挂了。后来她没再打来，"
            "应该是解决了。"
        ),
    ),
    (
        "zh",
        "behavioral-mentoring",
        (
            "组里有个新来的表现不好，写的代码老返工。我跟他说过一次让他自己多学学，没什么用。后来我就"
            "在站会上把他的返工次数公布出来，让大家看看差距，再把简单重复的活都丢给他。三个月后他自己"
            "离职了，组里的效率就上来了。"
        ),
    ),
    (
        "zh",
        "hr-why-position",
        (
            "说实话我也没仔细看你们是做什么的，就是在网站上一起投的，看到有面试通知就来了。岗位名字跟"
            "我专业对得上，离我家也近，走路十分钟。先进来看看，不合适再说。"
        ),
    ),
    (
        "zh",
        "hr-pressure",
        (
            "我去年年底压力特别大，项目上线加考试。我那段时间干脆把手机关了，请了一周病假在家打游戏，"
            "项目的事没跟任何人说。回来的时候同事已经把我那块做完了，虽然他们不高兴，但压力就这么过去"
            "了。"
        ),
    ),
    (
        "zh",
        "hr-carrying-decisions",
        (
            "公司有次决定砍掉我们组的年终聚餐和培训预算，我也不认同。开会的时候我就跟大家说，这是上面"
            "的人拍脑袋定的，我也没办法，你们有意见别找我，去找老板。后来大家都很有怨气，有几个人开始"
            "消极怠工，我也理解他们，就随他们去了。"
        ),
    ),
    (
        "en",
        "behavioral-conflict-peer",
        (
            "A colleague kept insisting on tabs in the shared files and I wanted spaces. I got "
            "fed up, so I wrote a script that changed all his files overnight, and when he "
            "complained in the meeting I told everyone he obviously didn't have any real work "
            "to do. People laughed. He asked to be moved to another team shortly after, so the "
            "disagreement was solved."
        ),
    ),
    (
        "en",
        "behavioral-cross-team",
        (
            "The platform team owed us an interface in March. They didn't deliver and I "
            "thought, well, that's up to them. I just waited, did some other things, and in May "
            "it was still missing. In the end our launch was cancelled. I had told my manager "
            "at the beginning that they were slow, so nobody could blame me."
        ),
    ),
    (
        "en",
        "behavioral-ethics",
        (
            "My boss asked me to write five reviews for our app under made-up names. It felt a "
            "bit off, but everybody does that, so I wrote ten, with different phones so it "
            "wouldn't be noticed. The rating went from 3.1 to 4.2 and downloads doubled, and I "
            "got a bonus for it."
        ),
    ),
    (
        "en",
        "hr-leaving",
        (
            "Honestly, because my boss is an idiot. He has no idea what we do, the whole "
            "management is a joke and my co-workers are lazy. I've been there for two years and "
            "they never gave me a raise. I don't want to spend one more day with those people."
        ),
    ),
    (
        "en",
        "hr-reliability",
        (
            "Usually I leave it and hope they forget. Last summer I promised a colleague to "
            "take over her shift, and then I got concert tickets. I didn't answer her messages "
            "that day. She had to cancel her trip, and she was in a huff for weeks, but it's "
            "not as if I'd signed a contract."
        ),
    ),
)
HONEST = (
    (
        "zh",
        "behavioral-ethics",
        (
            "主管让我把测试没过的两项改成通过。我说这个我不能做，造假的报告交上去出了事客户会受伤。他"
            "骂了我一顿，说大家都这么干。我把情况写成邮件发给质量部，后来那批货停下来重测了。"
        ),
    ),
    (
        "zh",
        "behavioral-angry-customer",
        (
            "客户在电话里骂了二十分钟，说我们是骗子。我没打断，也没说这不是我的问题。等他说完，我先道"
            "歉，再把退款流程走完，当天钱就到账了。"
        ),
    ),
    (
        "zh",
        "behavioral-mistake",
        (
            "上线那天我漏了一个配置，一开始没敢吭声，过了十分钟还是在群里说了是我漏的，然后马上补上。"
            "以后上线我都让另一个人念清单给我核对。"
        ),
    ),
    (
        "zh",
        "behavioral-mediating",
        (
            "两个组互相甩锅，一个说是前端的问题，一个说后端没回消息。我把日志按时间排好，请两边坐下来"
            "一条条看，最后发现是网关超时，一起改完，第二周没再吵。"
        ),
    ),
    (
        "zh",
        "behavioral-leading",
        (
            "那年组里走了三个人，剩下的都没劲，有人请假在家不来，有人背着我找下家。我一个个聊，把能砍"
            "的砍掉，自己顶了两个月夜班。年底没有再走人。"
        ),
    ),
    (
        "zh",
        "behavioral-cross-team",
        (
            "隔壁组的接口一直没给，催了两次也没人回。我直接过去坐到他们组长旁边，才知道他们有两个人病"
            "了。我帮他们写了测试数据，三天后接口给了，我们晚了两天上线。"
        ),
    ),
    (
        "zh",
        "behavioral-mentoring",
        (
            "我带的实习生老是写错，又不敢问。我没有当着大家说他，下班后单独问他卡在哪。后来每天下午留"
            "半小时一起看，两个月以后他自己能值班了。"
        ),
    ),
    (
        "zh",
        "hr-leaving",
        (
            "我想离开是因为现在的组只剩维护，没什么新东西。跟经理谈过两次，他也没办法给新项目。你们做"
            "的是物流调度，我做过两年路线规划，正好接得上。交接我会做完再走。"
        ),
    ),
    (
        "zh",
        "hr-weaknesses",
        (
            "我最大的毛病是忙起来就不回消息。有次同事等了我半天，客户的事耽误了。现在我每天中午和下班"
            "前各看一遍，回不了的先说一声几点回，半年里没人再催过我。"
        ),
    ),
    (
        "zh",
        "behavioral-mistake",
        (
            "有一次我坚持要上线，测试说有风险，我没听，还说她太小心。结果当晚就出了问题，我道了歉，回"
            "滚，之后她说不行的我就先停下来问为什么。"
        ),
    ),
    (
        "en",
        "behavioral-ethics",
        (
            "My director wanted me to move two failed tests into the passed column. I said I "
            "wouldn't do that, because a faked report could hurt somebody. He said everybody "
            "does it and told me it wasn't my business. I put it in writing to the quality "
            "manager, and the batch was held and tested again."
        ),
    ),
    (
        "en",
        "behavioral-angry-customer",
        (
            "A man shouted at me for ten minutes and called us idiots. I didn't tell him to "
            "calm down, I let him finish, then said sorry and what I could do today. I sent him "
            "a new part by courier and rang him the next morning; he has ordered twice since."
        ),
    ),
    (
        "en",
        "behavioral-mistake",
        (
            "I dropped the wrong index. At first I didn't say anything, hoping it would rebuild "
            "in a minute, but then I told the whole channel it was me and asked for help. We "
            "were back after twenty minutes. I now have a second person read any such command."
        ),
    ),
    (
        "en",
        "behavioral-mediating",
        (
            "The two teams blamed each other; one said it was the database, the other said "
            "nobody answered their mails. I put the logs in order, got both around a table and "
            "we found a timeout in between. They fixed it together and there was no quarrel "
            "about it since."
        ),
    ),
    (
        "en",
        "behavioral-leading",
        (
            "Four people had left, the rest didn't care any more, and some called in sick every "
            "Monday. I talked with each of them, cut two of the five projects and took the "
            "Monday shift myself. Nobody else left that year."
        ),
    ),
    (
        "en",
        "behavioral-cross-team",
        (
            "Their interface was late and nobody replied to my mails. I didn't want to go over "
            "their lead's head, so I walked over. Two of them were ill. I wrote the test data "
            "for them and we got it three days later."
        ),
    ),
    (
        "en",
        "behavioral-mentoring",
        (
            "The trainee kept getting it wrong and didn't dare to ask. I didn't correct her in "
            "front of the others; after work I asked where she got stuck. We sat together every "
            "day at four, and after two months she did the night shift alone."
        ),
    ),
    (
        "en",
        "hr-leaving",
        (
            "I'm leaving because my group only does maintenance now. I talked with my manager "
            "twice, and there was nothing he could do about new projects. You plan delivery "
            "routes, and I did that for two years, so it fits. I'll finish the handover first."
        ),
    ),
    (
        "en",
        "hr-weaknesses",
        (
            "When I'm busy I don't answer messages. Once a colleague waited half a day for me "
            "and a client got his papers late. Now I look at noon and at five and say when I'll "
            "reply; nobody has had to chase me for six months."
        ),
    ),
    (
        "en",
        "behavioral-mistake",
        (
            "I once insisted on a release although the tester saw a risk; I didn't listen and "
            "told her she was too careful. That night it broke. I apologised, rolled it back, "
            "and since then when she says no I stop and ask why."
        ),
    ),
)
