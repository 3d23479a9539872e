"""The record of one review as it stands, or as it would stand after the documents looked at so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from suivi.record.rules import Claim, Position, Stage, TagKind

type TagName = tuple[TagKind, str, str]
"""Kind, scheme and name of a tag."""


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """One answer, to the whole recommendation or to one part (its place, from 1). `origin` names its document."""

    stage: Stage
    position: Position
    origin: str
    part: int | None = None
    given_on: date | None = None
    words: str = ""
    reason: str = ""
    claim: Claim = Claim.NONE


@dataclass(slots=True)
class KnownPart:
    """One of several sentences under one number, and its States."""

    text: str
    states: list[str] = field(default_factory=list)


@dataclass(slots=True)
class KnownRecommendation:
    """A recommendation of the record. `is_coded`: it came from an export, whose wording is its coders'.

    `corrected` is the fingerprint of its corrected wording, or "".
    """

    key: str
    number: str
    order: int
    text: str
    fingerprint: str
    corrected: str = ""
    language: str = "en"
    is_coded: bool = False
    states: list[str] = field(default_factory=list)
    parts: list[KnownPart] = field(default_factory=list)
    answers: list[KnownAnswer] = field(default_factory=list)
    tags: set[TagName] = field(default_factory=set)
    action_category: int | None = None


@dataclass(slots=True)
class KnownReview:
    """The record of one review. `facts` holds the fields of `Review` that are filled; empty where there is none yet."""

    state: str
    cycle: int
    exists: bool = False
    facts: dict[str, date | str | int] = field(default_factory=dict)
    recommendations: list[KnownRecommendation] = field(default_factory=list)
    pledges: list[str] = field(default_factory=list)
    """Fingerprints of the pledges."""
    last_pledge: int = 0
