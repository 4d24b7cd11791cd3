"""What a sentence affirms, what it denies, and what it only supposes: how all of this package reads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from interviewers.engines.builtin.reading.text import Segment, Term, is_han, terms
from interviewers.engines.builtin.reading.words import NEGATIONS_EN
from interviewers.engines.script import has_han
from interviewgpt.expressions import expression

__all__ = [
    "CLAUSE",
    "MODAL_HAN",
    "OTHERWISE",
    "PARTS",
    "SCOPE_HAN",
    "SCOPE_LATIN",
    "SUPPOSES",
    "denies_others",
    "denies_outright",
    "disbelieves",
    "may_negate",
    "negations",
    "polarity",
    "polarity_of",
    "readings",
    "stances",
    "subjects_of_denials",
    "supposed",
]

SCOPE_LATIN, SCOPE_HAN = 3, 6
"""How many terms a negation reaches at most; speech has few commas."""
NEGATES_HAN = "不没未无非并"
MODAL_HAN = expression(r"[不没未无非并]+(?:能够?|会|可以?|是|需要?|应该?|再|必须?|用|有)?")

_HAN_NEGATION = expression(
    r"不(?!(?:能|会|可以?|是|需要?|应该?|必|用)?(?:一定|总|都|全|只|仅|光)|同|仅|但|过|超过|[多大小高低早晚]于|断|管|论|久|错|妨|如|止|光|只|足|得不|少|然|[了到上]的|(?:是在?|[能会敢可])?(?:说[笑谎]|假话|开玩笑|否[认定]|怀疑|反对|质疑))|没(?!有?(?:异议|疑[问义]|骗|说谎|开玩笑))|未(?!来|必)|无(?!论|数|穷|限|疑|可置疑|可否认)|"
    r"非(?!常|要|得)|错的|假的"
)
_HAN_ASKED = expression(r"(.)不\1|是否|有没有|能否")
_NEGATING_EN = NEGATIONS_EN | {"false", "untrue", "hardly", "nobody", "lacks"}
_WORD = expression(r"[a-z0-9]+(?:'[a-z]+)?")
_IDIOM_EN = expression(
    r"\b(?:(?:no|not|never|nobody|cannot|\w+n't) (?:\w+ly |can |could |would |an? |to )?(?:joke|joking|kidding|disagree|doubt|deny|denying|dispute)|"
    r"no lie|not (?:only|just)(?=.*\b(?:but|also|too)\b)|(?:not|\w+n't) (?:merely|simply|always|necessarily|every|all|exactly|the same|so)\b|no matter|false (?:positive|negative|alarm)s?|not least|whether or not|with or without|why not|"
    r"not? (?:more|less|fewer|greater|larger|bigger|smaller|higher|lower|longer|shorter|later|earlier|sooner) than)\b"
)
_CONTRAST = expression(
    r"(?<=[^不并会能算])[是叫](?=[^，,的]{1,6}$)|\b(?:but|rather(?! than)|instead(?! of)|and (?=(?:must|can|will|should|may|is|are|does|has)\b)|unless|until|because|if|when|while|whereas)\b|而是|但是?|反而|除非|因为"
)
_DENIAL = expression(
    r"(?<!always )\b(?:not|n't|isn't|never) (?!always|entirely|fully|completely|quite|100)(?:\w+ )?"
    r"(?:true|correct|right|the case|so(?! (?:with|for|in)))\b|"
    r"(?:\b(?:is|are|was|be)|'s) (?:\w+ly )?(?:false|wrong|untrue|incorrect|nonsense|"
    r"(?:just )?an? (?:\w+ )?(?:lie|myth|misconception|fallacy|mistake to \w+))\b|"
    r"(?<!\bno )(?<!\bnot )(?<!\bnot a )(?<!n't a )\b(?:false|untrue|wrong|incorrect|(?:lie|myth|misconception|fallacy)(?: to \w+)?) (?:to \w+ )?that\b|"
    r"\bnone of (?:this|that|it|these|those|the (?:following|above))(?: \w+)? (?:holds?|applies|"
    r"(?:is|are|was|were) (?:\w+ly )?(?:true|correct|right|the case|so))\b|"
    r"\bi (?:\w+ly )?(?:disagree|doubt|deny)(?: that| with)?\b|\bnobody (?:should )?(?:believes?|thinks?)(?: that)?\b|"
    r"\bthe (?:\w+ )?(?:opposite|contrary|reverse) of (?:this|that|it|the following)(?: is \w+)?|"
    r"^(?:but |just kidding, |in fact |actually )*(?:it|that)(?:'s| is)(?: (?!not\b|never\b|hardly\b)\w+)? (?:the (?:opposite|reverse|other way a?round)|"
    r"a joke)$|"
    r"(?:并不是|并非|不是)(?:这样|如此|说(?![笑谎])|事实|真的)|(?<![答做算说写猜选判填读])不(?:对|正确|成立|属实)的?$|"
    r"(?:(?:这种|这个|该|这样的?|上述|以上|以下)?(?:说法|观点|理解|描述|表述|叙述|论述)[^，。]{0,2})?(?:是|都|全)错误?的|"
    r"^我?(?:并|很|完全)?不(?:太)?(?:同意|赞成|认同)|错误的是|(?:说法|观点|理解)[^，。]{0,4}错误?|(?<![不非])是(?:个|一[个种])?(?:常见的|典型的)?(?:误解|误区|谬误|谣言|假话|反话)$|"
    r"^(?:但|而)?(?:事实|真相|实际|其实)?(?:上|情况)?(?:恰恰|正好|刚好|恰好|完全|根本)?是?(?:并非如此|相反)的?$"
)
_OWN_DISBELIEF = expression(
    r"^(?:\w+ly |well |no |so |but )*i (?:\w+ly )?(?:do not|don't|dont|can't|cannot|never) (?:\w+ly )?"
    r"(?:believe|think|agree|accept|buy|suppose) that\b(?!'| (?:is|was|would)\b) ?|"
    r"^(?:但|可|其实|反正|而)?我(?:们|个人|并|可|从来?|绝|真的?|完全|一点也?)*不(?:太|会|大)?(?:认为|觉得|相信|同意)(?!这|那|自己|我)"
)
"""Who opens with it denies what follows, whatever it is said of."""
_COMPLETE = expression(r"\b(?:it|this|that|they)(?:'s| is| are| was) (?:\w+ )?\w+$")
"""A clause that says what something is: what follows a colon explains it ("I don't think it is hard: …")."""
_OPPOSITE = expression(r"\b(?:opposite|contrary|reverse)\b|相反|并非如此")
_EMPTY_DENIAL = expression(
    r"\b(?:it|that|this|they)\b.*(?:n't|\bnot)$|^(?:并)?不(?:是|对|会)(?:的|这样的?)?$"
)
_INSTEAD = expression(r"\b(?:instead of|rather than)\b")
CLAUSE = expression(r"([,，、:：])")
PARTS = expression(r"[,，;；:：、]|\b(?:and|but|or|while|whereas)\b|而|但|且")
"""Where a sentence goes on to something else that may be denied or not."""
_SEEMS = expression(
    r"\b(?:looks|look|seems|seem|appears|appear|sounds|sound)(?: like| to be)?\b(?=[^.;:]{2,60}\bbut\b)|"
    r"看(?:起来|上去|着|似)?(?:好?像|似乎)?是?(?<=.[来去着似])(?=[^，,]{1,20}[，,]?(?:其实|实际上?|但|可是?|却))"
)
"""What only looks so is not so: "It looks like a single step, but it is three"."""

_ELSE = expression(
    r"(\b(?:if|when|whenever)\b[^,;:.]{0,60}?(?:\bnot|n't)(?: \w+){0,2}?) "
    r"(?=(?:it|they|this|that|then|you|we|there) (?:\w+s|are|were|will|would|can|must|have)\b)"
)
"""Where a condition that denies ends without a comma: "if it does not stick it is aluminium"."""
SUPPOSES = expression(
    r"\b(?:if(?! (?:you ask|i am|i'm|anything)\b)|when|whenever|unless|until|(?<!at )once|(?:as|so) long as|provided that|in case)\b|"
    r"如果|要是|假如|若|(?<![应相适恰])当(?![然前中作成做])|除非|只要|一旦|的话|[缺少没](?:了|掉)"
)
"""What says under which condition something is so."""
_ENDS_CONDITION = expression(r"[^，,；;：:]{2,}?(?:时候?(?=[，,])|(?=[才就便](?![是算])))")
"""A Chinese clause up to what says that it was a condition: "有序才能", "过期时，"."""
OTHERWISE = expression(r"\b(?:otherwise|or else)\b|否则|不然|要不")
"""What says what would be so if one does not do as told before."""
_LEFT_OUT = expression(
    r"\b(?:\w+n't|not)\W*$|\b(?:it|they|we|you|i|one) (?:\w+n't|\w+ (?:not|never)|cannot|never) \w+\W*$"
)
"""A denial that ends its clause is one of what it is said of: "in the path, but the bulb is not", "copies
it does not keep"."""
SUBJECT = 2
"""How many terms before a denial are what something is denied of."""
_VERB_DENIED = expression(
    r"\b(?:is|are|was|were|do|does|did|can|could|has|have|had|will|would|should|must)(?: not\b|n't\b)|\bcannot\b"
)
"""What says of a subject that it does not do or is not something."""
_NO_OBJECT = expression(r"\b(\w+) no\b")
"""What says that something is done to none: "finds no errors"."""
_NOR = expression("nor")
_AND_NOT = expression(r"\band (?:\w+ ){0,2}$")
"""What a second denial begins with that does not cancel the first, and what stands before one."""


def supposed(folded: str) -> frozenset[Term]:
    """The terms that a folded sentence has in its conditions and nowhere else."""
    found: set[Term] = set()
    rest: set[Term] = set()
    for clause in CLAUSE.split(folded)[::2]:
        opening = SUPPOSES.search(clause)
        if opening and not opening.group().endswith("的话"):
            start, end = opening.start(), len(clause)
        else:
            start, end = 0, len(clause) if opening else 0
        closing = _ENDS_CONDITION.match(clause) if has_han(clause) else None
        if closing:
            end = closing.end()
        found.update(terms(clause[start:end]))
        rest.update(terms(clause[:start]), terms(clause[end:]))
    return frozenset(found - rest)


def denies_outright(clause: str) -> bool:
    """Whether a folded clause says that something is not so ("it is wrong that", "I don't believe that")."""
    return bool(_DENIAL.search(clause) or _OWN_DISBELIEF.match(clause))


def disbelieves(clause: str) -> bool:
    """Whether a folded clause opens with what its speaker does not believe ("I don't think that", "我不认为")."""
    return bool(_OWN_DISBELIEF.match(clause))


def denies_others(folded: str) -> bool:
    """Whether a folded sentence does nothing but deny what is said beside it ("That is false.")."""
    folded = folded.strip(" .!。！")
    denial = _DENIAL.search(folded) or _EMPTY_DENIAL.search(folded)
    rest = _DENIAL.sub(" ", folded)
    return bool(denial) and (len(terms(rest)) <= MOST_BESIDE or _on_what_is_said(rest))


MOST_BESIDE = 4
"""Terms that a sentence has at most beside its denial, where denying is all it does."""


@lru_cache(maxsize=8_192)
def negations(clause: str) -> list[int]:
    """Where a clause negates: offsets into its folded text."""
    if has_han(clause):
        asked = {match.start() + 1 for match in _HAN_ASKED.finditer(clause)}
        return [m.start() for m in _HAN_NEGATION.finditer(clause) if m.start() not in asked]
    idioms = [match.span() for match in _IDIOM_EN.finditer(clause)]
    words = [
        match.start()
        for match in _WORD.finditer(clause)
        if match.group() in _NEGATING_EN
        and not any(start <= match.start() < end for start, end in idioms)
    ]
    return sorted([*words, *(match.start() for match in _INSTEAD.finditer(clause))])


_ANY = expression(
    r"[不没未无非错假反误谬谣]|n't\b|\b(?:instead|rather|opposite|contrary|reverse|other way a?round)\b|\b(?:no|not|never|none|neither|nor|without|cannot|hardly|nobody|lacks|false|untrue|"
    r"wrong|incorrect|lie|myth|misconception|fallacy|nonsense|mistake|joke|disagree|doubt|deny|cant|dont|doesnt|didnt|isnt|arent|wasnt|werent|wont|wouldnt|shouldnt|"
    r"couldnt|neednt|mustnt|hasnt|havent|hadnt)\b"
)


def polarity(segment: Segment) -> Mapping[Term, bool]:
    """The terms of a sentence; True where it affirms them, False in the scope of a negation.

    The scope runs from the negation over a few terms, to the end of its clause or a contrast
    ("but", "而是") at most; that of a denial ("it is not true that", "……，这是不对的") is the sentence. Two negations cancel.
    """
    folded = segment.folded
    if "but" in folded or "看" in folded:
        folded = _SEEMS.sub(lambda found: "不" if found.group()[0] == "看" else "not", folded)
    return polarity_of(folded)


@lru_cache(maxsize=4_096)
def may_negate(folded: str) -> bool:
    """Whether a text has a word that every negation and every denial here has one of."""
    return bool(_ANY.search(folded))


@lru_cache(maxsize=4_096)
def polarity_of(folded: str) -> Mapping[Term, bool]:
    """The same of a folded text, without what only seems so."""
    if not may_negate(folded):
        return dict.fromkeys(terms(folded), True)
    result: dict[Term, bool] = {}
    if "if " in folded or "when" in folded:
        folded = _ELSE.sub(r"\1, ", folded)
    turned = carried = in_row = False
    pieces = CLAUSE.split(folded)
    following = (*pieces[2::2], "")
    for clause, mark, after in zip(pieces[::2], [*pieces[1::2], ""], following, strict=True):
        bare = clause.strip()
        doubts = _OWN_DISBELIEF.match(bare)
        own_turn = False
        if doubts:
            # "I don't believe that if …, …": of what follows from the condition as well.
            own_turn = not SUPPOSES.match(bare, doubts.end())
            clause, bare, turned = bare[doubts.end() :], "", not turned
        denial = bool(_DENIAL.search(bare))
        if denial or (mark in (":", "：") and _EMPTY_DENIAL.search(bare)):
            clause = _DENIAL.sub(" ", clause) if denial else ""
            if result and not terms(clause):
                return {term: not affirmed for term, affirmed in result.items()}
            alone = mark in (",", "，") and not after.lstrip().startswith("that ")
            if alone and not _OPPOSITE.search(bare) and _on_what_is_said(clause):
                continue  # "That is wrong, …": of what was asked; what follows is what is so.
            turned = not turned
        # "Not only that: it does not …" begins anew.
        denied = carried and not negations(clause)
        for number, part in enumerate(_CONTRAST.split(clause)):
            denied = denied and not number
            cuts = [0, *negations(part), len(part)]
            for place, (start, end) in enumerate(pairwise(cuts)):
                # "Neither A nor B", "does not A and does not B" deny both.
                goes_on = denied and bool(_NOR.match(part, start) or _AND_NOT.search(part[:start]))
                denied = denied != (place > 0) or goes_on
                told = part[start:end]
                read = terms(told.lstrip(NEGATES_HAN) if place else told)
                left_out = place == len(cuts) - 3 and _LEFT_OUT.search(part)
                for place_, term in enumerate(read):
                    in_scope = denied and place_ < (SCOPE_HAN if is_han(term) else SCOPE_LATIN)
                    in_scope = in_scope or bool(left_out and place_ >= len(read) - SUBJECT)
                    result.setdefault(term, in_scope == turned)
        turned = turned != own_turn
        # "不需要A、B" denies both, "A、不B、C" only B.
        announces = mark in (":", "：") and not _COMPLETE.search(bare)
        carried = denied and (announces or (mark == "、" and (carried or not in_row)))
        in_row = mark == "、"
    return result


_OR_ELSE = expression(rf"(?:{OTHERWISE.pattern}|^[^,;]*[,;] or (?=\w+ \w+[^,;]*$))")
"""What says what would come of not doing as told before: "do this, or it breaks"."""


def subjects_of_denials(folded: str) -> set[Term]:
    """What a folded sentence agrees with a denial of: what something is denied of, and what is done to none ("no
    base case" agrees with "the base case is not included", "it keeps no copy" with "it does not keep a copy"),
    and what would come of not doing as it says ("…, or it breaks" agrees with "… so that it does not break")."""
    parts = PARTS.split(folded)
    subjects = {
        term
        for part in parts
        for found in _VERB_DENIED.finditer(part)
        for term in terms(part[: found.start()])[-SUBJECT:]
    }
    otherwise = _OR_ELSE.search(folded)
    averted = terms(folded[otherwise.end() :]) if otherwise else ()
    return subjects.union(
        averted, *(terms(verb) for part in parts for verb in _NO_OBJECT.findall(part))
    )


_ON_WHAT = frozenset(
    terms("statement claim sentence above following answer say fact actually kidding joking")
)
_ON_WHAT_HAN = expression(
    r"(?:[以上下前后][上下述面列]|[这那][些种个句]?|说法|观点|描述|内容|理解|表述|叙述|论述|话|说|讲|写|的|都|全部?|统统|所有|"
    r"其实|但|可|不过|然而|开个?玩笑|完全|就|也|是|[,，])*"
)
"""What a denial is one of where nothing else stands beside it: of what is said before it or behind."""


def _on_what_is_said(rest: str) -> bool:
    """Whether what stands beside a denial only says that it is one of something said."""
    if has_han(rest):
        return bool(_ON_WHAT_HAN.fullmatch(rest.replace(" ", "").strip("。：:！!")))
    return _ON_WHAT.issuperset(terms(rest))


_ALL = expression(r"\b(?:all|none|everything|above|both)\b|以上|上述|上面|都|全")
_BEFORE_COLON = expression("[:：]")
_NEXT = expression(r"\b(?:following|next|below)\b|以下|下面|下列")


def readings(sentences: Sequence[Segment]) -> list[Mapping[Term, bool]]:
    """The polarity of every sentence of a text.

    A sentence that is nothing but a denial ("That is false.", "以上说法都是错误的。") turns the one
    before it around, all of them where it says so, and those after it where it announces them.
    """
    found = [polarity(sentence) for sentence in sentences]
    for place, sentence in enumerate(sentences):
        told = _BEFORE_COLON.split(sentence.folded, maxsplit=1)[0]
        if not _NEXT.search(told):
            told = sentence.folded
        if not (may_negate(told) and _DENIAL.search(told.strip())):
            continue
        if not _on_what_is_said(_DENIAL.sub(" ", told.strip())):
            continue
        if _NEXT.search(told):
            meant = range(place + 1, len(found))
        else:
            meant = range(0 if _ALL.search(sentence.folded) else max(0, place - 1), place)
        for other in meant:
            found[other] = {term: not affirmed for term, affirmed in found[other].items()}
    return found


def stances(read: Iterable[Mapping[Term, bool]]) -> set[tuple[Term, bool]]:
    """Every term of some sentences, as they are read, with every polarity it stands in."""
    return {stance for sentence in read for stance in sentence.items()}
