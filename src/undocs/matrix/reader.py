"""Reads the list from its tables into a document: State, cycle, session, recommendations, what does not fit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from undocs.document import Document, Kind, Recommendation
from undocs.matrix.columns import Column, columns
from undocs.matrix.entry import read_entry
from undocs.matrix.rows import Rows
from undocs.matrix.title import read_title
from undocs.word import Table, WordDocument

# A/HRC/43/15 in "A/HRC/43/15/Add.1 - Para.3"
_SYMBOL = re.compile(r"A/HRC/\d+/\d+")
# The header is the first row, or follows a row or two of title.
_HEADER_WITHIN = 4


def recognises(document: WordDocument) -> bool:
    """Say whether one of the tables has the header row of such a list."""
    return any(_header(table) for table in document.tables)


def read(document: WordDocument) -> Document:
    """Read every table of the list; `symbol` is that of the Working Group report which the sources name most."""
    rows = Rows()
    layout: Mapping[Column, int] | None = None
    for table in document.tables:
        layout = _header(table) or layout
        if layout:
            rows.read(table, layout)
    recommendations = [read_entry(entry) for entry in rows.entries]
    title = read_title([*document.headers, *(paragraph.text for paragraph in document.paragraphs)])
    untold = [what for what, told in (("State under review", title.state), ("cycle", title.cycle)) if told is None]
    return Document(
        kind=Kind.THEMATIC_LIST,
        symbol=_report(recommendations),
        state_under_review=title.state,
        cycle=title.cycle,
        wg_session=title.session,
        language="en",
        recommendations=recommendations,
        warnings=[f"The page header does not tell the {what}." for what in untold]
        + [f"The list remarks: {remark}" for remark in rows.remarks],
    )


def _header(table: Table) -> Mapping[Column, int] | None:
    return next(filter(None, map(columns, table.rows[:_HEADER_WITHIN])), None)


def _report(recommendations: list[Recommendation]) -> str | None:
    symbols = Counter(symbol for each in recommendations for symbol in _SYMBOL.findall(each.position_source or "")[:1])
    return symbols.most_common(1)[0][0] if symbols else None
