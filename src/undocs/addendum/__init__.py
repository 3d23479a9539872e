"""Addenda: what the State under review answered, after the review, to the recommendations it had taken home."""

from undocs.addendum.reader import read, read_word, recognises, recognises_word

__all__ = ["read", "read_word", "recognises", "recognises_word"]
