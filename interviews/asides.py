"""What a candidate types instead of an answer: "能再说一遍吗", "a hint, please", "下一题". Pure.

Only a whole utterance counts. A real answer may well contain the same words ("我会先跳过缓存，
直接读库"), so everything around the wish has to be courtesy, an excuse ("网络卡了一下") or another
wish; "不知道" stays an answer unless a hint is asked for along with it.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

__all__ = ["Request", "declines", "request_in"]

_LONGEST = 120
"""Characters; whoever says more is answering. All repetitions in the patterns are bounded as well,
so that no text makes them take long."""


class Request(StrEnum):
    """What is asked for. The values are those of `interviews.models.Wish`."""

    SKIP = "skip"
    HINT = "hint"
    REPEAT = "repeat"
    EXPLAIN = "explain"
    WAIT = "wait"
    GREET = "greet"


def request_in(text: str) -> Request | None:
    """What ``text`` asks for in place of an answer, None when it is one."""
    if len(text) > _LONGEST:
        return None
    said = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return _whole(said) or _by_clauses(said)


def _whole(said: str) -> Request | None:
    chinese, english = _bare(said)
    for whole, patterns in ((chinese, _CHINESE), (english, _ENGLISH)):
        for request, pattern in patterns:
            if pattern.fullmatch(whole):
                return request
    return None


def _by_clauses(said: str) -> Request | None:
    """The wish of several clauses, each of which is a wish or an excuse: the last that is more
    than a greeting or a pause. "不会" goes together with asking for a hint only."""
    wishes: list[Request] = []
    excused = unsure = False
    for clause in _CLAUSES.split(said):
        chinese, english = _bare(clause)
        if _COURTESY_ZH.fullmatch(chinese) or _COURTESY_EN.fullmatch(english):
            continue
        if _EXCUSE_ZH.fullmatch(chinese) or _EXCUSE_EN.fullmatch(english):
            excused = True
        elif (wish := _whole(clause)) is not None:
            wishes.append(wish)
        elif _UNSURE_ZH.fullmatch(chinese) or _UNSURE_EN.fullmatch(english):
            unsure = True
        else:
            return None
    wishes.sort(key=lambda wish: wish not in (Request.WAIT, Request.GREET))
    if unsure:
        return Request.HINT if wishes and wishes[-1] is Request.HINT else None
    if wishes:
        return wishes[-1]
    return Request.REPEAT if excused else None


def _bare(said: str) -> tuple[str, str]:
    """The words only, as the Chinese and as the English patterns expect them."""
    english = _ENGLISH_NOISE.sub(" ", said)
    return _CHINESE_NOISE.sub("", said), english.replace("'", "").strip()


def declines(text: str) -> bool:
    """Whether somebody who may ask anything says that there is nothing."""
    said = unicodedata.normalize("NFKC", text).casefold()
    whole = _CHINESE_NOISE.sub("", said)
    return len(text) <= _LONGEST and any(
        pattern.fullmatch(candidate)
        for pattern, candidate in ((_NOTHING_ZH, whole), (_NOTHING_EN, whole))
    )


_NOTHING_ZH = re.compile(
    "(?:嗯|好的?|我|暂时|目前|现在|应该|基本上?|这边|也){0,4}(?:没有?|没啥|没什么|不用|无)(?:什么|啥|其他|别的|更多|特别){0,2}"
    "(?:的|了|问题|疑问|想问|要问|需要|好问|可问|想了解|不清楚){0,4}(?:都?(?:很)?(?:清楚|了解|明白)了?)?(?:谢谢|多谢|感谢|您|你|大家|各位|们|啦|呢|吧){0,4}"
)
_NOTHING_EN = re.compile(
    "(?=no|idont|idonot|ihaveno|ithink|thats|thatis|im|iam|all|everything)(?:nope|no|none|nothing|notreally|ithinknot|ithinkthatsall|thatsall|thatisall|thatsit|imgood|iamgood|allclear|"
    "noquestions?|idonthaveany|idonothaveany|ihavenone|ihaveno|any|more|other|further|questions?|else|"
    "fromme|fromyou|atthemoment|rightnow|fornow|frommyside|atall|thanks|thankyou|verymuch|ok|okay|really|was|is|very|clear|"
    "everything|alot|so|i|have|dont|donot|think){1,10}"
)

_CLAUSES = re.compile(r"[,.;:!?，。；：！？、…\n]+|\s[-–—]+\s")
_CHINESE_NOISE = re.compile(r"[^\w]|_")
_ENGLISH_NOISE = re.compile(r"[^\w']+|_")


def _chinese(core: str, *, bare: bool = False) -> re.Pattern[str]:
    """``core`` between courtesies; ``bare`` without those that would make it another thing."""
    if bare:
        return re.compile(f"(?:{core})")
    return re.compile(f"(?:{_ZH_BEFORE}){{0,7}}(?:{core})(?:{_ZH_AFTER}){{0,4}}")


_ZH_SPEAKER = "(?:[\u4e00-\u9fff]{1,3}(?:工|老师|经理|总)|面试官|老师)"
_ZH_BEFORE = (
    f"不好意思|抱歉|对不起|请问|请|麻烦|劳驾|那个?|嗯|呃|额|啊|哦|噢|喂|诶|好的?|那么|{_ZH_SPEAKER}|"
    "您好|你好|我想让|我想要|我想|我希望|可不可以|可以|能不能|能否|能|是否|是不是|要不|要不然|还是|"
    "没(?:有)?(?:太)?(?:听|看)(?:清楚?|懂|明白)|这个|这块|我们|咱们|咱|你们|您|你|帮我|给我|再麻烦|直接|先|那就|就|刚才|刚刚|我"
)
_ZH_AFTER = (
    "吗|么|吧|呢|呀|啊|哈|啦|了|嘛|谢谢|谢谢你|谢谢您|多谢|感谢|好吗|可以吗|行吗|好不好|行不行|可以不|麻烦了|"
    f"麻烦你|麻烦您|拜托|不好意思|抱歉|我|{_ZH_SPEAKER}"
)
_ZH_QUESTION = "(?:刚才|刚刚|你|您|这个|这道|这|那个|那道|上个|上一个|上一道|最后一个|的){0,3}(?:问题|题目|题干|题|内容)"
_ZH_ONCE = "(?:一下|下|一遍|一次|1遍|1次|两遍)"
_ZH_THINK = "(?:想一想|想想|想一下|想下|思考一下|思考下|考虑一下|考虑下|整理一下|整理下|组织一下|组织下|理一理|理一下|缓一下|缓缓|回忆一下|回想一下)"

_CHINESE: tuple[tuple[Request, re.Pattern[str]], ...] = (
    (
        Request.GREET,
        _chinese(
            rf"(?:(?:{_ZH_SPEAKER}|大家|各位){{0,2}}(?:们|您|你)?(?:好|早)(?:呀|啊)?{_ZH_SPEAKER}?|嗨|哈喽|哈啰|hi|hello|"
            "(?:早上|上午|中午|下午|晚上)好|(?:很)?高兴(?:认识|见到)(?:你|您|你们|大家)|幸会|"
            "(?:我)?(?:已经)?准备好了?|可以开始了?|(?:那)?(?:我们)?开始吧|请多(?:多)?(?:指教|关照)|没问题|"
            "谢谢(?:你|您)?(?:的介绍)?){1,4}",
            bare=True,
        ),
    ),
    (
        Request.REPEAT,
        _chinese(
            f"(?:把)?(?:{_ZH_QUESTION})?(?:再|重新){{1,2}}(?:给我|跟我)?(?:说|问|讲|念|重复|复述|描述|讲述)"
            f"(?:{_ZH_ONCE}(?:{_ZH_QUESTION})?|{_ZH_QUESTION})|"
            f"(?:把)?(?:{_ZH_QUESTION})?(?:重复|复述){_ZH_ONCE}?(?:{_ZH_QUESTION})?|"
            f"(?:说|问|讲|念){_ZH_ONCE}(?:{_ZH_QUESTION})|"
            f"{_ZH_QUESTION}(?:是)(?:什么|啥)(?:来着)?|"
            "(?:问的?)(?:是)?(?:什么|啥)(?:问题)?(?:来着)?|"
            f"没(?:有)?(?:太)?(?:听|看)(?:清楚?|全|完整?)(?:{_ZH_QUESTION})?|"
            f"没(?:有)?(?:听|看)(?:到|见)(?:{_ZH_QUESTION})?|忘(?:了|记)(?:{_ZH_QUESTION})(?:是什么)?"
        ),
    ),
    (
        Request.EXPLAIN,
        _chinese(
            f"(?:这|这个|这句|这句话|{_ZH_QUESTION})?(?:话)?(?:的)?(?:是)?(?:什么|啥)意思|"
            f"没(?:有)?(?:太|很|完全|能)?(?:听|看)?(?:懂|明白|理解)(?:{_ZH_QUESTION}|题意|(?:你|您)?的?(?:意思|提问))?|"
            f"(?:听|看)不(?:太)?(?:懂|明白)(?:{_ZH_QUESTION})?|"
            f"不(?:太|是很|大|很)?(?:懂|明白|理解|清楚)(?:{_ZH_QUESTION}|题意|(?:你|您)?的?(?:意思|提问))(?:的意思|什么意思)?|"
            f"(?:{_ZH_QUESTION})(?:没|不)(?:太)?(?:听|看)?(?:懂|明白|理解)|"
            f"(?:{_ZH_QUESTION})?(?:换个|换一个|换种|换一种)(?:说法|问法|方式问|方式说|角度问)(?:问|说)?(?:{_ZH_QUESTION})?|"
            f"(?:再)?(?:解释|说明|澄清){_ZH_ONCE}(?:{_ZH_QUESTION})?(?:的意思)?|"
            f"(?:{_ZH_QUESTION})?(?:再)?(?:说|问|讲)(?:得)?(?:更)?(?:具体|清楚|明白|详细)(?:一)?(?:点|些)|"
            f"(?:{_ZH_QUESTION})?(?:可以|能)?(?:再)?(?:具体|详细)(?:一)?(?:点|些)(?:{_ZH_QUESTION})?|"
            "(?:具体)?(?:是)?(?:想|要)(?:问|了解|听)(?:的是)?(?:什么|啥|哪方面|哪个方面)|"
            "(?:是)?指的?(?:是)?(?:什么|哪方面|哪个方面|啥)|(?:具体)?指(?:什么|哪方面)"
        ),
    ),
    (
        Request.HINT,
        _chinese(
            "(?:给|来|要|求|需要|提供)?(?:点|个|一个|一点|一些|些|下|一下|我){0,4}提示(?:我)?(?:一下|下|一点|点|个)?|"
            "有(?:没有|无)?(?:什么|啥)?(?:提示|线索)(?:没有)?|"
            "(?:给|来|提供)(?:我)?(?:点|个|一个|一点|一些|些)(?:思路|线索|方向|启发)|(?:引导|点拨|启发)(?:我)?(?:一下|下)"
        ),
    ),
    (
        Request.SKIP,
        _chinese(
            "(?:这|那)?(?:一)?(?:道|个)?(?:题目?|问题)?(?:先)?(?:跳过|略过|过|pass|skip)(?:这|那)?(?:一)?(?:道|个)?(?:题目?|问题)?|"
            "(?:问|看|进入|到|去|聊|来|进行)?下(?:面)?(?:一)?(?:个|道)?(?:问题|题目?|个|道)|"
            "换(?:一)?(?:个|道)?(?:别的)?(?:问题|题目?|话题|一个|个)|换一?个|"
            "(?:这|那)(?:一)?(?:道|个)?(?:题目?|问题)(?:先)?不(?:想)?(?:回)?答|不想(?:回)?答(?:这)?(?:道|个)?(?:题|问题)?|"
            "(?:这|那)(?:一)?(?:道|个)?(?:题目?|问题)(?:先)?放(?:一)?放|(?:进入)?下一(?:个)?环节"
        ),
    ),
    (
        Request.WAIT,
        _chinese(
            f"(?:让|容|允许|等)?(?:我)?(?:先|需要|再|得|要){{0,3}}{_ZH_THINK}(?:再(?:说|回答|答))?(?:思路|语言|怎么说)?|"
            "(?:让|容)我(?:先)?(?:思考|考虑)|"
            "(?:请|你|您)?(?:稍|先)?等(?:一等|一?下下?|一?会儿?|我?(?:一?下|一?会儿?|片刻|几分钟|一分钟))|稍等(?:片刻|我)?|"
            f"(?:给|需要)?(?:我)?(?:一点儿?|点儿?|几|一|两|三|1|2|3|半)(?:分钟|秒钟?|时间)(?:的?时间)?(?:我)?(?:{_ZH_THINK})?|"
            f"(?:正在|在)(?:想|思考)(?:中)?"
        ),
    ),
    (
        Request.WAIT,
        _chinese(
            "(?:好(?:的|嘞|吧)?|嗯+|哦+|噢|明白|明白了|知道了|收到|ok|okay|谢谢(?:你|您)?(?:的?提示)?|懂了|了解|了解了|行|清楚了){1,3}",
            bare=True,
        ),
    ),
)


_COURTESY_ZH = re.compile(f"(?:{_ZH_BEFORE}|{_ZH_AFTER}){{0,5}}")
_EXCUSE_ZH = re.compile(
    f"(?:{_ZH_BEFORE}|这边|那边|有){{0,6}}(?:(?:网络?|信号|声音|麦克?风?|耳机|电脑|连接|画面)(?:有点|有些|突然|好像|刚才|刚刚|不太|太){{0,3}}"
    "(?:卡住?|断|掉线|断线|延迟|不好|不稳定?|小|断断续续)|(?:走|分)神|分心|开小差|掉线)(?:了|的){0,1}(?:一下|一会儿?){0,1}"
)
_UNSURE_ZH = re.compile(
    f"(?:{_ZH_BEFORE}|这|这一|道|题目?|问题|真的?|确实|一时|暂时|有点){{0,6}}"
    "(?:不(?:太|大|是很|怎么)?(?:会|知道|清楚|了解|熟悉?|确定)|没(?:有)?(?:什么)?(?:思路|头绪|想法|做过|接触过|了解过|想出来)|"
    "想不(?:到|出来|起来)|答不上来|卡住)(?:怎么(?:答|说|回答|做|办))?(?:了|的|诶|呢|啊){0,1}"
)


def _english(core: str, *, bare: bool = False) -> re.Pattern[str]:
    if bare:
        return re.compile(f"(?:{core})")
    return re.compile(f"(?:(?:{_EN_BEFORE}) ){{0,8}}(?:{core})(?: (?:{_EN_AFTER})){{0,4}}")


_EN_BEFORE = (
    "sorry|i am sorry|im sorry|excuse me|pardon me|pardon|apologies|my apologies|u+m+|uh+|h+m+|er+m?|well|okay|ok|"
    "please|hey|hi|hello|so|oh|actually|alright|all right|maybe|perhaps|just|"
    "honestly|to be honest|frankly|i think|im afraid|but|"
    "can|could|would|will|may|might|do|shall|you|i|we|us|to|possibly|kindly|mind|"
    "id|i would|like|love|want|prefer|let|lets|is it possible|is it okay if|is it ok if|if|"
    "it possible|is there|are there|do you have|have you got|got|then"
)
_EN_AFTER = (
    "please|thanks|thank you|for me|now|sir|madam|if possible|if thats ok|if that is ok|if thats okay|"
    "if you dont mind|if you do not mind|if i may|sorry|then|so much|very much|first|for now|here|a lot|a bit"
)
_EN_QUESTION = "(?:that|it|this|the|your|last|previous|same|current|one|question|part|what you (?:just )?(?:said|asked)|yourself)"
_EN_QUESTION_NOUN = "(?:(?:the|that|this|your) )?(?:(?:last|previous|current|original) )?question"
_EN_AGAIN = "(?:again|once more|one more time|another time|a second time)"
_EN_WHILE = "(?:moment|second|sec|minute|min|bit|while|little while|few seconds|couple of minutes)"

_COURTESY_EN = re.compile(f"(?:(?:{_EN_BEFORE}|{_EN_AFTER})(?: |$)){{0,6}}")
_EXCUSE_EN = re.compile(
    f"(?:(?:{_EN_BEFORE}) ){{0,6}}(?:(?:i )?(?:was|got|am|im) (?:a (?:bit|little) )?distracted|i (?:just )?(?:lost you|zoned out|spaced out)|"
    "you (?:just )?(?:broke up|cut out|were breaking up|froze)|"
    "(?:my|the|your) (?:connection|internet|network|line|audio|sound|mic|microphone|video|wifi|screen)(?: just)? "
    "(?:dropped|froze|cut out|lagged|broke up|is bad|was bad|is lagging|was lagging|went out|is choppy|was choppy)|"
    "i (?:only )?missed (?:the (?:end|beginning|start|last part|first part|second part)|part|half|some)(?: of (?:it|that|the question|your question|what you said))?|"
    "i (?:just )?(?:mixed up|confused) (?:the|your|two) questions?|sorry about that)"
    f"(?: for (?:a|one) {_EN_WHILE}| there| a (?:bit|little))?"
)
_UNSURE_EN = re.compile(
    f"(?:(?:{_EN_BEFORE}) ){{0,6}}(?:i (?:really )?(?:dont|do not) (?:really )?know(?: (?:this|that)(?: one)?| the answer| how to (?:answer|start)| where to (?:start|begin))?|"
    "(?:i )?(?:have )?no (?:idea|clue)|(?:im|i am) (?:not (?:really |quite |so )?(?:sure|familiar with (?:this|that))|(?:a bit |kind of )?stuck|blanking)|"
    "i (?:have never|havent|never) (?:done|used|had to do) (?:this|that|it)|not sure)(?: here| either| yet| about (?:this|that)(?: one)?)?"
)

_ENGLISH: tuple[tuple[Request, re.Pattern[str]], ...] = (
    (
        Request.GREET,
        _english(
            r"(?:(?:hi|hello|hey|good (?:morning|afternoon|evening|day))(?: (?:there|everyone|all|(?:mr|ms|mrs|dr) [a-z]+|[a-z]+(?: [a-z]+)?))?|"
            "(?:its |it is )?(?:nice|good|great|pleased|glad) to (?:meet|see) (?:you|you all|everyone)(?: too| as well)?|"
            "(?:im|i am)? ?ready(?: when you are| to (?:start|begin|go))?|(?:lets|let us) (?:start|begin|go|get started)|"
            "thanks for having me|thank you for having me|how are you(?: doing)?(?: today)?)"
            r"(?: (?:hi|hello|nice to meet you(?: too)?|im ready|i am ready|ready|lets (?:start|begin|go)|thanks|thank you|how are you)){0,3}",
            bare=True,
        ),
    ),
    (
        Request.REPEAT,
        _english(
            f"(?:repeat|restate|repeating|restating)(?: {_EN_QUESTION}){{0,5}}(?: {_EN_AGAIN})?|"
            f"(?:say|saying|ask|asking|read|reading|tell me|give me|state)(?: (?:me|{_EN_QUESTION})){{0,5}} {_EN_AGAIN}|"
            f"(?:what(?: was|s| is)|whats) {_EN_QUESTION_NOUN}(?: {_EN_AGAIN})?|{_EN_QUESTION_NOUN} again|come again|"
            f"pardon|sorry what|what was that(?: again)?|say again|"
            f"(?:i )?(?:didnt|did not|couldnt|could not)(?: quite| really)? (?:catch|hear|get|read)(?: {_EN_QUESTION}){{1,5}}|"
            f"what did you (?:just )?(?:say|ask)(?: me)?|i forgot {_EN_QUESTION_NOUN}|i missed (?:that|{_EN_QUESTION_NOUN})"
        ),
    ),
    (
        Request.EXPLAIN,
        _english(
            f"what (?:exactly )?(?:do|did) you (?:exactly )?mean(?: exactly)?(?: (?:by|with)(?: {_EN_QUESTION}){{1,5}})?(?: exactly)?|"
            f"what does(?: {_EN_QUESTION}){{1,5}} mean(?: exactly)?|"
            f"(?:rephrase|reword|clarify|clarifying|rephrasing|explain|simplify)(?: (?:{_EN_QUESTION}|what you mean)){{0,5}}(?: differently| in other words| further| again| (?:a )?(?:bit|little)(?: more)?)?|"
            f"(?:i )?(?:dont|do not|didnt|did not|cant|cannot)(?: really| quite| fully| entirely)? (?:understand|follow|get)(?: (?:{_EN_QUESTION}|you|what you mean|what you are asking|what youre asking)){{0,5}}|"
            "(?:im|i am) not (?:sure|certain|clear)(?: that)?(?: i)?(?: really| quite| fully)? (?:(?:understand|understood|follow|get|got|what you mean|what youre asking|what you are asking|about the question)"
            f"(?: {_EN_QUESTION}){{0,5}})|"
            "(?:be|say it|put it|ask it)(?: a (?:bit|little))? (?:more specific(?:ally)?|more concrete(?:ly)?|clearer|more clearly|differently|in other words|another way|more simply)|"
            f"elaborate(?: on(?: {_EN_QUESTION}){{1,5}})?|"
            f"(?:im|i am) (?:a bit |a little )?confused(?: (?:by|about)(?: {_EN_QUESTION}){{1,5}})?|"
            "what (?:exactly )?(?:are you|do you want|would you like)(?: (?:me|asking|to|know|hear|looking|for|exactly|about)){0,5}|in other words|"
            "(?:what|which) (?:kind|sort) of (?:answer|thing) (?:do you (?:want|expect)|are you looking for)"
        ),
    ),
    (
        Request.HINT,
        _english(
            "(?:(?:give|get|have|offer|need|use|take|provide|help me with|show) )?(?:me )?(?:(?:a|an|some|any|another|one|the|one more|small|little|quick) ){0,3}(?:hints?|clues?|tips?|pointers?|nudge)(?: on (?:this|that)(?: one)?| for (?:this|that)(?: one)?)?|"
            "hint me|help me out(?: (?:a (?:bit|little)|here))?|point me in the right direction|where (?:should|do|could) i start"
        ),
    ),
    (
        Request.SKIP,
        _english(
            "(?:pass|skip|skipping|passing)(?: (?:on )?(?:this|that|it|the)(?: (?:one|question))?| the question| question)?|"
            "(?:the )?next(?: (?:question|one))?|(?:move|go|moving|skip|jump)(?: on)?(?: ahead)?(?: to the next(?: (?:question|one))?)|move on|moving on|"
            "ill pass(?: on (?:this|that)(?: one)?)?|(?:ask )?(?:me )?(?:something else|another question|a different question|another one|a different one)|"
            "(?:rather|better)(?: not)?(?: (?:skip|pass|answer))(?: (?:this|that|it)(?: (?:one|question))?)?|(?:id|i would) rather (?:not answer|skip|pass)(?: (?:this|that|it)(?: (?:one|question))?)?"
        ),
    ),
    (
        Request.WAIT,
        _english(
            f"(?:let me|i need to|need to|have to|i have to)? ?(?:think|think about (?:it|that|this)|gather my thoughts|collect my thoughts)(?: (?:it|this|that) (?:over|through))?(?: for)?(?: (?:a|one))?(?: {_EN_WHILE})?|"
            f"(?:(?:give me|need|one|hang on|hold on|wait|just|take|have|for) ){{1,4}}(?:(?:a|one|another|few) )?{_EN_WHILE}(?: to think)?(?: about (?:it|that|this))?|"
            f"(?:one|a) {_EN_WHILE}|hang on|hold on|wait|(?:still )?thinking|(?:give me )?(?:some )?time to think"
        ),
    ),
    (
        Request.WAIT,
        _english(
            "(?:(?:ok|okay|got it|i see|thanks|thank you|thanks a lot|alright|all right|sure|understood|right|fine|great|cool|perfect|good|makes sense)(?: |$)){1,3}(?:for the hint)?",
            bare=True,
        ),
    ),
)
