"""Stories of one's free time where a story of work was asked for. Pure.

A story without any word of the question is as often one in plain words that nobody recognised. So it takes
several words of travel, food, sport and the like, and more of them than of any work, for a story to count
as one of free time. Words that the question itself has, and the family, do not count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from interviewers.engines.base import QuestionSpec
from interviewers.engines.builtin.reading.text import language_of
from interviewgpt.expressions import expression

__all__ = ["is_of_leisure", "speaks_of_leisure", "wanders_off"]

_LEISURE: Mapping[str, re.Pattern[str]] = {
    "zh": expression(
        "旅游|旅行|玩了|去玩|好玩|火锅|烧烤|烤肉|好吃|美食|餐厅|馆子|喝酒|啤酒|熊猫|景点|风景|爬山|海边|沙滩|潜水|滑雪|露营|钓鱼|打球|篮球|足球|羽毛球|游泳|骑行|骑车|电影|电视剧|追剧|综艺|演唱会|音乐会|唱歌|"
        r"打游戏|逛街|购物|(?<!天)猫咪?|狗|宠物|天气|下雨|下雪|晒太阳|太阳|放假|假期|国庆|春节|中秋|过年|聚会|聚餐|生日|奶茶|做饭|古镇|酒店|民宿|拍照|特产|自驾|地铁|公交车|堵车|挤车|打车|停车位|吃饭|午饭|早饭|晚饭|食堂|外卖|咖啡|房租|房东|搬家|空调|工区|换(?:了|到)?新(?:的)?(?:办公室|办公区|地方)|走(?:路)?[要得]?[一二三四五六几十\d]+分钟"
    ),
    "en": expression(
        r"\b(?:trips?|travell?(?:ed|ing)|holidays?|vacation|beach(?:es)?|coast|hik(?:e|ed|ing)|mountains?|cycl(?:ed|ing)|bike|bicycle|puncture|camping|fishing|ski(?:ed|ing)|swimming|swam|football|basketball|tennis|movies?|films?|concerts?|songs?|guitar|"
        r"restaurants?|food|delicious|dinner|beers?|wine|barbecue|dogs?|cats?|pets?|weather|rain(?:ed|ing|y)?|sunny|snow(?:ed|ing)?|party|birthday|garden|cook(?:ed|ing)|shopping|hotels?|flights?|sightseeing|museums?|kilometres?|scenery|commut(?:e|ing)|subway|the tube|underground|traffic jam|parking space|(?:the|my|a) (?:train|bus|tram|metro)s?|(?:the|railway|bus) stations?|coffee|lunch|breakfast|canteen|cafeteria|landlord|my rent|my flat|air conditioning|gym)\b"
    ),
}  # fmt: skip
_WORK: Mapping[str, re.Pattern[str]] = {
    "zh": expression(
        "客户|用户|项目|上线|系统|需求|代码|接口|数据|老板|领导|上级|团队|开会|会上|会议|方案|进度|流程|文档|测试|产品|服务|预算|合同|课程|论文|作业|老师|实验|部门|报告|订单|供应商|社团|比赛|班里"
    ),
    "en": expression(
        r"\b(?:customers?|clients?|users?|projects?|releases?|systems?|requirements?|code|data|boss|managers?|team|meetings?|deadlines?|process|documents?|tests?|products?|services?|budget|class|course|thesis|homework|teacher|department|reports?|orders?|suppliers?|colleagues?|club)\b"
    ),
}  # fmt: skip
_ENOUGH = 2


_OF_LIFE = tuple("pressure gaps introduction career leaving work-environment motivation".split())
"""Topics of questions whose answer may include free time."""


def speaks_of_leisure(folded: str, language: str) -> bool:
    """Whether a folded text has a word of free time and none of work."""
    if _WORK[language].search(folded):
        return False
    return bool(_LEISURE[language].search(folded))


def wanders_off(text: str, spec: QuestionSpec, prompt: str = "") -> bool:
    """Whether somebody tells of free time although a question, or a ``prompt`` about it, asks about work."""
    if spec.topic.startswith(_OF_LIFE):
        return False
    return is_of_leisure(text, spec.text, spec.reference, prompt)


def is_of_leisure(text: str, *about: str) -> bool:
    """Whether ``text`` is a story of one's free time, beside questions and references ``about`` something
    else."""
    language = language_of(text)
    known = " ".join(about).casefold()
    said = text.casefold()
    found = {word for word in _LEISURE[language].findall(said) if word not in known}
    work = set(_WORK[language].findall(said))
    return len(found) >= _ENOUGH and len(found) > 2 * len(work)
