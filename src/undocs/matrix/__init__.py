"""The Word list that OHCHR draws up after each review (the "matrix"): one table, four generations of columns."""

from undocs.matrix.reader import read, recognises

__all__ = ["read", "recognises"]
