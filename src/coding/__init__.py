"""Codes recommendations as UPR Info does: an action from 1 to 5, any of 54 issues. No Django, no network."""

from __future__ import annotations

from coding.coder import code
from coding.result import Coded, Issue

__all__ = ["Coded", "Issue", "code"]
