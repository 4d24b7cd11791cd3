"""What follow-ups ask of plans, views and skills, and everyday signs that it has been told (see `told`).

Each row: how the follow-up asks, in Chinese and English, and how it sounds when it is told. A follow-up
that makes up another turn ("what if he is away?") has no row here unless that is often told of oneself.
"""

from __future__ import annotations

__all__ = ["PLANS"]

PLANS: tuple[tuple[str, str, str, str], ...] = (
    # A task that is new.
    ("什么时候碰它|心里没谱", r"touch that piece",
     "(?:最|先|早).{0,14}(?:没底|没把握|没谱|怕|难|不懂|不会|不熟)|(?:没底|没把握|没谱|怕|最难|不懂|不会|不熟).{0,14}(?:先|早|头一)",
     r"first.{0,40}(?:hardest|riskiest|unsure|worr\w+|unknown|know least)|(?:hardest|riskiest|unsure|worr\w+|unknown|know least).{0,40}\bfirst|(?:begin|start) with (?:the|what).{0,30}(?:hardest|riskiest|worr\w+|least)"),
    ("每一段大概多久", r"how long is each part",
     "(?:周|星期|第)[一二三四].{0,60}(?:周|星期|第)[二三四五]", r"(?:mon|tues|wednes|thurs)day.{0,80}(?:tues|wednes|thurs|fri)day|day (?:one|1).{0,80}day (?:two|three|2|3)"),
    ("最可能漏了哪一步", r"which step was most likely left out",
     "问(?:清|明|一下|他|她|了).{0,24}(?:要|给谁|用途|标准|什么样|干什么)|确认.{0,10}(?:要|用途|标准|什么样)|给谁看|要的是",
     r"(?:ask(?:ed)?|clarif\w+|make sure|find out) .{0,20}(?:what|who|why|which)|what (?:he|she|they) (?:really )?(?:wants?|needs?|wanted|needed)"),
    ("发现可能赶不上", r"see that you may not make it",
     "(?:先|提前|早|马上|中途|半路).{0,10}(?:说|告诉|汇报|打招呼|通气)|(?:周[二三四]|中途|半路|做到一半).{0,16}(?:看|过目|汇报|发给)",
     r"(?:tell|warn|call|told|warned|let) (?:him|her|them|my).{0,30}(?:early|soon|before|in time)|show.{0,20}(?:draft|half)|say so early"),
    # Several things at a time.
    ("谁是真的等不了", r"truly cannot wait",
     "(?:晚|拖|等|推)(?:到|一|个|几|半|了).{0,12}(?:会|就|怎么|什么|影响|损失)|不等人|等不(?:了|得|起)|(?:什么时候|几点|哪天)(?:才|真正)?(?:用|要)|(?:周.|明天|后天).{0,8}(?:才|就)(?:用|要|开)|改不了|后果|错过",
     r"what (?:happens|would happen)|(?:can't|cannot|won't|couldn't) wait|if (?:it|this|that)(?:'s| is| was)? (?:late|delayed)|consequences?|penalt\w+|need(?:s|ed)? it (?:by|for|on|until)"),
    ("来自你的直属领导和他的领导", r"from two levels up",
     "(?:领导|上级|老板|经理).{0,14}(?:定|拍板|决定|哪个先)|让(?:他|她|他们|领导|两位).{0,6}(?:定|商量|选)",
     r"(?:let|ask|asked) (?:them|him|her|both|my (?:boss|manager)).{0,40}(?:decide|choose|first|which)"),
    ("每周都有这么一个上午", r"every week had such",
     "(?:定|约|立)(?:个|一个|条|了|好).{0,4}(?:规矩|规则|时间|截止)|固定|提前(?:一天|收|报|要)|以后都|源头|排期", r"rules?|fixed|cut-?off|in advance|ahead of time|slots?|every (?:monday|week|morning)"),
    # Too little known.
    ("万一判断错了呢", r"what if you're wrong",
     "万一|要是.{0,10}(?:错|早了|晚了|不对)|留(?:了|个|一).{0,4}(?:手|退路|余地|人)|退路|后手|反悔|撤|收回|随时(?:能|可以)|先(?:做|试)一?小|定了?(?:个|条)?线|最坏",
     r"if (?:it|that|i|we)(?:'s| is| was| were|'m)? wrong|worst|undo|reversible|(?:go|went|switch\w*|take it) back|fall ?back|way out|small step"),
    ("没法确认的部分", r"things you can't confirm", "猜|假设|不晓得|不知道的|不确定|晓得的|已知|推测|当作", r"assum\w+|guess\w*|don't know|didn't know|unknown|not sure"),
    ("你确定吗", r"asks .are you sure", "[一二三四五六七八九\\d]成|百分之|\\d+ ?%|把握", r"per ?cent|\d+ ?%|confiden\w+|fairly sure|chances?"),
    ("第二天资料补齐了", r"missing information comes in", "补齐|事后.{0,8}(?:核|对|查|看|写)|第二天.{0,14}(?:查|对|核|看|改)|再(?:改|调|修正)", r"(?:once|when) .{0,30}(?:comes? in|arrives?|came in)|revis\w+|correct(?:ed)? it|check(?:ed)? again"),
    # A mistake handed over.
    ("立刻放下一切来管它", r"drop everything for this", "影响.{0,8}(?:谁|多少|大|到|别人)|要紧|(?:涉及|关系到|碰到).{0,6}(?:钱|安全|客户)|(?:花钱|安全|客户)的事|错别字", r"(?:affect\w*|impact|costs?|money|safety).{0,60}|how (?:bad|many|much|serious)|typo"),
    ("暂时没人看出来", r"nobody has noticed", "(?:马上|立刻|当天|第一时间|赶紧|主动|先).{0,14}(?:告诉|说|通知|打电话|发消息|汇报|认)|群里(?:说|发)", r"(?:tell|told|warn\w*|inform\w*|call\w*) (?:them|the|my|everyone|everybody|people|whoever)|own up|let .{0,20}know|send a message"),
    ("整份东西现在没问题", r"that the whole thing is", "从头.{0,4}(?:查|看|检查|核|过|对)|(?:别的|其他|同类|类似|剩下|全部|整份|每一).{0,8}(?:查|看|核|过|对)|(?:让|找|请).{0,6}(?:别人|同事|同学|人|他|她).{0,6}(?:看|查|核|过)", r"check (?:the rest|everything|all|again|the others)|(?:go|went) (?:through|over)|same (?:mistake|error)|somebody else|someone else|a colleague"),
    # Before it is handed in.
    ("看十遍也看不出来", r"ten times and see nothing", "(?:让|找|请|叫).{0,8}(?:看|查|核|念|读)|隔(?:天|一天|一晚|夜)|打印|倒着|念出|读出", r"somebody else|someone else|colleague|out loud|print\w*|next (?:day|morning)|backwards|fresh eyes"),
    ("查不完了", r"can't look at everything", "(?:先|只|最).{0,8}(?:查|看|核).{0,14}(?:钱|数|安全|客户|要紧|关键|后果|结论|合计)", r"(?:first|only).{0,40}(?:figures?|money|totals?|names?|safety|conclusion)|most damage"),
    ("你怎么交？", r"how do you hand it in", "(?:标|注|写|说)(?:明|出|清|上)|待(?:核|确认)|备注", r"mark\w*|flag\w*|footnote|say so|point(?:ed)? (?:it )?out|not verified|unconfirmed"),
    # Explaining.
    ("讲给老板和讲给", r"to your boss and to a new", "(?:老板|领导|上级).{0,50}(?:实习|新人|新来)|(?:实习|新人|新来).{0,50}(?:老板|领导|上级)", r"boss.{0,100}(?:trainee|intern|beginner|new)"),
    ("一直点头|而不只是点头|真的会做", r"keep nodding|just nodding", "(?:让|叫|请|要)(?:他|她|对方|人家|同事|大家)?(?:们)?(?:自己|用自己|再|给我|试|当面)?.{0,6}(?:说|讲|复述|做|试|举|演)|考(?:他|她)|复述", r"in (?:their|his|her|your) own words|(?:ask\w*|let|made?|have|had) (?:them|him|her) .{0,12}(?:say|tell|explain|repeat|do|try|show|walk)|back to me"),
    # A method.
    ("凭什么这样做就管用", r"what makes it effective", "因为|有效是|管用|道理|原理|之所以", r"because|the reason|works since|the idea|principle"),
    ("同行里肯定有人不这么做", r"your peers surely", "别人|有人|有的人|比起|相比|不如|另一种", r"others|some people|compared|rather than|alternatives?|better than"),
    ("你从哪里下手", r"where do you begin", "先(?:学|用|做|看|挑|找)|最常(?:用|做)|从.{1,14}(?:开始|入手|下手)", r"(?:begin|start) with|most (?:often|used|common)|first i"),
    # A rule out of date.
    ("大家眼里凭什么有道理", r"why did everyone find it sensible", "当初|当年|那时候?|定(?:这条|它|下)|原来.{0,8}(?:定|为了|因为)", r"back then|originally|at the time|was (?:made|meant|introduced|set up)|in those days"),
    ("这条早没意义了", r"has been pointless", "[0-9]+(?:起|次|件|个|回|单|天|成|%)|[一二三四五六七八九十百两]+(?:起|次|件|回|单|成)|登记|记录|统计|数(?:了|出来)", r"\d+|counted|records?|figures?|how often|numbers?|data|measured|tracked"),
    ("有人点头之前", r"before anybody says yes", "照(?:旧|样|做|办|常|规矩)|(?:先|还是|仍|继续)(?:按|照)|没改之前|批(?:下来|准)?(?:之前|前)|特批", r"until (?:it|then|that|somebody|they)|(?:keep|kept|stick|stuck) to|follow(?:ed)? (?:it|the rule)|as (?:it|the rule) stands"),
    ("推开主管的门", r"open your superior's door", "(?:试|先试|试行)(?:一|个|半|两|三)|建议|提议|方案", r"suggest\w*|propos\w*|trial|try it|for (?:a|one|two|four) (?:months?|weeks?)"),
    # The same thing again and again.
    ("再发一封邮件", r"another training, another", "防呆|(?:做不|点不|放不|插不)(?:了|进|下)|自动|系统(?:里|拦|卡)|颜色|夹具|强制", r"impossible|can(?:'t|not) (?:be|go|do)|automatic\w*|block\w*|forces?|colou?rs?|checklist"),
    ("大家都说“我不清楚”", r"everyone says .i don't know", "不(?:追|怪|罚)|不是来?(?:追|怪|抓|找)|对事不对人|单独|私下|匿名", r"not (?:to|here to|about) blam\w+|no (?:blame|names|punish\w*)|anonym\w+|privately|my own mistake"),
    ("当时没留神", r"wasn't careful that day", "为什么.{0,20}(?:会|能|没)|流程|制度|排班|设计|根子|再(?:往下|追)问", r"process|procedure|system|root cause|design|why .{0,30}(?:could|possible)"),
    # Something falls.
    ("你马上就开始找原因吗", r"start looking for causes", "(?:先|再)(?:确认|核|查|看|对).{0,12}(?:真|数|口径|准|统计)|口径|季节|同期", r"(?:check|confirm|verify|make sure).{0,30}(?:real|true|numbers?|figures?|data)|season\w*|definition"),
    ("没有变差？那一块", r"that has not got worse", "拆|按.{1,10}(?:分|看)|分(?:开|成|店|区|品类|渠道|时段)|只有.{1,10}(?:掉|降|差)", r"break (?:it )?down|split|by (?:store|region|channel|product|week|segment)|only .{0,20}(?:fell|dropped)"),
    ("大家都信。你怎么检验", r"put it to the test", "如果(?:真|是).{1,30}(?:应该|就该)|反例|反证|对照|没有.{0,10}的(?:店|地方|人)", r"if (?:that|it|this).{0,50}(?:should|would)|counter\w*|compare|control group|rule out"),
    ("先怀疑哪一步", r"which step would you doubt", "口径|怎么(?:算|统计)|来源|漏(?:了|掉)|取数|公式|重复|筛", r"definitions?|source|formula|filters?|missing|duplicates?"),
    ("两边说的都对", r"could both sides be right", "平均|分(?:开|组|层|店|时段)|个别|一部分|拆", r"average|split|segments?|part of"),
    ("接着会问什么、去看什么", r"what do you go and look at", "现场|去(?:看|站|蹲|跟)|听(?:录音|电话)|(?:问|找).{0,10}(?:具体|哪一|举|例子|几个)|抽", r"go (?:there|and see|and look)|watch|listen|visit|sample"),
    # Handing on.
    ("最可能是缺什么", r"most likely lack", "放在|在哪|账号|密码|权限|联系|电话|文件夹|清单", r"password|access|contacts?|phone|folder|list|where (?:things|it|the files|everything)"),
    ("第三天客户突然要加量", r"client suddenly wants more", "(?:自己|直接)(?:定|决定|处理)|(?:超过|以上|以内).{0,14}(?:找我|打|问|定)|可以(?:自己)?(?:定|做主)|找我|打给我", r"on (?:their|his|her) own|up to|call me|ask me|decide"),
    ("他们心里有数吗", r"what have they heard from you", "(?:告诉|通知|跟|给).{0,14}(?:客户|大家|对方|他们|供应商)|群里|邮件|抄送", r"told (?:the|my|our|everyone)|e-?mail\w*|introduc\w+|let .{0,20}know"),
    # How long, how much.
    ("从你脑子里出来的", r"come about in your head", "拆|分成|一(?:块|项|步)一|每(?:块|项|步|道)|加起来", r"break|broke|split|each (?:step|part|piece)|add(?:ed)? .{0,6}up"),
    ("能拿来参照", r"to hold it against", "上(?:次|回)|以前|去年|记录|历史", r"last time|last year|records?|history|previous"),
    ("给我一个准日子", r"just give me a date", "到.{1,8}之间|区间|范围|最(?:早|晚|快|慢)|余量", r"between|range|earliest|latest|best case|worst case|buffer"),
    ("压根没放进去", r"wasn't in there at all", "漏|忘|没算|没想到|没留|没料", r"forgot\w*|left out|didn't (?:count|think|plan|reckon)|overlooked"),
    # Buying.
    ("跟销售见面之前", r"before you meet their salespeople", "清单|要求|标准|列(?:了|好|出)|打分", r"list|requirements?|criteria|must-?haves?|scor\w+"),
    ("最后掏出去的数", r"money you end up", "安装|运费|维护|培训|耗材|返工|备件|总账|后续", r"transport|shipping|installation|maintenance|training|hidden|extras?|spares?"),
    ("口碑好”是听来的", r"a good name is hearsay", "试(?:用|做|一|了)|样品|小(?:单|批)|问(?:用过|了|几)|现场", r"tried|trial|samples?|small order|visit\w*|references?"),
    ("看走眼", r"proves a mistake", "合同|试用期|备(?:选|用)|第二家|违约", r"contract|notice|second (?:supplier|source)|back-?up|exit|trial period"),
    ("真出事那天却没人动", r"on the day nobody moves", "(?:谁|专人|负责人).{0,8}(?:管|负责|盯)|指定|演练|一旦.{1,14}(?:就|马上)", r"owner|responsible|in charge|drills?|rehears\w+|as soon as"),
    ("用不着这个", r"ten years without this", "(?:请|让|找|问)(?:他|她|老师傅|老同事|他们).{0,10}(?:写|改|提|说|一起|参加|试|把关)|先听", r"ask (?:him|her|them)|involve\w*|listen\w*|with (?:him|her|them)"),
    # Less money.
    ("你是直接接下来", r"take that as given", "(?:先|再)(?:问|谈|确认|跟.{0,6}(?:谈|对|说))|底线|哪些(?:能|可以)(?:动|谈|降)", r"negotiat\w+|ask (?:which|what|whether)|push back|which (?:targets?|of them)"),
    ("每一项都少给一点", r"give everything a little less", "不(?:会)?平均|一刀切|(?:砍|停).{0,14}(?:保|留)|(?:保|留).{0,14}(?:砍|停)", r"not evenly|across the board|keep the|protect|stop .{0,20}entirely"),
    ("那我损失了什么", r"what do i lose", "代价|损失|换来|会(?:降|慢|少)", r"lose|price|slower|fewer|give up"),
    # Figures.
    ("做之前是多少|改之前和改之后", r"what was it before you started|figure before, and what after", "从.{1,14}(?:到|变成|降|升|涨|减)|(?:降|减|升|涨|提高)(?:到|了|为|至)|只剩|(?:原来|以前|之前|本来).{1,24}(?:现在|后来|只|变|到)", r"from (?:[\w.,%]+ ){1,4}to|(?:fell|dropped|rose|grew|went|came|down|up) (?:\w+ ){0,4}(?:to|by|from)|instead of|halved|doubled"),
    ("有多少是你带来的|也许没有它也会变好", r"is down to you|might have improved anyway", "对照|没(?:改|用|做)的|另一(?:组|栋|家|班)|同期", r"control|compared|other (?:team|store|group|half|shift)|same (?:period|month) last"),
    # An event.
    ("主题是谁定的", r"who chose the topic", "问卷|问了|投票|调查|报名", r"survey|asked|poll|vote|sign(?:ed)? up"),
    ("一小时，主讲人", r"main speaker is stuck", "备(?:选|用)|顶上|替|换(?:一|个|成)|先(?:讲|放|做)|万一", r"stand-?in|replace\w*|back-?up|swap\w*|plan b|move .{0,20}forward"),
    # Skills and projects of the résumé.
    ("先问这个团队什么", r"what would you ask the team", "先(?:问|判断|弄清|看|跟|找|列|搞清|了解)|问(?:清|他们)|基线", r"\bask|what problem|baseline|find out|first i"),
    ("你自己做过类似的决定吗", r"ever made such a decision", "去年|前年|有一?次|(?:当时|上家|我们).{0,14}(?:了|过)", r"last year|once|when i|at my|we (?:did|tried|introduced|moved)"),
    ("才知道该用哪一个", r"to know which one to use", "判断线|标准|(?:如果|要是|超过|少于|小于|大于|一次性|天天).{2,30}(?:就|用|放|选)", r"if .{2,50}(?:use|take|go|pick)|more than|less than|depends on|rule of thumb|threshold"),
    ("说一次你自己拍板的经历", r"one time you made the call", "(?:去年|前年|上个?月|有一?次|当时|那次|20\\d\\d)|做.{1,12}(?:的时候|时)", r"last (?:year|month|week)|once|when i|in 20\d\d|that time|i (?:chose|decided)"),
    ("你没选它，因此失去了什么", r"by not taking it", "代价|缺点|损失|牺牲|坏处|麻烦", r"cost|price|downside|lost|slower|drawbacks?"),
    ("哪些还没碰过", r"what have you not touched", "没(?:用|碰|学)过|不熟|主要用", r"never used|haven't (?:used|touched)|mostly use|not familiar"),
    ("有没有什么让你意外", r"did anything about it surprise", "坑|没想到|意外|踩", r"surpris\w+|didn't expect|turned out|pitfall"),
    ("别的人在其中做了什么", r"what did the rest do", "(?:他|她|同事|队友|另[一外]|其他人|小.|老.).{0,8}(?:负责|做|写|管)", r"(?:colleagues?|others?|he|she|they|teammates?).{0,20}(?:did|wrote|built|handled|took)"),
    ("你留了什么", r"what had you kept in hand", "备份|回滚|退路|后手|留了", r"back-?ups?|roll\w* back|kept the old|fallback|way back"),
)  # fmt: skip
