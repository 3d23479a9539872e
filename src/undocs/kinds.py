"""Which reader takes which file."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from undocs import addendum, legacy, matrix, paragraphs, pdf, reconcile, refusals, report, strangers, tables
from undocs.document import Document
from undocs.gate import Form, admit
from undocs.limits import Limits
from undocs.refusals import Unreadable
from undocs.word import WordDocument, open_word

_NO_LIMITS = Limits()


def read(path: str | Path, limits: Limits = _NO_LIMITS) -> Document:
    """Read one document with the reader that recognises it, and hold the reading against itself.

    Raises `Unreadable` where no reader recognises it.
    """
    document = _read(Path(path), limits)
    reconcile.check(document)
    return document


def _read(path: Path, limits: Limits) -> Document:
    form = admit(path, limits)
    if form is Form.PDF:
        return _read_pdf(path, limits)
    if form is Form.WORD:
        return _read_word(open_word(path))
    if form is Form.OLD_WORD:
        with legacy.as_docx(path) as converted:
            return _read_word(open_word(converted))
    if tables.recognises(path):
        return tables.read(path)
    if form is Form.TEXT and paragraphs.recognises(path):
        return paragraphs.read(path)
    raise Unreadable(refusals.UNKNOWN_DOCUMENT if form is Form.JSON else refusals.UNKNOWN_COLUMNS)


def admit_sheet(path: Path, limits: Limits) -> None:
    """Let only tables through the gate; raise `Unreadable` for any other file."""
    if admit(path, limits) not in {Form.SHEET, Form.JSON, Form.TEXT}:
        raise Unreadable(refusals.NO_TABLE)


def _read_pdf(path: Path, limits: Limits) -> Document:
    try:
        with pypdfium2.PdfDocument(path) as document:
            if len(document) > limits.pages:
                raise Unreadable(refusals.TOO_MANY_PAGES.format(limit=limits.pages))
        pages = pdf.lines(path)
    except pypdfium2.PdfiumError as broken:
        raise Unreadable(
            refusals.ENCRYPTED_PDF if "password" in str(broken).lower() else refusals.BROKEN_PDF
        ) from broken
    lines = [line.text for page in pages for line in page.lines]
    if not lines:
        raise Unreadable(refusals.NO_TEXT)
    for reader in (addendum, report):
        if reader.recognises(pages):
            return reader.read(pages)
    raise Unreadable(strangers.name_stranger(lines))


def _read_word(document: WordDocument) -> Document:
    if matrix.recognises(document):
        return matrix.read(document)
    for reader in (addendum, report):
        if reader.recognises_word(document):
            return reader.read_word(document)
    raise Unreadable(strangers.name_stranger(document.lines))
