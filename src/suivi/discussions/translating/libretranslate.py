"""LibreTranslate over HTTP: one address, told by whoever keeps the server; no redirects, no patience without end."""

from __future__ import annotations

import json
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from suivi.discussions.translating.interface import CannotTranslate

PATIENCE = 30  # seconds
LARGEST = 400_000  # bytes of an answer
DONE = 200


@dataclass(frozen=True, slots=True)
class LibreTranslate:
    """Asks the server at `address`, and no other: this connection follows nothing it is told to follow."""

    address: str
    key: str = ""

    @property
    def name(self) -> str:
        """How readers are told which machine it was."""
        return "LibreTranslate"

    @property
    def leaves_server(self) -> str:
        """The host to which a text is sent."""
        return urlsplit(self.address).hostname or ""

    def translate(self, text: str, source: str, target: str) -> str:
        """Return the text in another language; raise `CannotTranslate` where the server gives none."""
        asked = {"q": text, "source": source, "target": target, "format": "text"}
        if self.key:
            asked["api_key"] = self.key
        said = self._ask(asked).get("translatedText")
        if not isinstance(said, str) or not said.strip():
            raise CannotTranslate("The answer holds no translation.")
        return said

    def _ask(self, asked: dict[str, str]) -> dict[str, Any]:
        connection, path = self._connection()
        try:
            body = json.dumps(asked).encode()
            connection.request("POST", path, body, {"Content-Type": "application/json", "Accept": "application/json"})
            answer = connection.getresponse()
            said = answer.read(LARGEST + 1)
        except (OSError, HTTPException) as error:
            raise CannotTranslate(type(error).__name__) from error
        finally:
            connection.close()
        if answer.status != DONE or len(said) > LARGEST:
            raise CannotTranslate(f"The server answered {answer.status} with {len(said)} bytes.")
        return _read(said)

    def _connection(self) -> tuple[HTTPConnection, str]:
        told = urlsplit(self.address)
        kinds: dict[str, type[HTTPConnection]] = {"https": HTTPSConnection, "http": HTTPConnection}
        if told.scheme not in kinds or not told.hostname:
            raise CannotTranslate("The setting names no http or https address.")
        return kinds[told.scheme](told.hostname, told.port, timeout=PATIENCE), f"{told.path.rstrip('/')}/translate"


def _read(said: bytes) -> dict[str, Any]:
    try:
        found = json.loads(said)
    except (ValueError, RecursionError) as error:
        raise CannotTranslate("The answer is no JSON.") from error
    if not isinstance(found, dict):
        raise CannotTranslate("The answer is no JSON object.")
    return found
