"""How names to sign in with are compared, and when a session is over."""

from __future__ import annotations

import unicodedata


def as_handle(typed: str) -> str:
    """Return a name to sign in with as it is kept and compared: one form of each letter, no case, no spaces around."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", typed).casefold()).strip()


def session_has_ended(*, began: int, seen: int, now: int, idle: int, longest: int) -> bool:
    """Say whether a session is over; all in seconds. A clock that was set back ends it too: it never prolongs one."""
    return abs(now - seen) > idle or abs(now - began) > longest
