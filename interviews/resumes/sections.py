"""The lines of a résumé, each with the section it stands in. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import Enum, auto

from interviewgpt.expressions import expression

__all__ = ["Line", "Section", "read_lines"]


class Section(Enum):
    TOP = auto()  # before the first heading
    SKILLS = auto()
    PROJECTS = auto()
    WORK = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """``text`` without its bullet. ``gap``: an empty line or a heading stands before it."""

    text: str
    section: Section
    bullet: bool = False
    heading: bool = False
    gap: bool = False


_HEADINGS = {
    Section.PROJECTS: (
        "项目经历 项目经验 项目介绍 主要项目 参与项目 项目实践 个人项目 开源项目 科研项目 科研经历"
        " 研究项目 重点项目 代表项目 项目与实践 项目展示 项目案例 项目成果 项目列表 课程项目 实践项目"
        " 项目实战 项目经历及成果 工作项目 主要项目经历 主要项目经验 项目经验介绍 近期项目 典型项目 作品集"
        " 项目 負責專案 專案經驗 專案經歷 专案经历|projects|project experience|project experiences"
        "|personal projects|selected projects|key projects|academic projects|side projects"
        "|notable projects|open source projects|relevant projects|technical projects|major projects"
        "|projects experience|research projects|project history|project work|featured projects"
        "|recent projects|professional projects|course projects|projects and research|portfolio"
    ),
    Section.SKILLS: (
        "专业技能 技能特长 技能 个人技能 掌握技能 技术栈 职业技能 核心技能 技能清单 技能标签 技能证书"
        " 技能与证书 专业技能与证书 IT技能 工作技能 技术能力 技能专长 技能描述 相关技能 专业能力 技能优势"
        " 技术特长 掌握技术 技能语言 计算机技能 核心能力 技能证书及其他 技能总结 专长 技能及证书 個人技能"
        " 專業技能 技能及爱好 办公技能 专业特长 技术技能 技术背景|skills|technical skills|core skills"
        "|key skills|skills and tools|technologies|tech stack|technical proficiencies|core competencies"
        "|competencies|skills summary|technical expertise|tools|skill set|skillset|it skills"
        "|professional skills|skills and technologies|skills and expertise|areas of expertise"
        "|programming languages|languages and technologies|programming skills|expertise"
        "|computer skills|technical skill|skills and certifications|skills and interests"
        "|additional skills|technical summary|languages and tools|hard skills|software skills"
    ),
    Section.WORK: (
        "工作经历 工作经验 实习经历 实习经验 职业经历 任职经历 工作履历 工作背景 从业经历 职业履历"
        " 实习及工作经历 工作与实习经历 工作实习经历 社会实践 实践经历 实习 校内实习 企业实习 工作 實習經歷 工作經歷 工作經驗"
        "|work experience|experience|professional experience|employment history|employment"
        "|work history|internships|internship experience|internship|career history|experiences"
        "|relevant experience|work experiences|professional background|industry experience"
        "|work|jobs|career|professional career|previous jobs|earlier jobs|work and internships"
    ),
    Section.OTHER: (
        "教育经历 教育背景 学历 教育 教育程度 学习经历 自我评价 个人评价 自我介绍 个人总结 个人优势 个人简介"
        " 个人信息 基本信息 基本资料 个人资料 联系方式 求职意向 求职目标 求职期望 荣誉奖项 获奖经历 获奖情况"
        " 荣誉 奖项 证书 资格证书 荣誉证书 语言能力 语言 培训经历 兴趣爱好 爱好 校园经历 在校经历 社团经历"
        " 学生工作 论文 发表论文 学术论文 专利 科研成果 论文专利 期望工作 附加信息 其他 其它 其他信息 致谢"
        " 在校情况 校内经历 志愿者经历 主修课程 个人荣誉 所获荣誉 自我描述 职业目标 自我總結 教育背景及经历"
        " 個人資料 學歷 自我評價 核心优势 个人亮点|education|summary|profile|about me|about|objective"
        "|awards|honors|honors and awards|certifications|certificates|publications|languages"
        "|interests|hobbies|references|contact|contact information|personal information"
        "|professional summary|career objective|academic background|achievements|activities"
        "|extracurricular activities|volunteering|volunteer experience|leadership|training"
        "|personal details|personal profile|career summary|executive summary|patents|courses"
        "|relevant coursework|coursework|education and training|awards and honors|additional"
        "|additional information|qualifications|highlights|leadership experience|personal statement"
        "|bootcamps|studies|schooling|apprenticeships|vocational training|further education|volunteer work"
    ),
}


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold().replace("&", " and ")).strip()


_SECTIONS = {
    _key(name): section
    for section, names in _HEADINGS.items()
    for number, part in enumerate(names.split("|"))
    for name in (part.split() if number == 0 else [part])
}
_BULLET = expression(r"^(?:[•·●○◦▪▫■□◆◇★☆►▶▷➢➤→✓✔❖※‣⁃∙◼◾⚫*–—-]|[>»](?=\s)|o(?=\s)|l(?=\s))+\s*")
_NUMBER = expression(
    r"^(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[)）、](?!\d)|[.．](?![\d])\s*)|[①-⑳])\s*"
)
_INLINE_SKILLS = expression(
    r"^(?:专业技能|个人技能|技能|技术栈|使用技术|掌握技能|开发环境|软件环境|开发工具|技术架构|核心技术|主要技术|项目技术|技术选型"
    r"|开发语言|编程语言|数据库|框架|中间件|前端|后端|skills?|technical skills|tech(?:nology)?\s?stack|technologies"
    r"|technologies used|tools|tools used|environment|programming languages|languages|frameworks"
    r"|databases?|libraries|platforms|devops|cloud)\s*[:：]",
    re.IGNORECASE,
)


def read_lines(text: str) -> list[Line]:
    """The lines with letters, in order. A heading's own line carries the section it opens."""
    section = Section.TOP
    gap = True
    lines: list[Line] = []
    for raw in text.split("\n"):
        written = unicodedata.normalize("NFKC", raw).strip()
        if not re.search(r"\w", written):
            gap = True
            continue
        opened, rest = _heading(written)
        if opened:
            section = opened
            lines.append(Line(written, section, heading=True))
            gap = True
            if not rest:
                continue
            written = rest
        line = _line(written, section, gap)
        if _INLINE_SKILLS.match(line.text) and line.section is not Section.SKILLS:
            line = replace(line, section=Section.SKILLS)
        lines.append(line)
        gap = False
    return lines


def _line(written: str, section: Section, gap: bool) -> Line:
    text = _BULLET.sub("", written)
    bullet = text != written
    numbered = _NUMBER.sub("", text)
    # Titles are numbered as often as items are, so a number alone makes no bullet.
    return Line(numbered.strip() or text, section, bullet=bullet, gap=gap or numbered != text)


def _heading(written: str) -> tuple[Section | None, str]:
    """The section that a line opens, and what follows the heading on the same line."""
    bare = _NUMBER.sub("", _BULLET.sub("", written)).strip()
    if section := _known(bare) or (bare.isascii() and _SECTIONS.get(f"{_key(bare)}s")):
        return section, ""
    # A row of a form: the heading in the first cell, what it heads in the next.
    first, _, others = bare.partition(" ")
    row = min(len(first), len(others)) >= 4 and not first.isascii() and ":" not in first
    if row and (section := _known(first)):
        return section, others
    name, colon, rest = bare.partition(":")
    if colon and len(name) <= 30 and (section := _known(name)):
        inline = section is Section.SKILLS and not _key(name).startswith(
            ("专业技能", "个人技能", "技能", "skill", "technical")
        )
        if not inline and rest.strip():
            return section, rest.strip()
    return None, ""


def _known(text: str) -> Section | None:
    if len(text) > 50:
        return None
    key = _key(re.sub(r"[(（].*?[)）]\s*$", "", text))
    if section := _SECTIONS.get(key):
        return section
    if section := _SECTIONS.get(key.replace(" ", "")):
        return section
    if text.isascii():
        return None
    # The same heading in two languages, in either order.
    han = "".join(re.findall("[\u4e00-\u9fff]+", key))
    latin = " ".join(re.findall("[a-z]+", key))
    if han and latin:
        bare = len(latin) < 30 and not re.search("[:：、,，]", text)
        return _SECTIONS.get(han) if _SECTIONS.get(latin) or bare else None
    return None
