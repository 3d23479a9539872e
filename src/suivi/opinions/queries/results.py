"""What came out: the votes as figures, for those who reckon; the results that stand, for those who read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from suivi.common.lazily import lazily
from suivi.opinions.models import Ballot, OpinionMap, Result, Statement, Vote
from suivi.opinions.rules.batches import ballots_to_count
from suivi.opinions.rules.maps import MapState
from suivi.opinions.rules.outcome import Cell, Outcome, outcome_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

    from suivi.opinions.rules.places import Votes
    from suivi.opinions.rules.words import Choice
else:
    np = lazily("numpy")


@dataclass(frozen=True, slots=True)
class Draft:
    """Results reckoned and not yet kept: the ballots they count, and how many were counted before."""

    ballots: list[int]
    counted: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Line:
    """A statement in the results: what each group said, and, in a list of what was said alike, what that was."""

    statement: Statement
    cells: tuple[Cell | None, ...]
    choice: Choice | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """The results that stand, with the statements themselves; what was held back since is left out."""

    outcome: Outcome
    result: Result
    together: list[Line]
    divided: list[Line]
    apart: list[list[Line]]
    unseen: list[Line]
    everything: list[Line]


def draft_of(opinion_map: OpinionMap) -> Draft | None:
    """Reckon new results where so many have voted since the last that they tell of nobody; else None."""
    before = Result.objects.filter(opinion_map=opinion_map).first()
    counted = before.ballots if before else 0
    ballots = list(Ballot.objects.filter(opinion_map=opinion_map).values_list("pk", "touched"))
    touched = sum(is_touched for _pk, is_touched in ballots)
    closing = opinion_map.state == MapState.CLOSED
    wanted = ballots_to_count(len(ballots), counted, closing=closing, touched=touched)
    if wanted is None:
        return None
    some = [pk for pk, _touched in ballots[:wanted]]
    statements = list(opinion_map.statements.shown().values_list("pk", "key"))
    votes = _votes(opinion_map, some, [pk for pk, _key in statements])
    return Draft(some, counted, outcome_of(votes, [key for _pk, key in statements]))


def results_of(opinion_map: OpinionMap) -> Shown | None:
    """Return the results that stand, or None where too few have voted."""
    result = Result.objects.filter(opinion_map=opinion_map).first()
    if not result:
        return None
    outcome = Outcome.from_json(result.figures)
    statements = {each.key: each for each in opinion_map.statements.shown()}

    def line(key: str, choice: Choice | None = None) -> Line:
        return Line(statements[key], outcome.rows[key], choice)

    return Shown(
        outcome,
        result,
        together=[line(key, choice) for key, choice in outcome.together if key in statements],
        divided=[line(key) for key in outcome.divided if key in statements],
        apart=[[line(key, choice) for key, choice in said if key in statements] for said in outcome.apart],
        unseen=[line(key) for key in outcome.unseen if key in statements],
        everything=[line(key) for key in outcome.rows if key in statements],
    )


def _votes(opinion_map: OpinionMap, ballots: Sequence[int], statements: Sequence[int]) -> Votes:
    """Return the votes of some ballots on some statements: NaN where nothing was said."""
    rows = {pk: row for row, pk in enumerate(ballots)}
    columns = {pk: column for column, pk in enumerate(statements)}
    votes = np.full((len(rows), len(columns)), np.nan)
    found = Vote.objects.filter(ballot__opinion_map=opinion_map).values_list("ballot_id", "statement_id", "choice")
    for ballot, statement, choice in found.order_by().iterator(chunk_size=5000):
        if ballot in rows and statement in columns:
            votes[rows[ballot], columns[statement]] = choice
    return votes
