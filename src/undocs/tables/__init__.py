"""Sheets of recommendations: UPR Info's and UHRI's exports, and any other whose columns a person confirms."""

from __future__ import annotations

from undocs.tables.mapped import Columns, columns, read_mapped
from undocs.tables.reader import read, recognises, stream

__all__ = ["Columns", "columns", "read", "read_mapped", "recognises", "stream"]
