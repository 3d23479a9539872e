"""Why a document cannot be read: each kind of bad file has its own sentence, and says what to do."""

from __future__ import annotations


class Unreadable(Exception):
    """A document that cannot be read. `str(error)` is one sentence for the person who brought it."""
