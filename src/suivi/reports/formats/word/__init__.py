"""Word: real styles and headings, heads of tables repeated, either direction; no author and no marks of editing."""

from suivi.reports.formats.word.document import word

__all__ = ["word"]
