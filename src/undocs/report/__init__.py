"""Working Group reports, PDF and Word: front page, conclusions with their lead-ins, voluntary pledges."""

from __future__ import annotations

from undocs.report.reader import read, read_word, recognises, recognises_word

__all__ = ["read", "read_word", "recognises", "recognises_word"]
