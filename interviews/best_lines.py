"""Which line of what somebody said is worth saying back to them, or passing on. Pure.

A result, a figure or a decision is what they would like to be remembered by; what only repeats the
question is not theirs, and what the panel has quoted once it does not quote again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from interviewers.engines.builtin.judging.evidence import shows_little
from interviewers.engines.builtin.reading.text import fold, spans
from interviewgpt.expressions import expression
from interviews.beside import is_mere_talk
from interviews.quoting import short_quote, spoken_pieces, tells
from interviews.retelling import echoes

__all__ = ["Worth", "best_line", "is_concrete", "lines_worth", "spoken", "worth"]

_FIGURE = expression(
    r"(?<![\w第])(?!(?:(?<=\bin )|(?<=\bof )|(?<=\bby )|(?<=since )|(?<=until )|(?<=spring )|(?<=summer )|(?<=autumn )|(?<=winter ))(?:19|20)\d\d\b(?! (?!(?:was|is|has)\b)[a-z]+s\b))\d+(?:[.,]\d+)*(?!\s*(?:年(?!内|多|的?时间)|月\d|号))|"
    r"从[^，。]{0,6}[0-9一二两三四五六七八九十百千万半][^，。]{0,8}(?:到|成|为)[^，。]{0,4}(?:[0-9一二两三四五六七八九十百千万半]|零)|"
    r"(?<![这那哪第])(?:[二两三四五六七八九十百千万半]|一[二三四五六七八九十百千万])[一二三四五六七八九十百千万半]*[多几来]?(?:分之|成(?![为员本果功熟就])|倍|个点(?![子心击赞])|个?(?:百分点|小时|分钟|毫秒|秒|天|周|星期|月|人|家|条|次|台|单|元|块钱|万|帧|兆|行|页|份|笔|本|篇|场|张|辆|件|版)|%)|"
    r"(?<!\bat )\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|(?:thir|four|fif|six|seven|eigh|nine)teen|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|twice|dozens?)\b(?! of (?:us|them|you))|"
    r"\b(?:half|a third|a quarter)\b(?= (?:of|as|an?)\b)|\bby half\b",
    re.IGNORECASE,
)
_CHANGED = expression(
    r"(?:降|减|升|涨|增|提高|提升|缩短|压|省|少|多|快|慢|跌|掉|回|低|高)(?:低|少|短|高|加|到|了|下|出|(?=[两二三四五六七八九十几\d]))|从.{1,12}(?:到|变成|降|升)|翻了?(?=[一两三四五六七八九十几]?[倍番])|最后.{0,8}[了到成]|"
    r"\b(?:went|came|fell|dropped|rose|grew|down|up|cut|saved|reduced|improved|doubled|tripled|quadrupled|halved|less|fewer|faster|slower|from \S+ to|in the end)\b",
    re.IGNORECASE,
)
_DECIDED = expression(
    "(?:决定|选了|选择了|定了|定下|砍掉|拒绝|放弃|推迟|改成|换成|改为|拆成|坚持|主动|提出|交给|推掉|先推|只做|不做|说服|同意了|答应)|"
    r"\b(?:decided|chose|picked|turned down|refused|gave up|dropped|replaced|switched|moved|put off|agreed|persuaded|convinced|proposed|insisted)\b",
    re.IGNORECASE,
)
_DID = expression(
    r"\b(?:I|we)(?:'d|'ve| had| have)? (?:\w+ly |also |then |first )?(?:\w{2,}ed|went|took|made|put|built|wrote|spoke|told|got|found|cut|set|"
    r"ran|brought|kept|gave|sent|led|left|chose|began|met|sat|let|said|did|drew|held|taught|won|fought|sold|bought|threw|rang|drove|paid|stood|swept|caught)\b|"
    "(?:[我咱][^，。；]{1,20}|(?:自己|亲自)[^，。；]{1,10})(?:了(?!解)|过(?![程期于来去]))|[我咱]们?(?:就|先|又|也|只|再|自己|后来|当时|直接)*(?:把|去|找|写|做|用|问|跟|和|让|给|拿|查|改|拉|带|教|陪|约|列|排|推)",
    re.IGNORECASE,
)
_UNDONE = expression(
    "应该(?:再|还|要|早|先)|(?:做|写|赶|干|弄|忙)不(?:完|过来)|来不及|[我咱][^，。；]{0,6}不(?:能|敢|好)(?:直接|随便|硬|就|再)|本(?:来|该)|早该|还没|尚未|[我咱]们?(?:还|也|就|先|再)*(?:得|需要|打算)(?![到出了过])|"
    r"\b(?:I|we) (?:wouldn['’]t|would not|don['’]t|do not|didn['’]t|did not|never)\b|"
    r"\b(?:should|ought to|could have|would have|might have|i(?:'d| would) be|haven't|hasn't|hadn't|don't have|doesn't have|not yet|yet to)\b",
    re.IGNORECASE,
)
"""What is only wished for, or was not done, is no result, and no figure of one."""
_SCENE = expression("[^，。；]{2,16}(?:的时候|那会儿|那阵子|期间)[，,]")
"""When something was: what there was then is not yet what somebody did."""
_OWN = expression(r"\b(?:I|we|my|our)\b|[我咱]", re.IGNORECASE)

_WORSE = expression(
    "(?:p\\d{2}|延迟|耗时|响应|错误率|失败率|故障|投诉|工单|报警|告警|cpu|内存|负载|成本)[^，。；]{0,16}(?:[跳涨升飙冲增](?:到|了|上)|变[慢多高])|"
    "(?:tps|qps|吞吐|销量|转化|留存|日活|评分|命中率)[^，。；]{0,16}(?:掉|跌|降)(?:到|了|成)|"
    "睡(?:了|不到|不足|不够|四|五|三|两|\\d)[^，。；]{0,6}(?:小时|钟头|点)|通宵|熬夜|(?:加班|忙|干|熬)到(?:晚上|凌晨|夜里|半夜)?[^，。；]{0,4}点|"
    "(?:清|换|改|试|调|查|看|重启|加)[^，。；]{0,8}[，,]?(?:(?:还是|也|(?<![得成])都)一样|(?:还是|也|都)?(?:没用|不管用|不行|没(?:有)?(?:复现|效果|变化|区别|查出)))|"
    "(?:发现|看到|碰到|遇到)[^，。；]{0,20}(?:有问题|不对|模糊|[出报]错|崩|丢|坏|漏|失败|来不及)|估(?:了|算|计)?(?:一下|了下)?[^，。；]{0,4}(?:至少|最少|起码|得|要)|"
    "回不来|[找救追]不回|(?:特别|很|太|非常|挺|比较|越来越)(?:乱|差|慢|糟|烂|难|复杂|麻烦)|"
    r"\b(?:(?:made|makes) no difference|(?:did|does)(?:n['’]t| not) help|to no avail|no luck|ruled (?:that|it) out)\b|"
    r"\b(?:we|they|it|there|people|everybody|everyone) (?:had|were|was|kept)\b(?!.{0,20}\b(?:no|not|fewer|less|never|zero|without)\b).{0,24}\b(?:flaky|broken|failing|crash\w*|late|bugs?|errors?|complain\w*|furious|angry)\b|\bran out\b|"
    r"\b(?:slept|sleepless|all night|awake (?:at|until|till)|until (?:\w+ )?(?:midnight|in the morning))\b|\b(?:a mess|messy|chaotic|terrible|far too slow|painfully slow)\b|"
    r"\b(?:p\d{2}|latency|errors?|failures?|complaints?|tickets?|alerts?|cpu|memory|costs?)\b.{0,24}\b(?:jumped|rose|went up|climbed|grew|shot up|doubled|tripled|spiked)\b|"
    r"\b(?:tps|throughput|sales|conversion|retention|hit rate)\b.{0,24}\b(?:fell|dropped|went down|sank)\b",
    re.IGNORECASE,
)
"""How bad it was: what was done about it is worth telling."""
_ASHAMED = expression(
    "说实话|老实说|坦白(?:讲|说)|甩(?:了|在|给)|怼|伤人|冲动|(?:是|算|都是)?我的(?:错|责任|疏忽|不对|问题)|[说话](?:得|说得)不(?:好听|好|对|合适)|(?:脸|耳朵)(?:都|就|一下子)*红|顶(?:了[^，。]{0,4}[句嘴]|嘴)|发(?:了)?(?:火|脾气)|冷战|(?<![不没再少])吵(?:了|过|起|架)|现在想想|不(?:太|怎么|大)?(?:想|愿意|情愿)(?!到)|我(?:当时|那时|就|也|还)*(?:不听|没听|不服|不信)|(?:都|很|挺)(?:烦|嫌)|没(?:有)?(?:在)?(?:上班|工作)(?!量)|待业|失业|空窗|(?:离|辞)了?职|裸辞|被裁|裁员|没(?:有)?(?:再)?续(?:约|签|(?=$|[，,。]))|[写填发装拿算看记弄搞贴](?:错|反|漏)(?!的?[人题]?(?:找|查|改))|"
    r"\b(?:lost my temper|snapped at|impulsive|hurtful|called (?:him|her|them) out|sulk\w*|moaned|i admit|to be honest|honestly|if i'm honest|not proud|it was (?:on me|me|my (?:fault|mistake|doing))|been (?:dodging|avoiding|hiding|putting \w+ off)|(?:i'm|i am|i was) (?:scared|afraid|terrified)|(?:didn't|wouldn't|did not|would not) listen|laid off|resign\w*|(?:i|we) quit|out of work|unemployed|mixed (?:\w+ ){0,2}up|the wrong way round|by mistake|forg[eo]t\w*|had(?: not|n't) (?:counted|noticed|checked|asked|thought)|between jobs|without a job)\b",
    re.IGNORECASE,
)
"""What nobody would like to hear again."""
_OF_OTHERS = expression(
    "(?:同事|有人|领导|老板|组长|主管|对方|他们?|她们?|客户|老[\u4e00-\u9fff]|小[\u4e00-\u9fff]|[\u4e00-\u9fff]{1,3}(?:组|部门|团队)(?:的?[\u4e00-\u9fff]{1,3})?)(?:就|都|一直|却)?(?:坚持|主张|非要|提议|说要|说想|想要|要求|认为|觉得|说别|说不)|"
    "^[^，。我]{0,8}(?:同事|领导|老板|组长|主管|客户|对方)们?(?:就|都|一直|却|已经|先)*[做干写弄花投搞][了完]|"
    "是[^，。]{0,8}(?:同事|导师|领导|老板|组长|别人|前辈|师[兄姐傅])[^，。]{0,6}[写做定搭管带画建]的|"
    r"\b(?:he|she|they|somebody|someone|colleagues?|(?:the|my|our|an?) (?:\w{1,20} ){0,2}\w{1,20}) (?:wanted|insisted|proposed|suggested|argued|demanded|thought|felt)\b",
    re.IGNORECASE,
)
"""What others held or made."""
_VAGUE = expression(
    "吧(?:$|，)|我猜|[我咱]们?(?:也|都|其实)?没(?:有)?(?:什么|啥)|没(?:有)?[^，。；]{1,6}(?:什么|啥)的?$|反正|撑(?:过|了|下)|熬过|挺(?:难|累|好)的|就那样|(?:快|好|多|少|慢)了?(?:很多|不少|一些|一点)|好多了|没(?:什么)?问题了|"
    r"\b(?:somehow|got through it|it worked out|(?:a lot|much|way) (?:better|faster|quicker|easier)|was (?:hard|tough|fine|okay)|i (?:guess|suppose))\b",
    re.IGNORECASE,
)

_REMINDS = expression(
    "^我?(?:都|就|已经|刚才|刚刚|前面|之前|不是)*(?:说|讲|提|答)过(?:了|的)?(?:是|，|,|呀|啊|吗|嘛)"
)
"""Says that it was said before, which is a word to the panel."""
_THOUGHT = expression(
    r"^\W*(?:and |but |so |because )?i (?:\w+ly |just |always |first |had |also )*(?:thought|felt|feared|hoped|wanted|aimed|meant|assumed|believed|imagined|expected|was (?:afraid|worried|sure|hoping))\b",
    re.IGNORECASE,
)
"""What somebody only thought of it, before or besides what they did."""
_HEDGED = expression(
    r"(?:[,(]|(?<!\s))\s*+\b(?:i (?:think|guess|believe|suppose|reckon|imagine)|i'd (?:say|guess|think)|if i remember (?:right|rightly|correctly)|as far as i (?:know|remember))\b[,)]?",
    re.IGNORECASE,
)
"""Says how sure one is; the "I" in it did nothing."""
_STATE = expression(
    r"^\W*(?:and |but |so )?(?:I|we|there|it|that|they) (?:was|were|am|are|is)\b(?! (?:able|down|up)\b)(?! \w+ed\b)",
    re.IGNORECASE,
)
"""Only says how things stood."""
_THERE_IS = expression(
    "[^，。；了过把]{0,12}(?<![没只所具拥享占])有(?![效关点些用人])[^，。；了过]{1,12}"
)
"""So does, where it is all, what somebody has or where there is something: "我们公司楼下就有三家"."""
_TAKES = expression(r"^\W*(?:take|say|imagine|picture|look at|think of)\b", re.IGNORECASE)
"""Only names the case that is told of then."""

Worth = tuple[int, int, int]


@lru_cache(maxsize=1_024)
def worth(piece: str) -> Worth:
    """How much a piece is worth, the more the better: result, figure or decision, something that whoever
    said it did, something of their own. Nothing of that is how bad it was, what one is ashamed of or
    others held, or a vague word of how it went."""
    piece = _HEDGED.sub("", piece)
    figure, changed = bool(_FIGURE.search(piece)), bool(_CHANGED.search(piece))
    decided = bool(_DECIDED.search(piece))
    undone = _UNDONE.search(piece) is not None
    scene = _SCENE.match(piece) is not None
    thought = _THOUGHT.search(piece) is not None
    stood = _STATE.search(piece) or _THERE_IS.fullmatch(piece)
    state = not changed and stood is not None
    if undone or scene or thought or state or _TAKES.search(piece):
        figure = decided = False
    empty = any(sign.search(piece) for sign in (_WORSE, _ASHAMED, _OF_OTHERS))
    if empty or (not figure and _VAGUE.search(piece)):
        return -1, 0, 0
    return (
        2 * (figure and changed) + max(figure, decided),
        _DID.search(piece) is not None and not (undone or scene or thought),
        _OWN.search(piece) is not None and not (undone or thought),
    )


def is_concrete(piece: str) -> bool:
    """Whether a piece has a result, a figure or a decision."""
    return worth(piece)[0] > 0


def lines_worth(text: str, language: str, panel: Sequence[str] = ()) -> list[str]:
    """The pieces of a text that can be quoted, without what only repeats what the ``panel`` has said
    and what was quoted before, in their order."""
    found = dict.fromkeys(
        piece
        for start, end in spans(text)
        if text[end : end + 1] not in ("?", "？")
        for piece in spoken_pieces(text[start:end].strip(), language)
        if not (is_mere_talk(piece) or _REMINDS.match(piece) or shows_little(fold(piece)))
    )
    return [piece for piece in found if not echoes(piece, panel)]


def best_line(texts: Iterable[str], language: str, panel: Sequence[str] = ()) -> str:
    """The piece that is worth most, of several the first that says enough by itself; "" where there is none."""
    pieces = [piece for text in texts for piece in lines_worth(text, language, panel)]
    return max(pieces, key=lambda piece: (worth(piece), tells(piece, language)), default="")


def spoken(text: str, language: str) -> str:
    """As much of what somebody said as can be taken up, "" for talk."""
    quote = short_quote(text, language)
    return "" if is_mere_talk(quote) else quote
