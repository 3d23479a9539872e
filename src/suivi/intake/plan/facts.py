"""What a document tells of the review itself: days, sessions, symbols. Filled where empty, never overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from suivi.intake.plan.changes import Difference, Plan, Source
from suivi.intake.plan.known import KnownReview
from suivi.intake.plan.stages import council_session, report_symbol
from undocs.document import Document, Kind

type Fact = date | str | int


def learn_facts(review: KnownReview, source: Source, plan: Plan) -> None:
    """Note what the document tells of the review, and what it tells otherwise than the record."""
    for name, told in _facts(source.document):
        known = review.facts.get(name)
        if known is None:
            review.facts[name] = plan.facts[name] = told
        elif known != told:
            plan.differences.append(
                Difference(source.origin, f"{review.state}/{review.cycle}", name, str(known), str(told))
            )


def _facts(document: Document) -> Iterator[tuple[str, Fact]]:
    """Yield (field of `Review`, value) for everything the document knows."""
    symbol = report_symbol(document.symbol)
    facts: dict[str, Fact | None] = {"wg_session": document.wg_session}
    if document.kind in {Kind.WORKING_GROUP_REPORT, Kind.THEMATIC_LIST, Kind.ADDENDUM}:
        facts |= {"report_symbol": symbol, "hrc_session": council_session(symbol)}
    if document.kind is Kind.WORKING_GROUP_REPORT:
        facts |= {
            "reviewed_on": document.reviewed_on,
            "wg_adopted_on": document.adopted_on,
            "report_on": document.published_on,
        }
    if document.kind is Kind.ADDENDUM:
        facts |= {"addendum_symbol": document.symbol, "addendum_on": document.published_on}
    yield from ((name, value) for name, value in facts.items() if value)
