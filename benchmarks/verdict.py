"""What must hold of an interview after its servers were killed, read from the API."""

from __future__ import annotations

from collections import Counter
from typing import Any

from candidates import Record
from house import call

PANEL = ("greeting", "question", "follow_up", "hint", "closing")
"""Kinds that answer a candidate; a handover only passes the floor on."""


def verdict(base: str, record: Record) -> tuple[list[str], Counter[str]]:
    """Everything that is wrong with the interview, and what was counted."""
    path = f"/api/interviews/{record.key}"
    _, history = call(base, "GET", f"{path}/messages?limit=1000")
    _, interview = call(base, "GET", path)
    status, _ = call(base, "GET", f"{path}/feedback")
    messages: list[dict[str, Any]] = history["data"]
    wrong = list(record.problems)
    if interview["data"]["status"] != "completed":
        wrong.append(f"not completed ({interview['data']['turn']})")
    if status != 200:
        wrong.append(f"no feedback ({status})")
    wrong += _messages(record, messages)
    wrong += _replies(record, messages)
    wrong += _frames(record, messages)
    counted = Counter(
        interviews=1,
        acknowledged=len(record.acknowledged),
        replies=sum(kind_of(m) in PANEL for m in messages),
        skips=len(record.skips),
        connections=len(record.connections),
        frames=sum(len(one.frames) + len(one.acks) for one in record.connections),
    )
    return [f"interview {record.key}: {problem}" for problem in wrong], counted


def kind_of(message: dict[str, Any]) -> str:
    return str((message["metadata"] or {}).get("kind", ""))


def _messages(record: Record, messages: list[dict[str, Any]]) -> list[str]:
    """Every acknowledged message is there, once, under the id that was told, in order."""
    wrong = []
    ids = [m["id"] for m in messages]
    if ids != sorted(set(ids)):
        wrong.append("the history is not in order")
    found = [m for m in messages if m["sender_type"] == "user"]
    for client_id, message_id in record.acknowledged.items():
        same = [m for m in found if m["client_id"] == client_id]
        if [m["id"] for m in same] != [message_id]:
            wrong.append(f"{client_id}, acknowledged as {message_id}, is {[m['id'] for m in same]}")
        elif same[0]["content"] != record.said[client_id]:
            wrong.append(f"{client_id} says something else")
    order = [record.acknowledged[key] for key in record.said if key in record.acknowledged]
    if order != sorted(order):
        wrong.append("what was said is not in the order of saying it")
    strangers = {m["client_id"] for m in found} - set(record.said)
    if strangers:
        wrong.append(f"messages that nobody sent: {strangers}")
    return wrong


def _replies(record: Record, messages: list[dict[str, Any]]) -> list[str]:
    """One reply to every answer (lines of the candidate without one of the panel between them) and
    to every skip; nothing asked twice."""
    wrong = []
    gaps: list[list[dict[str, Any]]] = [[]]
    before = ""
    for message in messages:
        if message["sender_type"] == "user":
            if before != "user":
                gaps.append([])
        elif kind_of(message) in PANEL:
            gaps[-1].append(message)
        before = "user" if message["sender_type"] == "user" else kind_of(message)
    starts = [0]
    before = ""
    for message in messages:
        if message["sender_type"] == "user" and before != "user":
            starts.append(message["id"])
        before = message["sender_type"]
    for place, gap in enumerate(gaps):
        end = starts[place + 1] if place + 1 < len(starts) else 2**63
        skips = sum(starts[place] <= skip < end for skip in record.skips)
        expected = {1 + skips}
        if place == len(gaps) - 1 and record.cut_short:
            expected.add(skips)
        if len(gap) not in expected:
            kinds = [kind_of(m) for m in gap]
            wrong.append(f"{kinds} after {starts[place]}, where {expected} were due")
    # What is said again because it was asked for, or because nothing was heard, is none of these.
    new = [m for m in messages if "aside" not in (m["metadata"] or {})]
    asked = [m for m in new if kind_of(m) in ("greeting", "question")]
    numbers = [m["metadata"]["question"] for m in asked]
    if numbers != sorted(set(numbers)):
        wrong.append(f"questions asked: {numbers}")
    texts = Counter(m["content"] for m in new if kind_of(m) in ("question", "follow_up"))
    wrong += [f"said twice: {text[:60]}" for text, times in texts.items() if times > 1]
    return wrong


def _frames(record: Record, messages: list[dict[str, Any]]) -> list[str]:
    """A connection was sent every message between its first and its last, in order and once; its
    own, first sent over it, as an acknowledgement only."""
    wrong = []
    ids = [m["id"] for m in messages]
    for number, one in enumerate(record.connections):
        name = f"connection {number} (since {one.since})"
        if one.frames != sorted(set(one.frames)):
            wrong.append(f"{name}: frames {one.frames}")
        got = set(one.frames) | set(one.acks)
        last = max(got, default=0)
        missed = [key for key in ids if one.since < key <= last and key not in got]
        if missed:
            wrong.append(f"{name}: skipped {missed} of {sorted(got)}")
        twice = [key for key in one.frames if one.acks.get(key) in one.own]
        if twice:
            wrong.append(f"{name}: own messages sent back {twice}")
        if any(key <= one.since for key in one.frames):
            wrong.append(f"{name}: sent what was there before")
    return wrong
