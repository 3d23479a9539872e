"""Reads documents of the Universal Periodic Review into records. No Django, no database, no network."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, cast

from undocs.document import Answer, Claim, Document, Kind, Part, Position, Recommendation
from undocs.refusals import Unreadable

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Answer", "Claim", "Document", "Kind", "Part", "Position", "Recommendation", "Unreadable", "read"]


def read(path: str | Path) -> Document:
    """Read one document, in this process. Whatever cannot be read raises `Unreadable` with one sentence.

    For a file from a stranger use `undocs.guarded.read`, which does the same in a child process with limits.
    """
    # The parsers weigh some 60 MB: a server that only receives what `guarded` read never loads them.
    return cast("Document", importlib.import_module("undocs.kinds").read(path))
