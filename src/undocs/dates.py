"""Finds dates in six languages: `20 JULY 2009`, `1er mars 2013`, `3 de abril de 2012`, `2014年12月24日`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from undocs.vocabulary import listed, rows

# "2014年12月24日"
_CHINESE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
# "Distr.: General", in every language: the day of the document stands below or beside these words
_DISTRIBUTED = re.compile(r"Distr\b", re.IGNORECASE)
# "24 February–20 March 2020": the days of a session
_SPAN = re.compile(r"\d\D*[-–—]\s*\d")


def find(text: str) -> date | None:
    """Return the first date written in the text, or None."""
    return next(iter(find_all(text)), None)


def published(cover: Sequence[str]) -> date | None:
    """Return the day on which a document was distributed, from the lines of its cover; days of a session are not it."""
    places = [at for at, line in enumerate(cover) if _DISTRIBUTED.search(line)]
    below = [line for at in places for line in cover[at:]]
    return next((day for line in [*below, *cover] if not _SPAN.search(line) and (day := find(line))), None)


def find_all(text: str) -> list[date]:
    """Return the dates written in the text, in its order; those no calendar has are left out."""
    found = [
        (match.start(), _day(match[3], _months()[" ".join(match[2].casefold().split())], match[1]))
        for match in _written().finditer(text)
    ]
    found += [(match.start(), _day(match[1], match[2], match[3])) for match in _CHINESE.finditer(text)]
    return [day for _, day in sorted(found, key=lambda each: each[0]) if day is not None]


def _day(year: str, month: int | str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for row in rows("months.csv"):
        if row["language"] != "zh":
            names |= {name.casefold(): month for month in range(1, 13) for name in listed(row[str(month)])}
    return names


@cache
def _written() -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(_months(), key=len, reverse=True))
    # "5 November 2014", "1er mars 2013", "3 de abril de 2012", "5 تشرين الثاني/نوفمبر 2014"
    return re.compile(
        rf"\b(\d{{1,2}})(?:er|º|st|nd|rd|th)?\s+(?:de\s+)?({names})(?:\s*/\s*\w+(?:\s\w+)?)?,?\s+(?:de\s+)?(\d{{4}})\b",
        re.IGNORECASE,
    )
