"""Runs every benchmark of `bench/`, one after another, each alone on the machine; and scores the reader."""

from __future__ import annotations

from starter import install
from starter.places import DEV_LOCK, ROOT, program
from starter.steps import Steps, start


def bench() -> int:
    """Print the figures of every benchmark; return 1 where one missed its bound."""
    install.install(Steps(install.steps_needed(DEV_LOCK)), DEV_LOCK)
    missed = []
    for file in sorted((ROOT / "bench").glob("[!_]*.py")):
        print(f"\n== {file.stem.replace('_', ' ')} ==", flush=True)
        if start([program("python"), str(file)]):
            missed.append(file.stem)
    print(f"\nMissed: {', '.join(missed)}" if missed else "\nEvery bound is met.")
    return 1 if missed else 0


def score() -> int:
    """Score the reader on the corpus and write the table down; return 1 where a measure missed its bound."""
    install.install(Steps(install.steps_needed(DEV_LOCK)), DEV_LOCK)
    return start([program("python"), str(ROOT / "bench" / "accuracy" / "score.py")])
