"""Questions to the interviewer within an answer that goes on: "is that what you mean?", "要我展开讲讲吗？". Pure.

Whoever stops to ask wants a word before they are asked on. What was asked of somebody else and is told,
and what one asks oneself, is part of the answer.
"""

from __future__ import annotations

import re

from interviewers.engines.base import Check
from interviewers.engines.builtin.reading.asked import is_of_others, sentences
from interviewers.engines.builtin.reading.text import fold, script_of, terms
from interviewers.engines.builtin.stories.told import asks_for_case
from interviewgpt.expressions import expression
from interviews.answered import Answered
from interviews.asides import request_in
from interviews.clarifying import WILL_DO, Wanted, announced, asks_what_is_wanted
from interviews.queries import asks_for_a_time
from interviews.vague import asks_for_figures
from interviews.wishes import Request

__all__ = [
    "Check",
    "checks",
    "ends_in_wish",
    "has_said_so",
    "opening",
    "proposes_reading",
    "yes_or_no",
]


_LEAST = {"zh": 12, "en": 40}
"""Characters that have to be said besides."""
_PARTICLE = "(?:吗|么|吧|呢|不)"
_SIGNS: tuple[tuple[Check, re.Pattern[str]], ...] = (
    (
        Check.MEANING,
        expression(
            rf"(?:您|你)的?意思(?:就)?是(?:不是)?[^，,？?]{{2,20}}{_PARTICLE}|(?:您|你)(?:刚才)?(?:是|说的|问的|指的|想问的|要的)?(?:就)?是?(?:不是)?(?:这个|这样的?|这)(?:个)?(?:意思)?{_PARTICLE}|(?:是|不是|是不是)(?:您|你)?(?:说的|指的|问的|想要的)?(?:就是)?(?:这个|这样的?)(?:意思|问题)?{_PARTICLE}|"
            rf"(?:我)?(?:这样|这么)?理解(?:得)?(?:对|没错|正确|没问题)(?:了)?(?:{_PARTICLE}|不对)|(?:您|你)(?:是|想)(?:在|想)?[问听说指](?:[^，,？?]{{1,60}}{_PARTICLE}[？?，,]|[^？?]{{1,60}}[，,](?:对|是)(?:吗|吧|不)[？?])|(?:您|你)(?:想)?(?:问|听|指|说)的(?:就)?是(?:不是)?.{{1,16}}{_PARTICLE}[？?，,]|"
            r"\b(?:is|was) (?:that|this|it) what you(?:'re| are| were|'d)?\b[^?]{0,90}\?|\b(?:did|do) i (?:understand|get|read) (?:you|that|it|this|the question)\b[^?]{0,20}\?|\bam i (?:understanding|getting|reading|taking)\b[^?]{0,30}\?|(?:\b(?:did|do|so|oh)|^) ?you mean\b[^?]{0,50}\?|\bif (?:that|this) is what you mean\?|"
            r"\bcounts? as\b[^?]{1,50}\?|\b(?:does|do|would|will) (?:it|this|that|[^?,]{1,30}) count\b[^?]{0,20}\?"
        ),
    ),
    (
        Check.ENOUGH,
        expression(
            r"(?:这样|这么说|这么讲|这些|说到这儿?|讲到这儿?|到这里?)(?:说|讲|答)?(?:可以|行|够|清楚|明白|够清楚)(?:了)?(?:吗|么|不)|(?:够|详细|具体|清楚)(?:了)?(?:吗|么)[？?]|(?:回答|答)(?:到|了|上)?(?:您|你)的问题(?:了)?(?:吗|么|没)|(?:说|讲|答)(?:得)?(?:清楚|明白|够细|对题|到点)(?:了)?(?:吗|么|没)|能(?:听|跟)(?:懂|上|明白)(?:吗|么)|"
            r"\b(?:does|did) (?:that|this|it) (?:answer|make sense|help|cover|sound)\b[^?]{0,30}\?|\bis (?:that|this) (?:enough|clear|ok|okay|detailed|too (?:much|detailed|deep|short))\b[^?]{0,60}\?|\bam i (?:making sense|being clear|too)\b[^?]{0,20}\?"
        ),
    ),
    (
        Check.DEPTH,
        expression(
            r"(?:要不要|需不需要|用不用|需要|要|用)(?:我)?(?:再|也|先)?(?:展开|细讲|细说|详细|具体|接着|继续|多讲|多说|讲|说|举(?:个)?例|画|补充|深入|往下)[^。？?]{0,12}(?:吗|么|呢|[？?])|(?:您|你)(?:想|要|希望|需要)(?:不想|不要)?(?:听|让我|我)[^。？?]{1,16}(?:吗|么|[？?])|(?:我)(?:可以|能|该|要不要|是不是要|需要)(?:再|先)?(?:展开|讲|说|跳过|略过|举)[^。？?]{0,12}(?:吗|么)|"
            r"\b(?:do|would) you (?:want|like|need|prefer) (?:me to|to hear|more|an example|the detail|details)\b[^?]{0,70}\?|\b(?:should|shall|may|can|could) i (?:also |now |just |perhaps )?(?:go (?:into|on|deeper|over|through)|keep going|carry on|get into|expand|elaborate|continue|explain|say more|dig|walk you|talk about|skip|give (?:you )?an? example|draw|write (?:the|some|it|out))\b[^?]{0,70}\?|\bwant me to\b[^?]{1,70}\?"
        ),
    ),
    (
        Check.CASE,
        expression(
            r"^(?:对了|哦|噢|嗯|不过|另外|顺便|等一下|这里|先|那|[，,\s]){0,4}我?(?:(?:还|先|就)?想|(?:可以|能|能不能)(?!.{0,3}(?:用|通过)))(?:先|再|顺便)?(?:跟|和|向)?(?:您|你)?(?:问|确认|请教|核实)(?:一)?(?:下|句)[，,：:]?(?!他|她|自己|为什么).{4,60}(?:吗|么|吧|呢|对不对|还是.{1,20})[?？]|"
            r"^(?:对了|哦|噢|嗯|不过|另外|那|[，,\s]){0,4}(?:能不能|可不可以|可以|能)(?:先)?(?:请)?(?:您|你)?(?:先)?告诉我[^。？?]{2,40}(?:吗|么|呢|还是[^。？?]{1,20})[?？]|"
            r"^(?:oh |so |and |but |wait |by the way |actually |well |sorry |one thing |first |just |[,-]\s?){0,4}(?:(?:can|could|may) i (?:just |quickly |first )?(?:check|ask|confirm)\b|(?:just )?(?:let me|to) (?:just |quickly )?(?:check|confirm)\b|i(?:'d| would) (?:just |first )?(?:like|want) to (?:check|confirm|ask)\b)[^?]{8,110}\?"
        ),
    ),
)  # fmt: skip

_DIFFERS = expression(
    "^(?:(?:嗯|呃|那个|其实|说实话|不好意思|抱歉|我|倒是|可能|恐怕|[，,、。…\\s])*)(?:(?=.{0,24}(?:[你您]|这(?:个|种|话|道|一)|这么)|.{0,2}倒)(?:对?(?:[你您](?:刚才)?(?:的|说的|讲的|问的)?)?(?:这|那)?(?:个|种|句|道|一)?(?:话|说法|看法|观点|前提|假设|问法|结论|题目?|点)?(?:里)?)?"
    "(?:我)?(?:其实|倒|并|也|恐怕|可能|有点|不太|不大|很难|不敢|没法|不能|不)*(?:不(?:太|大|完全|怎么|是很|敢|能)?(?:同意|认同|赞同|苟同|这么(?:看|想|认为|觉得)|(?:觉得|认为)(?:是|有|要|需要|该|算))|(?:没法|很难|不太能)(?:同意|认同|赞同)|持(?:保留|不同)(?:意见|看法)?|有(?:点|些)?(?:不同|别的)(?:的)?(?:意见|看法|想法)|看法不(?:太|大)?(?:一样|同)))|"
    "^(?:(?:嗯|呃|那个|其实|不过|说实话|不好意思|抱歉|我(?:个人)?(?:觉得|认为|感觉)?)[，,、。…\\s]*)*[^。！？!?，,]{0,20}?(?:说法|问法|提法|讲法|前提|假设)(?:本身)?(?:[，,]?我(?:觉得|认为))?(?:其实|可能|恐怕|好像|也|就|都|倒|并|有点?|是)*"
    "(?:不(?:太|大|是很|怎么|完全|一定)?(?:准|对|成立|公平|合适|贴切|严谨|恰当)|(?:问题|偏颇|绝对|片面|误导)|站不住|说不通|值得商榷)|"
    r"^(?:(?:well|u+m+|hmm+|honestly|to be honest|actually|sorry|with (?:all )?(?:due )?respect|respectfully|i see (?:the|your) point,? but|[,.…\s-])*)"
    r"(?:i(?:'m| am) (?:not (?:so |entirely |quite |really )?sure (?:i|that i) (?:\w+ )?(?:agree|buy)|afraid i (?:don't agree|disagree|see (?:it|that) differently))|i (?:\w+ )?(?:don't|do not|wouldn't|can't) (?:\w+ )?(?:agree|buy (?:that|it)|see (?:it|that) (?:that way|like that))|i(?:'d| would|'ll)? (?:\w+ ){0,2}(?:disagree|push back|see (?:it|that) differently|challenge (?:that|the))|i (?:don't|do not|wouldn't|would not) (?:\w+ )?(?:think|say|find) (?:that )?(?:that's|that is|that was|it's|it is|this is)(?: \w+)? (?:fair|right|true|accurate|how it (?:is|was|went)|what happened)|"
    r"i(?:'d| would)? (?:just |actually |also )?(?:question|dispute|quibble with) (?:the|that|this|whether|your)|i (?:don't|wouldn't) (?:really |quite |exactly )?call (?:it|that|this|them)|i(?:'m| am) not (?:so |really |quite )?sure (?:that|it|this)(?:'s| is| was| were)|"
    r"(?:the|your) (?:question|premise|assumption|wording) (?:\w+ )?(?:assumes|supposes|implies|suggests|makes it sound|takes for granted|isn't|is not|is wrong|is off|doesn't)|(?:that|it|this)(?:'s| is| was)(?: not|n't) (?:really |quite |exactly )(?:how|what|true|right|fair|the case|a))\b"
)
"""How an answer begins that does not take the question as it was put; what one held against others is told."""
_OTHERS = expression(
    r"[他她它]|领导|老板|客户|同事|经理|当时|\b(?:he|she|they|my (?:boss|manager|colleague|lead)|back then|at first)\b"
)


_DENIES = expression(
    "^(?:(?:嗯|其实|不过|说实话|倒|[，,、。…\\s])*)(?:我)?(?:其实|倒|并|也|可)*(?:不(?:觉得|认为|算|是)|没(?:有)?(?:觉得)?|谈不上|哪有)|"
    r"^(?:(?:well|u+m+|hmm+|honestly|actually|no|to be honest|[,.…\s-])*)i (?:\w+ )?(?:don't|do not|wouldn't|didn't) (?:\w+ )?(?:think|say|believe|find|feel)\b"
)
"""How an answer begins that denies what was said; whether it was the interviewer who said it, their words tell."""
_SHARED = 2
"""Specific words that what is denied has in common with what the interviewer has said."""


def differs(answer: str, prompt: str = "") -> bool:
    """Whether somebody begins by seeing it in another way than the interviewer has put it, be it by denying
    what the ``prompt`` says besides its questions."""
    first = "".join(sentences(answer.casefold().replace("’", "'"))[:1])
    found = _DIFFERS.match(first)
    if found is not None:
        return not _OTHERS.search(first[: found.end()])
    said = (s for s in sentences(prompt.casefold()) if not s.endswith(("?", "？")))
    return _DENIES.match(first) is not None and any(
        len(set(terms(fold(first))) & set(terms(fold(s)))) >= _SHARED for s in said
    )


_THE_QUESTION = r"(?:th(?:is|at|e) (?:question|one)|your question|th(?:is|at)|it)"
_UNFIT = expression(
    rf"\b(?:not (?:\w+ )?sure|(?:do not|don't) (?:\w+ )?(?:think|see|know|feel)) (?:that |if |whether |how )?{_THE_QUESTION} (?:\w+ )?(?:fits?|suits?|applies|is (?:\w+ )?relevant|has (?:much|anything) to do with (?:my|what i|th[ei]s?|the))\b(?! in(?:to)?\b)|"
    rf"\b{_THE_QUESTION} (?:\w+ )?(?:doesn't|does not|isn't|is not|has nothing|hasn't) (?:\w+ ){{0,2}}(?:fit|suit|apply to|relevant (?:to|for)|to do with) (?:me|my|what i do|(?:th(?:is|e) )?(?:job|role|work|position|trade|post))\b|"
    rf"\bwhat (?:has|does) {_THE_QUESTION} (?:got |have )?to do with (?:me|my|th(?:is|e) (?:job|role|position|post))\b|"
    "(?:这|这个|这道?|你这)(?:问题?|一?问|题目?|个)?(?:跟|和|与|对)(?:我|我的|我们|这个?)(?:的|这)?(?:工作|岗位|职位|行业|专业|这行|来说)?[^，。]{0,4}?(?:没(?:什么|有|啥)?(?:太大)?关系|不(?:太|大|怎么)?(?:相关|沾边|搭界|对口|合适|适用|适合|贴切))|"
    "(?:这|这个|这道?)(?:问题?|一?问|题目?)(?:好像|可能|恐怕|其实|，|,|我觉得)*不(?:太|大|怎么)?(?:适合|适用于|切合|贴合)(?:我|我的|我们|这个)"
)
"""Says of the question that it is none for somebody of their work."""


def _finds_unfit(answer: str) -> bool:
    """Whether an answer begins by saying that the question does not fit one's work."""
    begins = sentences(answer.casefold().replace("’", "'"))[:2]
    return any(_UNFIT.search(said) and not is_of_others(said) for said in begins)


_TOLD = expression(
    "(?:刚才|刚刚|前面|之前|上面)(?:我|就|已经|都|不是|也|其实|好像){0,3}[说讲提答](?:到)?过?了|(?:^|[，,。！!])(?:嗯|其实|这(?:个|点|些)?|那(?:个|点|些)?|我){0,3}(?:已经|都)(?:我|就|已经|都|不是|也){0,3}[说讲提答](?:到)?过?了|(?:刚才|刚刚|前面|之前)(?:我|就|已经|都|不是|也|其实|好像){0,3}[说讲提](?:到)?(?:过|的(?=$|[，,。！!]|那样|一样|就是))|我(?:刚才?)?[说讲]的(?:不)?就是(?:这|啊|呀|吗|嘛)|"
    r"\b(?:as|like) i (?:just |already )?(?:said|told you|mentioned)\b(?! to\b)|\bi(?:'ve| have)? (?:just |already )?(?:told you|said (?:so|that already|it already))\b|\bi(?:'ve| have)? already (?:said|told|mentioned|explained|answered)\b|\b(?:that's|that is|it's) what i (?:just )?said\b"
)
"""Says that what was asked has been told."""


def has_said_so(reply: str) -> bool:
    """Whether a reply says that this was told before, and little more: who goes on has only tied it to that."""
    if len(reply) > _PASSED[script_of(reply)]:
        return False
    return _TOLD.search(reply.casefold().replace("’", "'")) is not None


def opening(answer: str) -> str:
    """The first sentence of an answer that is not much longer than it; "" for one that goes on."""
    return next(iter(sentences(answer)), "") if len(answer) <= _PASSED[script_of(answer)] else ""


_PASSED = {"zh": 60, "en": 170}
"""Characters; who says more tells it anew, whatever was said before."""


def checks(answer: str, prompt: str = "") -> Check | None:
    """What somebody asks the interviewer within an answer to a ``prompt`` of which it is not all, the last of
    it where there are several; else whether they find that it does not fit them, or begin by seeing it differently."""
    language = script_of(answer)
    found: Check | None = None
    rest = 0
    for sentence in sentences(answer.casefold().replace("’", "'")):
        rest += len(sentence)
        asked = next(((kind, at) for kind, sign in _SIGNS if (at := sign.search(sentence))), None)
        if asked is not None and not is_of_others(sentence):
            found = asked[0]
            if found is Check.MEANING and _UNREAD.search(sentence):
                found = Check.CASE  # No reading is proposed that could be granted.
            rest -= len(asked[1].group())
    if rest < _LEAST[language]:
        return None
    if found is None and _finds_unfit(answer):
        return Check.UNFIT
    return Check.DIFFERS if found is None and differs(answer, prompt) else found


_UNREAD = expression(
    r"\bin (?:what|which) (?:way|sense)\b|\bwhich\b|\bwhat (?:kind|sort|exactly)\b|\bmean\b[^?]*\bor\b|还是|哪"
)
"""Asks what was meant, and says of no reading that it is theirs."""
_OPEN = expression(r"\b(?:what|how|which)\b.{0,32}\bmean\b|\bor\b|还是|(?<!为)什么|哪")
"""Proposes no one reading."""


_FITS = expression(
    r"\b(?:does|would|will|do|can|could|is) (?:that|this|it|those|these|one of those)(?: one)? (?:also |still |even )?(?:count|do|work|fit|qualify|be (?:ok(?:ay)?|all right|fine)|ok(?:ay)?|all right|fine)(?: (?:too|as well|here|then))?\W*\?|"
    rf"{WILL_DO}[^?.]{{0,60}}\?|"
    "(?:这|那)(?:个|种|样|件)?(?:事|情况)?(?:也|能|可以)?(?:算|行|可以)(?:不算|不行|数)?(?:吗|么|吧)?[?？]|算(?:不算|吗|么)[?？]"
)
"""Asks whether a case will do."""


_GUESS = {"zh": 10, "en": 30}
"""Characters of a guess of one or two words."""


def proposes_reading(message: str) -> bool:
    """Whether who has not understood a question says, in a sentence that asks, how they would take it, or
    asks whether a case of theirs will do."""
    said = sentences(message.casefold().replace("’", "'"))
    if any(map(_FITS.search, said)):
        return True
    *asking, guess = [line for line in said if line.endswith(("?", "？"))] or [""]
    if asking and any(map(_OPEN.search, asking)) and 0 < len(guess) <= _GUESS[script_of(guess)]:
        return not _OPEN.search(guess)  # "What do you mean by 'it'? The report?"
    signs = next(sign for kind, sign in _SIGNS if kind is Check.MEANING)
    return any(signs.search(line) and not _OPEN.search(line) for line in said)


def yes_or_no(message: str, asked: Answered | None, gap: str) -> Check | None:
    """What is said to who asks whether a figure, or a case of their own, is ``asked`` for, by the follow-up on
    ``gap`` where there is one; None for who asks no such thing."""
    wanted = asks_what_is_wanted(message.casefold().replace("’", "'"))
    if wanted is None or asked is None:
        return None
    spec = asked.spec
    text = next((f.text for f in spec.follow_ups if f.point == gap), spec.text)
    if wanted is Wanted.FIGURE:
        return Check.FIGURE if asks_for_figures(text) else Check.NO_FIGURE
    story = spec.wants_story or asks_for_a_time(text) or asks_for_case(text)
    return Check.STORY if story else Check.NO_STORY


_CLAUSES = expression(r"[^，,。；;！!？?\n.]+[，,。；;！!？?\n.\s]*")
_BEGS = expression(r"吗|么|能不能|可不可以|[?？]|\b(?:can|could|would|may|please)\b", re.IGNORECASE)
_HOLDS = expression(
    r"[等想稍缓]|理一理|\b(?:seconds?|secs?|moment|minutes?|(?<!\bi )think(?:ing)?|hold on|hang on|thoughts)\b",
    re.IGNORECASE,
)
"""Asks for time outright: a mere "good" or "well" at the end asks for nothing, nor does ", I think"."""
_ENDS = ((Request.HINT, _BEGS), (Request.WAIT, _HOLDS))


def ends_in_wish(answer: str) -> Request | None:
    """What somebody asks of the interviewer who says what they have, and ends by asking for a hint, for time to
    go on, or, saying that it comes first, for something they want to know; None for none of these."""
    *before, last = sentences(answer.casefold().replace("’", "'")) or [""]
    if before and announced(last):
        return Request.ASSUME
    clauses = _CLAUSES.findall(answer)
    ends = ["".join(clauses[-count:]) for count in (1, 2) if len(clauses) > count]
    return next(
        (
            wish
            for end in ends
            for wish, sign in _ENDS
            if sign.search(end) and request_in(end.strip()) is wish
        ),
        None,
    )
