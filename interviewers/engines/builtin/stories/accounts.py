"""Talk about oneself, one's reasons and plans, where no story is asked for.

Questions about motives, terms and the person have scoring points whose synonyms are set phrases, and people
use others. So this module reads what kind of talk an answer is: whether it has everyday words of the
subject (as `themes` has for stories), and how much of it is held fast, that is, backed by something: an
action, a plan, a quantity, a reason. General talk about oneself ("I am motivated and want to grow") is
backed by nothing. Where the candidate is invited to ask, it is the questions about the work that count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from interviewers.engines.builtin.addressed.field import field_worth, speaks_plainly
from interviewers.engines.builtin.addressed.mention import addresses
from interviewers.engines.builtin.reading.text import fold
from interviewers.engines.builtin.stories.setting import at_work
from interviewers.engines.builtin.stories.telling import (
    happens,
    names_own_act,
    tells_of_event,
    tells_of_quantity,
)
from interviewers.engines.builtin.stories.themes import signs
from interviewers.engines.script import count_han
from interviewgpt.expressions import expression

__all__ = [
    "Account",
    "held_fast",
    "invites_questions",
    "is_aside",
    "is_opinion",
    "read_account",
    "words_about",
    "words_for",
]

RICH = 4
"""From this many backed pieces on an account is full."""
ASKED_IN_FULL = 3
"""This many questions about the work are as much as can be hoped for."""
OWN_LATIN, OWN_HAN = 2.0, (2.0, 5.0)
"""With this many words (Chinese: characters) of its own beside general talk a piece is wholly somebody's own, with
none (the former number) not at all, and in between evenly: no single word decides."""

_ACCOUNTS: tuple[tuple[str, str], ...] = (
    (  # what attracts
        r"attracts you to this position|岗位吸引你",
        (r"\byour?s?\b|\b(?:ad|advert|posting|description|position|role|openings?)\b|\blik(?:e|ed)\b|enjoy|\bmiss\b|\bfun\b|\blove|interest|drawn|appeal|caught my eye|"
        r"你们|贵公司|这里|这边|岗位|职位|招聘|职责|喜欢|有意思|有趣|带劲|感兴趣|吸引|爱|看重|看中|打动|合我|正好|对口|想[把做干让]|离(?:家|得)?(?:很|挺|也)?近"),
    ),
    (  # where to be in some years
        r"where would you like to be|专业上走到哪",
        (r"\b(?:in|within|over|after) (?:the next )?(?:a|one|two|three|four|five|\d)\b.{0,12}\byears?\b|\bto (?:be|become|run|lead|own)\b|\brather\b|\bcourse|\blearn|manager|specialist|expert|"
        r"\bask(?:ed)? me\b|responsib|on my own|[一两二三几]年|以后|将来|成为|变成|来找我|专家|领导|带|独立|学|上课|钻|深|想[做当把要]"),
    ),
    (  # how somebody works best
        r"way of working|工作方式下",
        (r"\bbest\b|\bquiet|\balone\b|morning|afternoon|\blike it\b|\bprefer|\bhard\b|difficult|interrupt|meeting|chat|noise|leave|trust|feedback|plan|together|pair|"
        r"上午|下午|安静|一个人|打断|会议|开会|难受|吃力|顺|舒服|清楚|自己[定来]|信任|盯|变|群里|一起|碰头|讨论"),
    ),
    (  # who somebody is
        r"introduce yourself|get acquainted|start with you|介绍一下自己|认识一下|从你说起",
        (r"\bi(?:'m| am) (?:a |an |the |now |at |in |with |on |\w+,)|\bi(?:'ve| have) been\b|\bstudied\b|\bstarted\b|\bbegan\b|at the moment|these days|\bnow\b|before that|\bat (?:a|an|the)\b|\byears?\b|"
        r"\bdegree|graduat|universit|\bthesis|look(?:ing)? after|\bremember me|the one who|\bmoved\b|\bi work|"
        r"我叫|现在|之前|以前|更早|刚开始|毕业|大学|学校|专业|学的|年前|[一两二三四五六七八九十几]年|在一家|去了|后来|管|做的是|第[一二]件|就是|入行|转行|当"),
    ),
    (  # how somebody fits
        r"looking at the requirements|对照这个岗位的要求",
        (r"\byou(?:'re| are|r)?\b|\bad\b|posting|\bbest\b|\bmatch|don't have|do not have|haven't|have not|never|missing|\black|\bnew to me|yet\b|so far|catch|learn|training|practi[sc]|"
        r"你们|岗位|招聘|要求|对得上|符合|差|没|缺|弱|不熟|还不|补|学|练"),
    ),
    (  # why somebody leaves
        r"consider leaving|考虑离开",
        (r"\bleav|\bleft\b|\bquit|\bclos(?:ed|ing|es)\b|\bmove|contract|\bended\b|finished|looking (?:for|around|to)|look around|\bstay|\bnew\b|\bsame\b|\bagain\b|getting better|stopped|bored|"
        r"\bstuck|no (?:place|room|money|chance|opening)|hard feelings|for (?:\w+ )?years?\b|\bbought\b|\bsold\b|merged|\bgoes to\b|going to (?:move|close)|(?:come|go|move) along|until then|up to then|\bsmaller\b|\bbigger\b|"
        r"离开|走|关|搬|合同|到期|做完|看机会|在看|找|留|新|一样|重复|长进|没位置|没机会|砍|裁|缩|调到|换个?[组岗]|名额|申请|想转|转[到去岗]|没批|没同意|出来看|通勤|小时|不愉快|想做|想换|待|收购|卖了|合并|一起去|之前|小一点|大一点|[一两二三四五六七八九十几]年"),
    ),
    (  # what somebody wants to earn
        r"salary expectations|薪酬的期望",
        (r"thousand|\bk\b|euros?|pounds?|dollars?|\bpay|\bpaid\b|salar|\bearn|gross|\bget\b|\bmoney|bonus|\brange\b|holiday|days? at home|"
        r"月薪|年薪|工资|薪|万|千|税|到手|给多少|奖金|待遇|假|在家|可以商量|能谈"),
    ),
    (  # when somebody could start
        r"when could you start|最早什么时候能到岗",
        (r"\bweeks?\b|\bmonths?\b|contract|notice|\buntil\b|\bfinish|hand(?:ing)? (?:it |them |this )?over|take(?:s|n)? (?:it |them |this )?over|january|february|march|april|\bmay\b|june|july|august|september|october|november|december|earlier|first of|"
        r"合同|提前|周|月|号|做完|交接|接手|写清|在那之前|这段时间|早|摊子"),
    ),
    (  # turning points
        r"turning points|转折点",
        (r"\bgave up\b|\bchang|\bmoved\b|\bleft\b|\bfirst\b|\bsecond\b|\bthird\b|\blast\b|because|instead|\bwent from\b|saying no|said no|rather|all of it|\bthread|always|"
        r"第[一二三]|不念|放弃|转|换|去了|因为|没去|而不是|宁|串|都是|一直|线"),
    ),
    (  # the first months
        r"first three months|前三个月",
        (r"\bweeks?\b|\bmonths?\b|\bdays\b|\bfirst\b|\bbegin|\bstart|listen|\btalk|\bsit\b|coffee|\bask\b|\bread|\bwatch|get to know|\bsmall|\bfix|\bplan\b|agree|\bpick\b|on call|ship|by the end|"
        r"先|周|月|天|听|聊|坐|问|看|熟悉|了解|见|小毛病|小的|一件|上线|挑|打算|对一下|值班|弄清"),
    ),
    (  # what others say
        r"former managers, peers|过去的上级",
        r"would (?:\w+ )?say|\bboss|manager|colleague|develop|junior|team|report|others|\bright\b|\bfair\b|\btrue\b|\btoo\b|stubborn|\blate\b|会说|领导|上级|同事|下属|新人|太|犟|对|认|催",
    ),
)  # fmt: skip
_INVITES = expression(
    r"what would you like to ask|your turn to ask|still need to know in order to decide|still unclear to you|"
    r"有什么想问我们|换你来问|你还需要了解|还有哪些不清楚"
)
_ASKS = expression(
    r"\b(?:i(?:'d| would) (?:also |still )?(?:like|want|love) to (?:know|hear|understand|ask)|i (?:also |still )?wonder|i'm curious|i (?:have not|haven't|did not|didn't|do not|don't) (?:\w+ ){0,2}(?:understood|understand|got|get|know|see)|"
    r"can you tell me|could you tell me)\b|^(?:and |but |so )?(?:how|who|whom|what|when|why|which|where|whether|is there|are there|do you|does|did)\b|"
    r"\band (?:how|who|whom|what|when|why|whether)\b|\b(?:last thing|first|second|third|another).{0,8}\bis (?:how|who|what|when|why|whether)\b|"
    r"[吗呢]$|谁|怎么|什么|多久|多少|几[个天次时]|哪|能不能|有没有|是不是|会不会|要不要|我想(?:知道|了解|问)|没太?(?:听明白|弄懂|搞懂)|不太?清楚"
)
_OF_WORK = expression(
    r"\byou(?:r|rs)?\b|\b(?:team|people|person|job|role|position|office|work|works|working|company|product|system|project|customers?|boss|manager|colleagues?|every day|night|here|hire|sales|next)\b|"
    r"你们|您|公司|团队|组里|这边|这里|岗位|位置|职位|同事|领导|新人|办公室|系统|产品|项目|客户|销售|业务|加班|一起|干活|上班|值班|夜里|每天|谁定|带"
)
_MEANS = expression(
    r"\b(?:i'd|i would|i'll|i will|i want to|i'm going to|i plan to|i hope to|i'm (?:taking|learning|doing|reading|working|looking|thinking)|i'd (?:rather|like to)|i can|i could)\b|"
    r"我(?:会|想|要|打算|准备|希望|更想|还想|愿意|能|可以)|想的是|目标是|再(?:跟|把|去)|先(?!进)"
)
_REASONS = expression(
    r"\b(?:because|so that|that's (?:why|how|what)|which (?:is|means|meant)|otherwise|instead|rather than|what i (?:miss|like|don't)|but)\b|"
    r"因为|所以|不然|其实|只是|难受|这样|才|倒|但|就是"
)
_FACTS = expression(
    r"\b(?:i(?:'ve| have) (?:been|done|had|run|worked|used|built|written)|i (?:use|get|look after|run|work|do|don't|sit|write)|we (?:are|have|run|do)|you(?:'re| are|r \w+) |yours|my \w+ (?:is|says|would|said))\b|"
    r"你们|贵公司|我(?:现在|之前|以前|这边|管|叫|在|做|写|跟)|合同|会说"
)
_GENERAL = expression(
    r"\b(?:i|i'm|i'd|i'll|i've|me|my|a|an|the|and|or|but|to|of|in|on|at|for|with|from|by|as|it|it's|is|are|was|were|be|been|that|this|there|here|what|who|which|they|them|their|you|your|we|us|our|so|very|really|much|many|more|"
    r"most|all|any|some|every|each|also|too|just|always|simply|would|will|can|could|should|have|has|had|do|does|did|don't|not|no|if|when|because|than|then|about|out|up|into|get|got|make|take|give|"
    r"think|know|like|want|love|feel|try|believe|hope|say|good|great|best|better|nice|well|big|new|important|interesting|possible|usual|fair|different|happy|perfect|hard|strong|open|positive|"
    r"thing|things|way|something|anything|everything|everyone|everybody|anyone|people|person|others|lot|bit|kind|side|sides|part|day|time|life|work|working|works|job|jobs|company|companies|team|player|position|role|"
    r"skills?|experiences?|knowledge|abilit(?:y|ies)|opportunit(?:y|ies)|challenges?|environment|atmosphere|reputation|success|successful|career|growth|future|goals?|values?|valuable|member|responsib\w+|motivat\w+|"
    r"grow\w*|develop\w*|learn\w*|improv\w*|contribut\w*|help\w*|succeed|achieve\w*|communicat\w*|flexib\w+|reliab\w+|passion\w*|dedicat\w*|enthusias\w+|hard-?working|creative|quick\w*|fast|interested|"
    r"change|need|step|needs|first|arrange|start|accept|offer|good at|fit|necessary|certain|sure|currently|before|another)\b"
)
_GENERAL_HAN = expression(
    r"公司|团队|平台|环境|机会|挑战|成长|发展|提升|学习|努力|贡献|价值|能力|经验|优势|热情|认真|负责|责任|踏实|积极|主动|精神|合作|沟通|协作|适应|融入|熟悉|了解|氛围|和睦|尊重|口碑|未来|职业|规划|目标|自己|自身|力量|"
    r"工作|事情|东西|方面|大家|同事|别人|各方|满意|开朗|性格|优秀|完美|要求|进步|改进|不断|一步|更好|更多|更大|很好|非常|比较|一直|始终|觉得|认为|相信|希望|能够|可以|应该|需要|肯定|一定|尽快|尽力|随时|灵活|合理|标准|"
    r"因为|所以|但是|如果|然后|而且|并且|这样|那样|什么|这个|那个|一个|我们|你们|他们|贵|我|你|他|她|的|了|着|过|是|在|有|会|想|要|能|也|都|很|就|和|与|对|为|把|去|来|到|得|地|说|做|好|大|小|多|不|没|最|新|先"
)
_CLAUSES = expression(r"[,;:]|[，、；：]|\s-+\s")


@dataclass(frozen=True, slots=True)
class Account:
    """An answer to a question that asks for no story.

    ``signs`` is the number of different words of what was asked about, 0 where nothing is about work or
    studies. ``held`` is the number of backed pieces per sentence, each as far as it is somebody's
    own; a full answer has ``full`` of them.
    """

    signs: int
    held: tuple[float, ...]
    full: int

    def fullness(self, credits_: Iterable[float]) -> float:
        """How much of a full answer it is, 0-1, each sentence times its credit."""
        earned = (held * credit for held, credit in zip(self.held, credits_, strict=True))
        return min(1.0, sum(earned) / self.full)


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(asks), re.compile(has)) for asks, has in _ACCOUNTS)


@lru_cache(maxsize=512)
def invites_questions(question: str) -> bool:
    """Whether a question invites the candidate to ask something."""
    return bool(_INVITES.search(fold(question)))


@lru_cache(maxsize=512)
def _words_of(question: str) -> re.Pattern[str] | None:
    folded = fold(question)
    return next((has for asks, has in _compiled() if asks.search(folded)), None)


def words_for(phrase: str) -> tuple[re.Pattern[str], ...]:
    """The everyday words of what is asked about with a phrase that questions of the bank have."""
    return tuple(has for asks, has in _compiled() if asks.search(phrase))


def words_about(question: str) -> tuple[re.Pattern[str], ...]:
    """The everyday words of what a question for no story asks about; none where nothing is known of it."""
    has = _words_of(question)
    return (has,) if has else ()


def held_fast(sentences: Sequence[str]) -> float:
    """The number of pieces of folded sentences that are backed by something, each as far as it is somebody's own."""
    return sum(_once(sentences, _held))


@lru_cache(maxsize=64)
def read_account(question: str, sentences: tuple[str, ...]) -> Account | None:
    """The account in folded sentences; None for a question that asks for none."""
    if invites_questions(question):
        of_work = any(map(_OF_WORK.search, sentences))
        held = _once(sentences, _asks) if of_work else (0,) * len(sentences)
        return Account(int(2 * sum(held)), held, ASKED_IN_FULL)
    words = _words_of(question)
    if words is None:
        return None
    found = signs((words,), sentences) if at_work(sentences) else 0
    own = [s if words.search(s) or not is_aside(s) else "" for s in sentences]
    return Account(found, _once(own, _held), RICH)


_SECOND = expression(r"\byou(?:r|'\w+)?\b|[你您](?!们)")
_FIRST = expression(r"\b(?:i|i'\w+|me|my|we|us|our)\b|[我咱]")
_GOES_ON = expression(
    r"\b(?:he|she|they|them|him|her|his|their|it|its|that|those|both|each|everyone|nobody|people|there)\b|[\u3400-\u9fff]"
)
OF_INTERVIEW = 1.0
"""From this value on a sentence is about the interview (`field.field_worth`)."""


def is_aside(sentence: str) -> bool:
    """Whether a folded sentence without a word of what was asked about gives an order, turns to somebody,
    speaks of the interview, or of nobody and nothing that happened (in Chinese that need not be said)."""
    if addresses(sentence) or (_SECOND.search(sentence) and not _FIRST.search(sentence)):
        return True
    of_work = field_worth(sentence, lambda _: False) < OF_INTERVIEW
    if not (_FIRST.search(sentence) or _GOES_ON.search(sentence)):
        # "Churn dropped to 4 %": what came of it may be told without saying whose it was.
        return not (of_work and happens(sentence))
    if of_work:
        return False
    # Whoever teaches has students, and passes results on.
    return speaks_plainly(sentence) or not tells_of_event(sentence)


_HOLDS_THAT = expression(
    r"\bi(?:'ve| have)?(?: \w+ly)? (?:think|believe|feel|guess|find|say|read|heard|seen)\b|\bin my (?:opinion|view)\b|我(?:个人|自己|一直|也|还|很|挺|比较)*(?:觉得|认为|相信|感觉|看|听|读|关注|了解|推崇|赞成|支持)"
)
_ANYBODY = expression(
    r"\b(?:people|everyone|everybody|companies|leaders|managers|employers|employees|they should|one should|you should)\b|"
    r"大家|人们|年轻人|很多人|有些人|企业|公司(?:应|要|也)|管理者|领导者|行业"
)


def is_opinion(sentences: Sequence[str]) -> bool:
    """Whether folded sentences say what whoever speaks thinks of people in general, and nothing of themselves."""
    told = [_HOLDS_THAT.sub(" ", sentence) for sentence in sentences]
    return not any(map(_FIRST.search, told)) and any(map(_ANYBODY.search, told))


def _once(sentences: Sequence[str], read: Callable[[str], float]) -> tuple[float, ...]:
    """What each sentence tells that was not told before."""
    seen: set[str] = set()
    told = list[float]()
    for sentence in sentences:
        told.append(0.0 if sentence in seen else read(sentence))
        seen.add(sentence)
    return tuple(told)


def _asks(sentence: str) -> int:
    """How many questions a sentence asks, at most two."""
    pieces: Sequence[str] = re.split(r"[?,;:、，；：]", sentence)
    return min(2, sum(bool(_ASKS.search(piece.strip())) for piece in pieces))


def _held(sentence: str) -> float:
    """The number of pieces of a sentence that are backed by something, at most two, each as far as it is own."""
    pieces: Sequence[str] = [piece for piece in _CLAUSES.split(sentence) if piece.strip()]
    return min(2.0, sum(_ownness(piece) for piece in pieces if _holds(piece)))


def _holds(piece: str) -> bool:
    return bool(
        tells_of_event(piece)
        or names_own_act(piece)
        or tells_of_quantity(piece)
        or _MEANS.search(piece)
        or _REASONS.search(piece)
        or _FACTS.search(piece)
    )


def _ownness(piece: str) -> float:
    """How far a piece has words beside those of general talk, 0-1."""
    left = _GENERAL_HAN.sub("", _GENERAL.sub("", piece))
    latin = len(re.findall(r"[a-z0-9][a-z0-9'-]*", left)) / OWN_LATIN
    least, most = OWN_HAN
    return min(1.0, max(latin, (count_han(left) - least) / (most - least)))
