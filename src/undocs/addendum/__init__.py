"""Addenda: what the State under review answered, after the review, to the recommendations it had taken home."""

from undocs.addendum.reader import read, recognises

__all__ = ["read", "recognises"]
