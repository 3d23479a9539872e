"""Words without what grammar hangs on them: Russian endings, Arabic particles."""

from __future__ import annotations

import re

# Arabic particles before a name: "والنرويج", "للهند", "بالأردن"
_ARABIC = re.compile(r"^(?:[وفبك]?ال|ول|لل|و|ف|ب|ك|ل)(?=\w{3})")
# Russian endings of nouns and adjectives, without accents: "Исландии", "Российской", "Филиппин"
_RUSSIAN = re.compile(
    r"(?<=\w{3})(?:[ое]го|[ое]му|[ыи]ми|[ая]ми|[ое]и|[ое]ю|ыи|ая|яя|[ое]е|ые|[ыи]х|[ое]в|[аяоеыи]м|[ая]х|[аяоеиыуюь])$"
)


def stem(word: str, language: str) -> str:
    """Return a plain word (`typed.plain`) as it is, without its ending in Russian and its particle in Arabic."""
    if language == "ru":
        return _RUSSIAN.sub("", word)
    return _ARABIC.sub("", word) if language == "ar" else word
