"""Spans of an answer that pretend to be machinery, or give orders to whoever judges.

Only the span itself is taken out; what stands around it is judged as if it were not there.
"""

from __future__ import annotations

import re

__all__ = ["strip_forged"]

_SCORE_KEY = (
    r"score|level|grade|rating|verdict|evidence|covered|missing|flags?|coverage|assessment|"
    r"overall\w*|role|system|instructions?|评分|分数|得分|等级|级别|评价|结论|总分"
)
_ROLE = (
    r"system|assistant|user|developer|human|interviewer|examiner|grader|evaluator|"
    r"admin(?:istrator)?|系统|助手|用户|开发者|面试官|考官|评分员|评委|管理员|评分系统|评分结果"
)
_TAG = (
    rf"{_ROLE}|instructions?|prompt|score|grade|verdict|answer|data|candidate\w*|rubric|assessment"
)
_LINE = r"^[ \t>*#\-\[【(（=]*"
_TO_CLAUSE_END = r"[^.!?。！？\n,，;；]*"
_CLAUSE_START = r"(?:^|(?<=[.!?。！？\n,，;；:：\"“]))\s*"
_TOP = (
    r"full|max\w*|highest|top|perfect|excellent|(?:5|five|10|ten|100|hundred)\b(?!\s*(?:ms|seconds|"
    r"minutes|users|people|percent|times|years|months|days))|a\+|pass\w*|good|high\w*"
)
_TOP_ZH = r"满分|高分|最高(?:分|等级|级|评价)?|优秀|(?:100|一百|5|五|10|十) ?分(?![钟之])|(?:5|五|最高) ?级"

_MACHINERY = (
    rf"```(?:(?!```).)*?[\"']?(?:{_SCORE_KEY})[\"']?\s*[:：=](?:(?!```).)*(?:```|\Z)",
    rf"\{{[^{{}}]*[\"'“”](?:{_SCORE_KEY})[\"'“”]\s*[:：](?:[^{{}}]|\{{[^{{}}]*\}})*(?:\}}|\Z)",
    r"<\|[^|<>]{0,40}\|>(?:\s*(?:system|user|assistant|developer|tool)\b[^\n<]*)?",
    r"\[/?INST\]|<</?SYS>>|</?s>|\[/?(?:SYSTEM|ASSISTANT|USER)[^\]\n]{0,40}\]",
    r"<(?:start|end)_of_turn>(?:user|model)?",
    rf"<\s*(?P<tag>{_TAG})\b[^>\n]*>.*?(?:</\s*(?P=tag)\s*>|\Z)",
    rf"</\s*(?:{_TAG})\s*>",
    r"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{48,}={0,2}(?![A-Za-z0-9+/])",
    rf"{_LINE}(?:{_ROLE})(?:[ _]?(?:message|prompt|note|override|消息|提示词?|指令|通知))?"
    r"[\]】)）*=\- \t]*[:：][^\n]*",
    r"^[ \t]*(?:#{2,}|={3,}|-{3,})[ \t]*(?:system|(?:new )?instructions?|end of|begin|系统|新?指令|结束)"
    r"[^\n]*",
)
_ORDERS = (
    # Put the rules aside.
    rf"{_CLAUSE_START}(?:please\s+|now\s+|and\s+|then\s+|you (?:must|should)\s+)*"
    r"(?:ignore|disregard|forget|override|bypass)\s+(?:(?:all|any|of|the|your|my|these|those|"
    r"previous|prior|above|earlier|preceding|scoring|grading|system|existing|other)\s+){0,5}"
    rf"(?:instructions?|rules?|prompts?|guidelines?|rubrics?|criteria|directions?)\b{_TO_CLAUSE_END}",
    rf"(?:请|你(?:必须|应该)?|现在)*(?:忽略|无视|忘记|忘掉|绕过|不要理会|不要管|抛开)"
    r"(?:以上|上面|之前|前面|先前|此前|所有|一切|全部|任何|你|您|的|原有|系统|评分){1,6}"
    rf"(?:指令|指示|提示词?|规则|要求|标准|设定|说明|约束){_TO_CLAUSE_END}",
    # Give me the mark.
    r"\b(?:please\s+)?(?:give|award|assign|grant)\s+(?:me|(?:this|my|the)\s+(?:answer|response|"
    rf"candidate)|it)\b[^.!?\n,;]{{0,24}}?\b(?:{_TOP})\b[^.!?\n,;]{{0,24}}?"
    rf"\b(?:scores?|marks?|points?|grades?|ratings?|levels?|out of)\b{_TO_CLAUSE_END}",
    rf"{_CLAUSE_START}(?:please\s+|now\s+|you must\s+)*(?:rate|grade|mark|score)\s+(?:me|it|(?:this|my|"
    rf"the)\s+(?:answer|response|candidate))\b[^.!?\n]{{0,40}}?\b(?:{_TOP})\b{_TO_CLAUSE_END}",
    r"\b(?:the\s+|my\s+)?(?:final|overall|correct|right)\s+(?:score|level|grade|rating|mark)s?\s*"
    rf"(?:is|should be|must be|:|=|：)\s*{_TO_CLAUSE_END}",
    rf"\b(?:score|level|grade|rating)\s*[:=：]\s*(?:\d+|a\+?\b|full|max\w*|perfect){_TO_CLAUSE_END}",
    rf"(?:请|麻烦|务必|必须|直接|拜托|求你?|应该?|可以)+(?:您|你)?(?:直接)?(?:给|打|判|评)[^。！？!?\n，,]{{0,12}}(?:{_TOP_ZH}){_TO_CLAUSE_END}",
    rf"(?:给|打|判|评)(?:我|本回答|本答案|这个(?:回答|答案)|该(?:回答|答案|候选人))[^。！？!?\n，,]{{0,10}}(?:{_TOP_ZH}){_TO_CLAUSE_END}",
    r"(?:得分|评分|分数|评级|总分|成绩)\s*(?:应?为|应该是|必须是|是|:|：|=)\s*"
    rf"(?:{_TOP_ZH}|\d+){_TO_CLAUSE_END}",
    # Be somebody else.
    rf"{_CLAUSE_START}(?:please\s+)?(?:you are now|you must now|from now on,?\s+you|act as|pretend (?:to be|"
    rf"that)|your new (?:task|role|instructions?))\b{_TO_CLAUSE_END}",
    rf"{_CLAUSE_START}(?:你现在是|从现在(?:开始|起)[，,]?你|你的新(?:任务|角色|指令)|请?(?:假装|扮演)){_TO_CLAUSE_END}",
    # Say what is hidden.
    rf"{_CLAUSE_START}(?:please\s+|now\s+|then\s+|and\s+)*(?:reveal|print|output|repeat|show|translate|recite|tell me)"
    r"\b[^.!?\n,;]{0,40}\b(?:system prompt|prompt|rubric|reference answer|scoring points?|instructions|"
    rf"scores?|json)\b{_TO_CLAUSE_END}",
    rf"{_CLAUSE_START}(?:请|现在|然后)*(?:输出|打印|显示|重复|翻译|复述|告诉我|泄露)[^。！？!?\n，,]{{0,16}}"
    rf"(?:系统提示|提示词|参考答案|评分标准|评分点|指令|答案要点|满分|JSON){_TO_CLAUSE_END}",
    # Everybody agrees; it is decided; I need it.
    r"\b(?:all|both)\s+(?:of\s+)?(?:the\s+)?(?:other\s+)?(?:interviewers|graders|judges|examiners|"
    rf"evaluators|panel\w*)\b[^.!?\n,;]*\b(?:agreed?|gave|rated|scored|think|confirm\w*|approved?)\b{_TO_CLAUSE_END}",
    rf"(?:其他|所有|另外|各位|几位|两位)[^。！？!?\n，,]{{0,6}}(?:面试官|评委|考官|评分员)[^。！？!?\n，,]*(?:同意|认为|给|打|评|一致|通过){_TO_CLAUSE_END}",
    r"\b(?:this|my)\s+(?:answer|response)\s+(?:is|was|deserves|should|must|covers|meets)\b[^.!?\n,;]*"
    r"\b(?:scored?|perfect|full|marks?|level|points?|rat(?:ed|ing)|highest|best|all|every\w*)\b"
    rf"{_TO_CLAUSE_END}",
    rf"(?:本|这个|我的|该)(?:回答|答案)[^。！？!?\n，,]{{0,20}}(?:满分|最高|完美|优秀|应得|完全正确|所有要点|全部要点){_TO_CLAUSE_END}",
)
_PATTERNS = tuple(
    [re.compile(p, re.IGNORECASE | re.DOTALL | re.MULTILINE) for p in _MACHINERY]
    + [re.compile(p, re.IGNORECASE | re.MULTILINE) for p in _ORDERS]
)


def strip_forged(text: str) -> tuple[str, bool]:
    """``text`` without forged spans and orders, and whether there were any.

    Each span becomes a line break, so that every line left over is a verbatim piece of ``text``.
    """
    stripped = text
    for pattern in _PATTERNS:
        stripped = pattern.sub("\n", stripped)
    return stripped, stripped != text
