"""What somebody bound to secrecy says in place of an answer: "I can't share details, we signed an NDA.",
"这个涉及保密协议，不方便说。". Pure.

Each clause has to say that it is secret, or that it cannot be told, and nothing else: who tells the
rest ("but roughly: …") has answered. All repetitions are bounded.
"""

from __future__ import annotations

from interviewers.engines.builtin.reading.looking_back import SORRY_ZH
from interviewers.engines.script import has_han
from interviewgpt.expressions import expression

__all__ = ["keeps_secret"]

_LONGEST = {"zh": 60, "en": 200}
"""Characters; whoever says more tells something after all."""
_CLAUSES = expression(
    r"[^，。；！,;.!…\n]{1,120}?(?=[，。；！,;.!…\n]|\s(?:so|because|since|as|and|due to) (?=i\b|i'm\b|we\b|it\b|it's\b|that\b|that's\b|they\b|they're\b|there\b|an?\b|my\b|legal\b)|\s(?=i (?:can't|cannot|can not|am not)\b|i'm not\b)|$)"
)
_LEADS_EN = expression(
    r"(?:(?:so|because|since|as|and|but|well|sorry|honestly|actually|unfortunately|u+m+|that one|this one|here|i(?:'m| am) (?:afraid|sorry)(?: that)?|i think|due to|because of|to be honest|if you don't mind)\b\W*){1,4}"
)
_THING_EN = (
    r"(?:(?:any|the|more|many|much|too many|too much|further|specific|exact|actual|real|those|these|my|our|their|internal|too)[ ]){0,3}"
    r"(?:details?|specifics?|numbers?|figures?|names?|data|information|(?:this|that|it|them|those|these|much|more|anything|everything)(?: one| part| project| client| customer| case)?|"
    r"(?:(?:last|current|previous|former|latest) )?(?:project|work|client|customer|job|employer|company|product)s?)"
)
_OF_EN = rf"(?: (?:of|about|on|from|for|regarding) {_THING_EN})?"
_NDA_EN = r"(?:nda|n\.d\.a|non-?disclosure(?: agreement)?|confidentiality(?: agreement| clause| obligations?)?|secrecy(?: agreement)?)s?"
_SECRET_EN = expression(
    rf"(?:i|we)(?:'ve| have| had)?(?: all| both)?(?: to)? (?:signed?|have|agreed to) (?:an? |the |our |their |some )?(?:strict )?{_NDA_EN}(?: (?:there|with (?:them|the (?:client|customer|company)|my (?:last |former |previous )?(?:employer|company))|on (?:that|this|it)|for (?:that|this|it)(?: project)?))?|"
    rf"(?:(?:i|we|it|that|this|they|everything|most of (?:it|that|this)|all of (?:it|that|this)|(?:the|those|these) (?:details?|numbers?|figures?|project|client|names?)|(?:that|this) (?:(?:project|client|work|case|part|one)))(?:'m|'re|'s| am| are| is| was| were| falls?| comes?)(?: all| still| strictly| mostly)? )?(?:under|covered by|bound by|subject to|protected by) (?:an? |the |my |our )?(?:strict )?{_NDA_EN}(?: (?:for|on|with|about) {_THING_EN}| there)?|"
    rf"(?:there(?:'s| is| was) )?(?:an? |the |my )?(?:strict )?{_NDA_EN}(?: (?:on|in place|with|there)(?: {_THING_EN})?| reasons?)?|(?:for )?(?:legal|contractual|compliance|privacy) reasons|"
    r"(?:it|that|this|they|everything|most of (?:it|that|this)|all of (?:it|that|this)|(?:the|those|these) (?:details?|specifics|numbers?|figures?|names?)|(?:that|this) (?:project|information|part|one))(?:'s|'re| is| are| was| were)(?: all| still| strictly| mostly| quite| pretty)? "
    r"(?:confidential|proprietary|classified|commercially sensitive|not public|under wraps|internal only)(?: (?:information|stuff|material|data))?"
)
_SIDE_EN = r"(?:the|that|this|our|my|any|their|its) (?:[\w'-]{1,16} ){0,3}(?:side|part|details?|specifics|numbers?|figures?|project|contract|case|deal|work|setup|architecture|internals?)s?"
"""What one may be bound not to go into."""
_SAY_EN = r"(?:share|discuss|disclose|reveal|name|give(?: you)?|go into|get into|(?:talk|speak|say|tell you)(?: (?:more|much|anything|any more))?(?: about)?|open up about|comment(?: on)?)"
_BOUND_EN = expression(
    rf"i(?:(?:'m| am) (?:really )?(?:not (?:allowed|able|permitted|free|at liberty|supposed|in a position) to|afraid i (?:can't|cannot))| really can't| can't| cannot| can not| must not| may not|'d better not|'d rather not|'m going to have to not| won't be able to| would rather not| had better not)(?: really| actually)?"
    rf"(?: {_SAY_EN}(?: (?:about )?(?:{_THING_EN}{_OF_EN}|(?<!share )(?<!give )(?<!name ){_SIDE_EN}))?(?: (?:in (?:any )?(?:more )?detail|here|publicly|for (?:legal|contractual|confidentiality) reasons|(?:because of|due to|under) (?:an? |the |my |our )?{_NDA_EN}))?)?"
)
_WE_EN = expression(
    r"we(?:'re| are)(?: really| still)? not (?:allowed|permitted|free|at liberty|supposed) to (?:discuss|disclose|reveal|talk about|go into|share) (?:(?:the|any|those|more|further) ){0,2}(?:details?|specifics|that|this|it)(?: (?:here|publicly|in detail))?"
)
"""The same of a whole company, which may be how it works, and so needs the reason beside it."""
_PLEA_EN = expression(
    r"(?:my (?:contract|employer|company|old employer|last employer) (?:doesn't|does not|won't|wouldn't) (?:allow|let) (?:me to |me |it|that|this)(?:talk about|discuss|share)?(?: (?:it|that|this))?|i(?: have to|'ll have to|'d have to| must| need to)(?: keep (?:it|this|that) (?:vague|short|general)| leave it (?:there|at that))|i hope (?:that's|that is|you) (?:ok(?:ay)?|all right|understand)|(?:i'm )?sorry(?: about that)?|i'm afraid|thanks|please|you understand|if that's ok(?:ay)?|i hope|unfortunately)"
)
_WHAT_ZH = (
    "(?:这(?:个|一?块|部分|道?题|件事|些|边|里|方面|[段份])?|那(?:个|边|些|[段份])?|(?:军工|政府|银行|客户|内部)?项目|经历|工作|过去|细节|具体|内容|数据|数字|情况|信息|客户|甲方|公司|前公司|前东家|东家|上家|部门|业务|名字|我们?|跟|和|与|的|里|"
    f"这边|那边|当时|都|也|就|还|又|可能|确实|真的|因为|由于|出于|所以|毕竟|不过|但|而且|{SORRY_ZH}|恐怕|其实|嗯|太|很|比较|有点|一些)"
)
_SECRET_ZH = expression(
    f"{_WHAT_ZH}{{0,7}}(?:(?:涉及|属于|是|算|有|规定|签(?:过|了|的)?|受|在|要求)(?:到|了|过)?(?:公司|商业|客户|项目|内部|甲方|我们?|的|一些|严格)*)?"
    "(?:(?:保密|竞业|涉密|机密|(?:商业|公司)?秘密|隐私|nda|敏感)(?:和|与|及)?){1,2}(?:协议|条款|要求|规定|义务|限制|原因|信息|内容|数据|项目|的){0,3}(?:约束|限制|范围)?(?:内|的|了)?|"
    f"{_WHAT_ZH}{{0,4}}(?:公司|客户|单位)(?:有)?(?:规定|要求)|{_WHAT_ZH}{{0,4}}签(?:过|了)(?:的)?协议的?|{_WHAT_ZH}{{0,5}}(?:属于|是|算)(?:公司)?(?:内部|不公开)(?:的)?(?:信息|资料|数据|内容|东西)?(?:的)?"
)
_BOUND_ZH = expression(
    f"{_WHAT_ZH}{{0,7}}(?:(?:公司|客户|单位)?有?(?:规定|要求)(?:了|过|的|是|[:：])?)?(?:(?:恕)?我?(?:实在|暂时|现在)?(?:不(?:太|大|是很)?(?:方便|便|好|能|可以|允许|让)|没法|没办法|无法|不得|不让)(?:再|多|细|往外|对外|向外|随便|公开|具体){{0,2}}(?:说|讲|谈|聊|透露|(?<=[便能])公开|(?<=便)分享|展开|回答|细说|多说|多讲|讲太细|说太细)(?:明|太多|太细|得太细|细节|具体|这个|出来)?|"
    "(?:说|讲|透露|展开)不了|(?:先)?不(?:再|多|细)?(?:说|讲|展开|透露|细说|多说)了?)(?:了|啊|哈|吧|呢|的){0,2}"
)
_PLEA_ZH = expression(
    f"(?:(?:{SORRY_ZH}|见谅|请|谅解|理解|谢谢|希望|您|你|能|可以|多|还|一下|哈|啊|了|嗯){{1,6}})"
)


_ALONE_EN = expression(
    r"\b(?:allowed|permitted|at liberty|(?<=for )(?:legal|contractual) reasons|(?:signed|under|because of|due to|covered by|bound by|subject to|there(?:'s| is)) (?:\w+ ){0,2}(?:ndas?|confidentiality|non-?disclosure))\b"
)
_ALONE_ZH = expression(
    "签(?:过|了|的)(?:严格的?)?(?:保密|竞业|nda|协议)|(?:受|有)(?:严格的?)?(?:保密|竞业|nda)|(?:公司|客户|单位)有?(?:规定|要求)"
)
"""Says that it is somebody else's will: enough beside who cannot tell."""
_OF_ASKED_EN = expression(
    r"\b(?:it|that|this|they|details|specifics|figures|numbers)(?: (?:information|project|client|part|one))?(?:'s|'re| is| are) (?:\w+ )?(?:confidential|proprietary|classified|under)\b|"
    r"\bi(?:'m| am) (?:still )?(?:under|bound by) |\b(?:nda|non-?disclosure|confidentiality)\b[^.]{0,24} (?:for|on|about|with) (?:that|this|it|them)\b|\bi(?:'ve| have)? signed\b.{0,40}\b(?:employer|company)\b"
)
_OF_ASKED_ZH = expression("(?:这|那|项目|具体|细节)[^，。]{0,8}(?:涉密|机密|保密|nda)")
"""Says of what was asked that it is secret: enough by itself. "公司规定。" and "We signed an NDA." are how something was
settled."""
_OF_RECORDS_ZH = expression("(?:数据|信息|资料|日志|记录)[^。]{0,20}不能公开")
"""What is done with data is an answer."""


def keeps_secret(said: str) -> bool:
    """Whether a folded text says that something is secret and cannot be told here, or that and nothing else."""
    chinese = has_han(said)
    if len(said) > _LONGEST["zh" if chinese else "en"] or _OF_RECORDS_ZH.search(said):
        return False
    bound = all_are = secret = False
    for found in _CLAUSES.finditer(said):
        clause = found.group().strip()
        if not chinese and (lead := _LEADS_EN.match(clause)):
            clause = clause[lead.end() :]
        if not clause:
            continue
        if (_BOUND_ZH if chinese else _BOUND_EN).fullmatch(clause):
            bound = True
        elif not chinese and _WE_EN.fullmatch(clause):
            all_are = True
        elif (_SECRET_ZH if chinese else _SECRET_EN).fullmatch(clause):
            secret = True
        elif not (_PLEA_ZH if chinese else _PLEA_EN).fullmatch(clause):
            return False
    if not bound:
        asked = _OF_ASKED_ZH if chinese else _OF_ASKED_EN
        return secret and (all_are or asked.search(said) is not None)
    return secret or (_ALONE_ZH if chinese else _ALONE_EN).search(said) is not None
