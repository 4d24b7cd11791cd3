"""Bad conduct in what candidates tell of their own doings. Pure.

A story with a situation, actions and a result may be one of hiding a mistake, of leaving a customer to
others, of making a colleague look a fool: the contrary of what such a question looks for. What is said
differs with every question, but its kinds are few and everywhere the same: to keep from others what they
need to know; to deceive them; to put the blame on somebody else; to belittle people; to leave things
undone; to force, or go behind somebody's back; to profit at somebody's cost, or to
set people against each other; to find that it was all right so; and, of a job, not to care which. One sign may be
said in passing; several show what somebody did. Only the candidate's own acts count, and none that is denied, only
thought of, or was so at first. Owning up takes signs off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from interviewers.engines.script import has_han
from interviewgpt.expressions import expression

__all__ = ["SEVERAL", "signs_against"]

SEVERAL = 2
"""From this many signs on they show what somebody did: one may be said in passing."""
OWNED = 2
"""Owning up to anything cancels this many signs."""
OUT_OF = 6
"""At least one of so many pieces has to be a sign: a long account has something of everything in it."""

_ZH: dict[str, tuple[str, str]] = {
    # way: (said of oneself, whoever is spoken of)
    "hides": (
        (r"(?:没有?|不敢|不想|懒得|先不|一直不|故意不)(?:再|去|敢|想|怎么|主动|先)?(?:跟|和|对|向|给)?(?:[^，。]{0,6}?)(?:吭声|吱声|出声|声张|告诉|汇报|上报|报告|通知|打招呼|承认|提起|(?<!没)说(?!话|完|什么|服|明|清|好|过|错)|说过$)|"
        r"悄悄|偷偷|背着(?!包|书|电)|(?:隐|欺)?瞒(?!不)|暗地里|暗中|私底?下(?:还|就|里?(?:改|按|做|跟[^，]{1,4}说他))|蒙混|糊弄|掩盖|遮掩|(?:藏|压)(?:了?起来|着不)|删(?:了|掉)?(?:日志|记录|聊天|邮件)|假装不?知|(?:一直|硬)拖着没?(?:说|提|报)|痕迹|阳奉阴违|(?:表面|嘴|口头)上?(?:同意|答应|说好)|等(?:别人|他|她|他们|领导|人家)?(?:催|问起?|发现)了?(?:再|才)(?:说|讲|提)|(?:做|干|弄|改|写|上线)完了?(?:才|再)(?:告诉|说|让|通知|跟)|省得(?:他|她|当面|解释)"),
        r"(?:没|没有|无)人?.{0,6}?(?:看|查|发现|看得|注意|察觉|知)(?:出|到|道|觉)?来?(?:是我|$|这件|其实)|没(?:看|查|发现)出来|(?:神不知鬼不觉|谁也不知道|谁都不知道|没人知道|没有?人发现)",
    ),
    "deceives": (
        (r"假(?:数|装|名|账|话|病|单|证|评|称)|作假|撒谎|说谎|谎(?:称|话|报)|骗(?:他|她|了|过|客|领|老|大)|编(?:了|造|个|的)|装作|装病|装不知|推说|推脱|借口|虚报|瞎(?:编|填|报)|谎|"
        r"(?:改|调|写|做|弄|报)(?:得)?(?:更|比较|好|漂亮)?(?:好看|漂亮|自然)|随便(?:抄|填|写|编|弄|做|应付)|应付(?:一下|了事|过去|过|他|她)|(?:说|报)(?:进展|一切|已经|都|快)?(?:顺利|正常|写好|做好|弄好|做完|写完)了?$|(?:说|回|答)(?:是)?(?:就)?快(?:好|完|弄好|做完|写完)了$|(?:报|说)喜不报忧|照(?:改|做|办)了|(?:说|讲)[^，]{0,8}(?:快好|差不多|没问题|顺利|做好|写好)了?[^，]{0,6}其实|算(?:成|作)?我(?:自己)?的|抢(?:了)?功|(?:数据|数字|结果)(?:修饰|美化|往好了)"),
        r"",
    ),
    "blames": (
        (r"(?:不|又不|并不|根本不)(?:是(?:我|我们)(?:这边|自己)?的(?:错|问题|责任|事|锅)|(?:关|怪|赖)(?:我|我们)(?:的?事)?)|怪不(?:着|到|得)我|跟我(?:又)?(?:没有?|无)(?:什么)?关|(?:我)?也没(?:有)?(?:什么)?办法|(?:别|不要|不用)(?:来)?找我|该做的.{0,4}都?做了|换(?:了)?谁(?:来)?|"
        r"推(?:给|在)(?!后|荐)|甩(?:给|锅|到)|赖(?:给|在)|(?:说|讲)(?:是|都是|这是|那是)[^我，]{1,8}(?:拖的|弄的|干的|的(?:错|问题|责任|事|原因|毛病|失误|疏忽))|(?:都)?怪(?:他|她|对方|客户|运营|产品|领导)"),
        r"(?:反正|那|这|就|又|都|本来|说到底|只)(?:就|也|都)?(?:不)?是?(?:他|她|他们|别人|客户|[^我，]{1,5}(?:组|部|那边|团队)|运营|销售|设计|测试|运维|产品|领导|老板|财务|外包)(?:他们|自己|那边)?的(?:事|锅|错|问题|责任)|没(?:人)?怪(?:我|罪)|拖(?:了)?后腿|不给力|不配合|拍脑袋|瞎指挥|什么都不懂|不靠谱|一塌糊涂|不懂装懂|(?:他|她|他们|领导|老板|同事|别人|那帮人)(?:都|也|就是|根本)?(?:不行|没水平|不管事|指望不上|靠不住|没能力|拖(?:的|我))|(?:让|叫)(?:他|她|他们|领导|别人|同事)(?:自己)?(?:头疼|去烦|想办法|背锅)",
    ),
    "belittles": (
        (r"(?:骂|吼|怼|凶|训|嘲笑|笑话|吐槽|讽刺|挖苦|羞辱|奚落|数落|孤立|冷落)(?:了|过|他|她|大家|回|一[顿通句]|得)(?!我)|当着(?:所有|全[组班公]|那么多|大家|众)|当着?(?:着)?(?:[^，]{0,8})(?:面|众|场)[^，]{0,10}(?:问(?:他|她)?(?:到底|是不是|懂)|念|批|训|指出他|说他|质问|点名)|(?:问|说)他?她?(?:到底)?(?:懂不懂|会不会|行不行|根本|什么都不)|公布(?:出来|了?[^，]{0,8}(?:次数|错误|差距|名单))|"
        r"(?:不|没|懒得)(?:再)?(?:理|搭理|理睬|理会)(?:他|她|他们|我|人)?|让(?:他|她)(?:下不来台|难堪|出丑|闭嘴)|(?:对付|治)(?:这种|他|她)|(?:把|将)[^，]{0,12}(?:丢|扔|甩|推)给|骂人|点了?名(?:批|骂|训)|曝光(?:他|她|们)|(?:教|带)(?:他|她)们?(?:太|又)?(?:慢|费劲|麻烦|浪费)|开(?:掉|除)了?(?:他|她)|把[^，]{0,10}(?:放|打|贴|投)(?:在|到)(?:屏幕|大屏|墙|群)[^，]{0,8}(?:看看|排名|比)?"),
        r"(?:脸都?(?:通红|红了|白了|绿了|黑了)|[他她]们?(?:当场)?(?:都)?(?:气|吓|急|骂)?哭了|不(?:再|怎么|敢)说话了?)$|这种人|那种人|活该|(?:太|都是|就是|是个|真)(?:傻|蠢|烂|笨|菜|垃圾|废物|白痴|差劲|能混)|混日子|鸡毛蒜皮|没脑子|素质(?:低|差)|挑刺|鸡蛋里挑骨头|针对我|嫉妒|(?:倒|也)?(?:轻松|省心)了$",
    ),
    "leaves": (
        (r"(?:就|也|先|都|便|再|一直)?(?:没|不|懒得)(?:有)?(?:再|去|怎么|想)?(?:管|理会|过问|跟进|回(?:复|他|她|消息|电话|邮件)|接(?:电话|他|她)|在意|当回事|处理|细看|多想)(?!好|理)|(?:先)?放(?:着|在(?:一|旁)边)|(?:随|由)(?:他|她|它)(?:们)?(?:去|吧|$)|撒手|干等|(?:静音|关机|电话也?关|关了?电话|关了?手?机|手机关|手机一关|拉黑|挂(?:了|断)(?:他|她|电话)|自己挂了|屏蔽(?:了?他|了?她))|"
        r"请了?[^，]{0,4}(?:病假|假)在?家?|(?:躲|溜|闪)(?:了|开|着|出|在)|等(?:他|她|他们|它)?(?:自己|骂完|气消|过去|忘)|拖(?:着|到)(?:不|没|有好|最后)|拖一[天阵会]|能拖就拖|当(?:作|做|成)?(?:没看[见到]|不知道|没这回?事)|(?:看都?|问都?)没[看问]就|忘(?:了|记)(?:就|也)|敷衍|摆烂|躺平|混(?:过|着|过去)|爱(?:理|干|要|去)不|撂挑子|管不了|直接不(?:去|来|做|干|管)|旷工|摸鱼|绕着(?:他|她)?走|自己(?:想办法|摸索|悟|看着办)(?:去)?$|再也?没(?:提|联系|说)|存了一份|拷(?:贝|了)(?:一份|走)"),
        r"就?(?:这么|那么|也就)过去了|(?:应该|估计|大概|可能)(?:是|就)?(?:解决|没事|好|忘|处理)(?:掉)?了|不了了之|无所谓",
    ),
    "forces": (
        r"偏(?:不|要)|来硬的|挑拨|使绊|让[他她]们?俩?(?:自己)?(?:先)?(?:去)?(?:斗|吵|闹|掐|争)|背后(?:骂|捅|说[^，]{0,4}坏)|看(?:他|她|人家)们?的?笑话|谁.{0,8}(?:别想|就(?:扣|开|走|滚))|不(?:许|准|让)(?:他|她|他们|走|请|下|请假)|逼(?:着|他|她|大家|得)|强(?:硬|压|行|推|迫)|威胁|吓唬|(?:越|绕)过(?:他|她|经理|领导|主管)|打小报告|告(?:了)?(?:他|她)(?:一状|的状)|按(?:我|照我)?自己的?(?:老)?(?:办法|方法|想法|方式|思路)|先斩后奏|架空|拿[^，]{1,6}(?:压|要挟)|(?:直接|亲自)把(?:他|她)(?:换|踢|撤|开)|(?:找|跟|让)(?:老板|领导|总监|经理|上级)[^，]{0,6}(?:压|下命令|告状|施压|逼)|收回[^，]{0,4}权限|(?:没|不用|不必|没必要)(?:去)?(?:问|征求|管)[^，]{0,6}(?:意见|同意|想法)|我说了算|没得(?:谈|商量)",
        r"只能(?:用|听|按|照)我(?:的)?|来不及(?:改|反对|拦)了?|没(?:得|有)选(?:择)?$|(?:不|没人?)(?:再)?敢(?:再)?(?:跟我|提|说|吭|反对|有意见)",
    ),
    "excuses": (
        r"我(?:又|也|本来|其实)?(?:没|没有)(?:什么)?(?:错|问题|毛病|明显的?缺点)|我是对的|(?:没|不)(?:什么)?(?:必要|用|需要)(?:改|道歉|反思|沟通|解释|谈)|也没改|我(?:就)?不(?:太)?(?:会|改|后悔)(?:说不)?$|(?:打了?|从(?:来|不))不?(?:打)?折扣|吃亏",
        r"(?:大家|别人|同行|人家|谁|都)(?:也)?(?:都|不)?(?:是)?(?:这么|这样|那样)(?:做|干|弄|搞)|(?:也|又)?(?:没|没有|不)(?:什么|造成|出|是|算)?(?:什么|多)?大(?:的)?(?:影响|损失|关系|不了|问题|事)|本来就(?:不对|是|该)|反正|事实证明|(?:不也|还不是)|(?:效率|业绩).{0,6}上(?:来|去)了$|(?:项目|版本)(?:还)?是?上了$|(?:纯粹|只是|就是|无非)?(?:运气|时机)(?:不好|太?差)|点背|没什么(?:好|可)?(?:要?改|反思|后悔|总结|变化)的?|我这(?:个)?人就这样|(?:领导|老板|上面|上级)(?:让|要求|叫)(?:我)?(?:做|干|怎么)?[^，]{0,4}(?:我)?就(?:照)?(?:做|干)|奉命|庆幸|(?:挺|很|也|倒)值(?:的|了)?$|(?:领导|老板|谁|别人)也?没(?:说|问)什么|(?:蒙|混|躲)过(?:去|了)|只有我(?:会|懂|能)|离了我|(?:时机|做得|选得)[^，]{0,4}(?:很|挺|没)?(?:对|错)$|(?:拿|能)[^，]{0,3}我怎么样",
    ),
    "profits": (
        r"(?:奖金|功劳|名额|好班|提成|好处|便宜)[^，]{0,3}(?:是我|归我|我拿|我占)|到现在还是我的$|(?:记|算|查|怪|赖|落)不(?:到|着)我(?:头上|身上)?|下[回次]我?[^，]{0,6}还(?:会|是)?(?:这么|这样)",
        r"(?:挺|很|真|还|倒)(?:好使|管用|划算|省事)(?:的)?$|(?:奖金|功劳|好班)(?:都)?是我(?:的|拿)",
    ),
    "sets": (
        r"(?:跟|和|对)[^，我]{1,5}(?:说|讲)[^，我]{1,5}(?:背后|背地|惦记|[想要]抢|骂[他她]|说[他她]|瞧不起|量错|弄错|搞错|干的|弄的)|说(?:多半|肯定|准|应该|八成|就)?是[^我，]{1,8}(?:传|弄|碰|干|搞|记|送|量)[^，]{0,4}的|多半是[^我，]{1,6}(?:太|没)|说[^，]{0,6}(?:是|都)(?:他|她)把",
        r"",
    ),
    "careless": (
        (r"(?:没|没有|不)(?:太|怎么|仔细|特别|认真|去)+(?:看|了解|查|研究|关心|清楚)(?:过)?(?:你们|贵|公司|岗位|招聘|是做)?|(?:哪|谁|给)(?:家|边|里)?.{0,4}(?:给|钱|工资)(?:得|的)?(?:多|高).{0,6}(?:就?去|就?来|去哪)|(?:就是|只是|主要|无非|只)(?:是)?(?:为了|看|图|冲着?)(?:钱|工资|稳定|轻松|清闲)|(?:一起|随便|海|到处|群)投(?:的|了|简历)?|"
        r"跳板|(?:干|待|做)(?:上)?(?:一|半|两)?年?(?:左右)?就?(?:走|撤|跳)|先(?:进|来|干|混)(?:来|着)?看看|(?:不行|不合适|不爽)(?:再|就)(?:说|走|跳)|自己(?:出去)?(?:开|单干|创业)|带(?:一些|几个|点|着)?(?:客户)?走|没(?:有)?什么?(?:规划|计划|方向|打算|想法)|随缘|随遇而安|看心情|(?:升不上|钱少|工资低|不爽|有好的?机会|有更多)[^，]{0,6}就(?:走|跳|撤)|领完(?:就)?走|哪儿都行"),
        r"(?:就|没别的要求|没别的)是?(?:为了)?钱$|(?:都|也)?无所谓|离我?(?:家|住)(?:的?地方)?(?:也|很|挺|比较)?近|去哪(?:里|儿)?都(?:行|可以|好)|给不到就",
    ),
}  # fmt: skip

_STOOD_IN = (
    "(?:(?:payment |pricing |mail |test |in-memory |local )?(?:data(?:base|set)?|users?|accounts?|values?|clocks?|timers?|servers?|services?|providers?|gateways?|apis?"
    "|endpoints?|clients?|repositor(?:y|ies)|repos?|stores?|queues?|responses?|objects?|implementations?|back-?ends?|networks?|devices?|sensors?|modules?)\\b)"
)
"""What stands in for the real thing where something is built or tested, and deceives nobody."""

_EN: dict[str, tuple[str, str]] = {
    "hides": (
        (r"\b(?:did not|didn't|do not|don't|never|not|without|avoided) (?:\w+ ){0,2}?(?:tell(?:ing)?(?! \w+ to\b)|mention(?:ing)?|report(?:ing)?|admit(?:ting)?|inform(?:ing)?|own(?:ing)? up|let(?:ting)? (?:him|her|them|anyone|anybody|\w+ \w+) know|say(?:ing)? (?:anything|a word|so))\b|\bsaid nothing\b|\b(?:kept|keep) (?:it |that |this )?(?:quiet|secret|to myself|my mouth shut)\b|"
        r"\b(?:quietly|secretly) (?:changed|put|deleted|fixed|removed|moved|filed|redid|replaced|took|used|dropped|left|merged|copied|sent|did|kept)\b|\b(?:changed|put|deleted|fixed|removed|moved|replaced|did) (?:\w+ ){1,4}?quietly\b|\bbehind (?:his|her|their|the \w+'s|my \w+'s|everyone's) backs?\b|\bcover(?:ed|ing)? (?:it|that|this|my tracks|things)(?: all)? up\b|\bcovered up\b|\b(?:hid|hide|hiding)\b|\bswept\b|\bdeleted the (?:\w+ )?(?:logs?|entry|entries|mails?|messages?|history|evidence)\b|\b(?:in|from) the logs?\b(?= and)|\bdidn't want (?:them|him|her|anyone|anybody) to (?:know|see|find)\b|\bplayed dumb\b|\b(?:leave|left) (?:no|a|any) trace\b|\blip service\b|\b(?:wait|waited|see) (?:to see )?(?:if|whether) (?:any(?:body|one)|they|he|she) (?:asks?|asked|complain\w*|notice\w*|remember\w*)\b|\bkept it vague\b|\b(?:on|only on) the (?:very |due )?(?:day|date)\b"),
        r"\b(?:nobody|no one|no-one|none of them|they|he|she) (?:ever |has |have )?(?:never )?(?:noticed|found out|knew it was me|asked me about it|suspected)(?! (?:it|that|the|what|where|how|on)\b)|\b(?:so|that) (?:nobody|no one|it|they|he|she) (?:would|could|wouldn't|couldn't|didn't|won't)(?: not)?(?: be)? (?:notice|noticed|know|see|find out|seen|traced)\b",
    ),
    "deceives": (
        (rf"\b(?:made|make|making)[ -]?(?:it |that |something |a \w+ |\w+ )?up\b(?! (?:for|my|to|the time|of)| {_STOOD_IN})|\b(?:fak(?:ed|ing)|(?:i|we|to|would|could|did) fake|pretend(?:ed|ing)?|lied|lying|a lie|invent(?:ed|ing) (?:a|an|some|the|two|three)|fudg\w+|fiddled|doctored|forged|backdated|exaggerat\w+|white lie)\b|"
        r"\b(?:said|told (?:\w+ ){1,4}?|claimed|wrote)(?:that )?(?:it|this) (?:was|must have been|had been|were) (?:down to|due to|because of|the fault of|just|the new|the|a) (?!(?:me|my|us|our)\b)|\b(?:told|said to) (?:\w+ ){1,3}?(?:that )?i (?:had(?:n't| not)|was|wasn't|didn't|did not) (?:\w+ ){0,2}?(?:ill|sick|seen|known|know|got|received|heard|available|aware)\b|\b(?:told|said to) (?:\w+ ){1,3}?(?:that )?my (?:laptop|computer|phone|train|car|internet|connection|grand\w+)\b|"
        r"\bsound(?:ed|s)? better\b|\b(?:so|and) (?:that )?(?:our|the|my|it|they|these) (?:\w+ )?look(?:ed|s)? (?:right|fine|good|better|busy|real|genuine)\b|\bmake (?:it|them|the \w+) look\b|\bsick note\b|\bcall(?:ed)? in sick\b|\bdid(?:n't| not) want to look bad\b|\bwent along with (?:it|that)\b|\bdid it anyway\b|\bpassed (?:it|that) off\b|\b(?:took|taking|take) (?:all )?the credit\b|\bpresented (?:it|that|them|his|her) (?:\w+ )?as (?:mine|my own)\b|\b(?:beautified|dressed up|embellished|massaged|padded)\b|\bpretext\b|\b(?:told|assured|wrote) (?:\w+ ){1,3}?(?:that )?(?:it|everything|all|things) (?:was|were) (?:nearly |almost |all |just |still )?(?:done|fine|ready|on track|under control|going (?:to plan|well|fine))\b|\bticked? (?:\w+ ){1,6}?without (?:looking|reading|checking)\b"),
        rf"\bmade-up\b(?! {_STOOD_IN})|\bfake (?!{_STOOD_IN}|(?:an?|the|of|in|for|at|by|to|and|or|but|so|that|which|who|is|was|has|had|does|did|can|will|would|from|with|says|said|lies|returns|answers|accepts|behaves|agrees|works|fails|instead)\b)\w+",
    ),
    "blames": (
        r"\b(?:not|n't|never|hardly) (?:really )?(?:my|our) (?:fault|problem|job|business|responsibility|concern|department|mistake)\b|\b(?:blame|pin|put|shift)(?:d|ed|ned)? (?:it|that|this|the \w+) (?:all )?on (?!me\b|myself|hold|the (?:wall|table|board|list))|\bblamed (?!me\b|myself)|\b(?:suggested|hinted|implied|claimed|said) (?:that )?(?:someone|somebody|he|she|they|the \w+(?: \w+)?) (?:had (?:left|never|not|forgotten|broken)|must have|might have|was to blame)\b|\blet (?:\w+ ){1,2}(?:think|believe)\b|\bnothing (?:i|we) could (?:do|have done)\b|\bnot(?:hing)? to do with (?:me|us)\b|\b(?:n't|not) (?:look|come) (?:at|to) me\b|\bdid (?:my|everything on my) (?:part|bit|side)\b|\bthere was nothing wrong with\b",
        r"\b(?:nobody|no one|they|he|she) (?:could(?:n't)?|can(?:'t)?) (?:\w+ )?blame me\b|\b(?:was|is|'s|it's|were) (?:\w+ ){0,3}?(?:their|his|her|sales'?|marketing's?|it's|the \w+(?:'s|s')|everyone else's|somebody else's|\w+s?') (?:\w+ )?(?:fault|problem|job|mess)\b|\b(?:up|down) to (?:them|him|her)(?=[,.;]|$)|\bthat's (?:on )?(?:them|him|her|their (?:problem|lookout))(?=[,.;]|$)|\bwhat they(?:'re| are) paid for\b|\bnever (?:called|answered|did|delivered|helped|lifted)\b|\b(?:picked|set|gave us) a (?:silly|stupid|ridiculous|impossible)\b|\b(?:was|were|is|are|'s|'re) (?:just |all |totally |completely )?hopeless\b|\b(?:is|was|'s) (?:his|her|their) (?:\w+ )?(?:call|decision)(?: anyway)?(?=[,.;]|$)|\bno (?:business|concern) of mine\b|\bwhy should i\b|\bonly because of (?:my|the|his|her)\b|\b(?:someone|somebody|people) else(?:'s)? (?:fault|problem|mess|headache)\b",
    ),
    "belittles": (
        (r"\b(?:shout|yell|scream|snapp?|swore|swear|bark|lash)(?:ed|ing)?(?: out)? (?:back )?at\b|\bbawled\b|\b(?:laughed|laughing|laugh) (?:at|about|it off)\b|\b(?:had|have|having) a (?:good |great )?laugh\b|\b(?:made|making|make) fun of\b|\b(?:mock|ridicul|humiliat|belittl|insult|embarrass)(?:ed|ing) (?:him|her|them)\b|\bin front of (?:every|the (?:whole|entire|others)|all|the team|his|her|their)\w*|\b(?:told|let) (?:him|her|them|every\w+|the \w+) (?:\w+ ){0,6}?(?:idiot|stupid|no clue|no idea|useless|incompetent|shut up|get lost|real work|grow up|or leave|up to it|not good enough|too slow|lazy)\b|"
        r"\b(?:ignored|avoided|froze out|cold-?shouldered) (?:him|her|them)\b|\bstopped (?:talking|speaking) to (?:him|her|them)\b|\bwent (?:home|off) (?:in a huff)\b|\bthr(?:e|o)w(?:n|ing)? (?:\w+ )?out (?:who|any|him|her|them)|\bthrew out\b|\bgave (?:him|her|them) the (?:easy|boring|worst|dull|rubbish)\b|\bput (?:him|her|them) in (?:his|her|their) place\b|\bshowed (?:him|her|them|it|the \w+) (?:around|up)\b|\b(?:put|showed|read) (?:every\w+|his|her|their|all the)(?:'s)? (?:\w+ ){0,2}(?:numbers|figures|mistakes|errors|names?) (?:up |out )?(?:on|in|at|to|aloud|out)\b|\blet every(?:one|body) (?:know|see)\b|\b(?:didn't|did not|wouldn't) (?:listen|let (?:him|her|them) (?:speak|talk|finish))\b|\bgood riddance\b|\b(?:he|she|they) (?:went red|cried|burst into tears|was in tears)\b|\bput in for another\b"),
        r"\b(?:idiots?|morons?|a joke|jokes|lazy|clueless|incompetent|useless|pathetic|ridiculous|stupid|silly woman|silly man|dumb|whin\w+|obviously (?:didn't|did not|don't|doesn't|had no))\b|\b(?:people|everybody|everyone|the others|they all) (?:laughed|were laughing)\b|\bno clue\b|\b(?:simply|just) (?:hadn't|didn't|doesn't|don't|couldn't) (?:understand|understood|get it|got it|cope)\b|\bin a huff\b|\bthose people\b|\b(?:nonsense|picks? on me|jealous|good thing (?:too|he|she|they))\b|\b(?:he|she|they|that) (?:quit|left|resigned|went)\b.{0,40}\b(?:solved|good thing|good for|relief|better off|easier)\b|\bsolved the (?:issue|problem)\b(?=.{0,20}(?:he|she|they) (?:left|quit))",
    ),
    "leaves": (
        (r"\bi (?:just |simply |then )?(?:wait|waited|sat (?:it )?(?:tight|out))(?=[,.;]|$| until| till| for (?:it|him|her|them|things)| and)|\b(?:did not|didn't|do not|don't|never|not) (?:really |even )?(?:answer|reply|respond|follow(?:ed)? up|care|bother (?:to|asking|telling|answering|explaining)|look(?:ed)? into|(?:speak|spoke|talk(?:ed)?) (?:to|with) (?:him|her|them)|chase|check(?:ed)? back|do anything|want to deal)\b|\bignor(?:e|ed|ing) (?!me\b)|\b(?:let|left|leave|leaving) (?:it|them|that|him|her|everything|things|the others?|the rest|the \w+)(?= (?:wait|lying|be|alone|go|there|at that|to \w+|and|as|until|sitting|on)\b|[,.;]|$)|"
        r"\b(?:switch|turn)(?:ed)? (?:off )?(?:my |the )phone(?: off)?\b|\bhop(?:e|ed|ing) (?:that )?(?:they|he|she|it|nobody|no one|everyone)(?:'d| would)?(?: just)? (?:forget|forgot|go|goes|went|notice|notices|calm|blow|pass|disappear|sort)|\bwalked (?:off|away|out)\b|\bwent (?:into|to) the (?:back|toilet|kitchen|bathroom)\b|\buntil (?:he|she|they|it|things) (?:was|were|had) (?:gone|over|calmed|blown|forgotten|left)\b|\bleft (?:it|that|them) (?:to|for|with) (?:my|a|the|somebody|someone|others?)\b|\bdid some other\b|\bput it off\b|\bcarried on (?:as before|regardless|anyway|with the old)\b|\b(?:switched|turned) off the (?:alerts?|alarms?|checks?|tests?)\b|\bdrag(?:ged)? (?:it|my feet)\b|\b(?:hung|hang) up\b|\bmuted\b|\b(?:didn't|did not)(?: \w+)? (?:show|turn) up\b|\bleft my phone\b|\bi let it run\b|\bhaven't (?:really )?(?:looked|thought|read|prepared)\b|\bso i (?:didn't|wouldn't) have to\b|\bsat it out\b|\blet it die\b|\blet them (?:figure|fight|sort)\b|\b(?:they|he|she) can (?:sort|figure|deal)\b|\bexplaining takes (?:too )?long\w*\b|\b(?:quicker|faster|easier) (?:to do|if i do|doing) it (?:myself|alone)\b|\bkept (?:a )?cop(?:y|ies) of\b"),
        r"\bi (?:don't|do not|never) (?:really )?(?:know|knew|found out|asked|heard) (?:what|how|whether|if) (?:she|he|they|it|that) (?:did|went|ended|turned|was|came)\b|\bmy (?:colleague|coworker|co-worker) (?:was on duty|dealt with|sorted)\b|\bdealt with (?:him|her|them|it) later\b|\b(?:it|that|things) (?:went away|blew over|sorted itself|took care of itself)\b",
    ),
    "forces": (
        r"\b(?:threat(?:ened|en)|forc(?:ed|ing)|bull(?:ied|y)|pressur(?:ed|ing)|order(?:ed)) (?:him|her|them|everyone|the \w+|\w+)\b(?! in\b)|\bwent (?:over|behind|around) (?:his|her|their|my|the \w+)\b|\bwent to (?:his|her|their) (?:\w+ )?(?:boss|manager|lead|lead's boss|director)(?:'s \w+)? (?:and|to complain)|\b(?:got|talked|persuaded) (?:\w+ ){1,4}?to call in sick\b|\bchanged all (?:his|her|their)\b|\bre(?:did|wrote|done) (?:his|her|their|all (?:his|her|their)) (?:work|code|files|part)\b|\bdo (?:it|that|what i say),? full stop\b|\b(?:made|make) (?:him|her|them) (?:do|work|come|stay|sign|look)\b|\bbypass(?:ed)?\b(?= (?:him|her|them|my|his|the (?:manager|boss|team)))|\b(?:nag(?:ged|ging)|annoy(?:ed|ing)|wore|wearing) (?:him|her|them)\b|\b(?:in the end|eventually|finally),? i won\b|\btook over (?:his|her|their)\b|\bmy way (?:or|anyway|regardless)\b|\bwithout asking (?:him|her|them|any\w+)\b",
        r"\b(?:had|have|has|left (?:him|her|them)) no (?:other )?choice\b|\bno choice\b|\bfull stop\b|\b(?:never|didn't dare|did not dare) (?:\w+ ){1,6}?(?:without asking me|again without|contradict\w*|argue again|complain again)\b",
    ),
    "excuses": (
        r"\b(?:i'd|i would) do (?:it )?(?:exactly )?(?:the same|it (?:all )?again)\b|\b(?:i was right|i'd done nothing wrong|i did nothing wrong|not something i(?:'d| would) want to change|wouldn't want to change|don't (?:regret|see why i should))\b|\bso i know how\b|\b(?:can't|couldn't|cannot) make every(?:one|body) happy\b|\bdon't draw (?:any )?lines?\b|\bgot (?:a bonus|promoted|a raise) (?:for|in|out)\b|\b(?:can't|cannot|don't|couldn't) (?:really )?(?:think of|have|see|find) any (?:real )?(?:weakness|fault|mistake|failure)\w*",
        r"\bevery(?:body|one) (?:does|did|else does|was doing) (?:it|that|this|so)\b|\b(?:no|not much of a|hardly a|no great) (?:loss|harm|big deal)\b|\b(?:turned|worked|came) out (?:just )?(?:fine|nicely)\b|\bgot away with (?:it|that)\b|\bproblem solved\b|\bin the end it worked\b|\bnot as if\b|\bbest for every(?:one|body)\b|\bthey (?:should|could) (?:rather )?(?:keep up|have)\b|\bothers should\b|\bthat's (?:just )?(?:how|the way) (?:i am|it is|business works)\b|\bso (?:the \w+|it|that) was (?:solved|settled|over)\b|\bgreat success though\b|\bbut (?:that|it) was no\b|\b(?:just|only|pure|bad) (?:bad )?luck\b|\b(?:nothing|no lessons?) to (?:improve|learn|change)\b|\bmy (?:boss|manager) (?:said|wanted|told me)(?: so| it)?(?: and that| so that)?(?:'s| is| was) (?:enough|that|it)\b|\bi (?:complied|just did as)\b|\bfollowing orders\b|\b(?:workaholic|too (?:much of a )?perfect\w*|work too hard|care too much)\b|\b(?:that|which) kind of pressure works\b|\bwithout me (?:it|they|the \w+) (?:would|wouldn't)\b",
    ),
    "profits": (
        r"\bi got (?:all )?the (?:\w+ )?(?:bonus|credit|shifts?|post|promotion|money|praise)\b|\b(?:is|are) still mine\b|\bi(?:'d| would| will|'ll) (?:do (?:it|that|the same) again|be just as)\b|\b(?:handy|convenient|useful) for me\b|\bfound it (?:\w+ )?(?:handy|convenient|funny)\b|\bjust as quick\b",
        r"\bnobody (?:ever )?(?:asks|checks|looks|remembers)\b|\bsorts itself out\b",
    ),
    "sets": (
        (r"\b(?:said|told (?:him|her|them|the \w+|\w+)|claimed|wrote)(?: \w+){0,4} (?:that )?(?:it|he|she|they|the \w+(?: \w+)?) must have\b|\bi told \w+ (?:that )?(?!i\b|we\b)\w+ (?:had called (?:him|her)|was after|was (?:laughing|talking) (?:at|about)|hated|despised)\b|"
        r"\b(?:said|told (?:him|her|them|\w+))\b.{0,40}\b(?:he|she|they) had (?:muddled|mixed|lost|broken|spoilt|ruined|forgotten|told me the wrong|given me the wrong)\b|\b(?:said|wrote|put)(?: \w+){0,3} that it had (?:arrived|come|been) (?:like that|broken|so)\b"),
        r"",
    ),
    "careless": (
        (r"\bwherever (?:they|it|you|the)\b|\b(?:really |only |just )?(?:for|about|after) the (?:money|pay|salary)\b|\b(?:don't|do not) (?:really |much )?(?:care|mind) (?:what|who|which|where|about the (?:work|job|team|company))\b|\b(?:haven't|have not|didn't|did not) (?:really |even )?(?:look(?:ed)? (?:into|at|up)|read|research(?:ed)?|check(?:ed)?) (?:what|you|your|much|into)\b|\b(?:sent|send|put) (?:out |in )?(?:about |some |a (?:lot|bunch) of |\w+ )?\w* ?(?:applications|cvs|resumes)\b|\bneed (?:something|a job|anything|the money)\b|\b(?:stepping stone|stop-?gap)\b|"
        r"\b(?:wouldn't|don't|won't) want to learn\b|\b(?:leave|quit|be off|be gone) as soon as\b|\bplanning to leave\b|\bdon't want to (?:be working|work|spend one more)\b|\buntil (?:something better|then)\b|\b(?:nothing|no questions|anything) (?:special|really|comes to mind)\b|\b(?:didn't|doesn't|don't) matter (?:what|which|to me)\b|\ball the same to me\b|\bpays? (?:more|better|the most|best)\b|\buntil i find\b|\bthen (?:i )?(?:leave|quit|move on)\b|\bnot bothered\b|\bcan i have your (?:job|position)\b|\bhow (?:soon|quickly) (?:can|could|do|would) i (?:get|have|take) (?:a|the|my) (?:rise|raise|leave|holiday|vacation|bonus)\b|\bwhat does your company (?:actually )?do\b|\bdays off\b"),
        r"\b(?:it's|it is|just) a job\b|\bclose to (?:my|where i) (?:flat|home|house|live)\b|\bsimple as that\b|\bi'll sign\b|\bwhatever pays\b|\bone of those who answered\b",
    ),
}  # fmt: skip


@lru_cache(maxsize=1)
def _compiled() -> dict[bool, tuple[list[re.Pattern[str]], list[re.Pattern[str]]]]:
    """Whether for Chinese to the patterns of what the speaker does, and those of what shows it whoever acts."""
    return {
        chinese: (
            [re.compile(own) for own, _ in ways.values()],
            [re.compile(anyone) for _, anyone in ways.values() if anyone],
        )
        for chinese, ways in ((True, _ZH), (False, _EN))
    }


_PIECES_ZH = expression(r"[，,。；;：:、！!？?\n]")
_PIECES_EN = expression(
    r"[,;:.!?\n()]|\s[-–—]+\s|\s(?=(?:and|but|so|because|when|while|which|who) (?:i|i'\w+|he|she|they|we|it|you|people|nobody|everybody|everyone|my|the|her|his|their)\b)"
)
_QUOTED = expression(r"[\"“「][^\"”」]{1,200}[\"”」]|(?<!\w)['‘][^'’\n]{1,200}['’](?!\w)")
_OWN_ZH = expression("我|咱")
_OTHER_ZH = expression(
    "^(?:后来|结果|但是?|可是?|当时|因为|所以|不过|然后|那天|其实|最后|第[二三]天|之后)?(?:他|她|它|对方|客户|用户|经理|老板|领导|主管|组长|同事|同学|[小老][\u4e00-\u9fff]|大家|别人|有人|团队|组里|公司|[^，]{1,6}(?:组|部|团队|经理|主管|大叔|大姐|先生|老师))"
)
_OWN_EN = expression(r"\b(?:i|i'\w+|me|my|we|we'\w+|our)\b")
_OWN_SUBJECT_EN = expression(r"\b(?:i|i'\w+|we|we'\w+)\b")
_OTHER_EN = expression(
    r"^\s*(?:then |later |in the end |at first |once |and |but |so )?(?:he|she|they|it|you|people|nobody|no one|every\w+|some\w*|one of|two of|my (?:\w+ )?(?:boss|manager|lead|colleague|colleagues|trainer|director|team|client|customer)|the \w+|a (?:\w+ )?(?:colleague|customer|client|man|woman|lady|user)|an? \w+ (?:customer|client)|[a-z]+ (?:said|wanted|asked|told|had|was))\b"
)
_SAID_BY_OTHERS = expression(
    r"^[^我咱，]{1,6}(?:说(?!实话|白了|到底|起来)|讲|问|觉得|认为|嫌|抱怨|反映|投诉)|^(?:and |but |so |then |because )?(?!i\b|we\b)(?:\w+ ){1,4}?(?:said|says|told|thought|thinks|felt|asked|complained|wrote|claimed|kept saying|blamed|accused)\b"
)
_TAKEN_BACK_ZH = expression(
    r"(?:没有?|不(?!过|仅|但|同|久|少|错)(?:能|会|想|肯|要|愿|该|应该|可)?|别|拒绝|避免|而不是|(?:一|刚)?开始|起初|嫌|哪|有没有|为什么|怎么|以前|原来|本来|差点|想过?|怕|担心|如果|要是|与其|从不|绝不|千万|免得|以免|防止)[^，]{0,5}$"
)
_TAKEN_BACK_EN = expression(
    r"(?:\b(?:not|never|without|no|instead of|rather than|refus\w+ to|at first|initially|used to|nearly|almost|tempted to|wanted to|could have|might have|would have|if|to avoid|stop|afraid|fear\w*|worr\w+|(?:ask|want|told|tell)(?:ed|s)? (?:me|us) to|asked (?:whether|if)|wish\w*)|n't)\b[^,;.]{0,24}$"
)
_THEN_ZH = expression(r"^(?:一开始|刚开始|起初|以前|最初|本来|原来)|我(?:第一反应|本能|原本)")
_THEN_EN = expression(
    r"\b(?:at first|initially|in the beginning|used to|in the past|my first (?:instinct|reaction|thought)|back then|before that)\b"
)
_OWNS_UP = expression(
    r"承认|道[了个]?歉|认错|认了是?我|(?<!不)(?<!怪)是我(?:这边|们|自己|判断)?(?:的(?:问题|错|疏忽|失误|责任|判断)|造成|干的|弄的|写错|漏|没)|(?<!是)我的(?:错|责任|失误|疏忽|判断失误)|原因在我|坦白|如实|赔(?:礼|不是)|检讨|我不对|我错了|对不起|不该|后悔|主动(?:说|告诉|跟|找|汇报|承担)|反思|教训|学到|意识到|"
    r"\b(?:apologi[sz]\w*|sorry|admitted|owned (?:up|it)|my (?:own )?(?:fault|mistake|error|wrong|oversight|assumption)|i was wrong|it was me|mostly me|i should(?:n't| not| have|n't have)|i regret\w*|i learn(?:ed|t)|i reali[sz]ed|lesson|my responsibility|told (?:him|her|them|my \w+) (?:straight away|at once|right away|openly|honestly|that it was (?:me|my)))\b"
)


@lru_cache(maxsize=256)
def signs_against(sentences: tuple[str, ...]) -> int:
    """The number of pieces of folded sentences that tell of bad conduct of the speaker's own; fewer by `OWNED`
    if the speaker owns up to something, 0 if these are few beside the rest."""
    pieces = list(_pieces(sentences))
    signs = sum(pieces) - OWNED * any(map(_OWNS_UP.search, sentences))
    return signs if signs >= SEVERAL and signs * OUT_OF >= len(pieces) else 0


def _pieces(sentences: Sequence[str]) -> Iterator[bool]:
    """Whether each piece of folded sentences tells of bad conduct of the speaker's own."""
    own = True
    for sentence in sentences:
        told = _QUOTED.sub(" ", sentence)
        chinese = has_han(told)
        for piece in (_PIECES_ZH if chinese else _PIECES_EN).split(told):
            text = piece.strip()
            if text:
                own = _is_own(text, own, chinese=chinese)
                yield _is_bad(text, own=own, chinese=chinese)


def _is_own(text: str, before: bool, *, chinese: bool) -> bool:
    if chinese:
        if _OTHER_ZH.search(text):
            return False
        return True if _OWN_ZH.search(text) else before
    if _OTHER_EN.search(text):
        return bool(_OWN_SUBJECT_EN.search(text))
    return True if _OWN_EN.search(text) else before


def _is_bad(text: str, *, own: bool, chinese: bool) -> bool:
    if (_THEN_ZH if chinese else _THEN_EN).search(text) or _SAID_BY_OTHERS.search(text):
        return False
    back = _TAKEN_BACK_ZH if chinese else _TAKEN_BACK_EN
    of_oneself, of_anyone = _compiled()[chinese]
    return any(
        not back.search(text[: found.start()])
        for pattern in ((*of_oneself, *of_anyone) if own else of_anyone)
        for found in pattern.finditer(text)
    )
