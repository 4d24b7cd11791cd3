"""Answers to questions about oneself that have only a reference, which no good answer shares words with.

"How do you handle stress?" has as many good answers as people, and the reference is somebody else's. What
separates a good answer from a bare claim is what `accounts` reads: everyday words of the subject, and how
much of what is said is backed by an action, a quantity or a reason. The words of the subject are known for
the kinds of question that are asked everywhere; of any other question this module says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from interviewers.engines.builtin.addressed.field import field_worth
from interviewers.engines.builtin.addressed.mention import addresses
from interviewers.engines.builtin.reading.text import Term, fold
from interviewers.engines.builtin.stories import accounts, themes
from interviewers.engines.builtin.stories.telling import tells_of_act
from interviewgpt.expressions import expression

__all__ = ["ONESELF", "anything_hard", "is_own_question", "told_in_practice", "told_of_oneself"]

_OTHERS = (
    ("pressure", "heavy pressure"),
    ("weakness", "most need to improve"),
    ("strength", "greatest strength"),
    ("feedback", "feedback"),
    ("argument", "conflict"),
    ("order", "priorities"),
    ("leaving", "consider leaving"),
    ("attracts", "attracts you to this position"),
    ("years", "where would you like to be"),
    ("style", "way of working"),
)
"""Subjects whose words the tables of stories and accounts already have, with the question that asks for them
there."""
_LOAD = (
    r"\blate\b|weekend|\bhours?\b|evening|\bnights?\b|release|launch|deadline|\bbusy\b|urgent|\bplan|\brest\b|\bhome\b|\bpaid\b|short-?staffed|every (?:day|week)|now and then|efficien|manage|"
    r"忙|上线|赶|急|熬|周末|[点时]下班|待到|小时|半夜|效率|白天|安排|计划|人手|人不够|长期|偶尔|天天|经常|常态|休息|调休|事情多|排得|旺季|月底|紧急|值班|提前|到点|走人"
)
_MEETS = (
    r"write|\blist|\bfirst\b|\bat once\b|\bdue\b|\bmanager|\btold\b|\bask|\bwalk|\brun\b|sleep|breath|\bcalm|step by step|one (?:thing|by one)|\bsmall|\bdrop|\bhelp|\bworst|\bbusy\b|\bshift|\bplan|"
    r"列|写下|清单|一件件|一步步|先做|最急|最要紧|跑步|走走|散步|深呼吸|睡|冷静|缓|拆|帮|跟领导|跟组长|说清|推掉|分出去|歇|出去|运动|打球"
)
_SAYS = (
    r"\bsay|\bsaid|\btell|\bprivate|\bjust the two|\balone\b|\bin front of|\blisten|\bside\b|\bhear\b|\bsaw\b|\bexample|\bconcrete|\bthank|\bchange|\bargu|\basked?\b|\bquick|\bthe same day|"
    r"私下|单独|当面|不当着|当着|先听|听[他她]|具体|就事论事|哪里|例子|记下|改|谢|下次|反驳|对事|看到|约好|约定"
)
_DRIVES = (
    r"\bsee\b|\bwhen\b|\bfix|\bwork(?:s|ed|ing)?\b|\buse[sd]?\b|\bpeople\b|\bcustomer|\bthank|\blearn|\bsolv|\bbuil|\bmake|\bown\b|\bmoney\b|\bteach|\bfinish|"
    r"看到|用上|有人用|客户|解决|弄明白|学会|学到|做出来|成就|挑战|认可|夸|谢|带[新他她]|搞定|自己[做写]|工资|奖金"
)
_ROLE = (
    r"\bteam|\btogether|\balone\b|\bhelp|\bask|\bshare|\breview|\bnotes?\b|\bmeeting|\brole|\borgani[sz]|\bquiet|\beach\b|\bother|\bsplit|\bplan|"
    r"一起|分工|分头|各自|配合|互相|帮|讨论|对齐|同步|开会|牵头|组织|拉上|问[一清大]|商量|记录|角色|搭档"
)
_LEARNS = (
    r"\bread|\bcourse|\bbook|\btry\b|\btried|\bbuil|\bproject|\bevery (?:week|day|evening|morning|month)|\bnewsletter|\bpodcast|\bmeet-?up|\bcolleague|\bdocs?\b|\bpractis|\bnotes?\b|\bvideo|\bhours?\b|"
    r"看[书文官源视]|书|课|练|试|做个|写个|项目|每[周天晚月]|笔记|文档|视频|博客|公众号|同事|请教|社区|源码|分享|动手"
)
_FALLS = (
    r"\bfail|\bwrong|\bmistake|\btell\b|\btold\b|\bowned?\b|\bfix|\bnext time|\bagain\b|\blearn|\bwhy\b|\bwrite|\bwrote|\bapolog|\bsorry|\bcheck|\bback\b|"
    r"错|失败|没做好|先认|承认|补|改|复盘|原因|为什么|下次|记下|道歉|说清|重来|总结|教训|难受|缓过来"
)
_MOVES = (
    r"\btrain|\bmove|\bflat\b|\bnotice|\bmonths?\b|\bweeks?\b|\bdays?\b|\btravel|\bremote|\bhome\b|\boffice|\bcommut|\bcalls?\b|\bquiet|"
    r"出差|搬|租|通勤|地铁|高铁|[周月天]|在家|远程|办公室|视频|开会|提前|安排|习惯"
)
_SCOPE = (
    r"\bpromis|\bagreed?\b|\bwrote|\bwritten|\blist\b|\bsheet\b|\bdays?\b|\bweeks? later\b|\blater\b|\binstead\b|\bgo(?:es)? out\b|\bdrop|\bwhich of\b|\bcosts?\b|\bpaid\b|\bdecid|\bboss\b|\bsponsor|\bcustomer|\bclient|"
    r"\bwish|\bmore thing|\bask|\bafter (?:the )?(?:launch|release|go-live)|\bnext (?:release|round|version)|\bsaid no\b|\bsign|"
    r"答应|说好|约好|写下|白纸黑字|单子|列[了一个]|几天|晚.{0,3}[天周]|拿掉|换掉|去掉|挪|往后|以后|下一?[版期]|上线[后以]|出钱|拍板|[他她老客]?(?:板|户|导).{0,3}定|加[个一点]|想法|多少钱|签字|不做|排期|先问"
)
_RIVAL = (
    r"\bpric|\bcheap|\bfree\b|\bcall(?:ed|ing)?\b|\bask|\bcustomers?\b|\bclients?\b|\bleav|\bleft\b|\bstay|\bkeep|\bswitch|\bwhy\b|\bpay|\bbetter\b|\btheirs?\b|\bmissing\b|\bsmall\b|\bbig\b|\bcount|\bplan\b|\bpanic|\bpromise|"
    r"降价|免费|打电话|问[了他她客]?|客户|走|留|换|为什么还|愿意|掏钱|便宜|他们没有|我们有|不一样|强在|差在|小[店客公]|大[客公医]|数|盯|不慌|跟着|功能少"
)

_QUESTIONS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (
        (r"\b(?:handle|deal with|cope with|manage|work(?:ing)? (?:well )?under|react to|respond to|perform under)\b.{0,24}\b(?:stress(?:ful)?|pressure)\b(?! test)|"
        r"(?:面对|应对|缓解|处理|看待|承受|对待|排解|抗).{0,8}压力(?!测试|机)|压力.{0,6}(?:怎么|如何|怎样).{0,4}(?:办|应对|处理|调节|排解)|抗压"),
        ("pressure", "order"), _MEETS,
    ),
    (
        r"\b(?:overtime|long hours|work(?:ing)? (?:late|(?:at|on) weekends?|extra hours))\b|加班|\b996\b|工作强度",
        ("pressure",), _LOAD,
    ),
    (
        r"\b(?:weakness(?:es)?|shortcomings?)\b.{0,12}\?|\byour (?:\w+ )?(?:weakness(?:es)?|shortcomings?|flaws?)\b|(?:你|您|自己)的?.{0,6}(?:缺点|不足|弱点|短板)|最大的(?:缺点|不足|弱点|短板)",
        ("weakness",), "",
    ),
    (
        r"\byour (?:\w+ ){0,2}strengths?\b|\bwhat are you (?:best|good) at\b|(?:你|您|自己)的?.{0,6}(?:优点|优势|长处|强项)|最大的(?:优点|优势|长处|强项)|擅长什么",
        ("strength",), "",
    ),
    (
        (r"\b(?:giv(?:e|ing)|receiv(?:e|ing)|tak(?:e|ing)|handl(?:e|ing)|react to|deal with|respond to|accept) (?:\w+ ){0,2}(?:feedback|criticism)\b|"
        r"(?:面对|对待|看待|接受|处理|应对|怎么给|如何给|提出?).{0,10}(?:批评|反馈|负面评价)"),
        ("feedback",), _SAYS,
    ),
    (
        (r"\b(?:two|both|several)\b.{0,12}\b(?:colleagues?|co-?workers|team ?mates|team members|people|employees|engineers|developers|nurses|friends)\b.{0,60}"
        r"\b(?:argu\w+|conflict|quarrel\w*|fight\w*|clash\w*|disput\w*|at odds|each other|get(?:ting)? (?:on|along)|blam\w+|refuse to work)\b|\bmediat\w+ between\b|"
        r"[两二几][位个名].{0,6}(?:同事|组员|下属|成员|员工|同学).{0,24}(?:吵|矛盾|冲突|不说话|不和|闹|争|对着干|合不来|互相|僵)|(?:同事|组员|下属|成员|员工)之间.{0,12}(?:矛盾|冲突|争)|调解"),
        ("argument", "feedback"), _SAYS,
    ),
    (
        (r"\b(?:handle|deal with|resolve|approach|manage)\b.{0,24}\b(?:conflicts?|disagreements?|difficult (?:people|colleagues?|coworkers?|customers?))\b(?! in\b| between (?:branches|versions|packages|threads))|"
        r"(?:面对|处理|应对|看待|解决).{0,14}(?:同事|领导|上级|团队|客户|别人|意见).{0,8}(?:冲突|分歧|矛盾|不[合同一])"),
        ("argument",), _SAYS,
    ),
    (
        (r"\bhow do you (?:prioriti[sz]e|manage your (?:time|day|work|workload)|organi[sz]e your|(?:handle|juggle|manage) (?:multiple|several|competing))\b|"
        r"你(?:一般|平时|通常)?(?:怎么|如何|怎样)(?:安排|管理|分配).{0,6}(?:时间|工作|任务|优先级)|时间管理|多(?:个|项)任务"),
        ("order",), _MEETS,
    ),
    (
        r"\bwhat (?:motivates|drives) you\b|\bwhere do(?:es)? your (?:motivation|drive)\b|(?:你|您)?.{0,6}(?:动力|驱动力)(?:是|来自|从)|什么(?:能)?(?:激励|驱动)你",
        (), _DRIVES,
    ),
    (
        (r"\b(?:work(?:ing)?|prefer|like)\b.{0,16}\b(?:in a team|in teams|alone or|independently)\b|\bteam player\b|\byour role in (?:a|the) team\b|"
        r"(?:看待|理解|喜欢).{0,8}(?:团队合作|团队协作)|团队(?:里|中).{0,8}(?:角色|位置)|独立(?:工作|完成)还是"),
        ("style",), _ROLE,
    ),
    (
        r"\bhow do you (?:keep up|stay (?:up to date|current|on top)|keep (?:learning|your skills)|(?:usually )?learn)\b|(?:你|您)?(?:平时|一般|通常)?(?:怎么|如何|怎样)(?:保持|坚持|进行)?(?:学习|自学|跟上|提升自己)",
        (), _LEARNS,
    ),
    (
        r"\b(?:handle|deal with|cope with|react to|respond to|view|see) (?:\w+ )?(?:failures?|mistakes|setbacks?|rejection)\b|(?:面对|看待|应对|对待).{0,8}(?:失败|挫折|犯错|错误)",
        (), _FALLS,
    ),
    (
        r"\bwhy (?:do|did|are|have) you (?:want(?:ing)? to |wish to )?(?:leav|left|quit|chang|looking for (?:a )?(?:new|another))|\breasons? for leaving\b|(?:离职|跳槽|换工作|离开).{0,6}(?:原因|动机|理由)|为什么(?:要|想)?(?:离开|离职|换工作|跳槽)",
        ("leaving",), "",
    ),
    (
        (r"\bwhy (?:do you want|would you like|are you interested|did you (?:apply|choose))\b.{0,30}\b(?:here|us|this (?:job|role|position|company)|our|apply|join|work)\b|\bwhy (?:this|our) (?:company|team|role|job|position)\b|"
        r"为什么(?:想|要)?(?:选择?|来|加入|应聘|申请|投)(?:我们|这[个家份]|贵|本)?.{0,4}(?:公司|岗位|职位|工作|团队|我们)"),
        ("attracts",), "",
    ),
    (
        r"\bwhere do you see yourself\b|\byour (?:\w+ )?career (?:goals?|plans?|aspirations?)\b|职业规划|未来.{0,4}[一二三四五两几\d]+年",
        ("years",), "",
    ),
    (
        r"\b(?:willing|able|happy|feel about|think (?:of|about))\b.{0,24}\b(?:travel|relocat\w*|remote|business trips?|commut\w*)|(?:接受|看待|能否|可以|适应).{0,6}(?:出差|外派|远程|异地)",
        (), _MOVES,
    ),
)  # fmt: skip

_SITUATIONS: tuple[tuple[str, str], ...] = (
    (
        (r"\bscope creep\b|\b(?:handle|deal with|manage|react to|respond to|cope with)\b.{0,24}\b(?:chang(?:ing|es (?:to|in)) (?:the )?(?:requirements?|scope|specs?)|(?:requirements?|scope) (?:changes?|creep))\b|"
        r"\b(?:requirements?|scope) keeps? (?:changing|growing)\b|(?:需求|范围).{0,8}(?:变|扩大|蔓延|膨胀|增加|加码).{0,8}(?:怎么|如何|怎样)|(?:怎么|如何|怎样).{0,10}(?:需求|范围).{0,6}(?:变更|变化|变动|蔓延|扩大)"),
        _SCOPE,
    ),
    (
        (r"\b(?:competitors?|rivals?)\b.{0,60}\b(?:free|cheaper|undercut\w*|copie[sd]|launch\w*|lower\w*|drop\w*)\b.{0,40}\b(?:do|react|respond|handle)\b|"
        r"(?:对手|竞争者|竞品|同行).{0,16}(?:免费|降价|更便宜|抄|推出|发布|上线).{0,16}(?:怎么|如何|怎样)"),
        _RIVAL,
    ),
)  # fmt: skip
"""Questions how something at work is handled: there is a subject, and people who have done it tell it in their
own words."""


@lru_cache(maxsize=1)
def _questions() -> tuple[tuple[re.Pattern[str], tuple[re.Pattern[str], ...]], ...]:
    asked_as = dict(_OTHERS)

    def known(name: str) -> tuple[re.Pattern[str], ...]:
        return (*themes.words_for(asked_as[name]), *accounts.words_for(asked_as[name]))

    return tuple(
        (
            re.compile(asks),
            (
                *(has for name in names for has in known(name)),
                *((re.compile(words),) if words else ()),
            ),
        )
        for asks, names, words in _QUESTIONS
    )


@lru_cache(maxsize=1)
def _situations() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(asks), re.compile(words)) for asks, words in _SITUATIONS)


@lru_cache(maxsize=1_024)
def _words_of(question: str) -> tuple[re.Pattern[str], ...]:
    folded = fold(question)
    return tuple(has for asks, words in _questions() if asks.search(folded) for has in words)


@lru_cache(maxsize=1_024)
def _words_of_situation(question: str) -> tuple[re.Pattern[str], ...]:
    folded = fold(question)
    return tuple(words for asks, words in _situations() if asks.search(folded))


def is_own_question(question: str) -> bool:
    """Whether a question is of a kind that asks about the candidate and not about a subject."""
    return bool(_words_of(question))


_HARD = expression(
    r"\b(?:hard|tough|difficult|challeng\w+|tricky|complex)\b|\bproblem\b|\bproud|\bachiev|\baccomplish|\bsuccess|困难|难题|最难|挑战|棘手|解决.{0,6}问题|自豪|骄傲|成就|成功"
)
_BROUGHT_OFF = expression(
    r"\bproblem|\bwrong|\bevery time\b|\bkept \w+ing|\bnobody (?:knew|could)|\bno(?:body| one) (?:believed|had)|\breason|\bcause|\bfix|\bfound\b|\bbroke|\btrouble|\bdifficult|\bhard|\btried\b|"
    r"\bdidn't work|\bstuck|\bturned out|\bworked\b|\bfinally|\bsince then|\bever since|\bfailed|\bcrash|\bfirst time|\bwon\b|\bmanaged to|\bdown (?:to|from)|\bdry\b|\bcleared|"
    r"老是|总是|一直|怎么[都也]|死活|问题|难|原因|发现|坏|漏|修|试|解决|查|对不上|出错|报错|卡|慢|原来是|终于|再也?没|降到|从.{1,8}到|做成|拿了|拿到|头一[次回]|没人(?:会|愿|敢|做)"
)


@lru_cache(maxsize=512)
def anything_hard(question: str) -> tuple[re.Pattern[str], ...]:
    """The words to look for where something hard, or something to be proud of, is asked for, whatever it was."""
    return (_BROUGHT_OFF,) if _HARD.search(fold(question)) else ()


_SECOND = expression(r"\byou(?:r|'\w+)?\b|[你您](?!们)")
ONESELF = expression(r"\b(?:i|me|my|mine|we|us|our)\b|[我咱俺]")
"""Words by which speakers refer to themselves, in folded text."""
STEPS = ((3, 2, 1.0), (2, 1, 0.5))
"""Different words of the subject, backed pieces, and how full an answer with at least so many of both is (0-1).
In steps, so that a little more text changes nothing."""


def told_of_oneself(question: str, sentences: Sequence[str]) -> float:
    """How fully folded sentences answer such a question, 0-1; 0 if they have no word of the subject. A sentence
    with a word of the interview counts only if it has a word of the subject too; one that addresses somebody
    and is not about the speaker does not count."""
    words = _words_of(question)
    if not words:
        return 0.0
    told = [
        sentence
        for sentence in sentences
        if (themes.signs(words, (sentence,)) or not field_worth(sentence, _nothing))
        and (not _SECOND.search(sentence) or ONESELF.search(sentence))
        and not addresses(sentence)
    ]
    about, held = themes.signs(words, told), round(accounts.held_fast(told))
    return next((full for signs, pieces, full in STEPS if about >= signs and held >= pieces), 0.0)


HANDLED = ((5, 3, 1.0), (4, 2, 0.5))
"""The same for questions how a situation is handled: there is a subject to speak about, so more is needed."""


def told_in_practice(question: str, sentences: Sequence[str]) -> float:
    """How fully folded sentences tell how such a situation was handled, 0-1: by what they did, not by what one
    should do."""
    words = _words_of_situation(question)
    told = [s for s in sentences if words and (ONESELF.search(s) or not addresses(s))]
    if not any(map(tells_of_act, told)):
        return 0.0
    about, held = themes.signs(words, told), round(accounts.held_fast(told))
    return next((full for signs, pieces, full in HANDLED if about >= signs and held >= pieces), 0.0)


def _nothing(_: Term) -> bool:
    return False
