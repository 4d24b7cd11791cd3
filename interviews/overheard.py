"""What the candidate's last words tell besides an answer or a wish: that something told before is put right,
that a question was not heard, that another of their own is to come. Pure.

It is heard here, so that it is the same for every engine; an engine only has the words for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from interviewers.engines.base import Line
from interviewers.engines.builtin.reading.asked import sentences
from interviewers.engines.builtin.reading.corrected import corrects
from interviewers.engines.builtin.reading.technical import distinctly_technical
from interviewers.engines.builtin.reading.text import fold, specific, terms
from interviewers.engines.builtin.speaking.invited import OTHER, subjects
from interviewgpt.expressions import expression
from interviews.wishes import Request

__all__ = [
    "corrects",
    "does_not_know",
    "guesses",
    "has_another",
    "is_told",
    "last_words",
    "may_be_put",
    "missed",
    "only_limits",
    "tells_own_act",
]

_CANDIDATE = "candidate"
"""Who speaks a line of the transcript."""
_UNCAUGHT = expression(
    r"没(?:有)?(?:太|大|怎么)?听(?:清|见|到|全)|(?:网|信号|声音|线路|麦|耳机|画面).{0,6}(?:卡|断|掉|延迟|不好|不稳|小了|没了)|"
    r"(?:卡|断|掉线)了|\b(?:(?:did ?n[o']?t|could ?n[o']?t) (?:quite |really )?(?:catch|hear)|(?:cut|cutting|dropped|dropping|breaking|broke) (?:out|off|up)|froze|frozen|lag(?:ged|ging)?|connection|the line|audio|the sound|noisy?)\b"
)
_AGAIN = expression(
    r"\brepeat\b|\b(?:say|ask|put|read|tell me) (?:that|it|this|(?:the|your) (?:last )?(?:question|part))(?: to me)? (?:again|once more|one more time)\b|重复|再(?:说|念|讲|问|读)一?(?:遍|次)|"
    r"\b(?:remind(?:ing)? me|(?:forgot|see) the question|(?:latest|last|current|recent|which|your|the) question|what question|what (?:was|is|were|did)\b.{0,20}\byou\b.{0,12}\bask\w*)\b|来着|忘(?:了|记)|提醒|(?:问题?|题目?)(?:问)?的?是?(?:什么|啥)|哪一?[个道]?问?题|问(?:的是|到)?(?:什么|啥|哪)"
)
"""Asks to hear it again."""
_UNCLEAR = expression(
    r"(?:不|没)(?:有)?(?:太|大|怎么|是很|很)?(?:听)?(?:懂|明白|清楚|理解)|\b(?:understand\w*|follow|get (?:it|that|what|the)|unclear|confus\w+|lost|meant?)\b"
)
_MORE = expression(
    r"^(?!.*(?:第二|另一个|其次|最后)).*(?:第一个?(?:想|问题|[，,：:])|(?:有|问)(?:两|三|几)个(?:问题|想问|想了解|[，,。：:])[^?？]*[?？]?$)|"
    r"^(?!.*\b(?:second|secondly|the other|finally)\b).*(?:(?:^|[.!;]\s{1,3})(?:the first (?:one|question)|my first(?: question)?|first)(?: is| would be|[,:])|"
    r"\b(?:have|got|had) (?:two|three|a few|a couple of) (?:questions|things)\b[^?]*\??$)",
    re.DOTALL,
)
_UNKNOWING = expression(
    r"^\W*(?:(?:嗯|呃|额|这(?:个|题|块|一块|方面|部分)|那个|不好意思|抱歉|说实话|老实说|其实|真的?|我|还|也|就|[，,、。…\s])*)(?:不(?:太|是很|怎么|大)?(?:知道|清楚|懂|了解|确定|记得)(?!的)|不(?:太|怎么)?会(?=\W|$|[啊呀呢吧])|说不(?:好|上来|清)|没(?:有)?(?:怎么|太|咋)?(?:想|用|学|做|接触|研究|了解|碰|遇到)过)|"
    r"^\W*(?:(?:u+m+|u+h+|hm+|well|honestly|sorry|frankly|to be honest|i'm afraid|really)\b[\s,.…]*)*(?:i (?:really |honestly |actually )?(?:do ?n[o']?t|do not) (?:really )?(?:know|remember)|(?:i have )?no idea|(?:i'm |i am )?not (?:really |quite )?(?:sure|familiar)|i(?:'ve| have) never|i have ?n[o']?t (?:really |actually |ever )?(?:used|done|worked|tried|seen|studied|touched))\b",
)
_A_GUESS = {True: 150, False: 60}
"""Characters, in Chinese (False) or not; who goes on for longer has answered."""


def does_not_know(text: str) -> bool:
    """Whether who was asked says first that they do not know, and then guesses at most."""
    short = len(text) <= _A_GUESS[text.isascii()]
    return short and _UNKNOWING.search(_folded(text)) is not None


def only_limits(text: str) -> bool:
    """Whether who says first that they do not know says besides only how little they had to do with it."""
    _, *rest = sentences(said := _folded(text)) or [""]
    answers = _WOULD.search(said) or tells_own_act(text)
    return bool(rest) and not answers and all(map(_LIMITS.search, rest))


_CLAUSES = expression(r"[,，.。…;；:：!！?？\n—]+|\bbut\b|不过|但是?")
_SUPPOSES = expression(
    "是不是|会不会|可能|应该是?|好像|大概|也许|估计|(?<!不)猜|(?:跟|和)[^，。]{1,12}有关|"
    r"\b(?:maybe|perhaps|probably|possibly|guess|(?:could|might|would) (?:it )?be|is it|something (?:with|like|about|to do with)|i (?:would )?think|i suppose)\b"
)
_OF_ONESELF = expression(
    "我(?!猜|估计|觉得|想|印象)|[你您咱]|题|问题?太|超纲|跳过|下一|紧张|复习|面试|答(?![复应])|[学听见看]过|忘|百度|谷歌|上网|接触|印象|例子|才[会懂]|同学|看书|回去|"
    "[给要有]个?提示|查(?:一?下)?(?:资料|文档|网)|[太挺很好](?:难|深|复杂)|(?:^|可能|也许|估计)以后|"
    r"\b(?:i'm|i am|i was|i've|i have|i should|i need|i can|me|my|your|question|skip|tired|nervous|learn(?:ed|t)?|heard|forgot\w*|pass|move on|interview|hints?|juniors?|seniors?|beginners?|google|school|an? example|other time)\b|"
    r"\b(?:come|go|get) back\b|\blater\W*$|\bnext(?: (?:one|question|topic|time|part))?\W*$|\b(?:too|is|'s) hard\b|\beasier (?:with|if)\b|\blook \w+ up\b|\b(?:is|would) it (?:be )?(?:possible|ok(?:ay)?|fine|all right|alright|allowed)\b|"
    r"\b(?:to|i|have|'d) read\b|\bread (?:about|up|it|that|somewhere|a)\b|"
    r"\b(?:you|we)(?:'d|'ll)? (?:(?:can|could|would|will|may|might|should|just|had|have|never) )*(?:explain|tell|help|give|repeat|rephrase|say|mean|want|ask|know|show|let|are|see|think|remind|come|go|move|leave|talk|try|stop|end)\b"
)
_OF_ANYBODY = expression(r"\b(?:you|we)\b")
"""May be those in the room, unless it is said of something technical."""


def guesses(text: str) -> bool:
    """Whether who says first that they do not know then supposes something all the same: of the subject, and not of
    themselves or the question."""
    said = _folded(text)
    _, *rest = (clause for clause in _CLAUSES.split(said) if clause.strip())
    supposed = (c for c in rest if _SUPPOSES.search(c) and not _OF_ONESELF.search(c))
    return does_not_know(text) and any(map(_is_of_subject, supposed))


def _is_of_subject(clause: str) -> bool:
    words = specific(terms(fold(_SUPPOSES.sub(" ", clause))))
    return bool(words & distinctly_technical() if _OF_ANYBODY.search(clause) else words)


def tells_own_act(text: str) -> bool:
    """Whether who says first that they do not know, or are not sure, tells then what they did."""
    _, *rest = sentences(_folded(text)) or [""]
    return any(map(_OWN_ACT.search, rest))


_OWN_ACT = expression(
    r"\b(?:i|we) (?:(?:only|just|simply|then|also|always) ){0,2}(?:(?!(?:used|worked|tested|studied|learned|watched|looked|touched|listened|tried|attended|started|joined|helped|followed|noticed|needed|wanted|missed|passed|lived|stayed|played|talked|moved|skimmed|guessed)\b)\w{2,}ed|told|made|took|put|built|wrote|sent|gave|set|cut|ran|kept|brought|chose|drew)\b|"
    "(?<![人他她])只(?:把|[^，。；过听看知会有是学]{1,4}了(?!解))|[我咱]们?(?:都|也|当时|一般)?只在[^，。；过]{1,8}(?<![听看学用])(?:发布|上线|[改做跑查发写试推])(?!过)"
)
"""Not what they only used, saw or heard of, nor what they only do for a living."""


_LIMITS = expression(
    r"\b(?:only|never|nobody|no one|not|hardly|barely|just the|just a|someone else|somebody else|others did)\b|n't\b|没|只|从来|不(?!同|断|过)|别人"
)
_WOULD = expression(
    r"\b(?:would|i'd|might|maybe|perhaps|probably|guess|could|should|suppose|think|imagine|because)\b|可能|应该|大概|也许|估计|(?<!不)会(?!议)|(?<!没)想|因为|比如"
)
"""Begins to answer all the same."""


def may_be_put(text: str, request: Request) -> bool:
    """Whether what a text comes to is a question like any other to who invites some: how it went, or what is
    asked once more by who says that it was asked."""
    again = request is Request.TOLD and {*subjects(text)} - {OTHER}
    return request is Request.VERDICT or bool(again)


def last_words(lines: Sequence[Line]) -> str:
    """What the candidate has said since the panel spoke last."""
    last = takewhile(lambda line: line.speaker == _CANDIDATE, reversed(lines))
    return "\n".join(line.text for line in reversed([*last]))


def missed(text: str) -> bool:
    """Whether who asks for a question again has not heard it, or wants it repeated, rather than has not
    understood it."""
    said = _folded(text)
    if _UNCAUGHT.search(said):
        return True
    return _AGAIN.search(said) is not None and _UNCLEAR.search(said) is None


def has_another(text: str) -> bool:
    """Whether of several questions that are announced the first has been put, and not yet another."""
    return _MORE.search(_folded(text)) is not None


def _folded(text: str) -> str:
    return text.casefold().replace("’", "'")


def is_told(text: str) -> bool:
    """Whether a message is more than a word of conversation."""
    return len(_LETTERS.sub("", text)) >= (_TELLING if text.isascii() else _TELLING // 3)


_LETTERS = expression(r"[\W_]+")
_TELLING = 30
"""Letters; Chinese takes a third of them."""
