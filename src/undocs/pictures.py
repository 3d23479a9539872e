"""One page of a PDF as a picture, so that a person can compare it with what was read."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pypdfium2

from undocs import refusals
from undocs.gate import Form, admit
from undocs.limits import Limits
from undocs.refusals import Unreadable

_MOST_PIXELS = 40_000_000
_WIDEST = 4000


def page_picture(path: Path, page: int, width: int, limits: Limits) -> bytes:
    """Return a page (from 1) as a PNG, `width` pixels wide. Raises `Unreadable`; `ValueError` for an absurd width."""
    if not 1 <= width <= _WIDEST:
        raise ValueError(width)
    if admit(path, limits) is not Form.PDF:
        raise Unreadable(refusals.NO_PAGES)
    try:
        with pypdfium2.PdfDocument(path) as document:
            if not 1 <= page <= min(len(document), limits.pages):
                raise Unreadable(refusals.NO_SUCH_PAGE.format(page=page))
            return _draw(document[page - 1], width)
    except pypdfium2.PdfiumError as broken:
        raise Unreadable(refusals.BROKEN_PDF) from broken


def _draw(page: pypdfium2.PdfPage, width: int) -> bytes:
    wide, high = page.get_size()
    scale = width / wide
    if width * high * scale > _MOST_PIXELS:
        raise Unreadable(refusals.BROKEN_PDF)
    bitmap = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGR)
    return _png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)


def _png(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """Return red, green and blue bytes, in rows of `stride` bytes, as a PNG."""
    rows = b"".join(b"\0" + pixels[start : start + 3 * width] for start in range(0, height * stride, stride))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
