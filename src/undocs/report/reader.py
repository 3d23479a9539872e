"""Reads a Working Group report into a document: front page, conclusions, what they cite, pledges."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from undocs import language, reconcile
from undocs.document import Document, Kind
from undocs.pdf import PdfPage
from undocs.report.citations import citations, look_up
from undocs.report.conclusions import Block
from undocs.report.flow import Passage
from undocs.report.front import Front, read_front
from undocs.report.outcome import answers, from_citation, from_item
from undocs.report.paper import Paper, PdfPaper, WordPaper
from undocs.report.pledges import pledges
from undocs.report.sections import divide
from undocs.report.unheaded import first_lead_in
from undocs.report.walk import Walk
from undocs.typed import letters
from undocs.vocabulary import rows
from undocs.word import WordDocument

# The pages before the conclusions are made into passages only where the conclusions cite them.
_Passages = Callable[[], Sequence[Passage]]

_NO_CONCLUSIONS = "The heading of the conclusions was not found: this report was read without recommendations."
_NO_HEADING = "The heading of the conclusions was not found: the first list of recommendations was taken for them."
_NO_ANSWER = "What the State answers to the recommendations of paragraph {} was not understood."
_NOTHING_CITED = "Paragraph {}, which paragraph {} cites, holds no recommendation that could be read."


def recognises(pages: Sequence[PdfPage]) -> bool:
    """Return whether a PDF is a Working Group report (an addendum to one is not)."""
    return _is_report(PdfPaper(pages))


def recognises_word(document: WordDocument) -> bool:
    """Return whether a Word document is a Working Group report."""
    return _is_report(WordPaper(document))


def read(pages: Sequence[PdfPage]) -> Document:
    """Read the pages of a PDF."""
    return _read(PdfPaper(pages))


def read_word(document: WordDocument) -> Document:
    """Read a Word document."""
    return _read(WordPaper(document))


def _is_report(paper: Paper) -> bool:
    """Return whether the cover bears the title of a report, or the name of the review and conclusions follow."""
    cover = " ".join(paper.cover)
    if "/Add." in cover:
        return False
    named = letters(cover)
    if any(title in named for title in _titles("working_group_report")):
        return True
    return any(title in named for title in _titles("universal_periodic_review")) and divide(paper.lines) is not None


@cache
def _titles(kind: str) -> tuple[str, ...]:
    return tuple(letters(row["title"]) for row in rows("titles.csv") if row["kind"] == kind)


def _read(paper: Paper) -> Document:
    document = _begun(read_front(paper.cover, paper.introduction()), paper.pages)
    sections = divide(paper.lines)
    if sections:
        document.language = sections.language
        begin, end = sections.conclusions
        _conclude(document, paper.between(begin, end), dialogue=lambda: paper.between(0, begin))
        if sections.pledges:
            document.pledges += pledges(paper.between(*sections.pledges))
    else:
        _search(document, paper.between(0))
    reconcile.check(document)
    return document


def _search(document: Document, passages: Sequence[Passage]) -> None:
    """Read conclusions without a heading."""
    document.language = language.guess("\n".join(passage.text for passage in passages))
    begin = first_lead_in(passages, document.language or "en")
    if begin is None:
        document.warnings.append(_NO_CONCLUSIONS)
    else:
        document.warnings.append(_NO_HEADING)
        _conclude(document, passages[begin:], dialogue=lambda: passages[:begin])


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


def _conclude(document: Document, conclusions: Sequence[Passage], *, dialogue: _Passages) -> None:
    """Add to the document what its conclusions hold; what they only cite stands in the dialogue."""
    walk = Walk(document.language or "en")
    walk.through(conclusions)
    for block in walk.blocks:
        _take(block, document, dialogue)
    document.positions = answers(walk.remarks, document.recommendations)


def _take(block: Block, document: Document, dialogue: _Passages) -> None:
    """Add what one lead-in introduces."""
    if block.saying.concluding:
        return
    if block.saying.pledging:
        document.pledges += [item.text.strip(" ;.") for item in block.items]
        return
    # Where a list follows, it holds the recommendations; places that the lead-in cites are the State's views of them.
    places = [] if block.asks(document.language) else citations(block.lead_in, before=block.number)
    cited = look_up(places, dialogue(), document.state_under_review) if places else []
    document.recommendations += [from_citation(place, block, document.symbol) for place in cited if place.texts]
    document.warnings += [
        _NOTHING_CITED.format(place.citation.number, block.number) for place in cited if not place.texts
    ]
    if not cited and block.items:
        document.recommendations += [from_item(item, block, document.symbol, document.language) for item in block.items]
        if block.saying.position is None:
            document.warnings.append(_NO_ANSWER.format(block.number))
