"""The first pages of a report: symbol, State, session and cycle, dates, troika."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from undocs import dates, states
from undocs.brackets import split_states
from undocs.report.flow import Passage
from undocs.report.labels import Sort, split
from undocs.report.session import session_of
from undocs.vocabulary import LANGUAGES, rows

# "A/HRC/28/16", "A/HRC/8/27/Corr.1"; not "A/HRC/WG.6/20/EGY/1"
_SYMBOL = re.compile(r"A/HRC/\d{1,3}/\d{1,3}(?:/(?:Add|Corr|Rev)\.\d)?")
# A draft, before the Council's own symbol: "A/HRC/WG.6/48/L.7"
_DRAFT = re.compile(r"A/HRC/WG\.6/\d{1,2}/L\.\d{1,2}")
# The documents of a review carry its session and State: "A/HRC/WG.6/20/EGY/1", "A/HRC/WG.6/3/ CPV /2"
_REVIEW = re.compile(r"A/HRC/WG\.6/\s?(\d{1,2})\s?/\s?([A-Z]{3})\s?/\s?\d")
# Between review and adoption of the report lie a few days.
_LONGEST_WAIT = 21
_TROIKA = 3


@dataclass(slots=True)
class Front:
    """What the first pages say; None or empty where they do not."""

    symbol: str | None = None
    state: str | None = None
    session: int | None = None
    published_on: date | None = None
    reviewed_on: date | None = None
    adopted_on: date | None = None
    troika: list[str] = field(default_factory=list)

    @property
    def cycle(self) -> int | None:
        """Return the cycle of the session, by `vocabulary/cycles.csv`."""
        return cycle_of(self.session)


def cycle_of(session: int | None) -> int | None:
    """Return the cycle in which the Working Group held its nth session."""
    if session is None:
        return None
    begun = (int(row["cycle"]) for row in reversed(rows("cycles.csv")) if session >= int(row["first_session"]))
    return next(begun, None)


def read_front(cover: Sequence[str], introduction: Sequence[Passage]) -> Front:
    """Read the lines of the cover page and the passages of the first pages after it."""
    front = Front()
    symbols = (found[0] for form in (_SYMBOL, _DRAFT) for line in cover if (found := form.search(line)))
    front.symbol = next(symbols, None)
    front.published_on = dates.published(cover)
    reviews = Counter(found.groups() for passage in introduction for found in _REVIEW.finditer(passage.text))
    for (session, code), _ in reviews.most_common(1):
        front.session = int(session)
        front.state = code if code in states.every() else None
    front.state = front.state or _named(cover)
    opening = _paragraph(introduction, 1)
    front.session = front.session or session_of(opening)
    front.reviewed_on, front.adopted_on = _held(opening)
    front.troika = _troika(_paragraph(introduction, 2), front.state)
    return front


def _paragraph(introduction: Sequence[Passage], number: int) -> str:
    """Return the first paragraph of this number, without it; empty where there is none."""
    labelled = (split(passage.text) for passage in introduction)
    return next((text for label, text in labelled if label.sort is Sort.PLAIN and label.paragraph == number), "")


def _named(cover: Sequence[str]) -> str | None:
    """Return the State whose name stands alone on a line, or on two, of the cover."""
    pairs = [f"{line} {below}" for line, below in pairwise(cover)]
    return next((code for line in [*cover, *pairs] if (code := states.find(line.strip(" *∗")))), None)


def _held(text: str) -> tuple[date | None, date | None]:
    """Return the dates of the review and of the report's adoption, which are the last two of the first paragraph."""
    match dates.find_all(text):
        case [*_, reviewed, adopted] if 0 <= (adopted - reviewed).days <= _LONGEST_WAIT:
            return reviewed, adopted
    return None, None


def _troika(text: str, reviewed: str | None) -> list[str]:
    """Return the three States after the last colon of the paragraph on the troika, or else anywhere in it."""
    _, colon, names = text.replace("：", ":").rpartition(":")
    parts, _ = split_states(f"({names.strip(' .。')})")
    if colon and parts and parts[0].states:
        return parts[0].states
    found = [code for code in _mentioned(text) if code != reviewed]
    return found if len(found) == _TROIKA else []


def _mentioned(text: str) -> list[str]:
    """Return the States whose short names stand in a text, in its order; `Guinea` is not met in `Papua New Guinea`."""
    places: dict[str, int] = {}
    names = {states.name(code, language): code for language in LANGUAGES for code in states.every()}
    for name in sorted(names, key=len, reverse=True):
        if (place := text.find(name)) >= 0:
            places.setdefault(names[name], place)
            text = text.replace(name, " " * len(name))
    return sorted(places, key=places.__getitem__)
