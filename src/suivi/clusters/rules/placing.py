"""Where one recommendation stands, and how a move changes it: always one lead, as long as it stands anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

type Piece = tuple[int, int | None]
"""What is moved: a recommendation as a whole (its number, None), or one of its parts."""
type Places = Mapping[int, Place]
"""Where a piece stands, by the cluster's number."""


@dataclass(frozen=True, slots=True)
class Place:
    """How a piece stands in one cluster. `fresh` places get their maker and moment when they are written."""

    lead: bool = True
    order: int = 0
    words: str = ""
    suggested: bool = False
    placed_by: int | None = None
    placed_at: str = ""

    @property
    def fresh(self) -> bool:
        """Whether it was made by the move at hand."""
        return not self.placed_at


def moved(places: Places, to: int, *, suggested: bool = False) -> Places:
    """Return the places after a move: the new cluster leads, the one that led before is left, all others stay."""
    others = {key: place for key, place in places.items() if not place.lead and key != to}
    known = places.get(to, Place())
    return {
        to: replace(known, lead=True, suggested=suggested, placed_at=known.placed_at if known.lead else ""),
        **others,
    }


def joined(places: Places, to: int, *, suggested: bool = False) -> Places:
    """Return the places after standing in one cluster as well; what stands nowhere yet is led by it."""
    if to in places:
        return places
    return {**places, to: Place(lead=not places, suggested=suggested)}


def left(places: Places, which: int) -> Places:
    """Return the places after leaving one cluster; where that one led, the next takes the lead."""
    others = {key: place for key, place in places.items() if key != which}
    if not others or any(place.lead for place in others.values()):
        return others
    heir = next(iter(others))
    return {**others, heir: replace(others[heir], lead=True)}


def passed_on(places: Places, which: int, to: int) -> Places:
    """Return the places after one cluster went into another: what it led, the other leads."""
    if which not in places:
        return places
    passing, known = places[which], places.get(to)
    others = {key: place for key, place in places.items() if key not in {which, to}}
    place = replace(known, lead=known.lead or passing.lead) if known else passing
    return {to: place, **others} if place.lead else {**others, to: place}


def given_back(places: Places, which: int, before: Places, heir: int | None) -> Places:
    """Return the places after a cluster was put back, as far as nobody moved the piece on in the meantime.

    `before` is where it stood when the cluster went, `heir` the cluster that it went into, if any.
    """
    if which in places or which not in before:
        return places
    mine = before[which]
    its = None if heir is None else places.get(heir)
    if its and heir not in before and its.lead == mine.lead:
        return {which if key == heir else key: mine if key == heir else place for key, place in places.items()}
    leads = not places or bool(mine.lead and its and its.lead)
    others = {key: replace(place, lead=False) if leads else place for key, place in places.items()}
    return {which: replace(mine, lead=True), **others} if leads else {**others, which: replace(mine, lead=False)}
