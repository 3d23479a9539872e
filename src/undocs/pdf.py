"""A PDF as pages of lines: the text in the order of the file, each line with its place and size of letters."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

# PDFium writes U+FFFE where a line ends with a hyphen, and CRLF where it ends otherwise.
LINE_END = re.compile("\r?\n|\ufffe")
# Digits straight after a letter, a bracket or a mark of punctuation may be a note's: `(Brazil)1;`, `Review.2`
RAISED = re.compile(r"(?<=[^\W\d_]|[).,;:’”»،؛。；）])\d{1,2}(?![\d./-])")
# The mark of a note is set in letters smaller than those around it.
RAISED_SHARE = 0.8


@dataclass(slots=True)
class PdfLine:
    """One line. `x0`, `y` (baseline, from the foot of the page) and `size` of its letters are in points.

    `hyphen`: the line ends with a hyphen that perhaps belongs to the line break only (the text keeps it).
    """

    text: str
    x0: float = 0.0
    y: float = 0.0
    size: float = 0.0
    hyphen: bool = False


@dataclass(slots=True)
class PdfPage:
    """One page: `number` from 1, `width` and `height` in points, its lines in the order of the file."""

    number: int
    width: float = 0.0
    height: float = 0.0
    lines: list[PdfLine] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the page's lines, one below the other."""
        return "\n".join(line.text for line in self.lines)


def lines(path: str | Path) -> list[PdfPage]:
    """Return every page of a PDF with its lines, the raised marks of notes left out, empty lines too.

    Raises `pypdfium2.PdfiumError` where the file is broken or encrypted.
    """
    document = pypdfium2.PdfDocument(path)
    try:
        return [_page(document, index) for index in range(len(document))]
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, index: int) -> PdfPage:
    page = document[index]
    width, height = page.get_size()
    letters = page.get_textpage()
    try:
        return PdfPage(index + 1, width, height, list(_Letters(letters).lines()))
    finally:
        letters.close()
        page.close()


class _Letters:
    """The letters of one page, asked for their place and size only where a line begins or a note may be marked."""

    def __init__(self, page: pypdfium2.PdfTextPage) -> None:
        self.raw = page.raw
        self.text = page.get_text_range()
        self.matrix = pdfium.FS_MATRIX()

    def lines(self) -> Iterator[PdfLine]:
        start = 0
        for end in LINE_END.finditer(self.text):
            yield from self.line(start, end.start(), hyphen=end[0] == "\ufffe")
            start = end.end()
        yield from self.line(start, len(self.text), hyphen=False)

    def line(self, start: int, end: int, *, hyphen: bool) -> Iterator[PdfLine]:
        written = self.text[start:end]
        text = written.strip()
        if not text:
            return
        start += written.index(text[0])
        # The first letter may be a raised mark; the one in the middle tells the line's size and baseline.
        pdfium.FPDFText_GetMatrix(self.raw, self.letter(start), self.matrix)
        x0 = self.matrix.e
        size = self.size(start + len(text) // 2)
        y = self.matrix.f
        yield PdfLine(self.without_raised(text, start, size) + ("-" if hyphen else ""), x0, y, size, hyphen)

    def letter(self, place: int) -> int:
        """Return PDFium's index of the letter at this place of the text."""
        index: int = pdfium.FPDFText_GetCharIndexFromTextIndex(self.raw, place)
        return index

    def size(self, place: int) -> float:
        """Return the size of the letter at this place of the text, and leave its matrix in `self.matrix`."""
        letter = self.letter(place)
        pdfium.FPDFText_GetMatrix(self.raw, letter, self.matrix)
        # Many files set letters of size 1 and enlarge them by the matrix.
        return float(pdfium.FPDFText_GetFontSize(self.raw, letter) * math.hypot(self.matrix.c, self.matrix.d))

    def without_raised(self, text: str, start: int, size: float) -> str:
        raised = [
            mark
            for mark in RAISED.finditer(text)
            if self.size(start + mark.start()) < RAISED_SHARE * size
        ]
        for mark in reversed(raised):
            text = text[: mark.start()] + text[mark.end() :]
        return text
