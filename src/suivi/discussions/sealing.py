"""Seals what must not be readable in the database alone: an address needs the server's secret key to be read."""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner

STOP_LASTS = 60 * 60 * 24 * 90  # seconds that the link in a mail stops further ones


def sealed(text: str) -> str:
    """Return a text that only this server can read."""
    return _lock().encrypt(text.encode()).decode()


def unsealed(kept: str) -> str:
    """Return the text, or nothing where it was sealed with another secret key."""
    try:
        return _lock().decrypt(kept.encode()).decode()
    except InvalidToken:
        return ""


def stop_token(key: str) -> str:
    """Return the word in the link that stops a digest."""
    return _signer().sign(key)


def stopped_by(token: str) -> str:
    """Return the key of the digest that a link stops; nothing where the link is too old or was made up."""
    try:
        return _signer().unsign(token, max_age=STOP_LASTS)
    except BadSignature:
        return ""


def _lock() -> Fernet:
    digest = hashlib.sha256(f"suivi.discussions.post:{settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="suivi.discussions.post", sep="~")
