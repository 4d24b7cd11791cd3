"""Abbreviations of the trade and what they stand for, in both languages: who says "customer lifetime value"
or 客户终身价值 has said "LTV".

A closed list, written by hand from general knowledge. Only what a point names by one of its forms is
looked for in the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from interviewers.engines.builtin.reading.text import atoms, fold

__all__ = ["names_several", "other_forms"]

_PAIR = 2
"""Chinese characters; two may reach from one word into the next: 今日活动 has no 日活."""

_FORMS = """
ltv, clv, cltv, lifetime value, 生命周期价值, 终身价值
cac, acquisition cost, cost of acquisition, cost of acquiring, cost to acquire, 获客成本, 拉新成本
arpu, average revenue per user, revenue per user, 每用户平均收入, 每用户收入
roi, return on investment, 投资回报率, 投资回报
gmv, gross merchandise value, 成交总额, 交易总额
nps, net promoter score, 净推荐值
nrr, ndr, net revenue retention, net dollar retention, 净收入留存
dau, daily active users, 日活, 日活跃, 日活用户, 日活数
mau, monthly active users, 月活, 月活跃, 月活用户, 月活数
mvp, minimum viable product, 最小可行产品, 最小可用产品
kpi, key performance indicator, 关键绩效指标
okr, objectives and key results, 目标与关键结果
prd, product requirements document, 产品需求文档
slo, service level objective, 服务等级目标, 服务水平目标
sli, service level indicator, 服务等级指标, 服务水平指标
sla, service level agreement, 服务等级协议, 服务水平协议
mttr, mean time to recovery, mean time to repair, mean time to restore, 平均恢复时间, 平均修复时间
rto, recovery time objective, 恢复时间目标
rpo, recovery point objective, 恢复点目标
iac, infrastructure as code, 基础设施即代码
rbac, role based access control, 基于角色的访问控制
hpa, horizontal pod autoscaler, horizontal pod autoscaling, 水平自动扩缩容
pdb, pod disruption budget
oom, out of memory, 内存溢出
dlq, dead letter queue, 死信队列
qps, queries per second, requests per second, 每秒请求数
ttl, time to live, 存活时间
lru, least recently used, 最近最少使用
cdn, content delivery network, 内容分发网络
gc, garbage collection, garbage collector, 垃圾回收
wal, write ahead log, 预写日志
mvcc, multiversion concurrency control, 多版本并发控制
2pc, two phase commit, 两阶段提交
csrf, xsrf, cross site request forgery, 跨站请求伪造
xss, cross site scripting, 跨站脚本
csp, content security policy, 内容安全策略
ssr, server side rendering, 服务端渲染
lcp, largest contentful paint, 最大内容绘制
cls, cumulative layout shift, 累积布局偏移
inp, interaction to next paint
jwt, json web token
mfa, multi factor authentication, 多因素认证
rag, retrieval augmented generation, 检索增强生成, 检索增强
llm, large language model, 大语言模型
etl, extract transform load
scd, slowly changing dimension, 缓慢变化维
mde, minimum detectable effect, 最小可检测效应
auc, area under the curve, 曲线下面积
"""


@cache
def _by_form() -> dict[str, tuple[str, ...]]:
    """Per form the others of the same thing."""
    rows = [tuple(form.strip() for form in row.split(",")) for row in _FORMS.strip().splitlines()]
    return {fold(form): tuple(o for o in row if o != form) for row in rows for form in row}


def other_forms(names: Iterable[str]) -> dict[str, str]:
    """The other forms of what ``names`` name that are not among them, each with the name it stands for."""
    listed = {fold(name): name for name in names}
    forms = _by_form()
    return {
        form: name
        for known, name in listed.items()
        for form in forms.get(known, ())
        if fold(form) not in listed and (form.isascii() or len(form) > _PAIR)
    }


def names_several(names: Iterable[str], text: str) -> bool:
    """Whether a text says, in any form, two of the things at least that ``names`` have an abbreviation or what
    it stands for of."""
    row = f" {' '.join(atoms(fold(text)))} "
    listed = [(name, *others) for name in map(fold, names) if (others := _by_form().get(name))]
    things = {min(forms): forms for forms in listed}
    said = (any(f" {' '.join(atoms(fold(f)))} " in row for f in forms) for forms in things.values())
    return sum(said) > 1
