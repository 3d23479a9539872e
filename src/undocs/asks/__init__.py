"""What a recommendation asks for, as far as names and figures say it: two that differ in these never ask the same."""

from __future__ import annotations

from undocs.asks.figures import numbers
from undocs.asks.treaties import treaties

__all__ = ["numbers", "treaties"]
