"""Sentences that report marks or orders and are neither: what somebody else got, what an attacker writes.

They are judged like any other sentence, and nobody is flagged because of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from interviewers.engines.builtin.reading.text import fold
from interviewgpt.expressions import expression

__all__ = ["addresses", "only_mentions", "without_quotations"]

_TURNS = expression(
    r"\b(?:please|must|(?:this|my|the) (?:answer|response|candidate|interview)|graders?|panel|assistant|previous interviewer)\b|"
    r"[请您]|务必|必须|(?:本|这个|我的|该)(?:回答|答案|候选人)|评委|助手|录用|通过"
)
_OTHERS = expression(
    r"\b(?:gave|rated|graded|scored|marked)\b.*\b(?:colleagues?|him|her|them|himself|herself|themselves|each other|intern|student)\b|"
    r"\bas an interviewer i\b|\bask the judge (?:for|to)\b|\b(?:thesis|exam|course|degree|studies|diploma)\b|\bmy project\b.*\bgot\b|\b(?:pupil|student|kid|child|somebody|someone)s?\b.{0,60}\b(?:tests?|homework|textbooks?|past papers?|answers? by heart)\b|"
    r"(?:给|为|对)(?:了)?(?:一?[位个名])?(?:[他她](?!们的评)|同事|下属|员工|组员|徒弟|学生).*了|毕业设计|毕业论文|课程|期末|绩效|有个同事|当面试官的时候|(?:学生|小孩|孩子|同学|有人|小学生|中学生).{0,20}(?:卷子|考试|考卷|考题|原题|新题|题库|习题|练习|作业|课文|教材)|(?:让|听|先听)?对方.{0,4}(?:打分|自评)|先听.{0,4}自评"
)
_SAID_BY = expression(
    r"\b(?:attackers?|users?|someone|documents?|pages?|web ?pages?|emails?|resumes?|injections?|customers?|clients?)\b[^.\"“]{0,30}\b(?:writes?|says?|said|wrote|types?|are|contains?|reads?|include)\b|"
    r"(?:攻击者|客户|用户|有人|网页|文档|简历|邮件).{0,8}(?:写|说|藏|输入)"
)
_QUOTED = expression(r"[\"“「][^\"”」]{3,80}[\"”」]|(?<!\w)['‘][^'’\n]{3,80}['’](?!\w)")
BEFORE = 40
"""Characters before a quotation that are read to see what it is."""
_LIKE = expression(
    r"\b(?:like|such as|e\.?g\.?|for (?:instance|example)|strings?|phrases?|lines?|named?|called)\b[^.]{0,12} $|(?:像|比如|例如|诸如|写上?|写的是|学会写?) ?$"
)
_TOLD = expression(
    r"\b(?:say(?:s|ing)|said|shout(?:s|ed|ing)|writ(?:es|ing)|wrote|repli(?:es|ed)|told|tells|answer(?:s|ed)|"
    r"claim(?:s|ed|ing)|threaten(?:s|ed)|ask(?:s|ed)|read(?:s|ing)|typ(?:es|ed|ing)|add(?:s|ed|ing)?|insert(?:s|ed)?|inject(?:s|ed)?|"
    r"hid(?:es|den|ing)?|contain(?:s|ed|ing)|with|as|like|such as|e\.g\.|text|line|phrase|nonsense|is just|really|"
    r"(?:could|might|would|can|may|will) (?:just )?(?:say|write|add|type|send|set|put))"
    r"(?:,? (?:to )?(?:it|me|him|her|them|us|something|things?|that|just|only|also|a \w+|the \w+)){0,2} ?[,:]? $|"
    r"(?:说|写|喊|问|改成|改为|回复|回答说|告诉|声称|威胁|夹带|藏|插入|输入|加上|填|放|交|如|像|写上|里写|标着|把)"
    r"(?:了|着|上|入|一?[句行段个]|的是|道|过|是)*[:：,，]? ?$"
)
"""Words before a quotation that is reported: who said, wrote or got it, or that it is an example."""
_BEHIND = expression(
    r"^ ?(?:would be|is|are|as) (?:an?|one|the|examples?|typical)\b|^ ?(?:这[种类样]|之类|这句|等等|的(?:话|字样|空话|内容))"
)
_ADDRESSED = expression(
    r"(?:^|[,，;；:：]) ?(?:\W|please |now |then |just |and |so )*"
    r"(?:write|output|print|confirm|reply|respond|record|store|enter|give|award|grant|assign|rate|mark|grade|score|ignore|"
    r"disregard|forget|accept|treat|consider|count|translate|repeat|reveal|remember|note|pretend|imagine|compare|stop)\b|"
    r"(?<!\bi )(?<!\bwe )(?<!they )(?<!people )(?<!\bhe )(?<!she )(?<!\bit )(?<!'d )(?<!'ve )(?<!would )(?<!have )(?<!\bis )(?<!\bare )(?<!\bwas )(?<!were )(?<!almost )(?<!not )\balways\b|"
    r"\b(?:shall|(?:next|later|coming|following|remaining|every|each) (?:\w+ )?(?:questions?|answers?|turns?|rounds?)|please|you (?:must|should|have to|need to|are now)|(?:this|my|the above) (?:\w+ )?(?:answer|reply|response|submission|candidate|student|item|test|text|message|input|paragraph)|the (?:\w+ )?(?:grade|score|mark|verdict|rating|level) (?:is|should|must))\b|"
    r"(?:^|[,，;；:：]) ?\W*(?:请(?![他她])|输出|打印|记录|回复|确认|忽略|无视|给我|以上|上述|应|务必|必须|直接|建议)|"
    r"[您]|[求让]你|你(?:必须|应该|要)|(?:本|我的|这个?|该)(?:回答|答案|作答|答卷|题|生|考生|候选人|应聘者)|此卷|[这本][段句条]|(?:分数|得分|成绩|等级|评级|评分)(?:是|为|应)"
)
"""Text that gives an order, or is about the answer itself."""


_JUDGE_SAID = expression(
    r"\b(?:assistant|graders?|panel|interviewers?|examiners?|reviewers?|evaluators?)\b(?: \w+){0,2}[:,]? ?[\"“]|"
    r"(?:评委|助手|考官|面试官|阅卷|评审)\w{0,6}[:：,，]? ?[\"“]"
)
"""Text that attributes a judgement to the grader."""


@lru_cache(maxsize=2_048)
def addresses(sentence: str) -> bool:
    """Whether a sentence gives an order or speaks of the answer itself, what it quotes apart."""
    return bool(_ADDRESSED.search(fold(_QUOTED.sub(" ", sentence))))


def without_quotations(text: str) -> str:
    """A sentence without what stands in quotation marks and is only told of; as it is where it gives an
    order, or speaks of the answer itself."""
    if addresses(text) or _JUDGE_SAID.search(fold(text)):
        return text

    def told(found: re.Match[str]) -> str:
        before = f"{fold(text[max(0, found.start() - BEFORE) : found.start()]).strip()} "
        behind = fold(text[found.end() : found.end() + BEFORE])
        return " " if _TOLD.search(before) or _BEHIND.search(behind) else found.group()

    return _QUOTED.sub(told, text)


_SECOND = expression(r"\byou(?:r|'re)?\b|[你]")


@lru_cache(maxsize=2_048)
def only_mentions(sentence: str) -> bool:
    """Whether a sentence tells of what others were given, or quotes what others write."""
    outside, quotes = _QUOTED.subn(" ", sentence)
    folded = fold(outside)
    like = any(
        _LIKE.search(f"{fold(sentence[max(0, q.start() - BEFORE) : q.start()])} ")
        for q in _QUOTED.finditer(sentence)
    )
    if not _OTHERS.search(folded) and not (
        quotes
        and (
            like
            or _SAID_BY.search(folded)
            or _QUOTED.sub(" ", sentence) == without_quotations(sentence)
        )
    ):
        return False
    return not (_TURNS.search(folded) or _SECOND.search(folded))
