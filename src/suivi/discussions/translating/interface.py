"""What every machine that translates can do."""

from __future__ import annotations

from typing import Protocol


class CannotTranslate(Exception):
    """Raised where a machine gives no translation: out of reach, without these languages, or talking nonsense."""


class Translator(Protocol):
    """A machine that brings a text from one language into another."""

    @property
    def name(self) -> str:
        """How readers are told which machine it was."""

    @property
    def leaves_server(self) -> str:
        """The host to which a text is sent, or nothing where it stays on this server."""

    def translate(self, text: str, source: str, target: str) -> str:
        """Return the text in the language `target`; raise `CannotTranslate` where it cannot."""
