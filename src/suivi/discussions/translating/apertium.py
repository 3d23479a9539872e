"""The command `apertium`, where it is installed: the text stays on this server."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass

from suivi.discussions.translating.interface import CannotTranslate

PATIENCE = 60  # seconds
# A pair of languages as `apertium -l` lists it: "eng-spa", "en-es", "fra-cat_valencia"
_PAIR = re.compile(r"^\s*([a-z]{2,3})-([a-z]{2,3})\s*$", re.MULTILINE)
# The three letters by which newer pairs name what people name by two
THREE = {
    "ar": "ara", "ca": "cat", "en": "eng", "es": "spa", "fr": "fra", "it": "ita", "kk": "kaz", "mk": "mkd",
    "ms": "msa", "id": "ind", "nl": "nld", "pt": "por", "ro": "ron", "ru": "rus", "sv": "swe", "tr": "tur", "uk": "ukr",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Apertium:
    """Runs the command for one text at a time."""

    command: str = "apertium"

    @property
    def name(self) -> str:
        """How readers are told which machine it was."""
        return "Apertium"

    @property
    def leaves_server(self) -> str:
        """Nothing: the text stays here."""
        return ""

    def translate(self, text: str, source: str, target: str) -> str:
        """Return the text in another language; raise `CannotTranslate` where no pair is installed for the two."""
        wanted = {(one, two) for one in _names(source) for two in _names(target)}
        pair = next((pair for pair in _PAIR.findall(self._run("-l")) if pair in wanted), None)
        if pair is None:
            raise CannotTranslate(f"No pair is installed for {source} to {target}.")
        said = self._run("-u", "-".join(pair), told=text)
        if not said.strip():
            raise CannotTranslate("It said nothing.")
        return said.rstrip("\n")

    def _run(self, *words: str, told: str = "") -> str:
        program = shutil.which(self.command)
        if not program:
            raise CannotTranslate("The command is not installed.")
        try:
            done = subprocess.run(  # noqa: S603  no word of a stranger: flags, and a pair that the command itself listed
                [program, *words], input=told, capture_output=True, text=True, timeout=PATIENCE, check=True
            )
        except (OSError, subprocess.SubprocessError, UnicodeError) as error:
            raise CannotTranslate(type(error).__name__) from error
        return done.stdout


def _names(code: str) -> set[str]:
    return {code, THREE.get(code, code)}
