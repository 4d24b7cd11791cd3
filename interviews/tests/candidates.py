"""Two fictitious candidates with résumés of two pages, one a PDF and one a DOCX."""

from __future__ import annotations

import io
from dataclasses import dataclass

from docx import Document
from docx.enum.text import WD_BREAK
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

__all__ = ["CANDIDATES", "Candidate"]

_FONT = "STSong-Light"

CHINESE_PAGES = (
    (
        "顾千帆",
        "电话：13800000000 邮箱：guqianfan@example.com",
        "求职意向",
        "后端工程师",
        "教育背景",
        "江南理工大学 计算机科学与技术 本科 2013.09-2017.06",
        "专业技能",
        "精通 Java，熟悉 JVM 调优与并发编程",
        "熟练使用 Spring Boot、Redis、MySQL、Kafka、Docker",
        "了解 Elasticsearch 与 Kubernetes，能独立排查线上问题",
        "工作经历",
        "青梧科技有限公司 高级后端工程师 2020.07-至今",
        "负责交易链路的设计与稳定性，日均处理订单 300 万笔。",
        "主导下单服务的拆分，把 P99 延迟从 480 毫秒降到 120 毫秒。",
        "建立容量评估与压测流程，两次大促没有出现资损。",
        "云杉网络有限公司 后端工程师 2017.07-2020.06",
        "维护会员与积分服务，完成从单体到微服务的迁移。",
        "把夜间对账从三小时缩短到二十分钟。",
    ),
    (
        "项目经历",
        "星图结算平台 2021.03-2022.08",
        "项目描述：统一各业务线的分账与结算，支持多币种与延迟结算。",
        "个人职责：设计账户模型和幂等记账，编写核对任务，推动三个团队接入。",
        "项目成果：差错率由万分之三降到百万分之二，月结从五天缩短到一天。",
        "灯塔告警中台 2022.09-至今",
        "项目描述：汇聚指标、日志和调用链，合并重复告警并给出处理建议。",
        "个人职责：实现告警归并与值班升级，接入 Kafka 与 Elasticsearch。",
        "项目成果：无效告警减少七成，平均恢复时间由四十分钟降到十五分钟。",
        "自我评价",
        "喜欢把复杂的问题讲清楚，重视数据和复盘，乐于带新同事熟悉业务。",
    ),
)

ENGLISH_PAGES = (
    (
        "Marlow Finch",
        "marlow.finch@example.com | +1 555 010 2244",
        "Summary",
        "Backend engineer with eight years of building payment and logistics services.",
        "Experience",
        "Juniper Works, Inc. | Senior Backend Engineer | Jan 2020 - Present",
        "Designed payment services in Python and PostgreSQL that handle two million orders a day.",
        "Cut the 99th percentile of checkout latency from 900 ms to 180 ms.",
        "Introduced load tests before every release and a weekly review of incidents.",
        "Copperleaf Ltd. | Backend Engineer | Jul 2016 - Dec 2019",
        "Moved a monolith to services on Kubernetes without a day of planned downtime.",
        "Reduced the nightly settlement from three hours to twenty minutes.",
        "Education",
        "Harbourview University | B.Sc. Computer Science | 2012 - 2016",
    ),
    (
        "Projects",
        "Tidewater Ledger | Mar 2021 - May 2022",
        "Designed the double-entry model, the idempotent posting and the audit trail.",
        "Brought three teams onto it; reconciliation errors fell from 300 to 2 per million.",
        "Lighthouse Alerting | Jun 2022 - Present",
        "Wrote the grouping of alerts on Kafka and Redis together with the on-call team.",
        "Useless alerts fell by seventy percent and the mean time to recovery to 15 minutes.",
        "Skills",
        "Python, Django, PostgreSQL, Redis, Kafka, Docker, Kubernetes, Terraform",
    ),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a candidate fills in; ``projects`` stand on the second page of the résumé."""

    locale: str
    position: str
    file_name: str
    mime_type: str
    resume: bytes
    projects: tuple[str, ...]


def _pdf(pages: tuple[tuple[str, ...], ...]) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    for lines in pages:
        canvas.setFont(_FONT, 11)
        for number, line in enumerate(lines):
            canvas.drawString(56, 780 - 24 * number, line)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _docx(pages: tuple[tuple[str, ...], ...]) -> bytes:
    document = Document()
    for number, lines in enumerate(pages):
        if number:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        for line in lines:
            document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


CANDIDATES = {
    "zh": Candidate(
        "zh-CN",
        "后端工程师",
        "顾千帆-简历.pdf",
        "application/pdf",
        _pdf(CHINESE_PAGES),
        ("星图结算平台", "灯塔告警中台"),
    ),
    "en": Candidate(
        "en-US",
        "Backend Engineer",
        "Marlow Finch.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _docx(ENGLISH_PAGES),
        ("Tidewater Ledger", "Lighthouse Alerting"),
    ),
}
