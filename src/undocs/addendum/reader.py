"""Reads an addendum, PDF or Word, into a document: cover, answers, totals, what does not reconcile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from undocs.addendum.arabic import with_dots
from undocs.addendum.cover import is_addendum, read_cover
from undocs.addendum.ledger import Ledger
from undocs.addendum.numbers import mended
from undocs.addendum.papers import Paper, from_pdf, from_word, word_cover
from undocs.addendum.style import report_paragraph, style_of
from undocs.addendum.totals import read_cycle, read_review_day, read_totals
from undocs.addendum.walk import Walk
from undocs.document import Document, Kind
from undocs.pdf import PdfPage
from undocs.word import WordDocument


def recognises(pages: Sequence[PdfPage]) -> bool:
    """Say whether these pages are those of an addendum."""
    return bool(pages) and is_addendum([line.text for line in pages[0].lines])


def recognises_word(document: WordDocument) -> bool:
    """Say whether this Word document is an addendum."""
    return is_addendum(word_cover(document))


def read(pages: Sequence[PdfPage]) -> Document:
    """Read an addendum from the pages of a PDF."""
    return _read(from_pdf(pages))


def read_word(document: WordDocument) -> Document:
    """Read an addendum from Word."""
    return _read(from_word(document))


def _read(paper: Paper) -> Document:
    cover = read_cover(paper.cover)
    found = paper.passages if cover.language != "ar" else with_dots(paper.passages)
    texts = [passage.text for passage in found]
    style = style_of(texts, cover.language)
    walk = Walk(style, Ledger(cover.language))
    for passage in found:
        walk.step(replace(passage, text=mended(passage.text, style.paragraphs)))
    document = Document(
        kind=Kind.ADDENDUM,
        symbol=cover.symbol,
        state_under_review=cover.state,
        cycle=read_cycle(texts),
        language=cover.language,
        published_on=cover.published_on,
        reviewed_on=read_review_day(texts),
        positions=walk.ledger.answers(),
        totals=read_totals(texts, cover.language),
        pages=paper.pages,
        warnings=walk.ledger.warnings,
    )
    if not document.positions:
        document.warnings.append("No answer to any numbered recommendation was found.")
    if not style.paragraphs:
        _complete(document, report_paragraph(paper.lines))
    return document


def _complete(document: Document, paragraph: str | None) -> None:
    """Make `115.7` of the plain 7 where the addendum says that its numbers are those of paragraph 115."""
    for answer in document.positions:
        answer.numbers = [f"{paragraph}.{number}" if paragraph else number for number in answer.numbers]
