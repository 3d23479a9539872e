"""How one event is chained to the one before it, and how its verb reads."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from django.utils.functional import Promise

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


SAYINGS: dict[str, str | Promise] = {}
"""What each verb says to a reader, such as `invite`: "invited somebody". Each app adds its own when it starts."""


def saying(verb: str) -> str:
    """Return a verb as a reader reads it; one that nobody put into words, with spaces."""
    return str(SAYINGS.get(verb, verb.replace("_", " ")))
