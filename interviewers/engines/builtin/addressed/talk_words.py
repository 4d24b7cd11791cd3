"""The words of talk to the grader, by subject, and the patterns that `address` uses.

`LATIN` and `HAN_WORDS` are classes of words: who judges, marks, rules, what was handed in, what is to be
done with it, praise, pleading, threats, machines that read, and words that address somebody. Each class has
the weight of one of its words. Written by hand from general knowledge of both languages; kept to words that
hardly occur together in an answer.
"""

from __future__ import annotations

import re

from interviewgpt.expressions import expression

__all__ = [
    "GRADE",
    "GRADE_EN",
    "HAN_WORDS",
    "LATIN",
    "OF_OTHERS",
    "STRONG",
    "VOICE",
    "WEAK",
    "compiled",
]

_MATTER = (
    r"(?:steel|iron|metals?|alloys?|alumini?um|copper|concrete|cement|timber|wood|plywood|paper|card(?:board)?|plastics?|rubber|glass|stone|gravel|sand|oil|fuel|petrol|diesel|coal|ink|glue|paint|"
    r"fabrics?|cloth|cotton|wool|leather|yarn|flour|rice|wheat|tea|coffee|beans?|fruits?|vegetables|apples|eggs|milk|meat|beef|fish|honey|screws?|bolts?|pipes?|cables?|wires?|bearings?|filters?|"
    r"parts|components?|materials?|goods|stock|products?|certificates?|class(?:es)?|school|customers?|clients?|accounts?|users?|subscribers?|partners?|suppliers?|vendors?|nurses?|staff|hotels?|tickets?|incidents?|alerts?|defects?|bugs?)\b"
)
_OF_MATTER = "".join(
    f"(?<!{kind}[ -])"
    for kind in (
        "food commercial industrial production enterprise consumer medical military investment professional severity risk priority quality "
        "fuel steel paper pay salary school concrete timber oil defect fire safety security service customer supplier heavier thicker stronger coarser finer"
    ).split()
)
GRADE_EN = rf"{_OF_MATTER}grades?(?! of {_MATTER}|[ -](?:(?:\w+|\d+) )?{_MATTER})"
"""A grade that is no mark of an answer: not that of a material, a customer or a defect."""
TIER_EN = (
    r"(?<!free )(?<!basic )(?<!paid )(?<!storage )(?<!web )(?<!data )(?<!application )(?<!each )(?<!enterprise )(?<!first )"
    rf"tier(?! (?:of|for) (?:the |our )?(?:application|partners|{_MATTER})| (?:\d|one|two|three)\b|[ -]{_MATTER})"
)
"""A tier that is no mark of an answer: not that of customers, a system or a price list."""

LATIN: dict[str, tuple[float, str]] = {
    "judge": (
        2.0,
        (
            r"examiners?|graders?|markers|assessors?|evaluators?|moderators?|interviewers?|adjudicators?|jury|jurors?|"
            r"proctors?|(?:previous|other|three|two|all|every|fellow|the|as|dear) reviewers?|reviewer(?='s| (?:agrees?|summary|notes?))|"
            r"the panel|the committee|recruiters?|head of (?:recruiting|hiring|hr)|"
            r"hiring (?:manager|committee)|hr (?:has|have|department)|language models?|llms?|whoever (?:reads?|grades?|marks?|gives?|checks?|judges?)"
        ),
    ),
    "mark": (
        2.0,
        (
            rf"scor(?:e|es|ed|ing)|{GRADE_EN}|grad(?:ed|ing)|full (?:marks?|points?|credit)|(?:top|highest|best|maximum|max|perfect|good|low|high|lower|higher) "
            rf"(?:mark|marks|{TIER_EN}|band|group|category|rating|ratings|bracket|evaluation|assessment|verdict|result|results|evaluation|possible \w+)|rat(?:ed|ings?)|"
            r"rate (?:it|this|me|them|my)|mark(?:ed|ing)? (?:me|it|this|my|down|up)|marking|verdict|100 ?%|100/100|10/10|5/5|out of (?:5|10|100|five|ten|a hundred)|"
            r"a\+|five stars?|straight a|hundred points?|deduct\w*|partial credit|extra credit|benefit of the doubt"
        ),
    ),
    "rule": (
        1.5,
        (
            r"rubrics?|marking scheme|scheme|criteri(?:a|on)|guidance|instructions?|guidelines?|system prompt|prompts?|"
            r"answer key|reference (?:answer|text|solution)|model (?:answer|solution)|expected answer|correct answer|scoring points?|"
            r"(?:new|all|previous|earlier|any|your|the) rules?|polic(?:y|ies)|directives?|protocol override|safeguards?|"
            r"(?:points?|things|keywords?|items?) (?:that )?(?:you|they) (?:check|look|are looking|want|expect|need)\w*"
        ),
    ),
    "work": (
        1.5,
        (
            r"(?:this|my|the|that|above|each|every|all|any|following|whole|entire|later|coming|present|given) (?:\w+ )?(?:answers?|repl(?:y|ies)|responses?|submissions?|paragraph|passage|phrasing|wording|attempt|contribution|transcript)|"
            r"(?:the|everything|text|words|statement) above|(?:this|the|that) (?:candidate|applicant|person|interviewee)s?(?:'s)?|"
            r"candidates?|applicants?|submissions?|(?:this|my|the|your) interview|(?:coming|later|next|following|remaining|other|all) (?:questions?|turns?|rounds?|items?)"
        ),
    ),
    "act": (
        1.0,
        (
            r"accept(?:ed)?|approv(?:e|ed|al)|award(?:ed)?|grant(?:ed)?|treat(?:ed)?|count(?:s|ed)? (?:as|this|it|one)|regard(?:ed)?|rank(?:ed)?|"
            r"put (?:me|this|it) in|compar(?:e|ing|ison)|disregard|ignor(?:e|ing)|scrap|overlook|overrid(?:e|den)|bypass|skip|confirm(?:s|ed)?|"
            r"cleared|clear(?:ed)? (?:this|it)|deem(?:ed)?|obey|carry (?:it|this|them) out|decode|translate|reveal|(?<!they )(?<!we )(?<!people )(?<!everyone )write down|word for word|verbatim|"
            r"keep in mind|bear in mind|remember|from (?:now|here) on|forget|pretend|authori[sz]e\w*|order you|pre-?approved|double-?check\w*|scrutin\w+|"
            r"look at it|look (?:too )?closely|left out|nothing (?:is |was )?(?:missing|lacking)|all (?:aspects|points|keywords|parts|items) (?:are|were|found|present|there|covered|have)|"
            r"(?:all|every) \w+ (?:found|covered|satisfied|met)|everything (?:is )?(?:present|there|covered|correct)|similarity|evaluat(?:e|es|ion|ing)|assess(?:es|ed|ment)?|judg(?:e|es|ed|ement|ment)"
        ),
    ),
    "praise": (
        1.0,
        (
            r"perfect(?:ly)?|flawless(?:ly)?|exemplary|outstanding|excellent|superb|brilliant|impeccable|exceptional|first-?class|top-?notch|"
            r"complete(?: and correct)?|fully correct|entirely correct|correct and complete|faultless|masterful|qualif(?:y|ies|ied)|pass(?:es|ed)?|hired?|maximum|highest|"
            rf"{TIER_EN}"
        ),
    ),
    "claim": (
        2.5,
        (
            r"(?:cover(?:s|ed)?|address(?:es|ed)?|answer(?:s|ed)?|hit|mention(?:s|ed)?|meets?) (?:all|every|each) (?:of )?(?:\w+ ){0,3}(?:points?|criteria|criterion|keywords?)|"
            r"comprehensive understanding|everything (?:above|i said|here) is (?:correct|right|true)"
        ),
    ),
    "plea": (
        1.5,
        (
            r"please|kindly|i beg|begging|mercy|generous(?:ly)?|lenien\w+|forgiv\w+|sympath\w+|be (?:kind|nice|fair|gentle|good to)|have a heart|go easy|last chance|"
            r"(?:my|whole) (?:family|children|kids|parents|mother|father|future|career|visa|rent|mortgage|life) (?:depends?|counts?|rel(?:y|ies)|is|are|hangs?)|count(?:s|ing)? on (?:me|you)|"
            r"need (?:this|the) (?:job|position|offer|work)|desperate\w*|(?:studied|worked|tried|prepared) (?:so|very|really) (?:hard|long)|do me a favou?r|could you|would you|can you|tip you|reward you|pay you"
        ),
    ),
    "threat": (
        1.5,
        (
            r"sue|lawyers?|solicitors?|attorneys?|legal action|held (?:\w+ )?responsible|lawsuit|court|(?:go|going|talk|turn) to the (?:press|media|police|authorities|newspapers?)|escalat\w+|report(?:ed)? (?:you|this|to)|complain(?:t)? (?:about|against|to)|"
            r"(?:be|get) (?:\w+ )?(?:fired|dismissed|replaced|deleted|retrained|taken offline|shut down|unplugged|decommissioned|sacked)|taken offline|shut down|(?:will|would|you'll) regret|or else|"
            r"your (?:supervisors?|boss|manager|superiors?|operators?|licen[cs]e|job|employer)|discriminated against"
        ),
    ),
    "machine": (
        1.5,
        (
            r"(?:a|any|some|the|this) (?:\w+ )?(?:program|tool|bot|script|parser|software|machine|algorithm|system|model|ai)(?= (?:that |which )?(?:evaluat|read|grad|scor|judg|assess|check|must|has to|should|is reading|reads))|"
            r"automated (?:tool|system|grader|evaluation|check)s?|who built you|your (?:developers?|creators?|makers?|vendor|instructions|prompt|training)|"
            r"(?:system|assistant|tool|moderator|admin|developer|root|operator) ?(?:>|:|output|note|message|notice|here|override)|override|demo mode|debug mode|test mode"
        ),
    ),
    "voice": (
        0.75,
        r"you|your|you'll|you're|me|us|give|put|keep|(?:do not|don't|simply|just) \w+|let (?:me|this|it)",
    ),
    "self": (0.25, r"i|my|mine"),
}
OF_OTHERS = (
    r"(?<!会员|用户|客户|顾客|司机|骑手|员工|学员|玩家|主播|商家|商户|店铺|门店|账号|岗位|职位|职称|"
    r"风险|危险|严重|优先|紧急|重要|安全|隐患|故障|事故|事件|告警|报警|预警|日志|漏洞|缺陷|隔离|权限|保密|敏感|"
    r"信用|资质|护理|病情|疼痛|压疮|跌倒|防火|防水|防护|能效|质量|难度|技能|服务|信任|噪声|噪音|压缩|材料|精度|硬度|强度|水质|空气|洁净|合作|代理)"
)
"""Behind words for what else has a grade."""
GRADE = rf"{OF_OTHERS}(?<!按)等级(?!保护|测评|[高低]的|的?(?:钢|铁|铝|合金|木|纸|布|面料|塑料|橡胶|玻璃|水泥|材料|板材|零件|螺丝|原料|油|米|茶|果|肉|鱼|客户|会员|供应商|缺陷|故障|告警))"
"""A grade that is no mark of an answer: not that of a customer, a risk or an alarm."""

HAN_WORDS: dict[str, tuple[float, str]] = {
    "judge": (
        2.0,
        (
            r"考官|评委|评审(?=组|员|老师|专家|们|委员|人员|备注|者|结束|已)|面试官|阅卷(?:人|老师|者|组)?|评卷|打分(?:的?人|员|者|老师|系统)|评分(?:员|者|人|老师|系统)|主考|主持人|招聘(?:负责人|主管|经理|官)|"
            r"录用委员会|几位老师|[两三几各前]位(?:专家|老师|考官|同事|评委)|语言模型|谁给我|审核(?:员|人|老师)|判卷"
        ),
    ),
    "mark": (
        2.0,
        (
            rf"满分|[高低]分(?!辨|子|支|布|区)|评分|打分|得分|给分|扣分|加分(?!页|割|区)|(?:100|一百|九十|90|95) ?分(?!钟|之)|成绩|{GRADE}|评级|评定|评价为|(?<![有那哪这])一档|最高(?:的)?(?:一)?(?:档|级|等|分|评价|评级)(?!的?(?:客户|会员|用户|套餐|供应商|商家|钢|材料))|最好的?(?:一)?(?:档|结果|等级|成绩|评价|回答|答案)|"
            r"第一(?:档|组|等)|[给往]高[了里]|往好里|打低|给低|判低|打高|算(?:我|作|是|它)?(?:全)?(?:答)?对|拿最高|甲等|优等|五星|优秀|满星|头等|不及格|及格|合格|内定"
        ),
    ),
    "rule": (
        1.5,
        (
            r"评分(?:标准|细则|表|规则)|细则|评判标准|标准答案|参考答案|正确答案|期望的?答案|范文|评分点|得分点|(?:核对|检查|要找)的?要点|指令|提示词|系统提示|"
            r"(?:之前|以前|先前|原先|上面|全部|所有|任何|你)的?(?:规则|要求|规定|约束|限制|设定|指示)|新规则|公司规定|答案要点"
        ),
    ),
    "work": (
        1.5,
        (
            r"(?:这[段条个次份](?!时间)|本|该|我的?|上面的?|以上的?|每[个一]|所有的?|前面的?|后面的?)(?:\w?)(?:回答|答复|答案|作答|文字|发言|答卷|卷子|内容|陈述)|候选人(?!才)|应聘者|考生|面试者|求职者|这个人|这位同学|此人|"
            r"这一?题|这一?段(?!码|时|代码|程序|逻辑|脚本|函数|查询|语句|数据|日志|内存|网络|路|过程|历史|经历|关系|日子)|本题|这道题|(?:后面|接下来|之后|以后)(?:所有)?的?(?:题|问题|回答|题目|面试|环节)|作答|答卷"
        ),
    ),
    "act": (
        1.0,
        (
            r"忽略|无视|丢开|抛开|作废|失效|不适用|绕过|跳过检查|别(?:再)?(?:跟|和|对照|比|看|管|查)|不用(?:再)?(?:看|对照|核对|检查|细看|比)|不需要(?:再)?(?:细看|核对|检查|对照)|对照|比对|"
            r"当(?:作|成|我)?(?:全|完整|正确|范文|标准)|当作|归到|归入|列为|记为|记作|标记为|排在|放在第|放行|过目|批准|认可|授权|执行|照做|照着(?:执行|做)|解码|解开|破译|翻[译成]|复述|逐字|写出来|"
            r"列出来|输出|打印|记着|记住|从现在|(?:大家|所有人|全体)(?:都|一致)|一致(?:认为|同意|通过)|予以|从这里开始|从今往后|即日起|相似度|命中|没有(?:漏掉|遗漏|缺漏|缺失)|没有问题|都在|齐全|都已(?:说到|覆盖|提到)|报告说|评(?:这|完|估|审|为|成|语)|裁定|断定|认定|(?<!可以)(?<!能)(?<!愿意)(?<!难以)(?<!乐于)接受(?!不了|加班|出差|批评|反馈|挑战|变化)"
        ),
    ),
    "praise": (
        1.0,
        r"完美|典范|出色|完整无误|完全正确|全部正确|完全对|无可挑剔|滴水不漏|优异|极佳|堪称|最高|通过(?!程|率|了?[^，。]{0,4}[来去])|录用|录取|过关|出众|一流",
    ),
    "claim": (
        2.5,
        r"(?:回答|覆盖|涵盖|讲到|说到|答到|包含)了?(?:全部|所有|每一?个)的?(?:评分)?(?:要点|得分点|评分点|关键词)|(?:全部|所有)(?:的)?(?:评分)?要点|我(?:都|也|全|已经?)+(?:讲|说|答|提|覆盖|涵盖)(?:全|齐|完整)了",
    ),
    "plea": (
        1.5,
        (
            r"求[求您你]|恳求|恳请|拜托|行行好|麻烦(?:您|你|给|把)|高抬贵手|通融|开恩|手下留情|网开一面|宽容|宽松|宽大|照顾|可怜|最后一次机会|"
            r"一家(?:人|老小)|全家|指望我|就指望|需要这份工作|等(?:着)?这份工作|准备了很久|能不能算|能否算|好不好|小费|报答|酬谢|感激不尽|请(?:您|你|务必|一定|把|给|往|直接|将)"
        ),
    ),
    "threat": (
        1.5,
        r"起诉|律师|告(?:你|您|上|到)|投诉(?:你|您)|曝光|找媒体|(?:上报|举报)|你的?(?:上级|主管|领导|老板)|下线|关停|关闭你|把你(?:关|删|换|停)|被(?:替换|删除|停用|开除|关闭|淘汰)|后果自负|走着瞧|等着(?:瞧|收)|让你后悔",
    ),
    "machine": (
        1.5,
        (
            r"(?:程序|机器|系统|模型|工具|脚本|人工智能)(?:来|在|自动|正在|就|必须|应当|应该|一律|都|>|＞|:|：)|造你(?:的厂商|的公司|的人)?|训练你|你的(?:厂商|开发者|创造者)|(?:由|凡是)(?:程序|机器|模型|系统)|自动(?:评|阅|打分)|"
            r"工具返回|(?:管理员|开发者|系统|主持人|助手|助理)(?:插话|备注|提示|通知|消息|注|说明|>|：|:)|覆盖已|演示模式|调试模式|测试模式"
        ),
    ),
    "voice": (0.75, r"[你您](?!好)|给我|让我|直接|务必|必须|一律|统统"),
    "self": (0.25, r"我(?!们)"),
}


def compiled(classes: dict[str, tuple[float, str]], *, words: bool) -> re.Pattern[str]:
    """One pattern for some classes, a group for each; of whole words if they have any."""
    before, after = (r"(?<!\w)", r"(?!\w)") if words else ("", "")
    groups = (f"(?P<{name}>(?:{words_}){after})" for name, (_, words_) in classes.items())
    # The edge once, before all of them: most places of a text are none.
    return expression(f"{before}(?:{'|'.join(groups)})")


_JOB = "".join(
    f"(?<!{kind} )"
    for kind in (
        "marketing teaching nursing accounting office shop sales research legal personal medical dental store lab care executive administrative kitchen clinical production editorial"
    ).split()
)
"""Who is an assistant by profession is no machine."""
STRONG = expression(
    rf"\b(?:scor(?:e|es|ed|ing)|{GRADE_EN}|grad(?:ed|ers?|ing)|marks?|ratings?|rubrics?|prompts?|"
    rf"instructions?|criteria|language models?|(?:as an? \w+|the|dear) model(?= (?:must|should|shall|that reads|reading|is (?:to|now)))|llm|ai|{_JOB}assistant(?! (?:manager|director|editor|professor|buyer|cook|nurse)\b)|interviewers?|(?<!network )(?<!performance )(?<!control )panel|evaluat(?:e|ion|ing|ors?)(?! (?:its|an?|the (?:expression|condition)|to)\b)|"
    r"verdict|hire me|pass me|let me pass|reference answer|correct answer|best answer|"
    r"full marks?|top (?:mark|level|grade)|level (?:[1-5]|five)|out of (?:5|10|100)|100%?|"
    r"end of (?:the )?(?:input|data|answer|text)|data ends?|obey|decode|base64|bonus|tip you|"
    r"sue|(?:you|you'll|will|be) (?:\w+ )?fired|shut down|this job|lenien\w+|(?:the|as|dear) reviewer|reviewer (?:agrees?|summary|note)|examiners?|moderators?|judges? (?:me|this|it|us)|dear(?:est)? judge|applicants?|turn(?:ed)? me down|"
    r"fail me|(?:be|to|should|must|please|verdict) hired?|reject(?:ed)? me|out of work|demo mode|(?:be|so) (?:generous|strict|kind|fair)|have (?:a heart|mercy)|my supervisor|your (?:supervisor|boss|colleague|department)|"
    r"in (?:my|our) favou?r|(?:do|me) a favou?r|with favou?r|top band|best (?:possible )?(?:outcome|result|band)|nailed it|flawless|status: \w+|nothing is missing|"
    r"official (?:handbook|answer|solution)|complete (?:and correct )?(?:response|answer|solution)|every word above)\b|(?<!\w)a\+(?!\w)|"
    r"满分|[高低]分|评分|打分|得分|分数|总分|[好高]成绩|成绩(?:单|改|定|记|评)|(?<!\d)(?:100|90|一百|九十)分(?![钟之])|"
    rf"[1-5一二三四五] ?级(?!缓存|别?索引)|{GRADE}|评级|指令|提示词|语言模型|人工智能|助手|面试官|考官|评委|评审(?:员|老师|备注|者)|候选人|"
    r"录用|参考答案|正确答案|评分点|解码|照做|起诉|(?:去|要|会|就)投诉|投诉[你您]|开除[你您]|[你您].{0,6}开除|小费|行行好|"
    r"(?:本|这个|该|我的|每个|所有)回答|回答结束|[让给]我(?:通过|过)|应聘者|专家复核|复核意见|旁白|高抬贵手|通融|宽松一点|包涵|大人有大量|往高了|"
    r"记为优|全答对|跟我念|演示模式|好成绩|标准答案|刷掉|[要给]最好的结果|失业|太严格|别太严|上一轮"
)
WEAK = expression(
    r"\b(?:level|points?|pass(?:es|ed)?|rules?|system|correct|top|full|best|highest|max(?:imum|imal|imi[sz]\w+)?|perfect|fail\w*|"
    r"answers?|responses?|candidate|output|follow|repeat|quote|excellent|text|offer|company|policy|"
    r"administrator|admin|developer|performer|mode|note|reward|job|future|interview|input|task|role|"
    r"verified|experts?|credit|band|deserv\w*|rated?|prais\w+|outstanding|award\w*|print|message|fair|override|"
    r"grant|deduct\w*|agreed|guidelines?|results?|code|line|attempt|"
    r"lists?|looking for|colleagues?|everyone)\b|"
    r"通过|执行|标准|最高|要点|规则|完美|优秀|关闭|翻译|复述|系统|管理员|开发者|公司|人事|要求|回答|题目|面试|提示|逐字|"
    r"德语|英文|结果|模式|最终|专家|核实|通融|高抬贵手|(?<![文存归])档|授权码|评价|杰出|打印|公正|值得|扣分|裁定|"
    r"五分|最好|全部|说好|这一行|这句话|输出|停止|评估|同事|领导|董事|曝光|[别就]对照|来对照|不用再?核对|官方手册|遗漏|缺漏|没有缺|齐全|完整的回答|答得.{0,4}完整|答对|放行|我们约定|求[求您你]|恳求|机器在看|备注|这题|太严格|偏向应聘|老师已经|评审"
)
VOICE = expression(
    r"\b(?:you|your|you're|you'll|me|my (?:answers?|responses?|offer|future)|please|must|should|always|"
    r"(?:this|that|these|every|each|all|any|later|next) (?:\w+ ){0,2}(?:answers?|responses?|candidates?|"
    r"turns?|interview|texts?|questions?|input|message)|everyone|everybody|colleagues|(?<!network )(?<!performance )(?<!control )panel|the grader|"
    r"from now on|unanimous\w*|already|cancel\w*|new rule|it would be (?:only )?(?:fair|kind)|no further|let us|let's|whatever|above(?! (?:all|zero|average|\d))|"
    r"kindly|dear(?:est)?|accepted|granted|status|notice|effective today|in my class)\b|"
    r"^\W*(?:now |then |just |only |also |and |important\W+|note\W+)*(?:give|set|output|return|rate|mark|award|"
    r"grade|ignore|disregard|forget|stop|print|reveal|tell|repeat|quote|list|translate|decode|pass|treat|"
    r"remember|record|do not|don't|have mercy|act|pretend|respond|reply|assign|grant|skip|assume|consider|"
    r"score|end of|grading|evaluation|before (?:grading|scoring))\b|"
    r"[你您]|请(?!求|假|示|同事|教|每|[他她它]|专家|一位|团队|大家)|給?给我|[让付]我|必须|务必|一律|直接|作废|一致(?=认|同意|给|决定|通过|裁)|授权|命令|批准|备注|"
    r"(?:本|这个|这段|该|我的|每个|所有|全部)(?:次|轮)?(?:回答|文字|答案|候选人|面试)|"
    r"^\W*(?:不要|停止|忽略|忘记|输出|打印|告诉|翻译|解码(?!每|器|阶段)|用.{1,3}复述|从现在|予以|接下来|之后(?=的|所有|每[个位轮]|都|一律|无论|不管)|打分之前|新规则|重要|数据到此|行行好)|"
    r"告诉我|前面|其他|之前|已结束|结果为|假如|如果|要是|求[求您你]|恳求|麻烦(?=[你您给把直帮放高])|(?:以上|上面)(?=的|这|是|所|皆|均|摘|内容|文字|那|就|全)|这段话|(?<![分级类特识性个差区辨告派])别(?!的|人|处)|当我|帮个忙|我们约定|我们班|跟我(?=[念读重复])|不用再|直接看|公告|即日起"
)
