"""Leave to tell of something else, or to leave something out: "能不能换成讲上一个项目？", "细节我能不说吗？",
"Could I talk about my thesis instead?". Pure.

Whoever asks for it wants a yes, and the question to stay as it is; why they ask may stand before it. A
guess put as a question ("可以用消息队列吗？") names what would be done, and nothing that would be told: it
stays an answer. All repetitions are bounded.
"""

from __future__ import annotations

import re

from interviewers.engines.builtin.reading.asked import is_of_others
from interviewers.engines.builtin.reading.looking_back import SORRY_ZH
from interviewers.engines.script import has_han
from interviewgpt.expressions import expression
from interviews.secrecy import keeps_secret

__all__ = ["asks_leave", "asks_to_withhold", "refuses"]

_LONGEST = {"zh": 90, "en": 260}
"""Characters; whoever says more has answered."""
_SENTENCES = expression(r"[^。！？!?；;\n.]{1,200}[。！？!?；;\n.]*")
_TALE_ZH = (
    "(?:例子|经历|经验|项目|案例|故事|事情?|那[一段次件个]{1,2}|课程设计|课设|毕设|毕业设计|实习)"
)
_MAY_ZH = "(?:可不可以|能不能|行不行|可否|能否|是否可以|是不是可以|可以|能)"
_LEAVE_ZH = expression(
    f"(?:^|[，,])(?:那么?|所以|请问|{SORRY_ZH}|老师|面试官|想问下?|我){{0,4}}"
    f"(?:{_MAY_ZH}(?:我|就|先|也|只|直接|改|换成|换作|换){{0,3}}(?:(?:来)?[讲聊谈]|说说|说(?=(?:在|一|个|上|以|别|自己|另|[^，。？?！!明服是清成]{{1,12}}的(?:时候|那|事|经|[吗么])))|(?:换成?|改成)(?=[^，。？?！!]{{0,16}}(?:[讲聊谈说]|{_TALE_ZH}))|[拿用以说举][^，。？?！!]{{0,12}}(?={_TALE_ZH}|来[讲说]))"
    "[^，。？?！!你您]{1,24}?(?:吗|么|吧|呢)?|"
    "我(?:倒是?|只|就)?(?:想到|想起|记得|有)了?(?:过)?一?[个件次段](?:例子|经历|项目|案例|事情?)[^。？?]{0,24}[，,](?:可不可以|(?:行|可以|成|算)(?:吗|么|不))[?？。]*$|"
    f"(?:我)?(?:还是|更|比较|也)?(?:(?:想|要|打算|希望)(?:要)?)?(?:先|改|就){{0,2}}(?:(?:换成?|改成)(?=[^，。？?！!]{{0,16}}(?:[讲聊谈说]|{_TALE_ZH}))|[讲聊谈]|说(?=[^，。？?！!]{{0,16}}{_TALE_ZH})|[拿用说][^，。？?！!]{{0,12}}(?={_TALE_ZH}|来[讲说]))[^，。？?！!你您]{{1,20}}?[，,]?(?:可不可以|行不行|好不好|(?:可以|行|成|好|合适|方便)(?:吗|么|不))[?？。]*$)"
)
_OF_QUESTION_ZH = expression(
    "具体|详细|清楚|明白|[说问讲]法|方式|一下|一遍|再[讲说问]|提示|题|重复|意思|什么|哪|怎么|为什么|多少|慢|大声|话题|展开|细|(?<![后原本从将])来(?=解决|处理|优化|实现|判断|做|当|存|代替)"
)
"""Asks something of whoever asked the question."""
_PLACE_ZH = "(?:学校|大学|上学|读书|校园|课程|课设|毕设|毕业设计|实习生?|实验室|社团|学生会|志愿者?|比赛|竞赛|兼职|开源|自学|个人项目|家里|生活)"
_COUNTS_ZH = expression(
    f"(?:^|[，,。；！])(?!这)[^，。？?！!]{{0,8}}{_PLACE_ZH}[^，。？?！!]{{0,8}}[，,]?算(?:不算|(?:数|在内|进去)?(?:吗|么)|[^，。？?！!]{{1,4}}(?:吗|么))[?？。]*$"
)
"""Whether something of one's own is a case of what was asked for, at the end: who goes on has begun to tell it."""
_SWAPS_ZH = expression(
    "(?:^|[，,。；！？?!])(?:没有|那么?|要不然?|不如|能不能|可不可以|可以|能|想|还是|我们?|咱们?|先|就|这一?道?题|这个){0,5}"
    f"换(?:成)?一?[个段件次](?:别的|另外的?|其他的?)?(?P<tale>{_TALE_ZH})?(?:来)?(?:[讲聊谈说](?:[讲聊谈说]|一?下)?)?(?:吧|吗|么|行吗|可以吗|好吗|行不行|好不好)?(?=[，,。；！？?!]|$)"
)
_NAMES_ZH = expression(
    "[^，。；？?！!]{2,16}(?:那[次回段件]|的那个|那个(?=可以|行|好))|我(?:想|要|来|可以|就){0,2}[讲聊谈]"
)
"""What is to be told in place of it."""
_ASKS_ZH = expression(
    "可不可以|能不能|行不行|可否|能否|是否|是不是|[吗么][?？。]*$|不[?？。]*$|[?？]$"
)
"""Without any of these it is said what can be done."""
_LEAVE_EN = expression(
    r"\b(?:(?:can|could|may|might|should|shall) i|(?:do|would) you (?:want|like|prefer) me to(?![^?]*\bor\b)|(?:is|would) it (?:be )?(?:ok(?:ay)?|all right|fine|possible) (?:if i|for me to|to)|do you mind if i) (?:just |rather |maybe |perhaps |also )?"
    r"(?:(?:talk(?:ed)?|speak|spoke|tell you|told you) about|(?:use|used|give|gave|take|took|pick|choose|switch to|go with)(?= (?:(?:an?|the|my|our|that|this|some|one|another|of|from) )?(?:(?!(?:for|in|of|with|from|to|on|per|at|as|and)\b)[\w'-]+ ){0,3}?(?:(?:project|example|story|case|thesis|internship|thing|time)\b(?! (?:at|per|file|series|plan|stamp|study)\b)|one(?= (?:from|where|when|that|which|about|i|we|of (?:my|the|those|these))\b|\?))))\b[^?]{2,70}\?*$"
    # It is said first, and asked after that: "I'd rather talk about my last job, is that okay?".
    r"|(?:^|[,.]\s?)(?:(?:well|sorry|actually|honestly|then)[\s,]{1,2}){0,2}(?:i(?:'d| would) (?:like to|prefer to|rather)|i (?:want to|can)|let me) (?:just |also )?(?:(?:talk|speak|tell you) about|use|take|pick|describe)\b[^?:]{2,60}(?:,? if (?:that|it)(?:'s| is) (?:ok(?:ay)?|all right|alright|fine)|, (?:is|would) (?:that|it)(?: be)? (?:ok(?:ay)?|all right|alright|fine|possible))\b(?:, [^?]{4,60}|[^?]{0,16})\?*$"
    r"|^(?:(?:sorry|and|so|but|then)[\s,]{1,2}){0,2}(?:would|could|can|does|may) (?:it be )?(?![^?,]{0,40}\b(?:com|aris|result|stem|originat|follow)(?:e|es)? from\b)(?:a|an|one|the|my|something|anything)\b[^?,]{0,40}\b(?:from|about|at|outside)\b(?=[^?,]{0,40}\b(?:stud(?:y|ies)|school|university|college|course|internship|job|work|hobby|project|thesis|bootcamp|life|team)\b)[^?,]{2,40}\?$"
)
_PAST_EN = (
    r"(?:(?:my|our|an?|the|some|another) )?(?:[\w'-]+ ){0,2}?(?:stud(?:y|ies|ying)|university|uni|college|school|thesis|degree|course(?:work|s)?|class(?:es)?|master'?s|ph\.?d|bachelor'?s|"
    r"internships?|jobs?|company|employer|volunteer(?:ing| work)?|hobby|hobbies|(?:private|personal|own) life|clubs?|side projects?|projects?)\b"
)
"""Where somebody may have lived through what they tell."""
_TALE_EN = r"(?:projects?|examples?|story|stories|case|thesis|internship|situation|time|(?:one|something|that) (?:where|when|from|about|at|in|i|we)|something (?:else|similar))"
_INSTEAD_EN = expression(
    r"\b(?:can|could|may|might|should|would) (?:i (?:just |rather |maybe |perhaps |also )?(?:answer|tell)(?: (?:this|that|it|the question|you))?(?: (?:one|question))? (?:with|from|using) "
    rf"(?:{_PAST_EN}|(?:an?|another|one|some|the) (?:[\w'-]+ )?{_TALE_EN}\b)[^?]{{0,40}}|"
    rf"(?:it|this|that|the (?:example|story|case|answer)|my (?:example|story|answer)) (?:also )?be (?:(?:something|one|a (?:case|story|time|thing)|an example) )?(?:from|at|in|about) {_PAST_EN}[^?]{{0,40}})\?+$"
)
"""Asks whether something of one's own will do."""
_OFFER_EN = expression(
    rf"\bi(?:'d| would| could| can| might| may|'ve| have)(?: got| rather| like to| only| also| just| maybe)* (?:(?:tell(?: you)?|talk|speak) about\b|(?:tell(?: you)?|talk|speak|describe|share|say)\b[^?]{{0,40}}\b{_TALE_EN}\b|{_TALE_EN}\b|(?:an?|another|one|some) (?:[\w'-]+ )?{_TALE_EN}\b)"
)
_WILL_DO_EN = expression(
    r"(?:^|[,;–-] ?|\b(?:and|or|if) )(?:(?:would|will|does|could|can|is|may) (?:that|this|it|i)(?: also| still)?(?: (?:be|do|work|count|help|fit|all right|alright|okay|ok|fine|enough|good|suit you|interest you))*|(?:if )?(?:that's|that is|it's|it is) (?:ok|okay|fine|all right|alright)(?: (?:with|for|by) you)?)[?.]+$"
)
"""What is added to an offer to learn whether it is taken."""
_QUOTED = expression('[“”「」":：]')


def asks_leave(said: str) -> bool:
    """Whether a folded text asks the panel for leave to tell of something they have chosen, or not to tell
    something."""
    chinese = has_han(said)
    if len(said) > _LONGEST["zh" if chinese else "en"]:
        return False
    if chinese and (_COUNTS_ZH.search(said) or _swaps(said)):
        return True
    return asks_to_withhold(said) or any(
        _asks(found.group().strip(), chinese=chinese) for found in _SENTENCES.finditer(said)
    )


def _swaps(said: str) -> bool:
    """Whether it is proposed to tell of another thing than what was asked about: "换个项目聊吧", "可以换一个吗？退款那次……"."""
    found = _SWAPS_ZH.search(said)
    if found is None or is_of_others(_QUOTED.sub(" ", said)):
        return False
    return found["tale"] is not None or _NAMES_ZH.search(said, found.end()) is not None


_WITHHOLDS = expression(
    "(?:可不可以|能不能|可否|能否|是否可以|可以|能)(?:我)?(?:先|就|也|只)?不(?:[说谈]|讲(?!究)|提(?![交升高供前取到])|透露|公开|展开)(?![明服清完])[^，。？?！!]{0,12}?(?:吗|么|行吗|可以吗)?[?？]\\s*$|"
    r"\b(?:can|could|may|might|is it (?:ok(?:ay)?|all right|fine) (?:if|to)|would it be (?:ok(?:ay)?|all right) (?:if|to)|do you mind if)(?: i)? (?:(?:not|don't|do not|rather not|didn't) (?:name|say|mention|disclose|tell|share|talk about|go into)|(?:leave|keep) (?:the |their |my |its |that |those |some )?(?:[\w'-]+ ){1,4}?(?:out|to myself|confidential|private))\b[^?]{0,60}\?\s*$"
)
"""Asks whether something need not be told."""


def asks_to_withhold(said: str) -> bool:
    """Whether a short folded text ends with the question to the panel whether something may be left out."""
    if len(said) > _LONGEST["zh" if has_han(said) else "en"]:
        return False
    return _WITHHOLDS.search(said) is not None and not is_of_others(_QUOTED.sub(" ", said))


def _asks(sentence: str, *, chinese: bool) -> bool:
    if is_of_others(_QUOTED.sub(" ", sentence)):
        return False
    if chinese:
        asks = _ASKS_ZH.search(sentence) and not _OF_QUESTION_ZH.search(sentence)
        return bool(asks and _LEAVE_ZH.search(sentence))
    if _INSTEAD_EN.search(sentence):
        return True
    offered = _WILL_DO_EN.search(sentence)
    if offered and _OFFER_EN.search(sentence[: offered.start()]):
        return True
    return _LEAVE_EN.search(sentence) is not None


_SAYS_NOTHING_EN = r"(?:talk|discuss|say|tell|answer|speak|open up|disclose|comment|(?:go|get)(?= (?:into|through|over|there)\b)|share(?= (?:that|this|it|any|much|more|details?|what)\b))"
_GROUNDS_EN = (
    r"confidential\w*|ndas?|private|personal|privacy|sensitive|legal\w*|lawyers?|contract\w*|signed"
)
"""Why somebody may not tell; after a refusal that has been said in full more counts as a reason (`_WHY`)."""
_REFUSES = expression(
    r"(?:(?:sorry|honestly|actually|u+m+|well|if you don't mind|i'm afraid|that one|this one|i think)[\s,.…-]{1,3}){0,3}(?:"
    rf"i(?:'d| would)(?: really| much)? (?:rather|prefer)(?: to)? not(?: to)?(?:(?: {_SAYS_NOTHING_EN}\b[^,.?!;:]{{0,50}})?(?:,? (?:if (?:you don't mind|that's (?:ok(?:ay)?|all right|fine|possible))|please|sorry))?[.!…]*$)|"
    r"i(?:'d| would)(?: really| much)? (?:rather|prefer to|like to) (?:leave (?:that|this|it)(?: one)? out|skip (?:that|this|it)(?: one)?|pass on (?:that|this|it)(?: one)?|keep (?:that|this|it) (?:private|to myself))\b"
    r"(?:,[^.?!;:]{0,40}|,? (?:please|sorry|thanks|today|here|then|too|(?:for|right) now|for the moment|for (?:personal|private|family|legal) reasons|and (?:go|move) on\b[^.?!;:]{0,30}|if [^.?!;:]{2,40}))?[.!…]*$|"
    rf"i(?:'m| am)? (?:can't|cannot|can not|not (?:allowed|able|free|comfortable) (?:to )?)\s?(?:really )?(?:(?!say|tell){_SAYS_NOTHING_EN}\w*\b|(?:say|tell)(?:ing)?\b(?= (?:about )?(?:that|this|it|the details?)(?:[,.!…]|$| (?:for|because|since|as|due|under)\b[^.?!;:]*\b(?:{_GROUNDS_EN})\b))) (?:about |into )?(?:that|this|it|the details?)\b(?! (?:i|we|he|she|they|it|this|the)\b)[^.?!;:]{{0,40}}[.!…]*$)|"
    f"(?:嗯|{SORRY_ZH}|这个|这题|这一?块|这件事|这部分|具体的?|我|，|,){{0,5}}(?:确实|真的|可能|恐怕)?(?:不(?:太|是很|大)?(?:方便|便|想|愿意)|不能|没法)(?:再|多|细|往外|对外)?(?:说(?!服)|谈|讲|透露|聊|回答|展开|公开|分享)(?:了|这个|太多|太细|出来|(?:家里|个人|自己)的?(?:私事|隐私))?(?:[，,。！…]|$)"
)
"""Will not tell, and has said nothing else so far."""
_WENT_ON = expression(
    "(?:就|所以|最后|于是)(?![^，。]{0,6}(?:不|跳|下一|换))|"
    r"\bso (?:i|we)\b(?!')(?! (?:have|need|must|will|would|can|cannot)\b)"
)
"""What was done since it could not be told to somebody: an answer."""
_WHY = expression(
    rf"\b(?:{_GROUNDS_EN}|regulat\w+|court|not allowed|(?:can't|cannot|not able to|not free to) (?:share|talk|say|discuss|disclose|go into|name)|painful|too (?:fresh|raw|close)|uncomfortable|not comfortable)\b|"
    "保密|涉密|机密|隐私|私事|私人|敏感|合规|法务|协议|合同|不能(?:说|讲|外传|透露|公开|往外)|没法(?:说|讲|透露)|涉及(?:到)?(?:客户|公司|别人|内部|家里|个人)|不方便"
)
_MOST_REFUSED = {"zh": 60, "en": 240}
"""Characters; whoever says more tells something after all."""


def refuses(said: str) -> bool:
    """Whether a folded text says that somebody will not tell this, and at most why."""
    if keeps_secret(said):
        return True
    language = "zh" if has_han(said) else "en"
    found = [s.group().strip() for s in _SENTENCES.finditer(said) if s.group().strip()]
    if not found or len(said) > _MOST_REFUSED[language] or _WENT_ON.search(said):
        return False
    first = _REFUSES.match(found[0])
    if first is None:
        return False
    rest = [found[0][first.end() :].strip("，,。.！! "), *found[1:]]
    return all(_WHY.search(part) and not re.search(r"\d", part) for part in rest if part)
