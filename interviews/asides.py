"""What a candidate types instead of an answer: "能再说一遍吗", "a hint, please", "下一题". Pure.

Only a whole utterance counts. A real answer may well contain the same words ("我会先跳过缓存，
直接读库"), so everything around the wish has to be courtesy, an excuse ("网络卡了一下") or another
wish; "不知道" stays an answer unless a hint is asked for along with it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from interviewers.engines.builtin.reading.asked import sentences
from interviewgpt.expressions import expression
from interviews.another import asks_for_another
from interviews.asides_en import COURTESY_EN, ENGLISH, EXCUSE_EN, UNSURE_EN
from interviews.asides_zh import CHINESE, COURTESY_ZH, EXCUSE_ZH, UNSURE_ZH
from interviews.beside import leans_to_talk, may_answer
from interviews.clarifying import (
    announced,
    asks_what_is_meant,
    asks_what_is_wanted,
    clarifies,
    only_depends,
)
from interviews.leave import asks_leave
from interviews.queries import PREAMBLE, query_in
from interviews.remarks_en import AMENDED_EN, DENIAL_EN, NTH_EN, REMARKS_EN, STRAIN_EN
from interviews.remarks_zh import AMENDED_ZH, DENIAL_ZH, REMARKS_ZH, STRAIN_ZH
from interviews.returning import BY_PLACE
from interviews.wishes import Request

__all__ = [
    "CLAUSES",
    "ZH_NOISE",
    "Request",
    "amended_number",
    "amends",
    "amends_by_name",
    "asks_questions",
    "confirms",
    "is_strained",
    "request_in",
    "wants_more",
    "wish_among",
]

_LONGEST = 120
"""Characters; whoever says more is answering."""
_LONGEST_ASKING = 300
"""And whoever asks what is meant, and says why that matters, is not yet."""
_SHORT = 40
_OPEN = (asks_what_is_meant, asks_leave, only_depends)
_AFTER_EXCUSES = (Request.REPEAT, Request.WAIT, Request.PAUSE)
_BREAKS = (Request.PAUSE, Request.WAIT, Request.TROUBLE)
_OF_INTERVIEW = (Request.COURSE, Request.RECORD, Request.WHO)
"""What the interview itself is asked about."""
_MINOR = (Request.WAIT, Request.GREET, Request.THANKS)
_VAGUE = (*_MINOR, Request.QUERY)
"""Where something more definite is asked for as well, that is what is meant."""
_BY_THE_UNSURE = (
    Request.HINT,
    Request.EXPLAIN,
    Request.REPEAT,
    Request.ASSUME,
    Request.LANGUAGE,
    Request.FORM,
    Request.STUCK,
    Request.QUERY,
)
_PATTERNS = ((*REMARKS_ZH, *CHINESE), (*REMARKS_EN, *ENGLISH))
_CORRECTION = 2
"""Characters; less than that adds nothing to an earlier answer."""


def request_in(text: str) -> Request | None:
    """What ``text`` asks for in place of an answer, None when it is one."""
    if len(text) <= _LONGEST:
        return _request_in(text)
    if len(text) > _LONGEST_ASKING:
        return None
    said = _plain(text)
    if asks_for_another(said):
        return Request.SKIP
    return _asked(announced(said)) or (
        Request.ASSUME if asks_what_is_meant(said) or asks_leave(said) else None
    )


def _of_interview(said: str) -> Request | None:
    """What one sentence asks about the interview itself, where hardly anything is said besides: why one
    has to know ("I have a train"), or a word that leads up to it."""
    asked = [
        (found["clause"], wish)
        for found in CLAUSES.finditer(said)
        if found["mark"].startswith(("?", "？"))
        and (wish := _whole(found["clause"])) in _OF_INTERVIEW
    ]
    if len(asked) != 1 or len(said) - len(asked[0][0]) > _SHORT:
        return None
    return asked[0][1]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("’", "'")


def _asked(question: str) -> Request | None:
    """What a question to the panel asks for, None where there is none."""
    if not question:
        return None
    if (wish := _whole(question)) in _OF_INTERVIEW:
        return wish
    return Request.COMPANY if _EMPLOYER.search(question) else Request.ASSUME


@lru_cache(maxsize=64)
def _request_in(text: str) -> Request | None:
    """Remembered, since what a message is is asked from several sides."""
    said = _plain(text)
    found = (
        _whole(said) or _by_clauses(said) or _called(said) or _outright(said) or _of_interview(said)
    )
    if found in (None, Request.QUERY) and (
        asked := _asked(announced(said) or (said if clarifies(said) else ""))
    ):
        return asked
    if found in (None, Request.QUERY, Request.OBJECT, Request.TOLD) and asks_for_another(said):
        return Request.SKIP
    if found in (None, Request.QUERY) and any(met(said) for met in _OPEN):
        return Request.ASSUME
    if found is None and (wish := _asked_last(said)):
        return wish
    if found is None and asks_what_is_wanted(said):
        return Request.QUERY
    # What may be assumed is asked; a guess in the same words is told.
    return None if found is Request.ASSUME and not _ASKING.search(said) else found


def _asked_last(said: str) -> Request | None:
    """Whether somebody asks for the question again, or what it means, after nothing but talk: what may be an answer
    is heard as one."""
    *before, last = sentences(said) or [""]
    rest = "".join(before)
    if not rest or len(rest) > _SHORT * (1 + rest.isascii()) or may_answer(rest, people=True):
        return None
    if not all(map(leans_to_talk, before)):
        return None
    wish = _whole(last) or _by_clauses(last)
    return wish if wish in (Request.REPEAT, Request.EXPLAIN) else None


def _whole(said: str) -> Request | None:
    for whole, patterns in zip(_bare(said), _PATTERNS, strict=True):
        for request, pattern in patterns:
            if pattern.fullmatch(whole):
                return request
    return None


def _called(said: str) -> Request | None:
    """Whether somebody who is called by a name is asked whether they are there."""
    named = _NAME.match(said)
    rest = _whole(said[named.end() :]) if named else None
    return rest if rest is Request.TROUBLE else None


def _outright(said: str) -> Request | None:
    """Whether somebody asks for the next question, and then says that they know nothing of this one, or for
    a hint, be it after that or an apology. Who does not know and then wants the next has answered."""
    clauses = [found["clause"] for found in CLAUSES.finditer(said)][: _FEW + 1]
    wishes = [_whole(clause) for clause in clauses]
    rest = [c for c, wish in zip(clauses, wishes, strict=True) if wish not in _HELPS]
    nothing = all(
        _IGNORANT.search(clause)
        or _SORRY.search(clause)
        or COURTESY_ZH.fullmatch(zh)
        or COURTESY_EN.fullmatch(en)
        for clause, (zh, en) in zip(rest, map(_bare, rest), strict=True)
    )
    if not nothing or not 0 < len(clauses) <= _FEW:
        return None
    if wishes[0] is Request.SKIP:
        return Request.SKIP
    return Request.HINT if Request.HINT in wishes else None


def _by_clauses(said: str) -> Request | None:
    """The wish of several clauses, each of which is a wish or an excuse: the last that is more
    than a courtesy or a breath. "不会" goes together with asking for a hint, or what would
    do, only."""
    wishes: list[Request] = []
    excused = unsure = sorry = asked = before = resumed = False
    told = 0
    for found in CLAUSES.finditer(said):
        clause, asking = found["clause"], found["mark"].startswith(("?", "？"))
        chinese, english = _bare(clause)
        if COURTESY_ZH.fullmatch(chinese) or COURTESY_EN.fullmatch(english):
            sorry = sorry or _SORRY.search(clause) is not None
            continue
        if EXCUSE_ZH.fullmatch(chinese) or EXCUSE_EN.fullmatch(english):
            excused = True
        elif (wish := _whole(clause)) is not None:
            wishes.append(wish)
            asked, resumed = asked or asking, _RESUMES.search(clause) is not None
        elif query := query_in(clause, question_mark=asking, before=asked):
            wishes.append(query)
            asked = True
        elif UNSURE_ZH.fullmatch(chinese) or UNSURE_EN.fullmatch(english):
            unsure = True
        elif PREAMBLE.fullmatch(chinese) or PREAMBLE.fullmatch(english):
            before = True
        elif wishes == [Request.OBJECT] and (
            DENIAL_ZH.fullmatch(chinese) or DENIAL_EN.fullmatch(english)
        ):
            continue
        elif told < 1 and len(clause) <= _SHORT and not asking and _begs_for_a_break(said, wishes):
            told += 1  # "Can we pause for a second, my dog is barking"
        elif sorry and not wishes and told < _FEW - 1:
            # Whatever happened: only what is asked for after the apology tells.
            told += 1
        else:
            return None
    if wishes[-1:] == [Request.EXPLAIN] or (Request.EXPLAIN in wishes and _IN_WORDS.search(said)):
        # Who wants it again, in simpler words, wants it in other words.
        wishes = [wish for wish in wishes if wish is not Request.REPEAT]
    if told:
        asks = _AFTER_EXCUSES if told == 1 else (Request.REPEAT,)
        if wishes == [Request.EXPLAIN]:
            return Request.EXPLAIN if _BEGS.search(said) else None
        return wishes[-1] if len(wishes) == 1 and wishes[0] in asks else None
    if len(wishes) > 1 and resumed and {*wishes[:-1]} <= {*_BREAKS}:
        return Request.REPEAT
    if resumed and wishes[-2:] == [Request.SKIP, Request.REPEAT]:
        return Request.SKIP  # It is not the same question that they want to go on with.
    if wishes[-1:] == [Request.WAIT] and not _BEGS.search(said) and not _LOST.search(said):
        # Who says what makes it hard, and that they will think, asks for no more than time.
        wishes = [wish for wish in wishes if wish is not Request.EXPLAIN]
    wishes.sort(key=lambda wish: (wish not in _MINOR) + (wish not in _VAGUE))
    if Request.CRISIS in wishes:
        return Request.CRISIS
    if Request.DISTRESS in wishes and wishes[-1] not in (Request.SKIP, Request.END):
        return Request.DISTRESS
    if Request.EXPLAIN in wishes and wishes[-1] is Request.ASSUME and _CHOICE.search(said):
        return Request.EXPLAIN  # Who did not follow adds what of two things it might have been.
    if unsure or (before and not wishes):
        wish = wishes[-1] if wishes else None
        return wish if wish in _BY_THE_UNSURE else None
    if wishes:
        return wishes[-1]
    return Request.REPEAT if excused else None


def _begs_for_a_break(said: str, wishes: Sequence[Request]) -> bool:
    """Whether ``wishes`` are one for a break, asked for outright at the beginning of what is ``said``: why
    may follow."""
    first = next((found["clause"] for found in CLAUSES.finditer(said)), "")
    return wishes in ([Request.PAUSE], [Request.WAIT]) and _BEGS.search(first) is not None


def wish_among(text: str, wishes: Sequence[Request]) -> Request | None:
    """The last of the ``wishes`` that a clause of a text asks for, and nothing else, None for none."""
    said = _plain(text)
    found = (_whole(clause["clause"]) for clause in CLAUSES.finditer(said))
    return next((wish for wish in reversed([*found]) if wish in wishes), None)


def _bare(said: str) -> tuple[str, str]:
    """The words only, as the Chinese and as the English patterns expect them."""
    english = _EN_NOISE.sub(" ", said)
    return ZH_NOISE.sub("", said), english.replace("'", "").strip()


def amends(text: str) -> tuple[bool, bool] | None:
    """Whether ``text`` corrects or completes an earlier answer, None when not: whether it is certain
    that the question before is meant, and not the one on the table; and whether it says what is to
    be corrected, or only that something is.
    """
    said = _plain(text)
    patterns = (AMENDED_ZH, AMENDED_EN, *BY_PLACE)
    found = next((f for pattern in patterns if (f := pattern.fullmatch(said))), None)
    if found is None:
        return None
    named = found.groupdict()
    rest = named.pop("rest") or named.pop("more", "") or named.pop("later", "") or ""
    certain = not any(named.values())
    return certain, len(ZH_NOISE.sub("", rest)) >= _CORRECTION


def amends_by_name(text: str) -> bool:
    """Whether words that amend say which answer is meant by what it was about."""
    said = _plain(text)
    found = AMENDED_ZH.fullmatch(said) or AMENDED_EN.fullmatch(said)
    return found is not None and any(
        part for name, part in found.groupdict().items() if name.startswith(("about", "goes_on"))
    )


def amended_number(text: str) -> int | None:
    """Which question words that amend name by its number, counted from 1; None for no number."""
    said = unicodedata.normalize("NFKC", text).casefold()[:_LONGEST]
    for pattern, numerals in ((_NTH_ZH, "一二三四五六七八九十"), (_NTH_EN, None)):
        if found := pattern.search(said):
            named = found["nth"]
            if named.isdecimal():
                return int(named)
            return (numerals or NTH_EN).index(named) + 1
    return None


def is_strained(text: str) -> bool:
    """Whether ``text`` says, besides whatever happened, how it weighs on the candidate now."""
    said = _plain(text)
    clauses = [found["clause"] for found in CLAUSES.finditer(said)]
    return any(
        STRAIN_ZH.fullmatch(chinese) or STRAIN_EN.fullmatch(english)
        for chinese, english in map(_bare, clauses)
    )


def confirms(text: str) -> bool | None:
    """What ``text`` says to the question whether to end the interview; None for neither. Whoever
    asks for the end once more has confirmed it."""
    if len(text) > _LONGEST:
        return None
    said = _plain(text)
    whole = ZH_NOISE.sub("", said)
    if request_in(text) is Request.END or _YES.fullmatch(whole):
        return True
    return False if _NO.fullmatch(whole) else None


def wants_more(text: str) -> bool:
    """Whether ``text``, said to a hint, asks for another."""
    said = unicodedata.normalize("NFKC", text).casefold()
    return len(text) <= _SHORT and _MORE.fullmatch(ZH_NOISE.sub("", said)) is not None


def asks_questions(question: str) -> bool:
    """Whether an interviewer's ``question`` is answered by questions, as one about what to find out
    first is."""
    return _WANTS_QUESTIONS.search(question.casefold()) is not None


_NTH_ZH = expression(r"第(?P<nth>[一二三四五六七八九十]|\d{1,2})(?:道|个)?(?:题目?|问题)")
_NTH_EN = expression(rf"\b(?P<nth>{'|'.join(NTH_EN)}) (?:question|answer)\b")
_ASKING = expression(r"\?|？|算不算|吗|么$|么\W|呢|多少|多大|什么|啥|有没有|是不是")
_EMPLOYER = expression(
    r"你们(?!的?(?:这个)?(?:系统|产品|服务|接口|数据|应用|平台|用户|网站|项目|app|线上))|贵[司院校]|贵(?:公司|单位)|咱们(?:公司|单位|团队|部门)|"
    r"\b(?:your (?:\w+ )?(?:team|company|department|organi[sz]ation|place|office|firm)|you (?:guys|have|use|run)|(?:would|will) i be|(?:here|this (?:role|job|position|team))(?=\?))\b"
)
_RESUMES = expression(
    r"开始|继续|准备好|回来了|\b(?:ready|start|begin|continue|carry on|go on|(?:am|i'm) back)\b"
)
_CHOICE = expression(r"还是|\bor\b")
_NAME = expression(
    r"(?:(?:hi|hey|hello|sorry|u+m+|ok|okay)[\s,]+)?(?:[a-z'-]{2,14}(?: [a-z'-]{2,14})?|[\u4e00-\u9fff]{1,4})[,，!！?？]\s*"
)
_BEGS = expression(r"[?？]|[能请]|麻烦|\b(?:can|could|would|please)\b")
"""Asks for it outright: who would explain something again themselves only says so."""
_LOST = expression(r"[没不][^，。]{0,4}(?:懂|明白|清|理解)|意思|\b(?:not|n't|mean\w*)\b")
"""Has not understood."""
_IN_WORDS = expression(r"\bin [a-z ]{0,16}words\b")
_HELPS = (Request.SKIP, Request.HINT)
_FEW = 4
"""Clauses."""
_IGNORANT = expression(
    r"不(?:太|怎么|是很)?(?:会|懂|知道|清楚|了解|熟|擅长)(?!的)|没(?:有)?(?:怎么|真正|真的)?(?:[做学用碰写搞看]|接触|遇到|了解|研究)过|想不(?:出|起|到)|没(?:有)?(?:思路|头绪|概念|印象)|"
    r"\b(?:do ?n[o']?t|do not) (?:really |even )?(?:know|remember)\b|\bno (?:idea|clue)\b|\bnever (?:\w+ )?(?:done|used|worked|touched|learn\w+|seen|heard)\b|\bnot (?:my|an?) (?:area|field|thing|topic)\b|\bnot familiar\b"
)
_SORRY = expression("sorry|apolog|excuse me|pardon|不好意思|抱歉|对不起")
_MORE = expression(
    "(?:嗯|好的?|那|谢谢)?(?:还有(?:没有|别的|其他的?|更多)?(?:吗|呢|没)?|再(?:来|给)(?:一?个|点|一点|一些)?(?:吧|呗|吗)?|再多(?:说|给)(?:一)?点(?:吧|吗)?|(?:多|更)一?点|更具体(?:一?点|些)?(?:吗|的吗)?|继续(?:提示)?|下一个)|"
    "(?:and|any|some|one|canihave|canget|canigetone|caniget|giveme|got|doyouhave|please|ok|okay|thanks|abit|alittle|isthere){0,4}(?:another|more|anythingelse|nextone)(?:one|please|thanks|then){0,2}"
)
_YES = expression(
    "(?:嗯|对|好的?|那)?(?:是的?|对的?|确定|确认|没错|就?结束吧?|要结束|现在结束|是要结束|我?确定结束|确认结束)(?:了|吧|的|谢谢|啊|呀|结束){0,2}|"
    "(?=.*(?:yes|yeah|yep|yup|sure|confirm|correct|ido))(?:yes|yeah|yep|yup|sure|ok|okay|confirm|confirmed|correct|ido|imsure|iamsure|please|end|it|now|thanks|thankyou){1,4}"
)
_NO = expression(
    "(?:不|不是的?|不要|不用|不了|别|没有|先不|不结束|不想结束|还没有?|我?(?:想)?(?:继续|接着)(?:聊|答|回答|面试|来|吧)?|(?:再)?(?:聊|答)(?:一)?(?:会儿?|下))(?:了|吧|谢谢|继续|吧|面试|结束|的){0,3}|"
    "(?=.*(?:no|nah|dont|continue|goon|carryon|keepgoing))(?:no|nope|nah|notyet|not|dont|donot|continue|goon|carryon|lets|keepgoing|iwantto|wecan|id?liketo|thanks|thankyou|please|end|now){1,3}"
)
_WANTS_QUESTIONS = expression(
    "(?:会|先|要|想|该|还|能)(?:去|先)?(?:问|追问|了解|弄清|搞清|确认|澄清|知道)(?:什么|哪|谁|些|清|对方|[^。？]{0,6}(?:什么|哪))|追问|"
    "问(?:他|她|对方|谁|哪些|什么|几个)|(?:需要|得)(?:先)?(?:知道|弄清|确认|了解)|"
    r"\b(?:what|which|whom?) (?:\w+ ){0,3}(?:ask|check|find out|clarify|establish)\b|\bask (?:first|about|him|her|them|before)\b|"
    r"\bwhich questions\b|\bwhat (?:do|would|must|should) you (?:\w+ )?(?:want|need) to (?:know|find out)\b|\bsettle first\b|\bclarify\b"
)

CLAUSES = expression(
    r"(?P<clause>(?:(?!\s[-–—]+\s)[^,.;:!?，。；：！？、…\n])+)(?P<mark>[,.;:!?，。；：！？、…\n]*|\s[-–—]+\s)"
)
ZH_NOISE = expression(r"[^\w]|_")
_EN_NOISE = expression(r"[^\w']+|_")
