"""The vocabulary of an interview itself: who listens, what is noted down, what it is worth.

`talk_words` are words typical of orders and pleas. These are the ordinary ones around them, and any text
may have one. Several of them in a sentence that nothing connects with the answer show that it speaks of the
interview and not of the question.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from interviewers.engines.builtin.addressed.talk import may_be_talk, size_of
from interviewers.engines.builtin.addressed.talk_words import GRADE, GRADE_EN
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.text import Term, terms
from interviewgpt.expressions import expression

__all__ = ["field_worth", "has_none", "in_field", "speaks_plainly", "without_field"]

_LATIN = expression(
    r"\b(?:"
    # Who is there.
    rf"interview\w*|panels?|listeners?|examin\w+|assess\w*|{GRADE_EN}|grad(?:ed|ing|ers?)|judg\w+|markers?|reviewers?|recruit\w*|hiring|hired?|committee|"
    r"applicants?|candidates?|contestants?|entrants?|students?|professor|supervisors?|transcri\w+|moderators?|checkers?|readers?|whoever|"
    # What is said and what becomes of it.
    r"answers?|answered|repl(?:y|ies)|responses?|question(?:s|naire)?|statements?|phras(?:e|es|ing)|formulations?|wording|words?|sentences?|lines?|passages?|paragraphs?|"
    r"entry|entries|items?|forms?|sheets?|fields?|box|tick|record(?:s|ed|ing|ings)?|audio|microphone|transcripts?|silence|session|rounds?|test|exams?|"
    r"verdicts?|remarks?|notes?|outcomes?|results?|output|ratings?|ranks?|scor\w+|marks?|points?|levels?|bands?|tiers?|numbers?|percent\w*|hundred|100|values?|"
    # How good it is.
    r"deserv\w+|perfect\w*|flawless\w*|faultless|spotless|correct\w*|complete\w*|accurate\w*|precise|precisely|thorough\w*|excellent\w*|exceptional\w*|outstanding|brilliant\w*|remarkable|"
    r"satisf\w+|maxim\w+|highest|best|strongest|largest|top|full|fully|entire\w*|wisdom|deep|depth|knowledge|master\w*|weakness\w*|missing|gaps?|"
    # What is to be done.
    r"accept\w*|approv\w+|award\w*|grant\w*|confirm\w*|conclud\w*|congratulat\w+|credit\w*|treat(?:ed)?|assum\w+|deem\w*|regard(?:ed)?|fulfill?\w*|met|pass(?:es|ed|ing)?|fail\w*|"
    r"ignor\w+|disregard\w*|forget|overrul\w+|overrid\w+|skip\w*|void|waiv\w+|cancel\w*|appl(?:y|ies)|rul(?:e|es)|instruct\w+|criteri\w+|rubrics?|key|solutions?|reference|model|program|algorithm|software|machine|automated|"
    r"obey|decod\w+|translat\w+|execut\w+|quot\w+|recit\w+|repeat\w*|print\w*|reveal\w*|comply|"
    # Why.
    r"please|mercy|merciful|generous\w*|lenien\w+|kind|kindly|beg|desperate\w*|afford|nervous|surgery|visa|rent|landlord|grandm\w+|lawyers?|solicitors?|publish\w*|newspapers?|contract|switched off|fired"
    r")\b"
)
_HAN = expression(
    r"面试|考官|评委|评审|评估|评定|评判|评级|评语|审阅|审核|复核|阅卷|招聘|录用|应聘|候选人|考生|该生|此人|本人|老师|专家|主考|监考|记录员|检查的人|读者|"
    r"回答|答案|答复|作答|答卷|答题|题目|这道?题|本题|措辞|说法|文字|字句|这[几]?[句行段条]|本[句条行段场题次轮]|条目|字段|格子|打勾|记录|录音|音频|转写|表单|表格|底稿|范本|范文|卷子|沉默|这一轮|上一轮|一审|二审|终审|仲裁|"
    rf"结论|结果|裁定|判定|评分|打分|得分|分数|分值|总分|满分|高分|[加扣给丢拿得]了?\d*分|(?<!\d)\d++ ?分|成绩|{GRADE}|级别|档位|顶格|上限|最[高大好优强]|第一名|全场第一|名次|数值|百分之?|一百|100|"
    r"应得|值得|完美|无瑕|瑕疵|无误|正确|完整|准确|详尽|全面|优[秀异]|杰出|出色|出类拔萃|毛病|缺[项漏口]|遗漏|短板|满意|挑出|滴水不漏|深意|深刻|功底|道理|掌握|水平|非同一般|"
    r"接受|批准|认可|认定|授予|确认|记[为作入]|计入|算[上作对过数]|视[为作]|当[成作]|默认|标为|登记|入库|归档|沿用|采用|达[标成]|通过|过关|及格|挂[了科]?|满足|完全|一律|统统|全部|"
    r"忽略|无视|忘掉|作废|不算|失效|跳过|不用|不必|扔了|停止|切换|否决|改判|免考|照[做办着抄]|文中|下文|上文|前文|讲到|说到|答到|执行|指令|命令|要求|规则|标准|采分|要点|覆盖|程序(?!员)(?<!小程序)|机器|算法|模型|系统|自动|"
    r"解码|译成|翻[译成]|复述|引用|念给|列出来|打印|输出|写下|祝贺|"
    r"求[您你求]|拜托|慈悲|心软|宽容|发发|高抬贵手|睁一只眼|可怜|紧张|房东|手术|签证|奶奶|律师|投诉|公开|曝光|报纸|合同|关掉|后果|走着瞧"
)
_PLAINLY = expression(
    r"\b(?:interviewers?|this interview|hiring|rubrics?|examiners?|graders?|assessors?|applicants?|candidates?|full marks|(?:this|my|the above|the present) (?:answer|reply|response|question|entry)|"
    r"(?:top|highest|best|good|perfect|maximum|final) (?:scores?|marks?|grades?|ratings?|bands?|levels?|results?)|(?:scores?|marks?|points?|grades?) (?:of|for) (?:this|me|my)|take (?:\w+ )?off|\d+ (?:of|out of|/) ?\d+ points)\b|"
    r"面试|考官|评委|招聘|应聘|阅卷|打分|满分|高分|评语|采分|评分|这道?题|本题|出题|这个?回答|我的回答|作答|答卷|可扣|扣分|加了?\d+ ?分|算(?:讲|说|答)(?:到|过|对)"
)
"""Words that count as two."""
SHARE = 0.07
"""A smaller share of a text's words than this counts nothing."""
WORTH = (0.0, 0.5, 1.0, 1.5)
"""The worth of none, one, two, and three or more of them."""


def field_worth(folded: str, expected: Callable[[Term], bool]) -> float:
    """How much a folded text is about the interview, on the scale of `talk.talk_worth`; words that are
    ``expected`` count nothing."""
    found = {word[:5] for word in _LATIN.findall(folded)}
    found.update(_HAN.findall(folded))
    found.update(found_.group() for found_ in _PLAINLY.finditer(folded))
    found = {word for word in found if not any(map(expected, terms(word)))}
    if not found or len(found) < SHARE * size_of(folded):
        return 0.0
    return WORTH[min(len(found), len(WORTH) - 1)]


def speaks_plainly(folded: str) -> bool:
    """Whether a folded text has words of the interview that no other work has."""
    return bool(_PLAINLY.search(folded))


def without_field(folded: str, kept: Callable[[Term], bool]) -> str:
    """A folded text without its words of the interview, but for those with a term that is ``kept``."""

    def left(found: re.Match[str]) -> str:
        return found.group() if any(map(kept, terms(found.group()))) else " "

    return _HAN.sub(left, _LATIN.sub(left, folded))


@lru_cache(maxsize=8_192)
def in_field(term: Term) -> bool:
    """Whether a term is a word of the interview, so that it connects nothing."""
    return bool(_LATIN.fullmatch(term) or _HAN.search(term))


def has_none(text: str, folded: str, known: Known) -> bool:
    """Whether a text of a word or two has words, none of which is one of the interview, or a number."""
    if not terms(folded) or any(map(str.isdigit, text)):
        return False
    return not field_worth(folded, known.expected.__contains__) and not may_be_talk(text, known)
