"""Cues: parts of an answer recognised by how they are told (situation, action, result and so on).

`TABLE` holds, per language and cue, alternatives of a regular expression that run over folded text (see
`text.fold`). The patterns have grammar and everyday wording, never a subject.
"""

from __future__ import annotations

import re
from functools import lru_cache

from interviewers.engines.base import Cue
from interviewers.engines.builtin.reading.numerals import TENS, TO_TEN

__all__ = ["TABLE", "find_cues"]

_ACTS_EN = (
    "decided|built|wrote|led|proposed|designed|implemented|started|set up|organi[sz]ed|asked|"
    "talked|spoke|met|introduced|refactored|rewrote|moved|split|added|created|fixed|changed|took|"
    "made|suggested|explained|listened|measured|profiled|tested|reviewed|automated|negotiated|"
    "prioriti[sz]ed|investigated|analy[sz]ed|mentored|coordinated|planned|reached out|sat down|"
    "apologi[sz]ed|owned|drove|pushed|ran|called|wrote down|traced|rolled|migrated|reported|told|"
    "offered|collected|checked|prepared|raised|kept|gave|found|worked|presented|handled|"
    "scheduled|invited|broke|agreed|convinced|delegated|documented|escalated|helped|put|shared"
)
_GAINS_EN = (
    "reduced|cut|dropped|fell|decreased|lowered|improved|increased|rose|grew|raised|went up|"
    "went down|came down|saved|doubled|tripled|halved|shortened|sped up|brought down|achieved|"
    "exceeded|shipped|launched|delivered|released|won|gained|recovered|reached"
)
_ACTS_ZH = (
    "负责|主导|牵头|推动|设计|实现|开发|写了|编写|搭建|优化|重构|拆分|组织|提出|建议|决定|选择|分析|排查|定位|"
    "沟通|协调|安排|制定|引入|改造|测试|梳理|约|找|主动|先|做了|把|拉|带|和他|跟他|和她|跟她|向|加了|整理|复现|"
    "修复|上线|推进|承担|说服|解释|收集|调研|参与|发起|建立|迁移|监控|汇报|道歉|倾听|确认|列|画|说|问|告诉|答应|改|查|"
    "提|请|去找|让|照着|亲自|逐个|写|试|定了|回|单独"
)
_GAINS_ZH = "提升|提高|增长|增加|降低|降到|降了|下降|减少|缩短|节省|节约|翻倍|达到|涨到|升到|从.{1,12}(?:降|提|升|减|缩|涨|变)"
# Bounded: of a message that is all digits, each would begin to be read to the end.
_NUMBER = r"\d[\d,.]{0,16}"
_NUMERAL_ZH = "[0-9一二两三四五六七八九十百千万半几]{1,16}"
_UNIT_ZH = "%|倍|毫秒|秒|分钟|小时|天|周|个?月|年|人|次|台|万|亿|元|块|个?用户|条|行|成|单|家|ms|qps|tps|gb|mb|kb|tb|k"
_UNIT_EN = (
    "%|percent|per cent|ms|milliseconds?|seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|"
    "years?|people|engineers?|users?|customers?|requests?|times|x|fold|k|m|gb|mb|kb|tb|qps|rps|"
    "tps|dollars|euros|servers?|nodes?|services?|teams?|tickets?|points?|lines?|million|billion|"
    "thousand|hundred"
)

TABLE: dict[str, dict[Cue, tuple[str, ...]]] = {
    "en": {
        Cue.SITUATION: (
            (
                r"\b(?:at|in) my (?:last|previous|former|current|first|old) (?:company|job|role|team|"
                r"position|project|internship|employer|place)"
            ),
            r"\b(?:last|previous) (?:year|month|quarter|summer|winter|spring|autumn|fall|project)\b",
            r"\bwhen i (?:had )?(?:just |first )?(?:was|worked|joined|started|interned|led)\b",
            r"\bin (?:19|20)\d\d\b",
            r"\b(?:a|two|three|few|couple of|several) (?:years|months|weeks) ago\b",
            (
                r"\b(?:we|i) (?:had|were|was) (?:a|an|to|facing|building|working|running|migrating|"
                r"using|launching|on|responsible|in charge|asked)\b"
            ),
            r"\bour (?:team|company|service|system|product|customer|client|site|app)\b.{0,40}\b(?:was|were|had)\b",
            (
                r"\b(?:there was|there were|the situation|the context|the background|at the time|"
                r"back then|one time|once,|one day|one (?:morning|evening|night|week|(?:mon|tues|wednes|thurs|"
                r"fri|satur|sun)day)|in my (?:first|second|third|last|final) (?:day|week|month|year|semester)|"
                r"last (?:spring|summer|autumn|winter|week))\b"
            ),
            (
                r"\b(?:a|an|my|our) (?:\w+ ){0,2}(?:in|on|from|of) (?:my|our|the) (?:team|group|company|class|course)\b|"
                r"\bmy (?:boss|manager|lead|professor|teacher) once\b"
            ),
        ),
        Cue.ACTION: (
            rf"\bi (?:\w+ly |then |first |also |personally |started by \w+ing |went and )?(?:{_ACTS_EN})\b",
            r"\bmy (?:job|part|role|task|responsibility|contribution|approach|idea) was\b",
            r"\bi (?:was|am) responsible for\b",
        ),
        Cue.RESULT: (
            (
                r"\b(?:as a result|in the end|eventually|the (?:result|outcome|effect|impact) was|"
                r"resulted in|led to|paid off|which meant|ended up|finally)\b"
            ),
            rf"\b(?:{_GAINS_EN})\b.{{0,60}}(?:\d|\b(?:half|double|zero|twice|percent)\b)",
            rf"\bwe (?:{_GAINS_EN})\b",
            (
                r"\b(?:went through|went live|worked out|was (?:signed|approved|solved|fixed)|passed|calmed down|"
                r"got it at once|has(?:n't| not) happened (?:again )?since|(?:days|weeks|months|a year|half a year) later|"
                r"after (?:two|three|four|six|a few|\d+) (?:days|weeks|months)|by (?:tues|wednes|thurs|fri|mon)day|"
                r"(?:today|now|since then)\b.{0,12}\b(?:i|we|they|everyone|all))\b"
            ),
            r"\b(?:went|came|was|fell|dropped|rose|grew) (?:down |up )?from\b.{1,30}\bto\b",
        ),
        Cue.NUMBER: (
            rf"(?<![\w.]){_NUMBER}\s?-?(?:{_UNIT_EN})(?!\w)",
            rf"\bfrom (?:about |around |over |nearly )?\$?{_NUMBER}.{{0,20}}\bto (?:about |around |under )?\$?\d",
            r"[$€£¥]\s?\d",
            rf"\b(?:around|about|roughly|at least|between|nearly|almost) (?:\$|€|£)?{_NUMBER}\b",
            (
                rf"\b(?:{TO_TEN}|twelve|{TENS}|hundred|thousand|million)\b[\s-]?(?:\w+[\s-]){{0,2}}?"
                rf"(?:{_UNIT_EN})\b"
            ),
            r"\b(?:half|halved|doubled|tripled|a third|a quarter)\b",
        ),
        Cue.REFLECTION: (
            (
                r"\b(?:i|we) (?:\w+ )?(?:learn(?:ed|t)|reali[sz]ed|would (?:now |have )?(?:do|done|start|"
                r"ask|change|write|test|involve))\b"
            ),
            (
                r"\b(?:in hindsight|looking back|next time|since then|the lesson|my lesson|takeaway|"
                r"if i (?:did|had|could|were to) .{0,20}again|taught me|from then on|ever since|"
                r"my mistake|i regret|what i took|i should(?: have|'ve) (?!an?\b|the\b|my\b)\w+|i wish i(?: had|'d))\b|"
                r"\b(?:now|nowadays|these days|today) i (?!am\b|was\b|have\b)\w+|\bi now (?!am\b|have\b)\w+"
            ),
        ),
        Cue.TRADE_OFF: (
            r"\btrade-?\s?offs?\b|\bpros and cons\b|\bat the (?:cost|expense|price) of\b|\bdepends on\b",
            r"\b(?:the|one|its) (?:downside|drawback|disadvantage|catch|price|cost) (?:is|was|of)\b",
            r"\bon the other hand\b|\bsacrific\w+\b|\bin exchange for\b|\bcompromise\b|\bbalanc\w+ .{1,40}\b(?:and|against|with)\b",
            r"\b(?:instead of|rather than|over)\b.{1,60}\bbecause\b",
            r"\bbecause\b.{1,80}\b(?:instead of|rather than)\b",
            (
                r"\b(?:but|although|while|however)\b.{1,60}\b(?:slower|faster|cheaper|costs?|more "
                r"(?:expensive|complex|memory|work|latency)|harder|simpler|less \w+)\b"
            ),
            # What was given up, and under what other conditions it would be the other way round.
            r"\bwhat (?:i|we|you) (?:lost|lose|gave up|give up)\b",
            (
                r"\bif (?:we|it|they)(?:'d| had| ever| needed| grew| were| got)\b.{2,60}\b(?:i|we)(?:'d| would)"
                r"(?: have)? (?:pick|put|take|go|gone|keep|kept|choose|chosen|switch|bring)\w*\b"
            ),
        ),
        Cue.EXAMPLE: (
            (
                r"\b(?:for example|for instance|e\.g\.|such as|let'?s say|to give an example|an example|"
                r"imagine|suppose|one time|in one case|in my (?:last|previous|current) \w+|as an example)\b"
            ),
            r"\bso (?:i|we) (?:left|took|put|made|built|wrote|stayed|kept|chose|picked|moved|threw) (?:it|them|that|the|a|with|out)\b",
        ),
    },
    "zh": {
        Cue.SITUATION: (
            r"当时|那时候?|有一次|有一回|有次|背景是|情况是|起因",
            r"(?:在|我在|我们在)?(?:上一?家|上一份|之前|以前|前|原来|目前|现在)的?(?:公司|单位|团队|项目|工作|部门|岗位)",
            r"去年|前年|今年|上半年|下半年|上个?月|(?:19|20)\d\d ?年|大[一二三四](?:的时候|时)|实习(?:的时候|期间|时)|毕业后",
            rf"{_NUMERAL_ZH}(?:年|个月|周)(?:多)?(?:之)?前",
            r"(?:我们|公司|团队|系统|项目|客户|业务|线上)(?:当时|那时|正在|遇到|面临|出现|需要|接到|要做|突然)",
            r"(?:做|负责|参与)(?:过)?(?:一个|了一个|的).{0,12}(?:项目|系统|平台|产品)",
            r"有个(?:周[一二三四五六日天]|晚上|早上|下午|月)|(?:组|班|团队|公司|部门)里有(?:个|位|一)|入职(?:第|后|不久)|我在.{1,8}(?:的时候|时[，,])",
            r"[前去]年|(?:做|查|写|改).{1,10}(?:时|的时候)[，,]",
        ),
        Cue.ACTION: (
            rf"我(?:自己|当时|就|先|主动|首先|后来|马上|立刻|于是|一方面|会|们)?(?:{_ACTS_ZH})",
            r"我给.{1,12}(?:加|做|写|建|定|补|改)了",
            r"(?:然后|接着|随后|于是|又|再)我?就?(?:把|将|去|逐一|一个个|逐个|重新)",
            r"由我(?:来)?(?:负责|主导|牵头|完成)|我的(?:做法|职责|任务|工作|思路|角色|方案)是",
        ),
        Cue.RESULT: (
            r"结果|最终|最后|效果|成效|从而|后来.{0,12}(?:成功|顺利|解决|上线|完成|恢复)",
            rf"(?:{_GAINS_ZH}).{{0,14}}(?:\d|百分之|倍|一半|{_NUMERAL_ZH}(?:{_UNIT_ZH}))",
            r"(?:个?月|半年|一年|一?周|\d{1,9}天|[两三四五六七八九十]天)(?:以|之)?后[，,]?(?!我?(?:先|再))|到现在|现在.{1,12}都|当[周天]就|最终|这才|转正|懂了|消了气|批了",
            r"(?:成功|顺利|按时|如期|提前)(?:地)?(?:上线|完成|交付|解决|发布|达成|通过|恢复)",
        ),
        Cue.NUMBER: (
            rf"{_NUMBER}\s?(?:{_UNIT_ZH})",
            rf"百分之{_NUMERAL_ZH}|{_NUMERAL_ZH}(?:多|几)?(?:%|倍|毫秒|秒|分钟|小时|个月|万|亿|台|成)",
            r"(?<!第)[二两三四五六七八九十百千]{1,9}(?:多|几)?(?:个人|个用户|天|周|年|次|人|条|单|家)",
            rf"从\s?{_NUMBER}.{{0,8}}(?:到|降|升|涨|提)|一半|翻(?:了)?(?:一|两|几)?倍",
            rf"(?:{_NUMBER}|{_NUMERAL_ZH})(?:左右|上下|出头)",
        ),
        Cue.REFLECTION: (
            r"(?<!没)(?<!没有)(?<!没怎么)(?<!没能)学到|学会了?(?:怎|如何|要|先|不|去|跟|和|把|听|问|说|提前|主动|换位|在)|意识到|反思|复盘|吸取|教训|收获|体会|感悟|总结(?:了|下来|经验)|让我(?:明白|认识|懂得)",
            (
                r"下次|(?:一开始|起初|当时|当初|那时候?|本来)(?:[^，。；]{0,12}[，,])?(?:我|就|真的?|也|确实)*(?:不(?:应)?该|应该[先早多])|如果(?:再|重)(?:来|做|有)|回头看|事后(?:看|想)|从那(?:以后|之后)|此后|以后我(?:会|都|就)|应该更早|做得不够|不足之处|"
                r"打那以后|我(?:当时|当初|那时|本来|其实)就?应该|我就?应该早|(?:早点?|早一?些).{1,14}就好了|(?:现在|如今|后来|今后|以后)(?:再|一|只要|凡是)?(?:碰|遇|有人|轮)到?.{1,24}我(?:第一|都|先|会|就|一定)|现在我(?:每|都|会|先|就|碰|遇|一定)|(?:从那|那次)(?:之后|以后|起)我"
            ),
        ),
        Cue.TRADE_OFF: (
            r"取舍|权衡|折中|折衷|代价|牺牲|利弊|优缺点|各有优劣|平衡|兼顾|取决于|看(?:具体)?(?:场景|情况)|视情况",
            r"(?:缺点|坏处|弊端|劣势|风险|不足)(?:是|在于|就是|则)",
            r"(?:虽然|尽管|好处是|优点是).{1,40}(?:但|不过|可是|缺点|代价)",
            r"(?:要是|如果|等).{2,24}才会?(?:选|用|换|上)(?!不)|(?:放弃|牺牲|损失)掉?的是",
            r"(?:而不是|没有选|没有用|没选).{1,40}(?:因为|考虑)|因为.{1,40}(?:而不是|没有选|所以选)",
        ),
        Cue.EXAMPLE: (
            r"比如|例如|譬如|举个?例|打个比方|以.{1,16}为例|就像|假设|拿.{1,12}来说|有一次|有次",
        ),
    },
}


@lru_cache(maxsize=4)
def _compiled(language: str) -> tuple[tuple[Cue, re.Pattern[str]], ...]:
    return tuple(
        (cue, re.compile("|".join(f"(?:{pattern})" for pattern in patterns)))
        for cue, patterns in TABLE[language].items()
    )


@lru_cache(maxsize=4_096)
def find_cues(folded: str, language: str) -> frozenset[Cue]:
    """The cues in a folded text, by the table of its language."""
    return frozenset(cue for cue, pattern in _compiled(language) if pattern.search(folded))
