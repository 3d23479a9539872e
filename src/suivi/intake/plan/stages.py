"""When an answer was given, told from the kind of document and from the source it cites; and which answer stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from suivi.intake.plan.known import KnownAnswer, KnownReview
from suivi.record.rules import Position, Stage, standing_position
from undocs.document import Kind

# The symbol of a report, and what follows it: "A/HRC/43/15", "A/HRC/43/15/Add.1 - Para. 3"
_SYMBOL = re.compile(r"A/HRC/(?P<session>\d{1,3})/(?P<report>\d{1,3})(?P<addendum>/Add\.?\s*\d+)?", re.IGNORECASE)
# The Council's report on its own session, in which the plenary is told: "A/HRC/43/2"
_COUNCIL_REPORT = 2

EXPORTS = (Kind.UPR_INFO_EXPORT, Kind.UHRI_EXPORT)
"""Documents of many reviews, worded by their coders."""


def stage_of(kind: Kind, source: str | None) -> Stage:
    """Return when an answer was given: the kind of the document tells, or for a list the source that it cites.

    What cites no source is only known as others coded it.
    """
    if kind is Kind.WORKING_GROUP_REPORT:
        return Stage.ROOM
    if kind is Kind.ADDENDUM:
        return Stage.ADDENDUM
    cited = _SYMBOL.search(source or "")
    if not cited:
        return Stage.CODED
    if cited["addendum"]:
        return Stage.ADDENDUM
    return Stage.PLENARY if int(cited["report"]) == _COUNCIL_REPORT else Stage.ROOM


def report_symbol(symbol: str | None) -> str:
    """Return the symbol of the report that a symbol belongs to: `A/HRC/43/15/Add.1` -> `A/HRC/43/15`, or ""."""
    match = _SYMBOL.search(symbol or "")
    return f"A/HRC/{match['session']}/{match['report']}" if match else ""


def council_session(symbol: str | None) -> int | None:
    """Return the session of the Council that a symbol names: 43 for `A/HRC/43/15`."""
    match = _SYMBOL.search(symbol or "")
    return int(match["session"]) if match else None


def given_on(stage: Stage, review: KnownReview) -> date | None:
    """Return the day of an answer of that stage, as far as the review tells."""
    names = {
        Stage.ROOM: ("wg_adopted_on", "reviewed_on", "report_on"),
        Stage.ADDENDUM: ("addendum_on",),
        Stage.PLENARY: ("plenary_on",),
        Stage.CODED: (),
    }[stage]
    days = (review.facts.get(name) for name in names)
    return next((day for day in days if isinstance(day, date)), None)


def combined(positions: Iterable[Position]) -> Position:
    """Return the one position that several add up to: some supported and some not is partial support."""
    distinct = set(positions) - {Position.PENDING} or {Position.PENDING}
    if len(distinct) == 1:
        return distinct.pop()
    return (
        Position.PARTIALLY_SUPPORTED
        if distinct & {Position.SUPPORTED, Position.PARTIALLY_SUPPORTED}
        else Position.UNCLEAR
    )


def standing(answers: Iterable[KnownAnswer], parts: int) -> Position:
    """Return the position that counts for a recommendation of so many parts, each answered alone or with the others."""
    given = list(answers)
    whole = [answer for answer in given if answer.part is None]
    each = [_standing([*whole, *(a for a in given if a.part == part)]) for part in range(1, parts + 1)]
    return combined(each) if any(answer.part for answer in given) and each else _standing(whole)


def _standing(answers: list[KnownAnswer]) -> Position:
    return standing_position((answer.stage, answer.given_on, answer.position) for answer in answers)
