"""Documents of the same world that hold no recommendations to read: which they are, so that the refusal can say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from undocs import refusals
from undocs.typed import letters
from undocs.vocabulary import rows

_FIRST_LINES = 40
# A/HRC/WG.6/48/XOR/1 · A/HRC/DEC/43/112: alone on a line or behind the organisation's name, so not a symbol it cites
_OWN_SYMBOL = re.compile(
    r"^(?:United Nations|Nations Unies|Naciones Unidas)?\s*A/HRC/(?:WG\.6/\d+/[A-Z]{3}/(?P<paper>[123])|DEC/\d+)",
    re.MULTILINE,
)
_PAPERS = {"1": "national_report", "2": "compilation", "3": "summary", None: "decision"}


def name_stranger(lines: Sequence[str]) -> str:
    """Return the refusal for a document that no reader recognises, by the lines of its first page."""
    text = "\n".join(lines[:_FIRST_LINES])
    symbol = _OWN_SYMBOL.search(text)
    if symbol:
        return refusals.STRANGERS[_PAPERS[symbol["paper"]]]
    folded = letters(text)
    found = (kind for kind, title in _titles() if title in folded)
    return refusals.STRANGERS.get(next(found, ""), refusals.UNKNOWN_DOCUMENT)


@cache
def _titles() -> tuple[tuple[str, str], ...]:
    """Return kind and title, letters only, of documents that hold no recommendations."""
    return tuple(
        (row["kind"], letters(row["title"])) for row in rows("titles.csv") if row["kind"] in refusals.STRANGERS
    )
