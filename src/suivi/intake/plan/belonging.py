"""To which review a document belongs, where it does not say so itself: told by its companions and by the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from suivi.intake.plan.stages import council_session, report_symbol
from suivi.intake.rules import cycle_of_council, cycle_of_session


@dataclass(slots=True)
class Belonging:
    """What is known of one document, or of a review of the record: State (ISO3), cycle, session, symbol."""

    state: str = ""
    cycle: int | None = None
    wg_session: int | None = None
    symbol: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it names one review."""
        return bool(self.state and self.cycle)


def settle(documents: Sequence[Belonging], record: Iterable[Belonging]) -> None:
    """Fill in what documents do not say: from session and symbol, from one of the same report, from the only companion.

    What a document says is never changed. What is still missing afterwards, a person has to say.
    """
    for document in documents:
        by_session = cycle_of_session(document.wg_session)
        document.cycle = document.cycle or by_session or cycle_of_council(council_session(document.symbol))
    known = [*documents, *record]
    for document in documents:
        if not document.is_whole:
            same = [each for each in known if each.is_whole and _same_report(document, each)]
            _take_over(document, same)
    for document in documents:
        if not document.is_whole and not document.symbol:
            _take_over(document, [each for each in documents if each.is_whole])


def _same_report(one: Belonging, other: Belonging) -> bool:
    symbol = report_symbol(one.symbol)
    return bool(symbol) and symbol == report_symbol(other.symbol)


def _take_over(document: Belonging, others: Sequence[Belonging]) -> None:
    """Take State and cycle from the others, where they agree on one review and nothing speaks against it."""
    reviews = {(each.state, each.cycle) for each in others}
    if len(reviews) != 1:
        return
    state, cycle = reviews.pop()
    if document.state in {"", state} and document.cycle in {None, cycle}:
        document.state, document.cycle = state, cycle
