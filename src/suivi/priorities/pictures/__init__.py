"""Priorities as pictures: the field of impact and effort with ranges, and one range for a row of a table."""

from __future__ import annotations

from suivi.priorities.pictures.field import field, poster
from suivi.priorities.pictures.ranges import dotted, ranging

__all__ = ["dotted", "field", "poster", "ranging"]
