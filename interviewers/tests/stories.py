"""Fictitious stories, told in everyday words, each for one behavioural question of the bank."""

from __future__ import annotations

__all__ = ["STORIES"]

STORIES: dict[str, dict[str, str]] = {
    "en": {
        "behavioral-conflict-peer": (
            "Two years ago a tester in my team wanted to hold back a release and I wanted to ship it. We "
            "argued about it for a whole afternoon. I asked her to walk me through what worried her, and it "
            "turned out she had seen payments fail on old phones. I suggested that we ship to five percent "
            "first and look at the numbers together. In the end we found one real bug, fixed it and went "
            "live two days later. We still laugh about that afternoon."
        ),
        "behavioral-mistake": (
            "Last spring I deleted a table in what I thought was the test database, but it was production. "
            "I saw the alerts within a minute and told my lead straight away that it was me. We restored "
            "the backup and lost about ten minutes of orders, which I re-entered from the logs by hand. "
            "After that I made the production prompt red and took write rights away from my own account. "
            "It has not happened again since."
        ),
        "behavioral-missed-deadline": (
            "Our team had promised a report module for the first of June. Two weeks before, I saw that the "
            "import was far slower than planned and that we would be late. I went to the product owner the "
            "same day, showed her what was finished and offered two ways: leave out the export, or move by "
            "a week. She took the first. We delivered the core on the day and the export eight days later."
        ),
        "behavioral-angry-customer": (
            "When I worked on the support desk, a shop owner rang and shouted because his tills had been "
            "down all Saturday. I let him finish, said that I understood what a Saturday without sales "
            "means, and promised to call back within the hour. I found a broken update, rolled it back on "
            "his tills myself and rang him after forty minutes. He calmed down, and a week later he sent "
            "us a box of chocolates."
        ),
        "behavioral-quick-learning": (
            "In my second month the only person who knew Kubernetes left, and I had never touched it. I had "
            "ten days before the next rollout. I set up a small cluster on my laptop, broke it on purpose "
            "every evening, and read only the chapters I needed for our setup. A friend at another company "
            "looked over my notes. The rollout went through with one small hiccup, and today I give the "
            "introduction for newcomers."
        ),
        "behavioral-asking-for-help": (
            "I was debugging a memory leak in our video service and got nowhere for three days. I had tried "
            "heap dumps and bisecting, so I told myself: one more morning, then I ask. I wrote half a page "
            "on what I had seen and what I had ruled out, and went to a colleague from the platform group. "
            "He spotted the unclosed handle in twenty minutes. I put the whole thing into our wiki afterwards."
        ),
        "behavioral-hard-feedback": (
            "In my review last year my lead told me that people avoided asking me for code reviews because "
            "my comments sounded harsh. That stung, and I slept badly that night. The next day I asked two "
            "teammates for examples and saw what she meant. I started to write questions instead of "
            "verdicts and to name one good thing each time. Half a year later the same two said that "
            "they now come to me first."
        ),
        "behavioral-explaining": (
            "Our finance colleagues did not see why we needed to encrypt backups. I left out every technical "
            "term and compared it with sending salary slips in an envelope instead of on a postcard. I drew "
            "three boxes on a whiteboard and let them tell me back in their own words what would happen "
            "if a tape got lost. They got it at once, and the budget was signed the same week."
        ),
        "behavioral-priorities": (
            "One Monday a security patch, a demo for a client and a broken nightly job all hit me at once. I "
            "wrote down for each what would happen if it waited a day. The patch could be exploited, so it "
            "went first; the job I restarted by hand; the demo I asked my lead to move to Wednesday. I told "
            "all three people where they stood in the queue. By Tuesday noon the urgent part was done and "
            "nobody had been left guessing."
        ),
        "behavioral-ethics": (
            "At my former company a manager asked me to export customer phone numbers for a partner's "
            "campaign. The customers had never agreed to that. I said that I would not do it, and explained "
            "that it breaks our privacy promise and the law. I offered a count by region without any names "
            "instead and informed our data protection officer. The campaign ran with the anonymous "
            "figures, and exports now need a second signature."
        ),
        "behavioral-mentoring": (
            "A junior in my team kept missing his estimates and was close to failing his probation. I sat "
            "down with him and said openly what I saw. It came out that he was afraid to ask and "
            "lost days alone. We agreed on a fifteen minute talk every morning and on one small task at a "
            "time. After two months he finished nine of ten tasks on time and passed his probation."
        ),
        "behavioral-ambiguity": (
            "My boss once said: do something about churn, and that was the whole brief. There was no number "
            "and no owner. I talked to sales and support to find out what they meant by churn, wrote one "
            "page with my guess of the goal and what I took for granted, and had it signed off. Then I ran "
            "a two week trial with reminder mails. Cancellations fell by 8%, and only then we planned the rest."
        ),
    },
    "zh": {
        "behavioral-conflict-peer": (
            "前年做支付改版，测试的同事不肯放行，我却想当天就上，两个人争了一下午。我让她把担心的地方一条条讲给我听，"
            "才知道她在旧手机上见过付款失败。我提出先放百分之五的流量，一起盯数据。最后真找到一个问题，修好以后晚两天全量。"
            "后来我俩配合得反而更好了。"
        ),
        "behavioral-mistake": (
            "去年春天我以为连的是测试库，结果把线上的一张表删了。不到一分钟报警就响了，我马上跟组长说是我干的。"
            "我们用备份恢复，丢了十分钟左右的订单，我照着日志一笔笔补回去。之后我把线上终端改成红色，还把自己账号的写权限去掉了，"
            "到现在没再出过。"
        ),
        "behavioral-missed-deadline": (
            "当时答应六月一号交报表模块，离交付还有两周我发现导入比预想慢得多，肯定来不及。我当天就去找产品，给她看已经做完的部分，"
            "提了两条路：要么先不做导出，要么整体晚一周。她选了前一种。结果核心功能按时交付，导出晚了八天补上。"
        ),
        "behavioral-angry-customer": (
            "我在客服组的时候，有位店主打电话来大吼，说他的收银机周六停了一整天。我先让他说完，告诉他我明白周六做不成生意是什么滋味，"
            "答应一小时内回电。我查到是一次坏的升级，亲自帮他退回旧版本，四十分钟后打回去。他消了气，过了一周还寄来一盒点心。"
        ),
        "behavioral-quick-learning": (
            "入职第二个月，组里唯一懂容器平台的人走了，而我完全没碰过，离下次上线只有十天。我在自己电脑上搭了个小集群，每天晚上故意弄坏再修，"
            "文档只看用得着的几章，还请别家公司的朋友帮我看笔记。最后上线只出了一个小岔子，现在新人的入门课是我来讲。"
        ),
        "behavioral-asking-for-help": (
            "有一次查视频服务的内存泄漏，我自己弄了三天毫无进展，堆转储、二分回退都试过了。我给自己定了线：再查一个上午，不行就找人。"
            "我写了半页纸，说清看到了什么、排除了什么，去请教平台组的同事。他二十分钟就看出有个句柄没关。事后我把整个过程写进了团队文档。"
        ),
        "behavioral-hard-feedback": (
            "去年绩效面谈，组长说大家不太愿意找我做代码评审，因为我的评论太冲。听了挺难受的，那晚没睡好。第二天我找了两个同事要例子，"
            "才明白她的意思。之后我改成先提问，不下结论，每次都写一条做得好的地方。半年后那两个人说，现在评审第一个就想到我。"
        ),
        "behavioral-explaining": (
            "财务的同事不明白为什么备份要加密。我把术语全去掉，打比方说这就像工资条要装进信封，而不是写在明信片上。我在白板上画了三个方框，"
            "让他们用自己的话说一遍磁带丢了会怎样。他们一下子就懂了，当周就批了预算。"
        ),
        "behavioral-priorities": (
            "有个周一，安全补丁、客户演示、夜间任务失败三件事一起砸过来。我逐个写下晚一天会怎样：补丁可能被人利用，先做；夜间任务手工重跑；"
            "演示请组长帮忙挪到周三。我跟三边都说了各自排在第几。到周二中午急的都处理完了，没有人干等。"
        ),
        "behavioral-ethics": (
            "在上一家公司，有位经理让我把客户手机号导出来给合作方做推广，可客户从没同意过。我说这个我不能做，并解释这违反隐私承诺，也违法。"
            "我提出给他按地区统计的数字，不带任何个人信息，同时告诉了数据合规的同事。最后推广用的是匿名数字，现在导出都要第二个人签字。"
        ),
        "behavioral-mentoring": (
            "组里有个新人总是估不准时间，试用期眼看要过不了。我单独找他坦白地讲了我看到的情况，才知道他不敢开口问，一个人耗着。"
            "我们约好每天早上聊十五分钟，一次只接一个小任务。两个月以后，他十个任务里九个按时完成，顺利转正。"
        ),
        "behavioral-ambiguity": (
            "领导有一次只说了一句“把流失的事弄一弄”，没有指标，也没人牵头。我先找销售和客服问清他们说的流失是什么，写了一页纸，"
            "列出我猜的目标和默认的前提，请领导点头。接着用提醒邮件做了两周小试验。退订降了8%，这才往下排计划。"
        ),
    },
}
