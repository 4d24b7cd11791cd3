"""Coming back to a question by its subject: "Coming back to the cache question, I'd add jitter.",
"回到缓存那个问题，我还会加互斥锁。". Pure.

Which question that is, its words tell (see `interviews.earlier`). All repetitions are bounded.
"""

from __future__ import annotations

import re

from interviewgpt.expressions import expression
from interviews.remarks_en import AMENDED_EN, NTH_EN
from interviews.remarks_zh import AMENDED_ZH

__all__ = ["BY_PLACE", "returned_to", "returns_by_place"]

_SAID_FIRST = r"\W*(?:(?:sorry|wait|oh|ah|actually|well|also|and|but|by the way|btw|u+m+|just|so|ok|okay|hang on|hold on|before i forget)[\s,.;:!-]+){0,4}"
_GOING = (
    r"(?:(?:(?:as|if|while|when|before) (?:i|we)(?: may| can| could| might)?|(?:can|could|may) (?:i|we)|let me|to|i(?: want| need| have|'d like| would like) to|(?:if you don't mind,? )?i(?:'d|'ll)) )?(?:just |quickly |briefly ){0,2}"
    r"(?:(?:go|going|come|coming|get|getting|jump|jumping|turn|turning)(?: quickly| briefly| just)? back to|(?:circle|circling|return|returning)(?: quickly| briefly)?(?: back)? to|(?:just |quickly ){0,2}back to)"
)
_ON = r"(?:as (?:for|to)|on|about|regarding|concerning|with re(?:gard|spect) to)"
_MORE_ON = r"(?:(?:one|a|another)(?: more| last| other| quick)? (?:thing|point|detail|word|note|addition) (?:on|about|for|to)|(?:i(?: want| need|'d like| would like) to |let me |to )?add(?: something| one thing| a bit)? (?:to|on))"
_WORDS = r"(?:(?!(?:other|next|current|same|open|this|last|previous|earlier) )[a-z0-9+#/'-]{2,24} ){1,4}?"
_ABOUT = r"(?:about|on|with|regarding|concerning|of) (?P<{name}>[^,.:;!?–—]{{2,48}}?)"
_ADDS_EN = r"(?=\s?[,.:;–—-]\s*(?:(?:and|also|just|actually|one more thing)\W+){0,2}(?:i|let me|can i|could i|may i|to)\b[^,.:;!?]{0,16}\b(?:(?:want|need|like|have) to add|(?:forgot|meant|omitted) to (?:say|mention|tell|add)|left (?:something|one thing|that|a bit) out|should (?:also )?(?:have )?(?:say|said|mention|mentioned|add|added)|correct (?:that|myself|something))\b)"
"""Goes on to say that something is added: "on the pricing question" alone may begin a story of another question."""
_RETURNS_EN = expression(
    rf"{_SAID_FIRST}(?:(?:{_GOING}) (?:(?:the|your|that|my) (?P<theme>{_WORDS})(?:question|one|topic|part|answer)\b|(?:the|your|that|my) (?:(?:earlier|previous|first|other) )?(?:question|one|answer) {_ABOUT.format(name='theme_2')}|"
    rf"what (?:you (?:asked|wanted to know)|i (?:said|told you|answered))(?: me)?(?: earlier| before)? {_ABOUT.format(name='theme_3')})|"
    rf"{_MORE_ON} (?:(?:the|your|that|my) (?P<theme_4>{_WORDS})(?:question|story|example)\b|(?:the|your|that) (?:(?:earlier|previous|first|other) )?question {_ABOUT.format(name='theme_5')}|what you asked(?: me)?(?: earlier| before)? {_ABOUT.format(name='theme_6')})|"
    rf"{_ON} (?:(?:your (?P<theme_7>{_WORDS})question|(?:the|your|that|my) (?P<theme_8>{_WORDS})story)\b|(?:your|(?:the|that) (?:earlier|previous|first|other)) question {_ABOUT.format(name='theme_9')}|what you asked(?: me)?(?: earlier| before)? {_ABOUT.format(name='theme_10')}|"
    rf"(?:the|that|my) (?P<theme_11>{_WORDS})(?:question|example)(?: (?:earlier|before|again|too))?{_ADDS_EN}))"
    r"(?: (?:earlier|before|from before|again|quickly|briefly|too|for a (?:second|moment|minute|sec)|(?:you|we|that you) (?:asked|had|talked about|discussed)(?: (?:me|earlier|before))?)){0,2}\s?(?:[,.:;?!–—]|-\s|\s-)+\s*(?P<rest>.*)",
    re.DOTALL,
)
_LEADS_ZH = "(?:不好意思|抱歉|对了|哦|噢|嗯|呃|另外|还有|那个?|我|想|要|得|能不能|可不可以|可以|先|再|顺便|[\\s，,、。…]){0,6}"
_BACK_ZH = "(?:回到|说回|讲回|聊回|转回|回头(?:再|来)?(?:说|讲|聊|看)|再(?:回到|说(?:一?下|说|回)|讲(?:一?下|讲|回)|聊(?:一?下|聊|回)|补充(?:一?下)?)|接着(?:说|讲|聊)|补充(?:一?下)?|刚才|刚刚)"
_ON_ZH = "(?:关于|至于|对于|针对|之前|前面)"
_FIRMLY_ZH = f"(?:{_ON_ZH})?{_BACK_ZH}{{1,2}}(?:到|去)?(?:{_ON_ZH})?"
_ASKED_ZH = f"(?:{_BACK_ZH}|{_ON_ZH}){{1,3}}(?:到|去)?(?:您|你)(?:问|说|聊|讲|提)(?:到|过|起)?的?"
_THEME_ZH = "(?P<{name}>[^，。：:；！？?\\s这那]{{2,14}}?)"
_TASK_ZH = "(?:那(?:一)?道|(?:一)?道)(?:问题|题目?)|那(?:一)?题"
_ITEM_ZH = f"(?:{_TASK_ZH}|那(?:一)?个?(?:问题|题目?))"
"""The open one is 这个问题, and any trouble somebody had is 那个问题 too."""
_ADDS_ZH = "(?=(?:我|还|再|想|要|又|也|得|好像|其实|刚才|能不能|可以){0,4}(?:补充?(?:一|几|两|个|说|点|句|(?=[：:，,]))|漏(?:说|讲|答|了一|了个|了点)|(?:忘(?:了|记)?|没|少)(?:说|讲|提)))"
_RETURNS_ZH = expression(
    f"{_LEADS_ZH}(?:{_FIRMLY_ZH}{_THEME_ZH.format(name='theme')}的?{_ITEM_ZH}|"
    f"{_ASKED_ZH}{_THEME_ZH.format(name='theme_2')}(?:的?{_ITEM_ZH}|(?:的问题)?(?=[，,：:]))|"
    f"(?:刚才|刚刚|(?:回到|说回)(?:刚才|刚刚|前面|之前)){_THEME_ZH.format(name='theme_3')}的问题(?=[，,：:])|"
    f"{_ON_ZH}{_THEME_ZH.format(name='theme_4')}的?(?:{_TASK_ZH})|"
    f"(?:{_ON_ZH})?{_THEME_ZH.format(name='theme_5')}的?{_ITEM_ZH}(?=(?:上|里|中)?[\\s，,：:]{{0,2}}{_ADDS_ZH}))"
    f"(?:上|里|中)?(?:的话)?(?:吗|吧)?(?:[\\s，,：:。？?]{{1,3}}|{_ADDS_ZH})(?P<rest>.*)",
    re.DOTALL,
)

_PLACE_EN = "(?:the|my|your|that) (?:very )?(?:previous|earlier|prior|preceding|{nth}|(?P<maybe>last))(?: (?:question|answer)(?: of mine)?)"
BY_PLACE = (
    expression(
        rf"{_SAID_FIRST}(?:{_GOING}) {_PLACE_EN.format(nth='|'.join(NTH_EN))}"
        r"(?: (?:quickly|briefly|again|too|(?:you|we) (?:asked|had)|for a (?:second|moment|minute|sec))){0,2}\s?(?:[,:;.?–—]|-\s)+\s*(?P<rest>.{12,})",
        re.DOTALL,
    ),
    expression(
        f"{_LEADS_ZH}(?:回到|说回|讲回|聊回|转回|回头(?:再|来)?(?:说|讲|聊|看)|再(?:回到|说(?:一?下|回)?|讲(?:一?下|回)?|聊(?:一?下|回)?|补充(?:一?下)?)|补充(?:一?下)?)(?:到)?(?:您|你)?(?:刚才|前面)?(?:问的?)?"
        "(?:上一?(?:个|道)?(?:问题|题目?)|前一?个?(?:问题|题目?)|第(?:[一二三四五六七八九十]|\\d{1,2})(?:个|道)?(?:问题|题目?)|(?P<maybe>(?:刚才|刚刚|之前)(?:的)?那?个?(?:问题|题目?)))[，,：:。\\s]{1,3}(?P<rest>.{6,})",
        re.DOTALL,
    ),
)
"""Coming back to a question by its place, with what is said then; of the ``maybe`` last one it may be the open one."""


def returned_to(text: str) -> tuple[str, str] | None:
    """What a text begins by coming back to as what a question was about, and what it says then; None where
    it does not."""
    plain = text.casefold().replace("’", "'")
    found = _RETURNS_ZH.match(plain) or _RETURNS_EN.match(plain)
    if found is None:
        return None
    themes = (part for name, part in found.groupdict().items() if name.startswith("theme"))
    theme = next((part for part in themes if part), "").strip()
    return None if theme in _PLACES else (theme, found["rest"].strip())


def returns_by_place(text: str) -> bool:
    """Whether a text begins by coming back to a question by its place, and does not say that it puts right or adds."""
    plain = text.casefold().replace("’", "'")
    amends = AMENDED_ZH.fullmatch(plain) or AMENDED_EN.fullmatch(plain)
    return not amends and any(pattern.fullmatch(plain) for pattern in BY_PLACE)


_PLACES = (*NTH_EN, "刚才", "刚刚", "前面", "之前", "上面")
"""What says which question is meant by its place, and not by its subject."""
