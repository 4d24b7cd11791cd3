"""Chinese names of people, recognised by a surname and by the words beside them.

Places of names: after "我叫"; after what somebody is ("同事李雷"); between a preposition and what is done with a person
("找李雷商量"); before what only people do ("李雷坚持"). Words of general talk, of the question and of what is
expected are no names.
"""

from __future__ import annotations

from interviewers.engines.builtin.expected.general_talk import TALK_ZH
from interviewers.engines.builtin.reading.names import DOUBLE_SURNAMES, SURNAMES, WHO_ZH
from interviewers.engines.script import HAN, has_han
from interviewgpt.expressions import expression

__all__ = ["names_zh"]

_RARER = "康施牛洪倪华吉齐梅盛庞兰岳柳葛章颜柴舒耿焦鲁霍符虞柯阮卞翁祝甘辛米乔赖凌尤苗景宁曲娄冉牟骆殷滕裴穆涂蓝隋邢屈聂匡佟傅欧"
_SURNAME = f"[{SURNAMES}{_RARER}]"
_WHO = rf"{WHO_ZH}|工程师|设计师|架构师|产品经理|总监|实习生|新人|朋友|室友|班长|队友|总裁|师兄|师姐|他叫|她叫|名叫"
_GIVEN = rf"[{HAN}](?:(?![也都就还又很才我他她你了地得着过])[{HAN}])??"
_NAME = (
    rf"(?P<name>(?!我|{_WHO})[{HAN}]{{1,6}}·[{HAN}]{{1,6}}?|(?:{DOUBLE_SURNAMES}|{_SURNAME}){_GIVEN}|"
    rf"[小老阿]{_SURNAME}|{_SURNAME}[总工姐哥]|[A-Z][a-z]+(?: [A-Z][a-z]+)*)"
)
_ENDS = r"(?=[，,。.！!；;、？?\s]|$)"
_SAYS = "说|讲|聊|提(?:出|了|到|醒|议|问|意见)|问|告诉|认为|觉得|同意|不同意|不满|生气|很生气|发火|投诉|反对|抱怨|吵|坚持|担心|建议|希望|答应|想要"
_WITH = "说|讲|聊|谈|商量|沟通|开会|争|吵|请教|帮忙|复查|解释|汇报|道歉|一起|了解"
_BESIDE = "也|都|对|在|和我|跟我|与我|找我?|帮|想|不|就|把|让|负责|的|是"
_TOLD = expression(
    rf"(?:我叫|我的名字[是叫]|名字[是叫])(?P<self>(?![你他她我您大])(?:[{HAN}]{{2,4}}|[{HAN}]{{1,6}}(?:·[{HAN}]{{1,6}})+)|[A-Z][a-z]+(?: [A-Z][a-z]+)*){_ENDS}|我是{_NAME}{_ENDS}".replace(
        "?P<name>", "?P<called>"
    )
)
_PLACES = (
    _TOLD,
    expression(rf"(?:{_WHO}){_NAME}(?:(?={_SAYS}|{_WITH}|{_BESIDE}|很)|{_ENDS})"),
    expression(rf"(?:[和跟与找约请问向给教帮]|联系|拉上|叫上){_NAME}(?={_WITH}|[对有](?:分歧|矛盾|冲突)|在[^，。]{{1,10}}(?:分歧|矛盾|冲突|意见))"),
    expression(
        rf"(?:^|[，,。；;：:！!？?\s]|当时|后来|但是?|可是?|结果|最后|然后|因为|起初|这是|那是){_NAME}"
        rf"(?={_SAYS}|[和跟与]我|对我)"
    ),
)  # fmt: skip
_NOBODY = expression(
    r"(?:顾[客问]|高[管层手级]|程序|董事|任[何务]|许多|方[案法向面式]|马上|万一|于是|向[量来前上下]|周[一二三四五六日天末期]|白天|全部|严[格重]|辛苦|金额|余[下额]|范围|段落).?|"
    r"何[时况必]|[钱石黄龙]包?|"
    r"高[兴估喊效]|严[肃厉谨]|万分|方[便才]|周[全到旋]|焦[急躁]|舒[服心]|许[可诺久]|祝[贺福]|甘[心愿]|施[压加]|莫名|盛[怒赞]|"
    r"任[性由职意凭]|宁[可愿肯静]|顾[虑及]|陆续|曾经|齐[心声]|符合|杜绝|郑重|谢绝|武断|凌[晨乱驾]|曲[解折]|鲁莽|庞大|张[罗口嘴]|"
    r"陈[述列]|胡[说乱闹]|马虎"
)
"""Common words that begin like a name."""
_SIGN = expression(rf"{_SURNAME}|·|[A-Z][a-z]")


def names_zh(text: str, matter: str) -> list[str]:
    """The names of people in a text, without repetitions; ``matter`` is the text of the question and of what is
    expected."""
    if not (has_han(text) and _SIGN.search(text)):
        return []
    found = [
        name
        for place in _PLACES
        for match in place.finditer(text)
        for name in match.groups()
        if name and _may_be(name, matter, sure=place is _TOLD)
    ]
    return list(dict.fromkeys(found))


def _may_be(name: str, matter: str, *, sure: bool) -> bool:
    """Whether a word may be a name; ``sure``: the candidate says that it is their own, so it may be a common word
    too."""
    common = not sure and _NOBODY.fullmatch(name) is not None
    return name not in TALK_ZH and name not in matter and not common
