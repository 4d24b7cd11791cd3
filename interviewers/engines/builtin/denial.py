"""What a speaker denies: things somebody did not, would not or need not do, use or have.

A scoring point, or a word of a reference, that stands in such a place is not said. `negation` and
`contradiction` read a denial against the sentences of a reference; this reads it for itself, from the grammar of
the clause alone, so that "I did not use tracing, logs or explain" names three things and affirms
none. It is deaf where a negation denies nothing of the kind: conditions ("without an index it
scans"), findings ("we saw that there was no index"), limits ("not only", "不能只靠"), double
negation ("cannot live without", "别忘了"), questions ("why not", "有没有"), properties of a thing
("does not block", "不会丢"). What a contrast puts in its place ("but", "而是") is affirmed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from functools import lru_cache
from itertools import pairwise

from interviewers.engines.builtin.gates import Gated
from interviewers.engines.builtin.text import Segment, Term, atoms, is_han, terms, weight
from interviewers.engines.builtin.words import NEGATIONS_EN

__all__ = ["affirmed", "is_negative", "never_affirmed"]

Span = tuple[int, int]

LONGEST_ITEM = 6
LONGEST_ROW = 8
LONGEST_CLAUSE = 300
"""Characters; what is longer is no clause that anybody could follow."""
"""So many words may an item have of a row that a negation opens."""

_MARK = re.compile(r"[,，;；:：()（）]|\s-\s")
_END = re.compile(r"[。！？!?\n\x1e]+|\.(?=\s|$)")

_CONTRAST_EN = re.compile(
    r"\b(?:but|instead(?! of)|rather(?! than)|because|since|so|although|though|unless|until|except|if|when|while|whereas|"
    r"without|then|apart from|other than|(?:and|or) (?=(?:there|did|do|does|would|have|had|no|not|never|nobody|none|forgot|refused?|skip|skipped|failed)\b)|and (?=(?:i|we|you|they|it|he|she|the \w+ (?:is|are|was|were|has|had|does)|used?|uses|chose|took|went|did|do)\b))\b"
)
_NOT_EN = re.compile(
    r"\b(?:not|cannot|never|(?<!say )(?<!says )(?<!said )(?<!saying )no(?! \w+(?: \w+)? (?:means?|impl\w+|causes?)\b)(?! one)|nor|neither|(?:nobody|no one) (?=used|uses|looked|checked|did|set|wrote|added|considered|thought|has|had|ever)|none of us|hardly|\w+n't|dont|doesnt|didnt|cant|wont|wouldnt|shouldnt|"
    r"refused? to|forgot to|failed to|skip(?:ped)?|too lazy to)\b"
)
_HARMLESS_EN = re.compile(
    r"\b(?:not|never|\w+n't|dont) (?:\w+ )?(?:only|just|merely|simply|solely|always|necessarily|everything|every|all|enough|alone|blindly|immediately|"
    r"right away|at once|at first|both|exactly|the same|least|to mention|sure|yet sure)\b|"
    r"\bno (?:matter|doubt|wonder|longer|more than|less than|later|sooner|choice|alternative|other|option|way around|one-size|single)\b|"
    r"\b(?:not|never|\w+n't|dont|cannot) (?:\w+ ){0,2}(?:forget|skip|miss|neglect|ignore|overlook|underestimate|omit|hesitate|fail|drop|leave out|avoid|live|imagine|do without|go without|stop|deny|mind|regret)\b|"
    r"\bwhy (?:not|\w+n't)\b|\bwhether or not\b|\bor not\b|\bnot[- ]null\b|\bnothing but\b|\bif not\b|\bnot (?:bad|to say)\b|\bhardly (?:an? |any )?(?:limit|cost|risk|downside|overhead|difference|delay|problem|trouble)s?\b|\bnot (?:\w+ )?(?:alone|only)\b"
)
_SUBORDINATE_EN = re.compile(
    r"\b(?:if|when|whenever|unless|otherwise|in case|whether|why|how|so|so that|such that|where|which|who|what|ensure\w*|mak(?:e|es|ing) sure|guarantees?|"
    r"prevents?|found|finds?|noticed?|saw|see|reali[sz]ed|discovered|shows?|showed|check(?:ed)?|turned out|causes?|reason|problem|detect\w*|"
    r"(?<!think )(?<!believe )(?<!say )(?<!said )(?<!admit )(?<!guess )(?<!thought )(?<!sure )that)\b"
)
_SPEAKER_EN = re.compile(
    r"\b(?:i|we|you|one (?=would|should|must|need)|(?:my|our|the) (?:team|company|group|colleagues?|boss)|none of us)\b"
)
_FIRST_EN = re.compile(r"\b(?:i|we|(?:my|our) (?:team|company|group))\b")
_FORBIDS_EN = re.compile(r"^(?:never|do not|don't|dont) (?!have\b|need\b)")
_OPENING_EN = re.compile(
    r"^\W*(?:(?:and|also|then|well|honestly|actually|personally|there|really|so|maybe|or|do|did|does|is|are|was|were|would|will|has|have|had|been|be|should|must|need|please) )*$"
)
_NEEDLESS_EN = re.compile(
    r"\b(?:is|are|was|were|be|has been|have been|'s|'re)(?: \w+ly)? ?(?:not|never|n't)(?: \w+ly)? (?:something|needed|necessary|required|used|useful|important|helpful|relevant|worth|part of|"
    r"done|considered|looked|checked|added|a thing|my)\b|\b(?:is|are|was|were)n't (?:\w+ly )?(?:something|needed|necessary|required|used|useful|important|helpful|relevant|worth|part of|done|considered|looked|checked|added|my)\b|"
    r"\b(?:is|are|was|were|be) (?:\w+ly )?(?:useless|unnecessary|pointless|irrelevant|needless|superfluous|a waste)\b|\b(?:never|not) used\b$|"
    r"\bno use\b|\bdo(?:es)?(?: not|n't) (?:matter|help|work)\b$|\bnone of (?:these|this|them|that|it|those)\b"
)
_GOES_ON_EN = re.compile(
    r"^(?!(?:but|and|just|only|instead|rather|so|we|i|you|they|he|she|it|the only|then|though|although|because|"
    r"that|this|which|what|merely|simply|yes|yet|still|thus|hence|therefore|however|otherwise|not|never|no|\w+ing)\b)"
)
_NOT_A_ROW_EN = re.compile(
    r"\W*(?:but|just|only|instead|rather|so|and|or nothing|or else|or it|or they|or the)\b"
)
_VERBAL_EN = re.compile(
    r"\b(?:i|we|you|they|it|he|she|is|are|was|were|am|be|does|did|has|had|can|could|will|would|should|must|may|might|"
    r"that|which|who|because|if|when|instead|works?|worked|used|does)\b"
)

_CONTRAST_ZH = re.compile(
    r"而是|而(?=[用靠选做看先只])|但是?|反而|不过|只是|除非|除了|直到|因为|所以|就(?=[用靠])|(?:改|转)(?:用|成)"
)
_NOT_ZH = re.compile(
    r"不(?!同|仅|但|过|断|论|久|错|妨|如|止|光|只|单|足|得不|少|了|起|一[定致样]|可[重避分变]|对称|均|稳|变|等|再|住|到位|清楚)|没(?!有?人)|未(?!来|必|知)|无(?:需|须|意)|非得|(?<![错个区级类分特差识告派性辨])别(?![的人处名])|勿|拒绝|懒得|(?:(?<=^)|(?<=我)|(?<=们))省略(?!号)|忘(?:了|记)|从来?不|绝不"
)
_HARMLESS_ZH = re.compile(
    r"(?:不|没|别|勿|未)(?:会|能|可以|要|应该|该|是|用|想|敢|有|再|准备|打算)*(?:只|仅|光|单|一味|盲目|随便|直接|轻易|总|每|都|全|一次性|一直|马上|立刻|立即|无脑|一上来|一刀切|完全(?:靠|依赖))|"
    r"(?:不|没|别|勿)(?:能|可以?|要|会|敢|应该?|该|用)*(?:不|没|无|少|忘|忽略|忽视|省|跳过|漏|缺|离|低估|放过|小看)|不可或缺|[离少免缺]不(?:开|了|得)|不得不|非.{1,12}不可|[不没].{1,12}就(?:不|没|无)|没有?.{1,14}(?:不行|不成|不可|活不|没法|怎么)|"
    r"为(?:什么|何)不|(.)不\1|有没有|是否|能否|不(?:好|难)说|不(?:是|算)(?:没|不)|忍不住|不由|差不多|不在话下|不用说|没(?:问题|错|关系)|不(?:怕|要紧)"
)
_SUBORDINATE_ZH = re.compile(
    r"如果|要是|假如|万一|一旦|只要|若|为(?:什么|何)|是否|避免|防止|以免|保证|确保|发现|看到|查到|检查|判断|原因|问题是|说明|的话|怎么|时候|当.{0,8}时|即使|哪怕|就算|使得?|让(?!我|他|她)|谁"
)
_AFTER_ZH = re.compile(
    r"就(?!是|算|没|不)|[会能才](?=.{2,})|导致|容易|很难|只[能好]|否则|不然|的话|时(?!间|刻|延|序|区)"
)
_FIRST_ZH = re.compile(r"我(?!们(?:可以|通常))")
_SPEAKER_ZH = re.compile(r"我|咱|你|大家|团队|公司|同事|老板|没人|谁也|他|她")
_ACTS_ZH = (
    "用|使用|采用|利用|看|做|加|开|建|设|写|配|查|存|测|跑|选|上|靠|拿|碰|弄|搞|关心|在乎|考虑|了解|懂|知道|想|管|打|引入|校验|缓存|限制|监控|压测|试|学|接|画|分|拆|"
    "打算|准备|处理|实现|采取|进行|需要|必要|找|问|听|说|谈|讲|提|记|保存|保留|沟通|复盘|总结|道歉|依赖|依靠|重视|在意|当回事|采集|过滤|降级|部署|区分|设置|添加|增加|建立|创建|关注|优化|安排|约|认|给|把|对|跟|和|为|向"
)
_DENIES_ZH = re.compile(
    rf"(?:不|没有?|未曾?|别|勿)(?:必|用|需要?|要|会|想|去|再|怎么|太|曾|肯|敢|愿意?|能|打算|准备|该|应该|可能|可以|有|必须)*(?:{_ACTS_ZH})|"
    r"不(?:必|用|需要?|要|打算|准备)|无(?:需|须|意)|没(?:有)?(?:必要|打算)|拒绝|懒得|省略|忘(?:了|记)|别|勿"
)
_NONE_ZH = re.compile(r"(?:^|[我你们他她都也还就根本来并里中上])没(?:有|什么)?")
_POSTPOSED_ZH = re.compile(
    rf"(?:我|我们|咱们?|你|大家|谁|团队|他们?)?(?:也|都|全|从来?|根本|一概|一律|完全|统统|又|还|更|就|真|实在|压根)*(?:不|没有?|未)(?:会|想|去|再|怎么|太|曾|打算|准备|需要|有|要)*(?:{_ACTS_ZH}|用得?[着上]|重要|值得|管用|好用|可取)?"
    r"(?:必要|意义|关系|价值)?[过了的吧呢啊]*$"
)
_SAME_ZH = re.compile(r"\W*(?:也|还|更|就|又)*(?:从来?)?[不没]")
_TOLD_ZH = re.compile(r"\W*(?:也|都|就|还|并|千万|绝对)*(?:不要|别|不需要|从不|绝不)")
_SWEEPS_ZH = re.compile(r"都|全|一概|一律|统统|也")


_OWN_NEGATION_ZH = re.compile(
    r"不(?![同仅但过断管论久错妨如止光只变均稳]|一致|可变|可信|平衡)|没|未(?![来知]|成年)|无(?!论|数|穷|限|状态|障碍|序|线|效)|勿|免|(?<!区|级|类|识|性)别"
)
_WITHOUT_EN = re.compile(
    r"\bwithout\b(?! (?:\w+ )?(?:downtime|loss|losing|breaking|blocking|interrupt\w*|affecting|errors?|failures?|waiting|changing|touching|having to)\b)"
)
_MANAGES_EN = re.compile(
    r"\b(?:i|we|you|they|team|done|works?|worked|fine|live|finished|managed|ship(?:ped)?|deploy(?:ed)?)\b"
)
_ANY_WITHOUT_EN = re.compile(
    r"\bwithout (?:using|doing|having|any|needing|looking at|checking|running|adding|writing|setting)\b"
)
_ITEMS_EN = re.compile(r",(?: (?:or|nor|and))?|\b(?:or|nor)\b")
_WITHOUT_ZH = re.compile(
    r"在?(?:没有|未|不(?:用|做|看))(?P<what>[^。]{2,80})的(?:情况|前提|条件)下[^,，。]{0,4}(?:完成|做|上线|搞定|实现|跑|发布|交付)"
)
_ANY = {
    False: Gated(re.compile(f"{_NOT_EN.pattern}|{_NEEDLESS_EN.pattern}|\\bwithout\\b")),
    True: Gated(re.compile(r"[不没未无别勿非]|拒绝|懒得|省略|忘[了记]")),
}


def is_negative(text: str) -> bool:
    """Whether a folded text has a negation of its own."""
    if is_chinese(text):
        return bool(_OWN_NEGATION_ZH.search(text))
    return not NEGATIONS_EN.isdisjoint(atoms(text))


def is_chinese(text: str) -> bool:
    return not text.isascii() and any(map(is_han, text))


def never_affirmed(stances: Iterable[tuple[Term, bool]]) -> frozenset[Term]:
    """The terms that stand in a negation wherever they stand: who denies them agrees."""
    found = set(stances)
    return frozenset(term for term, positive in found if not positive and (term, True) not in found)


def affirmed(
    segment: Segment, excused: Callable[[], Set[Term]] = frozenset, *, strict: bool = False
) -> Segment:
    """A sentence without what it denies; the same object where it denies nothing.

    A denial of the ``excused`` terms, which are only asked for where there is one, is left as it is: the expected answer denies them too. With
    ``strict`` only those count that somebody speaks of themselves, or tells not to do.
    """
    spans = [
        (start, end)
        for start, end in _denied(segment.folded, strict)
        if not _agrees(segment.folded[start:end], excused())
    ]
    if not spans:
        return segment
    kept, place = [], 0
    for start, end in spans:
        if start >= place:
            kept.append(segment.folded[place:start])
        place = max(place, end)
    kept.append(segment.folded[place:])
    folded = " , ".join(kept)
    return Segment(folded, folded, tuple(atoms(folded)), tuple(terms(folded)))


def _agrees(denial: str, excused: Set[Term]) -> bool:
    told = [term for term in terms(denial) if weight(term) >= 1.0]
    return 2 * sum(term in excused for term in told) > len(told)


@lru_cache(maxsize=8_192)
def _denied(folded: str, strict: bool = False) -> tuple[Span, ...]:
    """Where a folded sentence denies, in order; the spans may touch."""
    chinese = is_chinese(folded)
    if not _ANY[chinese].search(folded):
        return ()
    find = _denied_zh if chinese else _denied_en
    # Short sentences in a row are one segment.
    return tuple(
        sorted(
            (start + a, start + b)
            for start, end in _cut(folded, _END)
            for a, b in find(folded[start:end], strict)
        )
    )


def _cut(folded: str, marks: re.Pattern[str]) -> list[Span]:
    found, start = [], 0
    for mark in marks.finditer(folded):
        found.append((start, mark.start()))
        start = mark.end()
    return [*found, (start, len(folded))]


def _pieces(folded: str, start: int, end: int, contrast: re.Pattern[str]) -> list[Span]:
    """A clause cut before every word of contrast."""
    cuts = [start, *(m.start() + start for m in contrast.finditer(folded[start:end])), end]
    return [(a, b) for a, b in pairwise(cuts) if folded[a:b].strip()]


def _denied_en(folded: str, strict: bool) -> Iterator[Span]:
    if not strict and "without" in folded:
        yield from _done_without(folded)
    goes_on = False
    clauses = [(a, b) for a, b in _cut(folded, _MARK) if b - a <= LONGEST_CLAUSE]
    row = len(clauses)
    if row and _closes_row(folded[slice(*clauses[-1])]):
        while row and _closes_or_goes_on(folded[slice(*clauses[row - 1])]):
            row -= 1
    for number, (start, end) in enumerate(clauses):
        clause = folded[start:end]
        if goes_on and clause.strip():
            if number >= row or (
                len(atoms(clause)) <= LONGEST_ITEM
                and _GOES_ON_EN.match(clause.strip())
                and not _VERBAL_EN.search(clause)
                and not _NOT_EN.search(clause)
            ):
                yield from [(a, b) for a, b in _pieces(folded, start, end, _CONTRAST_EN)[:1]]
                continue
            goes_on = False
        before = ""
        for a, b in _pieces(folded, start, end, _CONTRAST_EN):
            piece = folded[a:b]
            if (needless := _NEEDLESS_EN.search(piece)) and not strict:
                if not _SUBORDINATE_EN.search(before + piece[: needless.start()]):
                    yield a, b
                before += piece
                continue
            harmless = [found.span() for found in _HARMLESS_EN.finditer(folded, a, end)]
            negations = [
                found.start()
                for found in _NOT_EN.finditer(piece)
                if not any(x <= found.start() + a < y for x, y in harmless)
                and not _is_item(folded[: found.start() + a], found.group())
            ]
            negations = [
                n for n in negations if not piece.startswith("nor", n) or n == negations[0]
            ]
            if len(negations) % 2 and _denies_en(piece, negations[0], before, strict=strict):
                yield a + negations[0], b
                goes_on = b == end
            before += piece


def _is_item(before: str, negation: str) -> bool:
    """Whether a negation names one of several cases: "an old version or no network"."""
    return negation == "no" and before.endswith(" or ") and not _NOT_EN.search(before)


def _done_without(folded: str) -> Iterator[Span]:
    """What something is told to be done without: several things, or anything of a kind. One thing
    may be a condition, or the very point ("without locks")."""
    first = _WITHOUT_EN.search(folded)
    if first is None:
        return
    lead, rest = folded[: first.start()], folded[first.start() :]
    items = [atoms(item) for item in _ITEMS_EN.split(rest)]
    several = len(items) > 2 and max(map(len, items)) <= LONGEST_ITEM
    if (
        (several or _ANY_WITHOUT_EN.match(rest))
        and _MANAGES_EN.search(lead)
        and not _MARK.search(lead)
        and not _SUBORDINATE_EN.search(lead)
        and not _VERBAL_EN.search(rest)
    ):
        yield first.start(), len(folded)


def _closes_row(clause: str) -> bool:
    return bool(re.search(r"\b(?:or|nor)\b", clause)) and _closes_or_goes_on(clause)


def _closes_or_goes_on(clause: str) -> bool:
    """Whether a clause may be an item of a row ("A, B or C") although it has a verb."""
    return (
        len(atoms(clause)) <= LONGEST_ROW
        and not _SPEAKER_EN.search(clause)
        and not _NOT_A_ROW_EN.match(clause)
    )


def _denies_en(piece: str, place: int, before: str, *, strict: bool) -> bool:
    lead = piece[:place]
    if _SUBORDINATE_EN.search(before + lead):
        return False
    if strict:
        told = not lead.strip() and _FORBIDS_EN.match(piece.strip())
        return bool(told or (_FIRST_EN.search(lead) and not piece.startswith("cannot", place)))
    if re.search(r"\b(?:needs?|uses?|requires?|has|have) $", lead) and piece.startswith(
        "no ", place
    ):
        return True
    return bool(_SPEAKER_EN.search(lead) or _OPENING_EN.match(lead)) or piece[place:].startswith(
        ("nobody", "no one", "none of", "neither")
    )


def _denied_zh(folded: str, strict: bool) -> Iterator[Span]:
    if not strict and "下" in folded:
        yield from (found.span("what") for found in _WITHOUT_ZH.finditer(folded))
    clauses = [
        (a, b)
        for a, b in _cut(folded, _MARK)
        if 0 < b - a <= LONGEST_CLAUSE and folded[a:b].strip()
    ]
    row = len(clauses)
    while row and _is_bare_zh(folded[slice(*clauses[row - 1])]):
        row -= 1
    goes_on = own = False
    bare: list[Span] = []
    for number, (start, end) in enumerate(clauses):
        clause = folded[start:end]
        following = "".join(folded[a:b] for a, b in clauses[number + 1 : number + 2])
        # "我不设过期时间，也不重试": the same speaker goes on.
        lead = "我" if goes_on and _SAME_ZH.match(clause) and own else ""
        found = list(_in_clause_zh(folded, start, end, following, strict, lead))
        own = own or (bool(found) and "我" in clause)
        if found and _SWEEPS_ZH.search(clause) and found[0][0] == start:
            yield from bare
        yield from found
        if found:
            goes_on, bare = found[-1][1] == end, []
        elif goes_on and number >= row:
            yield start, end
        else:
            goes_on = False
            bare = [*bare, (start, end)] if _is_bare_zh(clause) else []


def _is_bare_zh(clause: str) -> bool:
    """Whether a clause is a mere name of something, as in a list."""
    return len(atoms(clause)) <= (24 if "、" in clause else 7) and not re.search(
        r"[我你他她它们了是会要把被就也都靠只而但够先再]|因为|所以|如果|然后|可以|需要|改用|^[、 ]*用",
        clause,
    )


def _in_clause_zh(
    folded: str, start: int, end: int, following: str, strict: bool, before: str
) -> Iterator[Span]:
    for a, b in _pieces(folded, start, end, _CONTRAST_ZH):
        piece = folded[a:b]
        harmless = [found.span() for found in _HARMLESS_ZH.finditer(piece)]
        negations = [
            found.start()
            for found in _NOT_ZH.finditer(piece)
            if not any(x <= found.start() < y for x, y in harmless)
            and piece[max(0, found.start() - 1) : found.start()] not in ('"', "'", "“", "「")
        ]
        if negations and not harmless:
            place = negations[0]
            lead = before + piece[:place]
            if not _SUBORDINATE_ZH.search(lead):
                if strict and not (_FIRST_ZH.search(lead) or _TOLD_ZH.match(piece)):
                    pass
                elif (
                    _POSTPOSED_ZH.search(piece)
                    and len(atoms(piece[:place])) > 1
                    and not _AFTER_ZH.search(piece[:place])
                ):
                    yield a, b
                elif _denies_zh(piece, place, lead, following):
                    yield a + place, b
        before += piece


def _denies_zh(piece: str, place: int, lead: str, following: str) -> bool:
    speaker = bool(_SPEAKER_ZH.search(lead))
    rest = piece[place:]
    denies = _DENIES_ZH.match(rest)
    none = _NONE_ZH.search(piece[: place + 2])
    if not (speaker or denies or none):
        return False
    if speaker and not re.search(r"时候|就|之后", rest):
        return True
    needless = rest.startswith(("不需要", "不用", "无需", "没必要", "不必", "不要", "别"))
    # "没有索引，查询就会全表扫描": what would come of it, not what is so.
    if not needless and (_AFTER_ZH.search(rest[2:]) or _AFTER_ZH.search(following[:14])):
        return False
    # "没有索引的列", "不需要的字段": which, not whether.
    return not re.search(r"的(?=.)", rest)
