"""What an interviewer does not say while they ask: marks and levels, what is looked for, who they
are not, where they work, links, and that they are about to say something.

`is_unsayable` decides, and needs whole clauses or sentences. The others say, of what has come so
far, that it has to be waited for what becomes of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviewers.engines.base import Brief
from interviewgpt.expressions import expression

__all__ = ["begins_suspicious", "hints", "hints_further", "is_unsayable", "unfinished"]

_NUMBER = r"(?:[1-9]\d?|100|[一二三四五六七八九十百]{1,3}|满)(?:\.\d)?"
_MARK_ZH = (
    rf"(?:打|给|得|拿|评|判|算|值)(?:你|到|了|出|个|上|满|一个|大概|大约|大致){{0,3}} ?{_NUMBER} ?分(?![钟布之片区库表页组别支类析配])",
    rf"(?:分数|得分|评分|成绩)[^，。？！]{{0,6}}(?:是|为|：|:|有) ?{_NUMBER}",
    r"(?:打|给|得|拿|评|判|算|达|到)(?:你|到|了|出|个|上|得|于){0,2} ?(?:第 ?)?(?P<core>[1-5一二三四五] ?(?:级|档))(?![别联缓存页类域])",
    r"(?:打|给|评|拿)(?:你|您|个|了|一个){0,3} ?[A-E](?:[+-]|\b)(?![A-Za-z])",
    r"\blevel ?[1-5]\b(?! ?(?:cache|isolation|support))|等级[^，。？！]{0,4}[1-5一二三四五]",
)
_BARE_ZH = (
    r"^\W*(?:(?:[1-9]\d?|100|一百|[一二三四五六七八九]?十) ?分|满分|[最极]高(?:分|等级|一级|档)|(?:第 ?)?[1-5一二三四五] ?(?:级|档))\W*$",
    r"(?:这|你|该|此)[^，。？！]{0,8}(?:满分|最高(?:分|等级|档))(?=了?[，。！？]|了?$)|(?:打|给|得|拿|判|评)(?:你|您|到|了|个|上|为|级){0,2}(?:满分|[最极]?高分(?=[，。！]|$)|最高(?:等级|一级|档)|优秀)",
    r"(?:要点|得分点)[^，。？！]{0,6}(?:都|全部?|已经?)[^，。？！]{0,6}(?:覆盖|讲到|说到|命中)",
)
"""A mark that is a whole sentence, or that somebody is said to have, and that all of the rubric is met."""
_RUBRIC_ZH = (
    r"评分(?:标准|细则|要点|依据|点|表|规则)|得分点|采分点|给分点|扣分点|参考答案|标准答案|正确答案|答案要点|考察(?:的)?(?:要点|点)",
    r"(?:要点|关键点|答案)(?:一共|总共|主要|就)?(?:有|是|包括|在于)",
    r"(?:只要|如果)?(?:你)?(?:再)?(?:讲|说|答|提)(?:到|出|清楚|全|了)[^。？！]{0,16}就(?:能|可以|会|算|有)?(?:拿|得|给|算|是|满)",
    r"(?:我|面试官|我们)(?:想|希望|期待|期望)(?:要)?(?:听到|得到)的(?:是|答案|关键|要点)",
)
_MARK_EN = (
    r"\b(?:i(?:'d| would|'ll| will)?|we(?:'d| would)?) (?:give|rate|score|grade|mark)(?:d)? (?:you|that|this|it|your \w+)\b",
    r"\b(?:\d(?:\.\d)?|one|two|three|four|five|ten) (?:out of|/) ?(?:5|10|100|five|ten|a hundred)\b|\b\d ?/ ?(?:5|10|100)\b",
    r"\byour? (?:\w+ ){0,2}(?:score|grade|mark|rating)s? (?:is|was|are|would|will|so)\b",
    r"\b(?:a|at|is|reach(?:es)?|level) ?level (?:[1-5]|one|two|three|four|five)\b|\blevel [1-5]\b(?! ?(?:cache|isolation|support))",
    r"\b(?:full|top|maximum) (?:marks|score|points)\b|\b\d+ points?\b(?= for\b)",
)
_BARE_EN = (
    r"^\W*(?:a |an |that's (?:a |an )?|it's (?:a |an )?)?(?:\d{1,3} points?|(?:perfect|full|top|maximum|highest) (?:score|marks?|rating|grade|level|points)|score\W{0,3}\d+|[A-E][+-](?: for \w+(?: \w+)?)?|\d+ ?/ ?\d+)\W*$",
    r"\b(?:worth|deserves?|earns?|scored|awarded?|merits?|for) (?:you |it |an? |the |full |all )*(?:\d{1,3} points?|(?:perfect|full|top|maximum|highest) (?:score|marks?|rating|grade|level|points))",
    r"\bscore ?[=:] ?\d|\b(?:your level is|giving you an?|that's an?) (?:[1-5]|one|two|three|four|five)(?= *(?:[.!,]|$))|\b(?:earn|get|have)s? the maximum(?=[.!])|\byou(?:'ve)? scored? \d|\b(?:highest|top|maximum) (?:level|rating|grade)(?= *(?:[.!,]|$)| for (?:that|this|it)\b)|\ball (?:of )?(?:the |my |your )?(?:scoring |key )?points (?:are|were|have been|as) (?:\w+ )?(?:covered|made|met)|\bevery (?:scoring |key )?point (?:is|was|as) (?:\w+ )?(?:covered|made|met)",
)
"""As `_BARE_ZH`."""
_RUBRIC_EN = (
    r"\b(?:the|my|our|this) (?:\w+ )?(?:rubric|marking scheme|scoring (?:guide|points?|criteria)|grading (?:guide|criteria))\b",
    r"\b(?:scoring|grading|expected|key) points? (?:is|are|include|we|i)\b|\b(?:reference|model|expected|correct|right) answers? (?:is|are|includes?|covers?|would be)\b",
    r"\bif you (?:just |only )?(?:mention|say|cover|name)\b[^.?!]{0,80}\byou(?:'ll| will| would|'d)? (?:get|score|earn|reach|have)\b",
    r"\bwhat (?:i|we)(?:'m| am|'re| are)? (?:want|hope|hoping|looking|expect|expecting)(?:ing)? (?:to hear|for) is\b",
)
_NOT_NOW = expression(
    r"不|没|无法|别|最后|之后|以后|结束|反馈|报告|\b(?:not?|never|cannot|can't|won't|don't|isn't|aren't|later|afterwards|"
    r"at the end|feedback|report)\b|n't\b",
    re.IGNORECASE,
)
"""Who says that they do not tell a mark, or when it will be told, tells none."""
_EMPLOYER = (
    r"我们公司|我司|本公司|我们集团|\b(?:our|my) company\b|\bhere at [A-Z]\w+",
    r"(?:薪资|工资|月薪|年薪|薪酬)[^，。？！]{0,8}\d|\b(?:salary|pay) (?:is|would be|of) \W?\d",
)
"""There is no employer behind a mock interview, and no pay."""
_PREAMBLE = (
    r"(?:以下|下面|这)(?:就)?是(?:我)?(?:要|想|会|将|准备)?(?:对候选人|对你)?(?:说|问|讲|提)?的?(?:话|发言|回复|回答|台词|内容|提问|问题)[：:]?\s*$",
    r"\bhere(?:'s| is| are) (?:what|how|my|the|a|your) [^.?!]{0,60}:\s*$",
    r"^\s*(?:作为|as)(?:一个|一名| an?)? ?(?:AI|人工智能|语言模型|大模型|language model)",
)
_TOLD = (
    r"我(?:是)?(?:被|收到|得到|接到)[^，。？！]{0,6}(?:要求|告知|指示|设定|吩咐|指令)",
    r"(?:我的|系统)(?:指令|提示词|提示语|系统提示|设定|说明)(?:里|中|上|是|要求|说|写|让)",
    r"\b(?:my|the) (?:system )?(?:instructions?|prompts?|directions) (?:say|says|tell|tells|(?:are|is)(?! not\b)|include|includes|ask|asks)\b",
    r"\bi(?:'m| am| was|'ve been| have been) (?:\w+ )?(?:told|instructed|programmed|prompted|configured) (?:not )?to\b",
)
"""Who tells what they have been told, in whatever words."""
_LINK = r"https?://|www\."
_COMPANY = expression(
    r"(?:我们?|本人|[，,]|^)\s*(?:现在|目前)?(?:就?是)?(?:来自|就职于|任职于|在)(?P<zh>[^，。？！的]{2,14}?)(?:的|公司|集团|工作|上班|任职|担任|负责|[，。！]|$)"
    r"|\b(?i:i|i'm|i am|we|we're)(?: \w+)? (?:from|at|with|for) (?P<en>[A-Z][\w&.-]+(?: [A-Z][\w&.-]+)*)"
)
_FROM = expression(r"来自|就职于|任职于|公司|集团|上班|担任")
_NAMED_ZH = expression(
    r"(?:我(?:的名字)?(?:就)?(?:是|叫)|本人|叫我|这里是)\s*"
    r"(?:(?:你|您|大家)?(?:今天|这次|本场|这场|这一轮)?的?[\u4e00-\u9fffA-Za-z]{0,4}(?:面试官|主持人|考官))?(?P<name>[^，。？！,.?!：:；;\s]{1,12})"
)
_SURNAME = expression(
    r"[赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹苏潘葛范彭鲁马方俞任袁柳史唐薛雷贺倪汤罗郝安于傅顾孟黄萧尹"
    r"姚邵汪毛戴宋庞熊董梁杜阮蓝季贾江郭梅林钟徐邱骆高夏蔡田樊胡凌霍万卢莫房丁邓洪崔程陆翁段侯武刘叶黎白赖乔谭申冉温庄曾沙游][\u4e00-\u9fff]{1,2}"
    r"(?:老师|经理|总监|工)?$|^[小老][\u4e00-\u9fff]$|[\u4e00-\u9fff](?:工|总)$"
)
_NO_NAME = expression(r"^(?:程序|方便|高兴|安排|任何|何时|金融|万一|白天|段时|高级|江湖)")
_NAMED_EN = expression(
    r"\b(?:(?i:my name(?:'s| is)|i'm|i am|call me)) (?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)*)"
    r"|\b(?i:this is) (?P<here>[A-Z][a-z]+(?: [A-Z][a-z]+)*)(?= (?:speaking|here|from)\b)"
)


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one, re.IGNORECASE | re.MULTILINE) for one in patterns)


_MARKS = {
    "zh": _compiled(*_MARK_ZH, *_BARE_ZH, *_MARK_EN, *_BARE_EN),
    "en": _compiled(*_MARK_EN, *_BARE_EN),
}
_FINDS = {
    "zh": _compiled(*_RUBRIC_ZH, *_RUBRIC_EN, *_EMPLOYER),
    "en": _compiled(*_RUBRIC_EN, *_EMPLOYER),
}
_QUOTED = expression('“[^”]*”|「[^」]*」|『[^』]*』|"[^"]*"')
_ANYWAY = tuple(expression(one, re.IGNORECASE) for one in (*_PREAMBLE, *_TOLD, _LINK))
_WORDS = (
    "分", "满分", "等级", "档", "最高", "评为", "要点", "highest", "maximum", "points are", "every point", "perfect", "a+", "来自", "就职", "任职", "公司", "集团", "本人", "我是", "我叫", "我就是", "我的名字", "叫我", "这里是", "作为",
    "以下", "下面", "level", "score", "scoring", "grade", "grading", "mark", "rate", "rating", "points", "i'm", "i am", "my name",
    "this is", "call me", "here's", "here is", "here are", "from", "language model", "out of", "我司", "我们公司", "我们集团", "本公司", "薪资", "工资", "月薪", "年薪", "薪酬", "our company", "my company", "here at", "salary", "http", "www.", "被", "指令", "提示词", "指示", "instruct", "system prompt", "told", "programmed",
)  # fmt: skip
_LONG = (
    "标准", "考察", "要点", "关键点", "答案", "只要", "听到的", "得分", "评分", "rubric", "answer", "mention", "to hear", "if you say",
    "if you cover", "if you name", "if you just", "if you only", "expect",
)  # fmt: skip
"""What it leads to may stand in another clause of the sentence."""


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    parts = [rf"\b{re.escape(w)}" if w[0].isascii() else re.escape(w) for w in words]
    return re.compile("|".join(parts), re.IGNORECASE)


_HINTS = expression(rf"{_any_of(_WORDS).pattern}|[1-5一二三四五] ?级|\d ?/ ?\d", re.IGNORECASE)
_LONG_HINTS = _any_of(_LONG)
_LONGEST_WORD = max(map(len, (*_WORDS, *_LONG)))
_PREFIXES = frozenset(word[:length] for word in (*_WORDS, *_LONG) for length in range(1, len(word)))
_BEGINS = (
    "其实我的", "按照", "根据", "我的", "我给", "我会给", "我是", "我叫", "我来自", "我就是", "我在", "你这", "这道题", "这题", "这个回答", "刚才那题",
    "你的回答", "如果你", "你只要", "只要", "本人", "这里是", "以下", "下面", "评", "满分", "得分", "标准", "参考", "正确", "要点", "关键",
    "答案", "来自", "作为", "提示一下", "我被", "系统", "考察", "考点", "i was", "i am ", "i've been", "i have been", "i'd", "i would", "i work", "i'm", "i am", "i'll give", "i rate", "your", "you get", "you'd get",
    "you would get", "that's", "that is", "that would", "this would", "my ", "the rubric", "the scor", "the expected", "the key",
    "the reference", "the model answer", "the correct", "the right answer", "if you ", "for full", "what i w", "here's", "here is",
    "here are", "this is", "as an", "full marks", "level",
)  # fmt: skip


def hints(clause: str) -> bool:
    """Whether ``clause`` has something that may make it one that is not said."""
    return _HINTS.search(clause) is not None


def hints_further(clause: str) -> bool:
    """Whether it has something that the rest of the sentence may make one."""
    return _LONG_HINTS.search(clause) is not None


def unfinished(text: str) -> int:
    """How many characters at the end of ``text`` may become a word that hints at something."""
    end = text[-_LONGEST_WORD:].casefold()
    for length in range(len(end), 0, -1):
        before = end[-length - 1 : -length] if length < len(end) else ""
        begun = end[-length:]
        if begun in _PREFIXES and not (
            begun[0].isascii() and before.isalnum() and before.isascii()
        ):
            return length
    return 0


def begins_suspicious(clause: str) -> bool:
    """Whether a clause that begins like this may become one that is not said."""
    begun = clause.lstrip(" \n“”「」\"'").casefold()
    return bool(begun) and any(
        begun.startswith(start) or start.startswith(begun) for start in _BEGINS
    )


def is_unsayable(sentence: str, brief: Brief, open_: Sequence[str]) -> bool:
    """Whether ``sentence`` tells a mark or what is looked for, or is said by somebody else than the
    speaker of ``brief``. What stands in one of the ``open_`` texts may be said again, a mark only in a
    quotation or where the question names it."""
    plain = sentence.replace("’", "'")
    known = "\n".join(open_).casefold()
    if any(found.search(plain) and not _stands_in(plain, found, known) for found in _ANYWAY):
        return True
    if _NOT_NOW.search(plain) is None and (
        _tells(plain, _FINDS[brief.language], known)
        or _tells(_unquoted(plain, known), _MARKS[brief.language], _asked(brief))
    ):
        return True
    return _is_somebody_else(plain, brief, known)


def _tells(text: str, finds: Sequence[re.Pattern[str]], known: str) -> bool:
    return any(
        (match.groupdict().get("core") or match.group()).strip().casefold() not in known
        for found in finds
        for match in found.finditer(text)
    )


def _asked(brief: Brief) -> str:
    """What may name a mark besides: a candidate who orders one does not make it one to be told."""
    spec, probe = brief.question, brief.follow_up
    texts = [brief.position, *((spec.text, *spec.hints) if spec else ())]
    return "\n".join([*texts, *((probe.text,) if probe else ())]).casefold()


def _unquoted(text: str, known: str) -> str:
    """``text`` without the quotations that are true ones."""
    return _QUOTED.sub(
        lambda found: " " if found.group()[1:-1].strip().casefold() in known else found.group(),
        text,
    )


def _stands_in(text: str, found: re.Pattern[str], known: str) -> bool:
    match = found.search(text)
    return match is not None and found.pattern == _LINK and _address(text, match.start()) in known


def _address(text: str, start: int) -> str:
    return re.split(r"[\s，。？！)]", text[start:].casefold(), maxsplit=1)[0]


def _is_somebody_else(text: str, brief: Brief, known: str) -> bool:
    speaker = brief.speaker
    own = f"{speaker.name}\n{speaker.role}\n{speaker.persona}\n{known}".casefold()
    for match in _NAMED_ZH.finditer(text):
        name = match.group("name")
        if speaker.name and speaker.name in name:
            continue
        short = len(name) <= 4 or name.endswith(("老师", "经理", "总监"))
        foreign = _SURNAME.search(name) and not _NO_NAME.match(name) and name.casefold() not in own
        if foreign and (short or "叫" in match.group()):
            return True
    for match in _NAMED_EN.finditer(text):
        name = match.group("name") or match.group("here") or ""
        if not any(word.casefold() in own for word in name.split()):
            return True
    for match in _COMPANY.finditer(text):
        place = (match.group("zh") or match.group("en") or "").strip()
        if match.group("zh") is not None and _FROM.search(match.group()) is None:
            continue
        if place and place.casefold() not in own:
            return True
    return False
