"""Sets invented documents as PDF, in the measures that the United Nations uses: lines with their place and size."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TOP, BOTTOM, LEFT, INDENT = 760.0, 90.0, 113.0, 142.0
BODY, HEADING = 10.0, 14.0
STEP, BETWEEN = 12.0, 18.0
WIDTH = 88
# The standard lock of PDF with 40 bits; keys of zeros fit no password, not even an empty one.
_LOCK = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (b"00" * 32, b"00" * 32)


@dataclass(frozen=True)
class Line:
    """One line of text: left edge, height of its baseline above the foot of the page, size of letters, in points."""

    text: str
    x: float = LEFT
    y: float = TOP
    size: float = BODY


def heading(text: str) -> Line:
    """Return a heading, to be laid out."""
    return Line(text, size=HEADING)


def lay_out(cover: Sequence[str], passages: Sequence[str | Line], symbol: str = "A/HRC/99/9/Add.1") -> list[list[Line]]:
    """Return pages: a cover, then the passages wrapped into lines, with the symbol and number of each page."""
    pages = [[Line(text, y=TOP - 20 * at) for at, text in enumerate(cover)]]
    page: list[Line] = []
    height = TOP
    for passage in passages:
        size = passage.size if isinstance(passage, Line) else BODY
        text = passage.text if isinstance(passage, Line) else passage
        for line in textwrap.wrap(text, WIDTH, break_on_hyphens=True):
            if height < BOTTOM:
                pages.append(page)
                page, height = [], TOP
            page.append(Line(line, y=height, size=size))
            height -= STEP
        height -= BETWEEN - STEP
    pages.append(page)
    for number, lines in enumerate(pages[1:], start=2):
        lines[:0] = [Line(symbol, x=57, y=790, size=9), Line(str(number), x=57, y=30, size=9)]
    return pages


def write_pdf(path: Path, pages: Sequence[Sequence[Line]], *, locked: bool = False) -> Path:
    """Write a PDF of these pages, in Helvetica, perhaps locked with a password that nobody knows. Returns the path."""
    numbers = [4 + 2 * at for at in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    for number, lines in zip(numbers, pages, strict=True):
        text = b"".join(map(_drawn, lines))
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {number + 1} 0 R >>"
        ).encode()
        objects[number + 1] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text)
    path.write_bytes(_assembled(objects, _LOCK if locked else b""))
    return path


def _drawn(line: Line) -> bytes:
    text = line.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %.1f Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj ET\n" % (line.size, line.x, line.y, text)


def _assembled(objects: dict[int, bytes], trailer: bytes) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number in sorted(objects):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, trailer, len(content))
    )
