"""Medians and spreads of what was measured, as a table for people and as data."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

__all__ = ["Sample", "machine", "markdown", "ratios"]

PACKAGES = (
    "django",
    "djangorestframework",
    "channels",
    "daphne",
    "uvicorn",
    "fastapi",
    "sqlalchemy",
)


@dataclass(frozen=True, slots=True)
class Sample:
    """One case on one server in one round. ``cpu`` is milliseconds an operation, ``p50`` and
    ``p99`` milliseconds of waiting, ``resident`` bytes of the server after it, children included,
    ``memory`` bytes an idle connection or None. Of streamed replies
    ``first…`` are milliseconds from the answer to the first piece, and ``late…`` from when the model
    wrote it."""

    case: str
    server: str
    host: str
    database: str
    round: int
    cpu: float
    rate: float
    p50: float
    p99: float
    resident: float
    memory: float | None = None
    first_p50: float | None = None
    first_p99: float | None = None
    late_p50: float | None = None
    late_p99: float | None = None


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def machine() -> dict[str, str]:
    model = "?"
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
            break
    return {
        "processor": model,
        "python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
    }


def _groups(samples: Iterable[Sample]) -> dict[tuple[str, str, str, str], list[Sample]]:
    groups: dict[tuple[str, str, str, str], list[Sample]] = {}
    for sample in samples:
        key = (sample.database, sample.case, sample.server, sample.host)
        groups.setdefault(key, []).append(sample)
    return groups


def ratios(samples: Sequence[Sample], field: str = "cpu") -> list[dict[str, Any]]:
    """Ours divided by the peer's, round by round: lowest, median and highest."""
    groups = _groups(samples)
    rows = []
    for (database, case, server, host), ours in groups.items():
        peer = groups.get((database, case, "peer", "uvicorn"))
        if server != "ours" or peer is None:
            continue
        theirs = {sample.round: getattr(sample, field) for sample in peer}
        found = sorted(
            getattr(sample, field) / theirs[sample.round]
            for sample in ours
            if theirs.get(sample.round) and getattr(sample, field) is not None
        )
        if found:
            rows.append(
                {
                    "database": database,
                    "case": case,
                    "host": host,
                    "low": found[0],
                    "median": median(found),
                    "high": found[-1],
                }
            )
    return rows


def _spread(values: Sequence[float], digits: int = 2) -> str:
    return f"{min(values):.{digits}f}–{median(values):.{digits}f}–{max(values):.{digits}f}"


def markdown(samples: Sequence[Sample]) -> str:
    """Two tables a database: the ratios, and everything behind them (min–median–max)."""
    lines = []
    for database in dict.fromkeys(sample.database for sample in samples):
        own = [sample for sample in samples if sample.database == database]
        lines += [f"### {database}: ours ÷ peer, CPU per operation", ""]
        lines += ["| case | uvicorn | Daphne |", "|---|---|---|"]
        table: dict[str, dict[str, str]] = {}
        for field, what in (("cpu", ""), ("memory", ", memory each")):
            for row in ratios(own, field):
                text = f"{row['low']:.2f}–**{row['median']:.2f}**–{row['high']:.2f}"
                table.setdefault(row["case"] + what, {})[row["host"]] = text
        lines += [
            f"| {case} | {cells.get('uvicorn', '')} | {cells.get('Daphne', '')} |"
            for case, cells in table.items()
        ]
        lines += ["", f"### {database}: everything (min–median–max over the rounds)", ""]
        lines += [
            "| case | server | CPU ms | per second | p50 ms | p99 ms | MB | KB a connection |",
            "|---|---|---|---|---|---|---|---|",
        ]
        for (_, case, server, host), found in _groups(own).items():
            memory = [s.memory / 1024 for s in found if s.memory is not None]
            lines.append(
                f"| {case} | {server} on {host} | {_spread([s.cpu for s in found])} "
                f"| {_spread([s.rate for s in found], 0)} | {_spread([s.p50 for s in found], 1)} "
                f"| {_spread([s.p99 for s in found], 1)} "
                f"| {_spread([s.resident / 1e6 for s in found], 0)} "
                f"| {_spread(memory, 1) if memory else ''} |"
            )
        lines += ["", *_first_pieces(database, own)]
    return "\n".join(lines)


def _first_pieces(database: str, samples: Sequence[Sample]) -> list[str]:
    """A table of how soon streamed replies begin; nothing where there were none."""
    groups = _groups(sample for sample in samples if sample.first_p50 is not None)
    if not groups:
        return []
    fields = ("first_p50", "first_p99", "late_p50", "late_p99")
    lines = [
        f"### {database}: the first piece of a streamed reply, ms",
        "",
        "| case | server | after the answer, p50 | ÷ peer | p99 | after the model wrote it, p50 | p99 |",
        "|---|---|---|---|---|---|---|",
    ]
    beside = {
        (
            row["case"],
            "ours",
            row["host"],
        ): f"{row['low']:.2f}–{row['median']:.2f}–{row['high']:.2f}"
        for row in ratios(samples, "first_p50")
    }
    for (_, case, server, host), found in groups.items():
        first, *others = (_spread([getattr(one, name) for one in found], 1) for name in fields)
        cells = " | ".join([first, beside.get((case, server, host), ""), *others])
        lines.append(f"| {case} | {server} on {host} | {cells} |")
    return [*lines, ""]


def as_data(samples: Sequence[Sample]) -> list[dict[str, Any]]:
    return [asdict(sample) for sample in samples]
