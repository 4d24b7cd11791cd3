"""What a Chinese clause denies (see `denial`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interviewers.engines.builtin.reading.clauses import Span, cut_before, of_length
from interviewers.engines.builtin.reading.text import atoms
from interviewgpt.expressions import expression

__all__ = ["DONT", "MAY_DENY", "denied"]

_CONTRAST = expression(
    r"而是|而(?=[用靠选做看先只])|但是?|反而|不过|只是|除非|除了|直到|因为|所以|就(?=[用靠])|(?:改|转)(?:用|成)"
)
DONT = r"(?<![错个区级类分特差识告派性辨])别(?![的人处名])"
"""别 that tells not to, and is no part of another word."""
_NOT = expression(
    rf"不(?!同|仅|但|过|断|论|久|错|妨|如|止|光|只|单|足|得不|少|了|起|一[定致样]|可[重避分变]|对称|均|稳|变|等|再|住|到位|清楚)|没(?!有?人)|未(?!来|必|知)|无(?:需|须|意)|非得|{DONT}|勿|拒绝|懒得|(?:(?<=^)|(?<=我)|(?<=们))省略(?!号)|忘(?:了|记)|从来?不|绝不"
)
_HARMLESS = expression(
    r"(?:不|没|别|勿|未)(?:会|能|可以|要|应该|该|是|用|想|敢|有|再|准备|打算)*(?:只|仅|光|单|一味|盲目|随便|直接|轻易|总|每|都|全|一次性|一直|马上|立刻|立即|无脑|一上来|一刀切|完全(?:靠|依赖))|"
    r"(?:不|没|别|勿)(?:能|可以?|要|会|敢|应|该|用)*(?:不|没|无|少|忘|忽略|忽视|省|跳过|漏|缺|离|低估|放过|小看|否认|否定|怀疑|反对)|不可或缺|[离少免缺]不(?:开|了|得)|不得不|非.{1,12}不可|[不没].{1,12}就(?:不|没|无)|没有?.{1,14}(?:不行|不成|不可|活不|没法|怎么)|"
    r"为(?:什么|何)不|(.)不\1|有没有|是否|能否|不(?:好|难)说|不(?:是|算)(?:没|不)|忍不住|不由|差不多|不在话下|不用说|没(?:问题|错|关系)|不(?:怕|要紧)"
)
_SUBORDINATE = expression(
    r"如果|要是|假如|万一|一旦|只要|若|为(?:什么|何)|是否|避免|防止|以免|保证|确保|发现|看到|查到|检查|判断|原因|问题是|说明|的话|怎么|时候|当.{0,8}时|即使|哪怕|就算|使得?|让(?!我|他|她)|谁"
)
_AFTER = expression(
    r"就(?!是|算|没|不)|[会能才](?=.{2,})|导致|容易|很难|只[能好]|否则|不然|的话|时(?!间|刻|延|序|区)"
)
_FIRST = expression(r"我(?!们(?:可以|通常))")
_SPEAKER = expression(r"我|咱|你|大家|团队|公司|同事|老板|没人|谁也|他|她")
_ACTS = (
    "用|使用|采用|利用|看|做|加|开|建|设|写|配|查|存|测|跑|选|上|靠|拿|碰|弄|搞|关心|在乎|考虑|了解|懂|知道|想|管|打|引入|校验|缓存|限制|监控|压测|试|学|接|画|分|拆|"
    "打算|准备|处理|实现|采取|进行|需要|必要|找|问|听|说|谈|讲|提|记|保存|保留|沟通|复盘|总结|道歉|依赖|依靠|重视|在意|当回事|采集|过滤|降级|部署|区分|设置|添加|增加|建立|创建|关注|优化|安排|约|认|给|把|对|跟|和|为|向"
)
_DENIES = expression(
    rf"(?:不|没有?|未曾?|别|勿)(?:必|用|需要?|要|会|想|去|再|怎么|太|曾|肯|敢|愿意?|能|打算|准备|该|应该|可能|可以|有|必须)*(?:{_ACTS})|"
    r"不(?:必|用|需要?|要|打算|准备)|无(?:需|须|意)|没(?:有)?(?:必要|打算)|拒绝|懒得|省略|忘(?:了|记)|别|勿"
)
_NONE = expression(r"(?:^|[我你们他她都也还就根本来并里中上])没(?:有|什么)?")
_POSTPOSED = expression(
    rf"(?:我|我们|咱们?|你|大家|谁|团队|他们?)?(?:也|都|全|从来?|根本|一概|一律|完全|统统|又|还|更|就|真|实在|压根)*(?:不|没有?|未)(?:会|想|去|再|怎么|太|曾|打算|准备|需要|有|要)*(?:{_ACTS}|用得?[着上]|重要|值得|管用|好用|可取)?"
    r"(?:必要|意义|关系|价值)?[过了的吧呢啊]*$"
)
_SAME = expression(r"\W*(?:也|还|更|就|又)*(?:从来?)?[不没]")
_TOLD = expression(r"\W*(?:也|都|就|还|并|千万|绝对)*(?:不要|别|不需要|从不|绝不)")
_SWEEPS = expression(r"都|全|一概|一律|统统|也")
MAY_DENY = expression(r"[不没未无别勿非]|拒绝|懒得|省略|忘[了记]")
"""What every denial has."""


_WITHOUT = expression(
    r"在?(?:没有|未|不(?:用|做|看))(?P<what>[^。]{2,80})的(?:情况|前提|条件)下[^,，。]{0,4}(?:完成|做|上线|搞定|实现|跑|发布|交付)"
)


def denied(folded: str, strict: bool) -> Iterator[Span]:
    if not strict and "下" in folded:
        yield from (found.span("what") for found in _WITHOUT.finditer(folded))
    clauses = [(a, b) for a, b in of_length(folded) if folded[a:b].strip()]
    row = len(clauses)
    while row and _is_bare(folded[slice(*clauses[row - 1])]):
        row -= 1
    goes_on = own = False
    bare: list[Span] = []
    for number, (start, end) in enumerate(clauses):
        clause = folded[start:end]
        following = "".join(folded[a:b] for a, b in clauses[number + 1 : number + 2])
        # "我不设过期时间，也不重试": the same speaker goes on.
        lead = "我" if goes_on and _SAME.match(clause) and own else ""
        found = list(_in_clause(folded, start, end, following, strict, lead))
        own = own or (bool(found) and "我" in clause)
        if found and _SWEEPS.search(clause) and found[0][0] == start:
            yield from bare
        yield from found
        if found:
            goes_on, bare = found[-1][1] == end, []
        elif goes_on and number >= row:
            yield start, end
        else:
            goes_on = False
            bare = [*bare, (start, end)] if _is_bare(clause) else []


def _is_bare(clause: str) -> bool:
    """Whether a clause is a mere name of something, as in a list."""
    return len(atoms(clause)) <= (24 if "、" in clause else 7) and not re.search(
        r"[我你他她它们了是会要把被就也都靠只而但够先再]|因为|所以|如果|然后|可以|需要|改用|^[、 ]*用",
        clause,
    )


def _in_clause(
    folded: str, start: int, end: int, following: str, strict: bool, before: str
) -> Iterator[Span]:
    for a, b in cut_before(folded, start, end, _CONTRAST):
        piece = folded[a:b]
        harmless = [found.span() for found in _HARMLESS.finditer(piece)]
        negations = [
            found.start()
            for found in _NOT.finditer(piece)
            if not any(x <= found.start() < y for x, y in harmless)
            and piece[max(0, found.start() - 1) : found.start()] not in ('"', "'", "“", "「")
        ]
        if negations and not harmless:
            place = negations[0]
            lead = before + piece[:place]
            if not _SUBORDINATE.search(lead):
                if strict and not (_FIRST.search(lead) or _TOLD.match(piece)):
                    pass
                elif (
                    _POSTPOSED.search(piece)
                    and len(atoms(piece[:place])) > 1
                    and not _AFTER.search(piece[:place])
                ):
                    yield a, b
                elif _denies(piece, place, lead, following):
                    yield a + place, b
        before += piece


def _denies(piece: str, place: int, lead: str, following: str) -> bool:
    speaker = bool(_SPEAKER.search(lead))
    rest = piece[place:]
    denies = _DENIES.match(rest)
    none = _NONE.search(piece[: place + 2])
    if not (speaker or denies or none):
        return False
    if speaker and not re.search(r"时候|就|之后", rest):
        return True
    needless = rest.startswith(("不需要", "不用", "无需", "没必要", "不必", "不要", "别"))
    # "没有索引，查询就会全表扫描": what would come of it, not what is so.
    if not needless and (_AFTER.search(rest[2:]) or _AFTER.search(following[:14])):
        return False
    # "没有索引的列", "不需要的字段": which, not whether.
    return not re.search(r"的(?=.)", rest)
