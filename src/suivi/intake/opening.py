"""Opens what was brought in a child process with limits: as one document, row by row, or as columns to be mapped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from suivi.intake.rules import cycle_of_session
from undocs import guarded, refusals
from undocs.document import Answer, Document, Kind, Recommendation
from undocs.limits import MEGABYTE, Limits
from undocs.refusals import Unreadable

ROW_BY_ROW = {".json", ".csv"}
"""Endings of exports that may be larger than what fits into memory."""
LARGE = 8 * MEGABYTE
FOR_STRANGERS = Limits()
FOR_OPERATORS = Limits(
    size=4096 * MEGABYTE,
    unpacked=4096 * MEGABYTE,
    pages=2000,
    memory=8192 * MEGABYTE,
    answer=4096 * MEGABYTE,
    cpu_seconds=1200,
    wall_seconds=1800,
)
"""What whoever keeps the server may bring from its own disk."""


@dataclass(slots=True)
class Opened:
    """A file as it can be read: the document as a whole, and its lines, to be gone through once."""

    document: Document
    recommendations: Iterable[Recommendation]
    answers: list[Answer]


def open_file(path: Path, mapping: Mapping[str, int] | None, limits: Limits = FOR_STRANGERS) -> Opened | dict[str, Any]:
    """Return a file opened, or, for a sheet whose columns are not known, what a person needs to say which is which.

    `mapping` is what the person said (field -> column, from 0). Raises Unreadable, perhaps only while the lines are
    gone through.
    """
    if mapping is not None:
        return _whole(guarded.read_mapped(path, mapping, limits))
    try:
        if path.suffix.lower() in ROW_BY_ROW and path.stat().st_size > LARGE:
            return _row_by_row(path, limits)
        return _whole(guarded.read(path, limits))
    except Unreadable as refusal:
        if str(refusal) != refusals.UNKNOWN_COLUMNS:
            raise
        return guarded.columns(path, limits)


def _whole(document: Document) -> Opened:
    opened = Opened(document, document.recommendations, document.positions)
    document.recommendations, document.positions = [], []
    return opened


def _row_by_row(path: Path, limits: Limits) -> Opened:
    """Open an export that may be very large; its rows are never all in memory."""
    patient = replace(limits, cpu_seconds=30 * limits.cpu_seconds, wall_seconds=60 * limits.wall_seconds)
    rows: Iterator[Recommendation] = guarded.stream(path, patient)
    first = next(rows, None)
    if first is None:
        raise Unreadable(refusals.EMPTY)
    # UHRI says for each row in which document it stands, UPR Info never does.
    kind = Kind.UHRI_EXPORT if first.symbol else Kind.UPR_INFO_EXPORT
    return Opened(Document(kind), chain([first], rows), [])


def cycle_of(row: Recommendation) -> int | None:
    """Return the cycle that a row of an export belongs to."""
    return row.cycle or cycle_of_session(row.wg_session)
