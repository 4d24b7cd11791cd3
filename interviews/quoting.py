"""What of an answer can be taken up in a spoken sentence: a piece that stands for itself. Pure.

Who quotes half a list, or a clause that leans on one before it ("half an hour, wrote down what each one
needs"), shows that nobody has read it. A quote has somebody or something it speaks of, and says
something of that; where there is none, the panel speaks of the subject and quotes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from interviewers.engines.builtin.addressed.address import sounds_addressed
from interviewers.engines.builtin.reading.framing import unframed
from interviewers.engines.script import count_han
from interviewgpt.expressions import expression
from interviews.returning import returned_to

__all__ = ["QUOTE", "short_quote", "spoken_pieces", "stands", "tells"]

QUOTE = {"zh": 30, "en": 80}
"""Characters of an answer that can be taken up in a spoken sentence."""

_CLAUSE_ENDS = "，。；：！？、,.;:!?"
_LINK = {
    "zh": expression("^(?:那?我?(?:再|重新|接着)[讲说答](?:一下|一遍|一次)?[：:，,]|(?:就是|还是|像)?我?(?:刚才|刚刚|刚|前面|之前|上面)(?:就|已经|也|其实)*[说讲提](?:(?:到|过)?的?(?=[，,])|过了?)|所以|因此|于是|然后|接着|另外|而且|并且|但是?|不过|可是|还有|再就是|就是|我就?会(?:直接|这么|(?:跟|对)[他她]们?)?说(?!明|服|清|出)|(?:最后|结果|后来)(?=[^，。是]{4,})|(?:最后|结果|后来|当时)(?:就|还)?是(?=我)|那么?(?![阵次时天年个些种样边里位家儿会一两几]))[，, ]?(?=.{6})"),
    "en": expression(r"^(?:(?:So|And|But|Then|Also|Well|Plus|Next|However|As I said(?: before)?|(?:Like )?I (?:have )?(?:already )?(?:told you|said)(?: (?:before|that|already))?|That's what I (?:just )?said)\b(?!-)[,:]? ?)(?=.{12})", re.IGNORECASE),
}  # fmt: skip
"""What ties a sentence to the one before it, which is not quoted."""
_HEDGE = {
    "zh": expression(
        "^(?:[嗯呃唔]+[，,。、…. ]*|(?:有|没有?|是)?(?:碰到|遇到|见|经历|做|用|写|试)过(?:的)?[，,](?=.{6})|(?:这个)?没(?:有)?(?:具体|专门|怎么)?(?:量化|统计|测|算)(?:过)?[，,](?=不过|但)|(?:其实|倒|也)*没(?:有)?(?:什么|啥)[^，。；]{1,6}的?[，,](?=就是)|[^，。；]{0,5}有(?:那么)?一?[次回][，,](?=.{6})|我?(?:的)?印象(?:里|中)(?:好像|大概|应该)?[，, ]?(?=.{6})|我(?:的)?(?:理解|感觉|想|觉得|意思)(?:就)?是(?:说|，)?(?=.{6})|[^，。；]{0,6}(?:年|季度|月|[年月]底|上半年|下半年)(?:的时候)?吧[，,](?=.{6})|[额啊哦]+[，,。、…. ]+|(?:(?:其实|说实话|老实说|坦白说|可能|我|这个|那个|确实|真的|不好意思|抱歉|对不起)[，, ]?){0,4}(?:"
        "不好意思|抱歉|对不起|说实话|老实说|坦白说|不(?:(?:怎么|太|大|是很|算)会|(?:怎么|太|大|是很|算)?(?:懂|熟|清楚|了解|确定|记得|擅长)(?!的))[^，。；！？,;]{0,8}|没(?:有)?(?:怎么|真正|正式)?[做用带写学搞管]过[^，。；！？,;]{0,16}|"
        "没(?:有)?(?:怎么|真正|正式)?(?:接触|遇到|碰到|经历|处理|负责)过[^，。；！？,;]{0,16}|没(?:有)?(?:什么|啥|太多|相关|正式|这方面)[^，。；！？,;]{0,8}(?:经验|经历)|"
        "(?:不是|不算|算不上)(?:什么|很|特别|太)[^，。；！？,;]{0,8}(?:例子|故事|经历|事情?|项目)|(?:之前|以前|当时|曾经|就是)?(?:有|做过)(?:过)?(?:这么|那么)?一?个(?:项目|例子|事情?|经历|情况)"
        ")(?:吧|呢|的|了|啊|哈)?(?:[，。；！？,;…]+|(?=但是?|不过|只是)|$))"
    ),
    "en": expression(
        r"^(?:(?:u+m+|u+h+|er+m*|hm+|honestly|frankly|to be honest|to be fair|sorry|apologies|i guess|i suppose|well|okay|ok|so|yeah)\b(?!-)[\s,.:;…-]*|"
        r"(?:(?:not|nothing|it's not|it is not|it isn't|this isn't|this is not|it wasn't) (?:really |exactly |quite |that |all that )?(?:a|an|the|my|super|very|too|much|dramatic|special|big|fancy)\b|i(?:'ve| have) never\b|i never (?:really |formally |actually )(?:led|managed|used|worked|had|did|built)\b|i (?:haven't|have not)\b|"
        r"i(?:'m| am) (?:not (?:really |quite |very |that |super |too )*(?:sure|an expert|good|familiar|experienced|great|certain)|no expert|afraid|sorry)\b|i (?:don't|do not) (?:really |actually )*(?:have|know|remember|recall)\b|i (?:only |just )?have (?:only |just )?(?:a|an|some) (?:very |rather |pretty )?(?:vague|rough|faint|dim|hazy|slight|basic) (?:idea|notion|memory|picture|understanding)\b|i(?:'m| am) (?:only |just )?guessing\b|"
        r"(?:this|it|that) (?:may|might) (?:not )?be\b|(?:this|it|that)(?:'s| is) (?:only |just )?(?:a|my) (?:\w+ )?guess\b|(?:there was|i had|we had|i have) (?:a|an|one|this) (?:(?:small|side|recent|big|old) )?(?:project|time|case|example|story|situation)(?=[,.;:]|$))"
        r"(?:(?!,\s|[.;:!?](?:\s|$)|\s[-–—]\s|\s(?:but|though|although|however)\b).){0,90}(?:[,.;:!?]\s*|\s[-–—]\s|\s(?=(?:but|though|although|however)\b)|$))",
        re.IGNORECASE,
    ),
}  # fmt: skip
"""A sound of hesitation, an apology, or a clause that only tells how little is to come."""
_HEDGES = 4
_SUBSTANCE = {"zh": 6, "en": 15}
"""Characters that have to be left behind one."""
_LIST_END = expression(r"^[^\s–—-]+(?: [^\s–—-]+)? ?(?: [–—-] |——)(?=.{12})")
"""The last of what was listed before a dash: what goes on after it can stand alone."""
_ASKED = expression(r"[?？]|[吗么呢]$")
_SENTENCE_ENDS = expression(r"[。；！？]|[.;!?](?=\s)")
_CLAUSES = expression(r"[，：](?!和|或|以及|还有)|[,:](?=\s)(?! (?:and|or|nor)\b)| [–—-] ")

_HALF = {
    "zh": expression("[，,](?:并?不是|一[个边种头类条家])[^，。；]*[，,]?$"),
    "en": expression(r",? not (?:[^,.;]*),?\s?$"),
}
_OTHER_HALF = expression(r"[，,]?\s?(?:而是|一[个边种头类条家]|but\b)", re.IGNORECASE)
"""What something is not, and what it is, or one and the other: without the second half the first says the wrong thing."""

_BUT_NOT = expression(
    r",\s(?:but\s)?(?:i|we) (?:(?:had|have|did|was|were|could|would)(?: not|n't)|(?:have )?never)\b",
    re.IGNORECASE,
)
"""Goes on with what was not so: of such a pair the first says the wrong thing, and the second is owned up to."""
_LEANS = {
    "zh": expression(
        r"^\d(?:\.\d)?\s(?![%％年月天周个人次台条万千百毫秒分小])|"
        "^(?:(?:就|只|也|还|都|才|再|又|也就|[一二三四五])?是(?!否)|其[一二三]|[也还又](?=[让使把给能会要拉找请跟去])|同一(?:时期|时间|天)|与此同时|一[种个]是|有没有|再|[^我，,：:]{1,3}[，,：:]|[^我，,：:]{1,5}[嘛呢吧啊][，,：:]|.{1,2}的(?:话|时候|事情?)|.{1,4}的话|[那这它他她其]|那么|否则|不然|所以|因为|由于|如果|要是|假如|万一|只要|除非|虽然|尽管|而|或|并|以及|包括|不是|不像|比如|例如|好比|像|除了|关于|对于|至于|像是|"
        "(?:对|嗯|好|行|有)(?=[，,啊的])|有(?:一)?次|有的|后来|于是|结果|最后|然后|之后|以后|还有|另外|同时|当时|那时|其实|前者|后者|.{1,2}的(?=[会是要就不很]))|"
        "[他她它]们?|一[个边方](?=[说要想嫌怪讲])|这一?[个些点件条种样里边家位]|那一?[个些点件条种样里边家位时儿]|前者|后者|第[一二三四]|刚才|上面|对方|[一二三四两]者|人家|[?？吗]$"
    ),
    "en": expression(
        r"^(?!(?:in|on|at|with|for) (?:[\w'’-]+ ){1,4}(?:I|we) [a-z]+)(?:for|in|on|at|with|without|by|from|to|of|about|because|since|if|unless|when|while|once|until|before|after|although|though|that|which|who|whose|where|how|what|why|not|no|nor|yes|yeah|"
        r"its?|it's|they|them|their|he|his|him|she|her|this|that's|these|those|there|there's|then|than|and|or|but|so|as|like|either|neither|both|half|one|two|three|another|others?|otherwise|same|just|only|even|also|still|"
        r"maybe|probably|perhaps|really|actually|basically|instead|rather|such|now|later|next|finally|first|second|again|plus|except|whatever|whoever|none|the (?:rest|others?|same)|"
        r"took|made|went|got|gave|saw|said|told|asked|wrote|built|did|had|was|were|put|found|kept|sent|ran|came|left|let|\w+ed|\w+ing)\b|"
        r"^the [\w-]+ (?:before|after)\b|\bwhat you (?:want|wanted|expect|expected|hoped|asked)\b|^(?:i|we)(?:'\w+)?(?: [\w']+){0,3} (?:it|there)\b|\b(?:that|this)(?=[,;])|\bin there\b|^you\b|\b(?:do|does|did|done|doing) (?:that|it|so)\b|^(?:i|we|nobody|no one|everybody|everyone|somebody|someone|people|most) (?:do|does|did|is|are|was|were|has|had|would|will|can|could)(?:n't)?,|\b(?:about|on|with|to|for|like) (?:that|it)\b(?! \w+ed)|"
        r"\b(?:he|she|him|her|hers|his|they|them|their|theirs|this|these|those|that's|the (?:other|others|first|second|former|latter|(?:two|three|four|five)(?= (?:on|in|at|of|from|with|that|who|which|were|are|had|have)\b|[,.;]|$)))\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
"""What a clause leans on something with that was said before."""
_VERB = expression(
    r"\b(?:i|we)(?:'d|'ve|'m|'re|'ll)?\s+\w+|\b(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|should|must|may|might|cannot|"
    r"goes|went|makes?|made|takes?|took|gets?|got|gives?|gave|keeps?|kept|comes?|came|fell|rose|grew|runs?|ran|says?|said|tells?|told|asks?|needs?|needed|reads?|writes?|wrote|built|found|sent|set|cut|lost|won|knew|knows?|"
    r"thought|left|met|broke|paid|(?!hundred|indeed)\w{2,}ed|\w{2,}n't)\b|\b[a-z]{3,}s (?:\w+ly |never |always |often )?(?:go|come|need|use|get|keep|want|know|make|take|run|read|write|see|think|like|pay|ask|say|tell|stay|wait|fail|break|work|move|start|stop|look|leave|mean|cost|share|carry|hold)\b|\b[a-z]{2,}(?:ss|us|is) (?:\w+ly |never |always |often )?[a-z]{2,}s\b",
    re.IGNORECASE,
)
"""Somebody does something, or something is so."""
_CUT_OFF = expression(
    r"\b(?:can|could|would|will|should|must|may|might|to|the|an?|of|in|on|at|for|with|and|or|but|if|is|are|was|were|my|our|their|his|her|than|as|by|from|into|about|some|any|no|over|under|above|below|between|around|without|until|since|who|which|while|when|because|said|asked|(?:told|asked|wrote to) (?:me|us|him|her|them))$|^i mean\b|\bsorry\b|"
    "(?<![不没])(?:说|问|讲|把|让|跟|因为|所以|但是?|比如|如果)$",
    re.IGNORECASE,
)
"""What no sentence ends with."""
_OPENS = expression(
    r"(?:i|we|the|my|our|people|everyone|everybody|somebody|nobody)\b|[A-Z]|我|咱|大家"
)
"""How a clause in the middle of a sentence begins that says of what it speaks."""
_LEAST_WORDS, _LEAST_HAN = 5, 6
_ENOUGH_WORDS, _ENOUGH_HAN = 7, 10
_WORDS = expression(r"[A-Za-z0-9']+")
_RELATIVE = expression(
    r"^(?:the|my|our|an?|some|every|all) (?:(?!and\b|or\b|but\b)[\w-]+ ){1,3}?(?:i|we|he|she|they|you)(?:'[a-z]+)? [\w-]+",
    re.IGNORECASE,
)
"""Somebody or something with what is told of it: "the people I led" says nothing yet."""
_FIRST = expression(r"[，,：:；;]|[ ][–—-][ ]")
_STARTS = {"zh": expression(r"[。；！？\n，]"), "en": expression(r"[.;!?\n,] ")}


def short_quote(text: str, language: str) -> str:
    """A piece of a quote that can be taken up in speech and `stands` for itself: cut after a sentence,
    else after a clause, never in the middle of a list or a number, and without what it opens with
    in place of substance; its beginning, or else what begins with a later sentence or clause. "" for a
    question, and where there is none."""
    return next(spoken_pieces(text, language), "")


def spoken_pieces(text: str, language: str) -> Iterator[str]:
    """All such pieces of a quote, the first first."""
    if _ASKED.search(text):
        return
    starts = [0, *(mark.end() for mark in _STARTS[language].finditer(text))]
    for start in starts[:_TRIED]:
        piece = _cut(text[start:], language)
        opens = _OPENS.match(piece) is not None
        if language == "zh":
            begins = not start or text[start - 1] in "。；！？\n"
            alone = begins or (tells(piece, language) and not _is_of_another(text, start))
            opens = opens or alone
        if start and _IF.search(_SENTENCE_ENDS.split(text[:start])[-1]) and _AND.match(text, start):
            continue
        if start and _PROVIDED.search(_CLAUSES.split(text[:start].rstrip(_CLAUSE_ENDS + " "))[-1]):
            continue
        if not opens or (start and _FORMERLY.search(text[:start])):
            continue
        # What goes on about somebody who is not named there is left out.
        while piece and not (_is_whole(piece) and stands(piece, language)):
            end = max((m.start() for m in _CLAUSES.finditer(piece)), default=0)
            whole = end >= QUOTE[language] // 4 and not _BUT_NOT.match(piece, end)
            piece = piece[:end] if whole else ""
        if piece and not sounds_addressed(piece):
            yield piece


_TRIED = 6
"""Beginnings."""
_IF = expression(r"^\s*(?:If|Unless|Suppose|如果|要是|假如)")
_AND = expression(r"\s*(?:and|or)\b|并且|而且|或者")
"""What goes on from a condition is a part of it."""

_FORMERLY = expression(
    r"\b(?:before(?: that)?|back then|until then|at first|initially|previously|formerly|in the past|in those days)[,:]?\s$|(?:以前|之前|原来|起初|一开始)[，,：:]$",
    re.IGNORECASE,
)
"""Leads up to what is no longer so: without it the wrong thing is said."""
_PROVIDED = expression(r"^\W*(?:if|unless)\b|^\W*(?:如果|要是|假如|一旦|除非)", re.IGNORECASE)
"""A clause whose consequence, without it, says that something was done that was only provided for."""

_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("（", "）"), ("(", ")"), ("《", "》"))
_LACKS = {
    "zh": expression(
        "(?:能不能|能否|可不可以|可以|请|麻烦)[你您]?(?:先|再)?(?:告诉|提示|解释给|跟|给)我|"
        "我(?:当时|那时|之前|原来)?(?:就|也)?只(?:会|懂)(?!把|去|在)|我(?:手下|下面|底下)没(?:有)?(?:什么)?人|您|零基础|(?:完全|什么都|啥都)不(?:会|懂)|没(?:有)?(?:亲自|真正|怎么|独立|正式|系统)?(?:地)?(?:做|用|写|管|带|接触|负责|参与|了解|学)过|[我还也都]没(?:有)?(?:怎么|真的?|正式|系统)?[\u4e00-\u9fff]{1,2}过(?![来去程期])|只(?:是)?(?:配合|帮忙|帮着|旁听|跟着|听说)|"
        "我(?:也|其实)?不(?:太|怎么|是很|大)(?:懂|熟|会|清楚|了解|擅长|确定)|[说讲](?:不|得不)(?:太)?清|记不(?:太)?(?:清|得|住)|答不(?:上|出|清|来)|(?:还)?(?:差|欠缺)的(?:就)?是|"
        "(?:更正|纠正)(?:一下|下)?(?:我)?(?:前面|刚才|之前|上面)|(?:前面|刚才|之前)(?:我)?(?:[说讲]|记)(?:错|反|漏|少)|[说讲记]错了|我(?:刚才|前面|之前)?[说讲记]成(?=了|[\\d零一二两三四五六七八九十百千半])|不好意思|抱歉|是这(?:么|样)[做来想弄分算看]的|[你您](?:刚才|前面)?(?:问|指|说)的是|哈{2,}|嘿嘿|呵呵|能有(?:多|什么|啥)[^，。]*[呀啊呢]|走神|(?:听|看|理解|会)错(?:了)?(?:题|问题|意思)?|答偏|跑题"
    ),
    "en": expression(
        r"\b(?:can|could|would) you (?:please |just |first )?(?:tell|give|show|explain to) me\b|"
        r"\b(?:(?:i|we)(?:'ve| have|'d| had)? never (?:really |actually |personally |formally )?(?:done|used|worked|built|led|run|managed|had|written|touched)|(?:i|we) (?:only|merely) (?:had|have|got)|i just said|i(?:'ve| have)? already (?:said|told)|i (?:only|just|merely) (?:helped|assisted|watched|shadowed|heard|followed)|"
        r"i(?:'m| am) (?:not (?:really |very |too |that |so )?(?:sure|familiar|good|strong|experienced|an? \w+)|no \w+|weak|rusty)|i (?:don't|do not|can't|cannot|couldn't) (?:really |quite |exactly )?(?:know|remember|recall|explain)|what i (?:lack|am missing|still lack)|"
        r"(?:let me|i (?:have|need|want) to|i should) correct|correction|i (?:misspoke|said (?:earlier|before))|i (?:was somewhere else|was elsewhere|misunderstood|misread|misheard|was on the wrong)|you(?:'ve| have| had)? (?:just )?(?:meant|mean|asked|wanted to (?:hear|know))|(?:i|we)(?:'ve| have)? (?:just |already )?(?:told|explained to|mentioned to|said to) (?:you\b|your colleague)|(?:earlier|before) i said|i (?:got|had) (?:that|it) wrong)\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
"""What somebody owns to lacking, takes back, or only announces: to have that read out helps nobody."""
_PRIVATE = expression(
    "产假|陪产|怀孕|备孕|坐月子|哺乳|离婚|病假|抑郁症|化疗|[患查]了?癌|癌症|我(?:刚|要|快|当时)?(?:结婚|住院|生病|做手术|流产)|"
    "我(?:的|家)?(?:孩子|小孩|女儿|儿子|老婆|老公|爱人|丈夫|妻子|太太|先生(?!成)|对象|[爸妈])|"
    r"我(?:今年|当时|那年|那时|都|已经?)*[一二三四五六七八九十两\d]{2,3}岁|"
    r"\b(?:(?:ma|pa)ternity|pregnan\w+|miscarriage|sick leave|divorc\w+|chemo\w*|rehab|"
    r"my (?:wife|husband|partner|kids?|child(?:ren)?|daughter|son|mother|father|mum|mom|dad)|"
    r"i (?:was|got|am|'m) (?:ill|sick|married|in hospital)|i (?:had|have) (?:cancer|a stroke|depression)|"
    r"(?:i am|i'm|i was) (?:\d\d|[a-z]+ty(?:-[a-z]+)?)(?: years old| at the time)?(?= and\b| when\b|$|,)|\d\d years old|"
    r"my (?:illness|surgery|operation|depression|cancer|age))\b",
    re.IGNORECASE,
)
"""Of family, health and age nobody speaks but whoever has mentioned them."""
_EMBEDDED = expression(
    "^(?!.*(?:[看查问想验试核测找聊说分]|确认|判断|知道|考虑)[^，。]{0,8}(?:有没有|是不是|会不会|能不能|是[^，。]{1,10}还是))"
    "[^，。]*(?:有没有|是不是|会不会|能不能|是[^，。]{1,10}还是)"
)
"""One of several things that were looked into: a question, without what was done about it."""
_OTHERS = expression("[他她]们?|对方|人家|同事|领导|老板|客户|用户|学员|家长|顾客")
_CLAUSE = expression("[，：；]")


def _is_whole(piece: str) -> bool:
    """Whether no quotation mark or bracket of a piece has lost its other half."""
    return all(piece.count(a) == piece.count(b) for a, b in _PAIRS) and not piece.count('"') % 2


def _is_of_another(text: str, start: int) -> bool:
    """Whether the Chinese clause that begins at ``start``, without a subject of its own, goes on with
    what the clause before said of somebody else."""
    before = _CLAUSE.split(_SENTENCE_ENDS.split(text[:start])[-1].rstrip("，"))
    return bool(before) and _OTHERS.search(before[-1]) is not None


_GOES_ON = expression(
    "^(?:我|我们|大家)(?:就|也|才|又|还|再|都|便|只好|这才)|^(?:[改换变拆]成|[改换]为|[降升提]到|加起来)"
)
"""What goes on from something told before."""
_TAKEN_BACK = expression(
    "以前|原来|本来|(?:一直|当初|起初|一开始).{0,6}(?:以为|认为|觉得|坚信|相信)|"
    "改回去|凭感觉|(?:其实|就|都|也|根本)没(?:有)?[做看管想问测试]|叫醒|加班|没(?:有)?预算|被裁|白[做干忙]|(?:阅读|销量|收入|用户|转化|留存|业绩|成绩|满意度|评分|人数|营收|点击)[^，。]{0,4}(?:掉|跌|降|少)|"
    "甩(?:了|在|给)|怼|伤人|打脸|冲动|发(?:了)?(?:火|脾气)|冷战|(?<![不没再少])吵(?:了|起|得)|(?:不|没)(?:怎么|太)?(?:理|搭理)我|现在想想|"
    "薪|工资|待遇|(?:期望|要价|能拿)[^，。]{0,6}(?:[万千元kK]|\\d)|说好[^，。]{0,8}[，,]?(?:结果|最后|却)|(?:老是?|总是?|一直|天天|动不动就)(?:重启|出错|报错|挂|崩|断|掉线|超时|失败)|反弹|没(?:有)?人(?:熟|会|懂|管|认)|(?:又|全部|全得|只好)重来|推倒重|爆(?:内存|仓|掉|了)|踩(?:了)?坑|没(?:弄|做|搞)(?:好|成|定|出来)|"
    "晚了|迟了|没赶上|误了|搞砸|弄错|出错|失误|难受|[哭骂]|监视|抵触|抱怨|全挂|挂(?:了|掉)|没拦住|宕|尴尬|难堪|丢人|内疚|崩溃|"
    r"\b(?:(?:i|we|they|he|she) used to|used to (?:think|believe|say|hide)|(?:was|were) (?:sure|convinced|certain)|(?:always|first) (?:thought|believed)|"
    r"i(?:'m| am) (?:looking|hoping|asking) for|salar(?:y|ies)|wages?|pay (?:rise|range)|earn(?:s|ed)?|kept (?:crashing|restarting|failing|breaking|dropping)|nobody (?:knew|cared|owned|understood)|had to (?:redo|start (?:over|again))|crashed|ran out of memory|"
    r"(?:i|we) (?:was|were|had) (?:supposed |meant |asked )?to|ended (?:up )?(?:at|with) (?:only|just)|"
    r"lost(?! (?:no|nothing|none|not|zero)\b)|late|missed|failed|mistakes?|my fault|cried|woken|laid off|no budget|burn(?:ed|t) out|(?:sales|revenue|users|conversion|retention|ratings?|readers|traffic) (?:fell|dropped|went down|shrank)|ashamed|embarrass\w+|resent\w*|complained|guilty|forg[eo]t\w*|(?:get|got|getting) (?:it|that|this) wrong|humiliat\w+|snapped at|lost my temper|impulsive|looking back|hurtful|called (?:him|her|them) out)\b",
    re.IGNORECASE,
)
"""What somebody no longer holds, or what went badly: nothing to be remembered by."""


def tells(piece: str, language: str) -> bool:
    """Whether a quote says enough to be told to somebody who was not there, or long after it, and is
    what whoever said it would like to be remembered by."""
    if _GOES_ON.search(piece) or _TAKEN_BACK.search(piece):
        return False
    if language == "zh":
        return count_han(piece) + 2 * len(_WORDS.findall(piece)) >= _ENOUGH_HAN
    return len(_WORDS.findall(piece)) >= _ENOUGH_WORDS


def stands(piece: str, language: str) -> bool:
    """Whether a piece can be understood by itself: it says what it speaks of, and something of that."""
    first = _FIRST.split(piece, maxsplit=1)[0]
    if not piece or _LEANS[language].search(piece) or _CUT_OFF.search(piece):
        return False
    if _LACKS[language].search(piece) or _PRIVATE.search(piece) or _EMBEDDED.search(piece):
        return False
    if language == "zh":
        return count_han(piece) + 2 * len(_WORDS.findall(piece)) >= _LEAST_HAN
    told = _RELATIVE.sub(" ", first)
    return len(_WORDS.findall(piece)) >= _LEAST_WORDS and _VERB.search(told) is not None


def _cut(text: str, language: str) -> str:
    """The beginning of a text as far as it can be spoken."""
    _, rest = returned_to(text) or ("", "")
    text = text.strip()[-len(rest) :] if rest else text.strip()
    text = _unhedged(_LINK[language].sub("", _LIST_END.sub("", text)), language)
    most = QUOTE[language]
    if len(text) <= most:
        return text.rstrip(_CLAUSE_ENDS)
    for ends in (_SENTENCE_ENDS, _CLAUSES):
        cut = max((end.start() for end in ends.finditer(text, 0, most + 1)), default=0)
        if (half := _HALF[language].search(text, 0, cut)) and _OTHER_HALF.match(text, cut):
            cut = half.start()
        if _BUT_NOT.match(text, cut):
            return ""
        if cut >= most // 4:
            return _without_half_an_example(text[:cut], most // 4)
    # A long clause is whole before another one that "and" ties to it, were it not for a list.
    tied = _TIED.search(text, most // 3)
    if tied is None or tied.start() > most or _CLAUSES.search(text, 0, tied.start()):
        return ""
    return text[: tied.start()]


_TIED = expression(
    r",(?=\s(?:and|or)\s(?:\w+\s){3})|"
    r"(?<=\w)(?=\sand (?:then |also )?(?:\w{3,}ed|went|took|made|put|wrote|spoke|told|got|found|cut|set|ran|brought|kept|gave|sent|led|left|met|said|did|drew|held|taught|sold|bought)\b \w)"
)
_EXAMPLE = expression(r"[，,]\s?(?:比如|例如|好比|for example|for instance|say,|such as)[^，,]*$")


_BEGUN = expression(r",?\s(?:and|or|but|so|that|which|because)(?:,[^,]*)?$")


_AFTER_COLON = expression(r":\s[^:]*$")
_ONE = r"\b(?:one|a (?:single|simple)) [\w-]+$|\b(?:is|was|be)$|\b(?:trick|key|answer|point|reason|rule|lesson|idea|problem|cause|fix) (?:is|was)\b.{0,16}$"
_ANNOUNCES = expression(
    rf"\b(?:two|three|four|five|six|seven|several|some|a (?:few|couple of)|these|the following) [\w-]+\b.{{0,16}}$|\b(?:this|this way|as follows|what (?:i|we) [\w']+|here)$|{_ONE}",
    re.IGNORECASE,
)
_ANNOUNCES_ONE = expression(_ONE, re.IGNORECASE)
"""What before a colon says nothing yet: that there are some, or one, which is named whole behind it."""


def _without_half_an_example(piece: str, least: int) -> str:
    """A piece that was cut, without an example or a clause just begun at its end: there was more of it."""
    piece = _BEGUN.sub("", piece)
    found = _EXAMPLE.search(piece)
    named = _AFTER_COLON.search(piece)
    if named and named.start() >= least and _VERB.search(named.group()) is None:
        head = piece[: named.start()]  # what a colon leads up to is half told
        if _ANNOUNCES.search(head):
            return piece if _ANNOUNCES_ONE.search(head) else ""
        return head
    return piece[: found.start()] if found and found.start() >= least else piece


def _unhedged(text: str, language: str) -> str:
    """A quote without the hedges it opens with, "" where hardly anything is behind them."""
    rest = text
    for _ in range(_HEDGES):
        rest = unframed(rest, language)
        for opening in (_HEDGE, _LINK):
            rest = opening[language].sub("", rest)
    return rest if rest == text or len(rest) >= _SUBSTANCE[language] else ""
