"""How a story is told: its situation, the candidate's own actions, and what came of them.

`cues` knows the set phrases of such parts ("at my last company", "as a result"). People who tell something
in everyday words use none of them. So this module reads the course of the story: what happened before the
candidate acted, what they did, what was different afterwards, and whether a quantity or a before and after
shows it. It knows grammar and function words, never a subject. Talk about how one is or what one always
does has no event in it and is no story.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from interviewers.engines.base import Cue
from interviewers.engines.builtin.reading.numerals import MONTHS, TENS, TO_TEN
from interviewers.engines.builtin.stories.cues import find_cues
from interviewgpt.expressions import expression

__all__ = [
    "STORY_CUES",
    "Story",
    "closes",
    "happens",
    "names_own_act",
    "opens_with_act",
    "read_story",
    "tells_of_act",
    "tells_of_event",
    "tells_of_quantity",
]

STORY_CUES = frozenset({Cue.SITUATION, Cue.ACTION, Cue.RESULT})
ONE_ACT = 0.8
"""The strength (0-1) of an action that consists of a single own act."""
UNMEASURED = 0.7
"""The strength (0-1) of a result that no quantity and no before and after shows."""
SCENE = 4
"""From this many terms on, what happened before the first own act is a situation."""
FULL_SCENE = 12
"""A first act told in this many words (Chinese: characters) also says where it happened."""
RICH = 4
"""From this many own acts on, somebody has told in full what they did."""
_AT_FIRST = 5
"""Characters before the first word of a text at most ("and so")."""
HINTED = 0.5
"""The part (0-1) of an event that a clause is which only hints at one: a time, a sequence, how an act came out."""
ENDING = 0.5
"""After this part of a story's events a quantity tells how it ended."""

_IRREGULAR = (
    "ate|became|began|bent|bit|blew|bought|broke|brought|built|burnt|came|caught|chose|clung|crept|"
    "dealt|did|dug|drew|drove|fell|felt|fed|fought|found|flew|forgot|froze|gave|got|grew|had|heard|held|hid|"
    "hung|kept|knew|laid|learnt|led|left|lent|lit|lost|made|meant|met|paid|ran|rang|rode|"
    "rose|said|sang|sat|saw|sent|shook|shot|showed|slept|slid|sold|spent|spoke|stood|"
    "stole|stuck|struck|swam|swept|swore|taught|thought|threw|told|took|tore|understood|was|wasn't|went|were|weren't|"
    "won|woke|wore|wrote|couldn't|could|didn't|hadn't|wouldn't"
)
_NO_ACT = (
    "was|wasn't|were|had|hadn't|felt|knew|thought|meant|saw|heard|got|became|could|couldn't|didn't|did not|wouldn't|understood|"
    "wanted|believed|liked|loved|hoped|wished|needed|seemed|noticed|reali[sz]ed|feared|worried|hated|stayed|lived|"
    "remembered|forgot|lost|fell|grew|learned|learnt|joined|worked|used|expected|agreed|supposed|tried"
)
_PARTICIPLE = (
    r"(?<!\bam )(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bbeing )(?<!\bget )(?<!\bi'm )(?<!\bre )"
)
_AS_IN_PRESENT = "bet|cost|cut|hit|hurt|let|put|quit|read|set|shut|spread|split"
"""Verbs whose past looks like their present: own acts, but no events by themselves."""
_PAST = rf"(?:{_IRREGULAR}|(?!hundred|sacred|kindred|naked|wicked){_PARTICIPLE}[a-z]{{2,}}(?<!e)ed)"
_ADVERB = r"(?:\w+ly |then |first |also |just |never |even |still |once |soon |at once |at first |myself |later |always )?"
_EVENT_EN = expression(rf"\b{_PAST}\b")
_OWN_EN = expression(
    rf"\bi (?:have |'ve )?{_ADVERB}(?!(?:{_NO_ACT})\b)(?:{_PAST}|{_AS_IN_PRESENT})\b|\bi had (?:\w+ ){{1,4}}(?:\w+ed|done|made|built)\b|"
    r"\bi had (?:a |an |another )?(?:\w+ )?(?:coffee|lunch|calls?|talks?|words?|chats?|meetings?|conversations?|look)\b|"
    r"\bi (?:started|began|went|came|kept) (?:to|on|over|back|in|and)?\b"
)
_SHARED_EN = expression(rf"\bwe {_ADVERB}(?!(?:{_NO_ACT})\b){_PAST}\b")
_SHARED_ZH = expression(r"我们(?!组|公司|团队|部门|当时)|我[和跟].{1,8}一起|我俩|大家一起")
_MORE_EN = expression(
    rf"(?:,|\band\b|,? then\b) {_ADVERB}(?!(?:{_NO_ACT})\b)(?:{_PAST}|{_AS_IN_PRESENT})\b"
)
_BARE_EN = expression(
    rf"^(?:then |so |and |but |next )?{_ADVERB}(?!(?:{_NO_ACT}|based|compared|given)\b){_PAST}\b(?! by\b)"
)
"""An own act told without "I", as the first word of a sentence ("Rolled it back in nine minutes.")."""
_SELF_EN = expression(
    r"\bi(?:'m| am) (?:a |an |very |quite |good |always |usually |the kind )|\bi (?:always|usually|generally|normally|"
    r"tend to|believe|think|like|prefer|value)\b|\b(?:you|one|people) (?:should|must|need|have to)\b"
)
_AFTER_EN = expression(
    r"\b(?:in the end|at the end|eventually|finally|as a result|after (?:that|this|which|the|a|two|three|four|six|\d+)|afterwards?|since(?: then)?|"
    rf"from then on|ever since|by the (?:end|time)|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|by (?:{MONTHS})|"
    r"now|nowadays|today|to this day|these days|later|so far|no longer|any ?more|never again|turned out)\b"
)
_NUMBER_EN = (
    rf"(?:(?<!\d[.,:])\d[\d.,:]{{0,23}}%?|zero|none|{TO_TEN}|eleven|twelve|thirteen|fourteen|"
    rf"fifteen|sixteen|eighteen|{TENS}|hundreds?|thousands?|millions?|"
    r"half|third|quarter|dozens?|twice|double|couple|handful)"
)
_QUANTITY_EN = expression(rf"\b{_NUMBER_EN}\b")
_CHANGE_EN = expression(
    rf"\bfrom\b.{{1,50}}\b{_NUMBER_EN}\b.{{0,50}}\b(?:to|into|down to|up to)\b.{{1,30}}|"
    rf"\bfrom\b.{{1,60}}\bto (?:\w+ ){{0,2}}(?:{_NUMBER_EN}|nothing|almost nothing|hardly any)\b|"
    rf"\b(?:down|up|only|just|hardly|barely|merely) (?:to |by )?(?:\w+ )?{_NUMBER_EN}\b|"
    rf"\b{_NUMBER_EN}\b.{{1,40}}\b(?:instead of|rather than|compared (?:to|with)|less than before|fewer|faster|slower|earlier|"
    rf"late|early|sooner|less|more than)\b|\b(?:instead of|used to take|used to be|had been)\b.{{1,30}}\b{_NUMBER_EN}\b|"
    r"\b(?:halved|doubled|tripled|half (?:as|the|of)|twice (?:as|the)|zero|not (?:a single|one)|not once|no (?:more|further|new))\b|"
    r"\b(?:none|nothing|never|not|no \w+|n't)\b.{1,40}\b(?:since|again|any ?more)\b"
)

_COUNTED_ZH = "零两二三四五六七八九十百千万半几"
_NUMBER_ZH = rf"(?:\d[\d.,]*%?|百分之[一{_COUNTED_ZH}]+|[{_COUNTED_ZH}]+[来多几]?|一(?=[半成倍百千万周天年分秒]|小时|个(?:小时|月)))"
_QUANTITY_ZH = expression(rf"(?<!第)(?!几[^十百千万])(?!两三?[句下]){_NUMBER_ZH}(?!话|者)")
_NEVER_ZH = expression(r"没有?(?:怎么|什么|真的?)?.{0,4}过")
"""What did not happen."""
_EVENT_ZH = expression(
    r"(?<![为除])了(?!解|不起|如指掌)|(?<![不通经超难无之罪好])过(?![程于分关])|当时|那时|那[次天年]|有[次回一](?:次|回|天)?|"
    r"(?:本来|原本|当初)(?:是|就)?(?:想|要|打算|计划|说好)|(?<![再就])才(?:去[问找看查做]|来[问找看查做]|开始|发现|想起|知道)|起初|刚(?:到|来|入|开|接|毕)|后来|于是|第[二三]天|当[天晚周场]|前年|去年|上(?:个)?(?:月|周|学期)|[^应]当面|着[，,]|"
    r"(?:发现|问|说|提|查|找|聊)(?:下来|出来|起来|完|到)"
)
_HINTED_ZH = expression(
    r"^(?:[第头][一二两三几\d]+[天周个]|(?:那|当)(?:天|晚|周|阵|段|会)|(?:上|下|这)?(?:周|星期)[一二三四五六日天]|早上|晚上|上午|下午|夜里|半夜|凌晨|\d+[号日点]|[一二三四五六七八九十]+[月号]|最后|最终|接着|随后|结果|终于|没多久|不久|一开始)|"
    r"(?:推|拖|改|修|谈|搬|拉|找|查|做|写|排|撑|熬|忙|干|弄|搞|赶|送|打|说|讲|调|装|拆|画|列|算|核|补|换|退|跑|试|收|拿|借|凑|腾|卖|降|升|涨|缩)(?:到|好|完|成|出|掉|通|齐|清|回|平|顺|住|下来|出来|上去|过来)(?!处)|"
    r"把.{1,14}(?:到|好|完|成|出|掉|通|齐|清|回|下来|出来|上|给|一遍)|没(?:有)?(?:再|出|人|发生|误|丢|漏|耽)"
)
"""A clause of a story without an aspect mark ("最后推到周二上线，没有出故障"): a time, a sequence, how an act came out."""
_INTENDED_ZH = expression(r"会|想|要|打算|准备|希望|应该|可以|能|如果|假如|每个|总|负责|擅长|喜欢")
"""A clause of what somebody means to do, or is like, has no event in it."""
_RULE_ZH = expression(r"每[次天周个月年]|难免|往往|总[是会]|一般|通常|平时|坚持")
"""A sentence of what is done as a rule has none by the order of what is done alone."""
_SELF_ZH = expression(
    r"我[^，。了过]{1,4}(?:喜欢|爱好)|我(?:这个人|一般|通常|总是|一向|向来|平时|比较|很|非常|善于|擅长|注重|习惯|是个|觉得|认为|相信|喜欢)|应该|一般(?:来说|都)|"
    r"每次都|(?:要|需要|必须)(?:有|学会|做到|注意)|只要.{1,12}就"
)
_OWN_ZH = expression(
    r"我(?:自己|当时|当天|后来|就|也|又|再|才|都|只(?!好)|于是)*+"
    r"(?!们|很|是|觉得|认为|相信|以为|想(?![了出办])|比较|擅长|善于|注重|一般|通常|总是|习惯|性格|对(?!着|照|他|她|大家)|的|有(?!意)|"
    r"能|会|要(?!求)|应该|工作|这个人|喜欢|希望|知道|明白|[不没](?!.{1,14}[，,]而是)|当时|负责任|心里|脸上|非常|特别|挺|在(?!中间|旁边|边上|两边|现场|群里|会上|前面|后面|.{0,12}(?:[了着]|过))|和|跟(?!着|.{1,8}[说讲聊谈商提])|[看听见读]过|听说|"
    r"意识到|收到|遇到|听到|看到|[，,、。]|$)"
)
_BARE_ZH = expression(
    r"^(?:当[天晚场时]|第[二三]天|连夜|马上|立刻|赶紧|主动|后来|于是|然后|最后|[先再又就还也])*(?:[写改查找问砍搭修列画试定加删拉约请换拆测翻拿]|做了|打电话|跟.{1,8}[说讲聊谈商]|统计|整理|联系|通知|道歉|复现|回滚|排查|告诉)"
    r".{0,16}?(?:[了过完到成]|下来|出来|一遍)"
)
"""An own act told without "我", where nobody else is in the sentence ("统计了一个月")."""
_OTHERS_ZH = expression(r"[他她它]|对方|大家|客户|同事|领导|老板|主管|经理|组长|老师|别人")
_GOES_ON_ZH = expression(
    r"^(?:然后|接着|随后|于是|又|再|并|还|就|先|最后)?(?![他她它们大对客领老同组结]|后来|之后|现在|效果).{0,16}(?:了|把|给|着|下来|出来)"
)
_AFTER_ZH = expression(
    r"结果(?!导向)|最终|最后|后来|之后|以后|到现在|现在|如今|至今|从此|从那|打那|这才|终于|年底|(?:半年|一年|(?<![两二三四五六七八九十几\d])[两二三四五六七八九十几\d]++(?:天|周|个?月|年))(?:以|之)?后"
)
_CHANGE_ZH = expression(
    rf"从.{{1,24}}(?:变成?为?|降|减|缩|涨|升|提高|增|跌|掉|少|快|压|到|成).{{0,3}}(?:{_NUMBER_ZH}|没|无|不到|一)|"
    rf"(?:变成|变为|只剩|剩下?|降到|降了|减到|减了|缩到|缩短|涨到|涨了|升到|少了|多了|快了|慢了|省了|省下|压到|提前|晚了|早了|不到|少到|多到|回到|达到|超过)"
    rf".{{0,6}}(?:{_NUMBER_ZH}|一半|零|一[个次两])|减半|少了?一半|翻了?[一番倍两]|翻倍|对半|"
    r"再也?没|没再|再无|不再|一[次个单件回]也?都?没|一[次个单件回]都不|零(?:事故|投诉|差错|错)|"
    rf"(?:原来|以前|之前|本来|过去|原先).{{1,30}}(?:现在|如今|后来|改完|之后)"
)
_OUTCOME_EN = expression(
    r"\b(?:passed|handed (?:it|them|that|the \w+) (?:in|over)|got (?:an? |the )?(?:\d+|pass|merit|distinction|first|grade|prize|[abc]\b)|got (?:it|them|the \w+) (?:done|working|running|back|out)|"
    r"finished (?:it|them|on|in|by|with|early)|made it\b|it worked|it held|won\b|signed|went (?:live|fine|well|smoothly|out on)|was (?:done|ready|finished)|paid off)\b"
)
_OUTCOME_ZH = expression(
    r"(?:考|得|拿|评)[了上到].{0,6}(?:分|奖|优|良|名|证|[ABC])|(?:考|通|答辩|验收|审核|评审)过了|[按准]时(?:交|做|完成|上线|发)|提前.{0,4}(?:交了|做完|完成)|"
    r"交(?:上去|出去|掉|上)?了|做成了|跑通了|用上了|签(?:下来|成|了)|上线了|搞定了|办成了|一次(?:就)?过"
)
"""An outcome that is told together with the own act ("I handed it in and got a 68")."""
_WHEN = expression(
    rf"\b(?:in|last|this|that|early|late) (?:{MONTHS}|spring|summer|autumn|winter|"
    r"year|month|(?:19|20)\d\d)\b|\b(?:19|20)\d\d\b|(?:去|前|今)年|(?:19|20)\d\d ?年|[0-9一二三四五六七八九十]+月(?!薪|报)|上个?(?:月|学期|季度)"
)
"""Time expressions: a story that opens with one has said when it was."""
_CLAUSE = expression(r"[,，、;；:：]|--+|\s-\s")


@dataclass(frozen=True, slots=True)
class Story:
    """What each sentence contributes to a story: per sentence, strengths (0-1) of the cues in `STORY_CUES`.

    ``acts`` is the number of own acts (done with others: half of one), ``told`` how far something happens in it
    (0-1: two events, or one and an own act, are enough; signs of several kinds add up), ``measured`` whether a quantity, or a before and after, shows the result.
    """

    parts: tuple[dict[Cue, float], ...]
    acts: float = 0.0
    told: float = 0.0
    measured: bool = False

    @property
    def richness(self) -> float:
        """How fully the own acts are told, 0-1."""
        return min(1.0, self.acts / RICH)


@dataclass(slots=True)
class _Clause:
    sentence: int
    text: str
    size: int
    event: bool = False
    hinted: bool = False
    acts: int = 0
    shared: int = 0
    lead: str = ""
    cues: frozenset[Cue] = field(default_factory=frozenset)


@lru_cache(maxsize=1_024)
def read_story(sentences: tuple[str, ...], language: str) -> Story:
    """Read folded sentences, in the order they were said, as a story."""
    chinese = language == "zh"
    clauses = _clauses_zh(sentences) if chinese else _clauses_en(sentences)
    acts = sum(clause.acts for clause in clauses)
    happened = sum(1.0 if c.event else HINTED * c.hinted for c in clauses)
    parts: tuple[dict[Cue, float], ...] = tuple({} for _ in sentences)
    told = min(1.0, max(0.0, happened - 1.0 + min(1, acts))) if happened else 0.0
    if not told:
        return Story(parts)
    shared = sum(clause.shared for clause in clauses)
    first = next((i for i, clause in enumerate(clauses) if clause.acts), len(clauses))
    if not acts:
        first = next((i for i, clause in enumerate(clauses) if clause.shared), first)
    _situate(parts, clauses, first)
    worth = 1.0 if acts > 1 else ONE_ACT
    for clause in clauses:
        if clause.acts:
            parts[clause.sentence][Cue.ACTION] = worth
    measured = _conclude(parts, clauses, first, chinese=chinese)
    for part in parts:
        part.update({cue: told * strength for cue, strength in part.items()})
    return Story(parts, acts + 0.5 * shared if acts else 0.0, told, measured)


def tells_of_act(folded: str) -> bool:
    """Whether a folded text tells of something the speaker did."""
    return bool(
        _OWN_EN.search(folded)
        or _SHARED_EN.search(folded)
        or (_OWN_ZH.search(folded) and _EVENT_ZH.search(folded))
    )


def tells_of_event(folded: str) -> bool:
    """Whether a folded text tells of something that happened."""
    return bool(_EVENT_EN.search(folded) or _OWN_EN.search(folded) or _EVENT_ZH.search(folded))


def happens(folded: str) -> bool:
    """Whether a folded text tells of something that happened, or how much of it."""
    return tells_of_event(folded) or tells_of_quantity(folded)


def names_own_act(folded: str) -> bool:
    """Whether a folded text names something the speaker does or did."""
    return bool(_OWN_EN.search(folded) or _SHARED_EN.search(folded) or _OWN_ZH.search(folded))


def opens_with_act(folded: str) -> bool:
    """Whether a folded sentence begins with what whoever tells it did, and leaves out who."""
    return bool(_BARE_EN.search(folded))


def closes(folded: str, *, act: bool = False) -> bool:
    """Whether a folded text says how something was afterwards: a change, an outcome, "in the end". Of an ``act``
    of the teller's "after a month" says so only at its beginning."""
    after = (_AFTER_EN.search(folded), _AFTER_ZH.search(folded))
    if any(found and (not act or found.start() <= _AT_FIRST) for found in after):
        return True
    return any(sign.search(folded) for sign in (_CHANGE_EN, _CHANGE_ZH, _OUTCOME_EN, _OUTCOME_ZH))


def tells_of_quantity(folded: str) -> bool:
    """Whether a folded text names a quantity."""
    return bool(_QUANTITY_EN.search(folded) or _QUANTITY_ZH.search(folded))


def _clauses_en(sentences: Sequence[str]) -> list[_Clause]:
    found: list[_Clause] = []
    for number, sentence in enumerate(sentences):
        general = bool(_SELF_EN.search(sentence))
        clause = _Clause(number, sentence, len(sentence.split()), cues=find_cues(sentence, "en"))
        clause.event = bool(_EVENT_EN.search(sentence)) or Cue.SITUATION in clause.cues
        if clause.event:
            own = list(_OWN_EN.finditer(sentence)) or list(_BARE_EN.finditer(sentence))
            clause.acts = len(own)
            clause.lead = sentence[: own[0].start()] if own else ""
            if own and not general:
                clause.acts += len(_MORE_EN.findall(sentence, own[0].end()))
            elif Cue.ACTION in clause.cues and not general:
                clause.acts = 1
            if not general:
                clause.shared = len(_SHARED_EN.findall(sentence))
        if general and not clause.acts:
            clause.event = False
        found.append(clause)
    return found


def _clauses_zh(sentences: Sequence[str]) -> list[_Clause]:
    found: list[_Clause] = []
    for number, sentence in enumerate(sentences):
        own = False
        alone = not _OTHERS_ZH.search(sentence)
        as_a_rule = bool(_RULE_ZH.search(sentence))
        for piece in _CLAUSE.split(sentence):
            text = piece.strip()
            if not text:
                continue
            clause = _Clause(number, text, len(text), cues=find_cues(text, "zh"))
            general = bool(_SELF_ZH.search(text))
            clause.event = not general and bool(
                _EVENT_ZH.search(_NEVER_ZH.sub("", text))
                or _CHANGE_ZH.search(text)
                or Cue.SITUATION in clause.cues
            )
            clause.hinted = not (general or as_a_rule) and bool(
                _HINTED_ZH.search(text) and not _INTENDED_ZH.search(text)
            )
            own = not general and bool(
                _OWN_ZH.search(text)
                or (alone and "我" not in text and _BARE_ZH.search(text))
                or (
                    own
                    and "我" not in text
                    and Cue.RESULT not in clause.cues
                    and _GOES_ON_ZH.search(text)
                )
            )
            clause.acts = int(own)
            clause.shared = int(clause.event and bool(_SHARED_ZH.search(text)))
            found.append(clause)
    return found


def _situate(parts: Sequence[dict[Cue, float]], clauses: Sequence[_Clause], first: int) -> None:
    """Mark the situation: what is told before or beside the first own act, or with a set phrase."""
    for place, clause in enumerate(clauses):
        opens = clause.sentence == 0 and not clause.acts and clause.size >= SCENE
        dated = clause.size >= FULL_SCENE // 2 and bool(_WHEN.search(clause.text))
        full = place == first and clause.sentence == 0 and (clause.size >= FULL_SCENE or dated)
        before = place < first and clause.size >= SCENE
        if opens or full or before or Cue.SITUATION in clause.cues:
            parts[clause.sentence][Cue.SITUATION] = 1.0
        if place > first and clause.sentence > 0:
            break


def _conclude(
    parts: Sequence[dict[Cue, float]], clauses: Sequence[_Clause], first: int, *, chinese: bool
) -> bool:
    """Mark the result; returns whether a quantity or a before and after shows it."""
    change, quantity, after, outcome = (
        (_CHANGE_ZH, _QUANTITY_ZH, _AFTER_ZH, _OUTCOME_ZH)
        if chinese
        else (_CHANGE_EN, _QUANTITY_EN, _AFTER_EN, _OUTCOME_EN)
    )
    events = [place for place, clause in enumerate(clauses) if clause.event]
    events = events or [place for place, clause in enumerate(clauses) if clause.hinted]
    ending = max(first + 1, events[int(len(events) * ENDING)])
    measured = False
    for place, clause in enumerate(clauses):
        if place < first or (place == first and chinese):
            continue
        worth = 0.0
        closes = bool(after.search(clause.text))
        late = place >= ending
        ends = late and bool(outcome.search(clause.text))
        if chinese and clause.acts and not (closes or ends):
            continue
        counted = bool(quantity.search(clause.text))
        shows = bool(change.search(clause.text)) or (counted and Cue.RESULT in clause.cues)
        others = clause.text if closes or not clause.acts else clause.lead
        if (shows and (late or closes)) or (late and quantity.search(others)) or (ends and counted):
            worth, measured = 1.0, True
        elif (
            ends
            or (late and (Cue.RESULT in clause.cues or closes) and not (chinese and clause.acts))
            or (place == events[-1] and not clause.acts)
        ):
            worth = UNMEASURED
        if worth:
            told = parts[clause.sentence]
            told[Cue.RESULT] = max(worth, told.get(Cue.RESULT, 0.0))
    return measured
