"""From the name of a position to its role family. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from interviewers.engines.script import has_han
from interviewgpt.expressions import expression
from interviews.resumes.facts import only_interned

__all__ = ["role_family", "script_language", "unfit_topics"]

# Family -> words in a position's name, most telling first. Latin words match as whole words.
_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "product",
        (
            "产品经理",
            "产品负责人",
            "产品总监",
            "产品运营",
            "产品助理",
            "产品专员",
            "产品策划",
            "product manager",
            "product owner",
            "product lead",
            "product management",
            "head of product",
        ),
    ),
    (
        "ai",
        (
            "ai应用",
            "ai 应用",
            "大模型",
            "llm",
            "rag",
            "aigc",
            "智能体",
            "ai agent",
            "agent开发",
            "agent 开发",
            "agent工程",
            "prompt",
            "提示词",
            "生成式",
            "genai",
            "ai工程",
            "ai 工程",
            "ai engineer",
            "ai application",
            "ai developer",
            "ai开发",
            "ai 开发",
            "nlp",
            "对话系统",
        ),
    ),
    (
        "ds",
        (
            "数据科学",
            "data scientist",
            "data science",
            "机器学习",
            "machine learning",
            "深度学习",
            "deep learning",
            "算法",
            "数据分析",
            "data analyst",
            "推荐系统",
            "ml engineer",
            "ml",
            "mlops",
            "计算机视觉",
        ),
    ),
    (
        "data",
        (
            "数据工程",
            "数据开发",
            "大数据",
            "数仓",
            "数据仓库",
            "数据平台",
            "etl",
            "data engineer",
            "data engineering",
            "data platform",
            "data warehouse",
            "analytics engineer",
            "商业智能",
            "business intelligence",
            "bi工程",
            "bi 工程",
            "bi engineer",
            "bi developer",
            "spark",
            "flink",
            "hadoop",
        ),
    ),
    (
        "qa",
        (
            "测试",
            "质量保证",
            "qa",
            "sdet",
            "test engineer",
            "quality assurance",
            "tester",
            "test automation",
        ),
    ),
    (
        "devops",
        (
            "运维",
            "devops",
            "sre",
            "site reliability",
            "云原生",
            "平台工程",
            "platform engineer",
            "kubernetes",
            "cloud architect",
            "云架构",
            "infrastructure engineer",
            "cloud engineer",
            "系统管理员",
        ),
    ),
    (
        "mobile",
        (
            "移动端",
            "移动开发",
            "客户端",
            "安卓",
            "android",
            "ios",
            "mobile",
            "flutter",
            "react native",
            "鸿蒙",
            "harmonyos",
            "小程序",
        ),
    ),
    (
        "frontend",
        (
            "前端",
            "frontend",
            "front-end",
            "front end",
            "web开发",
            "web 开发",
            "h5",
            "react",
            "vue",
            "angular",
            "javascript",
            "typescript",
            "ui engineer",
        ),
    ),
    (
        "backend",
        (
            "后端",
            "后台开发",
            "服务端",
            "服务器开发",
            "backend",
            "back-end",
            "back end",
            "java",
            "golang",
            "go语言",
            "python",
            "php",
        ),
    ),
    # Engineering of things: what is asked of servers is foreign to it, what any profession is asked is not.
    (
        "general",
        (
            "嵌入式",
            "单片机",
            "固件",
            "硬件",
            "fpga",
            "射频",
            "芯片",
            "电气",
            "机械",
            "自动化控制",
            "plc",
            "embedded",
            "firmware",
            "hardware",
            "electrical",
            "mechanical",
        ),
    ),
    (
        "backend",
        (
            "c++",
            "rust",
            "node",
            ".net",
            "全栈",
            "fullstack",
            "full-stack",
            "full stack",
            "架构师",
            "软件工程",
            "软件开发",
            "程序员",
            "开发工程师",
            "software engineer",
            "software developer",
            "developer",
            "programmer",
            "software architect",
            "solution architect",
            "solutions architect",
            "数据库",
            "database",
            "dba",
            "区块链",
            "blockchain",
            "smart contract",
        ),
    ),
    ("product", ("产品",)),
    ("ai", ("人工智能", "ai")),
)


@lru_cache(maxsize=1)
def _families() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str] | None], ...]:
    """The families with their Chinese words, and a pattern of the others, in the order of `_WORDS`."""
    found = []
    for family, words in _WORDS:
        latin = "|".join(re.escape(word) for word in words if word.isascii())
        pattern = re.compile(f"(?<![a-z0-9])(?:{latin})(?![a-z0-9+])") if latin else None
        found.append((family, tuple(word for word in words if not word.isascii()), pattern))
    return tuple(found)


_HEAD_WORDS = expression(
    r"\b(?:engineer(?:s|ing)?|devs?|developers?|programmers?|coders?|software|r&d|sde|swe|mts|fde)\b|"
    r"工程师|研发|程序|技术|软件|架构|(?<![务场道户])开发"
)
"""What somebody of any technical trade is called."""
_OF_ANY_TRADE = expression(
    r"\b(?:member|of|the|an?|and|or|in|for|with|to|at|our|team|staff|group|unit|department|lead(?:er)?|manager|management|head|director|"
    r"principal|chief|officer|vp|cto|senior|junior|sr|jr|mid|level|entry|associate|specialist|expert|professional|intern(?:ship)?|"
    r"trainee|(?:new|recent)? ?grad(?:uate)?s?|apprentice|working|students?|assistant|consultant|analyst|architect|employee|"
    r"position|role|job|opening|vacancy|full|part|time|remote|contractor|freelancer?|research(?:er)?|scientist|technical|technology|"
    r"tech|it|systems?|applications?|apps?|platforms?|digital|solutions?|services?|data|web|cloud|pm|ii|iii|iv|[a-z]?\d\w*|[a-z])\b|"
    r"高级|资深|初级|中级|首席|专家|实习生?|校招|校园招聘|社招|招聘|应届生?|毕业生|管培生?|经理|主管|总监|负责人|组长|团队|员工|岗位?|职位|"
    r"专员|助理|顾问|人员|学徒|数据|系统|平台|应用|部门?|[一二三四五六七八九十组级]"
)
"""What a position of any trade may be called: the ranks, the sizes and the contracts."""
_WORD_OF_A_TRADE = expression(r"[a-z\u4e00-\u9fff]")


def _names_no_trade(position: str) -> bool:
    """Whether the name of a position leaves open what is done there. An accountant stays one, whatever the
    company's products are that the job description speaks of."""
    if _HEAD_WORDS.search(position):
        return True
    return _WORD_OF_A_TRADE.search(_OF_ANY_TRADE.sub(" ", position)) is None


_OTHER_TRADE = expression(
    r"[\w &]*?(?:\b(?:marketing|sales|recruit(?:er|ing|ment)|talent acquisition|advertising|account(?:ing)?|finance|legal)"
    r"(?: (?:senior|junior|lead|manager|director|head|specialist|executive|representative|associate|consultant|coordinator|officer|assistant|trainee|intern))*|"
    r"(?:销售|营销|市场|招聘|猎头|客服|采购|财务|法务|行政|人事)(?:部|岗|总监|经理|主管|专员|代表|顾问|助理|讲师|实习生?)*)$"
)
"""What a name goes on with that is no name of the trade: who markets databases builds none."""


_SOMEBODY = expression(
    r"(?:analyst|scientist|manager|owner|architect|tester|lead|programmer|[经总]理|师|[专人]员|负责人|总监)$"
)


def _is_of_another_trade(position: str, end: int) -> bool:
    """Whether the word of a trade that ends there only says what somebody of another trade deals with."""
    named = _HEAD_WORDS.search(position) or _SOMEBODY.search(position[:end])
    return named is None and _OTHER_TRADE.match(position, end) is not None


def role_family(position: str, job_description: str = "") -> str:
    """The family of the position's name; of the first lines of the job description where the name
    names no trade at all; "general" otherwise."""
    for source in (position, job_description[:400]):
        text = unicodedata.normalize("NFKC", source).casefold()
        for family, words, pattern in _families():
            ends = [text.find(word) + len(word) for word in words if word in text]
            if pattern is not None and (found := pattern.search(text)):
                ends.append(found.end())
            if ends and _is_of_another_trade(text, max(ends)):
                return "general"
            if ends:
                return family
        if not _names_no_trade(text):
            break
    return "general"


_ANALYST = expression(r"(?:数据|商业|经营|业务)分析|\banalysts?\b|\banalytics\b(?! engineer)")
_MODELS = expression(
    r"机器学习|深度学习|建模|算法|machine learning|deep learning|\bml\b|model(?:l)?ing"
)
_OF_MODELS = frozenset(
    {
        "training-debug",
        "tree-ensembles",
        "model-serving",
        "offline-online-gap",
        "model-drift",
        "recommender",
        "fraud-detection",
        "probability-calibration",
    }
)


_FIRST_JOB = expression(
    r"应届|校招|校园招聘|在校生|实习生?(?:岗|$|[（(])|毕业生|\bnew grad(?:uate)?s?\b|\bgraduate (?:programme?|scheme|trainee|role|engineer|developer)|\bintern(?:ship)?\b|\bentry.level\b"
)
_STUDIES = expression(
    r"应届|在读|(?:预计|将于)[^\n]{0,12}毕业|求职意向[^\n]{0,12}实习|\b(?:final.year|recent graduate|new graduate|(?:expected|graduating)(?: in)? (?:\w+ )?20\d\d)\b"
)
_HEAD = 400
"""Characters of a résumé that say who somebody is."""
_OF_A_JOB = frozenset({"leaving", "notice-period", "gaps"})


def unfit_topics(
    position: str, job_description: str = "", skills: Iterable[str] = (), resume: str = ""
) -> frozenset[str]:
    """Topics that the position or the candidate has nothing to do with: who analyses data trains and
    serves no models, unless they say so or the job does, and who looks for a first job leaves none."""
    head = unicodedata.normalize("NFKC", resume[:_HEAD]).casefold()
    called = unicodedata.normalize("NFKC", position).casefold()
    first = _FIRST_JOB.search(called) or _STUDIES.search(head) or only_interned(resume)
    return _not_of(position, job_description, skills) | (_OF_A_JOB if first else frozenset())


def _not_of(position: str, job_description: str, skills: Iterable[str]) -> frozenset[str]:
    named = unicodedata.normalize("NFKC", position).casefold()
    told = unicodedata.normalize(
        "NFKC", f"{position} {job_description} {' '.join(skills)}"
    ).casefold()
    return _OF_MODELS if _ANALYST.search(named) and not _MODELS.search(told) else frozenset()


def script_language(text: str) -> str:
    """ "zh" when the text has a Chinese character, or no letter at all; "en" otherwise."""
    if has_han(text):
        return "zh"
    return "en" if any(character.isalpha() for character in text) else "zh"
