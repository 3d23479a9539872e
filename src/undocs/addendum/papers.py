"""An addendum in PDF or Word as the same two things: the lines of its cover, and its passages."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from undocs.addendum.style import ANSWER, NO, WORD
from undocs.addendum.tables import of_table
from undocs.pdf import PdfPage
from undocs.report.flow import Passage, passages
from undocs.word import Paragraph, Table, WordDocument

_COVER_LINES = 60
# Names that Word and the templates of the United Nations give to headings: Heading 1 · _ H _Ch_G · HChG · H1G · Titre 1
_HEADING = re.compile(r"heading|titre|t[ií]tulo|title|[_ ]*h[_ ]*(?:ch|m|\d)", re.IGNORECASE)
# 122.5: Accepted · 122.5 (Chile) – Noted
_SURE_OPENING = re.compile(r"\d{1,3}\.\d{1,3}\s*(?:\([^()]*\)\s*)*[:–—-]\s+[^\W\d_]")
# Recommendation 5 · Rec. 18 · Response: · Response of the Government:
_OPENING = re.compile(rf"\W*(?:{WORD}{NO}\s*\(?\d|{ANSWER}[^.]{{0,60}}:)", re.IGNORECASE)
# How a line ends that goes on below: "122.5," · "of the" · "122.5–"
_GOES_ON = re.compile(r"(?:[,–—-]|\b(?:and|of|the|to|by|in|for|et|de|la|y|el))\s*$", re.IGNORECASE)
_SHORT = 0.6
# How a line ends that closes a passage: "(Chile)." · "tax;"
_AT_END = re.compile(r"[.;:)؛。；]\W*$")


@dataclass(frozen=True, slots=True)
class Paper:
    """The lines of the cover, the passages, and how many pages there are, where that is known."""

    cover: list[str]
    passages: list[Passage]
    pages: int | None = None


def from_pdf(pages: Sequence[PdfPage]) -> Paper:
    """Return a PDF as a paper."""
    # The cover has larger letters and wider steps, and nothing on it goes on overleaf.
    opens = _opener(max((len(line.text) for page in pages for line in page.lines), default=0))
    found = passages(pages[:1], opens) + passages(pages[1:], opens)
    return Paper([line.text for line in pages[0].lines], found, len(pages))


def from_word(document: WordDocument) -> Paper:
    """Return a Word document as a paper; each row of a table is one passage."""
    return Paper(word_cover(document), [passage for block in document.blocks for passage in _of(block)])


def _opener(longest: int) -> Callable[[str, str], bool]:
    """Return what says whether a line opens an answer whatever its place, in a document with lines up to this long."""

    def opens(above: str, line: str) -> bool:
        if _SURE_OPENING.match(line) or (_AT_END.search(above) and _OPENING.match(line)):
            return True
        # A line that ends early was the last of its passage.
        ends_early = len(above) < _SHORT * longest and not _GOES_ON.search(above)
        return ends_early and (line[:1].isupper() or (line[:1].isdigit() and not above[-1:].isdigit()))

    return opens


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
