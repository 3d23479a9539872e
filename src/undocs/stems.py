"""Words without what grammar hangs on them: Russian endings, Arabic particles."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PARTICLES = frozenset("وفبكل")
# Arabic particles before a name, as many as there are: "والنرويج", "للهند", "وكينيا"
_ARABIC = re.compile(r"^(?:(?:ال|[وفبكل])(?=\w{3}))+")
# Russian endings of nouns and adjectives, without accents: "Исландии", "Российской", "Филиппин"
_RUSSIAN = re.compile(
    r"(?<=\w{3})(?:[ое]го|[ое]му|[ыи]ми|[ая]ми|[ое]и|[ое]ю|ыи|ая|яя|[ое]е|ые|[ыи]х|[ое]в|[аяоеыи]м|[ая]х|[аяоеиыуюь])$"
)


def stem(word: str, language: str) -> str:
    """Return a plain word (`typed.plain`) as it is, without its ending in Russian and its particles in Arabic."""
    if language == "ru":
        return _RUSSIAN.sub("", word)
    return _ARABIC.sub("", word) if language == "ar" else word


def without_particles(name: str) -> Iterator[str]:
    """Yield an Arabic name's letters with one particle less, then two: "وللهند" gives "للهند", "الهند"."""
    for shorter in _one_less(name):
        yield shorter
        yield from _one_less(shorter)


def _one_less(name: str) -> list[str]:
    if name.startswith("لل"):
        return [f"ال{name[2:]}", name[1:]]
    return [name[1:]] if name[:1] in _PARTICLES else []
