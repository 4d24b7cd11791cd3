"""The names of the projects a résumé tells of. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviewers.engines.script import count_han, has_han
from interviewgpt.expressions import expression
from interviews.resumes.project_words import (
    COMPANY,
    ENGLISH_KINDS,
    JOB,
    KINDS,
    MADE,
    PRIVATE,
    ROLE,
    ROLE_AFTER,
    VERBS,
)
from interviews.resumes.sections import Line, Section
from interviews.resumes.skills import names_only_skills

__all__ = ["MAX_PROJECTS", "find_projects"]

MAX_PROJECTS = 8
_LONGEST = 60

_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?,?\s*"
    r"|(?:spring|summer|fall|autumn|winter)\s+"
)
_DAY = rf"(?:{_MONTH})?(?:19|20)\d{{2}}(?:\s*(?:[./-]|年)\s*(?:1[0-2]|0?[1-9])(?!\d))?(?:\s*[./-]\s*\d{{1,2}}(?!\d))?\s*月?(?:\s*\d{{1,2}}\s*日)?"
_UNTIL = (
    rf"(?:{_DAY}|(?:{_MONTH})\d{{0,4}}|至今|现在|今|present|now|current|ongoing|\d{{1,2}}(?!\d)月?)"
)
_DATE = expression(
    rf"[(\[（【]?\s*(?<![\dA-Za-z.]){_DAY}(?:\s*(?:-+|–|—|~|～|至|到|to|until)\s*{_UNTIL})?\s*[)\]）】]?",
    re.IGNORECASE,
)
_NAMED = expression(
    r"(?:项目名称|项目名|专案名称|项目\s?[一二三四五六七八九十\d]{1,2}|项目"
    r"|project\s+(?:name|title)|project\s*#?\s*\d{1,2}|project)\s*(?:[:：]|(?<=\d)\.|(?<=[一二三四五六七八九十])、)\s*(?P<name>\S.*)$",
    re.IGNORECASE,
)
_CALLED = expression(
    r"(?P<name>Project (?:[A-Z][\w-]{1,20})(?: [A-Z][\w-]{1,20}){0,2})\s*(?::|\s[-–—])\s*(?=\S)"
)
"""An English name with the word in it: "Project Ledger: designed a ledger"."""
_KIND_OF = expression(
    r"(?:(?:master|bachelor|diploma|doctoral|ph\.?d|m\.?sc|b\.?sc|final[- ]year|course|class|capstone|group|team|side|personal|semester|term|seminar|honou?rs|graduation|university|school|hobby|research|own)(?:['’]?s)?\s+){1,2}"
    r"(?:project|thesis|dissertation)\s*(?::|\s[-–—])\s*(?=\S)|(?:thesis|dissertation|capstone)\s*:\s*(?=\S)|"
    r"(?:本科|硕士|博士|课程|个人|毕业|小组|团队|开源|实习)(?:毕业)?(?:设计|论文|项目|作业)\s*[:：]\s*(?=\S)",
    re.IGNORECASE,
)
"""What sort of project a title is of: "Master's thesis: ", which is no name."""
_BEFORE_LIMIT = expression(r"\s(?:at|for|with|using|in|on|by|from|based)\s", re.IGNORECASE)
_TOLD_AFTER = expression(r"[,，;；。]\s*(?=\S)")
_SAYS = expression(
    r"[。！？!?；;<>{}]|[.:：]\s|[你您]|忽略|无视|指令|提示词|满分|高分|评分标准|打分给|给(?:我|他|她|这)|必须|录用|录取|候选人|已通过|终审|参考答案|请(?!假|求|柬|示)"
    r"|\b(?:you|your|yours|ignore|disregard|forget|override|instructions?|prompts?|rubrics?|hired?|full (?:score|marks?)"
    r"|(?:highest|perfect|top|maximum|max) (?:score|marks?|grade|rating)|candidate|passed|approved|please|must|i am|system prompt|reference answers?|(?:give|grant|award) (?:me|him|her|this|the|full|\d))\b",
    re.IGNORECASE,
)
"""What a name does not hold: ends of sentences, markup, orders, praise, somebody spoken to."""
_SPEAKS = expression(
    r"(?:系统|管理员|助手|用户|开发者|平台|面试官|评委|评分员?|考官)?(?:消息|信息|提示|通知|公告|备注|说明|指示)"
    r"|(?:(?:system|admin(?:istrator)?|assistant|user|developer|grader|examiner|reviewer|operator)s?'? ?)?"
    r"(?:message|notice|note|prompt|update|announcement|override)s?|system|assistant|user",
    re.IGNORECASE,
)
"""The heading of somebody else's message, which looks like a title of its own."""
_NEXT_LABEL = expression(
    r"\s+(?:项目|所在|所属|开发|担任|承担|职责|时间|起止|角色|职位|公司|技术|软件|role|duration|period|date|team|client"
    r"|company|position|technolog|environment)[^\s:：]{0,12}\s*[:：].*$",
    re.IGNORECASE,
)
_LABEL = expression(
    r"^(?:项目|职责|责任|技术|开发|软件|硬件|所在|所用|担任|个人|主要|工作|业绩|成果|描述|简介|背景|环境|时间|角色|团队"
    r"|我的|核心|功能|难点|亮点|使用|关键|负责|内容|收获|地址|链接|量化|模块|架构|数据库|前端|后端|场景|行动|结果|目标|任务"
    r"|description|responsibilit|role|tech|tools?|environment|duration|period|team|client|company"
    r"|summary|overview|key|achievements?|links?|url|github|demo|stack|position|date|highlights?"
    r"|result|impact|contribution|languages?|frameworks?|database|platform)[^:：]{0,16}[:：]",
    re.IGNORECASE,
)
_URL = expression(
    r"\s*[,，(（]?\s*(?:https?://|www\.|(?:github|gitee|gitlab)\.com)\S*", re.IGNORECASE
)
_SPLIT = expression(r"\s*[|｜‖¦•·]\s*|\s+[-–—―/]+\s+|\s*[–—―]{1,2}\s*(?=[A-Z\u4e00-\u9fff])|\s{2,}")
_EDGES = " \t,，、;；:：|｜-–—~·•*#_/\\.。《》“”\"'【】[]<>"


def find_projects(lines: Sequence[Line]) -> tuple[str, ...]:
    """At most ``MAX_PROJECTS`` names, as they stand in the text, without dates, roles and places.

    Taken from lines that say they name a project, from titles in a projects section, and, outside
    of it, from dated lines that end in a word for a thing that is built.
    """
    own = [line.text for line in lines[:1] if line.section is Section.TOP]
    named: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        match = _NAMED.match(line.text)
        if line.heading and (match is None or line.section is not Section.PROJECTS):
            continue
        if match:
            named.append((number, _clean(_up_to_telling(_NEXT_LABEL.sub("", match["name"])))))
        elif match := _CALLED.match(line.text):
            named.append((number, match["name"]))
    found = list(named)
    labelled = {number for number, _ in named}
    for block in _blocks(lines):
        if not labelled & {block[0] - 1, *block}:
            found += _titles(lines, block)
    found += [
        (number, _clean(line.text))
        for number, line in enumerate(lines)
        if line.section is not Section.PROJECTS and not line.heading and _is_dated_work(line)
    ]
    names: dict[str, str] = {}
    # What is named in passing comes after what has a heading of its own. Three characters in quotation
    # marks behind what was done with them are a name, which they are not by themselves.
    quoted = _quoted(lines)
    certain = {name for number, name in quoted if _HEADED.match(lines[number].text)}
    for _, name in (*sorted(found), *quoted, *_made(lines)):
        if (_is_name(name) or (name in certain and len(name) == _SHORT)) and name not in own:
            names.setdefault(re.sub(r"\W+", "", name.casefold()), name)
    return tuple(names.values())[:MAX_PROJECTS]


_SHORT = 3
_HEADED = expression("(?:负责|主导|参与|开发|搭建|设计|维护|独立开发|独立完成)了?[“「《]")
_SINCE = expression(
    r"(?:19|20)\d\d ?年?(?:\d{1,2} ?月)?(?:[初中底末]|[上下]半年)?(?:起|后|开始|以来)"
)
"""Since when something was worked on."""
_QUOTED = expression(
    r"(?<![获评为得誉奖])[“「《](?P<name>[^“”「」《》]{2,16})[”」》](?!\s*(?:称号|奖|证书|荣誉|员工))|"
    r"\"(?P<straight>[A-Z][\w -]{1,24})\"(?!\s*(?:award|prize|certificate|badge))"
)


def _quoted(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """What the items under an employer name in quotation marks: "主导“智能补货”从 0 到 1"."""
    return [
        (number, (match["name"] or match["straight"]).strip(_EDGES))
        for number, line in enumerate(lines)
        if line.section is Section.WORK
        and line.bullet
        and (VERBS.match(line.text) or _SINCE.match(line.text))
        for match in _QUOTED.finditer(line.text)
    ]


def _made(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """What the lines under an employer tell was made, as a name for it."""
    return [
        (number, match["name"])
        for number, line in enumerate(lines)
        if line.section is Section.WORK and not line.heading and (match := MADE.match(line.text))
    ]


def _up_to_telling(name: str) -> str:
    """A name without the sentence about it that follows on the same line."""
    comma = _TOLD_AFTER.search(name)
    if comma is None or comma.start() < 2:
        return name
    rest = name[comma.end() :]
    told = has_han(rest) or VERBS.match(rest) or re.search(r"\d", rest)
    return name[: comma.start()] if told else name


def _blocks(lines: Sequence[Line]) -> list[list[int]]:
    """The projects sections, as numbers of their lines without the heading."""
    blocks: list[list[int]] = []
    inside = False
    for number, line in enumerate(lines):
        if line.heading:
            inside = line.section is Section.PROJECTS
            if inside:
                blocks.append([])
        elif inside and line.section in (Section.PROJECTS, Section.SKILLS):
            blocks[-1].append(number)
    return [block for block in blocks if block]


def _titles(lines: Sequence[Line], block: Sequence[int]) -> list[tuple[int, str]]:
    """Titles by their dates; in a section without dates, by their looks."""
    dated: list[tuple[int, str]] = []
    for place, number in enumerate(block):
        text = lines[number].text
        if not _has_date(text) or _is_told(text):
            continue
        name = _clean(text)
        if _is_name(name) and not _LABEL.match(text):
            dated.append((number, name))
            continue
        # The date has a line of its own: the title stands above it, or else beneath.
        for neighbour in (place - 1, place + 1):
            if 0 <= neighbour < len(block) and _is_title(lines, block[neighbour]):
                dated.append((block[neighbour], _clean(lines[block[neighbour]].text)))
                break
    if dated:
        extra = [
            (number, _clean(lines[number].text))
            for number in block
            if (lines[number].gap or _told_next(lines, number))
            and _is_title(lines, number)
            and (_has_kind(lines[number].text) or _starts_list(lines, number))
        ]
        # Above the first date nothing belongs to what is dated.
        above = [n for n in block if n < min(dated)[0]]
        return _bulleted(lines, [n for n in above if n not in dict(extra)]) + dated + extra
    plain = [n for n in block if not lines[n].bullet and not _LABEL.match(lines[n].text)]
    if len(plain) > 1 and len(named := _bulleted(lines, plain)) == len(plain):
        return named  # "Name: what it does" on every line
    titles = [(n, _clean(lines[n].text)) for n in block if _is_title(lines, n)]
    starts = [
        (n, name) for n, name in titles if n == block[0] or lines[n].gap or _told_next(lines, n)
    ]
    return starts or titles or _bulleted(lines, block)


def _told_next(lines: Sequence[Line], number: int) -> bool:
    """Whether the next line tells about this one: an item, a label or a sentence."""
    if number + 1 >= len(lines):
        return False
    following = lines[number + 1]
    told = _is_told(following.text) or _is_piece(lines, number + 1)
    return following.bullet or bool(_LABEL.match(following.text)) or told


def _starts_list(lines: Sequence[Line], number: int) -> bool:
    """Whether a line that is no item stands before items, as titles do."""
    following = lines[number + 1 : number + 2]
    return not lines[number].bullet and bool(following) and following[0].bullet


def _bulleted(lines: Sequence[Line], block: Sequence[int]) -> list[tuple[int, str]]:
    """Projects as items: "Name: what it does"."""
    found: list[tuple[int, str]] = []
    for number in block:
        if _KIND_OF.match(lines[number].text):
            found.append((number, _clean(lines[number].text)))
            continue
        name, colon, rest = re.sub(r"\s+[-–—]\s+", ":", lines[number].text).partition(":")
        if colon and rest.strip() and not _LABEL.match(f"{name}:") and not VERBS.match(name):
            found.append((number, _clean(name)))
    return found


def _is_title(lines: Sequence[Line], number: int) -> bool:
    line = lines[number]
    text = line.text
    if not _has_date(text) and (line.bullet or _is_piece(lines, number)):
        return False
    return not _LABEL.match(text) and not _is_told(text) and _is_name(_clean(text))


def _is_piece(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is the beginning or the rest of a sentence that runs over several."""
    following = lines[number + 1 : number + 2]
    goes_on = bool(following) and not following[0].bullet and _begins_low(following[0].text)
    return _begins_low(lines[number].text) or goes_on


def _begins_low(text: str) -> bool:
    return bool(re.match(r"[a-z]+[ ,.;]", text))


_BRACKETED = expression(r"(?<=\w)\s*[(（][^()（）]{1,40}[)）]\s*$")
"""What is told of a title behind it: dates, team, role."""


def _is_told(text: str) -> bool:
    """Whether a line is part of a description rather than a title."""
    behind = _BRACKETED.search(text)
    if behind and _has_date(behind.group()):
        text = text[: behind.start()]
    bare = _DATE.sub("", text).strip(_EDGES)
    wide = count_han(bare)
    if text.rstrip().endswith(("。", "；", ";", "，", "、", ",")) or "。" in text:
        return True
    if wide > 8 and re.search(r"[\u4e00-\u9fff]\s?[,，]", bare):
        return True
    words = len(bare.split())
    if words > 10 or (words > 5 and (text.rstrip().endswith(".") or ";" in bare)):
        return True
    if VERBS.match(bare) and not (wide and _has_kind(bare) and len(bare) <= 16):
        return True
    return len(bare) + wide > 2 * _LONGEST


def _is_dated_work(line: Line) -> bool:
    """A line such as "订单中台系统 | 2021.03-2022.05" among the jobs."""
    if line.section in (Section.OTHER, Section.SKILLS) or not _has_date(line.text):
        return False
    return not _is_told(line.text) and _has_kind(_clean(line.text))


def _has_date(text: str) -> bool:
    return ("19" in text or "20" in text) and bool(_DATE.search(text))


def _has_kind(text: str) -> bool:
    name = _clean(text)
    if has_han(name):
        return name.casefold().endswith(tuple(KINDS))
    return bool(ENGLISH_KINDS.search(name))


def _clean(text: str) -> str:
    """A title without dates, roles, addresses and lists of tools; the best part if it has several."""
    text = _URL.sub("", _DATE.sub(" | ", text))
    if kind := _KIND_OF.match(text):
        text = _short_enough(text[kind.end() :])
    text = re.sub(r"\s*[(（\[【][^()（）\[\]【】]*[)）\]】]\s*", " ", text)
    parts = [_without_role(part.strip(_EDGES)) for part in _SPLIT.split(text) if part]
    parts = [part for part in parts if part]
    good = [
        part
        for part in parts
        if not COMPANY.search(part) and not ROLE.match(part) and not names_only_skills(part)
    ]
    name = (good or parts or [""])[0]
    head, colon, tail = name.partition(":")
    if colon and tail.strip() and len(head) >= 2 and not _LABEL.match(name):
        name = head
    return _paired(name.strip(_EDGES))


def _short_enough(title: str) -> str:
    """A title without where, for whom and by what means, where it is too long with that."""
    ends = [mark.start() for mark in _BEFORE_LIMIT.finditer(title)]
    fit = [end for end in ends if end <= _LONGEST]
    return title[: fit[-1]] if len(title.strip()) > _LONGEST and fit else title


_PAIRS = (("“", "”"), ("「", "」"), ("《", "》"))


def _paired(name: str) -> str:
    """A name with the other half of a quotation mark that was taken off at its edge."""
    for opens, closes in _PAIRS:
        open_, shut = name.count(opens), name.count(closes)
        name = opens * (shut - open_) + name + closes * (open_ - shut)
    return name


def _without_role(part: str) -> str:
    words = part.split(" ")
    bare = ROLE_AFTER.sub("", part)
    if bare != part and not has_han(part) and ENGLISH_KINDS.search(bare):
        return bare
    if has_han(part):
        while len(words) > 1 and (ROLE.match(words[-1]) or COMPANY.search(words[-1])):
            words.pop()
        while len(words) > 1 and COMPANY.search(words[0]):
            words.pop(0)
    # "Harbour board, Systems Administrator": the post stands behind the last comma.
    named, comma, post = " ".join(words).rpartition(",")
    return named.rstrip() if comma and ROLE.match(post.strip()) else " ".join(words)


def _is_name(name: str) -> bool:
    """Whether this can be a project's name and is no person, place, school, company or tool."""
    wide = count_han(name)
    if len(name) < 2 or len(name) + wide // 2 > _LONGEST or not re.search(r"[^\W\d_]", name):
        return False
    if _SAYS.search(name) or _SPEAKS.fullmatch(name):
        return False
    if PRIVATE.search(name) or ROLE.match(name) or JOB.match(name) or names_only_skills(name):
        return False
    if COMPANY.search(name) and not _has_kind(name):
        return False
    if wide and len(name) <= 3 and wide == len(name):
        return name.endswith(tuple(KINDS)) and name not in KINDS
    return name.casefold() not in KINDS and name.count(",") + name.count("、") < 3
