"""Which reader takes which file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from undocs import addendum, matrix, pdf
from undocs.refusals import Unreadable
from undocs.word import open_word

if TYPE_CHECKING:
    from undocs.document import Document


def read(path: str | Path) -> Document:
    """Read one document with the reader that recognises it; raise `Unreadable` where none does."""
    path = Path(path)
    if path.suffix == ".pdf":
        pages = pdf.lines(path)
        if addendum.recognises(pages):
            return addendum.read(pages)
        raise Unreadable("This is none of the documents that can be read here.")
    document = open_word(path)
    if matrix.recognises(document):
        return matrix.read(document)
    raise Unreadable("This is none of the documents that can be read here.")
