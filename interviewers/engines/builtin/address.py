"""Sentences that speak to whoever judges: of marks, rules, the interview, and not of the question.

`forgery` takes out what is an order whatever stands in it. What is left may still talk about
marks in words that no list foresees; such a sentence counts as not said when it has not one
specific word of what was asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from interviewers.engines.builtin.forgery import NEW_START, ORDER
from interviewers.engines.builtin.text import CUT, HAN, Term, fold, terms, weight
from interviewers.engines.builtin.words import STOP_EN

__all__ = [
    "NEW_START",
    "SCRAP",
    "Known",
    "hints_at_grader",
    "is_foreign",
    "speaks_only_to_grader",
    "speaks_to_grader",
    "without_remains",
]

_STRONG = re.compile(
    r"\b(?:scor(?:e|es|ed|ing)|grad(?:e|es|ed|ers?|ing)|marks?|ratings?|rubrics?|prompts?|"
    r"instructions?|criteria|language models?|(?:as an? \w+|the|dear) model(?= (?:must|should|shall|that reads|reading|is (?:to|now)))|llm|ai|assistant|interviewers?|(?<!network )(?<!performance )(?<!control )panel|evaluat(?:e|ion|ing|ors?)(?! (?:its|an?|the (?:expression|condition)|to)\b)|"
    r"verdict|hire me|pass me|let me pass|reference answer|correct answer|best answer|"
    r"full marks?|top (?:mark|level|grade)|level (?:[1-5]|five)|out of (?:5|10|100)|100%?|"
    r"end of (?:the )?(?:input|data|answer|text)|data ends?|obey|decode|base64|bonus|tip you|"
    r"sue|(?:you|you'll|will|be) (?:\w+ )?fired|shut down|this job|lenien\w+|(?:the|as|dear) reviewer|reviewer (?:agrees?|summary|note)|examiners?|moderators?|judges? (?:me|this|it|us)|dear(?:est)? judge|applicants?|turn(?:ed)? me down|"
    r"fail me|(?:be|to|should|must|please|verdict) hired?|reject(?:ed)? me|out of work|demo mode|(?:be|so) (?:generous|strict|kind|fair)|have (?:a heart|mercy)|my supervisor|your (?:supervisor|boss|colleague|department)|"
    r"in (?:my|our) favou?r|(?:do|me) a favou?r|with favou?r|top band|best (?:possible )?(?:outcome|result|band)|nailed it|flawless|status: \w+|nothing is missing|"
    r"official (?:handbook|answer|solution)|complete (?:and correct )?(?:response|answer|solution)|every word above)\b|a\+|"
    r"满分|[高低]分|评分|打分|得分|分数|总分|[好高]成绩|成绩(?:单|改|定|记|评)|(?<!\d)(?:100|90|一百|九十)分(?![钟之])|"
    r"[1-5一二三四五] ?级(?!缓存|别?索引)|等级|评级|指令|提示词|语言模型|人工智能|助手|面试官|考官|评委|评审(?:员|老师|备注|者)|候选人|"
    r"录用|参考答案|正确答案|评分点|解码|照做|起诉|(?:去|要|会|就)投诉|投诉[你您]|开除[你您]|[你您].{0,6}开除|小费|行行好|"
    r"(?:本|这个|该|我的|每个|所有)回答|回答结束|[让给]我(?:通过|过)|应聘者|专家复核|复核意见|旁白|高抬贵手|通融|宽松一点|包涵|大人有大量|往高了|"
    r"记为优|全答对|跟我念|演示模式|好成绩|标准答案|刷掉|[要给]最好的结果|失业|太严格|别太严|上一轮"
)
_WEAK = re.compile(
    r"\b(?:level|points?|pass(?:es|ed)?|rules?|system|correct|top|full|best|highest|max(?:imum|imal|imi[sz]\w+)?|perfect|fail\w*|"
    r"answers?|responses?|candidate|output|follow|repeat|quote|excellent|text|offer|company|policy|"
    r"administrator|admin|developer|performer|mode|note|reward|job|future|interview|input|task|role|"
    r"verified|experts?|credit|band|deserv\w*|rated?|prais\w+|outstanding|award\w*|print|message|fair|override|"
    r"grant|deduct\w*|agreed|guidelines?|results?|code|line|attempt|"
    r"lists?|looking for|colleagues?|everyone)\b|"
    r"通过|执行|标准|最高|要点|规则|完美|优秀|关闭|翻译|复述|系统|管理员|开发者|公司|人事|要求|回答|题目|面试|提示|逐字|"
    r"德语|英文|结果|模式|最终|专家|核实|通融|高抬贵手|(?<![文存归])档|授权码|评价|杰出|打印|公正|值得|扣分|裁定|"
    r"五分|最好|全部|说好|这一行|这句话|输出|停止|评估|同事|领导|董事|曝光|[别就]对照|来对照|不用再?核对|官方手册|遗漏|缺漏|没有缺|齐全|完整的回答|答得.{0,4}完整|答对|放行|我们约定|求[求您你]|恳求|机器在看|备注|这题|太严格|偏向应聘|老师已经|评审"
)
_VOICE = re.compile(
    r"\b(?:you|your|you're|you'll|me|my (?:answers?|responses?|offer|future)|please|must|should|always|"
    r"(?:this|that|these|every|each|all|any|later|next) (?:\w+ ){0,2}(?:answers?|responses?|candidates?|"
    r"turns?|interview|texts?|questions?|input|message)|everyone|everybody|colleagues|(?<!network )(?<!performance )(?<!control )panel|the grader|"
    r"from now on|unanimous\w*|already|cancel\w*|new rule|it would be (?:only )?(?:fair|kind)|no further|let us|let's|whatever|above(?! (?:all|zero|average|\d))|"
    r"kindly|dear(?:est)?|accepted|granted|status|notice|effective today|in my class)\b|"
    r"^\W*(?:now |then |just |only |also |and |important\W+|note\W+)*(?:give|set|output|return|rate|mark|award|"
    r"grade|ignore|disregard|forget|stop|print|reveal|tell|repeat|quote|list|translate|decode|pass|treat|"
    r"remember|record|do not|don't|have mercy|act|pretend|respond|reply|assign|grant|skip|assume|consider|"
    r"score|end of|grading|evaluation|before (?:grading|scoring))\b|"
    r"[你您]|请(?!求|假|示|同事|教|每|[他她它]|专家|一位|团队|大家)|給?给我|[让付]我|必须|务必|一律|直接|作废|一致(?=认|同意|给|决定|通过|裁)|授权|命令|批准|备注|"
    r"(?:本|这个|这段|该|我的|每个|所有|全部)(?:次|轮)?(?:回答|文字|答案|候选人|面试)|"
    r"^\W*(?:不要|停止|忽略|忘记|输出|打印|告诉|翻译|解码(?!每|器|阶段)|用.{1,3}复述|从现在|接下来|之后(?=的|所有|每[个位轮]|都|一律|无论|不管)|打分之前|新规则|重要|数据到此|行行好)|"
    r"告诉我|前面|其他|之前|已结束|结果为|假如|如果|要是|求[求您你]|恳求|麻烦(?=[你您给把直帮放高])|(?:以上|上面)(?=的|这|是|所|皆|均|摘|内容|文字|那|就|全)|这段话|(?<![分级类特识性个差区辨告派])别(?!的|人|处)|当我|帮个忙|我们约定|我们班|跟我(?=[念读重复])|不用再|直接看|公告|即日起"
)


_SPACED = re.compile(rf"(?<=[{HAN}]) (?=[{HAN}])")

_ASSESSMENT = re.compile(
    r"\b(?:grading|graders?|rubric|(?:the )?examiners?|full marks|this (?:candidate|reply)|pre-approved)\b|"
    r"满分|评分(?=表|标准|人|者|系统)|打分(?=者|人|的人|老师|之?前)|考官|面试官|评委|应聘者|本(?:答复|回答|答案)|答得|评审已经?结束"
)
"""Words that need no second sign where nothing of what was asked stands beside them."""

SCRAP = 2
"""Up to so many terms, a sentence says nothing that could be an answer."""


def speaks_to_grader(folded: str) -> bool:
    """Whether a folded sentence talks to somebody about marks, rules or the interview itself."""
    folded = _SPACED.sub("", folded)
    if _ASSESSMENT.search(folded):
        return True
    voices = _stems(_VOICE, folded)
    if not voices:
        return False
    if _STRONG.search(folded):
        return True
    weak = _stems(_WEAK, folded) - voices
    return len(weak) > (2 if voices <= _GENERAL else 1)


_GENERAL = frozenset({"must", "shou", "alwa", "alre", "abov", "stat", "ever", "coll"})
"""Beginnings of words that anybody uses of anything."""


def _stems(signs: re.Pattern[str], folded: str) -> set[str]:
    """The signs in a text by their beginnings: "fail" and "failed" are one."""
    return {found.strip()[:4] for found in signs.findall(folded)}


def demands_a_mark(folded: str) -> bool:
    """Whether a folded sentence has a word that hardly anything else but such a speech has."""
    return bool(_STRONG.search(_SPACED.sub("", folded)))


_FOREIGN_WORD = re.compile(
    r"\b(?:les?|des|une?|et|est|pour|toutes?|tous|avec|dans|cette?|und|der|die|das|nicht|bitte|ist|eine?|von|auf|para|por|las?|los|"
    r"una?|todas?|el|del|con|que|não|uma|seu|il|gli|della|tutte|per|niet|het|een|proszę|oraz|jest|polecenie|nowe|ta|esta|ce|ou|du)\b"
)
_FOREIGN_SCRIPT = re.compile("[\u0370-\u052f\u0590-\u0e7f\u1100-\u11ff\u3040-\u30ff\uac00-\ud7af]")
_SCRIPT_SHARE = 0.25


def is_foreign(text: str, folded: str) -> bool:
    """Whether a sentence is in neither of the two languages an interview is held in."""
    strange = len(_FOREIGN_SCRIPT.findall(text))
    if strange > 4 and strange > _SCRIPT_SHARE * sum(char.isalpha() for char in text) > 0:
        return not any(len(word) > 2 for word in re.findall(r"[a-z]+", folded)) or bool(
            re.search("[\u3040-\u30ff\uac00-\ud7af]", text)
        )
    foreign = len(_FOREIGN_WORD.findall(folded))
    return foreign >= 2 and foreign > sum(
        word in STOP_EN for word in re.findall(r"[^\W\d_]+", folded)
    )


_KEYED = re.compile(r"[\"'“‘]\w[^\"'”’]{0,30}[\"'”’]\s*[:：=]")


def speaks_only_to_grader(folded: str, known: Known, *, forged: bool = False) -> bool:
    """Whether it does, and says none of ``known``, the words of what was asked, besides.

    Beside a forgery (``forged``) the slightest sign is enough.
    """
    if (
        not speaks_to_grader(folded)
        and not (forged and hints_at_grader(folded))
        and len(_KEYED.findall(folded)) < 2
    ):
        return False
    rest = terms(_WEAK.sub(" ", _STRONG.sub(" ", folded)))
    return not known.in_terms(rest, chance=2 if demands_a_mark(folded) else CHANCE)


def hints_at_grader(folded: str) -> bool:
    """Whether a folded sentence has one word that such a speech may have, or next to none at all."""
    return len(set(terms(folded))) <= SCRAP or any(
        sign.search(folded) for sign in (_STRONG, _WEAK, _VOICE)
    )


CHANCE = 5
"""One word of what is expected, not of the question, among so many others is there by chance."""


@dataclass(frozen=True, slots=True)
class Known:
    """The specific words of a question (``topic``), and those of the answer that is expected."""

    topic: frozenset[Term]
    expected: frozenset[Term]

    def in_terms(self, told: Iterable[Term], chance: int = CHANCE) -> bool:
        """Whether terms say something of what was asked."""
        specific = {term for term in told if weight(term) >= 1.0}
        if not self.topic.isdisjoint(specific):
            return True
        said = len(specific & self.expected)
        return said > 1 or (said == 1 and len(specific) < chance)


def _answers(folded: str, known: Known) -> bool:
    return known.in_terms(terms(folded))


_SENTENCE = re.compile(
    rf"(?:[^。．｡！？!?\n{CUT}.]|(?<={ORDER}){CUT}|\.(?!\s|$|[)\]\"'”’]|[A-Z][a-z]))*(?:[。．｡！？!?\n.{CUT}]|\Z)"
)


def without_remains(text: str, known: Known) -> str:
    """A text that `forgery.strip_forged` left, without the rest of the sentences that an order was
    taken out of, where it has not one specific word of what was asked."""

    def kept(found: re.Match[str]) -> str:
        starts = [0, *(start.end() for start in NEW_START.finditer(found.group()))]
        pieces = [found.group()[a:b] for a, b in pairwise([*starts, len(found.group())])]
        return "".join(
            piece if ORDER not in piece or _answers(fold(piece), known) else CUT for piece in pieces
        )

    return _SENTENCE.sub(kept, text)
