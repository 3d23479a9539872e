"""Reads the exports of UPR Info and UHRI: the whole file as one document, or row by row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from undocs import reconcile, refusals
from undocs.asks import numbers
from undocs.document import Document, Kind, Recommendation
from undocs.refusals import Unreadable
from undocs.tables.entry import Entry, from_coded, from_paragraph, is_recommendation
from undocs.tables.header import find_header, kind
from undocs.tables.header import guess as guess_columns
from undocs.tables.sheets import Row, sheets
from undocs.tables.streamed import objects
from undocs.typed import letters

_JSON = (b"[", b"{")


def recognises(path: Path) -> Kind | None:
    """Return whose export this is, or None where the columns are not known."""
    if _is_json(path):
        first = next(objects(path), {})
        return kind(dict.fromkeys(first, 0))
    found = next(_known_sheets(path), None)
    return found[0] if found else None


def stream(path: Path) -> Iterator[Recommendation]:
    """Yield one recommendation for each row, in order, in bounded memory where the file is JSON or text.

    UPR Info has a row for each recommending State. Of UHRI's rows only recommendations of this review are given.
    Raises Unreadable where the columns are not known, or the file is broken.
    """
    for which, entry in _entries(path):
        if which is Kind.UPR_INFO_EXPORT:
            yield from_coded(entry)
        elif is_recommendation(entry):
            yield from_paragraph(entry)


def read(path: Path) -> Document:
    """Read the whole export; UPR Info's rows of one text in one review become one recommendation of several States."""
    found = recognises(path)
    if found is None:
        raise Unreadable(refusals.UNKNOWN_COLUMNS)
    document = Document(found)
    document.recommendations = list(_merged(stream(path)) if found is Kind.UPR_INFO_EXPORT else stream(path))
    of_one_review(document)
    reconcile.check(document)
    return document


def of_one_review(document: Document) -> None:
    """Tell State, cycle, session and symbol of the document where all its rows agree."""
    for name in ("state_under_review", "cycle", "wg_session", "symbol"):
        said = {getattr(each, name) for each in document.recommendations}
        if len(said) == 1:
            setattr(document, name, said.pop())


def _merged(rows: Iterator[Recommendation]) -> Iterator[Recommendation]:
    merged: dict[tuple[object, ...], Recommendation] = {}
    for row in rows:
        # Letters alone would make one of "Convention No. 169" and "Convention No. 189".
        wording = letters(row.text), numbers(row.text)
        key = (row.state_under_review, row.wg_session, row.position, row.is_pledge, wording)
        first = merged.setdefault(key, row)
        if first is not row:
            first.states += [code for code in row.states if code not in first.states]
            first.issues += [issue for issue in row.issues if issue not in first.issues]
            first.warnings += [said for said in row.warnings if said not in first.warnings]
    return iter(merged.values())


def _entries(path: Path) -> Iterator[tuple[Kind, Entry]]:
    if _is_json(path):
        for entry in objects(path):
            yield Kind.UHRI_EXPORT, entry
        return
    known = list(_known_sheets(path))
    if not known:
        raise Unreadable(refusals.UNKNOWN_COLUMNS)
    for which, mapping, rows in known:
        for row in rows:
            entry = in_fields(row, mapping)
            if entry.get("text"):
                yield which, entry


def in_fields(row: Row, mapping: dict[str, int]) -> dict[str, str]:
    """Return the text of each field of a row; short rows have empty ends."""
    return {field: row[column] if column < len(row) else "" for field, column in mapping.items()}


def _known_sheets(path: Path) -> Iterator[tuple[Kind, dict[str, int], Iterator[Row]]]:
    for _, sheet in sheets(path):
        header, rows = find_header(sheet)
        mapping = guess_columns(header)
        if which := kind(mapping):
            yield which, mapping, rows


def _is_json(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4096).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_JSON)
