"""Whether a question is about a skill, and which subjects a job description asks for. Pure.

A question of the bank names the skills it may be asked for, but a sale that can be built on Kafka is
no question about Kafka: who leads to it with "your résumé mentions Kafka" was not listening.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

__all__ = ["DUTIES", "MAX_TOPICS", "TOPICS", "asked_duties", "asked_topics", "is_about"]

MAX_TOPICS = 12

_TABLE = r"隔离级别|\bsharding|\bisolation|\bpool-exhausted|\bwindow.function|表|索引|事务|数据库|sql\b|\btables?\b|\bindex|\btransactions?\b|\bdatabases?\b|\bquer(?:y|ies)\b|\brows?\b|\bjoins?\b"
_QUEUE = r"消息|队列|\bmq\b|\bmessag|\bqueues?\b|\bqueueing\b"
_CONTAINER = r"\brequests.limits|\brollout|容器|镜像|集群|\bpods?\b|\bk8s\b|\bcontainers?\b|\bimages?\b|\bclusters?\b|\bdockerfile"
_MACHINE = r"机器|磁盘|命令|容器|\bmachine|\bdisks?\b|\bcommands?\b|\bhosts?\b|\bcontainers?\b"
_WATCH = r"监控|告警|monitor|\balerts?\b|\balerting\b|\bmetrics?\b|\bslos?\b|\bon call\b"
_VIEW = r"\bhydration|\bdesign.system|组件|界面|页面|列表|表单|对话框|渲染|状态|\bcomponents?\b|\bpages?\b|\brender|\bstate\b|\bviews?\b|\bforms?\b|\blists?\b|\bdialogs?\b"
_SCRIPT = r"闭包|脚本|代码|\bjs\b|浏览器|\bclosures?\b|\bscripts?\b|\bbrowsers?\b|\bpromise\b|\bcode\b|event.loop"
_STYLE = r"样式|布局|按钮|页面|卡片|对话框|\bstyl|\blayout|\bbuttons?\b|\bmarkup\b|\bdialogs?\b|\bcascade|\bcards?\b"
_PHONE = (
    r"\bapps?\b|手机|页面|客户端|真机|滑|\bphones?\b|\bscreens?\b|\bmobile\b|\bnative\b|\bscroll"
)
_MODEL = r"^ai-|模型|提示词|助手|机器人|智能体|上下文|\btoken|\bmodels?\b|\bprompt|\bassistants?\b|\bbots?\b|\bagents?\b|\bcontext\b|\bllms?\b"
_RETRIEVAL = r"检索|知识库|召回|资料|文档|嵌入|向量|\brag\b|\bretriev|\bknowledge\b|\bdocuments?\b|\bembedding|\bvectors?\b|\brerank|\bhandbook"
_LEARNING = r"模型|训练|特征|预测|推荐|\bmodels?\b|\btrain|\bfeatures?\b|\bpredict|\brecommend|\boverfit|\bforecast"
_TREES = r"随机森林|提升树|\btrees?\b|\bboosting\b|\bforests?\b"
_NETS = r"深度学习|神经网络|损失|训练|\bdeep\b|\bneural\b|\bloss\b|\btraining\b"
_WAREHOUSE = r"\bmodelling\b|\bschema|\bscd\b|数仓|仓库|分层|维度|事实表|sql\b|\bwarehouse|\bdimension|\bfact\b|\btables?\b|表"
_JOBS = r"任务|调度|作业|跑|\bjobs?\b|\bschedul|\borchestrat|\bpipelines?\b|\bcron\b"
_STREAM = r"实时|事件时间|流引擎|窗口|\bstream|\breal.?time\b|\bevent.time\b|\bwindows?\b"
_TRIAL = r"实验|a/b|\bexperiments?\b|\ba.b\b"
_FIGURES = r"数据|指标|留存|日活|\bdata\b|\bmetrics?\b|\bretention\b"
_HARM = r"注入|攻击|恶意|安全|凭证|跨站|\bxss\b|\binject|\battack|\bmalicious\b|\bsecurity\b|\bcredentials?\b|\bcsp\b|脚本"
_SPEED = r"慢|卡|性能|流畅|延迟|\bslow|\blag|\bperforman|\bfast|\blatency|\bsmooth|\bvitals\b|\blcp\b|\bfreez"
_CLOUD = r"云|\bcloud\b"
_RELEASE = r"流水线|发布|发版|部署|\bpipelines?\b|\bdeploy|\breleas|\bbuilds?\b|\bci\b"
_TESTS = r"自动化|测试|\btests?\b|\btesting\b|\bautomat"
_LOAD = r"压测|容量|\bload\b|\bcapacity\b|\bstress"
_CACHE = r"缓存|\bcach"
_LOGIN = r"登录|凭证|\btoken\b|\blogin\b|\blog in\b|\bsigned? in\b|\bcredential"
_THREADS = r"线程|并发|\bthreads?\b|\bconcurren|\brace\b"

_SIGNS: dict[str, str] = {
    **dict.fromkeys(("mysql", "postgresql", "sql", "oracle", "mybatis", "jdbc", "hikaricp", "shardingsphere", "vitess"), _TABLE),
    **dict.fromkeys(("kafka", "rabbitmq", "rocketmq", "pulsar", "celery"), _QUEUE),
    **dict.fromkeys(("redis", "memcached", "caffeine"), rf"{_CACHE}|\bdistributed.lock"),
    **dict.fromkeys(("java", "go", "python", "c++", "concurrency"), _THREADS),
    **dict.fromkeys(("spring", "django", "flask", "fastapi", "rest", "api", "http", "grpc"), r"接口|\bhttp|\bapis?\b|\bendpoints?\b"),
    "nginx": r"\bhttp|缓存头|代理|网关|\bproxy\b|\bgateway\b|跨域|\bcors\b",
    **dict.fromkeys(("jwt", "oauth", "spring security"), _LOGIN),
    **dict.fromkeys(("microservices", "微服务", "spring cloud", "sentinel", "hystrix", "istio"), r"微服务|服务|\bmicroservice|\bservices?\b"),
    **dict.fromkeys(("etcd", "zookeeper", "raft", "consul"), r"一致|\bconsensus\b|\bnodes?\b|节点|锁|\block"),
    **dict.fromkeys(("jmeter", "k6", "locust", "性能测试"), _LOAD),
    **dict.fromkeys(("kubernetes", "helm", "docker", "podman"), _CONTAINER),
    **dict.fromkeys(("linux", "unix", "shell"), _MACHINE),
    **dict.fromkeys(("computer networks", "计算机网络"), r"网|超时|\bnetwork|\btimeouts?\b|\bhttp|\bunreachable"),
    **dict.fromkeys(("prometheus", "grafana", "zabbix", "observability", "可观测性", "sre"), _WATCH),
    **dict.fromkeys(("aws", "azure", "gcp", "阿里云", "alibaba cloud", "腾讯云", "tencent cloud", "terraform", "ansible"), _CLOUD),
    **dict.fromkeys(("jenkins", "gitlab", "gitlab ci", "github actions", "ci/cd", "ci", "argo cd"), _RELEASE),
    **dict.fromkeys(("react", "vue", "next.js", "nuxt", "redux", "pinia", "mobx"), _VIEW),
    **dict.fromkeys(("javascript", "node", "typescript"), _SCRIPT),
    **dict.fromkeys(("html", "css", "sass", "tailwind"), _STYLE),
    "accessibility": r"键盘|读屏|无障碍|按钮|\bkeyboard|\bscreen.?reader|\baccessib|\bbuttons?\b",
    "security": _HARM,
    "performance": _SPEED,
    **dict.fromkeys(("webpack", "vite"), r"打包|缓存|构建|\bbundl|\bbuild|\bcach|发版|发布"),
    **dict.fromkeys(("ssr", "cdn"), r"服务端渲染|渲染|缓存|\brender|\bcach"),
    **dict.fromkeys(("android", "ios", "flutter", "react native", "kotlin", "swift", "harmonyos", "jetpack compose", "swiftui", "uikit"), _PHONE),
    **dict.fromkeys(("sqlite", "room", "core data"), r"存|\bstor|\boffline\b"),
    **dict.fromkeys(("llm", "openai", "gpt", "langchain", "llmops"), _MODEL),
    **dict.fromkeys(("agent", "langgraph", "autogen", "mcp"), r"智能体|工具|助手|\bagents?\b|\btools?\b|\bassistants?\b"),
    **dict.fromkeys(("rag", "llamaindex", "milvus", "faiss", "embedding"), _RETRIEVAL),
    **dict.fromkeys(("transformers", "pytorch", "tensorflow", "keras", "deep learning", "深度学习"), _NETS),
    **dict.fromkeys(("machine learning", "机器学习", "scikit-learn", "mlops", "mlflow"), _LEARNING),
    **dict.fromkeys(("xgboost", "lightgbm", "catboost"), _TREES),
    **dict.fromkeys(("statistics", "统计学", "hypothesis testing", "假设检验"), r"p 值|显著|实验|\bp.value|\bsignifican|\bexperiment"),
    **dict.fromkeys(("a/b testing", "ab测试", "a/b测试"), _TRIAL),
    **dict.fromkeys(("causal inference", "因果推断"), r"因果|真实作用|\bcausal|\bcaus"),
    **dict.fromkeys(("recommender systems", "推荐系统"), r"推荐|\brecommend"),
    **dict.fromkeys(("data analysis", "数据分析", "pandas"), _FIGURES),
    **dict.fromkeys(("hive", "dbt", "data-warehouse"), _WAREHOUSE),
    "spark": r"\bspark\b|\bshuffle\b|\bskew",
    "flink": _STREAM,
    **dict.fromkeys(("airflow", "dolphinscheduler", "dagster", "etl"), _JOBS),
    **dict.fromkeys(("selenium", "playwright", "cypress", "appium", "pytest", "junit"), _TESTS),
    **dict.fromkeys(("saas", "b端产品"), r"客户|企业|付费|订阅|收费|\bcustomers?\b|\bsubscri|\benterprise|\bunit.economics|\blow.adoption|\bpricing|\bsaying.no\b"),
    "增长": r"增长|新增|用户|\bgrow|\busers?\b",
    "用户研究": r"用户|差评|\busers?\b|\breviews?\b",
    "需求分析": r"需求|\brequire|\brequest",
}  # fmt: skip
"""By what words the text of a question shows that it is about the skill, besides the skill's name."""

TOPICS: tuple[tuple[str, str], ...] = (
    ("idempotent", r"幂等(?:性)?|idempoten(?:cy|ce|t)"),
    ("rate-limit", r"限流|rate[- ]limit(?:s|ing|er)?"),
    ("isolation-levels", r"(?:事务)?隔离级别|isolation levels?"),
    ("transaction-transfer", r"(?<!分布式)事务|\bacid\b"),
    ("distributed-transaction", r"分布式事务|distributed transactions?|\bsagas?\b"),
    ("distributed-lock", r"分布式锁|distributed lock(?:s|ing)?"),
    ("consensus-cap", r"一致性协议|共识|\bcap\b(?: 理论| theorem)?|\bconsensus\b"),
    ("index", r"索引(?:优化)?|index(?:es|ing)(?: design)?"),
    ("sharding-migration", r"分库分表|sharding"),
    ("cache-", r"缓存(?:设计|穿透|击穿|雪崩)?|cach(?:ing|e design|es?)"),
    ("mq-", r"消息队列|消息中间件|message (?:queues?|brokers?)"),
    ("capacity-planning", r"容量(?:规划|评估)|capacity planning"),
    ("disaster-recovery", r"容灾|灾备|异地多活|disaster recovery"),
    ("flash-sale", r"秒杀|高并发|high concurrency|flash sales?"),
    ("tail-latency", r"性能(?:调优|优化)|tail latency|performance tuning"),
    ("cascading-failure", r"熔断|降级|circuit breakers?|resilience"),
    ("race-condition", r"多线程|并发编程|multi-?threading|concurrency"),
    ("http-", r"\bhttp(?:/[123])?\b"),
    ("sql-injection", r"sql ?注入|sql injection"),
    ("login-token", r"单点登录|鉴权|authentication|\bsso\b"),
    ("closures", r"闭包|closures?"),
    ("event-loop-order", r"事件循环|event loop"),
    ("hydration", r"服务端渲染|\bssr\b|hydration|server[- ]side rendering"),
    ("web-vitals", r"性能指标|(?:core )?web vitals"),
    ("xss", r"\bxss\b"),
    ("csrf", r"\bcsrf\b"),
    ("csp-rollout", r"内容安全策略|\bcsp\b"),
    ("cors-error", r"跨域|\bcors\b"),
    ("micro-frontend", r"微前端|micro[- ]?front-?ends?"),
    ("design-system", r"组件库|设计系统|design systems?|component librar(?:y|ies)"),
    ("accessib", r"无障碍|accessibility|a11y"),
    ("memory-leak", r"内存泄[漏露]|memory leaks?"),
    ("prompting", r"提示词(?:工程)?|prompt(?:ing| engineering)"),
    ("prompt-injection", r"提示注入|prompt injections?"),
    ("function-calling", r"函数调用|工具调用|function calling|tool (?:use|calling)"),
    ("structured-output", r"结构化输出|structured outputs?"),
    ("hallucination", r"幻觉|hallucinations?"),
    ("guardrails", r"护栏|guardrails?"),
    ("rerank", r"重排(?:序)?|re-?rank(?:ing|er|ers)?"),
    ("embeddings", r"向量化|嵌入|embeddings?"),
    ("fine-tuning", r"微调|fine[- ]?tuning"),
    ("evaluation", r"(?:模型|大模型|效果)评测|评测集|evaluation sets?|\bevals\b"),
    ("human-in-the-loop", r"人机协同|人工审核|human[- ]in[- ]the[- ]loop"),
    ("joins", r"\bjoins\b|\b(?:sql|table|left|inner|outer|hash|broadcast) join\b"),
    ("window-functions", r"窗口函数|window functions?"),
    ("modelling", r"(?:数据|维度)建模|data model(?:l)?ing|dimensional model(?:l)?ing"),
    ("scd", r"缓慢变化维|拉链表|\bscd\b|slowly changing"),
    ("data-quality", r"数据质量|data quality"),
    ("lineage", r"数据血缘|(?:data )?lineage"),
    ("cdc", r"\bcdc\b|change data capture"),
    ("orchestration", r"任务调度|调度平台|orchestration"),
    ("exactly-once", r"精确一次|exactly[- ]once"),
    ("overfitting", r"过拟合|overfitting"),
    ("causal-inference", r"因果推断|causal inference"),
    ("recommender", r"推荐(?:系统|算法)|recommender systems?|recommendations?"),
    ("model-drift", r"模型监控|model (?:monitoring|drift)"),
    ("fraud-detection", r"反欺诈|风控|fraud(?: detection)?"),
    ("forecast", r"(?:销量|需求)预测|forecasting"),
    ("experiments", r"a/?b ?(?:测试|实验)|a/b test(?:s|ing)?|experimentation"),
    ("pricing", r"定价|pricing"),
    ("requirements", r"需求(?:分析|管理|文档)|requirements?(?: analysis| engineering)"),
    ("prioriti", r"优先级(?:排序)?|prioriti[sz](?:ing|ation)"),
    ("user-research", r"用户研究|用户访谈|user research"),
    ("funnel", r"漏斗|转化率|conversion(?: funnels?)?"),
    ("growth", r"用户增长|\bgrowth\b"),
    ("slo-budget", r"\bslos?\b|错误预算|error budgets?"),
    ("alert-design", r"告警|alerting"),
    ("incident-command", r"故障(?:处理|应急)|应急响应|incident (?:response|management)"),
    ("infrastructure-as-code", r"基础设施即代码|infrastructure as code|\biac\b"),
    ("cloud-cost", r"云成本|成本优化|cloud costs?|finops"),
    ("zero-downtime", r"滚动发布|灰度发布|zero[- ]downtime|blue[- ]green|canary releases?"),
    ("supply-chain-security", r"供应链安全|supply chain security"),
    ("cold-start", r"启动优化|冷启动|(?:cold )?start-?up (?:time|performance)"),
    ("offline-sync", r"离线(?:同步|缓存)|offline[- ](?:first|sync|support)"),
    ("push-delivery", r"消息推送|push notifications?"),
    ("app-modularisation", r"组件化|模块化|modulari[sz]ation"),
    ("flaky-tests", r"flaky tests?"),
    ("api-testing", r"接口测试|api testing"),
    ("automation-strategy", r"自动化测试|test automation"),
)
"""Beginnings of topics, or of what follows a hyphen in one, and how job descriptions put them."""


DUTIES: tuple[tuple[str, str], ...] = (
    ("analysing-decline", r"churn|renewals?|customer retention|sales targets?|流失|续约|续费|业绩|销售额"),
    ("explaining", r"(?:user |customer |product |staff )?training|workshops?|onboarding|培训|讲解|授课|答疑"),
    ("angry-customer", r"escalations?|(?:customer )?complaints?|customer (?:service|support)|投诉|客诉|客户服务|售后"),
    ("cross-team", r"stakeholders?(?: management)?|cross[- ]functional teams?|other departments|跨部门(?:协作|沟通)?|跨团队(?:协作|沟通)?"),
    ("process-improvement", r"process improvements?|continuous improvement|流程优化|流程改进|提效"),
    ("small-project", r"event (?:planning|management)|events|活动策划|活动组织|会务"),
    ("choosing-supplier", r"suppliers?|vendors?|procurement|sourcing|供应商|采购"),
    ("budget", r"budgets?|budgeting|预算"),
    ("risk", r"risk (?:management|assessments?)|compliance|health and safety|风险(?:管理|控制)|合规|安全生产"),
    ("standards", r"quality standards|(?:the |an? )?knowledge bases?|playbooks?|知识库|standard operating procedures|sops?|标准化|作业标准"),
    ("root-cause", r"root[- ]cause(?: analysis)?|corrective actions?|根因(?:分析)?"),
    ("handover", r"(?:shift )?handovers?|交接班?"),
    ("estimating", r"scheduling|rosters?|rotas?|排期|排班"),
    ("mentoring", r"mentoring|coaching|带教|带新人"),
    ("measuring-outcome", r"kpis?|(?:the |an? )?(?:quality )?scorecards?|customer satisfaction|csat|nps|满意度|health scores?|考核指标|绩效指标"),
    ("using-data", r"reporting|dashboards?|报表|数据驱动"),
)  # fmt: skip
"""What any profession may be asked to do, as `TOPICS`: of a position that has no questions of its own."""


@cache
def _signs(
    topics: tuple[tuple[str, str], ...],
) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (
            stem,
            re.compile(
                rf"(?:(?<![a-z])|(?=[^a-z]))(?:{p})(?:(?![a-z])|(?<=[^a-z]))", re.IGNORECASE
            ),
        )
        for stem, p in topics
    )


@cache
def _sign(skill: str) -> re.Pattern[str]:
    name = rf"(?<![a-z0-9]){re.escape(skill)}(?![a-z0-9+#])"
    return re.compile(f"{name}|{_SIGNS[skill]}" if skill in _SIGNS else name)


def is_about(skill: str, *texts: str) -> bool:
    """Whether one of the ``texts`` (a question, its topic, its key) shows that it is about
    ``skill``, by its name or by what the skill is for."""
    sign = _sign(skill.casefold())
    return any(sign.search(_plain(text)) for text in texts)


def asked_topics(text: str) -> tuple[tuple[str, str], ...]:
    """Subjects that a job description asks for besides skills, in their order and at most
    `MAX_TOPICS`: the beginning of the bank's topic, and how the text puts it."""
    return _asked(text, TOPICS)


def asked_duties(text: str) -> tuple[tuple[str, str], ...]:
    """What a job description asks somebody to do, in the same way."""
    return _asked(text, DUTIES)


def _asked(text: str, topics: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    plain = unicodedata.normalize("NFKC", text)
    found = [
        (match.start(), stem, _within(match[0]))
        for stem, sign in _signs(topics)
        if (match := sign.search(plain))
    ]
    return tuple((stem, said) for _, stem, said in sorted(found)[:MAX_TOPICS])


def _within(said: str) -> str:
    """``said`` as it stands within a sentence: the capital of its first word is kept where that is
    no mere beginning ("SQL", "A/B", "Core Web Vitals")."""
    first, *rest = said.split(" ")
    if any(word[:1].isupper() for word in rest):
        return said
    return said[0].lower() + said[1:] if first[1:].isalpha() and first[1:].islower() else said


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
