"""When results may change: never by so few people that the difference would tell how one of them voted."""

from __future__ import annotations

from suivi.opinions.rules.words import FEW, FIRST

TENTH = 10
"""While voting is open, new results wait for a tenth more people: a large hall is not drawn anew at every fifth."""


def ballots_to_count(ballots: int, counted: int, *, closing: bool, touched: int) -> int | None:
    """Return how many ballots (in the order in which they were begun) new results are to count, or None for none.

    `counted` ballots are in the results that stand; `touched` people voted, or changed a vote, since then. While voting
    is open the newest few always wait for the next time: so whenever it closes, at least so many come in together.
    """
    if closing:
        return ballots if touched >= FEW else None
    ready = ballots - FEW
    return ready if ready - counted >= (max(FEW, counted // TENTH) if counted else FIRST) else None
