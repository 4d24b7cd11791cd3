"""What somebody who does not know adds about themselves: "I only know a bit of front end", "这块一直是同事负责". Pure.

It says why they do not know, and answers nothing. Fields of work and people are listed: anything else may be the
answer. All repetitions are bounded.
"""

from __future__ import annotations

from collections.abc import Sequence

from interviewgpt.expressions import expression

__all__ = ["background"]

_CLAUSES = expression(r"[，,。.；;！!？?\n]+")
_FIELD_ZH = (
    "(?:(?:前|后|客户|移动|服务|web)端|网页|页面|界面|小程序|安卓|ios|java|python|go|php|测试|运维|算法|数据分析|报表|嵌入式|硬件|游戏|产品|运营|设计|业务|"
    "市场|销售|客服|财务|会计|行政|人事|文案|英语|机械|土木|电气|材料|化学|增删改查|crud)(?:开发|代码|逻辑|岗位?|工作|相关|方面|这一?块|专业|那些|的){0,3}"
)
_PEOPLE_ZH = "(?:(?:我们?)?(?:别的|其他|另一个|另外的?)?(?:同事|别人|前辈|领导|老大|leader|dba|外包|前端|后端|运维|测试|算法|产品|设计师?|开发|架构师?|乙方)(?:同学|同事|那边|他们|们|组|团队|部门)?|(?:别的|其他|另一个|另外的?)(?:人|组|团队|部门))"
_ZH = expression(
    "(?:[嗯呃]|因为|毕竟|不好意思|抱歉|说实话|所以){0,3}(?:"
    f"我?(?:平时|之前|以前|现在|一直|本来|原来)?(?:只|主要|一直|都)?(?:是|在)?(?:会|懂|做|写|学|搞|看|了解|接触|负责|碰)(?:过|一?点儿?|一些){{0,2}}{_FIELD_ZH}|"
    f"我(?:本来|原来|大学|现在)?(?:是)?(?:学|做|写|搞){_FIELD_ZH}|我?(?:是)?学的?是?{_FIELD_ZH}|"
    f"(?:这|那)(?:一?块|个|部分|方面|些)?(?:一直|平时|都|主要){{0,2}}(?:是|归|由|有)?{_PEOPLE_ZH}(?:来|在)?(?:负责|做|管|弄|的事)|"
    "(?:我们?)?(?:公司|这边|团队|平时|项目里?|工作中?|也|一直|从来|基本){0,3}(?:不用|没用|用不到|用不上|没做|不做|没碰|不负责|用的是别的)(?:到|过)?(?:这个|它|这块|这些|这方面)?(?:的)?|"
    "不好意思|抱歉|谢谢"
    ")(?:的|了|啊|吧|呢|而已)?"
)
_WHO = "(?:person|developer|designer|tester|engineer|analyst|manager|student|guy|dev|admin|marketer|writer|teacher)"
_FIELD_EN = (
    r"(?:(?:web|mobile|app|graphic|manual|product|project|customer|data|business|internal|basic|simple|small|plain) )?(?:front[ -]?end|back[ -]?end|testing|qa|design|ui|ux|html|css|java|javascript|python|php|sql|web ?sites?|pages|apps|"
    r"marketing|sales|support|operations|admin|accounting|finance|hr|analysis|reports?|reporting|teaching|writing|research|management|crud)(?: (?:and )?(?:work|stuff|side|things|tasks|tickets|development|code|part|things?))?"
)
_TEAM_EN = r"(?:colleague|teammate|team ?lead|dba|ops|(?:someone|somebody) else|(?:another|other|a different|the [\w-]{2,12}) (?:team|people|person|department))s?"
_EN = expression(
    r"(?:(?:sorry|honestly|and|as|since|because|well|u+m+|mostly|mainly|to be honest)\s){0,3}(?:"
    rf"i(?:'m| am| was)(?: only| just| mainly| mostly| more(?: of)?| really)? (?:an? )?[\w -]{{2,30}} {_WHO}|"
    rf"i(?:'ve| have)? (?:only|just|mainly|mostly) (?:ever )?(?:know|knew|do|did|done|work(?:ed)? (?:in|on|with)|studied|study|write|wrote|written|seen|touched) (?:(?:a (?:little )?bit|a little|some|the basics)(?: of)? )?{_FIELD_EN}|"
    r"i(?:'ve| have)? (?:only|just) (?:ever )?(?:heard|read) (?:about |of )?(?:it|that|this|the (?:name|word|term))(?: (?:somewhere|once))?|"
    rf"i(?:'ve| have)? (?:come|came) from {_FIELD_EN}|i(?:'m| am) (?:only |just |more )?(?:in|from|on the) {_FIELD_EN}|i do {_FIELD_EN}|"
    rf"my (?:background|field|degree|area|job|work|experience) (?:is|was) (?:only |mostly |mainly )?(?:in )?{_FIELD_EN}|"
    rf"(?:that|this|it)(?:'s| is| was)(?: always| usually| all)? (?:done by |with )?(?:my |a |our )?{_TEAM_EN}(?:'s)?(?: (?:job|thing|part|area|work))?|"
    rf"(?:(?:my|a|our) )?{_TEAM_EN} (?:did|does|handled|handles|took care of) (?:that|this|it|all (?:that|of it))|"
    rf"we (?:had|have) (?:an? |our own )?(?:{_TEAM_EN}|people|team|specialists?|experts?) for (?:that|this|it)|(?:we|my (?:company|team)) (?:never|don't|didn't|do not|did not) (?:need(?:ed)?|use[d]?|had|have|do|did) (?:that|it|this)(?: (?:there|here))?|sorry|thanks?"
    r")"
)
_NAMED = expression(rf"{_FIELD_ZH}|{_PEOPLE_ZH}|\b(?:{_FIELD_EN}|{_TEAM_EN})\b")


def background(folded: str) -> Sequence[str] | None:
    """The fields of work and people that a folded text names, where each clause says only what somebody has to do with
    in place of what was asked, or why they have not; None where one says anything else."""
    clauses = [c.strip().replace("’", "'") for c in _CLAUSES.split(folded) if c.strip()]
    if not clauses or not all(_ZH.fullmatch(c) or _EN.fullmatch(c) for c in clauses):
        return None
    return [named.group() for clause in clauses for named in _NAMED.finditer(clause)]
