"""How many processes, how large a database, how many Redis: `python benchmarks/scaling.py`.

A capacity model from measured unit costs (`unit_costs.json`, made by `unit_costs.py` on some machine)
and from assumptions about people, for 1 thousand, 100 thousand and 10 million interviews a day; then a
simulation of the busiest minutes with a fixed seed, which knows nothing of the model's averages: people
arrive, think and answer at random, and each answer queues for one of the processes. It has to find what
the model says: rooms, answers a second, how busy processes are; and with two thirds of the processes, and
answers that no longer get through. Exit status 1 when it does not. A few seconds; nothing is started.
"""

from __future__ import annotations

import argparse
import heapq
import json
import math
import random
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SCALES = (1_000, 100_000, 10_000_000)


@dataclass(frozen=True, slots=True)
class People:
    """What is assumed of those who use it, and of what may be used up."""

    busiest_hour: float = 0.12
    """The share of a day's interviews that begin in its busiest hour."""
    think_seconds: float = 75
    """Mean time from a question to the answer that is sent; with the turns it makes the length."""
    think_spread: float = 0.7
    """Sigma of the lognormal distribution of that time."""
    requests_per_turn: float = 0.5
    """REST requests beside the socket: pages, lists, polling clients."""
    busy: float = 0.6
    """How much of a core a process, PostgreSQL or Redis may use in the busiest hour."""
    kept_days: int = 90
    """INTERVIEWGPT_RETENTION_DAYS."""
    speech_deltas: float = 40
    """Deltas of one turn of a model: 80 tokens at 30 a second, gathered."""
    prompt_tokens: int = 2600
    """Tokens in, of both calls of a turn (judging and speaking)."""
    completion_tokens: int = 350
    model_seconds: float = 6
    """How long the model is at work for one turn."""


@dataclass(frozen=True, slots=True)
class Need:
    """What the busiest hour of a day with so many interviews needs."""

    a_day: int
    begun_per_second: float
    turns_per_second: float
    rooms: float
    server_cores: float
    processes: int
    memory: float
    database_cores: float
    commits_per_second: float
    wal_per_second: float
    gigabytes_a_day: float
    gigabytes_kept: float
    connections_at_most: int
    redis_cores: float
    redis_commands_per_second: float
    redis_shards: int
    model_streams: float
    model_tokens_per_second: float


def need(a_day: int, cost: dict[str, Any], people: People, *, model: bool) -> Need:
    """Averages of the busiest hour, by Little's law and adding up. Seconds, bytes and cores."""
    begun = a_day * people.busiest_hour / 3600
    turns = cost["turns_per_interview"]
    per_second = begun * turns
    rooms = begun * turns * people.think_seconds
    deltas = people.speech_deltas if model else 0.0
    turn = cost["server_cpu_per_turn"]
    if model:
        more = deltas - cost["deltas_per_model_turn"]
        turn = cost["server_cpu_per_model_turn"] + more * cost["server_cpu_per_delta"]
    redis = cost["redis_cpu_per_turn"] + deltas * cost["redis_cpu_per_delta"]
    commands = cost["redis_commands_per_turn"] + deltas * cost["redis_commands_per_delta"]
    server = per_second * (turn + people.requests_per_turn * cost["server_cpu_per_request"])
    server += rooms * max(cost["cpu_per_connection"], 0.0)
    processes = max(2, math.ceil(server / people.busy))
    return Need(
        a_day=a_day,
        begun_per_second=begun,
        turns_per_second=per_second,
        rooms=rooms,
        server_cores=server,
        processes=processes,
        memory=processes * cost["memory_of_a_process"] + rooms * cost["memory_per_connection"],
        database_cores=per_second * cost["database_cpu_per_turn"],
        commits_per_second=per_second * cost["commits_per_turn"],
        wal_per_second=begun * cost["wal_bytes_per_interview"],
        gigabytes_a_day=a_day * cost["bytes_per_interview"] / 1e9,
        gigabytes_kept=a_day * people.kept_days * cost["bytes_per_interview"] / 1e9,
        connections_at_most=processes * 8,
        redis_cores=per_second * redis,
        redis_commands_per_second=per_second * commands,
        redis_shards=max(1, math.ceil(per_second * redis / people.busy)),
        model_streams=per_second * people.model_seconds if model else 0.0,
        model_tokens_per_second=per_second * (people.prompt_tokens + people.completion_tokens)
        if model
        else 0.0,
    )


# --- The simulation -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Seen:
    turns_per_second: float
    rooms: float
    busy: float
    waited_p50: float
    waited_p99: float
    behind: float
    """Seconds of work that were still waiting at the end, per process."""


def simulate(
    begun: float, cost: float, processes: int, turns: float, people: People, seed: int
) -> Seen:
    """Two minutes of the busiest hour. ``begun`` interviews a second, ``cost`` CPU seconds of a turn
    (exponential around it: some are long), each done by the process that its person is connected to."""
    chance = random.Random(seed)
    mu = math.log(people.think_seconds) - people.think_spread**2 / 2
    length = turns * people.think_seconds
    warm, seconds = 60.0, 120.0
    free = [0.0] * processes
    events: list[tuple[float, int, int, int]] = []
    number = 0

    def arrive(at: float, left: int) -> None:
        nonlocal number
        number += 1
        soon = at + chance.lognormvariate(mu, people.think_spread) * (1 if at else chance.random())
        heapq.heappush(events, (soon, number, chance.randrange(processes), left))

    # Those who are already at it when we look, at some point of theirs, and those who come.
    for _ in range(round(begun * length)):
        arrive(0.0, chance.randint(1, round(turns)))
    at = 0.0
    while (at := at + chance.expovariate(begun)) < warm + seconds:
        arrive(at, round(turns))
    waited: list[float] = []
    used, count = 0.0, 0
    while events and events[0][0] < warm + seconds:
        now, _number, process, left = heapq.heappop(events)
        work = chance.expovariate(1 / cost)
        start = max(now, free[process])
        free[process] = start + work
        if now >= warm:
            count += 1
            used += work
            waited.append(start - now)
        if left > 1:
            number += 1
            soon = free[process] + chance.lognormvariate(mu, people.think_spread)
            heapq.heappush(events, (soon, number, process, left - 1))
    rooms = len(events)
    quantiles = statistics.quantiles(waited, n=100) if len(waited) > 1 else [0.0] * 99
    return Seen(
        turns_per_second=count / seconds,
        rooms=rooms,
        busy=used / seconds / processes,
        waited_p50=quantiles[49],
        waited_p99=quantiles[98],
        behind=sum(max(0.0, end - warm - seconds) for end in free) / processes,
    )


def check(it: Need, cost: dict[str, Any], people: People, seed: int) -> tuple[list[str], list[str]]:
    """What the simulation of that need says, and what of it contradicts the model.

    Of very many processes every so-many-th is simulated, with its share of the people.
    """
    slices = max(1, round(it.processes / 40))
    processes = max(1, round(it.processes / slices))
    begun = it.begun_per_second * processes / it.processes
    turn = it.server_cores / it.turns_per_second
    turns = cost["turns_per_interview"]
    lines, wrong = [], []
    for name, used in (
        ("as reckoned", processes),
        ("two thirds, less one", processes * 2 // 3 - 1),
    ):
        if used < 1 or (used < processes and processes < 6):
            continue
        seen = simulate(begun, turn, used, turns, people, seed)
        share = processes / it.processes
        lines.append(
            f"{it.a_day:>10,} | {name} | {used} of {it.processes} | {seen.turns_per_second:.1f} "
            f"({it.turns_per_second * share:.1f}) | {seen.rooms:,.0f} ({it.rooms * share:,.0f}) | "
            f"{seen.busy:.2f} | {seen.waited_p50 * 1000:.0f} | {seen.waited_p99 * 1000:.0f} | "
            f"{seen.behind:.1f}"
        )
        if used < processes:
            continue
        expected = it.turns_per_second * share
        # Three standard deviations of so many independent answers, and 5 % of the unknown.
        margin = 3 * math.sqrt(expected * 120) / 120 + 0.05 * expected
        if abs(seen.turns_per_second - expected) > margin:
            wrong.append(
                f"{it.a_day:,}: {seen.turns_per_second:.2f} answers a second, {expected:.2f} said"
            )
        if (
            abs(seen.rooms - it.rooms * share)
            > 3 * math.sqrt(it.rooms * share) + 0.05 * it.rooms * share
        ):
            wrong.append(f"{it.a_day:,}: {seen.rooms} rooms, {it.rooms * share:.0f} said")
        if seen.busy > people.busy * 1.1 + 0.05:
            wrong.append(f"{it.a_day:,}: processes {seen.busy:.2f} busy, {people.busy} meant")
    return lines, wrong


def table(needs: list[Need]) -> str:
    rows: list[tuple[str, list[str]]] = [
        ("interviews a day", [f"{n.a_day:,}" for n in needs]),
        ("in the busiest hour, begun a second", [f"{n.begun_per_second:.2f}" for n in needs]),
        ("rooms at the same time", [f"{n.rooms:,.0f}" for n in needs]),
        ("answers a second", [f"{n.turns_per_second:,.1f}" for n in needs]),
        ("cores busy in servers", [f"{n.server_cores:,.1f}" for n in needs]),
        ("server processes", [f"{n.processes:,}" for n in needs]),
        ("memory of servers", [f"{n.memory / 1e9:,.1f} GB" for n in needs]),
        ("database: cores busy", [f"{n.database_cores:,.2f}" for n in needs]),
        ("transactions a second, reads too", [f"{n.commits_per_second:,.0f}" for n in needs]),
        ("WAL", [f"{n.wal_per_second / 1e6:,.2f} MB/s" for n in needs]),
        ("grows a day", [f"{n.gigabytes_a_day:,.1f} GB" for n in needs]),
        ("size with 90 days kept", [f"{n.gigabytes_kept:,.0f} GB" for n in needs]),
        ("connections, lasting", [f"{n.connections_at_most:,}" for n in needs]),
        ("Redis: commands a second", [f"{n.redis_commands_per_second:,.0f}" for n in needs]),
        ("Redis: cores busy", [f"{n.redis_cores:,.2f}" for n in needs]),
        ("Redis shards", [f"{n.redis_shards:,}" for n in needs]),
    ]
    if needs[0].model_streams:
        rows += [
            ("model: turns at work at once", [f"{n.model_streams:,.0f}" for n in needs]),
            ("model: tokens a second", [f"{n.model_tokens_per_second:,.0f}" for n in needs]),
        ]
    head, *rest = rows
    lines = [f"| {head[0]} | " + " | ".join(head[1]) + " |", "|---" * (len(needs) + 1) + "|"]
    return "\n".join([*lines, *(f"| {name} | " + " | ".join(cells) + " |" for name, cells in rest)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--costs", type=Path, default=HERE / "unit_costs.json")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    cost = json.loads(given.costs.read_text(encoding="utf-8"))
    people = People()
    wrong: list[str] = []
    for title, model in (("Built-in engine", False), ("A model that streams", True)):
        needs = [need(scale, cost, people, model=model) for scale in SCALES]
        print(f"{title}\n\n{table(needs)}\n")
        print(
            "Simulated: interviews a day | processes | of them | answers a second (model) | rooms "
            "(model) | busy | waited p50 ms | p99 ms | seconds behind at the end"
        )
        for it in needs:
            lines, found = check(it, cost, people, given.seed)
            wrong += found
            print("\n".join(lines))
        print()
    print("\n".join(wrong) or "The simulation finds what the model says.")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
