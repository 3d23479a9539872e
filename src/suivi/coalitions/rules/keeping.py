"""At least two people keep a coalition: one alone can be detained, be bought, fall ill, or forget a password."""

from __future__ import annotations

KEEPERS = 2


def stays_kept(*, before: int, after: int) -> bool:
    """Say whether enough keep people after a change: two, or as many as there were where there never were two."""
    return after >= min(KEEPERS, before) and after > 0
