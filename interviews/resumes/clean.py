"""From what parsers give to text that can be stored, searched and quoted."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from interviewgpt.expressions import expression

__all__ = ["HAN", "is_mojibake", "is_plausible", "is_prose", "join_spaced", "tidy"]

#: A character class (for regular expressions) of Chinese characters, kana and their marks.
HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"

_LIGATURES = {
    0xFB00 + number: letters
    for number, letters in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))
}
_KANGXI = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
# Unicode gives the radicals of this block no decomposition, yet fonts map whole characters to them.
_RADICALS = dict(
    zip(
        map(
            ord,
            "⺀⺁⺃⺄⺅⺈⺋⺌⺎⺒⺓⺗⺘⺛⺟⺠⺡⺢⺣⺦⺨⺩⺫⺭⺮⺯⺰⺳⺷⺻⺼⺾⻀⻁⻂⻄⻅⻆⻈⻉⻋⻌⻏⻐⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻞⻢⻣⻤⻥⻦⻧⻨⻩⻫⻬⻭⻮⻯⻰⻲⻳",
        ),
        "冫厂乚乙亻刀㔾小尣巳幺心扌旡母民氵水灬丬犭王罒礻竹糸纟网羊肀月艹艹虎衤西见角讠贝车辶阝钅長镸长门雨青韦页风飞食飠马骨鬼鱼鸟卤麦黄斉齐歯齿竜龙亀龟",
        strict=True,
    )
)
_REPLACED = {
    **_LIGATURES,
    **_KANGXI,
    **_RADICALS,
    0x00AD: None,  # soft hyphen
    0x200B: None,  # zero width space and its kin: they split words in two for whoever searches
    0x200C: None,
    0x200E: None,
    0x200F: None,
    0x2060: None,
    0xFEFF: None,
    0x00A0: " ",
    0x202F: " ",
    0x0085: "\n",
    0x2028: "\n",
    0x2029: "\n",
    0x000B: "\n",
    0x000C: "\n",
    0x2011: "-",
    0xFFFC: " ",
    0xFFFD: " ",
}
_PRIVATE = expression("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_CONTROL = expression(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff]"
)
#: Anything but a single plain blank.
_BLANKS = expression("[ \t\u2000-\u200a\u205f\u3000]{2,}|[\t\u2000-\u200a\u205f\u3000]")
_SPACED_HAN = expression(rf"(?<![{HAN}])[{HAN}](?: [{HAN}])+(?![{HAN}])")
_SPACED_LABEL = expression(rf"(?m)(?<![{HAN}])([{HAN}]) {{1,8}}([{HAN}])(?=\s?[：:])")


def tidy(text: str) -> str:
    """Text without NUL, lone surrogates, controls and private symbols, in NFC.

    Ligatures and radicals become the letters they stand for. Blanks are single, lines are stripped
    and kept, at most one empty line stands between two others. Idempotent.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        # What is replaced and what has other forms is beyond ASCII, but for these two.
        text = _CONTROL.sub("", text.replace("\v", "\n").replace("\f", "\n"))
    else:
        text = _PRIVATE.sub(" ", _CONTROL.sub("", text.translate(_REPLACED)))
        text = unicodedata.normalize("NFC", text)
    lines = [join_spaced(line.strip()) for line in _BLANKS.sub(" ", text).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def join_spaced(line: str) -> str:
    """A line with spaced-out Chinese words ("项 目 经 历", "姓 名：") written together."""
    if line.isascii():
        return line
    line = _SPACED_LABEL.sub(r"\1\2", line)
    return _SPACED_HAN.sub(lambda match: match[0].replace(" ", ""), line)


# Frequent in résumés of any trade; about half of the characters of a genuine Chinese text are here.
_FREQUENT_HAN = frozenset(
    "的一是在了和有大中为人不用上以到时年月日对业学工作项目经理公司技术开发系统计设管负责能力"
    "发现行成员方面与及数据分析产品客户市场实现使进团队通过提高完主要个电话姓名性别教育历验职位"
    "专业本科生熟悉练掌握参并等部运营销售会议地址期间求自我评价组织活动于化信息件平台优端后前务"
    "學業專發實開計設經驗責據員個電話為與數體統場時"
    "日本会社業務経験開発東京株式"
)
_FREQUENT_WORDS = frozenset(
    "the and of to in for with on at by from as is an or de la le les et en du des un une der die"
    " und mit von im für di il del per con na da do em os van het een met och av för og por los las"
    " el para que se experience education university project projects skills skill email phone work"
    " school college engineer developer manager team summary january february march april june july"
    " august september october november december jan feb mar apr jun jul aug sep oct nov dec"
    " present using data management development software language languages certificate bachelor"
    " master dan yang untuk dengan ve ile bir ja ei si cu je na za jest oraz nad và của".split()
)


def is_plausible(text: str) -> bool:
    """Whether letters look like writing and not like the codes of a font nobody has a map for.

    On top of ``is_mojibake``, frequent words must be among the Latin ones. Short texts are given
    the benefit of the doubt.
    """
    if is_mojibake(text):
        return False
    words = re.findall(r"[^\W\d_]{2,}", text.casefold())
    ascii_words = [word for word in words if word.isascii()]
    if len(ascii_words) >= 120 and len(ascii_words) > 0.8 * len(words):
        found = [word for word in ascii_words if word in _FREQUENT_WORDS]
        return len(found) >= 0.02 * len(ascii_words) and len(set(found)) >= 3
    return True


def is_mojibake(text: str) -> bool:
    """Whether bytes were read in the wrong encoding: rare Chinese, or accents without end."""
    if text.isascii():
        return False
    han = "".join(re.findall("[\u4e00-\u9fff]+", text))
    kana = len(re.findall("[\u3041-\u30fe]", text))
    if len(han) >= 60:
        if kana < len(han) // 10 and sum(char in _FREQUENT_HAN for char in han) < 0.12 * len(han):
            return True
        common = sum(times for char, times in Counter(han).items() if _is_common_han(char))
        if common < 0.7 * len(han):
            return True
    accented = len(re.findall("[\u00a1-\u00ff]", text))
    if accented < 30:
        return False
    latin = len(re.findall("[A-Za-z\u00c0-\u024f]", text))
    return accented > 0.35 * (latin + len(han))


_FUNCTION_WORDS = frozenset("the and of to in for with on at by from as is an was that".split())


def is_prose(text: str) -> bool:
    """Whether a text is beyond doubt English: a twelfth of its words are function words."""
    words = re.findall(r"[a-z]{2,}", text.casefold())
    found = [word for word in words if word in _FUNCTION_WORDS]
    return len(words) >= 10 and len(found) * 12 >= len(words) and len(set(found)) >= 3


def _is_common_han(char: str) -> bool:
    """Whether a national standard lists the character among its frequently used ones."""
    for encoding, first, last in (
        ("gb2312", b"\xb0\xa1", b"\xd7\xfe"),
        ("big5", b"\xa4\x40", b"\xc6\x7e"),
        ("shift_jis", b"\x88\x9f", b"\x98\x72"),
    ):
        try:
            if first <= char.encode(encoding) <= last:
                return True
        except UnicodeEncodeError:
            continue
    return False
