"""An addendum in PDF or Word as the same two things: the lines of its cover, and its passages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from undocs.addendum.openings import opener
from undocs.addendum.tables import of_table
from undocs.pdf import PdfPage
from undocs.report.flow import Passage, passages
from undocs.word import Paragraph, Table, WordDocument

_COVER_LINES = 60
# Names that Word and the templates of the United Nations give to headings: Heading 1 · _ H _Ch_G · HChG · H1G · Titre 1
_HEADING = re.compile(r"heading|titre|t[ií]tulo|title|[_ ]*h[_ ]*(?:ch|m|\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paper:
    """Lines of the cover, passages, all lines (notes too), and the number of pages, where that is known."""

    cover: list[str]
    passages: list[Passage]
    lines: list[str]
    pages: int | None = None


def from_pdf(pages: Sequence[PdfPage]) -> Paper:
    """Return a PDF as a paper."""
    # The cover has larger letters and wider steps, and nothing on it goes on overleaf.
    lines = [line.text for page in pages for line in page.lines]
    opens = opener(max(map(len, lines), default=0))
    found = passages(pages[:1], opens) + passages(pages[1:], opens)
    return Paper([line.text for line in pages[0].lines], found, lines, len(pages))


def from_word(document: WordDocument) -> Paper:
    """Return a Word document as a paper; each row of a table is one passage."""
    found = [passage for block in document.blocks for passage in _of(block)]
    return Paper(word_cover(document), found, document.lines + document.footnotes)


def word_cover(document: WordDocument) -> list[str]:
    """Return the first lines of a Word document, its page headers before them: the symbol may stand only there."""
    lines = [line for header in document.headers for line in header.split("\n")]
    for block in document.blocks:
        if len(lines) >= _COVER_LINES:
            break
        if isinstance(block, Table):
            lines += [line for row in block.rows for cell in row for line in cell.lines]
        else:
            lines += block.text.split("\n")
    return [tidy for line in lines[:_COVER_LINES] if (tidy := " ".join(line.split()))]


def _of(block: Paragraph | Table) -> list[Passage]:
    if isinstance(block, Table):
        return [Passage(text, None) for text in of_table(block)]
    text = " ".join(block.text.split())
    return [Passage(text, None, is_heading=bool(_HEADING.match(block.style)))] if text else []
