"""Whether a story has probably told already what a follow-up asks for. Pure.

Stories are told in everybody's words: "拿了张表，哪些页面多少人天" is what was put on the table, and has no word of the
scoring point "evidence". Points are not made by that; but whoever is asked for it after that feels unheard. So
of every kind of thing that follow-ups ask of a story, there are everyday signs that it has been told.
Generous on purpose: a follow-up too few is worth less than one that asks for what was just said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from interviewers.engines.builtin.text import language_of, spans
from interviewers.engines.builtin.told_lives import LIVES
from interviewers.engines.builtin.told_plans import PLANS

__all__ = ["is_known", "told"]


def _kind(asks_zh: str, asks_en: str, told_zh: str, told_en: str) -> tuple[re.Pattern[str], ...]:
    """What follow-ups ask for, and how it sounds when it is told, in both languages."""
    return (
        re.compile(asks_zh),
        re.compile(rf"\b(?:{asks_en})"),
        re.compile(told_zh),
        re.compile(rf"\b(?:{told_en})\b|[“\"]" if "said" in told_en else rf"\b(?:{told_en})\b"),
    )


_KINDS = (
    # What it rested on.
    _kind(
        "来支持|靠什么让对方相信|凭感觉|只是大家在抱怨|判断哪件在前|凭什么(?:敢|觉得|判断)|才敢下判断|当时看了什么|结果来支持",
        r"apart from your opinion|made them believe|by instinct|more than complaining|on what grounds|before you dared|made you dare|what told you|did you look at",
        "(?<!报)表|单子|清单|数据|截图|记录|统计|报告|测(?:了|出|试)|算(?:下来|了|过|出)|估|案例|日志|对比|证据|问卷|录像|通知|标准|数了|[0-9]",
        r"tables?|sheet|one page|numbers?|figures?|data|logs?|screenshots?|counted|measured|list|spreadsheet|chart|tested|tried|recordings?|estimates?|days next to|\d[\d.,]*",
    ),
    # What was offered besides.
    _kind(
        "除了(?:说不|说来不及|来不及|不行|消息本身|原因)|什么出路|对方手里有了什么",
        r"besides|way out|rely on",
        "另一|另外|换(?:成|个|了)|要么|或者|方案|办法|改成|改为|两条|分成|先(?:换|上|做|给|交|发)|送|补(?:上|给|回)|可以先|往后(?:挪|放|推)|折中",
        r"instead|offered|offer|options?|either|alternatives?|rather than|another way|in the meantime|could (?:get|have|do|take)|part of it|first half|smaller|by (?:mon|tues|wednes|thurs|fri)day",
    ),
    # How soon others knew.
    _kind(
        "隔了多久|过了多久|到别人知道",
        r"how long was it (?:between|from)",
        "[0-9一二两三四五六七八九十]+点|分钟|半小时|小时|当天|当晚|当场|马上|立刻|立马|第二天|同一天|早上就|下午就",
        r"minutes?|hours?|same (?:day|morning|afternoon|evening|night)|at once|right away|immediately|straight away|next (?:day|morning)|o'clock|before they|that (?:very )?(?:day|morning|afternoon|evening|night)",
    ),
    # What is done differently since.
    _kind(
        "从那以后|不让自己再|下一次合作|现在你(?:会|点头|定|怎么)|后来再遇到|不再发生|有什么(?:不同|不一样)|和以前不一样|更早.{0,6}需要",
        r"since then|so as not to|next time|today\b|differently (?:from|since)|do differently|happen again|came up later|is different about",
        "之后|以后|从那|现在|后来(?:再|每|都|我|约|改|定)|此后|打那|再也|每次|每回|一直到",
        r"since then|from then|ever since|now|these days|nowadays|today|always|never again|after that|next time|every (?:week|month|time)|since|we agreed|what we changed",
    ),
    # Why it came to it.
    _kind(
        "为什么会走到|没有交出来|真正的理由|是什么问题",
        r"why had|why had they|real reason|what did you first think",
        "因为|原因|根子|发现|才(?:知道|明白|搞清|弄清|看出)|原来|其实|没写|没人|嫌|不清楚|没说清|以为",
        r"because|reason|turned out|found|realised|realized|only then|nobody|without|they'd had|was that|didn't know|behind|had been",
    ),
    # What moved the others.
    _kind(
        "在意的是什么|底下又是|为什么会那样想|过不去的是|那样想有什么道理|什么反应|不太配合",
        r"each of them after|underneath|why do you think they|troubling people|sense did that view|how did they react|reluctant",
        "怕|担心|想要|嫌|在意|不愿|不乐意|希望|委屈|要的是|认为|说他|说她|抱怨",
        r"afraid|feared|worried|accused|blamed|fought over|cooking|wanted|needed|cared|felt|thought|scared|concern|concerns|each one needs|complained|didn't (?:like|want)",
    ),
    # What was said, and to whom.
    _kind(
        "第一句话|原话|怎么对.{1,8}说|开场|说了什么|让别人知道你的看法|怎么回应|身边的人知道|那些人知道|跟谁说过|别人知道你变了",
        r"first words|actual words|how did you put|what (?:exactly )?did you say|view known|how did you (?:open|respond)|people around you know|did (?:those|others)\b.{0,30}\bknow|whom did you tell|what did you say",
        "跟.{1,8}说|和.{1,8}说|告诉|我说|说[：:“「]|[“「]|头一句|摊开|写邮件|发邮件|汇报|问.{0,4}[他她]|约了",
        r"i (?:said|told|asked|wrote|explained|mailed|called|rang|went to)|told|said",
    ),
    # What others say of it.
    _kind(
        "别人也这么看|有人告诉你|当面说过|你自己发现的",
        r"do others see|did someone say|has anyone said",
        "说我|跟我说|告诉我|夸|评价|反馈|找我|点名|提醒我|发现我",
        r"told me|say|says|said|feedback|review|come to me|asked for me|noticed|used to send me",
    ),
    # One's own part.
    _kind(
        "你一个人完成|亲手|你自己的那份|你自己.{0,8}做了|你自己多做|你的第一步|你从.{0,10}做了什么|你为(?:它|此)做",
        r"did you do yourself|own hands|your share|you yourself(?! have)|write or operate yourself|very first step|extra work",
        "我(?:一个人|自己|亲自|先|就|来|写|做|画|改|查|盯|约|拉|找|分别|把|拿|提|挨个|花了)",
        r"i (?:\w+ed|wrote|built|did|made|sat|went|drew|ran|took|put|spent|told|found|got|gave|let)",
    ),
    # A case of it.
    _kind(
        "具体的事|有没有一次|挑其中一件|前一两年",
        r"one specific case|was there a time|take one of these",
        "去年|前年|今年|上(?:个?月|周|次|半年|回)|有一?次|有一?回|那次|那回|那时|[0-9一二三四五六七八九十]+月|[春夏秋冬]天",
        r"last (?:year|month|week|spring|summer|autumn|fall|winter)|this (?:year|spring|summer|autumn|january|february|march|april|may|june|july|august|september|october|november|december)|in (?:spring|summer|autumn|january|february|march|april|may|june|july|august|september|october|november|december)|once|when (?:we|i|my|our)|ago|for example|like with",
    ),
    # What it cost.
    _kind(
        "代价|付出了什么|放弃了什么|误过事|带来过什么|受到了影响",
        r"where did the cost fall|cost you|give up|really cost|lead to|who was affected",
        "代价|再(?:也)?没|不敢|打断|多花|晚了|拖|推(?:迟|后|了)|放弃|没能|害得|丢|差(?:一?点|了)|慢|少了|赔|亏|误",
        r"never again|stopped|cost|lost|slower|later|late|delayed|delay|pushed|gave up|price|worse|missed|less|back by",
    ),
    # What came first.
    _kind(
        "先动哪|先学什么|怎么决定先",
        r"what to (?:touch|leave|do first)|decide what to",
        "先|排|砍|列|最急|最要紧|往后|放下|推迟|优先",
        r"first|list|listed|put off|dropped|urgent|order|sorted|cut|left out",
    ),
    # How others came along.
    _kind(
        "怎么让(?:对方|大家|所有人)|你怎么对待的|为此做了什么|为此做过什么|愿意让你来",
        r"how did you get (?:them|people)|how did you treat|what did you do about|accept you in|getting? them willing",
        "我(?:先|跟|给|请|找|约|帮|陪|答应|算了|分别|教|拉)|一起|一块",
        r"i (?:first|told|gave|asked|offered|helped|sat|listened|explained|promised|invited|talked|went)|together|both of them",
    ),
    # Where it was said.
    _kind(
        "什么场合",
        r"on what occasion",
        "私下|会后|单独|办公室|没当着|没在会上|当面|一对一|咖啡",
        r"private|privately|one[- ]on[- ]one|after the meeting|alone|face to face|desk|half an hour with|coffee",
    ),
    # How it was settled.
    _kind(
        "凭什么定下来|是怎么定的|什么时候、怎么解决",
        r"base the choice on|how was that decided|mean to deal with",
        "定(?:了|下|在)|投票|比(?:了|一比|下来)|测|算|最后(?:用|选|按)|自己(?:练|学)|这[几三两]个月",
        r"decided|agreed|chose|voted|tested|compared|settled|ended (?:up )?with|came down to|wrote (?:it|both) down|practis\w+|learning|course",
    ),
    # How it was known to have worked.
    _kind(
        "怎么知道(?:自己|它|你|问题)|才放心|怎么确信|能证明|怎么看出|前后的对比|成什么样才算|怎么确认",
        r"how (?:could|can) you tell|how do you know|how did you (?:know|make sure)|how were you sure|what proves|what showed|what success would|feel safe",
        "复述|重复|测|试|看(?:了|到|见)|数据|对比|验|反馈|从.{1,10}到|降|升|再(?:也)?没|问(?:了|他|她)|[0-9]",
        r"repeated|tested|checked|measured|watched|figures?|numbers?|compared|asked|back to me|fell|rose|down to|from .{1,16} to|\d[\d.,]*",
    ),
    # How large the difference was. A number by itself may be anything's; one that changes is not.
    _kind(
        "差了多少|差别有多大|一个数字|个数(?:字)?(?:吗|就好|可以|能)|用数字|什么数|哪个数字|具体是多少|多大的?(?:变化|影响)|减下来多少|前后.{0,12}(?:差别|比较)|从什么程度",
        r"one figure|a figure|how large was the difference|what figure|which figure|a number\b|in numbers|the figures\b|by how much|how much did it (?:change|come down)|how much has it|from what level|what exactly was saved",
        "从.{1,14}(?:到|变成|降|升|涨|减)|(?:降|减|升|涨|提高|缩短|提升|增加)(?:到|了|为|至)|一半|翻(?:了)?倍|[0-9一二三四五六七八九十百]+ ?(?:%|个点|倍)|百分之|(?:原来|以前|之前).{1,16}现在|(?:只|才|就)(?:有|做到?|完成|卖|来|到)了?.{0,6}[0-9一二三四五六七八九十百千]",
        r"from (?:[\w.,%]+ ){1,4}to [\w.,%]+|(?:fell|dropped|rose|grew|went|came|shrank|cut|down|up) (?:\w+ ){0,4}(?:to|by|from) |halved|doubled|by half|half as|twice as|per ?cent|\d[\d.,]* ?%|instead of (?:\w+ )?\w+|(?:got|came|made it|reached|managed) (?:only |just )?(?:to )?(?:about |around |only |just |nearly )?\d[\d.,]*|\w+ (?:of|out of) (?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d+)",
    ),
    # What went badly on the way.
    _kind(
        "可能做不成|哪一处最花时间",
        r"might not work|took you the longest",
        "卡住|卡了|难的是|最难|很慢|崩|失败|出错|没想到|差点|不肯|来不及|走了弯路",
        r"stuck|hard|hardest|difficult|slow|crashed|failed|broke|froze|wrong|problem|trouble|nearly|almost|refused|bug",
    ),
    # Why that, and not something else.
    _kind(
        "为什么偏偏",
        r"why this one",
        "因为|每(?:天|周|次|个月)都|受不了|看不下去|耽误|浪费|不然|再这样下去",
        r"because|lost|wasted|annoyed|couldn't (?:stand|watch|let)|so that|otherwise|since (?:it|we|i|they)|(?:it|that) (?:cost|hurt|bothered)",
    ),
    # What became of it.
    _kind(
        "不再盯着|它撑住了吗|后来还出现过",
        r"stopped watching|has it held|ever come back",
        "一直|到现在|至今|还在用|接手|交给|没再|再没",
        r"still|to this day|since then|took over|handed|(?:uses?|using) it|never came back",
    ),
    # What one had tried alone.
    _kind(
        "去找别人之前",
        r"before you went to anyone",
        "自己(?:先|试|查|看)|查了|试了|翻了|搜了",
        r"tried|searched|read|looked|checked|googled",
    ),
    # How the others were afterwards.
    _kind(
        "相处得如何|这段关系后来|客户最后是什么反应",
        r"get on after|became of the relationship|customer react in the end",
        "感谢|谢谢|谢了|续约|续签|还一起|道歉|和好|满意|消气|信任",
        r"thanked|friends|still work|work together|signed|renewed|apolog\w+|trust\w*|satisfied|stayed|get on|got on",
    ),
    # How each thing ended.
    _kind(
        "每一件各是什么结果|每件事各完成",
        r"became of each|how far did each",
        "都(?:做完|完成|交|搞定|没)|按时|晚了|推迟|顺利",
        r"everything was|all (?:done|finished|of them)|on time|late|delivered|done by|went out|postponed",
    ),
    # What one would do otherwise.
    _kind(
        "如果重来|如果再做一次|重来你会|可以做得更好|早一天发现",
        r"do it again|did it again|choose differently|have done better|a day sooner",
        "如果(?:再|重)|下次|要是(?:再|早)|学到|教训|后悔|应该(?:先|早|更)",
        r"next time|should have|learn(?:ed|t)|lesson|looking back|in hindsight|regret",
    ),
    # What was decided before all was known.
    _kind(
        "没看清全貌",
        r"before you could see everything",
        "先(?:按|选|定)|决定|赌|没等",
        r"decided|chose|bet|went (?:with|ahead)|without waiting|for now",
    ),
    # Where the difference was found.
    _kind(
        "你怎么找出来的",
        r"how did you find that out",
        "看(?:了|着)|对比|比较|观察|跟(?:了|着)|统计|抽查|问了",
        r"watched|sat with|compared|measured|counted|checked|observed|asked|looked at|shadowed",
    ),
    # What else there was to choose from.
    _kind(
        "除了最后采用的",
        r"apart from what you took",
        "(?:也|还|本来|原来)(?:可以|能|想|考虑|看|试|比)|要么|或者|方案|(?:没|不)(?:选|要|用|买)|相比|比起",
        r"could have|could also|or (?:buy|bought|use|take|put|hire|build)|alternatives?|options?|instead|rather than|either|(?:said|say) no to|decided against|ruled out|considered|looked at|thought about|compared",
    ),
    # How those were who were against it.
    _kind(
        "最不赞成的那个人",
        r"the person most opposed",
        "最(?:反对|不满|生气)的|(?:后来|最后|现在)[他她]|(?:找|约|请|陪|跟)(?:了)?[他她]|[他她](?:也|就|才|后来|最后)",
        r"i (?:went|sat|talked|spoke|rang|called|met|drove|walked) (?:\w+ )?(?:to|with|over|down|by)|(?:he|she|they) (?:now|later|didn't|did not|agreed|accepted|came round|uses?|still|never)|came round",
    ),
    # Who listened.
    _kind(
        "对听的人了解多少",
        r"how much did you know about the person",
        "(?:从来?没|没怎么|不太?)(?:用|做|干|接触|碰|懂|学)|不懂|外行|是(?:做|搞|管|学|开)|第一次|先问",
        r"(?:who|had|has|'d|he|she|they) (?:had |has |have )?never|knew (?:nothing|little|a bit|some|only)|no (?:idea|background|experience)|not technical|new (?:to|owner|boss|in)|asked (?:him|her|them) (?:first|what|how)|used to be|is an?|was an?|an? \w+ who",
    ),
    # Who was right.
    _kind(
        "事实证明谁对",
        r"who proved right",
        "(?:是|算)(?:我|他|她|公司|领导)?(?:对|错)的?|(?:看走|判断)|后来(?:又|也)?(?:改|恢复|撤|取消)|结果(?:证明)?|没想到",
        r"(?:was|were|proved) (?:right|wrong|mistaken)|(?:brought|took|gave|put|changed|turned) (?:it|them|that|the \w+) (?:back|round|around)|admitted|reversed|turned out",
    ),
)  # fmt: skip

_VIEWS = (
    # Where the days go.
    _kind(
        "你会怎么分？说说每一段",
        r"how would you divide",
        "周[一二三四五].{1,40}周[一二三四五]|第[一二三]天.{1,40}第[二三四五]天|(?:半|一|两)天.{1,40}(?:半|一|两|剩)",
        r"(?:mon|tues|wednes|thurs|fri)day\b.{1,80}\b(?:mon|tues|wednes|thurs|fri)day|(?:first|one|half a) (?:day|morning)\b.{1,80}\b(?:second|next|two|last|third) (?:day|morning)?",
    ),
    # What else than a reminder.
    _kind(
        "再培训一遍、再发一封邮件",
        r"another training, another e-mail",
        "(?:系统|表单|机器|界面)(?:里|上|自动)?.{0,10}(?:不让|不能|拦|锁|才能)|自动|必填|装不[上进]|放不[上进]|拿不|没法(?:再)?|根本(?:不|没)|(?:改|换)(?:成|了).{0,12}(?:格式|模板|流程|颜色|位置)",
        r"(?:can(?:not|'t|no longer)|could(?:n't| not)|won't|will not|doesn't|does not) (?:be |let |allow |go |happen|leave|close|open|accept|get )|automatic\w*|locked?|blocked?|only (?:goes?|works?|opens?|possible)|(?:took|take|taken) (?:the )?\w+ out of",
    ),
    # How a thing is known to be good where it is needed.
    _kind(
        "你怎么知道在你们这儿也好",
        r"how do you know that it'll be good at your place",
        "试(?:用|跑|点|装|一)|自己的(?:数据|单子|订单|样)|(?:问|打听|找).{0,8}(?:用过|同行|别家|客户)|样品|小范围",
        r"tr(?:y|ied) (?:it|both|them)|trial|test(?:ed)?|pilot|demo|(?:gave|give|put) (?:it|them|both|each)|(?:rang|ring|call(?:ed)?|asked?|visit(?:ed)?|talk(?:ed)? to) (?:\w+ ){0,3}(?:who|that|customers|users|companies|people|places)|(?:had|have|has) used it|references",
    ),
    # Where work goes badly.
    _kind(
        "什么时候你的效率明显掉",
        r"when does your output clearly drop",
        "难受|吃力|最怕|不行|受不了|打断|静不下|分心|效率低|做不好|不适应|不舒服",
        r"hard(?:er|est)?|difficult|worst|bad|struggle|interrupt\w*|slow\w*|lose|(?:don't|cannot|can't) (?:say|get|do|think|work|concentrate)",
    ),
    # A decision of one's own.
    _kind(
        "你自己做过类似的决定|说一次你自己拍板",
        r"have you ever made such a decision|tell me of one time you made the call",
        "(?:我|我们)(?:当时|那时|后来|最后)?(?:选|定|决定|推|上|换|没用|没选)了?|在.{1,10}(?:公司|那边|的时候)",
        r"(?:i|we) (?:chose|picked|took|decided|went with|kept|dropped|introduced|moved|sat with|built|led)|at my (?:last|old|former)|last year",
    ),
    # What is left alone.
    _kind(
        "忍住不碰|坚决不碰|从此不碰|决定不管",
        r"resist touching|never touch|leave alone|decided? (?:not to|to leave)|stay away from",
        "不(?:动|碰|改|换)(?:的|它)|(?:先|就|都|也)不(?:动|碰|改|换|管|做)|不去(?:动|碰|改|管)|原样|照旧|保持不变|保留",
        r"leave (?:it|that|them|the \w+|\w+) (?:alone|as|be|untouched)|would(?:n't| not) (?:touch|change|move)|stays? (?:as|the same|put)|untouched|keep (?:the|it|that|them)|not touch",
    ),
    # What happens in order.
    _kind(
        "依次经历",
        r"go through, in order",
        "先.{0,60}(?:再|然后|最后|才|之后|接着)|提前.{0,8}(?:通知|公告|告诉|说)",
        r"first\b.{0,120}\b(?:then|after|finally|at last|later)|(?:weeks?|months?) (?:before|ahead|in advance|earlier)",
    ),
    # What there is besides yes and no.
    _kind(
        "除了.{2,14}(?:还有没有别的(?:走法|思路)|还有没有第三条路)",
        r"are there other ways|is there a third|a third way",
        "要么|或者|另一(?:个|条|种)|第三|折中|(?:并|合|挪|移)(?:到|进)|只(?:修|留|读|给|开|做)|收费|外包|先做一(?:半|小)|分(?:期|步|批)",
        r"instead|alternatively|either|merge\w*|fold it into|read-only|only fix|charge for|hand it|a smaller|part of it|in stages|half of it",
    ),
    # Where it ends.
    _kind(
        "说到此为止|看到什么数会收手|承认这条路走错",
        r"would you say .enough|make you stop|admit that|which would (?:make|end)",
        "就(?:停|砍|撤|关|下线|收|不再)|喊停|收手|停掉|(?:不到|低于|少于|没到).{1,14}就|定.{0,6}(?:线|期限|标准)",
        r"(?:we|i)(?:'d| would|'ll| will)? (?:stop|pull|close|drop|end)|stop it|deadline|(?:below|under|less than|fewer than) .{1,40}(?:stop|drop|close|end)|if not",
    ),
    # What those hear who have to wait.
    _kind(
        "没被排上的那个人|看到自己的需求没排上",
        r"who wasn't chosen hear|was(?:n't| not) chosen|left off the list",
        "(?:当面|打?电话|单独|提前|早点|马上|跟[他她]|给[他她]).{0,10}(?:讲|说|解释|回话|告诉)|告诉(?:他|她|对方|人家)|通知(?:他|她|对方)|给.{0,5}(?:一个|个)?.{0,6}(?:时间|日子|期限|准信)",
        r"(?:i'd|i would|i'll|i|i will) (?:tell|call|ring|told|called|let) (?:him|her|them|the)|explain(?:ed)? (?:to|why)|give (?:him|her|them) a (?:time|date|day)|face to face",
    ),
)  # fmt: skip
"""What follow-ups ask of a plan or a view. Tighter than of stories: a plan shares its words with many others."""
_OF_VIEWS = (*_VIEWS, *(_kind(*row) for row in PLANS))
_OF_STORIES = (*_KINDS, *_OF_VIEWS, *(_kind(*row) for row in LIVES))


def told(said: str, probe: str, *, view: bool = False) -> str:
    """The sentence of ``said`` with the most signs that what ``probe`` asks for has been told, "" where
    none has one, and where nothing is known of what it asks; of a ``view`` or plan, not of a story."""
    language = language_of(probe)
    signs = [
        kind[2 + (language == "en")]
        for kind in _asked(probe.casefold(), language, _OF_VIEWS if view else _OF_STORIES)
    ]
    if not signs:
        return ""
    sentences = [said[start:end].strip() for start, end in spans(said)]
    counts = [sum(len(set(sign.findall(s.casefold()))) for sign in signs) for s in sentences]
    most = max(counts, default=0)
    return sentences[counts.index(most)] if most else ""


def is_known(probe: str) -> bool:
    """Whether anything is known of how it sounds when what ``probe`` asks for has been told."""
    return any(True for _ in _asked(probe.casefold(), language_of(probe), _OF_STORIES))


def _asked(
    probe: str, language: str, kinds: Sequence[tuple[re.Pattern[str], ...]]
) -> Iterator[tuple[re.Pattern[str], ...]]:
    for kind in kinds:
        if kind[language == "en"].search(probe):
            yield kind
