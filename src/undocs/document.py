"""What a reading gives: one document's recommendations, positions, totals and warnings."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Self


class Kind(StrEnum):
    """What sort of document was read."""

    THEMATIC_LIST = "thematic_list"
    WORKING_GROUP_REPORT = "working_group_report"
    ADDENDUM = "addendum"
    UPR_INFO_EXPORT = "upr_info_export"
    UHRI_EXPORT = "uhri_export"
    PARAGRAPHS = "paragraphs"
    TABLE = "table"


class Position(StrEnum):
    """What the State under review answered."""

    PENDING = "pending"
    SUPPORTED = "supported"
    PARTIALLY_SUPPORTED = "partially_supported"
    NOTED = "noted"
    UNCLEAR = "unclear"


class Claim(StrEnum):
    """What the State says it has done already."""

    ALREADY_IMPLEMENTED = "already_implemented"
    BEING_IMPLEMENTED = "being_implemented"


@dataclass(slots=True)
class Part:
    """One of several sentences under one number, with the States that asked for it."""

    text: str
    states: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Recommendation:
    """One recommendation. `states`: ISO 3166-1 alpha-3 codes in document order; `as_written`: the raw paragraph."""

    number: str | None
    text: str
    states: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    position: Position | None = None
    position_as_written: str | None = None
    position_source: str | None = None
    claim: Claim | None = None
    heading: str | None = None
    themes: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    sdgs: list[int] = field(default_factory=list)
    issues: list[str] = field(default_factory=list)
    action_category: int | None = None
    page: int | None = None
    as_written: str | None = None
    warnings: list[str] = field(default_factory=list)
    # Only exports of many reviews say these for every row.
    state_under_review: str | None = None
    cycle: int | None = None
    wg_session: int | None = None
    symbol: str | None = None
    is_pledge: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return plain dicts, lists, numbers and strings, ready for `json.dumps`."""
        return asdict(self, dict_factory=_plain)

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> Self:
        """Rebuild what `as_json` gave; an unknown field or value raises `TypeError` or `ValueError`."""
        typed = {
            "parts": [Part(**part) for part in plain.get("parts", [])],
            "position": _position(plain.get("position")),
            "claim": _claim(plain.get("claim")),
        }
        return cls(**(plain | typed))


@dataclass(slots=True)
class Answer:
    """What the State said of some numbers, in its own words (`as_written`, `reason`), from an addendum or a lead-in."""

    numbers: list[str]
    position: Position
    claim: Claim | None = None
    as_written: str = ""
    reason: str | None = None
    page: int | None = None
    paragraph: str | None = None


@dataclass(slots=True)
class Document:
    """One document as read. `totals` is what the document says of itself; `warnings` is whatever is not sure."""

    kind: Kind
    symbol: str | None = None
    state_under_review: str | None = None
    cycle: int | None = None
    wg_session: int | None = None
    language: str | None = None
    published_on: date | None = None
    reviewed_on: date | None = None
    adopted_on: date | None = None
    troika: list[str] = field(default_factory=list)
    recommendations: list[Recommendation] = field(default_factory=list)
    positions: list[Answer] = field(default_factory=list)
    pledges: list[str] = field(default_factory=list)
    totals: dict[str, int] = field(default_factory=dict)
    pages: int | None = None
    warnings: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return plain dicts, lists, numbers and strings (dates as ISO 8601), ready for `json.dumps`."""
        return asdict(self, dict_factory=_plain)

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> Self:
        """Rebuild what `as_json` gave; an unknown field or value raises `TypeError` or `ValueError`."""
        days = {name: _day(plain.get(name)) for name in ("published_on", "reviewed_on", "adopted_on")}
        lists: dict[str, Any] = {
            "kind": Kind(plain["kind"]),
            "recommendations": [Recommendation.from_json(each) for each in plain.get("recommendations", [])],
            "positions": [_answer(each) for each in plain.get("positions", [])],
        }
        return cls(**(plain | days | lists))


def _plain(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in pairs}


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _position(written: str | None) -> Position | None:
    return Position(written) if written else None


def _claim(written: str | None) -> Claim | None:
    return Claim(written) if written else None


def _answer(plain: dict[str, Any]) -> Answer:
    return Answer(**(plain | {"position": Position(plain["position"]), "claim": _claim(plain.get("claim"))}))
