"""Codes recommendations as UPR Info does: category of action 1 to 5, and 54 issues. No Django, no database, no network."""

from __future__ import annotations

from coding.coder import code
from coding.result import Coded, Issue

__all__ = ["Coded", "Issue", "code"]
