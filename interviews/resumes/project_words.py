"""Words by which a line of a résumé is a title, a post, a company, or told (data)."""

from __future__ import annotations

import re

from interviewgpt.expressions import expression

__all__ = [
    "COMPANY",
    "ENGLISH_KINDS",
    "JOB",
    "KINDS",
    "MADE",
    "PRIVATE",
    "ROLE",
    "ROLE_AFTER",
    "VERBS",
]

KINDS = (
    "系统 平台 项目 小程序 商城 网站 应用 引擎 中台 后台 框架 工具 助手 机器人 模块 服务 组件库 官网 大屏 看板"
    " 数仓 数据仓库 仓库 app 客户端 管理端 解决方案 研究 模型 算法 游戏 插件 网关 调度 推荐 改造 重构 升级 建设"
    " 优化 设计 活动 方案 策划 论坛 博客 社区 计划 工程 专项 搭建 分析 体系"
).split()
ENGLISH_KINDS = expression(
    r"\b(?:system|platform|app|application|website|engine|service|tool|dashboard|pipeline|framework"
    r"|bot|assistant|portal|store|shop|marketplace|tracker|game|library|api|gateway|warehouse|model"
    r"|detector|detection|analysis|classifier|manager|simulator|compiler|migration|redesign|clone"
    r"|recommender|search|chat|blog|site|extension|plugin|cli|scheduler|monitor|analyzer)\b",
    re.IGNORECASE,
)
VERBS = expression(
    r"^(?:负责|参与|主导|完成|实现|使用|采用|通过|利用|设计了?(?!系统)|开发了?|优化了?|搭建了?|编写|维护|协助|对接|解决"
    r"|提升|引入|支持|独立|主要|根据|针对|配合|推动|制定|运用|熟悉|掌握|了解|带领|组织|担任|作为|为了|该|本项目|本系统"
    r"|在|对|将|从|与|以|并|且|其中|使|把|按|帮助|建立|构建|撰写|跟进|整理|收集|策划并|上线后|接入|封装|处理|分析了?|结合"
    r"|built|develop(?:ed|ing)?|design(?:ed|ing)|led|leading|implement(?:ed|ing)?|creat(?:ed|ing)"
    r"|manag(?:ed|ing)|work(?:ed|ing)|responsible|us(?:ed|ing)|improv(?:ed|ing)|reduc(?:ed|ing)"
    r"|increas(?:ed|ing)|migrated|integrated|wrote|maintained|optimi[sz]ed|deployed|collaborated"
    r"|conducted|achieved|delivered|analy[sz]ed|automated|trained|tested|added|engineered|architected"
    r"|established|introduced|launched|participated|helped|provided|performed|ensured|set up|was|the"
    r"|this|it|we|i|my|in|to|for|with|by|a|an)(?:\b|(?<=[\u4e00-\u9fff]))",
    re.IGNORECASE,
)
_THEN = (
    "(?:at|for|with|using|in|on|by|from|based|that|which|who|and|to|so|now|still|used|into|over|after|during|when|while|across"
    r"|together|myself|alone|within|per|as|without|under|until|every|each|twice|once)\b"
)
MADE = expression(
    r"^(?:(?:[A-Z][a-z]+(?:,| and) )?(?:(?:Re)?[Bb]uilt|(?:Re)?[Dd]esigned|(?:Re)?[Ww]rote|(?:Re)?[Dd]eveloped|Created|Launched|Introduced|Set up|Led|Ran|Owned|Planned|Migrated|Organi[sz]ed|Automated))"
    r" (?:the|an?|our) (?P<name>(?!(?:team|number|group|series|lot|range|variety|set|new|first)\b)"
    rf"(?:(?!{_THEN})[\w'’/+-]+ ){{1,6}}?(?!{_THEN})[\w'’/+-]{{3,}})(?=[,.;:(]|$| {_THEN})"
)
"""What a line of employment says was made: "Built the weekly retention dashboard in Looker"."""
ROLE = expression(
    r"^(?:.{0,12}(?:工程师|负责人|开发者|实习生|经理|组长|队长|组员|成员|主管|总监|架构师|设计师|专员|助理|分析师|顾问|研究员|运营|主程|讲师)"
    r"|(?:java|python|php|web|前端|后端|全栈|核心|独立|主要|服务端|客户端|数据|算法|大数据|移动端|安卓|ios|c\+\+|go|\.net)*"
    r"(?:开发|研发|设计|测试|负责|运维|架构|独立开发|个人开发)(?:人员)?|个人项目|团队项目|公司项目|课程设计|毕业设计|开源项目|个人"
    r"|.*\b(?:engineer|developer|lead|leader|manager|intern|owner|member|designer|analyst|architect"
    r"|contributor|author|founder|co-founder|creator|consultant|scientist|researcher|assistant|head|director"
    r"|coordinator|maintainer|programmer|specialist|advis[eo]r|agent|(?:system |systems |network |database )?administrator|sysadmin|technician|operator|officer|representative|editor|accountant|trainer|individual|solo|personal project|team of \d+"
    r"|team project|group project|course project|full stack|backend|frontend|back-end|front-end)\.?)$",
    re.IGNORECASE,
)
#: A role behind an English name with nothing between them.
ROLE_AFTER = expression(
    r"(?<=\w)\s+(?:(?:lead|senior|junior|principal|staff|chief|core|main|sole|back-?end|front-?end"
    r"|full[ -]?stack|software|data|machine learning|ml|web|mobile|team|tech|technical|project|product"
    r"|co)[ -]+)*(?:engineer|developer|lead|leader|manager|owner|member|designer|analyst|architect"
    r"|contributor|author|founder|creator|maintainer|programmer|intern|researcher)$",
    re.IGNORECASE,
)
JOB = expression(
    r"(?:[\w-]+ ){0,3}(?:engineer|developer|manager|intern|trainee|apprentice|designer|analyst|consultant|scientist|researcher|assistant|tutor|teacher|lecturer|nurse|clerk|volunteer|specialist|coordinator|advis[eo]r|agent|representative|administrator|technician|operator|officer)\s*,\s",
    re.IGNORECASE,
)
"""A post, and what it was in or for whom: "Teaching assistant, Statistics I"."""
COMPANY = expression(
    r"(?:有限|公司|集团|大学|学院|中学|学校|研究院|研究所|事务所|银行|医院|事业部|股份|工作室|科技|传媒|控股|实业|咨询)(?:[（(].*)?$"
    r"|(?:大学|学院|公司|集团)\s"
    r"|\b(?:inc|ltd|llc|corp|corporation|company|co|gmbh|plc|university|college|school|institute|bank)\b\.?",
    re.IGNORECASE,
)
PRIVATE = expression(
    r"@|\d{7,}|\d{3,4}[- ]\d{3,4}[- ]?\d{3,4}|https?:|www\.|\b(?:github|gitee|linkedin)\.com"
    r"|[路街道巷]\d+号|^.{1,6}(?:省|市).{1,8}[区县]|^\d+\s.*\b(?:street|road|avenue|lane|drive|st|rd|ave)\b|(?:姓名|电话|手机|邮箱|地址|微信|出生|性别|籍贯|婚姻|民族|政治面貌)\s*[:：]"
    r"|\b(?:phone|e-?mail|address|tel|mobile)\b\s*[:：]",
    re.IGNORECASE,
)
