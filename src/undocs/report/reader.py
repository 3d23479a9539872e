"""Reads a Working Group report into a document: front page, conclusions, what they cite, pledges."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from undocs.document import Document, Kind
from undocs.pdf import PdfPage
from undocs.report.citations import citations, look_up
from undocs.report.conclusions import Block, Walk
from undocs.report.front import Front, read_front
from undocs.report.outcome import answers, from_citation, from_item
from undocs.report.paper import Paper, PdfPaper, WordPaper
from undocs.report.pledges import pledges
from undocs.report.sections import Sections, divide
from undocs.typed import letters
from undocs.vocabulary import rows
from undocs.word import WordDocument

_NO_CONCLUSIONS = "The heading of the conclusions was not found: this report was read without recommendations."
_NOTHING_CITED = "Paragraph {}, which paragraph {} cites, holds no recommendation that could be read."


def recognises(pages: Sequence[PdfPage]) -> bool:
    """Return whether a PDF is a Working Group report (an addendum to one is not)."""
    return _is_report(PdfPaper(pages[:1]).cover)


def recognises_word(document: WordDocument) -> bool:
    """Return whether a Word document is a Working Group report."""
    return _is_report(WordPaper(document).cover)


def read(pages: Sequence[PdfPage]) -> Document:
    """Read the pages of a PDF."""
    return _read(PdfPaper(pages))


def read_word(document: WordDocument) -> Document:
    """Read a Word document."""
    return _read(WordPaper(document))


def _is_report(cover: Sequence[str]) -> bool:
    text = " ".join(cover)
    return "/Add." not in text and any(title in letters(text) for title in _titles())


@cache
def _titles() -> tuple[str, ...]:
    return tuple(letters(row["title"]) for row in rows("titles.csv") if row["kind"] == Kind.WORKING_GROUP_REPORT)


def _read(paper: Paper) -> Document:
    front = read_front(paper.cover, paper.introduction())
    document = _begun(front, paper.pages)
    sections = divide(paper.lines)
    if sections is None:
        document.warnings.append(_NO_CONCLUSIONS)
        return document
    document.language = sections.language
    walk = Walk(sections.language)
    walk.through(paper.between(*sections.conclusions))
    for block in walk.blocks:
        _take(block, document, paper, sections)
    document.positions = answers(walk.remarks, document.recommendations)
    if sections.pledges:
        document.pledges += pledges(paper.between(*sections.pledges))
    return document


def _begun(front: Front, pages: int | None) -> Document:
    return Document(
        Kind.WORKING_GROUP_REPORT,
        symbol=front.symbol,
        state_under_review=front.state,
        cycle=front.cycle,
        wg_session=front.session,
        published_on=front.published_on,
        reviewed_on=front.reviewed_on,
        adopted_on=front.adopted_on,
        troika=front.troika,
        pages=pages,
    )


def _take(block: Block, document: Document, paper: Paper, sections: Sections) -> None:
    """Add what one block of the conclusions holds to the document."""
    if block.saying.concluding:
        return
    if block.saying.pledging:
        document.pledges += [item.text.strip(" ;.") for item in block.items]
        return
    cited = citations(block.lead_in, before=block.number)
    for place in look_up(cited, paper.between(0, sections.conclusions[0])) if cited else ():
        document.recommendations += from_citation(place, block, document.symbol)
        if not place.texts:
            document.warnings.append(_NOTHING_CITED.format(place.citation.number, block.number))
    if not cited:
        document.recommendations += [from_item(item, block, document.symbol, sections.language) for item in block.items]
