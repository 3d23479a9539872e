"""Which column of a sheet holds what, told by its header row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, islice

from undocs.document import Kind
from undocs.tables.sheets import Row
from undocs.typed import letters
from undocs.vocabulary import listed, rows

# A title or two may stand above the header.
_HEADER_WITHIN = 20
_UHRI = {"annotation_id", "text", "symbol"}
_UPR_INFO = {"text", "states", "state_under_review", "position", "issues"}


def fields() -> list[str]:
    """Return the fields that a column may hold, as in `vocabulary/columns.csv`."""
    return [row["field"] for row in rows("columns.csv")]


def guess(header: Sequence[str]) -> dict[str, int]:
    """Return the column of each field whose name the header has; of two columns with one name, the first."""
    found: dict[str, int] = {}
    for column, name in enumerate(header):
        field = _names().get(_known_by(name))
        if field and field not in found:
            found[field] = column
    return found


def find_header(sheet: Iterator[Row]) -> tuple[Row, Iterator[Row]]:
    """Return the row with most known names among the first ones, and the rows below it."""
    first = list(islice(sheet, _HEADER_WITHIN))
    if not first:
        return [], iter(())
    at = max(range(len(first)), key=lambda row: (len(guess(first[row])), -row))
    return first[at], chain(first[at + 1 :], sheet)


def kind(mapping: dict[str, int]) -> Kind | None:
    """Return whose export has these columns, or None."""
    if mapping.keys() >= _UHRI:
        return Kind.UHRI_EXPORT
    return Kind.UPR_INFO_EXPORT if mapping.keys() >= _UPR_INFO else None


@cache
def _names() -> dict[str, str]:
    return {_known_by(name): row["field"] for row in rows("columns.csv") for name in listed(row["names"])}


def _known_by(name: str) -> str:
    """Return what a column is known by: its letters, or the sign it consists of (`#`); nothing is no name."""
    return letters(name) or name.strip() or "-"
