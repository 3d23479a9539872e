"""What one document tells of each recommendation, its several rows under one number or of one wording put together."""

from __future__ import annotations

from dataclasses import dataclass, field

import undocs
from suivi.intake.plan.likeness import fingerprint
from suivi.intake.plan.naming import is_full

LONGEST = 20
"""Signs that a number may have; sheets call many things a number."""


@dataclass(slots=True)
class Row:
    """One line of the document, and the id under which a person sees it."""

    read: undocs.Recommendation
    entry: int
    fingerprint: str


@dataclass(slots=True)
class Told:
    """One recommendation as a document tells it: one line, or several under one number or with one wording."""

    number: str
    rows: list[Row] = field(default_factory=list)

    @property
    def first(self) -> undocs.Recommendation:
        """The first of its lines."""
        return self.rows[0].read

    @property
    def wordings(self) -> list[Row]:
        """The lines that differ in wording, in order: more than one are the parts of the recommendation."""
        return list({row.fingerprint: row for row in reversed(self.rows)}.values())[::-1]

    @property
    def text(self) -> str:
        """The whole wording."""
        return "; ".join(row.read.text for row in self.wordings)

    @property
    def states(self) -> list[str]:
        """The recommending States, each once, in order."""
        return list(dict.fromkeys(state for row in self.rows for state in row.read.states))

    @property
    def parts(self) -> list[undocs.Part]:
        """The sentences with their States, where there are several."""
        if len(self.wordings) == 1:
            return self.first.parts
        return [undocs.Part(row.read.text, self._askers(row.fingerprint)) for row in self.wordings]

    def _askers(self, wording: str) -> list[str]:
        same = [row for row in self.rows if row.fingerprint == wording]
        return list(dict.fromkeys(state for row in same for state in row.read.states))


def put_together(recommendations: list[undocs.Recommendation], entries: list[int]) -> list[Told]:
    """Return what a document tells of each recommendation, in its order; voluntary pledges left out.

    Lines with one full number are one recommendation, and so are lines without such a number that share their wording:
    exports give a line to each recommending State.
    """
    told: dict[tuple[str, str], Told] = {}
    for read, entry in zip(recommendations, entries, strict=True):
        if read.is_pledge or not read.text.strip():
            continue
        number = (read.number or "").strip()[:LONGEST]
        row = Row(read, entry, fingerprint(read.text))
        name = (number, "") if is_full(number) else (number, row.fingerprint)
        told.setdefault(name, Told(number)).rows.append(row)
    return list(told.values())
