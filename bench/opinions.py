"""Holds the groups of the opinion map against red-dwarf, the reference in Python, on the same votes; and measures time.

    python bench/opinions.py

Invented people in one to five circles vote on invented statements, some on all of them and some on few. For each world:
how far the groups are the same (adjusted Rand index; 1 is the same), whether the same statements stand for each group,
and how long it takes from the votes to the results as they are kept.
"""

from __future__ import annotations

import sys
import time
import warnings
from typing import TYPE_CHECKING, Any, NamedTuple

import _house  # noqa: F401  opens the house
import numpy as np

# isort: split
from suivi.opinions.rules.groups import grouping
from suivi.opinions.rules.outcome import outcome_of
from suivi.opinions.rules.places import places
from suivi.opinions.rules.shares import counted, unity
from suivi.opinions.rules.words import FEW, Choice, votes_enough

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from reddwarf.implementations.base import run_pipeline
    from sklearn.metrics import adjusted_rand_score

if TYPE_CHECKING:
    from suivi.opinions.rules.places import Votes

SAME, SECONDS = 0.95, 1.0
SEEDS = range(4)


class Shape(NamedTuple):
    """A world: how many people in how many circles, on how many statements; how many they see; how much is chance."""

    people: int
    statements: int
    circles: int
    seen: float
    chance: float


SHAPES = (
    Shape(500, 200, 2, 0.9, 0.1),
    Shape(500, 200, 3, 0.5, 0.2),
    Shape(500, 200, 4, 0.5, 0.2),
    Shape(500, 200, 5, 0.5, 0.2),
    Shape(500, 200, 3, 0.15, 0.3),
    Shape(500, 200, 5, 0.15, 0.3),
    Shape(500, 200, 1, 0.3, 0.9),
    Shape(1500, 100, 4, 0.3, 0.2),
    Shape(120, 40, 3, 0.6, 0.2),
    Shape(120, 40, 2, 0.2, 0.1),
)


def main() -> int:
    """Print a line for each shape; return 1 where groups differ or time runs over."""
    worlds = [(shape, *_measured(shape)) for shape in SHAPES]
    for shape, rands, _alike, seconds, theirs in worlds:
        told = f"{shape.people} people in {shape.circles} circles, {shape.statements} statements, {shape.seen:.0%} seen"
        least, slowest = min(rands), 1000 * max(seconds)
        print(f"{told}: adjusted Rand {least:.3f} at least; {slowest:.0f} ms (red-dwarf {1000 * min(theirs):.0f} ms)")
    least = min(rand for _shape, rands, *_more in worlds for rand in rands)
    large = [each for shape, _rands, _alike, seconds, _theirs in worlds if shape[:2] == (500, 200) for each in seconds]
    ratio = sum(sum(theirs) for *_more, theirs in worlds) / sum(sum(seconds) for *_more, seconds, _theirs in worlds)
    alike = min(each for _shape, _rands, found, *_more in worlds for each in found)
    print(f"the same groups: adjusted Rand {least:.3f} at least in {len(SHAPES) * len(SEEDS)} worlds (bound {SAME})")
    print(f"group-informed consensus: figures alike to {alike:.0e} at most")
    print(f"500 people, 200 statements: {1000 * max(large):.0f} ms at most (bound {1000 * SECONDS:.0f} ms)")
    print(f"times red-dwarf takes: {ratio:.1f}")
    return int(least < SAME or max(large) > SECONDS)


def _measured(shape: Shape) -> tuple[list[float], list[float], list[float], list[float]]:
    """Return for each seed: how alike the groups are, how far consensus lies apart, our seconds and theirs."""
    rands, apart, ours, theirs = [], [], [], []
    for seed in SEEDS:
        votes = _votes(shape, seed)
        ours.append(min(_seconds_of(votes) for _time in range(3)))
        began = time.perf_counter()
        reference = _reference(votes)
        theirs.append(time.perf_counter() - began)
        has_place = (~np.isnan(votes)).sum(axis=1) >= votes_enough(shape.statements)
        found = grouping(places(votes)[has_place], smallest=FEW)
        labels = reference.participants_df["cluster_id"].dropna().astype(int)
        same_people = labels.index.tolist() == np.flatnonzero(has_place).tolist()
        rands.append(float(adjusted_rand_score(labels.to_numpy(), found.labels)) if same_people else 0.0)
        shared = unity(counted(votes[has_place], found.labels), Choice.AGREE)
        apart.append(float(np.abs(shared - reference.statements_df["group-aware-consensus"].to_numpy()).max()))
    return rands, apart, ours, theirs


def _seconds_of(votes: Votes) -> float:
    began = time.perf_counter()
    outcome_of(votes, [str(number) for number in range(votes.shape[1])])
    return time.perf_counter() - began


def _reference(votes: Votes) -> Any:
    rows = [
        {"participant_id": row, "statement_id": column, "vote": int(votes[row, column])}
        for row, column in np.argwhere(~np.isnan(votes)).tolist()
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return run_pipeline(votes=rows)


def _votes(shape: Shape, seed: int) -> Votes:
    """Return invented votes: each circle has its stance, a fifth of the statements is common, and people waver."""
    chance = np.random.default_rng([seed, *map(int, shape[:3])])
    circle = chance.integers(shape.circles, size=shape.people)
    stance = chance.choice([-1.0, 0.0, 1.0], (shape.circles, shape.statements), p=[0.42, 0.16, 0.42])
    stance[:, chance.random(shape.statements) < 0.2] = 1.0
    votes = stance[circle]
    wavers = chance.random(votes.shape) < shape.chance
    votes[wavers] = chance.choice([-1.0, 0.0, 1.0], int(wavers.sum()))
    share = np.clip(chance.beta(2, 2 / shape.seen - 2, shape.people), 0.03, 1)
    votes[chance.random(votes.shape) > share[:, np.newaxis]] = np.nan
    # Everybody says something, and something is said of everything.
    votes[np.arange(shape.people), chance.integers(shape.statements, size=shape.people)] = 1.0
    votes[chance.integers(shape.people, size=shape.statements), np.arange(shape.statements)] = 1.0
    return votes


if __name__ == "__main__":
    sys.exit(main())
