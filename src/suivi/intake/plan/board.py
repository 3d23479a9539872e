"""The board on which documents are laid one after the other: the record, and what each document adds to it."""

from __future__ import annotations

from collections.abc import Container

from suivi.intake.plan.known import KnownRecommendation, KnownReview
from suivi.intake.plan.likeness import most_alike
from suivi.intake.plan.naming import is_full
from suivi.intake.plan.telling import Told


class Board:
    """The recommendations of one review, found by number, by wording, or by likeness."""

    def __init__(self, review: KnownReview) -> None:
        self.review = review
        self.keys: dict[str, KnownRecommendation] = {}
        self.orders: set[int] = set()
        self.by_number: dict[str, list[KnownRecommendation]] = {}
        self.by_wording: dict[str, list[KnownRecommendation]] = {}
        for known in review.recommendations:
            self.add(known)

    @property
    def recommendations(self) -> list[KnownRecommendation]:
        """All recommendations, known and new."""
        return list(self.keys.values())

    def add(self, known: KnownRecommendation) -> None:
        """Put a recommendation on the board."""
        self.keys[known.key] = known
        self.orders.add(known.order)
        if known.number:
            self.by_number.setdefault(known.number, []).append(known)
        self.by_wording.setdefault(known.fingerprint, []).append(known)

    def rename(self, known: KnownRecommendation, *, key: str, number: str, order: int) -> None:
        """Give a recommendation without a number the one that a document tells."""
        del self.keys[known.key]
        self.orders.discard(known.order)
        known.key, known.number, known.order = key, number, order
        self.keys[key] = known
        self.orders.add(order)
        self.by_number.setdefault(number, []).append(known)

    def find(self, told: Told, *, coded: bool, but: Container[str] = ()) -> KnownRecommendation | None:
        """Return the recommendation that a document tells of, or None where the record has none like it.

        A full number decides alone. Without one the wording does, then its likeness: for a document that is `coded`
        among all, else only among what exports brought, whose wording is not that of the report. Likeness leaves out
        the keys in `but`: what one document tells apart is never the same.
        """
        numbered = self.by_number.get(told.number, [])
        if is_full(told.number) and numbered:
            return numbered[0]
        same = self.by_wording.get(told.rows[0].fingerprint, [])
        others = self.recommendations if coded else [known for known in self.recommendations if known.is_coded]
        if is_full(told.number):
            same = [known for known in same if not is_full(known.number)]
            others = [known for known in others if not is_full(known.number)]
        if same:
            return next((known for known in same if set(known.states) & set(told.states)), same[0])
        among = numbered + [known for known in others if known not in numbered]
        among = [known for known in among if known.key not in but]
        place = most_alike(told.text, told.states, [(known.text, known.states) for known in among])
        return None if place is None else among[place]

    def by_answered(self, number: str) -> KnownRecommendation | None:
        """Return the recommendation that an addendum calls by this number, or None where that is not clear.

        States leave the paragraph out, or put it before the plain numbers of an early report: then `5` is `111.5` where
        only one number ends so.
        """
        exact = self.by_number.get(number)
        if exact:
            return exact[0]
        item = number.rpartition(".")[2]
        ending = [known for known in self.recommendations if known.number.rpartition(".")[2] == item]
        fitting = [known for known in ending if is_full(known.number) != is_full(number)]
        return fitting[0] if len(fitting) == 1 else None

    def part_of(self, known: KnownRecommendation, text: str, states: list[str]) -> int | None:
        """Return the place (from 1) of the part with this wording, or None where there is none like it."""
        place = most_alike(text, states, [(part.text, part.states) for part in known.parts])
        return None if place is None else place + 1
