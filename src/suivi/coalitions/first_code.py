"""The one-time code that opens `/start/`: printed in the terminal, kept as a hash, asked for while nobody is here."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from django.conf import settings

from suivi.coalitions.models import Person

# Letters and digits that nobody mistakes for one another when they copy them from a terminal.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP = 4, 4


def make_first_code() -> str | None:
    """Make a new code such as `k7mw-2p9x-hqd3-tz5v`, keep its hash, and return it; None where somebody is here already.

    Called by `suivi serve` at each start: an older code then opens nothing more.
    """
    if Person.objects.exists():
        forget_first_code()
        return None
    code = "-".join("".join(secrets.choice(LETTERS) for _each in range(GROUP)) for _group in range(GROUPS))
    path = Path(settings.FIRST_CODE)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(_hash(code))
    return code


def is_first_code(typed: str) -> bool:
    """Say whether this is the code, however it is typed: spaces, dashes and case do not matter."""
    path = Path(settings.FIRST_CODE)
    kept = path.read_text(encoding="ascii") if path.exists() else ""
    return bool(kept) and hmac.compare_digest(kept, _hash(typed))


def forget_first_code() -> None:
    """Throw the code away: it has done its work."""
    Path(settings.FIRST_CODE).unlink(missing_ok=True)


def _hash(typed: str) -> str:
    """Return the hash of a code; 16 letters out of 31 cannot be guessed back from it."""
    bare = "".join(letter for letter in typed.lower() if letter.isalnum())
    return hashlib.sha256(bare.encode()).hexdigest()
