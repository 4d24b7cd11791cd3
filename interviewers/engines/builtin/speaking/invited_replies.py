"""Usual answers to a candidate's question in a real interview, by subject, in both languages (data).

For each subject: two ways to say what one normally hears, and once why it is worth asking and how to ask it
more sharply.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["REPLIES", "RUNNING_ON", "UNKNOWN", "Reply"]


@dataclass(frozen=True, slots=True)
class Reply:
    """``usual`` is what is normally heard, in two wordings; ``sharper`` a reason and a better question."""

    usual: tuple[str, str]
    sharper: str


REPLIES: Mapping[str, Mapping[str, Reply]] = {
    "zh": {
        "background": Reply(
            (
                "从别的行业来的人，对方多半会说更看做过的东西和学得多快，也可能提到哪一块要先补。",
                "背景这件事，愿意招的团队通常说得出原来的经验用在哪里，要补的是什么。",
            ),
            "与其问介不介意，不如问出先例：「组里有没有从别的行业转过来的人，头半年他补的是什么？」",
        ),
        "size": Reply(
            (
                "人数一般能听到一个准数：几个人、分几个小组、你会在哪一组。",
                "团队规模对方多半直说，往往还带一句最近是在扩还是在缩。",
            ),
            "从人数能听出活会不会都压在几个人身上；问得再利落些：「这个方向现在几个人，明年打算到几个人？」",
        ),
        "team": Reply(
            (
                "跟谁配合、向谁汇报，通常会说到直属负责人和一两个常打交道的组。",
                "合作上的事，对方多半会讲日常跟哪些角色对接、谁给你派活。",
            ),
            "天天一起做事的人比公司名气要紧；可以问得具体些：「我入职后头三个要认识的人是谁，分别为了什么事？」",
        ),
        "day": Reply(
            (
                "日常是什么样，一般会听到开会、做事、救急各占多少，以及你名下是哪一块。",
                "工作内容对方会照着岗位说一遍，真实的样子要听他们上一周是怎么过的。",
            ),
            "职责写在纸上都差不多，所以值得问；换个问法更见底：「坐这个位置的人，上周的时间花在了哪几件事上？」",
        ),
        "tech": Reply(
            (
                "技术栈一般都肯讲，会报几样在用的，再说哪块是新的、哪块是老的。",
                "用什么技术，对方通常随口就能说出来，难得的是听到为什么这么选。",
            ),
            "这能看出你来了学得到什么；再往前一步问：「最近一次换掉的技术是什么，当时怎么定的？」",
        ),
        "tools": Reply(
            (
                "工具上会听到用什么管任务、怎么写文档、电脑配到什么程度。",
                "平时用哪些软件，一般说得很痛快，有的还会讲 AI 助手让不让用。",
            ),
            "工具顺不顺手，每天都感觉得到；可以问：「有哪一样工具，大家最想换掉？」",
        ),
        "mentor": Reply(
            (
                "谁来带，一般会听到指定一位老同事、带多久、隔几天聊一次。",
                "带新人这件事，有安排的团队说得出是谁、带到什么程度放手。",
            ),
            "有人带，上手会快不少；可以问到人：「带我的会是哪一位，他手上还同时带几个？」",
        ),
        "growth": Reply(
            (
                "成长这块，一般会听到有没有人带、多久评一次级、看重什么。",
                "说到晋升和学习，官方的说法都好听，具体的例子才作数。",
            ),
            "问成长说明你打算待得久；请对方举个人更实在：「最近一个升上去的人，之前做成了什么？」",
        ),
        "expectations": Reply(
            (
                "这类目标多半由直属负责人来答，会说到头几个月先交出什么、半年后看什么。",
                "怎样算做得好，通常能听到一两个要交的东西，再加一个看重的习惯。",
            ),
            "先问清标准，进去就不会使错劲；可以再钉住一点：「三个月后您会凭哪一件事说，这个人招对了？」",
        ),
        "challenge": Reply(
            (
                "难处对方一般会挑一两件说，讲得具体不具体，你也能听出些东西。",
                "团队头疼的事，多半会听到人手、老系统或者需求变得快这几样里的一样。",
            ),
            "知道难在哪儿，才知道你能帮上什么；接着可以问：「这件事卡了多久，试过哪些办法？」",
        ),
        "next": Reply(
            (
                "后续一般会听到还有几轮、见谁、大概哪天给答复。",
                "流程上的事，HR 通常会给个日子，到时没消息可以主动问一句。",
            ),
            "问清楚就不用干等；一句话就够：「如果下周五还没消息，我联系哪一位合适？」",
        ),
        "pay": Reply(
            (
                "薪资一般到谈录用时由 HR 给范围，固定和浮动各占多少会分开说。",
                "待遇这块，对方往往先问你的期望，再说级别对应的区间。",
            ),
            "这是正当的问题，放在有意向之后问更好谈；可以问：「这个级别的固定和浮动是怎么配的，多久调一次？」",
        ),
        "hours": Reply(
            (
                "作息和加班，常听到的是「看项目」，追问一句才有准数。",
                "忙不忙，对方一般会说平时还好、上线前紧一些，值班另算。",
            ),
            "关系到你能不能长期做下去，该问；问次数比问多不多更实在：「上个月有几天过了晚上九点才走？」",
        ),
        "oncall": Reply(
            (
                "值班一般是组里轮着来，会说多久轮一次、有没有补贴或调休。",
                "夜里出事谁起来，通常有一张值班表，再加一条找谁升级的线。",
            ),
            "值班关系到活儿的质量，也关系到你自己；问实际发生的更准：「上个月夜里叫起来过几次，后来补了什么？」",
        ),
        "remote": Reply(
            (
                "能不能远程、在哪儿办公，一般有明文规定，一周几天到岗会直接告诉你。",
                "办公方式对方会说公司的政策，各组执行得松紧不一样。",
            ),
            "政策和实际常有出入，所以值得问；可以这样问：「您组里的人，这周各有几天在办公室？」",
        ),
        "culture": Reply(
            (
                "氛围多半会听到「开放」「扁平」这类词，要有例子才听得出真假。",
                "文化上的事，听对方怎么讲同事、讲分歧，比听口号管用。",
            ),
            "合不合得来，进去了才知道就晚了；请对方讲件事：「上一次有人当众说领导错了，后来怎么样？」",
        ),
        "opening": Reply(
            (
                "这个位置怎么来的，一般是三种：新业务要人、有人走了、原来的人忙不过来。",
                "为什么招人，对方通常会直说是新增还是补缺，补缺的话原因会含蓄些。",
            ),
            "来历不同，接手的摊子也不同；可以问全：「这是新设的吗？不是的话，前一位现在在做什么？」",
        ),
        "leaving": Reply(
            (
                "人为什么走，回答往往比较含蓄，听语气比听内容有用。",
                "人员去留，对方一般说得笼统，问数字会具体一些。",
            ),
            "留不留得住人，很说明一个团队；换成数字好答些：「最近一年组里进了几位，走了几位？」",
        ),
        "onboarding": Reply(
            (
                "刚来那阵子，一般会听到谁带你、头几天配环境看文档、第一个小任务是什么。",
                "上手这件事，做得好的团队说得出步骤，说不出来的多半靠自己摸。",
            ),
            "这能看出他们有没有准备好接人；可以问：「上一位新人，第几天交出了第一样东西？」",
        ),
        "direction": Reply(
            (
                "方向上，一般能听到今年最要紧的一两件事，再往细处对方未必方便说。",
                "规划多半讲得大，落到这个组头上的那一件才跟你有关。",
            ),
            "问方向说明你不光看眼前；拉近一点：「今年定的事里，哪一件会落到我手上？」",
        ),
        "decisions": Reply(
            (
                "谁来定、谁来担，一般会说是哪个角色，小事通常各人自己做主。",
                "由谁拍板、由谁负责，多半会听到先一起讨论，谈不拢由负责人定。",
            ),
            "决定怎么做出来的，天天都碰得到；请对方讲最近一回：「上次两个人争起来，最后听了谁的，凭什么？」",
        ),
        "process": Reply(
            (
                "做事的流程一般都肯讲，从评审、测试到发布会大致过一遍。",
                "具体怎么做，规定是一套，赶起来往往是另一套，两样都听听。",
            ),
            "流程最能看出质量靠什么守住；请对方讲一次真的：「上一次线上出错，从发现到复盘是怎么走的？」",
        ),
        "business": Reply(
            (
                "业务和产品，一般会讲服务哪些人、靠什么挣钱、眼下做到哪一步。",
                "产品上的事，对方大多愿意多说，能听出他们对用户熟不熟。",
            ),
            "懂业务的人进去快；先查过再问更显用心：「我试用时觉得某处不顺，你们是怎么考虑的？」",
        ),
        "feedback": Reply(
            (
                "对你表现的看法，真正的面试官多半只笼统说两句；在这里，结束后的反馈会一题一题写明。",
                "今天答得怎么样，我先不说，反馈里每道题都有；真到那时，当场评价的面试官很少。",
            ),
            "愿意听意见是好事，换个问法还能当场补救：「对我的经历，您还有哪里不放心，我现在可以补充？」",
        ),
    },
    "en": {
        "background": Reply(
            (
                "Of people from another field they will mostly say that what you have built, and how fast you learn, counts for more; some name what you would have to catch up on. ",
                "A team that is open to it can usually say what your earlier work is good for there, and what would have to be added. ",
            ),
            "Better than whether they mind is who came before: “Is there anybody here who changed fields, and what did they have to learn in the first half year?” ",
        ),
        "size": Reply(
            (
                "On head count you normally get a plain number: how many people, in which groups, and which group would be yours. ",
                "How large a team is they mostly say outright, often with a word on whether it is growing or shrinking. ",
            ),
            "The number shows how many shoulders the work rests on; more to the point: “How many work on this today, and how many should it be in a year?” ",
        ),
        "team": Reply(
            (
                "Whom you work with and report to is usually told by role: a manager, and one or two neighbouring teams. ",
                "On working together you tend to hear which roles you would deal with daily and who hands you your work. ",
            ),
            "The people next to you matter more than the name on the door; try: “Which three people should I meet first, and about what?” ",
        ),
        "day": Reply(
            (
                "Of the daily work one normally hears how much is meetings, how much is making things and how much is putting out fires. ",
                "On tasks you will mostly be read the job description; how their own last week went is closer to the truth. ",
            ),
            "Duties look alike on paper, so it pays to ask; try: “Where did the hours of somebody in this seat go last week?” ",
        ),
        "tech": Reply(
            (
                "The stack is mostly named without hesitation, with a hint at which parts are new and which are old. ",
                "What they build with you will hear at once; why they chose it is the rarer answer. ",
            ),
            "It tells you what you would learn there; one step further: “Which technology did you last replace, and how was that decided?” ",
        ),
        "tools": Reply(
            (
                "On tools one hears how work is tracked, where things are written down and what machine you get. ",
                "Everyday software is described freely, and these days also whether AI assistants are allowed. ",
            ),
            "You feel the tools every single day; ask: “Which tool would everybody here most like to be rid of?” ",
        ),
        "mentor": Reply(
            (
                "Who looks after you is usually one colleague by name, for so many weeks, with a talk every few days. ",
                "On guidance, a team that has thought about it can say who it is and when they let you go on alone. ",
            ),
            "With somebody beside you the start is much quicker; ask for the person: “Who would that be for me, and how many others do they guide?” ",
        ),
        "growth": Reply(
            (
                "On growing, one normally hears whether somebody guides you, how often levels are reviewed and what counts. ",
                "Promotion and learning always sound good in general; only an example tells you something. ",
            ),
            "Asking shows that you mean to stay; let them name a case: “What had the last person you promoted done before?” ",
        ),
        "expectations": Reply(
            (
                "Goals like that are mostly answered by the direct manager: what should be done after the first months, and what counts after half a year. ",
                "What doing well means usually comes as one or two things to deliver and one habit they care about. ",
            ),
            "Who knows the measure puts the effort in the right place; pin it down: “After three months, which one thing would tell you that hiring me was right?” ",
        ),
        "challenge": Reply(
            (
                "Of the difficulties one usually hears one or two, and how concretely they are told says something as well. ",
                "What hurts is mostly one of three: too few hands, an old system, or plans that change quickly. ",
            ),
            "Only who knows the trouble knows where to help; go on with: “How long has that been stuck, and what have you tried?” ",
        ),
        "next": Reply(
            (
                "For the next steps you will usually be told how many rounds are left, with whom, and a rough date. ",
                "On timing, HR tends to name a day; if it passes, asking once is quite all right. ",
            ),
            "It saves you waiting in the dark; one line will do: “If I have heard nothing by next Friday, whom may I write to?” ",
        ),
        "pay": Reply(
            (
                "Pay is usually given as a range when an offer is discussed, the fixed and the variable part apart. ",
                "On money they often ask for your figure first and then tell you the band of the level. ",
            ),
            "It is a fair question, best put once they want you: “How is this level split between fixed and variable, and how often is it reviewed?” ",
        ),
        "hours": Reply(
            (
                "On hours one often hears “it depends on the project”; only a second question brings a number. ",
                "How busy it gets is mostly told as calm in general, tighter before a release, with on-call on top. ",
            ),
            "Whether you can keep it up for years depends on this; counting beats describing: “On how many evenings last month did people stay past seven?” ",
        ),
        "oncall": Reply(
            (
                "On-call mostly goes round the team; you are told how often your turn comes and what is given for it. ",
                "For trouble at night there is normally a rota, and a name to call when one gets stuck. ",
            ),
            "It says something about the quality of what runs, and about your nights; ask for what happened: “How often was someone woken last month, and what was mended afterwards?” ",
        ),
        "remote": Reply(
            (
                "Where one works is normally written down, so you will hear how many days a week you are expected in. ",
                "On remote work you are told the policy; each team handles it a little differently. ",
            ),
            "Policy and practice differ, which is why it is worth asking: “How many days was each of your people in this week?” ",
        ),
        "culture": Reply(
            (
                "On culture you will hear words like open and flat; without an example nobody can tell whether they are true. ",
                "How they speak of colleagues and of arguments says more about the place than any list of values. ",
            ),
            "Finding out after you have signed is too late; ask for a case: “When did somebody last tell the boss in public that they were wrong, and what came of it?” ",
        ),
        "opening": Reply(
            (
                "Why a place is free has three usual reasons: new work, somebody left, or those who are there cannot keep up. ",
                "They will mostly say whether it is new or a replacement, and be vaguer about why it has to be replaced. ",
            ),
            "What you would take over depends on it; ask it in full: “Is it a new position? If not, what is the person before me doing now?” ",
        ),
        "leaving": Reply(
            (
                "Why somebody left is often told in general terms; the tone tells you more than the words. ",
                "On people leaving the answers tend to be vague, and a figure is easier to get. ",
            ),
            "Whether people stay says much about a team; make it a number: “How many joined within the last year, and how many went?” ",
        ),
        "onboarding": Reply(
            (
                "Of the first days one normally hears who looks after you, what there is to set up and read, and what the first small task is. ",
                "For starting out, a team that does it well can name the person and the steps; where they cannot, you will mostly find your own way. ",
            ),
            "It shows whether they are ready for somebody new: “On which day did your last newcomer finish a first piece of work?” ",
        ),
        "direction": Reply(
            (
                "On direction one normally hears the one or two things that matter this year; much beyond that they may not be free to say. ",
                "Plans tend to be told in large words; the one that lands with this team is the one that concerns you. ",
            ),
            "It shows that you look past the first month; bring it closer: “Of this year's plans, which one would end up on my desk?” ",
        ),
        "decisions": Reply(
            (
                "Who has the last word is usually told by role, and small matters are mostly left to whoever does them. ",
                "On decisions the usual answer is that people talk it over, and one role settles what they cannot agree on. ",
            ),
            "You would meet it daily; ask for the latest case: “When two of you last could not agree, whose way was it in the end, and why?” ",
        ),
        "process": Reply(
            (
                "How the work is done they mostly like to explain, from review and testing to when and how a release goes out. ",
                "On how the work is done, and how often it goes out, there is the way it is written down and the way it goes when time is short; listen for both. ",
            ),
            "It shows what quality rests on there; ask for a real run: “When something last broke, how did it go from the first sign to the review afterwards?” ",
        ),
        "business": Reply(
            (
                "On the product one normally hears whom it serves, what earns the money and how far they have come. ",
                "They mostly like to talk about what they make, and you can hear how well they know who uses it. ",
            ),
            "Who understands the business is useful sooner; better still once you have tried it: “One step felt awkward to me when I used it; what was the thinking there?” ",
        ),
        "feedback": Reply(
            (
                "On how you did, real interviewers seldom say more than a polite word; here the feedback at the end goes through every question. ",
                "I keep my judgement for the feedback, which has it question by question; in a real interview few tell you on the spot. ",
            ),
            "Wanting to know is a good sign, and one wording lets you still mend something: “Is there anything about my experience you are unsure of, that I could add to now?” ",
        ),
    },
}  # fmt: skip

UNKNOWN: Mapping[str, tuple[str, ...]] = {
    "zh": (
        "「{asked}」，这要看具体是哪家公司，我替谁答都不实在；到时照这样问就好，再补一句你为什么关心它。",
        "「{asked}」，各家情况不一样，真正面试时可以直接问，最好请对方举个最近的例子。",
        "「{asked}」，这个我没有现成的说法；到时问的时候，先说说你已经了解到什么，对方更好答。",
    ),
    "en": (
        "“{asked}” depends on the company, and anything I said would be made up; ask it just like that, with a word on why it matters to you. ",
        "“{asked}” differs from place to place; in a real interview ask it straight, best with a request for a recent example. ",
        "To “{asked}” I have no usual answer; say first what you have found out already, and they will find it easier to reply. ",
    ),
}  # fmt: skip
"""For a question about anything else."""

RUNNING_ON: Mapping[str, tuple[str, ...]] = {
    "zh": (
        "前面聊过的那一处，我能说的都说了，真到那时请对方举个最近的例子。",
        "再往下就要问真实的公司了，我这边没有更多可讲的。",
        "其余的也都可以问，真正面试时挑最要紧的两三个。",
    ),
    "en": (
        "Of what we have touched on I have said what I can; ask them for their latest example. ",
        "Beyond that only a real company could tell you more. ",
        "The rest is worth asking too; in a real interview pick the two or three that matter most. ",
    ),
}
"""Where all that is usual has been said, or there are more questions than can be met one by one."""
