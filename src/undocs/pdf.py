"""A PDF as pages of lines: the text in the order of the file, each line with its place and size of letters."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from undocs.arabic import is_arabic, righted

# PDFium writes this where a line ends with a hyphen, and CRLF where it ends otherwise.
_HYPHEN = "\ufffe"
_GONE = "\x00"
# Digits straight after a letter, a bracket or a mark of punctuation may be a note's: `(Brazil)1;`, `Review.2`
_RAISED = re.compile(r"(?=\d)(?<=[^\W\d_]|[).,;:’”»،؛。；）])\d{1,2}(?![\d./-])")
# A word in Arabic letters: "الاستعراض"
_ARABIC = re.compile("[\u0620-\u064a]{2,}")
# The mark of a note is set in letters smaller than those around it.
_RAISED_SHARE = 0.8


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
        self.matrix = pdfium.FS_MATRIX()
        self.text = page.get_text_range()
        # PDFium counts letters that its text leaves out, or leaves no letter for some of its text: rarely.
        self.in_step = page.count_chars() == len(self.text)
        if is_arabic(self.text):
            self.text = righted(_ARABIC.sub(self.unligated, self.text))
        self.text = self.without_raised(self.text)

    def lines(self) -> Iterator[PdfLine]:
        start = 0
        for row in self.text.split("\n"):
            pieces = row.split(_HYPHEN)
            for piece in pieces:
                if line := self.line(piece, start):
                    line.hyphen = piece is not pieces[-1]
                    line.text += "-" * line.hyphen
                    yield line
                start += len(piece) + 1

    def line(self, written: str, start: int) -> PdfLine | None:
        text = written.strip()
        if not text:
            return None
        start += written.index(text[0])
        size, x0, y = self.measure(start)
        middle, _, its_y = self.measure(start + len(text) // 2)
        if middle != size and self.measure(start + len(text) * 3 // 4)[0] != size:
            # The first letter only marks a note: the others tell.
            size, y = middle, its_y
        return PdfLine(text.replace(_GONE, ""), x0, y, size)

    def measure(self, index: int) -> tuple[float, float, float]:
        """Return size, left edge and baseline, in points, of the letter at this place of the text."""
        letter, matrix = self.letter(index), self.matrix
        pdfium.FPDFText_GetMatrix(self.raw, letter, matrix)
        # Many files set letters of size 1 and enlarge them by the matrix.
        size = pdfium.FPDFText_GetFontSize(self.raw, letter) * (abs(matrix.d) or math.hypot(matrix.c, matrix.d))
        return size, matrix.e, matrix.f

    def unligated(self, word: re.Match[str]) -> str:
        """Turn round letters drawn as one sign, `لا`, which PDFium gives from left to right."""
        places = [self.place(index) for index in range(*word.span())]
        groups = groupby(zip(places, word[0], strict=True), key=itemgetter(0))
        return "".join("".join(letter for _, letter in group)[::-1] for _, group in groups)

    def place(self, index: int) -> float:
        """Return how far right, in points, a letter is drawn."""
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self.raw, self.letter(index), x, y)
        return x.value

    def letter(self, index: int) -> int:
        """Return PDFium's own index of the letter at this place of the text."""
        return index if self.in_step else pdfium.FPDFText_GetCharIndexFromTextIndex(self.raw, index)

    def without_raised(self, text: str) -> str:
        """Put a sign that is dropped later in the place of each digit that marks a note."""
        for mark in _RAISED.finditer(text):
            if self.measure(mark.start())[0] < _RAISED_SHARE * self.measure(mark.start() - 1)[0]:
                text = text[: mark.start()] + _GONE * len(mark[0]) + text[mark.end() :]
        return text
