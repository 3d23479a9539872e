"""Reads an addendum, PDF or Word, into a document: cover, answers, totals, what does not reconcile."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from undocs.addendum.cover import is_addendum, read_cover
from undocs.addendum.ledger import Ledger
from undocs.addendum.style import style_of
from undocs.addendum.walk import Walk
from undocs.document import Document, Kind
from undocs.report.flow import Passage, passages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undocs.pdf import PdfPage


def recognises(pages: Sequence[PdfPage]) -> bool:
    """Say whether these pages are those of an addendum."""
    return bool(pages) and is_addendum([line.text for line in pages[0].lines])


def read(pages: Sequence[PdfPage]) -> Document:
    """Read an addendum from the pages of a PDF."""
    document = _read([line.text for line in pages[0].lines], passages(pages))
    document.pages = len(pages)
    return document


def _read(cover_lines: Sequence[str], found: list[Passage]) -> Document:
    cover = read_cover(cover_lines)
    style = style_of(passage.text for passage in found)
    walk = Walk(style, Ledger(cover.language))
    for passage in found:
        walk.step(passage)
    answers = walk.ledger.answers()
    return Document(
        kind=Kind.ADDENDUM,
        symbol=cover.symbol,
        state_under_review=cover.state,
        language=cover.language,
        published_on=cover.published_on,
        positions=answers,
        warnings=walk.ledger.warnings,
    )
