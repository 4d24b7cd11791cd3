"""The kind of well-known products: "we keep the sessions in Redis" says "a key-value store" as well.

A small table of what is named everywhere, for example by answers to when not to use a relational database.
It does not know which of two products is better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from interviewers.engines.builtin.reading.text import Term, fold, terms

__all__ = ["kinds_of", "says_kind"]

_KINDS = """
postgres postgresql mysql mariadb oracle sqlite sqlserver : relational 关系型
redis memcached dynamodb etcd rocksdb mmkv : key value 键值
mongo mongodb couchdb couchbase firestore : document 文档
neo4j neptune janusgraph : graph 图谱
elasticsearch elastic opensearch solr lucene : full-text search 全文检索
cassandra hbase scylla : wide column 宽列
clickhouse bigquery snowflake redshift doris druid : column analytics 列式
kafka rabbitmq rocketmq pulsar sqs activemq : queue message 消息队列
milvus pinecone pgvector faiss weaviate qdrant : vector 向量
influxdb prometheus timescaledb : time series 时序
minio s3 oss : object storage 对象存储
docker podman containerd : container 容器
jenkins gitlab circleci : pipeline 流水线
grafana datadog zabbix : monitoring dashboard 监控
sentry bugsnag crashlytics : crash error 崩溃
"""


@lru_cache(maxsize=1)
def _table() -> dict[Term, frozenset[Term]]:
    found: dict[Term, frozenset[Term]] = {}
    for line in _KINDS.strip().splitlines():
        products, _, kind = line.partition(":")
        said = frozenset(terms(fold(kind)))
        for product in products.split():
            found.update((term, said) for term in terms(product))
    return found


def says_kind(said: Iterable[Term]) -> bool:
    """Whether any of some terms is a product of a known kind."""
    return not _table().keys().isdisjoint(said)


def kinds_of(said: Iterable[Term], but: Iterable[Term] = ()) -> Iterator[Term]:
    """The terms of the kinds of what is named, except for products that stand ``but`` there as well:
    where a reference names one itself, its name says nothing more."""
    table = _table()
    for term in said:
        if term in table and term not in but:
            yield from table[term]
