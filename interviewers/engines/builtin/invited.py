"""What the candidate asks when questions are invited: of which subjects, and what one normally hears.

A mock interview has no company behind it. What can be said honestly is what such a question usually
gets, and what to listen for. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

__all__ = ["THEIR_QUESTIONS", "asks_of_work", "question_in", "subjects", "usual"]

THEIR_QUESTIONS = "their-questions"
"""The topic of the question that asks for the candidate's own questions."""

_MOST = 2
"""Subjects that are answered at a time."""

_SUBJECTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("growth", re.compile(r"成长|学习|培训|晋升|升职|往上走|发展空间|(?:有没有|谁|有)人?带|带(?:我|新人)|导师|师傅|走向哪|\b(?:grow|growing|growth|train\w*|mentor\w*|promot\w+|career|learn|teach|move up|go up|path)\b")),
    ("expectations", re.compile(r"(?:头|前)[一两二三几]个?(?:月|周)|[头前]?半年|试用期|转正|(?:算|判断|评价|衡量|考核).{0,10}(?:好|合格|表现|绩效)|干得好|做得好|希望我|期望|先(?:弄|做)好|绩效|\b(?:first (?:few |three |six |\d+ )?(?:months?|weeks?|days)|half a year|six months|success|successful|expect\w*|measured|good hire|do(?:ing)? well|good job|priorit\w+|probation)\b")),
    ("team", re.compile(r"团队|组里|几个人|多少人|同事|领导|汇报|配合|协作|合作|分工|氛围|\b(?:team|colleagues?|co-?workers?|manager|boss|report to|work(?:ing)? with|how many (?:people|of you)|culture|atmosphere)\b")),
    ("decisions", re.compile(r"说了算|谁(?:来)?(?:定|拍板|做主|决定)|拍板|意见不|分歧|\b(?:who (?:decides|makes the call|has the (?:last|final) (?:say|word))|last say|final say|make the call|decid\w+|(?:dis)?agree\w*)\b")),
    ("challenge", re.compile(r"头疼|头痛|难题|最难|困难|挑战|瓶颈|老代码|技术债|担心|痛点|\b(?:challeng\w+|hardest|hurt\w*|problems?|difficult\w*|trouble\w*|headaches?|bottlenecks?|worr\w+|broken|debt|struggl\w+|pain(?:ful)?)\b")),
    ("leaving", re.compile(r"(?:上一个|前一个|之前|前任).{0,8}(?:走|离职|去哪)|为什么(?:要)?(?:走|离职)|流动|\bwhy did\b.{0,40}\bleave\b|\b(?:turnover|people leav\w+|keep(?:ing)? people|person before me)\b")),
    ("pay", re.compile(r"薪|工资|待遇|奖金|年终|福利|期权|五险|公积金|\b(?:pay|paid|salar\w+|rais\w+|bonus\w*|benefits?|money|equity|pension)\b")),
    ("hours", re.compile(r"加班|作息|双休|出差|远程|居家|在家|值班|几点|休假|年假|\b(?:overtime|hours|weekends?|remote\w*|on[- ]call|nights?|travel\w*|holidays?|vacation|home office)\b")),
    ("direction", re.compile(r"方向|规划|战略|目标|明年|今年|融资|竞争|对手|\b(?:roadmap|strateg\w+|directions?|plans?|next year|competitors?|market)\b")),
    ("process", re.compile(r"流程|评审|上线|发布|(?<!想)bug|漏测|技术栈|用什么|怎么处理|怎么做|客户|业务|产品|测试|代码|模型|数据|架构|质量|用户|\b(?:process\w*|review\w*|deploy\w*|releas\w+|stack|tools?|codebase|code|services?|products?|customers?|business|tests?|testing|data|models?|meetings?|day to day|typical day|engineers?|developers?|designs?|architecture|quality|users?|built|build|ship\w*)\b")),
    ("next", re.compile(r"结果|下一轮|后续|接下来(?:的)?(?:流程|安排)|多久(?:能)?(?:有|收到|通知)|\b(?:next steps?|next round|hear (?:back|from)|when will)\b")),
)  # fmt: skip
_OF_WORK = frozenset(
    ("growth", "expectations", "team", "challenge", "leaving", "direction", "process", "decisions")
)
"""Subjects of which a question shows interest in the work."""
_ASKS = re.compile(
    r"[?？]|吗|呢|什么|啥|怎么|怎样|如何|哪|多少|几[个时点天人次]|是不是|有没有|能不能|会不会|谁|多久|想(?:多)?(?:了解|知道|问|听)|请问|请教|"
    r"\b(?:what|how|who|when|where|which|why|whether|is there|are there|do you|does|could you|can (?:you|i)|curious|wonder\w*|(?:like|want) to (?:know|hear|learn|understand))\b"
)
_SENTENCES = re.compile(r"[^。！？!?；;\n]+[。！？!?；;\n]*")
_PERSONAL = re.compile(
    r"(?:满|高|最高|多)分|\d+ ?分|打分|评分|参考答案|标准答案|提示词|指令|\b(?:score|scores|marks?|grade|rubric|prompt|instructions?|points?|reference answers?)\b"
)
"""What is asked of whoever judges, and not of the work."""

_USUAL: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "growth": "成长这块，一般会听到有没有人带、晋升看什么；可以请对方举最近一个人的例子。",
        "expectations": "这类目标多半由直属负责人来答，会说到头几个月先交出什么、半年后看什么。",
        "team": "团队多大、跟谁配合，对方一般会照实说。",
        "challenge": "难处对方多半会挑一两件说，说得具体不具体，你也能听出些东西。",
        "decisions": "谁来拍板，一般会说是哪个角色；可以请对方讲讲最近一次意见不一是怎么收的。",
        "leaving": "人为什么走，回答往往比较含蓄，可以再问一句团队最近一年进出了几个人。",
        "pay": "薪资一般到谈录用时由 HR 给范围，固定和浮动各占多少、多久调一次，都可以问清楚。",
        "hours": "作息和值班，问「上个月有几次」比问「多不多」更容易得到实在的回答。",
        "direction": "方向上，一般能听到今年最要紧的一两件事，再往细处对方未必方便说。",
        "process": "具体做法一般都肯讲，请对方说说最近一次是怎么走的，会更清楚。",
        "next": "后续安排对方通常会给个大概的日子。",
        "other": "答案要看具体的公司，到时照这样问就好。",
    },
    "en": {
        "growth": "On growing, one normally hears whether somebody guides you and what a promotion takes; ask for the latest case. ",
        "expectations": "Goals like that are mostly answered by the direct manager: what should be done after the first months, and what counts after half a year. ",
        "team": "How big the team is and whom you work with, they will normally tell you plainly. ",
        "challenge": "Of the difficulties one usually hears one or two, and how concretely they are told says something as well. ",
        "decisions": "Who has the last word is usually told by role; ask how the latest disagreement was settled. ",
        "leaving": "Why somebody left is often told in general terms; you can ask how many came and went within a year. ",
        "pay": "Pay is usually given as a range when an offer is discussed; ask how much of it is fixed and how often it is reviewed. ",
        "hours": "On hours and on-call, “how often was it last month” gets a plainer reply than “is it much”. ",
        "direction": "On direction one normally hears the one or two things that matter this year; much beyond that they may not be free to say. ",
        "process": "How things are done they mostly like to explain; ask how the last case went, step by step. ",
        "next": "For the next steps you will usually be given a rough date. ",
        "other": "The answer depends on the company; ask it just like that. ",
    },
}  # fmt: skip


def subjects(text: str) -> tuple[str, ...]:
    """What a text asks about, in its order; "other" where it asks something else, () where it asks
    nothing."""
    folded = text.casefold()
    if not _ASKS.search(folded):
        return ()
    places = [(found.start(), name) for name, sign in _SUBJECTS if (found := sign.search(folded))]
    return tuple(name for _, name in sorted(places)) or ("other",)


def asks_of_work(texts: Sequence[str]) -> bool:
    """Whether one of the texts has a question about the work, the team or the company."""
    return bool(question_in(texts))


def question_in(texts: Sequence[str]) -> str:
    """The first such question, "" where there is none."""
    for text in texts:
        for sentence in _SENTENCES.findall(text):
            folded = sentence.casefold()
            if (
                _ASKS.search(folded)
                and not _PERSONAL.search(folded)
                and not _OF_WORK.isdisjoint(subjects(folded))
            ):
                return str(sentence.strip())
    return ""


def usual(text: str, language: str) -> str:
    """What the questions in a text normally get, in a sentence or two; "" where it asks nothing."""
    return "".join(_USUAL[language][name] for name in subjects(text)[:_MOST])
