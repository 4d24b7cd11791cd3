"""Fictitious résumés as data, for `resume_corpus`. Nobody and no company in them exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["PEOPLE", "Entry", "Person", "Section"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A job, a project or a school: a bold title, a role beside it, dates at the margin."""

    title: str
    role: str = ""
    dates: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    entries: tuple[Entry, ...] = ()
    items: tuple[str, ...] = ()
    side: bool = False  # stands in the narrow column of layouts that have one


@dataclass(frozen=True, slots=True)
class Person:
    key: str
    language: str  # "zh" or "en"
    name: str
    wish: str
    contacts: tuple[tuple[str, str], ...]  # label and value
    sections: tuple[Section, ...]
    projects: tuple[str, ...]  # what `facts` should find
    skills: tuple[str, ...]  # some of what `facts` should find, in the lexicon's spelling

    def in_order(self, layout: str) -> Iterator[Section]:
        """The sections in the order of a layout: those with two columns part them."""
        if not re.search(r"sidebar|columns", layout):
            return iter(self.sections)
        right = "right" in layout
        return iter(sorted(self.sections, key=lambda section: section.side is right))

    def lines(self, layout: str = "") -> Iterator[str]:
        """Every line, in the order of a layout by its name."""
        yield self.name
        yield self.wish
        for label, value in self.contacts:
            yield f"{label}{'：' if self.language == 'zh' else ': '}{value}"
        for section in self.in_order(layout):
            yield section.heading
            for entry in section.entries:
                yield " ".join(filter(None, (entry.title, entry.role, entry.dates)))
                yield from entry.items
            yield from section.items


ZH_BACKEND = Person(
    key="zh-backend",
    language="zh",
    name="沈知行",
    wish="求职意向：Java 后端开发工程师",
    contacts=(
        ("电话", "13900000001"),
        ("邮箱", "shen.zhixing@example.com"),
        ("博客", "https://blog.example.com/zhixing"),
        ("籍贯", "江南省临安市"),
    ),
    sections=(
        Section(
            "教育背景",
            (
                Entry("临安理工大学", "软件工程 本科", "2013.09 - 2017.06"),
                Entry("江南交通大学", "计算机技术 硕士", "2017.09 - 2020.03"),
            ),
            ("主修课程：数据结构、操作系统、计算机网络、编译原理、数据库系统概论",),
            side=True,
        ),
        Section(
            "专业技能",
            (),
            (
                "精通 Java，熟悉 JVM 内存模型、垃圾回收与类加载机制，有线上调优经验",
                "熟练使用 Spring Boot、Spring Cloud、MyBatis，阅读过部分源码",
                "熟悉 MySQL 索引与事务、Redis 数据结构与持久化、Kafka 消息可靠性",
                "了解 Docker、Kubernetes、Elasticsearch，能独立完成部署与排障",
            ),
            side=True,
        ),
        Section(
            "工作经历",
            (
                Entry(
                    "青禾云科技有限公司",
                    "高级后端开发工程师",
                    "2021.07 - 至今",
                    (
                        "负责交易中台的整体架构设计与核心模块开发，支撑日均 1200 万笔订单的创建、支付与履约流程，可用性达到 99.99%。",
                        "主导订单库分库分表（16 库 × 64 表）改造，核心接口 P99 延迟由 420ms 降至 75ms，数据库负载下降约 60%。",
                        "建立压测与容量评估体系，在大促期间完成三轮全链路压测，提前发现并解决 12 处性能瓶颈。",
                    ),
                ),
                Entry(
                    "远帆网络技术有限公司",
                    "后端开发工程师",
                    "2020.04 - 2021.06",
                    (
                        "参与会员系统与优惠券系统的需求分析、接口设计和开发，编写单元测试，覆盖率从 35% 提升到 82%。",
                        "使用 Canal 监听 binlog 同步缓存，解决缓存与数据库不一致的问题。",
                    ),
                ),
            ),
        ),
        Section(
            "项目经历",
            (
                Entry(
                    "统一订单中台",
                    "技术负责人",
                    "2021.09 - 2022.12",
                    (
                        "项目描述：将五条业务线的订单模型与状态流转统一到同一套领域模型，对外提供标准化接口。",
                        "技术栈：Spring Cloud Alibaba、Seata、RocketMQ、ShardingSphere",
                        "设计基于状态机的订单流转引擎，新业务接入周期由三周缩短到三天。",
                    ),
                ),
                Entry(
                    "实时风控引擎",
                    "核心开发",
                    "2023.01 - 2023.10",
                    (
                        "基于 Flink 与规则引擎实现毫秒级风险识别，拦截异常交易金额累计 3,200 万元。",
                        "规则热更新采用灰度发布，误杀率控制在 0.3% 以内。",
                    ),
                ),
                Entry(
                    "优惠券发放平台",
                    "后端开发",
                    "2020.08 - 2021.03",
                    ("利用 Lua 脚本在 Redis 中完成库存预扣，单机每秒处理 8000 次领取请求。",),
                ),
            ),
        ),
        Section(
            "自我评价",
            (),
            (
                "热爱技术，关注代码质量与系统稳定性；沟通顺畅，乐于分享，曾在部门内组织十余次技术分享。",
            ),
            side=True,
        ),
    ),
    projects=("统一订单中台", "实时风控引擎", "优惠券发放平台"),
    skills=("Java", "Spring Boot", "MySQL", "Redis", "Kafka", "Docker", "Kubernetes"),
)

ZH_PRODUCT = Person(
    key="zh-product",
    language="zh",
    name="欧阳若溪",
    wish="应聘岗位：产品经理（B 端方向）",
    contacts=(
        ("手机", "13700000002"),
        ("邮箱", "ruoxi@example.org"),
        ("现居", "海棠市滨江区"),
        ("微信", "ruoxi_pm"),
    ),
    sections=(
        Section(
            "个人优势",
            (),
            (
                "五年 B 端产品经验，负责过从 0 到 1 的 SaaS 产品，熟悉需求调研、竞品分析、原型设计到上线运营的全流程。",
                "具备数据分析能力，熟练使用 SQL、Axure、Figma、Tableau；英语六级，可作为工作语言。",
            ),
            side=True,
        ),
        Section(
            "工作经历",
            (
                Entry(
                    "云舟软件股份有限公司",
                    "高级产品经理",
                    "2021年03月 – 至今",
                    (
                        "负责采购协同产品线的规划与迭代，服务 320 家企业客户，续费率由 71% 提升至 88%。",
                        "梳理客户成功流程，推动研发、实施与客服团队建立问题分级机制，平均响应时间缩短 45%。",
                        "牵头编写产品白皮书与培训材料 20 余份，完成线下培训 36 场。",
                    ),
                ),
                Entry(
                    "木棉信息咨询有限公司",
                    "产品经理",
                    "2018年07月 – 2021年02月",
                    (
                        "独立负责内部审批系统的需求分析和原型设计，协调 8 人团队按期交付。",
                        "通过埋点与漏斗分析定位流失环节，注册转化率提高 12.5 个百分点。",
                    ),
                ),
            ),
        ),
        Section(
            "项目经验",
            (
                Entry(
                    "供应商协同平台",
                    "产品负责人",
                    "2021年05月 – 2022年08月",
                    (
                        "打通询价、比价、下单、对账、开票五个环节，采购周期从平均 15 天缩短到 6 天。",
                        "设计多组织权限模型，支持集团、子公司、工厂三级管理。",
                    ),
                ),
                Entry(
                    "智能合同审查助手",
                    "产品经理",
                    "2023年02月 – 2023年11月",
                    (
                        "与算法团队合作，将合同条款抽取准确率由 83% 提高到 95%，法务审核效率提升一倍。",
                    ),
                ),
            ),
        ),
        Section(
            "教育经历",
            (Entry("海棠财经大学", "信息管理与信息系统 | 本科", "2014年09月 – 2018年06月"),),
            ("荣誉：国家励志奖学金、校级优秀毕业生、“互联网＋”创新创业大赛银奖",),
            side=True,
        ),
        Section("兴趣爱好", (), ("羽毛球、摄影、徒步旅行、古典音乐",), side=True),
    ),
    projects=("供应商协同平台", "智能合同审查助手"),
    skills=("SQL", "Axure", "Figma", "Tableau"),
)

ZH_AI = Person(
    key="zh-ai",
    language="zh",
    name="陆鸣谦",
    wish="求职意向：AI应用工程师 / 大模型算法工程师",
    contacts=(
        ("电话", "138-0000-0003"),
        ("邮箱", "luming@example.net"),
        ("GitHub", "github.com/example-lmq"),
    ),
    sections=(
        Section(
            "教育经历",
            (Entry("北辰大学", "人工智能 硕士（保送）", "2020.09-2023.06"),),
            ("研究方向：检索增强生成、多模态理解。发表论文两篇（第一作者）。",),
            side=True,
        ),
        Section(
            "技能清单",
            (),
            (
                "编程语言：Python、C++、TypeScript、SQL",
                "深度学习：PyTorch、Transformers、DeepSpeed、vLLM、ONNX",
                "工程：FastAPI、Django、Milvus、Airflow、Git、Linux",
            ),
            side=True,
        ),
        Section(
            "实习经历",
            (
                Entry(
                    "拾光智能科技有限公司",
                    "大模型应用实习生",
                    "2022.06-2022.12",
                    (
                        "构建企业知识库问答系统的检索链路，混合 BM25 与向量召回，Top-5 命中率从 68.2% 提升到 91.4%。",
                        "对 7B 模型进行 LoRA 微调与 INT4 量化，单卡吞吐量提升 2.3 倍，首字延迟小于 0.8 秒。",
                    ),
                ),
            ),
        ),
        Section(
            "项目经历",
            (
                Entry(
                    "法律文书问答助手",
                    "负责人",
                    "2023.03-2023.12",
                    (
                        "用 LangChain 编排多轮对话、意图识别与工具调用，接入 40 万份裁判文书；",
                        "提出“先改写、后检索、再核对”的三段式流程，幻觉率由 19% 降至 4%。",
                    ),
                ),
                Entry(
                    "多模态商品检索系统",
                    "核心成员",
                    "2021.10-2022.05",
                    (
                        "基于 CLIP 训练图文双塔模型，在 1.2 亿商品库上实现 30ms 内的近似最近邻检索。",
                        "设计困难负样本挖掘策略，Recall@10 提升 6.7 个百分点。",
                    ),
                ),
            ),
        ),
        Section(
            "获奖情况",
            (),
            ("全国大学生数学建模竞赛一等奖（2019）", "研究生国家奖学金（2022）"),
            side=True,
        ),
    ),
    projects=("法律文书问答助手", "多模态商品检索系统"),
    skills=("Python", "C++", "PyTorch", "FastAPI", "Milvus", "LangChain"),
)

EN_BACKEND = Person(
    key="en-backend",
    language="en",
    name="Maren Oakfield",
    wish="Senior Backend Engineer",
    contacts=(
        ("Email", "maren.oakfield@example.com"),
        ("Phone", "+1 (555) 010-4477"),
        ("Location", "Port Ellery, Northland"),
        ("GitHub", "github.com/example-maren"),
    ),
    sections=(
        Section(
            "Summary",
            (),
            (
                (
                    "Backend engineer with nine years of experience in payments and logistics. Focused on efficient,"
                    " fault-tolerant services, workflow automation and first-class developer experience."
                ),
            ),
        ),
        Section(
            "Experience",
            (
                Entry(
                    "Fjordlight Payments, Inc.",
                    "Senior Software Engineer",
                    "Mar 2019 – Present",
                    (
                        (
                            "Designed an event-driven ledger in Go and PostgreSQL that settles 4.5 million transactions a day with"
                            " exactly-once semantics and a five-minute recovery objective."
                        ),
                        "Cut infrastructure costs by 38% ($1.2M a year) by moving batch jobs to spot instances on Kubernetes.",
                        "Mentored six engineers; introduced architecture decision records and a blameless post-mortem process.",
                    ),
                ),
                Entry(
                    "Brambleworks Logistics",
                    "Software Engineer",
                    "Jul 2015 – Feb 2019",
                    (
                        "Rewrote the route-planning API in Python (Django, Celery), reducing the 95th percentile latency from 2.1 s to 180 ms.",
                        "Built the offline sync protocol for 3,000 handheld scanners; conflict rate fell below 0.02%.",
                    ),
                ),
            ),
        ),
        Section(
            "Projects",
            (
                Entry(
                    "Ledger Reconciliation Engine",
                    "Lead developer",
                    "2021 – 2022",
                    (
                        "Streaming reconciliation of bank statements with Kafka and Flink; unmatched items dropped by 92%.",
                    ),
                ),
                Entry(
                    "Parcel Tracking Platform",
                    "Backend developer",
                    "2017 – 2018",
                    ("Public tracking pages and webhooks for 240 carriers, served from Redis.",),
                ),
            ),
        ),
        Section(
            "Skills",
            (),
            (
                "Languages: Go, Python, TypeScript, SQL, C++",
                "Data: PostgreSQL, Redis, Kafka, Flink, Elasticsearch",
                "Platform: Kubernetes, Docker, Terraform, AWS, GitHub Actions",
            ),
            side=True,
        ),
        Section(
            "Education",
            (Entry("Northland Institute of Technology", "B.Sc. Computer Science", "2011 – 2015"),),
            (),
            side=True,
        ),
        Section(
            "Languages",
            (),
            ("English (native), Français (fluent), Español (básico)",),
            side=True,
        ),
    ),
    projects=("Ledger Reconciliation Engine", "Parcel Tracking Platform"),
    skills=("Go", "Python", "PostgreSQL", "Redis", "Kafka", "Kubernetes", "Docker"),
)

EN_DATA = Person(
    key="en-data",
    language="en",
    name="Zoë Marchetti-Lund",
    wish="Data Scientist & Machine Learning Engineer",
    contacts=(
        ("E-mail", "zoe.ml@example.org"),
        ("Mobile", "+44 20 7946 0000"),
        ("LinkedIn", "linkedin.com/in/example-zoe"),
    ),
    sections=(
        Section(
            "Profile",
            (),
            (
                (
                    "Data scientist who turns messy, high-volume data into products people trust. Confident in"
                    " experiment design, causal inference and the unglamorous work of keeping models healthy in production."
                ),
            ),
        ),
        Section(
            "Professional Experience",
            (
                Entry(
                    "Harebell Health Analytics",
                    "Senior Data Scientist",
                    "01/2020 – present",
                    (
                        "Developed a readmission-risk classifier (AUC 0.87) in PyTorch and scikit-learn, now used in 14 hospitals.",
                        "Automated feature pipelines with Airflow and Spark; refresh time went from 26 hours to 95 minutes.",
                        "Ran 40+ A/B tests; findings influenced roadmap decisions worth €3.4 million.",
                    ),
                ),
                Entry(
                    "Copperleaf Retail Group plc",
                    "Data Analyst",
                    "09/2016 – 12/2019",
                    (
                        "Built demand-forecasting models in R that lowered stock-outs by 17% and waste by 9%.",
                        "Maintained 60 Tableau dashboards; replaced spreadsheets with version-controlled SQL.",
                    ),
                ),
            ),
        ),
        Section(
            "Selected Projects",
            (
                Entry(
                    "Clinical Notes Search Engine",
                    "",
                    "2022",
                    (
                        "Semantic search over 11 million de-identified notes with sentence transformers and FAISS.",
                    ),
                ),
                Entry(
                    "Shelf Gap Detection System",
                    "",
                    "2018",
                    (
                        "Computer vision on fixed cameras to find empty shelves; precision of 93% in the pilot stores.",
                    ),
                ),
            ),
        ),
        Section(
            "Technical Skills",
            (),
            (
                "Python, R, SQL, PyTorch, scikit-learn, pandas, Spark, Airflow",
                "AWS, Docker, Git, Tableau, MLflow, PostgreSQL",
            ),
            side=True,
        ),
        Section(
            "Education",
            (
                Entry(
                    "University of Saltmarsh",
                    "M.Sc. Statistics (Distinction)",
                    "2015 – 2016",
                ),
                Entry("University of Saltmarsh", "B.Sc. Mathematics", "2012 – 2015"),
            ),
            (),
            side=True,
        ),
    ),
    projects=("Clinical Notes Search Engine", "Shelf Gap Detection System"),
    skills=("Python", "R", "SQL", "PyTorch", "scikit-learn", "Spark", "Airflow", "Docker"),
)

PEOPLE = (ZH_BACKEND, ZH_PRODUCT, ZH_AI, EN_BACKEND, EN_DATA)
