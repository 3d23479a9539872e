"""Which reader takes which file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from undocs import matrix
from undocs.refusals import Unreadable
from undocs.word import open_word

if TYPE_CHECKING:
    from undocs.document import Document


def read(path: str | Path) -> Document:
    """Read one document with the reader that recognises it; raise `Unreadable` where none does."""
    document = open_word(Path(path))
    if matrix.recognises(document):
        return matrix.read(document)
    raise Unreadable("This is none of the documents that can be read here.")
