"""Where each participant stands: votes on many statements, seen from the two sides on which people differ most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from suivi.common.lazily import lazily

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    type Votes = NDArray[np.float64]
    type Places = NDArray[np.float64]
else:
    np = lazily("numpy")


def places(votes: Votes) -> Places:
    """Return a place (x, y) for each row of votes: 1 agrees, -1 disagrees, 0 passes, NaN has not been seen.

    The principal components of Pol.is (Small et al., 2021). Where somebody has not seen a statement, they are taken to
    stand where the others do on average. So whoever voted little would be drawn to the middle without a word; their
    place is moved outwards by as much as they left open.
    """
    votes = votes[:, ~np.isnan(votes).all(axis=0)]
    if not votes.size:
        return np.zeros((len(votes), 2))
    seen = ~np.isnan(votes)
    middle = np.nanmean(votes, axis=0)
    around = np.where(seen, votes - middle, 0.0)
    reach = np.sqrt(votes.shape[1] / np.maximum(1, seen.sum(axis=1)))
    found: Places = around @ _directions(around).T * reach[:, np.newaxis]
    return found


def _directions(around: Votes) -> Votes:
    """Return the two directions of greatest difference, each turned so that its strongest statement counts upwards.

    Found from how statements go together: a square of statements, much smaller than the votes where many people voted.
    """
    _strengths, directions = np.linalg.eigh(around.T @ around)
    two = np.zeros((2, around.shape[1]))
    strongest_first = directions.T[::-1][:2]
    two[: len(strongest_first)] = strongest_first
    strongest = two[np.arange(2), np.abs(two).argmax(axis=1)]
    turned: Votes = two * np.where(strongest < 0, -1.0, 1.0)[:, np.newaxis]
    return turned
