"""What follow-ups ask of stories and of people about themselves, and everyday signs that it has been told
(see `told`). Rows as in `told_plans`.
"""

from __future__ import annotations

__all__ = ["LIVES"]

LIVES: tuple[tuple[str, str, str, str], ...] = (
    # Several things at a time.
    ("判断哪件在前", r"on what grounds did you decide|what told you which|decide the order",
     "因为|错过|补不|不能补|等不|急|要紧|过期|安全|人命|影响|后果|期限|截止", r"because|can't wait|couldn't wait|deadline|urgent|safety|risk|impact|otherwise|would have|miss(?:ed)?"),
    ("这个顺序是你一个人定的", r"was that order yours",
     "商量|跟.{1,12}(?:说|讲|打招呼|谈)|告诉|通知|同意|请示", r"agreed|told|asked|talked|let .{0,12}know|my (?:boss|manager|lead)"),
    # Others who do not deliver.
    ("没有交出来", r"why had they not delivered|why had(?:n't)? they",
     "(?:他|她|他们|对方|人家|组长|那边)(?:说|讲|告诉|回|解释)|还差|没(?:收|凑|做|弄)(?:够|齐|完)|缺|忙", r"(?:he|she|they) (?:said|told|explained|had)|short of|missing|busy|waiting for"),
    ("如果对方一直交不出来", r"if they had never delivered",
     "备(?:用|选)|要是.{0,12}(?:就|还)|万一|自己(?:先)?(?:做|弄|补)|先用|帮(?:他|她|他们).{0,6}(?:做|发|弄|收)", r"fallback|plan b|back-?up|(?:did|do|make|made) it myself|instead|helped (?:him|her|them)"),
    # Mistakes and failures.
    ("在别人知道这件事之前", r"before anyone else knew",
     "(?:马上|立刻|当天|主动|自己|先).{0,12}(?:说|告诉|承认|报告|打电话|汇报)", r"told|owned up|admit\w*|called|reported|went to"),
    ("最后实际的影响有多大", r"how large was the real impact",
     "[0-9一二三四五六七八九十两百]+(?:个|份|人|块|元|万|天|小时|单|张|家|户)|损失|赔", r"\d+|cost|lost|hours?|days?"),
    ("你能控制的部分", r"what was in your hands",
     "(?:我|自己)(?:当时)?(?:没(?:有)?(?:问|想|看|查|说|核|提)|太|不该|应该|低估|高估|忽略|忘)|怪我|我的(?:错|责任|问题)", r"i (?:should|didn't|did not|underestimated|forgot|failed|ignored|overestimated)|my (?:fault|mistake|responsibility)"),
    ("离目标差了多少", r"did it miss the goal", "差了?|只(?:有|完成|做到|卖|到)|没(?:达|到)|本来", r"short|only|instead of|missed|\d+"),
    # Helping, leading, learning.
    ("如果没有好转", r"had it not improved",
     "(?:我|自己)(?:也)?(?:学到|明白|反思|后悔)|是我的(?:错|问题)|下次|以后(?:我|带)", r"i learn(?:ed|t)|my (?:own )?(?:mistake|fault)|next time|i should|taught me"),
    ("挑起了更多", r"who carried more", "(?:让|叫|交给|派|教).{0,10}(?:带|管|负责|顶|独立)|独立|接手|升", r"took over|on (?:his|her|their) own|handed|promoted|now leads?|let (?:him|her|them)"),
    ("这份经验去了哪里", r"where did that knowledge go", "写(?:成|了|进|下)|文档|分享|教(?:了|给|会)|贴(?:在|到)", r"wrote|shared|notes|document\w*|taught|showed (?:the|my|others)"),
    ("对听的人了解多少", r"know about the person listening", "(?:他|她|他们|对方|大家).{0,12}(?:不懂|没学过|不知道|关心|只|都是)|先问", r"(?:he|she|they|who) (?:knew|didn't|never|cared)|no background|asked (?:him|her|them)"),
    ("让自己真正记住", r"what made it stick", "(?:边|跟着|自己|动手|上手)(?:学|做|试|练|改)|练|抄|做(?:了|一)(?:个|遍|张|份)", r"practi[sc]\w+|hands?-?on|tried|built|exercises|by doing"),
    ("最后你用它交出了什么", r"what did you deliver with it", "交(?:了|出|付)|做(?:出|成|完)|上(?:线|了)|完成", r"delivered|finished|built|handed|used it"),
    ("你从对方身上改了什么", r"did you change because of them", "我(?:也)?(?:学到|改了|采纳|跟.{1,4}学)", r"learn(?:ed|t) from|i (?:changed|adopted|took over)"),
    # Minds that change, decisions, principles.
    ("以前大概|之前大概也有人说过", r"others may have said so before",
     "这(?:次|回)|那(?:次|回).{0,10}不|数据|的数|亲(?:自|眼)|自己(?:挑|去|查|算|看|试)|上门|不服", r"this time|figures?|numbers?|myself|with my own|data|evidence"),
    ("最有把握的那些看法", r"views you are surest of", "(?:现在|以后|从那)我?.{0,12}(?:先|会|都|再|要)|习惯", r"now i|these days|since then|before i"),
    ("这个选择值不值", r"was it worth it", "值|没后悔|(?:后来|之后|半年|一年).{0,20}(?:降|升|少|多|好|涨|\\d)", r"worth|later|fell|rose|saved"),
    ("最不赞成的那个人", r"the person most opposed", "(?:他|她).{0,10}(?:后来|最后|也|同意|认|服)|单独|找(?:他|她)", r"(?:he|she|they) (?:later|finally|still|came|agreed|accepted)|sat down|talked"),
    ("如果口头说不通", r"when talking did not help", "书面|邮件|留(?:了|下)|写(?:了|成|下)|上报|举报|往上", r"in writing|e-?mail\w*|wrote|reported|compliance|legal"),
    ("你当时没有把握的", r"things were you unsure of", "假设|猜|先按|没把握|不确定", r"assum\w+|guess\w*|unsure|not sure|unknown"),
    ("事实证明谁对", r"who proved right", "后来|事实|证明|果然|说明", r"turned out|in the end|proved|afterwards"),
    ("什么信号出现时", r"what signal|which signs?", "学乖|每个?(?:月|周|天|季)|一(?:看到|发现|出现)|只要|不等|超过|连(?:着|续)", r"as soon as|whenever|now i|every (?:week|month)|before it"),
    # Why here, what next.
    ("哪一句话让你决定投简历", r"which line in the posting", "(?:介绍|启事|广告|要求|职责|招聘)(?:里|上|中)?.{0,6}(?:写|说|提|那句)|看到.{0,14}(?:写|岗位|招)", r"(?:ad|posting|advert\w*|description).{0,20}(?:says?|said|mention\w*)|you wrote"),
    ("看过我们做的哪些东西", r"what of ours have you looked at", "你们(?:的|家|公司|去年|今年|最近|那|做|开|招)|官网|看过|公众号|门店", r"your (?:website|shop|store|product|app|report|site|company|hotel)|i (?:read|saw|looked|visited|tried)"),
    ("让你知道自己喜欢这样的工作", r"tells you that you like this kind", "实习|以前|之前|做过|大[一二三四]|上学|那(?:次|年|段)|去年|兼职", r"intern\w*|when i|last (?:year|summer|job)|at my|used to|years? ago|part-?time|volunteer\w*|i (?:worked|ran|built|helped)"),
    ("我们得到的是什么", r"what would we gain", "我能|我可以|带(?:来|给)|帮(?:你们|公司|团队|到)", r"i (?:can|could|would) (?:bring|help|give|add|take|offer)|i bring|from day one"),
    ("明年这个时候", r"this time next year", "(?:一|半)年(?:内|之内|后|左右|里)?|明年|第一年|头一年", r"next year|first year|in (?:a|one|two) years?|within"),
    ("为什么来我们这里能走得更近", r"being with us bring", "你们|贵司|贵公司|这里|这个岗位", r"here|your (?:team|company|projects?)|this (?:job|role|position)"),
    ("考虑往外看之前", r"before looking elsewhere", "(?:跟|找|和).{0,8}(?:领导|上级|公司|老板|经理|主管).{0,10}(?:谈|提|说|申请|聊)|申请过|提过|试过|转岗|内部|争取", r"talked to|asked (?:my|for|the)|told my|tried|internal\w*|raised|suggested"),
    ("让你三年后还愿意留下", r"want to stay three years", "想(?:去|做|要|找|进|从|试|接)|希望|看重", r"i(?:'d| would|'m looking)|looking for|want to|hope"),
    ("你会带走的最好的东西", r"best thing you take", "学(?:到|会)|教会|感谢|带走|收获|锻炼|舍不得|信任我", r"learn(?:ed|t)|taught|grateful|thank\w*|gave me|trusted me|proud"),
    # How one works.
    ("效率明显掉下来", r"output clearly drop", "吃力|慌|烦|受不了|不适应|乱了|老(?:是)?(?:改|打断|催)", r"hard\w*|struggl\w+|worst|can't (?:work|stand|think)|interrupt\w*|unclear|noisy"),
    ("遇到不顺手的安排", r"a set-up did not suit you", "后来我|我就|先问|约(?:好|定)|提前", r"so i|i (?:started|asked|agreed|put|began|learned)"),
    ("不那么好听的一句", r"the less kind one", "缺点|不足|说我.{0,8}(?:太|不|急|慢|话)|毛病|就是太", r"too \w+|weak\w*|critici[sz]\w*|impatient|slow"),
    # Introductions.
    ("最能让我们了解|对你影响最大|最看重哪一件", r"tell us most about you|shaped you most|matters most to you", "最(?:自豪|难忘|骄傲|有成就|重要|看重|得意)", r"proud\w*|biggest|most (?:important|difficult)"),
    ("今天坐到这里|看看我们这个岗位|和我们这个岗位|换到我们这样的岗位", r"brings you here|position like ours|connect with this position|like this one now",
     "(?:所以|因此|现在|这次|今天).{0,16}(?:想|来|应聘|投|看)|(?:岗位|你们|贵司|贵公司).{0,16}(?:正好|需要|一样|对上|吸引)", r"that's why|which is why|so i(?:'m| am| applied)|your (?:job|position|company|role)|this (?:job|role|position)"),
    ("这些要求里哪一条最要紧", r"which of the requirements weighs most", "最(?:要紧|重要|关键|看重)|核心", r"most important|matters most|key|above all"),
    # Pay, notice, time off.
    ("如果要给一个区间", r"if you were to name a span", "[0-9一二三四五六七八九十两]+(?:万|千|k|块|元)", r"\d+"),
    ("你是参照什么得出来的", r"what did you measure it against", "市场|同行|行情|现在(?:的|拿)|目前|打听", r"market|current\w*|similar|heard|surveys?"),
    ("大致的日期", r"give me a rough date", "[0-9一二三四五六七八九十两]+个?(?:天|周|月|号|星期)|下个?月|随时", r"\d+|weeks?|months?|immediately|any time"),
    ("谁来接、接的人", r"who carries on", "交(?:接|给)|文档|清单|接(?:手|我)|带(?:他|起来)", r"hand\w* over|handover|notes|document\w*|replacement"),
    ("需要遵守的义务", r"what obligations", "保密|竞业|归还|交还", r"confidential\w*|non-?compete|return\w*|secrets?"),
    ("手上的功夫", r"keep your hand in", "练|做(?:了|过|点)|兼职|课|考", r"practi[sc]\w+|projects?|course|freelanc\w+|volunteer\w*|part-?time"),
    # A career and its next months.
    ("最实在的成果", r"most tangible thing", "[0-9]+.{0,6}(?:个|家|户|人|倍|万|套|条)|升到|降到|涨|从.{1,12}到", r"\d+|from .{1,20} to|fell|rose|grew"),
    ("你一直在找的是什么", r"what have you been after", "主线|一直(?:在|想|是)|都是(?:为|想|在)|越来越|串起来", r"thread|in common|each time|all of them|closer|more and more"),
    ("头两周里，你最想和谁谈", r"in the first two weeks, whom",
     "(?:和|跟|找|约|问|拜访|听).{0,20}(?:聊|谈|了解|请教|见面|同事|领导|负责人|客户|师傅|老师)|先(?:听|了解|认人)|只听", r"talk (?:to|with)|meet|listen|ask (?:the|my|each)|sit with|one[- ]on[- ]one|get to know|shadow"),
    ("到第二个月末", r"by the end of month two",
     "(?:第二|第三|两|三|头一|一)个?月.{0,30}(?:做|交|出|完|成|拿|理|建|上)|周.{0,20}(?:做|交|挑|出|完|成|复盘)", r"(?:second|third|first) month|by (?:the end|week|month)|(?:month|week) (?:one|two|three|\d+)|within .{0,12}(?:weeks|months)"),
    ("新人在这个阶段最容易犯什么错", r"newcomers most often get wrong", "不(?:会|要|急|能)(?:一上来|马上|着急|急着)|不急着|一上来就", r"mistakes?|rush\w*|not (?:change|judge)|wouldn't (?:change|judge)|too (?:fast|early|soon)"),
)  # fmt: skip
