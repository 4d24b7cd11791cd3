"""Questions about the case before answering it: "这个实验跑了多久？", "Which version are we talking about?". Pure.

A question names what is to be answered, who asks back wants more of it. A short message that does
nothing but ask, by a question word, by a choice, or by whether something is included, is met with
"that is yours to settle". A guess with a question mark ("是缓存没命中吗？", "Maybe the index?") is told,
and stays an answer. All repetitions are bounded.
"""

from __future__ import annotations

import re
from enum import Enum

from interviewers.engines.script import has_han
from interviewgpt.expressions import expression
from interviews.beside import may_answer, may_be_talk

__all__ = [
    "OF_THE_QUESTION",
    "WILL_DO",
    "Wanted",
    "announced",
    "asks_what_is_meant",
    "asks_what_is_wanted",
    "clarifies",
    "of_the_hint",
    "only_depends",
    "term_asked",
]

OF_THE_QUESTION = expression(
    r"\bmean|\b(?:is|are) (?:it|this|that) about\b|指|意思|[你您](?:刚才|这里)?(?:说|讲|提|问)(?:到)?的|算(?:不算|吗|么)",
    re.IGNORECASE,
)
"""Asks what a question is about, or what is one of what it names."""
_MOST = 2
"""Questions; who puts more of them says how they would look into it."""

_SENTENCES = expression(
    r"[^。！？!?；;\n.]{1,200}(?:[。！？!?；;\n]|\.(?=\s|$)|$)(?:[!?！？]{0,3})\s{0,4}"
)
_FIRST_ZH = expression(
    "(?:不好意思|抱歉|请问|那个?|嗯|呃|好的?|那么|老师|面试官|先|想|我想|我|再|请|能不能|可以|回答之前|答之前|您?你?){0,5}"
    "(?:(?:问|确认|澄清|请教|了解)(?:一|个|两)?(?:下|句|点|个问题|个细节|个前提)?|(?:告诉我|说)(?:一下|下)?)?[，,：:]?"
)
_ASKS_ZH = expression(
    "(?!.{0,12}(?:我|你|您|他|她|为什么|为啥|怎么|自己|如果|要是|比如))"
    "(?:.{1,24}(?:多久|多少|多大|多长|多高|多宽|几(?:个|天|次|台|年|月|周|点|分|小时|人|套|种|层|台)|哪(?:个|些|种|一|里|儿|几|边)|什么时候|什么(?:样|版本|数据|类型|规模|口径|范围)|是谁|谁(?=在|来|用|的)).{0,16}|"
    ".{0,16}(?:是|按|算|用).{1,14}还是.{1,14}|"
    ".{1,16}(?:包括|包含|含|算上|算进去|算不算|含不含|包不包括|限定|局限于).{0,12}(?:吗|么|没有|不|呢)?)[?？]"
)
_CHOICE_ZH = expression("(?:是|按|算|用).{1,14}还是.{1,14}[?？]")
"""May be between persons, which `_ASKS_ZH` keeps away."""
_FIRST_EN = expression(
    r"(?:(?:(?:a |one )?(?:quick )?(?:question|clarification)|sorry|excuse me|u+m+|hmm+|well|ok|okay|so|oh|please|actually|but|and|then|also|first|hold on|wait|just|quickly|to be (?:clear|sure)|to clarify|"
    r"before i (?:answer|start|begin)|(?:(?:can|could|would) you )?(?:please )?tell me|"
    r"(?:can|may|could) i (?:just )?ask|i(?:'d| would) (?:first )?(?:like|need|want) to know|do you know|roughly|approximately)[\s,:;-]{1,3}){0,5}"
)
_THINGS = r"(?:it|this|that|these|those|the|there|we|our|they|their|users?|customers?|here)"
_ASKS_EN = expression(
    rf"(?!.{{0,100}}\b(?:i|me|my|you|your|interview(?:s|er|ers)?|company|question|vacation|holidays?|salary|office|hear back)\b)(?:(?:which|what|who|whose|where|when|how (?:many|much|long|big|large|often|old|high|fast|busy|far|wide)) (?!(?:about|if|would you|do you think)\b)(?=.{{0,90}}\b{_THINGS}\b).{{3,100}}\?|"
    rf"(?:is|are|was|were|do|does|did|will|has|have|had) {_THINGS} .{{1,60}} or .{{1,40}}\?|"
    rf"(?:is|are|was|were|do|does|did|will|has|have|had) {_THINGS} (?:.{{0,40}} )?(?:include|included|including|count|counted|cover|covered|contain|excluded|exclude|in scope|out of scope)\b.{{0,40}}\?)"
)
WILL_DO = (
    r"\b(?:is|are|would|will|does|do|can|could|may) (?:an?|one|my|the|some|something|somebody|someone|it|this|that)\b(?: [\w'-]+){0,6}? "
    r"(?:(?:also |still )?(?:count|qualify)\b|(?:be )?(?:ok(?:ay)?|all right|alright|fine|acceptable) (?:as well|too|also|instead)\b|(?:also|still) (?:be )?(?:ok(?:ay)?|all right|alright|fine|acceptable)\b)"
)
"""Asks whether something else will do than what was asked for; what follows is left open."""
_MEANT = expression(
    r"(?:(?:so|and|but|just|ok(?:ay)?|well|sorry|first|wait|u+m+|hm+|to be (?:clear|sure))[\s,.-]{1,3}){0,4}(?:"
    r"(?:when|where|if|with|by) (?:you|it|the question)(?:'re| are)? (?:say|said|says|write|wrote|mention|mentioned|mentions|ask|asked|talk|talking|put|call)s?\b[^?]{2,90}?\b(?:do|did|does|are|is|was|were|would) (?:you|that|it|this|we|they)\b[^?]{2,140}\?|"
    r"(?:(?:by|with) [\w' -]{2,40},? )?(?:do|did) you (?:mean|have in mind|think of|want(?! me\b))\b[^?]{2,70}\bor\b[^?]{2,90}\?|"
    r"(?:(?:can|could|would) you (?:please |just )?(?:explain|tell me|say|clarify) )?what (?:exactly )?(?:do |did )?you (?:mean|meant) by\b[^?]{2,90}\?|"
    rf"{WILL_DO}(?:,? or [^?]{{2,70}})?\?|"
    r"(?:does|do|must) (?:it|this|that|they|the (?:story|example|case|answer))(?: really)? (?:have|need) to be\b[^?]{2,60}\?|"
    r"(?:does|do|must|should) (?:it|this|that|they|the (?:story|example|case|answer))(?: really)?(?: (?:have|need) to)? be (?:(?:a|an|the|that|very|really|something) ){0,2}(?:big|small|recent|real|serious|large|long|formal|technical|major|huge|from|about|at)\b[^?]{0,40}\?|"
    r"(?:which|what) (?:[\w'-]+ ){1,6}?(?:do|did|would) you (?:mean|want|have in mind|think of|prefer|like)\b[^?]{0,60}\?|"
    r"(?:are|were) (?:you|we) (?:asking|talking|thinking|speaking) (?:about|of|for)\b[^?]{2,70}\bor\b[^?]{2,70}\?)|"
    "(?:那|所以|就是|先|想|我想|确认一下|问一下|请问|，|,){0,5}(?:你|您|题目|这里|题里)(?:刚才|这里|里)?(?:说|讲|提|问|写|指)(?:到|的)?[^?？]{1,40}?(?:是指|指的是|是说|指|是)[^?？]{1,40}(?:还是[^?？]{1,40}|吗|呢|么)[?？]|"
    "(?:那|请问|所以|就是|不好意思|，|,){0,4}(?:你|您|题目)(?:刚才|这里|里)?(?:说|讲|提|问)(?:到)?的[^?？。，,]{1,16}?(?:是|要|得|算|到|指|大概){1,3}[^?？。]{0,8}(?:什么|哪|几|多)[^?？。]{1,8}[?？]|"
    # One reading, put to the panel.
    "(?:[^，。？?]{2,12}(?:有点|有些|挺|很|太)[^，。？?]{1,6}[，,])?(?:那|所以|请问|，|,){0,3}(?:[你您](?:的意思|这里|刚才|这题)?(?:是|就是)(?:说|指|想问|在问)|[你您]的意思(?:就)?是)(?!我)[^？?。]{3,70}(?:吗|么|吧)[?？]|"
    # Whether a case of theirs is one of what was asked for.
    "(?:那|请问|不好意思|，|,){0,3}[^?？。，,]{1,14}(?:算(?:不算|(?:数|在内|进去)?(?:吗|么))|(?:也|能|可以)算(?:是)?[^?？。，,]{1,8}(?:吗|么))[?？]|"
    "(?![^?？。]{0,16}(?:[说问][，,：:]|问(?:客户|用户|对方|他|她)))[^?？。]{0,16}(?:你|您)(?:这里|刚才|说的|问的|想的)?(?:是|就是)?(?:指|说|问|想问|想听)(?:的是)?[^?？。]{1,30}还是[^?？。]{1,24}[?？]"
)
"""What a word of the question was meant for."""
_LEADS_IN = expression(
    r"(?:(?:sorry|wait|ok(?:ay)?|well|so|u+m+|hmm+|good question|actually|first)[\s,.!-]{1,3}){0,3}(?:(?:can|could|may) i (?:just )?(?:ask|check|clarify)\b[^?]{0,40}\?|(?:a |one )?(?:quick |small )?(?:question|thing)(?: first| before i (?:answer|start))?[.,:?!]?|before i (?:answer|start)[^.?]{0,30}[.,:]?|let me (?:just )?(?:check|ask|clarify)\b[^.?]{0,40}[.,:]|[^.?!]{2,80}(?:\b(?:is|was|are|were)|'s|'re)(?: (?:an?|the|my|our)\b[^.?!]{1,60}?,? (?:and )?(?:not|it's not|it isn't)| (?:really |exactly |quite )?not|n't)(?: (?:really|exactly|quite))? (?:an?|the|my)\b[^.?!]{2,110}\.|i mean,? [^.?]{1,80}\.?|(?:like|as in|such as|for (?:example|instance),?) [^.?]{2,80}\?|"
    r"(?:(?:because|since|as|'cause|and|so) )?(?:i(?:'d| would) (?:answer|go at|go about|approach|handle|treat|say|do|tackle|look at|start)\b[^.?]{0,25}\bdiffer\w*|(?:it|that|this|(?:the|my) (?:two|answer)|they|those)\b[^.?]{0,30}\b(?:differ\w*|depends?|changes?|matters?|not the same|another)\b[^.?]{0,30})\.?)|"
    "(?:不好意思|抱歉|嗯|那|好的|好|等一下|先|，|,){0,4}(?:(?:想|能|可以|先)?(?:先)?(?:跟你|跟您)?(?:问|确认|请教)(?:一)?(?:下|句|个问题)?(?:吗|么|可以吗)?[。，,?？]?|(?:因为|这)?[^。?？]{0,20}(?:不一样|不同|有区别|差很多|差别很大)[^。?？]{0,10}[。]?)"
)
"""What leads up to such a question, and why it matters: nothing of an answer."""


_FEELS = (
    r"(?:(?:i(?:'m| am)|this is|it's|that's) (?:(?:just|so|a bit|a little|very|really|quite|pretty|still|kind of|my) ){0,3}"
    r"(?:nervous|excited|flustered|sorry|first (?:real |proper )?interview|slow|confused|new to this|not sure i (?:understood|got it|follow))"
    r"(?: (?:today|here|now|right now|about (?:this|that|it)|you))?|my (?:mind|head) (?:just )?went blank|bear with me)"
)
_NERVES = expression(
    rf"(?:(?:oh|sorry|u+m+|u+h+|well|ok(?:ay)?|so)[\s,.…-]{{1,3}}){{0,4}}{_FEELS}(?:,? (?:so|and) {_FEELS})?[,.!…]*|"
    "(?:嗯|呃|那个|抱歉|不好意思|，|,){0,4}(?:我)?(?:第一次面试|(?:第一次面试[，,]?)?(?:我)?(?:有点|有些|稍微|比较)[^，。]{0,4}(?:紧张|慌|懵|没反应过来|难|绕|抽象|笼统|模糊|宽泛))[，。,.]*"
)
"""How it feels to be asked."""


class Wanted(Enum):
    """What an answer may be asked to have."""

    FIGURE = "figure"
    STORY = "story"


_WANTED_ZH = (
    "(?:不好意思|抱歉|请问|嗯|呃|那么?|哦|噢|所以|等一?下|确认一下|问一下|老师|面试官|这里|这题|，|,| ){0,5}"
    "(?:(?:[你您](?:刚才|这里)?(?:的?意思)?(?:是不是|就?是)?(?:说|指|在?问)?(?:想|要|希望|需要|让|叫|指望|得){1,2}|我?(?:是不是|需不需要|要不要|用不用|需要|得|该|要)(?!怎|问|先))(?:我|的是)?)"
    r"[^，。？?]{0,12}?(?:THING)[^，。？?]{0,8}?(?:吗|么|吧|呢|不)?(?:[，,]?(?:是吗|对吗|是吧|对吧|是不是|对不对))?[?？]\s*"
)
_WANTED_EN = (
    r"(?:(?:sorry|ok(?:ay)?|well|so|oh|um+|right|wait|ah|just to (?:check|be (?:clear|sure))|to be clear|and|but)\b[\s,.:-]{1,3}){0,3}"
    r"(?:(?:do|did|would|are|were) you (?:really |actually |just )?(?:want|wanting|like|need|expect|mean|after|asking (?:me )?for|looking for)|you(?:'d| would|'re| are)? (?:really |actually |just )?(?:want|wanted|like|need|expect|mean|after|asking (?:me )?for|looking for)|(?:do|should|shall|must) i (?:need to |have to )?(?:give|name|tell|put|have|need|use))\b"
    r"(?! (?:why|how|what)\b)[^.?!]{0,40}?\b(?:THING)\b[^.?!]{0,30}?(?:, (?:is that (?:it|right)|right|yes|correct))?\?\s*"
)
_THINGS_WANTED = {
    Wanted.FIGURE: (
        "数字|数据(?![库表集源分结仓])|数值|百分比|比例|多少|个数(?!据)",
        r"figures?|numbers?|percentages?|percent|statistics|stats|amounts?",
    ),
    Wanted.STORY: (
        "例子|案例|经历|真事|真实的|亲身|实际发生|真发生|故事|一件事",
        r"examples?|stor(?:y|ies)|(?:real|actual|specific|concrete|true) (?:one|case|time|situation|event)s?",
    ),
}
_WANTED = tuple(
    (
        kind,
        expression(
            "|".join(
                whole.replace("THING", things)
                for whole, things in zip((_WANTED_ZH, _WANTED_EN), both, strict=True)
            )
        ),
    )
    for kind, both in _THINGS_WANTED.items()
)


def asks_what_is_wanted(said: str) -> Wanted | None:
    """What a folded text that does nothing else asks whether the answer is to have: a question that wants
    a yes or a no."""
    return next((kind for kind, sign in _WANTED if sign.fullmatch(said.strip())), None)


_ANNOUNCES = expression(
    "(?:不好意思|抱歉|请问|那个?|嗯|呃|好的?|等一?下|老师|面试官|我|先|在|，|,| ){0,6}"
    "(?:(?=.{0,12}(?:[跟向和][你您]|[请问][你您]|之前|[能可想]))"
    "(?:在?(?:回)?(?:答|说|讲|开始)(?:这题|这个)?之前|我|想|能|能不能|可以|可不可以|得|需要|先|再|也|[跟向和](?:[你您]|面试官)|，|,){1,7}"
    "(?:请教|打听|确认|核实|澄清|问)(?:[你您])?(?:一下下?|下|[一两]?句|[一两]?个?(?:小)?(?:问题|细节|前提|事儿?)|一个|清楚)?(?:吗|么|行吗|可以吗|行不行)?)[，,：:。?？ ]+|"
    r"(?:(?:sorry|ok(?:ay)?|sure|well|so|u+m+|yes)[\s,.!-]{1,3}){0,3}(?:before i (?:answer|start|begin|go on|get into (?:it|that)|say|do)[^,.:?]{0,20}[,:]?\s?(?:(?:can|could|may|might) i|i(?:'d| would) like to|let me)|(?:can|could|may|might) i(?= .{0,16}(?:first|something|quickly|back|you))|i(?:'d| would) (?:like|want|need) to(?= .{0,16}(?:first|something|quickly|back|you)))"
    r"(?: just| first| quickly){0,2} (?:ask|check|clarify)(?: (?:you|one thing|something|a (?:quick )?question|back|first|quickly|in between|with you)){0,3}[\s,:.?-]{0,3}|"
    r"(?:(?:sorry|ok(?:ay)?|well|so|but|just|by the way)[\s,]{1,2}){0,2}(?:a |one |my )?(?:quick |small |short |first )?question (?:first|(?:back|for you|in between|from me)(?: first)?)[:,.-]\s?"
)
"""Says to the panel that a question comes."""


_EXCLAIMS = expression(r"[^.!?！？。\d]{1,40}!+\s|[^。！？!?\d]{1,14}[！!]+\s?")
"""What one says on hearing a question: "Ha, straight to the money!"."""
_BEFORE = expression(
    "(?:嗯|好的?|那|，|,| ){0,4}在?我?回?答(?:这题|这个(?:问题)?)?(?:之)?前[，,：:]+ ?(?!先|[要得]|[他她])|"
    r"before i (?:answer|start|begin)\b"
)
"""Says when; that what follows is asked has to show by itself."""


def announced(said: str) -> str:
    """The question, or two of them, that a folded text puts to the panel after saying that one comes; ""
    where it does not, or says something else besides."""
    found = _ANNOUNCES.match(said)
    opening = None if found else _EXCLAIMS.match(said)
    if opening and not may_answer(opening.group(), people=True):
        said = said[opening.end() :]
        found = _ANNOUNCES.match(said)
        if not found and _BEFORE.match(said) and clarifies(said):
            return said
    rest = said[found.end() :].strip() if found else ""
    sentences = [sentence.group().strip() for sentence in _SENTENCES.finditer(rest)]
    asked = all(sentence.endswith(("?", "？")) for sentence in sentences)
    return rest if asked and 0 < len(sentences) <= _MOST else ""


def asks_what_is_meant(said: str) -> bool:
    """Whether a folded text asks what a word of the question stands for, with what leads up to that and
    why it matters, and says nothing else."""
    sentences = [s for found in _SENTENCES.finditer(said) if (s := found.group().strip())]
    kinds = [
        "?"
        if _MEANT.fullmatch(s)
        else ""
        if _LEADS_IN.fullmatch(s) or _NERVES.fullmatch(s)
        else "answer"
        for s in sentences
    ]
    if "answer" not in kinds:
        return "?" in kinds
    # Why the question is not plain to them is no answer to it.
    before = "".join(sentences[:-1])
    doubted = len(before) <= _DOUBTED and _TOLD_ZH.search(before) is None
    return doubted and kinds[-1] == "?" and _READING_ZH.match(sentences[-1]) is not None


_READING_ZH = expression("(?:那|所以|请问|，|,){0,3}[你您](?:是|的意思)")
_DOUBTED = 40
"""Characters."""
_TOLD_ZH = expression("[我咱]|\\d|[会要]先")
"""What somebody did, or would do."""


_DEPENDS = expression(
    r"(?:嗯|呃|这个?|那|我觉得|其实|可能|应该|吧|，|,|。| ){0,4}"
    r"(?:(?:还是|就|也|都|主要|一般|肯定)?(?:得|要|需要)?(?:先)?(?:(?:看|视|按|根据|取决于)(?:具体|实际|当时|不同)?(?:的)?(?:情况|场景|需求|业务)?(?:而定|来定|决定|来看|定)?"
    r"|(?:看|取决于|要等)(?:[你您贵]|公司|团队|部门|咱们?|进去|入职|到时候?)[^，。；！？,;!?]{0,16})(?:吧|呢|啊|呀|了|的)?[，,。.；;！!…\s]*){1,3}|"
    r"(?:(?:well|u+m+|hm+|honestly|i think|i guess|it)[\s,.…-]{1,3}){0,4}(?:really |all )?depends?(?: on (?:you|your|the (?:company|team|situation|context|role|circumstances|people|place)|(?:how|what|where) (?:you|things|your)|many|a lot|lots)\b[^.,:;?!]{0,50})?(?:, i (?:guess|think|suppose))?[.!…\s]*"
)


def only_depends(said: str) -> bool:
    """Whether a folded text says that it depends, on the case or on the company, and nothing of how."""
    return len(said) <= _LONGEST and _DEPENDS.fullmatch(said.strip()) is not None


_LONGEST = 100
_TERM = expression(
    '(?:[您你]|能|可以|能不能|可不可以|请|麻烦|先|帮我|给我|再|说|讲|解释|问|告诉我|一下|下|这里的?|题目?里?的?|那|所以|，|,|“|"|「|『)*'
    '(?:(?P<a>[^，,。？?“”"「」『』]{2,16}?)(?:”|"|」|』)?(?:这个词|这个|到底|具体|在这里|在这儿)*(?:是|指|说)的?(?:是)?(?:什么|啥)(?:意思|东西|概念)?|'
    '(?:什么|啥)(?:是|叫)(?P<b>[^，,。？?]{2,16}?))(?:来着|呢|啊|呀|吗|么)?[”"」』]?[?？]*|'
    r"(?:(?:sorry|so|ok(?:ay)?|and|but|first|well|please)[\s,]+){0,3}(?:(?:can|could|would) you (?:please |just |first )?(?:explain|say|tell me) )?what (?:(?:is|are|does|do|did) )?(?:an? |the |you mean by )?[“\"]?(?P<c>[^?“”\"]{2,40}?)[”\"]?(?: (?:means?|is|are|stands? for|here|exactly|again|actually))*\?"
)
_NOT_KNOWN = expression(
    "没(?:有)?(?:怎么|真正|真的)?(?:[做学用碰写搞看听]|接触|遇到|了解)过|不(?:太|怎么|是很)?(?:懂|知道|清楚|了解|熟|明白)|只?听(?:说)?过(?:名字)?|"
    r"\b(?:never|not (?:really )?(?:familiar|sure)|do ?n[o']?t (?:really )?know|only heard)\b"
)
_ASIDE = {"zh": 8, "en": 24}
"""Characters of a sentence that may stand before such a question without a word of not knowing."""


def term_asked(said: str, question: str) -> str:
    """The word of a ``question`` whose meaning a folded text asks for, having said at most that it does not
    know it; "" for none."""
    parts = [found.group().strip() for found in _SENTENCES.finditer(said)]
    asking = [(part, found) for part in parts if (found := _TERM.fullmatch(part))]
    term = next(filter(None, asking[0][1].groups()), "").strip() if len(asking) == 1 else ""
    script = "zh" if has_han(said) else "en"
    asked = {part for part, _ in asking}
    rest = (part for part in parts if part not in asked and len(part) > _ASIDE[script])
    known = any(not _NOT_KNOWN.search(part) for part in rest)
    return term if term and not known and term in question.casefold() else ""


_NOT_GOT = "(?:没|不)(?:太|怎么|大|是很)?(?:[看听]?(?:懂|明白)|认识|[听见]过|理解)"
_A_HINT = "(?:提示(?![词语工框信用符栏])|hint)"
_OF_THE_HINT = expression(
    "(?!.*(?:用户|客户|新[人手]|同事|对方|大家|页面|系统|报错|[他她]))"
    "(?:[哦噢啊嗯呃额]|那个?|这个?|不好意思|抱歉|对不起|其实|说实话|我(?:是)?想?说|我(?:还|真|都|也)?|你|您|刚才|刚刚|上面|给|说|的|是|，|,|。| ){0,8}(?:"
    f"{_A_HINT} ?(?:[里中上]面?[^，。；]{{0,14}})?[，,]?(?:这个词|那个词|我|都|还|也|是|有点|其实|说实话){{0,3}}{_NOT_GOT}(?:这个词|那个词|是什么|什么意思)?|"
    f"{_NOT_GOT}(?:你|您|刚才|这个|那个|给|说|的){{0,4}}{_A_HINT}|{_A_HINT} ?(?:[里中上]面?[^，。]{{0,12}})?(?:是?什么意思|指(?:的是)?(?:什么|啥)))[了啊呢呀吧…。!！?？ ]*|"
    r"(?:(?:sorry|oh|hm+|u+m+|well|ok(?:ay)?|but|wait|honestly|to be honest|i'm afraid)[\s,.!-]{1,3}){0,4}"
    r"(?:(?:i(?:'m| am)? )?(?:do ?n't|did ?n't|do not|did not|not sure i) (?:really |quite )?(?:get|got|understand|understood|follow) (?:a word (?:of|in) )?(?:your|that|the|this) hint|what (?:does|did) (?:your|that|the|this) hint mean|what do you mean by (?:your|that|the|this) hint|(?:your|that|the|this) hint (?:is|was) (?:un|not |too )(?:clear|helpful|vague|short|cryptic|abstract|hard)(?: to me)?)[,.!? ]*(?:sorry)?[.! ]*"
)


def of_the_hint(said: str) -> bool:
    """Whether a short folded text says that the hint given, or a word of it, was not understood."""
    return _OF_THE_HINT.fullmatch(said.strip()) is not None


_MEANS = r"(?:team|qa|budget|people|engineers?|designers?|developers?|testers?|analysts?|access|resources|money|staff|headcount)"
_MEANS_EN = expression(
    r"who (?:do|would|will|can) i (?:have|get|work with|count on)(?:, [^?]{2,40}| (?:on|in) (?:the|my|this) team)?\?|"
    rf"(?:what|which|how (?:many|much)|how big an?)(?: (?:kind|sort|size) of)?(?: an?)? (?:{_MEANS}|data) (?:do|would|will|can) i (?:have|get|work with|count on|assume)(?: (?:for|on|in|at|with) [^?,]{{0,40}})?\?|"
    rf"do i (?:have|get) [^?]{{0,40}}\b{_MEANS}\b[^?]{{0,40}}\?"
)
"""Asks with what they would have to do it."""
_ELSE = expression(
    r"(?:otherwise|if not|or else|or),? i(?:'ll| will| can|'d| would|'d have to)(?: just| simply| have to)? (?:assume|guess|pick|make|take)\b[^.?!]{0,40}[.?!]?|"
    r"i(?:'ll| will| can|'d| would|'d have to)(?: just| simply| have to)? (?:assume|guess|make (?:something|it|one) up|take a guess|pick one)[.?!]?|"
    r"(?:shall|should|can) i (?:just )?assume\b[^.?!]{0,40}\?|"
    "(?:(?:不然|没有的?话|否则|如果没有|不行的话)[，,]?我?就?(?:自己|随便|先){0,2}|我就(?:自己|随便)先?)(?:假设|假定|猜|定|设)(?:一个|一下)?(?:了|吧|啦)?[。！!]?"
)
"""What one will do without an answer: where it says what, it was a question to oneself."""


def clarifies(said: str) -> bool:
    """Whether a folded text of at most two questions, and at most a word of conversation before
    them, asks for what the question on the table leaves open."""
    sentences = [found.group().strip() for found in _SENTENCES.finditer(said)]
    sentences = [sentence for sentence in sentences if sentence]
    if len(sentences) > 1 and _ELSE.fullmatch(sentences[-1]):
        sentences = sentences[:-1]
    if len(sentences) > 1 and may_be_talk(sentences[0]):
        sentences = sentences[1:]
    if not 0 < len(sentences) <= _MOST:
        return False
    return all(_asks(sentence) for sentence in sentences)


def _asks(sentence: str) -> bool:
    if has_han(sentence):
        first = _FIRST_ZH.match(sentence)
        rest = sentence[first.end() :] if first else sentence
        return bool(_ASKS_ZH.fullmatch(rest) or _CHOICE_ZH.fullmatch(rest))
    first = _FIRST_EN.match(sentence)
    rest = sentence[first.end() :] if first else sentence
    return any(asks.fullmatch(rest) for asks in (_ASKS_EN, _MEANS_EN))
