"""How long the project's files are, in lines."""

from __future__ import annotations

import statistics
from functools import cache
from pathlib import Path

from tests.house.tree import python_files


@cache
def lengths() -> dict[Path, int]:
    """Return the lines of every Python file that says something."""
    counts = {path: line_count(path) for path in python_files("src", "starter", "tests", "bench")}
    return {path: count for path, count in counts.items() if count > 1}


def line_count(path: Path) -> int:
    """Return how many lines a text file has."""
    return len(path.read_text(encoding="utf-8").splitlines())


def median() -> float:
    """Return the length that half of the files do not pass."""
    return statistics.median(lengths().values())


def nine_in_ten() -> float:
    """Return the length that nine in ten files do not pass."""
    return statistics.quantiles(lengths().values(), n=10)[-1]


def told() -> str:
    """Return the figures in one line."""
    longest = max(lengths(), key=lambda path: lengths()[path])
    return (
        f"house: {len(lengths())} files of Python; median {median():.0f} lines, nine in ten to {nine_in_ten():.0f}, "
        f"longest {lengths()[longest]} ({longest.name})"
    )
