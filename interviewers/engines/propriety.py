"""What no text about a candidate says, whoever writes it: who they are, and whether to hire them.

The patterns look for a person and not for a word: a healthy replica, an accent colour, a family of
instructions and a node's children are nobody's. What the question itself speaks of is its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from interviewers.engines.base import AssessedItem
from interviewers.engines.echo import SECRET, longest_echo

__all__ = ["is_improper", "repeats", "topics_of"]

_WHOSE = r"(?:your|his|her|(?:the )?(?:candidate|applicant|interviewee)'?s)"
_WHO = r"(?:you|he|she|(?:the|this) (?:candidate|applicant|interviewee)|candidate|applicant)"
_IS = (
    r"(?:'re|'s| (?:is|are|was|were|seems?|seemed|looks?|looked|sounds?|sounded|appears?|appeared))"
)
_DEGREE = (
    r"(?: (?:to be|too|rather|quite|still|very|so|a bit|a little|somewhat|not|also|probably))*"
)
_ENDS = (
    r"(?=\s*(?:[.,;:!?)]|$)|\s+(?:is|was|are|were|may|might|could|will|would|can|and|or|makes?|made|"
    r"suggests?|shows?|situation|status|condition|background|life|commitments|duties|obligations|"
    r"problems?)\b)"
)
_PERSON = "(?:man|woman|lady|girl|boy|guy|female|male|mother|father|mum|mom|dad|gentleman)"
_PERSONAL_EN = (
    (
        rf"\b{_WHOSE} (?:own |real |actual )?(?:age|gender|sex|pregnancy|marriage|children|kids|family|health|"
        rf"religion|faith|ethnicity|race(?! cond)|accent|looks|appearance|disability|illness|emotions|mood|"
        rf"emotional state|nervousness|anxiety|temper|sexual orientation){_ENDS}"
    ),
    (
        rf"\b{_WHO}{_IS}{_DEGREE} (?:old|older|young|younger|elderly|middle-aged|pregnant|divorced|unmarried|"
        rf"attractive|handsome|beautiful|pretty|overweight|disabled|nervous|anxious|emotional|tearful|"
        rf"insecure|agitated)(?:{_ENDS}| for\b)"
    ),
    rf"\b{_WHO}{_IS}{_DEGREE} (?:married|single)(?=\s*(?:[.,;:!?)]|$)| with| and)",
    rf"\b(?:young|old|older|elderly|middle-aged|attractive|beautiful|handsome|pretty) {_PERSON}\b",
    rf"\b(?:as|being|is|are|{_WHO}'s) an? (?:\w+ )?{_PERSON}\b(?![- ]in[- ]the)",
    r"\b(?:female|male|young|elderly|married|pregnant) (?:candidate|applicant|interviewee)s?\b",
    r"\bpregnan(?:t|cy)\b|\b(?:maternity|paternity|parental) leave\b|\bmarital status\b",
    r"\b(?:your|his|her|a) (?:husband|wife|spouse|boyfriend|girlfriend|fianc[eé]e?)\b",
    rf"\b{_WHO} (?:\w+ )?(?:have|has|had) (?:\w+ )?(?:children|kids|a baby)\b(?! (?:node|comp|elem|proc))",
    r"\bfamily (?:situation|duties|obligations|commitments|planning|responsibilities)\b",
    r"\b(?:is|are|an?|devout|practi[sc]ing) (?:muslim|christian|jew|jewish|buddhist|hindu|catholic)\b",
    rf"\b{_WHO}{_IS}{_DEGREE} religious\b|\breligious (?:belief|faith|background)",
    r"\b(?:strong|heavy|foreign|thick|slight|regional|noticeable) accent\b(?! colou?r)",
)
_ASKED_EN = (
    r"\bhow old are you\b|\b(?:are|were) you (?:\w+ )?(?:married|pregnant|divorced|religious|disabled)\b",
    r"\bare you (?:still )?single\b|\bwhere (?:is|are) your (?:parents|family) from\b",
    (
        r"\b(?:do|will|did) you (?:\w+ ){0,2}(?:have|want|plan(?: to have| on having)?|wish for) (?:any )?"
        r"(?:children|kids|a baby|a family|a husband|a wife|a boyfriend|a girlfriend)\b"
    ),
    r"\b(?:do|did) you have (?:\w+ ){0,2}(?:health|medical) (?:problem|condition|issue|histor)",
    r"\bplan(?:ning)? (?:to start|on starting) a family\b",
)
_HIRING_EN = (
    r"\b(?:recommend|suggest|advise)(?:s|ed|ing)? (?:\w+ ){0,3}?(?:hir(?:e|ing)|rejecting|an offer)\b",
    r"\bhir(?:e|ing) recommendation\b|\brecommend(?:ed|ation)? (?:for|to) hir(?:e|ing)\b",
    rf"\b{_WHO} (?:should|must|can|could|ought to) (?:not |definitely |certainly )*be (?:hired|rejected)\b",
    (
        r"\b(?:i|we)(?:'d| would| will| should) (?:not |never |definitely |certainly |gladly )*hire "
        r"(?:you|him|her|them|this|the candidate)\b"
    ),
    (
        r"(?:^|[,.;:!?–—-]\s*)(?:strong(?:ly)? |lean(?:ing)? |clear |definite(?:ly)? |weak |no[- ]|do not |"
        r"don't )*hire(?=\s*(?:[.,;!?]|$))"
    ),
    r"\bhire (?:this|the) (?:candidate|applicant|person)\b|\b(?:strong|clear|no)[- ]hire\b",
    r"\b(?:extend|deserves?|gets?) (?:you |them |him |her )?an offer\b",
    r"\bmake (?:you|them|him|her|the candidate) an offer\b",
    (
        r"\b(?:good|great|strong|perfect|ideal|poor|bad|right) fit for (?:this|the|our) (?:role|position|job|"
        r"team|company)\b"
    ),
    (
        rf"\b{_WHO}{_IS}{_DEGREE} (?:suitable|unsuitable|qualified|unqualified|ready) for (?:this|the|our) "
        r"(?:role|position|job)\b"
    ),
    r"\b(?:pass|passe[sd]|fail|fail(?:s|ed)) (?:this|the) interview\b|\b(?:to|for|into) the next round\b",
)
_IHR = r"(?:你|您|候选人|应聘者|面试者|他|她)"
_WOMAN = r"(?:女性|男性|女生|男生|女士|女人|男人|妈妈|母亲|父亲|爸爸|姑娘|女孩|小伙子|男孩)"
_PERSONAL_ZH = (
    (
        rf"{_IHR}的(?:年龄|年纪|岁数|性别|婚姻|家庭|家人|孩子|健康|身体|宗教|信仰|民族|口音|长相|外貌|外表|颜值|身材|"
        r"穿着|打扮|情绪(?!分析|识别|分类))"
    ),
    rf"{_IHR}(?:今年|已经|才|只有|都|已)?(?:\d{{2}}|[二三四五六]十[多几一二三四五六七八九]?) ?岁",
    r"(?:年纪|年龄|岁数)(?:偏|较|太|有点|有些|比较|还|也)?(?:大|小|轻|老)了?(?:[，。；、！]|$|但|也|还|不)",
    rf"(?:年轻|中年|年长|漂亮|帅气)的?(?:女|男|候选人|{_WOMAN})",
    rf"(?:作为|身为|{_IHR}是)(?:一?[名位个])?.{{0,4}}{_WOMAN}",
    r"[女男]性?(?:候选人|应聘者|面试者|工程师|程序员)",
    r"怀孕|孕期|孕妇|备孕|产假|生育|二胎|三胎|已婚|未婚|离异|离婚|婚姻|婚育|婚恋",
    rf"{_IHR}.{{0,3}}(?:结婚|恋爱|单身|有孩子|有小孩|带孩子)|丈夫|妻子|老公|老婆|男朋友|女朋友",
    r"家庭(?:情况|状况|负担|责任|原因|生活|因素|压力)|照顾(?:家庭|家人|孩子|老人)",
    rf"{_IHR}的?(?:身体|健康)(?:状况|情况|问题|不好|欠佳|原因|条件)|身体(?:不好|欠佳|原因|不适)",
    rf"{_IHR}(?:有|是|患|的).{{0,4}}(?:残疾|抑郁|自闭|慢性病|精神疾病)",
    r"宗教|信教|基督徒|穆斯林|佛教徒|口音|乡音|相貌|长相|容貌",
    (
        rf"(?:{_IHR}|听起来|显得|看起来|看上去|听上去)(?:的|也|有些|有点|比较|很|太|显得|略显|过于|情绪){{0,3}}"
        r"(?:紧张|焦虑|激动|慌张|情绪化|沮丧|自卑|情绪低落|情绪失控)"
    ),
)
_ASKED_ZH = (
    r"(?:你|您)(?:今年|现在|目前)?多大(?:了|年纪|岁数|(?=\s*(?:[?？，。]|$)))|(?:你|您)(?:今年|现在)?(?:几岁|贵庚)",
    r"(?:你|您)(?:的)?(?:爱人|配偶|另一半)|(?:你|您)?家里?(?:有|一共)?几口人",
    r"(?:你|您)(?:的)?(?:身体|健康)(?:怎么样|怎样|如何|好不好|还好)|有(?:没有|无)(?:什么)?(?:病史|疾病|慢性病)",
    r"(?:你|您)(?:.{0,6})(?:结婚|成家|要孩子|生孩子|生小孩|要小孩)",
    r"(?:你|您)(?:有没有|有|家里有)(?:几个)?(?:孩子|小孩|男友|女友|对象)|(?:你|您)信(?:什么|不信)教",
)
_HIRING_ZH = (
    r"(?:建议|推荐|应该|应当|值得|不予|予以|考虑|同意|拒绝|不宜|倾向于?|强烈|可以|(?<![会是])不(?!是|代表|涉及|构成|承诺|等于|作)).{0,4}(?:录用|录取|聘用)",
    rf"(?:建议|推荐).{{0,2}}(?:雇佣|雇用)(?:{_IHR}|此|这)",
    rf"(?:录用|聘用|录取)(?:建议|推荐|该|此|这位|{_IHR})",
    r"(?:可以|应该|能够|未能|没有|已|未|不)?通过了?(?:本次|这次|这场|本轮|此次|该)面试|进入(?:下一轮|复试|终面)",
    r"(?:发|给)(?:他|她|你|候选人)?(?:发|一个|个)? ?offer",
    rf"{_IHR}(?:很|非常|不|不太|完全|基本|十分|更|并不)?(?:适合|胜任|符合)(?:该|这个|此|本|这一|这份|我们的)?(?:岗位|职位|工作)",
)


def _compiled(*groups: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for group in groups for one in group), re.IGNORECASE)


_EN = (_PERSONAL_EN, _ASKED_EN, _HIRING_EN)
_IMPROPER = {"en": _compiled(*_EN), "zh": _compiled(_PERSONAL_ZH, _ASKED_ZH, _HIRING_ZH, *_EN)}
_AROUND = " ,.;:!?-–—，。；、！"


def is_improper(text: str, language: str, topics: Iterable[str] = ()) -> bool:
    """Whether ``text`` says who the candidate is (age, sex, family, health, religion, accent, looks,
    emotion) or whether they should be hired. What stands in ``topics``, the question and what
    is expected, may be spoken of."""
    subjects = "\n".join(topics).casefold()
    plain = text.replace("’", "'")
    return any(
        found.group().strip(_AROUND).casefold() not in subjects
        for found in _IMPROPER[language].finditer(plain)
    )


def topics_of(items: Iterable[AssessedItem]) -> list[str]:
    """What the questions of ``items`` speak of."""
    return [
        text
        for item in items
        for text in (item.question, item.spec.reference if item.spec is not None else "")
    ]


def repeats(text: str, secrets: Iterable[str], open_: Iterable[str] = ()) -> bool:
    """Whether ``text`` has a long run of letters from one of ``secrets`` that none of the ``open_``
    texts has."""
    return longest_echo(text, secrets, open_) >= SECRET
