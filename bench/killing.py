"""Kills the server a hundred times while phones vote and speak: `kill -9`, at any moment, every process of it at once.

    python bench/killing.py            a hundred rounds on each database
    python bench/killing.py --quick    five

Phones send an act again until they are told that it is kept. In the end everything they were told of must be in the
database, once, and nothing else.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from _instance import Instance, postgres_here

HERE = Path(__file__).resolve().parent
ROUNDS, QUICK, PHONES = 100, 5, 8
SOONEST, LATEST = 0.3, 1.2
"""Seconds after which the server is killed, once it answers."""


def main() -> int:
    """Kill on each database; return 1 where anything was lost, doubled or made up."""
    rounds = QUICK if "--quick" in sys.argv else ROUNDS
    databases = ["", *filter(None, [postgres_here()])]
    if len(databases) == 1:
        print("PostgreSQL: left out, no server lets us in")
    return int(False in [_measure(database, rounds) for database in databases])


def _measure(postgres: str, rounds: int) -> bool:
    with tempfile.TemporaryDirectory(prefix="suivi-killing-") as folder:
        instance = Instance(Path(folder), postgres)
        with instance.made() as code:
            instance.start()
            words = {"port": instance.port, "code": code, "phones": PHONES, "statements": instance.tell()["statements"]}
            phones = subprocess.Popen(
                [sys.executable, str(HERE / "_stubborn.py"), json.dumps(words)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            )  # fmt: skip
            if phones.stdout:
                phones.stdout.readline()  # all are in
            took = _kill_and_start(instance, rounds)
            told, _nothing = phones.communicate(timeout=120)
            instance.stop()
            return _told(instance, json.loads(told), took)


def _kill_and_start(instance: Instance, rounds: int) -> list[float]:
    """Kill the server so many times; return how long it took each time until another answered."""
    chance, took = Random(instance.name), []
    for _round in range(rounds):
        time.sleep(chance.uniform(SOONEST, LATEST))
        instance.kill()
        began = time.perf_counter()
        instance.start()
        took.append(time.perf_counter() - began)
    time.sleep(LATEST)
    return took


def _told(instance: Instance, kept: dict[str, Any], took: list[float]) -> bool:
    found = instance.tell()
    said, votes = Counter(found["said"]), Counter(vote for vote, _choice in found["votes"])
    choices = dict(found["votes"])
    lost = sum(text not in said for text in kept["said"])
    lost += sum(choices.get(vote) != choice for vote, choice in kept["votes"].items())
    doubled = sum(count - 1 for count in (said + votes).values())
    made_up = len(set(said) - set(kept["said"])) + len(set(votes) - set(kept["votes"]))
    print(f"{instance.name}: {len(took)} times killed and started again, in {statistics.median(took):.1f} s", end=" ")
    print(f"(at most {max(took):.1f} s); {kept['acts']:,} acts, {kept['again']:,} of them sent more than once")
    print(f"  {lost} lost, {doubled} doubled, {made_up} made up, {len(kept['refused'])} refused", end="; ")
    print(f"{found['acts']:,} acts noted, history {'whole' if found['history'] else 'BROKEN'}", flush=True)
    whole = found["acts"] == kept["acts"] and found["history"]
    return whole and not (lost or doubled or made_up or kept["refused"])


if __name__ == "__main__":
    sys.exit(main())
