"""Questions of the candidate, where these are invited: which subjects they are about, and what one normally
hears. Pure.

A mock interview has no company behind it. What can be said honestly is the answer such a question usually
gets, why it is worth asking, and how to ask it better.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from interviewers.engines.builtin.reading.asked import asks, is_of_others, sentences
from interviewers.engines.builtin.speaking.choice import choose, unsaid
from interviewers.engines.builtin.speaking.invited_replies import REPLIES, RUNNING_ON, UNKNOWN
from interviewers.engines.script import has_han
from interviewgpt.expressions import expression

__all__ = [
    "OTHER",
    "THEIR_QUESTIONS",
    "asked_of_work",
    "asked_points",
    "asks_of_job",
    "asks_of_work",
    "asks_opinion",
    "names_subject",
    "question_in",
    "questions",
    "reply_to",
    "said_back",
    "subjects",
]

THEIR_QUESTIONS = "their-questions"
"""The topic of the question that asks for the candidate's own questions."""

_MOST = 4
"""Questions that are answered one by one."""
_SHARPENED = 1
"""With more of them it is said of the last only how to put it better."""
OTHER = "other"

_SUBJECTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("feedback", expression(r"我(?:今天|刚才|这次|的|整体|前面|刚刚){0,3}(?:表现|回答|发挥|答得|面得|讲得|说得)|对我(?:有|的|还|这|个人|今天).{0,8}(?:印象|顾虑|评价|反馈|建议|看法|担心|疑虑|不放心)|(?:给|对)我.{0,6}(?:建议|反馈|意见|改进)|我.{0,6}(?:不足|短板|欠缺|差在|要改进|需要改进)|(?:像我|以我|我(?:这|的(?:经历|背景|情况)))[^。？?]{0,30}(?:最?缺|要补|短板|不足|差距)|\bhow (?:did|am|was|have) (?:i|my)\b|\bdo you (?:think|feel) (?:that )?(?:i(?:'ve| have|'m| am| was| did| do| could| would)?\b(?! (?:need|should|have to|can|will|must|get))|my (?:answers?|interview)\b)|\b(?:did|was|am|have) i (?:do|did|done|doing)? ?(?:ok(?:ay)?|well|all ?right|fine|good)\b|[你您]们?(?:觉得|看|认为)我(?:今天|刚才|这次|这)?[^，。？?]{0,6}(?:怎么样|如何|行吗|行不行|可以吗|合适|还行|过关|有戏|有希望)|\bmy (?:performance|interview|chances?|weak\w*)\b|\bfeedback (?:for|on|about) (?:me|my)\b|\b(?:feedback|concerns?|doubts?|reservations?|hesitations?|advice|suggestions?)\b.{0,40}\b(?:me|my|i)\b|\b(?:should|can|could) i (?:improve|work on|have done)\b")),
    ("background", expression(r"(?:介意|在意|在乎|看重|接受|考虑|要求|看不看|卡)[^，。？?]{0,12}(?:转行|跨行|半路出家|非科班|科班|专业|学历|学校|没(?:有)?经验|经验不足|应届|背景)|(?:转行|跨行|半路出家|非科班)[^，。？?]{0,12}(?:介意|在意|吃亏|影响|可以|行|接受|考虑|要)|\b(?:mind|matter|problem|concern\w*|hold it against|open to|consider)\b[^?]{0,40}\b(?:career chang\w+|chang\w+ careers?|self[- ]taught|no degree|without a degree|my (?:degree|background)|from another field|bootcamp)\b|\b(?:career chang\w+|self[- ]taught people|people without a degree|people from (?:other|another) fields?)\b")),
    ("opening", expression(r"为(?:什么|何|啥)(?:要|会|还)?(?:招|设|空|缺)|(?:岗位|职位|位置|坑|名额|hc).{0,8}(?:新增|新设|新开|空出|空着|空缺|怎么来|为什么|替补|补缺|是新)|新增的?(?:岗|职|名额|hc)|补缺|扩招|接替|顶替|\bwhy (?:is|are|was|has|did) (?:this|the) (?:position|role|job|opening|vacancy|post)\b|\bwhy (?:are you|is (?:the|your) (?:team|company)) (?:hiring|recruiting|looking)|\b(?:new|newly created) (?:position|role|headcount|post)\b|\b(?:backfill|replacing somebody|replacing someone|a replacement)\b|\b(?:position|role|job)\b.{0,20}\b(?:open(?:ed)?|vacant|come about|came about)\b")),
    ("leaving", expression(r"(?:上一个|上一位|前一个|前一位|之前|前任).{0,8}(?:走|离职|离开|去哪|换人|怎么了)|为什么(?:要)?(?:走|离职)|流动|离职率|\bwhy did\b.{0,40}\bleave\b|\b(?:turnover|attrition|people leav\w+|keep(?:ing)? people|person before me|(?:last|previous) person (?:in|who|to)|how long do people)\b")),
    ("mentor", expression(r"(?:谁|(?:有没有|有|安排|哪(?:位|个))(?:专门的?)?(?:人|老人|同事|前辈)?)(?:来|会|能)?(?:带|教)(?!来|动|宽|领|到|给|回|着|走)|带(?:我|新人)(?!.{0,4}吗)|(?:一般|都|是)?(?:怎么|如何|怎样)带(?:的|新人|人)?(?=$|[，,。？?呢的])|带教|导师|师傅|\bmentor\w*|\bbudd(?:y|ies)\b|\b(?:some|any)(?:body|one) (?:who|to)(?:'d|'ll| would| will| could| can)? ?(?:teach|train|guide|show|coach)(?:es|s)?\b|\bwho (?:would|will|is going to|usually|normally )?\s?(?:looks? after|trains?|guides?|teach(?:es)?|shows?)\b|\b(?:who|whom) (?:would|will|do|could|can|might) i (?:learn|shadow|turn to|go to|ask)\b|\bsenior\b.{0,24} (?:in|on) the team\b")),
    ("expectations", expression(r"(?:看|用|拿|凭)[^，。？?]{0,6}(?:指标|标准|数)[^，。？?]{0,10}(?:人|我|岗|干|做)|(?:干|做)得(?:值|好不好|成功)|\b(?:metrics?|judge|measure)\b[^?]{0,40}\b(?:me|role|job|person|hire)\b|\bworth (?:it|the hire|hiring)\b")),
    ("growth", expression(r"(?:[一两二三五几\d]+)(?:、?[两二三五]+)?年(?:之|以)?后|(?:专家|管理|专业|技术|双)(?:那|这)?条?(?:线|路线|通道|路)|发展(?:路径|路线|通道)|职级|\b(?:(?:in|after) (?:two|three|five|a few|a couple of|\d)(?: (?:or|to) \w+)? years|(?:expert|specialist|technical|management|ic) (?:track|ladder|line)|individual contributor)\b")),
    ("expectations", expression(r"(?:头|前)[一两二三几\d]+ ?个?(?:月|周)|[头前]?半年|试用期|转正|(?:算|判断|评价|衡量|考核)(?!.{0,6}实验).{0,10}(?:好|合格|表现|绩效|成功)|做到什么(?:样|程度|地步)|招对|招得对|干得好|做得好(?!的)|希望我|期望|期待|招错|后悔(?:招|录用|选)|先(?:弄|做)好|绩效|kpi|okr|\b(?:first (?:few |couple of |three |six |two |\d+ )?(?:months?|weeks|days)|half a year|first (?:half[- ]?year|quarter|year)|six months|three months|90 days|(?<!customer )succe\w+|expect\w*|measured|(?:good|bad|right|wrong) (?:hire|choice)|hir(?:ing|ed) me|do(?:ing)? well|good job|probation|kpis?|my (?:first )?priorit\w+)\b")),
    ("team", expression(r"\bwhom? (?:would|will|do|could|might) (?:i|we) (?:be )?(?:\w+ )?work\w* (?:\w+ )?with\b|(?:跟|和)(?:谁|哪些人)(?:一起|搭|配合|共事)")),
    ("remote", expression(r"远程|居家|在家|混合办公|坐班|到岗|异地|哪个城市|哪座城市|办公(?:地点|室在|方式)|\b(?:remote\w*|home office|wfh|hybrid|on-?site|from home|relocat\w+|days? (?:a|per|each) week in|days in the office|be based|where is (?:the|your) office)\b")),
    ("pay", expression(r"薪|(?:你们|公司|岗位|招聘)的?[^，。？?]{0,4}预算|工资|待遇|奖金|年终|福利|期权|股票|五险|社保|公积金|补贴|餐补|\b(?:pay(?! (?:back|off|out|attention|down|for|the|them|their|sellers|suppliers|customers))|(?:get|getting|be|am|are|is) paid|paid (?:leave|holidays?|overtime|time off|vacation)|(?:talk|speak|about|on|how much|what|good|more) (?:the )?money|money (?:side|here|for (?:this|the) (?:job|role|position))|salar\w+|rais(?:e|es)|bonus\w*|benefits?|equity|stock options?|pension|compensation|insurance)\b")),
    ("day", expression(r"\bhow (?:many(?! (?:people|engineers|developers|colleagues|testers|designers|analysts|nurses|others)\b)|much)\b.{1,40}\b(?:would|will|does|do|is) (?:one|each|every|an?|i|a single)\b|[每一](?:个)?人.{0,8}(?:管|负责|看|带|维护|跟|对接)(?:多少|几)")),
    ("oncall", expression(r"值班|值守|轮值|轮班|怎么轮|半夜|夜里|夜班|\b(?:on[- ]?call|rotas?|pages?\b(?=.{0,40}\bnights?)|pager\w*|night shifts?|(?:called|calls?|rings?|rung|paged|phoned?|up|duty|emergenc\w+|trouble|problems?) at night|woken)\b")),
    ("hours", expression(r"加班|作息|双休|单休|大小周|出差|几点|下班|休假|年假|假期|(?:工作)?强度|工作时间|忙不忙|\b(?:overtime|hours|weekends?|nights?|travel\w*|holidays?|vacation|time off|work[- ]life|shifts?|how busy)\b")),
    ("next", expression(r"结果|下一[轮步]|后续|几轮|接下来(?:的|还)?(?:流程|安排|步骤|几轮|有)|(?:招聘|面试|录用)的?流程|多久(?:能)?(?:有|收到|通知|答复)|什么时候.{0,8}(?:通知|答复|消息|知道)|等通知|\b(?:next steps?|(?:next|last|final|more|further|other|interview|how many) rounds?|rounds? (?:are|is|will|of interviews?)|hear (?:back|from)|when (?:will|would|can|do|might|should) (?:i|you)|(?:hiring|interview|recruit\w*|selection) process|timeline|rest of the process)\b")),
    ("onboarding", expression(r"第一个(?:项目|任务|活)|(?:进来|过来|进去|加入)(?:后|以后|之后)?[^，。？?]{0,8}(?:做|干|接|负责)|先(?:做|干|接|碰)(?:什么|哪)|入职(?:后|以后|之后|流程|培训|第一)|上手|新人(?!带)|(?:头|第)一[天周]|\b(?:onboard\w*|first (?:day|week|project|task|assignment|piece of work)|ramp(?:ing)?[- ]?up|up to speed|(?:get|getting) started|new (?:joiner|hire|starter|colleague|people|staff)s?|newcomers?)\b")),
    ("growth", expression(r"成长|学习|学到|培训|晋升|升职|升级|往上走|发展空间|职业发展|走向哪|\b(?:grow|growing|growth|training|promot\w+|career|learn\w*|teach|move up|go up|path)\b")),
    ("culture", expression(r"氛围|文化|价值观|风格|好相处|相处|团建|扁平|最喜欢|\b(?:culture|atmosphere|values|vibe|get along|enjoy|like (?:about|best|most|working)|fun)\b")),
    ("decisions", expression(r"谁(?:来|在)?(?:负责|担责|背锅|买单|管(?!用|理))|背锅|(?:算|是)谁的(?:责任|锅)|\bwho (?:is|gets|takes) (?:responsible|accountable|to blame|blamed|the blame)\b")),
    ("challenge", expression(r"出(?:过|了)?(?:事|故障|问题|岔子)|头疼|头痛|难题|最难|难处|困难|挑战|瓶颈|老代码|技术债|担心|痛点|吐槽|抱怨|\b(?:challeng\w+|afraid|hardest|hurt\w*|problems?|difficult\w*|trouble\w*|headaches?|bottlenecks?|worr\w+|broken|debt|struggl\w+|pain(?:ful)?|annoy\w*|go(?:es|ne|ing)? wrong|went wrong|incidents?|outages?|frustrat\w+|complain\w*|moan\w*|grumbl\w+|gets? on .{1,20} nerves)\b")),
    ("decisions", expression(r"说了算|定还是[^，。？?]{1,6}定|谁(?:来)?(?:定|拍板|做主|决定)|决定权|话语权|统一(?:来)?(?:定|管|算|出|维护)|还是各(?:个)?(?:业务|组|团队|部门|自|人|写|做|管)|拍板|意见不|分歧|\b(?:who (?:decides|sets|makes the call|has the (?:last|final) (?:say|word))|last say|final say|who owns|centrally|or (?:does )?each (?:team|group|squad)|make the call|decid\w+|(?:dis)?agree\w*)\b")),
    ("team", expression(r"汇报|配合|协作|合作|跟谁|和谁|(?<![哪每])一个(?:小?组|团队|部门)|分(?:开|成|属)(?:的)?(?:[吗么？?]|$|[^，。？?]{0,4}(?:组|团队|部门))|\b(?:one|same|separate|different) (?:team|group|department)s?\b|坐(?:在|到)?(?:一起|一块|哪|[^，。？?]{1,6}(?:部门|部|组|团队|线))|(?:归|属于|放在|算)(?:哪|.{1,6}(?:部|组|线|团队))|\bsits? with\b|\b(?:report to|work(?:s|ing)? (?:\w+ )?(?:with|together)|collaborat\w+|cross-functional)\b")),
    ("tools", expression(r"工具|用什么(?:软件|系统|平台|电脑)|电脑|显示器|设备|ai ?助手|\b(?:tools?|tooling|laptops?|equipment|(?:what|which) hardware|licen[cs]es?|copilot|ai assistants?|software do you|jira|ides?)\b")),
    ("tech", expression(r"技术栈|(?:组件|模块|平台|容器|服务)化|重构|迁移|技术(?:选型|架构|方案|路线)|架构|框架|用什么(?:技术|语言|数据库)|什么技术|编程语言|代码库|微服务|\b(?:stacks?|tech|technolog\w+|programming languages?|frameworks?|architecture|codebase|databases?|infrastructure|written in|monolith|migrat\w+|modulari[sz]\w+|refactor\w*)\b")),
    ("size", expression(r"(?:团队|组|部门|公司|你们).{0,8}(?:多大|几位|规模)|几个人|多少(?:个)?人|多少(?:位)?同事|人数|编制|\bhow (?:big|large|small) (?:is|are|would|will)? ?(?:the |your |this |be )*(?:team|group|company|department|organi[sz]ation|squad|office)|\bhow many (?:[a-z]+ ){1,2}(?:are (?:there|you)|do you have|work (?:here|there))(?=\?|$| (?:on|in|at|here)\b)|\bhow many (?:people|persons?|of you|engineers?|developers?|colleagues?|members?|testers?|designers?|analysts?)\b|\bsize of\b|\bteam size\b|\bhead ?count\b")),
    ("direction", expression(r"(?:什么时候|何时|几月|多久)[^，。？?]{0,6}(?:上线|发布|上市|开服|交付)|方向|规划|战略|目标|明年|今年|前景|融资|竞争|对手|\bwhen\b[^?]{1,30}\b(?:launch(?:es)?|releas\w+|ships?|go(?:es)? live)\b|\b(?:roadmap|strateg\w+|directions?|plans?|next year|this year|future|vision|priorit\w+|competitors?|market)\b")),
    ("day", expression(r"一天(?!.{0,6}(?:多少|几[^乎]))|日常|(?:时间|精力|比例|工作量?).{0,6}(?:占|花|多少|几成)|(?:占|花).{0,4}(?:多少|几成|多大比例)|每天|平时(?:都)?(?:做|干|忙)|(?:具体|主要)(?:是)?(?:做|负责|干|管)|工作内容|职责|开会|会议|时间.{0,6}(?:花|放|用)在|(?:花|放|用).{0,8}时间|\bhow (?:much time|hands[- ]on|much of (?:the|my|your) (?:time|day|week))\b|\b(?:time|day|week)\b.{0,40}\b(?:spen[dt]|split|divided|goes)\b|\b(?:typical (?:day|week)|day[- ]to[- ]day|daily|what (?:would|will|do|should) i (?:actually )?(?:be )?(?:do|doing|work\w*)|responsibilit\w+|meetings?|duties|tasks|how much of (?:the|my|this) (?:time|week|job|role|work)|what share of)\b|\bwhat (?:does|would) (?:an?|the|my|your)(?: \w+)? (?:day|week) (?:here )?look\b")),
    ("process", expression(r"流程|评审|上线|发布|(?<!a/b )实验|平台|手工|(?<!想)bug|漏测|怎么处理|怎么做|测试|代码|模型|数据|质量|需求|\bhow do you (?:\w+ )?(?:measure|check|verify|monitor|make sure|find out|notice|handle|deal with)\b|\b(?:process\w*|experiment\w*|review\w*|deploy\w*|releas\w+|code|tests?|testing|data|models?|quality|agile|scrum|sprints?|designs?|built|build|ship\w*)\b")),
    ("business", expression(r"客户|业务|产品|用户|行业|盈利|\b(?:products?|customers?|clients?|business|users?|revenue|industry|services?|company (?:do|make)s?)\b")),
    ("team", expression(r"团队|组里|同事|领导|上级|汇报|配合|协作|合作|分工|\b(?:teams?|colleagues?|co-?workers?|managers?|boss|report to|work(?:ing)? with|engineers?|developers?)\b")),
)  # fmt: skip
"""The more definite come first: of a clause the first that has a word in it is what it asks about."""
_BROAD = frozenset(("team", "process", "business", "direction", "tech"))
"""Subjects that are named in passing: who asks about them puts it as a question."""
_OF_WORK = frozenset(("growth", "mentor", "expectations", "team", "size", "day", "tech", "tools", "culture", "opening", "onboarding", "challenge", "leaving", "direction", "process", "business", "decisions", "oncall"))  # fmt: skip
"""Subjects of which a question shows interest in the work."""
_OF_A_JOB = frozenset(("mentor", "onboarding", "growth", "hours", "oncall", "remote", "pay", "size", "culture", "opening"))  # fmt: skip
"""Subjects of which it is clear, without saying whom, that the panel is asked."""
_SHORT_ASK = 80
"""Characters."""
_POINTS: dict[str, frozenset[str]] = {
    "expectations": frozenset(("expectations",)),
    "team": frozenset(("team", "size", "day", "tech", "tools", "culture", "process", "decisions", "onboarding", "oncall")),
    "challenge": frozenset(("challenge", "direction", "business", "leaving", "opening")),
    "growth": frozenset(("growth", "mentor", "pay", "hours", "remote")),
}  # fmt: skip
"""What makes a scoring point of the question that invites them."""
_MEANT = expression(
    r"(?:我的意思是|我是说|就是说?|也就是说?|比如说?|换句话说)|(?:i mean|that is|in other words|like|as in|say)\b",
    re.IGNORECASE,
)
"""How somebody begins who puts a question again."""
_CLAUSES = expression(r"[，,、：:]|和|以及|还有|或者?|\b(?:and|or|as well as|plus)\b|\s[-–—]+\s")
_SHORT = {True: 12, False: 32}
"""Characters of a thing that is named along with others, in Chinese and in English."""
_WHEN = expression(
    r"(?:[年月周天]|时候)(?:之|以)?后?$|\b(?:years?|months?|weeks?|days?)(?: (?:from now|on|later))?$"
)
"""Only says when."""
_WHOLE = expression(
    r"(?:how|what|who|which|why|where|when|is there|are there|do you|does (?:the|your))\b(?: [\w'’-]+){3,}\W*$|"
    "(?=.*(?:谁|怎么|如何|什么|哪|多少|吗|有没有|([是会能要可让给])不\\1)).{9,}"
)
"""A clause that could stand as a question of its own."""
_INVERTED = expression(
    r"(?:do|does|did|is|are|was|were|would|will|can|could|should|has|have|am) (?!not\b)(?:\w+ ){2,}"
)
"""A clause that asks by the order of its words."""
_CLINGS = expression(r"\b(?:it|its|this|that|these|those|they|them|their|one|ones)\b|[它这那其]")
"""Goes on with the clause before it."""
_PERSONAL = expression(
    r"(?:满|高|最高|多)分|(?<!\d)\d++ ?分|打分|评分|参考答案|标准答案|提示词|指令|\b(?:score|scores|marks?|grade|rubric|prompt|instructions?|points?|reference answers?)\b"
)
"""What is asked of whoever judges, and not of the work."""
_LEADS_ZH = expression(
    r"^(?:请问|另外|还有|那么?|嗯|对了|最后|其次|然后|首先|第[一二三四五](?:个|点)?(?:问题)?|[一二](?:个)?是|是|我|也|还|就|再|想|问|请教|了解|知道|一下|下|[，,、：:\s])+"
)
_LEADS_EN = expression(
    r"^(?:(?:and|also|so|well|ok|okay|then|first|second|third|finally|lastly|another question|one more|one thing|i(?:'d| would) (?:also |first )?(?:like|love|want) to (?:know|ask|hear)|i(?:'m| am) (?:also )?curious|i wonder)\b[\s,:]*)+",
    re.IGNORECASE,
)
_ECHOED = {"zh": 24, "en": 70}
"""Characters of a question that can be said back."""


def questions(text: str) -> tuple[tuple[str, str], ...]:
    """What is asked in a text: what each question is about, in their order and each subject once, with
    the sentence it stands in; "other" for a sentence that asks something else."""
    found: dict[tuple[str, str], str] = {}
    for sentence in filter(_asks_anything, sentences(text)):
        names = list(_named(sentence))
        if found and not names and _MEANT.match(sentence):
            continue  # the question before, in other words
        for name, clause in names or [(OTHER, sentence)]:
            found.setdefault((name, clause), clause or sentence)
    return tuple((name, sentence) for (name, _), sentence in found.items())


_ANNOUNCED = expression(
    r"(?:嗯|好的?|那|我|这边|还|也|正好|就|确实){0,4}有(?:[一两二三四五六几\d]+)?(?:个|点|些)?(?:小)?(?:问题|疑问|事)?(?:还|也)?(?:想|要)?(?:问|请教|了解)?(?:一下|的|您|你|你们|下){0,2}|"
    r"(?:嗯|好的?|那|我|还|也){0,4}(?:想|要)(?:问|请教|了解)(?:一下|下|您|你们?|的){0,2}[一两二三四五六几\d]{1,2}(?:个|点|件|些)(?:小)?(?:问题|事)?|"
    r"(?:well |yes |sure |ok(?:ay)? )?i(?:'d like| would like| want) to ask (?:you )?(?:about )?(?:two|three|four|five|a few|a couple of|some|\d) (?:things|questions)|"
    r"(?:well |yes |sure |ok(?:ay)? )?(?:i(?:'ve| have)|there are|just) (?:got )?(?:a|an|one|two|three|a couple of|a few|some) (?:quick )?(?:questions?|things?)(?: (?:for you|to ask|i'd like to ask|i want(?:ed)? to (?:ask|know)))?|"
    r"(?:(?:sorry|well|ok(?:ay)?|so|before (?:i|we|you) \w+(?: \w+){0,2}),? ){0,2}(?:can|could|may|might) i (?:just |quickly )?ask (?:you )?(?:something|a (?:quick )?question|one thing)(?: (?:in between|first|quickly|back|too|as well))?|"
    "(?:不好意思|那|嗯|我)*(?:能|可以|能不能|可不可以|可否)(?:先|插一句|再)?(?:问|请教)(?:您|你)?(?:一)?(?:个|句|下)?(?:小)?(?:问题|事)?(?:吗|么)?",
    re.IGNORECASE,
)
"""What only says that questions are to come."""


def _asks_anything(sentence: str) -> bool:
    """Whether a sentence asks, and does not only announce it."""
    bare = re.sub(r"[^\w'\s]", "", sentence).strip()
    return asks(sentence) and _ANNOUNCED.fullmatch(bare) is None


def _named(sentence: str) -> Iterator[tuple[str, str]]:
    """The subjects that the clauses of a sentence ask about, each with "", and among them "other" with a
    clause that is another question by itself."""
    clauses = [clause.strip() for clause in _CLAUSES.split(sentence) if clause.strip()]
    marked = sentence.rstrip().endswith("?")
    asking = {
        c for c in clauses if asks(c.rstrip("?？ ")) or (marked and _INVERTED.match(c.casefold()))
    }
    if not asking:
        clauses, asking = [sentence], {sentence}
    found: list[tuple[str, str]] = []
    for clause in clauses:
        low = clause.casefold()
        name = next((name for name, sign in _SUBJECTS if sign.search(low)), "")
        short = len(clause) <= _SHORT[has_han(clause)] and not _WHEN.search(low)
        if name and (clause in asking or (short and name not in _BROAD)):
            found.append((name, ""))
        elif not name and _is_whole(clause, clause in asking, sentence):
            found.append((OTHER, _to_its_end(clause, sentence, asking)))
    if any(name != OTHER for name, _ in found):
        yield from found
    else:
        low = sentence.casefold()
        spoken = clauses != [sentence] and len(sentence) > _ECHOED["zh"] and _echo(sentence, "zh")
        # A broad subject beside what can be said back is not what that is about.
        seen = [n for n, sign in _SUBJECTS if not (spoken and n in _BROAD) and sign.search(low)]
        yield from [(name, "") for name in seen[:1]]


def _to_its_end(clause: str, sentence: str, asking: Collection[str]) -> str:
    """A clause with what follows it in its sentence and asks nothing, as it can be said back: "who decides when
    sales and product disagree" was cut at its "and"."""
    start = sentence.index(clause)
    after = [at for c in asking if (at := sentence.find(c, start + len(clause))) > 0]
    whole = sentence[start : min(after, default=len(sentence))]
    whole = re.sub(r"(?:[\s,，、?？。.!！-]|\b(?:and|or)\b|和|以及|还有)+$", "", whole)
    return whole if len(whole) <= _ECHOED["zh" if has_han(sentence) else "en"] else clause


def _is_whole(clause: str, asks_: bool, sentence: str) -> bool:
    """Whether a clause of a sentence is a question of its own, and not what another one leaves to choose from."""
    low = clause.casefold()
    inverted = asks_ and _INVERTED.match(low) and " or " not in sentence
    whole = _WHOLE.match(low) or inverted
    return bool(whole) and not (_CLINGS.search(low) or _OPENS.match(low))


def subjects(text: str) -> tuple[str, ...]:
    """What a text asks about, in its order; "other" where it asks something else, () where it asks
    nothing."""
    return tuple(dict.fromkeys(name for name, _ in questions(text)))


def asks_of_work(texts: Sequence[str]) -> bool:
    """Whether one of the texts has a question about the work, the team or the company."""
    return bool(question_in(texts))


def question_in(texts: Sequence[str]) -> str:
    """The first such question, "" where there is none."""
    for text in texts:
        for name, sentence in questions(text):
            of_work = name in _OF_WORK or (name == OTHER and _of_the_trade(sentence.casefold()))
            if of_work and not _PERSONAL.search(sentence.casefold()):
                return sentence
    return ""


_OPINION = expression(
    r"\b(?:what|how) (?:would|might) you(?: yourself)? (?:have )?(?:do|done|decided?|choose|chosen|go about|gone about|handled?|solved?)\b|\bwhat do you(?: yourself)? think\b|"
    "(?:换|要)(?:成|是|作)?[你您](?:的话)?[，,]?(?:你|您)?(?:会|怎么|来)|[你您](?:会|当时会)?(?:怎么|如何)(?:做|选|处理|看|想)|[你您]觉得呢",
    re.IGNORECASE,
)


def asks_opinion(text: str) -> bool:
    """Whether a question asks what whoever is asked would do themselves, or thinks: nothing of a company."""
    return _OPINION.search(text) is not None


_COUNTS = expression(
    r"几(?:个|条|台|班|间|层|辆|家|次|批|块|种|道)|多大|多少|哪(?:些|家|种|几)|谁(?:在|来|负责)|\b(?:who|how (?:many|big|large|often)|which|what (?:kind|sort|size))\b"
)
_OF_ONESELF = expression(r"我|(?:题|面试|天气)|\b(?:i|me|my|questions?|interview|weather)\b")


def _of_the_trade(sentence: str) -> bool:
    """Whether a question asks for a fact of the work that only its trade has a word for: how many shifts,
    how large a warehouse."""
    marked = sentence.rstrip().endswith(("?", "？"))
    return marked and bool(_COUNTS.search(sentence)) and not _OF_ONESELF.search(sentence)


def asks_of_job(sentence: str) -> bool:
    """Whether a short sentence asks, with its mark, what one wants to know of a job: nobody else than the
    panel could tell."""
    marked = len(sentence) <= _SHORT_ASK and sentence.rstrip().endswith(("?", "？"))
    return marked and not is_of_others(sentence) and not _OF_A_JOB.isdisjoint(subjects(sentence))


_TELLS = expression(r"\b(?:i|i'\w+|me|my|we|our|us)\b|我|咱")


def names_subject(text: str) -> bool:
    """Whether who was asked what they would want to know only names it ("the rota, if there is one"), and tells
    nothing of themselves."""
    first = next(iter(sentences(text.casefold().replace("’", "'"))), "")
    if len(first) > _SHORT_ASK or _TELLS.search(first):
        return False
    return any(name not in _BROAD and sign.search(first) for name, sign in _SUBJECTS)


def asked_points(texts: Sequence[str]) -> frozenset[str]:
    """Keys of the scoring points that questions in the texts make."""
    asked = {
        name
        for text in texts
        for name, sentence in questions(text)
        if not _PERSONAL.search(sentence.casefold())
    }
    return frozenset(key for key, names in _POINTS.items() if not asked.isdisjoint(names))


def asked_of_work(texts: Sequence[str]) -> int:
    """How many different things about the work questions in the texts ask about; facts that only its trade
    has a word for count beside others."""
    asked = [
        (name, sentence)
        for text in texts
        for name, sentence in questions(text)
        if not _PERSONAL.search(sentence.casefold())
    ]
    named = {name for name, _ in asked if name in _OF_WORK}
    facts = {s for name, s in asked if name == OTHER and _of_the_trade(s.casefold())}
    return len(named | facts) if named else 0


def reply_to(
    text: str,
    language: str,
    variation: int = 0,
    said: Collection[str] = (),
    *,
    invited: bool = True,
) -> str:
    """What the questions in a text normally get, each by itself and nothing in words that have been
    ``said``; "" where it asks nothing. How to put it better is said where they were ``invited``."""
    asked = questions(text)
    parts: list[str] = []
    for place, (name, sentence) in enumerate(asked[:_MOST], start=1):
        few = invited and (len(asked) <= _SHARPENED or place == len(asked))
        told = (*said, *parts)
        parts.extend(_parts(name, sentence, language, variation, told, few=few))
    if len(asked) > _MOST:
        parts.append(RUNNING_ON[language][-1])
    return "".join(dict.fromkeys(parts))


def _parts(
    name: str, sentence: str, language: str, variation: int, told: Sequence[str], *, few: bool
) -> list[str]:
    """What is said to one question."""
    if name == OTHER:
        echo = _echo(sentence, language)
        ways = UNKNOWN[language] if echo else RUNNING_ON[language][1:-1]
        return [choose(ways, name, variation, told).format(asked=echo)]
    reply = REPLIES[language][name]
    usual = unsaid(reply.usual, name, variation, told)
    if not usual:
        return [unsaid(RUNNING_ON[language][:-1], name, variation, told)]
    return [usual, unsaid((reply.sharper,), name, variation, told) if few else ""]


_OPENS = expression(
    r"(?:when|where|if|while|once|after|before)\b(?! (?:do|does|did|is|are|was|were|will|would|can|could|should|has|have)\b)"
)
"""Begins a clause that another one asks about: "when a bank times out, …"."""


def said_back(text: str, language: str) -> str:
    """The first sentence of what somebody would want to know, as it can be said back, or ""."""
    return _echo(next(iter(sentences(text)), ""), language)


def _echo(sentence: str, language: str) -> str:
    """A question as it can be said back, or what a clause of it asks; "" where these are too long for that."""
    leads = _LEADS_ZH if language == "zh" else _LEADS_EN
    whole = leads.sub("", sentence.strip()).strip(" ，,。.;；!！")
    if 0 < len(whole) <= _ECHOED[language] and "\n" not in whole:
        return whole
    for clause in re.split(r"[，,。；;：:\n]", sentence):
        bare = leads.sub("", clause.strip()).strip(" ?？!！.")
        low = bare.casefold()
        asked = _WHOLE.match(low) or _COUNTS.search(low)
        if _OPENS.match(low) or _CLINGS.search(low):
            continue
        if asked and len(bare) <= _ECHOED[language]:
            return bare
    return ""
