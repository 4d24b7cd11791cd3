"""What is asked of the interviewer in words that no list names, known by how it is put. Pure.

A clause counts when it asks and says whom: it has "你" or "you", is about the candidate's own
answering ("可以写伪代码吗", "should I go into detail?") or about the interview. A guess with a question
mark ("是缓存没命中吗？", "Maybe the index?") is told, and stays an answer. All repetitions are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from interviewers.engines.builtin.reading.asked import (
    asked_in_passing,
    is_of_others,
    last_clause,
    sentences,
)
from interviewers.engines.builtin.reading.text import fold, specific, terms
from interviewers.engines.builtin.speaking.invited import asks_of_job
from interviewers.engines.builtin.stories.telling import tells_of_act, tells_of_event
from interviewers.engines.script import has_han
from interviewgpt.expressions import expression
from interviews.fillers import FILLERS_EN, FILLERS_ZH
from interviews.leave import asks_leave
from interviews.wishes import Request

__all__ = [
    "PREAMBLE",
    "adds_nothing",
    "asks_back",
    "asks_for_a_time",
    "asks_of_job_alone",
    "denies_premise",
    "is_bare",
    "lacks_case",
    "never_had",
    "query_in",
    "supposes",
]

_ZH_FILL = f"{FILLERS_ZH}|请|啊|诶|其实|您好|你好|想了解一下|想了解|我还想|我想|我"
_EN_FILL = f"{FILLERS_EN}|h+m+|please|honestly|before i (?:answer|start)"


def _zh(core: str) -> re.Pattern[str]:
    return expression(
        f"(?:{_ZH_FILL}){{0,6}}(?:{core})(?:谢谢|可以吗|行吗|好吗|吧|啊|呀|呢|了){{0,3}}"
    )


def _en(core: str) -> re.Pattern[str]:
    return expression(f"(?:(?:{_EN_FILL}) ){{0,5}}(?:{core})(?: (?:please|thanks|thank you|here|then|first|at all|for this)){{0,3}}")  # fmt: skip


_MAY = "(?:需要|需|要不要|要|用不用|必须|可不可以|可以|能不能|能|是不是|是否|应该|该|得|只|也|都|还|先|我|直接|允许){0,5}"
_WORK = (
    "(?:(?:测试)?用例|测试计划|文档|方案|脚本|伪?代码|sql|程序|公式|图|架构图|流程图|示意图|推导)"
)
_Q = "(?:吗|么|不|呢|还是.{1,14})"
_SO = "(?:很|多|非常|特别|太|更|比较|得|这么|那么)"

_FORM = (
    _zh(
        f"(?=.*(?:吗|么|不|呢|还是))(?:这题|这道题|这里)?{_MAY}(?:用|写|敲|贴|画|手写|给出|列)?(?:出|一段|一下|段|点|个|张|些)?{_WORK}(?:来)?(?:表示|说明|回答|写)?{_Q}{{1,2}}|"
        f"(?:这题|这道题|这里)?(?:要不要|用不用|是不是要|是否需要|需不需要)(?:我)?(?:写|画|用|给)(?:一段|一下|点|个|张)?{_WORK}|"
        f"(?=.*(?:吗|么|多|什么|哪)){_MAY}(?:回答|答|说|讲|写|展开|介绍)(?:得|的)?{_SO}{{0,2}}(?:详细|具体|细|长|短|简单|全面|深入?|展开)(?:一点|些)?(?:吗|么|到什么程度|呢)?|"
        "(?:要|需要|得)?(?:说|讲|答)?(?:多|到什么程度|到哪一步|到多)(?:详细|具体|细|长|深)?(?:合适|才行|比较好)?|"
        f"{_MAY}(?:回答|答|说|讲|从)?(?:哪(?:一)?(?:个|道|部分|方面|点)|第[一二两三12 3](?:个|问|道)?)(?:问题|问)?(?:开始|说起|讲起|回答|答)?(?:吗|好|都行吗|都可以吗)?|"
        f"(?:你|您)?(?:一次|一下子|刚才)?(?:问了)?(?:两|三|几|好几|那么多)个(?:问题)?{_MAY}(?:回答|答|讲|说)(?:吗|么)?|(?:你|您)(?:一次|一下子|刚才)?(?:问了)(?:两|三|几|好几|那么多)个(?:问题)?|(?:两|三|几|所有)(?:个|道)?(?:问题|题|问)?(?:都|全都|全部){{1,2}}(?:要|得|需要)(?:回答|答|讲|说)(?:吗|么)?|"
        "(?:用|说)?(?:哪|哪种|什么|任何|任意|任何一种|随便哪种)(?:编程)?语言(?:都)?(?:可以|行|好|写|来写|来?答)(?:吗|么)?|"
        f"(?:我)?(?:这样|这么|刚才)?(?:回答|答|说|讲)?(?:会不会|是不是|有没有)(?:回答|答|说|讲)?(?:得|的)?{_SO}?(?:有点|过于)?(?:短|长|少|多|简单|啰嗦|笼统|浅)(?:了)?|"
        "(?:想|可以|能|能不能|可不可以){0,2}(?:换|用)(?:一)?个(?:别的|另外的?|不同的|其他的?)?(?:例子|说法|思路|角度)(?:来)?(?:讲|说|答|回答)?(?:吗|么)?|"
        "(?:想|要|来|先|可以|能|能不能|让我){0,3}(?:(?:重新|从头)(?:再)?(?:来|答|说|回答|讲|组织|整理|梳理)(?:一)?(?:遍|次|下|遍语言|下语言|下思路)?|重来(?:一)?(?:遍|次|下)?)(?:吗|么)?|"
        "(?:能|可以|能不能)?(?:再)?给(?:我)?(?:一)?次机会(?:吗|么)?|(?:想|要|可以|能){0,2}(?:改|修改|更正|改改)(?:一下|下)?(?:我|刚才|的|这题|这个){0,3}(?:答案|回答)(?:吗|么)?"
    ),
    _en(
        r"(?:do|should|must|may|can|could|shall|am) i (?:(?:need|have|want|supposed|expected|allowed|able) to |also |really |just |better )*"
        r"(?:write|use|draw|give|show|include|type|paste|provide|add|do)(?: you| me)?(?: some| any| a| an| actual| real| the| full| my| out){0,3} "
        r"(?:code|pseudo ?code|sql|diagrams?|drawing|formulas?|examples?|numbers|figures|snippet|query)(?: or .{1,40})?|"
        r"do you want (?:the |a |an )?(?:very )?(?:short|long|brief|detailed|quick|high level|technical)(?: (?:version|answer|one))?(?: or .{1,40})?|"
        r"should i (?:just |also |rather )?(?:write|explain|start|go|answer|describe|keep|focus|talk|be|give|cover|assume|mention|say|tell|stick|speak)(?: .{1,60})?|"
        r"how (?:detailed|deep|long|short|specific|thorough|technical|much detail|much depth|many details) (?:should|do|would|must|can|shall|does|is) (?:i|it|my|you|the answer|this)(?: .{1,50})?|"
        r"(?:which|what)(?: (?:one|part|question|of (?:the|these|them)(?: (?:two|three))?(?: (?:questions|parts))?)){0,2} (?:should|do|shall|can|must) i (?:answer|start|take|begin|do|go)(?: .{1,30})?|"
        r"do i (?:need|have) to (?:answer|cover|explain|mention|describe|go into|know) .{1,40}|"
        r"(?:can|may|could) i (?:first |just |also )?(?:answer|start with|take|do|skip to|cover) (?:the|just|only|part|that|both) .{1,40}|"
        r"(?:is|was) my answer (?:too |not )?(?:short|long|vague|detailed|much|general|brief|enough)(?: .{1,20})?|"
        r"(?:can|may|should) i use any (?:programming )?language|(?:which|what|any) (?:programming )?language(?:s)?(?: (?:is|are|would be|should i use|can i use|do i use|do you prefer|okay|ok|fine|allowed)){1,3}|"
        r"(?:can|may|could) i (?:try|start|do it|do that|answer|begin|go|redo it|have another (?:go|try))(?: it| that)? ?(?:again|over|from the (?:start|beginning|top))?|"
        r"let me (?:try (?:again|that again|once more)|start (?:over|again)|rephrase(?: that| it)?|redo (?:that|it))|"
        r"(?:i(?: would|d)? (?:like|want) to |can i |could i |may i )(?:change|redo|revise|correct|fix|improve) my (?:last )?answer(?: again)?|"
        r"(?:can|may|could) i use (?:a|an|another|some) (?:different |other )?(?:example|story|case|approach)"
    ),
)
_TOLD = (
    _zh(
        "同上(?:题)?|(?:这个|这题|这道题|这个问题|这些|第[一二三四五六七八九十]题|上一题|上题|这|上面|我|你|您|前面|刚才|刚刚|刚|之前|已经|不是|都|好像|其实|就|早就|应该){1,7}(?:问|说|讲|答|回答|聊|提|提到|谈|解释)(?:到|完)?过(?:了|一遍|一次|这个|这个问题|这题|我){0,3}(?:吗|么|的)?|"
        "(?:这|这个|这题|问题|和|跟|与|你|不|是|就|不是|是不是|上一题|上一个|上个|上一道|刚才|前面|的|问题|之前|那题|那个|好像|差不多){1,9}(?:重复|一样|同一个)(?:的)?(?:问题|题目?)?(?:吗|么|啊|了|的|吧){0,2}|"
        "(?:就|也)?(?:不想|懒得|不用|没必要|不必)(?:再)?(?:重复|重讲|说一遍|讲一遍)(?:了|一遍)?|"
        "(?:简历)(?:上|里)(?:面)?(?:都|已经)?(?:有|写(?:了|着|过|得很清楚|清楚)*)(?:了|的)?|(?=.*(?:是不是|哪里|哪儿|[吗么]$))(?:是|我|刚才|前面|哪里|哪儿|是不是|[说讲答]得?){1,6}(?:没有?|不够?|不太)(?:[说讲答]|表达|解释)?(?:得)?(?:够|太)?(?:清楚?|明白|到位)(?:了|的|吗|么){0,2}"
    ),
    _en(
        r"(?:but )?(?:you|i|we)(?: have| had| ve|ve)? (?:already|just) (?:asked|answered|told|said|covered|explained|mentioned|talked about|did)(?: (?:me|you|that|this|it|about|the same|question|one|before|already|earlier|just now)){0,5}|"
        r"(?:but )?(?:you|i|we)(?: have| had|ve)? (?:asked|answered|told|said|covered|explained|mentioned)(?: (?:me|you|that|this|it|about|question|one)){0,4} (?:already|before)(?: (?:in|with|on) .{1,30}| didnt (?:you|i)| havent (?:you|i))?|(?:you|i)ve (?:already|just) (?:asked|answered|told|said|covered|explained)(?: (?:me|you|that|this|it|question|one|already|before)){0,4}|"
        r"(?:did ?n[o']?t|have ?n[o']?t) (?:i|you|we) (?:just |already )?(?:answer|answered|ask|asked|say|said|explain|explained|tell|told|cover|covered)(?: .{1,24})?|"
        r"(?:but )?i (?:already|just|did) (?:told|tell) you\b.{0,60}|"
        r"see (?:my |the )?(?:previous|earlier|last|first) answer(?: above)?|(?:see above|same as (?:before|above|my (?:last|previous|first) answer))|"
        r"(?:as|like) i (?:just |already )?(?:said|told you|mentioned)(?: before| earlier| already| above)?|"
        r"(?:isnt|is|its|thats|that is|this is|it is)(?: (?:that|this|it|not|basically|just|more or less|exactly|pretty much)){0,3} (?:the )?same (?:question|thing)(?: .{1,30})?|"
        r"(?:it|that|everything)(?: ?s| is)?(?: all| already)? (?:on|in) my (?:resume|cv|résumé)|(?:was|wasnt|am|werent) i (?:not |really |being )*(?:un)?clear(?: enough)?|(?:am i not|arent i) making (?:any )?sense|(?:did|didnt|have|havent) i (?:not )?(?:explain|say|put|make|express|explained)(?: (?:it|that|this|myself))*(?: (?:well|clear|clearly|properly)){1,2}(?: enough)?"
    ),
)
_STUCK = (
    _zh(
        "(?:有点|真的|完全|一时|暂时|彻底|好像|这题|这个|这里|突然|现在){0,4}(?:卡住|卡壳|懵|没(?:有)?(?:什么)?(?:思路|头绪|方向)|不知道(?:该)?(?:从哪(?:里|儿)?(?:说起|开始|下手|入手|讲起)|怎么(?:说|答|回答|组织|讲|开始))|(?:答|想)不(?:出来|上来))|"
        "(?:这|这题|这道题|这个问题|题目)?(?:真的|对我来说|实在|有点|也|太|好|挺){1,3}难|"
        "(?:换|问|来|能不能|可以|能|有没有|你){0,3}(?:换|问|来)(?:个|点|一个|一点|道|一道)?(?:简单|容易|基础)(?:一?点|些)?(?:的)?(?:题目?|问题)?(?:吗|么)?|"
        "(?:可以|能|能不能|可不可以)(?:问|换)(?:点|些|一些|个|一个)?(?:别的|其他|前端|后端|测试|算法|产品|数据|其他方面|别的方向)(?:方向|方面)?(?:的)?(?:题目?|问题)?(?:吗|么)?"
    ),
    _en(
        r"(?:im|i am|i feel|i got) (?:a (?:bit|little) |really |kind of |totally |completely )?(?:stuck|lost)(?: (?:here|now|on (?:this|that)(?: one)?))?|"
        r"i (?:really |honestly )?(?:dont|do not)(?: even)? know (?:where|how) to (?:start|begin|answer(?: (?:this|that|it))?|put (?:this|it))|"
        r"(?:(?:could|can|would) you |please )?(?:please )?(?:ask|give)(?: me)? (?:something|a question|an?|another)(?: (?:question|one))?(?: (?:a bit|much|that is|thats))? ?(?:easier|simpler|more basic)(?: (?:one|question))?|"
        r"(?:can|could|may) i (?:get|have|take) (?:something|an?) (?:easier|simpler)(?: (?:one|question))?|(?:can|could|would) you ask me [a-z -]{2,24} questions(?: instead)?|"
        r"(?:this|that|it)(?: (?:question|one))?(?: is|s) (?:way |just |really |a bit |much |far )?(?:too )(?:hard|difficult|tough)(?: for me)?"
    ),
)
_ADDRESSED_ZH = expression(
    "(?!.{0,8}(?:如果|假如|假设|要是|比如|例如|问(?:他|她|自己|对方|用户|客户)|会问|先问|就问|你看(?!过|了|见|没)|你想|你知道|你说得|你来|对吧))"
    "(?:.{0,12}(?:你|您|面试官).{1,28}|"
    "(?:请问|想问|我想问|想了解).{2,28}|"
    "(?:我)?(?:可不可以|可以|能不能|能|要不要|需不需要|需要|该|应该|是不是(?:要|该|可以))(?!通过|从|在|用|先|让|把|加|看|根据|按).{0,2}(?:问|反问|提问|请教|提(?:个|一|点|几)|知道|看|听|讲|说|答|选|休息|换|聊).{0,16}|"
    ".{0,8}(?:答错|扣分|得分|怎么(?:打|评|算)分|多少分|(?:这|本|场|整)(?:次|场|个)?面试|面试结果|面试什么|什么时候(?:出|有|能知道)?(?:结果|通知)|结果(?:什么时候|多久|怎么)|我(?:的)?简历|下一位|下一个面试官|hr(?:什么时候|几点|会不会)|轮到谁|谁(?:来)?面).{0,16})"
)
_ASKED_ZH = expression("(?:吗|么|呢|没|不)$|^(?:你|您).{2,20}吧$|什么|怎么|为啥|哪|谁|几|多少|多久|是不是|有没有|会不会|能不能|可不可以|要不要|还是|如何|怎样")  # fmt: skip
_MEANT_ZH = expression("(?:你|您)?(?:这里|这边|刚才)?(?:的意思|是想说|指的?|说的?|问的?|是说|是指|是(?:在|想)?[问听])(?:的)?是?(?:不是)?(?:指|说|在)?.{1,24}(?:吗|(?<!什)么|吧|呢)")  # fmt: skip
_ABOUT_IT_ZH = expression(
    "(?:我)?(?:先|想|能|可以|能不能|可不可以|请|麻烦|你|您|确认|问|请教|一下|下|个问题){0,7}(?:(?:介绍|说明|描述|补充)(?:一下|下|说明)?.{0,6}(?:产品|系统|背景|业务|场景|用户|现状|规模|团队|项目|需求|架构|环境).{0,10}|"
    "(?:这|这个|咱们的?|他们的?)(?:产品|系统|业务|应用|平台|项目|app|网站|接口|服务|团队|公司|客户|用户).{0,8}(?:谁|什么|哪些?|多少|怎么|吗|么|做什么|给谁用).{0,8})"
)
"""Asks what the question leaves open, and not the interviewer."""
_ABOUT_IT_EN = expression(
    rf"(?:(?:{_EN_FILL}) ){{0,5}}(?:(?:can|could|would|will) you )?(?:please )?(?:tell me|give me|describe|explain|share|say)(?: (?:a (?:bit|little)|some|more|something|about|on|of|background)){{1,4}} (?:the|this|that|our|their) .{{2,40}}|"
    r"(?:first )?(?:who|what) (?:is|are) (?:the|our|their) (?:users?|customers?|product|app|company|team|goal|target users?|audience|deadline)(?: .{0,20})?"
)
_EITHER_ZH = expression("(?:这|这个|这里|这题|题目|系统|服务)(?:里|说的)?是.{1,14}还是.{1,14}")
_ADDRESSED_EN = expression(
    rf"(?:(?:{_EN_FILL}) ){{0,5}}(?:"
    r"(?:do|did|does|are|were|can|could|would|will|have|had|may) (?:you|u)(?! (?:know|see) (?:what|why|how|that)) .{2,70}|"
    r"(?:can|could|may|should|shall|do|am|must|will|would|did) i (?!not )(?:be|get|lose|ask|have|know|hear|see|talk|speak|tell|choose|pick|pass|fail|need|allowed|expected|supposed|say|go|stop|leave|take)\b.{0,60}|"
    r"(?P<wh>what|which|how|when|where|why|who|whos|whats)\b(?=.*\b(?:you|your|the interview|this interview|next interviewer|i get|i hear|we done)\b).{3,80}|"
    r"(?:is|are|was) (?:it|this|that|we) (?:over|finished|done|timed|graded|scored|live|a test|part of the (?:interview|test|score))(?: .{1,20})?|"
    r"when will .{3,40}|whos next|who is next|(?:may|can|could) (?:i|we) ask .{0,40}"
    r")"
)
PREAMBLE = expression(
    "(?:我)?(?:刚才|刚刚|上面|这题|前面)(?:那段|那题|那个|这个)?(?:我)?(?:答|说|讲|回答)(?:得)?(?:不(?:太|够|是很)?好|很?差|(?:有点|太|很)?乱|不(?:太)?清楚)|"
    "(?:我的?)?(?:英(?:文|语)|中文|普通话|打字|反应)(?:有点|有些|真的|确实|不|比较|很|太|一般|是){0,3}(?:好|行|差|慢|弱|烂|一般|流利)?(?:所以)?|字太小(?:了)?(?:看不清)?|看不清|太长了?(?:记不住)?|记不住|(?:我)?(?:有点)?跟不上(?:了)?|"
    "我(?:其实|之前|一直|完全|还)?(?:没|没有)(?:怎么)?(?:做|学|用|接触|写|搞)过.{1,10}|(?:我)?(?:是|还是)(?:应届生|学生|在校生|新人)|没(?:有)?工作经验|"
    r"(?:i (?:think|feel|know) )?(?:that )?(?:my (?:last |previous )?answer|that|what i said) (?:was|came out|is) (?:a bit |really |very |pretty |not )?(?:bad|poor|wrong|good|great|messy|terrible|unclear|confused|badly)|i didnt (?:answer|explain|put) (?:that|it) (?:very )?well|(?:im|i am) (?:not (?:really |very )?(?:comfortable|used to (?:it|this|writing)|good)|lost|nothing) without (?:an? |my |the )?(?:ide|editor|computer|whiteboard|paper|autocomplete)|"
    r"my (?:english|chinese|mandarin) (?:is|isnt|is not)(?: (?:not|very|so|that|too|really|quite)){0,3} (?:good|great|bad|poor|weak|strong|fluent|perfect|limited|rusty)|(?:im |i am )?not a native(?: english)? speaker|"
    r"(?:im |i am )?(?:typing|writing) (?:a bit |very )?slow(?:ly)?|(?:im|i am) (?:still )?(?:a )?(?:student|beginner|new to (?:this|that)|a fresh graduate)|(?:i have|ive|i) never (?:done|used|worked with|touched|learned|learnt) [a-z .+#-]{2,24}|"
    r"(?:i )?(?:really )?(?:dont|do not) know what .{2,30} (?:is|are|means?)|(?:thats|that is) a lot(?: of questions)?(?: at once)?"
)
"""What goes before a request and is nothing by itself."""

_CASELESS_ZH = expression(
    "(?:我|还是|这个|这种|这样的?|真的|真|好像|确实|也|暂时|目前|从来|一直|倒是|其实|平时|嗯|说实话|抱歉|不好意思|应该|基本|都|至今|到现在|还){0,8}"
    "没(?:有)?(?:什么|怎么|真的|特别|过|任何|太多|啥){0,2}(?:(?:遇|碰|赶|撞)(?:到|上|见)[^，。；]{0,16}|[^，。；]{0,14}过(?!来|去|程|滤|期|后)[^，。；]{0,10}|(?:这样|这种|类似|相关|这方面|这类|印象深|特别)(?:深|好|合适)?的?(?:的)?(?:经历|经验|例子|事情?|情况|机会|时候)|(?:例子|经历|机会)(?:可讲|可说)?)(?:了|啊|呢|吧)?|"
    "(?:这|那)(?:种|类|样的?|方面的?)(?:经历|经验|事[情儿]?|情况|例子|机会)(?:我|倒是?|还|也|都|真的?|确实|从来|好像|暂时){0,4}没(?:有)?(?:(?:遇|碰|赶|撞)(?:到|上|见))?过?(?:了|啊|呢|吧|的)?"
)
_CASELESS_EN = expression(
    r"(?:(?:sorry|honestly|well|u+m+|to be honest|actually|so far|no|nope|i think|i guess|but) ){0,4}(?:"
    r"(?:that|this|it|nothing like (?:that|this))(?: has| s|s)? (?:never|not) (?:really )?(?:happened|come up|happen)(?: to me| yet| so far){0,2}|never happened(?: to me)?|nothing like that(?: has)?(?: ever)? happened(?: to me)?|"
    r"i(?: have|ve| had)? (?:really |honestly )?(?:never|not(?: really)?)(?: really)?(?: (?:had|done|been|faced|met|experienced|seen|encountered|made|written|built|used|tried|tested|needed|touched|taken|disagreed|failed|missed|led|worked|dealt|received|got|gotten|come across|run into)\b.{0,50})|"
    r"i (?:havent|have not|didnt|did not|dont|do not)(?: really| ever)* (?:had|have|faced|experienced|done|been|seen|encountered|got|think of|recall|remember|made|met)\b.{0,50}|"
    r"(?:i have )?no (?:such )?(?:example|experience|case|story|situation)s?(?: (?:like that|of that|comes to mind|with that|to share))?|nothing(?: (?!(?:better|worse|else|more)\b)\w+){0,4} (?:comes|springs|came) to mind|never"
    r")(?: (?:yet|so far|really|before|sorry|to be honest|honestly|at work)){0,3}"
)
_TOLD_A_STORY = expression(
    "有一次|就有|就[^，。]{1,14}是我|当时|后来|结果|于是|最后|(?:但是?|不过)(?![^，。；]{0,6}没)|虽然|因为|所以我|"
    r"\b(?:but(?! (?:there (?:was|were) |i(?:'ve| have)? )?(?:nobody|no one|none|no|nothing|never|not)\b)|once|then|because|so i|although|however|except)\b"
)
"""What a story has; "but nobody was ever late" denies that there is one."""
_LONGEST_CASELESS, _REST_CASELESS = {"zh": 60, "en": 170}, {"zh": 20, "en": 55}
_BARE = expression(
    # Who leaves it to others, after saying that anything will do.
    r"(?:这个|这块|这方面|薪[资酬水]|待遇|工资|时间)?(?:方面|上)?我?(?:也|就|其实)?(?:都(?:可以|行|好)|没(?:有)?(?:什么|啥|特别的?)?(?:要求|意见|想法)|随便|无所谓)(?:的|吧|啊)?\s?我?(?:就|都|一切)?(?:看|听|按|由|随|服从)(?:公司|[你您]们?|贵司|团队|领导|部门|大家)(?:这边|的|来)*(?:安排|规定|意思|标准|制度|决定|定)?(?:吧|的|就行|就好|来|了){0,2}|"
    "(?:嗯|呃|啊|哦|那个|就|我|应该|可能|大概|一般|其实){0,3}(?:是|是的|是啊|对|对的|对啊|没错|不是|没有|有|有的|有过|会|会的|不会|可以|不可以|能|不能|需要|不需要|行|不行|同意|不一定|看情况|都行|都可以|还行|还好|一般|随便|无所谓|差不多|你说得对|说得对)(?:吧|的|啊|呀|了)?|"
    "(?:(?:well|u+m+|uh|er|i guess|i think|i suppose|oh)\\s?){0,2}(?:yes|yeah|yep|yup|sure|no|nope|nah|not\\s?really|maybe|perhaps|probably|possibly|of\\s?course|definitely|absolutely|it\\s?depends|depends|correct|right|true|false|agreed?|kind\\s?of|sort\\s?of|sometimes|never|always|whatever|fine|you(?:re| are|'re) right|not\\s?sure\\s?yet)(?:\\s?(?:i\\s?(?:do|did|would|have|think\\s?so|guess)|sir|really|it\\s?is|it\\s?does))?"
)
_SUPPOSED = {
    "zh": expression("如果|假如|要是|假设|设想|换成我|换作我|换做我|碰上|遇到的话|我(?:应该|大概|可能)?会"),
    "en": expression(r"\b(?:i|we)(?:'d| would)\b|\bif (?:it|this|that|i|they|someone|somebody)\b|\b(?:suppose|imagine|hypothetically)\b"),
}  # fmt: skip
_HAPPENED = {
    "zh": expression("(?:去|前|大前|今)年|上(?:个?月|周|家|次|半年)|当时|那时|有一?次|后来|最后(?!.{0,4}(?:会|再))|曾经?|[降升涨减省缩提].{0,3}(?:到|了)|过了"),
    "en": expression(r"\b(?:last (?:year|month|week|spring|summer|autumn|winter)|ago|at the time|back then|once|in the end|it turned out|i (?:was|had|went|told|asked|said|found|did|made|took|saw|led|wrote|built|worked))\b"),
}  # fmt: skip
_NOTHING_MORE = expression(
    "(?:嗯|好的?|没(?:有)?了|暂时|目前|我|我的|应该|大概|基本上?|差不多|这题|这个问题|就?(?:像|跟|如)?我?(?:刚才|前面|之前)[说讲]过?的(?:那样|一样)?){0,4}(?:就?(?:这些|这么多|这样)|没(?:有)?(?:什么|啥)?(?:别的|其他的?|更多的?|新的|要?补充的?|可补充的?|要说的|想说的|可说的)(?:要?(?:补充|说|讲)的?)?(?:东西|内容)?|想不(?:到|起来?)(?:什么)?(?:别的|其他的?|更多的?)|没(?:有)?了|(?:以上)?就是(?:我的|全部|我的全部)(?:回答|想法)?|(?:我)?(?:的)?(?:回答|答|说|讲)(?:完毕|完了|完)|以上|回答完毕)(?:了|吧|的|谢谢){0,3}|"
    "(?:(?:ok|okay|well|so|yes|yeah|no|i think|i guess|honestly)\\s?){0,3}(?:(?:thats|that\\s?s|that is|thats about|that s about)\\s?(?:all|it|everything|about it|about all|my answer)(?:\\s?(?:i (?:have|know|can say|can think of|remember)|from me|for this one|really|for now|on that|about it)){0,2}|(?:i have |ive got )?(?:nothing|not much) (?:more|else|further|new)(?: to (?:add|say|tell))?|i(?: have| ve|ve)? (?:said|told you) (?:everything|all i (?:know|have|can))|i (?:can\\s?t|cannot|can not|could\\s?n\\s?t) (?:really )?think of (?:anything|any|something|much) (?:else|more|further|other)|(?:i m |im |i am )?(?:done|finished)(?: here| with (?:this|that)(?: one| question)?)?)(?:\\s?(?:thanks|thank you)(?: a lot| very much)?)?"
)
_COMPANY_ZH = expression("(?:顺便|另外|对了|还|也|我|想|请){1,5}(?:再)?(?:问|了解|请教).{2,40}|.{0,8}(?:你们|贵公司|贵司|咱们公司|咱们团队|[您你](?:这边|这儿|这里|那边|家)).{2,36}")  # fmt: skip
_COMPANY_EN = expression(
    r"(?:(?:by the way|btw|also|and|out of curiosity|just curious|actually|one question)[, ]{1,2}){0,3}(?:(?:may|can|could) i ask\b.{3,90}|(?:what|which|how|who|do|does|is|are|where|when|why)\b(?=.*\b(?:you guys|your (?:[\w-]+ ){0,2}(?:team|company|stack|product|platform|side|organisation|organization|engineers|developers|process|current)|you (?:use|have|run|work|handle|do it|currently|all)|at your)\b).{4,110})"
)
_NO_NOISE = expression(r"[^\w]|_")
_WORDS = expression(r"[^\w']+|_")


def query_in(clause: str, *, question_mark: bool, before: bool = False) -> Request | None:
    """What a clause, folded, asks of the interviewer: how to answer, whether it was not said already,
    something easier, or anything else. ``before`` is whether the clause before it asked too."""
    chinese, english = _bare(clause)
    for request, patterns in (
        (Request.FORM, _FORM),
        (Request.TOLD, _TOLD),
        (Request.STUCK, _STUCK),
    ):
        if any(p.fullmatch(t) for p, t in zip(patterns, (chinese, english), strict=True)):
            return request
    if (asked_zh := _ASKED_ZH.search(chinese)) and _ABOUT_IT_ZH.fullmatch(chinese):
        return Request.ASSUME
    if _ABOUT_IT_EN.fullmatch(english):
        return Request.ASSUME
    if _MEANT_ZH.fullmatch(chinese) or _EITHER_ZH.fullmatch(chinese):
        return Request.ASSUME
    asks_zh = question_mark or asked_zh
    if asks_zh and has_han(chinese) and _ADDRESSED_ZH.fullmatch(chinese):
        return Request.QUERY
    addressed = _ADDRESSED_EN.fullmatch(english)
    if addressed and (question_mark or (not addressed["wh"] and len(english.split()) <= 8)):
        return Request.QUERY
    return Request.QUERY if before and question_mark and len(clause) <= 60 else None


def lacks_case(text: str, language: str) -> bool:
    """Whether ``text``, said to a request for a story, only says that there is none to tell."""
    if len(text) > _LONGEST_CASELESS[language] or _TOLD_A_STORY.search(text.casefold()):
        return False
    clauses = re.split(r"[,，.。;；!！?？\n…]+", text.casefold().replace("’", "'"))
    bare = [(chinese, english) for chinese, english in map(_bare, clauses) if chinese]
    rest = [
        chinese
        for chinese, english in bare
        if not (_CASELESS_ZH.fullmatch(chinese) or _CASELESS_EN.fullmatch(english))
    ]
    # Who goes on for long has something else to tell, unless it is only how they are.
    few = _HABIT.search(text.casefold()) or sum(map(len, rest)) <= _REST_CASELESS[language]
    return len(rest) < len(bare) and bool(few)


_HABIT = expression(r"\b(?:i|we) (?:always|usually|normally|generally)\b|我们?(?:一般|平时|总是|通常)")  # fmt: skip


_NEVER_ZH = expression("(?:嗯|呃|这个|那|好像|应该|还|真的?|其实|倒|也|我|从来|一直|都){0,4}没(?:有)?(?:遇到|碰到|试)?(?:过)?(?:吧|啊|呀|诶|欸|哦|哈|呢|的)?")  # fmt: skip
_NEVER_EN = expression(r"(?:(?:well|hmm|um+|uh|honestly|i think|actually|to be honest) )?(?:no|nope|nah|not really|never|i dont think so|not that i (?:can )?(?:remember|recall|know))(?: really| no| never)?")  # fmt: skip


def never_had(text: str, language: str) -> bool:
    """Whether ``text``, said to a request for a story, says no, and no more than how things are: there is none."""
    if len(text) > _LONGEST_CASELESS[language] or _TOLD_A_STORY.search(text.casefold()):
        return False
    clauses = re.split(r"[,，.。;；!！?？\n…]+", text.casefold().replace("’", "'"))
    said = [pair for pair in map(_bare, clauses) if pair[0]]
    if len(said) < 2 or not (_NEVER_ZH.fullmatch(said[0][0]) or _NEVER_EN.fullmatch(said[0][1])):
        return False
    return not (tells_of_act(fold(text)) or tells_of_event(fold(text)))


def is_bare(text: str) -> bool:
    """Whether ``text`` is no more than a yes, a no, or neither."""
    said = text.casefold().replace("’", "'")
    return len(said) <= 40 and _BARE.fullmatch(_WORDS.sub(" ", said).strip()) is not None


def adds_nothing(text: str) -> bool:
    """Whether ``text`` only says that there is nothing more to say."""
    said = text.casefold().replace("’", "'")
    return len(said) <= 50 and any(_NOTHING_MORE.fullmatch(t) for t in _bare(said))


_A_TIME = expression(
    r"\W*(?:please |and |now )?(?:tell (?:me|us) (?:about|of)|describe|think of|give (?:me|us)) (?:a|an|one|the last|your last) (?:real )?(?:time|case|situation|occasion|moment)\b|(?:请|先)?(?:你)?(?:讲|说|聊|谈|描述|举)(?:一|讲|说|谈)?(?:下|讲|说)?(?:你)?一[次回件段]",
    re.IGNORECASE,
)


def asks_for_a_time(question: str) -> bool:
    """Whether a question asks outright for something that happened; one of an operator's has no cues."""
    return _A_TIME.match(question) is not None


def supposes(text: str, language: str) -> bool:
    """Whether an answer says what somebody would do, and nothing of what happened."""
    said = text.casefold().replace("’", "'")
    first = _SUPPOSED[language].search(said)
    if first is None or _HAPPENED[language].search(said):
        return False
    # "I'd counted them": who tells of an act of theirs supposes nothing. In Chinese, where nothing else tells
    # the two apart, one told before anything is supposed: an "if" later on is part of what happened.
    told = said if language == "en" else said[: first.start()]
    return not any(tells_of_act(clause) for clause in _TOLD_CLAUSES[language](told))


_TOLD_CLAUSES: dict[str, Callable[[str], list[str]]] = {
    "zh": lambda told: [c for c in re.split("[，。；！？,;!?\n]", told) if "没" not in c],
    "en": lambda told: [told],
}


_DENIED = expression(
    "(?:还|从来?|一直|至今|目前|现在)(?:都|也|其实|并)?没(?:有)?(?P<zh>[^，。；！？,;!?]{2,12})|没(?:有)?(?P<done>[^，。；！？,;!?]{2,8})过|"
    r"\bi(?:'ve| have)? (?:never|not yet|not)(?: really| actually)? (?:had|held|worked|been in|done) (?P<en>[^,.;!?]{3,30})|"
    r"\bi (?:don't|do not|didn't|did not) (?:yet )?have (?P<has>[^,.;!?]{3,30})",
)
_DENYING = {"zh": 60, "en": 150}
"""Characters; who says more has told something else."""


def denies_premise(text: str, question: str) -> bool:
    """Whether a short ``text`` begins by saying that what ``question`` takes for granted has never been:
    "我还没有正式工作过" to why one leaves one's job. What is asked on from it was not there."""
    language = "zh" if has_han(text) else "en"
    said, asked = text.casefold().replace("’", "'"), question.casefold()
    if len(text) > _DENYING[language]:
        return False
    first = next(iter(sentences(said)), "").split("因为")[0]
    denied = (d for found in _DENIED.finditer(first) for d in found.groups() if d)
    return any(specific(terms(fold(d))) & specific(terms(fold(asked))) for d in denied)


def asks_back(text: str) -> bool:
    """Whether an answer begins or ends with a question about the company behind the interview, or is
    interrupted for one."""
    found = sentences(text.casefold())
    clause = last_clause(found[-1]) if found else ""
    if len(found) < 2:
        # Of one sentence the last clause may turn to the panel.
        asked = bool(found) and clause != found[0] and not is_of_others(found[0])
        return asked and clause.endswith(("?", "？")) and _asks_company(clause)
    edge = any(ask(found[-1]) for ask in (_asks_company, asks_of_job, _asks_of_role))
    # Of several questions in a row one tells to whom they are put.
    row = [*takewhile(_is_marked, reversed(found)), *filter(_is_marked, found[:1])]
    edge = edge or any(_asks_company(asked) and not is_of_others(asked) for asked in row)
    return edge or bool((passing := asked_in_passing(text)) and not is_of_others(passing))


def _is_marked(sentence: str) -> bool:
    return sentence.endswith(("?", "？"))


_ROLE = expression(
    r"(?!.*\b(?:wouldn't|would not|why not)\b)(?:(?:and|but|so|just|also|quickly|by the way|btw|one question|out of curiosity|before (?:you|we|i) (?:go|move|carry) on|before (?:you|we|i) (?:continue|forget)|while (?:i'm|we're|i am|we are) at it|(?:can|could|may) i ask|i(?:'d| would) (?:like|love) to (?:know|ask))[\s,:;-]{1,3}){0,4}"
    r"(?:what|which|how|who|whom|where|when|is|are|does|do|will|would|can)\b(?=.*\b(?:(?:this|the|your) (?:role|position|job|post|opening)|(?:this|your|the) team here|(?:would|will) i\b.{1,60}\bhere|(?:normal|usual|typical|realistic) for (?:an? )?(?:junior|senior|graduate|beginner|someone|somebody|people|me)|(?:normal|usual|common) in other companies|(?:companies|employers|recruiters) (?:\w+ )?(?:hold|mind|look|think|expect|care|pay|prefer)|(?:who|whoever|the person (?:you|who)) .{0,12}(?:hire|hired|hiring|gets|joins|takes))\b).{8,170}\?|"
    "(?:那|对了|另外|顺便|还有|，|,|想|我|先|再|问|请教|了解|一下|下){0,6}(?=.*(?:这个|该|这)(?:岗位?|职位|位置|角色|团队|组)).{4,60}[?？]"
)
"""A question about the position, that nobody but the panel could tell."""


def _asks_of_role(sentence: str) -> bool:
    return _ROLE.fullmatch(sentence.strip()) is not None and not is_of_others(sentence)


def asks_of_job_alone(text: str) -> bool:
    """Whether a text asks, a few times at most, one of them what one wants to know of a job, and says
    nothing else."""
    found = sentences(text.casefold().replace("’", "'"))
    if not 0 < len(found) <= _FEW or any(is_of_others(s) for s in found) or asks_leave(fold(text)):
        return False
    marked = all(s.endswith(("?", "？")) and len(s) <= _ASKED_AT_ONCE for s in found)
    return marked and any(asks_of_job(s) or _asks_of_role(s) for s in found)


_FEW = 3
_ASKED_AT_ONCE = 170
"""Characters."""


def _asks_company(sentence: str) -> bool:
    """Whether a sentence is a question about the company. Without its mark it has to be put as one: "I do
    not know yet whether you can do that" asks nothing."""
    plain = sentence.rstrip("?？ 。.!！")
    bare = _NO_NOISE.sub("", plain)
    if plain == sentence.rstrip(" 。.!！") and not (
        _ASKED_ZH.search(bare) and _PUT_AS_QUESTION_ZH.search(bare)
    ):
        return False
    return bool(_COMPANY_ZH.fullmatch(bare) or _COMPANY_EN.fullmatch(plain))


_PUT_AS_QUESTION_ZH = expression(
    "^(?:顺便|另外|对了|还|也|我|想|请){1,4}(?:再)?(?:问|了解|请教)|(?:吗|么|呢|没有|不)$|^(?:那|不知道)?(?:你们|贵公司|贵司|咱们)"
)


def _bare(said: str) -> tuple[str, str]:
    return _NO_NOISE.sub("", said), _WORDS.sub(" ", said).replace("'", "").strip()
