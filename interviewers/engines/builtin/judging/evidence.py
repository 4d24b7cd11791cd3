"""The verbatim piece of an answer that supports a judgement best: the quote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from math import fsum

from interviewers.engines.builtin.expected.matching import Reference, Sentence
from interviewers.engines.builtin.judging.leading import only_leads
from interviewers.engines.builtin.reading.framing import unframed
from interviewers.engines.builtin.reading.looking_back import EARLIER_ZH
from interviewers.engines.builtin.reading.text import (
    CUT,
    JOINT,
    Term,
    fold,
    script_of,
    spans,
    terms,
    weight,
)
from interviewers.engines.builtin.stories.telling import tells_of_quantity
from interviewgpt.expressions import expression

__all__ = ["EVIDENCE_LENGTH", "evidence_of", "nearness", "shows_little", "verbatim"]

EVIDENCE_LENGTH = 120
"""Characters."""
FROM_THE_START, LEANING = 1.2, 0.45
"""Factors for a piece that begins its sentence, and for one that needs the words before it ("because it costs
money", "not to blame them")."""
_LEANS = expression(
    r"(?:and|but|or|so|because|since|which|who|that|not|to|than|with|without|as|while|if|plus|then|like|including|especially|at least)\b|[\w'-]+(?: [\w'-]+)?, (?:who|which)\b|因为|所以|但|而|并|不是|然后|再|就|才|也"
)
_PART_ENDS = expression(
    r"\s(?:and|but|or|so|because|since|which|who|when|where|while|if|unless|until|before|after|not|instead|rather|to (?=\w+ (?:the|a|what|how|whether|if)\b))\b|"
    r"(?<=.)(?:因为|所以|但是?|而且|并且|然后|再|就|才|也|不是|而是|以便|免得)"
)
"""Where a long clause may be cut."""
TELLING = 1.15
"""The factor for a sentence with a quantity, and for one with an own action."""
_OWN_STEP = expression(
    r"[我咱]们?(?:自己|当时|后来|就|先|又|再|也|直接|一般|会)*(?:把|去|找|写|做|用|问|给|拿|查|改|拉|约|列|排|推|选|换|加|拆|砍|放|定|整理|发现)|"
    r"\b(?:i|we)(?:'d| would| will|'ll)? (?:then |first |also )?(?:\w{2,}ed|change|move|put|take|make|cut|drop|start|write|ask|build|wrote|put|took|made|built|found|went|told|cut|set)\b"
)
_ASKS_ON = expression(
    r"\b(?:ask|asks|asked|asking|wonder\w*|know|knew|see|saw|check|checked|told|tell|decide|decided|find out|found out)(?: (?:my|the|our|his|her|their|each|an?))?(?: [\w']+){0,2}$"
)
"""Before an "if" or a "where" that says what was asked."""
_A_THOUGHT = 20
"""Characters of the shortest clause that can stand alone."""
VAGUE = 0.7
"""The factor for a sentence that claims a change without a figure, only guesses, needs the sentence before,
or says what somebody else did."""
_VAGUE = expression(
    r"\b(?:a lot|much|way|far) (?:faster|better|easier|quicker|smoother|less|more)\b|\bi (?:guess|suppose)\b|\bput something together\b|"
    "[快慢好少多]了?(?:很多|不少)|好多了|(?:弄|搞|做)了(?:个|点)东西|(?:我)?(?:猜|估计)(?:是|应该|就)"
)
_AT_FIRST = expression(
    "(?:一开始|起初|最初|刚开始|那会儿|那时候|原先)(?!.{0,60}(?:后来|之后|于是|所以|最后|改[成为用]?|换[成了]?)[^，。；]{0,14}(?:[改换加做用写修补查拆]|解决|统一))|"
    r"\b(?:at first|initially|originally|in the beginning)\b(?!.{0,140}\b(?:so|then|later|until|after that|in the end)\b.{0,40}\b(?:i|we)\b)"
)
"""How it was, and went wrong, before anything was done about it."""
_REGRETS = expression(
    "(?:一开始|起初|当时|当初|那时候?|本来|回头看)[^。；]{0,20}(?:不(?:应)?该|应该[先早多]|不(?:太|是很)?(?:好|对|合适)[，,。]|怼)"
)
"""What one would rather have done: it shows what was learnt, and nothing to be praised for."""
_GIVEN_UP = expression(
    r"\b(?:i|we) (?:had )?(?:first|initially|originally) (?:thought|assumed|suspected|believed|expected)\b|"
    "[我咱]们?(?:一开始|起初|最初|刚开始)(?:还|都|也)?(?:以为|怀疑)(?![^，。]{0,40}(?:果然|确实))"
)
"""What somebody took to be the case before they knew."""
_OF_ANOTHER = expression(
    r"^(?:[^，,。我]{1,8}[，,])?(?:结果|后来|当时|然后|但是?|不过|最后)?(?:[他她]们?|对方|人家|客户|用户|同事|领导|老板|[\u4e00-\u9fff]{0,2}(?:总监|经理|主管|组长|师[兄姐傅]|老师))(?:[^，。我]{0,4}(?:说|讲|觉得|想|要|问|回|提)|[^，。我]{0,3}(?:生气|高兴|满意|不满|着急|难过|惊讶|激动|认可|同意))|"
    r"^(?:but |and |then |so |in the end,? |at first,? )?(?:he|she|they|(?:my|our|the) (?:\w+ )?(?:manager|boss|lead|colleague|customer|client|team))(?:'d|'s| \w+ly)? (?:was|were|said|told|asked|felt|thought|wanted|agreed|got)\b"
)
"""Says what somebody else said, held or felt."""
_SAID_BEFORE = expression(
    r"\b(?:i(?:'ve| have)? (?:just|already)|(?:as|like) i(?:'ve| have)?(?: just| already)?) (?:said(?! to\b)|mentioned|told you)\b|我(?:刚才|刚刚|前面)(?:就|已经|也)?[说讲]过"
)
"""Speaks of what was told before, which tells it better. What was told 之前 may have been told to others."""
_POINTS_BACK = expression(
    r"^(?!.*\b(?:that|this|it) (?:is|was|would|did|had)\b).{1,40}[a-z] (?:that|this|it|them)(?: (?:for|in|within|with|by|at|on|again|later|after|over)\b.{0,20})?[.,!]?$|"
    "^.{0,8}(?:把|给|将|做|弄|改|查|处理|解决|完成)(?:掉|完|好)?了?(?:它|这个|那个|这些|那些|这件事|那件事)(?![\u4e00-\u9fff]{2}).{0,6}$"
)
"""A short sentence about something named only in the sentence before."""
_HEARSAY = expression(
    r"[只仅就]是?听.{0,6}[说讲提聊]|(?<!没)(?<!没有)听说过|\b(?:only|just) (?:ever |really )?heard\b|\b(?<!never )heard of\b"
)
"""Hearsay."""
_LACKS = expression(
    r"(?:我|还|也|都)没(?:有)?(?:怎么|真正|正式|系统)?[\u4e00-\u9fff]{0,2}过|没(?:有)?[跟和向][^，。；]{1,6}(?:[说讲提]|商量|汇报)|说不(?:太|大)?(?:好|清|准|细|全|上来)|反正|哈哈|^(?:差|欠缺|不足|短板|吃力|不适应)的?(?:话|是|地方)|(?:还|估计|需要|得)(?:差|补|欠缺|要补)(?!充)|我(?:也|还)?不(?:太|怎么)?(?:懂|熟|会|清楚|擅长)|"
    r"\bi(?:'ve| have)? (?:never|not|haven't) (?:really |actually |yet )*(?:done|used|worked|built|led|run|had|touched|tried)\b|\bi (?:haven't|lack)\b|\bwhat i (?:lack|am missing|don't have)\b|\bi'd (?:have|need) to (?:learn|catch up)\b|\bget(?:ting)? (?:it|that) wrong\b|\b(?:haha|hard to say)\b"
)
"""Admits to lacking something, or laughs it off."""
_SOUNDS = expression(
    r"^(?:(?:[嗯呃唔额哦啊]+|(?:然后|接着|所以)(?=.{12})|好的?(?=[，,])|那?我(?:再|重新)[讲说答](?:一下|一遍|一次)(?=[：:，,])|[您你](?:这个|问的)?(?:问题|题)(?=[，,])|(?:让)?我想想啊?(?=[，,])|这个嘛(?=[，,])|(?:刚才?|刚刚|前面)(?:不是|我|已经|都|就)*[说讲]过?了?(?:嘛|吗|么)(?=[，,])|(?:u+m+|u+h+|er+m*|hm+|well)\b|(?:oh|ah|so|yeah|right)(?=,)|(?:but|and|so) (?=(?:\S+ ){4})|personally(?=,)|i (?:guess|think|suppose)(?= (?:i|we|you|it|the|my|our|that)\b)|"
    r"(?:(?:as|like) i (?:just |already )?said|i (?:just |already )?told you|that['’]s what i (?:just )?said|(?:honestly,? )?i(?:['’]m| am) (?:just |only )?guessing(?: here)?, but|honestly|to be honest|maybe|ok(?:ay)?)(?=[,.…]|(?<=but) ))[\s，,。.、：:…]*)+",
    re.IGNORECASE,
)
_HANGS = expression(
    r"(?:(?:to|by|because|so that)\b(?!.*, (?:i|we|it|they|this|that|the)\b)|that (?:it|i|we|you|they|he|she|the|my|our|an?|there|nobody|everybody|anyone|everyone)\b)(?! (?:be|say|tell) (?:honest|fair|frank))(?!.*\b(?:was|is) (?:when|how|why)\b)"
)
"""An answer in a subordinate clause, which only goes on from what was asked ("That it was hard, and …")."""
_ADDS_TO = expression(
    r"^(?:(?:oh|and|also|so|by the way|one more thing),? ){0,3}(?:to |let me |i(?:'d| would)? (?:also )?(?:want|like|need)? ?(?:to )?)?(?:go|come|get|coming|going|getting) back to (?:(?:the|my|our|your|that) (?:\w+ ){0,2}(?:questions?|answers?|points?|topics?)\b|(?:the|my|your) (?:previous|last|first|earlier) one\b|what (?:i|you|we) (?:\w+ )?(?:said|asked|told|mentioned|talked)\b)|"
    f"^(?:哦|对了|另外|还有|[，,])*(?:再)?(?:回到|说回|补充一?下)(?:{EARLIER_ZH}|上(?:一|个))"
)
"""Goes back to another question: it is said on this one, and shows nothing of it. (Which question it was, and what is
added to it, is read where the conversation is known.)"""
_THIN = {"zh": 10, "en": 30}
"""Characters; a shorter sentence shows little by itself."""


def shows_little(folded: str) -> bool:
    """Whether a sentence admits to lacking something, or laughs it off."""
    return _LACKS.search(folded) is not None


def nearness(sentences: Sequence[Sentence], references: Sequence[Reference]) -> list[float]:
    """The weight of the reference's terms in each sentence, for answers that make no point in any single
    sentence."""
    weights = references[0].weights if references else {}
    return [
        sentence.credit * fsum(weights.get(term, 0.0) for term in set(sentence.segment.terms))
        for sentence in sentences
    ]


def evidence_of(
    sentences: Sequence[Sentence],
    worth: Sequence[float],
    references: Sequence[Reference],
    gone: Sequence[str] = (),
) -> str:
    """The sentence with the highest ``worth``, cut to its best run of clauses if it is too long, without
    hesitation and words about the conversation. Hearsay, admissions of a lack, what was taken back (``gone``),
    announcements and very short sentences are quoted only if there is nothing else."""
    said = _shows_most(sentences, worth, references, gone)
    heard = _SOUNDS.sub("", said) or said
    return unframed(heard, script_of(heard)) or said


def _shows_most(
    sentences: Sequence[Sentence],
    worth: Sequence[float],
    references: Sequence[Reference],
    gone: Sequence[str],
) -> str:
    if not sentences or max(worth) <= 0.0:
        return ""

    def rank(i: int) -> tuple[bool, bool, float, int]:
        folded = sentences[i].segment.folded
        thin = len(folded) < _THIN[script_of(folded)]
        own = worth[i] > 0.0 and not (
            _HEARSAY.search(folded)
            or shows_little(folded)
            or only_leads(folded)
            or _SAID_BEFORE.search(folded)
            or _GIVEN_UP.search(folded)
            or _ADDS_TO.search(folded)
            or any(_is_of(sentences[i].segment.text, sentence) for sentence in gone)
        )
        counted = bool(tells_of_quantity(folded))
        step = _OWN_STEP.search(folded) is not None
        telling = counted + step
        others = not step and _OF_ANOTHER.search(folded) is not None
        unclear = others or any(sign.search(folded) for sign in (_AT_FIRST, _POINTS_BACK, _REGRETS))
        unclear = unclear or _HANGS.match(folded) is not None
        unclear = unclear or (not counted and _VAGUE.search(folded) is not None)
        vague = VAGUE if unclear else 1.0
        return own, not thin, worth[i] * TELLING**telling * vague, -i

    text = sentences[max(range(len(worth)), key=rank)].segment.text
    text = max(
        (part for row in text.split(f"{CUT}, ") for part in row.split(JOINT)), key=len
    ).strip()
    if len(text) <= EVIDENCE_LENGTH:
        return text
    weights = references[0].weights if references else {}
    worths: dict[str, dict[Term, float]] = {}

    def worth_of(piece: str) -> dict[Term, float]:
        # Whoever repeats himself thousands of times is read once.
        if piece not in worths:
            said = dict.fromkeys(terms(fold(piece)))
            worths[piece] = {term: weights.get(term, 0.1 * weight(term)) for term in said}
        return worths[piece]

    clauses = spans(text, clauses=True)
    best, most = (0, 0), -1.0
    for number, (start, _) in enumerate(clauses):
        said: dict[Term, float] = {}
        begun = FROM_THE_START if not start else LEANING if _LEANS.match(text, start) else 1.0
        for begin, end in clauses[number:]:
            if begin > start and end - start > EVIDENCE_LENGTH:
                # A part of one more clause is no more than its beginning, unless a thought ends there.
                part = _cut(text[start:end])
                whole = _PART_ENDS.match(text, start + len(part)) is not None
                if whole and start + len(part) >= begin + _A_THOUGHT:
                    value = sum((said | worth_of(part)).values()) * begun
                    best, most = ((start, end), value) if value > most else (best, most)
                break
            said |= worth_of(
                text[begin:end] if begin > start else _cut(text[begin:end], EVIDENCE_LENGTH)
            )
            value = sum(said.values()) * begun
            if value > most:
                best, most = (start, end), value
    piece = text[slice(*best)]
    return piece if len(piece) <= EVIDENCE_LENGTH else _cut(piece)


def _is_of(text: str, sentence: str) -> bool:
    return text in sentence or sentence in text


_IN_A_WORD = expression(r"[A-Za-z0-9]+\W*")
_TORN = expression("[A-Za-z0-9]{2}")
_WORD_FIRST, _NOT_IN_A_WORD = expression(r"\w", re.ASCII), "(?<![A-Za-z0-9])"


def verbatim(evidence: str, texts: Sequence[str]) -> str:
    """The longest piece of ``evidence`` that one of ``texts`` has, from a whole word on: all of it, unless something
    was cut out of its middle. Blanks may stand elsewhere there ("App.onStart" is read as three words)."""
    if any(evidence in text for text in texts):
        return evidence
    letters = r"\s*".join(map(re.escape, "".join(evidence.split())))
    letters = _NOT_IN_A_WORD + letters if _WORD_FIRST.match(letters) else letters
    spaced = (found.group() for text in texts if (found := re.search(letters, text)))
    if whole := next(spaced, ""):
        return whole
    matches = (
        SequenceMatcher(None, evidence, text, autojunk=False).find_longest_match() for text in texts
    )
    longest = max(matches, key=lambda match: match.size)
    piece = evidence[longest.a : longest.a + longest.size].strip()
    torn = _TORN.match(evidence, longest.a - 1) if longest.a else None
    begun = _IN_A_WORD.match(piece) if torn else None
    return piece[begun.end() :] if begun else piece


def _cut(piece: str, most: int = EVIDENCE_LENGTH) -> str:
    """The first ``most`` characters of a text, cut back to the end of a part if that is in the second half,
    and never within a word."""
    head = piece[:most]
    if piece[most : most + 1].isascii() and " " in head:
        head = head[: head.rindex(" ")]
    ends = [
        found.start()
        for found in _PART_ENDS.finditer(head)
        if 2 * found.start() > most and not _ASKS_ON.search(head, 0, found.start())
    ]
    return (head[: ends[-1]] if ends else head).rstrip()
