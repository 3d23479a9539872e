"""Any other sheet: a guess which column holds what, and the reading once a person has confirmed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from undocs import reconcile, refusals
from undocs.document import Document, Kind
from undocs.refusals import Unreadable
from undocs.tables.entry import from_paragraph
from undocs.tables.header import fields, find_header, guess
from undocs.tables.reader import in_fields, of_one_review
from undocs.tables.sheets import Row, sheets

_SAMPLE = 5


@dataclass(slots=True)
class Columns:
    """A sheet before it is read: its header, a guess of (field -> column, from 0), and the first rows below."""

    header: Row
    guess: dict[str, int] = field(default_factory=dict)
    sample: list[Row] = field(default_factory=list)
    sheet: str = ""


def columns(path: Path) -> Columns:
    """Return what a person needs to say which column holds what; the sheet with most known columns is taken.

    Fields are those of `vocabulary/columns.csv`. Raises Unreadable where the file is broken or has no row.
    """
    found: list[Columns] = []
    for name, sheet in sheets(path):
        header, below = find_header(sheet)
        if header:
            found.append(Columns(header, guess(header), list(islice(below, _SAMPLE)), name))
    if not found:
        raise Unreadable(refusals.EMPTY)
    return max(found, key=lambda each: len(each.guess))


def read_mapped(path: Path, mapping: Mapping[str, int]) -> Document:
    """Read a sheet with a mapping (field -> column, from 0) that a person has confirmed; `text` is indispensable.

    Raises KeyError for a field that is none, Unreadable where the file is broken.
    """
    if unknown := mapping.keys() - set(fields()):
        raise KeyError(*sorted(unknown))
    wanted = dict(mapping)
    text = wanted["text"]
    chosen = columns(path).sheet
    document = Document(Kind.TABLE)
    for name, sheet in sheets(path):
        if name == chosen:
            _, below = find_header(sheet)
            document.recommendations = [
                from_paragraph(in_fields(row, wanted)) for row in below if text < len(row) and row[text]
            ]
    of_one_review(document)
    reconcile.check(document)
    return document
