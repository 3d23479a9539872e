"""Sheets of recommendations: UPR Info's and UHRI's exports, and any other whose columns a person confirms."""

from __future__ import annotations

from undocs.tables.mapped import Columns, columns, read_mapped
from undocs.tables.reader import read, recognises, stream
from undocs.tables.sheets import first_rows

__all__ = ["Columns", "columns", "first_rows", "read", "read_mapped", "recognises", "stream"]
