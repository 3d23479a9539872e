"""How one event is chained to the one before it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

BEGINNING = "0" * 64


def chained_hash(
    *,
    previous: str,
    sequence: int,
    at: datetime,
    actor: str,
    coalition: str,
    verb: str,
    thing: str,
    details: dict[str, Any],
) -> str:
    """Return the SHA-256 (64 hexadecimal digits) of an event and of the hash before it, over canonical JSON."""
    told = [previous, sequence, at.isoformat(), actor, coalition, verb, thing, details]
    return hashlib.sha256(
        json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")
    ).hexdigest()
