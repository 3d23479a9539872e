"""Invented papers of Orvana's third review, as they would be read: report, addendum, list, exports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from suivi.intake.plan import KnownReview, Plan, Source, plan_review
from undocs.document import Answer, Document, Kind, Position, Recommendation

REPORT = "A/HRC/46/9"
ADDENDUM = "A/HRC/46/9/Add.1"
WORDINGS = {
    "120.1": "Clean the great lake before the next review",
    "120.2": "Ratify the Convention on the Rights of Lighthouse Keepers",
    "120.3": "Teach every child to swim, and build a pool in each province",
    "120.4": "Close the prison on the northern island",
}


def said(number: str | None, text: str = "", states: Sequence[str] = ("PER",), **more: Any) -> Recommendation:
    """Return one line of a document; the wording is that of the number unless given."""
    text = text or WORDINGS[number or ""]
    return Recommendation(
        number, text, list(states), as_written=f"{number or ''} {text} ({', '.join(states)});", **more
    )


def report(recommendations: Iterable[Recommendation] | None = None, **more: Any) -> Document:
    """Return the report of the Working Group: wordings, days, and what was answered in the room."""
    lines = [said(number) for number in WORDINGS] if recommendations is None else list(recommendations)
    told: dict[str, Any] = {
        "symbol": REPORT, "state_under_review": "XOR", "cycle": 3, "wg_session": 36, "language": "en",
        "reviewed_on": date(2020, 11, 3), "adopted_on": date(2020, 11, 6), "published_on": date(2020, 12, 18),
        "recommendations": lines,
    }  # fmt: skip
    return Document(Kind.WORKING_GROUP_REPORT, **(told | more))


def addendum(positions: Iterable[Answer], **more: Any) -> Document:
    """Return the addendum with the State's answers by number."""
    told: dict[str, Any] = {"symbol": ADDENDUM, "state_under_review": "XOR", "published_on": date(2021, 2, 20)}
    return Document(Kind.ADDENDUM, positions=list(positions), **(told | more))


def supports(*numbers: str, **more: Any) -> Answer:
    """Return an answer by which the State supports these numbers."""
    return Answer(list(numbers), Position.SUPPORTED, as_written="Orvana accepts these recommendations.", **more)


def notes(*numbers: str, **more: Any) -> Answer:
    """Return an answer by which the State takes note of these numbers."""
    return Answer(list(numbers), Position.NOTED, as_written="Orvana takes note of these recommendations.", **more)


def listed(number: str, position: Position, source: str | None = f"{ADDENDUM} - Para.3", **more: Any) -> Recommendation:
    """Return one row of OHCHR's list."""
    told: dict[str, Any] = {"themes": ["Water and lakes"], "groups": ["Children"], "sdgs": [6]}
    written = {Position.SUPPORTED: "Supported", Position.NOTED: "Noted"}.get(position, "Supported/Noted")
    return said(number, position=position, position_as_written=written, position_source=source, **(told | more))


def thematic_list(rows: Iterable[Recommendation], **more: Any) -> Document:
    """Return OHCHR's list of the review."""
    told: dict[str, Any] = {
        "symbol": REPORT,
        "state_under_review": "XOR",
        "cycle": 3,
        "wg_session": 36,
        "language": "en",
    }
    return Document(Kind.THEMATIC_LIST, recommendations=list(rows), **(told | more))


def coded(
    text: str, states: Sequence[str] = ("PER",), position: Position | None = Position.SUPPORTED, **more: Any
) -> Recommendation:
    """Return one row of UPR Info's export: no number, worded by its coders."""
    told: dict[str, Any] = {
        "issues": ["Environment"],
        "action_category": 5,
        "state_under_review": "XOR",
        "cycle": 3,
        "wg_session": 36,
    }
    return Recommendation(None, text, list(states), position=position, position_as_written="Accepted", **(told | more))


def export(rows: Iterable[Recommendation]) -> Document:
    """Return an export of UPR Info."""
    return Document(Kind.UPR_INFO_EXPORT, recommendations=list(rows))


def laid(record: KnownReview, *documents: Document, first_origin: int = 1) -> Plan:
    """Lay documents on the record of a review as one import; ids of lines are counted over all of them."""
    sources, lines = [], 0
    for place, document in enumerate(documents, start=first_origin):
        many, more = len(document.recommendations), len(document.positions)
        entries, answers = list(range(lines, lines + many)), list(range(lines + many, lines + many + more))
        sources.append(Source(f"file:{place}", f"{document.kind}-{place}.docx", document, entries, answers))
        lines += many + more
    return plan_review(record, sources)


def nothing_yet() -> KnownReview:
    """Return a record that knows nothing of Orvana's third review."""
    return KnownReview("XOR", 3)
