"""A hall of 500 phones: they join within a minute and vote for five, against the server as `make run` starts it.

    python bench/hall.py            both databases, some thirteen minutes
    python bench/hall.py --quick    a fifth of the phones and of the time, as many requests a second

All on this machine, phones and server alike, over loopback. Every vote that a phone was told is kept must be in the
database once, and no other. Beside it stands what one writes in an afternoon: a view that keeps one row.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from _instance import Instance, postgres_here

HERE = Path(__file__).resolve().parent
BOUND = 300.0
FULL = {"phones": 500, "joining": 60.0, "voting": 300.0, "think": 10.0}
QUICK = {"phones": 100, "joining": 12.0, "voting": 12.0, "think": 2.0}
COMPARED = {"code": "", "joining": 1.0, "voting": 10.0}
TICK = os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Measure on each database; return 1 where a bound was missed or anything was lost or doubled."""
    hall = QUICK if "--quick" in sys.argv else FULL
    databases = ["", *filter(None, [postgres_here()])]
    if len(databases) == 1:
        print("PostgreSQL: left out, no server lets us in")
    return int(False in [_measure(database, hall) for database in databases])


def _measure(postgres: str, hall: dict[str, Any]) -> bool:
    with tempfile.TemporaryDirectory(prefix="suivi-hall-") as folder:
        instance = Instance(Path(folder), postgres)
        with instance.made() as code:
            instance.start()
            seen, spent = _phones(instance, {**hall, "code": code})
            instance.stop()
            instance.run("-c", f"import sys; sys.path.insert(0, {str(HERE)!r}); import _bare; _bare.make()")
            instance.start(*_bare(instance.port))
            bare, bare_spent = _phones(instance, {**hall, **COMPARED})
            instance.stop()
            return _told(instance, seen, spent, bare, bare_spent)


def _phones(instance: Instance, hall: dict[str, Any]) -> tuple[dict[str, Any], float]:
    """Let the phones in; return what they saw, and the seconds of processor that the server spent meanwhile."""
    words = {"port": instance.port, "seed": instance.name, **hall}
    before = _spent(instance.processes())
    done = subprocess.run(
        [sys.executable, str(HERE / "_phones.py"), json.dumps(words)], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout), _spent(instance.processes()) - before


def _told(instance: Instance, seen: dict[str, Any], spent: float, bare: dict[str, Any], bare_spent: float) -> bool:
    seconds: dict[str, list[float]] = seen["seconds"]
    every = [each for some in seconds.values() for each in some]
    votes, theirs = seconds.get("vote", []), bare["seconds"]["vote"]
    failures, lost, doubled, strange = Counter(seen["failures"]), *_compared(seen["votes"], instance.tell()["votes"])
    told = ", ".join(f"{count} times {failure}" for failure, count in failures.items())
    told = ", ".join(f"{count} times {failure}" for failure, count in failures.items())
    print(f"{instance.name}: {len(seconds['page'])} phones, {len(every):,} requests, {len(votes):,} votes")
    print("  95th percentile, ms: " + ", ".join(f"{kind} {_p95(some):.0f}" for kind, some in seconds.items()), end="")
    print(f"; of all {_p95(every):.0f} (at most {BOUND:.0f}); slowest {max(every) * 1000:.0f}")
    print(f"  votes: {lost} lost, {doubled} doubled, {strange} that nobody was told of; failures: {told or 0}")
    print(f"  processor of the server: {1000 * spent / len(every):.1f} ms a request;", end=" ")
    print(f"one row with plain Django {1000 * bare_spent / len(theirs):.1f} ms, 95th percentile {_p95(theirs):.0f} ms;")
    print(f"  a vote takes {_median(votes) / _median(theirs):.1f} times as long as that row at the median", flush=True)
    return _p95(every) <= BOUND and not failures and not (lost or doubled or strange)


def _compared(told: dict[str, int], kept: list[tuple[str, int]]) -> tuple[int, int, int]:
    """Return how many votes were lost, doubled, and kept though no phone was told so."""
    times = Counter(vote for vote, _choice in kept)
    choices = dict(kept)
    lost = sum(choices.get(vote) != choice for vote, choice in told.items())
    return lost, sum(count - 1 for count in times.values()), len(set(times) - set(told))


def _bare(port: int) -> list[str]:
    granian = str(Path(sys.executable).with_name("granian"))
    words = "--interface wsgi --workers 2 --blocking-threads 4 --backpressure 1000 --no-ws --no-log --port"
    return [granian, *words.split(), str(port), "--working-dir", str(HERE), "_bare:application"]


def _spent(processes: list[int]) -> float:
    """Return the seconds of processor that these processes have taken."""
    told = [Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split() for process in processes]
    return sum(int(fields[11]) + int(fields[12]) for fields in told) / TICK


def _p95(some: list[float]) -> float:
    return statistics.quantiles(some, n=20)[-1] * 1000 if len(some) > 1 else 0.0


_median: Callable[[list[float]], float] = statistics.median

if __name__ == "__main__":
    sys.exit(main())
