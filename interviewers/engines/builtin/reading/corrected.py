"""Sentences in the middle of an answer that correct what was said on another question. Pure.

"Wait, I have to correct something I said before: it was twenty percent" belongs to no story it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from interviewers.engines.builtin.reading.looking_back import EARLIER_ZH, PUTS_RIGHT_ZH, SORRY_ZH
from interviewers.engines.builtin.reading.names import SURNAMES, WHO_ZH
from interviewers.engines.builtin.reading.numerals import MONTHS, TENS, TO_TEN
from interviewers.engines.builtin.reading.text import spans
from interviewers.engines.script import HAN, has_han
from interviewgpt.expressions import expression

__all__ = [
    "OF_OTHERS",
    "SOME_FIGURE",
    "as_put_right",
    "asks",
    "corrects",
    "figures_put_right",
    "is_correction",
    "is_of_figures",
    "kinds_of_figure",
    "names_in",
    "only_corrects",
    "puts_figure",
    "repairs_itself",
    "revised",
    "revises",
    "tells_a_figure",
    "tells_anew",
    "tells_figure",
]

Figures = tuple[str, str]
"""A figure as it should be, and as it was told."""

_BEFORE = f"(?:{EARLIER_ZH})"
_PERSON = f"(?:{WHO_ZH}|供应商|主任|厂家|对方|人家|别人|大家|[他她它谁])们?"
_WRONG = "(?:(?:说|讲|提|记|写|报|算)(?:错|多|少|反|漏|混|高|低|成)了?(?!话)|口误)"
_TOPIC = f"(?:(?!{_PERSON})[^，。；跟对和向给])"
_OPENS = "(?:^|(?<=[，,。；：:、 …—我哦噢啊呃嗯呀是])|(?<=对了|意思|抱歉|不起|等等|那个|其实|可能|好像|记得))"
"""What somebody who speaks of what they said themselves says before "a moment ago": no name of anybody."""
_OWNS_UP = r"^(?:(?:oh|ah|um|uh|hm+|well|sorry|wait|hang on|no|actually|my mistake)[,.:! ]{1,2})+(?:i think )?"
_MIXED = r"misremembered|mixed (?:it|that|them|those|the \w{2,12}) up|got (?:it|that|(?:the|my) [\w ]{2,30}?) wrong"
_CORRECTS = expression(
    f"(?:{PUTS_RIGHT_ZH})(?:一下|一个|一处|一点)?[，,：:]?(?:我)?{_BEFORE}(?:我)?(?:说|讲|提|那)|"
    f"{_OPENS}{_BEFORE}(?:(?:{_TOPIC}{{0,13}}?我)?{_WRONG}|{_TOPIC}{{1,14}}?{_WRONG}(?=[的，,。；！!是]|$|[\\d零一二两三四五六七八九十百千半])|[^，。；跟对和向给]{{0,10}}那[个句次些][^，。；]{{0,4}}我{_WRONG})|"
    f"{_BEFORE}(?:我)?[说讲]的?[^，。；他她]{{2,24}}[，,](?:其实|应该|实际(?:上(?!线))?|严格(?:来)?说|准确(?:地|来)?[说讲])(?:应该|只|就)*(?:是(?!为了)|没)|"
    f"(?:^|[，,。；])(?:是)?我{_BEFORE}?(?:说|讲|记)成(?=了|[\\d零一二两三四五六七八九十百千半])|"
    r"\b(?:correct|put right|take back|fix) (?:something|one thing|what|myself|a (?:thing|figure|number|point))\b.{0,20}\b(?:said|told|gave|mentioned|before|earlier)\b|"
    r"\bi (?:misspoke|(?:said|told you|gave you) (?:the wrong|something wrong)|was wrong (?:before|earlier))\b|"
    rf"{_OWNS_UP}i (?:{_MIXED})|\bi (?:{_MIXED}) (?:earlier|before|just now|a minute ago|at the start)(?=\W|$)|"
    r"\b(?:earlier|before) i (?:said|told you) .{1,60}\b(?:was wrong|that's wrong|that is wrong|should be|meant)\b|"
    r"\bi (?:said|told you|gave you|called it)\b[^.!?]{1,50}? (?:earlier|before|just now|a minute ago|at the start),? (?:but |and |well )?(?:that|it|they|those|there)(?:'s| is| was| were| should)\b",
    re.IGNORECASE,
)
"""Says that something told to the panel before was not so."""
OF_OTHERS = expression(
    f"{_PERSON}(?:{PUTS_RIGHT_ZH})|{_PERSON}[^，。；我]{{0,6}}(?:说|讲|觉得|指出|发现|认为|提醒|以为)[^，。；]{{0,3}}我?{_BEFORE}|"
    r"\b(?:he|she|they|customers?|colleague)\b.{0,20}\bcorrect",
    re.IGNORECASE,
)
"""Correcting somebody else, or being told that one was wrong, is part of a story."""
_NUMBER = r"\d++(?:[.,:]\d++)*+|[零一二两三四五六七八九十百千万亿半]++"
_COUNT = rf"{_NUMBER}|\b(?:{TO_TEN}|eleven|twelve|\w{{3,5}}teen|{TENS})\b"
_UNIT_ZH = "[^\\d，。,.；;!！?？不]{0,8}"
_UNIT_EN = r"(?: ?%| ?[a-z]++){0,3}?"
_OWNED_ZH = rf"我?(?:想|要|得)?{_BEFORE}?(?:那个数|数字)?我?(?:口误|(?:{PUTS_RIGHT_ZH}|改)(?:一下)?+(?:我)?(?:{_BEFORE}(?:说|讲|提到)?的?)?(?:那个)?(?:数字?)?|(?:说|讲|打|写|记)错了?)"
"""Owns a mistake up. Only behind such words is something named, of which both figures are told: behind "不好意思" it may
be an answer."""
_SORRY = (
    rf"(?:(?:哦|噢|啊|不对|{SORRY_ZH}|等等|等一下|{_OWNED_ZH})[，,。.！!：: ]*+)*",
    r"(?:(?:oh|oops|sorry|wait|hang on|no|my mistake|my bad|correction|actually|i misspoke|let me correct (?:that|myself)|(?:just )?(?:one|a|another) (?:\w+ )?(?:thing|correction|detail|point)(?=[:,.])|i (?:should have|meant to|ought to have) sa(?:id|y)(?: that)?(?=[,:]? (?:it|that|there|we|in|on|for)\b)|(?<=[,.:;] )(?:in|on|at|for|with) [\w -]{2,24}?(?=,? (?:it|that|there|we)\b))\b[,.!:; -]*+)*",
)
_PUT_RIGHT = tuple(
    expression(pattern, re.IGNORECASE)
    for pattern in (
        rf"^{_SORRY[0]}(?:那个|这个|我说的|数字|其实|应该|我想说的|我的意思)*(?:是)?(?:大概|大约)?(?P<new>{_NUMBER}){_UNIT_ZH}[，, ]*(?:而)?不是(?P<old>{_NUMBER})",
        rf"^{_SORRY[0]}{_OWNED_ZH}[，,。.：: ]++(?![我他她它你您])[^，。；！？\d]{{2,14}}?是(?:大概|大约)?(?P<new>{_NUMBER}){_UNIT_ZH}[，, ]*(?:而)?不是(?P<old>{_NUMBER})",
        rf"^{_SORRY[0]}(?:那个|这个|数字|其实)*不是(?P<old>{_NUMBER}){_UNIT_ZH}[，, ]*(?:而)?(?:应该)?是(?P<new>{_NUMBER})",
        rf"^{_SORRY[0]}(?:我)?{_BEFORE}?(?:我)?(?:说|讲|写|打)(?:的)?(?:是|成|了)?(?:那个)?(?P<old>{_NUMBER}){_UNIT_ZH}[，, ]*(?:其实|应该|实际|错了)[^\d，。]{{0,6}}是(?P<new>{_NUMBER})",
        (
            rf"^{_SORRY[1]}(?:(?:i (?:really )?(?:meant|mean|wanted to say)|(?:it|that|there)(?:'s| is| was| were| should (?:be|have been|read))|should (?:be|have been)|make (?:it|that))(?: to say)? )?"
            rf"(?P<new>{_COUNT}){_UNIT_EN},?(?: and| instead of| rather than)?(?: not|(?<=instead of)|(?<=rather than)) (?P<old>{_COUNT})"
        ),
        rf"^{_SORRY[1]}(?:it|that)(?:'s| is| was)(?:n't| not) (?P<old>{_COUNT}){_UNIT_EN},? (?:but|it(?:'s| is| was)) (?P<new>{_COUNT})",
        rf"^{_SORRY[1]}(?:(?:earlier|before|just now|in my (?:previous|last|earlier) answer),? )?i (?:said|wrote|told you|typed) (?P<old>{_COUNT}){_UNIT_EN},?(?: (?:earlier|before|just now),?)?(?: but)? (?:i meant|it (?:was|is|should be|should have been)|that should (?:be|have been)) (?:really |actually )?(?P<new>{_COUNT})",
    )
)
"""Both figures are named: "I meant 30, not 300"."""
_MIXED_UP = expression(
    rf"^{_SORRY[1]}(?:by the way,? )?i (?:said|told you|gave you|wrote) (?P<old>{_NUMBER}){_UNIT_EN}(?: (?:earlier|before|just now))?, (?:but )?(?:that|those|it) (?:was|were) [^.!?]{{2,40}}[.;,] "
    rf"(?:it|that|there|they|we) (?:was|were|had) (?:really |actually |about |around |roughly |more like |only |just ){{0,3}}(?P<new>{_NUMBER})",
    re.IGNORECASE,
)
"""The figure told was one of something else; the next sentence has the right one."""
_RENEWED = expression(
    rf"(?:^(?:嗯|哦|啊|对了|等等|等一下|{SORRY_ZH}|那个|，|,| )*(?:我)?(?:要|想|得)?(?:{PUTS_RIGHT_ZH})(?:一下|一个|一点|一处)?|口误|我{_BEFORE}?(?:说|讲|记|打|写)错了?(?!话))[^。！？]{{0,24}}?(?:是|为|成|应该[写说算有要])[^\d。！？]{{0,6}}?(?:{_NUMBER})|"
    r"(?:^(?:oh|no|wait|sorry|um|ah|and|one|a|quick|small|little|just|[,. ])*\bcorrection\b(?=[,:;.]| (?:on|to) (?:that|what|my|the last|the earlier))|\b(?:let me|i (?:have to|need to|must|should)) correct (?:that|myself|something|one thing)\b|\bi misspoke\b|\bscratch that\b|"
    r"\bgoing back(?=[,;]| (?:to|on) (?:what i|my|that|the (?:last|earlier|previous)))|\b(?:i|we) (?:got|had|gave you) (?:that|it|the (?:number|figure)) wrong\b|"
    r"^(?:oh |no |wait |ah )?sorry\b(?=[,:]? (?:it|that|there) (?:was|is|were|should))|"
    r"^(?:(?:oh|ah|wait|sorry|by the way|actually|also)[, ]{1,2}){1,3}(?:and |but )?(?:the|my|our|that|those)\b(?=[^.!?]{2,60}\b(?:actually|really|in fact|more like|rather|nearer|closer to)\b))"
    rf"[^.!?]{{0,60}}?(?:\b(?:was|is|were|are|be|make (?:it|that))|'s|[:,]) (?:[a-z]+ ){{0,3}}?(?:\d|(?:{TO_TEN}|{TENS})\b)",
    re.IGNORECASE,
)
"""Only the new figure is named: "Correction, it was 30"."""
_FIGURE = {
    "zh": "[一二两三四五六七八九十]+(?:[秒块米][一二三四五六七八九]|个半)(?!天)|[零一二两三四五六七八九十百千万亿半]+(?:点[零一二三四五六七八九半]+)?个?|\\d+(?:[.,]\\d+)*个?",
    "en": rf"\d+(?:[.,:]\d+)*|(?:half )?a (?:hundred|dozen|couple)|(?:{TENS})(?:[- ](?:one|{TO_TEN}))?(?: and a half)?|(?:one|{TO_TEN}|eleven|twelve|\w{{3,5}}teen)(?: hundred| thousand)?(?: and a half)?",
}
_OF_WHAT = {
    "zh": "(?P<of>%|[^\\d，。,.；;！!？?不左了吧的零一二两三四五六七八九十百千万亿]{0,4})",
    "en": r"(?P<of> ?%| ?[a-z]{1,3}\b|(?: [a-z-]+){0,3})",
}
_ABOUT = {
    "zh": "(?:是|有|就|也就|只|大概|大约|大致|差不多|接近|将近|快|不到|算下来){0,4}",
    "en": r"(?:(?:about|around|roughly|nearly|almost|only|just|maybe|probably|up to) )*",
}
_REVISED = {
    "zh": expression(
        rf"{_SORRY[0]}(?:嗯|对了|刚才|刚刚|前面|那个|这个|数字?|我|想|说的?|[，, ])*(?:(?!.{{0,3}}(?:[他她它]|后来|结果|最后|当时|于是))[^，。；？?\d]{{2,10}}?)?(?:其实|实际上?|应该|准确(?:地|点)?[说讲来]*|严格(?:来)?[说讲]*|确切(?:地)?[说讲]*|更(?:接近|准确))(?:应该|[，, ])*(?:是)?(?:[降掉涨升减省缩跌多少花用拖晚早提延][到了成]{{0,2}})?{_ABOUT['zh']}"
        rf"(?P<new>{_FIGURE['zh']}){_OF_WHAT['zh']}(?:左右|上下|才对|吧|的|了){{0,2}}[。.！!]?"
    ),
    "en": expression(
        rf"{_SORRY[1]}(?:well|and|so|but|or|[, ])*(?:"
        rf"(?:(?:it|that|there|they|those|we|i)(?:'s|'d|'re| is| was| were| are| had| have| has)?(?: been)? )?(?:(?:probably|maybe|perhaps) )?(?:actually|really|in fact|rather|more like|closer to|nearer(?: to)?)(?: (?:more like|closer to|nearer(?: to)?))?,? {_ABOUT['en']}(?P<new>{_FIGURE['en']}){_OF_WHAT['en']}(?:,? (?:actually|really|in fact|i think|i'd say))?|"
        rf"(?:(?:it|that|there|they|those)(?:'s| is| was| were| are) )?{_ABOUT['en']}(?P<new_2>{_FIGURE['en']}){_OF_WHAT['en'].replace('<of>', '<of_2>')}?,? (?:really|actually|in fact|rather|to be (?:exact|precise|honest|fair)|now (?:that )?i think (?:of|about) it|come to think of it)"
        r")(?:[,;]\s[^.!?]{3,45})?[.!]?",
        re.IGNORECASE,
    ),
}  # fmt: skip
"""A new figure of the same kind, without a word of the old one: "It was more like 170". "之前其实是三十天" is how it was
before, and no revision."""
_COUNTED = {
    "zh": expression(rf"(?<![\d.零一二两三四五六七八九十百千万亿])(?P<figure>{_FIGURE['zh']}){_OF_WHAT['zh']}"),
    "en": expression(rf"(?<![\w.-])(?P<figure>{_FIGURE['en']}){_OF_WHAT['en']}", re.IGNORECASE),
}  # fmt: skip
"""A figure and what it counts."""
_STOPS = (
    rf"(?:[哦噢啊呃嗯诶哎]{{1,3}}[，, ]?)?(?:不对|不不|不(?=[，, ])|等等|等一下|错了|(?:{PUTS_RIGHT_ZH})(?:一下)?|口误|{SORRY_ZH}|我?(?:说|讲|记)(?:错|反|混)了?)[了啊呀哈]?[，,：:。 ]{{1,2}}",
    r"(?:(?:oh|ah|um|uh|hm{1,4}|well|actually|or)[, ]{1,2}){0,2}(?:(?:no,? wait|wait,? no|no,? no|no,? sorry|sorry,? no|actually,? no|sorry|wait|scratch that|correction|my mistake|i misspoke|i mean[t]?|make that|or rather)\b[,.:! –—-]{1,3}|no[,.–—-] )",
)
"""What somebody stops short with. Written or reckoned wrongly (写错, 算错) belongs to a story, said too much to manners."""
SOME_FIGURE = (
    r"(?:\d+(?:[.,:]\d+)*|[零一二两三四五六七八九十百千万亿半]+|"
    rf"\b(?:one|{TO_TEN}|eleven|twelve|\w{{3,5}}teen|{TENS}|(?:a )?(?:hundred|dozen|thousand)|half)\b)"
)
_ONE = (
    # "一时想不起来", "一个都没有" and "half of that was lost on me" tell no figure.
    r"(?!半[天晌点]|[一半][^，。；]{0,4}[都也]|[一半](?!$|[，。；！!、\d零一二两三四五六七八九十百千万亿半位名人天周月年次遍轮版成倍家台条份秒块分季项页套张层%]|个(?!小?问题|细节)|小时|钟头|点[零一二三四五六七八九半]))",
    r"(?!(?:one|half)\b(?!$|[.,;!]| ?%| (?:and|or|not|instead|rather)\b| (?:an? )?(?:percent|per cent|hours?|days?|weeks?|months?|years?|quarter|persons?|people|users?|hundred|thousand|million|dozen)\b))",
)
"""Before a figure that something is told anew with."""
_ANEW = (
    rf"(?:{_STOPS[0]}){{1,3}}(?:(?:应该|其实|准确(?:地)?说|那个|数字|大概|我记错了|我说错了|[，, ]){{0,3}}(?:(?:应该)?是[^，。；]{{1,24}}|不是[^，。；]{{1,12}}|{_ONE[0]}{SOME_FIGURE}))",
    rf"{_STOPS[1]}(?:(?:it|that|they|there|he|she|we|i) (?:was|were|is|are|had|did|took|came|got|started|meant|should (?:be|have been))\b(?! (?:me|him|her|us|them|my \w+) (?:who|that)\b)|(?:it|that|they)['’](?:s|re|d)\b|i said\b|not\b|(?:about |only |more like |just |really |actually ){{0,2}}{_ONE[1]}{SOME_FIGURE}|[\w -]{{2,30}}, not\b)",
)
_FIRST = expression(rf"^\W{{0,3}}(?:{_ANEW[0]}|{_ANEW[1]})", re.IGNORECASE)
_WITHIN = expression(rf"(?<=[，,–—…-])\s?(?:{_ANEW[0]}|{_ANEW[1]})", re.IGNORECASE)
_SAYS_NO = expression(
    r"^\W{0,3}(?:[哦噢啊呃嗯诶哎]{1,3}[，, ]?|(?:oh|ah|well),? )?(?:不不|不(?=[，, ])|no(?!,? (?:wait|no|sorry)\b)[,.–—-])",
    re.IGNORECASE,
)
_EXCUSES = expression(
    rf"^\W{{0,3}}(?:[哦噢啊呃嗯诶哎]{{1,3}}[，, ]?|(?:oh|ah|well),? )?(?:{SORRY_ZH}|sorry\b(?!,? no\b))",
    re.IGNORECASE,
)
"""What as well answers a question of the panel's, or begs pardon for something else."""
_TELLS = expression(rf"{SOME_FIGURE}|不是|\bnot\b|n't\b", re.IGNORECASE)
_OF_ONESELF = expression(r"\b(?:i|we)\b|[我咱]", re.IGNORECASE)
_NAMES = {
    "zh": expression(rf"(?<![A-Za-z])[A-Za-z][\w.+#-]*(?<![{HAN}])|[小老阿](?!板|师|实|时|公)[{SURNAMES}]", re.ASCII),
    "en": expression(rf"(?<=[a-z,;:] )(?!(?i:i|{MONTHS}|\w{{3,6}}day)\b)[A-Z][\w.+#-]*[\w+#]"),
}  # fmt: skip
_BLANK = expression(f"(?<=[{HAN}，。]) +| +(?=[{HAN}，。])")
_OWNED = expression(
    rf"\b(?:sorry|oops|wait|meant|i (?:said|told|wrote|typed)|should|correct\w*|mistake)\b|错|{PUTS_RIGHT_ZH}|口误|{SORRY_ZH}|应该|其实",
    re.IGNORECASE,
)
"""Two figures without such a word may be two facts."""
_BRIEF, _SHORT, _NEAR = 160, 80, 24
"""Characters: a longer sentence tells more than the correction; none longer only revises; as far back is just now."""


def figures_put_right(text: str) -> Figures | None:
    """The new and the old figure, where the first sentence of a text names both."""
    plain = _BLANK.sub("", text.strip().replace("’", "'"))
    for pattern in _PUT_RIGHT:
        found = pattern.match(plain)
        if found is not None and found["new"] != found["old"]:
            return found["new"].casefold(), found["old"].casefold()
    return None


def puts_figure(text: str) -> bool:
    """Whether a text corrects a figure without naming the old one."""
    plain = _BLANK.sub("", text.strip().replace("’", "'"))
    return _RENEWED.search(plain) is not None and not OF_OTHERS.search(plain)


def revised(text: str, earlier: Sequence[str]) -> Figures | None:
    """The new figure in a text of one short sentence, and the old one in the ``earlier`` texts.

    The old one is the last that counts the same thing (then both come with what they count), or the only
    figure of the last text that has any, else "". None where the text revises nothing, or nothing of the
    kind was counted before."""
    language, found = _in_place(text)
    if found is None:
        return None
    groups = found.groupdict()
    new, of = groups["new"] or groups["new_2"], (groups["of"] or groups.get("of_2") or "").strip()
    new = new[:1].lower() + new[1:]
    for said in reversed(earlier):
        figures = [
            figure for figure in _COUNTED[language].finditer(said) if figure["figure"] != new
        ]
        if not of and figures:
            bare = [figure for figure in figures if not figure["of"].strip()] or figures
            told = bare[0]["figure"] if len(bare) == 1 else ""
            return new, told if new.endswith("个") else told.removesuffix("个")
        for old in reversed(figures):
            if counted := _shared(of, old["of"]):
                vague = counted[0] in "来多" and not of.startswith(counted[0])  # "三十来棵"
                return f"{new}{counted[vague:]}", f"{old['figure']}{counted}"
    return None


def revises(text: str) -> bool:
    """Whether a text reads like such a revision, whatever was told before."""
    return _in_place(text)[1] is not None


def _in_place(text: str) -> tuple[str, re.Match[str] | None]:
    plain = _BLANK.sub("", text.strip().replace("’", "'"))
    language = "en" if plain.isascii() else "zh"
    return language, _REVISED[language].fullmatch(plain) if len(plain) <= _SHORT else None


def _shared(of: str, other: str) -> str:
    """What two figures both count, in the words behind the second; "" for nothing."""
    named = {word.rstrip("s") for word in _WORD.findall(of.casefold())} - _NOTHING
    alike = (w for w in _WORD.finditer(other) if w.group().casefold().rstrip("s") in named)
    return next((other[: word.end()] for word in alike), "")


_WORD = expression(f"%|[a-zA-Z-]+|[{HAN}]")
_NOTHING = frozenset(
    "of the a an in on at to for and or by per more than we i it they that then".split()
)


def as_put_right(texts: Sequence[str]) -> list[str]:
    """Messages (in order of time) with the corrected figures put in, and without the correcting sentences."""
    told: list[list[str]] = []
    for text in texts:
        told.append([])
        places = [start for start, _ in spans(text)]
        after = 0
        for start, end in zip([0, *places[1:]], [*places[1:], len(text)], strict=True):
            if start < after:
                continue  # of two sentences that put something right together
            sentence = text[start:end]
            figures = figures_put_right(sentence)
            if figures is None and (mixed := _MIXED_UP.match(text[start:].strip())):
                figures = mixed["new"], mixed["old"]
                after = next((p for p in places if p >= start + mixed.end()), len(text))
            if figures is None:
                figures = revised(sentence, ["".join(said) for said in told[:-1]])
            old = figures[1] if figures else ""
            if figures and old and any(tells_figure(one, old) for said in told for one in said):
                told = [[re.sub(_alone(old), figures[0], one) for one in said] for said in told]
            else:
                told[-1].append(sentence)
    return ["".join(said) for said in told]


def tells_figure(text: str, figure: str) -> bool:
    """Whether a text has a figure by itself, not as a part of another number."""
    return re.search(_alone(figure), text) is not None


def tells_a_figure(text: str) -> bool:
    """Whether a text has any figure that could be corrected."""
    return re.search(_ANY, text, re.IGNORECASE) is not None


_ANY = rf"\d|[零一二两三四五六七八九十百千万亿半]+(?:个|人|天|周|月|次|成|倍|%|家|台|条|万|小时|分钟)|\b(?:{TO_TEN}|{TENS}|hundred|dozen|half)\b"


_KINDS = (
    expression(
        "(?:[天周]|工作日|星期|月|小时|钟头|分钟|[秒年])|时(?:间|长)|多久|多长|"
        r"\b(?:(?:milli)?seconds?|ms|minutes?|hours?|days?|weeks?|months?|years?|times?(?= (?:i|we|it|was|should))|how long)\b"
    ),
    expression("%|百分|[0-9一二两三四五六七八九半]成|占比|比例|percent|per cent|\\bshare\\b"),
    expression(
        r"[0-9一二两三四五六七八九十百千万几多]个?人|人数|\b(?:people|persons?|users|engineers|headcount)\b"
    ),
    expression(r"[元块]|金额|预算|\b(?:dollars|euros|pounds|budget)\b|[$€£¥]"),
)
"""What a figure may count: time, a share, people, money."""
_OF_FIGURES = expression(
    f"时间|时长|数字|数量|个数|次数|人数|金额|比例|占比|那个|这个|{EARLIER_ZH}|应该|{PUTS_RIGHT_ZH}|[说讲记]|"
    r"(?:time|times|number|figure|correct\w*|earlier|before|said|sorry|wait|actually|should|percent|"
    r"seconds?|minutes?|hours?|days?|weeks?|months?|years?)$"
)


def kinds_of_figure(text: str) -> frozenset[int]:
    """The numbers of the `_KINDS` that a text has figures of."""
    folded = text.casefold()
    return frozenset(kind for kind, sign in enumerate(_KINDS) if sign.search(folded))


def is_of_figures(term: str) -> bool:
    """Whether a word goes with any corrected figure, and so does not tell which one is meant."""
    return _OF_FIGURES.match(term) is not None


_ONE_ZH = "(?<![第统唯单专之同逐这那哪某每另何])一(?![下边起些样直定般点旦致切时来并概律共向再方面]|会儿|开始|个(?:个|劲|人来))"
"""Not as in 一下 and 统一, where it counts nothing."""


def _alone(figure: str) -> str:
    if figure[0].isascii() and figure[0].isalpha():
        return rf"(?<![\w-]){re.escape(figure)}(?![\w-])"
    same = r"\d" if figure[0].isdigit() else "[零一二两三四五六七八九十百千万亿半]"
    alone = _ONE_ZH if figure == "一" else re.escape(figure)
    return rf"(?<!{same})(?<!\d[.,:]){alone}(?!{same}|[.,:]\d)"


def corrects(text: str) -> bool:
    """Whether any sentence of a text corrects something told to the panel before."""
    return _corrections(text) > 0


def only_corrects(text: str) -> bool:
    """Whether a text only corrects something; a long one tells more."""
    return len(text) <= _BRIEF and _corrections(text) == len(spans(text)) > 0


def _corrections(text: str) -> int:
    places = spans(text)
    asked = [True, *(asks(text[a:b]) for (a, _), (b, _) in pairwise(places))]
    return sum(
        is_correction(text[a:b], opens=opens) for (a, b), opens in zip(places, asked, strict=False)
    )


def asks(sentence: str) -> bool:
    """Whether a sentence, with its mark, is a question; what comes next answers it."""
    return sentence.rstrip().endswith(("?", "？"))


def tells_anew(sentence: str, *, opens: bool = False) -> bool:
    """Whether a sentence begins by stopping short, and tells what was told just before as it was."""
    if _FIRST.search(sentence) is None:
        return False
    if not (_SAYS_NO.search(sentence) or _EXCUSES.search(sentence)):
        return True
    if opens and _SAYS_NO.search(sentence):
        return False
    if _TELLS.search(sentence):
        return True
    return not _OF_ONESELF.search(sentence) and bool(names_in(sentence))


def repairs_itself(sentence: str) -> bool:
    """Whether a sentence stops short in its middle, and tells a figure of its own anew."""
    found = _WITHIN.search(sentence)
    if found is None:
        return False
    # What was told just before is what is told anew.
    near = re.search(SOME_FIGURE, sentence[: found.start()][-_NEAR:], re.IGNORECASE) is not None
    anew = sentence[found.start() :][: len(found[0]) + _NEAR]
    return near and re.search(SOME_FIGURE, anew, re.IGNORECASE) is not None


def names_in(text: str) -> frozenset[str]:
    """The names of things, in Chinese of people as well, that show by how they are written."""
    language = "zh" if has_han(text) else "en"
    return frozenset(found.group().casefold() for found in _NAMES[language].finditer(text))


def is_correction(sentence: str, *, opens: bool = False) -> bool:
    """Whether a sentence corrects something told to the panel before; one that ``opens`` a message with "no", or comes
    behind a question, may only answer it."""
    brief = len(sentence) <= _BRIEF
    found = (
        _CORRECTS.search(sentence) is not None
        or (brief and (puts_figure(sentence) or tells_anew(sentence, opens=opens)))
        or (_OWNED.search(sentence) is not None and figures_put_right(sentence) is not None)
    )
    return found and not OF_OTHERS.search(sentence)
