"""Names of people, where the wording shows that they are names. They are dropped, so that no score depends
on them.
"""

from __future__ import annotations

import re

from interviewers.engines.script import HAN
from interviewgpt.expressions import expression

__all__ = ["DOUBLE_SURNAMES", "NAMES_THAT_ARE_WORDS", "SURNAMES", "WHO_ZH", "without_names"]

SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
DOUBLE_SURNAMES = "欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|轩辕|宇文|端木|南宫"
_FULL_ZH = rf"(?:[{SURNAMES}]|{DOUBLE_SURNAMES})[{HAN}]{{1,2}}"
_LETTERS = r"[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f'’-]+"
_GIVEN = r"(?:De|Du|La|Le|Mc|Mac|Fitz|[OD]['’])?[A-Z\u00c0-\u00de][a-z\u00df-\u024f'’-]+"
"""Neither an abbreviation nor spelt like a product."""
_LATIN = rf"{_LETTERS}(?:[ ·](?:{_LETTERS}|[A-Z]\b\.?))*"
_FOREIGN_ZH = rf"[{HAN}]{{1,6}}(?:·[{HAN}]{{1,6}}?)+"
_WHOLE_ZH = rf"[{HAN}]{{1,6}}(?:·[{HAN}]{{1,6}})+(?=[，,。. ！!；;]|$)"
_ANY_ZH = rf"(?:{_FOREIGN_ZH}|{_FULL_ZH}|{_LATIN})"
_SPEAKS_ZH = (
    "说|讲|聊|商量|提|问|告诉|认为|觉得|不满|生气|很生气|发火|同意|投诉|找|反对|吵|有分歧|坚持|负责"
)
WHO_ZH = (
    "同事|客户|经理|老板|领导|组长|主管|同学|老师|下属|组员|导师|学长|学姐|师傅|徒弟|面试官|搭档"
)
_WHO = (
    r"colleague|manager|boss|customer|client|teammate|friend|mentor|intern|lead|director|supervisor|report|"
    r"coworker|co-worker|peer|partner|student|engineer|developer|designer|tester|analyst"
)
NAMES_THAT_ARE_WORDS = (
    "Mark|Hope|Will|Bill|Grace|Art|Joy|Faith|Drew|Chase|Rich|Frank|Rose|Jack|Pat|Sue|Rob|Dawn|Penny|Patience|"
    "Miles|Dean|Gene|Josh|Harry|Guy|Grant|Ray|Gail|Norm|Iris|Olive|Skip|Wade|Reed|Cliff|Heath|Rusty"
).split("|")
"""Names where they have a capital in the middle of a sentence."""
_TIMES = ("Summer", "Autumn", "April", "June", "May")
"""The same, and times of the year."""
_WORDS = "|".join((*NAMES_THAT_ARE_WORDS, *_TIMES))
_NAME = expression(
    rf"(?:我叫|我的名字[是叫]|名字叫|叫做?)(?:{_WHOLE_ZH}|{_FOREIGN_ZH}|{_LATIN})|(?:我叫|我的名字[是叫]|名字叫)[{HAN}]{{2,4}}|"
    rf"我是(?:{_FOREIGN_ZH}|{_FULL_ZH}|{_LATIN})(?=[，,。. ！!]|$)|"
    rf"(?<=[跟和找问]){_ANY_ZH}(?=说|讲|聊|商量)|"
    rf"(?:(?<=^)|(?<=[，,。；;！!？? ])){_ANY_ZH}(?=[和跟与]我(?![们国想预的理认]))|"
    rf"(?<=我[和跟与]){_ANY_ZH}(?=[对有在都一{HAN}])(?={_ANY_ZH}(?:{_SPEAKS_ZH}|对|有|在|都|一起))|"
    rf"(?:(?<={WHO_ZH.replace('|', ')|(?<=')})){_ANY_ZH}(?={_SPEAKS_ZH}|很|也|都|对|和我|跟我|[，,])|"
    rf"\b[Mm]y name(?: is|'s|’s) {_LATIN}|\b[Tt]his is {_LATIN}(?=[,.]|$)|\bI(?: am|'m|’m) {_LATIN}(?=[,.!]|$)|"
    rf"\b{_LATIN}(?= and (?:I|me|myself)\b)|(?<=\bI and ){_LATIN}|(?<=\bme and ){_LATIN}|"
    rf"\b(?i:{_WHO})(?: named| called|,)? {_GIVEN}(?= (?:was|is|and|had|has|said|asked|told|wanted|did|didn't|disagreed|agreed|came|thought|felt|who|kept|refused|from|about|to|for|in|on)\b|[,.]|['’]s\b|$)|"
    rf"(?<=[a-z,] )(?:{_WORDS})(?!\w)(?! \d)|"
    rf"(?:^|(?<=[.!?] ))(?:{_WORDS})(?= (?:was|is|and|asked|told|said|wanted|changed|disagreed|agreed|felt|thought|had|from|in my)\b)"
)
_MONTH = expression(
    r"(?i)\b(?:in|since|by|until|till|last|next|of|early|late|mid|from|before|after|every|this) $"
)


_SIGNS_ZH = (
    *"叫 名字 我是 说 讲 聊 商量 和我 跟我 与我 我和 我跟 我与".split(),
    *WHO_ZH.split("|"),
)
_SIGNS_EN = (
    *("name", "his is ", "I am ", "I'm ", "I’m "),
    *_WORDS.split("|"),
)
_BESIDE_ME = expression(r" and (?:I|me|myself)\b|\b(?:I|me) and [A-Z\u00c0-\u00de]")
_LOW_SIGNS_EN = tuple(_WHO.split("|"))


def _may_name(piece: str) -> bool:
    """False only where `_NAME` cannot match: each match has one of these signs, and in English a
    capital."""
    low = piece.lower()
    if low == piece and piece.isascii():
        return False
    for sign in _SIGNS_EN:
        if sign in piece:
            return True
    if " and " in piece and _BESIDE_ME.search(piece):
        return True
    for sign in _LOW_SIGNS_EN:
        if sign in low:
            return True
    if not piece.isascii():
        for sign in _SIGNS_ZH:
            if sign in piece:
                return True
    return False


def without_names(piece: str) -> str:
    """A text without the names of people; words beside a name that say who it is stay."""
    return _NAME.sub(_kept, piece) if _may_name(piece) else piece


def _kept(found: re.Match[str]) -> str:
    told = found.group()
    if told in _TIMES and _MONTH.search(found.string[max(0, found.start() - 8) : found.start()]):
        return told
    who = re.match(rf"(?i:{_WHO})\b", told)
    return f"{who.group()} " if who else " "
