"""Where a story took place, at work or in studies, and whether anybody else appears in it.

Questions in an interview are about work or studies. A story in which nobody works, learns or serves anybody
answers one only if its words are plainly those of the question.
"""

from __future__ import annotations

from collections.abc import Iterable

from interviewgpt.expressions import expression

__all__ = ["among_others", "at_work"]

_WORKING = (
    r"\b(?:work(?!shop)|jobs?\b|compan(?:y|ies)\b|firm\b|office|teams?\b|colleague|coworker|co-worker|boss|manager|supervisor|team ?lead|\blead\b|directors?\b|head of|customer|client|users?\b|supplier|"
    r"vendor|patients?\b|nurses?\b|students?\b|studied|studies|studying|universit|college|school|class\b|classes\b|course|thesis|exam|professor|teacher|library|club\b|dorm|projects?\b|products?\b|"
    r"software|program|app\b|apps\b|website|site\b|code\b|data|servers?\b|services?\b|systems?\b|reports?\b|accounts?\b|accountant|finance|bookkeep|shifts?\b|shops?\b|stores?\b|hospital|agency|contract|meeting|deadline|release|launch|sprint|"
    r"bugs?\b|test(?:s|ed|ing)?\b|scripts?\b|databases?\b|tickets?\b|orders?\b|invoice|sales|marketing|support\b|interns?\b|internship|trainee|newcomer|campaign|budget|committee|department|branch\b|warehouse|plant\b|factory|machines?\b|presentation|"
    r"museum|theat(?:re|er)\b|galler|orchestra|choir|hotel|restaurant|caf[eé]\b|canteen|bakery|\bbank\b|clinic|pharmac|station\b|airport|depot|studio|court\b|council|ministry|charity|foundation\b|newspaper|"
    r"magazine|radio\b|publisher|\blabs?\b|laborator|construction site|gym\b|physio|\bchain\b|practices?\b|for \w+ years? (?:at|with|in)\b|wards?\b|cashier|\btill\b|\bcounter\b|deliver(?:y|ies)\b|stocktak|tenants?\b|pupils?\b|guests?\b|passengers?\b|readers\b|visitors\b|assignment|designers?\b|developers?\b|engineers?\b|on call|overtime|salary|wage|hired|hiring|management)"
)
_WORKING_HAN = (
    r"工作|上班|公司|单位|团队|小组|[一本我别其各他这两个四三五]组|组[里长员]|同事|领导|老板|主管|经理|客户|用户|供应商|供货商|患者|病人|护士|同学|学校|大学|学院|班[里级上]|老师|导师|课|论文|考试|社团|宿舍|图书馆|项目|产品|软件|"
    r"程序|代码|网站|页面|数据|服务|系统|报表|值班|加班|班次|门店|店里|[家种间]店|店长|窗口|柜台|收银|前台|顾客|后厨|病区|病房|急诊|处方|[夜白早晚]班|交班|排班|车队|产线|流水线|机台|检修|发货|进货|验货|盘点|堆场|冷链|物流|采购|质检|售后|医院|合同|会议|开会|周会|截止|发版|上线|迭代|缺陷|工单|订单|发票|销售|市场部|客服|实习|新人|徒弟|活动|预算|部门|分公司|仓库|车间|工厂|设备|机器|"
    r"博物馆|剧院|剧场|美术馆|乐团|合唱团|酒店|饭店|餐厅|食堂|面包店|银行|诊所|药店|车站|机场|电台|报社|连锁|健身房|杂志|出版|实验室|工地|客人|乘客|旅客|读者|演示|作业|设计|开发|工程师|测试|需求|方案|财务|会计|对账|账本|账目|面试|应聘|招聘|岗位|职|薪|培训|业务|合作|汇报|上级|下属"
)


_WORDS = expression(f"{_WORKING}|{_WORKING_HAN}")


def at_work(sentences: Iterable[str]) -> bool:
    """Whether folded sentences have a word of work or study."""
    return bool(_WORDS.search("\n".join(sentences)))


_OTHERS = expression(
    r"\b(?:he|she|him|her|hers|his|they|everyone|everybody|nobody|no one|someone|somebody|people|person|colleagues?|co-?workers?|boss(?:es)?|"
    r"managers?|supervisors?|leads?|directors?|customers?|clients?|teams?|friends?|teachers?|professors?|students?|interns?|trainees?|"
    r"juniors?|seniors?|patients?|guests?|neighbou?rs?|parents?|partners?|lad(?:y|ies)|wom[ae]n|m[ae]n|boys?|girls?|child(?:ren)?|kids?|residents?|designers?|developers?|engineers?|testers?|analysts?|owners?|"
    r"says?|said|tells?|told|ask(?:s|ed|ing)?|talk(?:s|ed|ing)?|spoke|speak|rang|phoned|meetings?|explained|complain\w*|promised)\b|"
    r"[他她您]|同事|领导|老板|主管|经理|客户|顾客|客人|同学|老师|师傅|师兄|师姐|组[长员里]|成员|下属|上级|新人|徒弟|实习生|大家|别人|人家|对方|双方|团队|部门|"
    r"[个位名]人|有人|没人|所有人|[说讲聊谈问]|商量|沟通|开会|告诉|通知|请教|电话|投诉|答应|承诺"
)


def among_others(sentences: Iterable[str]) -> bool:
    """Whether folded sentences have anybody else than the speaker in them, or something said to or by somebody."""
    return bool(_OTHERS.search("\n".join(sentences)))
