"""One report as read from PDF or Word: cover, lines to find headings in, and any stretch of it as passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from undocs.pdf import PdfPage
from undocs.report.flow import Passage, passages, setting_of
from undocs.word import Paragraph, WordDocument

# The introduction ends before this page, and before so many paragraphs.
_INTRODUCTION_PAGES, _INTRODUCTION_PARAGRAPHS = 6, 80
# Styles of headings in Word: "Heading 2", "_ H _Ch_G", "HChG", "H1G", "Titre1"
_HEADING_STYLES = ("heading", "_h_", "hch", "h1g", "h23", "h4g", "titre", "ttulo")


class Paper(Protocol):
    """What the reader needs of a report, whatever file it came in."""

    @property
    def pages(self) -> int | None:
        """Return how many pages it has, if that can be told."""

    @property
    def lines(self) -> Sequence[str]:
        """Return its lines or paragraphs in order."""

    @property
    def cover(self) -> Sequence[str]:
        """Return the lines of its first page."""

    def introduction(self) -> list[Passage]:
        """Return the first pages after the cover."""

    def between(self, first: int, end: int | None = None) -> list[Passage]:
        """Return lines `first` to before `end` as passages."""


class PdfPaper:
    """A report in PDF."""

    def __init__(self, pages: Sequence[PdfPage]) -> None:
        self._pages = pages
        self.pages: int | None = len(pages)
        self.lines = [line.text for page in pages for line in page.lines]
        self.cover = [line.text for page in pages[:1] for line in page.lines]
        self._setting = setting_of(pages[1:_INTRODUCTION_PAGES] or pages)

    def introduction(self) -> list[Passage]:
        """Return the first pages after the cover."""
        return passages(self._pages[1:_INTRODUCTION_PAGES], usual=self._setting)

    def between(self, first: int, end: int | None = None) -> list[Passage]:
        """Return lines `first` to before `end`, as passages."""
        end = len(self.lines) if end is None else end
        cut: list[PdfPage] = []
        at = 0
        for page in self._pages:
            lines = page.lines[max(0, first - at) : max(0, end - at)]
            at += len(page.lines)
            if lines:
                cut.append(PdfPage(page.number, page.width, page.height, lines))
        return passages(cut, usual=self._setting)


class WordPaper:
    """A report in Word: paragraphs, and the cells of tables, which hold its cover."""

    pages: int | None = None

    def __init__(self, document: WordDocument) -> None:
        self._passages = [passage for block in document.blocks for passage in _of(block)]
        self.lines = [passage.text for passage in self._passages]
        self.cover = [*self.lines[:_INTRODUCTION_PARAGRAPHS], *document.headers]

    def introduction(self) -> list[Passage]:
        """Return the first paragraphs."""
        return self._passages[:_INTRODUCTION_PARAGRAPHS]

    def between(self, first: int, end: int | None = None) -> list[Passage]:
        """Return paragraphs `first` to before `end`."""
        return self._passages[first:end]


def _of(block: object) -> list[Passage]:
    if isinstance(block, Paragraph):
        return _passage(block.text, block.style)
    cells = [cell for row in getattr(block, "rows", []) for cell in row]
    return [passage for cell in cells for line in cell.lines for passage in _passage(line, "")]


def _passage(text: str, style: str) -> list[Passage]:
    text = " ".join(text.split())
    is_heading = style.replace(" ", "").lower().startswith(_HEADING_STYLES)
    return [Passage(text, None, is_heading=is_heading)] if text else []
