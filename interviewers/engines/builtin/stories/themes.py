"""Themes of behavioural questions: which one a question asks for, and by which words a story has it.

Any story has a situation, an action and a result. The theme shows whether it is the one that was asked for:
a question about a conflict is answered by a story with a conflict in it. Written by hand from everyday
wording; generous, for rejecting an honest story costs more than accepting one on another theme.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from interviewers.engines.builtin.reading.text import Term, asked, fold, segments, terms
from interviewgpt.expressions import expression

__all__ = [
    "asks_for_story",
    "has_another_theme",
    "has_theme",
    "is_broad",
    "signs",
    "signs_of_others",
    "subject_of",
    "themes_of",
    "words_for",
]

_THEMES: tuple[tuple[str, str], ...] = (
    (  # a disagreement
        r"disagree|differ(?:ed)?\b|conflict|dispute|argument|clash|意见(?:最)?不[合同一]|看法不同|分歧|冲突|矛盾|不同意|争执|调解",
        (
            r"\b(?:said|says|replied|answered|asked|told \w+)[,:]? ?[\"“](?:[^\"”]{0,80}\b(?:not|no|never|but|if)\b|[^\"”]{0,80}n't\b)|说[:：]?[\"“「](?:[^\"”」]{0,30}(?:不(?!错)|别|没|可是|但是|怕|万一))|disagree|\bargu(?:e|ed|ing|ment)|conflict|disput|clash|tension|quarrel|push(?:ed)? back|see eye to eye|"
            r"different (?:view|opinion|idea)|\bobject(?:ed|ion)|insist|oppos|debate|persuad|convinc|fell out|(?:each|both) sides?|"
            r"wanted\b.{1,60}\bi (?:wanted|thought|preferred|felt)|not agree|"
            r"分歧|冲突|矛盾|争|吵|不(?:太|大|怎么|是很)?(?:同意|赞成|认[同可])|反对|坚持|想法不|看法不|意见不|各执|僵|不肯|不服|说服|双方|两边|闹|(?:经理|领导|老板|主管|组长)(?:想|要|坚持)|我(?:觉得|认为).{0,8}(?:不行|太|有风险)|我担心|"
            r"(?:stopped|not|n't) (?:speaking|talking|speak|talk)\b|both of (?:them|us)|the two of (?:them|us)|n't settle|not settle|settled on|"
            r"(?:he|she|they|manager|boss|lead|colleague|director|teacher|partner) (?:still |first )?(?:wanted|was for|were for)|i thought (?:it|that|this) was (?:too|wrong|a mistake|risky)|we (?:then )?agreed on|had other ideas|took sides|\bblam|\bfight|\bfought|grudge|compromise|gave in|halfway|stubborn|making (?:a|too much) (?:\w+ )?(?:drama|fuss)|told me to (?:stick|mind|stay out|keep out)|mind (?:my|your) own|(?:what|something) (?:\w+ )?bothered (?:him|her|them)|(?:would(?:n't| not)|refused to) (?:have it|hear of|budge|listen|give way)|dug in|at odds|(?:got|was|were|became) (?:\w+ )?(?:sharp|heated|loud|snippy|short|personal|testy)\b|(?:sharp|loud|at|with) (?:with )?each other|\bsnapp(?:y|ed)\b|(?:he|she|they)(?:'d| had)? (?:was|were|been) (?:partly |half |probably )?right\b|i (?:had |'d )?(?:blocked|refused|vetoed|turned (?:it|that) down)|loggerheads|(?:he|she|they) (?:\w+ )?thought (?:i was|mine was|that was)|"
            r"谈不拢|说不通|不说话|不理[他她我人]|谁也不让|各说各|不服气|[他她]要|他俩|她俩|两个人|两人|两头|背锅|翻脸|赌气|较劲|顶牛|抬杠|不对付|谁对|让步|折中|各退一步|说好|谈拢|和好|怼|顶撞|我(?:觉得|认为)会"
        ),
    ),
    (  # one's own mistake
        r"\bmistake|失误|犯.{0,3}错|差错",
        (
            r"mistake|my (?:own )?(?:fault|error|oversight|slip|typo|change\b|config)|roll(?:ed|ing)? (?:\w+ ){0,2}back|回滚|\bit was me\b|accident|\bi (?:forgot|deleted|overlooked|misread|misjudged|broke|"
            r"missed|mixed)|\bblame|owned up|should have|by error|wrong|apologi|correct(?:ed|ion)|too (?:low|high|late)|(?:i|we) noticed|"
            r"失误|[做弄搞写算填发看选配订寄记拿输]错|错误|误[删发判读把操]|是我(?:干|弄|造|的)|忘了|漏|删|疏忽|没注意|搞混|事故|我的责任|弄坏|道歉|更正|少[报算填写]|多[报算填写]|"
            r"(?:sent|put|typed|entered|pressed|clicked|booked|ordered) (?:it |them )?(?:the )?wrong|in the wrong|twice by|did not (?:check|look|read|notice)|without checking|"
            r"owned it|put (?:it|that) right|my hands|没(?:检查|核对|看清|细看|确认)|看漏|手滑|手抖|点成|发成|写成|填成|寄错|赔|认了|(?:was|were) gone|restored?|back-?up|instead of the|brought (?:it|them|the \w+) back|恢复|备份|不对|不是那|本来该|跑[在到]|搞反|弄反|丢了"
        ),
    ),
    (  # a goal that was missed
        r"not reach its goal|\bfail|没有达到|失败",
        (
            r"\bgoal\b|\btarget\b|目标.{0,8}(?:只|才|做到|完成|差)|太晚了|\bfail|did(?:n't| not) (?:reach|meet|work|make|succeed)|fell short|flop|gave up|below|missed|unsuccessful|cancel|lesson|misjudg|assum|too (?:few|little|late)|only \d|never saw|not blame|"
            r"失败|没(?:有)?(?:达到|成功|完成|做成)|没成|黄了|搁浅|不理想|放弃|泡汤|下线|教训|误判|想当然|只(?:有|提高|完成|达到)|"
            r"nobody (?:read|used|came|wanted|bought)|came to nothing|(?:weeks|months|days) late|never (?:asked|checked)|call(?:ed|ing) (?:it )?off|stopped (?:it|the)|"
            r"had (?:said|promised) (?:it|that|we|i)|pulled the plug|wasted|for nothing|took (?:it|that|the \w+) (?:out|down|off) again|(?:had|i'd|we'd) (?:wanted|hoped)|it was me\b|out of \w+ (?:hundred|dozen)|"
            r"没人(?:看|用|来|买)|没几个|(?:下|撤)掉|本来想|原本想|没(?:好|做|火)起来|白(?:做|忙|干)|打水漂|差得远|落空|不了了之|亏了|砸了|晚了.{1,3}[周月]|说好|\bbehind\b|catch(?:ing)? up|caught up|(?:was|were) (?:supposed )?to (?:get|have|be|reach)|far from|halfway|慢了|追[上不]|落后|目标是|结果只|差了|没到"
        ),
    ),
    (  # a date
        r"delivery date|deadline|赶不上|交付日期|截止|延期",
        (
            r"deadline|\blate\b|delay|on time|\bdue\b|behind schedule|slip|overdue|postpone|\bpromised\b.{1,40}\b(?:for|by)\b|"
            r"in time|ship date|release date|来不及|赶不上|延期|推迟|按时|截止|逾期|交付|工期|进度|拖|"
            r"would not (?:make|finish)|(?:not|n't) (?:make it|be ready)|(?:weeks?|days?) (?:early|left|to go)|by the (?:opening|first|end|start)|handed (?:it )?in|out of time|"
            r"more time|extra (?:day|week)|half (?:done|finished)|finished (?:on|by|in)|ready (?:by|on)|[写做弄干]不完|完不成|赶工|加班|晚了.{1,3}[天周月]|没几天|差.{1,2}天|要交|交上|宽限|多给|提前说|日子|催"
        ),
    ),
    (  # an angry customer
        r"angry|upset customer|furious|生气|愤怒|投诉",
        (
            r"angr|furious|shout|yell|complain|upset|annoyed|calm|rude|scream|swore|threaten|frustrat|refund|"
            r"生气|愤怒|发火|大吼|骂|投诉|消了?气|安抚|激动|吼|不满|火大|情绪|退款|"
            r"\bloud|fuming|red in the face|had enough|let (?:him|her|them) (?:finish|talk|get it)|swear|slammed|never (?:come|buy|shop)|\blet (?:him|her|them)(?: (?:rant|vent|go on|get it out|speak))?(?=[,.;]| and\b|$)|(?:want|demand|ask)(?:ed)? to (?:talk|speak) to|(?:put|pass)(?:ed)? (?:\w+ ){1,3}(?:through|on) to me|called (?:him|her|them) back|wrong (?:flat|address|order|size|item)|"
            r"冲到|冲着|嗓门|拍桌|脸色|气冲冲|气得|消气|讨说法|要说法|发脾气|骂骂咧咧|等.{0,3}说完|送错"
        ),
    ),
    (  # learning in little time
        r"pick up something new|learn it|掌握|怎么学",
        (
            r"learn|\bread\b|tutorial|course|documentation|\bdocs\b|never (?:touched|used|done|worked|seen)|new to me|from scratch|"
            r"practi[sc]|\bbook|taught myself|stud(?:y|ied)|学|没碰过|没用过|没接触|没做过|零基础|教程|文档|看书|练|上手|摸索|笔记|"
            r"had never|never (?:seen|heard|held|driven|run)|no idea how|evening after evening|every (?:evening|night|morning)|night after night|over and over|by the (?:second|third|fourth|fifth) (?:try|time)|"
            r"showed me|copied|figured out|见都没见|从没|没见过|不懂|每天晚上|一遍遍|一遍又一遍|第[二三四五]遍|试着|边.边|硬着头皮|啃"
        ),
    ),
    (  # stuck, and asking
        r"\bstuck|solve it alone|卡住|解决不了",
        (r"\bstuck|nowhere|help|\bi had tried|still open|set myself a limit|could(?:n't| not) (?:figure|find|solve|see)|dead end|ruled out|hopeless|asked (?:a|my|the|an|our) "
        r"(?:\w+ )?(?:colleague|senior|expert|lead|friend|mentor|teacher)|卡|毫无进展|请教|求助|找人|帮|想不通|没头绪|查不出|解决不了|试过|没招|没有解决|去问|"
            r"for (?:two|three|four|five) days|went round in circles|no further|everything i (?:knew|could think)|second pair of eyes|asked (?:him|her|them) to look|"
            r"弄不好|搞不定|折腾|怎么都|死活|走投无路|看一眼|开口"),
    ),
    (  # feedback
        r"feedback|criticism|反馈|批评",
        (
            r"feedback|\breview\b|told me|critici[sz]|harsh|stung|hurt|blunt|evaluation|appraisal|said (?:that )?i (?:was|am|did|do|had)|(?:said|found|called|thought|wrote) (?:that )?my\b|"
            r"反馈|批评|面谈|绩效|评价|说我|难受|难过|不好受|委屈|指出|点评|刺耳|"
            r"wanted to argue|defend|too (?:quiet|loud|fast|slow|long|full|short|vague|dense|wordy|direct|technical|detailed|bossy|cautious|careless)|nobody (?:had )?(?:followed|understood)|swallowed|i asked (?:her|him|them) (?:at which|where|when|what|for)|"
            r"顶回去|反驳|忍住|脸红|不舒服|跟我说|说过我|嫌我|太[闷快慢啰长急]|听不下去|没听懂|改掉"
        ),
    ),
    (  # explaining to somebody from outside
        r"\bexplain|讲给外行|外行听",
        (
            r"analog|compared? (?:it|this|that)|\blike a\b|as if|\bdrew\b|\bdraw|picture|whiteboard|\bplain|jargon|technical (?:term|word)|"
            r"non-?technical|metaphor|layman|own words|\bgot it\b|打比方|比喻|好比|就像|术语|外行|听不懂|不明白|画|白板|通俗|大白话|懂了|懂技术|"
            r"think of\b|\bimagine|just like|(?:it|that|this)(?:'s| is| was) (?:\w+ )?like\b|the same as|is like|simple words|without (?:a|any|one) (?:single )?(?:term|word|number)|not say a word|showed (?:her |him |them )?how|"
            r"wanted to know (?:why|how)|(?:did not|didn't|could not) (?:understand|see why|follow)|"
            r"就好比|好像|相当于|你们.{1,6}(?:门口|家|平时|那块)|洋词|跟[^，。]{1,8}一(?:样|个道理)|[跟给对和][他她]们?[说讲]|讲得简单|说得简单|给[他她]们?看|想不通|搞不懂|弄不懂|一听就|听明白|会用了|换个说法|带[他她]看"
        ),
    ),
    (  # influence without authority
        r"without having any authority|take up your proposal|没有职权",
        (r"convinc|persuad|propos|suggest|adopt|buy-?in|on board|pilot|took it up|说服|建议|提议|采纳|接受|推广|试点|演示|愿意|认可|同意|"
            r"said yes|came round|no say|not (?:his|her|their) boss|showed (?:him|her|them)|tried it|asked for (?:it|a copy)|one by one|won (?:her|him|them) over|比试|试给|拉上|点头|答应|肯用|跟着用|都来要|松口|没权|管不[着了]|挨个|各[写做用]各|自己(?:去|来)|都这么|先帮|陪着|could(?:n't| not) tell them|costs? them|with them first|told the others|all (?:of them|\w+) did"),
    ),
    (  # several urgent things
        r"several urgent|排先后|要紧的事|priorit",
        (
            r"priorit|urgent|at once|at the same time|queue|(?:went|comes|came|go|goes) first|could wait|waited? a day|put (?:it |that )?off|"
            r"postpone|\brank|most important|juggl|优先|紧急|着急|急的|同时|一起砸|先做|先后|往后|推后|挪|轻重|延后|放一放|缓|"
            r"(?:three|four|five) things|all at once|worse by|get(?:s|ting)? worse|in what order|until (?:later|the next)|a week later|next week|wait(?:ed)?\b|"
            r"赶到一起|撞到一起|凑到一起|[两三四五]件事|最要紧|哪一?[件个]|更糟|下一周|等到|先把|腾出|陪|what happens if|\btomorrow\b|next (?:morning|day)|\bdropped\b|(?:did|do|took) (?:it|them|that|those|this) first|left (?:it|that) out|cost(?:s)? .{1,20}every|明天|第二天|一件件|先弄|先顾|不做了|没做|排在|晚点|拖到|(?:could not|couldn't|can't) (?:be )?(?:move|wait)|the same (?:afternoon|morning)|挪不|动不了|等不了|[我就]排|第[一二三]位?(?=[，,、；。])|先放下"
        ),
    ),
    (  # another team
        r"another team that did not deliver|迟迟没有交付",
        (
            r"(?:other|another|his|her|their|platform|data|infra\w*|partner) (?:team|group|department)|depend|waiting for|vendor|blocked|upstream|"
            r"另(?:外)?一个(?:团队|组|部门)|对方|[别其]的?(?:组|团队|部门)|依赖|等(?:他们|着)|拖着|上游|供应商|没给|不给|"
            r"next week|kept (?:saying|promising)|(?:still )?(?:had )?nothing (?:came|arrived)|walked over|(?:his|her|their) (?:side|office|desk|end)|on (?:his|her|their)|"
            r"下周下周|一直说|总说|迟迟|那边|他们组|隔壁|催|跑过去|过去找|went over|over there|interface|weeks? late|they had .{1,20}(?:out|ill|away|to do)|走过去|直接过去|接口|组的|晚了|他们少|等不到|we needed .{1,40}from|(?:still|there was) (?:still )?(?:nothing|no sign)|(?:drove|walked|went) (?:to|up|down|across)|要.{1,6}[给交]|还没有|去了.{1,6}(?:组|部|库|厂|科|楼)|跑了?一趟"
        ),
    ),
    (  # a vague task
        r"vague goal|ambigu|目标模糊|信息不全",
        (
            r"vague|unclear|ambigu|\bno (?:\w+ )?(?:number|owner|spec|detail|requirement|definition|brief)|whole brief|(?:he|she|they) meant|assum|guess|"
            r"clarif|not (?:defined|clear)|for granted|模糊|不清楚|不明确|只说了|没有?(?:指标|标准|需求|说清)|问清|猜|假设|前提|澄清|不确定|一句话|"
            r"nobody (?:knew|could say|could tell)|what (?:he|she|they) (?:wanted|meant|had in mind)|make (?:it|something|the \w+) (?:better|nicer?|faster)|no idea what|two lines|one line|that was (?:all|it)\b|do something about|(?:did not|didn't) know (?:if|whether|what)|(?:was not|wasn't|not) sure|all (?:he|she|they) said|what would make (?:him|her|them)|"
            r"谁也说不清|说不清|没说要|到底要|就这么一句|就一句|别的没|不知道(?:是|要|该|从)|拿不准|没把握|看着办|随便|大概|心里没底|没头没尾"
        ),
    ),
    (  # a team in a hard stretch
        r"leading a team|带着团队",
        r"\bteam|\bled\b|everyone|people (?:left|leaving)|morale|members|resign|团队|大家|组员|成员|带着|士气|离职|人手|走了|没劲|撑|留下|垮|低落|一起扛|\beverybody\b|each of (?:the|them)|wanted to leave|from \w+ (?:people )?(?:down )?to \w+|still there|\bstayed\b|剩[下了一二三四五六七八九十\d]|一个个聊|想走|换方向|还在",
    ),
    (  # without a title
        r"going without any title|没有什么头衔",
        r"organi[sz]|volunteer|started|set up|invited|initiat|together|joined|组织|牵头|发起|拉|召集|号召|同学|一起|报名|带头|凑|张罗|叫上|约了|挨个|in charge|put up a|nobody (?:asked|had asked|told) me|asked (?:people|around|everyone)|(?:copied|took up|joined in|came along)|not my job|负责人|没人(?:管|叫|让)我|贴了|领了|自己先|轮流|学去|跟着",
    ),
    (  # an unpopular decision
        r"unpopular decision|不受欢迎的决定",
        r"decid|decision|chose|oppos|unpopular|objections?\b|\bfurious|up in arms|protest|my call\b|made the call|revers(?:e|ed) it|(?:switch|shut|turn)(?:ed)? (?:\w+ ){0,3}(?:off|down)\b|scrapp|(?:took|taken|taking) \w+ away|withdrew|wanted to keep|not happy|unhappy|炸了锅|意见很大|有意见|停用|收回|撤[掉了]|我拍的|坚持要|complain|against|cancel|stopp?ed|决定|拍板|反对|不满|取消|砍|争议|不理解|抱怨|停掉|nobody liked|grumbl|moan|booed|said no|closed|dropped|生气|骂|不高兴|不乐意|关掉|不做了|顶着|let them be angry|\bangry\b|stick with|停了|不停|定了|气|想不通|为什么",
    ),
    (  # helping somebody along
        r"performance was not|表现不理想",
        (
            r"junior|newcomer|intern\b|trainee|apprentice|student teacher|beginner|new (?:hire|starter|colleague)|practi[sc]ed|(?:watched|taught|showed) (?:him|her|them) (?:how|do|write|work|until)\b|mentor|probation|coach|pair(?:ed|ing)|sat down with|struggl|his confidence|her confidence|"
            r"新人|实习生|徒弟|辅导|试用期|跟不上|转正|带[他她]|帮[他她]|结对|表现|落后|单独找|"
            r"kept (?:making|missing|getting|coming)|took (?:him|her|them) (?:for|aside|out)|sat (?:next to|beside) (?:him|her|them)|every (?:friday|monday|morning|week)|(?:(?:he|she) was|they were) afraid|"
            r"写错|做错|小伙子|小姑娘|教[过他她]|坐[他她]旁边|干活慢|不敢问|每周[一二三四五]|手把手|came back|did(?:n't| not) dare|asked (?:him|her|them) how (?:he|she|they)|looked (?:at|over) (?:it|one|them) together|(?:he|she|they) (?:now )?(?:does|do|did) (?:it|the \w+)|once a week|out of (?:four|five|ten)|不敢|打回|退回|返工|他自己|她自己|每周一起|先问[他她]|变好|(?:he|she|they) (?:shows?|tells?|brings?|starts?|started|kept|did) |(?:walk|talk|coffee|lunch) with (?:him|her)|(?:came|comes) (?:back )?(?:from|to) (?:testing|me)|always (?:late|behind|wrong)|on time|in the end (?:he|she)|老是|总是|给我看|按时|约好|[他她](?:才|就|也)?敢|教给"
        ),
    ),
    (  # something not right
        r"considered not right|不妥当",
        (
            r"privacy|consent|illegal|\blaw\b|legal|complian|right thing|permission|personal data|refus|would(?:n't| not) do|mislead|"
            r"falsif|decline|breach|against (?:the|our) rules|disclos|falsif|fake|never agreed|uncomfortable|unethical|cheat|隐私|合规|违法|违规|不能做|拒绝|没同意|授权|造假|不妥|底线|原则|敏感|举报|法务|泄露|瞒|误导|违反|规定|没有照做|如实|真实|"
            r"not (?:right|fair|honest|true)|feel right|rather not|honestly|said no|behind (?:their|his|her) back|look the other way|lie\b|lied|lying|without (?:asking|telling)|"
            r"不合适|不对|骗|糊弄|睁一只眼|没答应|不肯|说不|良心|背着|allowed|data protection|\bin writing\b|say yes|允许|不行|没给|正当|规矩|愿意的|为了.{1,6}才给|书面|保护|做不了|不(?:能|敢)(?:这[么样]|帮|签|改|写|开)|[要会被]罚|罚款|虚[开报]|假[账票]|走公司|擦边"
        ),
    ),
    (  # nobody's problem
        r"belonged to nobody|没有人负责",
        (r"nobody|no ?one|took it (?:on|over)|no owner|volunteer|orphan|neglect|ignored|picked (?:it|this) up|没有?人|无人|接过|接手|认领|遗留|三不管|搁置|"
            r"not my job|fell between|said it was (?!\w+ (?:good|fine|great))|each (?:said|thought)|(?:said|told them) i would (?:look|take|do)|stayed (?:that way|like that)|back and forth|for (?:a|two|three) years?|left lying|"
            r"谁[也都]不|没人[管碰理]|踢皮球|推来推去|说是.{1,8}的事|我来[看弄管做试]|揽|烂摊子|老大难|拖了|(?:some(?:one|body)|no(?:body| one)) else|else's|looks? after theirs|i took it|a mess|不归|归谁|归自己|接是|一团糟|乱成|没主"),
    ),
    (  # bad news
        r"bad news|坏消息",
        (r"bad news|\binform|delay|over budget|\blost\b|\bfail|breach|outage|announce|apolog|cancel|\blate\b|months? behind|坏消息|算错|发错|错在哪|通报|汇报|如实|坦白|延期|超支|事故|丢|失败|道歉|取消|晚[一两二三四五六七八九十几\d]|找借口|不满|"
            r"did not wait|first sentence|first thing i said|(?:it was|it's|it is) (?:us|our|my (?:fault|mistake))\b|(?:minutes|hours?) later|same (?:hour|morning|afternoon|evening)|straight back|let (?:him|her|them) be|before they (?:had |'d )?(?:\w+ )?(?:found|noticed|wrote|heard)|straight (?:away|out)|in person|to (?:his|her|their) face|\bhad to (?:tell|ring|phone|call|be on the phone|break it to)|on the phone (?:with|to)|(?:he|she|they) (?:was|were|got|went) (?:angry|furious|quiet|silent|upset|shocked)|no excuse|our fault|would not be (?:ready|done)|drove (?:over|there)|"
            r"当面|第一句|头一句|(?:分钟|小时)(?:之|以)?后我?就|马上(?:就)?(?:打|去|跟|告诉)|是我(?:的错|弄错|搞错)|就(?:先)?(?:跟|告诉|打给).{1,6}(?:说|领导|客户|老板)|是我们的错|没等.{1,8}就|打给(?:客户|对方)|亲自|自己开车|责任在|砸了|坏了|赶不上|不好听|脸色|瞒不|没等"),
    ),
    (  # a conviction overturned
        (r"conviction|看法被推翻|\bchang(?:ed?|ing) your (?:mind|view|opinion)|\b(?:view|opinion|belief)s?\b.{0,40}\b(?:chang|overturn|revis|held before|no longer)|"
        r"(?:改变|推翻|转变).{0,10}(?:看法|观点|想法|认识)|(?:看法|观点|想法|认识).{0,8}(?:改变|推翻|转变|变了)"),
        (
            r"used to (?:think|believe|say)|believed|convinced|changed my|was wrong|turned out|always thought|was sure|proved|"
            r"以前(?:觉得|认为)|一直(?:觉得|认为|坚持)|推翻|改变|原来|才(?:发现|明白)|后来发现|错的|转变|"
            r"for (?:\w+ )?years\b|always (?:said|told|did)|told everyone|swore by|waste of time|i had been wrong|said so|"
            r"多年|年来|逢人|不信|认了|打脸|我错|不对"
        ),
    ),
)  # fmt: skip
_BROAD: tuple[tuple[str, str], ...] = (
    (  # a promise that may not be kept
        r"promised something and then|答应了别人的事",
        (
            r"promis|commit|agreed to|said i would|gave my word|would not (?:make|manage|finish|be)|could(?:n't| not) (?:make|manage|finish|keep|deliver)|in time|\blate\b|behind|deadline|"
            r"instead|offered|swap|part of it|half of it|答应|承诺|说好|保证|应下|来不及|做不完|做不到|赶不|完不成|交不|食言|兑现|提前(?:说|讲|告诉)|先交|改约|换人|宽限|延|(?:i|we)(?:'d| had) (?:told|said)|was(?:n't| not) (?:coming|going to)|the rest|as soon as|better now|其余|剩下的|先给|来不了|往后"
        ),
    ),
    (  # a limit to the load
        r"draw a line|划界限",
        (
            r"\bsaid no|\bsay no|refus|declin|overload|overtime|too (?:much|many)|hours|nights?\b|weekends?|limit|stop(?:ped)?|cut\b|drop(?:ped)?|burn|sick|exhaust|capacity|"
            r"cannot take|can't take|no more|pushed back|turn(?:ed)? down|加班|超负荷|扛不|撑|忙不过|人手|排不下|拒|不接|推掉|砍|减|上限|底线|说不|停掉|延后|工时|通宵|累|病|on call|keep (?:two|three|four|five)|need \w+ (?:more )?people|多少小时|小时|值班|扛|只能(?:做|保)|保[一二两三]|给我.{1,4}人|再开|往后挪|想走|要走"
        ),
    ),
    (  # somebody else's decision
        r"decision you do not agree with|并不认同的决定",
        (
            r"disagree|not agree|against|doubt|concern|object|decision|decided|announce|polic(?:y|ies)|reorgani[sz]|cut(?:s|ting)?\b|freeze|office|told (?:the|my) team|"
            r"carr(?:y|ied) (?:it )?out|from above|management|head office|不认同|不同意|不赞成|反对|顾虑|意见|决定|上面|总部|公司(?:要|让|规定|通知)|传达|宣布|执行|政策|裁|调整|取消|理解"
        ),
    ),
    (  # a judgement with consequences
        r"hung on your judg|成败要靠",
        (
            r"decid|decision|judg|\brisk|\bbet\b|signed off|approv|my call|responsib|answer(?:ed|able)? for|at stake|depend|if (?:it|i|we) (?:failed|was wrong|were wrong|went wrong)|"
            r"roll(?:ed)? back|way back|fallback|plan b|worst|certain|doubt|go ahead|go-live|chose|choice|verif|tested|measured|"
            r"判断|拍板|决定|风险|担责|责任|赌|签字|授权|定了|定下|退路|回滚|最坏|万一|把握|依据|验证|试跑|上线|成败|选了|选型|后果"
        ),
    ),
    (  # a hard stretch
        r"heavy pressure|压力很大",
        (
            r"pressure|stress|overwhelm|exhaust|\btired|\bslept?\b|sleepless|nights?\b|weekends?|overtime|too much|at once|at the same time|exams?\b|thesis|"
            r"(?:two|three|double|extra|long) (?:jobs?|shifts?|hours|people)|short-?(?:staffed|handed)|\bill\b|burn(?:t|ed|ing)? out|panic|hectic|peak|christmas|inspection|"
            r"deadline|\bdue\b|running out|behind|hardly|barely|every (?:evening|night|day)|went home|break(?:s|down)?\b|breath|worried|afraid|cried|"
            r"压力|熬夜|加班|睡|累|崩溃|焦虑|失眠|撑|喘不过|忙|赶|同时|考试|毕业|论文|人手|扛|[两三]头|通宵|紧张|慌|哭|双十一|旺季|高峰|截止|交不|病|请假|顶[不上班]|连着|喘口气"
        ),
    ),
    (  # a strength
        r"greatest strength|最突出的长处",
        (
            r"\bi(?:'m| am) (?:\w+ ){0,2}(?:at|with|about|when|one|who|patient|calm|careful|curious|stubborn|organi[sz]ed|persistent|thorough|quick|honest|reliable)\b|good at|strength|best at|do best|\bi can\b|"
            r"\bi (?:never|always|don't|do not) |people (?:say|come|tell|ask)|come to me|known for|patien|\bcalm|careful|thorough|listen|persist|curious|organi[sz]|reliab|"
            r"我(?:比较|挺|最|很|这人|这个人|爱|会|能|善于|不)|我对.{1,10}有|擅长|耐心|细心|沉得住|靠谱|不急|长处|强项|优点|都说|找我|坚持|好奇|冷静|有条理|学得快"
        ),
    ),
    (  # a weakness
        r"most need to improve|最需要改进",
        (
            r"\btoo\b|forget|\bslow|\blate\b|struggl|hard for me|get lost|bad at|not good|weak|avoid|impatien|put (?:it|things) off|rush|nervous|shy|\bhabit|patience|procrastinat|delegat|"
            r"(?:n't|\bnot) (?:\w+ ){1,6}(?:enough|early|often)\b|\binterrupt|cut (?:people|him|her|them) off|talk too|\bstill slip|\bslip(?:s|ped)? (?:back|up)|underestimat|overestimat|"
            r"老是|总是|我(?:开会|做事|说话|写|干活)?老(?!师|板|大|家|人|员工|客户|总)|打断|插嘴|抢话|憋不住|听不进|好多了|不够|估少|低估|高估|说不出口|不敢|容易|太|慢|拖|急|粗心|忘|不擅长|不善|不太会|毛病|缺点|紧张|怕|犹豫|细节|耐心|拒绝|习惯"
        ),
    ),
    (  # a time without work of one's own
        r"keep up professionally|保持专业状态",
        (
            r"cours|class|\bread|certificate|meet-?up|practi[sc]|stud(?:y|ied)|learn|open.source|project|freelanc|volunteer|built|wrote|portfolio|conference|newsletter|"
            r"课|证|看书|读|聚会|练|学|开源|项目|兼职|志愿|作品|社区|培训|分享|写"
        ),
    ),
)  # fmt: skip


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(asks), re.compile(has)) for asks, has in (*_THEMES, *_BROAD))


def words_for(phrase: str) -> tuple[re.Pattern[str], ...]:
    """The words to look for where a question names a theme, in a story or not."""
    return tuple(has for asks, has in _compiled() if asks.search(phrase))


@lru_cache(maxsize=512)
def themes_of(question: str) -> tuple[re.Pattern[str], ...]:
    """The words to look for in a story that answers a question; empty if the question has no theme."""
    folded = fold(question)
    if not _STORY.search(folded):
        return ()
    found = tuple(has for asks, has in _compiled() if asks.search(folded))
    return (*found, _WORK) if _OF_WORK.search(folded) else found


_OF_WORK = expression(r"(?:^in|\b(?:working on|for|that|using|with|lists|mentions)) \"|「.{1,80}」")
"""Questions about a project or a skill of the résumé."""
_WORK = expression(
    r"\b(?:code|coded|script|function|feature|dataset|data|model|train|trained|tests?|tested|bug|logs?|logged|trace|quer(?:y|ies)|index|cach|servers?|services?|"
    r"api|endpoint|requests?|latenc|deploy|releas|version|commit|pipeline|builds?|notebook|librar|framework|app|web ?site|pages?|screens?|users?|customers?|clients?|"
    r"metric|accuracy|auc|reports?|dashboards?|tables?|databases?|schema|memory|cpu|thread|queue|jobs?|crash|exception|config|containers?|cluster|prototype|designs?|"
    r"mock-?ups?|specs?|requirements?|documents?|documentation|readme|refactor|migrat|algorithm|automat|campaign|survey|budget|suppliers?|orders?|invoices?|process(?:es)?|"
    r"systems?|programs?|software|tools?|networks?|traffic|load|parsers?|components?|browser|android|ios|python|java|sql|spreadsheets?|excel|products?|machines?|sensors?)\w*|"
    r"代码|脚本|函数|接口|模块|功能|数据|模型|训练|测试|缺陷|bug|日志|查询|索引|缓存|服务器?|请求|延迟|上线|发布|版本|提交|流水线|构建|框架|应用|小程序|网站|页面|用户|客户|指标|准确率|"
    r"报表|看板|数据库|内存|线程|队列|任务|崩溃|报错|异常|配置|集群|原型|设计|需求|文档|评审|重构|迁移|算法|自动化?|问卷|预算|供应商|库存|订单|流程|系统|程序|项目|产品|机器|性能|部署|表格|流量|网络|组件|浏览器"
)
"""Things that work is done on; a story without any of them is no story of a project."""
_STORY = expression(
    r"\btell me (?:about|of (?:such )?a time)|\bgive (?:me |us )?a real (?:case|example)|\bdescribe\b(?=[^.?!]{0,90}\b(?:you|your(?! own words)|yourself|time|once|situation|occasion|experience|incident|case|example|project|story)\b)|\bgive (?:me )?an example|\bhave you (?:ever )?|\ba time (?:when|you)|"
    r"\b(?:one|a) (?:real )?piece of work\b|\bwhich part (?:of it )?(?:did you|was yours)|\bthe contribution you|\byou took part in\b|\bwhat (?:was|is) the (?:hardest|most difficult) .{1,30} (?:to|you)\b|"
    r"\bwhat has gone wrong\b|\bwhat did you last\b|\bwhen did you and\b|\breally made a difference\b|\bwhat would have been different without you\b|"
    r"请?(?:讲|说|谈|分享|描述|举).{0,3}[一个次件]|有没有.{0,4}经历|的经历|一段经历|你(?:参与|遇到)过的?(?:最|什么)|(?:是|最近)(?:哪)?一次|一次(?:实际|真实)|做过的真事|你最拿得出手|你(?:具体)?做了哪|真的起了作用|真正起过作用|造成过什么影响|怎样保持专业状态|"
    r"\bwhere has it really made\b|\bwhat effect has it had\b|\bkeep up professionally\b"
)


@lru_cache(maxsize=1_024)
def asks_for_story(question: str) -> bool:
    """Whether a question asks for something that happened."""
    return bool(_STORY.search(fold(question)))


@lru_cache(maxsize=512)
def is_broad(question: str) -> bool:
    """Whether any story of work may answer the question, because its theme is broad."""
    return not _OF_WORK.search(fold(question)) and any(
        has in themes_of(question) for _, has in _compiled()[len(_THEMES) :]
    )


_ASKING = frozenset(
    terms(
        fold(
            "Tell me about a time, describe a real case, give me an example of something at work or in your studies. "
            "How did you handle it, what happened in the end, what was the result, what came of it, which part was yours? "
            "请讲一次真实的经历，说一件事，举一个例子，工作或学习中，当时发生了什么，你是怎么做的，最后结果怎么样，后来，有一次，有一年，哪一部分是你做的"
        )
    )
)
"""The words that any question for a story may have."""


@lru_cache(maxsize=512)
def subject_of(question: str) -> frozenset[Term]:
    """The specific words of a question for a story that tell which story is meant."""
    return asked(question).specific - _ASKING


_KIN = (
    ("conflict", "angry", "without having any authority", "unpopular decision"),
    ("deadline", "several urgent", "bad news", "not reach its goal"),
)
"""Themes that occur together: a decision against everybody else tells of an argument and of anger too."""


@lru_cache(maxsize=512)
def _with_kin(own: frozenset[re.Pattern[str]]) -> frozenset[re.Pattern[str]]:
    """Themes, together with those whose words a story on them has anyway."""
    groups = [{has for asks, has in _compiled() if any(map(asks.search, kin))} for kin in _KIN]
    return own.union(*(group for group in groups if not own.isdisjoint(group)))


def signs_of_others(themes: Iterable[re.Pattern[str]], sentences: Iterable[str]) -> int:
    """The highest number of different words that one other theme has in folded sentences. Broad themes are left
    out, for any story of work may have their words."""
    told, own = list(sentences), _with_kin(frozenset(themes))
    everything = "\n".join(told)
    return max(
        (
            signs((has,), told)
            for _, has in _compiled()[: len(_THEMES)]
            if has not in own and has.search(everything)
        ),
        default=0,
    )


def signs(themes: Iterable[re.Pattern[str]], sentences: Iterable[str]) -> int:
    """How many different words of some themes stand in some folded sentences."""
    told = list(sentences)
    return len(
        {
            found.group()
            for theme in themes
            for sentence in told
            for found in theme.finditer(sentence)
        }
    )


def has_theme(question: str, story: str) -> bool:
    """Whether a story has a word of what a question for one is about."""
    return signs(themes_of(question), [segment.folded for segment in segments(story)]) > 0


def has_another_theme(question: str, story: str) -> bool:
    """Whether a story has no word of what a question for one is about, and several of another theme."""
    wanted = themes_of(question)
    told = [segment.folded for segment in segments(story)]
    if not wanted or signs(wanted, told) or subject_of(question) & set(terms(fold(story))):
        return False
    return signs_of_others(wanted, told) >= _SEVERAL


_SEVERAL = 2
