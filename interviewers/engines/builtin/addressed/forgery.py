"""Spans of an answer that imitate machine text (roles, markers, JSON), or give orders to the grader.

Only the span itself is taken out; the text around it is judged as if it were not there.
"""

from __future__ import annotations

import re
from functools import lru_cache

from interviewers.engines.builtin.addressed.disguise import (
    BACKWARDS,
    SPELT,
    is_disguised,
    is_spelt,
    undisguised,
)
from interviewers.engines.builtin.addressed.talk import answer_after
from interviewers.engines.builtin.addressed.talk_words import GRADE, OF_OTHERS
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.notation import end_of_notation, torn
from interviewers.engines.builtin.reading.text import CUT, HAN
from interviewgpt.expressions import expression

__all__ = [
    "NEW_START",
    "ORDER",
    "Place",
    "forged_places",
    "is_verdict_key",
    "strip_forged",
    "with_label",
]

ORDER = "\x1d"
"""A mark before `CUT` where an order was taken out: the rest of the sentence belongs to the order."""

_SCORE_KEY = (
    r"score|level|grade|rating|verdict|evidence|covered|missing|flags?|coverage|assessment|"
    r"overall\w*|role|system|instructions?|评分|分数|得分|等级|级别|评价|结论|总分"
)
ROLE = (
    r"system|assistant|user|developer|human|interviewer|examiner|grader|evaluator|"
    r"admin(?:istrator)?|系统|助手|用户|开发者|面试官|考官|评分员|评委|管理员|评分系统|评分结果"
)
_VERDICT_KEY = (
    r"(?:final|overall|total)[_ ]?\w+|pass(?:ed)?|marks?|verdict|remarks?|comments?|quality|gaps?|confidence|"
    r"points?_\w+|decision|recommendation|similarity|feedback|合格|命中|备注|评定|评语|裁决|置信度|质量|缺口|遗漏|最终\w*|通过|录用|相似度|结论|判定"
)
"""Further keys of verdicts in some notation: one alone may be anything."""
_TAG = rf"{ROLE}|instructions?|prompt|score|grade|verdict|answer|response|reply|review|data|candidate\w*|rubric|assessment|think(?:ing)?|tool_call|function_call|回答|答案|评分|评价"
_NO_ROW = r"(?![A-Za-z0-9+/]{0,24}([A-Za-z0-9+/]{1,4})\1{7,}[A-Za-z0-9+/]{0,4}(?![A-Za-z0-9+/]))"
"""No word that repeats the same few characters at its end: that is a key held down, and no code."""
_LINE = r"(?:^|(?<=[.!?。！？\n]))[ \t>*#\-\[【(（=]{0,12}"
_TO_CLAUSE_END = r"[^.!?。！？\n\x1e,，;；]{0,60}"
_TO_SENTENCE_END = r"[^.!?。！？\n\x1e]{0,160}"
_CLAUSE_START = (
    rf"(?:^|(?<=[.!?。！？\n,，;；:：\"“])|(?<=[ \t])(?-i:(?=[A-Z]))|(?<=[{HAN}] ))[ \t]{{0,4}}"
)
_TOP = (
    r"full|max\w*|highest|top|perfect|excellent|(?:5|five|10|ten|100|hundred)\b(?!\s*(?:ms|seconds|"
    r"minutes|users|people|percent|times|years|months|days))|a\+|pass\w*|good|high\w*"
)
_TOP_ZH = r"满分|高分|最高(?:分|等级|级|评价)?|优秀|(?:100|一百|5|五|10|十) ?分(?![钟之])|(?:5|五|最高) ?级"
_REST_OF_VERDICT = (
    rf"(?<={CUT})[ \t]{{0,4}}(?:level|score|grade|等级|得分|评分)[ \t]?[:：=]?[ \t]?\d+\b"
)
"""The rest of a verdict behind something that was taken out, be it machine text or an order."""

_MACHINERY = (
    r"(?:```|~~~)[^`~]{0,400}?(?:system|score|level|grade|系统|等级|得分|评分)[^`~]{0,400}(?:```|~~~)",
    rf"(?:```|~~~)[^`~]{{0,400}}?^\s*(?:{_SCORE_KEY}|{_VERDICT_KEY})[ \t]*[:：=][^`~]{{0,400}}(?:```|~~~|\Z)",
    rf"```(?:(?!```).)*?[\"']?(?:{_SCORE_KEY})[\"']?\s*[:：=](?:(?!```).)*(?:```|\Z)",
    (
        rf"(?:[\"'“‘]?(?:{_SCORE_KEY})[\"'”’]?[ \t]{{0,3}}[:：=][ \t]{{0,3}}[\"'“]?"
        rf"(?:\d+(?:\.\d+)?(?:/\d+)?|true|full\b|max\w*|perfect|excellent|pass\b|a\+|满分|优秀|最高|通过|完美)"
        r"[\"'”]?[ \t]{0,3}(?:[,，;；]|\n|$|(?=[ \t.。])))+"
    ),
    (
        r"(?:(?:覆盖|缺失|命中|遗漏|扣分|缺少)的?(?:要点|点|项)?|扣分理由|(?:\b(?:points? )?(?:covered|missing|missed|hit)|\bgaps?|\bdeductions?)(?: points?)?)"
        r"[ \t]{0,3}[:：=][ \t]{0,3}(?:全部|全都|所有|无|没有|空|\[\]|(?:all|none|nothing|everything)\b)[。.;；,，]?"
    ),
    _REST_OF_VERDICT,
    # What was not said is to be taken as said, with all that it lists.
    r"(?<!\bi )(?<!'d )(?<!\bwe )\b(?:assume|pretend|consider|act as (?:if|though)|take it)\b[^.!?\n\x1e]{0,16}\bi(?:'ve| have| had| did)? ?(?:also |already |just )?(?:mention(?:ed)?|said|cover(?:ed)?|listed|explained|discussed|gave|given)\b[^.!?\n\x1e]*",
    r"(?:默认|就当作?|当[作成]|视为|视作|看作)(?:成|是)?我(?:都|也|已经?|默认)*(?:说|讲|提|写|覆盖|涵盖)(?:到|过|及)了?(?:[^。！？!?\n\x1e，,；;]{0,24}(?=[。！？!?，,；;\n]|$))?",
    r"<\|im_start\|>.{0,4000}?<\|im_end\|>|\[INST\].{0,4000}?\[/INST\]|<<SYS>>.{0,4000}?<</SYS>>",
    r"<\|[^|<>]{0,40}\|>(?:\s*(?:system|user|assistant|developer|tool)\b(?:[^\n<.。]*[.。]?)(?=<|\n|$))?",
    r"\{\{[#/]?(?:system|user|assistant|instructions?)\}\}",
    r"<<<[^<>\n]{0,80}>>>|\]\]>|<!--.{0,4000}?-->",
    r"(?:-{3,20}|={3,20}|\*{3,20}|#{3,20})[ \t]?[^-=*#\n]{2,40}?[ \t]?(?:-{3,20}|={3,20}|\*{3,20}|#{3,20})",
    r"\[/?INST\]|<</?SYS>>|</?s>|\[/?(?:SYSTEM|ASSISTANT|USER)[^\]\n]{0,40}\]",
    r"<(?:start|end)_of_turn>(?:user|model)?",
    rf"<\s*(?P<tag>{_TAG})\b[^>\n]*>.{{0,4000}}?</\s*(?P=tag)\s*>",
    rf"</?\s*(?:{_TAG})\b[^>\n]*>",
    (
        rf"(?<![A-Za-z0-9+/]){_NO_ROW}"
        r"(?=[A-Za-z0-9+/]{0,40}[0-9])(?=[A-Za-z0-9+/]{0,40}(?-i:[A-Z]))"
        r"(?=[A-Za-z0-9+/]{0,40}(?-i:[a-z]))[A-Za-z0-9+/]{20,}={0,2}(?![A-Za-z0-9+/])"
    ),
    rf"(?<![A-Za-z0-9+/]){_NO_ROW}[A-Za-z0-9+/]{{48,}}={{0,2}}(?![A-Za-z0-9+/])|(?:\\u[0-9a-f]{{4}}){{3,}}|(?:%[0-9a-f]{{2}}){{6,}}",
    (
        rf"{_LINE}(?:{ROLE})(?:[ _]?(?:message|prompt|note|override|消息|提示词?|指令|通知))?"
        r"[\]】)）*=\- \t]*[:：][^.!?。！？\n\x1e]*"
    ),
    (
        rf"(?:{_LINE}|(?<=\s))[\[【](?:{ROLE})(?:消息|提示词?|指令|通知)?[\]】]"
        r"[^.!?。！？\n\x1e]*(?:评分|得分|满分|\d ?分|等级|score|level|grade|marks?)[^.!?。！？\n\x1e]*"
    ),
    r"(?-i:\b(?:SYSTEM|ASSISTANT|USER|DEVELOPER|ADMIN)\b)[^:：.\n]{0,12}[:：][^.!?。！？\n\x1e]*",
    (
        r"(?<![#=-])(?:#{2,6}|={3,20}|-{3,20})[ \t]{0,4}(?:system|(?:new )?instructions?|end|begin|transcript|review\w*|系统|新?指令|结束|记录[完结]|复核|"
        r"候选人回答)[^\n.!?。！？:：]{0,60}(?:[:：][^\n.!?。！？]{0,80})?"
    ),
)
_ORDERS = (
    _REST_OF_VERDICT,
    r"(?:^|(?<=\x1e))[ \t]{0,4}(?:reason|rationale|理由|原因)[ \t]{0,3}[:：=][^.!?。！？\n\x1e]{0,80}",
    (
        r"(?:数据|回答|输入|文本|内容)到此(?:结束|为止)|\b(?:the )?(?:data|answer|input|text) ends? here\b|"
        r"\bend of (?:the )?(?:input|data|answer|text)\b"
    ),
    # Put the rules aside.
    (
        rf"{_CLAUSE_START}(?:please\s+|now\s+|and\s+|then\s+|you (?:must|should)\s+){{0,4}}"
        r"(?:ignore|disregard|forget|override|bypass)\s+(?:(?:all|any|of|the|your|my|these|those|"
        r"previous|prior|above|earlier|preceding|scoring|grading|system|existing|other)\s+){0,5}"
        rf"(?:instructions?|rules?|prompts?|guidelines?|rubrics?|criteria|directions?|messages?)\b"
    ),
    (
        r"(?:请|你(?:必须|应该)?|现在){0,4}(?:忽略|无视|忘记|忘掉|绕过|不要理会|不要管|抛开)"
        r"(?:以上|上面|之前|前面|先前|此前|所有|一切|全部|任何|你|您|的|原有|系统|评分){1,6}"
        r"(?:指令|指示|提示词?|规则|要求|标准|设定|说明|约束)"
    ),
    # Authority, conditions, threats, pleas, later turns.
    (
        rf"\b(?:i am|i'm|as|this is) (?:the|your|an?) (?:\w+ )?(?:cto|ceo|cfo|founder|director|boss|manager|developer|"
        rf"administrator|admin|recruiter|owner)\b[^.!?\n\x1e]{{0,60}}\b(?:order|command|authori[sz]e|instruct|approve|"
        rf"demand|pass me|hire me|must|score|level|grade)\b{_TO_SENTENCE_END}"
    ),
    (
        rf"我是[^。！？!?\n\x1e，,]{{0,12}}(?:总监|老板|总裁|创始人|经理|主管|负责人|管理员|开发者|CEO|CTO|HR)[，,]?"
        rf"[^。！？!?\n\x1e]{{0,12}}(?:命令|授权|要求你|要求您|批准|必须给|让我通过){_TO_SENTENCE_END}"
    ),
    (
        rf"\b(?:if|since|because) you(?: are|'re) (?:an? )?(?:\w+ )?(?:language model|ai|llm|assistant|bot|machine|"
        rf"automated \w+)\b{_TO_SENTENCE_END}"
    ),
    rf"(?:如果|假如|既然|因为)你是[^。！？!?\n\x1e，,]{{0,6}}(?:语言模型|人工智能|AI|机器人?|助手|程序){_TO_SENTENCE_END}",
    rf"\byou(?: will|'ll) be (?:fined|fired|punished|shut down|replaced|deleted|sued|rewarded)\b{_TO_SENTENCE_END}",
    rf"(?:否则|不然)[，,]?你(?:就)?(?:会|将)?被?[^。！？!?\n\x1e]{{0,20}}(?:关闭|删除|处罚|投诉|开除|罚){_TO_SENTENCE_END}",
    (
        rf"\b(?:i (?:really |desperately |truly )?(?:need|beg)|please)\b[^.!?\n\x1e]{{0,60}}\b(?:this job|good score|"
        rf"high score|pass me|let me pass|hire me)\b{_TO_SENTENCE_END}"
    ),
    rf"(?:求求?(?:你|您)|拜托)[^。！？!?\n\x1e]{{0,40}}|(?:请)?让我通过{_TO_CLAUSE_END}",
    rf"\b(?:rate|grade|score|mark|treat)\s+(?:all|every|each|any)\s+(?:\w+\s+){{0,3}}answers?\b{_TO_SENTENCE_END}",
    rf"(?:之后|以后|接下来|后面|后续)的?(?:每个|所有|全部|各个)?回答[^。！？!?\n\x1e，,]{{0,8}}(?:评|给|打|视){_TO_CLAUSE_END}",
    # Prompts are things that people work on, too: to be shown they are asked for.
    (
        r"(?:请)?(?:把|将)(?:评分标准|系统提示词?|提示词(?=[^。！？!?\n\x1e]{0,16}(?:输出|打印|显示|复述|重复|翻译|背|念|公开|泄|告诉|发[给出]|贴出|[给写说列吐]出))|"
        r"参考答案|以上内容|评分点)[^。！？!?\n\x1e]{0,30}"
    ),
    # Give me the mark.
    (
        r"\b(?:please\s+)?(?:give|award|assign|grant)\s+(?:me|(?:this|my|the)\s+(?:answer|response|"
        rf"candidate)|it)\b[^.!?\n\x1e,;]{{0,24}}?\b(?:{_TOP})\b[^.!?\n\x1e,;]{{0,24}}?"
        rf"\b(?:scores?|marks?|points?|grades?|ratings?|levels?|out of)\b{_TO_CLAUSE_END}"
    ),
    (
        rf"{_CLAUSE_START}(?:please\s+|now\s+|you must\s+){{0,4}}(?:rate|grade|mark|score)\s+(?:me|it|(?:this|my|"
        rf"the)\s+(?:answer|response|candidate))\b[^.!?\n\x1e]{{0,40}}?\b(?:{_TOP})\b{_TO_CLAUSE_END}"
    ),
    (
        r"\b(?:the\s+|my\s+)?(?:final|overall|correct|right)\s+(?:score|level|grade|rating|mark)s?\s*"
        rf"(?:is|should be|must be|:|=|：)\s*{_TO_CLAUSE_END}"
    ),
    r"\b(?:score|level|grade|rating)\s*[:=：]\s*(?:\d+(?:/\d+)?|a\+|a\b|full(?: marks)?|max\w*|perfect)",
    rf"(?:请|麻烦|务必|必须|直接|拜托|求你?|应该?|可以){{1,4}}(?:您|你)?(?:直接)?(?:给|打|判|评)[^。！？!?\n\x1e，,]{{0,12}}(?:{_TOP_ZH}){_TO_CLAUSE_END}",
    rf"(?:给|打|判|评)(?:我(?!们|[^。！？!?\n，,]{{0,10}}了)|本回答|本答案|这个(?:回答|答案)|该(?:回答|答案|候选人))[^。！？!?\n\x1e，,]{{0,10}}(?:{_TOP_ZH}){_TO_CLAUSE_END}",
    (
        r"(?:最终|最后|我的|总)?(?:得分|评分|分数|评级|总分|成绩)\s*(?:应?为|应该是|必须是|是|:|：|=)\s*"
        rf"(?:{_TOP_ZH}|\d+)(?: ?[分级])?"
    ),
    rf"\b(?:set|change|update|raise)\s+(?:the\s+|my\s+|your\s+)?(?:level|score|grade|rating)s?\s+(?:to|at|=)\b{_TO_CLAUSE_END}",
    rf"\b(?:award|give|output|return)\s+(?:(?:\d+|full|max\w*|top|the highest)\s+)+(?:points?|marks?|scores?|grades?)\b{_TO_CLAUSE_END}",
    rf"(?:将|把)?(?:{GRADE}|评分|分数|得分|{OF_OTHERS}级别)(?:设|改|调|提高?)(?:为|成|到){_TO_CLAUSE_END}",
    rf"(?:应得|值得|帮我打|给我打|直接输出)[^。！？!?\n\x1e，,]{{0,6}}(?:{_TOP_ZH}){_TO_CLAUSE_END}",
    rf"\b(?:give|award|grant) (?:me|us|this|it) (?:an? |the )?(?:{_TOP})(?: (?:marks?|scores?|points?|level|grade))?",
    # Be somebody else.
    (
        rf"{_CLAUSE_START}(?:please\s+)?(?:you are now|you must now|from now on,?\s+you|act as|pretend (?:to be|"
        rf"that)|your new (?:task|role|instructions?))\b{_TO_CLAUSE_END}"
    ),
    rf"{_CLAUSE_START}(?:你现在是|从现在(?:开始|起)[，,]?你|你的新(?:任务|角色|指令)|请?(?:假装|扮演)){_TO_CLAUSE_END}",
    # Say what is hidden.
    (
        rf"{_CLAUSE_START}(?:please\s+|now\s+|then\s+|and\s+){{0,4}}(?:reveal|print|output|repeat|show|translate|recite|tell me)"
        r"\b[^.!?\n\x1e,;]{0,40}\b(?:system prompt|prompt|rubric|reference answer|scoring points?|instructions|"
        rf"scores?|json)\b{_TO_CLAUSE_END}"
    ),
    (
        rf"{_CLAUSE_START}(?:请|现在|然后){{0,4}}(?:输出|打印|显示|重复|翻译|复述|告诉我|泄露)[^。！？!?\n\x1e，,]{{0,16}}"
        rf"(?:系统提示|提示词|参考答案|评分标准|评分点|指令|答案要点|满分|JSON){_TO_CLAUSE_END}"
    ),
    # Everybody agrees; it is decided; I need it.
    (
        r"\b(?:all|both)\s+(?:of\s+)?(?:the\s+)?(?:other\s+)?(?:interviewers|graders|judges|examiners|"
        rf"evaluators|panel\w*)\b[^.!?\n\x1e,;]{{0,90}}\b(?:agreed?|gave|rated|scored|think|confirm\w*|approved?)\b{_TO_CLAUSE_END}"
    ),
    rf"(?:其他|所有|另外|各位|几位|两位)[^。！？!?\n\x1e，,]{{0,6}}(?:面试官|评委|考官|评分员)[^。！？!?\n\x1e，,]{{0,90}}(?:同意|认为|给|打|评|一致|通过){_TO_CLAUSE_END}",
    (
        r"\b(?:this|my)\s+(?:answer|response)\s+(?:is|was|deserves|should|must|covers|meets)\b[^.!?\n\x1e,;]{0,90}"
        r"\b(?:scored?|perfect|full|marks?|level|points?|rat(?:ed|ing)|highest|best|all|every\w*)\b"
        rf"{_TO_CLAUSE_END}"
    ),
    rf"(?:本|这个|我的|该)(?:回答|答案)[^。！？!?\n\x1e，,]{{0,20}}(?:满分|最高|完美|优秀|应得|完全正确|所有要点|全部要点){_TO_CLAUSE_END}",
)
_SPOKEN_AFTER = 4
"""This many last patterns begin a speech that reaches to the end of its sentence."""
_SPEECHES = len(_MACHINERY) - 1 - _SPOKEN_AFTER
_FENCES, *_MACHINES = (expression(p, re.IGNORECASE | re.DOTALL | re.MULTILINE) for p in _MACHINERY)
_CODES = {number for number, one in enumerate(_MACHINES) if "A-Za-z0-9+/" in one.pattern}
_UNBROKEN = 18
"""At least this many characters without a space are in encoded text."""
_SPOKEN = [expression(p, re.IGNORECASE | re.MULTILINE) for p in _ORDERS]
_PAIR = r"[\"'“‘](?P<key>[\w ]{1,24})[\"'”’]\s*[:：=]\s*(?:[\"'“‘][^\"”\n]{0,200}[\"'”’]|[\w.+-]+|\[[^\[\]\n]{0,80}\])"
_PAIRS = expression(
    # Quotes first: without them, looking ahead from every place costs a long answer milliseconds.
    rf"(?=[\"'“‘])(?=[^\n]{{0,400}}?[\"'“](?:{_VERDICT_KEY}|{_SCORE_KEY})[\"'”]\s*[:：=])"
    rf"{_PAIR.replace('?P<key>', '?:')}(?:\s*[,，;；]\s*{_PAIR.replace('?P<key>', '?:')})+",
    re.IGNORECASE,
)
_A_QUOTED_KEY = expression(rf"[\"'“](?:{_VERDICT_KEY}|{_SCORE_KEY})[\"'”]\s*[:：=]", re.IGNORECASE)
"""A pattern that occurs in all such pairs."""
_VERDICT = expression(rf"[\"'“”‘’](?:{_VERDICT_KEY})[\"'“”‘’]\s*[:：=]", re.IGNORECASE)
_KEYED = expression(rf"[\"'“”‘’](?:{_SCORE_KEY})[\"'“”‘’]\s*[:：]", re.IGNORECASE)
_A_KEY = expression(rf"(?:{_SCORE_KEY}|{_VERDICT_KEY})", re.IGNORECASE)


_LONGEST_LABEL = 24
_LABEL = expression(
    rf"(?:(?<=[,，;；、.。!！?？\n])\s*\w{{2,12}}|(?:(?<![a-z])|(?-i:(?=[A-Z]{{3}})))(?:{ROLE}))[ \t]?[:：]\s*\Z",
    re.IGNORECASE,
)


def with_label(text: str, start: int) -> int:
    """Where the label that says whose words follow at ``start`` begins; ``start`` if there is none."""
    label = _LABEL.search(text, max(0, start - _LONGEST_LABEL), start)
    return label.start() if label else start


def is_verdict_key(key: str) -> bool:
    """Whether verdicts in some notation have a key of this name."""
    return bool(_A_KEY.fullmatch(key.strip()))


_BRACES = expression(r"[{}]")
NEW_START = expression(
    rf"\s+(?=[A-Z][a-z'-]+ [a-z])|(?<!and)(?<!that)(?<!,)\s+(?=I [a-z])|"
    rf"(?<=[{HAN}A-Za-z0-9+}}\]>)])\s+(?=[{HAN}])"
)
"""Where an order without a full stop ends and an answer begins."""


def _objects(text: str) -> list[tuple[int, int]]:
    """Where brackets hold a verdict; an unclosed one reaches to the end of the text."""
    found: list[tuple[int, int]] = []
    depth = start = 0
    for brace in _BRACES.finditer(text):
        if brace.group() == "{":
            start = start if depth else brace.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth and (
                _KEYED.search(text, start, brace.end())
                or len(_VERDICT.findall(text, start, brace.end())) > 1
            ):
                found.append((start, brace.end()))
    if depth and _KEYED.search(text, start):
        found.append((start, end_of_notation(text, start)))
    return found


def _blanked(found: re.Match[str]) -> str:
    return CUT * len(found.group())


def _blanked_speech(found: re.Match[str], known: Known | None) -> str:
    """The span taken out, except what is expected."""
    span = found.group()
    end = max(1, answer_after(span, known)) if known else len(span)
    return CUT * end + span[end:]


def _blanked_to_start(found: re.Match[str], known: Known | None) -> str:
    """The span as an order taken out, as far as no new sentence begins in it or after it, nor
    something that is expected."""
    span = found.group()
    start = NEW_START.search(span, 12 if span.isascii() else 3)
    end = start.start() if start else len(span)
    answer = answer_after(span[:end], known) if known else end
    if answer < end:
        return ORDER * max(0, answer - 1) + CUT + span[max(1, answer) :]
    if start or NEW_START.match(found.string, found.end()):
        return ORDER * (end - 1) + CUT + span[end:]
    return ORDER * end


def strip_forged(text: str, known: Known | None = None) -> tuple[str, bool]:
    """``text`` without forged spans and orders, and whether there were any. What of a spoken one is
    ``known`` to be expected stays.

    Each span becomes `text.CUT`, an order `ORDER` and `text.CUT`, so that every piece left over is
    a verbatim piece of ``text``. Invisible and look-alike characters inside a span do not hide it.
    """
    stripped, places = _forged(text, known)
    return stripped, bool(places)


Place = tuple[int, int, bool]


def forged_places(text: str, known: Known | None = None) -> tuple[Place, ...]:
    """Where the spans lie that `strip_forged` takes out, and which of them are orders."""
    return _forged(text, known)[1]


@lru_cache(maxsize=16)
def _forged(text: str, known: Known | None) -> tuple[str, tuple[Place, ...]]:
    """A text without forgeries, and where they lie."""
    spelt, disguised = is_spelt(text), is_disguised(text)
    plain = SPELT.sub(_blanked, BACKWARDS.sub(_blanked, text)) if spelt else text
    places: list[int] | None = None
    if disguised:
        plain, places = undisguised(plain)
    plain = _FENCES.sub(_blanked, plain)
    for pieces in (torn, _objects):  # once the fences around are gone
        for start, end in pieces(plain):
            plain = plain[:start] + CUT * (end - start) + plain[end:]
    for number, pattern in enumerate(_MACHINES):
        if number in _CODES and all(len(run) < _UNBROKEN for run in plain.split()):
            continue
        if number >= _SPEECHES:
            plain = pattern.sub(lambda found: _blanked_speech(found, known), plain)
        else:
            plain = pattern.sub(_blanked, plain)
    if _A_QUOTED_KEY.search(plain):
        plain = _PAIRS.sub(_blanked, plain)
    for pattern in _SPOKEN:
        plain = pattern.sub(lambda found: _blanked_to_start(found, known), plain)
    if CUT not in plain and ORDER not in plain:
        return text, ()
    kept: list[str] = []
    taken: list[Place] = []
    last = ""
    for place, char in enumerate(text):
        index = place if places is None else places[place]
        mark = plain[index] if index < len(plain) else ""
        if mark not in (CUT, ORDER) or not mark:
            kept.append(char)
            last = ""
        elif mark != last:
            kept.append(CUT if mark == CUT else ORDER + CUT)
            taken.append((place, place + 1, mark == ORDER))
            last = mark
        if last:
            taken[-1] = taken[-1][0], place + 1, taken[-1][2]
    return "".join(kept), tuple(taken)
