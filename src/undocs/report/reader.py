"""Reads a Working Group report into a document: front page, conclusions, what they cite, pledges."""

from __future__ import annotations

from collections.abc import Sequence

from undocs.document import Document, Kind
from undocs.pdf import PdfPage
from undocs.report.citations import citations, look_up
from undocs.report.conclusions import Block, Walk
from undocs.report.flow import passages
from undocs.report.front import read_front
from undocs.report.outcome import answers, from_citation, from_item
from undocs.report.sections import Heading, headings

# The introduction ends before this page.
_INTRODUCTION_ENDS = 6


def recognises(pages: Sequence[PdfPage]) -> bool:
    return False


def read(pages: Sequence[PdfPage]) -> Document:
    """Read the pages of a PDF."""
    cover = [line.text for line in pages[0].lines]
    introduction = passages(pages[1:_INTRODUCTION_ENDS])
    front = read_front(cover, introduction)
    document = Document(
        Kind.WORKING_GROUP_REPORT, symbol=front.symbol, state_under_review=front.state, cycle=front.cycle,
        wg_session=front.session, published_on=front.published_on, reviewed_on=front.reviewed_on,
        adopted_on=front.adopted_on, troika=front.troika, pages=len(pages),
    )
    lines = [(page, line) for page in pages for line in page.lines]
    found = headings(line.text for _, line in lines)
    begin = next((h for h in reversed(found) if h.section == "conclusions"), None)
    if begin is None:
        document.warnings.append("no conclusions")
        return document
    document.language = begin.language
    walk = Walk(begin.language)
    walk.through(passages(_cut(pages, begin.index + 1, len(lines))))
    for block in walk.blocks:
        cites = [c for c in citations(block.lead_in) if block.number and c.paragraph < (walk.blocks[0].number or 999)]
        if cites:
            for cited in look_up(cites, passages(_cut(pages, 0, begin.index))):
                document.recommendations += from_citation(cited, block, front.symbol)
                if not cited.texts:
                    document.warnings.append(f"nothing at {cited.citation.number}")
            continue
        if block.saying.concluding: continue
        document.recommendations += [from_item(item, block, front.symbol, begin.language) for item in block.items]
    document.positions = answers(walk.remarks, document.recommendations)
    return document


def _cut(pages, a, b):
    out=[]; i=0
    for p in pages:
        n=len(p.lines)
        if i+n>a and i<b:
            out.append(PdfPage(p.number,p.width,p.height,p.lines[max(0,a-i):b-i]))
        i+=n
    return out
