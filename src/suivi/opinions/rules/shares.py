"""What each group says to each statement, what sets it apart, and what all groups say alike: the tests of Pol.is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from suivi.common.lazily import lazily
from suivi.opinions.rules.words import Choice

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from suivi.opinions.rules.groups import Labels
    from suivi.opinions.rules.places import Votes

    type Counts = NDArray[np.int64]
    type Figures = NDArray[np.float64]
else:
    np = lazily("numpy")

SURE = 1.2816
"""A figure that chance alone passes one time in ten (90 % on one side of a normal distribution)."""
SHOWN_EACH = 5
"""How many statements at most stand for a group."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Votes counted, a row for each group and a column for each statement; `seen` are all votes, passes too."""

    agreed: Counts
    disagreed: Counts
    seen: Counts

    def side(self, choice: Choice) -> Counts:
        """Return how many said this."""
        return self.agreed if choice == Choice.AGREE else self.disagreed


def counted(votes: Votes, labels: Labels) -> Counted:
    """Count the votes of each group."""
    member = np.eye(int(labels.max()) + 1, dtype=np.int64)[labels].T if len(labels) else np.zeros((1, 0), np.int64)
    each = ((votes == int(Choice.AGREE)), (votes == int(Choice.DISAGREE)), ~np.isnan(votes))
    return Counted(*(member @ found.astype(np.int64) for found in each))


def likelihood(said: Counts, seen: Counts) -> Figures:
    """Return how likely somebody of the group says this: even before anybody voted, nearer the share after."""
    found: Figures = (said + 1) / (seen + 2)
    return found


def unity(found: Counted, choice: Choice) -> Figures:
    """Return for each statement how likely somebody of every group at once says this (group-informed consensus).

    A statement that one group is against falls far, however large the others are.
    """
    together: Figures = likelihood(found.side(choice), found.seen).prod(axis=0)
    return together


@dataclass(frozen=True, slots=True)
class Marks:
    """What a group's saying to each statement weighs: against an even chance, and against all the others.

    `often` and `more` are tests (as SURE is); `weight` puts the statements of a group in order.
    """

    often: Figures
    more: Figures
    weight: Figures

    @property
    def sure(self) -> NDArray[np.bool_]:
        """Whether the group says this more often than not, and more often than the others."""
        return (self.often > SURE) & (self.more > SURE)


def marks(found: Counted, choice: Choice) -> Marks:
    """Weigh how each group says this to each statement."""
    said, seen = found.side(choice), found.seen
    others_said, others_seen = said.sum(axis=0) - said, seen.sum(axis=0) - seen
    share = likelihood(said, seen)
    often = 2 * np.sqrt(seen + 1) * ((said + 1) / (seen + 1) - 0.5)
    more = _two_shares(said + 1, seen + 1, others_said + 1, others_seen + 1)
    times = share / likelihood(others_said, others_seen)
    return Marks(often, more, times * more * share * often)


def standing_for(found: Counted) -> list[list[tuple[int, Choice]]]:
    """Return for each group the statements that set it apart, with what it says to them, the most telling first.

    Where nothing does so surely, the one that comes nearest stands alone.
    """
    sides = {choice: marks(found, choice) for choice in (Choice.AGREE, Choice.DISAGREE)}
    return [_of_group(group, sides) for group in range(len(found.seen))]


def _of_group(group: int, sides: dict[Choice, Marks]) -> list[tuple[int, Choice]]:
    agree, disagree = sides[Choice.AGREE], sides[Choice.DISAGREE]
    says = np.where(agree.more[group] > disagree.more[group], int(Choice.AGREE), int(Choice.DISAGREE))
    sure = agree.sure[group] | disagree.sure[group]
    weight = np.where(says == int(Choice.AGREE), agree.weight[group], disagree.weight[group])
    ordered = [place for place in np.argsort(-weight, kind="stable").tolist() if sure[place]]
    if not ordered and len(says):
        ordered = [int(np.maximum(agree.more[group], disagree.more[group]).argmax())]
    return [(place, Choice(int(says[place]))) for place in ordered[:SHOWN_EACH]]


def _two_shares(said: Counts, seen: Counts, others_said: Counts, others_seen: Counts) -> Figures:
    """Test whether one share is greater than another."""
    together = (said + others_said) / (seen + others_seen)
    # Where everybody says the same, there is nothing to tell apart; with one vote beyond the count it may pass 1.
    spread = np.sqrt(np.clip(together * (1 - together), 0, None) * (1 / seen + 1 / others_seen))
    found: Figures = np.where(
        spread > 0, (said / seen - others_said / others_seen) / np.where(spread > 0, spread, 1), 0
    )
    return found
